"""What became of a project's promises: each milestone ahead is looked for in the next report."""

from collections.abc import Sequence
from datetime import date

from medcom_extract.comparison.linking import Link, Scale, link_items, squeeze, word_item
from medcom_extract.comparison.models import MilestoneChange, MilestoneKind
from medcom_extract.comparison.promises import (
    due_of,
    is_ahead,
    is_cancelled,
    is_overdue,
    is_partly,
    is_reached,
    is_within,
    moved_days,
    target_of,
)
from medcom_extract.comparison.weighing import Likeness, Rarity
from medcom_extract.report import DayRange, Milestone

__all__ = ["compare_milestones"]

_SCALE = Scale(pair=0.16, merged=0.45)
_OTHER_TRACK = 0.6
# What a figure says of a pair: reached, not reached, promised anew, another promise.
_REACHED, _SHORT, _SAME_FIGURE, _OTHER_FIGURE = 1.25, 0.7, 1.15, 0.6
_SAME_DATE, _NEAR, _ALONE, _DONE = 0.08, 14, 0.04, 0.04
_TOLD_BEFORE = 0.75

_Placed = list[tuple[int, Milestone]]


def compare_milestones(
    before: Sequence[Milestone],
    after: Sequence[Milestone],
    rarity: Rarity,
    today: date | None = None,
) -> tuple[MilestoneChange, ...]:
    """Each promise of the report before in at least one change, then what is new.

    ``today`` is the day from which something lies ahead of the later report; it decides what is
    overdue.
    """
    promises = [(place, item) for place, item in enumerate(before) if is_ahead(item)]
    fresh = _candidates(before, after)
    alone = len(promises) == 1

    def adjust(i: int, j: int, likeness: Likeness) -> float:
        return _adjust(promises[i][1], fresh[j][1], likeness, alone=alone)

    def may_share(i: int, j: int) -> bool:
        return _weigh_figures(promises[i][1], fresh[j][1]) >= 1.0

    links = link_items(
        [item for _, item in promises],
        [item for _, item in fresh],
        rarity,
        _SCALE,
        adjust,
        may_share,
    )
    kept = {link.before for link in links}
    changes = [_describe(promises[link.before], fresh[link.after], link, today) for link in links]
    changes += [
        MilestoneChange(
            kind="dropped",
            before=item,
            before_position=place,
            overdue=is_overdue(due_of(item), today),
        )
        for number, (place, item) in enumerate(promises)
        if number not in kept
    ]
    changes.sort(key=lambda change: (change.before_position or 0, change.after_position or 0))
    linked = {link.after for link in links}
    unlinked = [each for number, each in enumerate(fresh) if number not in linked]
    return (*changes, *_unpromised(before, unlinked, rarity))


def _candidates(before: Sequence[Milestone], after: Sequence[Milestone]) -> _Placed:
    """What a promise may have become: those ahead first, and no achievement told word for word."""
    told = {(item.track, squeeze(item.text)) for item in before if is_reached(item)}
    ahead = [(place, item) for place, item in enumerate(after) if is_ahead(item)]
    others = [
        (place, item)
        for place, item in enumerate(after)
        if is_cancelled(item) or (is_reached(item) and (item.track, squeeze(item.text)) not in told)
    ]
    return ahead + others


def _unpromised(
    before: Sequence[Milestone], unlinked: _Placed, rarity: Rarity
) -> list[MilestoneChange]:
    """New promises, and what was reached without one; what was told before is neither."""
    told = [word_item(item) for item in before if is_reached(item)]
    changes = []
    for place, item in sorted(unlinked, key=lambda each: each[0]):
        kind: MilestoneKind = "new" if is_ahead(item) else "achieved_unannounced"
        if is_cancelled(item):
            continue
        if kind == "achieved_unannounced":
            wording = word_item(item)
            if any(rarity.liken(one, wording).score >= _TOLD_BEFORE for one in told):
                continue
        changes.append(MilestoneChange(kind=kind, after=item, after_position=place))
    return changes


def _adjust(before: Milestone, after: Milestone, likeness: Likeness, *, alone: bool) -> float:
    """The likeness with what figures, dates and tracks say for or against the pair."""
    if not likeness.mass:
        return 0.0
    score = likeness.score
    if before.track and after.track and before.track != after.track:
        score *= _OTHER_TRACK
    score *= _weigh_figures(before, after)
    # Of two that are as like, the promise is the one that is reached; the other is the next step.
    score += _DONE * is_reached(after) + _ALONE * alone
    return score + _weigh_dates(due_of(before), due_of(after))


def _weigh_figures(before: Milestone, after: Milestone) -> float:
    target = target_of(before, after)
    if target is None:
        return 1.0
    if is_reached(after):
        return _REACHED if target.reached >= target.promised else _SHORT
    return _SAME_FIGURE if target.reached == target.promised else _OTHER_FIGURE


def _weigh_dates(before: DayRange | None, after: DayRange | None) -> float:
    days = moved_days(before, after)
    return _SAME_DATE if days is not None and abs(days) <= _NEAR else 0.0


def _describe(
    promise: tuple[int, Milestone], found: tuple[int, Milestone], link: Link, today: date | None
) -> MilestoneChange:
    (place, before), (later_place, after) = promise, found
    one, other = due_of(before), due_of(after)
    kind = _kind(before, after)
    target = target_of(before, after)
    return MilestoneChange(
        kind=kind,
        before=before,
        after=after,
        days=moved_days(one, other),
        similarity=round(min(1.0, link.score), 4),
        words=link.likeness.words,
        partly=kind == "achieved" and is_partly(before, after, target),
        shared=link.shared,
        overdue=kind != "achieved" and is_overdue(other or one, today),
        target=target,
        before_position=place,
        after_position=later_place,
    )


def _kind(before: Milestone, after: Milestone) -> MilestoneKind:
    if is_reached(after):
        return "achieved"
    if is_cancelled(after):
        return "dropped"
    one, other = due_of(before), due_of(after)
    if one is None or other is None or is_within(one, other):
        return "carried_over"
    return "slipped" if other.end > one.end else "advanced"
