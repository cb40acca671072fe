"""Calendar units as stretches of days.  Conventions: thirds for primo, medio and ultimo.

The search for a missing year asks for the same few stretches again and again: they are kept.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from medcom_extract.danish.dates.model import Days

__all__ = [
    "add_months",
    "day",
    "half_of",
    "half_year",
    "month",
    "quarter",
    "season",
    "third_of",
    "unit_at",
    "week",
    "week_of_month",
    "year",
]

FIRST_HALF = 4  # the numbers of [words.part] in forms.toml
DAYS_OF_A_THIRD = 10


def day(y: int, m: int, d: int) -> Days | None:
    """Give one day, or None where the calendar has none such."""
    if not 1 <= d <= monthrange(y, m)[1]:
        return None
    return Days(date(y, m, d), date(y, m, d))


@lru_cache(maxsize=1024)
def months(y: int, first: int, count: int) -> Days:
    """Give ``count`` months from month ``first`` of a year; ``first`` may lie past December."""
    start = add_months(date(y, 1, 1), first - 1)
    return Days(start, add_months(start, count) - timedelta(1))


def month(y: int, m: int) -> Days:
    """Give a month."""
    return months(y, m, 1)


def quarter(y: int, q: int) -> Days:
    """Give a quarter, 1 to 4."""
    return months(y, 3 * q - 2, 3)


def half_year(y: int, h: int) -> Days:
    """Give a half-year, 1 or 2."""
    return months(y, 6 * h - 5, 6)


def year(y: int) -> Days:
    """Give a year."""
    return months(y, 1, 12)


def season(y: int, s: int) -> Days:
    """Give a meteorological season; winter (4) begins in December of the year."""
    return months(y, 3 * s, 3)


def week(y: int, w: int) -> Days | None:
    """Give an ISO week, Monday to Sunday, or None where the year has no such week."""
    try:
        monday = date.fromisocalendar(y, w, 1)
    except ValueError:
        return None
    return Days(monday, monday + timedelta(6))


def week_of_month(y: int, m: int, n: int) -> Days:
    """Give days 1-7, 8-14 ... of a month, or its last seven days for -1."""
    whole = month(y, m)
    if n < 0:
        return Days(whole.end - timedelta(6), whole.end)
    return Days(date(y, m, 7 * n - 6), date(y, m, 7 * n))


def add_months(start: date, count: int) -> date:
    """Move a date by months; the day is kept where the month has it."""
    y, m = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(y, m + 1, min(start.day, monthrange(y, m + 1)[1]))


@lru_cache(maxsize=1024)
def third_of(days: Days, n: int) -> Days:
    """Give the first, middle or last third: ten days of a month, whole months of anything longer.

    A week or a shorter stretch has no thirds and stays whole.
    """
    length = (days.end - days.start).days + 1
    count = round(length / 30.4)
    if count == 1:
        first, last = DAYS_OF_A_THIRD * (n - 1), DAYS_OF_A_THIRD * n - 1
        end = days.end if n == 3 else days.start + timedelta(last)
        return Days(days.start + timedelta(first), end)
    if count < 3:
        return days
    start = add_months(days.start, (n - 1) * count // 3)
    return Days(start, add_months(days.start, n * count // 3) - timedelta(1))


def half_of(days: Days, n: int) -> Days:
    """Give the first (1) or second half: 15 days of a month, whole months of anything longer."""
    count = round(((days.end - days.start).days + 1) / 30.4)
    if count == 1:
        middle = days.start + timedelta(15)
    elif count % 2 == 0 and count:
        middle = add_months(days.start, count // 2)
    else:
        middle = days.start + ((days.end - days.start) + timedelta(1)) / 2
    return Days(days.start, middle - timedelta(1)) if n == 1 else Days(middle, days.end)


def unit_at(unit: int, near: date, steps: int) -> Days:
    """Give the calendar unit ``steps`` away from the one that holds ``near``.

    ``unit`` is a number of [words.unit] in ``forms.toml``: 1 day, 2 week, 3 month ... 6 year.
    """
    if unit == 1:
        return Days(near + timedelta(steps), near + timedelta(steps))
    if unit == 2:
        monday = near - timedelta(near.weekday()) + timedelta(weeks=steps)
        return Days(monday, monday + timedelta(6))
    size = {3: 1, 4: 3, 5: 6, 6: 12}[unit]
    first = (near.month - 1) // size * size + 1 + steps * size
    return months(near.year, first, size)
