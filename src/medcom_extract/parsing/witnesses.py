"""Witnesses of a light: what each mark, glyph and word in a status cell says by itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from medcom_extract.document import Location, Mark, MarkKind, Patch
from medcom_extract.parsing.hues import (
    is_neutral,
    is_told,
    name_colour,
    near_border,
    oklch,
    vividness,
)
from medcom_extract.parsing.pieces import Piece, split_piece
from medcom_extract.vocabulary import SYMBOL_CODES, Vocabulary, normalise

__all__ = [
    "Witness",
    "colour_words",
    "glyph_witnesses",
    "lit_patch",
    "mark_witnesses",
    "signs_of",
    "strip_signs",
    "ticked",
]

Evidence = Literal["image", "shape", "shading", "glyph", "emoji", "text", "alt-text"]

_TRUST: dict[Evidence, float] = {
    "image": 0.95, "shape": 0.96, "shading": 0.9, "glyph": 0.95, "emoji": 0.97, "text": 0.95,
    "alt-text": 0.8,
}  # fmt: skip

# How bright a lit lamp of each hue is (vividness times lightness): a lit green has less than half
# the score of a lit yellow, so lamps are compared with what is usual for their own hue.
_USUAL = {"red": 0.6, "yellow": 0.82, "green": 0.45}
_ARROW = re.compile(r"arrow|\bpil\b|trend|chevron", re.IGNORECASE)
_EMPTY_BOXES = "☐□⬜"
_BOX = re.compile(f"[{_EMPTY_BOXES}☒☑🗹⊠✔✓✗✘■]")
_HOLLOW = "○◯◌□◻◽☐◇△▽"
_SELECTOR = "\ufe0f\ufe0e\u200d"


class Witness(NamedTuple):
    """What one thing says: ``light`` is None where it says nothing that is understood.

    ``strength`` (vividness against the hue's usual) tells a lit lamp from a dim one.
    """

    light: str | None
    color: str | None
    evidence: Evidence
    confidence: float
    trend: bool = False
    strength: float = 1.0
    border: bool = False
    locations: tuple[Location, ...] = ()


def mark_witnesses(mark: Mark, vocabulary: Vocabulary) -> list[Witness]:
    """What a mark's colours say, then what its alternative text says."""
    witnesses: list[Witness] = []
    trend = _is_trend(mark, vocabulary)
    sign = vocabulary.colour_of_emoji((mark.text or "").strip(_SELECTOR))
    if mark.kind == "emoji" and sign:
        color = lit_patch(mark.palette, vocabulary)
        witnesses.append(_witness(sign, color.color if color else None, "emoji", mark))
    else:
        seen = _by_palette(mark.kind, mark.palette, mark.text, vocabulary)
        witnesses.append(seen._replace(locations=mark.locations))
    words = colour_words(" ".join(filter(None, (mark.alt,))), vocabulary, loose=True)
    if words:
        witnesses.append(_witness(words[0], None, "alt-text", mark))
    return [witness._replace(trend=True) for witness in witnesses] if trend else witnesses


def _witness(light: str, color: str | None, evidence: Evidence, mark: Mark) -> Witness:
    return Witness(light, color, evidence, _TRUST[evidence], locations=mark.locations)


def _is_trend(mark: Mark, vocabulary: Vocabulary) -> bool:
    words = " ".join(filter(None, (mark.outline, mark.alt)))
    arrow = any(char in vocabulary.symbols("trend") for char in mark.text or "")
    return arrow or _ARROW.search(words) is not None


@lru_cache(maxsize=512)
def _by_palette(
    kind: MarkKind, palette: tuple[Patch, ...], text: str | None, vocabulary: Vocabulary
) -> Witness:
    """What a mark's colours say, wherever it stands: a report repeats few marks many times."""
    trust = _TRUST[kind]
    patch = lit_patch(palette, vocabulary)
    if patch is None:
        face = _face(text, vocabulary) if kind == "glyph" else None
        if face:
            return Witness(face, None, "glyph", 0.6)
        return _neutral(kind, palette, vocabulary)
    hued = [p for p in palette if not is_neutral(p.color)]
    name = name_colour(patch.color, vocabulary)
    several = {name_colour(p.color, vocabulary) for p in hued if p.share > 0.05} != {name}
    return Witness(
        name, patch.color, kind, trust - (0.1 if several else 0.0),
        strength=_strength(patch, name), border=near_border(patch.color, vocabulary),
    )  # fmt: skip


def _neutral(kind: MarkKind, palette: tuple[Patch, ...], vocabulary: Vocabulary) -> Witness:
    """A mark without hue: grey and white are colours, several lamps say nothing, and black only
    where the document's legend shows it.
    """
    hued = any(not is_neutral(patch.color) for patch in palette)
    main = max(palette, key=lambda patch: patch.share, default=None)
    color = main.color if main else None
    name = name_colour(color, vocabulary) if color and not hued else None
    known = name in ("grey", "white") or (color is not None and is_told(color, vocabulary))
    light = name if known else None
    return Witness(light, color, kind, 0.6, strength=0.0)


_DARK_BODY, _FAINT = 0.42, 0.08
"""Lightness and chroma below which a hue beside brighter ones is none of a lit lamp."""
_LEAST_LAMP = 0.03
"""Share of a picture that a lit lamp takes at least."""


@lru_cache(maxsize=512)
def lit_patch(palette: tuple[Patch, ...], vocabulary: Vocabulary) -> Patch | None:
    """The patch that decides a picture's colour; None where it has no hue, or several alike.

    One hue: its largest vivid patch.  Several: the one that takes up most, if it does so by far (a
    smiley's mouth, an edge), else the lamp that is lit, which is much brighter than the dim ones.
    """
    hued = [p for p in palette if not is_neutral(p.color) and p.share >= 0.01]
    groups: dict[str, list[Patch]] = {}
    for patch in hued:
        groups.setdefault(name_colour(patch.color, vocabulary), []).append(patch)
    if not groups:
        return None
    best = _without_body({name: _representative(patches) for name, patches in groups.items()})
    if len(best) == 1:
        return next(iter(best.values()))
    area = {name: sum(p.share for p in groups[name]) for name in best}
    total = sum(area.values())
    ranked = sorted(
        (name for name in best if area[name] >= 0.12 * total),
        key=lambda name: _strength(best[name], name),
        reverse=True,
    )
    if len(ranked) > 1:
        first, second = (_strength(best[name], name) for name in ranked[:2])
        large = max(area, key=lambda name: area[name])
        if first >= 1.3 * second:
            return best[ranked[0]]
        return best[large] if area[large] >= 0.75 * total else None
    return best[ranked[0]] if ranked else None


def _without_body(best: dict[str, Patch]) -> dict[str, Patch]:
    """Hues without those that are but a dark tint, where a brighter one is seen beside them: small,
    the body of a traffic light takes on the hue of the lamps that are not lit.
    """
    bright = {name: patch for name, patch in best.items() if not _is_dark_tint(patch.color)}
    return bright if any(patch.share >= _LEAST_LAMP for patch in bright.values()) else best


def _is_dark_tint(code: str) -> bool:
    light, chroma, _ = oklch(code)
    return light < _DARK_BODY and chroma < _FAINT


def _representative(patches: Sequence[Patch]) -> Patch:
    vivid = max(vividness(patch.color) for patch in patches)
    strong = [patch for patch in patches if vividness(patch.color) >= 0.6 * vivid]
    return max(strong, key=lambda patch: patch.share * vividness(patch.color))


def _strength(patch: Patch, name: str) -> float:
    return vividness(patch.color) * oklch(patch.color)[0] / _USUAL.get(name, 0.5)


def _face(text: str | None, vocabulary: Vocabulary) -> str | None:
    signs = {**vocabulary.faces("smileys"), **vocabulary.faces("ticks")}
    return next((signs[char] for char in text or "" if char in signs), None)


def glyph_witnesses(pieces: Iterable[Piece], vocabulary: Vocabulary) -> list[Witness]:
    """What coloured glyphs and emoji in the text say, one witness a glyph."""
    witnesses: list[Witness] = []
    for piece in pieces:
        letter = _read_letter(piece, vocabulary) if len(piece.text) == 1 else None
        if letter:
            witnesses.append(letter)
        if vocabulary.signs.isdisjoint(piece.raw):
            continue
        for run in piece.runs:
            if vocabulary.signs.isdisjoint(run.text):
                continue
            for char in run.text:
                found = _read_glyph(char, run.color, vocabulary)
                if found:
                    witnesses.append(found._replace(locations=piece.locations))
    return witnesses


def _read_letter(piece: Piece, vocabulary: Vocabulary) -> Witness | None:
    """A character that stands alone, in colour: a symbol font's glyph after the font was lost.

    Word's smileys are the letters J, K and L of Wingdings; a program without that font shows the
    letters, in the colour of the smiley.  TeX's discs stand under any code of a font of circles.
    """
    inked = [run for run in piece.runs if run.text.strip()]
    if len(inked) != 1 or len(char := inked[0].text.strip()) != 1:
        return None
    if char in vocabulary.signs or char in "0123456789-–—":
        return None
    color = inked[0].color
    if color is None or is_neutral(color):
        return None
    name = name_colour(color, vocabulary)
    strength, border = _strength(Patch(color), name), near_border(color, vocabulary)
    return Witness(
        name, color, "glyph", _TRUST["glyph"], False, strength, border, locations=piece.locations
    )


def _read_glyph(char: str, color: str | None, vocabulary: Vocabulary) -> Witness | None:
    if char.isalnum() or char.isspace():
        return None
    trend = char in vocabulary.symbols("trend")
    known = trend or char in vocabulary.symbols("glyphs") or char in SYMBOL_CODES
    coloured = color is not None and not is_neutral(color)
    if known and color and coloured:
        name = name_colour(color, vocabulary)
        # Of several glyphs in one place the filled one counts.
        strength = _strength(Patch(color), name) * (0.5 if char in _HOLLOW else 1.0)
        border = near_border(color, vocabulary)
        return Witness(name, color, "glyph", _TRUST["glyph"], trend, strength, border)
    emoji = vocabulary.colour_of_emoji(char)
    face = _face(char, vocabulary)
    if emoji and not (known and face):
        # Black and white circles are symbols of text fonts as well as emoji.
        plain = emoji == "black"
        return Witness(None if plain else emoji, None, "emoji", _TRUST["emoji"], trend)
    if face:
        return Witness(face, None, "glyph", 0.6, trend)
    if not known:
        return None
    grey = color is not None and name_colour(color, vocabulary) == "grey"
    return Witness("grey" if grey else None, color, "glyph", 0.6, trend, 0.0)


def signs_of(piece: Piece, vocabulary: Vocabulary) -> Piece:
    """The glyphs and emoji of a piece without its words, each in its own colour."""
    runs = []
    for run in piece.runs:
        if not vocabulary.signs.isdisjoint(run.text):
            kept = "".join(char for char in run.text if char in vocabulary.signs)
            runs.append(replace(run, text=kept))
    # The offsets say that this stands for no stretch of the text, and is not its first.
    return Piece(piece.paragraph, tuple(runs), 1, 1)


def strip_signs(text: str, vocabulary: Vocabulary) -> str:
    """The text without the glyphs and emoji that stand for lights."""
    if vocabulary.signs.isdisjoint(text):
        return " ".join(text.split())
    gone = vocabulary.signs.union(_SELECTOR)
    return " ".join("".join(" " if char in gone else char for char in text).split())


def ticked(pieces: Sequence[Piece]) -> list[Piece]:
    """The words behind the ticked box of a form: "☐ Grøn ☒ Gul ☐ Rød"; [] where there is none."""
    chosen: list[Piece] = []
    boxes = 0
    for piece in pieces:
        found = list(_BOX.finditer(piece.raw))
        boxes += len(found)
        ends = [*(box.start() for box in found[1:]), len(piece.raw)]
        for box, end in zip(found, ends, strict=False):
            if box.group() not in _EMPTY_BOXES:
                chosen.append(split_piece(piece, box.end(), end)[1])
    return chosen if boxes > len(chosen) == 1 else []


def colour_words(text: str, vocabulary: Vocabulary, *, loose: bool = False) -> list[str]:
    """The colours that a short text names, in order, each once; [] where it is about more.

    "Grønt lys", "Status: gul" and "Gul, men på vej" name one; a single letter only counts by
    itself.  ``loose`` takes colours out of longer texts too (alternative texts).
    """
    told = vocabulary.light_of_phrase(text)
    if told:
        return [told]
    words = normalise(text).split()
    if len(words) == 1:
        found = vocabulary.colour_of_word(words[0])
        return [found] if found else []
    colours: list[str] = []
    company = vocabulary.phrases("lights", "company")
    for place, word in enumerate(words):
        colour = vocabulary.colour_of_word(word) if len(word) > 1 else None
        if colour and (place == 0 or loose or len(words) <= 4):
            colours.append(colour)
        elif not colour and place == 0 and not loose and not company.matches(word):
            return []
    return list(dict.fromkeys(colours))
