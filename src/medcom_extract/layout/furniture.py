"""Running headers, footers and page numbers: told by repetition, set apart from the body."""

import re
from collections import defaultdict

from medcom_extract.document import Box
from medcom_extract.layout.grid import Grid
from medcom_extract.layout.headers import find_headers
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Page

__all__ = ["furniture_of"]

_MARGIN = 0.14
"""Share of the page's height, at the top and at the bottom, in which furniture stands."""

_SHIFT = 4.0
"""Points by which a repeated line may move from page to page."""

_PAGE_NUMBER = re.compile(
    r"^(?:[-–]\s*)?(?:(?:side|page|s\.|p\.)\s*)?\d{1,4}"
    r"(?:\s*(?:af|of|/|ud af)\s*\d{1,4})?(?:\s*[-–])?$",
    re.IGNORECASE,
)
_SAYS_PAGE = re.compile(r"\b(?:side|page)\s*\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def furniture_of(
    pages: list[Page],
    lines: list[list[Line]],
    grids: list[list[Grid]],
    columns: frozenset[str],
) -> set[int]:
    """Identities (``id``) of the lines that are running furniture.

    A line counts where its text, digits apart, stands at the same height in the margin of at
    least two pages and a third of all; a page number also where it stands once.  A line outside
    the margins is never furniture, nor is one in a grid that reaches out of them: that is the
    header row of a table, repeated on each page.  So is a line of known column headers
    (``columns``) without a grid.
    """
    seen: dict[tuple[str, bool], list[tuple[int, float, Line]]] = defaultdict(list)
    found: set[int] = set()
    for page, page_lines, page_grids in zip(pages, lines, grids, strict=True):
        tables = [grid for grid in page_grids if _margin_side(page, grid.box) is None]
        heads = {id(line) for head in find_headers(page_lines, columns) for line in head.lines}
        for line in page_lines:
            if id(line) in heads:
                continue
            side = _margin_side(page, line.box)
            if side is None or any(_inside(line, grid) for grid in tables):
                continue
            text = line.text.strip()
            if _is_page_number(text, page, line):
                found.add(id(line))
            height = line.top if side else page.height - line.bottom
            seen[(_DIGITS.sub("0", text), side)].append((page.number, height, line))
    for places in seen.values():
        found.update(_repeated(places, len(pages)))
    return found


def _repeated(places: list[tuple[int, float, Line]], pages: int) -> set[int]:
    found: set[int] = set()
    for _, height, _ in places:
        same = [place for place in places if abs(place[1] - height) <= _SHIFT]
        if len({number for number, _, _ in same}) >= max(2, pages / 3):
            found.update(id(line) for _, _, line in same)
    return found


def _inside(line: Line, grid: Grid) -> bool:
    return grid.cell_at((line.x0 + line.words[0].x1) / 2, (line.top + line.bottom) / 2) is not None


def _margin_side(page: Page, box: Box) -> bool | None:
    """True in the top margin, False in the bottom one, None between."""
    if box[3] <= _MARGIN * page.height:
        return True
    if box[1] >= (1 - _MARGIN) * page.height:
        return False
    return None


def _is_page_number(text: str, page: Page, line: Line) -> bool:
    """A page number that stands once: "Side 2 af 9", or bare digits that are the page's own."""
    if _SAYS_PAGE.search(text) and len(text) < 60:
        return True
    if not _PAGE_NUMBER.match(text):
        return False
    return int(_DIGITS.findall(text)[0]) == page.number and line.top > 0.9 * page.height
