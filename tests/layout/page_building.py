"""Pages for tests: words, rules, fills and artwork from compact descriptions.

Every letter is half its font size wide and a space a quarter, so that a test can say by arithmetic
which word fits where.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from medcom_extract.document import Block, Paragraph, Table
from medcom_extract.layout.drafts import DraftTable
from medcom_extract.layout.grid import find_grids
from medcom_extract.layout.lines import Line, lines_of
from medcom_extract.layout.page import Artwork, Fill, Page, Rule, Word
from medcom_extract.layout.paragraphs import paragraphs_of
from medcom_extract.layout.pitch import Pitch
from medcom_extract.layout.tables import Sheet, set_limits, tables_of

__all__ = [
    "fill", "flat", "lattice", "line", "lines", "page", "picture", "row", "ruled_table", "shape",
    "tokens", "upright", "word", "words", "wrapped",
]  # fmt: skip

LEADING = 1.2
"""Line pitch as a share of the font size."""


def word(text: str, x: float = 50, y: float = 100, *, size: float = 10, **look: Any) -> Word:
    """A word with its baseline at a point; ``look`` sets the record's other fields."""
    x1 = x + len(text) * size / 2
    return Word(text, x, y - 0.75 * size, x1, y + 0.25 * size, y, size, **look)


def words(text: str, x: float = 50, y: float = 100, *, size: float = 10, **look: Any) -> list[Word]:
    """The words of one line."""
    made: list[Word] = []
    for part in text.split():
        made.append(word(part, x, y, size=size, **look))
        x = made[-1].x1 + size / 4
    return made


def row(y: float, cells: dict[float, str], **look: Any) -> list[Word]:
    """Texts on one baseline, by the x at which each begins."""
    return [one for x, text in cells.items() for one in words(text, x, y, **look)]


def wrapped(
    text: str, x: float = 50, y: float = 100, *, limit: float = 200, size: float = 10, **look: Any
) -> list[Word]:
    """The words of a paragraph, broken into lines that end before ``limit``."""
    made: list[Word] = []
    at = x
    for part in text.split():
        if at > x and at + len(part) * size / 2 > limit:
            at, y = x, y + LEADING * size
        made.append(word(part, at, y, size=size, **look))
        at = made[-1].x1 + size / 4
    return made


def line(text: str, x: float = 50, y: float = 100, *, number: int = 1, **look: Any) -> Line:
    """One line on a page."""
    return Line(words(text, x, y, **look), number)


def lines(*texts: str, x: float = 50, y: float = 100, pitch: float = 12, **look: Any) -> list[Line]:
    """Lines below each other."""
    return [
        found
        for index, text in enumerate(texts)
        for found in lines_of(words(text, x, y + index * pitch, **look), 1)
    ]


def flat(y: float, x0: float, x1: float) -> Rule:
    """A horizontal rule."""
    return Rule(x0, y, x1, y)


def upright(x: float, top: float, bottom: float) -> Rule:
    """A vertical rule."""
    return Rule(x, top, x, bottom)


def lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All the rules of a table."""
    return [flat(y, xs[0], xs[-1]) for y in ys] + [upright(x, ys[0], ys[-1]) for x in xs]


def fill(x0: float, top: float, x1: float, bottom: float, color: str = "#dddddd") -> Fill:
    return Fill(x0, top, x1, bottom, color)


def picture(x: float, y: float, width: float = 14, height: float | None = None) -> Artwork:
    """A picture with its top left corner at a point; square unless a height is given."""
    return Artwork("image", x, y, x + width, y + (height or width))


def shape(x: float, y: float, width: float = 14, height: float | None = None) -> Artwork:
    """A drawn shape with its top left corner at a point; square unless a height is given."""
    return Artwork("shape", x, y, x + width, y + (height or width))


def ruled_table(
    xs: Sequence[float], ys: Sequence[float], texts: Sequence[Sequence[str]], *, number: int = 1
) -> DraftTable:
    """A table with all its rules, each text at the top of its cell; paragraphs are made."""
    found = page(number=number, rules=lattice(xs, ys))
    for y, cells in zip(ys, texts, strict=False):
        for low, high, text in zip(xs, xs[1:], cells, strict=False):
            found.words += wrapped(text, low + 2, y + 10, limit=high - 2)
    table = tables_of(Sheet(found, found.words), find_grids(found.rules))[0]
    set_limits([table])
    for cell in table.cells:
        cell.items = list(paragraphs_of(cell.lines, cell.limit, Pitch({10: LEADING})))
    return table


def page(*found: Word, number: int = 1, **more: Any) -> Page:
    """An upright A4 page."""
    size = {"width": 595.0, "height": 842.0}
    return Page(number, words=list(found), **{**size, **more})


def tokens(blocks: Sequence[Block]) -> Iterator[str]:
    """Every word of blocks as it was printed, list labels among them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (block.bullet or "").split()
            yield from block.text.split()
        elif isinstance(block, Table):
            for cell in block.cells:
                yield from tokens(cell.blocks)
