"""A light drawn over several narrow columns: one for each colour, of which one is marked."""

from medcom_extract.document import Cell
from medcom_extract.parsing.grid import Grid
from medcom_extract.parsing.headers import Header
from medcom_extract.parsing.lights import Light, read_light
from medcom_extract.parsing.witnesses import colour_words
from medcom_extract.report import ReportWarning, Status
from medcom_extract.vocabulary import Vocabulary

__all__ = ["find_lamps", "read_lamps"]

_ONE_MARKED = 0.5
"""Share of the rows in which one of the columns is marked, at least."""


def find_lamps(
    grid: Grid, header: Header | None, first: int, vocabulary: Vocabulary
) -> dict[int, str]:
    """The colour of each column that stands for one; {} where there are no such columns.

    They stand side by side, each named by its colour or filled in with no other, and no row has two
    of them marked.
    """
    colours: dict[int, str] = {}
    for column in range(grid.columns):
        title = header.texts[column] if header else ""
        found = _named(title, vocabulary) or _constant(grid, header, first, column, vocabulary)
        if found is not None:
            colours[column] = found
    for group in _neighbours(colours):
        if len({colours[c] for c in group}) == len(group) > 1:
            marked = [len(_marked(grid, row, group, vocabulary)) for row in _rows(grid, first)]
            if marked and max(marked) == 1 and sum(marked) >= _ONE_MARKED * len(marked):
                return {column: colours[column] for column in group}
    return {}


def _named(title: str, vocabulary: Vocabulary) -> str | None:
    said = colour_words(title, vocabulary) if 0 < len(title.split()) <= 2 else []
    return said[0] if len(said) == 1 else None


def _constant(
    grid: Grid, header: Header | None, first: int, column: int, vocabulary: Vocabulary
) -> str | None:
    """The one colour that an unnamed column of empty cells is filled in with."""
    over = grid.at(header.last - 1, column) if header else None
    if over is not None and header and header.texts[column] and over.column_span == 1:
        return None
    cells = [grid.at(row, column) for row in _rows(grid, first)]
    lights = set()
    for cell in cells:
        if cell is None or cell.column_span > 1 or grid.text(cell):
            return None
        light = _light(grid, cell, vocabulary).status.light
        lights.update({light} - {"none"})
    return lights.pop() if len(lights) == 1 else None


def _rows(grid: Grid, first: int) -> list[int]:
    """The rows of data that are not one wide cell."""
    return [row for row in range(first, grid.rows) if len(grid.row(row)) > 1]


def _neighbours(colours: dict[int, str]) -> list[list[int]]:
    groups: list[list[int]] = []
    for column in colours:
        if groups and groups[-1][-1] == column - 1:
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups


def _marked(grid: Grid, row: int, columns: list[int], vocabulary: Vocabulary) -> list[Cell]:
    cells = [cell for c in columns if (cell := grid.at(row, c)) is not None and cell.row == row]
    return [
        cell for cell in cells
        if grid.text(cell) or _light(grid, cell, vocabulary).status.light != "none"
    ]  # fmt: skip


def _light(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> Light:
    background = grid.fills(cell.row)
    return read_light(grid.marks(cell), grid.pieces(cell), vocabulary, background=background)


def read_lamps(grid: Grid, row: int, lamps: dict[int, str], vocabulary: Vocabulary) -> Light:
    """The light of a row: the colour of the column that is marked."""
    marked = _marked(grid, row, list(lamps), vocabulary)
    places = tuple(place for cell in marked for place in cell.locations)
    if not marked:
        return Light(Status(light="none"))
    text = " ".join(filter(None, map(grid.text, marked))) or None
    if len(marked) > 1:
        message = "Several columns that stand for a colour are marked."
        warning = ReportWarning(code="several-statuses", message=message, locations=places)
        status = Status(light="unknown", confidence=0.3, text=text, locations=places)
        return Light(status, warnings=(warning,))
    colour, seen = lamps[marked[0].column], _light(grid, marked[0], vocabulary)
    if seen.status.light == colour:
        return Light(seen.status, warnings=seen.warnings)
    status = Status.model_validate(
        {
            "light": colour, "evidence": "text", "confidence": 0.9, "text": text,
            "locations": places,
        }
    )  # fmt: skip
    return Light(status)
