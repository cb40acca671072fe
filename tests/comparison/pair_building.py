"""Pairs of small reports with the truth of what changed, and the scoring of a comparison."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from medcom_extract.comparison.models import Comparison, ProjectChange
from medcom_extract.enrichment import enrich
from medcom_extract.report import (
    Milestone,
    Period,
    Project,
    Remark,
    Report,
    ReportSource,
    Risk,
    Section,
    Status,
)

PAIRS = Path(__file__).parent / "pairs"
Counts = dict[str, list[int]]


@cache
def load_pair(name: str) -> tuple[Report, Report, dict[str, Any]]:
    """The two reports of a pair, through the language stage, and the whole file."""
    pair = json.loads((PAIRS / f"{name}.json").read_text("utf-8"))
    return build_report(pair["before"]), build_report(pair["after"]), pair


def build_report(content: dict[str, Any]) -> Report:
    text, start, end = content["period"]
    return enrich(
        Report(
            source=ReportSource(
                name=f"{content['id']}.docx", media_type="application/x", sha256=content["id"]
            ),
            programme=content.get("programme"),
            period=Period(
                text=text,
                start=date.fromisoformat(start),
                end=date.fromisoformat(end),
                precision="month",
            ),
            sections=tuple(
                Section(name=each["name"], projects=tuple(map(build_project, each["projects"])))
                for each in content["sections"]
            ),
        )
    )


def build_project(content: dict[str, Any]) -> Project:
    milestones = [Milestone(text=text, kind="achieved") for text in content["achieved"]]
    milestones += [Milestone(text=text, kind="upcoming") for text in content["upcoming"]]
    return Project(
        key="-".join(content["name"].casefold().split()),
        name=content["name"],
        status=Status(light=content["light"]),
        risks=tuple(Risk(text=text) for text in content["risks"]),
        milestones=tuple(milestones),
        remarks=tuple(Remark(text=text) for text in content.get("remarks", [])),
    )


def names_by_key(*contents: dict[str, Any]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for content in contents:
        for section in content["sections"]:
            for project in section["projects"]:
                names.setdefault(project["key"], set()).add(project["name"])
    return names


def score(truth: dict[str, Any], comparison: Comparison, names: dict[str, set[str]]) -> Counts:
    """Per kind of change: hits, changes in the truth, changes found."""
    changes = {key: _change_of(comparison, own) for key, own in names.items()}
    counts: Counts = {}
    for kind in ("added", "removed"):
        found = sum(change.change == kind for change in comparison.projects)
        hits = sum(_is(changes[key], kind) for key in truth[kind])
        counts[kind] = [hits, len(truth[kind]), found]
    for kind, field in (("renamed", "renamed_from"), ("moved", "moved_from")):
        found = sum(getattr(change, field) is not None for change in comparison.projects)
        hits = sum(getattr(changes[t["key"]], field) == t["before"] for t in truth[kind])
        counts[kind] = [hits, len(truth[kind]), found]
    counts["lights"] = _score_lights(truth, comparison, changes)
    for field in ("milestones", "risks"):
        for kind in sorted({t["kind"] for t in truth[field]}):
            counts[f"{field}.{kind}"] = _score_items(truth, comparison, changes, field, kind)
    return counts


def rate(hits: int, wanted: int, found: int) -> float:
    """The harmonic mean of how much was found and how much of it is right."""
    return 1.0 if wanted == found == 0 else 2 * hits / (wanted + found)


def _is(change: ProjectChange | None, kind: str) -> bool:
    return change is not None and change.change == kind


def _change_of(comparison: Comparison, names: set[str]) -> ProjectChange | None:
    for change in comparison.projects:
        if {change.name, change.renamed_from} & names:
            return change
    return None


def _both(comparison: Comparison) -> Iterator[ProjectChange]:
    return (each for each in comparison.projects if each.change not in ("added", "removed"))


def _score_lights(
    truth: dict[str, Any], comparison: Comparison, changes: dict[str, ProjectChange | None]
) -> list[int]:
    found = sum(each.light.before != each.light.after for each in _both(comparison))
    hits = 0
    for wanted in truth["lights"]:
        change = changes[wanted["key"]]
        light = change and (change.light.before, change.light.after)
        hits += light == (wanted["before"], wanted["after"])
    return [hits, len(truth["lights"]), found]


def _score_items(
    truth: dict[str, Any],
    comparison: Comparison,
    changes: dict[str, ProjectChange | None],
    field: str,
    kind: str,
) -> list[int]:
    wanted = [each for each in truth[field] if each["kind"] == kind]
    found = [each for p in _both(comparison) for each in getattr(p, field) if each.kind == kind]
    hits = 0
    for each in wanted:
        change = changes[each["key"]]
        hits += change is not None and any(_fits(each, item) for item in getattr(change, field))
    return [hits, len(wanted), len(found)]


def _fits(wanted: dict[str, Any], item: Any) -> bool:
    for side in ("before", "after"):
        part = getattr(item, side)
        if side in wanted and (part is None or not part.text.startswith(wanted[side])):
            return False
    days = wanted.get("days")
    return item.kind == wanted["kind"] and (
        days is None or item.days is None or abs(item.days - days) <= 15
    )
