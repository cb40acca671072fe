"""The words of a page, through pdfium's text page.

pdfium gives the text of a page in one call, with spaces and line ends where it sees gaps.  Words
are cut there, and at each change of look; only their first and last characters are asked for
their place, which is what makes this reader fast.
"""

import re
import sys
from array import array
from collections.abc import Iterable, Set
from typing import Any

from medcom_extract.document import Box
from medcom_extract.layout.page import Page, Word
from medcom_extract.readers.frame import Frame, text_box
from medcom_extract.readers.gaps import touches_closely, word_starts
from medcom_extract.readers.ligatures import mend_ligatures
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.looks import Look, Looks, Wardrobe
from medcom_extract.readers.pdfium.marks import actual_text
from medcom_extract.readers.pdfium.pieces import cut_words

__all__ = ["TextReader"]

# pdfium replaces a hyphen at a line end by U+0002, which the page's text shows as U+FFFE.
_LINE_END_HYPHEN = "\ufffe\x02"
_WORD = re.compile(
    rf"[^\s{_LINE_END_HYPHEN}\u200b\ufeff]+[{_LINE_END_HYPHEN}]?|[{_LINE_END_HYPHEN}]"
)
_HYPHENS = "-\u00ad\u2010\u2011" + _LINE_END_HYPHEN

_SOFT_HYPHEN = "\u00ad"
_HALVES = re.compile("[\ud800-\udfff]")
_SET_HYPHENS = "\u00ad\u2010"  # nobody types these: the program put them there
_NEAR = 0.1
"""Share of the font size within which two words touch: a space is wider."""

_UTF16 = f"utf-16-{sys.byteorder[0]}e"
_RARE = re.compile(rf"[\ud800-\udfff{_SET_HYPHENS}]")


