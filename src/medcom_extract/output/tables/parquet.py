"""A folder of Parquet, a file a table, written in pieces."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from medcom_extract.errors import DamagedFile, InvalidOption
from medcom_extract.output.tables.columns import TABLES, Table
from medcom_extract.output.tables.frames import require
from medcom_extract.output.tables.rows import Placed, Row
from medcom_extract.output.tables.wholes import whole_folder

__all__ = ["read_parquet", "write_parquet"]

_PIECE = 20_000
"""Rows of a table held in memory before they are written."""


class _Writer:
    """One table's file."""

    def __init__(self, table: Table, path: Path):
        self._arrow = require("pyarrow")
        self._schema = self._arrow.schema(
            [(column.name, self._type(column.kind)) for column in table.columns]
        )
        self._file = require("pyarrow.parquet").ParquetWriter(path, self._schema)
        self._rows: list[Row] = []

    def _type(self, kind: str) -> Any:
        arrow = self._arrow
        types = {
            "integer": arrow.int64(), "real": arrow.float64(), "boolean": arrow.bool_(),
            "date": arrow.date32(),
        }  # fmt: skip
        return types.get(kind, arrow.string())

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= _PIECE:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        self._flush()
        self._file.close()


def write_parquet(rows: Iterable[Placed], folder: Path) -> None:
    """See ``write_tables``."""
    with whole_folder(folder) as draft, ExitStack() as files:
        writers = {}
        for table in TABLES:
            writers[table.name] = _Writer(table, draft / f"{table.name}.parquet")
            files.callback(writers[table.name].close)
        for name, row in rows:
            writers[name].add(row)


def read_parquet(folder: Path) -> dict[str, list[Row]]:
    """See ``read_tables``."""
    read = require("pyarrow.parquet").read_table
    try:
        return {table.name: read(folder / f"{table.name}.parquet").to_pylist() for table in TABLES}
    except InvalidOption:
        raise
    except Exception as error:
        # pyarrow's errors are of its own kind, and of OSError.
        raise DamagedFile(
            f"these are not the tables of reports ({type(error).__name__})", file=folder.name
        ) from error
