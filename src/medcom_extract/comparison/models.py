"""The models of a comparison.  Field names are a public contract: add, never rename.

Comparison
├── before, after: ReportReference
├── projects: ProjectChange
│   ├── light: LightChange, link: ProjectLink          why it is the same project
│   ├── milestones: MilestoneChange, risks: RiskChange
│   └── figures: FigureChange
├── summary: Summary
└── warnings
"""

from typing import Literal

from pydantic import Field

from medcom_extract.report import SCHEMA_VERSION, Milestone, Model, Period, Report, Risk

__all__ = [
    "Comparison",
    "DiffPart",
    "Direction",
    "FigureChange",
    "FigurePoint",
    "LightChange",
    "MilestoneChange",
    "MilestoneKind",
    "ProjectChange",
    "ProjectLink",
    "ReportReference",
    "RiskChange",
    "RiskKind",
    "Summary",
    "Target",
]

Direction = Literal["improved", "worsened", "unchanged", "unranked"]
MilestoneKind = Literal[
    "achieved", "slipped", "advanced", "carried_over", "dropped", "new", "achieved_unannounced"
]
RiskKind = Literal["new", "gone", "unchanged", "reworded", "materialised", "mitigated"]


class ReportReference(Model):
    """A report, by what it says of itself."""

    name: str = Field(description="File name without its folder.")
    title: str | None = Field(default=None, description="The report's title.")
    programme: str | None = Field(default=None, description="The programme, such as MedCom13.")
    period: Period | None = Field(default=None, description="The period reported on.")

    @property
    def nickname(self) -> str:
        """As people call it: its period in the document's words, else its file name."""
        return self.period.text if self.period else self.name

    @classmethod
    def of(cls, report: Report) -> "ReportReference":
        """The reference to a report."""
        return cls(
            name=report.source.name,
            title=report.title,
            programme=report.programme,
            period=report.period,
        )


class LightChange(Model):
    """The light before and after."""

    before: str | None = Field(
        description="The light before; null where the cell held no mark or there was no project."
    )
    after: str | None = Field(description="The light after; null as above.")
    direction: Direction = Field(
        description="improved, worsened, unchanged, or unranked: one of the two is no light, an "
        "unknown mark or a colour without a rank, so nothing is said of better or worse."
    )


class ProjectLink(Model):
    """Why two rows are held to be the same project."""

    confidence: float = Field(description="0 to 1.", ge=0, le=1)
    evidence: tuple[str, ...] = Field(description="What speaks for it, weightiest first.")


class Target(Model):
    """A promised figure and what became of it."""

    promised: float = Field(description="The figure promised.")
    reached: float = Field(description="The figure that the later report gives.")
    unit: str | None = Field(default=None, description="What is counted.")


class MilestoneChange(Model):
    """What became of a promise, or where a milestone came from."""

    kind: MilestoneKind = Field(
        description="achieved (was ahead, is reached), slipped or advanced (the date moved), "
        "carried_over (still ahead, date not moved), dropped (was ahead, is gone), new, "
        "achieved_unannounced (reached, never promised)."
    )
    before: Milestone | None = Field(default=None, description="The promise in the report before.")
    after: Milestone | None = Field(default=None, description="The milestone in the report after.")
    days: int | None = Field(
        default=None,
        description="How far the last day moved, later is positive; for an achieved milestone, how "
        "late it was reached; null where a date is missing.",
    )
    similarity: float | None = Field(default=None, description="0 to 1; null without a partner.")
    words: tuple[str, ...] = Field(default=(), description="Words of `after` that carry the link.")
    partly: bool = Field(default=False, description="Whether only a part of it is reached.")
    shared: bool = Field(
        default=False, description="Whether one of the two takes part in another link as well."
    )
    overdue: bool = Field(
        default=False, description="Not reached although its date is past in the later report."
    )
    target: Target | None = Field(default=None, description="The figure promised, where one is.")
    before_position: int | None = Field(
        default=None, description="Place in the milestones of the project before, from 0."
    )
    after_position: int | None = Field(
        default=None, description="Place in the milestones of the project after, from 0."
    )


