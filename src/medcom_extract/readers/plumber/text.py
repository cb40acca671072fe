"""Text objects: what one showing operator draws, letter by letter.

Words are cut where pdfium cuts them, by its own two measures: within an object by the kerning
(half of the font's space), between objects by the letters on both sides of the gap.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfinterp import PDFTextState
from pdfminer.utils import Matrix, apply_matrix_pt, mult_matrix

from medcom_extract.readers.frame import Frame
from medcom_extract.readers.look import Look
from medcom_extract.readers.plumber.fonts import Face
from medcom_extract.readers.plumber.state import State

__all__ = ["Glyph", "Look", "TextObject", "ordered", "read_object"]

Point = tuple[float, float]

_INVISIBLE, _CLIP_ONLY = 3, 7
_DRAWN_BOLD = (2, 5, 6)


@dataclass(slots=True)
class Glyph:
    """A character: its text (several letters for a ligature), from origin to end of advance.

    ``apart`` tells that the kerning before it makes up a space.
    """

    text: str
    start: Point
    end: Point
    width: float
    apart: bool = False


@dataclass(slots=True)
class TextObject:
    """The characters of one showing operator; ``scale`` is shown points per text unit."""

    look: Look
    scale: float
    direction: Point
    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


def read_object(
    text: PDFTextState, pieces: list[Any], ctm: Matrix, state: State, face: Face, frame: Frame
) -> TextObject:
    """Lay out the characters of a showing operator, and move the text position past them."""
    matrix = mult_matrix(text.matrix, ctm)
    found = TextObject(
        _look(text, matrix, state, face, frame),
        (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5 or 1.0,
        _direction(matrix, frame),
    )
    cursor = _Cursor(text, matrix, face, frame)
    base = _least_spacing(text, pieces)
    kern = 0.0
    for piece in pieces:
        if isinstance(piece, int | float):
            cursor.kern(piece)
            kern -= piece * 0.001 * text.fontsize
        elif isinstance(piece, bytes):
            for code in face.font.decode(piece):
                gap = kern + text.charspace - base
                apart = bool(found.glyphs) and 0 < _threshold(face, text, code) <= gap
                found.glyphs.append(cursor.glyph(code, apart))
                kern = 0.0
    text.linematrix = cursor.place
    return found


class _Cursor:
    """The place in a line of text, in text space before its matrix."""

    def __init__(self, text: PDFTextState, matrix: Matrix, face: Face, frame: Frame):
        self._text = text
        self._matrix = matrix
        self._face = face
        self._frame = frame
        self._across = text.scaling * 0.01
        self._vertical = face.font.is_vertical()
        self.place: Point = text.linematrix

    def kern(self, amount: float) -> None:
        if self._vertical:
            self._move(-amount * 0.001 * self._text.fontsize)
        else:
            self._move(-amount * 0.001 * self._text.fontsize * self._across)

    def glyph(self, code: int, apart: bool) -> Glyph:
        text = self._text
        width = self._face.font.char_width(code) * text.fontsize
        start = self._shown()
        before = self.place
        self._move(width * (1.0 if self._vertical else self._across))
        end = self._shown()
        space = text.charspace
        if code == 32 and not self._face.font.is_multibyte():
            space += text.wordspace
        self.place = before
        self._move((width + space) * (1.0 if self._vertical else self._across))
        return Glyph(self._face.letter(code), start, end, width, apart)

    def _move(self, by: float) -> None:
        x, y = self.place
        self.place = (x, y + by) if self._vertical else (x + by, y)

    def _shown(self) -> Point:
        x, y = self.place
        return self._frame.point(*apply_matrix_pt(self._matrix, (x, y + self._text.rise)))


def _look(text: PDFTextState, matrix: Matrix, state: State, face: Face, frame: Frame) -> Look:
    size = abs(text.fontsize) * ((matrix[2] ** 2 + matrix[3] ** 2) ** 0.5 or 1.0)
    color = state.fill.color(1.0)
    return Look(
        size=round(size, 2),
        font=face.name,
        bold=face.bold or text.render in _DRAWN_BOLD,
        italic=face.italic,
        color=None if color == "#000000" else color,
        hidden=text.render in (_INVISIBLE, _CLIP_ONLY) or round(255 * state.fill_alpha) <= 0,
        angle=frame.direction(matrix[0], matrix[1]) if matrix[0] or matrix[1] else 0,
    )


def _direction(matrix: Matrix, frame: Frame) -> Point:
    """The direction of the text on the shown page, as a vector of length 1."""
    x0, y0 = frame.point(0.0, 0.0)
    x1, y1 = frame.point(matrix[0], matrix[1])
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    return ((x1 - x0) / length, (y1 - y0) / length) if length else (1.0, 0.0)


def _least_spacing(text: PDFTextState, pieces: list[Any]) -> float:
    """The spacing that all letters of letter-spaced text have: no gap between words."""
    if not text.charspace:
        return 0.0
    kerns = [-p * 0.001 * text.fontsize for p in pieces if isinstance(p, int | float)]
    return max(0.0, min([text.charspace, *(kern + text.charspace for kern in kerns)]))


def _threshold(face: Face, text: PDFTextState, code: int) -> float:
    """The gap from which on a kerning is a space, in text units."""
    space = face.code(" ")
    width = face.font.char_width(space) if space is not None else 0.0
    if 0 < width <= 1 / 3:
        return width / 2 * text.fontsize
    return _normal(1000 * face.font.char_width(code)) * text.fontsize / 1000


def _normal(width: float) -> float:
    for limit, part in ((300, 2), (500, 4), (700, 5)):
        if width < limit:
            return width / part
    return width / 6


def ordered(objects: list[TextObject]) -> Iterator[TextObject]:
    """Text objects in the order of reading, whatever order those of a line were drawn in."""
    line: list[TextObject] = []
    for found in objects:
        if line and not _on_line(line[-1], found):
            yield from line
            line = []
        at = len(line)
        while at and _along(line[at - 1], found) < 0:
            at -= 1
        line.insert(at, found)
    yield from line


def _on_line(before: TextObject, after: TextObject) -> bool:
    """Whether an object stands on the line of the one drawn before it."""
    if before.look.angle != after.look.angle:
        return False
    last, first = before.glyphs[-1], after.glyphs[0]
    reach = max(last.width * before.scale, first.width * after.scale) / 2
    return abs(_across(before, before.glyphs[0], first)) <= reach


def _along(before: TextObject, after: TextObject) -> float:
    """Points from the start of one object to the start of another, in the direction of text."""
    (x0, y0), (x1, y1) = before.glyphs[0].start, after.glyphs[0].start
    return (x1 - x0) * before.direction[0] + (y1 - y0) * before.direction[1]


def _across(text: TextObject, before: Glyph, after: Glyph) -> float:
    """Points from one origin to another, square to the direction of text."""
    (x0, y0), (x1, y1) = before.start, after.start
    return (y1 - y0) * text.direction[0] - (x1 - x0) * text.direction[1]
