"""What a drawn path is: lines of a table, filled rectangles, or a shape.

Shared by both PDF engines, so that they see the same rules: an engine hands over the sub-paths of
a path as points on the shown page.
"""

import itertools
from dataclasses import dataclass

from medcom_extract.document import Box, Patch
from medcom_extract.layout.page import LARGEST_MARK, THINNEST_FILL, Artwork, Fill, Page, Rule

__all__ = [
    "Clip",
    "Path",
    "Point",
    "SubPath",
    "add_clipped_side",
    "add_mark",
    "add_path",
    "box_of",
    "clip_subpaths",
    "meet",
    "part_seen",
]

Point = tuple[float, float]

_STRAIGHT = 0.5
"""Points.  How far a line may lean and still be horizontal or vertical."""

_SMALLEST_SHAPE = 1.2
"""Points.  Bullets of a small font are drawn as discs of two points."""

_SHORTEST_RULE = 3.0
"""Points.  Shorter lines are dots of a dotted border or parts of a drawing."""


_NEARLY_ALL = 0.9
"""Share of a picture from which its clip is taken for the edge of the picture itself."""

_BOXLIKE = 0.92
"""Share of its box that a shape covers at least to be a box itself: a frame with rounded corners,
or a bar with mitred ends.  The corners of a disc's curves leave a tenth of it bare.
"""

_BROADEST_BAR = 12.0
"""Points.  A bar along a side of a frame is no broader."""

_LEAST_FRAME = 30.0
"""Points.  The sides of a smaller frame are the edge of a mark."""

_LEAST_CORNERS = 6

_PEN = 4.0
"""Points.  A stroke as broad as this may be a mark of its own; borders are thinner."""


@dataclass(slots=True)
class SubPath:
    """Points of one stretch of a path; ``curves`` counts its Bézier segments."""

    points: list[Point]
    curves: int = 0
    closed: bool = False


@dataclass(slots=True)
class Path:
    """A path with its paint; ``fill`` and ``stroke`` are ``#rrggbb`` or None for no paint.

    ``cap`` is the form of a line's ends: 0 cut off, 1 round, 2 square.
    """

    subpaths: list[SubPath]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    cap: int = 0


@dataclass(frozen=True, slots=True)
class Clip:
    """The part of the page that may be drawn on; ``curved`` tells that the box is not its shape."""

    box: Box
    curved: bool = False

    def narrow(self, other: "Clip | None") -> "Clip":
        """What is left of this clip within another one."""
        if other is None:
            return self
        return Clip(meet(self.box, other.box), self.curved or other.curved)


def meet(box: Box, other: Box | None) -> Box:
    """What two boxes share; its sides are the wrong way round where they share nothing."""
    if other is None:
        return box
    return (
        max(box[0], other[0]),
        max(box[1], other[1]),
        min(box[2], other[2]),
        min(box[3], other[3]),
    )


def part_seen(box: Box, seen: Box) -> Box | None:
    """What a clip leaves of a picture, as shares of its width and height; None for nearly all."""
    wide, high = box[2] - box[0], box[3] - box[1]
    if wide <= 0 or high <= 0:
        return None
    part = (
        (seen[0] - box[0]) / wide,
        (seen[1] - box[1]) / high,
        (seen[2] - box[0]) / wide,
        (seen[3] - box[1]) / high,
    )
    return part if (part[2] - part[0]) * (part[3] - part[1]) < _NEARLY_ALL else None


def clip_subpaths(subpaths: list[SubPath], clip: Clip | None) -> list[SubPath]:
    """Sub-paths cut to the box of a clip; those that lie outside are left out."""
    if clip is None:
        return subpaths
    left, top, right, bottom = clip.box
    found = []
    for sub in subpaths:
        if not sub.points:
            continue
        box = box_of(sub.points)
        seen = meet(box, clip.box)
        if seen == box:
            found.append(sub)
        elif seen[0] <= seen[2] and seen[1] <= seen[3]:
            cut = [(min(max(x, left), right), min(max(y, top), bottom)) for x, y in sub.points]
            found.append(SubPath(cut, sub.curves, sub.closed))
    return found


def add_path(page: Page, path: Path) -> None:
    """Sort a painted path into the page's rules, fills and artwork."""
    shapes: list[Box] = []
    drawn: list[SubPath] = []
    for sub in path.subpaths:
        if len(sub.points) < 2:
            continue
        box = box_of(sub.points)
        if path.stroke and not path.fill and path.width >= _PEN and _is_stroke(path, box):
            _add_stroke(page, path, box)
        elif _is_rectangle(sub, box) or (path.fill and (_is_line(sub, box) or _is_bar(sub, box))):
            _add_rectangle(page, path, box)
        elif _is_border(sub, box) if path.fill else not sub.curves:
            _add_lines(page, path, sub, shapes)
        else:
            shapes.append(box)
            drawn.append(sub)
    if shapes:
        _add_shape(page, path, shapes, drawn)


def add_clipped_side(page: Page, box: Box, color: str | None) -> bool:
    """Add what a clip with round corners leaves of a plain fill, where that is one side of a frame:
    a line, or a bar.  False where it is not.
    """
    if color is None or not _is_long(box):
        return False
    corners = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]
    _add_rectangle(page, Path([SubPath(corners)], color), box)
    return True


