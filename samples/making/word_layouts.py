"""The two layouts as Word: the overview table, and one project a page."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.shared import Cm

from making.blocks import Block, list_blocks
from making.charts import draw_chart
from making.content import Project, Report
from making.word import add_row, add_table, put_light, save_document, start_document, write_item

OVERVIEW = (4.2, 1.9, 10.5)
HALVES = (8.3, 8.3)


def make_word(report: Report, look: str, path: Path) -> None:
    """Writes the report as a .docx with the light drawn as `look` says."""
    document = start_document(report)
    document.add_paragraph(report.title, style="Title")
    document.add_paragraph(report.period["text"], style="Subtitle")
    if report.layout == "overview":
        write_overview(document, report, look)
    else:
        write_pages(document, report, look)
    save_document(document, path)


def write_overview(document: Any, report: Report, look: str) -> None:
    for level, heading in enumerate(report.lead_headings, start=1):
        document.add_heading(heading, level)
    for item in report.intro:
        write_item(document, item)
    document.add_heading(report.section_heading, 1)
    for item in report.after_heading:
        write_item(document, item)
    for section in report.sections:
        document.add_heading(section.name, 2)
        table = add_table(document, OVERVIEW, report.columns)
        for project in section.projects:
            write_row(add_row(table, OVERVIEW), report, project, look)
        document.add_paragraph()
    for item in report.outro:
        write_item(document, item)
    write_figures(document, report)


def write_row(row: Any, report: Report, project: Project, look: str) -> None:
    name, status, remarks = row.cells
    name.paragraphs[0].add_run(project.name)
    put_light(status, project.light, look)
    for number, block in enumerate(list_blocks(report, project)):
        paragraph = remarks.paragraphs[0] if number == 0 else remarks.add_paragraph()
        write_block(paragraph, block)


def write_block(paragraph: Any, block: Block) -> None:
    if block.kind == "bullet":
        paragraph.style = "List Bullet"
    if block.label:
        paragraph.add_run(block.label).bold = True
        paragraph.add_run(" ")
    run = paragraph.add_run(block.text)
    run.bold = True if block.kind == "label" else None
    run.underline = True if block.kind == "track" else None
    if block.kind == "label":
        paragraph.paragraph_format.keep_with_next = True


def write_figures(document: Any, report: Report) -> None:
    heading = document.add_heading(report.figures_heading, 1)
    heading.paragraph_format.page_break_before = True
    table = document.add_table(rows=0, cols=2)
    for number, caption in enumerate(report.figures):
        if number % 2 == 0:
            row = add_row(table, HALVES)
        cell = row.cells[number % 2]
        cell.paragraphs[0].add_run(caption).bold = True
        cell.add_paragraph().add_run().add_picture(io.BytesIO(draw_chart(caption)), width=Cm(7.4))


def write_pages(document: Any, report: Report, look: str) -> None:
    for item in report.intro:
        write_item(document, item)
    document.add_heading(report.overview_heading, 1)
    widths = (9.6, 3.0, 4.0)
    table = add_table(document, widths, report.columns)
    for project in report.projects():
        name, status, phase = add_row(table, widths).cells
        name.paragraphs[0].add_run(project.name)
        put_light(status, project.light, look)
        phase.paragraphs[0].add_run(project.details["Fase"].text)
    for item in report.outro:
        write_item(document, item)
    for section in report.sections:
        for number, project in enumerate(section.projects):
            heading = section.name if number == 0 else None
            write_page(document, report, project, heading, look)


def write_page(
    document: Any, report: Report, project: Project, section: str | None, look: str
) -> None:
    if section:
        document.add_heading(section, 1).paragraph_format.page_break_before = True
    name = document.add_heading(project.name, 2)
    name.paragraph_format.page_break_before = section is None
    write_details(document, project)
    write_aspects(document, project, look)
    labels = report.labels
    track = project.tracks[0]
    document.add_heading(labels["risks"], 3)
    rows = [
        (r.text, a.capitalize(), b.capitalize())
        for r, (a, b) in zip(track.risks, track.ratings, strict=True)
    ]
    write_rows(document, (10.2, 3.2, 3.2), ["Risiko", "Sandsynlighed", "Konsekvens"], rows)
    for kind in ("achieved", "upcoming"):
        document.add_heading(labels[kind], 3)
        for item in track.items(kind):
            document.add_paragraph(item.text, style="List Bullet")
    document.add_heading(labels["plan"], 3)
    plan = [(row.text.text, row.planned.text, row.status) for row in project.plan]
    write_rows(document, (8.6, 4.6, 3.4), ["Milepæl", "Planlagt", "Status"], plan)


def write_details(document: Any, project: Project) -> None:
    widths = (3.8, 12.8)
    table = add_table(document, widths, [])
    for key, item in project.details.items():
        label, value = add_row(table, widths).cells
        label.paragraphs[0].add_run(key).bold = True
        value.paragraphs[0].add_run(item.text)
    document.add_paragraph()


def write_aspects(document: Any, project: Project, look: str) -> None:
    widths = (4.15, 4.15, 4.15, 4.15)
    table = add_table(document, widths, ["Samlet status", *project.aspects])
    for cell, light in zip(
        add_row(table, widths).cells, (project.light, *project.aspects.values()), strict=True
    ):
        put_light(cell, light, look)


def write_rows(
    document: Any, widths: tuple[float, ...], header: list[str], rows: Sequence[tuple[str, ...]]
) -> None:
    table = add_table(document, widths, header)
    for texts in rows:
        for cell, text in zip(add_row(table, widths).cells, texts, strict=True):
            cell.paragraphs[0].add_run(text)
