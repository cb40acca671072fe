"""What a promise and a later milestone say beside their words: figures, dates, parties."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from medcom_extract.comparison.models import Target
from medcom_extract.danish.lemmas import lemma
from medcom_extract.report import DayRange, Item, Milestone, Quantity

__all__ = [
    "count_unit",
    "counts_of",
    "due_of",
    "is_ahead",
    "is_cancelled",
    "is_overdue",
    "is_partly",
    "is_reached",
    "is_within",
    "moved_days",
    "target_of",
]

# Kinds of parties that a promise can be kept towards, one after the other.
_PARTIES = frozenset({"region", "municipality", "organisation", "vendor", "system"})


def is_ahead(milestone: Milestone) -> bool:
    """Whether it is promised and not reached: upcoming, or a row that is planned or delayed."""
    if milestone.kind == "plan":
        return milestone.status not in {"achieved", "cancelled"}
    return milestone.kind == "upcoming" and not milestone.negative


def is_reached(milestone: Milestone) -> bool:
    """Whether it is told as reached; "no milestone was reached" is none."""
    if milestone.kind == "plan":
        return milestone.status == "achieved"
    return milestone.kind == "achieved" and not milestone.negative


def is_cancelled(milestone: Milestone) -> bool:
    """Whether a milestone table gives it up."""
    return milestone.kind == "plan" and milestone.status == "cancelled"


def due_of(milestone: Milestone) -> DayRange | None:
    """When it is due, or when it was reached; None where the report has no date for it."""
    return milestone.planned or milestone.due


def moved_days(before: DayRange | None, after: DayRange | None) -> int | None:
    """How far the last day moved; later is positive, None where one has no date."""
    return (after.end - before.end).days if before and after else None


def is_within(before: DayRange, after: DayRange) -> bool:
    """Whether a date only became more exact: "in the second quarter", then "on 15 May"."""
    return before.start <= after.start and after.end <= before.end


def count_unit(quantity: Quantity) -> str | None:
    """The unit of a count as a lemma ("%" too); None for time, money and bare figures."""
    if not quantity.unit:
        return None
    words = quantity.unit.casefold().split()
    unit = " ".join(lemma(word) for word in words)
    measures = _words().measures
    return None if lemma(words[-1]) in measures or words[-1] in measures else unit


def counts_of(item: Item) -> Iterator[tuple[str, Quantity]]:
    """The counts of an item with their unit."""
    for quantity in item.quantities:
        unit = count_unit(quantity)
        if unit is not None:
            yield unit, quantity


def target_of(before: Milestone, after: Milestone) -> Target | None:
    """The first promised figure of which the later milestone counts the same."""
    later = list(counts_of(after))
    for unit, promised in counts_of(before):
        values = [quantity.value for name, quantity in later if name == unit]
        if values:
            nearest = min(values, key=lambda value: (abs(value - promised.value), value))
            return Target(promised=promised.value, reached=nearest, unit=promised.unit)
    return None


def is_partly(before: Milestone, after: Milestone, target: Target | None) -> bool:
    """Whether what is reached is only a part of what was promised.

    It is where the figure falls short, where one of several parties is named, or where it says so.
    """
    if target is not None and target.reached < target.promised:
        return True
    promised, reached = before.text.casefold(), after.text.casefold()
    if any(word in reached and word not in promised for word in _words().partly):
        return True
    kinds: dict[str, tuple[set[str], set[str]]] = {}
    for side, item in enumerate((before, after)):
        for entity in item.entities:
            if entity.id and entity.label in _PARTIES:
                kinds.setdefault(entity.label, (set(), set()))[side].add(entity.id)
    return any(len(one) > 1 and other and other < one for one, other in kinds.values())


def is_overdue(due: DayRange | None, today: date | None) -> bool:
    """Whether its last day is past."""
    return due is not None and today is not None and due.end < today


@dataclass(frozen=True, slots=True)
class _Words:
    measures: frozenset[str]
    partly: tuple[str, ...]


@cache
def _words() -> _Words:
    text = files("medcom_extract.comparison").joinpath("data/promises.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return _Words(frozenset((*table["times"], *table["money"])), tuple(table["partly"]))
