"""Overview tables: a row (or a few) for each project."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from medcom_extract.document import Cell, Table, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.content import Column, Token, read_tokens, tokens_of
from medcom_extract.parsing.details import rating_at
from medcom_extract.parsing.dividers import Dividers, title_of
from medcom_extract.parsing.drafts import ProjectDraft, add_entries, set_light
from medcom_extract.parsing.evidence import status_line
from medcom_extract.parsing.grid import Grid, cell_lines, is_empty
from medcom_extract.parsing.headers import head_text, header_key
from medcom_extract.parsing.labels import Labelled
from medcom_extract.parsing.layouts import Layout
from medcom_extract.parsing.lights import read_light
from medcom_extract.parsing.names import NameCells
from medcom_extract.parsing.pieces import Piece
from medcom_extract.parsing.rowlights import RowLights
from medcom_extract.parsing.tracks import find_tracks
from medcom_extract.report import ReportWarning
from medcom_extract.vocabulary import LabelKind, Vocabulary, normalise

__all__ = ["OverviewReader"]

_LONGEST_HEADER = 120
_TOLD: tuple[LabelKind, ...] = ("achieved", "upcoming")

NestedReader = Callable[[Table, ProjectDraft], bool]
"""Reads a risk or milestone table inside a cell; False where the table is none of these."""


@dataclass
class OverviewReader:
    """Reads the rows of one overview table.

    ``open_section`` is called with the text of each section title inside the table,
    ``add_project`` with each new project.
    """

    grid: Grid
    layout: Layout
    vocabulary: Vocabulary
    ledger: Ledger
    open_section: Callable[[str, Cell], None]
    add_project: Callable[[ProjectDraft], None]
    read_nested: NestedReader
    sectioned: bool = False
    """Whether a heading above the table names its section."""
    before: ProjectDraft | None = None
    """The last project of the table before."""
    project: ProjectDraft | None = None
    name_cell: Cell | None = None
    section_cell: Cell | None = None
    under: dict[int, Labelled] = field(default_factory=dict)
    """The label that each column's text stands under, for a row that goes on with a project."""
    unnamed: list[ReportWarning] = field(default_factory=list)
    """Warnings of rows that name no project, until the next name."""
    doubts: list[ReportWarning] = field(default_factory=list)
    """What to warn of at the next project."""
    warnings: list[ReportWarning] = field(default_factory=list)

    @cached_property
    def lights(self) -> RowLights:
        """Reads the lights of a row."""
        return RowLights(self.grid, self.layout, self.vocabulary, self.ledger)

    @cached_property
    def dividers(self) -> Dividers:
        """Which rows are titles of sections."""
        return Dividers(self.grid, self.layout, self.vocabulary)

    @cached_property
    def names(self) -> NameCells:
        """The reader of the name column."""
        rows = range(self.layout.first, self.grid.rows)
        cells = (self.grid.at(row, self.layout.name) for row in rows)
        own = {id(cell): cell for cell in cells if cell is not None}
        return NameCells(own.values(), self.vocabulary, self.ledger)

    def read(self) -> None:
        """Read all rows."""
        for row in range(self.layout.first):
            self._read_head(row)
        for row in range(self.layout.first, self.grid.rows):
            self._read_row(row)
        self._place_unnamed(None)

    def _read_head(self, row: int) -> None:
        header = self.layout.header
        for cell in self.grid.filled(row):
            title = title_of(self.grid, cell)
            if header is not None and row < header.first and title and not self._is_generic(title):
                self.open_section(title, cell)
            # A long text heads no column: it is left over, to be seen as unassigned.
            if len(self.grid.text(cell)) <= _LONGEST_HEADER:
                self.ledger.take(*self.grid.pieces(cell))

    def _is_generic(self, title: str) -> bool:
        """Whether a table's title below a section's says no more than that it is an overview."""
        return self.sectioned and self.vocabulary.phrases("titles", "overviews").matches(title)

    def _read_row(self, row: int) -> None:
        cells = self.grid.filled(row)
        if not cells and not any(cell.marks for cell in self.grid.row(row)):
            return
        if self._repeats_header(row):
            self.ledger.take(*(piece for cell in cells for piece in self.grid.pieces(cell)))
        elif self.dividers.is_divider(row, cells):
            self.project = self.name_cell = None
            title = title_of(self.grid, cells[0])
            self.open_section(title, cells[0])
            self.ledger.take(*self.grid.pieces(cells[0]))
            if self.dividers.is_guessed(row, cells):
                message = f"“{title}” stands alone in its row: it was read as a section's title."
                places = cells[0].locations
                self.doubts.append(
                    ReportWarning(code="section-guessed", message=message, locations=places)
                )
        else:
            self._read_section_column(row)
            self._read_project(row)

    def _repeats_header(self, row: int) -> bool:
        if self.layout.header is None:
            return False
        wanted = self.header_key
        if len(wanted) != self.grid.columns or not any(wanted):
            return False
        cells = zip(self._across(row), wanted, strict=True)  # most rows part at the first
        return all(self._heads(cell, text) for cell, text in cells)

    def _heads(self, cell: Cell | None, name: str) -> bool:
        """Whether a cell is the header of a name, in another row than the header's own."""
        text = head_text(self.grid, cell, self.vocabulary) if cell else ""
        return normalise(text) == name

    @cached_property
    def header_key(self) -> tuple[str, ...]:
        """The names of the columns, as headers are compared."""
        return header_key(self.layout.header) if self.layout.header is not None else ()

    def _across(self, row: int) -> list[Cell | None]:
        return [self.grid.at(row, column) for column in range(self.grid.columns)]

    def _read_section_column(self, row: int) -> None:
        if self.layout.section is None:
            return
        cell = self.grid.at(row, self.layout.section)
        if cell is None or cell is self.section_cell or is_empty(cell):
            return
        self.section_cell = cell
        self.ledger.take(*self.grid.pieces(cell))
        self.open_section(self.grid.text(cell), cell)

    def _read_project(self, row: int) -> None:
        cell = self.grid.at(row, self.layout.name)
        wide = [c for c in self.grid.filled(row) if self.grid.is_full_width(c)]
        if not wide and cell is not None and cell is not self.name_cell and not is_empty(cell):
            self._read_name(cell, row)
        if self.project is None:
            self._warn_of_row(row)
            return
        self.lights.read(self.project, row)
        self._read_content(row)

    def _warn_of_row(self, row: int) -> None:
        """Tell of a row that names no project where none stands above it."""
        cells = self.grid.filled(row)
        words = sum(count_words(self.grid.text(cell)) for cell in cells)
        if words:
            message = f"A row names no project; its {words} words are unassigned."
            places = tuple(place for cell in cells for place in cell.locations)
            self.unnamed.append(
                ReportWarning(code="row-without-project", message=message, locations=places)
            )

    def _place_unnamed(self, cell: Cell | None) -> None:
        """Pass on the warnings of rows without a project, at the name that follows them, too: a
        page may have cut its row above it.
        """
        for warning in self.unnamed:
            places = warning.locations + (cell.locations if cell is not None else ())
            self.warnings.append(warning.model_copy(update={"locations": places}))
        self.unnamed = []

    def _read_name(self, cell: Cell, row: int) -> None:
        self.name_cell = cell
        above = self.project or self.before
        if above is not None and self.names.goes_on(cell):
            self.project = above
            self.names.go_on(above, cell)
            return
        self.under = {}
        self._place_unnamed(cell)
        self.project = self.names.read(cell, self.grid.fills(row))
        self.lights.read_ground(self.project, cell)
        self.project.warnings.extend(self.doubts)
        self.doubts = []
        self.add_project(self.project)

    def _read_content(self, row: int) -> None:
        assert self.project is not None
        columns: list[Column] = []
        head: Labelled | None = None
        rated = self._ratings(row)
        known = len(self.project.risks)
        for cell in self.grid.row(row):
            if cell.row != row or is_empty(cell) or cell is self.name_cell:
                continue
            if cell.column in (self.layout.status, self.layout.section, *self.layout.lamps):
                continue
            covered = range(cell.column, cell.column + cell.column_span)
            if set(self.layout.heads).issuperset(covered):  # else a text over label and content
                head = self._head(cell)
                continue
            kinds = [c for c in covered if c in self.layout.content]
            if kinds or self.grid.is_full_width(cell):
                columns.append(self._under_label(row, cell, self._column(cell, kinds, head)))
                head = None
            elif cell.column not in self.layout.aspects and cell.column not in rated:
                self._read_detail(cell)
        tracks = find_tracks([column.tokens for column in columns], self.vocabulary)
        add_entries(self.project, read_tokens(columns, tracks, self.ledger))
        self._rate(self.project, known, row, rated)

    def _ratings(self, row: int) -> dict[int, tuple[str, str]]:
        """Likelihood and impact of the risk in a row, by column, where both words are known."""
        header = self.layout.header
        if header is None or "risk" not in self.layout.content.values():
            return {}
        places = {c: r for r in ("likelihood", "impact") for c in header.columns(r)[:1]}
        told = {c: rating_at(self.grid, row, c, self.vocabulary) for c in places}
        return {
            c: (places[c], value) for c, value in told.items()
            if value is not None and c in self.layout.details
        }  # fmt: skip

    def _rate(
        self, project: ProjectDraft, known: int, row: int, rated: dict[int, tuple[str, str]]
    ) -> None:
        """Give a row's risks its ratings; without a risk they are fields of the project."""
        fresh = project.risks[known:]
        ratings = dict(rated.values())
        project.risks[known:] = [risk.model_copy(update=ratings) for risk in fresh]
        for cell in self.grid.filled(row):
            if cell.column in rated and fresh:
                self.ledger.take(*self.grid.pieces(cell))
            elif cell.column in rated:
                self._read_detail(cell)

    def _under_label(self, row: int, cell: Cell, column: Column) -> Column:
        """A column with the label above it before it, where the row goes on without a name."""
        name = self.grid.at(row, self.layout.name)
        goes_on = name is None or is_empty(name) or (name.row == row and self.names.goes_on(name))
        above = self.under.get(cell.column) if goes_on else None
        tokens = column.tokens
        if above is not None and tokens and not isinstance(tokens[0], Labelled):
            column = replace(column, tokens=(above, *tokens))
        last = next((t for t in reversed(column.tokens) if isinstance(t, Labelled)), None)
        if last is not None:
            self.under[cell.column] = last
        return column

    def _head(self, cell: Cell) -> Labelled | None:
        """The label that a cell is for the one to its right."""
        text = self.grid.text(cell)
        piece = self.grid.pieces(cell)[0]
        self.ledger.take(*self.grid.pieces(cell))
        return Labelled(self.vocabulary.label(text) or "remark", piece, None) if text else None

    def _column(self, cell: Cell, kinds: list[int], head: Labelled | None) -> Column:
        """A cell of content; one that spans columns of different kinds holds remarks."""
        assert self.project is not None
        lines = [line for line in self._lines(cell, self.project) if not self._is_status(line)]
        if head is not None:
            return Column("remark", None, (head, *tokens_of(lines, self.vocabulary)))
        found = {self.layout.content[column] for column in kinds}
        if len(found) != 1:
            return Column("remark", None, tokens_of(lines, self.vocabulary))
        kind = found.pop()
        title = self.layout.title(kinds[0])
        told = self.vocabulary.is_label(title) or self.vocabulary.guess_label(title) == kind
        label = title if title and told and kind != "plan" else None
        tokens = tokens_of(lines, self.vocabulary)
        if kind == "remark" or self._opens_with_remark(tokens, kinds[0], kind):
            return Column("remark", None, tokens)
        return Column(kind, label, tokens)

    def _opens_with_remark(self, tokens: tuple[Token, ...], column: int, kind: LabelKind) -> bool:
        """Whether a milestone's cell begins with plain words that its labels do not cover.

        The cell says below them where the column's milestones begin, or all other cells do.
        """
        first = tokens[0] if tokens else None
        if kind not in _TOLD or not isinstance(first, Piece) or first.bullet is not None:
            return False
        labels = [token.kind for token in tokens if isinstance(token, Labelled)]
        return kind in labels if labels else column in self._labelled_lists

    @cached_property
    def _labelled_lists(self) -> frozenset[int]:
        """Columns of which most cells hold lists or several kinds, each under its own label."""
        found: set[int] = set()
        for column in self.layout.content:
            cells = [self.grid.at(row, column) for row in range(self.layout.first, self.grid.rows)]
            filled = {id(c): c for c in cells if c is not None and not is_empty(c)}
            lists = sum(self._is_labelled_list(cell) for cell in filled.values())
            if lists > 1 and 2 * lists > len(filled):
                found.add(column)
        return frozenset(found)

    def _is_labelled_list(self, cell: Cell) -> bool:
        tokens = tokens_of(self.grid.lines(cell), self.vocabulary)
        kinds = {token.kind for token in tokens if isinstance(token, Labelled)}
        if len(kinds) > 1 and isinstance(tokens[0], Labelled):
            return True
        after = zip(tokens, tokens[1:], strict=False)
        return any(
            isinstance(label, Labelled) and isinstance(item, Piece) and item.bullet is not None
            for label, item in after
        )

    def _is_status(self, line: Piece) -> bool:
        """Take "Status: Grøn" from a text for the light where no column shows one."""
        assert self.project is not None
        if self.layout.status is not None:
            return False
        value = status_line(line, self.vocabulary)
        if value is None:
            return False
        marks = [mark for mark in line.marks if mark.kind != "shading"]
        said = [Piece(line.paragraph, value.runs, 1, 1)] if value is not line else []
        self.ledger.take(line)
        set_light(self.project, read_light(marks, said, self.vocabulary, locations=line.locations))
        return True

    def _lines(self, cell: Cell, project: ProjectDraft) -> list[Piece]:
        nested = [b for b in cell.blocks if isinstance(b, Table) and self.read_nested(b, project)]
        if not nested:
            return self.grid.lines(cell)
        rest = tuple(b for b in cell.blocks if not any(b is n for n in nested))
        return cell_lines(Cell(cell.row, cell.column, blocks=rest))

    def _read_detail(self, cell: Cell) -> None:
        assert self.project is not None
        pieces = self.grid.pieces(cell)
        key = self.layout.title(cell.column) or normalise("")
        text = " ".join(piece.text for piece in pieces if piece.text)
        if key and count_words(text):
            self.ledger.take(*pieces)
            self.project.add_detail(key, text, cell.locations)
