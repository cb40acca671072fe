"""Pills: words on a small coloured ground of their own, such as "Gul" on yellow beside a name.

The ground is a mark of what stands beside it.  The words are a line of their own, whatever text
stands at their height: a pill is centred beside a name of two lines, or set close to its end.
"""

import itertools
from dataclasses import dataclass

from medcom_extract.document import Box, Patch
from medcom_extract.layout.boxes import middle
from medcom_extract.layout.cards import is_coloured
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Fill, Word

__all__ = ["Pill", "take_pills"]

_PADDING = 1.5
"""Points by which a pill is wider than its words on both sides; a highlighted word has none."""

_HIGHEST = 2.6
"""Times the size of its words that a pill is high at most."""


@dataclass(slots=True)
class Pill:
    """The ground, and the words on it."""

    art: Artwork
    line: Line

    @property
    def box(self) -> Box:
        return self.art.box


def take_pills(
    lines: list[Line], fills: list[Fill], artwork: list[Artwork]
) -> tuple[list[Line], list[Pill]]:
    """The lines of a page's body without the words on pills, and the pills.

    Their grounds are taken out of ``fills`` and ``artwork``.
    """
    grounds: list[tuple[Fill | Artwork, Artwork]] = [
        (f, _as_art(f)) for f in fills if _is_small(f.box) and is_coloured(f.color)
    ]
    grounds += [(a, a) for a in artwork if _is_small(a.box) and _is_plain(a)]
    pills: list[Pill] = []
    for source, art in grounds:
        line = next((line for line in lines if _is_on(line, art.box)), None)
        words = [word for word in line.words if _holds_middle(art.box, word)] if line else []
        if line is None or not _fits(art.box, words):
            continue
        lines = [part for one in lines for part in (_without(one, words) if one is line else [one])]
        pills.append(Pill(art, Line(words, line.page)))
        fills[:] = [fill for fill in fills if fill is not source]
        artwork[:] = [other for other in artwork if other is not source]
    return lines, pills


def _as_art(fill: Fill) -> Artwork:
    return Artwork("shape", *fill.box, outline="rect", palette=(Patch(fill.color),))


def _is_small(box: Box) -> bool:
    return box[2] - box[0] <= LARGEST_MARK and 5 < box[3] - box[1] <= LARGEST_MARK / 3


def _is_plain(art: Artwork) -> bool:
    return art.kind == "shape" and bool(art.palette) and is_coloured(art.palette[0].color)


def _is_on(line: Line, box: Box) -> bool:
    """Whether words of a line stand on a ground."""
    level = line.top < box[3] and line.bottom > box[1]
    return level and line.x0 < box[2] and line.x1 > box[0]


def _holds_middle(box: Box, word: Word) -> bool:
    x, y = middle(word.box)
    return box[0] < x < box[2] and box[1] < y < box[3]


def _fits(box: Box, words: list[Word]) -> bool:
    """Whether a ground is cut to words: padded on both sides, and hardly higher than a line."""
    if not words or box[3] - box[1] > _HIGHEST * max(word.size for word in words):
        return False
    left, right = words[0].x0 - box[0], box[2] - words[-1].x1
    return min(left, right) >= _PADDING and max(left, right) < 2 * min(left, right) + 4 * _PADDING


def _without(line: Line, words: list[Word]) -> list[Line]:
    """What is left of a line before and behind some of its words."""
    gone = {id(word) for word in words}
    runs = itertools.groupby(line.words, key=lambda word: id(word) in gone)
    return [Line(list(run), line.page, line.bullet) for taken, run in runs if not taken]
