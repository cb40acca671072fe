"""Rows told by the coloured cells of one column: lights that fill their cell from edge to edge."""

from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Fill
from medcom_extract.layout.tables import Sheet

__all__ = ["filled_rows"]

_FULL = 0.75
"""Share of a column's width that its coloured cells fill, at least."""

_MOST = 0.55
"""Share of a table's lines that stand beside a coloured cell, at least."""


def filled_rows(sheet: Sheet, xs: list[float], lines: list[Line]) -> list[tuple[float, float]]:
    """The upper and lower edges of the coloured cells of one column; [] where no column has any.

    Most lines of the table stand beside one, and no edge runs through a line.
    """
    if len(lines) < 2:
        return []
    top, bottom = lines[0].top - 2 * lines[0].size, lines[-1].bottom + 2 * lines[-1].size
    near = [f for f in sheet.fills if f.top < bottom and f.bottom > top]
    for low, high in zip(xs, xs[1:], strict=False):
        cells = [fill for fill in near if _fills(fill, low, high)]
        if len(cells) > 1 and _hold(cells, lines):
            return [(fill.top, fill.bottom) for fill in cells]
    return []


def _fills(fill: Fill, low: float, high: float) -> bool:
    """Whether a fill takes up most of a column's width, and hardly any more."""
    inside = min(fill.x1, high) - max(fill.x0, low)
    return inside >= _FULL * (high - low) and inside >= 0.6 * (fill.x1 - fill.x0)


def _hold(cells: list[Fill], lines: list[Line]) -> bool:
    beside = 0
    for line in lines:
        middle = (line.top + line.bottom) / 2
        quarter = (line.bottom - line.top) / 4
        if any(abs(y - middle) < quarter for fill in cells for y in (fill.top, fill.bottom)):
            return False
        beside += any(fill.top < middle < fill.bottom for fill in cells)
    return beside >= _MOST * len(lines)
