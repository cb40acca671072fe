"""Danish holidays: those on one day by the ``holidays`` package, those of many days as a rule.

The rows are numbered as in [words.feast] and [words.break] of ``forms.toml``.
"""

from datetime import date, timedelta
from functools import lru_cache

from medcom_extract.danish.dates import spans
from medcom_extract.danish.dates.model import Days

__all__ = ["after", "before", "feast", "holidays"]

FEASTS = {
    1: "Grundlovsdag",
    2: "Kristi himmelfartsdag",
    3: "Skærtorsdag",
    4: "Langfredag",
    5: "Påskedag",
    6: "Anden påskedag",
    7: "Store bededag",  # none from 2024 on
    8: "Pinsedag",
    9: "Anden pinsedag",
    10: "Juleaftensdag",
    11: "Juledag",
    12: "Anden juledag",
    13: "Nytårsdag",
    14: "Nytårsaften",
    15: "Sankt Hans",
}
MOVABLE = {1: ("Skærtorsdag", "Anden påskedag"), 2: ("Pinsedag", "Anden pinsedag")}
SANKT_HANS = (6, 23)


def feast(year: int, number: int) -> Days | None:
    """Give a holiday of one day, or None where that year has it not."""
    if FEASTS[number] == "Sankt Hans":
        day: date | None = date(year, *SANKT_HANS)
    else:
        day = _feasts_of(year).get(FEASTS[number])
    return Days(day, day) if day else None


@lru_cache(maxsize=64)
def _feasts_of(year: int) -> dict[str, date]:
    """Read a year's holidays; the package costs more to import than all other reading."""
    from holidays import country_holidays

    names = country_holidays("DK", years=[year], language="da", categories=("optional", "public"))
    return {name: day for day, joined in names.items() for name in joined.split("; ")}


def holidays(year: int, number: int) -> Days | None:
    """Give the usual days of a school holiday or a feast of several days.

    Municipalities set their own: the summer's is taken as July (the common weeks of leave),
    autumn's as week 42, winter's as weeks 7 and 8.
    """
    if number in MOVABLE:
        return _movable(year, number)
    fixed = {
        3: (date(year, 7, 1), date(year, 7, 31)),
        4: (date.fromisocalendar(year, 42, 1), date.fromisocalendar(year, 42, 7)),
        5: (date.fromisocalendar(year, 7, 1), date.fromisocalendar(year, 8, 7)),
        6: (date(year, 12, 24), date(year, 12, 26)),
        7: (date(year, 12, 24), date(year + 1, 1, 1)),
        8: (date(year, 1, 1), date(year, 1, 1)),
    }
    return Days(*fixed[number])


def _movable(year: int, number: int) -> Days | None:
    """Give Maundy Thursday to Easter Monday, or Whit Sunday and Monday."""
    first, last = MOVABLE[number]
    named = _feasts_of(year)
    if first not in named or last not in named:
        return None
    return Days(named[first], named[last])


def before(days: Days) -> Days:
    """Give the day on which 'inden jul' ends: the last one before."""
    day = days.start - timedelta(1)
    return Days(day, day)


def after(days: Days) -> Days:
    """Give the month that 'efter påske' begins: from the day after, a month long."""
    first = days.end + timedelta(1)
    return Days(first, spans.add_months(first, 1) - timedelta(1))
