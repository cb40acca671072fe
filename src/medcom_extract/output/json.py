"""Reports and documents as JSON.

The JSON of a report is that of its model.  Blocks of a document get a ``type`` (``paragraph``,
``table``, ``picture``), so that a consumer need not tell them by their fields.
"""

import json
from dataclasses import fields, is_dataclass
from typing import Any

from medcom_extract.document import Document, Paragraph, Picture, Table
from medcom_extract.report import Report

__all__ = ["format_document", "format_report", "format_schema"]

_TYPES = {Paragraph: "paragraph", Table: "table", Picture: "picture"}


def format_report(report: Report, *, compact: bool = False) -> str:
    """A report as JSON; ``compact`` puts it on one line."""
    return report.model_dump_json(indent=None if compact else 2)


def format_document(document: Document, *, compact: bool = False) -> str:
    """A document as JSON; ``compact`` puts it on one line.

    ``pydantic.TypeAdapter(Document).validate_json`` reads it back.
    """
    return _dump(_plain(document), compact)


def format_schema(schema: dict[str, Any], *, compact: bool = False) -> str:
    """A JSON Schema as JSON."""
    return _dump(schema, compact)


def _dump(value: Any, compact: bool) -> str:
    if compact:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(value, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        kind = {"type": _TYPES[type(value)]} if type(value) in _TYPES else {}
        return kind | {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
