"""The drift alarm: a report that lacks what its neighbours have was probably read wrong.

A layout that changes from one month to the next loses a column without any error; seen beside the
report before and the report after it shows.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import medcom_extract
from medcom_extract.batch.outcomes import Note, Outcome, Traits

__all__ = ["DRIFT", "UNASSIGNED", "find_drift", "find_traits", "note_unassigned"]

DRIFT = "differs-from-neighbours"
UNASSIGNED = "many-words-unassigned"

_UNASSIGNED_SHARE, _UNASSIGNED_WORDS = 0.05, 30
_ENOUGH, _FEW = 6, 1 / 3
"""Where both neighbours have six or more of something, fewer than a third of that is too few."""
_COMMON = 2
"""A label or a field that a neighbour has once only is no habit of the layout."""
_WORDS = {
    "column": "nothing in the column or field",
    "label": "no label",
    "detail": "no field",
    "light": "no light for",
    "section": "no section",
    "part": "no",
}


def note_unassigned(report: "medcom_extract.Report") -> list[Note]:
    """A warning where many words of the document fit nowhere: more than 30 and one in twenty."""
    account = report.account
    if account is None or account.unassigned <= _UNASSIGNED_WORDS:
        return []
    if account.unassigned <= _UNASSIGNED_SHARE * account.body:
        return []
    return [
        Note(UNASSIGNED, f"{account.unassigned} of {account.body} words fit nowhere in the report.")
    ]


def find_traits(report: "medcom_extract.Report") -> Traits:
    """What a report has, counted."""
    counts = Counter(_list_traits(report))
    start = report.period.start.isoformat() if report.period else ""
    return Traits(_name_series(report), start, dict(sorted(counts.items())))


def _name_series(report: "medcom_extract.Report") -> str:
    """The programme without its number: MedCom13 follows MedCom12."""
    return _plain(re.sub(r"\d+", "", report.programme or ""))


def _list_traits(report: "medcom_extract.Report") -> Iterator[str]:
    if report.period is not None:
        yield "part:period"
    yield from ("part:introduction" for _ in report.introduction)
    for section in report.sections:
        if section.name:
            yield f"section:{_plain(section.name)}"
    for project in report.projects:
        yield "column:projects"
        if project.status.light not in ("none", "unknown"):
            yield "column:status"
        yield from (f"light:{_plain(aspect.name)}" for aspect in project.aspects)
        yield from (f"detail:{_plain(key)}" for key in project.details)
        yield from ("column:risks" for _ in project.risks)
        yield from (f"column:milestones, {item.kind}" for item in project.milestones)
        items = (*project.risks, *project.milestones, *project.remarks)
        yield from (f"label:{_plain(item.label)}" for item in items if item.label)


def _plain(text: str) -> str:
    """The words alone, in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def find_drift(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The same outcomes in the same order, with a warning for what a report lacks.

    Neighbours are the reports of the same series before and after it in time, the two nearest at
    an end of the series; what both have and it has not, or has far less of, is told.
    """
    given = list(outcomes)
    series: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for index, outcome in enumerate(given):
        if outcome.traits is not None:
            traits = outcome.traits
            series[traits.series].append((traits.period, outcome.path, index))
    noted = list(given)
    for entries in series.values():
        order = [index for _, _, index in sorted(entries)]
        for place, index in enumerate(order):
            neighbours = [given[other].traits for other in _neighbours(order, place)]
            noted[index] = _compare(given[index], [each for each in neighbours if each])
    return noted


def _neighbours(order: Sequence[int], place: int) -> Sequence[int]:
    """The one before and the one after; at an end the two nearest; none in a series under three."""
    if len(order) < 3:
        return ()
    if place == 0:
        return order[1:3]
    if place == len(order) - 1:
        return order[-3:-1]
    return (order[place - 1], order[place + 1])


def _compare(outcome: Outcome, neighbours: Sequence[Traits]) -> Outcome:
    kept = [note for note in outcome.warnings if note.code != DRIFT]
    found: list[Note] = []
    if outcome.traits is not None and neighbours:
        found = list(_find_lacks(outcome.traits, neighbours))
    return replace(outcome, warnings=()).with_notes([*kept, *found])


def _find_lacks(own: Traits, neighbours: Sequence[Traits]) -> Iterator[Note]:
    shared = set(neighbours[0].counts).intersection(*(each.counts for each in neighbours))
    for trait in sorted(shared):
        usual = min(each.counts[trait] for each in neighbours)
        have = own.counts.get(trait, 0)
        kind, _, name = trait.partition(":")
        habit = usual >= _COMMON or kind in ("section", "part")
        if have == 0 and habit:
            yield Note(DRIFT, f"It has {_WORDS[kind]} {name!r}, which its neighbours have.")
        elif usual >= _ENOUGH and have < usual * _FEW:
            yield Note(DRIFT, f"It has {have} of {kind} {name!r}; its neighbours have {usual}.")
