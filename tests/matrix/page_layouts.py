"""Detail pages, headings without tables, tables side by side, and mixtures of them."""

from collections.abc import Callable
from dataclasses import replace

from .content import FIELDS, Project, Report, Section
from .drawing import Beside, Block, Break, Cell, Drawing, Heading, Line, Style, Table
from .layouts import OVERVIEWS, front, labelled, lean, named
from .wordings import Wording, choose_wording

__all__ = ["LAYOUTS"]

Layout = Callable[[Report, int], Drawing]
_LEVELS = {"lav": ("Lav", "1"), "middel": ("Middel", "3"), "høj": ("Høj", "5")}


def _whole(project: Project, *, keys: tuple[str, ...], aspects: bool = False) -> Project:
    """A project with what its page shows."""
    details = {key: value for key, value in project.details.items() if key in keys}
    return replace(
        project, remarks=(), details=details if project.light else {},
        aspects=project.aspects if aspects else {},
    )  # fmt: skip


KEYS = ("Projektleder", "Projektejer", "Projektperiode", "Formål")


def _pages(report: Report, seed: int, page: Callable[..., list[Block]], **options: bool) -> Drawing:
    wording = choose_wording(seed)
    aspects = options.pop("aspects", False)
    sections = [
        Section(s.name, tuple(_whole(p, keys=KEYS, aspects=aspects) for p in s.projects if p.light))
        for s in report.sections
    ]
    truth = replace(report, sections=tuple(s for s in sections if s.projects))
    blocks: list[Block] = list(front(truth))
    for section in truth.sections:
        for at, project in enumerate(section.projects):
            blocks.append(Break())
            if at == 0:
                blocks.append(Heading(section.name, 1))
            blocks += page(project, wording, **options)
    return Drawing(truth, tuple(blocks), Style())


def _risk_table(project: Project, *, numbers: bool = False, scores: bool = False) -> Table:
    header = ("Risiko", "Sandsynlighed", "Konsekvens") + (("Risikotal",) if scores else ())
    rows = []
    for text, (chance, harm) in zip(project.tracks[0].risks, project.ratings, strict=True):
        said = [named(_LEVELS[x][1 if numbers else 0]) for x in (chance, harm)]
        if scores:
            total = int(_LEVELS[chance][1]) * int(_LEVELS[harm][1])
            fill = "00B050" if total < 8 else "FFC000" if total < 11 else "FF0000"
            said.append(Cell((Line(str(total)),), fill=fill))
        rows.append((named(text), *said))
    return Table((55, 17, 15, 13) if scores else (60, 20, 20), header, tuple(rows))


def _plan_table(project: Project) -> Table:
    rows = tuple((named(a), named(b), named(c)) for a, b, c in project.plan)
    return Table((52, 28, 20), ("Milepæl", "Planlagt", "Status"), rows)


def _keys(project: Project, *pairs: tuple[str, Cell]) -> Table:
    rows = [(Cell((Line(key),), bold=True), named(text)) for key, text in project.details.items()]
    more = [(Cell((Line(key),), bold=True), cell) for key, cell in pairs]
    return Table((26, 74), (), tuple(more + rows), keys=True)


def _lists(project: Project, wording: Wording) -> list[Block]:
    blocks: list[Block] = []
    for kind in ("achieved", "upcoming"):
        blocks.append(Heading(wording.label(kind), 3))
        blocks += [Line(text, "bullet") for text in project.tracks[0].items(kind)]
    return blocks


def _key_page(
    project: Project, wording: Wording, *, numbers: bool = False, scores: bool = False
) -> list[Block]:
    return [
        Heading(project.name, 2),
        _keys(project, ("Trafiklys", Cell(light=project.light))),
        Heading(wording.risks, 3),
        _risk_table(project, numbers=numbers, scores=scores),
        *_lists(project, wording),
        Heading("Milepælsplan", 3),
        _plan_table(project),
    ]


def _row_page(project: Project, wording: Wording) -> list[Block]:
    """The name stands in the first row of the table."""
    table = _keys(project, ("Projekt", named(project.name)), ("Status", Cell(light=project.light)))
    return [table, Heading(wording.risks, 3), _risk_table(project), *_lists(project, wording),
            Heading("Milepælsplan", 3), _plan_table(project)]  # fmt: skip


def _aspect_page(project: Project, wording: Wording) -> list[Block]:
    """Several lights side by side; the overall one is the first."""
    lights = (project.light, *project.aspects.values())
    cells = tuple(Cell(light=light) for light in lights)
    table = Table((25, 25, 25, 25), ("Samlet status", *project.aspects), (cells,))
    return [Heading(project.name, 2), _keys(project), Line(""), table, Heading(wording.risks, 3),
            _risk_table(project), *_lists(project, wording),
            Heading("Milepælsplan", 3), _plan_table(project)]  # fmt: skip


