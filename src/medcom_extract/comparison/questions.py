"""The questions that a steering group asks of a series of reports.

Each answer names the project, the report (by its number in the timeline) and the words.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from pydantic import Field

from medcom_extract.comparison.models import ReportReference
from medcom_extract.comparison.ordering import sort_reports
from medcom_extract.comparison.series import Timeline, TimelineProject
from medcom_extract.errors import InvalidOption
from medcom_extract.report import Model, Report, ReportWarning

__all__ = [
    "Answer",
    "find_contradictions",
    "find_dropped",
    "find_long_runs",
    "find_materialised",
    "find_mentions",
    "find_overdue",
]

_CONTRADICTIONS = ("green-but-", "upcoming-in-the-past", "achieved-in-the-future")


class Answer(Model):
    """One finding."""

    project: str = Field(description="The project's name.")
    key: str | None = Field(default=None, description="The project's key in the timeline.")
    report: str = Field(description="The report: its period in its own words, else its file name.")
    kind: str = Field(description="What was found: run, overdue, dropped, materialised, ...")
    text: str = Field(description="The words it rests on, or a sentence that says it.")
    light: str | None = Field(default=None, description="The light in the report named.")
    reports: int | None = Field(default=None, description="For a run: how many reports.")
    due: date | None = Field(default=None, description="For a promise: the day it was due.")
    days: int | None = Field(default=None, description="For a promise: days past that day.")


def find_long_runs(
    series: Timeline, *, reports: int = 2, lights: Collection[str] = ("red", "yellow")
) -> list[Answer]:
    """Projects of the last report whose light has been one of ``lights`` that many reports running.

    A change among the lights asked for does not break a run: yellow, then red, are two.  Raises
    ``InvalidOption`` for a light that is neither one of the three nor in the series, such as a word
    in another language.
    """
    _check_lights(series, lights)
    answers = []
    for project in _present(series):
        points = []
        for point in reversed(project.lights):
            if point.light not in lights:
                break
            points.append(point)
        if len(points) >= max(1, reports):
            told = ", ".join(
                f"{series.reports[point.report].nickname}: {point.light}"
                for point in reversed(points)
            )
            answers.append(
                _answer(series, project, points[0].report, "run", told, reports=len(points))
            )
    return sorted(answers, key=lambda answer: -(answer.reports or 0))


def _check_lights(series: Timeline, lights: Collection[str]) -> None:
    seen = {point.light for project in series.projects for point in project.lights}
    known = sorted({"green", "yellow", "red"} | seen)
    for light in lights:
        if light not in known:
            step = f"There are {', '.join(known)}."
            raise InvalidOption(f"no project has the light {light!r}", next_step=step)


def find_overdue(series: Timeline, on: date | None = None) -> list[Answer]:
    """Promises still ahead in the last report whose latest date is past on the day ``on``.

    Without ``on`` it is the last day of the last report's period.  Longest overdue first.
    """
    day = on or _last_day(series)
    answers = []
    for project in _present(series) if day else ():
        for promise in project.promises:
            due = promise.due[-1].due
            if promise.outcome == "open" and due and day and due.end < day:
                late = (day - due.end).days
                number = promise.due[-1].report
                found = _answer(series, project, number, "overdue", promise.latest.text)
                answers.append(found.model_copy(update={"due": due.end, "days": late}))
    return sorted(answers, key=lambda answer: -(answer.days or 0))


def find_dropped(series: Timeline) -> list[Answer]:
    """Promises that vanished without being reached, by the report in which they are missing."""
    answers = []
    for project in series.projects:
        for promise in project.promises:
            if promise.outcome == "dropped" and promise.settled is not None:
                due = promise.due[-1].due
                found = _answer(series, project, promise.settled, "dropped", promise.latest.text)
                answers.append(found.model_copy(update={"due": due.end if due else None}))
    return answers


def find_materialised(series: Timeline) -> list[Answer]:
    """Risks told as having happened, by the report that first tells it."""
    answers = []
    for project in series.projects:
        for risk in project.risks:
            point = next((each for each in risk.points if each.state == "materialised"), None)
            if point is not None:
                answers.append(_answer(series, project, point.report, "materialised", point.text))
    return answers


def find_mentions(reports: Sequence[Report], name: str) -> list[Answer]:
    """Everything in the reports that names a party, by any of its aliases, in order of time."""
    answers = []
    for report in sort_reports(reports):
        projects = {project.key: project for project in report.projects}
        for mention in report.mentions(name):
            project = projects[mention.project]
            answers.append(
                Answer(
                    project=project.name,
                    key=project.key,
                    report=ReportReference.of(report).nickname,
                    kind=mention.field,
                    text=mention.item.text,
                    light=project.status.light,
                )
            )
    # A party that is named twice in one paragraph is one finding.
    return list(dict.fromkeys(answers))


def find_contradictions(reports: Sequence[Report]) -> list[Answer]:
    """Where a report's words contradict its lights or dates, as the language stage has noted."""
    return [
        Answer(
            project=name,
            report=ReportReference.of(report).nickname,
            kind=warning.code,
            text=warning.message.removeprefix(f"{name}: "),
        )
        for report in sort_reports(reports)
        for warning in report.warnings
        if warning.code.startswith(_CONTRADICTIONS)
        for name in [_project_of(report, warning)]
    ]


def _project_of(report: Report, warning: ReportWarning) -> str:
    names = [each.name for each in report.projects if warning.message.startswith(f"{each.name}: ")]
    return max(names, key=len, default="")


def _present(series: Timeline) -> Iterator[TimelineProject]:
    last = len(series.reports) - 1
    return (project for project in series.projects if project.lights[-1].report == last)


def _last_day(series: Timeline) -> date | None:
    period = series.reports[-1].period if series.reports else None
    return period.end if period else None


def _answer(
    series: Timeline,
    project: TimelineProject,
    number: int,
    kind: str,
    text: str,
    *,
    reports: int | None = None,
) -> Answer:
    light = next((point.light for point in project.lights if point.report == number), None)
    return Answer(
        project=project.name,
        key=project.key,
        report=series.reports[number].nickname,
        kind=kind,
        text=text,
        light=light,
        reports=reports,
    )
