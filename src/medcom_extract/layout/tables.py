"""Grids to tables: words, artwork and fills go to the cells they stand in."""

from statistics import median

from medcom_extract.document import Box, Patch
from medcom_extract.layout.boxes import area, holds, middle, overlap
from medcom_extract.layout.drafts import DraftCell, DraftTable, Place
from medcom_extract.layout.grid import Grid
from medcom_extract.layout.lines import lines_of
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Fill, Page, Word

__all__ = ["Sheet", "set_limits", "tables_of"]

_CHART_SHARE = 0.34
"""A grid with words in fewer of its cells is a chart or a form to fill in by hand."""

_WHOLE_PAGE = 0.85
"""A frame of two or three cells that covers more of the page is a page border."""


class Sheet:
    """What is still to be placed on a page."""

    def __init__(self, page: Page, words: list[Word]):
        self.page = page
        self.words = words
        self.artwork = list(page.artwork)
        self.fills = [fill for fill in page.fills if not _is_paper(fill)]
        self.frames: list[Box] | None = None  # None: not yet looked for


def tables_of(sheet: Sheet, grids: list[Grid], *, ruled: bool = True) -> list[DraftTable]:
    """Take what stands in grids off the sheet, innermost grids first; nested tables go to cells."""
    made: list[tuple[Grid, DraftTable]] = []
    for grid in sorted(grids, key=lambda g: area(g.box)):
        table = _fill_grid(sheet, grid, ruled=ruled)
        if table is None:
            continue
        for inner_grid, inner in list(made):
            cell = _holder(table, grid, inner_grid)
            if cell is not None:
                cell.items.append(inner)
                made.remove((inner_grid, inner))
        made.append((grid, table))
    return [table for _, table in made]


def _fill_grid(sheet: Sheet, grid: Grid, *, ruled: bool) -> DraftTable | None:
    words: dict[int, list[Word]] = {}
    rest: list[Word] = []
    left, top, right, bottom = grid.box
    x0 = y0 = x1 = y1 = 0.0  # the cell of the word before, in which most words stand
    company = rest
    for word in sheet.words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        if x0 <= x < x1 and y0 <= y < y1:
            company.append(word)
            continue
        inside = left <= x < right and top <= y < bottom  # asked first: most words stand outside
        index = grid.cell_at(x, y) if inside else None
        if index is None:
            rest.append(word)
        else:
            x0, y0, x1, y1 = grid.cells[index].box
            company = words.setdefault(index, [])
            company.append(word)
    if not words or _is_drawing(sheet, grid, words):
        return None
    sheet.words = rest
    page = sheet.page.number
    cells = [
        DraftCell(c.row, c.column, c.row_span, c.column_span, [Place(page, c.box)])
        for c in grid.cells
    ]
    for index, found in words.items():
        cells[index].lines = lines_of(found, page)
    _place_artwork(sheet, grid, cells)
    _place_fills(sheet, grid, cells)
    rows: list[list[DraftCell]] = [[] for _ in range(len(grid.ys) - 1)]
    for cell in cells:
        rows[cell.row].append(cell)
    table = DraftTable(
        list(grid.xs), rows, [Place(page, grid.box)], ruled=ruled, guessed=grid.guessed
    )
    return _without_empty_rows(table)


def _is_drawing(sheet: Sheet, grid: Grid, words: dict[int, list[Word]]) -> bool:
    """Whether a grid is the lattice of a chart or a page border rather than a table."""
    if len(grid.cells) >= 12 and len(words) < _CHART_SHARE * len(grid.cells):
        texts = [word.text for found in words.values() for word in found]
        return all(not any(letter.isalpha() for letter in text) for text in texts)
    share = area(grid.box) / (sheet.page.width * sheet.page.height)
    return len(grid.cells) <= 3 and share > _WHOLE_PAGE and len(words) == 1


def _place_artwork(sheet: Sheet, grid: Grid, cells: list[DraftCell]) -> None:
    rest: list[Artwork] = []
    fills = sheet.fills if len(sheet.artwork) > 1 else []
    bodies = [fill.box for fill in fills if _is_body(fill, grid)]
    for art in sheet.artwork:
        index = grid.cell_at(*middle(_body_of(art.box, bodies)))
        if index is None or holds(art.box, cells[index].box):
            rest.append(art)
        else:
            cells[index].art.append(art)
    sheet.artwork = rest


def _is_body(fill: Fill, grid: Grid) -> bool:
    """Whether a fill may be the body of a traffic light: upright, small, and no ground of rows."""
    wide, high = fill.x1 - fill.x0, fill.bottom - fill.top
    if wide < 4 or not 1.5 * wide <= high <= LARGEST_MARK:
        return False
    return any(all(abs(y - edge) > 2 for y in grid.ys) for edge in (fill.top, fill.bottom))


