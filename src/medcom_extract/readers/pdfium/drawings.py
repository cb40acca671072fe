"""Paths, pictures and shadings of a page, through pdfium's page objects."""

import hashlib
from collections.abc import Callable
from ctypes import byref, c_float, c_int, c_uint, c_ulong, create_string_buffer
from typing import Any

from pypdfium2 import raw

from medcom_extract.document import Box, Patch
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Page
from medcom_extract.readers.paths import Path, Point, SubPath, add_path
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.frame import Frame
from medcom_extract.readers.pdfium.rendering import Renderer

__all__ = ["DrawingReader"]

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2

_Affine = tuple[float, float, float, float, float, float]
_IDENTITY: _Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

MOST_OBJECTS = 50_000
"""Page objects, those in forms included; a page with more is a drawing, not a report."""

DEEPEST_FORM = 8
MOST_SEGMENTS = 4_000
"""Segments of one path; a longer path is a map or a chart, of which only the box is kept."""


class DrawingReader:
    """Fills a page's rules, fills and artwork.

    ``palettes`` is shared over the pages of a document, so that a picture used many times is
    decoded once.  ``complete`` turns False where a page holds more than the limits allow.
    """

    def __init__(
        self, handle: Any, frame: Frame, renderer: Renderer, palettes: dict[str, tuple[Patch, ...]]
    ):
        self._handle = handle
        self._frame = frame
        self._renderer = renderer
        self._palettes = palettes
        self._left = MOST_OBJECTS
        self.complete = True

    def read(self, page: Page) -> None:
        at = bindings.address(self._handle)
        self._walk(
            page, bindings.object_count(at), lambda i: bindings.page_object(at, i), _IDENTITY, 0
        )

    def _walk(
        self, page: Page, count: int, get: Callable[[int], int], matrix: _Affine, depth: int
    ) -> None:
        for index in range(count):
            if self._left <= 0:
                self.complete = False
                return
            self._left -= 1
            handle = get(index)
            if not handle:
                continue
            kind = bindings.object_type(handle)
            if kind == _PATH:
                self._add_path(page, handle, matrix)
            elif kind in (_IMAGE, _SHADING):
                self._add_artwork(page, handle, kind, matrix)
            elif kind == _FORM:
                self._walk_form(page, handle, matrix, depth)

    def _walk_form(self, page: Page, handle: int, matrix: _Affine, depth: int) -> None:
        if depth >= DEEPEST_FORM:
            self.complete = False
            return
        inner = _times(_matrix_of(handle), matrix)
        self._walk(
            page,
            bindings.form_count(handle),
            lambda i: bindings.form_object(handle, i),
            inner,
            depth + 1,
        )

    def _add_path(self, page: Page, handle: int, matrix: _Affine) -> None:
        fill_mode, stroked = c_int(), c_int()
        bindings.path_mode(handle, byref(fill_mode), byref(stroked))
        fill = _color(bindings.fill_color, handle) if fill_mode.value else None
        stroke = _color(bindings.stroke_color, handle) if stroked.value else None
        patterned = bool(fill_mode.value) and fill is None and _has_pattern(handle)
        if fill is None and stroke is None and not patterned:
            return
        clip = self._clip(handle)
        if patterned or (clip is not None and clip[1]):
            box = _meet(self._bounds(handle, matrix), clip[0] if clip else None)
            self._add_rendered(page, box)
            return
        width = c_float(1.0)
        if stroke:
            bindings.stroke_width(handle, byref(width))
        scale = (abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) ** 0.5
        subpaths = self._subpaths(handle, _times(_matrix_of(handle), matrix))
        if clip is not None:
            subpaths = [_clipped(sub, clip[0]) for sub in subpaths]
        add_path(page, Path(subpaths, fill, stroke, width.value * scale))

    def _subpaths(self, handle: int, matrix: _Affine) -> list[SubPath]:
        count = bindings.path_count(handle)
        found: list[SubPath] = []
        if count > MOST_SEGMENTS:
            self.complete = False
            return found
        x, y = c_float(), c_float()
        for index in range(count):
            segment = bindings.path_segment(handle, index)
            kind = bindings.segment_type(segment)
            bindings.segment_point(segment, byref(x), byref(y))
            if kind == _MOVE_TO or not found:
                found.append(SubPath([]))
            found[-1].points.append(self._shown(x.value, y.value, matrix))
            found[-1].curves += kind == _BEZIER_TO
            found[-1].closed = found[-1].closed or bool(bindings.segment_closes(segment))
        return found

    def _shown(self, x: float, y: float, m: _Affine) -> Point:
        return self._frame.point(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])

    def _bounds(self, handle: int, matrix: _Affine) -> Box:
        edges = [c_float() for _ in range(4)]
        bindings.object_bounds(handle, *map(byref, edges))
        left, bottom, right, top = (edge.value for edge in edges)
        corners = [self._shown(x, y, matrix) for x in (left, right) for y in (bottom, top)]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return (min(xs), min(ys), max(xs), max(ys))

    def _clip(self, handle: int) -> tuple[Box, bool] | None:
        """The visible box that the clip leaves, and whether its outline is curved."""
        clip = bindings.clip_path(handle)
        count = bindings.clip_count(clip) if clip else 0
        if count <= 0:
            return None
        box: Box | None = None
        curved = False
        x, y = c_float(), c_float()
        for path in range(min(count, 8)):
            points: list[Point] = []
            for index in range(min(bindings.clip_segments(clip, path), 200)):
                segment = bindings.clip_segment(clip, path, index)
                bindings.segment_point(segment, byref(x), byref(y))
                points.append(self._frame.point(x.value, y.value))
                curved = curved or bindings.segment_type(segment) == _BEZIER_TO
            if points:
                xs, ys = [p[0] for p in points], [p[1] for p in points]
                box = _meet((min(xs), min(ys), max(xs), max(ys)), box)
        return (box, curved) if box else None

    def _add_artwork(self, page: Page, handle: int, kind: int, matrix: _Affine) -> None:
        clip = self._clip(handle)
        box = _meet(self._bounds(handle, matrix), clip[0] if clip else None)
        if not _visible(box):
            return
        if kind == _SHADING:
            self._add_rendered(page, box)
            return
        small = max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK
        digest = self._digest(handle) if small else ""
        palette: tuple[Patch, ...] = ()
        if small:
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
        small = max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK
        palette = self._renderer.area(box) if small else ()
        page.artwork.append(Artwork("shape", *box, outline="path", palette=palette))

    def _digest(self, handle: int) -> str:
        stock = _stock(handle)
        size = raw.FPDFImageObj_GetImageDataRaw(stock, None, 0)
        if not size:
            return ""
        buffer = create_string_buffer(size)
        raw.FPDFImageObj_GetImageDataRaw(stock, buffer, c_ulong(size))
        return hashlib.blake2b(buffer.raw, digest_size=16).hexdigest()


