"""The dates, quantities, entities and sentences of one text, as fields of the report's models."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict

from medcom_extract.danish.dates import DateWarning, FoundDate, read_dates
from medcom_extract.danish.english import is_english
from medcom_extract.danish.entities import entities_of
from medcom_extract.danish.numbers import find_quantities
from medcom_extract.danish.spans import FoundEntity, FoundQuantity
from medcom_extract.report import DateMention, Entity, Item, Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["MAX_LENGTH", "Facts", "Reference", "read_facts", "text_of", "to_span"]

Reference = tuple[date, date]
# No paragraph of a report comes near this; beyond it the cost of a text is no longer bounded.
MAX_LENGTH = 10_000


def text_of(item: Item) -> str:
    """An item's text as far as the language stage reads it."""
    return item.text[:MAX_LENGTH]


class Facts(TypedDict):
    """What every item has, by the names of its fields."""

    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    entities: tuple[Entity, ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ReadFacts:
    """The facts of a text, and what is doubtful about its dates."""

    fields: Facts
    warnings: list[DateWarning]


def read_facts(
    text: str,
    doc: "Doc",
    reference: Reference | None,
    direction: Literal["past", "future"] | None,
    *,
    among: str,
) -> ReadFacts:
    """The facts of a text; without a reference there are no dates, for their years are unknown.

    ``doc`` is the text as the pipeline sees it.  ``among`` are the texts around it, which
    settle what a text of few words is in.
    """
    english = is_english(text, among=among)
    dates, warnings = _dates(text, reference, direction, "en" if english else "da")
    taken = [found.span for found in dates]
    # "om 14 dage" is a day, not a count of days.
    counted = [
        found
        for found in find_quantities(text, english=english)
        if not _overlaps(found.span, taken)
    ]
    day = reference[1] if reference else None
    fields = Facts(
        dates=tuple(map(_date, dates)),
        quantities=tuple(map(_quantity, counted)),
        entities=tuple(map(_entity, entities_of(doc, on=day, text=text))),
        sentences=tuple(_sentence(text, s.start_char, s.end_char) for s in doc.sents),
    )
    return ReadFacts(fields, warnings)


def _sentence(text: str, start: int, end: int) -> Span:
    """A sentence's offsets without the white space around it."""
    piece = text[start:end]
    return Span(start=start + len(piece) - len(piece.lstrip()), end=start + len(piece.rstrip()))


def _dates(
    text: str,
    reference: Reference | None,
    direction: Literal["past", "future"] | None,
    language: Literal["da", "en"],
) -> tuple[list[FoundDate], list[DateWarning]]:
    if reference is None:
        return [], []
    reading = read_dates(text, reference, direction=direction, language=language)
    return reading.dates, reading.warnings


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def to_span(span: tuple[int, int]) -> Span:
    """Offsets as the report's model."""
    return Span(start=span[0], end=span[1])


def _date(found: FoundDate) -> DateMention:
    return DateMention(
        text=found.text,
        start=found.start,
        end=found.end,
        precision=found.precision,
        modifier=found.modifier,
        inferred=found.inferred,
        span=to_span(found.span),
    )


def _quantity(found: FoundQuantity) -> Quantity:
    return Quantity(
        text=found.text,
        value=found.value,
        of=found.of,
        to=found.to,
        unit=found.unit,
        span=to_span(found.span),
    )


def _entity(found: FoundEntity) -> Entity:
    return Entity(text=found.text, label=found.label, id=found.id, span=to_span(found.span))
