"""Rows back to reports."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from medcom_extract.errors import DamagedFile
from medcom_extract.output.tables.columns import TABLES, Table
from medcom_extract.output.tables.rows import FACTS, ITEMS, Row
from medcom_extract.report import Report

__all__ = ["build_reports"]

_Children = Mapping[str, Mapping[str, list[Row]]]
"""Table to key of the owner to rows, in order."""
_OWNERS = {
    "sections": "report_id", "warnings": "report_id", "projects": "section_id",
    "statuses": "project_id", **dict.fromkeys(ITEMS, "project_id"),
}  # fmt: skip
_BY_NAME = {table.name: table for table in TABLES}


def build_reports(tables: Mapping[str, Iterable[Row]]) -> list[Report]:
    """The reports, in the order of their rows.

    Raises ``DamagedFile`` where a table or a column is missing, or a value has no meaning.
    """
    try:
        children = _group(tables)
        return [
            Report.model_validate_json(json.dumps(_build_report(row, children)))
            for row in tables["reports"]
        ]
    except (KeyError, TypeError, AttributeError, ValueError, ValidationError) as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise DamagedFile(f"these tables do not hold whole reports ({reason})") from error


def _group(tables: Mapping[str, Iterable[Row]]) -> _Children:
    grouped: dict[str, dict[str, list[Row]]] = {}
    for table, owner in _OWNERS.items():
        grouped[table] = _group_by(tables[table], [owner])
    for table in FACTS:
        grouped[table] = _group_by(tables[table], list(ITEMS.values()))
    return grouped


def _group_by(rows: Iterable[Row], owners: list[str]) -> dict[str, list[Row]]:
    """Rows by the first owner that is set, by position."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[next(row[owner] for owner in owners if row.get(owner) is not None)].append(row)
    for group in groups.values():
        group.sort(key=lambda row: int(row["position"]))
    return groups


def _build_report(row: Row, children: _Children) -> dict[str, Any]:
    report = _restore("reports", row)
    key = row["report_id"]
    report["warnings"] = [_restore("warnings", each) for each in children["warnings"].get(key, [])]
    report["sections"] = []
    for section in children["sections"].get(key, []):
        projects = children["projects"].get(section["section_id"], [])
        built = [_build_project(each, children) for each in projects]
        report["sections"].append(_restore("sections", section) | {"projects": built})
    return report


def _build_project(row: Row, children: _Children) -> dict[str, Any]:
    project = _restore("projects", row)
    key = row["project_id"]
    lights = [_restore("statuses", each) for each in children["statuses"][key]]
    project["status"] = {name: value for name, value in lights[0].items() if name != "name"}
    project["aspects"] = lights[1:]
    for table, item_key in ITEMS.items():
        project[table] = []
        for item in children[table].get(key, []):
            facts = {
                fact: [_restore(fact, each) for each in children[fact].get(item[item_key], [])]
                for fact in FACTS
            }
            project[table].append(_restore(table, item) | facts)
    return project


def _restore(name: str, row: Row) -> dict[str, Any]:
    """A row as the plain data of its model; fields that are null take their default."""
    table: Table = _BY_NAME[name]
    model: dict[str, Any] = json.loads(row["more"]) if row.get("more") else {}
    for column in table.columns:
        value = row[column.name]
        if not column.source or value is None:
            continue
        if column.kind == "json":
            value = json.loads(value)
        elif isinstance(value, date):
            value = value.isoformat()[:10]
        inner = model if len(column.source) == 1 else model.setdefault(column.source[0], {})
        inner[column.source[-1]] = value
    return model
