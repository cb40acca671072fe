"""From a text to its dates: find, link, settle the years, and say what is doubtful."""

from datetime import date

from medcom_extract.danish.dates.chains import (
    Chain,
    Piece,
    around_holidays,
    link_expressions,
)
from medcom_extract.danish.dates.direction import find_direction
from medcom_extract.danish.dates.expressions import Page, find_expressions
from medcom_extract.danish.dates.grammar import load_grammar
from medcom_extract.danish.dates.model import (
    DateReading,
    DateWarning,
    Days,
    Direction,
    FoundDate,
    Language,
    Reference,
)
from medcom_extract.danish.dates.spelling import Mended, mend
from medcom_extract.danish.dates.years import settle

__all__ = ["find_dates", "read_dates", "resolve_period"]

Settled = tuple[Piece, Days]


def find_dates(
    text: str,
    reference: date | tuple[date, date],
    *,
    direction: Direction | None = None,
    language: Language = "da",
) -> list[FoundDate]:
    """Find the dates of a text, in the order they stand; see ``read_dates``."""
    return read_dates(text, reference, direction=direction, language=language).dates


def read_dates(
    text: str,
    reference: date | tuple[date, date],
    *,
    direction: Direction | None = None,
    language: Language = "da",
) -> DateReading:
    """Find the dates of a text and what is doubtful about them.

    ``reference`` is the day of the report or the first and last day of its period: missing years
    and expressions such as "næste kvartal" are read against it.  ``direction`` comes from the kind
    of item (what was achieved looks back); without it tense and words decide, and where they do
    not tell, the nearest year.  Danish and English are both read; ``language`` settles what only
    one of them would say (an English "May" without a preposition).
    """
    days = (reference, reference) if isinstance(reference, date) else reference
    return _read(text, Reference(*days), direction, language, bare_years=False)


def resolve_period(
    text: str, reference: date | tuple[date, date] | None = None
) -> tuple[date, date, str] | None:
    """Read a report's period or a table's planned date: first day, last day and precision.

    None where the text holds no date, or none whose year is known: without a reference a year
    that is missing stays unknown.
    """
    days = (date.min, date.min) if reference is None else reference
    days = (days, days) if isinstance(days, date) else days
    if reference is None:
        days = (date(2000, 1, 1), date(2000, 1, 1))
    found = _read(text, Reference(*days), None, "da", bare_years=True).dates
    known = [mention for mention in found if reference is not None or not mention.inferred]
    return (known[0].start, known[0].end, known[0].precision) if known else None


def _read(
    text: str,
    reference: Reference,
    direction: Direction | None,
    language: Language,
    *,
    bare_years: bool,
) -> DateReading:
    grammar = load_grammar()
    mended = mend(text, _lower(text))
    lower = _lower(mended.text)
    page = Page(mended.text, lower, reference, language, bare_years)
    expressions = list(find_expressions(page, grammar))
    found: list[FoundDate] = []
    warnings = [_misspelt(text, *slip) for slip in mended.slips]
    for chain in link_expressions(expressions, lower, grammar):
        span = chain.pieces[0].expression.start, chain.pieces[-1].expression.end
        looks = direction
        if any(piece.term.year is None for piece in chain.pieces):
            looks = find_direction(mended.text, span, direction, grammar.cues)
        if looks == "past" and any(piece.expression.moved for piece in chain.pieces):
            looks = None  # the move is past, its dates lie on either side
        settled = _settled(chain, reference, looks)
        for group in _groups(chain, settled):
            found.append(_found(text, mended, group))
        warnings += _doubts(text, mended, chain, settled)
    return DateReading(found, warnings)


def _lower(text: str) -> str:
    """Make letters small without moving any offset (a Turkish I would)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _settled(chain: Chain, reference: Reference, looks: Direction | None) -> list[Days | None]:
    settled = settle([piece.term for piece in chain.pieces], reference, looks)
    return [
        days and around_holidays(piece, days)
        for piece, days in zip(chain.pieces, settled, strict=True)
    ]


def _groups(chain: Chain, settled: list[Days | None]) -> list[list[Settled]]:
    """Split a chain into what is one expression each: a single date, or the two ends of a range."""
    joins = _joins(chain, settled)
    groups: list[list[Settled]] = []
    previous_joins = False
    for piece, days, join in zip(chain.pieces, settled, joins, strict=True):
        if days is None:
            previous_joins = False
            continue
        if groups and previous_joins:
            groups[-1].append((piece, days))
        else:
            groups.append([(piece, days)])
        previous_joins = join
    return groups


def _joins(chain: Chain, settled: list[Days | None]) -> list[bool]:
    """Say of each piece whether it makes a range with the next.

    A dash or "til" does, once; "og" does after "mellem" and between neighbours ("10. og 11. maj"),
    in a longer list only where all are neighbours ("uge 34, 35 og 36").
    """
    followers = [*settled[1:], None]
    pairs = list(zip(settled, followers, strict=True))
    ordered = [bool(a and b and a.start <= b.start and a.end <= b.end) for a, b in pairs]
    close = [bool(a and b and (b.start - a.end).days == 1) for a, b in pairs]
    links = [piece.term.link for piece in chain.pieces[:-1]]
    all_close = all(close[:-1]) and "and" in links and not {"to", "or"} & set(links)
    near = {"and", "list"} if all_close else (set() if "list" in links else {"and"})
    joins: list[bool] = []
    for i, piece in enumerate(chain.pieces):
        link = piece.term.link
        after_range = i > 0 and joins[i - 1] and "to" in (link, chain.pieces[i - 1].term.link)
        spans = link == "to" or (link == "and" and chain.between)
        joins.append(not after_range and ((spans and ordered[i]) or (link in near and close[i])))
    return joins


def _found(text: str, mended: Mended, group: list[Settled]) -> FoundDate:
    """Write a single date or a range as a mention with the offsets of the original text."""
    (first, start), (last, end) = group[0], group[-1]
    at, until = first.expression.text_start, last.expression.end
    modifier = first.expression.modifier
    precision = first.term.unit
    if len(group) > 1:
        precision = "range"
        if modifier == "from":
            at, modifier = first.expression.leads[-1][0], None
    at, until = mended.offset(at), mended.offset(until)
    inferred = any(piece.term.inferred for piece, _ in group)
    return FoundDate(
        text[at:until], start.start, end.end, precision, modifier, inferred, (at, until)
    )


def _misspelt(text: str, start: int, end: int, right: str) -> DateWarning:
    message = f'"{text[start:end]}" is read as "{right}".'
    return DateWarning("misspelt-date", message, (start, end))


def _doubts(
    text: str, mended: Mended, chain: Chain, settled: list[Days | None]
) -> list[DateWarning]:
    """Warn of days that no calendar has, and of weekdays that do not fit their date."""
    doubts = []
    for piece, days in zip(chain.pieces, settled, strict=True):
        span = mended.offset(piece.expression.start), mended.offset(piece.expression.end)
        said = text[slice(*span)]
        if days is None:
            doubts.append(DateWarning("impossible-date", f'"{said}" is no date.', span))
            continue
        weekday = piece.expression.words.number("weekday")
        if piece.first and weekday is not None and days.start.isoweekday() != weekday:
            message = f'"{said}": {days.start} falls on another weekday.'
            doubts.append(DateWarning("weekday-does-not-fit", message, span))
    return doubts
