"""The neutral document: what a file holds, before anyone asks what it means.

    Document
    ├── blocks: Paragraph | Table | Picture     the body, in reading order
    │      Table ── Cell ── blocks              a cell holds paragraphs, pictures and tables again
    ├── furniture: Paragraph                    running headers, footers, page numbers,
    │                                          and header rows that a table repeats on each page
    └── warnings: Warning

Nothing in here knows a report, a traffic light, PDF or Word.  Lengths are PDF points (1/72 inch)
from the top left corner of the page as it is shown; colours are ``#rrggbb`` in lower case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

__all__ = [
    "Block",
    "Box",
    "Cell",
    "Document",
    "Location",
    "Mark",
    "Paragraph",
    "Patch",
    "Picture",
    "Run",
    "Source",
    "Table",
    "Warning",
    "count_words",
    "has_words",
]

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""

MarkKind = Literal["image", "shape", "shading", "glyph", "emoji"]

# From a word's first letter or digit on: a sign before it needs no look.
_WORD = re.compile(r"[^\W_]\S*")


def count_words(text: str) -> int:
    """Number of words in a text: runs without white space that hold a letter or a digit.

    Bullets, dashes and pictographs that stand alone are not words.
    """
    words = text.split()
    # Where each begins with a letter or a digit, as in most texts, no pattern has to be asked.
    if "".join([word[0] for word in words]).isalnum():
        return len(words)
    return len(_WORD.findall(text))


def has_words(text: str) -> bool:
    """Whether ``count_words`` would count any: asked for most texts, and at a fraction."""
    return _WORD.search(text) is not None


@dataclass(frozen=True, slots=True)
class Location:
    """Where a value was read: a box on a page (PDF), or a path in the body (Word)."""

    page: Annotated[int | None, Field(description="Page number from 1; null for Word.")] = None
    bbox: Annotated[
        Box | None,
        Field(description="x0, top, x1, bottom in PDF points from the top left of the shown page."),
    ] = None
    path: Annotated[
        str | None,
        Field(description="Place in a Word file, such as body/table[2]/row[4]/cell[3]."),
    ] = None


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a person should know about how the file was read."""

    code: str
    message: str
    locations: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look.  ``color`` is None for the default (black)."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str | None = None
    size: float | None = None
    font: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Patch:
    """One colour of a mark: its share of the mark's visible area and the centre of that area.

    ``x`` and ``y`` run from 0 (left, top) to 1 (right, bottom) of the mark's box.
    """

    color: str
    share: float = 1.0
    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A picture, vector shape, cell fill, coloured glyph or emoji that may mean something.

    ``palette`` lists its colours, most area first, and is empty where the colours could not be
    told.  ``text`` is the glyph or emoji itself, or words drawn inside a shape; ``alt`` the
    alternative text; ``outline`` tells a shape's geometry (``"ellipse"``, ``"rect"``,
    ``"smileyFace"`` ...) where it is known.  ``width`` and ``height`` are in points.
    """

    kind: MarkKind
    palette: tuple[Patch, ...] = ()
    text: str | None = None
    alt: str | None = None
    outline: str | None = None
    width: float | None = None
    height: float | None = None
    locations: tuple[Location, ...] = ()


class _Memory:
    """A place to keep a paragraph's text, which is asked for again and again; it is no field."""

    __slots__ = ("_text",)
    _text: str


