"""An Excel workbook: a sheet a table, frozen headers, filters, real dates, coloured lights."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any

from medcom_extract.errors import InvalidOption
from medcom_extract.output.tables.columns import TABLES, Column, Table
from medcom_extract.output.tables.frames import require
from medcom_extract.output.tables.rows import ITEMS, Placed, Row
from medcom_extract.output.tables.wholes import whole_file

__all__ = ["write_excel"]

_MOST_ROWS = 1_048_575
_LONGEST = 32_767
"""Characters of a cell; Excel has no room for more."""
_FILLS = {
    "green": ("#00B050", "#FFFFFF"), "yellow": ("#FFC000", "#000000"),
    "red": ("#C00000", "#FFFFFF"),
    "blue": ("#0070C0", "#FFFFFF"), "grey": ("#A6A6A6", "#000000"),
    "unknown": ("#FFFFFF", "#C00000"),
}  # fmt: skip
_WIDTHS = {"date": 12, "integer": 10, "real": 10, "boolean": 10, "text": 18, "json": 18}
_WIDE = {
    "text": 80, "message": 80, "name": 50, "title": 40, "project": 50, "key": 50, "track": 30,
    "label": 30, "categories": 30,
}  # fmt: skip
_PHRASE = 30
# Room for the arrow of the filter beside a header.
_ARROW = 4
_PROJECT = Column("project", "text", "the project's name")
_PERIOD = Column("period", "text", "the report's period, else its file name")
_A4 = 9
_LINE, _HIGHEST = 15, 409
"""Points of a line, and of the highest row that Excel knows."""
_NARROW = 1.1
"""Letters of a text are narrower than the digits that widths are counted in."""
_WRAPPED = ("text", "message", "project")


def write_excel(rows: Iterable[Placed], path: Path) -> None:
    """See ``write_tables``; without the columns ``more``, which no person reads in Excel.

    Raises ``InvalidOption`` where a table has more rows than a sheet.
    """
    writer = require("xlsxwriter")
    options = {
        # Rows go to disk as they come.  A text that begins with "=" is a text.
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False, "default_date_format": "yyyy-mm-dd",
    }  # fmt: skip
    with whole_file(path) as draft, writer.Workbook(draft, options) as book:
        formats = _make_formats(book)
        sheets = {table.name: _Sheet(book, table, formats) for table in TABLES}
        names: Row = {}
        for table, row in rows:
            _remember(names, table, row)
            sheets[table].add(row, names)
        for sheet in sheets.values():
            sheet.finish()


def _remember(names: Row, table: str, row: Row) -> None:
    """Keep what the rows of this report say of it and its projects beside their keys."""
    if table == "reports":
        names.clear()
        names[row["report_id"]] = row["period"] or row["name"]
    elif table == "projects":
        names[row["project_id"]] = row["name"]


def _arrange(table: Table) -> list[Column]:
    """The columns as a person reads them: whose row it is, what it says, and last the keys."""
    keys = [each for each in table.columns if each.references or each.name == table.key]
    facts = [each for each in table.columns if each not in keys and each.name != "more"]
    owners = {each.name for each in keys} - {table.key}
    shown = [_PERIOD] if "report_id" in owners else []
    shown += [_PROJECT] if "project_id" in owners else []
    return [*shown, *facts, *keys]


def _make_formats(book: Any) -> dict[str, Any]:
    looks: dict[str, dict[str, Any]] = {
        "header": {"bold": True, "bg_color": "#DDE6EE", "bottom": 1},
        "wrap": {"text_wrap": True},
        "date": {"num_format": "yyyy-mm-dd", "align": "left"},
        "key": {"font_color": "#808080"},
        "plain": {},
        "place": {"align": "center"},
    }
    looks |= {light: {"bg_color": fill, "font_color": ink} for light, (fill, ink) in _FILLS.items()}
    return {name: book.add_format({"valign": "top", **look}) for name, look in looks.items()}


def _width(table: Table, column: Column) -> int:
    """Characters; only a paragraph needs a wide column for its text."""
    width = _WIDE.get(column.name, _WIDTHS[column.kind])
    if column.name == "text" and table.name not in ITEMS:
        width = _PHRASE
    return max(width, len(column.name) + _ARROW)


def _lines(column: Column, width: int, value: Any) -> int:
    """The lines that a text takes in its column, wrapped."""
    if column.name not in _WRAPPED or not isinstance(value, str):
        return 1
    return sum(len(wrap(part, round(width * _NARROW))) or 1 for part in value.splitlines()) or 1


def _show(column: Column, row: Row, names: Row) -> Any:
    """What a cell shows; a list, which the tables hold as JSON, with commas."""
    if column is _PERIOD:
        return names.get(row["report_id"])
    if column is _PROJECT:
        return names.get(row["project_id"])
    value = row[column.name]
    return ", ".join(json.loads(value)) or None if column.kind == "json" and value else value


class _Sheet:
    """One table's sheet."""

    def __init__(self, book: Any, table: Table, formats: dict[str, Any]):
        self._name = table.name
        self._columns = _arrange(table)
        self._widths = [_width(table, column) for column in self._columns]
        self._formats = formats
        self._sheet = book.add_worksheet(table.name)
        self._rows = 0
        self._sheet.freeze_panes(1, 0)
        self._set_page()
        for place, column in enumerate(self._columns):
            # Keys are folded away: a click on the plus above them shows them.
            is_key = bool(column.references) or column.name == table.key
            fold = {"level": 1, "hidden": True} if is_key else {}
            # LibreOffice shows a formatted "true" as 1.
            look = None if column.kind == "boolean" else formats["key" if is_key else "plain"]
            self._sheet.set_column(place, place, self._widths[place], look, fold)
            self._sheet.write_string(0, place, column.name, formats["header"])

    def _set_page(self) -> None:
        """On paper: as wide as the page, with the header on each and the table's name below."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_footer("&L&A&R&P / &N")

    def add(self, row: Row, names: Row) -> None:
        self._rows += 1
        if self._rows > _MOST_ROWS:
            raise InvalidOption(
                f"the table {self._name} has more rows than an Excel sheet",
                next_step="Write SQLite or Parquet, or fewer reports a workbook.",
            )
        values = [_show(column, row, names) for column in self._columns]
        lines = max(map(_lines, self._columns, self._widths, values))
        if lines > 1:
            # Not every program finds the height of a wrapped text by itself.
            self._sheet.set_row(self._rows, min(_HIGHEST, lines * _LINE))
        for place, (column, value) in enumerate(zip(self._columns, values, strict=True)):
            self._write(place, column, value)

    def _write(self, place: int, column: Column, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, date):
            self._sheet.write_datetime(self._rows, place, value, self._formats["date"])
        elif isinstance(value, str):
            look = self._formats.get(value) if column.name == "light" else None
            look = self._formats["wrap"] if column.name in _WRAPPED else look
            self._sheet.write_string(self._rows, place, value[:_LONGEST], look)
        else:
            look = self._formats["place"] if column.name == "position" else None
            self._sheet.write(self._rows, place, value, look)

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._rows), len(self._columns) - 1)
