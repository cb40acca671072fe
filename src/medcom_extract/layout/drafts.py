"""Tables and pages in the making: what stands where, before paragraphs are told apart."""

from dataclasses import dataclass, field

from medcom_extract.document import Box
from medcom_extract.layout.cards import Card
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork
from medcom_extract.layout.paragraphs import Draft
from medcom_extract.layout.pills import Pill

__all__ = ["DraftCell", "DraftPicture", "DraftTable", "Item", "PageDraft", "Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page."""

    page: int
    box: Box


@dataclass(slots=True)
class DraftPicture:
    """Artwork that stands by itself."""

    art: Artwork
    page: int

    @property
    def box(self) -> Box:
        return self.art.box


@dataclass(slots=True)
class DraftCell:
    """A cell: its lines first, its items (paragraphs, tables, pictures) once they are made."""

    row: int
    column: int
    row_span: int
    column_span: int
    places: list[Place]
    lines: list[Line] = field(default_factory=list)
    items: "list[Item]" = field(default_factory=list)
    art: list[Artwork] = field(default_factory=list)
    shading: list[tuple[str, float]] = field(default_factory=list)
    limit: float = 0.0

    @property
    def box(self) -> Box:
        return self.places[-1].box

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def blank(self) -> bool:
        return not self.lines and not self.art and not self.items


@dataclass(slots=True)
class DraftTable:
    """A table on one page, or joined over several.  ``places`` has one box a page."""

    xs: list[float]
    rows: list[list[DraftCell]]
    places: list[Place]
    header_rows: int = 0
    ruled: bool = True
    guessed: bool = False

    @property
    def box(self) -> Box:
        return self.places[0].box

    @property
    def cells(self) -> list[DraftCell]:
        return [cell for row in self.rows for cell in row]


Item = Draft | DraftTable | DraftPicture


@dataclass(slots=True)
class PageDraft:
    """A page sorted into furniture, tables, cards, and what is left for the flow of the body.

    ``cuts`` are heights that no column of text runs past.
    """

    number: int
    width: float
    height: float
    furniture: list[Line] = field(default_factory=list)
    tables: list[DraftTable] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    art: list[Artwork] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)
