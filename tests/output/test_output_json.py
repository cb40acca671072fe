import json

from pydantic import TypeAdapter

from medcom_extract.document import (
    Cell,
    Document,
    Location,
    Mark,
    Paragraph,
    Patch,
    Picture,
    Run,
    Source,
    Table,
)
from medcom_extract.output.json import format_document, format_report
from medcom_extract.report import Report, ReportSource

MARK = Mark("shape", (Patch("#ff0000", 0.5),), outline="ellipse")
INNER = Table(1, ((Cell(0, 0, blocks=(Picture(MARK),)),),))
DOCUMENT = Document(
    Source("å.docx", "x", "0"),
    (
        Paragraph((Run("Blå", bold=True), Run("bær")), marks=(MARK,)),
        Table(2, ((Cell(0, 0, blocks=(INNER,), locations=(Location(2, (0, 1, 2, 3)),)),),)),
    ),
    furniture=(Paragraph((Run("Side 1"),)),),
)
REPORT = Report(source=ReportSource(name="å.pdf", media_type="x", sha256="0"))


def test_a_document_comes_back_from_its_json() -> None:
    assert DOCUMENT == TypeAdapter(Document).validate_json(format_document(DOCUMENT))


def test_blocks_say_what_they_are() -> None:
    paragraph, table = json.loads(format_document(DOCUMENT))["blocks"]

    assert ("paragraph", "table") == (paragraph["type"], table["type"])
    assert table["rows"][0][0]["blocks"][0]["rows"][0][0]["blocks"][0]["type"] == "picture"


def test_a_report_comes_back_from_its_json() -> None:
    assert REPORT == Report.model_validate_json(format_report(REPORT))
    assert REPORT == Report.model_validate_json(format_report(REPORT, compact=True))


def test_compact_json_is_one_line_and_danish_letters_stay_letters() -> None:
    for text in (format_report(REPORT, compact=True), format_document(DOCUMENT, compact=True)):
        assert "\n" not in text
        assert "å." in text
