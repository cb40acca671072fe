"""Overview tables: the ways in which many projects stand in one table."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from .content import FIELDS, Project, Report, Section, Track, make_track
from .drawing import Block, Break, Cell, Drawing, Heading, Line, Style, Table
from .wordings import ENGLISH, Wording, choose_wording

__all__ = ["OVERVIEWS", "front", "labelled", "lean", "named"]

Layout = Callable[[Report, int], Drawing]
WIDTHS = (22, 13, 65)


def front(report: Report) -> tuple[Block, ...]:
    """The title, the period and the introduction."""
    intro = [Line(text) for text in report.intro]
    return (Heading(report.title, 0), Line(report.period, "period"), *intro)


def lean(project: Project) -> Project:
    """A project with what an overview shows of it."""
    return replace(project, details={}, plan=(), aspects={}, ratings=())


def named(text: str, *, rows: int = 1) -> Cell:
    return Cell((Line(text),), rows=rows)


def labelled(
    project: Project, wording: Wording, fields: tuple[str, ...] = FIELDS, *, lead: bool = False
) -> tuple[Line, ...]:
    """Remarks, then each field under its label, track by track."""
    lines = [Line(text) for text in project.remarks] if "risks" in fields else []
    for track in project.tracks:
        if track.name and any(track.items(kind) for kind in fields):
            lines.append(Line(track.name, "track"))
        for kind in fields:
            items = track.items(kind)
            if not items:
                continue
            if lead:
                lines.append(Line(items[0], "lead", wording.label(kind) + ":"))
                items = items[1:]
            else:
                lines.append(Line(wording.label(kind), "label"))
            lines += [Line(text, "bullet" if len(items) > 2 else "text") for text in items]
    return tuple(lines)


def _overview(report: Report, style: Style, seed: int, *, lead: bool = False) -> Drawing:
    wording = choose_wording(seed)
    truth = _leaned(report)
    blocks: list[Block] = list(front(truth))
    header = (wording.project, wording.status, wording.remarks)
    for section in truth.sections:
        rows = tuple(
            (named(p.name), Cell(light=p.light), Cell(labelled(p, wording, lead=lead)))
            for p in section.projects
        )
        blocks += [Heading(section.name, 1), Table(WIDTHS, header, rows)]
    return Drawing(truth, tuple(blocks), style)


def _leaned(report: Report) -> Report:
    sections = [
        Section(s.name, tuple(lean(project) for project in s.projects)) for s in report.sections
    ]
    return replace(report, sections=tuple(sections))


def _styled(style: Style, *, lead: bool = False) -> Layout:
    return lambda report, seed: _overview(report, style, seed, lead=lead)


def status_last(report: Report, seed: int) -> Drawing:
    """A running number first, the status last."""
    wording, truth = choose_wording(seed), _leaned(report)
    blocks: list[Block] = list(front(truth))
    header = (wording.project, wording.remarks, wording.status)
    for section in truth.sections:
        rows = tuple(
            (named(p.name), Cell(labelled(p, wording)), Cell(light=p.light))
            for p in section.projects
        )
        blocks += [Heading(section.name, 1), Table((22, 65, 13), header, rows)]
    return Drawing(truth, tuple(blocks), Style())


def four_columns(report: Report, seed: int, *, style: Style | None = None) -> Drawing:
    """Risks in a column of their own; milestones share one, under short labels."""
    wording = replace(choose_wording(seed), achieved="Opnået", upcoming="Kommende")
    truth = _leaned(report)
    blocks: list[Block] = list(front(truth))
    for section in truth.sections:
        rows = []
        for p in section.projects:
            risks = [Line(x) for x in (*p.remarks, *(r for t in p.tracks for r in t.risks))]
            milestones = labelled(p, wording, ("achieved", "upcoming"))
            rows.append((named(p.name), Cell(light=p.light), Cell(tuple(risks)), Cell(milestones)))
        header = (wording.project, wording.status, "Risici", "Milepæle")
        blocks += [Heading(section.name, 1), Table((18, 9, 34, 39), header, tuple(rows))]
    # A remark in the column of risks is a risk to any reader.
    sections = [
        Section(s.name, tuple(_remarks_as_risks(p) for p in s.projects)) for s in truth.sections
    ]
    truth = replace(truth, sections=tuple(sections))
    return Drawing(truth, tuple(blocks), style or Style(landscape=True))


def _remarks_as_risks(project: Project) -> Project:
    track = project.tracks[0]
    merged = replace(track, risks=(*project.remarks, *track.risks))
    return replace(project, remarks=(), tracks=(merged, *project.tracks[1:]))


def label_columns(report: Report, _: int, *, rules: str = "full") -> Drawing:
    """A column for each field."""
    truth = _leaned(report)
    blocks: list[Block] = list(front(truth))
    header = ("Initiativ", "Vurdering", "Siden sidst", "Næste skridt", "Risici", "Kommentar")
    for section in truth.sections:
        rows = []
        for p in section.projects:
            cells = [
                Cell(tuple(Line(text) for track in p.tracks for text in track.items(kind)))
                for kind in ("achieved", "upcoming", "risks")
            ]
            remarks = Cell(tuple(Line(text) for text in p.remarks))
            rows.append((named(p.name), Cell(light=p.light), *cells, remarks))
        widths = (16, 8, 21, 20, 21, 14)
        blocks += [Heading(section.name, 1), Table(widths, header, tuple(rows))]
    return Drawing(truth, tuple(blocks), Style(landscape=True, rules=rules, size=9))


def two_line_header(report: Report, seed: int, *, rules: str = "full") -> Drawing:
    """Column headers that break over two lines."""
    drawing = four_columns(report, seed, style=Style(landscape=True, rules=rules))
    header = ("Projekt", "Samlet\nstatus", "Aktuelle\nrisici", "Opnåede og\nkommende milepæle")
    wide = (18, 11, 34, 37)
    blocks = tuple(
        replace(b, header=header, widths=wide) if isinstance(b, Table) else b
        for b in drawing.blocks
    )
    return replace(drawing, blocks=blocks)


def foreign_columns(report: Report, seed: int) -> Drawing:
    """Columns that are none of ours stay with the project: Nr., Ansvarlig, Deadline."""
    wording = choose_wording(seed)
    chance = Random(seed)
    number = 0
    sections: list[Section] = []
    blocks: list[Block] = list(front(report))
    header = ("Nr.", wording.project, wording.status, wording.remarks, "Ansvarlig", "Deadline")
    for section in report.sections:
        rows, projects = [], []
        for project in section.projects:
            number += 1
            own = {
                "Nr.": str(number),
                "Ansvarlig": chance.choice(("MBK", "JRS", "Hanne Lund", "KL", "LHE")),
                "Deadline": chance.choice(("1. maj 2027", "Q4 2026", "uge 40", "ultimo juni")),
            }
            p = replace(lean(project), details=own)
            projects.append(p)
            cells = (named(own["Nr."]), named(p.name), Cell(light=p.light))
            rest = (Cell(labelled(p, wording)), named(own["Ansvarlig"]), named(own["Deadline"]))
            rows.append(cells + rest)
        sections.append(Section(section.name, tuple(projects)))
        table = Table((5, 18, 10, 44, 11, 12), header, tuple(rows))
        blocks += [Heading(section.name, 1), table]
    truth = replace(report, sections=tuple(sections))
    return Drawing(truth, tuple(blocks), Style(landscape=True))


def section_rows(report: Report, seed: int, *, rules: str = "full") -> Drawing:
    """One table for all; a section's title is a row over its whole width."""
    wording, truth = choose_wording(seed), _leaned(report)
    rows: list[tuple[Cell, ...]] = []
    for section in truth.sections:
        rows.append((Cell((Line(section.name),), columns=3, bold=True),))
        rows += [
            (named(p.name), Cell(light=p.light), Cell(labelled(p, wording)))
            for p in section.projects
        ]
    header = (wording.project, wording.status, wording.remarks)
    table = Table(WIDTHS, header, tuple(rows))
    return Drawing(truth, (*front(truth), table), Style(rules=rules))


