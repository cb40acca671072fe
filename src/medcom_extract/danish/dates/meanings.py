"""What each form of the table means: one small function for a row's ``meaning``.

A meaning gives terms whose ``in_year`` still waits for the year; an expression that leans on the
report itself ("næste kvartal") is settled at once and ignores the year.
"""

from collections.abc import Callable
from datetime import date

from medcom_extract.danish.dates import feasts, spans
from medcom_extract.danish.dates.model import Days, Reference, Term
from medcom_extract.danish.dates.words import THIS_CENTURY, Words

__all__ = ["MEANINGS"]

Meaning = Callable[[Words, Reference], list[Term]]

UNITS = {1: "day", 2: "week", 3: "month", 4: "quarter", 5: "half-year", 6: "year"}
MONTHS_IN_HALF_A_YEAR = 6
MONTHS_IN_ONE_AND_A_HALF = 18


def settled(days: Days | None, unit: str) -> list[Term]:
    """Give one term that depends on the reference and on no year."""
    if days is None:
        return []
    return [Term(unit, lambda _: days, days.start.year, inferred=True)]


def day(words: Words, _: Reference) -> list[Term]:
    month = words.month()
    if month is None:
        return []
    if (single := words.number("day")) is not None:
        return [Term("day", lambda y: spans.day(y, month, single), words.year)]
    return [
        Term("day", lambda y, d=d: spans.day(y, month, d), words.year, link)  # type: ignore[misc]
        for d, link in words.list_of("days")
    ]


def month(words: Words, _: Reference) -> list[Term]:
    number = words.month()
    return [] if number is None else [Term("month", lambda y: spans.month(y, number), words.year)]


def week(words: Words, _: Reference) -> list[Term]:
    """'uge 26/27' are two weeks, 'uge 26/24' is one of 2024."""
    listed, year = list(words.list_of("weeks")), words.year
    if "/" in words.word("weeks") and len(listed) == 2 and listed[1][0] != listed[0][0] + 1:
        year = listed.pop()[0] + THIS_CENTURY
        listed = [(listed[0][0], None)]
    weekday = words.number("weekday")
    if weekday is not None and len(listed) == 1:
        return [_day_of_week(listed[0][0], weekday, year)]
    return [
        Term("week", lambda y, w=w: spans.week(y, w), year, link)  # type: ignore[misc]
        for w, link in listed
    ]


def _day_of_week(number: int, weekday: int, year: int | None) -> Term:
    """'mandag i uge 37' is one day."""

    def in_year(y: int) -> Days | None:
        days = spans.week(y, number)
        return days and spans.unit_at(1, days.start, weekday - 1)

    return Term("day", in_year, year)


def week_of_month(words: Words, _: Reference) -> list[Term]:
    n, m = words.number("ordinal", "ordinal_number"), words.month()
    if n is None or m is None:
        return []
    return [Term("week", lambda y: spans.week_of_month(y, m, n), words.year)]


def quarter(words: Words, reference: Reference) -> list[Term]:
    if (ordinal := words.number("ordinal")) is not None:
        if ordinal < 0 and words.year is None:
            return settled(spans.unit_at(4, reference.end, -1), "quarter")
        return _last_or_numbered(ordinal, 4, "quarter", spans.quarter, words.year)
    return [
        Term("quarter", lambda y, q=q: spans.quarter(y, q), words.year, link)  # type: ignore[misc]
        for q, link in words.list_of("quarters")
    ]


def half_year(words: Words, reference: Reference) -> list[Term]:
    if (ordinal := words.number("ordinal")) is not None:
        if ordinal < 0 and words.year is None:
            return settled(spans.unit_at(5, reference.end, -1), "half-year")
        return _last_or_numbered(ordinal, 2, "half-year", spans.half_year, words.year)
    return [
        Term("half-year", lambda y, h=h: spans.half_year(y, h), words.year, link)  # type: ignore[misc]
        for h, link in words.list_of("halves")
    ]


def _last_or_numbered(
    n: int, last: int, unit: str, span: Callable[[int, int], Days], year: int | None
) -> list[Term]:
    """'sidste kvartal af 2024' counts from that year's end; an ordinal out of reach is none."""
    number = last if n < 0 else n
    return [Term(unit, lambda y: span(y, number), year)] if number <= last else []


def season(words: Words, reference: Reference) -> list[Term]:
    number, year = words.season(), words.year
    if number is None:
        return []
    if (step := words.number("step")) is not None:
        return settled(_season_beside(number, step, reference), "season")
    return [Term("season", lambda y: spans.season(y, number), year)]


def _season_beside(number: int, step: int, reference: Reference) -> Days:
    """Give the season that ended last, is now or comes next, seen from the report."""
    near = [spans.season(y, number) for y in range(reference.end.year - 2, reference.end.year + 3)]
    if step < 0:
        return max(days for days in near if days.end < reference.end)
    if step > 0:
        return min(days for days in near if days.start > reference.end)
    return min(days for days in near if days.end >= reference.eve)


def year(words: Words, _: Reference) -> list[Term]:
    return [Term("year", spans.year, words.year)]


def years(words: Words, _: Reference) -> list[Term]:
    first, last = words.year, words.second_year
    if first is None or last is None or not first < last:
        return []
    return [Term("year", spans.year, first, "to"), Term("year", spans.year, last)]


def turn_of_year(words: Words, _: Reference) -> list[Term]:
    return [Term("range", lambda y: Days(date(y, 12, 31), date(y + 1, 1, 1)), words.year)]


def turn_of_month(words: Words, reference: Reference) -> list[Term]:
    number = words.month()
    if number is None:
        return settled(_turn_after(spans.month(reference.end.year, reference.end.month)), "range")
    return [Term("range", lambda y: _turn_after(spans.month(y, number)), words.year)]


