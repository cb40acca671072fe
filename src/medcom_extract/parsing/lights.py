"""The light of a status cell: all its witnesses are heard, then one status is given.

Marks (pictures, shapes, glyphs, emoji, shading) go before words, and words before alternative
text.  Witnesses that agree raise the confidence; where they part, a warning says so.  Nothing there
is ``none``; a mark that is not understood is ``unknown`` and a warning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from medcom_extract.document import Location, Mark, count_words
from medcom_extract.parsing.hues import is_neutral
from medcom_extract.parsing.pairs import leads_on, part_pair
from medcom_extract.parsing.pieces import Piece
from medcom_extract.parsing.witnesses import (
    Witness,
    colour_words,
    glyph_witnesses,
    mark_witnesses,
    strip_signs,
    ticked,
)
from medcom_extract.report import ReportWarning, Status
from medcom_extract.vocabulary import Vocabulary

__all__ = [
    "Heard", "Light", "decide_light", "grey_ground", "hear", "holds_light", "is_light",
    "may_be_light", "read_light",
]  # fmt: skip

_MOST_WORDS = 6
"""A longer text in a status cell is a remark, not a word for a light."""
_UNNAMED = "Status"
"""The name of a former light where the document gives it none."""
_LONGEST = 60
"""Characters beside a light at most, signs included."""


@dataclass(frozen=True, slots=True)
class Light:
    """A status, further statuses in the same cell, what to warn of, and a named former light."""

    status: Status
    others: tuple[Status, ...] = ()
    warnings: tuple[ReportWarning, ...] = ()
    former: tuple[str, Status] | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What speaks of a light in one place: its witnesses, its words without the signs, and whether
    an arrow leads from one light to the other.
    """

    witnesses: list[Witness]
    words: str
    onward: bool = False


def read_light(
    marks: Sequence[Mark],
    pieces: Sequence[Piece],
    vocabulary: Vocabulary,
    *,
    background: frozenset[str] = frozenset(),
    locations: tuple[Location, ...] = (),
    told: bool = False,
) -> Light:
    """The light that marks and words in one place show.

    ``background`` holds fills that the whole row has, which say nothing about a light.  ``told``
    says that the place is a status's own: words that name no colour ("Forsinket") are a light then
    that is not understood.
    """
    places = locations or tuple(place for piece in pieces for place in piece.locations)
    return decide_light(hear(marks, pieces, vocabulary, background), vocabulary, places, told=told)


def decide_light(
    heard: Heard, vocabulary: Vocabulary, places: tuple[Location, ...], *, told: bool = False
) -> Light:
    """The light that was heard of in one place; see ``read_light``."""
    words = heard.words
    if not heard.witnesses:
        return _without_witness(words, places, vocabulary, told=told)
    order, name = vocabulary.pair or ("second" if heard.onward else None, _UNNAMED)
    witnesses, before = part_pair(heard.witnesses, order)
    chosen, others, notes = _decide(witnesses)
    statuses = [_status(w, words if w is chosen else "", places) for w in (chosen, *others)]
    if any(code == "status-witnesses-disagree" for code, _ in notes):
        lowered = max(0.0, statuses[0].confidence - 0.3)
        statuses[0] = statuses[0].model_copy(update={"confidence": round(lowered, 2)})
    warnings = tuple(
        ReportWarning(code=code, message=message, locations=places) for code, message in notes
    )
    former = (name, _status(before, "", places)) if before is not None else None
    return Light(statuses[0], tuple(statuses[1:]), warnings, former)


def _without_witness(
    words: str, places: tuple[Location, ...], vocabulary: Vocabulary, *, told: bool
) -> Light:
    short = 0 < count_words(words) <= _MOST_WORDS
    if not told or not short or vocabulary.phrases("lights", "none").matches(words):
        return Light(Status(light="none", text=words or None, locations=places))
    message = f"The status says no colour, but “{words}”."
    warning = ReportWarning(code="status-not-recognised", message=message, locations=places)
    status = Status(light="unknown", evidence="text", confidence=0.3, text=words, locations=places)
    return Light(status, warnings=(warning,))


def holds_light(
    marks: Sequence[Mark], pieces: Sequence[Piece], vocabulary: Vocabulary,
    background: frozenset[str] = frozenset(),
) -> bool:  # fmt: skip
    """Whether a place shows a light and next to no words."""
    return may_be_light(marks, pieces) and is_light(hear(marks, pieces, vocabulary, background))


def grey_ground(
    marks: Sequence[Mark],
    pieces: Sequence[Piece],
    vocabulary: Vocabulary,
    background: frozenset[str],
) -> Witness | None:
    """The grey of a place without words whose row has another ground.

    It is a light where its column shows others by their ground; elsewhere it is ornament.
    """
    shadings = [m for m in [*marks, *(m for p in pieces for m in p.marks)] if m.kind == "shading"]
    colors = {patch.color for mark in shadings for patch in mark.palette}
    if len(colors) != 1 or colors <= background or any(count_words(p.text) for p in pieces):
        return None
    witness = mark_witnesses(shadings[0], vocabulary)[0]
    return witness if witness.light == "grey" else None


def may_be_light(marks: Sequence[Mark], pieces: Sequence[Piece]) -> bool:
    """Whether a place holds anything, and no long text: a quick look before hearing it."""
    length = sum([len(piece.text) for piece in pieces])
    return length <= _LONGEST and bool(length or marks or any(piece.marks for piece in pieces))