def _stock(handle: int) -> Any:
    """A handle as the stock bindings want it."""
    return raw.FPDF_PAGEOBJECT.from_buffer(c_ulong(handle))


def _color(getter: Any, handle: int) -> str | None:
    """The paint as #rrggbb; None where there is none, it is a pattern, or it is transparent."""
    parts = [c_uint() for _ in range(4)]
    if not getter(handle, *map(byref, parts)):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    if alpha == 0:
        return None
    if alpha < 255:  # as it looks on white paper
        red, green, blue = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _has_pattern(handle: int) -> bool:
    parts = [c_uint() for _ in range(4)]
    return not bindings.fill_color(handle, *map(byref, parts))


def _matrix_of(handle: int) -> _Affine:
    matrix = bindings.Matrix()
    if not bindings.object_matrix(handle, byref(matrix)):
        return _IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(m: _Affine, n: _Affine) -> _Affine:
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _meet(box: Box, other: Box | None) -> Box:
    if other is None:
        return box
    return (
        max(box[0], other[0]),
        max(box[1], other[1]),
        min(box[2], other[2]),
        min(box[3], other[3]),
    )


def _clipped(sub: SubPath, clip: Box) -> SubPath:
    points = [(min(max(x, clip[0]), clip[2]), min(max(y, clip[1]), clip[3])) for x, y in sub.points]
    return SubPath(points, sub.curves, sub.closed)


def _visible(box: Box) -> bool:
    return box[2] - box[0] > 0.5 and box[3] - box[1] > 0.5
