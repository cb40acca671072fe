"""Cards: boxes on a page, framed or filled, that each hold a text of their own.

What stands in a card belongs together: its lines are read before those of the card beside it, and
a mark in it is no other card's.  A bar along its edge is a mark where bars differ in colour.
"""

import itertools
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import Any

from medcom_extract.document import Box, Patch
from medcom_extract.layout.boxes import area, holds, overlap
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork, Fill, Page, Rule
from medcom_extract.layout.sidelabels import usual_gutter

__all__ = [
    "Card",
    "Columns",
    "alike",
    "bar_marks",
    "card_boxes",
    "card_edge",
    "choose_cards",
    "fill_cards",
    "find_cards",
    "is_coloured",
    "page_frames",
    "share_gutter",
    "take_cards",
    "upright_bars",
]

_SAME = 3.0
"""Points within which two edges are one."""

_NEARLY = 0.02
"""Share of a card's width by which those of two cards differ at most: a bar is broader than a rule.
"""

_LEAST_WIDE, _LEAST_HIGH = 90.0, 30.0
_MOST_OF_PAGE = 0.8
"""Share of a page that a card covers at most: more is the page's own ground or border."""

_LEAST_LINES = 2
_OVERLAP = 0.05
"""Share of a card that another covers at most: shadows run over each other."""

_MOST_UPRIGHTS = 400
"""Upright rules that are looked at; a page with more is a drawing."""

_BROADEST_BAR = 12.0
_LONG = 0.6
"""Share of a card's side that a bar runs along at least."""

_LEAST_BARS = 3
_COLOURED = 60
"""Of 255, by which the channels of a colour differ at least; less is grey."""


@dataclass(slots=True)
class Columns:
    """Where the columns of a card begin, from its top down and from left to right, and how far
    each reaches from there.

    ``cut`` tells that a page cuts them off from their labels.
    """

    top: float
    starts: list[float]
    reach: list[float] = field(default_factory=list)
    cut: bool = False


@dataclass(slots=True)
class Card:
    """A box and what stands in it; ``bar`` is a bar along its edge, ``mark`` what that shows.

    ``gutter`` is where text begins beside labels in most cards of the document.
    """

    box: Box
    body: list[Line] = field(default_factory=list)
    art: list[Artwork] = field(default_factory=list)
    bar: Fill | None = None
    mark: Artwork | None = None
    gutter: float | None = None
    columns: Columns | None = None


def find_cards(
    body: list[Line],
    rules: list[Rule],
    fills: list[Fill],
    artwork: list[Artwork],
    known: Sequence[Box] = (),
) -> list[Card]:
    """Boxes of a page that hold lines of its body and may be cards: frames and panels.

    ``known`` are frames that are known already.
    """
    panels = _panels(fills, artwork)
    boxes = [box for box in (*known, *_frames(rules, fills), *panels) if _is_large(box)]
    bars = [*fills, *_mitred(artwork)]
    found: list[Card] = []
    for box in sorted(boxes, key=area):  # the inner one of two first
        lines = [line for line in body if holds(box, line.box)]
        apart = all(overlap(box, card.box) <= _OVERLAP * area(card.box) for card in found)
        if len(lines) >= _LEAST_LINES and apart:
            own = [fill for fill in bars if _is_bar(fill, box)]
            own.sort(key=lambda fill: not is_coloured(fill.color))
            found.append(Card(box, lines, bar=own[0] if own else None))
    return sorted(found, key=lambda card: (round(card.box[1] / _SAME), card.box[0]))


def _panels(fills: list[Fill], artwork: list[Artwork]) -> list[Box]:
    """Grounds of cards, and frames with round corners."""
    return [fill.box for fill in fills] + [art.box for art in artwork if art.outline == "rect"]


def choose_cards(pages: list[list[Card]]) -> list[list[Card]]:
    """The boxes that are cards, page by page: of a width that two boxes of some page have.

    One box alone, or boxes of many widths, are no cards.
    """
    known = [
        one.box[2] - one.box[0]
        for found in pages
        for one, other in itertools.combinations(found, 2)
        if alike(one.box[2] - one.box[0], other.box[2] - other.box[0])
    ]
    return [
        [card for card in found if any(alike(card.box[2] - card.box[0], w) for w in known)]
        for found in pages
    ]


