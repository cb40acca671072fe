"""What a table is: an overview, fields, risks, milestones, a legend, figures, or mere layout."""

from dataclasses import dataclass
from typing import Literal

from medcom_extract.document import Cell, Paragraph, Picture, Table, count_words
from medcom_extract.parsing.cards import card_name, has_card_cells, key_text
from medcom_extract.parsing.celllights import is_lit_cell
from medcom_extract.parsing.details import LABEL_ROLES, pairs_of
from medcom_extract.parsing.grid import Grid, inner_blocks, is_empty, transposed
from medcom_extract.parsing.headers import Header, find_header, names_columns
from medcom_extract.parsing.layouts import Layout, find_layout
from medcom_extract.parsing.legends import is_legend_table
from medcom_extract.parsing.lights import holds_light
from medcom_extract.parsing.registers import is_register
from medcom_extract.vocabulary import Vocabulary

__all__ = ["Judged", "Kind", "judge_table"]

Kind = Literal[
    "overview",
    "register",
    "risks",
    "milestones",
    "labels",
    "fields",
    "legend",
    "figures",
    "layout",
    "other",
]


@dataclass(frozen=True, slots=True)
class Judged:
    """A table with its kind and what the judging found."""

    table: Table
    grid: Grid
    kind: Kind
    header: Header | None = None
    layout: Layout | None = None
    named: bool = False


def judge_table(grid: Grid, vocabulary: Vocabulary, before: Layout | None = None) -> Judged:
    """The kind of a table; ``before`` is the layout of the overview table before it."""
    table = grid.table
    if _holds_figures(grid):
        return Judged(table, grid, "figures")
    if is_legend_table(grid, vocabulary):
        return Judged(table, grid, "legend")
    if names_columns(grid, vocabulary):
        grid = transposed(grid)
    header = find_header(grid, vocabulary)
    told = _by_header(table, grid, header, vocabulary) if header is not None else None
    return told or _by_content(table, grid, header, vocabulary, before)


def _by_header(table: Table, grid: Grid, header: Header, vocabulary: Vocabulary) -> Judged | None:
    """The kind of a table whose header alone tells it."""
    if _is_risk_table(grid, header):
        return Judged(table, grid, "risks", header)
    if _is_milestone_table(grid, header, vocabulary):
        return Judged(table, grid, "milestones", header)
    if is_register(grid, header, vocabulary):
        return Judged(table, grid, "register", header)
    if _is_field_row(grid, header, vocabulary):
        return Judged(table, transposed(grid), "fields")
    return None


def _by_content(
    table: Table, grid: Grid, header: Header | None, vocabulary: Vocabulary, before: Layout | None
) -> Judged:
    fields = _count_fields(grid, vocabulary)
    layout = find_layout(grid, header, vocabulary, before)
    # Labels beside lights are keys of a kind, but each for the project of its row.
    labelled = layout is not None and bool(layout.heads) and layout.status is not None
    if fields.sure and not labelled and not _heads_overview(header):
        return Judged(table, grid, "fields", named=fields.named)
    if header is not None and _heads_labels(grid, header, vocabulary):
        return Judged(table, grid, "labels", header)
    if header is None and has_card_cells(grid, vocabulary):
        return Judged(table, grid, "layout")
    if layout is not None:
        return Judged(table, grid, "overview", header, layout)
    if fields.maybe:
        return Judged(table, grid, "fields", named=fields.named)
    return Judged(table, grid, "layout" if _is_mere_layout(grid) else "other", header)


def _is_field_row(grid: Grid, header: Header, vocabulary: Vocabulary) -> bool:
    """Keys side by side over one row of values: lights under their names, or known fields."""
    if grid.rows != 2 or header.last != 1 or header.has("project", "weak_project"):
        return False
    texts = [text for text in header.texts if text]
    named = ("status", "aspect")
    below = grid.row(1)
    lit = sum(holds_light(c.marks, grid.pieces(c), vocabulary, grid.fills(1)) for c in below)
    judged = sum(any(role in named for role in roles) for roles in header.roles)
    known = all(vocabulary.is_field(text) for text in texts)
    return len(texts) >= 2 and (known or (lit >= 1 and judged >= 2 and judged >= len(texts) / 2))


def _heads_overview(header: Header | None) -> bool:
    """Whether columns are named, not keys beside their values: all texts are known as headers."""
    if header is None or len(header.texts) < 3:
        return False
    known = all(roles for text, roles in zip(header.texts, header.roles, strict=True) if text)
    named = header.has("weak_project", "section") and header.has("status", "remarks", "risks")
    return header.has("project") or (known and named and sum(map(bool, header.texts)) > 2)


