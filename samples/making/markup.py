"""The small markup of the content files: facts stand beside the words that state them.

    {26. april 2027|2027-04-26}                   a date
    {primo april|2027-04-01/2027-04-10}           a span of days, both ends included
    {inden jul|2027-12-23~}                       a vague one, not scored
    {79 kommuner|=79}                             a quantity; its unit is what follows the figure
    {3,2 mio. kr.|=3200000 kr.}                   a quantity with its unit written out
    {@https://example.org/}                       a link

An item may begin with `- ` (a list item) and a risk with `M! ` (it has happened), `S! `
(solved) or `?! ` (a careful reader would not be sure of its state).
"""

import re
from dataclasses import dataclass

MARK = re.compile(r"\{(?P<text>[^{}|@]+)\|(?P<value>[^{}]*)\}")
LINK = re.compile(r"\{@(?P<url>[^{}]+)\}")
SIGN = re.compile(r"^(?P<sign>- |M! |S! |\?! )")
FIGURE = re.compile(r"^[\d.,]+(?: (?:ud )?af [\d.,]+)?(?: mio\.)?\s?")
# The wording rule of a date's text: these words lead to it but are no part of it.
LEAD = re.compile(r"^(?:den|d\.|pr\.|i|fra|siden) (?!løbet)(?!.* til )", re.IGNORECASE)


@dataclass(frozen=True)
class DateFact:
    text: str
    start: str
    end: str
    fuzzy: bool


@dataclass(frozen=True)
class QuantityFact:
    text: str
    value: float
    unit: str


@dataclass(frozen=True)
class Item:
    """One paragraph or list item, and the facts that it states."""

    text: str
    bullet: bool = False
    state: str = "potential"
    unsure: bool = False
    dates: tuple[DateFact, ...] = ()
    quantities: tuple[QuantityFact, ...] = ()
    links: tuple[str, ...] = ()


def first_words(text: str, count: int = 7) -> str:
    return " ".join(text.split()[:count])


def read_date(text: str, value: str) -> DateFact:
    start, _, end = value.rstrip("~").partition("/")
    end = end or start
    if not start <= end:
        raise ValueError(f"date ends before it starts: {text} {value}")
    return DateFact(LEAD.sub("", text), start, end, value.endswith("~"))


def read_quantity(text: str, value: str) -> QuantityFact:
    number, _, unit = value[1:].partition(" ")
    figure = float(number)
    return QuantityFact(
        text, int(figure) if figure.is_integer() else figure, unit or FIGURE.sub("", text)
    )


def read_item(source: str) -> Item:
    """The item that a line of content stands for."""
    signs = set()
    while match := SIGN.match(source):
        signs.add(match["sign"].strip())
        source = source[match.end() :]
    marks = [(m["text"], m["value"]) for m in MARK.finditer(source)]
    text = LINK.sub(r"\g<url>", MARK.sub(r"\g<text>", source))
    return Item(
        text=text,
        bullet="-" in signs,
        state="materialised" if "M!" in signs else "mitigated" if "S!" in signs else "potential",
        unsure="?!" in signs,
        dates=tuple(read_date(t, v) for t, v in marks if not v.startswith("=")),
        quantities=tuple(read_quantity(t, v) for t, v in marks if v.startswith("=")),
        links=tuple(m["url"] for m in LINK.finditer(source)),
    )
