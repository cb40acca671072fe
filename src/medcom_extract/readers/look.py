"""What the letters of a text object look like, as both engines tell it."""

from dataclasses import dataclass

__all__ = ["Look"]


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points, colour as ``#rrggbb`` (None: black), angle 0, 90, 180 or 270."""

    size: float
    font: str
    bold: bool
    italic: bool
    color: str | None
    hidden: bool
    angle: int