class DiffPart(Model):
    """A run of words that stayed, came or went."""

    op: Literal["same", "removed", "added"] = Field(description="What became of the words.")
    text: str = Field(description="The words.")


class RiskChange(Model):
    """What became of a risk, or where it came from."""

    kind: RiskKind = Field(
        description="new, gone, unchanged (word for word), reworded, materialised (it happened "
        "since), mitigated (dealt with since)."
    )
    before: Risk | None = Field(default=None, description="The risk in the report before.")
    after: Risk | None = Field(default=None, description="The risk in the report after.")
    similarity: float | None = Field(default=None, description="0 to 1; null without a partner.")
    words: tuple[str, ...] = Field(default=(), description="Words of `after` that carry the link.")
    shared: bool = Field(
        default=False, description="Whether risks were merged or split: a partner has other links."
    )
    diff: tuple[DiffPart, ...] = Field(
        default=(), description="Word by word from before to after; empty where nothing changed."
    )
    before_position: int | None = Field(
        default=None, description="Place in the risks of the project before, from 0."
    )
    after_position: int | None = Field(
        default=None, description="Place in the risks of the project after, from 0."
    )


class FigurePoint(Model):
    """A count as one report gives it."""

    text: str = Field(description="The figure as written.")
    value: float = Field(description="The figure.")
    context: str = Field(description="The clause that it stands in.")


class FigureChange(Model):
    """A count that both reports give of the same thing."""

    unit: str | None = Field(description="What is counted.")
    before: FigurePoint = Field(description="The count before.")
    after: FigurePoint = Field(description="The count after.")
    change: float = Field(description="After less before.")


class ProjectChange(Model):
    """A project in two reports."""

    key: str = Field(description="The project's key in the report before; if added, after.")
    name: str = Field(description="Its name after; if removed, before.")
    change: Literal["added", "removed", "changed", "unchanged"] = Field(
        description="unchanged where name, section, light, state and every item stayed."
    )
    section: str | None = Field(default=None, description="Its section after; if removed, before.")
    renamed_from: str | None = Field(default=None, description="Its name before, if another.")
    moved_from: str | None = Field(default=None, description="Its section before, if another.")
    merged_from: tuple[str, ...] = Field(
        default=(), description="Names of removed projects that seem to have gone into this one."
    )
    merged_into: str | None = Field(
        default=None, description="For a removed project, the project it seems to live on in."
    )
    split_from: str | None = Field(
        default=None, description="For an added project, the project it seems to come out of."
    )
    light: LightChange = Field(description="Its light before and after.")
    state_before: str | None = Field(default=None, description="Life cycle before.")
    state_after: str | None = Field(default=None, description="Life cycle after.")
    link: ProjectLink | None = Field(
        default=None, description="Why it is the same project; null if added or removed."
    )
    milestones: tuple[MilestoneChange, ...] = Field(default=(), description="Promises.")
    risks: tuple[RiskChange, ...] = Field(default=(), description="Risks.")
    figures: tuple[FigureChange, ...] = Field(default=(), description="Counts in both reports.")


class Summary(Model):
    """Counts over all projects."""

    projects: dict[str, int] = Field(description="By change, with renamed and moved.")
    lights: dict[str, int] = Field(description="Projects in both reports, by direction.")
    milestones: dict[str, int] = Field(description="By kind, projects in both reports.")
    risks: dict[str, int] = Field(description="By kind, projects in both reports.")
    lights_before: dict[str, int] = Field(description="Projects before, by light.")
    lights_after: dict[str, int] = Field(description="Projects after, by light.")


class Comparison(Model):
    """What changed from one report to the next."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Version of this contract.")
    before: ReportReference = Field(description="The earlier report.")
    after: ReportReference = Field(description="The later report.")
    projects: tuple[ProjectChange, ...] = Field(
        description="In the order of the report after; removed ones stand last."
    )
    summary: Summary = Field(description="Counts.")
    warnings: tuple[str, ...] = Field(default=(), description="What to look at.")
