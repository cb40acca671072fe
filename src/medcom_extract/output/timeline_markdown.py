"""A timeline and the answers to questions as Markdown."""

from collections.abc import Iterator, Sequence

from medcom_extract.comparison.questions import Answer
from medcom_extract.comparison.series import Promise, Timeline, TimelineProject
from medcom_extract.output.lights import rank_light, show_light, symbol_of
from medcom_extract.output.markup import escape, escape_cell, format_listing, format_table

__all__ = ["format_answers", "format_timeline"]

_OUTCOMES = {
    "achieved": "✅ reached",
    "dropped": "❌ gone",
    "open": "➡️ ahead",
    "ended": "project ended",
}


def format_timeline(series: Timeline) -> str:
    """The timeline as one Markdown page, ending in a line feed."""
    parts = [
        f"# {escape(_span(series))}",
        _totals(series),
        _lights(series),
        *(_project(series, project) for project in series.projects),
        format_listing("Look at this", map(escape, series.warnings)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def format_answers(answers: Sequence[Answer], question: str) -> str:
    """The answers to a question as Markdown; it says so where there is none."""
    lines = [_tell_answer(answer) for answer in answers]
    found = "\n".join(f"- {line}" for line in lines) or "Nothing was found."
    return f"# {escape(question)}\n\n{found}\n"


def _tell_answer(answer: Answer) -> str:
    light = f"{symbol_of(answer.light)} " if answer.light else ""
    facts = [answer.report, answer.kind]
    if answer.reports:
        facts[-1] = f"{answer.reports} reports running"
    if answer.due:
        facts.append(f"due {answer.due.isoformat()}")
    if answer.days:
        facts.append(f"{answer.days} days late")
    return (
        f"{light}**{escape(answer.project)}** ({escape(', '.join(facts))}): {escape(answer.text)}"
    )


def _span(series: Timeline) -> str:
    if not series.reports:
        return "No reports"
    first, last = series.reports[0].nickname, series.reports[-1].nickname
    return first if len(series.reports) == 1 else f"{first} – {last}"


def _totals(series: Timeline) -> str:
    lights = sorted({light for report in series.reports for light in report.lights}, key=rank_light)
    rows = [
        [
            escape_cell(report.nickname),
            str(report.projects),
            *(str(report.lights.get(light, 0)) for light in lights),
        ]
        for report in series.reports
    ]
    header = ("Report", "Projects", *(show_light(light) for light in lights))
    return "\n".join(format_table(header, rows)) if rows else ""


def _lights(series: Timeline) -> str:
    header = ("Project", *(escape_cell(report.nickname) for report in series.reports))
    rows = []
    for project in series.projects:
        seen = {point.report: symbol_of(point.light) for point in project.lights}
        cells = [seen.get(number, "") for number in range(len(series.reports))]
        rows.append([escape_cell(project.name), *cells])
    return "## Lights\n\n" + "\n".join(format_table(header, rows)) if rows else ""


def _project(series: Timeline, project: TimelineProject) -> str:
    lines = list(_facts(series, project))
    return f"## {escape(project.name)}\n\n" + "\n".join(f"- {line}" for line in lines)


def _facts(series: Timeline, project: TimelineProject) -> Iterator[str]:
    run = project.run
    since = f" for {run.reports} reports running" if run.reports > 1 else ""
    yield f"{show_light(run.light)}{since}"
    if project.earlier_names:
        yield f"earlier called {escape('; '.join(project.earlier_names))}"
    if project.on_time_rate is not None:
        yield f"{project.on_time_rate:.0%} of its promises were on time"
    for promise in project.promises:
        yield f"{_OUTCOMES[promise.outcome]}{_due(promise)}: {escape(promise.text)}"
    for risk in project.risks:
        first, last = (series.reports[each].nickname for each in (risk.first, risk.last))
        span = first if risk.first == risk.last else f"{first} – {last}"
        state = f", {risk.latest.state}" if risk.latest.state else ""
        yield f"risk ({escape(span)}{state}): {escape(risk.latest.text)}"
    for count in project.counts:
        values = " → ".join(f"{point.value:g}" for point in count.points)
        yield f"{values} {escape(count.unit or '')}".rstrip()


def _due(promise: Promise) -> str:
    days = dict.fromkeys(point.due.end.isoformat() for point in promise.due if point.due)
    words = [f"due {', then '.join(days)}"] if days else []
    if promise.partly:
        words.append("in part")
    if promise.on_time is not None:
        words.append("on time" if promise.on_time else "late")
    return f" ({'; '.join(words)})" if words else ""
