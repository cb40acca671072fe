"""Cards that show no more than a coloured bar on their left: what stands beside the bar is one."""

from medcom_extract.document import Box
from medcom_extract.layout.boxes import shared_height
from medcom_extract.layout.cards import is_coloured, upright_bars
from medcom_extract.layout.page import Fill, Page, Word

__all__ = ["barred_boxes"]

_LEAST_BARS = 3
_IN_LINE = 1.5
"""Points by which the left edges of bars of one column of cards differ at most."""

_NEAR = 30.0
"""Points from a bar to the words beside it at most."""

_SLACK = 3.0


def barred_boxes(pages: list[Page]) -> list[list[Box]]:
    """Boxes of the text beside bars that stand in line, page by page.

    There are three bars at least, in two colours, and words begin beside each: bars of one colour
    are ornament, and those of a chart have no words beside them.
    """
    bars = [_bars(page) for page in pages]
    every = [bar for found in bars for bar in found]
    if len(every) < _LEAST_BARS:
        return [[] for _ in pages]
    edges: dict[float, float] = {}
    for page, found in zip(pages, bars, strict=True):
        for bar in found:
            own = next((x for x in edges if abs(x - bar.x0) < _IN_LINE), bar.x0)
            ends = [word.x1 for word in _beside(page.words, bar, _next_bar(bar, found))]
            edges[own] = max([edges.get(own, 0.0), *ends])
    chosen = [x for x in edges if _is_telling([b for b in every if abs(b.x0 - x) < _IN_LINE])]
    return [
        [
            (bar.x0, bar.top, edges[x] + _SLACK, bar.bottom)
            for bar in found for x in chosen if abs(bar.x0 - x) < _IN_LINE
        ]
        for found in bars
    ]  # fmt: skip


def _bars(page: Page) -> list[Fill]:
    """Upright coloured bars with words beside them."""
    found = [bar for bar in upright_bars(page) if is_coloured(bar.color)]
    return [bar for bar in found if _begins_beside(page.words, bar)]


def _begins_beside(words: list[Word], bar: Fill) -> bool:
    """Whether two lines or more begin right beside a bar, and none runs over its ends."""
    level = [w for w in words if bar.top < (w.top + w.bottom) / 2 < bar.bottom]
    near = [w.baseline for w in level if 0 <= w.x0 - bar.x1 <= _NEAR]
    return len({round(y) for y in near}) > 1


def _beside(words: list[Word], bar: Fill, end: float) -> list[Word]:
    return [
        w for w in words
        if bar.top < (w.top + w.bottom) / 2 < bar.bottom and bar.x1 <= w.x0 < end
    ]  # fmt: skip


def _next_bar(bar: Fill, bars: list[Fill]) -> float:
    """Where the next bar to the right begins at the height of one."""
    rights = [o.x0 for o in bars if o.x0 > bar.x1 and shared_height(o.box, bar.box) > 0]
    return min(rights, default=float("inf"))


def _is_telling(bars: list[Fill]) -> bool:
    return len(bars) >= _LEAST_BARS and len({bar.color for bar in bars}) > 1
