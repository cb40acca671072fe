"""Dates in Danish (and English) text: a table of forms, and a report's period to read them against.

``forms.toml`` holds the table; ``find_dates`` reads a text with it.  Nothing is compiled before
the first text is read.
"""

from medcom_extract.danish.dates.model import DateReading, DateWarning, FoundDate
from medcom_extract.danish.dates.reading import find_dates, read_dates, resolve_period

__all__ = [
    "DateReading",
    "DateWarning",
    "FoundDate",
    "find_dates",
    "read_dates",
    "resolve_period",
]
