"""Tables of a project's own pages: key-value fields, risk tables, milestone tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from medcom_extract.document import Cell, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.cards import card_name, is_status_place, key_text
from medcom_extract.parsing.celllights import is_lit_cell
from medcom_extract.parsing.content import Column, read_tokens, tokens_of
from medcom_extract.parsing.drafts import ProjectDraft, add_aspect, add_entries, set_light
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.headers import Header
from medcom_extract.parsing.lights import holds_light, read_light
from medcom_extract.parsing.periods import resolve_date
from medcom_extract.parsing.witnesses import signs_of, strip_signs
from medcom_extract.report import DayRange, Milestone, Risk
from medcom_extract.vocabulary import LabelKind, Vocabulary

__all__ = [
    "LABEL_ROLES",
    "FieldReader",
    "Part",
    "named_project",
    "pairs_of",
    "rating_at",
    "read_label_table",
    "read_milestone_table",
    "read_risk_table",
]

LABEL_ROLES: dict[str, LabelKind] = {
    "risks": "risk", "achieved": "achieved", "upcoming": "upcoming", "mitigation": "mitigation",
    "milestones": "plan", "remarks": "remark",
}  # fmt: skip


def pairs_of(grid: Grid, row: int) -> list[tuple[Cell, Cell | None]]:
    """Keys with their values; a full-width cell is a key without a value."""
    cells = grid.row(row)
    if len(cells) == 1:
        return [(cells[0], None)]
    if len(cells) % 2:
        return [(cells[0], cells[1])]
    return [(cells[at], cells[at + 1]) for at in range(0, len(cells), 2)]


def named_project(grid: Grid, vocabulary: Vocabulary) -> str:
    """The project that a table of fields names, by its first cell or a key; "" for none."""
    cell = card_name(grid, vocabulary)
    if cell is not None:
        return grid.text(cell)
    for row in range(grid.rows):
        for key, value in pairs_of(grid, row):
            if value is not None and "project" in vocabulary.column_roles(key_text(grid, key)):
                return grid.text(value)
    return ""


@dataclass(slots=True)
class FieldReader:
    """Reads a key-value table (or a card that holds all of a project) into a project.

    ``rename`` is called where a key says the project's name; it gives the draft to go on with.
    """

    grid: Grid
    vocabulary: Vocabulary
    ledger: Ledger
    project: ProjectDraft
    rename: Callable[[str, Cell], ProjectDraft]
    kind: LabelKind = "remark"
    label: str | None = None

    def read(self) -> None:
        """Read all rows."""
        name = card_name(self.grid, self.vocabulary)
        for row in range(self.grid.rows):
            for key, value in pairs_of(self.grid, row):
                if key is name:
                    self._read_card_name(key, value, row)
                elif value is None:
                    self._read_wide(key)
                elif key.row == row:
                    self._read_pair(key, value)
                elif value.row == row:
                    self._read_more(key, value)

    def _read_card_name(self, key: Cell, value: Cell | None, row: int) -> None:
        self.ledger.take(*self.grid.pieces(key))
        self.project = self.rename(strip_signs(self.grid.text(key), self.vocabulary), key)
        pieces = [signs_of(piece, self.vocabulary) for piece in self.grid.pieces(key)]
        marks = [*(m for p in self.grid.pieces(key) for m in p.marks), *key.marks]
        if self._has_status_row():
            marks = [mark for mark in marks if mark.kind != "shading"]
        if value is not None:
            pieces, marks = self.grid.pieces(value), list(value.marks)
            self.ledger.take(*pieces)
        light = read_light(
            marks, pieces, self.vocabulary, background=self.grid.fills(row), locations=key.locations
        )
        if value is not None and is_status_place(self.grid, value, self.vocabulary):
            light = replace(light, status=light.status.model_copy(update={"text": None}))
        if light.status.light in ("red", "yellow", "green") or value is not None:
            set_light(self.project, light)

    def _has_status_row(self) -> bool:
        """Whether a light, or a place for one, stands beside a key: the name's ground is none."""
        pairs = [pair for row in range(self.grid.rows) for pair in pairs_of(self.grid, row)]
        return any(
            value is not None
            and is_status_place(self.grid, key, self.vocabulary)
            and (is_empty(value) or is_lit_cell(self.grid, value, self.vocabulary))
            for key, value in pairs
        )

    def _read_wide(self, cell: Cell) -> None:
        """A full-width row: a label for what follows, or text under the label before."""
        if is_empty(cell):
            return
        text = key_text(self.grid, cell)
        kind = self.vocabulary.label(text)
        if kind is not None:
            self.ledger.take(*self.grid.pieces(cell))
            self.kind, self.label = kind, text
        else:
            self._add_text(cell, self.kind, self.label)

    def _read_pair(self, key: Cell, value: Cell) -> None:
        text = key_text(self.grid, key)
        roles = self.vocabulary.column_roles(text)
        self.ledger.take(*self.grid.pieces(key))
        if not text:
            self._add_text(value, self.kind, self.label)
            return
        if "project" in roles and count_words(self.grid.text(value)):
            self.ledger.take(*self.grid.pieces(value))
            self.project = self.rename(self.grid.text(value), value)
            return
        if self._read_light(text, roles, key, value):
            return
        label = self._label(text, roles)
        if label is not None:
            self._add_text(value, label, text)
        else:
            self._add_detail(text, value)

    def _read_light(self, text: str, roles: tuple[str, ...], key: Cell, value: Cell) -> bool:
        """Take the value for a light where it is one; an empty one only under a status key."""
        pieces = self.grid.pieces(value)
        background = frozenset(
            patch.color for m in key.marks if m.kind == "shading" for patch in m.palette
        )
        status = "status" in roles and not self.vocabulary.is_field(text)
        lit = holds_light(value.marks, pieces, self.vocabulary, background)
        words = " ".join(piece.text for piece in pieces)
        none = self.vocabulary.phrases("lights", "none").matches(words) or not count_words(words)
        if not lit and not (status and none):
            return False
        light = read_light(
            value.marks, pieces, self.vocabulary, background=background, locations=value.locations
        )
        self.ledger.take(*pieces)
        if status and (self.project.status is None or "aspect" not in roles):
            set_light(self.project, light)
        else:
            add_aspect(self.project, text, light)
        return True

    def _label(self, text: str, roles: tuple[str, ...]) -> LabelKind | None:
        """The label that a key is; a key that is a known field stays a field."""
        if self.vocabulary.is_field(text):
            return None
        if text and self.vocabulary.label(text):
            return self.vocabulary.label(text)
        return next((LABEL_ROLES[role] for role in roles if role in LABEL_ROLES), None)

    def _add_text(self, cell: Cell, kind: LabelKind, label: str | None) -> None:
        tokens = tokens_of(self.grid.lines(cell), self.vocabulary)
        entries = read_tokens([Column(kind, label, tokens)], (), self.ledger)
        add_entries(self.project, entries)

    def _add_detail(self, key: str, value: Cell) -> None:
        self.ledger.take(*self.grid.pieces(value))
        self.project.add_detail(key, self.grid.text(value), value.locations)

    def _read_more(self, key: Cell, value: Cell) -> None:
        """A further value row beside a key that reaches down over several rows."""
        text = key_text(self.grid, key)
        label = self._label(text, self.vocabulary.column_roles(text))
        if label is not None:
            self._add_text(value, label, text)
        else:
            self._add_detail(text, value)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a table that are one project's, and the column that names it."""

    rows: Sequence[int]
    aside: int | None = None


