"""When a milestone is due, or when it was reached, from the dates in its text."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from medcom_extract.report import DateMention, DayRange

__all__ = ["eve_of", "find_due"]

# What can be reached on such a date; a year or a range is rather what the milestone is about
# ("beregning for perioden 2028-2030").
_POINTS = frozenset({"day", "week", "part-month", "month", "part-quarter", "quarter"})


def eve_of(period: tuple[date, date]) -> date:
    """From this day on something lies ahead of a report.

    A report dated with a month may be written on any day of it; one on a half-year at its end.
    """
    return max(period[0], period[1].replace(day=1))


def find_due(
    dates: Sequence[DateMention],
    kind: Literal["achieved", "upcoming", "plan"],
    period: tuple[date, date] | None,
) -> DayRange | None:
    """The days by which it is to happen, or on which it happened; None where the text has no date.

    Several dates ("Nord i uge 36 og Syd i uge 40") give the stretch
    from the first to the last.  Dates of the wrong side of the report ("kontrakten fra 2022"),
    vague ones and mere starting points ("efter 1. maj") count only where there is nothing better.
    """
    firm = [mention for mention in dates if _is_firm(mention)]
    choices = [
        [mention for mention in firm if _fits(mention, kind, period)],
        [mention for mention in firm if kind != "achieved" or mention.precision in _POINTS],
        [mention for mention in dates if _fits(mention, kind, period)],
    ]
    for chosen in choices:
        if chosen:
            return DayRange(
                start=min(mention.start for mention in chosen),
                end=max(mention.end for mention in chosen),
            )
    return None


def _is_firm(mention: DateMention) -> bool:
    return mention.precision != "vague" and mention.modifier not in {"after", "until"}


def _fits(
    mention: DateMention,
    kind: Literal["achieved", "upcoming", "plan"],
    period: tuple[date, date] | None,
) -> bool:
    if period is None or kind == "plan":
        return True
    if kind == "achieved":
        return mention.start <= period[1]
    return mention.end >= eve_of(period)
