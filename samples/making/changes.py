"""What changed from one report to the next, from the `since` notes of the later one.

A note names an item of the report before by its field and place (u1: the first upcoming
milestone, r2: the second risk, counted over the tracks) and what became of it:

    u1>a1  reached: it stands as the first achieved milestone now
    u1~u2  moved to another date          u1=u1  carried over, same date
    u3-    dropped without a word         +r2    a new risk
    r1~r1  reworded   r1=r1 unchanged   r1!r1 materialised   r1+r1 mitigated   r1- gone
"""

import re
from datetime import date
from typing import Any

from making.content import Project, Report
from making.markup import Item, first_words

NOTE = re.compile(
    r"^(?:(?P<before>[ur]\d+)(?P<sign>[>~=!+-])(?P<after>[aur]\d+)?|\+(?P<new>r\d+))$"
)
FIELD = {"u": "upcoming", "a": "achieved", "r": "risks"}
RISK_KINDS = {"~": "reworded", "!": "materialised", "+": "mitigated", "-": "gone"}


def build_changes(before: Report, after: Report) -> dict[str, Any]:
    """The changes between two consecutive reports of a series."""
    old = {p.key: p for p in before.projects()}
    new = {p.key: p for p in after.projects()}
    both = [key for key in new if key in old]
    result: dict[str, Any] = {
        "before": before.id,
        "after": after.id,
        "added": [key for key in new if key not in old],
        "removed": [key for key in old if key not in new],
        "renamed": list_differences(both, *(project_values(r, "name") for r in (before, after))),
        "moved": list_differences(both, *(section_names(r) for r in (before, after))),
        "lights": list_differences(both, *(project_values(r, "light") for r in (before, after))),
        "states": list_differences(both, *(project_values(r, "state") for r in (before, after))),
        "milestones": [],
        "risks": [],
        "kept": [],
    }
    for key in both:
        check_complete(old[key], new[key])
        for note in new[key].since:
            place, entry = read_note(old[key], new[key], note)
            result[place].append({"key": key} | entry)
    return result


def project_values(report: Report, attribute: str) -> dict[str, Any]:
    return {project.key: getattr(project, attribute) for project in report.projects()}


def section_names(report: Report) -> dict[str, str]:
    return {p.key: section.name for section in report.sections for p in section.projects}


def list_differences(
    keys: list[str], old: dict[str, Any], new: dict[str, Any]
) -> list[dict[str, Any]]:
    return [
        {"key": key, "before": old[key], "after": new[key]} for key in keys if old[key] != new[key]
    ]


def find_item(project: Project, place: str) -> Item:
    return project.items(FIELD[place[0]])[int(place[1:]) - 1]


def read_note(old: Project, new: Project, note: str) -> tuple[str, dict[str, Any]]:
    """The list that a note belongs to, and the entry it makes there."""
    match = NOTE.match(note)
    if not match:
        raise ValueError(f"{new.key}: cannot read the note {note!r}")
    if match["new"]:
        return "risks", {"kind": "new", "after": first_words(find_item(new, match["new"]).text)}
    source = find_item(old, match["before"])
    target = find_item(new, match["after"]) if match["after"] else None
    entry = {"before": first_words(source.text)}
    if target:
        entry["after"] = first_words(target.text)
    if match["sign"] == "=":
        same = target is not None and source.text == target.text
        what = "risk" if match["before"][0] == "r" else "milestone"
        if what == "risk" and not same:
            raise ValueError(f"{new.key}: {note!r} says unchanged, but the words differ")
        return "kept", {"what": what, **entry, "same_text": same}
    if match["before"][0] == "r":
        return "risks", {"kind": RISK_KINDS[match["sign"]], **entry}
    return "milestones", describe_milestone(match["sign"], source, target, entry)


def describe_milestone(
    sign: str, source: Item, target: Item | None, entry: dict[str, Any]
) -> dict[str, Any]:
    if target is None:
        return {"kind": "dropped", **entry}
    if sign == ">":
        return {"kind": "achieved", **entry}
    days = (last_day(target) - last_day(source)).days
    return {"kind": "slipped" if days > 0 else "advanced", **entry, "days": days}


def last_day(item: Item) -> date:
    return max(date.fromisoformat(fact.end) for fact in item.dates)


def check_complete(old: Project, new: Project) -> None:
    """Every risk and upcoming milestone of the report before, and every risk now, has a note."""
    if not any(old.items("risks")):
        return
    notes = " ".join(new.since)
    for kind, letter in (("upcoming", "u"), ("risks", "r")):
        for number in range(1, len(old.items(kind)) + 1):
            if not re.search(rf"(?<!\S){letter}{number}[>~=!+-]", notes):
                raise ValueError(f"{new.key}: nothing says what became of {letter}{number}")
    for number in range(1, len(new.items("risks")) + 1):
        if not re.search(rf"[~=!+]r{number}(?!\d)", notes):
            raise ValueError(f"{new.key}: nothing says where risk {number} comes from")
