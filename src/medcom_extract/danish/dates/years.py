"""The year that a date leaves out, and the years that linked dates lend each other."""

from medcom_extract.danish.dates.model import Days, Direction, Reference, Term

__all__ = ["settle"]

REACH = 2  # years either way
REACH_OF_LEAP_DAYS = 8


def settle(
    terms: list[Term], reference: Reference, direction: Direction | None
) -> list[Days | None]:
    """Give each linked term its days, from the last to the first; None: no such day.

    A term without a year takes the one that keeps it before the next term ("november til marts
    2025"), else after the one before it ("november 2024 til marts"); with no year to lean on, the
    last takes the year nearest to the reference in the direction of the text.
    """
    known = [None if term.year is None else term.in_year(term.year) for term in terms]
    if any(term.year is not None for term in terms):
        return _lend_years(terms, known)
    for term in terms:
        term.inferred = True
    if direction is not None or len(terms) == 1 or terms[-1].own_year:
        return _lend_years(terms, [*known[:-1], nearest(terms[-1], reference, direction)])
    last_days = _candidates(terms[-1], reference.start.year, reference.end.year)
    whole = [_lend_years(terms, [*known[:-1], days]) for days in last_days]
    return min(whole, key=lambda days: _nearness(_hull(days), reference), default=known)


def _lend_years(terms: list[Term], known: list[Days | None]) -> list[Days | None]:
    """Fill in the days of terms without a year from those beside them."""
    settled = [*known]
    for i in range(len(terms) - 2, -1, -1):
        follower = settled[i + 1]
        if terms[i].year is None and follower is not None:
            settled[i] = _last_before(terms[i], follower)
    for i in range(1, len(terms)):
        leader = settled[i - 1]
        if terms[i].year is None and settled[i] is None and leader is not None:
            settled[i] = _first_after(terms[i], leader)
    return settled


def _hull(settled: list[Days | None]) -> Days:
    days = [stretch for stretch in settled if stretch is not None]
    return Days(min(stretch.start for stretch in days), max(stretch.end for stretch in days))


def nearest(term: Term, reference: Reference, direction: Direction | None) -> Days | None:
    """Give the days of the year nearest to the reference in this direction; None: no such day.

    To the future belongs what ends after the reference's eve, to the past what begins before its
    end, so that what overlaps the report's own month belongs to both.
    """
    candidates = _candidates(term, reference.start.year, reference.end.year)
    if direction == "future":
        return min((days for days in candidates if days.end >= reference.eve), default=None)
    if direction == "past":
        return max((days for days in candidates if days.start <= reference.end), default=None)
    if term.own_year:
        return term.in_year(reference.end.year)
    return min(candidates, key=lambda days: _nearness(days, reference), default=None)


def _nearness(days: Days, reference: Reference) -> tuple[int, int]:
    """Rank by the days between them, and of two as near the later first."""
    gap = max(0, (reference.start - days.end).days, (days.start - reference.end).days)
    return gap, -days.end.toordinal()


def _candidates(term: Term, first: int, last: int) -> list[Days]:
    found = [term.in_year(year) for year in range(first - REACH, last + REACH + 1)]
    if None in found:
        reach = range(first - REACH_OF_LEAP_DAYS, last + REACH_OF_LEAP_DAYS + 1)
        found = [term.in_year(year) for year in reach]
    return [days for days in found if days is not None]


def _last_before(term: Term, follower: Days) -> Days | None:
    near = _candidates(term, follower.start.year, follower.end.year)
    return max((days for days in near if days.start <= follower.start), default=None)


def _first_after(term: Term, leader: Days) -> Days | None:
    near = _candidates(term, leader.start.year, leader.end.year)
    return min((days for days in near if days.end >= leader.end), default=None)
