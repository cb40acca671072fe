"""What a reading of dates gives: the expressions found, and what was doubtful about them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

__all__ = [
    "DateReading",
    "DateWarning",
    "Days",
    "Direction",
    "FoundDate",
    "Language",
    "Link",
    "Reference",
    "Term",
]

Direction = Literal["past", "future"]
Language = Literal["da", "en"]
Link = Literal["to", "and", "list", "or"]


class Days(NamedTuple):
    """A stretch of days, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class DateWarning:
    """Something doubtful about a date: a stable code, a sentence, and offsets in the text."""

    code: Literal["misspelt-date", "impossible-date", "weekday-does-not-fit"]
    message: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression and the days it means.

    ``precision`` and ``modifier`` take the values of the model ``DateMention``; a modifier of None
    means that the words around say nothing.  ``inferred`` is true where the year, or more, was
    taken from the reference and not from the text.  ``span`` holds character offsets.
    """

    text: str
    start: date
    end: date
    precision: str
    modifier: str | None
    inferred: bool
    span: tuple[int, int]


class DateReading(NamedTuple):
    """The dates of a text in the order they stand, and the warnings."""

    dates: list[FoundDate]
    warnings: list[DateWarning]


@dataclass(frozen=True, slots=True)
class Reference:
    """The days of the report that a text is read against."""

    start: date
    end: date

    @property
    def eve(self) -> date:
        """From this day on a date counts as to come.

        A report on a half-year is written at its end, so what lies ahead of it lies ahead of its
        last month; a report dated with a month may be written on any day of it.
        """
        return max(self.start, self.end.replace(day=1))


@dataclass(slots=True)
class Term:
    """One date inside an expression, before its year is settled.

    ``in_year`` gives its days in a year, or None where that year has no such day.  ``link`` is
    how the next term of the same expression is joined to it.  ``own_year`` is true of "året": the
    reference's, unless the text looks back.
    """

    unit: str
    in_year: Callable[[int], Days | None]
    year: int | None
    link: Link | None = None
    inferred: bool = False
    own_year: bool = False