def _turn_after(month: Days) -> Days:
    return Days(month.end, date.fromordinal(month.end.toordinal() + 1))


def rest_of_year(words: Words, reference: Reference) -> list[Term]:
    """'senere på året' is from the day after the report on, 'tidligere på året' up to it."""
    whole = spans.year(reference.end.year)
    if words.word("later") not in ("tidligere", "earlier"):
        first = min(spans.unit_at(1, reference.end, 1).start, whole.end)
        return settled(Days(first, whole.end), "vague")
    return settled(Days(whole.start, reference.end), "vague")


def next_year(_: Words, reference: Reference) -> list[Term]:
    return settled(spans.year(reference.end.year + 1), "year")


def this_year(_: Words, reference: Reference) -> list[Term]:
    return settled(spans.year(reference.end.year), "year")


def unit_step(words: Words, reference: Reference) -> list[Term]:
    own = words.number("this_unit")
    unit = own if own is not None else words.number("unit")
    if own == 6:  # "året" waits for its year: "ultimo året" may look back
        return [Term("year", spans.year, None, own_year=True)]
    step = 0 if own is not None else words.number("step", "past_step")
    if unit is None or step is None or unit == 1:
        return []
    return settled(spans.unit_at(unit, reference.end, step), UNITS[unit])


def edge_of_unit(words: Words, reference: Reference) -> list[Term]:
    """'årets udgang' is its last day, 'månedens begyndelse' its first third."""
    edge = words.number("edge_noun") if "edge_noun" in words else 3
    unit = words.number("unit_genitive") if "unit_genitive" in words else 6
    if unit is None:
        return []
    if edge == 1:
        start = spans.third_of(spans.unit_at(unit, reference.end, 0), 1)
        return settled(start, f"part-{UNITS[unit]}")
    if unit == 6:
        return [Term("day", lambda y: spans.day(y, 12, 31), None, own_year=True)]
    last = spans.unit_at(unit, reference.end, 0).end
    return settled(Days(last, last), "day")


def _counted(words: Words) -> tuple[int, int] | None:
    """Give (number, unit) of 'tre måneder'; half a year is six months."""
    if "half" in words:
        return MONTHS_IN_HALF_A_YEAR, 3
    if "one_and_half" in words:
        return MONTHS_IN_ONE_AND_A_HALF, 3
    number, unit = words.number("number", "count"), words.number("unit")
    return None if number is None or unit is None or number > 200 else (number, unit)


def units_ahead(words: Words, reference: Reference) -> list[Term]:
    if (counted := _counted(words)) is None:
        return []
    days = spans.unit_at(counted[1], reference.end, counted[0])
    if (up_to := words.number("up_to")) is not None:
        last = spans.unit_at(counted[1], reference.end, up_to)
        return settled(Days(days.start, max(days.end, last.end)), "range")
    return settled(days, UNITS[counted[1]])


def units_ago(words: Words, reference: Reference) -> list[Term]:
    if (counted := _counted(words)) is None:
        return []
    return settled(spans.unit_at(counted[1], reference.end, -counted[0]), UNITS[counted[1]])


def units_to_come(words: Words, reference: Reference) -> list[Term]:
    if (counted := _counted(words)) is None:
        return []
    first = spans.unit_at(counted[1], reference.end, 1)
    return settled(
        Days(first.start, spans.unit_at(counted[1], reference.end, counted[0]).end), "range"
    )


def units_past(words: Words, reference: Reference) -> list[Term]:
    if (counted := _counted(words)) is None:
        return []
    first = spans.unit_at(counted[1], reference.end, 1 - counted[0])
    return settled(Days(first.start, spans.unit_at(counted[1], reference.end, 0).end), "range")


def weekday(words: Words, reference: Reference) -> list[Term]:
    """'på fredag' is the first after the report, 'i fredags' the last before its end."""
    number, today = words.number("weekday"), reference.end
    if number is not None:
        ahead = (number - today.isoweekday() - 1) % 7 + 1
        return settled(spans.unit_at(1, today, ahead), "day")
    past = words.past_weekday()
    if past is None:
        return []
    return settled(spans.unit_at(1, today, -((today.isoweekday() - past - 1) % 7 + 1)), "day")


def day_of_month(words: Words, reference: Reference) -> list[Term]:
    """'fredag d. 14.' is the month nearest the report's end in which that day is a Friday."""
    number, wanted = words.number("day"), words.number("weekday")
    if number is None:
        return []
    for steps in sorted(range(-6, 7), key=lambda n: (abs(n), n)):
        first = spans.add_months(reference.end.replace(day=1), steps)
        days = spans.day(first.year, first.month, number)
        if days and (wanted is None or days.start.isoweekday() == wanted):
            return settled(days, "day")
    return []


def feast(words: Words, _: Reference) -> list[Term]:
    number = words.number("feast")
    return [] if number is None else [Term("day", lambda y: feasts.feast(y, number), words.year)]


def holidays(words: Words, _: Reference) -> list[Term]:
    number = words.number("break")
    if number is None:
        return []
    return [Term("vague", lambda y: feasts.holidays(y, number), words.year)]


MEANINGS: dict[str, Meaning] = {
    function.__name__: function
    for function in (
        day,
        month,
        week,
        week_of_month,
        quarter,
        half_year,
        season,
        year,
        years,
        turn_of_year,
        turn_of_month,
        rest_of_year,
        next_year,
        this_year,
        unit_step,
        edge_of_unit,
        units_ahead,
        units_ago,
        units_to_come,
        units_past,
        weekday,
        day_of_month,
        feast,
        holidays,
    )
}
