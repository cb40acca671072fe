"""What the cells of a table's columns hold: lights, labels, long texts."""

from dataclasses import dataclass

from medcom_extract.document import Cell
from medcom_extract.parsing.celllights import is_lit_cell
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.labels import find_label
from medcom_extract.parsing.listed import listed_lights
from medcom_extract.parsing.pieces import Piece
from medcom_extract.vocabulary import LabelKind, Vocabulary

__all__ = ["LONG", "Profile", "profile_columns"]

LONG = 45
"""Characters a cell on average: above it a column holds text, not names or fields."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a column's cells hold; ``heads`` are the kinds of those that are but a label."""

    filled: int
    lights: int
    labels: int
    length: float
    heads: tuple[LabelKind, ...] = ()

    @property
    def lit(self) -> bool:
        """Whether its cells are lights."""
        return self.filled > 0 and self.lights >= 0.5 * self.filled

    @property
    def names_fields(self) -> bool:
        """Whether its cells are labels for what stands to the right of them."""
        told = len(self.heads) >= 0.8 * self.filled
        return told and len(self.heads) >= 2 and len(set(self.heads)) >= 2


def profile_columns(grid: Grid, first: int, vocabulary: Vocabulary) -> list[Profile]:
    """Each column's profile over the rows from ``first`` on, wide cells left out."""
    profiles = []
    for column in range(grid.columns):
        cells = _own_cells(grid, first, column)
        lights = labels = 0
        for cell in cells:
            listed = listed_lights(grid.lines(cell), vocabulary)
            lights += bool(listed) or is_lit_cell(grid, cell, vocabulary)
            labels += _is_telling(grid.lines(cell), vocabulary)
        length = sum(len(grid.text(cell)) for cell in cells) / len(cells) if cells else 0.0
        filled = [cell for cell in cells if not is_empty(cell) or grid.marks(cell)]
        heads = [kind for c in filled if (kind := vocabulary.label(grid.text(c)))]
        profiles.append(Profile(max(len(filled), lights), lights, labels, length, tuple(heads)))
    return profiles


def _is_telling(lines: list[Piece], vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a label of risks or milestones, and something under it."""
    found = [label for line in lines if (label := find_label(line, vocabulary))]
    told = any(label.kind in ("risk", "achieved", "upcoming") for label in found)
    return told and (len(lines) > len(found) or any(label.rest for label in found))


def _own_cells(grid: Grid, first: int, column: int) -> list[Cell]:
    cells: list[Cell] = []
    for row in range(first, grid.rows):
        cell = grid.at(row, column)
        if cell is None or cell.row != row or cell.column != column or cell.column_span > 1:
            continue
        cells.append(cell)
    return cells
