"""Which of a table's columns of lights is the status: not the one from last time."""

import re
from collections.abc import Sequence
from datetime import date

from medcom_extract.parsing.headers import Header
from medcom_extract.parsing.periods import find_period
from medcom_extract.parsing.profiles import LONG, Profile

__all__ = ["find_status_column"]

_HALF_YEAR = 184
_BARE = re.compile(r"Q[1-4]|[1-4]\.? ?(?:kvartal|kvt|kv)\b|[^\W\d_]{3,9}\.?$", re.IGNORECASE)
"""A quarter, or a last word that may be a month."""
_ASIDE = ("aspect", "previous", "trend", "score", "risks", "likelihood", "impact")


def find_status_column(
    header: Header | None, profiles: Sequence[Profile], name: int
) -> tuple[int | None, str]:
    """The column of the overall light, and a message where nothing tells it from others.

    A column named for the status goes first, then one of no name; of several that are dated
    ("November 2023", "Februar 2024") the latest.
    """
    lit = [c for c, p in enumerate(profiles) if p.lit and p.length < LONG and c != name]
    if header is None:
        return (lit[0] if lit else None), ""
    named = [
        c for c in header.columns("status")
        if c != name and header.roles[c][:1] != ("previous",)
    ]  # fmt: skip
    named.sort(key=lambda c: _remoteness(header, c))
    shown = [c for c in named if c in lit]
    if shown:
        nearest = _remoteness(header, shown[0])
        return _latest(header, [c for c in shown if _remoteness(header, c) == nearest])
    free = [c for c in lit if not any(role in header.roles[c] for role in _ASIDE)]
    if free:
        return _latest(header, free)
    empty = [c for c in named if profiles[c].length < 20 and not profiles[c].labels]
    return (empty[0] if empty else None), ""


def _remoteness(header: Header, column: int) -> tuple[bool, bool, bool]:
    """How far a column's words are from naming the overall status alone."""
    roles = header.roles[column]
    return "aspect" in roles, "remarks" in roles, "status" not in header.own[column]


def _latest(header: Header, columns: list[int]) -> tuple[int, str]:
    if len(columns) == 1:
        return columns[0], ""
    days = _days([header.texts[c] for c in columns])
    if len(set(days)) == len(columns):
        return columns[days.index(max(days))], ""
    titles = ", ".join(f"“{header.texts[c]}”" for c in columns)
    message = f"Several columns of lights may be the status ({titles}); the first was read so."
    return columns[0], message


def _days(titles: list[str]) -> list[date]:
    """The last days of the periods that titles say, all of them or none.

    Where the years are left out ("Marts", "Q2"), what stands more than half a year before another
    is of the year after it.
    """
    found = [find_period(title, least="year") for title in titles]
    if any(one is None for one in found):
        bare = [_BARE.search(title) for title in titles]
        found = [find_period(f"{one.group()} 2001") if one else None for one in bare]
    days = [one.end for one in found if one is not None]
    if len(days) < len(titles):
        return []
    late = [day for day in days if (max(days) - day).days > _HALF_YEAR and day.year == 2001]
    return [day.replace(year=2002) if day in late else day for day in days]
