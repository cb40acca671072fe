"""One report's content file as typed records."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from making.markup import Item, read_item

CONTENT = Path(__file__).parents[1] / "content"
FIELDS = ("risks", "achieved", "upcoming")


@dataclass(frozen=True)
class Track:
    name: str | None
    risks: list[Item]
    achieved: list[Item]
    upcoming: list[Item]
    ratings: list[tuple[str, str]] = field(default_factory=list)

    def items(self, kind: str) -> list[Item]:
        return {"risks": self.risks, "achieved": self.achieved, "upcoming": self.upcoming}[kind]


@dataclass(frozen=True)
class PlanRow:
    text: Item
    planned: Item
    status: str


@dataclass(frozen=True)
class Project:
    key: str
    name: str
    light: str | None
    state: str
    remarks: list[Item]
    tracks: list[Track]
    aspects: dict[str, str]
    details: dict[str, Item]
    plan: list[PlanRow]
    since: list[str]
    inline_labels: bool
    label_stop: list[str]

    def items(self, kind: str) -> list[Item]:
        """All risks, achieved or upcoming milestones, over the tracks, in reading order."""
        return [item for track in self.tracks for item in track.items(kind)]


@dataclass(frozen=True)
class Section:
    name: str
    projects: list[Project]


@dataclass(frozen=True)
class Report:
    id: str
    series: str
    layout: str
    title: str
    programme: str
    period: dict[str, str]
    running_header: str
    intro: list[Item]
    outro: list[Item]
    labels: dict[str, str]
    sections: list[Section]
    before: str | None
    columns: list[str]
    lead_headings: list[str]
    section_heading: str
    overview_heading: str
    after_heading: list[Item]
    figures_heading: str
    figures: list[str]

    def projects(self) -> list[Project]:
        return [project for section in self.sections for project in section.projects]


def read_items(lines: list[str]) -> list[Item]:
    return [read_item(line) for line in lines]


def read_track(data: dict[str, Any]) -> Track:
    rows = [line.split(" | ") for line in data.get("risks", [])]
    return Track(
        name=data.get("name") if "key" not in data else None,
        risks=[read_item(row[0]) for row in rows],
        achieved=read_items(data.get("achieved", [])),
        upcoming=read_items(data.get("upcoming", [])),
        ratings=[(row[1], row[2]) for row in rows if len(row) == 3],
    )


def read_project(data: dict[str, Any]) -> Project:
    rows = [line.split(" | ") for line in data.get("plan", [])]
    return Project(
        key=data["key"],
        name=data["name"],
        light=data.get("light"),
        state=data.get("state", "active"),
        remarks=read_items(data.get("remarks", [])),
        tracks=[read_track(track) for track in data.get("track", [data])],
        aspects=data.get("aspects", {}),
        details={key: read_item(value) for key, value in data.get("details", {}).items()},
        plan=[PlanRow(read_item(a), read_item(b), c) for a, b, c in rows],
        since=data.get("since", []),
        inline_labels=data.get("inline_labels", False),
        label_stop=data.get("label_stop", []),
    )


def load_report(report_id: str) -> Report:
    """The report whose words and truth stand in content/<report_id>.toml."""
    data = tomllib.loads((CONTENT / f"{report_id}.toml").read_text(encoding="utf-8"))
    sections = [
        Section(section["name"], [read_project(project) for project in section["project"]])
        for section in data["section"]
    ]
    texts = ("id", "series", "layout", "title", "programme", "running_header")
    return Report(
        **{name: data[name] for name in texts},
        period=data["period"],
        intro=read_items(data["intro"]),
        outro=read_items(data["outro"]),
        labels=data["labels"],
        sections=sections,
        before=data.get("before"),
        columns=data.get("columns", ["Projekt", "Status", "Bemærk især"]),
        lead_headings=data.get("lead_headings", []),
        section_heading=data.get("section_heading", ""),
        overview_heading=data.get("overview_heading", ""),
        after_heading=read_items(data.get("after_heading", [])),
        figures_heading=data.get("figures_heading", ""),
        figures=data.get("figures", []),
    )
