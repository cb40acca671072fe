"""Small builders for neutral documents, and an independent count of a report's words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from medcom_extract.document import (
    Block,
    Cell,
    Document,
    Mark,
    Paragraph,
    Patch,
    Picture,
    Run,
    Source,
    Table,
)
from medcom_extract.parsing import parse
from medcom_extract.report import Project, Report

GREEN, YELLOW, RED = "#00b050", "#ffc000", "#ff0000"
LIGHTS = {"green": GREEN, "yellow": YELLOW, "red": RED}

Content = str | Block | Mark


def para(text: str, *, bold: bool = False, **fields: Any) -> Paragraph:
    """A paragraph; ``**`` turns bold on and off, further run looks go by keyword."""
    looks = {
        k: fields.pop(k) for k in ("italic", "underline", "color", "size", "href") if k in fields
    }
    parts = text.split("**")
    runs = tuple(
        Run(part, bold=bold or at % 2 == 1, **looks) for at, part in enumerate(parts) if part
    )
    return Paragraph(runs, **fields)


def heading(text: str, level: int = 1, **fields: Any) -> Paragraph:
    return para(text, role="heading", level=level, **fields)


def title(text: str) -> Paragraph:
    return para(text, role="title")


def bullet(text: str) -> Paragraph:
    return para(text, bullet="•")


def disc(color: str) -> Mark:
    """A picture in one colour."""
    return Mark("image", (Patch(LIGHTS.get(color, color)),), width=18, height=18)


def shading(color: str) -> Mark:
    return Mark("shading", (Patch(LIGHTS.get(color, color)),))


def lamp(color: str) -> Paragraph:
    """A paragraph that holds nothing but a picture."""
    return Paragraph((), marks=(disc(color),))


def cell(*content: Content, row: int = 0, column: int = 0, **fields: Any) -> Cell:
    """A cell of texts, blocks and marks of its own."""
    blocks = tuple(
        para(one) if isinstance(one, str) else one
        for one in content
        if not isinstance(one, Mark) and one != ""
    )
    marks = tuple(one for one in content if isinstance(one, Mark))
    return Cell(row, column, blocks=blocks, marks=marks, **fields)


Given = Content | Sequence[Content] | Cell | None


def table(*rows: Sequence[Given], columns: int | None = None, header_rows: int = 0) -> Table:
    """A table row by row; None is a place that a cell above or to the left reaches into."""
    width = columns or max(len(row) for row in rows)
    built = [
        tuple(_place(given, at, column) for column, given in enumerate(row) if given is not None)
        for at, row in enumerate(rows)
    ]
    return Table(width, tuple(built), header_rows)


def _place(given: Given, row: int, column: int) -> Cell:
    if isinstance(given, Cell):
        return replace(given, row=row, column=column)
    content = (given,) if isinstance(given, str | Mark | Paragraph | Picture | Table) else given
    return cell(*(content or ()), row=row, column=column)


def document(*blocks: Content, furniture: Iterable[Paragraph] = ()) -> Document:
    built = tuple(para(b) if isinstance(b, str) else b for b in blocks if not isinstance(b, Mark))
    source = Source("test.docx", "application/test", "0" * 64)
    return Document(source, built, tuple(furniture))


def report_of(*blocks: Content) -> Report:
    """The report of a document, after the check that no word is lost."""
    made = document(*blocks)
    report = parse(made)
    assert_nothing_lost(made, report)
    return report


def facts(project: Project) -> dict[str, Any]:
    """A project's light and items as plain values, for comparison."""
    return {
        "light": project.status.light,
        "risks": [_told(risk) for risk in project.risks],
        "achieved": [_told(m) for m in project.milestones if m.kind == "achieved"],
        "upcoming": [_told(m) for m in project.milestones if m.kind == "upcoming"],
        "remarks": [_told(remark) for remark in project.remarks],
    }


def _told(item: Any) -> str:
    return f"{item.track}: {item.text}" if item.track else str(item.text)


def only_project(report: Report) -> Project:
    assert len(report.projects) == 1, [project.name for project in report.projects]
    return report.projects[0]


def assert_nothing_lost(made: Document, report: Report) -> None:
    """Recount from the report's own values: what is in no value must be a header, key or label."""
    account = report.account
    assert account is not None
    assert account.body == made.words
    assert account.body == account.placed + account.unassigned
    body: Counter[str] = Counter()
    for paragraph in made.paragraphs():
        body.update(_words(paragraph.text))
    kept: Counter[str] = Counter()
    for text in _texts(report.model_dump(exclude={"source", "warnings", "account", "links"})):
        kept.update(_words(text))
    missing = body - kept
    assert all(_is_key(made, word) for word in missing), missing


def _words(text: str) -> list[str]:
    return [
        "".join(c for c in word if c.isalnum()).casefold()
        for word in text.split()
        if any(map(str.isalnum, word))
    ]


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _is_key(made: Document, word: str) -> bool:
    """Whether a word stands in a short paragraph (a header, key, label) or before a colon."""
    for paragraph in made.paragraphs():
        short = len(paragraph.text) <= 70
        heads = " ".join(re.findall(r"\w+(?= ?[:=])", paragraph.text))
        if (short and word in _words(paragraph.text)) or word in _words(heads):
            return True
    return False
