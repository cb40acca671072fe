"""Takes down what a content stream draws: text objects, and drawings on a page record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfinterp import PDFTextState
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, apply_matrix_pt, decode_text

from medcom_extract.document import Box, Patch
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Page
from medcom_extract.readers.frame import Frame
from medcom_extract.readers.paths import (
    Clip,
    Path,
    Point,
    SubPath,
    add_clipped_side,
    add_path,
    box_of,
    clip_subpaths,
    meet,
    part_seen,
)
from medcom_extract.readers.plumber.fonts import Face, FontShelf
from medcom_extract.readers.plumber.pictures import digest_of, palette_of_stream
from medcom_extract.readers.plumber.shadings import pattern_palette, shading_palette
from medcom_extract.readers.plumber.state import State
from medcom_extract.readers.plumber.text import Glyph, TextObject, read_object

__all__ = ["Recorder"]

MOST_OPERATORS = 400_000
"""Operands and operators of a page, those of its forms included; some four seconds of work."""

MOST_DRAWINGS = 50_000
MOST_SEGMENTS = 4_000


@dataclass(slots=True)
class _Mark:
    """Marked content; ``actual`` is what the author says its letters are, None for nothing."""

    actual: str | None = None
    used: bool = False


@dataclass(slots=True)
class Recorder:
    """Fills one page.  ``complete`` turns False where something was skipped or broken."""

    page: Page
    frame: Frame
    shelf: FontShelf
    palettes: dict[str, tuple[Patch, ...]]
    objects: list[TextObject] = field(default_factory=list)
    complete: bool = True
    tokens: int = 0
    drawings: int = 0
    marks: list[_Mark] = field(default_factory=list)

    def goes_on(self) -> bool:
        """Whether the page may run another operator."""
        self.tokens += 1
        if self.tokens > MOST_OPERATORS:
            self.complete = False
            return False
        return True

    # Text

    def begin_marked(self, properties: Any) -> None:
        actual = properties.get("ActualText") if isinstance(properties, dict) else None
        self.marks.append(_Mark(decode_text(actual) if isinstance(actual, bytes) else None))

    def end_marked(self) -> None:
        if self.marks:
            self.marks.pop()

    def show_text(self, text: PDFTextState, pieces: list[Any], ctm: Matrix, state: State) -> None:
        assert text.font is not None
        face = self.shelf.face(text.font)
        found = read_object(text, pieces, ctm, state, face, self.frame)
        if not found.text.strip():
            # Chromium draws a space without advance for each soft hyphen that is not used; a space
            # that is meant leaves a gap.
            return
        mark = next((mark for mark in reversed(self.marks) if mark.actual is not None), None)
        if mark is not None and mark.used:
            return
        if mark is not None and mark.actual and _can_write(face, mark.actual):
            mark.used = True
            first, last = found.glyphs[0], found.glyphs[-1]
            found.glyphs = [Glyph(mark.actual, first.start, last.end, first.width)]
        self.objects.append(found)

    # Drawings

    def _counts(self) -> bool:
        self.drawings += 1
        if self.drawings > MOST_DRAWINGS:
            self.complete = False
            return False
        return True

    def draw_path(
        self, path: Sequence[PathSegment], ctm: Matrix, state: State, *, fill: bool, stroke: bool
    ) -> None:
        if not self._counts():
            return
        if len(path) > MOST_SEGMENTS:
            self.complete = False
            return
        subpaths = self._subpaths(path, ctm)
        filled = state.fill.color(state.fill_alpha) if fill else None
        stroked = state.pen.color(state.pen_alpha) if stroke else None
        patterned = fill and filled is None and state.fill.pattern is not None
        if filled is None and stroked is None and not patterned:
            return
        clip = state.clip
        if patterned or (clip is not None and clip.curved):
            box = meet(_all_of(subpaths), clip.box if clip else None)
            if patterned or not add_clipped_side(self.page, box, filled):
                palette = (
                    pattern_palette(state.fill.pattern, self.shelf)
                    if patterned
                    else _plain(filled or stroked)
                )
                self._add_shape(box, palette)
            return
        width = state.linewidth * abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]) ** 0.5
        subpaths = clip_subpaths(subpaths, clip)
        add_path(self.page, Path(subpaths, filled, stroked, width, state.cap))

    def _subpaths(self, path: Sequence[PathSegment], ctm: Matrix) -> list[SubPath]:
        found: list[SubPath] = []
        for segment in path:
            kind, numbers = segment[0], [float(number) for number in segment[1:]]
            points = [
                self.frame.point(*apply_matrix_pt(ctm, (x, y)))
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            ]
            if kind == "m" or not found:
                found.append(SubPath([]))
            sub = found[-1]
            if kind == "h":
                sub.closed = True
                if sub.points and sub.points[-1] != sub.points[0]:
                    sub.points.append(sub.points[0])
            elif kind in "cvy":
                first = [sub.points[-1]] if kind == "v" and sub.points else []
                last = [points[-1]] if kind == "y" else []
                sub.points += first + points + last
                sub.curves += 3
            else:
                sub.points += points
        return found

    def clip(self, path: Sequence[PathSegment], ctm: Matrix, state: State) -> None:
        """Clip to a path."""
        subpaths = self._subpaths(path, ctm)
        if any(sub.points for sub in subpaths):
            outline = Clip(_all_of(subpaths), any(sub.curves for sub in subpaths))
            state.clip = outline.narrow(state.clip)

    def clip_to(self, corners: list[Point], state: State) -> None:
        """Clip to a polygon in user space."""
        shown = [self.frame.point(*corner) for corner in corners]
        state.clip = Clip(box_of(shown)).narrow(state.clip)

    def draw_shading(self, shading: Any, state: State) -> None:
        if self._counts():
            area = (0.0, 0.0, self.frame.width, self.frame.height)
            box = meet(area, state.clip.box if state.clip else None)
            self._add_shape(box, shading_palette(shading) if _is_small(box) else ())

    def draw_picture(
        self, stream: PDFStream, ctm: Matrix, state: State, spaces: dict[str, Any]
    ) -> None:
        if not self._counts():
            return
        corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
        points = [self.frame.point(*apply_matrix_pt(ctm, corner)) for corner in corners]
        whole = box_of(points)
        box = meet(whole, state.clip.box if state.clip else None)
        if not _is_visible(box):
            return
        digest = ""
        palette: tuple[Patch, ...] = ()
        if _is_small(box):
            digest = digest_of(stream)
            ink = state.fill.color(state.fill_alpha) or "#000000"
            part = part_seen(whole, box)
            # The same data may be green here and red there: a palette or an ink tells.
            key = f"{digest} {ink} {stream.attrs.get('ColorSpace')!r} {part}"
            if key not in self.palettes:
                self.palettes[key] = palette_of_stream(stream, spaces, ink, part)
            palette = self.palettes[key]
        self.page.artwork.append(Artwork("image", *box, digest=digest, palette=palette))

    def _add_shape(self, box: Box, palette: tuple[Patch, ...]) -> None:
        if _is_visible(box):
            shown = palette if _is_small(box) else ()
            self.page.artwork.append(Artwork("shape", *box, outline="path", palette=shown))


def _can_write(face: Face, text: str) -> bool:
    """Whether a font has any letter of a text; what says otherwise is not for this text."""
    return any(face.code(letter) is not None for letter in text)


def _plain(color: str | None) -> tuple[Patch, ...]:
    return (Patch(color),) if color else ()


def _all_of(subpaths: list[SubPath]) -> Box:
    return box_of([point for sub in subpaths for point in sub.points])


def _is_small(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK


def _is_visible(box: Box) -> bool:
    return box[2] - box[0] > 0.5 and box[3] - box[1] > 0.5
