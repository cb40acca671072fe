"""Any number of reports as one story per project."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from medcom_extract.comparison.aliases import Aliases, AliasInput, load_aliases
from medcom_extract.comparison.comparing import Pairing, pair_reports
from medcom_extract.comparison.histories import History
from medcom_extract.comparison.matching import match_projects
from medcom_extract.comparison.models import ReportReference
from medcom_extract.comparison.ordering import Edition, order_reports
from medcom_extract.comparison.portraits import Portrait
from medcom_extract.comparison.returning import Absentees
from medcom_extract.comparison.series import Timeline, TimelineReport
from medcom_extract.report import Report

__all__ = ["timeline"]


def timeline(reports: Iterable[Report], *, aliases: AliasInput = None) -> Timeline:
    """The reports of a series, in any order, as one story per project.

    Reports of one period in two formats count once.  A project may be absent from some reports
    and come back.  ``aliases`` is as in ``compare``.
    """
    names = load_aliases(aliases)
    editions, warnings = order_reports(list(reports))
    histories = _follow([edition.report for edition in editions], names)
    last = len(editions) - 1
    told = [history.tell(_ends(editions)) for history in histories]
    # In the order of the last report; those that left, by the last report they stood in.
    places = {history.key: (last - history.last_report, history.order) for history in histories}
    told.sort(key=lambda project: places[project.key])
    return Timeline(
        reports=tuple(map(_refer, editions)), projects=tuple(told), warnings=tuple(warnings)
    )


def _ends(editions: Sequence[Edition]) -> list[date | None]:
    periods = [edition.report.period for edition in editions]
    return [period.end if period else None for period in periods]


def _refer(edition: Edition) -> TimelineReport:
    report = edition.report
    lights = Counter(project.status.light for project in report.projects)
    return TimelineReport(
        **dict(ReportReference.of(report)),
        lights=dict(sorted(lights.items())),
        projects=len(report.projects),
        copies=edition.copies,
    )


def _follow(reports: Sequence[Report], aliases: Aliases) -> list[History]:
    """The history of each project; each report is compared with the one before it."""
    series = _Series(aliases)
    for number, report in enumerate(reports):
        before = reports[number - 1] if number else report.model_copy(update={"sections": ()})
        series.add(number, pair_reports(before, report, aliases))
    return series.histories


class _Series:
    """The histories so far; ``_current`` has those of the last report's projects, by place."""

    def __init__(self, aliases: Aliases):
        self.histories: list[History] = []
        self._aliases = aliases
        self._current: dict[int, int] = {}
        self._absent = Absentees()
        self._keys: set[str] = set()

    def add(self, number: int, pairing: Pairing) -> None:
        """Go on by one report."""
        matched = {match.after: match.before for match in pairing.matches}
        fresh = [place for place in range(len(pairing.after)) if place not in matched]
        staying = set(matched.values())
        back = self._find_absent(fresh, pairing)
        for place, history in self._current.items():
            if place not in staying:
                self._absent.put(history, self.histories[history].portrait)
        following: dict[int, int] = {}
        for place, portrait in enumerate(pairing.after):
            known = self._current[matched[place]] if place in matched else back.get(place)
            history = self._begin(portrait) if known is None else known
            self.histories[history].add(number, place, portrait, pairing)
            following[place] = history
        self._current = following

    def _find_absent(self, fresh: Sequence[int], pairing: Pairing) -> dict[int, int]:
        """Projects that come back after a gap, by their place in the new report."""
        portraits = [pairing.after[place] for place in fresh]
        if self._aliases.same:
            likely = set(self._absent)
        else:
            likely = set[int]().union(
                *(self._absent.find_likely(each, pairing.rarity) for each in portraits)
            )
        absent = sorted(likely)
        found = match_projects(
            [self.histories[number].portrait for number in absent],
            portraits,
            pairing.rarity,
            self._aliases,
        )
        for match in found:
            self._absent.take(absent[match.before])
        return {fresh[match.after]: absent[match.before] for match in found}

    def _begin(self, portrait: Portrait) -> int:
        base = self._aliases.key_of(portrait.folded) or portrait.project.key
        key, number = base, 2
        while key in self._keys:
            key, number = f"{base}-{number}", number + 1
        self._keys.add(key)
        self.histories.append(History(key, portrait))
        return len(self.histories) - 1