@dataclass(frozen=True, slots=True)
class Paragraph(_Memory):
    """A paragraph, list item or heading.

    ``level`` is the outline level from 1 where the file says so (heading style, outline level).
    ``role`` is what the file itself says the paragraph is: ``title``, ``subtitle``, ``heading``,
    ``caption``, or None.  ``bullet`` is the list label as printed ("•", "1."), an empty string
    for a list item whose label is not known, None outside lists; it is not part of the text.
    ``marks`` stand in the line or beside it.
    """

    runs: tuple[Run, ...]
    role: Literal["title", "subtitle", "heading", "caption"] | None = None
    level: int | None = None
    bullet: str | None = None
    marks: tuple[Mark, ...] = ()
    locations: tuple[Location, ...] = ()

    @property
    def text(self) -> str:
        """The author's text, white space single, line-end hyphens taken out."""
        try:
            return self._text
        except AttributeError:
            text = " ".join("".join([run.text for run in self.runs]).split())
            object.__setattr__(self, "_text", text)
            return text

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        return self._all("bold")

    @property
    def underline(self) -> bool:
        """Whether all of its letters are underlined."""
        return self._all("underline")

    def _all(self, look: str) -> bool:
        inked = [run for run in self.runs if run.text.strip()]
        return bool(inked) and all(getattr(run, look) for run in inked)

    @property
    def size(self) -> float | None:
        """Font size in points of the longest run that tells one."""
        sized = [run for run in self.runs if run.size and run.text.strip()]
        return max(sized, key=lambda run: len(run.text)).size if sized else None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or drawing that stands by itself in the body, such as a chart."""

    mark: Mark
    locations: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.  ``row`` and ``column`` count from 0 in the grid of the whole (joined) table.

    ``marks`` are the cell's own: its shading, and pictures or shapes that float over it.  Marks
    in the line of a paragraph stand at the paragraph.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    blocks: "tuple[Block, ...]" = ()
    marks: tuple[Mark, ...] = ()
    locations: tuple[Location, ...] = ()

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs directly in the cell."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def text(self) -> str:
        """The text of its paragraphs, one a line; nested tables left out."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, joined over the pages it runs over.

    ``rows`` holds the cells that begin in each row, from left to right; a cell that spans rows
    stands in its first.  ``header_rows`` is how many first rows the file or the layout marks as
    header, 0 where nothing tells.  Header rows that are repeated at the top of further pages are
    not here but in the document's furniture.
    """

    columns: int
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    locations: tuple[Location, ...] = ()

    @property
    def cells(self) -> list[Cell]:
        """All cells, row by row."""
        return [cell for row in self.rows for cell in row]


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from.

    ``created`` is ISO 8601 and ``title`` the file's own property, where the file tells them.
    """

    name: str
    media_type: str
    sha256: str
    page_count: int | None = None
    producer: str | None = None
    created: str | None = None
    engine: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: body blocks in reading order, running furniture, warnings."""

    source: Source
    blocks: tuple[Block, ...]
    furniture: tuple[Paragraph, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the body, those in (nested) tables included, in reading order."""
        found: list[Paragraph] = []
        _gather_paragraphs(self.blocks, found)
        return iter(found)

    def tables(self) -> Iterator[Table]:
        """Every table of the body, nested ones after the table that holds them."""
        return _tables(self.blocks)

    @property
    def words(self) -> int:
        """Words in the body, list labels such as "1." apart."""
        return sum(count_words(paragraph.text) for paragraph in self.paragraphs())

    @property
    def is_silent(self) -> bool:
        """Whether it holds not a word, furniture included: what the counts say without counting."""
        return not (_hold_words(self.blocks) or _hold_words(self.furniture))

    @property
    def furniture_words(self) -> int:
        """Words set apart as running headers, footers, page numbers and repeated header rows."""
        return sum(count_words(paragraph.text) for paragraph in self.furniture)


def _gather_paragraphs(blocks: tuple[Block, ...], found: list[Paragraph]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    _gather_paragraphs(cell.blocks, found)


def _hold_words(blocks: "tuple[Block, ...]") -> bool:
    """Whether some paragraph holds a word: told by the first that does."""
    for block in blocks:
        if isinstance(block, Paragraph) and has_words(block.text):
            return True
        if isinstance(block, Table) and any(_hold_words(cell.blocks) for cell in block.cells):
            return True
    return False


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for cell in block.cells:
                yield from _tables(cell.blocks)