def add_mark(page: Page, box: Box, fill: str) -> None:
    """Add a small filled shape of one stretch with curves, by its box: what ``add_path`` does."""
    if max(box[2] - box[0], box[3] - box[1]) >= _SMALLEST_SHAPE:
        palette = (Patch(fill),)
        page.artwork.append(Artwork("shape", *box, outline="ellipse", palette=palette))


def _is_stroke(path: Path, box: Box) -> bool:
    """Whether a line is as broad as a mark, rather than a border: at most six times as long."""
    long, broad = max(box[2] - box[0], box[3] - box[1]), min(box[2] - box[0], box[3] - box[1])
    return broad <= _STRAIGHT and long <= 6 * path.width and (path.cap > 0 or long > _STRAIGHT)


def _add_stroke(page: Page, path: Path, box: Box) -> None:
    """A broad line as what is seen: a disc where the pen only touched down, else a bar."""
    assert path.stroke is not None
    half = path.width / 2
    level = box[2] - box[0] >= box[3] - box[1]
    along = half if path.cap else 0.0
    wide, high = (along, half) if level else (half, along)
    seen = (box[0] - wide, box[1] - high, box[2] + wide, box[3] + high)
    if path.cap == 1 and max(box[2] - box[0], box[3] - box[1]) < half:
        palette = (Patch(path.stroke),)
        page.artwork.append(Artwork("shape", *seen, outline="ellipse", palette=palette))
    else:
        page.fills.append(Fill(*seen, path.stroke))


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
        shapes.append(box_of(sub.points))
        return
    for a, b in pairs:
        x0, top, x1, bottom = box_of([a, b])
        if max(x1 - x0, bottom - top) >= _SHORTEST_RULE:
            page.rules.append(
                Rule(x0, top, x1, bottom, path.stroke or path.fill or "#000000", path.width)
            )


def _add_shape(page: Page, path: Path, boxes: list[Box], drawn: list[SubPath]) -> None:
    """Add a drawing; ``drawn`` are those of its stretches that are more than slanting lines."""
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    if max(box[2] - box[0], box[3] - box[1]) < _SMALLEST_SHAPE:
        return
    small = max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK
    palette = _paint(path) if small else ()
    curved = len(boxes) == 1 and any(sub.curves for sub in drawn)
    outline = "ellipse" if curved else "path"
    if not small and all(_is_boxlike(sub, box_of(sub.points)) for sub in drawn):
        outline = "rect"
    page.artwork.append(Artwork("shape", *box, outline=outline, palette=palette))


def _paint(path: Path) -> tuple[Patch, ...]:
    if path.fill and path.stroke and path.fill != path.stroke:
        return (Patch(path.fill, 0.85), Patch(path.stroke, 0.15))
    color = path.fill or path.stroke
    return (Patch(color),) if color else ()


def _is_border(sub: SubPath, box: Box) -> bool:
    """Whether a large polygon of level and upright edges is thin all around: sides of a frame that
    are painted as one, such as the three that a bar leaves.
    """
    wide, high = box[2] - box[0], box[3] - box[1]
    if sub.curves or min(wide, high) < _LEAST_FRAME or len(sub.points) < _LEAST_CORNERS:
        return False
    ends = [*sub.points[1:], sub.points[0]]
    pairs = list(zip(sub.points, ends, strict=True))
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairs)
    level = all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= _STRAIGHT for a, b in pairs)
    return level and _area(sub) < THINNEST_FILL * length / 2


def _area(sub: SubPath) -> float:
    """The square points that the points of a path go around."""
    ends = [*sub.points[1:], sub.points[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(sub.points, ends, strict=True))) / 2


def _is_line(sub: SubPath, box: Box) -> bool:
    """A line drawn as a filled polygon, whatever its ends look like (mitred corners).

    A long one may end in curves: the side of a frame with round corners.
    """
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) < THINNEST_FILL and (not sub.curves or max(wide, high) > LARGEST_MARK)


def _is_bar(sub: SubPath, box: Box) -> bool:
    """A bar too long for a mark, with mitred or rounded ends: one side of a frame."""
    return _is_long(box) and _is_boxlike(sub, box)


def _is_long(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return max(wide, high) > LARGEST_MARK and min(wide, high) <= _BROADEST_BAR


def _is_boxlike(sub: SubPath, box: Box) -> bool:
    """Whether the points of a path go around nearly all of its box."""
    return _area(sub) >= _BOXLIKE * (box[2] - box[0]) * (box[3] - box[1])


def _is_rectangle(sub: SubPath, box: Box) -> bool:
    """Four corners, straight sides: every point lies in a corner of the box."""
    if sub.curves or not 2 <= len(sub.points) <= 6:
        return False
    if len(sub.points) < 4:
        return False
    x0, top, x1, bottom = box
    for x, y in sub.points:
        if x - x0 > _STRAIGHT and x1 - x > _STRAIGHT:
            return False
        if y - top > _STRAIGHT and bottom - y > _STRAIGHT:
            return False
    return True


def box_of(points: list[Point]) -> Box:
    """The box around points; there must be one."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
