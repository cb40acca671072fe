"""Text objects to words."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from medcom_extract.layout.page import Word
from medcom_extract.readers.frame import Frame, text_box
from medcom_extract.readers.gaps import touches_closely, word_starts
from medcom_extract.readers.ligatures import mend_ligatures
from medcom_extract.readers.plumber.text import Glyph, TextObject, ordered

__all__ = ["words_of"]

_HYPHENS = "-\u00ad\u2010\u2011"
_SEEN = 0.15
"""Share of the font size that a hyphen takes at least to be seen."""

_SET_HYPHENS = "\u00ad\u2010"  # nobody types these: the program put them there
_NOTHING = "\u200b\ufeff\x00"
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip

_LOOK_BACK = 7
"""Characters before one in which its double is looked for (bold that is made by drawing twice)."""

_DOUBLE = 0.07
"""Share of the font size within which a character drawn again is the same."""


@dataclass(slots=True)
class _Letter:
    """A visible character; ``cut`` tells that a word ended before it, ``spaced`` at a
    space; ``trails`` tells that a space follows it in its object.
    """

    text: str
    glyph: Glyph
    owner: TextObject
    number: int
    cut: bool = False
    spaced: bool = False
    trails: bool = False


def words_of(
    objects: list[TextObject], frame: Frame, *, by_gaps: bool = False
) -> Iterator[tuple[Word, bool]]:
    """Each word with whether it is hidden (invisible ink or outside the page).

    ``by_gaps`` has white space between letters part words, for programs that do not print all
    spaces.
    """
    held: tuple[Word, bool] | None = None
    for letters in _cut_at_gaps(objects) if by_gaps else _cut(objects):
        word, hidden = _word(letters, frame)
        if held is not None:
            word.glued = not letters[0].spaced and _touches(held[0], word)
            if by_gaps and letters[0].spaced and _touches(held[0], word):
                word.glued = touches_closely(held[0].x1, word.x0, word.size)
            if word.glued and hidden == held[1] and _continues(held[0], word):
                held[0].text += word.text
                held[0].x1 = word.x1
                held[0].text_object = word.text_object
                continue
            yield held
        held = (word, hidden)
    if held is not None:
        yield held


def _cut(objects: list[TextObject]) -> Iterator[list[_Letter]]:
    """Letters that stand together in one look."""
    word: list[_Letter] = []
    for letter in _letters(objects):
        if word and (letter.cut or _parts(word[-1], letter)):
            yield word
            word = []
        word.append(letter)
    if word:
        yield word


def _cut_at_gaps(objects: list[TextObject]) -> Iterator[list[_Letter]]:
    """The same, cut again where white space is seen."""
    for letters in _cut(objects):
        look = letters[0].owner.look
        if look.angle:
            yield letters
            continue
        starts = [letter.glyph.start[0] for letter in letters]
        ends = [letter.glyph.end[0] for letter in letters]
        edges = [0, *word_starts(starts, ends, look.size), len(letters)]
        for low, high in itertools.pairwise(edges):
            yield letters[low:high]


def _touches(before: Word, word: Word) -> bool:
    """Whether a word begins on the same line where the one before it ends."""
    if before.angle or word.angle or abs(before.baseline - word.baseline) > 0.4 * before.size:
        return False
    return -0.3 * word.size < word.x0 - before.x1 < 0.1 * word.size


def _continues(before: Word, word: Word) -> bool:
    """Whether a word that touches the one before it is a part of it."""
    if word.text == "-":
        return True
    one = (before.font, before.color, before.bold, before.italic, before.angle)
    other = (word.font, word.color, word.bold, word.italic, word.angle)
    return one == other and abs(before.size - word.size) < 0.1


def _letters(objects: list[TextObject]) -> Iterator[_Letter]:
    """Visible characters in the order of reading, with whether a word ended before each."""
    recent: list[_Letter] = []
    for number, owner in enumerate(ordered(objects), 1):
        spaced = apart = False
        for glyph in owner.glyphs:
            text = "".join(_LIGATURES.get(c, c) for c in glyph.text if c not in _NOTHING)
            spaced, apart = spaced or text[:1].isspace(), apart or glyph.apart
            if not text.strip():
                continue
            letter = _Letter(text.strip(), glyph, owner, number)
            if any(_is_double(letter, other) for other in recent):
                continue
            if recent and recent[-1].owner is not owner:
                apart = apart or _is_gap(recent[-1], letter)
                spaced = spaced or recent[-1].trails
            letter.spaced, letter.cut = spaced, spaced or apart or not recent
            letter.trails = spaced = text[-1:].isspace()
            apart = False
            recent = [*recent[1 - _LOOK_BACK :], letter]
            yield letter
        if recent and recent[-1].owner is owner:
            recent[-1].trails = spaced


def _is_double(letter: _Letter, other: _Letter) -> bool:
    near = _DOUBLE * letter.owner.look.size
    return (
        letter.text == other.text
        and letter.owner.look.font == other.owner.look.font
        and abs(letter.glyph.start[0] - other.glyph.start[0]) < near
        and abs(letter.glyph.start[1] - other.glyph.start[1]) < near
    )


def _is_gap(before: _Letter, after: _Letter) -> bool:
    """Whether a word ends between the last letter of an object and the first of the next."""
    one, other = before.owner, after.owner
    if one.look.angle != other.look.angle:
        return True
    (x0, y0), (x1, y1) = before.glyph.end, after.glyph.start
    along = (x1 - x0) * one.direction[0] + (y1 - y0) * one.direction[1]
    across = (y1 - y0) * one.direction[0] - (x1 - x0) * one.direction[1]
    if abs(across) > 0.6 * max(one.look.size, other.look.size):
        return True
    widths = (before.glyph.width * one.scale, after.glyph.width * other.scale)
    return along > _gap_limit(before, after) or along < -max(widths) - 0.5


def _gap_limit(before: _Letter, after: _Letter) -> float:
    one, other = before.owner, after.owner
    last, first = before.glyph.width * one.scale, after.glyph.width * other.scale
    size = one.look.size if last >= first else other.look.size
    width = 1000 * max(last, first) / size if size else 0.0
    for limit, part in ((400, 2), (700, 4), (800, 5)):
        if width < limit:
            return width / part * size / 1000
    return width / 6 * size / 1000


def _parts(before: _Letter, after: _Letter) -> bool:
    """Whether the look changes in the middle of a word, or the line does."""
    if before.owner is after.owner:
        return False
    one, other = before.owner.look, after.owner.look
    if (one.font, one.color, one.hidden, one.angle) != (
        other.font, other.color, other.hidden, other.angle,
    ):  # fmt: skip
        return True
    if abs(one.size - other.size) > 0.1:
        return True
    return abs(after.glyph.start[1] - before.glyph.start[1]) > 0.3 * one.size and not one.angle


def _printed(letter: _Letter) -> str:
    """A letter's text; a soft hyphen that takes room is the hyphen it is seen as (Typst)."""
    if letter.text != "\u00ad":
        return letter.text
    (x0, y0), (x1, y1) = letter.glyph.start, letter.glyph.end
    return "-" if max(abs(x1 - x0), abs(y1 - y0)) > _SEEN * letter.owner.look.size else letter.text


def _word(letters: list[_Letter], frame: Frame) -> tuple[Word, bool]:
    look = letters[-1].owner.look
    text = mend_ligatures("".join(map(_printed, letters)))
    text = text[:-1].replace("\u00ad", "") + ("-" if text[-1] in _HYPHENS else text[-1])
    start, end = letters[0].glyph.start, letters[-1].glyph.end
    box = text_box(start, (*end, *end), look.size, look.angle)
    word = Word(
        text, *box, baseline=box[3] if look.angle else start[1], size=look.size, font=look.font,
        bold=look.bold, italic=look.italic, color=look.color,
        text_object=letters[-1].number, angle=look.angle,
    )  # fmt: skip
    if word.text.endswith("-") and len(letters) > 1:
        word.hyphen_apart = letters[-1].owner is not letters[-2].owner
        word.hyphen_set = letters[-1].text in _SET_HYPHENS
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    outside = not (-1 <= x <= frame.width + 1 and -1 <= y <= frame.height + 1)
    return word, look.hidden or outside