def _first(header: Header, *roles: str) -> int | None:
    return next((c for role in roles for c in header.columns(role)), None)


def _take_header(grid: Grid, header: Header, ledger: Ledger) -> None:
    for row in range(header.last):
        for cell in grid.filled(row):
            ledger.take(*grid.pieces(cell))


def read_label_table(
    grid: Grid, header: Header, vocabulary: Vocabulary, ledger: Ledger, project: ProjectDraft
) -> None:
    """Read a table whose columns are labels into a project: each column's texts from the top."""
    _take_header(grid, header, ledger)
    for column, roles in enumerate(header.roles):
        kind = next(LABEL_ROLES[role] for role in roles if role in LABEL_ROLES)
        cells = [grid.at(row, column) for row in range(header.last, grid.rows)]
        own = [c for row, c in enumerate(cells, header.last) if c is not None and c.row == row]
        lines = [line for cell in own if cell.column == column for line in grid.lines(cell)]
        label = Column(kind, header.texts[column], tokens_of(lines, vocabulary))
        add_entries(project, read_tokens([label], (), ledger))


def read_risk_table(
    grid: Grid,
    header: Header,
    vocabulary: Vocabulary,
    ledger: Ledger,
    label: str | None,
    part: Part | None = None,
) -> list[Risk]:
    """The risks of a risk table, rated; its further columns are details of each risk."""
    part = part or Part(range(header.last, grid.rows))
    _take_header(grid, header, ledger)
    name = _first(header, "risks", "remarks", "weak_project") or 0
    rated = {"likelihood": _first(header, "likelihood"), "impact": _first(header, "impact")}
    risks: list[Risk] = []
    for row, cell, text in _take_rows(grid, part, name, ledger):
        ratings = {key: rating_at(grid, row, column, vocabulary) for key, column in rated.items()}
        kept = [column for key, column in rated.items() if ratings[key]]
        known = {name, part.aside, *kept}
        details = _details(grid, header, row, known)
        risks.append(
            Risk.model_validate(
                {
                    "text": text, "label": label, "locations": cell.locations,
                    "details": details, **ratings,
                }
            )
        )  # fmt: skip
    return risks