def tracks(report: Report, seed: int) -> Drawing:
    """One cell may hold several sub-projects, each with its own labels."""
    chance = Random(seed)
    sections = []
    for section in report.sections:
        projects = []
        for at, project in enumerate(section.projects):
            if at % 3 != 1 or not project.light:
                projects.append(project)
                continue
            names = chance.sample(("Kvitteringer", "Adressering", "Måledata", "Visning"), 2)
            pair = tuple(make_track(name, chance) for name in names)
            projects.append(replace(project, tracks=pair, remarks=()))
        sections.append(Section(section.name, tuple(projects)))
    return _overview(replace(report, sections=tuple(sections)), Style(), seed)


def merged_cells(report: Report, seed: int) -> Drawing:
    """Name and status are merged downwards over a row for each field."""
    wording, truth = choose_wording(seed), _leaned(report)
    blocks: list[Block] = list(front(truth))
    for section in truth.sections:
        rows: list[tuple[Cell, ...]] = []
        for p in section.projects:
            kinds = [kind for kind in FIELDS if p.tracks[0].items(kind)]
            parts = [
                Cell(labelled(p if at == 0 else replace(p, remarks=()), wording, (kind,)))
                for at, kind in enumerate(kinds)
            ] or [Cell(tuple(Line(text) for text in p.remarks))]
            high = len(parts)
            rows.append((named(p.name, rows=high), Cell(light=p.light, rows=high), parts[0]))
            rows += [(part,) for part in parts[1:]]
        header = (wording.project, wording.status, wording.remarks)
        blocks += [Heading(section.name, 1), Table(WIDTHS, header, tuple(rows))]
    return Drawing(truth, tuple(blocks), Style())


