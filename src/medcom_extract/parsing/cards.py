"""Cards: all of a project in a few rows, its name over them; several of them in one table.

A card's title row holds the name and, beside it, the light or a place for one.  In a table of
several cards a title without either is told by its shape, which is that of the others.
"""

from collections.abc import Iterator
from dataclasses import replace

from medcom_extract.document import Block, Cell, Paragraph, Table, count_words
from medcom_extract.parsing.grid import Grid
from medcom_extract.parsing.headers import find_header
from medcom_extract.parsing.labels import find_label
from medcom_extract.parsing.lights import holds_light
from medcom_extract.vocabulary import Vocabulary

__all__ = ["card_name", "has_card_cells", "is_status_place", "key_text", "open_cell", "split_cards"]

_LONGEST_NAME = 120
_KEYED = 0.6
"""Share of the rows below the titles that begin with a known key, at least."""
_Shape = tuple[tuple[int, ...], tuple[bool, ...]]
"""The spans of a row's cells, and which of them are shaded."""


def key_text(grid: Grid, cell: Cell) -> str:
    """The words of a key, without the colon."""
    return grid.text(cell).rstrip(" :").strip()


def card_name(grid: Grid, vocabulary: Vocabulary, row: int = 0) -> Cell | None:
    """The cell that names the project of the rows below its own; None where none does.

    It fills the row, or stands beside a light or a place for one without being a key, while
    another row holds fields.
    """
    cells = grid.filled(row)
    if not cells or not _may_name(grid, cells[0], vocabulary):
        return None
    if grid.rows - row < 3 and not _is_keyed(grid, row + 1, vocabulary):
        return None
    if len(cells) == 1:
        return cells[0] if grid.is_full_width(cells[0]) else _over_keys(grid, cells[0], vocabulary)
    beside = len(cells) == 2 and (
        holds_light(cells[1].marks, grid.pieces(cells[1]), vocabulary, grid.fills(row))
        or is_status_place(grid, cells[1], vocabulary)
    )
    return cells[0] if beside else None


