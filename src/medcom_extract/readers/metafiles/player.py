"""The device context of an enhanced metafile, and the geometry of its shapes."""

from dataclasses import dataclass, field

from medcom_extract.readers.canvas import Figure, Paint, Point, Shape

__all__ = ["MOST_POINTS", "SAME", "Player", "State", "diamond", "flatten", "multiply"]

MOST_POINTS = 20_000
"""In one outline; further ones are left off."""

SAME: tuple[float, ...] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The transform that changes nothing."""

WHITE = "#ffffff"


@dataclass
class State:
    """The part of the device context that matters, saved and restored as one."""

    brush: str | None = WHITE
    origin: Point = (0.0, 0.0)
    extent: Point = (1.0, 1.0)
    view_origin: Point = (0.0, 0.0)
    view_extent: Point = (1.0, 1.0)
    matrix: tuple[float, ...] = SAME
    here: Point = (0.0, 0.0)


@dataclass
class Player:
    """Plays the records; what they fill is collected in ``found``."""

    state: State = field(default_factory=State)
    saved: list[State] = field(default_factory=list)
    brushes: dict[int, str | None] = field(default_factory=dict)
    found: list[Figure] = field(default_factory=list)
    path: list[list[Point]] = field(default_factory=list)
    in_path: bool = False

    def place(self, x: float, y: float) -> Point:
        state = self.state
        a, b, c, d, e, f = state.matrix
        x, y = a * x + c * y + e, b * x + d * y + f
        across = state.view_extent[0] / (state.extent[0] or 1)
        down = state.view_extent[1] / (state.extent[1] or 1)
        return (
            (x - state.origin[0]) * across + state.view_origin[0],
            (y - state.origin[1]) * down + state.view_origin[1],
        )

    def fill(self, kind: Shape, points: list[Point]) -> None:
        """Paint a shape with the brush, or add it to the path that is being made."""
        placed = [self.place(x, y) for x, y in points[:MOST_POINTS]]
        if self.in_path:
            self.path.append(placed)
        elif self.state.brush is not None and len(placed) > 1:
            self.found.append(Figure(kind, tuple(placed), Paint.plain(self.state.brush)))

    def fill_path(self) -> None:
        for outline in self.path:
            if self.state.brush is not None and len(outline) > 2:
                paint = Paint.plain(self.state.brush)
                self.found.append(Figure("polygon", tuple(outline), paint))
        self.path = []


def diamond(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    """Eight points of an ellipse, enough for an outline inside a path."""
    x, y, wide, high = (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2
    ways = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
    return [(x + wide * dx, y + high * dy) for dx, dy in ways]


def flatten(points: list[Point]) -> list[Point]:
    """Points along a chain of Bézier curves: a start, then three points a curve."""
    line = points[:1]
    for at in range(1, len(points) - 2, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[at - 1 : at + 3]
        for step in range(1, 7):
            t, u = step / 6, 1 - step / 6
            a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            line.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return line


def multiply(one: tuple[float, ...], two: tuple[float, ...]) -> tuple[float, ...]:
    """The transform that does ``one`` first and ``two`` after."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i, a * h + b * j,
        c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip
