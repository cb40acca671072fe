"""What a careful reader would write down of a report, in a neutral JSON form."""

from collections.abc import Iterator
from typing import Any

from making.content import FIELDS, Project, Report, Track
from making.markup import Item, first_words

Placed = tuple[str, str, Item]


def build_truth(report: Report) -> dict[str, Any]:
    """The truth of one report; the form is described in samples/README.md."""
    placed = list(place_items(report))
    links = [
        link
        for item in (*report.intro, *report.after_heading, *report.outro)
        for link in item.links
    ]
    return {
        "id": report.id,
        "series": report.series,
        "title": report.title,
        "programme": report.programme,
        "period": report.period,
        "intro": [item.text for item in (*report.intro, *report.after_heading)],
        "sections": [
            {"name": section.name, "projects": [describe_project(p) for p in section.projects]}
            for section in report.sections
        ],
        "figures": report.figures,
        "links": links,
        "dates": [describe_date(*place, date) for place in placed for date in place[2].dates],
        "quantities": [
            describe_quantity(*place, q) for place in placed for q in place[2].quantities
        ],
        "risk_states": [
            describe_state(key, item) for key, where, item in placed if where == "risks"
        ],
        "layout": describe_layout(report),
    }


def place_items(report: Report) -> Iterator[Placed]:
    """Each item with the project's key and the field under which it stands."""
    for project in report.projects():
        for item in project.details.values():
            yield project.key, "details", item
        for item in project.remarks:
            yield project.key, "remarks", item
        for track in project.tracks:
            for kind in FIELDS:
                for item in track.items(kind):
                    yield project.key, kind, item
        for row in project.plan:
            yield project.key, "milestone_rows", row.text
            yield project.key, "milestone_rows", row.planned


def describe_date(key: str, where: str, _: Item, date: Any) -> dict[str, Any]:
    found = {
        "project": key,
        "text": date.text,
        "start": date.start,
        "end": date.end,
        "where": where,
    }
    return found | ({"fuzzy": True} if date.fuzzy else {})


def describe_quantity(key: str, where: str, _: Item, quantity: Any) -> dict[str, Any]:
    text, value, unit = quantity.text, quantity.value, quantity.unit
    return {"project": key, "text": text, "value": value, "unit": unit, "where": where}


def describe_state(key: str, item: Item) -> dict[str, Any]:
    state = {"project": key, "risk": first_words(item.text), "state": item.state}
    return state | ({"unsure": True} if item.unsure else {})


def describe_track(track: Track) -> dict[str, Any]:
    found: dict[str, Any] = {"name": track.name}
    found |= {kind: [item.text for item in track.items(kind)] for kind in FIELDS}
    bulleted = {
        kind: [n for n, item in enumerate(track.items(kind)) if item.bullet] for kind in FIELDS
    }
    if any(bulleted.values()):
        found["bulleted"] = {kind: places for kind, places in bulleted.items() if places}
    if track.ratings:
        found["risk_ratings"] = [{"sandsynlighed": a, "konsekvens": b} for a, b in track.ratings]
    return found


def describe_project(project: Project) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": project.name,
        "key": project.key,
        "light": project.light,
        "state": project.state,
        "remarks": [item.text for item in project.remarks],
        "tracks": [describe_track(track) for track in project.tracks],
    }
    if project.details:
        found["details"] = {key: item.text for key, item in project.details.items()}
    if project.aspects:
        found["aspects"] = project.aspects
    if project.plan:
        found["milestone_rows"] = [
            {"milepæl": row.text.text, "planlagt": row.planned.text, "status": row.status}
            for row in project.plan
        ]
    return found


def describe_layout(report: Report) -> dict[str, Any]:
    headings = [*report.lead_headings, report.section_heading, report.overview_heading]
    return {
        "headings": [heading for heading in headings if heading],
        "labels": report.labels,
        "columns": report.columns,
        "outro": [item.text for item in report.outro],
        "figures_heading": report.figures_heading,
    }
