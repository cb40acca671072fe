"""The walk through the body: everything goes to its section, project or place in the report."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from medcom_extract.document import Cell, Paragraph, Picture, Table, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.details import read_milestone_table, read_risk_table
from medcom_extract.parsing.drafts import (
    ProjectDraft,
    SectionDraft,
    name_key,
)
from medcom_extract.parsing.figures import pair_captions, read_figure_table
from medcom_extract.parsing.flow import Flow
from medcom_extract.parsing.gathered import Body
from medcom_extract.parsing.grid import Grid
from medcom_extract.parsing.headers import Header, header_key
from medcom_extract.parsing.layouts import Layout
from medcom_extract.parsing.legends import read_legend_line, read_legend_table
from medcom_extract.parsing.lights import read_light
from medcom_extract.parsing.memos import is_memo, read_memo
from medcom_extract.parsing.merging import merge_tables, settle
from medcom_extract.parsing.milestones import settle_milestones
from medcom_extract.parsing.numbering import drop_numbers
from medcom_extract.parsing.outline import Outline
from medcom_extract.parsing.overview import OverviewReader
from medcom_extract.parsing.pages import PageReader, open_project
from medcom_extract.parsing.people import part_people
from medcom_extract.parsing.pieces import piece_of, split_piece
from medcom_extract.parsing.registers import read_register
from medcom_extract.parsing.tables import Judged, judge_table
from medcom_extract.report import Figure, Heading, Passage, ReportWarning
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["read_body"]


def read_body(
    flow: Flow, outline: Outline, vocabulary: Vocabulary, ledger: Ledger, until: date | None = None
) -> Body:
    """Walk the flow once; ``until`` is the last day of the report's period."""
    walk = _Walk(flow, outline, vocabulary, ledger)
    for index, element in enumerate(flow.elements):
        if isinstance(element, Paragraph):
            walk.read_paragraph(index, element)
        elif not isinstance(element, Picture):
            walk.read_table(index, element)
    walk.close_project()
    part_people(walk.body.sections, walk.tables)
    drop_numbers(walk.body.sections)
    drafts = [*walk.body.projects, *(project for _, project in walk.detailed)]
    settle_milestones(drafts, until, vocabulary)
    merge_tables(walk.body.sections, walk.tables)
    settle(walk.body, walk.detailed, vocabulary)
    return walk.body


