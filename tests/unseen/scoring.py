"""How much of a report was read as a careful person reads it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medcom_extract import extract
from medcom_extract.errors import MedcomError
from medcom_extract.report import Project

__all__ = ["FOLDER", "Rate", "files", "measure", "total"]

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Rate:
    """Projects of a file, and how many were read right in all: section, name, light and items."""

    projects: int
    perfect: int
    lights: int

    def __str__(self) -> str:
        return f"{self.perfect} of {self.projects}"


def files() -> list[Path]:
    return sorted((FOLDER / "reports").iterdir())


def measure(path: Path) -> Rate:
    """Read a file and compare it with its truth."""
    truth = json.loads((FOLDER / "truth" / f"{path.stem}.json").read_text(encoding="utf-8"))
    wanted = [(s["name"], p) for s in truth["sections"] for p in s["projects"]]
    try:
        report = extract(path, language=False)
    except MedcomError:
        return Rate(len(wanted), 0, 0)
    found = {_plain(p.name).casefold(): (s.name, p) for s in report.sections for p in s.projects}
    perfect = lights = 0
    for section, project in wanted:
        place, read = found.get(_plain(project["name"]).casefold(), ("", None))
        lit = read is not None and _light(read) == project.get("light")
        right = lit and read is not None and _plain(place) == _plain(section)
        right = right and Counter(_wanted(project)) == Counter(_items(read))
        perfect, lights = perfect + right, lights + lit
    return Rate(len(wanted), perfect, lights)


def total(rates: list[Rate]) -> Rate:
    """The sum of several files."""
    counts = [(rate.projects, rate.perfect, rate.lights) for rate in rates]
    return Rate(*(sum(column) for column in zip(*counts, strict=True)))


def _plain(text: str | None) -> str:
    return " ".join((text or "").replace("\u00ad", "").split())


def _light(project: Project) -> str | None:
    light = project.status.light
    return None if light in ("none", "unknown") else light


def _wanted(project: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield from (("remark", "", _plain(text)) for text in project.get("remarks", []))
    for track in project.get("tracks", []):
        for kind, key in (("risk", "risks"), ("achieved", "achieved"), ("upcoming", "upcoming")):
            for text in track.get(key, []):
                yield (kind, _plain(track.get("name")), _plain(text))
    for row in project.get("milestone_rows", []):
        yield ("plan", "", _plain(row["milepæl"]))


def _items(project: Project | None) -> Iterator[tuple[str, str, str]]:
    if project is None:
        return
    yield from (("remark", "", _plain(one.text)) for one in project.remarks)
    yield from (("risk", _plain(one.track), _plain(one.text)) for one in project.risks)
    yield from ((one.kind, _plain(one.track), _plain(one.text)) for one in project.milestones)