def alike(width: float, other: float) -> bool:
    """Whether two cards are of one width."""
    return abs(width - other) < max(_SAME, _NEARLY * width)


def take_cards(
    cards: list[Card], body: list[Line], fills: list[Fill], artwork: list[Artwork]
) -> None:
    """Take the lines of cards out of a page's body, their ground and bars out of its fills, and
    their frames out of its artwork.
    """
    for card in cards:
        _take(body, card.body)
        _take(fills, [fill for fill in fills if fill is card.bar or fill.box == card.box])
        boxes = (card.box, card.bar.box) if card.bar else (card.box,)
        _take(artwork, [a for a in artwork if a.outline in ("rect", "path") and a.box in boxes])


def fill_cards(cards: list[Card], artwork: list[Artwork]) -> None:
    """Take the artwork that stands in cards out of a page's."""
    for card in cards:
        card.art = [art for art in artwork if holds(card.box, art.box)]
        _take(artwork, card.art)


def share_gutter(cards: list[Card]) -> None:
    """Tell each card of a document where most of them part labels from text."""
    usual = usual_gutter([(card.box[0], card.body) for card in cards])
    for card in cards:
        card.gutter = None if usual is None else card.box[0] + usual


def _take(items: list[Any], gone: list[Any]) -> None:
    ids = {id(item) for item in gone}
    items[:] = [item for item in items if id(item) not in ids]


def _is_large(box: Box) -> bool:
    return box[2] - box[0] >= _LEAST_WIDE and box[3] - box[1] >= _LEAST_HIGH


def _frames(rules: list[Rule], fills: list[Fill]) -> list[Box]:
    """Boxes between two upright rules of one height that a level rule joins.

    A bar may stand for a rule on one side.
    """
    bars = [Rule(*fill.box) for fill in fills if _is_narrow(fill)]
    rules = [*rules, *bars] if rules else []
    uprights = [r for r in rules if not r.horizontal and r.bottom - r.top >= _LEAST_HIGH]
    level = [r for r in rules if r.horizontal and r.x1 - r.x0 >= _LEAST_WIDE]
    if len(uprights) > _MOST_UPRIGHTS:
        return []
    uprights.sort(key=lambda rule: rule.x0)
    return [
        (left.x0, min(left.top, right.top), right.x1, max(left.bottom, right.bottom))
        for left, right in itertools.combinations(uprights, 2)
        if abs(left.top - right.top) < _SAME
        and abs(left.bottom - right.bottom) < _SAME
        and any(
            abs(rule.x0 - left.x0) < _SAME
            and abs(rule.x1 - right.x1) < _SAME
            and min(abs(rule.top - left.top), abs(rule.bottom - left.bottom)) < 2 * _SAME
            for rule in level
        )
    ]


def page_frames(page: Page) -> list[Box]:
    """Frames of a page, in rules or in bars."""
    bars = [*page.fills, *_mitred(page.artwork)] if page.rules else []
    return _frames(page.rules, bars)


def card_boxes(pages: list[Page], frames: list[list[Box]]) -> list[list[Box]]:
    """Frames and panels of cards, page by page, where two of a page have one width: with a side
    left open, too, then.
    """
    found: list[list[Box]] = []
    widths: set[float] = set()
    for page, framed in zip(pages, frames, strict=True):
        grounds = [
            fill for fill in page.fills
            if fill.bottom - fill.top >= _LEAST_HIGH and fill.x1 - fill.x0 >= _LEAST_WIDE
            and fill.color != "#ffffff"
        ]  # fmt: skip
        most = _MOST_OF_PAGE * page.width * page.height
        boxes = dict.fromkeys([*framed, *_panels(grounds, page.artwork)])
        found.append([box for box in boxes if _is_large(box) and area(box) < most])
        own = sorted(box[2] - box[0] for box in found[-1])
        widths.update(one for one, other in itertools.pairwise(own) if alike(one, other))
    if not widths:
        return [[] for _ in pages]
    return [_with_open(page, boxes, widths) for page, boxes in zip(pages, found, strict=True)]