@dataclass(slots=True)
class _Walk:
    flow: Flow
    outline: Outline
    vocabulary: Vocabulary
    ledger: Ledger
    body: Body = field(default_factory=Body)
    section: SectionDraft | None = None
    page: PageReader | None = None
    fresh: bool = False
    astray: bool = False
    """Whether a heading that is no section's came since the section's last table."""
    detailed: list[tuple[SectionDraft, ProjectDraft]] = field(default_factory=list)
    tables: list[list[ProjectDraft]] = field(default_factory=list)
    """The projects of each overview table."""
    loose: list[int] = field(default_factory=list)
    in_legend: bool = False
    last_row: ProjectDraft | None = None
    captions: dict[int, Figure] | None = None

    def read_paragraph(self, index: int, paragraph: Paragraph) -> None:
        role = self.outline.roles.get(index, "text")
        if role == "front":
            self.ledger.take_paragraphs([paragraph])
        elif index in self._captions():
            self.ledger.take_paragraphs([paragraph])
            self.body.figures.append((index, self._captions()[index]))
        elif role == "section":
            self.close_project()
            cut = self.outline.numbers.get(index, 0)
            name = split_piece(piece_of(paragraph), cut)[1].text
            self._open_section(name, paragraph.locations)
            self.ledger.take_paragraphs([paragraph])
            self._warn_of_light(paragraph, name)
        elif role == "glance":
            self._read_glance(paragraph)
        elif role == "project":
            self._start_project(paragraph, self.outline.numbers.get(index, 0))
        elif role in ("heading", "legend", "closing"):
            self._read_heading(index, paragraph, role)
        elif self.page is not None:
            self._read_in_project(role, paragraph)
        else:
            self._read_outside(index, paragraph)

    def _warn_of_light(self, paragraph: Paragraph, name: str) -> None:
        """A report's model has no place for the light of a whole section."""
        drawn = [mark for mark in paragraph.marks if mark.kind != "shading"]
        light = read_light(drawn, [], self.vocabulary).status.light
        if light != "none":
            message = f"The section “{name}” has a light of its own ({light}), which is not kept."
            self.body.warnings.append(
                ReportWarning(code="section-light", message=message, locations=paragraph.locations)
            )

    def _captions(self) -> dict[int, Figure]:
        """Captions of the pictures that stand in the flow, by index; found at the first call."""
        if self.captions is None:
            roles = self.outline.roles
            free = [
                i for i, role in roles.items() if role in ("text", "heading", "closing", "topic")
            ]
            last = self.outline.last
            self.captions = dict(pair_captions(self.flow, free, last, self.vocabulary))
        return self.captions

    def _read_heading(self, index: int, paragraph: Paragraph, role: str) -> None:
        rank, own = self.outline.project_rank, self.flow.ranks.get(index)
        inside = self.page is not None and role == "heading" and index <= self.outline.last
        self.in_legend = role == "legend"
        if inside and self.page is not None and rank is not None and own is not None and own > rank:
            self.page.add_heading(paragraph)
            return
        self.close_project()
        if role == "closing":
            self._read_outside(index, paragraph)
            return
        self.fresh, self.astray = False, True
        self.ledger.take_paragraphs([paragraph])
        self.body.headings.append(
            Heading(text=paragraph.text, level=paragraph.level, locations=paragraph.locations)
        )

    def _start_project(self, paragraph: Paragraph, number: int) -> None:
        self.close_project()
        project = open_project(paragraph, self.vocabulary, self.ledger, number)
        self._open_page(project)

    def _read_glance(self, paragraph: Paragraph) -> None:
        """A project's line in an overview without a table; its page comes later."""
        self.close_project()
        project = open_project(paragraph, self.vocabulary, self.ledger)
        self._current_section().projects.append(project)
        self.fresh = False

    def _open_page(self, project: ProjectDraft) -> None:
        section = self._current_section()
        self.detailed.append((section, project))
        self.fresh = False

        def rename(name: str, cell: Cell) -> ProjectDraft:
            return self._rename(project, name, cell)

        self.page = PageReader(project, self.vocabulary, self.ledger, rename)

    def _rename(self, project: ProjectDraft, name: str, cell: Cell) -> ProjectDraft:
        """A field says the project's name: a project without one takes it, another begins anew."""
        if not project.name or name_key(project.name) == name_key(name):
            project.name = project.name or name
            project.locations = project.locations or cell.locations
            return project
        if self.page is None or project.substantial or project.details or project.remarks:
            other = ProjectDraft(name, cell.locations)
            self.detailed.append((self._current_section(), other))
            return other
        project.add_detail("Projekt", name, cell.locations)
        return project

    def _read_in_project(self, role: str, paragraph: Paragraph) -> None:
        assert self.page is not None
        if role == "track":
            self.page.add_track(paragraph)
        elif role == "topic":
            self.page.add_topic(paragraph)
        elif role == "label":
            self.page.add_label(paragraph)
        else:
            self.page.add_text(paragraph)

    def _read_outside(self, index: int, paragraph: Paragraph) -> None:
        piece = piece_of(paragraph)
        if not count_words(piece.text):
            return
        legend = read_legend_line(piece, self.vocabulary)
        if legend and (
            self.in_legend
            or len(legend) > 1
            or self._legend_beside(index, {entry.light for entry in legend})
        ):
            self.ledger.take(piece)
            self.body.legend.extend(legend)
            return
        passage = Passage(text=piece.text, locations=piece.locations)
        if self.fresh and self.section is not None and not self.section.projects:
            self.section.introduction.append(passage)
        elif index < self.outline.first:
            self.body.introduction.append(passage)
        elif index > self.outline.last:
            self.body.closing.append(passage)
        elif self.section is not None and not self.astray:
            self.section.closing.append(passage)
        else:
            return
        self.ledger.take(piece)

    def _legend_beside(self, index: int, lights: set[str]) -> bool:
        """Whether the line before or after explains another colour."""
        for other in (index - 1, index + 1):
            paragraph = self.flow.paragraph(other)
            if paragraph is None:
                continue
            beside = read_legend_line(piece_of(paragraph), self.vocabulary)
            if beside and not {entry.light for entry in beside} & lights:
                return True
        return False

    def read_table(self, index: int, judged: Judged) -> None:
        if judged.kind == "figures":
            figures, headings = read_figure_table(judged.grid, self.ledger)
            self.body.headings.extend(headings)
            self.body.figures.extend((index, figure) for figure in figures)
        elif judged.kind == "legend":
            self.body.legend.extend(read_legend_table(judged.grid, self.vocabulary, self.ledger))
        elif judged.kind == "overview":
            self._read_overview(judged, self.flow.table(index - 1))
        elif judged.kind == "register":
            self._read_register(judged)
        elif index < self.outline.first and is_memo(judged, self.vocabulary):
            self.body.introduction.extend(read_memo(judged, self.ledger))
        elif judged.kind == "fields" and (judged.named or self.page is None):
            self._read_card(judged)
        elif self.page is None or not self.page.add_table(judged):
            self._warn_of(judged)

    def _read_card(self, judged: Judged) -> None:
        """A table that says a project's name itself; one that does not stands under its heading."""
        if not judged.named:
            self._warn_of(judged)
            return
        if (
            self.page is not None
            and not self.page.project.substantial
            and (not self.page.project.details)
        ):
            self.page.add_table(judged)
            return
        self.close_project()
        self._open_page(ProjectDraft(""))
        assert self.page is not None
        self.page.add_table(judged)

    def _warn_of(self, judged: Judged) -> None:
        words = sum(count_words(cell.text) for cell in judged.table.cells)
        if words:
            self.body.warnings.append(
                ReportWarning(
                    code="table-not-understood",
                    message=f"A table of {judged.grid.rows} rows was not understood; its {words} "
                    "words are unassigned.",
                    locations=judged.table.locations,
                )
            )

    def _read_overview(self, judged: Judged, above: Judged | None) -> None:
        """A table of projects; it goes on with the section of the one right above it that has the
        same header, as where a program moves a table on the next page by a few points.
        """
        assert judged.layout is not None
        self.close_project()
        header = judged.layout.header
        if not self.fresh and header is not None and not _heads_again(header, above):
            self.section = None
        reader = OverviewReader(
            judged.grid, judged.layout, self.vocabulary, self.ledger,
            self._open_inner_section, self._add_project, self._read_nested,
            sectioned=self.section is not None, before=None if self.fresh else self.last_row,
        )  # fmt: skip
        self.tables.append([])
        reader.read()
        self.last_row = reader.project
        self.body.warnings.extend(reader.warnings)
        self.fresh = self.astray = False
        for code, message in _doubts(judged.layout):
            self.body.warnings.append(
                ReportWarning(code=code, message=message, locations=judged.table.locations)
            )

    def _read_register(self, judged: Judged) -> None:
        """A table for all projects that a heading has no say in: each row goes to its project."""
        assert judged.header is not None
        self.close_project()
        section = self._current_section()
        drafts = read_register(judged.grid, judged.header, self.vocabulary, self.ledger)
        self.detailed.extend((section, draft) for draft in drafts)
        self.fresh, self.astray = False, True

    def _read_nested(self, table: Table, project: ProjectDraft) -> bool:
        judged = judge_table(Grid(table), self.vocabulary)
        if judged.header is None or judged.kind not in ("risks", "milestones"):
            return False
        if judged.kind == "risks":
            read = read_risk_table(judged.grid, judged.header, self.vocabulary, self.ledger, None)
            project.risks.extend(read)
        else:
            project.milestones.extend(
                read_milestone_table(judged.grid, judged.header, self.vocabulary, self.ledger, None)
            )
        return True

    def _open_inner_section(self, name: str, cell: Cell) -> None:
        self._open_section(name, cell.locations)

    def _open_section(self, name: str, places: tuple) -> None:  # type: ignore[type-arg]
        name = self._section_name(name)
        known = next((s for s in self.body.sections if normalise(s.name) == normalise(name)), None)
        if known is None:
            known = SectionDraft(name, places)
            self.body.sections.append(known)
        self.section = known
        self.fresh, self.astray = True, False

    def _section_name(self, text: str) -> str:
        """The author's name; a bare word before a colon ("Programområde:") is not part of it."""
        head, colon, rest = text.partition(":")
        prefixes = self.vocabulary.phrases("sections", "prefixes")
        return rest.strip() if colon and rest.strip() and prefixes.matches(head) else text

    def _current_section(self) -> SectionDraft:
        if self.section is None:
            known = next((s for s in self.body.sections if not s.name), None)
            self.section = known or SectionDraft("")
            if known is None:
                self.body.sections.append(self.section)
        return self.section

    def _add_project(self, project: ProjectDraft) -> None:
        self._current_section().projects.append(project)
        self.tables[-1].append(project)

    def close_project(self) -> None:
        """End the project whose pages were being read."""
        if self.page is not None:
            self.page.finish()
            self.page = None


def _heads_again(header: Header, above: Judged | None) -> bool:
    """Whether a header is that of the table right above."""
    known = above.layout.header if above is not None and above.layout is not None else None
    return known is not None and header_key(known) == header_key(header)


def _doubts(layout: Layout) -> Iterator[tuple[str, str]]:
    """Codes and messages of what is unsure about a table's columns."""
    if layout.guessed:
        yield "columns-guessed", "A table has no header: its columns were told by what they hold."
    yield from layout.doubts
