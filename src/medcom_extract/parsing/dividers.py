"""Rows of an overview table that are a section's title, not a project's."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from medcom_extract.document import Cell
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.labels import split_key
from medcom_extract.parsing.layouts import Layout
from medcom_extract.parsing.lights import holds_light
from medcom_extract.vocabulary import Vocabulary

__all__ = ["Dividers", "title_of"]

_LARGER = 1.08


def title_of(grid: Grid, cell: Cell) -> str:
    """The cell's text where it may be a title: one short paragraph, or two."""
    pieces = [piece for piece in grid.pieces(cell) if piece.text]
    text = " ".join(piece.text for piece in pieces)
    short = len(pieces) <= 2 and len(text) <= 120 and len(text.split()) <= 16
    return text if short and not text.endswith((".", ";")) else ""


@dataclass
class Dividers:
    """Tells the rows of one table that divide it into sections.

    Such a row fills the whole width, or only its first cell and looks unlike the projects' rows; or
    it is bare where all projects have something beside their names, and stands first or again.
    """

    grid: Grid
    layout: Layout
    vocabulary: Vocabulary

    def is_divider(self, row: int, cells: list[Cell]) -> bool:
        """Whether a row, of which the filled cells are given, is a section's title."""
        if not cells or (len(cells) > 1 and not self._has_area_light(row, cells)):
            return False
        cell = cells[0]
        title = title_of(self.grid, cell)
        if not title or self.vocabulary.is_label(title):
            return False
        if self.grid.is_full_width(cell):
            return True
        if len(cells) == 1 and self._has_shaded_light(row, cell):
            return False
        first = min(self.layout.name, self.layout.section or self.layout.name)
        if cell.column == 0 < first and cell.row_span == cell.column_span == 1:
            return self._is_shaded(row, cell)
        # Of two columns, one is a name's own.
        wide = cell.column_span >= max(2, self.grid.columns - 1)
        if cell.column != first or cell.row_span > 1 or wide:
            return wide
        return self._stands_out(row, cell) or self.is_guessed(row, cells)

    def is_guessed(self, row: int, cells: list[Cell]) -> bool:
        """Whether a row is taken for a title only because nothing stands beside it."""
        if len(cells) != 1 or cells[0].column_span > 1 or row not in self._bare_titles:
            return False
        return not self._stands_out(row, cells[0])

    def _has_area_light(self, row: int, cells: list[Cell]) -> bool:
        """Whether beside the title there is but a light, in a row shaded unlike the projects'."""
        if len(cells) != 2 or cells[1].column != self.layout.status:
            return False
        lit = holds_light(cells[1].marks, self.grid.pieces(cells[1]), self.vocabulary)
        return lit and self._is_shaded(row, cells[0])

    def _has_shaded_light(self, row: int, title: Cell) -> bool:
        """Whether the ground of the status cell alone is a light, and the row is a project's."""
        status = self.layout.status
        cell = self.grid.at(row, status) if status is not None else None
        if cell is None or cell is title or cell.row != row:
            return False
        background = self.grid.fills(row) | _fills_of(title)
        return holds_light(cell.marks, [], self.vocabulary, background)

    @cached_property
    def _names(self) -> list[Cell]:
        rows = range(self.layout.first, self.grid.rows)
        cells = (self.grid.at(row, self.layout.name) for row in rows)
        held = [cell for cell in cells if cell is not None and not is_empty(cell)]
        return [cell for cell in held if not self.grid.is_full_width(cell)]

    def _stands_out(self, row: int, cell: Cell) -> bool:
        others = [other for other in self._names if other is not cell]
        plain = sum(1 for other in others if not self._is_bold(other))
        if self._is_bold(cell) and others and plain >= 0.6 * len(others):
            return True
        prefix = split_key(self.grid.pieces(cell)[0])
        prefixes = self.vocabulary.phrases("sections", "prefixes")
        if prefix is not None and prefixes.matches(prefix[0].text):
            return True
        if self.grid.fills(row) and not all(self.grid.fills(other.row) for other in others):
            return True
        return self._is_shaded(row, cell) or self._is_larger(cell, others)

    def _is_bold(self, cell: Cell) -> bool:
        return all(piece.bold for piece in self.grid.pieces(cell))

    def _is_shaded(self, row: int, cell: Cell) -> bool:
        """Whether all cells of a row have one fill that few names have."""
        cells = self.grid.row(row)
        own = [_fills_of(one) for one in cells]
        shared = frozenset.intersection(*own) if own else frozenset()
        others = [other for other in self._names if other is not cell and other.row != row]
        alike = sum(1 for other in others if shared & _fills_of(other))
        return bool(shared) and len(cells) > 1 and 2 * alike < len(others)

    def _is_larger(self, cell: Cell, others: list[Cell]) -> bool:
        """Whether a title is set in a larger size or in capitals, unlike the names."""
        sizes = [size for other in others if (size := self._size(other))]
        usual = Counter(sizes).most_common(1)[0][0] if sizes else None
        own = self._size(cell)
        capitals = self.grid.text(cell).isupper() and len(self.grid.text(cell)) > 4
        rare = 2 * sum(1 for other in others if self.grid.text(other).isupper()) < len(others)
        larger = own is not None and usual is not None and own > _LARGER * usual
        return bool(others) and (larger or (capitals and rare))

    def _size(self, cell: Cell) -> float | None:
        return next((p.paragraph.size for p in self.grid.pieces(cell) if p.text), None)

    @cached_property
    def _bare_titles(self) -> frozenset[int]:
        """Rows with a name alone, where every other has content: the first one, or several."""
        content = set(self.layout.content)
        rows = range(self.layout.first, self.grid.rows)
        filled = {row: self.grid.filled(row) for row in rows}
        bare = [row for row in rows if self._is_bare(filled[row])]
        full = [row for row in rows if any(cell.column in content for cell in filled[row])]
        divided = len(full) + len(bare) == len([row for row in rows if filled[row]])
        before_full = all(row + 1 in full for row in bare)
        first = bare[:1] == [self.layout.first]
        if not divided or not before_full or not (first or len(bare) > 1) or not content:
            return frozenset()
        return frozenset(bare)

    def _is_bare(self, cells: list[Cell]) -> bool:
        alone = len(cells) == 1 and cells[0].column == self.layout.name and cells[0].row_span == 1
        pieces = self.grid.pieces(cells[0]) if alone else []
        key = split_key(pieces[0]) if pieces else None
        return alone and not (key is not None and self.vocabulary.is_field(key[0].text))


def _fills_of(cell: Cell) -> frozenset[str]:
    return frozenset(
        patch.color for mark in cell.marks if mark.kind == "shading" for patch in mark.palette
    )
