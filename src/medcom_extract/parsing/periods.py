"""Periods and plain dates: "Juni 2024", "1. halvår 2021", "Q4 2023", "ultimo september 2024".

Only forms with a year, as titles and the date columns of tables use them; ``start`` and ``end`` are
inclusive.  The conventions are those of the reports' readers: *primo, medio, ultimo* are days 1-10,
11-20 and 21 to the end of a month, the first, second and third month of a quarter, and four months
each of a year; seasons are meteorological; weeks are ISO weeks.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["FoundPeriod", "find_period", "find_years", "resolve_date"]

Days = tuple[date, date]

_MONTH_NAMES = (
    ("januar", "january", "jan"), ("februar", "february", "feb"), ("marts", "march", "mar"),
    ("april", "apr"), ("maj", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"),
    ("august", "aug"), ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"),
    ("november", "nov"), ("december", "dec"),
)  # fmt: skip
_MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES, 1) for name in names}
_SEASONS = {
    "forår": 3, "foråret": 3, "spring": 3, "sommer": 6, "sommeren": 6, "summer": 6,
    "efterår": 9, "efteråret": 9, "autumn": 9, "fall": 9,
    "vinter": 12, "vinteren": 12, "winter": 12,
}  # fmt: skip
_PARTS = {
    "primo": 0, "start": 0, "starten af": 0, "begyndelsen af": 0, "early": 0, "beginning of": 0,
    "medio": 1, "midt": 1, "midt i": 1, "midten af": 1, "mid": 1,
    "ultimo": 2, "slut": 2, "slutningen af": 2, "sidst i": 2, "late": 2, "end of": 2,
}  # fmt: skip


def _names(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_Y = r"(?P<{0}>(?:19|20)\d\d)"
_M = rf"(?P<{{0}}>{_names(_MONTHS)})\.?"
_DASH = r"\s*(?:-|–|—|til|to|og|and|/)\s*"
_PART = rf"(?:(?P<part>{_names(_PARTS)})[\s-]+)?"


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period in a text: its words, days, precision and offsets."""

    text: str
    start: date
    end: date
    precision: str
    span: tuple[int, int]


def _day(m: re.Match[str]) -> Days:
    month = m["month"]
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    year = int(m["year"]) + (2000 if len(m["year"]) == 2 else 0)
    one = date(year, number, int(m["day"]))
    return one, one


def _iso(m: re.Match[str]) -> Days:
    one = date(int(m["year"]), int(m["month"]), int(m["day"]))
    return one, one


def _days(m: re.Match[str]) -> Days:
    month = _MONTHS[m["month"].lower()]
    year = int(m["year"])
    first = _MONTHS[m["month1"].lower()] if m["month1"] else month
    return date(year, first, int(m["day1"])), date(year, month, int(m["day"]))


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, count: int) -> Days:
    end = first + count - 1
    return date(year, first, 1), _last(year + (end - 1) // 12, (end - 1) % 12 + 1)


def _month(m: re.Match[str]) -> Days:
    year, month = int(m["year"]), _MONTHS[m["month"].lower()]
    if not m["part"]:
        return _months(year, month, 1)
    part = _PARTS[m["part"].lower()]
    end = _last(year, month) if part == 2 else date(year, month, 10 * part + 10)
    return date(year, month, 10 * part + 1), end


def _month_range(m: re.Match[str]) -> Days:
    year = int(m["year"])
    start = int(m["year1"]) if m["year1"] else year
    return date(start, _MONTHS[m["month1"].lower()], 1), _last(year, _MONTHS[m["month"].lower()])


def _quarter(m: re.Match[str]) -> Days:
    year, quarter = int(m["year"]), int(m["q"])
    if m["part"]:
        return _months(year, 3 * quarter - 2 + _PARTS[m["part"].lower()], 1)
    last = int(m["q2"]) if m["q2"] else quarter
    return _months(year, 3 * quarter - 2, 3 * (last - quarter + 1))


def _half(m: re.Match[str]) -> Days:
    return _months(int(m["year"]), 6 * int(m["h"]) - 5, 6)


def _quarter_words(m: re.Match[str]) -> Days:
    number = _ORDINALS.index(m["q"].lower()) % 4
    return _months(int(m["year"]), 3 * number + 1, 3)


def _half_words(m: re.Match[str]) -> Days:
    return _months(int(m["year"]), 1 if m["h"].lower() in ("første", "first") else 7, 6)


def _season(m: re.Match[str]) -> Days:
    return _months(int(m["year"]), _SEASONS[m["season"].lower()], 3)


def _week(m: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(m["year"]), int(m["week"]), 1)
    last = date.fromisocalendar(int(m["year"]), int(m["week2"] or m["week"]), 1)
    return monday, last + timedelta(days=6)


def _exit(m: re.Match[str]) -> Days:
    one = date(int(m["year"]), 12, 31)
    return one, one


def _year(m: re.Match[str]) -> Days:
    year = int(m["year"])
    if not m["part"]:
        return _months(year, 1, 12)
    return _months(year, 4 * _PARTS[m["part"].lower()] + 1, 4)


def _year_range(m: re.Match[str]) -> Days:
    year = m["year"]
    end = int(year) if len(year) == 4 else int(m["year1"][:2] + year)
    return date(int(m["year1"]), 1, 1), date(end, 12, 31)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){pattern}(?![\w])", re.IGNORECASE)


