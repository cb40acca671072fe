"""A report as Markdown: what a person reads in a terminal or pastes in a mail.

A summary, then what needs attention, then every project of every section, one line an item.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from medcom_extract.document import Location
from medcom_extract.output.lights import rank_light, show_light, symbol_of
from medcom_extract.output.markup import escape, escape_block, format_listing
from medcom_extract.report import DayRange, Item, Milestone, Project, Report, Risk, Section

__all__ = ["format_report", "list_places"]

_MILESTONES = {"achieved": "Reached", "upcoming": "Ahead", "plan": "Plan"}
_STATES = {"on_hold": "on hold", "completed": "completed", "clarification": "under clarification"}
_NEEDS_ATTENTION = rank_light("yellow")
_LONGEST_RISK = 160


def format_report(report: Report) -> str:
    """The report as one Markdown page, ending in a line feed."""
    parts = [
        _head(report),
        _attention(report),
        *(_section(section) for section in report.sections),
        format_listing(
            "Legend", (f"{show_light(each.light)}: {escape(each.text)}" for each in report.legend)
        ),
        format_listing("Figures", (escape_block(figure.caption) for figure in report.figures)),
        format_listing("Links", (_link(link.text, link.url) for link in report.links)),
        format_listing(
            "Words that fit nowhere", (escape_block(each.text) for each in report.unassigned)
        ),
        format_listing(
            "Warnings",
            (escape_block(each.message) + list_places(each.locations) for each in report.warnings),
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def list_places(locations: Iterable[Location]) -> str:
    """The pages of some places as `` (page 3)``; empty where there are none, as in Word."""
    pages = sorted({place.page for place in locations if place.page is not None})
    if not pages:
        return ""
    return f" (page{'' if len(pages) == 1 else 's'} {', '.join(map(str, pages))})"


def _head(report: Report) -> str:
    facts = [
        f"**{escape(report.period.text)}**" if report.period else None,
        _programme(report),
        f"from {escape(report.source.name)}",
    ]
    title = report.title or "Status report"
    return "\n\n".join(
        [f"# {escape(title)}", " · ".join(filter(None, facts)), _summary(report.projects)]
    )


def _programme(report: Report) -> str | None:
    years = report.programme_years
    name = report.programme and escape(report.programme)
    return f"{name} {years.start}–{years.end}" if name and years else name


def _summary(projects: list[Project]) -> str:
    counts = Counter(project.status.light for project in projects)
    lights = sorted(counts, key=rank_light)
    total = f"{len(projects)} project{'' if len(projects) == 1 else 's'}"
    if not lights:
        return f"{total}."
    shown = " · ".join(
        f"{symbol_of(light)} {counts[light]} {_count_word(light)}" for light in lights
    )
    return f"{total}: {shown}"


def _count_word(light: str) -> str:
    return {"none": "without a light", "unknown": "not understood"}.get(light, light)


def _attention(report: Report) -> str:
    waiting = [
        project
        for project in report.projects
        if rank_light(project.status.light) <= _NEEDS_ATTENTION
    ]
    waiting.sort(key=lambda project: rank_light(project.status.light))
    return format_listing("Needs attention", map(_attention_line, waiting))


def _attention_line(project: Project) -> str:
    line = f"{show_light(project.status.light)}: **{escape(project.name)}**"
    risk = min(project.risks, key=lambda risk: risk.state != "materialised", default=None)
    return f"{line}. {escape(_shorten(risk.text))}{_qualify_risk(risk)}" if risk else line


def _shorten(text: str) -> str:
    if len(text) <= _LONGEST_RISK:
        return text
    return text[:_LONGEST_RISK].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"


def _section(section: Section) -> str:
    name = section.name or "Projects"
    before, after = (
        [escape_block(passage.text) for passage in passages]
        for passages in (section.introduction, section.closing)
    )
    return "\n\n".join([f"## {escape(name)}", *before, *map(_project, section.projects), *after])


def _project(project: Project) -> str:
    light = project.status.light
    state = _STATES.get(project.state or "")
    heading = f"### {show_light(light)}: {escape(project.name)}" + (f" ({state})" if state else "")
    lines = [f"- **{escape(name)}:** {escape(text)}" for name, text in project.details.items()]
    lines += [f"- **{escape(each.name)}:** {show_light(each.light)}" for each in project.aspects]
    first, *others = _tracks(project)
    return "\n\n".join(
        part for part in [heading, "\n".join(filter(None, [*lines, first])), *others] if part
    )


def _tracks(project: Project) -> Iterator[str]:
    """What stands under no sub-project, which may be nothing, then each sub-project."""
    items: list[Item] = [*project.remarks, *project.risks, *project.milestones]
    yield "\n".join(_item(item) for item in items if not item.track)
    for track in dict.fromkeys(item.track for item in items if item.track):
        lines = "\n".join(_item(item) for item in items if item.track == track)
        yield f"*{escape(track)}*\n\n{lines}"


def _item(item: Item) -> str:
    if isinstance(item, Risk):
        return f"- **Risk:** {escape(item.text)}{_qualify_risk(item)}"
    if isinstance(item, Milestone):
        return f"- **{_MILESTONES[item.kind]}:** {escape(item.text)}{_qualify_milestone(item)}"
    return f"- {escape_block(item.text)}"


def _qualify_risk(risk: Risk) -> str:
    state = risk.state if risk.state in ("materialised", "mitigated") else None
    likelihood = risk.likelihood and f"likelihood {risk.likelihood}"
    return _qualify(state, likelihood, risk.impact and f"impact {risk.impact}")


def _qualify_milestone(milestone: Milestone) -> str:
    planned = f"planned {_days(milestone.planned)}" if milestone.planned else None
    return _qualify(planned, milestone.status if milestone.status != "planned" else None)


def _qualify(*words: str | None) -> str:
    known = ", ".join(word for word in words if word)
    return f" *({known})*" if known else ""


def _days(days: DayRange) -> str:
    if days.start == days.end:
        return days.start.isoformat()
    return f"{days.start.isoformat()} to {days.end.isoformat()}"


def _link(text: str, url: str) -> str:
    target = url.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
    return f"<{target}>" if text.strip() in ("", url) else f"{escape(text)}: <{target}>"
