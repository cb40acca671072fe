"""The workbook as a person opens it, and as LibreOffice does."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import medcom_extract
from medcom_extract import Report, from_tables, to_tables
from medcom_extract.output.tables import TABLES, write_tables

SAMPLES = Path(__file__).parents[2] / "samples"
OFFICE_PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

pytest.importorskip("xlsxwriter", reason="needs the extra tables")


def has_calc() -> bool:
    """Whether the Calc part is there; the package of Writer alone has the program without it."""
    if OFFICE_PROGRAM is None:
        return False
    return any(Path(OFFICE_PROGRAM).resolve().parent.glob("libsclo.*"))


@pytest.fixture(scope="module")
def report() -> Report:
    return medcom_extract.open_report(SAMPLES / "expected/medcom14-2027-03.json")


@pytest.fixture(scope="module")
def workbook(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("excel") / "ud.xlsx"
    tables = to_tables(report, frames="rows")
    tables["risks"][0]["text"] = "=HYPERLINK(1)"
    tables["risks"][1]["text"] = "En lang risiko. " * 40
    write_tables(from_tables(tables), path)
    return path


@pytest.fixture(scope="module")
def book(workbook: Path) -> Any:
    return pytest.importorskip("openpyxl", reason="reads the workbook back").load_workbook(workbook)


def columns(sheet: Any) -> dict[str, list[Any]]:
    """The cells of a sheet by their header."""
    first, *rows = sheet.iter_rows()
    return {cell.value: [row[place] for row in rows] for place, cell in enumerate(first)}


def test_each_table_is_a_sheet_with_a_frozen_header_and_filters(book: Any) -> None:
    assert book.sheetnames == [table.name for table in TABLES]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_dates_are_dates_and_lights_are_coloured(book: Any) -> None:
    dues = columns(book["milestones"])["due_end"]
    reds = [cell for cell in columns(book["statuses"])["light"] if cell.value == "red"]

    assert {type(cell.value) for cell in dues} == {datetime, type(None)}
    assert {cell.number_format for cell in dues if cell.value} == {"yyyy-mm-dd"}
    assert {cell.fill.fgColor.rgb for cell in reds} == {"FFC00000"}


def test_each_row_says_whose_it_is_before_what_it_says(book: Any, report: Report) -> None:
    found = columns(book["risks"])
    expected = [project.name for project in report.projects for _ in project.risks]

    assert list(found)[:4] == ["period", "project", "position", "text"]
    assert [cell.value for cell in found["project"]] == expected
    assert {cell.value for cell in found["period"]} == {"Marts 2027"}


def test_keys_are_there_and_folded_away(book: Any) -> None:
    for table in TABLES:
        keys = {column.name for column in table.columns if column.references} | {table.key}
        letters = {cell.value: cell.column_letter for cell in book[table.name][1]}
        folded = {
            name
            for name, letter in letters.items()
            if book[table.name].column_dimensions[letter].hidden
            or any(
                group.hidden and group.min <= book[table.name][f"{letter}1"].column <= group.max
                for group in book[table.name].column_dimensions.values()
            )
        }
        assert folded == keys


def test_a_text_is_a_text_and_all_of_it_can_be_seen(book: Any) -> None:
    formula, long = columns(book["risks"])["text"][:2]

    assert (formula.value, formula.data_type) == ("=HYPERLINK(1)", "s")
    assert book["risks"].row_dimensions[long.row].height >= 7 * 15
    assert long.alignment.wrap_text


def test_lists_are_told_with_commas(book: Any, report: Report) -> None:
    told = [cell.value for cell in columns(book["risks"])["categories"]]
    risks = [risk for project in report.projects for risk in project.risks]

    assert told == [", ".join(risk.categories) or None for risk in risks]
    assert any("," in each for each in told if each)


@pytest.mark.slow
@pytest.mark.skipif(not has_calc(), reason="needs LibreOffice Calc")
def test_libreoffice_sees_dates_as_dates_and_lights_in_colour(
    workbook: Path, tmp_path: Path, report: Report
) -> None:
    profile = (tmp_path / "profile").as_uri()
    command = [
        str(OFFICE_PROGRAM), "--headless", f"-env:UserInstallation={profile}", "--convert-to",
        "fods", "--outdir", str(tmp_path), str(workbook),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheets = {
        sheet.get(TABLE + "name"): read_sheet(sheet)
        for sheet in etree.parse(tmp_path / "ud.fods").iter(TABLE + "table")
    }
    milestones = [item for project in report.projects for item in project.milestones]

    assert list(sheets) == [table.name for table in TABLES]
    for name, value in (("due_start", "start"), ("due_end", "end")):
        dates = [getattr(item.due, value).isoformat() if item.due else None for item in milestones]
        assert [cell.get(OFFICE + "date-value") for cell in sheets["milestones"][name]] == dates
    shown = [text_of(cell) for cell in sheets["milestones"]["due_end"]]
    assert shown == [item.due.end.isoformat() if item.due else "" for item in milestones]
    assert {text_of(cell) for cell in sheets["milestones"]["negative"]} <= {"TRUE", "FALSE"}
    styles = {text_of(cell): cell.get(TABLE + "style-name") for cell in sheets["statuses"]["light"]}
    assert len({styles[light] for light in ("green", "yellow", "red")}) == 3


def read_sheet(sheet: etree._Element) -> dict[str, list[etree._Element]]:
    """The cells by their header; repeated empty cells are written once."""
    rows = [spread(row) for row in sheet.iter(TABLE + "table-row")]
    first, *others = [row for row in rows if any(map(text_of, row))]
    names = list(map(text_of, first))
    return {name: [row[place] for row in others] for place, name in enumerate(names) if name}


def spread(row: etree._Element) -> list[etree._Element]:
    return [
        cell
        for cell in row.iterfind(TABLE + "table-cell")
        for _ in range(min(int(cell.get(TABLE + "number-columns-repeated", "1")), 30))
    ]


def text_of(cell: etree._Element) -> str:
    return "".join(map(str, cell.itertext())).strip()
