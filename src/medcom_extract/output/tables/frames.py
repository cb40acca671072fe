"""Rows as frames of pandas or polars, and back."""

import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from medcom_extract.errors import InvalidOption
from medcom_extract.output.tables.columns import TABLES, Table
from medcom_extract.output.tables.rows import Row

__all__ = ["make_frame", "require", "to_rows"]

_PANDAS = {
    "text": "string", "json": "string", "integer": "Int64", "real": "Float64",
    "boolean": "boolean", "date": "datetime64[s]",
}  # fmt: skip
_BY_NAME = {table.name: table for table in TABLES}


def require(library: str) -> Any:
    """Import a library of the extra ``tables``.  Raises ``InvalidOption`` where it is missing."""
    from importlib import import_module

    try:
        return import_module(library)
    except ImportError as error:
        step = f"Install it: pip install 'medcom-extract[tables]' (or {library.partition('.')[0]})."
        raise InvalidOption(f"this needs {library}", next_step=step) from error


def make_frame(table: Table, rows: list[Row], library: str) -> Any:
    """A frame with the table's columns and types, however many rows it has."""
    if library == "pandas":
        pandas = require("pandas")
        frame = pandas.DataFrame(rows, columns=table.names, dtype="object")
        return frame.astype({column.name: _PANDAS[column.kind] for column in table.columns})
    if library == "polars":
        polars = require("polars")
        types = {
            "text": polars.String, "json": polars.String, "integer": polars.Int64,
            "real": polars.Float64, "boolean": polars.Boolean, "date": polars.Date,
        }  # fmt: skip
        schema = {column.name: types[column.kind] for column in table.columns}
        return polars.DataFrame(rows, schema=schema, strict=False)
    raise InvalidOption(f"no such frames: {library!r}; there are pandas, polars and rows")


def to_rows(name: str, frame: Any) -> list[Row]:
    """A frame of either library, or rows, as rows with None for what is missing."""
    if hasattr(frame, "to_dicts"):
        rows: Iterable[Row] = frame.to_dicts()
    elif hasattr(frame, "to_dict"):
        rows = frame.astype("object").to_dict("records")
    else:
        rows = frame
    kinds = {column.name: column.kind for column in _BY_NAME[name].columns}
    return [{key: _clean(value, kinds.get(key)) for key, value in row.items()} for row in rows]


def _clean(value: Any, kind: str | None) -> Any:
    # pandas has three ways of saying that nothing is there; none of them equals itself.
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    if kind == "date" and isinstance(value, datetime):
        return value.date()
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value[:10])
    return value
