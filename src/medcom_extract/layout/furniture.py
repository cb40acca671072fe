"""Running headers, footers and page numbers: told by repetition, set apart from the body."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from medcom_extract.document import Box
from medcom_extract.layout.boxes import shared_height, shared_width
from medcom_extract.layout.grid import Grid
from medcom_extract.layout.headers import find_headers, segments
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Page, Word

__all__ = ["furniture_of", "margin_words"]

_MARGIN = 0.14
"""Share of the page's height, at the top and at the bottom, in which furniture stands."""

_NEIGHBOURHOOD = 0.2
"""Share of the page's height within which the lines next to the margins stand."""

_SHIFT = 4.0
"""Points by which a repeated line may move from page to page."""

_APART = 1.2
"""Times its font size that a line stands from the body to be furniture by a few repetitions."""

_LEAST_HEADS = 4
"""Pages on which a running head that changes stands at least."""

_LEAST_HALVED = 3
"""Pages on which one half of a running head comes again at least."""

_FAR_APART = 4.0
"""Times the font size that the halves of a running head stand apart at least."""

_OFTEN = 3
"""Times that a label stands amid the pages at least."""

_MANY_PAGES = 5
"""Pages from which a line need not come again on each of them."""

_PAGE_NUMBER = re.compile(
    r"^(?:[-–]\s*)?(?:(?:side|page|s\.|p\.)\s*)?\d{1,4}"
    r"(?:\s*(?:af|of|/|ud af)\s*\d{1,4})?(?:\s*[-–])?$",
    re.IGNORECASE,
)
_SAYS_PAGE = re.compile(r"\b(?:side|page)\s*\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: its page, its distance from the page's edge."""

    page: int
    height: float
    line: Line
    alone: bool


def margin_words(page: Page) -> list[Word]:
    """The words of a page that stand in its margins or next to them."""
    top, bottom = _NEIGHBOURHOOD * page.height, (1 - _NEIGHBOURHOOD) * page.height
    return [w for w in page.words if w.baseline < top or w.baseline > bottom]


def furniture_of(
    pages: list[Page],
    lines: list[list[Line]],
    grids: list[list[Grid]],
    columns: frozenset[str],
) -> set[int]:
    """Identities (``id``) of the lines that are running furniture.

    ``lines`` are those in and next to the margins (``margin_words``), page by page.

    A line counts where its text, digits apart, stands at the same height in the margin of at
    least two pages and a third of all, apart from the body or on most pages; a page number also
    where it stands once.  A line outside the margins is never furniture, nor is one in a grid
    that reaches out of them: that is the header row of a table, repeated on each page.  So is a
    line of known column headers (``columns``) without a grid, and one that stands amid pages, too.
    """
    seen: dict[tuple[str, bool], list[_Place]] = defaultdict(list)
    found: set[int] = set()
    for page, page_lines, page_grids in zip(pages, lines, grids, strict=True):
        tables = [grid for grid in page_grids if _margin_side(page, grid.box) is None]
        outer = [
            line for line in page_lines
            if _margin_side(page, line.box) is not None
            and not any(_inside(line, grid) for grid in tables)
        ]  # fmt: skip
        heads = {id(line) for head in find_headers(outer, columns) for line in head.lines}
        for line in outer:
            if id(line) in heads:
                continue
            side = _margin_side(page, line.box)
            if side is None or _is_cut(line):
                continue
            text = line.text.strip()
            alone = _stands_apart(line, page_lines, side)
            if _is_page_number(text, page, line, alone=alone):
                found.add(id(line))
            height = line.top if side else page.height - line.bottom
            seen[(_DIGITS.sub("0", text), side)].append(_Place(page.number, height, line, alone))
    for places in seen.values():
        found.update(_repeated(places, len(pages)))
    found.update(_running_heads(seen, pages))
    found -= _labels(pages, [line for each in lines for line in each if id(line) in found])
    if len(pages) < _MANY_PAGES:
        for page, page_lines in zip(pages, lines, strict=True):
            found -= _amid_body(page, page_lines, found)
    return found


def _running_heads(seen: dict[tuple[str, bool], list[_Place]], pages: list[Page]) -> Iterator[int]:
    """Identities of running heads that change, as a whole or in one half."""
    for side in (True, False):
        sides = [place for (_, own), places in seen.items() if own is side for place in places]
        for chapters in _changing(sides, len(pages)):
            if chapters[0].line.size <= _usual_look(pages)[0]:
                yield from (id(place.line) for place in chapters)
        yield from _halved(sides, pages)


def _usual_look(pages: list[Page]) -> tuple[float, str | None]:
    """The size and the colour of most words."""
    looks = Counter([(word.size, word.color) for page in pages for word in page.words])
    return max(looks, key=looks.__getitem__)


def _halved(places: list[_Place], pages: list[Page]) -> Iterator[int]:
    """Identities of running heads of two halves far apart, one of which changes: the other comes
    again at its place on most pages, in a look that is not the body's.
    """
    if len(pages) < _LEAST_HALVED or len(places) < _LEAST_HALVED:
        return
    again: dict[tuple[str, int, int], list[_Place]] = defaultdict(list)
    for place in places:
        if place.alone and not place.line.bold:
            halves = segments(place.line, _FAR_APART)
            for half in halves if len(halves) > 1 else ():
                text = " ".join(word.text for word in half)
                again[(text, round(half[0].x0), round(place.height))].append(place)
    least = max(_LEAST_HALVED, 0.6 * len(pages))
    halved = [same for same in again.values() if len(same) >= least]
    if not halved:
        return
    size, color = _usual_look(pages)
    for same in halved:
        apart = [place for place in same if _is_set_off(place.line, size, color)]
        if len(apart) >= least:
            yield from (id(place.line) for place in apart)


def _is_set_off(line: Line, size: float, color: str | None) -> bool:
    """Whether a line is smaller than the body's, or as large in another colour."""
    return line.size < 0.95 * size or (line.size <= size and line.words[0].color != color)


def _labels(pages: list[Page], found: list[Line]) -> set[int]:
    """Of the lines found the bold ones that stand amid the pages in one look, again and again:
    labels that happen to begin or end several pages at one height.
    """
    bold = [line for line in found if line.bold and not _DIGITS.search(line.text)]
    if not bold:
        return set()
    firsts = {line.words[0].text for line in bold}
    amid: Counter[tuple[str, float, str | None]] = Counter()
    lengths = {len(line.words) for line in bold}
    for page in pages:
        top, bottom = _MARGIN * page.height, (1 - _MARGIN) * page.height
        for at, word in enumerate(page.words):
            if word.text in firsts and word.bold and top < word.baseline < bottom:
                amid.update(
                    (" ".join([one.text for one in page.words[at : at + length]]), *_look(word))
                    for length in lengths
                )
    again = [line for line in bold if amid[(line.text, *_look(line.words[0]))] >= _OFTEN]
    return {id(line) for line in again}


def _look(word: Word) -> tuple[float, str | None]:
    return round(word.size, 1), word.color


def _changing(places: list[_Place], pages: int) -> Iterator[list[_Place]]:
    """Running heads that change with the chapter: plain lines at one height on most pages, the
    same text on pages that follow each other.
    """
    left = [place for place in places if place.alone and not place.line.bold]
    while len(left) >= _LEAST_HEADS:
        first = left[0]
        level = [p for p in left if abs(p.height - first.height) <= 1 and _in_look(p, first)]
        ids = {id(place) for place in level}
        left = [place for place in left if id(place) not in ids]
        on: dict[str, list[int]] = {}
        for place in level:
            on.setdefault(place.line.text, []).append(place.page)
        runs = all(own[-1] - own[0] + 1 == len(own) for own in on.values())
        many = len(level) >= max(_LEAST_HEADS, 0.6 * pages)
        if runs and many and 1 < len(on) <= len(level) / 2:
            yield level


def _in_look(place: _Place, other: _Place) -> bool:
    one, two = place.line, other.line
    return abs(one.size - two.size) < 0.5 and one.words[0].color == two.words[0].color


def _amid_body(page: Page, lines: list[Line], found: set[int]) -> set[int]:
    """Of the lines found those that stand between lines of the body, close to those on one side:
    on a few pages a label may come again at the same height.
    """
    amid: set[int] = set()
    body: dict[bool, list[Box]] = {True: [], False: []}
    for line in sorted(lines, key=lambda one: min(one.top, page.height - one.bottom)):
        side = _margin_side(page, line.box)
        if side is None:
            continue
        beyond = [box for box in body[side] if shared_width(line.box, box) > 0]
        heads = any(-shared_height(line.box, box) < _APART * line.size for box in beyond)
        close = heads or not _stands_apart(line, lines, side)
        if id(line) in found and beyond and close:
            amid.add(id(line))
        if id(line) not in found or id(line) in amid:
            body[side].append(line.box)
    return amid


def _repeated(places: list[_Place], pages: int) -> set[int]:
    found: set[int] = set()
    usual = 0.6 if pages >= _MANY_PAGES else 1.0
    for place in places:
        same = [
            other for other in places
            if abs(other.height - place.height) <= _SHIFT
            and ((other.alone and place.alone) or _in_line(other.line, place.line))
        ]  # fmt: skip
        share = len({other.page for other in same})
        if share < max(2, pages / 3):
            continue
        if share >= usual * pages or all(other.alone for other in same):
            found.update(id(other.line) for other in same)
    return found


def _in_line(one: Line, other: Line) -> bool:
    """Whether two lines are set to the same left or right edge, or to the same middle."""
    left, right = one.x0 - other.x0, one.x1 - other.x1
    return min(abs(left), abs(right), abs(left + right) / 2) <= _SHIFT


def _is_cut(line: Line) -> bool:
    """Whether a line ends within a word: no running header or footer does."""
    text = line.words[-1].text
    return text.endswith("-") and text[-2:-1].islower()


def _stands_apart(line: Line, lines: list[Line], side: bool) -> bool:
    """Whether white space parts a line from the body: a label at the foot of a page stands close
    to the text above it, and may stand there on several pages.
    """
    if side:
        gaps = [other.top - line.bottom for other in lines if other.top > line.bottom - 1]
    else:
        gaps = [line.top - other.bottom for other in lines if other.bottom < line.top + 1]
    return min(gaps, default=math.inf) >= _APART * line.size


def _inside(line: Line, grid: Grid) -> bool:
    return grid.cell_at((line.x0 + line.words[0].x1) / 2, (line.top + line.bottom) / 2) is not None


def _margin_side(page: Page, box: Box) -> bool | None:
    """True in the top margin, False in the bottom one, None between."""
    if box[3] <= _MARGIN * page.height:
        return True
    if box[1] >= (1 - _MARGIN) * page.height:
        return False
    return None


def _is_page_number(text: str, page: Page, line: Line, *, alone: bool) -> bool:
    """A page number that stands once: "Side 2 af 9", or bare digits that are the page's own.

    Other words before it are let pass where the line stands ``alone``: a sentence of the body
    may end in "side 4", too.
    """
    bare = bool(_PAGE_NUMBER.match(text))
    if _SAYS_PAGE.search(text) and len(text) < 60 and (bare or alone):
        return True
    if not bare:
        return False
    return int(_DIGITS.findall(text)[0]) == page.number and line.top > 0.9 * page.height
