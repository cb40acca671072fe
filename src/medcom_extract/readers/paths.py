"""What a drawn path is: lines of a table, filled rectangles, or a shape.

Shared by both PDF engines, so that they see the same rules: an engine hands over the sub-paths of
a path as points on the shown page.
"""

import itertools
from dataclasses import dataclass

from medcom_extract.document import Box, Patch
from medcom_extract.layout.page import LARGEST_MARK, THINNEST_FILL, Artwork, Fill, Page, Rule

__all__ = ["Path", "Point", "SubPath", "add_path"]

Point = tuple[float, float]

_STRAIGHT = 0.5
"""Points.  How far a line may lean and still be horizontal or vertical."""

_SHORTEST_RULE = 3.0
"""Points.  Shorter lines are dots of a dotted border or parts of a drawing."""


@dataclass(slots=True)
class SubPath:
    """Points of one stretch of a path; ``curves`` counts its Bézier segments."""

    points: list[Point]
    curves: int = 0
    closed: bool = False


@dataclass(slots=True)
class Path:
    """A path with its paint; ``fill`` and ``stroke`` are ``#rrggbb`` or None for no paint."""

    subpaths: list[SubPath]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


def add_path(page: Page, path: Path) -> None:
    """Sort a painted path into the page's rules, fills and artwork."""
    shapes: list[Box] = []
    curved = False
    for sub in path.subpaths:
        if len(sub.points) < 2:
            continue
        box = _box(sub.points)
        if _is_rectangle(sub, box) or (path.fill and not sub.curves and _is_thin(box)):
            _add_rectangle(page, path, box)
        elif not sub.curves and path.stroke and not path.fill:
            _add_lines(page, path, sub, shapes)
        else:
            shapes.append(box)
            curved = curved or sub.curves > 0
    if shapes:
        _add_shape(page, path, shapes, curved)


def _add_rectangle(page: Page, path: Path, box: Box) -> None:
    x0, top, x1, bottom = box
    wide, high = x1 - x0, bottom - top
    if path.fill:
        if min(wide, high) < THINNEST_FILL:
            if max(wide, high) >= _SHORTEST_RULE:
                page.rules.append(Rule(x0, top, x1, bottom, path.fill, min(wide, high)))
        else:
            page.fills.append(Fill(x0, top, x1, bottom, path.fill))
    if path.stroke and max(wide, high) >= _SHORTEST_RULE:
        for edge in _edges(box):
            page.rules.append(Rule(*edge, path.stroke, path.width))


def _edges(box: Box) -> list[Box]:
    x0, top, x1, bottom = box
    if bottom - top < THINNEST_FILL or x1 - x0 < THINNEST_FILL:
        return [box]
    return [
        (x0, top, x1, top),
        (x0, bottom, x1, bottom),
        (x0, top, x0, bottom),
        (x1, top, x1, bottom),
    ]


def _add_lines(page: Page, path: Path, sub: SubPath, shapes: list[Box]) -> None:
    """A stroked polyline: its straight stretches are rules; a slanting one makes it a drawing."""
    points = sub.points + ([sub.points[0]] if sub.closed else [])
    pairs = list(itertools.pairwise(points))
    if any(abs(a[0] - b[0]) > _STRAIGHT and abs(a[1] - b[1]) > _STRAIGHT for a, b in pairs):
        shapes.append(_box(sub.points))
        return
    for a, b in pairs:
        x0, top, x1, bottom = _box([a, b])
        if max(x1 - x0, bottom - top) >= _SHORTEST_RULE:
            page.rules.append(Rule(x0, top, x1, bottom, path.stroke or "#000000", path.width))


def _add_shape(page: Page, path: Path, boxes: list[Box], curved: bool) -> None:
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    if max(box[2] - box[0], box[3] - box[1]) < THINNEST_FILL:
        return
    small = max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK
    palette = _paint(path) if small else ()
    outline = "ellipse" if curved and len(boxes) == 1 else "path"
    page.artwork.append(Artwork("shape", *box, outline=outline, palette=palette))


def _paint(path: Path) -> tuple[Patch, ...]:
    if path.fill and path.stroke and path.fill != path.stroke:
        return (Patch(path.fill, 0.85), Patch(path.stroke, 0.15))
    color = path.fill or path.stroke
    return (Patch(color),) if color else ()


def _is_thin(box: Box) -> bool:
    """A line drawn as a filled polygon, whatever its ends look like (mitred corners)."""
    return min(box[2] - box[0], box[3] - box[1]) < THINNEST_FILL


def _is_rectangle(sub: SubPath, box: Box) -> bool:
    """Four corners, straight sides: every point lies in a corner of the box."""
    if sub.curves or not 2 <= len(sub.points) <= 6:
        return False
    if len(sub.points) < 4:
        return False
    return all(
        min(abs(x - box[0]), abs(x - box[2])) <= _STRAIGHT
        and min(abs(y - box[1]), abs(y - box[3])) <= _STRAIGHT
        for x, y in sub.points
    )


def _box(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
