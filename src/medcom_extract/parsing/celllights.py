"""The light of a table's cell.

A table is judged by the lights in its columns before its rows are read; what a cell has to say is
heard once for both.
"""

from medcom_extract.document import Cell
from medcom_extract.parsing.grid import Grid
from medcom_extract.parsing.lights import (
    Heard,
    Light,
    decide_light,
    grey_ground,
    hear,
    is_light,
    may_be_light,
)
from medcom_extract.vocabulary import Vocabulary

__all__ = ["cell_grey", "cell_light", "is_lit_cell"]


def is_lit_cell(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell shows a light and next to no words; the fills of its row say nothing."""
    marks, pieces = grid.marks(cell), grid.pieces(cell)
    return may_be_light(marks, pieces) and is_light(_heard(grid, cell, vocabulary))


def cell_light(grid: Grid, cell: Cell, vocabulary: Vocabulary, *, told: bool = False) -> Light:
    """The light of a cell; ``told`` says that the cell is a status's own, as in ``read_light``."""
    heard = _heard(grid, cell, vocabulary)
    places = cell.locations or tuple(p for piece in grid.pieces(cell) for p in piece.locations)
    return decide_light(heard, vocabulary, places, told=told)


def cell_grey(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> Light | None:
    """The light of a cell that shows nothing but a grey ground; see ``grey_ground``."""
    found = grey_ground(grid.marks(cell), grid.pieces(cell), vocabulary, grid.fills(cell.row))
    return (
        decide_light(Heard([found._replace(strength=1.0)], ""), vocabulary, cell.locations)
        if found
        else None
    )


def _heard(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> Heard:
    known = grid.memo.get(id(cell))
    if known is not None and known[0] is vocabulary and isinstance(known[1], Heard):
        return known[1]
    background = grid.fills(cell.row)
    heard = hear(grid.marks(cell), grid.pieces(cell), vocabulary, background)
    grid.memo[id(cell)] = (vocabulary, heard)
    return heard