def detail_pages(report: Report, seed: int) -> Drawing:
    return _pages(report, seed, _key_page)


def scored_pages(report: Report, seed: int) -> Drawing:
    """Risks rated by numbers, with a score whose colour is not the project's."""
    return _pages(report, seed, _key_page, numbers=True, scores=True)


def row_pages(report: Report, seed: int) -> Drawing:
    return _pages(report, seed, _row_page)


def aspect_pages(report: Report, seed: int) -> Drawing:
    return _pages(report, seed, _aspect_page, aspects=True)


def aspect_columns(report: Report, seed: int) -> Drawing:
    """An overview with a column for each further light."""
    wording = choose_wording(seed)
    sections = [
        Section(s.name, tuple(
            replace(lean(p), aspects=p.aspects if p.light else {}) for p in s.projects
        )) for s in report.sections
    ]  # fmt: skip
    truth = replace(report, sections=tuple(sections))
    blocks: list[Block] = list(front(truth))
    keys = ("Tidsplan", "Økonomi", "Gevinster")
    header = (wording.project, "Samlet status", *keys, wording.remarks)
    for section in truth.sections:
        rows = tuple(
            (
                named(p.name),
                Cell(light=p.light),
                *(Cell(light=p.aspects.get(key)) for key in keys),
                Cell(labelled(p, wording)),
            )
            for p in section.projects
        )
        blocks += [Heading(section.name, 1), Table((18, 9, 9, 9, 9, 46), header, rows)]
    return Drawing(truth, tuple(blocks), Style(landscape=True))


def headings(report: Report, seed: int, *, columns: int = 1) -> Drawing:
    """No table: a heading a project with the mark beside it, labels and lists below."""
    wording = choose_wording(seed)
    sections = [
        Section(s.name, tuple(replace(lean(p), remarks=()) for p in s.projects if p.light))
        for s in report.sections
    ]
    truth = replace(report, sections=tuple(s for s in sections if s.projects))
    blocks: list[Block] = list(front(truth))
    for section in truth.sections:
        blocks.append(Heading(section.name, 1))
        for project in section.projects:
            blocks.append(Heading(project.name, 2, project.light))
            for kind in FIELDS:
                blocks.append(Heading(wording.label(kind), 3))
                items = project.tracks[0].items(kind)
                kinds = "bullet" if kind != "risks" else "text"
                blocks += [Line(text, kinds) for text in items]  # type: ignore[arg-type]
    return Drawing(truth, tuple(blocks), Style(columns=columns, size=10 if columns == 1 else 9))


def both_kinds(report: Report, seed: int) -> Drawing:
    """An overview first, then a page for each of the same projects."""
    drawing = detail_pages(report, seed)
    projects = drawing.truth.projects
    rows = tuple((named(p.name), Cell(light=p.light)) for p in projects)
    table = Table((75, 25), ("Projekt", "Status"), rows)
    head = len(front(drawing.truth))
    blocks = (*drawing.blocks[:head], Heading("Samlet overblik", 1), table, *drawing.blocks[head:])
    return replace(drawing, blocks=blocks)


def side_by_side(report: Report, seed: int) -> Drawing:
    """Two sections beside each other, each with its own table."""
    wording = choose_wording(seed)
    short = []
    for section in report.sections:
        projects = [replace(lean(p), remarks=()) for p in section.projects if p.light][:3]
        trimmed = [
            replace(p, tracks=(replace(p.tracks[0], risks=p.tracks[0].risks[:1], achieved=()),))
            for p in projects
        ]
        short.append(Section(section.name, tuple(trimmed)))
    pairs = [s for s in short if s.projects][:2]
    truth = replace(report, sections=tuple(pairs))
    header = (wording.project, wording.status, wording.remarks)
    sides: list[tuple[Block, ...]] = []
    for section in pairs:
        rows = tuple(
            (named(p.name), Cell(light=p.light), Cell(labelled(p, wording)))
            for p in section.projects
        )
        sides.append((Heading(section.name, 1), Table((28, 18, 54), header, rows)))
    blocks = (*front(truth), Beside(sides[0], sides[1] if len(sides) > 1 else ()))
    return Drawing(truth, blocks, Style(landscape=True, size=9))


LAYOUTS: dict[str, Layout] = OVERVIEWS | {
    "detail pages": detail_pages,
    "detail pages, risk scores": scored_pages,
    "detail pages, name in a row": row_pages,
    "several lights, pages": aspect_pages,
    "several lights, columns": aspect_columns,
    "headings": headings,
    "headings, two columns": lambda r, s: headings(r, s, columns=2),
    "overview and pages": both_kinds,
    "side by side": side_by_side,
}
