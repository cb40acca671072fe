"""The history of one project while reports are added, and its telling at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from medcom_extract.comparison.comparing import Pairing
from medcom_extract.comparison.figures import Count, list_counts, pair_counts
from medcom_extract.comparison.milestones import compare_milestones
from medcom_extract.comparison.portraits import Portrait
from medcom_extract.comparison.promising import PromiseBook
from medcom_extract.comparison.risks import compare_risks
from medcom_extract.comparison.series import (
    CountPoint,
    CountSeries,
    LightPoint,
    RiskHistory,
    RiskPoint,
    Run,
    TimelineProject,
)
from medcom_extract.comparison.weighing import Rarity
from medcom_extract.report import Risk

__all__ = ["History"]


@dataclass
class _RiskBook:
    points: list[RiskPoint]
    latest: Risk


@dataclass
class History:
    """A project's story so far; ``portrait`` is how it last looked."""

    key: str
    portrait: Portrait
    last_report: int = -1
    order: int = 0
    lights: list[LightPoint] = field(default_factory=list)
    book: PromiseBook = field(default_factory=PromiseBook)
    risks: list[_RiskBook] = field(default_factory=list)
    counts: list[tuple[Count, list[CountPoint]]] = field(default_factory=list)
    _risk_places: dict[int, _RiskBook] = field(default_factory=dict)
    _count_places: dict[int, int] = field(default_factory=dict)

    def add(self, number: int, place: int, portrait: Portrait, pairing: Pairing) -> None:
        """Go on by the project's next report."""
        project, before = portrait.project, self.portrait.project
        first = not self.lights
        self.lights.append(
            LightPoint(
                report=number,
                light=project.status.light,
                state=project.state,
                section=portrait.section,
                name=project.name,
            )
        )
        inside = pairing.rarity.within(self.portrait.name, portrait.name)
        milestones = () if first else before.milestones
        changes = compare_milestones(milestones, project.milestones, inside, pairing.today)
        self.book.add(number, changes)
        self._add_risks(number, () if first else before.risks, project.risks, inside)
        self._add_counts(number, portrait, inside, first=first)
        self.portrait, self.last_report, self.order = portrait, number, place

    def _add_risks(
        self, number: int, before: Sequence[Risk], after: Sequence[Risk], rarity: Rarity
    ) -> None:
        places: dict[int, _RiskBook] = {}
        for change in compare_risks(before, after, rarity, diffs=False):
            risk, place = change.after, change.after_position
            if risk is None or place is None:
                continue
            old = self._risk_places.get(
                -1 if change.before_position is None else change.before_position
            )
            book = places.get(place) or old
            if book is None:
                book = _RiskBook([], risk)
                self.risks.append(book)
            if not book.points or book.points[-1].report != number:
                book.points.append(
                    RiskPoint(report=number, text=risk.text, state=risk.state, change=change.kind)
                )
                book.latest = risk
            places.setdefault(place, book)
        self._risk_places = places

    def _add_counts(self, number: int, portrait: Portrait, rarity: Rarity, *, first: bool) -> None:
        counts = list_counts(portrait.project)
        earlier = [] if first else [self.counts[i][0] for i in self._count_places.values()]
        homes = list(self._count_places.values())
        pairs = {j: homes[i] for i, j in pair_counts(earlier, counts, rarity)}
        places: dict[int, int] = {}
        for place, count in enumerate(counts):
            point = CountPoint(report=number, **dict(count.point))
            home = pairs.get(place)
            if home is None:
                self.counts.append((count, [point]))
                home = len(self.counts) - 1
            else:
                self.counts[home][1].append(point)
                self.counts[home] = (count, self.counts[home][1])
            places[place] = home
        self._count_places = places

    def tell(self, ends: Sequence[date | None]) -> TimelineProject:
        """The story as data; ``ends`` has the last day of each report's period."""
        names = dict.fromkeys(point.name for point in self.lights)
        name = self.lights[-1].name
        gone = self.last_report < len(ends) - 1
        promises = self.book.tell(ends, gone=gone, last=self.last_report)
        answers = [each.on_time for each in promises if each.on_time is not None]
        return TimelineProject(
            key=self.key,
            name=name,
            earlier_names=tuple(each for each in names if each != name),
            lights=tuple(self.lights),
            run=self._run(),
            promises=promises,
            on_time_rate=round(sum(answers) / len(answers), 4) if answers else None,
            risks=tuple(self._tell_risk(book) for book in self.risks),
            counts=tuple(
                CountSeries(unit=count.written_unit, points=tuple(points))
                for count, points in self.counts
                if len(points) > 1
            ),
        )

    def _run(self) -> Run:
        light, since, reports = self.lights[-1].light, self.last_report, 0
        for point in reversed(self.lights):
            if point.light != light:
                break
            since, reports = point.report, reports + 1
        return Run(light=light, reports=reports, since=since)

    def _tell_risk(self, book: _RiskBook) -> RiskHistory:
        last = book.points[-1].report
        return RiskHistory(
            first=book.points[0].report,
            last=last,
            points=tuple(book.points),
            latest=book.latest,
            open=last == self.last_report and book.latest.state != "mitigated",
        )