def is_light(heard: Heard) -> bool:
    """Whether a light was heard of, beside next to no words."""
    if not heard.witnesses:
        return False
    chosen = _decide(heard.witnesses)[0]
    return chosen.light != "none" and (len(heard.words.split()) <= 4 or chosen.evidence == "text")


def hear(
    marks: Sequence[Mark], pieces: Sequence[Piece], vocabulary: Vocabulary,
    background: frozenset[str] = frozenset(),
) -> Heard:  # fmt: skip
    """Hear all witnesses in one place; ``background`` holds fills that say nothing."""
    pieces = ticked(pieces) or pieces
    words = " ".join(filter(None, [strip_signs(piece.text, vocabulary) for piece in pieces]))
    witnesses = _witnesses(marks, pieces, words, vocabulary, background)
    return Heard(witnesses, words, len(witnesses) > 1 and leads_on(marks, pieces))


def _witnesses(
    marks: Sequence[Mark], pieces: Sequence[Piece], words: str, vocabulary: Vocabulary,
    background: frozenset[str],
) -> list[Witness]:  # fmt: skip
    heard: list[Witness] = []
    for mark in [*marks, *(mark for piece in pieces for mark in piece.marks)]:
        if mark.kind == "shading" and _is_ground(mark, background):
            continue
        heard.extend(mark_witnesses(mark, vocabulary))
    drawn = {(w.light, w.color) for w in heard}
    # A reader may give a glyph both as a mark and as text: that is one witness, not two.
    heard.extend(
        w for w in glyph_witnesses(pieces, vocabulary)
        if (w.light, w.color) not in drawn or w.light is None
    )  # fmt: skip
    if vocabulary.phrases("lights", "none").matches(words):
        return [w for w in heard if w.light is not None and w.strength > 0]
    for colour in colour_words(words, vocabulary):
        heard.append(Witness(colour, None, "text", 0.95))
    return heard


def _is_ground(mark: Mark, background: frozenset[str]) -> bool:
    return all(patch.color in background or is_neutral(patch.color) for patch in mark.palette)


def _decide(heard: list[Witness]) -> tuple[Witness, list[Witness], list[tuple[str, str]]]:
    """The deciding witness, further statuses, and (code, message) of what to warn of."""
    notes: list[tuple[str, str]] = []
    marks = [w for w in heard if w.evidence not in ("text", "alt-text", "shading")]
    steady = [w for w in marks if not w.trend] or [w for w in marks if w.light and w.strength > 0]
    lamps = _lit_lamps([w for w in steady if w.light])
    spoken = [w for w in heard if w.evidence == "text"]
    ranked = [
        *(w for w in lamps if w.strength > 0 or w.evidence == "emoji"),
        *(w for w in heard if w.evidence == "shading" and w.light and w.strength > 0),
        *spoken,
        *(w for w in heard if w.evidence == "alt-text" and w.light),
        *(w for w in lamps if w.strength == 0),
    ]
    if not ranked:
        return _unknown([w for w in steady if not w.light] or heard, heard)
    chosen = ranked[0]
    others = [w for w in lamps if w.light != chosen.light and w.strength > 0] if lamps else []
    others = list({w.light: w for w in others}.values())
    if others:
        lights = ", ".join(str(w.light) for w in (chosen, *others))
        notes.append(("several-statuses", f"The cell shows several lights: {lights}."))
    rest = [w for w in ranked[1:] if w not in lamps and w.strength > 0]
    against = [w for w in rest if w.light != chosen.light]
    if against:
        said = ", ".join(f"{w.light} by {w.evidence}" for w in (chosen, *against))
        notes.append(("status-witnesses-disagree", f"The signs of the light part: {said}."))
    if chosen.border:
        notes.append(
            ("colour-near-border", f"{chosen.color} lies between two colours; read {chosen.light}.")
        )
    agree = [w for w in rest if w.light == chosen.light]
    return _raised(chosen, agree), others, notes


def _lit_lamps(witnesses: list[Witness]) -> list[Witness]:
    """Of lamps drawn one by one, the lit one; marks of one strength are all kept."""
    if len({w.light for w in witnesses}) < 2:
        return witnesses
    best = max(w.strength for w in witnesses)
    return [w for w in witnesses if w.strength >= best / 1.3 or w.evidence == "emoji"]


def _raised(chosen: Witness, agree: list[Witness]) -> Witness:
    if not agree:
        return chosen
    doubt = 1 - chosen.confidence
    for witness in agree:
        doubt *= 1 - witness.confidence / 2
    return chosen._replace(confidence=round(min(0.99, 1 - doubt), 2))


def _unknown(
    puzzling: list[Witness], heard: list[Witness]
) -> tuple[Witness, list[Witness], list[tuple[str, str]]]:
    if all(w.trend or w.evidence == "shading" for w in heard):
        return puzzling[0]._replace(light="none", confidence=0.8), [], []
    chosen = puzzling[0]._replace(light="unknown", confidence=0.3)
    seen = f"{chosen.evidence} in {chosen.color}" if chosen.color else chosen.evidence
    return chosen, [], [
        ("status-not-recognised", f"A mark stands in the status ({seen}) that is not understood.")
    ]  # fmt: skip


def _status(witness: Witness, words: str, places: tuple[Location, ...]) -> Status:
    none = witness.light == "none"
    return Status(
        light=witness.light or "unknown",
        color=None if none else witness.color,
        evidence=None if none else witness.evidence,
        confidence=round(min(max(witness.confidence, 0.0), 1.0), 2),
        text=words or None,
        locations=witness.locations or places,
    )