def nested_table(report: Report, seed: int) -> Drawing:
    """The remarks of a project are a table of their own inside the cell."""
    wording, truth = choose_wording(seed), _leaned(report)
    blocks: list[Block] = list(front(truth))
    for section in truth.sections:
        rows = []
        for p in section.projects:
            inner = tuple(
                (
                    Cell((Line(wording.label(kind)),), bold=True),
                    Cell(tuple(Line(text) for text in p.tracks[0].items(kind))),
                )
                for kind in FIELDS
                if p.tracks[0].items(kind)
            )
            lines: tuple[Line | Table, ...] = tuple(Line(text) for text in p.remarks)
            if inner:
                lines = (*lines, Table((35, 65), (), inner, keys=True))
            rows.append((named(p.name), Cell(light=p.light), Cell(lines)))
        header = (wording.project, wording.status, wording.remarks)
        blocks += [Heading(section.name, 1), Table(WIDTHS, header, tuple(rows))]
    return Drawing(truth, tuple(blocks), Style())


def mixed_pages(report: Report, seed: int) -> Drawing:
    """Each section begins a page, upright and across by turns."""
    drawing = _overview(report, Style(), seed)
    blocks: list[Block] = []
    turn = 0
    for block in drawing.blocks:
        if isinstance(block, Heading) and block.level == 1:
            turn += 1
            blocks.append(Break(landscape=turn % 2 == 1))
        blocks.append(block)
    return replace(drawing, blocks=tuple(blocks))


def legend(report: Report, seed: int) -> Drawing:
    """A table before the projects says what the colours mean."""
    drawing = _overview(report, Style(rules="full"), seed)
    meanings = (
        ("green", "Projektet følger planen"),
        ("yellow", "Projektet er udfordret, men tiltag er sat i værk"),
        ("red", "Projektet kan ikke nå sine mål uden hjælp"),
    )
    rows = tuple((Cell(light=light), named(text)) for light, text in meanings)
    table = Table((15, 85), ("Farve", "Betydning"), rows)
    head = len(front(drawing.truth))
    blocks = (*drawing.blocks[:head], table, *drawing.blocks[head:])
    return replace(drawing, blocks=blocks)


