"""From a page's own coordinates to the page as it is shown."""

from ctypes import byref, c_float
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from medcom_extract.document import Box

__all__ = ["Frame", "frame_of"]


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
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def direction(self, dx: float, dy: float) -> int:
        """The angle of a direction in user space as shown: 0, 90, 180 or 270 counter-clockwise."""
        for _ in range(self.turns):
            dx, dy = dy, -dx
        if abs(dx) >= abs(dy):
            return 0 if dx >= 0 else 180
        return 90 if dy > 0 else 270


def frame_of(page: Any) -> Frame:
    """The frame of a pdfium page: its bounding box (crop box within media box) and rotation."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, byref(box)):
        width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        return Frame(0.0, 0.0, c_float(width).value, c_float(height).value)
    low, high = sorted((box.bottom, box.top))
    left, right = sorted((box.left, box.right))
    return Frame(left, low, right, high, raw.FPDFPage_GetRotation(page) % 4)
