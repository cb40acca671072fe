"""What the functions of this room find in a text, each with its place."""

from dataclasses import dataclass, field

__all__ = ["FoundEntity", "FoundQuantity", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``span`` is its character offsets in the text."""

    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A figure with its unit.

    ``of`` is the whole in "4 ud af 6", ``to`` the upper end in "2-3 leverandører"; both are None
    elsewhere.  ``unit`` is what is counted, in the author's words; None where it is left out.
    """

    text: str
    value: float
    of: float | None
    to: float | None
    unit: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """A named party, system, standard or place.

    ``id`` is None for a name that stands in no list.  ``name`` is the canonical name.  An
    abbreviation with several meanings gives one FoundEntity for each, all with the same span.
    """

    text: str
    label: str
    id: str | None
    span: tuple[int, int]
    name: str | None = field(default=None)