def _with_open(page: Page, frames: list[Box], widths: set[float]) -> list[Box]:
    """Frames of some width, with those that have but one upright side between two level rules."""
    found = [box for box in frames if any(alike(w, box[2] - box[0]) for w in widths)]
    level = [r for r in page.rules if r.horizontal and any(alike(w, r.x1 - r.x0) for w in widths)]
    level.sort(key=lambda rule: rule.top)
    for above, below in itertools.pairwise(level):
        box = (above.x0, above.top, above.x1, below.bottom)
        if not _is_large(box) or any(overlap(box, other) > 0 for other in found):
            continue
        if abs(above.x0 - below.x0) < _SAME and any(_is_side(rule, box) for rule in page.rules):
            found.append(box)
    return found


def _is_side(rule: Rule, box: Box) -> bool:
    ends = abs(rule.top - box[1]) < _SAME and abs(rule.bottom - box[3]) < _SAME
    return ends and min(abs(rule.x0 - box[0]), abs(rule.x1 - box[2])) < _SAME


def upright_bars(page: Page) -> list[Fill]:
    """Narrow upright fills of a page, and shapes like them."""
    bars = [fill for fill in page.fills if fill.x1 - fill.x0 <= _BROADEST_BAR]
    return [b for b in (*bars, *_mitred(page.artwork)) if b.bottom - b.top >= _LEAST_HIGH]


def _mitred(artwork: list[Artwork]) -> list[Fill]:
    """Narrow shapes as bars: a border that meets others in mitred corners is no rectangle."""
    return [
        Fill(*art.box, art.palette[0].color)
        for art in artwork
        if art.outline == "path" and len(art.palette) == 1
        and art.x1 - art.x0 <= _BROADEST_BAR and art.bottom - art.top >= _LEAST_HIGH
    ]  # fmt: skip


def card_edge(card: Card) -> float:
    """The right edge that the lines of a card may reach: its padding is the same on both sides."""
    left, _, right, _ = card.box
    inset = min(line.x0 for line in card.body) - left
    return max(right - max(inset, 0.0), *(line.x1 for line in card.body))


def _is_bar(fill: Fill, card: Box) -> bool:
    """Whether a fill is a narrow bar along an edge of a card."""
    wide, high = fill.x1 - fill.x0, fill.bottom - fill.top
    if not _is_narrow(fill):
        return False
    x0, top, x1, bottom = card
    upright = high >= _LONG * (bottom - top) and min(abs(fill.x0 - x0), abs(fill.x1 - x0)) < _SAME
    level = wide >= _LONG * (x1 - x0) and min(abs(fill.top - top), abs(fill.bottom - top)) < _SAME
    return (upright or level) and (
        fill.x0 > x0 - 2 * _SAME and fill.x1 < x1 + 2 * _SAME
        and fill.top > top - 2 * _SAME and fill.bottom < bottom + 2 * _SAME
    )  # fmt: skip


def _is_narrow(fill: Fill) -> bool:
    return min(fill.x1 - fill.x0, fill.bottom - fill.top) <= _BROADEST_BAR


def is_coloured(color: str) -> bool:
    """Whether a colour is no grey."""
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) - min(channels) >= _COLOURED


def bar_marks(cards: list[Card], explained: Container[str] = ()) -> None:
    """Make marks of the bars of a document's cards, where they differ in colour: bars all of one
    colour are ornament.

    A grey bar is a mark where it looks like coloured ones, and its grey is among the colours of
    other marks (``explained``), such as a legend's.
    """
    barred = [(card, card.bar) for card in cards if card.bar is not None]
    lit = [(card, bar) for card, bar in barred if is_coloured(bar.color)]
    if len(lit) < _LEAST_BARS or len({bar.color for _, bar in lit}) < 2:
        return
    places = [_place_of(bar, card) for card, bar in lit]
    for card, bar in barred:
        if not is_coloured(bar.color) and bar.color not in explained:
            continue
        own = _place_of(bar, card)
        if any(max(abs(a - b) for a, b in zip(own, other, strict=True)) < 1.0 for other in places):
            card.mark = Artwork("shape", *bar.box, outline="rect", palette=(Patch(bar.color),))


def _place_of(bar: Fill, card: Card) -> Box:
    """How far the sides of a bar stand from the nearest edges of its card."""
    x0, top, x1, bottom = card.box
    right = bar.x1 - (x0 if bar.x1 - x0 < _BROADEST_BAR + 2 * _SAME else x1)
    low = bar.bottom - (top if bar.bottom - top < _BROADEST_BAR + 2 * _SAME else bottom)
    return (bar.x0 - x0, bar.top - top, right, low)
