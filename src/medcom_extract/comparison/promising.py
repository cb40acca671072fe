"""The promises of one project, from the report that makes them to the one that settles them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from medcom_extract.comparison.models import MilestoneChange
from medcom_extract.comparison.promises import due_of
from medcom_extract.comparison.series import DuePoint, Outcome, Promise
from medcom_extract.report import Milestone

__all__ = ["PromiseBook"]

_AHEAD = {"slipped", "advanced", "carried_over"}


@dataclass
class _Entry:
    first: Milestone
    latest: Milestone
    due: list[DuePoint]
    outcome: Outcome = "open"
    settled: int | None = None
    reached: Milestone | None = None
    partly: bool = False


@dataclass
class PromiseBook:
    """Promises in the order made; ``_open`` has those still ahead, by place in the last report."""

    entries: list[_Entry] = field(default_factory=list)
    _open: dict[int, _Entry] = field(default_factory=dict)

    def add(self, number: int, changes: Sequence[MilestoneChange]) -> None:
        """Enter what a report says of the promises so far, and its new ones."""
        following: dict[int, _Entry] = {}
        for change in changes:
            entry = None
            if change.before_position is not None:
                entry = self._open.get(change.before_position)
            if change.kind in _AHEAD and change.after is not None:
                self._go_on(number, change.after, change.after_position, entry, following)
            elif change.kind == "new" and change.after is not None:
                self._go_on(number, change.after, change.after_position, None, following)
            elif entry is not None and entry.outcome == "open":
                _settle(entry, number, change)
        # A promise that is kept in part and lives on is still open.
        for entry in following.values():
            entry.outcome, entry.settled = "open", None
        self._open = following

    def _go_on(
        self,
        number: int,
        after: Milestone,
        place: int | None,
        entry: _Entry | None,
        following: dict[int, _Entry],
    ) -> None:
        point = DuePoint(report=number, due=due_of(after))
        if place is None or place in following:
            # Two promises that were merged: the other goes on in this one.
            if entry is not None and entry.due[-1].report != number:
                entry.due.append(point)
            return
        if entry is None or entry in following.values():
            entry = _Entry(first=after, latest=after, due=[point])
            self.entries.append(entry)
        else:
            entry.due.append(point)
            entry.latest = after
        following[place] = entry

    def tell(self, ends: Sequence[date | None], *, gone: bool, last: int) -> tuple[Promise, ...]:
        """The promises as data; ``gone`` where the project stands in no later report."""
        return tuple(_tell(entry, ends, gone=gone, last=last) for entry in self.entries)


def _settle(entry: _Entry, number: int, change: MilestoneChange) -> None:
    entry.outcome = "achieved" if change.kind == "achieved" else "dropped"
    entry.settled = number
    if change.kind == "achieved":
        entry.reached, entry.partly = change.after, change.partly


def _tell(entry: _Entry, ends: Sequence[date | None], *, gone: bool, last: int) -> Promise:
    outcome: Outcome = "ended" if entry.outcome == "open" and gone else entry.outcome
    known = [point.due.end for point in entry.due if point.due]
    reached_on = _reached_on(entry)
    return Promise(
        text=entry.first.text,
        track=entry.first.track,
        made=entry.due[0].report,
        due=tuple(entry.due),
        outcome=outcome,
        partly=entry.partly,
        settled=entry.settled,
        reached=entry.reached,
        reached_on=reached_on,
        on_time=_on_time(entry, outcome, reached_on, ends, last),
        moved_days=(known[-1] - known[0]).days if known else 0,
        latest=entry.latest,
    )


def _reached_on(entry: _Entry) -> date | None:
    due = due_of(entry.reached) if entry.reached else None
    return due.end if due else None


def _on_time(
    entry: _Entry, outcome: Outcome, reached_on: date | None, ends: Sequence[date | None], last: int
) -> bool | None:
    """By the date first promised: a date that moved is no longer the one promised."""
    promised = entry.due[0].due
    if promised is None or outcome == "ended":
        return None
    if outcome == "dropped" or entry.partly:
        return False
    if outcome == "open":
        return False if _is_past(promised.end, ends[last]) else None
    if reached_on is not None:
        return reached_on <= promised.end
    # Reached on an unknown day: after the last report that had it ahead, by the one that tells it.
    if _is_past(promised.end, ends[entry.due[-1].report]):
        return False
    told = ends[entry.settled] if entry.settled is not None else None
    return True if told is not None and told <= promised.end else None


def _is_past(day: date, today: date | None) -> bool:
    return today is not None and day < today
