"""Cells over several columns in a table without a full set of lines: texts that run over them."""

from medcom_extract.layout.boxes import middle
from medcom_extract.layout.grid import Grid, GridCell
from medcom_extract.layout.headers import segments
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork, Word

__all__ = ["merged_areas", "spanned_cells"]

_SPACE = 0.45
"""Times the font size that two words of one text stand apart at most."""

_WELL = 2.5
"""Times the font size that a text runs into a column that it spans, at least."""


def spanned_cells(grid: Grid, lines: list[Line], marks: list[Artwork]) -> list[GridCell]:
    """A grid's cells, those made one that a text right of the first column runs over.

    No other text of the row begins in the further ones, and no mark stands there.
    """
    made: list[GridCell] = []
    for row in range(len(grid.ys) - 1):
        cells = [cell for cell in grid.cells if cell.row == row]
        low, high = grid.ys[row], grid.ys[row + 1]
        own = [line for line in lines if low <= (line.top + line.bottom) / 2 < high]
        art = [middle(mark.box)[0] for mark in marks if low <= middle(mark.box)[1] < high]
        made += _joined(cells, _crossed(own, art, grid.xs))
    return made


def _crossed(lines: list[Line], marks: list[float], xs: list[float]) -> set[int]:
    """The inner column lines that text of a row crosses and no text or mark begins right of."""
    crossed: set[int] = set()
    for line in lines:
        for words in segments(line, _SPACE):
            crossed.update(j for j in range(2, len(xs) - 1) if _crosses(words, xs, j))
    starts = [words[0].x0 for line in lines for words in segments(line, _SPACE)]
    return {j for j in crossed if not any(xs[j] - 1 <= x < xs[j + 1] - 1 for x in starts + marks)}


def _crosses(words: list[Word], xs: list[float], j: int) -> bool:
    """Whether a text begins left of a column line and runs well into the next column."""
    well = min(_WELL * words[0].size, (xs[j + 1] - xs[j]) / 2)
    return words[0].x0 < xs[j] - 1 and words[-1].x1 > xs[j] + well


def _joined(cells: list[GridCell], crossed: set[int]) -> list[GridCell]:
    joined: list[GridCell] = []
    for cell in cells:
        if cell.column in crossed and joined and cell.row_span == joined[-1].row_span == 1:
            last = joined.pop()
            span = last.column_span + cell.column_span
            box = (last.box[0], last.box[1], cell.box[2], last.box[3])
            joined.append(GridCell(last.row, last.column, 1, span, box))
        else:
            joined.append(cell)
    return joined


def merged_areas(grid: Grid, areas: list[list[Line]]) -> list[GridCell]:
    """A grid's cells, those of the first column made one from each area down to the next."""
    baselines = [block[0].baseline for block in areas]
    rows = range(len(grid.ys) - 1)
    starts = [r for r in rows if any(grid.ys[r] <= y < grid.ys[r + 1] for y in baselines)]
    cells = [cell for cell in grid.cells if cell.column > 0 or cell.row < min(starts, default=0)]
    for row, end in zip(starts, [*starts[1:], len(rows)], strict=False):
        box = (grid.xs[0], grid.ys[row], grid.xs[1], grid.ys[end])
        cells.append(GridCell(row, 0, end - row, 1, box))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))
