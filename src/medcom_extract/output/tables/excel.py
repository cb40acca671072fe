"""An Excel workbook: a sheet a table, frozen headers, filters, real dates, coloured lights."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from medcom_extract.errors import InvalidOption
from medcom_extract.output.tables.columns import TABLES, Column, Table
from medcom_extract.output.tables.frames import require
from medcom_extract.output.tables.rows import Placed, Row
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
_WIDE = {"text": 80, "message": 80, "name": 40, "title": 40}


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
        for name, row in rows:
            sheets[name].add(row)
        for sheet in sheets.values():
            sheet.finish()


def _make_formats(book: Any) -> dict[str, Any]:
    formats = {
        light: book.add_format({"bg_color": fill, "font_color": ink})
        for light, (fill, ink) in _FILLS.items()
    }
    formats["header"] = book.add_format({"bold": True, "bg_color": "#DDE6EE", "bottom": 1})
    formats["wrap"] = book.add_format({"text_wrap": True, "valign": "top"})
    formats["date"] = book.add_format({"num_format": "yyyy-mm-dd"})
    return formats


class _Sheet:
    """One table's sheet."""

    def __init__(self, book: Any, table: Table, formats: dict[str, Any]):
        self._name = table.name
        self._columns = [column for column in table.columns if column.name != "more"]
        self._formats = formats
        self._sheet = book.add_worksheet(table.name)
        self._rows = 0
        self._sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._columns):
            width = _WIDE.get(column.name, _WIDTHS[column.kind])
            self._sheet.set_column(place, place, width)
            self._sheet.write_string(0, place, column.name, formats["header"])

    def add(self, row: Row) -> None:
        self._rows += 1
        if self._rows > _MOST_ROWS:
            raise InvalidOption(
                f"the table {self._name} has more rows than an Excel sheet",
                next_step="Write SQLite or Parquet, or fewer reports a workbook.",
            )
        for place, column in enumerate(self._columns):
            self._write(place, column, row[column.name])

    def _write(self, place: int, column: Column, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, date):
            self._sheet.write_datetime(self._rows, place, value, self._formats["date"])
        elif isinstance(value, str):
            look = self._formats.get(value) if column.name == "light" else None
            look = self._formats["wrap"] if column.name in ("text", "message") else look
            self._sheet.write_string(self._rows, place, value[:_LONGEST], look)
        else:
            self._sheet.write(self._rows, place, value)

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._rows), len(self._columns) - 1)
