"""What the reading of a part's text needs to know and to remember."""

from dataclasses import dataclass, field

from medcom_extract.document import Mark
from medcom_extract.readers.word.colours import Theme
from medcom_extract.readers.word.fields import Fields
from medcom_extract.readers.word.names import Element
from medcom_extract.readers.word.numbering import Numbering
from medcom_extract.readers.word.package import Package, Relationship
from medcom_extract.readers.word.styles import Look, Styles

__all__ = ["Content", "Frame", "Piece", "Story"]


@dataclass(slots=True)
class Piece:
    """Text in one look, as it stands in a line."""

    text: str
    look: Look
    href: str | None


@dataclass(slots=True)
class Frame:
    """A text box: its content element, which is read after the paragraph that holds it."""

    element: Element


@dataclass(slots=True)
class Content:
    """What is found inside a paragraph.

    ``pictures`` are marks too large to be a light; ``texts`` words of diagrams, a paragraph each.
    """

    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    pictures: list[Mark] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        letters = sum(len(piece.text) for piece in self.pieces)
        marks = len(self.marks) + len(self.pictures)
        return letters + marks + len(self.frames) + len(self.texts)


@dataclass
class Story:
    """A part with text: the body, a header, a footer, the notes."""

    package: Package
    part: str
    theme: Theme
    styles: Styles
    numbering: Numbering
    relationships: dict[str, Relationship]
    fields: Fields
    footnotes: list[str] = field(default_factory=list)
    """Ids of the footnotes referred to, in the order of their references."""
    endnotes: list[str] = field(default_factory=list)
    hidden_words: int = 0
    embedded: int = 0
    """Documents embedded as a whole (``w:altChunk``), which are not read."""
    depth: int = 0
    """How many tables and text boxes are open."""
