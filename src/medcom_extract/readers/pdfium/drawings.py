"""Paths, pictures and shadings of a page, through pdfium's page objects."""

import hashlib
from collections.abc import Iterable, Set
from ctypes import byref, c_ulong, string_at
from dataclasses import dataclass
from itertools import filterfalse, repeat
from typing import Any

from pypdfium2 import raw

from medcom_extract.document import Box, Patch
from medcom_extract.layout.page import LARGEST_MARK, THINNEST_FILL, Artwork, Page
from medcom_extract.readers.frame import is_level
from medcom_extract.readers.paths import (
    Clip,
    Path,
    Point,
    SubPath,
    add_clipped_side,
    add_mark,
    add_path,
    box_of,
    clip_subpaths,
    meet,
    part_seen,
)
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.frame import Affine, Frame
from medcom_extract.readers.pdfium.marks import base_font_name
from medcom_extract.readers.pdfium.rendering import Renderer

__all__ = ["DrawingReader"]

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2

_TOLD_SPACES = (
    raw.FPDF_COLORSPACE_DEVICEGRAY, raw.FPDF_COLORSPACE_DEVICERGB, raw.FPDF_COLORSPACE_CALGRAY,
    raw.FPDF_COLORSPACE_CALRGB, raw.FPDF_COLORSPACE_ICCBASED, raw.FPDF_COLORSPACE_INDEXED,
)  # fmt: skip

_IDENTITY: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

MOST_OBJECTS = 50_000
"""Page objects, those in forms included; a page with more is a drawing, not a report."""

_STAND_INS = ("#bfbfbf", "#ffffff")
"""What pdfium gives as the colour of a tiling pattern, and of a shading used as a pattern."""

DEEPEST_FORM = 8
MOST_SEGMENTS = 4_000
"""Segments of one path; a longer path is a map or a chart, of which only the box is kept."""


_MANY_SEGMENTS = 16
"""Segments of a path from which it pays to ask for its box before its points."""

MOST_CLIPS = 8
"""Clips of one object that are looked at; they are nested, so the first ones are the largest."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a form stands: its matrix to the shown page, what is left to be drawn on, forms around
    it.
    """

    matrix: Affine
    clip: Clip | None = None
    depth: int = 0


