"""Cards whose labels stand side by side, each over a column of text of its own.

    Fælles kalender                       o
    Resultater      Næste skridt     Risici
    Testen er       Kalenderen       Ingen.
    afsluttet.      åbnes i maj.

Read line by line, the columns would mingle; and a stack of such cards is no table, although rules
stand above and below each.
"""

from collections.abc import Sequence
from itertools import pairwise

from medcom_extract.document import Box
from medcom_extract.layout.barcards import barred_boxes
from medcom_extract.layout.boxes import middle, overlap
from medcom_extract.layout.cards import Card, Columns, alike, card_boxes, card_edge, page_frames
from medcom_extract.layout.headers import find_headers
from medcom_extract.layout.lines import Line, lines_of
from medcom_extract.layout.page import Word
from medcom_extract.layout.tables import Sheet

__all__ = ["card_runs", "part_columns", "withhold_cards"]

_LEAST_CARDS = 2
_LEAST_LINES = 2
_LEAST_HIGH = 36.0
"""Points that a card with a name, labels and text is high at least."""

_STRIP = 2.0
"""Points of white space before a column, at least."""

_EVEN = 4.0
"""Points by which the distances of columns of one width differ at most."""


def withhold_cards(sheets: list[Sheet], phrases: frozenset[str]) -> list[list[Word]]:
    """Take the words in cards off the sheets where some hold labels side by side below a name.

    Gives what was taken, sheet by sheet, and tells the sheets their frames.  ``phrases`` are known
    labels, in lower case.
    """
    kept: list[list[Word]] = [[] for _ in sheets]
    boxes = _find_boxes(sheets) if phrases else []
    wide = [
        box[2] - box[0]
        for sheet, found in zip(sheets, boxes, strict=False)
        for box in found
        if sheet.words and box[3] - box[1] >= _LEAST_HIGH
        if _columns_of(lines_of(_inside(sheet.words, box), sheet.page.number), phrases)
    ]
    if len(wide) < _LEAST_CARDS:
        return kept
    for sheet, found, own in zip(sheets, boxes, kept, strict=True):
        chosen = [box for box in found if any(alike(box[2] - box[0], w) for w in wide)]
        sheet.frames = [*chosen, *(sheet.frames or [])]
        gone = {id(word) for box in chosen for word in _inside(sheet.words, box)}
        own += [word for word in sheet.words if id(word) in gone]
        sheet.words = [word for word in sheet.words if id(word) not in gone]
    return kept


def _find_boxes(sheets: list[Sheet]) -> list[list[Box]]:
    """The boxes on each sheet that may be cards; all frames are known to the sheets then."""
    pages = [sheet.page for sheet in sheets]
    frames = [page_frames(page) for page in pages]
    found = card_boxes(pages, frames)
    for sheet, own, boxes, barred in zip(sheets, frames, found, barred_boxes(pages), strict=True):
        apart = [b for b in barred if not any(overlap(b, other) > 0 for other in boxes)]
        sheet.frames = own + apart
        boxes.extend(apart)
    return found


def _inside(words: Sequence[Word], box: Box) -> list[Word]:
    return [
        word for word in words
        if box[0] < (place := middle(word.box))[0] < box[2] and box[1] < place[1] < box[3]
    ]  # fmt: skip


def _columns_of(
    lines: list[Line], phrases: frozenset[str], *, named: bool = True
) -> Columns | None:
    """Where the columns of a card begin; None for a card that has none.

    Known labels stand side by side below the first line, the name, and below them no word crosses
    from one column into the next.  ``named`` tells that a name is looked for.
    """
    if len(lines) < _LEAST_LINES:
        return None
    header = next(iter(find_headers(lines[named:], phrases)), None)
    if header is None:
        return None
    starts = [cell.x0 for cell in header.cells]
    below = [line for line in lines if line.top > header.lines[0].top]
    if any(_crosses(word, x) for line in below for word in line.words for x in starts[1:]):
        return None
    return Columns(min(line.top for line in header.lines), starts)