_y, _m = _Y.format("year"), _M.format("month")
_y1, _m1 = _Y.format("year1"), _M.format("month1")
_OF = r"\s*(?:of\s+|i\s+)?"
_NUMERIC = r"(?P<day>\d\d?)\s?[./-]\s?(?P<month>\d\d?)\s?[./-]\s?(?P<year>(?:19|20)?\d\d)"
_DAYS = rf"(?P<day1>\d\d?)\.?(?:\s+{_m1})?{_DASH}(?P<day>\d\d?)\.?\s+{_m},?\s*{_y}"
_KVT = r"(?:kvartal|kvt\.?|kv\.?|quarter)"
_QUARTER = rf"(?P<q>[1-4])(?:\.|st|nd|rd|th)?(?:{_DASH}(?P<q2>[1-4])\.?)?\s*{_KVT}"
_ORDINALS = (
    "første", "andet", "tredje", "fjerde", "first", "second", "third", "fourth",
    "i", "ii", "iii", "iv",
)  # fmt: skip
_QUARTER_WORDS = rf"(?P<q>{'|'.join(_ORDINALS)})\.?\s+{_KVT}"
_SPACED = r"(?P<day>\d\d?)\s?[./]\s?(?P<month>\d\d?)\.?\s+(?P<year>(?:19|20)\d\d)"
_RAPPORT = r"(?:rapport\w*|status\w*|notat\w*|møde\w*)?"
_HALVES = r"(?P<h>første|andet|first|second)\s+(?:halvår|half(?:[\s-]year)?)"
_Q = rf"Q(?P<q>[1-4])(?:{_DASH}Q?(?P<q2>[1-4]))?"
_YEAR_SPAN = rf"{_y1}\s*(?:-|–|—|til|to|/)\s*(?P<year>(?:(?:19|20)\d\d)|\d\d)"
_WEEK = r"(?:uge|week)\s*(?P<week>\d\d?)(?:\s*[-–]\s*(?P<week2>\d\d?))?[\s,/-]*"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days], str], ...] = (
    (_form(r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)"), _iso, "day"),
    (_form(_DAYS), _days, "range"),
    (_form(rf"(?P<day>\d\d?)(?:\.|st|nd|rd|th)?\s*(?:of\s+)?{_m},?\s*{_y}"), _day, "day"),
    (_form(rf"{_m}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,\s*{_y}"), _day, "day"),
    (_form(_NUMERIC), _day, "day"),
    (_form(_SPACED), _day, "day"),
    (_form(rf"{_m1}(?:\s+{_y1})?{_DASH}{_m}\s*{_y}"), _month_range, "range"),
    (_form(rf"{_PART}{_m}{_RAPPORT},?\s*{_y}"), _month, "month"),
    (_form(rf"{_PART}{_QUARTER}{_OF}{_y}"), _quarter, "quarter"),
    (_form(rf"{_QUARTER_WORDS}{_OF}{_y}"), _quarter_words, "quarter"),
    (_form(rf"{_PART}{_Q}[\s,/-]*{_OF}{_y}"), _quarter, "quarter"),
    (_form(rf"{_y}[\s-]+(?P<part>\b\B)?Q(?P<q>[1-4])(?P<q2>\b\B)?"), _quarter, "quarter"),
    (_form(rf"(?P<h>[12])\.?\s*(?:halvår|half(?:[\s-]year)?){_OF}{_y}"), _half, "half-year"),
    (_form(rf"H(?P<h>[12])[\s/-]*{_y}"), _half, "half-year"),
    (_form(rf"{_HALVES}{_OF}{_y}"), _half_words, "half-year"),
    (_form(rf"(?P<season>{_names(_SEASONS)}){_OF}{_y}"), _season, "season"),
    (_form(rf"{_WEEK}{_OF}{_y}"), _week, "week"),
    (_form(rf"(?:ved\s+)?udgangen\s+af\s+{_y}"), _exit, "day"),
    (_form(_YEAR_SPAN), _year_range, "range"),
    (_form(rf"{_PART}{_y}"), _year, "year"),
)  # fmt: skip
_JOINT = re.compile(r"\s*(?:-|–|—|til og med|til|to|through)\s*(?:den\s+)?", re.IGNORECASE)
_EXIT = re.compile(
    r"(?:ved|inden|til)?\s*(?:udgangen|slutningen|end)\s+(?:af|of)\s+$", re.IGNORECASE
)
_YEARS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:-|–|—|til og med|til|to|og)\s*((?:19|20)\d\d)(?!\d)"
)
_DIGIT = re.compile(r"\d")
_SINGLE = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?![\d.])")


