"""From a page's own coordinates to the page as it is shown, for both PDF engines."""

from dataclasses import dataclass

from medcom_extract.document import Box

__all__ = ["Affine", "Frame", "is_level", "text_box"]

Affine = tuple[float, float, float, float, float, float]
"""A matrix a, b, c, d, e, f: x' = ax + cy + e and y' = bx + dy + f."""


_QUARTERS = (
    ((1.0, 0.0), (0.0, -1.0)), ((0.0, 1.0), (1.0, 0.0)),
    ((-1.0, 0.0), (0.0, 1.0)), ((0.0, -1.0), (-1.0, 0.0)),
)  # fmt: skip
"""Where a step to the right and a step up in user space lead on the shown page, by its turns."""


_ASLANT = 1e-4


def is_level(m: Affine) -> bool:
    """Whether a matrix turns by quarters at most, so that level boxes stay level."""
    return abs(m[1]) + abs(m[2]) < _ASLANT or abs(m[0]) + abs(m[3]) < _ASLANT


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible box of a page in user space (y upwards) and its quarter turns, clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        return (self.top - self.bottom) if self.turns % 2 else (self.right - self.left)

    @property
    def height(self) -> float:
        return (self.right - self.left) if self.turns % 2 else (self.top - self.bottom)

    @property
    def matrix(self) -> Affine:
        """What ``point`` does, as a matrix."""
        e, f = self.point(0.0, 0.0)
        (a, b), (c, d) = _QUARTERS[self.turns]
        return a, b, c, d, e, f

    def point(self, x: float, y: float) -> tuple[float, float]:
        """User space to points from the top left corner of the shown page."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box in user space as x0, top, x1, bottom on the shown page."""
        if self.turns == 0 and left <= right and bottom <= top:  # nearly always
            return (left - self.left, self.top - top, right - self.left, self.top - bottom)
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def points(self, xs: list[float], ys: list[float]) -> tuple[list[float], list[float]]:
        """The x and the y of many points on the shown page."""
        if self.turns == 0:
            left, top = self.left, self.top
            return [x - left for x in xs], [top - y for y in ys]
        points = [self.point(x, y) for x, y in zip(xs, ys, strict=True)]
        return [x for x, _ in points], [y for _, y in points]

    def direction(self, dx: float, dy: float) -> int:
        """The angle of a direction in user space as shown: 0, 90, 180 or 270 counter-clockwise."""
        for _ in range(self.turns):
            dx, dy = dy, -dx
        if abs(dx) >= abs(dy):
            return 0 if dx >= 0 else 180
        return 90 if dy > 0 else 270


def text_box(start: tuple[float, float], end: Box, size: float, angle: int) -> Box:
    """The box of a word: from 0.75 of its size above its baseline to 0.25 below.

    ``start`` is the first character's origin and ``end`` the box of the last one's advance, on
    the shown page.  Above is where the tops of the letters are: to the left of text that runs up.
    """
    x, y = start
    if angle == 0:
        return (x, y - 0.75 * size, end[2], y + 0.25 * size)
    if angle == 180:
        return (end[0], y - 0.25 * size, x, y + 0.75 * size)
    if angle == 90:
        return (x - 0.75 * size, end[1], x + 0.25 * size, y)
    return (x - 0.25 * size, y, x + 0.75 * size, end[3])
