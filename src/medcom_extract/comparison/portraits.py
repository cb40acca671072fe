"""What a project looks like to the matching: its name, its place, and all that its texts say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from medcom_extract.comparison.aliases import fold_name
from medcom_extract.comparison.linking import word_item
from medcom_extract.comparison.wording import Wording, read_wording
from medcom_extract.danish.names import ids_of
from medcom_extract.report import Item, Project, Report

__all__ = ["Portrait", "items_of", "name_wording", "paint", "spells"]

_LONGEST_NAME = 4
_ACRONYM = re.compile(r"\b[A-ZÆØÅ]{2,6}\b")


@dataclass(frozen=True, slots=True)
class Portrait:
    """A project with what tells it from others; ``order`` is its place in the report, 0 to 1."""

    project: Project
    section: str
    order: float
    folded: str
    name: Wording
    words: Wording


def paint(report: Report) -> list[Portrait]:
    """The portraits of a report's projects, in order."""
    placed = [
        (section.name, project) for section in report.sections for project in section.projects
    ]
    last = max(1, len(placed) - 1)
    return [
        Portrait(
            project=project,
            section=section,
            order=place / last,
            folded=fold_name(project.name),
            name=name_wording(project.name),
            words=_gather([word_item(item) for item in items_of(project)]),
        )
        for place, (section, project) in enumerate(placed)
    ]


def items_of(project: Project) -> list[Item]:
    """Every risk, milestone and remark."""
    return [*project.risks, *project.milestones, *project.remarks]


@lru_cache(maxsize=5_000)
def name_wording(name: str) -> Wording:
    """The concepts of a project's name; an abbreviation and its expansion share their id."""
    words = re.findall(r"[^\W_]+", name)
    windows = {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1)
    }
    ids = {found for window in windows for found in ids_of(window)}
    return read_wording(name, tuple(sorted(ids)))


def spells(name: str, other: str) -> str | None:
    """The abbreviation in one name that the first letters of the other's words spell, if any."""
    for short, long in ((name, other), (other, name)):
        for acronym in _acronyms(short):
            if acronym.casefold() in _initials(long):
                return acronym
    return None


@lru_cache(maxsize=5_000)
def _acronyms(name: str) -> tuple[str, ...]:
    return tuple(_ACRONYM.findall(name))


@lru_cache(maxsize=5_000)
def _initials(name: str) -> str:
    """The first letters of a name, of compounds those of their parts: Fælles StamKort is FSK."""
    words = re.findall(r"[^\W\d_]+", name)
    return "".join(part[0] for word in words for part in _parts(word)).casefold()


def _parts(word: str) -> tuple[str, ...]:
    from medcom_extract.comparison.wording import split_compound

    return split_compound(word.casefold()) or (word,)


def _gather(wordings: Sequence[Wording]) -> Wording:
    weights: dict[str, float] = {}
    words: dict[str, str] = {}
    for wording in wordings:
        for concept, weight in wording.weights.items():
            if weight > weights.get(concept, 0.0):
                weights[concept] = weight
                words[concept] = wording.words[concept]
    return Wording(_fixed(weights), _fixed(words))


def _fixed(table: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(table)