def find_period(text: str, *, least: str = "month") -> FoundPeriod | None:
    """The first period of a text, exact forms before rough ones.

    ``least`` is ``"month"`` to leave out whole years and spans of years, ``"year"`` to take them.
    """
    if not _DIGIT.search(text):
        return None  # every form has a year
    for pattern, resolve, precision in _FORMS:
        rough = precision == "year" or resolve is _year_range
        if rough and least != "year":
            continue
        for match in pattern.finditer(text):
            try:
                start, end = resolve(match)
            except ValueError:
                continue
            if start > end:
                continue
            kind = _precision(match, precision)
            found = FoundPeriod(match.group().strip(), start, end, kind, match.span())
            return _with_end(text, found, pattern, resolve)
    return None


def _with_end(
    text: str,
    found: FoundPeriod,
    pattern: re.Pattern[str],
    resolve: Callable[[re.Match[str]], Days],
) -> FoundPeriod:
    """The range to a second period of the same form: "1. marts 2022 – 31. maj 2022"."""
    joint = _JOINT.match(text, found.span[1])
    match = pattern.match(text, joint.end()) if joint else None
    if match is None:
        return found
    try:
        end = resolve(match)[1]
    except ValueError:
        return found
    if end <= found.end:
        return found
    span = found.span[0], match.end()
    return FoundPeriod(text[span[0] : span[1]].strip(), found.start, end, "range", span)


def _precision(match: re.Match[str], precision: str) -> str:
    groups = match.groupdict()
    if groups.get("part"):
        return f"part-{precision}"
    return "range" if groups.get("q2") or groups.get("week2") else precision


def resolve_date(text: str) -> Days | None:
    """The days that a planned date means ("Q4 2023", "31.12.2023"); None where none is found."""
    found = find_period(text, least="year")
    if found is None:
        return None
    if _EXIT.search(text[: found.span[0]]) and not found.precision.startswith("part"):
        return found.end, found.end
    return found.start, found.end


def find_years(text: str, *, single: bool = False) -> tuple[int, int] | None:
    """The first span of years ("2023-2025", "fra 2020 til 2022"), or one year if ``single``."""
    span = _YEARS.search(text)
    if span and int(span[1]) <= int(span[2]):
        return int(span[1]), int(span[2])
    one = _SINGLE.search(text) if single else None
    return (int(one[1]), int(one[1])) if one else None
