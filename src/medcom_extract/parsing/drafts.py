"""Projects and sections in the making."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from medcom_extract.document import Location
from medcom_extract.parsing.content import Entry
from medcom_extract.parsing.keys import key_of
from medcom_extract.parsing.lights import Light
from medcom_extract.report import (
    Aspect,
    Heading,
    Milestone,
    Passage,
    Project,
    Remark,
    ReportWarning,
    Risk,
    Section,
    Status,
)
from medcom_extract.vocabulary import normalise

__all__ = [
    "ProjectDraft",
    "SectionDraft",
    "add_aspect",
    "add_entries",
    "name_key",
    "set_light",
]


def name_key(name: str) -> str:
    """What two spellings of one project's name share: a leading number does not count."""
    words = normalise(name).split()
    while len(words) > 1 and words[0].isdigit():
        words = words[1:]
    return " ".join(words)


@dataclass(slots=True)
class ProjectDraft:
    """A project, filled bit by bit.  ``status`` is None until something is read about it.

    ``open_milestones`` are those whose label does not say whether they are reached.
    """

    name: str
    locations: tuple[Location, ...] = ()
    status: Status | None = None
    remarks: list[Remark] = field(default_factory=list)
    risks: list[Risk] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    aspects: list[Aspect] = field(default_factory=list)
    details: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[Location, ...]] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    open_milestones: list[Milestone] = field(default_factory=list)
    warnings: list[ReportWarning] = field(default_factory=list)

    @property
    def lit(self) -> bool:
        """Whether a light, known or not, was seen."""
        return self.status is not None and self.status.light != "none"

    @property
    def substantial(self) -> bool:
        """Whether there is a light, a risk or a milestone."""
        return self.lit or bool(self.risks or self.milestones or self.aspects)

    def add_detail(self, key: str, text: str, places: tuple[Location, ...]) -> None:
        """Add a key-value field; a key that comes again goes on in the same field."""
        if not text:
            return
        known = self.details.get(key)
        if known == text:
            return
        self.details[key] = f"{known} {text}" if known else text
        self.places[key] = self.places.get(key, ()) + places

    def build(self, taken: set[str]) -> Project:
        """The finished project, with a key of its own."""
        key = key_of(self.name, taken)
        taken.add(key)
        return Project(
            key=key,
            name=self.name,
            status=self.status or Status(light="none", locations=self.locations),
            remarks=tuple(self.remarks),
            risks=tuple(self.risks),
            milestones=tuple(self.milestones),
            aspects=tuple(self.aspects),
            details=dict(self.details),
            details_locations=dict(self.places),
            headings=tuple(self.headings),
            locations=self.locations,
        )


@dataclass(slots=True)
class SectionDraft:
    """A section, filled bit by bit."""

    name: str
    locations: tuple[Location, ...] = ()
    projects: list[ProjectDraft] = field(default_factory=list)
    introduction: list[Passage] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)

    def build(self, taken: set[str]) -> Section:
        """The finished section."""
        return Section(
            name=self.name,
            projects=tuple(project.build(taken) for project in self.projects),
            introduction=tuple(self.introduction),
            closing=tuple(self.closing),
            locations=self.locations,
        )


def add_entries(project: ProjectDraft, entries: Iterable[Entry]) -> None:
    """Put entries where they belong, in order."""
    for entry in entries:
        shared = {
            "text": entry.text, "label": entry.label, "track": entry.track,
            "locations": entry.locations,
        }  # fmt: skip
        if entry.kind == "risk":
            project.risks.append(Risk.model_validate(shared))
        elif entry.kind == "remark":
            project.remarks.append(Remark.model_validate(shared))
        else:
            kind = "upcoming" if entry.kind == "plan" else entry.kind
            milestone = Milestone.model_validate({**shared, "kind": kind})
            project.milestones.append(milestone)
            if entry.kind == "plan":
                project.open_milestones.append(milestone)


def set_light(project: ProjectDraft, light: Light, *, where: str = "") -> None:
    """Give a project its overall light; a second one that differs is warned of and not taken.

    Further lights in the same cell are kept as aspects named Status, a former one under its name.
    """
    _note(project, light.warnings)
    further = [("Status", other) for other in light.others]
    for name, other in [*further, *([light.former] if light.former else [])]:
        values = other.model_dump(exclude={"locations"})
        project.aspects.append(Aspect(name=name, locations=other.locations, **values))
    known = project.status.text if project.status is not None else None
    told = light.status.light not in ("none", "unknown")
    if project.status is None or not project.lit or (project.status.light == "unknown" and told):
        project.status = light.status
        _keep_words(project, known)
        return
    _keep_words(project, light.status.text)
    if told and light.status.light != project.status.light:
        message = f"{project.name}: the light is {project.status.light}, but {light.status.light}"
        place = f" {where}" if where else " in another place"
        project.warnings.append(
            ReportWarning(
                code="lights-disagree",
                message=f"{message}{place}.",
                locations=light.status.locations,
            )
        )


def _keep_words(project: ProjectDraft, words: str | None) -> None:
    """Words beside a light that was passed over stay with the one that is kept."""
    status = project.status
    if status is None or not words or words == status.text:
        return
    text = f"{status.text} {words}" if status.text else words
    project.status = status.model_copy(update={"text": text})


def _note(project: ProjectDraft, warnings: Iterable[ReportWarning]) -> None:
    for warning in warnings:
        message = f"{project.name}: {warning.message}"
        project.warnings.append(warning.model_copy(update={"message": message}))


def add_aspect(project: ProjectDraft, name: str, light: Light) -> None:
    """Add a further, named light."""
    _note(project, light.warnings)
    values = light.status.model_dump(exclude={"locations"})
    project.aspects.append(Aspect(name=name, locations=light.status.locations, **values))
