"""What a PDF engine tells about a page: plain records, no meaning.

Both engines (``readers/pdf.py`` on pdfium, ``readers/plumber.py`` on pdfplumber) fill these
records, and everything after them is shared.  All coordinates are points from the top left corner
of the page **as it is shown** (crop box and page rotation applied); colours are ``#rrggbb``.

The records are mutable dataclasses with slots only because a frozen one costs four times as much
to build; nobody changes them after the reader has handed them over.
"""

from dataclasses import dataclass, field

from medcom_extract.document import Box, Patch

__all__ = ["LARGEST_MARK", "THINNEST_FILL", "Artwork", "Fill", "Link", "Page", "Rule", "Word"]

LARGEST_MARK = 120.0
"""Points.  Artwork longer than this in either direction is a figure, not a mark."""

THINNEST_FILL = 2.5
"""Points.  A filled box thinner than this is drawn as a line (borders are 0.25 to 2.25 pt)."""


@dataclass(slots=True)
class Word:
    """Characters of one look that stand together without white space.

    ``x0`` and ``x1`` run from the first character's origin to the end of the last one's advance.
    ``baseline`` is the y of the origin; ``size`` the font size as shown; ``top`` and ``bottom``
    are ``baseline - 0.75 * size`` and ``baseline + 0.25 * size``, so that words of one line in one
    size agree whatever their letters.  ``glued`` tells that no white space stands between it and
    the word before (the look changed in the middle of a word).  ``text_object`` numbers the PDF
    text object of the last character: a different number for a line-end hyphen and the letter
    before it is a signal (see ``hyphen_apart``).  ``hyphen_apart`` is None where the word does not
    end in a hyphen or the engine cannot tell, True where the hyphen is a text object of its own,
    False where it shares the word's.  ``hyphen_set`` tells that the hyphen is a character that
    only programs write (U+2010, a soft hyphen).  ``angle`` is the direction of the text in degrees,
    counter-clockwise, 0 for ordinary text.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    font: str = ""
    bold: bool = False
    italic: bool = False
    color: str | None = None
    glued: bool = False
    hyphen_apart: bool | None = None
    hyphen_set: bool = False
    text_object: int = 0
    angle: int = 0
    underline: bool = False
    href: str | None = None

    @property
    def box(self) -> Box:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True)
class Rule:
    """A straight line, horizontal or vertical: a stroke, or a filled box thinner than 2.5 pt."""

    x0: float
    top: float
    x1: float
    bottom: float
    color: str = "#000000"
    width: float = 1.0

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(slots=True)
class Fill:
    """A filled rectangle (cell shading, zebra stripe); both sides thicker than 2.5 pt.

    ``stroked`` tells that its edges are drawn too, and so may be rules of a table.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    color: str

    @property
    def box(self) -> Box:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True)
class Artwork:
    """A picture, or a drawn shape that is no rule and no rectangle.

    ``kind`` is ``image`` or ``shape``.  ``digest`` is equal for equal pictures, "" where unknown.
    ``palette`` holds its colours; () where they cannot be told, and for pictures larger than
    ``LARGEST_MARK``, which are never decoded.
    ``outline`` is ``ellipse`` where a shape's path is made of curves alone, ``rect`` where a shape
    longer than that fills nearly all of its box (a frame with round corners), ``path`` otherwise.
    """

    kind: str
    x0: float
    top: float
    x1: float
    bottom: float
    digest: str = ""
    outline: str | None = None
    alt: str | None = None
    palette: tuple[Patch, ...] = ()

    @property
    def box(self) -> Box:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True)
class Link:
    """A link annotation: the area and its target."""

    x0: float
    top: float
    x1: float
    bottom: float
    url: str


@dataclass(slots=True)
class Page:
    """One page.  ``hidden`` holds words that are invisible or outside the page: left out."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    artwork: list[Artwork] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    hidden: list[Word] = field(default_factory=list)