def _body_of(lamp: Box, bodies: list[Box]) -> Box:
    """The body in which a lamp lies, or the lamp itself: a body may reach into the row below, and
    its lamps stay together.
    """
    held = [box for box in bodies if overlap(lamp, box) > 0.6 * area(lamp)]
    return max(held, key=lambda box: overlap(lamp, box), default=lamp)


def _place_fills(sheet: Sheet, grid: Grid, cells: list[DraftCell]) -> None:
    """A fill under most of a cell is its shading; a small one inside is a drawn square."""
    rest: list[Fill] = []
    boxes, whole = [cell.box for cell in cells], grid.box
    for fill in sheet.fills:
        filled = fill.box
        if overlap(filled, whole) < 0.6 * area(filled):
            rest.append(fill)
            continue
        index = grid.cell_at(*middle(filled))
        cell = cells[index] if index is not None else None
        if cell is not None and _is_square_mark(fill, cell.box):
            cell.art.append(square(fill))
            continue
        left, top, right, bottom = filled
        under = [
            at for at, box in enumerate(boxes)
            if box[1] < bottom and box[3] > top and box[0] < right and box[2] > left
        ]  # fmt: skip
        for other, box in ((cells[at], boxes[at]) for at in under):
            share = overlap(filled, box) / max(area(box), 1.0)
            if share > 0.5:
                other.shading.append((fill.color, min(share, 1.0)))
    sheet.fills = rest


def square(fill: Fill) -> Artwork:
    """A small filled rectangle as artwork."""
    return Artwork("shape", *fill.box, outline="rect", palette=(Patch(fill.color),))


def _is_square_mark(fill: Fill, cell: Box) -> bool:
    wide, high = fill.x1 - fill.x0, fill.bottom - fill.top
    return (
        max(wide, high) <= LARGEST_MARK
        and min(wide, high) >= 4
        and area(fill.box) < 0.5 * area(cell)
        and max(wide, high) <= 6 * min(wide, high)
    )


def set_limits(tables: list[DraftTable]) -> None:
    """Set the right edge that the lines of each cell may reach.

    Padding is taken to be the same on both sides; where lines reach further, they tell.  Columns
    of all tables with the same column lines are one.  Where the column lines were worked out from
    the words, only the lines tell.
    """
    ends: dict[tuple[int, int], list[float]] = {}
    insets: dict[tuple[int, int], list[float]] = {}
    for table in tables:
        for cell in table.cells:
            if cell.lines:
                left, column = cell.box[0], _edges_of(cell)
                ends.setdefault(column, []).extend([line.x1 for line in cell.lines])
                insets.setdefault(column, []).extend([line.x0 - left for line in cell.lines])
    pads = {column: min(max(median(found), 0.0), 12.0) for column, found in insets.items()}
    reaches = {column: _reach(found) for column, found in ends.items()}
    for table in tables:
        for cell in table.cells:
            if not cell.lines:
                continue
            column, right = _edges_of(cell), cell.box[2]
            edge = right - pads[column] if table.ruled else 0.0
            cell.limit = min(max(reaches[column], edge), right)


def _reach(ends: list[float]) -> float:
    """How far right the lines of a column go, a few that run over their cell apart."""
    return sorted(ends)[-1 - len(ends) // 40]


def _edges_of(cell: DraftCell) -> tuple[int, int]:
    return (round(cell.box[0] / 4), round(cell.box[2] / 4))


def _without_empty_rows(table: DraftTable) -> DraftTable:
    """Drop rows that hold nothing at all (double rules), unless a cell spans over them."""
    spanned = {r for c in table.cells for r in range(c.row + 1, c.row + c.row_span)}
    keep = [
        index for index, row in enumerate(table.rows)
        if index in spanned or any(c.row_span > 1 or not c.blank for c in row)
        or any(c.box[3] - c.box[1] > 6 for c in row)
    ]  # fmt: skip
    if len(keep) == len(table.rows):
        return table
    table.rows = [table.rows[index] for index in keep]
    for number, row in enumerate(table.rows):
        for cell in row:
            cell.row = number
    return table


def _holder(table: DraftTable, outer: Grid, inner: Grid) -> DraftCell | None:
    """The cell of a table in which all of another grid stands."""
    index = outer.cell_at(*middle(inner.box))
    if index is None or not holds(outer.cells[index].box, inner.box):
        return None
    wanted = outer.cells[index].box
    return next((cell for cell in table.cells if cell.box == wanted), None)


def _is_paper(fill: Fill) -> bool:
    return fill.color == "#ffffff"