def _crosses(word: Word, x: float) -> bool:
    return word.x0 < x - 1.0 and word.x1 > x - _STRIP


def part_columns(cards: list[Card], phrases: frozenset[str]) -> None:
    """Sort the lines of a document's cards by columns, from left to right.

    A card at the top of a page that holds no labels may be the rest of the last one before.
    """
    above: Card | None = None
    for card in cards:
        words = [word for line in card.body for word in line.words]
        card.columns = _columns_of(lines_of(words, _page_of(card)), phrases)
        if card.columns is None and above is not None and _page_of(above) == _page_of(card) - 1:
            rest = _columns_of(lines_of(words, _page_of(card)), phrases, named=False)
            card.columns = rest or _columns_again(card, words, above)
        if card.columns is not None:
            _sort_lines(card, card.columns, words)
        above = card
    _measure_width([card for card in cards if card.columns is not None])


def _page_of(card: Card) -> int:
    return card.body[0].page


def _columns_again(card: Card, words: list[Word], above: Card) -> Columns | None:
    """The columns of a card that go on in another at the top of the next page."""
    if above.columns is None or not alike(_width(card), _width(above)):
        return None
    again = Columns(card.box[1], above.columns.starts, cut=True)
    begun = {_side(word.x0, again) for word in words}
    crossed = any(_crosses(word, x) for word in words for x in again.starts[1:])
    return again if len(begun) > 1 and not crossed else None


def _width(card: Card) -> float:
    return card.box[2] - card.box[0]


def _sort_lines(card: Card, columns: Columns, words: list[Word]) -> None:
    head = [line for line in card.body if line.top < columns.top]
    above = {id(word) for line in head for word in line.words}
    sides: list[list[Word]] = [[] for _ in columns.starts]
    for word in words:
        if id(word) not in above:
            sides[_side(word.x0, columns)].append(word)
    card.body = head + [line for side in sides for line in lines_of(side, _page_of(card))]


def _side(x: float, columns: Columns) -> int:
    return max(sum(start - 1.0 <= x for start in columns.starts) - 1, 0)


def _measure_width(cards: list[Card]) -> None:
    """Tell each card how far the lines of its columns reach: those that stand in one distance
    from each other are of one width.
    """
    reaches: dict[tuple[int, ...], list[float]] = {}
    for card in cards:
        assert card.columns is not None
        own = reaches.setdefault(_form(card), [0.0] * len(card.columns.starts))
        for side, (lines, _) in enumerate(card_runs(card)[1:]):
            start = card.columns.starts[side]
            own[side] = max([own[side], *(line.x1 - start for line in lines)])
        card.columns.reach = own
    for form, own in reaches.items():
        apart = [4.0 * (right - left) for left, right in pairwise(form)]
        if max(apart) - min(apart) <= _EVEN:
            own[:-1] = [min(max(own), *apart)] * (len(own) - 1)


def _form(card: Card) -> tuple[int, ...]:
    """The same for cards whose columns begin at the same places."""
    assert card.columns is not None
    return tuple(round(start / 4) for start in card.columns.starts)


def card_runs(card: Card) -> list[tuple[list[Line], float]]:
    """The lines of a card in runs below each other, with the right edge that each may reach: what
    stands above the columns, and each column.
    """
    edge = card_edge(card)
    columns = card.columns
    if columns is None:
        return [(card.body, edge)]
    head = [line for line in card.body if line.top < columns.top]
    sides: list[list[Line]] = [[] for _ in columns.starts]
    for line in card.body:
        if line.top >= columns.top:
            sides[_side(line.x0, columns)].append(line)
    ends = [start + reach for start, reach in zip(columns.starts, columns.reach, strict=False)]
    return [(head, edge), *zip(sides, [*ends[:-1], edge], strict=False)]
