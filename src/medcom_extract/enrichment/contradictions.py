"""Where a report's words contradict its lights or its dates: warnings, never corrections."""

from collections.abc import Iterator
from datetime import date

from medcom_extract.danish.risks import says_delay
from medcom_extract.enrichment.due import eve_of
from medcom_extract.enrichment.facts import text_of
from medcom_extract.report import Milestone, Project, ReportWarning

__all__ = ["find_contradictions"]


def find_contradictions(
    project: Project, period: tuple[date, date] | None
) -> Iterator[ReportWarning]:
    """The contradictions in a project whose language fields are filled.

    Codes: ``green-but-materialised``, ``green-but-delayed``, ``green-but-on-hold``,
    ``upcoming-in-the-past``, ``achieved-in-the-future``.
    """
    if project.status.light == "green":
        yield from _against_green(project)
    if period is not None:
        for milestone in project.milestones:
            yield from _against_date(project, milestone, period)


def _against_green(project: Project) -> Iterator[ReportWarning]:
    materialised = [risk for risk in project.risks if risk.state == "materialised"]
    for risk in materialised:
        words = risk.cues[0].text if risk.cues else risk.text
        yield ReportWarning(
            code="green-but-materialised",
            message=f"{project.name}: the light is green, but a risk has happened: “{words}”.",
            locations=risk.locations,
        )
    if project.state == "on_hold":
        yield ReportWarning(
            code="green-but-on-hold",
            message=f"{project.name}: the light is green, but the project is on hold.",
            locations=project.locations,
        )
        return
    for item in (*project.risks, *project.milestones, *project.remarks):
        delay = says_delay(text_of(item)) if item not in materialised else None
        if delay is not None:
            yield ReportWarning(
                code="green-but-delayed",
                message=f"{project.name}: the light is green, but it says “{delay.text}”.",
                locations=item.locations,
            )


def _against_date(
    project: Project, milestone: Milestone, period: tuple[date, date]
) -> Iterator[ReportWarning]:
    due = milestone.due
    if due is None or milestone.negative:
        return
    if milestone.kind == "upcoming" and due.end < eve_of(period):
        yield ReportWarning(
            code="upcoming-in-the-past",
            message=f"{project.name}: a milestone ahead is dated {due.end}, before the report.",
            locations=milestone.locations,
        )
    if milestone.kind == "achieved" and due.start > period[1]:
        yield ReportWarning(
            code="achieved-in-the-future",
            message=f"{project.name}: a milestone reached is dated {due.start}, after the report.",
            locations=milestone.locations,
        )
