"""A report as rows of the tables."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from medcom_extract.output.tables.columns import TABLES, Table
from medcom_extract.report import Report

__all__ = ["FACTS", "ITEMS", "Row", "iterate_rows"]

Row = dict[str, Any]
Placed = tuple[str, Row]
"""Name of the table and the row."""

ITEMS = {"risks": "risk_id", "milestones": "milestone_id", "remarks": "remark_id"}
FACTS = {"dates": "date", "quantities": "quantity", "entities": "entity"}
_BY_NAME = {table.name: table for table in TABLES}
_EMPTY: tuple[Any, ...] = (None, [], {})


def iterate_rows(reports: Iterable[Report]) -> Iterator[Placed]:
    """The rows of all reports, each after those that it refers to."""
    taken: dict[str, int] = {}
    for report in reports:
        key = _number(report.source.sha256[:16] or "report", taken)
        yield from _tell_report(report.model_dump(mode="json"), {"report_id": key})


def _number(key: str, taken: dict[str, int]) -> str:
    """The key, with -2, -3 ... where it is taken."""
    taken[key] = taken.get(key, 0) + 1
    if taken[key] == 1:
        return key
    return _number(f"{key}-{taken[key]}", taken)


def _tell_report(report: dict[str, Any], keys: Row) -> Iterator[Placed]:
    sections, warnings = report.pop("sections"), report.pop("warnings")
    yield _fill("reports", report, keys)
    taken: dict[str, int] = {}
    for place, section in enumerate(sections, 1):
        section_id = f"{keys['report_id']}/section/{place}"
        projects = section.pop("projects")
        yield _fill("sections", section, keys | {"section_id": section_id, "position": place})
        for number, project in enumerate(projects, 1):
            name = _number(f"{keys['report_id']}/{project['key']}", taken)
            own = keys | {"project_id": name, "section_id": section_id, "position": number}
            yield from _tell_project(project, own)
    yield from _number_rows("warnings", warnings, keys, keys["report_id"], "warning")


def _tell_project(project: dict[str, Any], keys: Row) -> Iterator[Placed]:
    lights = [project.pop("status"), *project.pop("aspects")]
    items = {table: project.pop(table) for table in ITEMS}
    yield _fill("projects", project, keys)
    name = keys["project_id"]
    inner = {"report_id": keys["report_id"], "project_id": name}
    yield from _number_rows("statuses", lights, inner, name, "status")
    for table, key in ITEMS.items():
        for place, item in enumerate(items[table], 1):
            item_id = f"{name}/{key.removesuffix('_id')}/{place}"
            facts = {fact: item.pop(fact) for fact in FACTS}
            yield _fill(table, item, inner | {key: item_id, "position": place})
            for fact, stem in FACTS.items():
                yield from _number_rows(fact, facts[fact], inner | {key: item_id}, item_id, stem)


def _number_rows(
    table: str, models: list[dict[str, Any]], keys: Row, owner: str, stem: str
) -> Iterator[Placed]:
    for place, model in enumerate(models, 1):
        own = {f"{stem}_id": f"{owner}/{stem}/{place}", "position": place}
        yield _fill(table, model, keys | own)


def _fill(name: str, model: dict[str, Any], keys: Row) -> Placed:
    """The row of a model, given as plain data; what no column takes goes to ``more``."""
    table = _BY_NAME[name]
    row = {
        column.name: _convert(column.kind, _take(model, column.source))
        for column in table.columns
        if column.source
    }
    more = {key: value for key, value in model.items() if value not in _EMPTY}
    row["more"] = json.dumps(more, ensure_ascii=False, sort_keys=True) if more else None
    return name, _order(table, row | keys)


def _order(table: Table, values: Mapping[str, Any]) -> Row:
    return {name: values.get(name) for name in table.names}


def _take(model: dict[str, Any], source: tuple[str, ...]) -> Any:
    """Take a field out of the model, so that what is left is what no column shows."""
    if len(source) == 1:
        return model.pop(source[0], None)
    inner = model.get(source[0])
    return inner.pop(source[1], None) if isinstance(inner, dict) else None


def _convert(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind == "date":
        return date.fromisoformat(value)
    return json.dumps(value, ensure_ascii=False) if kind == "json" else value
