"""The graphics state of a content stream, with what pdfminer leaves out: clip and transparency."""

from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfinterp import PDFGraphicState

from medcom_extract.readers.paths import Clip
from medcom_extract.readers.plumber.colours import GRAY, ColourSpace, hex_of, on_white

__all__ = ["Paint", "State"]


@dataclass(slots=True)
class Paint:
    """A colour in its space, or a pattern (its resolved object)."""

    space: ColourSpace = GRAY
    values: list[float] = field(default_factory=lambda: [0.0])
    pattern: Any = None

    def color(self, alpha: float) -> str | None:
        """As it looks on white paper; None for a pattern, an unknown colour, and no paint."""
        if self.pattern is not None or round(255 * alpha) <= 0:
            return None
        if len(self.values) < self.space.components:
            return None
        shade = self.space.shade(self.values)
        return None if shade is None else on_white(hex_of(shade), alpha)


class State(PDFGraphicState):
    """A graphics state; paints are replaced, never changed, so that copies may share them."""

    def __init__(self) -> None:
        super().__init__()
        self.linewidth = 1.0
        self.cap = 0
        self.fill = Paint()
        self.pen = Paint()
        self.fill_alpha = 1.0
        self.pen_alpha = 1.0
        self.clip: Clip | None = None

    def copy(self) -> "State":
        other = State.__new__(State)
        other.__dict__.update(self.__dict__)
        return other
