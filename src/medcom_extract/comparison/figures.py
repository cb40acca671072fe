"""Counts that speak of the same thing in two reports: "86 kommuner er i drift", "91 kommuner"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from medcom_extract.comparison.assignment import assign
from medcom_extract.comparison.models import FigureChange, FigurePoint
from medcom_extract.comparison.promises import counts_of, is_reached
from medcom_extract.comparison.weighing import Rarity
from medcom_extract.comparison.wording import Wording, read_wording
from medcom_extract.report import Item, Project

__all__ = ["Count", "compare_figures", "list_counts", "pair_counts"]

# Where a clause ends; a comma within a figure has digits on both sides.
_CLAUSE_END = re.compile(r"[.;:!?](?=\s)|,(?!\d)|\s+og\s+(?=\d)|\s+and\s+(?=\d)")
_PAIR, _ONLY_ONE, _BARE = 0.25, 0.20, 0.3


@dataclass(frozen=True, slots=True)
class Count:
    """A count with the clause that says what is counted, and that clause's concepts."""

    unit: str
    written_unit: str | None
    point: FigurePoint
    wording: Wording


def list_counts(project: Project) -> list[Count]:
    """What a project counts as reached: figures of achieved milestones and of remarks."""
    items: list[Item] = [item for item in project.milestones if is_reached(item)]
    return [count for item in (*items, *project.remarks) for count in _counts(item)]


def compare_figures(before: Project, after: Project, rarity: Rarity) -> tuple[FigureChange, ...]:
    """The counts of both reports that speak of the same thing, in the later report's order."""
    one, other = list_counts(before), list_counts(after)
    changes = [
        (
            j,
            FigureChange(
                unit=other[j].written_unit,
                before=one[i].point,
                after=other[j].point,
                change=round(other[j].point.value - one[i].point.value, 6),
            ),
        )
        for i, j in pair_counts(one, other, rarity)
    ]
    return tuple(change for _, change in sorted(changes, key=lambda each: each[0]))


def pair_counts(before: list[Count], after: list[Count], rarity: Rarity) -> list[tuple[int, int]]:
    """Pairs of places; only the same unit is paired, and by what the clauses share beside it."""
    alone = {
        unit
        for unit in {count.unit for count in before}
        if sum(count.unit == unit for count in before) == 1
        and sum(count.unit == unit for count in after) == 1
    }
    gains = [
        [
            _weigh(one, other, rarity, alone=one.unit in alone) if one.unit == other.unit else 0.0
            for other in after
        ]
        for one in before
    ]
    return assign(gains)


def _weigh(one: Count, other: Count, rarity: Rarity, *, alone: bool) -> float:
    """What the pair is worth; 0 or less where nothing says that the same is counted."""
    score = rarity.liken(one.wording, other.wording).score - _PAIR
    if not alone:
        return score
    # "91 kommuner." says no more than its unit, and there is only one such count.
    bare = min(rarity.weigh(each.wording) for each in (one, other)) <= _BARE
    return score + (_PAIR + _ONLY_ONE if bare else _ONLY_ONE)


def _counts(item: Item) -> Iterator[Count]:
    for unit, quantity in counts_of(item):
        clause = _clause_around(item.text, quantity.span.start if quantity.span else 0)
        yield Count(
            unit,
            quantity.unit,
            FigurePoint(text=quantity.text, value=quantity.value, context=clause),
            # The figure itself is what may differ, and its unit is compared apart.
            _leave_out(read_wording(clause), read_wording(quantity.text)),
        )


def _clause_around(text: str, place: int) -> str:
    start, end = 0, len(text)
    for match in _CLAUSE_END.finditer(text):
        if match.end() <= place:
            start = match.end()
        elif match.start() >= place:
            end = match.start()
            break
    return text[start:end].strip()


def _leave_out(clause: Wording, figure: Wording) -> Wording:
    weights = {c: weight for c, weight in clause.weights.items() if c not in figure.weights}
    return Wording(weights, clause.words)
