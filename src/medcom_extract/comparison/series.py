"""The models of a timeline.  Field names are a public contract: add, never rename.

    Timeline
    ├── reports: TimelineReport         one a period, in order of time, with totals by light
    ├── projects: TimelineProject
    │   ├── lights: LightPoint, run: Run
    │   ├── promises: Promise           made when, due when, what became of it
    │   ├── risks: RiskHistory          first and last appearance
    │   └── counts: CountSeries
    └── warnings

A report is named everywhere by its number in ``reports``, from 0.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from medcom_extract.comparison.models import FigurePoint, ReportReference
from medcom_extract.report import SCHEMA_VERSION, DayRange, Milestone, Model, Risk

__all__ = [
    "Copy",
    "CountPoint",
    "CountSeries",
    "DuePoint",
    "LightPoint",
    "Outcome",
    "Promise",
    "RiskHistory",
    "RiskPoint",
    "Run",
    "Timeline",
    "TimelineProject",
    "TimelineReport",
]

Outcome = Literal["open", "achieved", "dropped", "ended"]


class Copy(Model):
    """Another file of the same report."""

    name: str = Field(description="File name.")
    differences: int = Field(description="Places where it says something else.")


class TimelineReport(ReportReference):
    """A report of the series."""

    lights: dict[str, int] = Field(description="Projects by light.")
    projects: int = Field(description="Number of projects.")
    copies: tuple[Copy, ...] = Field(default=(), description="Further files of the same report.")


class LightPoint(Model):
    """A project's light in one report."""

    report: int = Field(description="Number of the report.")
    light: str = Field(description="As in Status.light, with none and unknown.")
    state: str | None = Field(default=None, description="Life cycle.")
    section: str = Field(description="Its section then.")
    name: str = Field(description="Its name then.")


class Run(Model):
    """The latest light and for how many reports running it has been so."""

    light: str = Field(description="The light in the project's last report.")
    reports: int = Field(description="Number of its reports running with that light.")
    since: int = Field(description="Number of the report where the run began.")


class DuePoint(Model):
    """A promise's date as one report gives it."""

    report: int = Field(description="Number of the report.")
    due: DayRange | None = Field(default=None, description="The date; null where it gives none.")


class Promise(Model):
    """A milestone that was ahead, followed to its end."""

    text: str = Field(description="Its words when it was first made.")
    track: str | None = Field(default=None, description="The sub-project, if any.")
    made: int = Field(description="Number of the report that first had it.")
    due: tuple[DuePoint, ...] = Field(description="Its date, report by report.")
    outcome: Outcome = Field(
        description="open (still ahead in the last report), achieved, dropped (gone, not reached), "
        "or ended (the project left the reports)."
    )
    partly: bool = Field(default=False, description="Whether only a part was reached.")
    settled: int | None = Field(default=None, description="Number of the report that settled it.")
    reached: Milestone | None = Field(default=None, description="The milestone as reached.")
    reached_on: date | None = Field(
        default=None,
        description="Last day of the date that the report gives for it; null where it gives none.",
    )
    on_time: bool | None = Field(
        default=None,
        description="Whether it was reached by the date first promised; false also where it was "
        "dropped, kept in part, or is open although due; null where that cannot be told.",
    )
    moved_days: int = Field(description="How far its last day moved in all; later is positive.")
    latest: Milestone = Field(description="Its words in the last report that had it ahead.")


class RiskPoint(Model):
    """A risk in one report."""

    report: int = Field(description="Number of the report.")
    text: str = Field(description="Its words there.")
    state: str | None = Field(default=None, description="Its state there.")
    change: str = Field(description="What happened to it then, as in RiskChange.kind.")


class RiskHistory(Model):
    """A risk through the reports."""

    first: int = Field(description="Number of the report where it first stands.")
    last: int = Field(description="Number of the report where it last stands.")
    points: tuple[RiskPoint, ...] = Field(description="The risk, report by report.")
    latest: Risk = Field(description="The risk as it last stood.")
    open: bool = Field(description="Whether it stands in the project's last report, unsolved.")


class CountPoint(FigurePoint):
    """A count in one report."""

    report: int = Field(description="Number of the report.")


class CountSeries(Model):
    """A count through the reports."""

    unit: str | None = Field(description="What is counted.")
    points: tuple[CountPoint, ...] = Field(description="The count, report by report.")


class TimelineProject(Model):
    """A project through the reports."""

    key: str = Field(description="The same in every report.")
    name: str = Field(description="Its last name.")
    earlier_names: tuple[str, ...] = Field(default=(), description="Other names, oldest first.")
    lights: tuple[LightPoint, ...] = Field(description="Its light in each of its reports.")
    run: Run = Field(description="Its latest light.")
    promises: tuple[Promise, ...] = Field(description="What it promised.")
    on_time_rate: float | None = Field(
        description="Share of the promises with a known answer that were on time; null where none."
    )
    risks: tuple[RiskHistory, ...] = Field(description="Its risks.")
    counts: tuple[CountSeries, ...] = Field(description="Its counts of two reports or more.")


class Timeline(Model):
    """A series of reports."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Version of this contract.")
    reports: tuple[TimelineReport, ...] = Field(description="In order of time.")
    projects: tuple[TimelineProject, ...] = Field(
        description="In the order of the last report; those that left stand last."
    )
    warnings: tuple[str, ...] = Field(default=(), description="What to look at.")
