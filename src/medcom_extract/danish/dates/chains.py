"""Dates that belong together: ranges, pairs and lists that lend each other year and part."""

from dataclasses import dataclass

from medcom_extract.danish.dates import feasts, spans
from medcom_extract.danish.dates.expressions import Expression
from medcom_extract.danish.dates.grammar import Grammar
from medcom_extract.danish.dates.model import Days, Link, Term

__all__ = ["Chain", "Piece", "link_expressions"]

AS_FAR_AS_A_MOVE = 70  # characters in which "udskudt ... fra" stands before its date
PART_OF = {"month": "part-month", "quarter": "part-quarter", "year": "part-year"}
PART_OF |= {"half-year": "part-year", "season": "season", "week": "week"}


@dataclass(slots=True)
class Piece:
    """A term with the expression it stands in."""

    expression: Expression
    term: Term
    first: bool
    last: bool


@dataclass(slots=True)
class Chain:
    """Pieces linked to one another; ``between`` says that "mellem" stands before the first."""

    pieces: list[Piece]
    between: bool = False


def link_expressions(expressions: list[Expression], lower: str, grammar: Grammar) -> list[Chain]:
    """Put neighbours that only a linking word parts into one chain."""
    for expression in expressions:
        expression.moved = _is_moved(expression, lower, grammar)
    chains: list[Chain] = []
    previous: Expression | None = None
    for expression in expressions:
        terms = expression.terms
        pieces = [Piece(expression, t, t is terms[0], t is terms[-1]) for t in terms]
        link = previous and _link_between(previous, expression, lower, grammar)
        if link and previous:
            previous.terms[-1].link = link
            chains[-1].pieces += pieces
        else:
            chains.append(Chain(pieces, any(lead.between for _, lead in expression.leads)))
        previous = expression
    for chain in chains:
        _lend_parts(chain)
        _part_moves(chain)
    return chains


def _link_between(left: Expression, right: Expression, lower: str, grammar: Grammar) -> Link | None:
    """Give the link that the words between two expressions make, or None."""
    gap = grammar.gap.fullmatch(lower, left.end, right.start)
    if gap is None:
        return None
    link = grammar.links[" ".join(gap["link"].split())]
    if link == "to":
        return "to"
    if left.terms[-1].unit != right.terms[0].unit:
        return None
    return link  # type: ignore[return-value]


def _part_moves(chain: Chain) -> None:
    """'rykket fra marts til juni' names an old date and a new one, no stretch of time."""
    for piece in chain.pieces:
        if piece.term.link == "to" and piece.expression.moved:
            piece.term.link = "or"


def _is_moved(left: Expression, lower: str, grammar: Grammar) -> bool:
    if not any(lead.modifier == "from" for _, lead in left.leads):
        return False
    return bool(grammar.moved.search(lower, max(0, left.start - AS_FAR_AS_A_MOVE), left.start))


def _lend_parts(chain: Chain) -> None:
    """Apply 'slut' and 'udgangen af', also to the rest of a list: 'slut Q1, Q2 og Q3'."""
    part = edge = unit = None
    previous_link: Link | None = None
    for piece in chain.pieces:
        words = piece.expression.words
        own, part_from = (words.number("part"), words.number("edge")), words.number("part_from")
        lent = (
            previous_link in ("list", "and", "or")
            and own == (None, None)
            and unit == piece.term.unit
        )
        if not lent:
            part, edge = own if piece.first or piece.last else (None, None)
        unit, previous_link = piece.term.unit, piece.term.link
        if part is not None:
            _cut_part(piece.term, part, part_from)
        elif edge is not None:
            _cut_edge(piece.term, edge)


def _cut_part(term: Term, part: int, part_from: int | None) -> None:
    whole = term.in_year

    def in_year(year: int) -> Days | None:
        days = whole(year)
        if days is None:
            return None
        first, last = _part_of(days, part_from or part), _part_of(days, part)
        return Days(min(first.start, last.start), max(first.end, last.end))

    term.in_year, term.unit = in_year, PART_OF.get(term.unit, term.unit)


def _part_of(days: Days, part: int) -> Days:
    """Give a third or a half by its number in [words.part]."""
    if part >= spans.FIRST_HALF:
        return spans.half_of(days, part - spans.FIRST_HALF + 1)
    return spans.third_of(days, part)


def _cut_edge(term: Term, edge: int) -> None:
    whole = term.in_year

    def in_year(year: int) -> Days | None:
        days = whole(year)
        if days is None:
            return None
        day = days.start if edge == 1 else days.end
        return Days(day, day)

    term.in_year, term.unit = in_year, "day"


def around_holidays(piece: Piece, days: Days) -> Days:
    """'inden jul' ends the day before; 'efter påske' is the month after."""
    modifier = piece.expression.modifier
    if piece.term.unit != "vague" or piece.expression.form.meaning != "holidays":
        return days
    if modifier == "before":
        return feasts.before(days)
    return feasts.after(days) if modifier == "after" else days
