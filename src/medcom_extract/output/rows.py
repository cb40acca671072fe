"""Comparisons, timelines and answers as CSV (RFC 4180) and as tables for a terminal."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from medcom_extract.comparison.models import Comparison, ProjectChange
from medcom_extract.comparison.questions import Answer
from medcom_extract.comparison.series import Timeline

__all__ = [
    "format_answer_rows",
    "format_answer_table",
    "format_comparison_rows",
    "format_comparison_table",
    "format_timeline_rows",
    "format_timeline_table",
]

_CHANGES = (
    "key", "project", "section", "what", "kind", "before", "after", "days", "similarity"
)  # fmt: skip
_POINTS = ("key", "project", "what", "report", "value", "text", "due", "outcome")
_COLOURS = {"red": "31", "yellow": "33", "green": "32", "blue": "34", "orange": "33", "grey": "90"}
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "@", "-", "\t", "\r")
_WIDEST = 60

Cell = str | float | int | None


def format_comparison_rows(comparison: Comparison) -> str:
    """A comparison as CSV, one change a row."""
    return _write(_CHANGES, (row for each in comparison.projects for row in _changes(each)))


def _changes(project: ProjectChange) -> Iterator[tuple[Cell, ...]]:
    head = (project.key, project.name, project.section)
    yield (*head, "project", project.change, project.renamed_from, project.name, None, None)
    if project.moved_from is not None:
        yield (*head, "section", "moved", project.moved_from, project.section, None, None)
    light = project.light
    yield (*head, "light", light.direction, light.before, light.after, None, None)
    for promise in project.milestones:
        texts = (each.text if each else None for each in (promise.before, promise.after))
        yield (*head, "milestone", promise.kind, *texts, promise.days, promise.similarity)
    for risk in project.risks:
        texts = (each.text if each else None for each in (risk.before, risk.after))
        yield (*head, "risk", risk.kind, *texts, None, risk.similarity)
    for figure in project.figures:
        values = figure.before.value, figure.after.value
        yield (*head, "figure", figure.unit, *values, None, None)


def format_timeline_rows(series: Timeline) -> str:
    """A timeline as CSV: a row a light, a promise, a risk and a count, by project and report."""
    return _write(_POINTS, _points(series))


def _points(series: Timeline) -> Iterator[tuple[Cell, ...]]:
    names = [report.nickname for report in series.reports]
    for project in series.projects:
        head = (project.key, project.name)
        for light in project.lights:
            yield (*head, "light", names[light.report], light.light, light.name, None, light.state)
        for promise in project.promises:
            for point in promise.due:
                due = point.due.end.isoformat() if point.due else None
                made = names[point.report]
                yield (*head, "promise", made, None, promise.text, due, promise.outcome)
        for risk in project.risks:
            for each in risk.points:
                yield (*head, "risk", names[each.report], each.state, each.text, None, each.change)
        for count in project.counts:
            for value in count.points:
                told = names[value.report]
                yield (*head, "count", told, value.value, value.context, None, count.unit)


def format_answer_rows(answers: Sequence[Answer]) -> str:
    """Answers as CSV, one a row."""
    header = tuple(Answer.model_fields)
    return _write(header, (tuple(answer.model_dump(mode="json").values()) for answer in answers))


def format_comparison_table(comparison: Comparison, *, colour: bool = False) -> str:
    """A comparison as a table of plain text; with ``colour`` the lights carry ANSI colours.

    A project that a report lacks has no light there, and one without a mark has ``none``.
    """
    header = ("Before", "After", "Project", "Promises", "Risks")
    rows = [
        (
            "" if project.change == "added" else project.light.before or "none",
            "" if project.change == "removed" else project.light.after or "none",
            project.name if project.change in ("changed", "unchanged") else _told(project),
            _count(change.kind for change in project.milestones),
            _count(change.kind for change in project.risks if change.kind != "unchanged"),
        )
        for project in comparison.projects
    ]
    return _draw(header, rows, colour=colour)


def _told(project: ProjectChange) -> str:
    return f"{project.name} ({project.change})"


def _count(kinds: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in counts.items())


def format_timeline_table(series: Timeline, *, colour: bool = False) -> str:
    """The lights of a timeline as a table of plain text, one report a column."""
    header = ("Project", *(report.nickname for report in series.reports))
    rows = []
    for project in series.projects:
        lights = {point.report: point.light for point in project.lights}
        cells = (lights.get(number, "") for number in range(len(series.reports)))
        rows.append((project.name, *cells))
    return _draw(header, rows, colour=colour)


def format_answer_table(answers: Sequence[Answer], *, colour: bool = False) -> str:
    """Answers as a table of plain text."""
    rows = [
        (
            answer.light or "",
            answer.project,
            answer.report,
            answer.kind,
            answer.due.isoformat() if answer.due else "",
            answer.text,
        )
        for answer in answers
    ]
    return _draw(("Light", "Project", "Report", "Kind", "Due", "Text"), rows, colour=colour)


def _write(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_disarm(cell) for cell in row] for row in rows)
    return text.getvalue()


def _disarm(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA) and cell != "-":
        return f"'{cell}"
    return "" if cell is None else cell


def _draw(header: Sequence[str], rows: Sequence[Sequence[str]], *, colour: bool) -> str:
    table = [[_cut(cell) for cell in row] for row in (header, *rows)]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    lines = [_line(row, widths, colour=colour and number > 0) for number, row in enumerate(table)]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _line(row: Sequence[str], widths: Sequence[int], *, colour: bool) -> str:
    cells = []
    for cell, width in zip(row, widths, strict=True):
        padding = " " * (width - _width(cell))
        code = _COLOURS.get(cell) if colour else None
        cells.append((f"\x1b[{code}m{cell}\x1b[0m" if code else cell) + padding)
    return "  ".join(cells)


def _cut(cell: str) -> str:
    # Control characters in a report's text must not reach the terminal.
    plain = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in " ".join(cell.split()))
    return plain if len(plain) <= _WIDEST else plain[: _WIDEST - 1].rstrip() + "…"


def _width(cell: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in cell)
    return len(cell) + wide