def long_rows(report: Report, seed: int) -> Drawing:
    """Rows so long that they run over two page breaks."""
    chance = Random(seed)
    sections = []
    for section in report.sections:
        projects = []
        for at, project in enumerate(section.projects):
            if at or not project.light:
                projects.append(project)
                continue
            many = [make_track(None, chance) for _ in range(7)]
            risks, achieved, upcoming = (
                tuple(dict.fromkeys(text for track in many for text in track.items(kind)))
                for kind in FIELDS
            )
            track = Track(None, risks, achieved, upcoming)
            projects.append(replace(project, tracks=(track,)))
        sections.append(Section(section.name, tuple(projects)))
    return _overview(replace(report, sections=tuple(sections)), Style(size=11), seed)


def english(report: Report, seed: int) -> Drawing:
    """The frame is English, whatever language the projects write in."""
    drawing = _overview(report, Style(), seed)
    said = choose_wording(seed)
    words = {said.label(kind): ENGLISH.label(kind) for kind in FIELDS}
    header = (ENGLISH.project, ENGLISH.status, ENGLISH.remarks)
    blocks: list[Block] = [
        _translated(block, words, header) if isinstance(block, Table) else block
        for block in drawing.blocks
    ]
    title = replace(drawing.truth, title="MedCom13 – project status report", period="June 2024")
    blocks[:2] = [Heading(title.title, 0), Line(title.period, "period")]
    return replace(drawing, truth=title, blocks=tuple(blocks))


def _translated(table: Table, words: dict[str, str], header: tuple[str, ...]) -> Table:
    """A table with other words in its header and for its labels."""

    def line(given: Line | Table) -> Line | Table:
        if isinstance(given, Table):
            return given
        return replace(given, text=words.get(given.text, given.text))

    rows = tuple(
        tuple(replace(cell, lines=tuple(map(line, cell.lines))) for cell in row)
        for row in table.rows
    )
    return replace(table, header=header, rows=rows)


OVERVIEWS: dict[str, Layout] = {
    "full rules": _styled(Style()),
    "horizontal rules": _styled(Style(rules="lines")),
    "zebra": _styled(Style(rules="zebra")),
    "no lines": _styled(Style(rules="none")),
    "no lines, header once": _styled(Style(rules="none", repeat=False)),
    "header once": _styled(Style(repeat=False)),
    "label and text in one": _styled(Style(), lead=True),
    "status last": status_last,
    "four columns": four_columns,
    "four columns, no lines": lambda r, s: four_columns(
        r, s, style=Style(landscape=True, rules="none")
    ),
    "labels as columns": label_columns,
    "labels as columns, lines": lambda r, s: label_columns(r, s, rules="lines"),
    "header on two lines": two_line_header,
    "header on two lines, no lines": lambda r, s: two_line_header(r, s, rules="none"),
    "foreign columns": foreign_columns,
    "section rows": section_rows,
    "section rows, zebra": lambda r, s: section_rows(r, s, rules="zebra"),
    "bold section titles": _styled(Style(bold_sections=True)),
    "narrow columns": _styled(Style(size=12, letter=True, pad=(2.0, 4.0))),
    "justified": _styled(Style(justify=True)),
    "tight": _styled(Style(gap=0.0, bold_labels=True)),
    "plain labels": _styled(Style(bold_labels=False)),
    "centred": _styled(Style(middle=True)),
    "tracks": tracks,
    "merged cells": merged_cells,
    "nested table": nested_table,
    "mixed pages": mixed_pages,
    "legend": legend,
    "long rows": long_rows,
    "English": english,
}
