"""Column headers: how many rows they take, and what each column stands for."""

from dataclasses import dataclass

from medcom_extract.document import Cell
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.lights import holds_light
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["Header", "find_header", "head_text", "header_key", "names_columns"]

_LONGEST = 60
"""Characters.  A longer text heads no column."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its rows (first included, last not) and a text for each column.

    ``own`` are the roles of a column's lowest text alone, without those of a group's above it.
    """

    first: int
    last: int
    texts: tuple[str, ...]
    roles: tuple[tuple[str, ...], ...]
    own: tuple[tuple[str, ...], ...]

    def columns(self, role: str) -> list[int]:
        """Columns that may have a role, those first whose best role it is."""
        having = [c for c, roles in enumerate(self.roles) if role in roles]
        return sorted(having, key=lambda c: self.roles[c].index(role))

    def has(self, *roles: str) -> bool:
        """Whether a column may have one of the roles."""
        return any(role in found for found in self.roles for role in roles)


def find_header(grid: Grid, vocabulary: Vocabulary) -> Header | None:
    """The header, which may stand under full-width title rows; None where there is none.

    A row is a header where the file marks it as one or where at least two of its texts (or all of
    them) are known column names and none is long.
    """
    for row in range(min(grid.rows, 4)):
        cells = [cell for cell in grid.row(row) if not is_empty(cell)]
        if cells and all(grid.is_full_width(cell) for cell in cells):
            continue
        if not cells:
            continue
        if not _is_header_row(cells, grid, row, vocabulary):
            return None
        last = row + 1
        while last < min(row + 3, grid.rows) and _continues(grid, row, last, vocabulary):
            last += 1
        return _build(grid, row, last, vocabulary)
    return None


def names_columns(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a table has its headers in the first column, and a project in each further one."""
    if grid.columns < 3 or grid.rows < 3:
        return False
    heads = [grid.at(row, 0) for row in range(grid.rows)]
    texts = [grid.text(cell) if cell is not None else "" for cell in heads]
    roles = [vocabulary.column_roles(text) for text in texts]
    if not all(roles[1:]) or any(cell is None or cell.column_span > 1 for cell in heads):
        return False
    named = "project" in roles[0] or (not texts[0] and any("status" in r for r in roles[1:]))
    names = [grid.text(cell) for cell in grid.row(0)[1:]]
    return named and len(names) > 1 and not any(map(vocabulary.is_column, names)) and any(names)


def _is_header_row(cells: list[Cell], grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    texts = [head_text(grid, cell, vocabulary) for cell in cells if grid.text(cell)]
    if not texts or any(len(text) > _LONGEST for text in texts):
        return False
    known = sum(1 for text in texts if vocabulary.is_column(text))
    marked = row < grid.table.header_rows
    if len(texts) == 1:
        return False
    if known == 1 and _heads_lights(cells, grid, row, vocabulary):
        return True
    return known >= 2 or (known >= 1 and (marked or len(texts) == 2))


def _heads_lights(cells: list[Cell], grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a cell named for the status stands over lights, and the row itself holds none."""
    if any(
        holds_light(cell.marks, grid.pieces(cell), vocabulary, grid.fills(row)) for cell in cells
    ):
        return False
    for cell in cells:
        below = [grid.at(at, cell.column) for at in range(row + 1, min(row + 4, grid.rows))]
        if "status" in vocabulary.column_roles(grid.text(cell)) and any(
            holds_light(b.marks, grid.pieces(b), vocabulary) for b in below if b is not None
        ):
            return True
    return False


def _continues(grid: Grid, first: int, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row goes on with the header above it.

    It does where a header cell spans several columns or reaches down, and what stands below is
    known as column names, or where the file says so.
    """
    own = [cell for cell in grid.row(row) if cell.row == row and not is_empty(cell)]
    texts = [grid.text(cell) for cell in own]
    if not own or any(not text or len(text) > _LONGEST for text in texts):
        return not own and row < grid.table.header_rows
    known = [text for text in texts if vocabulary.is_column(_mended(text, vocabulary))]
    above = grid.row(first)
    spans = any(cell.column_span > 1 or cell.row_span > 1 for cell in above)
    if row < grid.table.header_rows:
        return bool(known) or not any(cell.marks for cell in own)
    return spans and len(known) == len(texts)


def _build(grid: Grid, first: int, last: int, vocabulary: Vocabulary) -> Header:
    texts: list[str] = []
    roles: list[tuple[str, ...]] = []
    own: list[tuple[str, ...]] = []
    for column in range(grid.columns):
        cells = _cells_over(grid, column, first, last)
        parts = [head_text(grid, cell, vocabulary) for cell in cells]
        named = [
            part for part, cell in zip(parts, cells, strict=True)
            if cell is cells[-1] or not _groups_lights(grid, cell, vocabulary)
        ]  # fmt: skip
        texts.append(" ".join(named))
        roles.append(_roles(parts, vocabulary))
        own.append(vocabulary.column_roles(parts[-1]) if parts else ())
    return Header(first, last, tuple(texts), tuple(roles), tuple(own))


def head_text(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> str:
    """A column's name, without a title of the table that came into the cell above it.

    The name begins with a capital; a line that does not goes on with the name above it.
    """
    text = _mended(grid.text(cell), vocabulary)
    lines = [piece.text for piece in grid.pieces(cell) if piece.text]
    if len(lines) < 2 or vocabulary.column_roles(text) or not lines[-1][0].isupper():
        return text
    return lines[-1] if vocabulary.is_column(lines[-1]) else text


def _mended(text: str, vocabulary: Vocabulary) -> str:
    """A known header whose word a narrow column cut in two: "Økono mi" is Økonomi."""
    if " " not in text or vocabulary.is_column(text):
        return text
    spaces = [at for at, char in enumerate(text) if char == " " and text[at + 1].islower()]
    whole = (text[:at] + text[at + 1 :] for at in spaces)
    return next((one for one in whole if vocabulary.is_column(one)), text)


def _cells_over(grid: Grid, column: int, first: int, last: int) -> list[Cell]:
    """The header cells over a column that hold words, from the top, each once."""
    cells: list[Cell] = []
    for row in range(first, last):
        cell = grid.at(row, column)
        if cell is not None and grid.text(cell) and not any(cell is other for other in cells):
            cells.append(cell)
    return cells


def _groups_lights(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a header over several columns says no more than that they are lights."""
    return cell.column_span > 1 and "status" in vocabulary.column_roles(grid.text(cell))


def _roles(parts: list[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    joined = vocabulary.column_roles(" ".join(parts)) if parts else ()
    for part in reversed(parts):
        joined += vocabulary.column_roles(part)
    return tuple(dict.fromkeys(joined))


def header_key(header: Header) -> tuple[str, ...]:
    """What makes two headers the same."""
    return tuple(normalise(text) for text in header.texts)
