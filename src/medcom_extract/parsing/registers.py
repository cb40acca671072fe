"""Registers: one table for the risks, or for the milestones, of all projects."""

from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.details import Part, read_milestone_table, read_risk_table
from medcom_extract.parsing.drafts import ProjectDraft, name_key
from medcom_extract.parsing.grid import Grid
from medcom_extract.parsing.headers import Header
from medcom_extract.parsing.lights import holds_light
from medcom_extract.vocabulary import Vocabulary

__all__ = ["is_register", "read_register"]


def is_register(grid: Grid, header: Header, vocabulary: Vocabulary) -> bool:
    """Whether each row is a rated risk or a dated milestone of the project that it names.

    A table with a light for each project is an overview.
    """
    if not header.columns("project") or grid.rows <= header.last:
        return False
    if any(grid.is_full_width(c) for row in range(header.last, grid.rows) for c in grid.row(row)):
        return False
    return _holds(header) is not None and not _is_lit(grid, header, vocabulary)


def _holds(header: Header) -> str | None:
    """``risks`` or ``milestones``; None where the header tells neither for sure."""
    if header.columns("risks") and header.has("likelihood") and header.has("impact"):
        return "risks"
    first = {roles[0] for roles in header.roles if roles}
    if {"milestones", "planned"} <= first and not first & {"risks", "achieved", "upcoming"}:
        return "milestones"
    return None


def _is_lit(grid: Grid, header: Header, vocabulary: Vocabulary) -> bool:
    aside = {*header.columns("likelihood"), *header.columns("impact"), *header.columns("score")}
    for row in range(header.last, grid.rows):
        for cell in grid.row(row):
            spoken = grid.pieces(cell)
            if cell.column not in aside and holds_light(
                cell.marks, spoken, vocabulary, grid.fills(row)
            ):
                return True
    return False


def read_register(
    grid: Grid, header: Header, vocabulary: Vocabulary, ledger: Ledger
) -> list[ProjectDraft]:
    """A project for each name, with its rows; a row without a name goes on with the one above."""
    column = header.columns("project")[0]
    label = next((t for t in header.texts if vocabulary.label(t) in ("risk", "plan")), None)
    drafts: dict[str, ProjectDraft] = {}
    rows: dict[str, list[int]] = {}
    key = ""
    for row in range(header.last, grid.rows):
        cell = grid.at(row, column)
        name = grid.text(cell) if cell is not None else ""
        if cell is not None and name_key(name):
            key = name_key(name)
            drafts.setdefault(key, ProjectDraft(name, cell.locations))
            ledger.take(*grid.pieces(cell))
        if key:
            rows.setdefault(key, []).append(row)
    for key, draft in drafts.items():
        part = Part(rows[key], column)
        if _holds(header) == "risks":
            draft.risks.extend(read_risk_table(grid, header, vocabulary, ledger, label, part))
        else:
            plan = read_milestone_table(grid, header, vocabulary, ledger, label, part)
            draft.milestones.extend(plan)
    return list(drafts.values())
