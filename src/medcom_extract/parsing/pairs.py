"""Two lights in one place: today's, and the one from last time.

A header ("Sidst → nu"), a sentence ("venstre halvdel viser status ved sidste møde, højre halvdel
status nu") or an arrow from one light to the other tells which is which.  Nothing is guessed: where
nothing tells, the first is the light and a warning says that there are several.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from medcom_extract.document import Document, Location, Mark, Paragraph
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.pieces import Piece
from medcom_extract.parsing.witnesses import Witness
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["leads_on", "part_pair", "told_order"]

_Kind = Literal["first", "second", "before", "now"]
_KINDS: tuple[_Kind, ...] = ("before", "now", "first", "second")
_ONWARD = re.compile(r"[→➔➜⇒➡⇨►▶]|[-=]>")
_PARTED = re.compile(r"[→➔➜⇒➡⇨►▶←>/|()–-]")
_LONGEST_HEADER, _LONGEST = 40, 300


class _Word(NamedTuple):
    kind: _Kind
    text: str


def told_order(document: Document, vocabulary: Vocabulary, grids: Grids) -> tuple[str, str] | None:
    """Which of two lights is today's (``first`` or ``second``), and the name of the other one.

    Headers of tables are asked, and the lines outside tables; None where none of them tells.
    """
    found = [
        *(_by_header(text, vocabulary) for text in _headers(document, vocabulary, grids)),
        *(_by_sentence(text, vocabulary) for text in _sentences(document, vocabulary)),
    ]
    return next(filter(None, found), None)


def _headers(document: Document, vocabulary: Vocabulary, grids: Grids) -> list[str]:
    """The texts of first rows that may name a former time beside a sign; a document has few."""
    texts: dict[str, None] = {}
    for table in document.tables():
        grid = grids.of(table)
        texts.update(dict.fromkeys(map(grid.text, grid.row(0))))
    short = [text for text in texts if len(text) <= _LONGEST_HEADER and _PARTED.search(text)]
    times = vocabulary.phrases("pairs", "before").firsts if short else ()
    return [text for text in short if any(time in text.casefold() for time in times)]


def _sentences(document: Document, vocabulary: Vocabulary) -> list[str]:
    """The paragraphs outside tables that may speak of sides."""
    sides = vocabulary.phrases("pairs", "first").firsts
    texts = [block.text.casefold() for block in document.blocks if isinstance(block, Paragraph)]
    return [t for t in texts if len(t) <= _LONGEST and any(side in t for side in sides)]


def _by_header(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Two times and nothing else but "Status": "Sidst → nu", "Nu (før)"."""
    words = list(_words(text, vocabulary))
    if sorted(word.kind for word in words) != ["before", "now"]:
        return None
    left = normalise(text)
    for word in words:
        left = left.replace(word.text, "", 1)
    left = " ".join(word for word in left.split() if len(word) > 2)  # "/" is read as "og"
    if left and "status" not in vocabulary.column_roles(left):
        return None
    return _order(words[0].kind == "before", words)


def _by_sentence(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """A sentence about lights that gives each side its time, and no other sides and times."""
    if not vocabulary.phrases("pairs", "lights").found_in(text):
        return None
    words = list(_words(text, vocabulary))
    pairs = [{word.kind for word in words[at : at + 2]} for at in (0, 2)]
    if len(words) != 4 or set.union(*pairs) != set(_KINDS):
        return None
    if {"first", "before"} in pairs:
        return _order(True, words)
    return _order(False, words) if {"first", "now"} in pairs else None


def _order(later: bool, words: Sequence[_Word]) -> tuple[str, str]:
    name = next(word.text for word in words if word.kind == "before")
    return "second" if later else "first", name.capitalize()


def _words(text: str, vocabulary: Vocabulary) -> Iterator[_Word]:
    """The words for sides and times in a text, in order."""
    words = normalise(text).split()
    at = 0
    while at < len(words):
        rest = " ".join(words[at:])
        lengths = {kind: vocabulary.phrases("pairs", kind).starts(rest) for kind in _KINDS}
        kind = max(_KINDS, key=lambda one: lengths[one])
        if lengths[kind]:
            yield _Word(kind, " ".join(words[at : at + lengths[kind]]))
        at += max(1, lengths[kind])


def leads_on(marks: Sequence[Mark], pieces: Sequence[Piece]) -> bool:
    """Whether an arrow leads from one thing to another: two marks, or two words or signs."""
    arrows = [(piece, found) for piece in pieces if (found := _ONWARD.search(piece.raw))]
    if len(arrows) != 1:
        return False
    piece, found = arrows[0]
    before, after = piece.raw[: found.start()].split(), piece.raw[found.end() :].split()
    if before or after:
        return len(before) == len(after) == 1
    return len(marks) == 2 and _between(piece.locations, [mark.locations for mark in marks])


def _between(place: tuple[Location, ...], others: list[tuple[Location, ...]]) -> bool:
    """Whether something stands between two others; where no places are known it does."""
    boxes = [one[0].bbox if one else None for one in (place, *others)]
    middles = [(box[0] + box[2]) / 2 for box in boxes if box is not None]
    return len(middles) < len(boxes) or sorted(middles)[1] == middles[0]


def part_pair(witnesses: list[Witness], order: str | None) -> tuple[list[Witness], Witness | None]:
    """The witnesses of today's light, and the one of last time's; None where there are not two."""
    drawn = [w for w in witnesses if w.evidence not in ("text", "alt-text", "shading")]
    spoken = [w for w in witnesses if w.evidence == "text"]
    lights = [w for w in drawn if w.light and not w.trend] or spoken
    if order is None or len(lights) != 2:
        return witnesses, None
    before = sorted(lights, key=_side)[0 if order == "second" else 1]
    return [w for w in witnesses if w is not before], before


def _side(witness: Witness) -> float:
    """How far to the right (or, below each other, down) a mark stands on its page."""
    box = witness.locations[0].bbox if witness.locations else None
    return box[0] + box[1] if box is not None else 0.0
