"""The words of a page, through pdfium's text page.

pdfium gives the text of a page in one call, with spaces and line ends where it sees gaps.  Words
are cut there, and at each change of look; only their first and last characters are asked for
their place, which is what makes this reader fast.
"""

import itertools
import re
from collections.abc import Iterator
from ctypes import (
    addressof,
    byref,
    c_double,
    c_float,
    c_int,
    c_uint,
    c_ushort,
    create_string_buffer,
    sizeof,
)
from dataclasses import dataclass
from typing import Any

from medcom_extract.layout.page import Word
from medcom_extract.readers import fonts
from medcom_extract.readers.frame import Frame, text_box
from medcom_extract.readers.gaps import touches_closely, word_starts
from medcom_extract.readers.ligatures import mend_ligatures
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.marks import actual_text

__all__ = ["Look", "TextReader"]

# pdfium replaces a hyphen at a line end by U+0002, which the page's text shows as U+FFFE.
_LINE_END_HYPHEN = "\ufffe\x02"
_WORD = re.compile(
    rf"[^\s{_LINE_END_HYPHEN}\u200b\ufeff]+[{_LINE_END_HYPHEN}]?|[{_LINE_END_HYPHEN}]"
)
_HYPHENS = "-\u00ad\u2010\u2011" + _LINE_END_HYPHEN

_SOFT_HYPHEN = "\u00ad"
_HALVES = re.compile("[\ud800-\udfff]")
_SET_HYPHENS = "\u00ad\u2010"  # nobody types these: the program put them there

_INVISIBLE = 3
_CLIP_ONLY = 7
_STROKED = (1, 2, 5, 6)


@dataclass(frozen=True, slots=True)
class Look:
    """What text objects look like; one record for all that look the same."""

    size: float
    font: str
    bold: bool
    italic: bool
    color: str | None
    hidden: bool
    angle: int