def _may_name(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> bool:
    text = key_text(grid, cell)
    if cell.column or not count_words(text) or len(text) > _LONGEST_NAME:
        return False
    return not (
        vocabulary.is_field(text) or vocabulary.is_column(text) or vocabulary.is_label(text)
    )


def _over_keys(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> Cell | None:
    """The cell where it spans more than the keys below it, or stands out in weight and ground."""
    bold = all(piece.bold for piece in grid.pieces(cell) if piece.text)
    shaded = any(mark.kind == "shading" for mark in cell.marks)
    wide = cell.column_span > 1 or (bold and shaded)
    return cell if wide and _is_keyed(grid, cell.row + 1, vocabulary) else None


def is_status_place(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell says "Status:" and nothing more."""
    return "status" in vocabulary.column_roles(key_text(grid, cell))


def has_card_cells(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether cells hold a project each, its name above labels: cards side by side or stacked."""
    filled = [cell for cell in grid.table.cells if grid.text(cell)]
    cards = sum(_is_card(grid, cell, vocabulary) for cell in filled)
    return cards > 1 and cards >= _KEYED * len(filled)


def _is_card(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> bool:
    lines = [line for line in grid.lines(cell) if line.text]
    labels = [found for line in lines[1:] if (found := find_label(line, vocabulary))]
    named = bool(lines) and not find_label(lines[0], vocabulary) and lines[0].bullet is None
    return named and len(lines[0].text) <= _LONGEST_NAME and len({one.kind for one in labels}) > 1


def open_cell(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> list[Block]:
    """What a card's cell holds, with the marks that float over it below the name.

    Marks alone in the cell right of a name, in a row that a page cuts off its card, are its lamp.
    """
    drawn = tuple(mark for mark in cell.marks if mark.kind != "shading")
    if drawn and _ends_name(grid, cell):
        return [Paragraph((), marks=drawn, locations=cell.locations)]
    if not drawn or not _is_card(grid, cell, vocabulary):
        return list(cell.blocks)
    first = next(at for at, block in enumerate(cell.blocks) if isinstance(block, Paragraph))
    lamp = Paragraph((), marks=drawn, locations=cell.locations)
    return [*cell.blocks[: first + 1], lamp, *cell.blocks[first + 1 :]]


def _ends_name(grid: Grid, cell: Cell) -> bool:
    """Whether a cell without words is the second and last of a table's one row."""
    alone = grid.rows == 1 and len(grid.row(0)) == 2 and cell is grid.row(0)[1]
    return alone and not grid.text(cell) and len(grid.text(grid.row(0)[0])) > 0


def split_cards(grid: Grid, vocabulary: Vocabulary) -> list[Block]:
    """The cards that a table holds, each as a table, and the titles between them as paragraphs.

    [] where the table does not hold two at least.
    """
    titles = _title_rows(grid, vocabulary)
    if len(titles) < 2 or any(_reaches_over(cell, titles) for cell in grid.table.cells):
        return []
    blocks: list[Block] = []
    sections = _section_rows(grid, titles, vocabulary)
    starts = sorted({*titles, *sections, grid.rows})
    header = find_header(grid, vocabulary) if starts[0] else None
    if starts[0] and (header is None or header.last != starts[0]):
        return []
    for start, end in zip(starts, starts[1:], strict=False):
        if start in sections and end == start + 1:
            blocks.extend(grid.row(start)[0].blocks)
        else:
            blocks.append(_cut(grid, start, end))
    return blocks


def _title_rows(grid: Grid, vocabulary: Vocabulary) -> list[int]:
    sure = [
        row for row in range(grid.rows - 1)
        if _is_keyed(grid, row + 1, vocabulary) and card_name(grid, vocabulary, row) is not None
    ]  # fmt: skip
    if not sure:
        return []
    shape = _shape(grid, sure[0])
    titles = [
        row for row in range(grid.rows - 1)
        if _shape(grid, row) == shape and _is_keyed(grid, row + 1, vocabulary)
        and (cells := grid.filled(row)) and _may_name(grid, cells[0], vocabulary)
    ]  # fmt: skip
    sections = _section_rows(grid, titles, vocabulary)
    others = [row for row in range(grid.rows) if row not in titles and row not in sections]
    keyed = sum(_is_keyed(grid, row, vocabulary) for row in others)
    return titles if keyed >= _KEYED * len(others) else []


def _shape(grid: Grid, row: int) -> _Shape:
    cells = grid.row(row)
    spans = tuple(cell.column_span for cell in cells)
    return spans, tuple(any(m.kind == "shading" for m in cell.marks) for cell in cells)


def _is_keyed(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row begins with a known key beside which something may stand."""
    cells = grid.row(row)
    if not cells or cells[0].column or grid.is_full_width(cells[0]):
        return False
    text = key_text(grid, cells[0])
    return vocabulary.is_label(text) or vocabulary.is_field(text)


def _section_rows(grid: Grid, titles: list[int], vocabulary: Vocabulary) -> set[int]:
    """Rows of one full-width title right above a card."""
    found: set[int] = set()
    for title in titles:
        cells = grid.row(title - 1) if title else []
        if len(cells) == 1 and grid.is_full_width(cells[0]):
            found.update({title - 1} if _may_name(grid, cells[0], vocabulary) else ())
    return found


def _reaches_over(cell: Cell, titles: list[int]) -> bool:
    return any(cell.row < title < cell.row + cell.row_span for title in titles)


def _cut(grid: Grid, start: int, end: int) -> Table:
    """One card; a name with nothing beside it fills its row."""
    table = grid.table
    rows = [tuple(_moved(row, start)) for row in table.rows[start:end]]
    if len(grid.filled(start)) == 1:
        rows[0] = (replace(rows[0][0], column_span=grid.columns),)
    return Table(table.columns, tuple(rows), 0, table.locations)


def _moved(row: tuple[Cell, ...], by: int) -> Iterator[Cell]:
    for cell in row:
        yield replace(cell, row=cell.row - by)
