"""Reports as tables: frames in memory, SQLite, Parquet, CSV and Excel, and back.

Nothing but the standard library is needed for SQLite and CSV; the rest is in the extra ``tables``.
"""

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from medcom_extract.errors import FileNotReadable, InvalidOption
from medcom_extract.output.tables.columns import TABLES, Column, Table
from medcom_extract.output.tables.loading import load_reports
from medcom_extract.output.tables.models import build_reports
from medcom_extract.output.tables.rows import Row, iterate_rows
from medcom_extract.report import Report

__all__ = [
    "TABLES",
    "Column",
    "Table",
    "from_tables",
    "load_reports",
    "read_tables",
    "to_tables",
    "write_tables",
]

_SQLITE = (".sqlite", ".sqlite3", ".db")
# Suffix to module and function: each brings a library that the others do not need.
_READERS = {
    ".parquet": ("parquet", "read_parquet"),
    **dict.fromkeys(_SQLITE, ("sqlite", "read_sqlite")),
}
_WRITERS = {
    "": ("textfiles", "write_csv"),
    ".parquet": ("parquet", "write_parquet"),
    ".xlsx": ("excel", "write_excel"),
    **dict.fromkeys(_SQLITE, ("sqlite", "write_sqlite")),
}
_FORMATS = "out.xlsx, out.sqlite, out.parquet, or the name of a folder for CSV"


def to_tables(
    reports: Report | Iterable[Report], *, frames: Literal["pandas", "polars", "rows"] = "pandas"
) -> dict[str, Any]:
    """Reports as one frame a table, all tables present; docs/tables.md tells each column.

    ``frames`` is ``"pandas"``, ``"polars"``, or ``"rows"`` for lists of dicts, which needs neither
    library.  Raises ``InvalidOption`` where the library is not installed.
    """
    listed = [reports] if isinstance(reports, Report) else reports
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for name, row in iterate_rows(listed):
        rows[name].append(row)
    if frames == "rows":
        return rows
    from medcom_extract.output.tables.frames import make_frame

    return {table.name: make_frame(table, rows[table.name], frames) for table in TABLES}


def from_tables(tables: Mapping[str, Any]) -> list[Report]:
    """The reports back from what ``to_tables`` or ``read_tables`` gives, with your changes in it.

    Raises ``DamagedFile`` where the tables do not hold whole reports.
    """
    from medcom_extract.output.tables.frames import to_rows

    return build_reports({name: to_rows(name, frame) for name, frame in tables.items()})


def write_tables(reports: Report | Iterable[Report], path: str | os.PathLike[str]) -> None:
    """Write the tables of reports; what stood there is replaced when the new file is whole.

    ``path`` says the form: ``.xlsx``, ``.sqlite`` (``.db``), ``.parquet`` (a folder with a file a
    table), or a folder's name for CSV.  Reports are taken one at a time, so an iterator of a
    million needs no more memory than one of ten.  Raises ``InvalidOption`` and ``OSError``.
    """
    listed = [reports] if isinstance(reports, Report) else reports
    target = Path(path)
    home, name = _WRITERS.get(target.suffix.lower(), ("", ""))
    if target.is_dir() and home != "parquet":
        home, name = _WRITERS[""]
    if not home:
        raise InvalidOption(f"{target.suffix!r} is no form of tables; there are {_FORMATS}")
    getattr(import_module(f"{__name__}.{home}"), name)(iterate_rows(listed), target)


def read_tables(path: str | os.PathLike[str]) -> dict[str, list[Row]]:
    """The rows of each table from SQLite or Parquet, for ``from_tables``.

    Raises ``InvalidOption`` for other forms, ``FileNotReadable`` where there is no such file, and
    ``DamagedFile`` where it holds no such tables.
    """
    source = Path(path)
    home, name = _READERS.get(source.suffix.lower(), ("", ""))
    if not home:
        raise InvalidOption("tables are read back from SQLite and Parquet only", file=source.name)
    if not source.exists():
        raise FileNotReadable("there is no such file", file=str(source))
    tables: dict[str, list[Row]] = getattr(import_module(f"{__name__}.{home}"), name)(source)
    return tables
