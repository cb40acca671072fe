"""What the walk through the body gathers."""

from dataclasses import dataclass, field

from medcom_extract.parsing.drafts import ProjectDraft, SectionDraft
from medcom_extract.report import Figure, Heading, Legend, Passage, ReportWarning

__all__ = ["Body"]


@dataclass(slots=True)
class Body:
    """What the body holds, on its way into the report."""

    sections: list[SectionDraft] = field(default_factory=list)
    introduction: list[Passage] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    legend: list[Legend] = field(default_factory=list)
    figures: list[tuple[int, Figure]] = field(default_factory=list)
    warnings: list[ReportWarning] = field(default_factory=list)

    @property
    def projects(self) -> list[ProjectDraft]:
        """All projects so far."""
        return [project for section in self.sections for project in section.projects]