def _heads_labels(grid: Grid, header: Header, vocabulary: Vocabulary) -> bool:
    """Whether every column is a label's, so that the table is all of one project.

    A word such as "Risici" may head lights, too: it is no label where one stands below it.
    """
    labels = [role for role in LABEL_ROLES if header.has(role)]
    every = all(any(role in LABEL_ROLES for role in roles) for roles in header.roles)
    if len(labels) < 2 or not every or grid.rows <= header.last:
        return False
    judged = [column for column, roles in enumerate(header.roles) if roles[0] not in LABEL_ROLES]
    below = [grid.at(row, column) for row in range(header.last, grid.rows) for column in judged]
    return not any(cell is not None and is_lit_cell(grid, cell, vocabulary) for cell in below)


def _holds_figures(grid: Grid) -> bool:
    """Pictures, and beside them only short texts."""
    blocks = [block for cell in grid.table.cells for block in inner_blocks(cell.blocks)]
    pictures = [block for block in blocks if isinstance(block, Picture)]
    if not pictures:
        return False
    texts = [b for b in blocks if isinstance(b, Paragraph) and count_words(b.text)]
    return len(texts) <= 3 * len(pictures) and all(len(text.text) <= 150 for text in texts)


def _is_risk_table(grid: Grid, header: Header) -> bool:
    if header.has("project") or grid.rows <= header.last:
        return False
    if header.has("likelihood") and header.has("impact"):
        return True
    rated = header.has("likelihood", "impact", "score")
    first = header.columns("risks")
    return bool(first) and (
        rated or (first[0] == 0 and header.has("mitigation", "other", "number"))
    )


def _is_milestone_table(grid: Grid, header: Header, vocabulary: Vocabulary) -> bool:
    if header.has("project", "risks") or grid.rows <= header.last:
        return False
    if header.columns("milestones") and header.has("planned", "status", "other"):
        return True
    return (
        bool(header.columns("weak_project"))
        and header.has("planned")
        and _states(grid, header, vocabulary)
    )


def _states(grid: Grid, header: Header, vocabulary: Vocabulary) -> bool:
    columns = header.columns("status")
    cells = [grid.at(row, columns[0]) for row in range(header.last, grid.rows)] if columns else []
    texts = [key_text(grid, cell) for cell in cells if cell is not None]
    return bool(texts) and all(vocabulary.milestone_status(text) for text in texts)


_LONGEST_KEY = 60
"""Letters of a key at most; the name of a card's project may be longer."""


@dataclass(frozen=True, slots=True)
class _Fields:
    sure: bool
    maybe: bool
    named: bool


def _count_fields(grid: Grid, vocabulary: Vocabulary) -> _Fields:
    """How much of a table is keys with values.

    Sure: several known keys, of which one is more than a name found anywhere.  Maybe: keys that are
    set off by weight or a colon.
    """
    keys: list[Cell] = []
    wide = 0
    for row in range(grid.rows):
        for key, value in pairs_of(grid, row):
            if value is None:
                wide += not is_empty(key)
            elif key.row == row and (not is_empty(value) or value.marks or key_text(grid, key)):
                keys.append(key)
    texts = [key_text(grid, key) for key in keys]
    if not keys or grid.columns < 2:
        return _Fields(False, False, False)
    named = card_name(grid, vocabulary)
    if any(len(key_text(grid, key)) > _LONGEST_KEY for key in keys if key is not named):
        return _Fields(False, False, False)
    known = [t for t in texts if vocabulary.is_field(t) or vocabulary.is_column(t)]
    by_key = any("project" in vocabulary.column_roles(text) for text in texts)
    pairs = all(len(grid.row(r)) in (1, 2, 4) for r in range(grid.rows))
    lights = [t for t in texts if "status" in vocabulary.column_roles(t)]
    share = len(known) / len(texts)
    heads = grid.rows == 1 and len(keys) == 1
    sure = pairs and share >= 0.4 and (len(known) >= 2 or (bool(lights) and not heads))
    set_off = sum(1 for key in keys if _is_set_off(grid, key)) >= 0.7 * len(keys)
    maybe = pairs and set_off and len(keys) >= 2 and share > 0
    single = heads and pairs and bool(lights) and _value_lit(grid, vocabulary)
    return _Fields(sure or single, maybe, by_key or named is not None)


def _value_lit(grid: Grid, vocabulary: Vocabulary) -> bool:
    cells = grid.row(0)
    return len(cells) == 2 and holds_light(cells[1].marks, grid.pieces(cells[1]), vocabulary)


def _is_set_off(grid: Grid, cell: Cell) -> bool:
    pieces = [piece for piece in grid.pieces(cell) if piece.text]
    return bool(pieces) and (all(p.bold for p in pieces) or pieces[-1].text.endswith(":"))


def _is_mere_layout(grid: Grid) -> bool:
    """One row or column, or tables inside: what it holds is read as if it stood in the body."""
    nested = any(isinstance(b, Table) for cell in grid.table.cells for b in cell.blocks)
    return nested or grid.rows == 1 or grid.columns == 1
