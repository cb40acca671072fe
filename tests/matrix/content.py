"""What a drawn report says: words of the sample reports, put together anew for each seed.

Names, sections and sentences are drawn from ``samples/content``; figures, regions and months
change with the seed, so that no two documents say the same.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

SAMPLES = Path(__file__).parents[2] / "samples" / "content"
FIELDS = ("risks", "achieved", "upcoming")
_FACT = re.compile(r"\{@?([^{}|@]+)(?:\|[^{}]*)?\}")
_SIGN = re.compile(r"^(?:- |M! |S! |\?! )+")
_FIGURE = re.compile(r"(?<![\w.,-])\d{2}(?= [a-zæøå]{4})")
_REGION = re.compile(r"\bRegion (?:Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden)\b")
_REGIONS = ("Nordjylland", "Midtjylland", "Syddanmark", "Sjælland", "Hovedstaden")
_MONTH = re.compile(r"\b(?:januar|februar|april|juni|august|oktober|december)\b")
_MONTHS = ("januar", "februar", "april", "juni", "august", "oktober", "december")


@dataclass(frozen=True)
class Track:
    name: str | None = None
    risks: tuple[str, ...] = ()
    achieved: tuple[str, ...] = ()
    upcoming: tuple[str, ...] = ()

    def items(self, kind: str) -> tuple[str, ...]:
        return {"risks": self.risks, "achieved": self.achieved, "upcoming": self.upcoming}[kind]


@dataclass(frozen=True)
class Project:
    """``light`` is None where the cell is left empty; ``ratings`` stand beside the risks."""

    name: str
    light: str | None
    remarks: tuple[str, ...] = ()
    tracks: tuple[Track, ...] = (Track(),)
    ratings: tuple[tuple[str, str], ...] = ()
    details: dict[str, str] = field(default_factory=dict)
    plan: tuple[tuple[str, str, str], ...] = ()
    aspects: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    name: str
    projects: tuple[Project, ...]


@dataclass(frozen=True)
class Report:
    title: str
    period: str
    intro: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def projects(self) -> list[Project]:
        return [project for section in self.sections for project in section.projects]


@dataclass(frozen=True)
class Stock:
    """The words to draw from."""

    names: tuple[str, ...]
    sections: tuple[str, ...]
    intro: tuple[str, ...]
    remarks: tuple[str, ...]
    risks: tuple[str, ...]
    achieved: tuple[str, ...]
    upcoming: tuple[str, ...]
    details: dict[str, tuple[str, ...]]
    plan: tuple[tuple[str, str], ...]
    tracks: tuple[str, ...] = ("Kvitteringer", "Adressering", "Spor A", "Måledata", "Visning")


@cache
def load_stock() -> Stock:
    """All words of the sample reports, each once, in the order of the files."""
    files = [tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted(SAMPLES.glob("*.toml"))]
    sections = [section for file in files for section in file["section"]]
    projects = [project for section in sections for project in section["project"]]
    tracks = [track for project in projects for track in (project, *project.get("track", []))]
    details: dict[str, list[str]] = {}
    for project in projects:
        for key, value in project.get("details", {}).items():
            details.setdefault(key, []).append(plain(value))
    rows = [line.split(" | ") for project in projects for line in project.get("plan", [])]
    return Stock(
        names=_once(project["name"] for project in projects),
        sections=_once(section["name"] for section in sections),
        intro=_once(text for file in files for text in file["intro"] if "https:" not in text),
        remarks=_once(text for project in projects for text in project.get("remarks", [])),
        risks=_items(tracks, "risks"),
        achieved=_items(tracks, "achieved"),
        upcoming=_items(tracks, "upcoming"),
        details={key: _once(values) for key, values in details.items()},
        plan=tuple((plain(row[0]), plain(row[1])) for row in rows),
    )


def plain(text: str) -> str:
    """The words of a line of content, its markup taken off."""
    return _SIGN.sub("", _FACT.sub(r"\1", text.split(" | ", maxsplit=1)[0])).strip()


def _once(texts: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(text) for text in texts))


def _items(tracks: list[dict[str, Any]], kind: str) -> tuple[str, ...]:
    """Items that can stand alone: no list items, and no lines that open a list."""
    found = _once(text for track in tracks for text in track.get(kind, []))
    return tuple(text for text in found if not text[0].islower() and not text.endswith(":"))


def vary(text: str, chance: Random) -> str:
    """The same sentence with other figures, regions and months."""
    text = _FIGURE.sub(lambda _: str(chance.randint(11, 97)), text)
    text = _REGION.sub(lambda _: f"Region {chance.choice(_REGIONS)}", text)
    return _MONTH.sub(lambda _: chance.choice(_MONTHS), text)


TITLES = (
    "MedCom13 – overblik over projektstatus", "MedCom14 – projektstatus til styregruppen",
    "Statusrapport for MedCom12", "MedCom13-projektmonitorering – status på projekterne",
)  # fmt: skip
PERIODS = ("Juni 2024", "Marts 2026", "3. kvartal 2025", "1. halvår 2023", "December 2027")


def make_report(seed: int, projects: int = 9) -> Report:
    """A report of two to four sections; the same for the same seed."""
    chance = Random(seed)
    stock = load_stock()
    names = chance.sample(stock.names, projects)
    sections = chance.sample(stock.sections, 3 if projects > 5 else 2)
    cuts = sorted(chance.sample(range(1, projects), len(sections) - 1))
    bounds = [0, *cuts, projects]
    made = [make_project(name, chance) for name in names]
    return Report(
        title=chance.choice(TITLES),
        period=chance.choice(PERIODS),
        intro=tuple(chance.sample(stock.intro, 2)),
        sections=tuple(
            Section(name, tuple(made[bounds[at] : bounds[at + 1]]))
            for at, name in enumerate(sections)
        ),
    )


def make_project(name: str, chance: Random) -> Project:
    """A project; one in fifteen has no light and no more than a remark."""
    stock = load_stock()
    if chance.random() < 1 / 15:
        return Project(name, None, tuple(_draw(stock.remarks, 1, chance)))
    light = chance.choice(("green", "green", "green", "yellow", "yellow", "red"))
    track = make_track(None, chance)
    remarks = tuple(_draw(stock.remarks, 1, chance)) if chance.random() < 0.1 else ()
    levels = ("lav", "middel", "høj")
    return Project(
        name=name,
        light=light,
        remarks=remarks,
        tracks=(track,),
        ratings=tuple((chance.choice(levels), chance.choice(levels)) for _ in track.risks),
        details={key: vary(chance.choice(values), chance) for key, values in stock.details.items()},
        plan=tuple(
            (vary(text, chance), vary(when, chance), chance.choice(("Planlagt", "Opnået")))
            for text, when in chance.sample(stock.plan, 3)
        ),
        aspects={
            key: chance.choice(("green", "yellow", "red"))
            for key in ("Tidsplan", "Økonomi", "Gevinster")
        },
    )


def make_track(name: str | None, chance: Random) -> Track:
    stock = load_stock()
    return Track(
        name,
        tuple(_draw(stock.risks, chance.choice((1, 1, 1, 2, 2, 3)), chance)),
        tuple(_draw(stock.achieved, chance.choice((1, 1, 2)), chance)),
        tuple(_draw(stock.upcoming, chance.choice((1, 1, 2, 3)), chance)),
    )


def _draw(texts: tuple[str, ...], count: int, chance: Random) -> list[str]:
    return [vary(text, chance) for text in chance.sample(texts, count)]
