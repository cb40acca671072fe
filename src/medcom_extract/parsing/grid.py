"""A table as a grid: which cell covers which place, and what a cell holds."""

from collections import Counter
from collections.abc import Iterator

from medcom_extract.document import Block, Cell, Mark, Paragraph, Picture, Table
from medcom_extract.parsing.pieces import Piece, lines_of, piece_of

__all__ = ["Grid", "Grids", "cell_lines", "cell_pieces", "inner_blocks", "is_empty", "transposed"]

_WORD, _RUNNING = 12, 25
"""Characters.  A longer text is hardly, is never a word for a light."""


class Grid:
    """Cells by row and column, spans resolved.

    ``memo`` is where ``celllights`` keeps what cells say of their lights.
    """

    def __init__(self, table: Table):
        self.table = table
        self.rows = len(table.rows)
        self.columns = max([table.columns, *(c.column + c.column_span for c in table.cells)])
        self._cover: dict[tuple[int, int], Cell] = {}
        # Cells are asked for their text again and again; they live as long as the table does.
        self._pieces: dict[int, list[Piece]] = {}
        self._lines: dict[int, list[Piece]] = {}
        self._texts: dict[int, str] = {}
        self._rows: dict[int, list[Cell]] = {}
        self._fills: dict[int, frozenset[str]] = {}
        self.memo: dict[int, tuple[object, object]] = {}
        for cell in table.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, cell.column + cell.column_span):
                    self._cover.setdefault((row, column), cell)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return self._cover.get((row, column))

    def row(self, row: int) -> list[Cell]:
        """The cells that cover a row, each once, from left to right."""
        known = self._rows.get(row)
        if known is None:
            known = self._rows[row] = self._find_row(row)
        return known

    def _find_row(self, row: int) -> list[Cell]:
        cells: list[Cell] = []
        for column in range(self.columns):
            cell = self._cover.get((row, column))
            if cell is not None and (not cells or cells[-1] is not cell):
                cells.append(cell)
        return cells

    def filled(self, row: int) -> list[Cell]:
        """The cells that begin in a row and hold anything but shading."""
        return [cell for cell in self.row(row) if cell.row == row and not is_empty(cell)]

    def pieces(self, cell: Cell) -> list[Piece]:
        """Each paragraph of a cell as one piece, nested tables included."""
        known = self._pieces.get(id(cell))
        if known is None:
            known = self._pieces[id(cell)] = cell_pieces(cell)
        return known

    def lines(self, cell: Cell) -> list[Piece]:
        """The paragraphs of a cell, cut at their soft breaks."""
        known = self._lines.get(id(cell))
        if known is None:
            lines = [line for piece in self.pieces(cell) for line in lines_of(piece)]
            known = self._lines[id(cell)] = lines
        return known

    def text(self, cell: Cell) -> str:
        """All words of a cell, white space single."""
        known = self._texts.get(id(cell))
        if known is None:
            words = [piece.text for piece in self.pieces(cell) if piece.text]
            known = self._texts[id(cell)] = " ".join(words)
        return known

    def marks(self, cell: Cell) -> list[Mark]:
        """The marks of a cell, those of tables inside it that hold no words included."""
        inner = [block for block in cell.blocks if isinstance(block, Table)]
        blank = not any(inside.text.strip() for table in inner for inside in table.cells)
        nested = [mark for table in inner for inside in table.cells for mark in inside.marks]
        return [*cell.marks, *(nested if blank else [])]

    def is_full_width(self, cell: Cell) -> bool:
        """Whether a cell spans all columns of a table that has several."""
        return self.columns > 1 and cell.column_span >= self.columns

    def fills(self, row: int) -> frozenset[str]:
        """Fills that belong to the row, not to a light in it: zebra stripes, header shading.

        A fill is the row's where two cells of running text have it, or all cells and some words;
        lights of one colour side by side are no stripe.
        """
        known = self._fills.get(row)
        if known is None:
            known = self._fills[row] = self._find_fills(row)
        return known

    def _find_fills(self, row: int) -> frozenset[str]:
        cells = self.row(row)
        all_cells: Counter[str] = Counter()
        texts: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for cell in cells:
            shadings = [mark for mark in cell.marks if mark.kind == "shading"]
            if not shadings:
                continue
            colors = {patch.color for mark in shadings for patch in mark.palette}
            all_cells.update(colors)
            length = len(self.text(cell))
            texts.update(colors if length > _RUNNING else ())
            words.update(colors if length > _WORD else ())
        whole = {c for c, count in all_cells.items() if count == len(cells) > 1 and words[c]}
        return frozenset(whole | {color for color, count in texts.items() if count > 1})


class Grids:
    """The grids of a document's tables, each made once: several steps of the parser read them."""

    def __init__(self) -> None:
        self._made: dict[int, Grid] = {}

    def of(self, table: Table) -> Grid:
        """The grid of a table."""
        known = self._made.get(id(table))  # a grid keeps its table, so that no other has its id
        if known is None:
            known = self._made[id(table)] = Grid(table)
        return known


def transposed(grid: Grid) -> Grid:
    """The grid with rows and columns exchanged."""
    turned: list[list[Cell]] = [[] for _ in range(grid.columns)]
    for cell in sorted(grid.table.cells, key=lambda cell: (cell.column, cell.row)):
        turned[cell.column].append(
            Cell(
                cell.column, cell.row, cell.column_span, cell.row_span,
                cell.blocks, cell.marks, cell.locations,
            )
        )  # fmt: skip
    rows = tuple(tuple(row) for row in turned)
    return Grid(Table(grid.rows, rows, 0, grid.table.locations))


def is_empty(cell: Cell) -> bool:
    """Whether a cell holds no text, no picture and no mark but shading."""
    for mark in cell.marks:
        if mark.kind != "shading":
            return False
    return _hold_nothing(cell.blocks)


def _hold_nothing(blocks: tuple[Block, ...]) -> bool:
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.text or block.marks:
                return False
        elif isinstance(block, Picture) or not all(_hold_nothing(c.blocks) for c in block.cells):
            return False
    return True


def inner_blocks(blocks: tuple[Block, ...]) -> Iterator[Paragraph | Picture]:
    """Paragraphs and pictures of blocks, those in nested tables included."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from inner_blocks(cell.blocks)
        else:
            yield block


def cell_pieces(cell: Cell) -> list[Piece]:
    """Each paragraph of a cell as one piece, nested tables included."""
    return [piece_of(b) for b in inner_blocks(cell.blocks) if isinstance(b, Paragraph)]


def cell_lines(cell: Cell) -> list[Piece]:
    """The paragraphs of a cell, cut at their soft breaks."""
    return [line for piece in cell_pieces(cell) for line in lines_of(piece)]
