"""A comparison as a Markdown page to paste in a mail: what needs a decision comes first."""

from collections.abc import Callable, Iterator

from medcom_extract.comparison.models import (
    Comparison,
    MilestoneChange,
    ProjectChange,
    RiskChange,
)
from medcom_extract.output.lights import rank_light, show_light, symbol_of
from medcom_extract.output.markup import escape, escape_cell, format_listing, format_table

__all__ = ["format_comparison", "show_change"]

_LONGEST = 160
_KINDS = {
    "achieved": "✅ reached",
    "slipped": "⏩ moved",
    "advanced": "⏪ brought forward",
    "carried_over": "➡️ still ahead",
    "dropped": "❌ gone without being reached",
    "new": "🆕 promised",
    "achieved_unannounced": "✅ reached, never announced",
}
_RISKS = {
    "new": "🆕 new",
    "gone": "no longer mentioned",
    "reworded": "in other words",
    "materialised": "❗ has happened",
    "mitigated": "✅ dealt with",
}


def format_comparison(comparison: Comparison) -> str:
    """The comparison as one Markdown page, ending in a line feed."""
    parts = [
        _head(comparison),
        format_listing("Needs a decision", _decisions(comparison)),
        _lights(comparison),
        format_listing("Projects", _moves(comparison)),
        format_listing("Promises", _per_project(comparison, _promises)),
        format_listing("Risks", _per_project(comparison, _risks)),
        format_listing("Counts", _per_project(comparison, _figures)),
        format_listing("Look at this", map(escape, comparison.warnings)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def show_change(project: ProjectChange) -> str:
    """A project's light, with what it was where it changed: ``🟢 → 🟡 yellow``."""
    light = project.light
    after = show_light(light.after or "none")
    if light.before == light.after:
        return after
    return f"{symbol_of(light.before or 'none')} → {after}"


def _head(comparison: Comparison) -> str:
    before, after = comparison.before.nickname, comparison.after.nickname
    counts = comparison.summary
    lines = [f"# {escape(before)} → {escape(after)}"]
    title = comparison.after.title or comparison.after.programme
    if title:
        lines.append(escape(title))
    lights, promises, risks = counts.lights, counts.milestones, counts.risks
    lines.append(
        f"Lights: {lights['worsened']} worse, {lights['improved']} better, "
        f"{lights['unchanged']} as before. "
        f"Promises: {promises['achieved']} reached, {promises['slipped']} moved, "
        f"{promises['dropped']} gone. "
        f"Risks: {risks['materialised']} have happened, {risks['new']} new, {risks['gone']} gone."
    )
    return "\n\n".join(lines)


def _decisions(comparison: Comparison) -> Iterator[str]:
    """Red or worse, risks that have happened, promises gone or overdue: gravest project first."""
    waiting = [
        (project, reasons)
        for project in comparison.projects
        if project.change not in ("removed",) and (reasons := list(_reasons(project)))
    ]
    waiting.sort(key=lambda each: (rank_light(each[0].light.after or "none"), -len(each[1])))
    for project, reasons in waiting:
        lines = "".join(f"\n  - {reason}" for reason in reasons)
        yield f"{show_change(project)}: **{escape(project.name)}**{lines}"


def _reasons(project: ProjectChange) -> Iterator[str]:
    light = project.light
    if light.direction == "worsened":
        yield f"the light went from {light.before} to {light.after}"
    elif light.after == "red":
        yield "red again" if light.before == "red" else "red"
    if project.state_after == "on_hold" and project.state_before != "on_hold":
        yield "now on hold"
    for risk in project.risks:
        if risk.kind == "materialised" and risk.after:
            yield f"a risk has happened: {_quote(risk.after.text)}"
    for promise in project.milestones:
        if promise.kind == "dropped" and promise.before:
            yield f"promised and gone: {_quote(promise.before.text)}"
        elif promise.overdue and promise.after:
            yield f"overdue: {_quote(promise.after.text)}"


def _lights(comparison: Comparison) -> str:
    rows = [
        [show_change(project), escape_cell(project.name), escape_cell(project.section or "")]
        for project in sorted(comparison.projects, key=_by_light)
        if project.change not in ("added", "removed")
        and project.light.before != project.light.after
    ]
    if not rows:
        return ""
    return "\n\n".join(
        ["## Lights", "\n".join(format_table(("Light", "Project", "Section"), rows))]
    )


def _by_light(project: ProjectChange) -> tuple[bool, int]:
    return project.light.direction != "worsened", rank_light(project.light.after or "none")


def _moves(comparison: Comparison) -> Iterator[str]:
    for project in comparison.projects:
        name = f"**{escape(project.name)}**"
        if project.change == "added":
            origin = f", out of {escape(project.split_from)}" if project.split_from else ""
            yield f"{name} is new{origin} ({show_light(project.light.after or 'none')})"
        elif project.change == "removed":
            home = f"; it lives on in {escape(project.merged_into)}" if project.merged_into else ""
            yield f"{name} is gone (it was {show_light(project.light.before or 'none')}){home}"
        if project.renamed_from:
            sure = f" ({project.link.confidence:.0%} sure)" if project.link else ""
            yield f"{name} was called {escape(project.renamed_from)}{sure}"
        if project.moved_from:
            section = escape(project.section or "no section")
            yield f"{name} moved from {escape(project.moved_from or 'no section')} to {section}"


def _per_project(
    comparison: Comparison, tell: Callable[[ProjectChange], Iterator[str]]
) -> Iterator[str]:
    for project in comparison.projects:
        lines = "".join(f"\n  - {line}" for line in tell(project))
        if lines:
            yield f"**{escape(project.name)}**{lines}"


def _promises(project: ProjectChange) -> Iterator[str]:
    for change in project.milestones:
        item = change.after or change.before
        if item is not None:
            yield f"{_KINDS[change.kind]}{_days(change)}: {_quote(item.text)}"


def _days(change: MilestoneChange) -> str:
    words = []
    if change.days and change.kind in ("slipped", "advanced"):
        words.append(f"{change.days:+d} days")
    if change.partly:
        words.append("in part")
    if change.target and change.kind == "achieved":
        words.append(f"{change.target.reached:g} of {change.target.promised:g}")
    elif change.target and change.target.reached != change.target.promised:
        words.append(f"{change.target.reached:g} instead of {change.target.promised:g}")
    if change.overdue and change.kind != "dropped":
        words.append("overdue")
    return f" ({', '.join(words)})" if words else ""


def _risks(project: ProjectChange) -> Iterator[str]:
    for change in project.risks:
        item = change.after or change.before
        if change.kind != "unchanged" and item is not None:
            yield f"{_RISKS[change.kind]}: {_reworded(change) or _quote(item.text)}"


def _reworded(change: RiskChange) -> str:
    """A short word diff, struck out and bold; a long one is only the new words."""
    if change.kind != "reworded" or len(change.diff) > 6:
        return ""
    shown = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}
    text = " ".join(shown[part.op].format(escape(part.text)) for part in change.diff)
    return text if len(text) <= 2 * _LONGEST else ""


def _figures(project: ProjectChange) -> Iterator[str]:
    for change in project.figures:
        if not change.change:
            continue
        unit = f" {change.unit}" if change.unit and change.unit not in change.after.text else ""
        yield (
            f"{escape(change.before.text)} → {escape(change.after.text)}{escape(unit)} "
            f"({change.change:+g})"
        )


def _quote(text: str) -> str:
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"
    return escape(text)