class TextReader:
    """Reads the words of one pdfium text page; the handles must outlive it.

    ``by_gaps`` has each letter asked for its place, for programs that do not print all spaces.
    """

    def __init__(
        self,
        text_page: int,
        frame: Frame,
        font_names: dict[int, tuple[str, int]],
        *,
        by_gaps: bool = False,
    ):
        self._page = text_page
        self._by_gaps = by_gaps
        self._frame = frame
        self._looks: dict[int, Look] = {}
        self._styles: dict[tuple[Any, ...], Look] = {}
        self._numbers: dict[int, int] = {}
        self._fonts = font_names
        self._text = self._whole_text()
        # Filled by pdfium again and again: making a buffer costs more than the call that fills it.
        self._point, self._point_parts = _buffer(c_double, 2)
        self._asked = -1
        self._matrix, self._matrix_parts = _buffer(c_float, 6)
        self._paint, self._paint_parts = _buffer(c_uint, 4)
        self._rect = bindings.FloatRect()
        self._rect_place = addressof(self._rect)

    def words(self) -> Iterator[tuple[Word, bool]]:
        """Each word with whether it is hidden (invisible ink or outside the page)."""
        held: tuple[Word, bool] | None = None
        after = 0
        for match in _WORD.finditer(self._text):
            for first, last, handle in self._pieces_seen(*match.span()):
                word, hidden = self._word(first, last, handle)
                if held is not None and _touches(held[0], word):
                    word.glued = first == after or self._gap_is_made_up(after, first)
                    if self._by_gaps and not word.glued:
                        word.glued = touches_closely(held[0].x1, word.x0, word.size)
                if held is not None and word.glued and self._goes_on(held, (word, hidden)):
                    _append(held[0], word)
                else:
                    if held is not None:
                        yield held
                    held = (word, hidden)
                after = last + 1
        if held is not None:
            yield held

    def _gap_is_made_up(self, start: int, end: int) -> bool:
        """Whether all characters of a stretch are pdfium's own.

        On a page of few lines pdfium may take the text for vertical and part every glyph.
        """
        return all(bindings.generated(self._page, index) for index in range(start, end))

    def _goes_on(self, one: tuple[Word, bool], other: tuple[Word, bool]) -> bool:
        """Whether what touches a word is a part of it: a hyphen, or letters in the same look."""
        a, b = one[0], other[0]
        if b.text == "-":
            return True
        return (
            one[1] == other[1]
            and (a.font, a.color, a.bold, a.italic) == (b.font, b.color, b.bold, b.italic)
            and a.angle == b.angle == 0
            and abs(a.size - b.size) < 0.1
        )

    def _whole_text(self) -> str:
        count = max(bindings.char_count(self._page), 0)
        buffer = (c_ushort * (count + 1))()
        units = bindings.page_text(self._page, 0, count, buffer)
        if units - 1 == count:
            return "".join(map(chr, buffer[:count]))  # halves of a pair stay apart: one a character
        # Characters without Unicode shift the offsets: one by one then.
        codes = (bindings.char_unicode(self._page, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def _pieces_seen(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Cut a word where its look changes, and where white space is seen in it."""
        if not self._by_gaps:
            yield from self._pieces(start, end)
            return
        look = self._look(self._object(start), start)
        if look.angle:
            yield from self._pieces(start, end)
            return
        starts = [self._origin(index)[0] for index in range(start, end)]
        ends = [self._end(index) for index in range(start, end)]
        edges = [0, *word_starts(starts, ends, look.size), end - start]
        for low, high in itertools.pairwise(edges):
            yield from self._pieces(start + low, start + high)

    def _end(self, index: int) -> float:
        """The x at which a character's advance ends."""
        bindings.loose_box(self._page, index, self._rect_place)
        rect = self._rect
        return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)[2]

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Cut a word where its text object changes look: (first, last, object of the last)."""
        handle = self._object(start)
        final = end - 1
        if self._object(final) == handle:
            yield start, final, handle
            return
        first = start
        for i in range(start + 1, end):
            here = self._object(i)
            if here == handle:
                continue
            if self._parts(handle, here, i):
                yield first, i - 1, handle
                first = i
            handle = here
        yield first, final, handle

    def _parts(self, before: int, after: int, index: int) -> bool:
        """Whether two neighbouring objects differ in look, or stand on different lines."""
        one, other = self._look(before, index - 1), self._look(after, index)
        if one is not other:
            if (one.font, one.color, one.hidden, one.angle) != (
                other.font, other.color, other.hidden, other.angle,
            ):  # fmt: skip
                return True
            if abs(one.size - other.size) > 0.1:
                return True
        x0, y0 = self._origin(index - 1)
        x1, y1 = self._origin(index)
        return abs(y0 - y1) > 0.3 * one.size or not -0.5 < x1 - x0 < 2.5 * one.size

    def _object(self, index: int) -> int:
        return bindings.char_object(self._page, index) or 0

    def _origin(self, index: int) -> tuple[float, float]:
        if index != self._asked:
            bindings.char_origin(self._page, index, *self._point_parts)
            self._asked = index
        return self._frame.point(self._point[0], self._point[1])

    def _word(self, first: int, last: int, handle: int) -> tuple[Word, bool]:
        look = self._look(handle, last)
        text = _whole(self._text[first : last + 1])
        if _SOFT_HYPHEN in text[:-1]:
            text = self._without_soft_hyphens(first, last)
        apart: bool | None = None
        if text[-1] in _HYPHENS:
            text = text[:-1] + "-"
            apart = last > first and self._object(last - 1) != self._object(last)
        start = self._origin(first)
        bindings.loose_box(self._page, last, self._rect_place)
        rect = self._rect
        end = self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        x0, top, x1, bottom = text_box(start, end, look.size, look.angle)
        baseline = bottom if look.angle else start[1]
        word = Word(
            text, x0, top, x1, bottom, baseline, look.size, look.font, look.bold, look.italic,
            look.color, hyphen_apart=apart, angle=look.angle,
            text_object=self._numbers.setdefault(handle, len(self._numbers)),
        )  # fmt: skip
        word.hyphen_set = self._text[last] in _SET_HYPHENS
        return word, look.hidden or self._outside(word)

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

    def _outside(self, word: Word) -> bool:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return not (-1 <= x <= self._frame.width + 1 and -1 <= y <= self._frame.height + 1)

    def _look(self, handle: int, index: int) -> Look:
        """The look of a text object, one character of which is given.

        Chromium makes an object of each letter; so objects that agree in all that is asked of
        pdfium share one record.
        """
        look = self._looks.get(handle)
        if look is None:
            style = self._style(handle, index)
            look = self._styles.get(style)
            if look is None:
                look = self._styles[style] = self._read_look(handle, index, style)
            self._looks[handle] = look
        return look

    def _style(self, handle: int, index: int) -> tuple[Any, ...]:
        """Font, size, render mode, matrix and paint of a text object."""
        bindings.char_matrix(self._page, index, self._matrix_parts[0])
        painted = handle and bindings.fill_color(handle, *self._paint_parts)
        return (
            bindings.text_font(handle) if handle else 0,
            bindings.font_size(self._page, index),
            bindings.render_mode(handle) if handle else 0,
            tuple(self._matrix[:4]),
            tuple(self._paint) if painted else None,
        )

    def _read_look(self, handle: int, index: int, style: tuple[Any, ...]) -> Look:
        _, points, mode, (a, b, c, d), paint = style
        name, flags = self._font(handle, index)
        red, green, blue, alpha = paint or (0, 0, 0, 255)
        color = f"#{red:02x}{green:02x}{blue:02x}"
        return Look(
            size=round(points * ((c**2 + d**2) ** 0.5 or 1.0), 2),
            font=name,
            bold=fonts.is_bold(name, flags) or (mode in _STROKED and mode != 1),
            italic=fonts.is_italic(name, flags),
            color=None if color == "#000000" else color,
            hidden=mode in (_INVISIBLE, _CLIP_ONLY) or alpha == 0,
            angle=self._frame.direction(a, b) if a or b else 0,
        )

    def _font(self, handle: int, index: int) -> tuple[str, int]:
        font = bindings.text_font(handle) if handle else 0
        known = self._fonts.get(font or 0) if font else None
        if known is None:
            buffer, flags = create_string_buffer(256), c_int()
            bindings.font_info(self._page, index, buffer, 256, byref(flags))
            known = (fonts.plain_name(buffer.value.decode("utf-8", "replace")), flags.value)
            if font:
                self._fonts[font] = known
        return known


def _buffer(kind: Any, count: int) -> tuple[Any, list[int]]:
    """An array for pdfium to fill, and the address of each of its parts."""
    array = (kind * count)()
    start = addressof(array)
    return array, [start + index * sizeof(kind) for index in range(count)]


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
    return -0.3 * word.size < word.x0 - before.x1 < 0.1 * word.size


def _append(word: Word, more: Word) -> None:
    """Lengthen a word by what touches it in the same look."""
    if more.text == "-":
        word.hyphen_apart = word.text_object != more.text_object
    else:
        word.hyphen_apart = more.hyphen_apart
    word.hyphen_set = more.hyphen_set
    word.text += more.text
    word.x1 = more.x1
    word.text_object = more.text_object
