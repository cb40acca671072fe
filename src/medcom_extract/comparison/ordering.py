"""Putting reports in order of time, and finding files that hold one and the same report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medcom_extract.comparison.aliases import fold_name
from medcom_extract.comparison.series import Copy
from medcom_extract.report import Report
from medcom_extract.sameness import differences

__all__ = ["Edition", "is_same_report", "order_reports", "sort_reports"]

# Two reports on one period are one report in two files if they share this much of their projects.
_SAME_PROJECTS = 0.8


@dataclass(frozen=True, slots=True)
class Edition:
    """A report, with the other files that hold it."""

    report: Report
    copies: tuple[Copy, ...]


def sort_reports(reports: Sequence[Report]) -> list[Report]:
    """The reports by time; files that hold the same report count once."""
    return [edition.report for edition in order_reports(reports)[0]]


def order_reports(reports: Sequence[Report]) -> tuple[list[Edition], list[str]]:
    """The reports by time, each once, and warnings.

    The order in which they are given does not matter.  A report without a period stands first,
    with a warning.
    """
    editions = [_choose(group) for group in _group(reports)]
    warnings = [
        f"{edition.report.source.name} gives no period, so it stands first."
        for edition in editions
        if edition.report.period is None
    ]
    warnings += [
        f"{copy.name} is held to be the same report as {edition.report.source.name}, "
        f"but differs in {copy.differences} places."
        for edition in editions
        for copy in edition.copies
        if copy.differences
    ]
    return editions, warnings


def _sort_key(report: Report) -> tuple[date, date, str, str, str]:
    start, end = _period(report) or (date.min, date.min)
    source = report.source
    return end, start, fold_name(report.programme or ""), source.name, source.sha256


def _period(report: Report) -> tuple[date, date] | None:
    return (report.period.start, report.period.end) if report.period else None


def _group(reports: Sequence[Report]) -> list[list[Report]]:
    """Files that hold the same report, in order of time.

    Only files of the same content or period are looked at, so that a long series costs no more a
    report than a short one.
    """
    groups: list[list[Report]] = []
    places: dict[object, list[int]] = {}
    for report in sorted(reports, key=_sort_key):
        marks = (report.source.sha256, _period(report))
        near = sorted({place for mark in marks for place in places.get(mark, ())}, reverse=True)
        homes = (place for place in near if is_same_report(groups[place][0], report))
        home = next(homes, len(groups))
        if home < len(groups):
            groups[home].append(report)
            continue
        groups.append([report])
        for mark in marks:
            if mark is not None:
                places.setdefault(mark, []).append(home)
    return groups


def is_same_report(one: Report, other: Report) -> bool:
    """Whether two files are held to be one report: the same bytes, or one period and projects."""
    if one.source.sha256 == other.source.sha256:
        return True
    if _period(one) is None or _period(one) != _period(other):
        return False
    names, others = _names(one), _names(other)
    shared, all_names = names & others, names | others
    return bool(all_names) and len(shared) / len(all_names) >= _SAME_PROJECTS


def _names(report: Report) -> set[str]:
    return {fold_name(project.name) for project in report.projects}


def _choose(group: list[Report]) -> Edition:
    """The file that was read with the fewest doubts stands for the others."""
    best = min(group, key=lambda report: (len(report.unassigned), len(report.warnings)))
    others = [report for report in group if report is not best]
    copies = [
        Copy(name=other.source.name, differences=len(differences(best, other))) for other in others
    ]
    return Edition(best, tuple(copies))
