"""A folder of CSV, a file a table."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from medcom_extract.output.tables.columns import TABLES
from medcom_extract.output.tables.rows import Placed
from medcom_extract.output.tables.wholes import whole_folder

__all__ = ["write_csv"]

# The mark at the beginning tells Excel that the letters are UTF-8; other readers skip it.
_ENCODING = "utf-8-sig"


def write_csv(rows: Iterable[Placed], folder: Path) -> None:
    """Commas, double quotes, UTF-8 with its mark, ISO dates; nothing between commas is null."""
    with whole_folder(folder) as draft, ExitStack() as files:
        writers = {}
        for table in TABLES:
            path = draft / f"{table.name}.csv"
            stream = files.enter_context(path.open("w", encoding=_ENCODING, newline=""))
            writers[table.name] = csv.writer(stream, lineterminator="\n")
            writers[table.name].writerow(table.names)
        for name, row in rows:
            writers[name].writerow([_write(value) for value in row.values()])


def _write(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value
