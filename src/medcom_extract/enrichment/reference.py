"""The days that a report speaks from, by which years left out are told."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from medcom_extract.danish.dates import read_dates
from medcom_extract.danish.english import is_english
from medcom_extract.enrichment.facts import Reference, text_of
from medcom_extract.report import Milestone, Period, Report, ReportWarning

__all__ = ["find_reference"]

_LONG, _SEVERAL = 45, 2
_SLACK = 92
"""Days that a file may be made after the last date it speaks of, or before the last one reached."""


def find_reference(report: Report) -> tuple[Reference | None, ReportWarning | None]:
    """The report's period; without one the day on which the file was made.

    A file may be made again years later: where its dates with years lie elsewhere, the last day of
    a milestone reached is taken, or the first of one ahead.
    """
    milestones = [m for project in report.projects for m in project.milestones]
    if report.period is not None:
        return _told(report.period, milestones), None
    if not milestones and not any(project.risks for project in report.projects):
        return _made(report), None
    reached = sorted(end for _, end in _dated(milestones, "achieved"))
    ahead = sorted(start for start, _ in _dated(milestones, "upcoming"))
    made = _made(report)
    if made is not None and _fits(made[0], reached, ahead):
        return made, None
    told = reached[-1:] or ahead[:1]
    if not told:
        message = "The report names no period, so the dates in its texts were not resolved."
        return None, ReportWarning(code="no-period", message=message)
    message = "The report names no period: years left out in its texts were told from "
    message += f"{told[0]}, by its other dates."
    return (told[0], told[0]), ReportWarning(code="period-guessed", message=message)


def _told(period: Period, milestones: list[Milestone]) -> Reference:
    """The report's period; it ends where several milestones ahead are dated inside it.

    "4. kvartal 2025" may stand over a report of October, in which November lies ahead.
    """
    if (period.end - period.start).days < _LONG:
        return period.start, period.end
    last_month = period.end.replace(day=1)
    inside = [end for _, end in _dated(milestones, "upcoming") if period.start <= end < last_month]
    reached = [end for _, end in _dated(milestones, "achieved") if end <= period.end]
    if len(inside) < _SEVERAL or max(reached, default=period.start) > min(inside):
        return period.start, period.end
    return period.start, min(inside)


def _made(report: Report) -> Reference | None:
    try:
        day = date.fromisoformat((report.source.created or "")[:10])
    except ValueError:
        return None
    return day, day


def _fits(day: date, reached: list[date], ahead: list[date]) -> bool:
    """Whether a day lies between what is reached and what is ahead, or nearly."""
    early = bool(reached) and (reached[-1] - day).days > _SLACK
    late = bool(reached or ahead) and (day - max([*reached, *ahead])).days > _SLACK
    return not early and not late


def _dated(milestones: list[Milestone], kind: str) -> Iterator[tuple[date, date]]:
    """First and last days of the dates that say their year."""
    anyday = date(2000, 1, 1), date(2000, 1, 1)
    for milestone in milestones:
        if milestone.kind != kind:
            continue
        text = text_of(milestone)
        language: Literal["da", "en"] = "en" if is_english(text) else "da"
        for found in read_dates(text, anyday, language=language).dates:
            rough = found.precision == "vague" or (found.end - found.start).days > _SLACK
            if not (found.inferred or rough):
                yield found.start, found.end