class TextReader:
    """Reads the words of one pdfium text page; the handles must outlive it.

    ``by_gaps`` has each letter asked for its place, for programs that do not print all spaces.
    """

    def __init__(
        self,
        text_page: int,
        frame: Frame,
        wardrobe: Wardrobe,
        *,
        by_gaps: bool = False,
    ):
        self._page = text_page
        self._by_gaps = by_gaps
        self._frame = frame
        self._looks = Looks(text_page, frame, wardrobe)
        self._numbers: dict[int, int] = {}
        self._text = self._whole_text()
        self._plain = not _RARE.search(self._text) and mend_ligatures(self._text) == self._text
        # A word is on the page whose middle is, by a point: so are the sums of its edges.
        self._reach, self._depth = 2 * frame.width + 2, 2 * frame.height + 2

    @property
    def text_objects(self) -> Set[int]:
        """Text objects of which characters were read; some of few characters may not be here."""
        return self._looks.seen

    def read(self, page: Page) -> None:
        """Fill a page's words, and its hidden ones: invisible ink, or outside the page."""
        held: Word | None = None
        into, after = page.words, 0
        for first, last, word, invisible in self._made():
            within = (
                -2 <= word.x0 + word.x1 <= self._reach
                and -2 <= word.top + word.bottom <= self._depth
            )
            place = page.words if within and not invisible else page.hidden
            if (
                held is not None
                and word.x0 - held.x1 < _NEAR * word.size  # most words stand apart
                and self._joins(held, word, after, first)
                and place is into
            ):
                _append(held, word)
            else:
                place.append(word)
                held, into = word, place
            after = last + 1

    def _joins(self, held: Word, word: Word, after: int, first: int) -> bool:
        """Whether a piece goes on with the word before, which ends before the character
        ``after``; marks one that touches it.
        """
        if held.angle and _follows(held, word):
            return self._gap_is_made_up(after, first)
        if _touches(held, word):
            word.glued = first == after or self._gap_is_made_up(after, first)
            if self._by_gaps and not word.glued:
                word.glued = touches_closely(held.x1, word.x0, word.size)
        return word.glued and _goes_on(held, word)

    def _made(self) -> Iterable[tuple[int, int, Word, bool]]:
        """The pieces of words: first and last character, the piece, whether its ink is unseen."""
        starts, finals = self._spans()
        pieces = cut_words(self._page, self._text, starts, finals, self._frame, self._looks)
        firsts, lasts = pieces.firsts, pieces.lasts
        looks = [self._looks[handle] for handle in pieces.handles]
        x, y = self._frame.points(*bindings.origins_of(self._page, firsts))
        edges = bindings.advances_of(self._page, lasts)
        rights = self._rights(edges)
        made = list(map(self._word, firsts, lasts, pieces.handles, looks, x, y, rights))
        for at, look in enumerate(looks):
            if look.angle:
                left, top, right, bottom = edges[4 * at : 4 * at + 4]
                _turn(made[at], (x[at], y[at]), self._frame.box(left, bottom, right, top))
        return zip(firsts, lasts, made, [look.hidden for look in looks], strict=True)

    def _gap_is_made_up(self, start: int, end: int) -> bool:
        """Whether all characters of a stretch are pdfium's own.

        On a page of few lines pdfium may take the text for vertical and part every glyph, as it
        does with text that is turned.
        """
        return all(bindings.generated(self._page, index) for index in range(start, end))

    def _whole_text(self) -> str:
        count = max(bindings.char_count(self._page), 0)
        codes, places = bindings.numbers("H", count + 1)
        units = bindings.page_text(self._page, 0, count, places[0])
        if units - 1 == count:
            text = codes[:count].tobytes().decode(_UTF16, "surrogatepass")
            # Halves of a pair stay apart: one a character.
            return text if len(text) == count else "".join(map(chr, codes[:count]))
        # Characters without Unicode shift the offsets: one by one then.
        each = (bindings.char_unicode(self._page, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in each)

    def _spans(self) -> tuple[list[int], list[int]]:
        """First and last characters of what no white space parts."""
        spans = [match.span() for match in _WORD.finditer(self._text)]
        starts, finals = [start for start, _ in spans], [end - 1 for _, end in spans]
        return self._parted_by_gaps(starts, finals) if self._by_gaps else (starts, finals)

    def _parted_by_gaps(self, starts: list[int], finals: list[int]) -> tuple[list[int], list[int]]:
        """The same, cut where white space is seen."""
        objects = bindings.objects_of(self._page, starts)
        self._looks.learn(objects, starts)
        firsts: list[int] = []
        lasts: list[int] = []
        for start, final, handle in zip(starts, finals, objects, strict=True):
            look = self._looks[handle]
            edges = [start]
            if not look.angle:
                letters = range(start, final + 1)
                lefts, _ = self._frame.points(*bindings.origins_of(self._page, letters))
                rights = self._rights(bindings.advances_of(self._page, letters))
                parts = word_starts(lefts, rights, look.size)
                edges += [start + at for at in parts]
            firsts += edges
            lasts += [*(edge - 1 for edge in edges[1:]), final]
        return firsts, lasts

    def _object(self, index: int) -> int:
        found: int = bindings.char_object(self._page, index)
        return found

    def _rights(self, edges: "array[Any]") -> list[float]:
        """Where advances end on the shown page, as ``advances_of`` gives them."""
        if self._frame.turns:
            sides = (edges[side::4] for side in (0, 3, 2, 1))
            return [box[2] for box in map(self._frame.box, *sides)]
        left = self._frame.left
        return [x - left for x in map(max, edges[::4], edges[2::4])]

    def _word(
        self, first: int, last: int, handle: int, look: Look, x: float, y: float, right: float
    ) -> Word:
        """A piece of level text, by the origin of its first character and where its last ends."""
        text = self._text[first : last + 1] if self._plain else self._spelled(first, last)
        apart: bool | None = None
        if text[-1] in _HYPHENS:
            text = text[:-1] + "-"
            apart = last > first and self._object(last - 1) != self._object(last)
        size, numbers = look.size, self._numbers
        word = Word(
            text, x, y - 0.75 * size, right, y + 0.25 * size, y,
            size, look.font, look.bold, look.italic,
            look.color, False, apart, False, numbers.setdefault(handle, len(numbers)), look.angle,
        )  # fmt: skip
        if not self._plain:
            word.hyphen_set = self._text[last] in _SET_HYPHENS
        return word

    def _spelled(self, first: int, last: int) -> str:
        """The text of a word on a page with characters that need a look."""
        text = _whole(self._text[first : last + 1])
        return self._without_soft_hyphens(first, last) if _SOFT_HYPHEN in text[:-1] else text

    def _without_soft_hyphens(self, first: int, last: int) -> str:
        """A word's text without the soft hyphens inside it.

        Chromium gives a ligature with a soft hyphen in it as replacement text, and pdfium mixes
        up the letters of longer ones; the mark of the text object has them in order.
        """
        pieces: list[str] = []
        index = first
        while index <= last:
            handle = self._object(index)
            end = index
            while end <= last and self._object(end) == handle:
                end += 1
            text = self._text[index:end]
            if _SOFT_HYPHEN in text:
                actual = actual_text(handle)
                text = actual if sorted(actual) == sorted(text) else text
            pieces.append(text)
            index = end
        whole = _whole("".join(pieces))
        return whole[:-1].replace(_SOFT_HYPHEN, "") + whole[-1:]


def _whole(text: str) -> str:
    """A text with the halves of surrogate pairs made one, and turned ligatures put right."""
    if text.isascii():
        return text
    if _HALVES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return mend_ligatures(text)


def _touches(before: Word, word: Word) -> bool:
    """Whether a word begins on the same line where the one before it ends."""
    if before.angle or word.angle or abs(before.baseline - word.baseline) > 0.4 * before.size:
        return False
    return -0.3 * word.size < word.x0 - before.x1 < _NEAR * word.size


def _follows(before: Word, word: Word) -> bool:
    """Whether a turned word begins where the one before it ends, in the same look."""
    gaps = (
        word.x0 - before.x1, before.x0 - word.x1, word.top - before.bottom, before.top - word.bottom
    )  # fmt: skip
    return (
        (before.angle, before.font, before.color, before.bold, before.italic)
        == (word.angle, word.font, word.color, word.bold, word.italic)
        and abs(before.size - word.size) < 0.1
        and max(gaps) < _NEAR * word.size
    )


def _turn(word: Word, start: tuple[float, float], end: Box) -> None:
    """Give a word that is not level its box: from its first character's origin to its end."""
    word.x0, word.top, word.x1, word.bottom = text_box(start, end, word.size, word.angle)
    word.baseline = word.bottom


def _goes_on(one: Word, other: Word) -> bool:
    """Whether what touches a word is a part of it: a hyphen, or letters in the same look."""
    if other.text == "-":
        return True
    return (
        (one.font, one.color, one.bold, one.italic)
        == (other.font, other.color, other.bold, other.italic)
        and one.angle == other.angle == 0
        and abs(one.size - other.size) < 0.1
    )


def _append(word: Word, more: Word) -> None:
    """Lengthen a word by what touches it in the same look."""
    if more.text == "-":
        word.hyphen_apart = word.text_object != more.text_object
    else:
        word.hyphen_apart = more.hyphen_apart
    word.hyphen_set = more.hyphen_set
    word.text += more.text
    if word.angle:
        word.x0, word.x1 = min(word.x0, more.x0), max(word.x1, more.x1)
        word.top, word.bottom = min(word.top, more.top), max(word.bottom, more.bottom)
        word.baseline = word.bottom
    else:
        word.x1 = more.x1
    word.text_object = more.text_object