def _take_rows(
    grid: Grid, part: Part, column: int, ledger: Ledger
) -> Iterator[tuple[int, Cell, str]]:
    """Each row of a part, with its cell in a column and what that says; rows without are passed
    over, whatever else they hold.
    """
    for row in part.rows:
        cell = grid.at(row, column)
        if cell is None or not grid.filled(row) or cell.row != row:
            continue
        ledger.take(*(piece for c in grid.filled(row) for piece in grid.pieces(c)))
        if text := grid.text(cell):
            yield row, cell, text


def rating_at(grid: Grid, row: int, column: int | None, vocabulary: Vocabulary) -> str | None:
    cell = grid.at(row, column) if column is not None else None
    if cell is None:
        return None
    words = grid.text(cell)
    return vocabulary.rating(words) or next(
        (found for word in words.replace("(", " ").split() if (found := vocabulary.rating(word))),
        None,
    )


def _details(grid: Grid, header: Header, row: int, known: set[int | None]) -> dict[str, str]:
    details: dict[str, str] = {}
    for cell in grid.row(row):
        text = grid.text(cell)
        if cell.column in known or not count_words(text):
            continue
        key = header.texts[cell.column] or f"{cell.column + 1}"
        details[key] = f"{details[key]} {text}" if key in details else text
    return details


def read_milestone_table(
    grid: Grid,
    header: Header,
    vocabulary: Vocabulary,
    ledger: Ledger,
    label: str | None,
    part: Part | None = None,
) -> list[Milestone]:
    """The rows of a milestone table: kind ``plan``, with planned days and state."""
    part = part or Part(range(header.last, grid.rows))
    _take_header(grid, header, ledger)
    name = _first(header, "milestones", "weak_project") or 0
    planned = next((c for c in header.columns("planned") if c != name), None)
    status = next((c for c in header.columns("status") if c not in (name, planned)), None)
    milestones: list[Milestone] = []
    for row, cell, text in _take_rows(grid, part, name, ledger):
        days = _planned(grid, row, planned)
        milestones.append(
            Milestone.model_validate(
                {
                    "text": text, "label": label, "kind": "plan", "planned": days,
                    "status": _state(grid, row, status, vocabulary),
                    "details": _details(grid, header, row, {name, part.aside}),
                    "locations": cell.locations,
                }
            )
        )  # fmt: skip
    return milestones


def _planned(grid: Grid, row: int, column: int | None) -> DayRange | None:
    cell = grid.at(row, column) if column is not None else None
    days = resolve_date(grid.text(cell)) if cell is not None else None
    return DayRange(start=days[0], end=days[1]) if days else None


def _state(grid: Grid, row: int, column: int | None, vocabulary: Vocabulary) -> str | None:
    cell = grid.at(row, column) if column is not None else None
    if cell is None:
        return None
    words = grid.text(cell)
    states = [vocabulary.milestone_status(words), *map(vocabulary.milestone_status, words.split())]
    return next((state for state in states if state), None)
