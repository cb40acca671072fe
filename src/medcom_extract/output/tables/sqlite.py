"""SQLite: the tables, views for the usual questions, and full-text search that knows Danish."""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from medcom_extract.danish.lemmas import lemma
from medcom_extract.errors import DamagedFile
from medcom_extract.output.tables.columns import TABLES, Column, Table
from medcom_extract.output.tables.frames import to_rows
from medcom_extract.output.tables.rows import ITEMS, Placed, Row
from medcom_extract.output.tables.views import INDEXES, SEARCH, TEXTS, VIEWS
from medcom_extract.output.tables.wholes import whole_file

__all__ = ["find_words", "read_sqlite", "write_sqlite"]

_TYPES = {
    "text": "TEXT", "json": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER",
    "real": "REAL",
}  # fmt: skip
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
"""How Danes write on a keyboard that has no such letters."""
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def write_sqlite(rows: Iterable[Placed], path: Path) -> None:
    """See ``write_tables``.  Dates are ISO 8601 texts, which SQLite's date functions understand."""
    with whole_file(path) as draft, closing(sqlite3.connect(draft)) as base:
        # The draft is thrown away when anything goes wrong, so a journal would be for nothing.
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        for table in TABLES:
            base.execute(_create(table))
        base.executescript(TEXTS)
        inserts = {table.name: _insert(table) for table in TABLES}
        for name, row in rows:
            base.execute(inserts[name], [_write(value) for value in row.values()])
            if name in ITEMS:
                base.execute(*_to_text(name, row))
        base.executescript(INDEXES + SEARCH + VIEWS)
        base.commit()


def _create(table: Table) -> str:
    lines = [_declare(column, table) for column in table.columns]
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.references}" ("{column.name}")'
        for column in table.columns
        if column.references
    ]
    return f'CREATE TABLE "{table.name}" ({", ".join(lines)})'


def _declare(column: Column, table: Table) -> str:
    key = " PRIMARY KEY" if column.name == table.key else ""
    return f'"{column.name}" {_TYPES[column.kind]}{key}'


def _insert(table: Table) -> str:
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'


def _write(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _to_text(name: str, row: Row) -> tuple[str, list[Any]]:
    """The row of ``texts`` for an item."""
    values = [
        row["report_id"], row["project_id"], name.removesuffix("s"), row.get("kind"),
        *(row.get(key) for key in ITEMS.values()), row["text"], find_words(row["text"]),
    ]  # fmt: skip
    return f"INSERT INTO texts VALUES (NULL, {', '.join('?' * len(values))})", values


def find_words(text: str) -> str:
    """What a Dane may look for to find the text, beyond its own words.

    That is the dictionary form of each word, and of the parts of words with hyphens: who looks for
    ``forsinkelse`` finds ``forsinkelserne``, and ``leverandør`` finds ``EPJ-leverandører``.  Words
    with æ, ø and å also stand as they are written without: ``proevesvar``, ``Aabenraa``.
    """
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        for form in _find_forms(word):
            found[form] = None
    return " ".join(found)


@lru_cache(maxsize=50_000)
def _find_forms(word: str) -> tuple[str, ...]:
    parts = [word, *re.split(r"[-'’]", word)] if re.search(r"[-'’]", word) else [word]
    forms = dict.fromkeys(lemma(part).casefold() for part in parts if len(part) > 1)
    plain = [each.casefold().translate(_PLAIN) for each in (word, *forms)]
    return tuple(form for form in dict.fromkeys([*forms, *plain]) if form != word.casefold())


def read_sqlite(path: Path) -> dict[str, list[Row]]:
    """See ``read_tables``."""
    try:
        with closing(sqlite3.connect(path)) as base:
            base.row_factory = sqlite3.Row
            return {table.name: _read(base, table) for table in TABLES}
    except sqlite3.Error as error:
        raise DamagedFile(
            f"these are not the tables of reports ({error})", file=path.name
        ) from error


def _read(base: sqlite3.Connection, table: Table) -> list[Row]:
    found = [dict(row) for row in base.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]
    for column in table.columns:
        if column.kind == "boolean":
            for row in found:
                row[column.name] = None if row[column.name] is None else bool(row[column.name])
    return to_rows(table.name, found)