class DrawingReader:
    """Fills a page's rules, fills and artwork.

    ``palettes`` is shared over the pages of a document, so that a picture used many times is
    decoded once.  ``complete`` turns False where a page holds more than the limits allow;
    ``unseen_emoji`` turns True where it has emoji that pdfium leaves out of its text: such a text
    object is none of ``lettered``, those of which letters were read.
    """

    def __init__(
        self,
        handle: Any,
        frame: Frame,
        renderer: Renderer,
        palettes: dict[str, tuple[Patch, ...]],
        lettered: Set[int] = frozenset(),
    ):
        self._handle = handle
        self._frame = frame
        self._renderer = renderer
        self._palettes = palettes
        self._lettered = lettered
        self._left = MOST_OBJECTS
        self.complete = True
        self.unseen_emoji = False
        self._emoji_fonts: dict[int, bool] = {}
        # Filled by pdfium again and again: to make room costs more than the call that fills it.
        self._paint, parts = bindings.numbers("I", 4)
        self._to_paint = tuple(parts)
        self._matrix, (self._to_matrix, *_) = bindings.numbers("f", 6)
        self._mode, (self._to_fill, self._to_stroke) = bindings.numbers("i", 2)
        self._point, (self._to_x, self._to_y) = bindings.numbers("f", 2)
        self._edges, edges = bindings.numbers("f", 4)
        self._to_edges = tuple(edges)

    def read(self, page: Page) -> None:
        at = bindings.address(self._handle)
        handles = map(
            bindings.page_object, repeat(at), range(self._most(bindings.object_count(at)))
        )
        self._walk(page, handles, _Place(self._frame.matrix))

    def _most(self, count: int) -> int:
        """How many of so many objects may be looked at; they count against the limit."""
        most = min(count, self._left)
        self._left -= most
        self.complete = self.complete and most == count
        return most

    def _walk(self, page: Page, handles: Iterable[int], place: _Place) -> None:
        texts: list[int] = []
        # Most objects are text that was read: those are passed over without a line of Python.
        left = list(filterfalse(self._lettered.__contains__, handles))
        for handle, kind in zip(left, map(bindings.object_type, left), strict=True):
            if kind == _TEXT:
                texts.append(handle)
            elif kind == _PATH:
                self._add_path(page, handle, place)
            elif kind in (_IMAGE, _SHADING):
                self._add_artwork(page, handle, kind, place)
            elif kind == _FORM:
                self._walk_form(page, handle, place)
        self.unseen_emoji = self.unseen_emoji or self._have_unseen_emoji(texts)

    def _have_unseen_emoji(self, handles: list[int]) -> bool:
        """Whether one of some text objects is set in an emoji font and takes no room.

        LibreOffice writes emoji of a bitmap font as glyphs without outlines, and pdfium drops
        characters that have no box.
        """
        set_in = list(map(bindings.text_font, handles))
        emoji = {font for font in set(set_in) if self._is_emoji_font(font)}
        if not emoji:
            return False
        boxes = [
            self._bounds(handle, _IDENTITY)
            for handle, font in zip(handles, set_in, strict=True)
            if font in emoji
        ]
        return any(box[2] - box[0] < 0.1 or box[3] - box[1] < 0.1 for box in boxes)

    def _is_emoji_font(self, font: int) -> bool:
        if font not in self._emoji_fonts:
            self._emoji_fonts[font] = "emoji" in base_font_name(font).casefold()
        return self._emoji_fonts[font]

    def _walk_form(self, page: Page, handle: int, place: _Place) -> None:
        if place.depth >= DEEPEST_FORM:
            self.complete = False
            return
        inner = _Place(
            _times(self._matrix_of(handle), place.matrix),
            self._clip(handle, place),
            place.depth + 1,
        )
        count = self._most(bindings.form_count(handle))
        self._walk(page, map(bindings.form_object, repeat(handle), range(count)), inner)

    def _add_path(self, page: Page, handle: int, place: _Place) -> None:
        matrix = place.matrix
        bindings.path_mode(handle, self._to_fill, self._to_stroke)
        filled, stroked = self._mode
        fill = self._color(bindings.fill_color, handle) if filled else None
        stroke = self._color(bindings.stroke_color, handle) if stroked else None
        patterned = bool(filled) and self._is_patterned(handle, fill, matrix)
        if fill is None and stroke is None and not patterned:
            return
        clip = self._clip(handle, place)
        if patterned or (clip is not None and clip.curved):
            box = meet(self._bounds(handle, matrix), clip.box if clip else None)
            if patterned or not add_clipped_side(page, box, fill):
                self._add_rendered(page, box)
            return
        if fill is not None and stroke is None and self._add_round(page, handle, fill, place, clip):
            return
        width = 1.0
        if stroke and bindings.stroke_width(handle, self._to_x):
            width = self._point[0]
        matrix = _times(self._matrix_of(handle), matrix)
        scale = (abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) ** 0.5
        # Only of stroked lines it matters where they end.
        subpaths = self._subpaths(handle, matrix, closing=stroke is not None and fill is None)
        subpaths = clip_subpaths(subpaths, clip)
        pen = width * scale
        cap = bindings.line_cap(handle) if pen >= THINNEST_FILL else 0
        add_path(page, Path(subpaths, fill, stroke, pen, cap))

    def _add_round(
        self, page: Page, handle: int, fill: str, place: _Place, clip: Clip | None
    ) -> bool:
        """Add a mark of one stretch with many curves, by its box alone; False where it is none.

        Chromium draws a dot with some hundred points, and nobody wants to know where they are.
        """
        count = bindings.path_count(handle)
        if not _MANY_SEGMENTS <= count <= MOST_SEGMENTS:
            return False
        if not (is_level(self._matrix_of(handle)) and is_level(place.matrix)):
            return False  # what stands aslant has a larger box for pdfium
        box = meet(self._bounds(handle, place.matrix), clip.box if clip else None)
        segments = map(bindings.path_segment, repeat(handle), range(count))
        kinds = list(map(bindings.segment_type, segments)) if _visible(box) and _small(box) else []
        if _BEZIER_TO not in kinds or _MOVE_TO in kinds[1:]:
            return False
        add_mark(page, box, fill)
        return True

    def _is_patterned(self, handle: int, fill: str | None, matrix: Affine) -> bool:
        """Whether a fill is a pattern; of a fill larger than a mark it does not matter."""
        if fill not in _STAND_INS:
            return fill is None and not bindings.fill_color(handle, *self._to_paint)
        box = self._bounds(handle, matrix)
        return _visible(box) and _small(box) and self._renderer.paints(_stock(handle), box, fill)

    def _subpaths(self, handle: int, matrix: Affine, *, closing: bool) -> list[SubPath]:
        """The stretches of a path on the shown page; ``closing`` asks which of them are closed."""
        count = bindings.path_count(handle)
        found: list[SubPath] = []
        if count > MOST_SEGMENTS:
            self.complete = False
            return found
        a, b, c, d, e, f = matrix
        point, to_x, to_y = self._point, self._to_x, self._to_y
        segment_of, kind_of, read = (
            bindings.path_segment, bindings.segment_type, bindings.segment_point,
        )  # fmt: skip
        for index in range(count):  # the innermost loop: a round figure has tens of segments
            segment = segment_of(handle, index)
            kind = kind_of(segment)
            if kind == _MOVE_TO or not found:
                found.append(SubPath([]))
            elif kind == _BEZIER_TO:
                found[-1].curves += 1
            read(segment, to_x, to_y)
            x, y = point
            found[-1].points.append((a * x + c * y + e, b * x + d * y + f))
            if closing and bindings.segment_closes(segment):
                found[-1].closed = True
        return found

    def _end_of(self, segment: int, matrix: Affine) -> Point:
        bindings.segment_point(segment, self._to_x, self._to_y)
        return _shown(self._point[0], self._point[1], matrix)

    def _bounds(self, handle: int, matrix: Affine) -> Box:
        bindings.object_bounds(handle, *self._to_edges)
        left, bottom, right, top = self._edges
        corners = [_shown(x, y, matrix) for x in (left, right) for y in (bottom, top)]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return (min(xs), min(ys), max(xs), max(ys))

    def _clip(self, handle: int, place: _Place) -> Clip | None:
        """What an object's clips leave to be drawn on, those of the forms around it included.

        A clip is told in the space of the form that the object stands in.
        """
        found = place.clip
        path = bindings.clip_path(handle)
        for number in range(min(bindings.clip_count(path) if path else 0, MOST_CLIPS)):
            points: list[Point] = []
            curved = False
            for index in range(min(bindings.clip_segments(path, number), 200)):
                segment = bindings.clip_segment(path, number, index)
                points.append(self._end_of(segment, place.matrix))
                curved = curved or bindings.segment_type(segment) == _BEZIER_TO
            if points:
                found = Clip(box_of(points), curved).narrow(found)
        return found

    def _add_artwork(self, page: Page, handle: int, kind: int, place: _Place) -> None:
        clip = self._clip(handle, place)
        whole = self._bounds(handle, place.matrix)
        box = meet(whole, clip.box if clip else None)
        if not _visible(box):
            return
        if kind == _SHADING:
            self._add_rendered(page, box)
            return
        small = _small(box)
        digest = self._digest(handle) if small else ""
        palette: tuple[Patch, ...] = ()
        if small and (self._tinted(handle) or part_seen(whole, box)):
            palette = self._renderer.area(box)
            digest = f"{digest} {' '.join(patch.color for patch in palette)}"
        elif small:
            key = digest or f"page {page.number} object {handle}"
            if key not in self._palettes:
                self._palettes[key] = self._renderer.image(_stock(handle)) or self._renderer.area(
                    box
                )
            palette = self._palettes[key]
        page.artwork.append(Artwork("image", *box, digest=digest, palette=palette))

    def _add_rendered(self, page: Page, box: Box) -> None:
        """Artwork whose paint is no plain colour: what it looks like is drawn and looked at."""
        if not _visible(box):
            return
        small = _small(box)
        palette = self._renderer.area(box) if small else ()
        page.artwork.append(Artwork("shape", *box, outline="path", palette=palette))

    def _color(self, getter: Any, handle: int) -> str | None:
        """The paint as #rrggbb; None where there is none, it is a pattern, or it is transparent."""
        if not getter(handle, *self._to_paint):
            return None
        red, green, blue, alpha = self._paint
        if alpha == 0:
            return None
        if alpha < 255:  # as it looks on white paper
            red, green, blue = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
        return f"#{red:02x}{green:02x}{blue:02x}"

    def _matrix_of(self, handle: int) -> Affine:
        if not bindings.object_matrix(handle, self._to_matrix):
            return _IDENTITY
        a, b, c, d, e, f = self._matrix
        return a, b, c, d, e, f

    def _tinted(self, handle: int) -> bool:
        """Whether a picture's digest alone does not tell its colours: an ink or the paint of the
        page does, so that the same data may be green here and red there.
        """
        found = self._facts(handle)
        return found.bits_per_pixel <= 1 or found.colorspace not in _TOLD_SPACES

    def _facts(self, handle: int) -> Any:
        """What pdfium tells of a picture; zeros where it tells nothing."""
        found = raw.FPDF_IMAGEOBJ_METADATA()
        raw.FPDFImageObj_GetImageMetadata(_stock(handle), self._handle, byref(found))
        return found

    def _digest(self, handle: int) -> str:
        stock = _stock(handle)
        size = raw.FPDFImageObj_GetImageDataRaw(stock, None, 0)
        if not size:
            return ""
        data, places = bindings.numbers("B", size)
        raw.FPDFImageObj_GetImageDataRaw(stock, places[0], c_ulong(size))
        content = hashlib.blake2b(data, digest_size=16)
        if self._facts(handle).colorspace == raw.FPDF_COLORSPACE_INDEXED:
            content.update(_decoded(stock))  # the same data is another picture with other colours
        return content.hexdigest()


def _decoded(stock: Any) -> bytes:
    """The pixels of a picture, its palette applied and its masks not; b"" where it has none."""
    bitmap = raw.FPDFImageObj_GetBitmap(stock)
    if not bitmap:
        return b""
    try:
        size = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
        return string_at(raw.FPDFBitmap_GetBuffer(bitmap), size)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _stock(handle: int) -> Any:
    """A handle as the stock bindings want it."""
    return raw.FPDF_PAGEOBJECT.from_buffer(c_ulong(handle))


def _shown(x: float, y: float, m: Affine) -> Point:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _times(m: Affine, n: Affine) -> Affine:
    """First m, then n."""
    if m == _IDENTITY:
        return n
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _visible(box: Box) -> bool:
    return box[2] - box[0] > 0.5 and box[3] - box[1] > 0.5


def _small(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK
