"""Words told by the white space that is seen, for programs that set none.

Ghostscript, Distiller and TeX move the pen where others print a space, or print a space and move
back over it.  Where letters stand apart tells then, whatever characters stand in the file.
"""

import itertools
import re
from collections.abc import Sequence
from statistics import median

from medcom_extract.layout.page import Word

__all__ = ["glue", "moves_pen", "touches_closely", "word_starts"]

_SETS_SPACES = re.compile(
    r"libreoffice|openoffice|microsoft|skia|weasyprint|reportlab|quartz|google docs", re.IGNORECASE
)
"""Producers that print a space wherever a reader sees one: on files of theirs no word is glued."""

_GAP = 0.13
"""Share of the font size from which white space parts words; a space is 0.2 to 0.33 wide."""

_BACK = 1.2
"""Share of the font size from which a step back begins another piece of text; accents and kerning
step back less.
"""

_CLOSE = 0.03
"""Share of the font size within which two letters are of one word, whatever stands between."""


def moves_pen(producer: str | None) -> bool:
    """Whether the program that wrote a file may move the pen instead of printing spaces."""
    return not _SETS_SPACES.search(producer or "")


def word_starts(starts: Sequence[float], ends: Sequence[float], size: float) -> list[int]:
    """The letters, by number, before which a word ended.

    ``starts`` and ``ends`` are where each letter of a run begins and ends, in points along the
    line.  Letters that are all set apart are one word.
    """
    gaps = [start - end for end, start in zip(ends, starts[1:], strict=False)]
    usual = max(median(gaps), 0.0) if len(gaps) > 2 else 0.0
    return [
        number
        for number, gap in enumerate(gaps, 1)
        if gap - usual > _GAP * size
        or (gap < -_BACK * size and starts[number] < starts[number - 1] - _GAP * size)
    ]


def touches_closely(end: float, start: float, size: float) -> bool:
    """Whether a word begins right where another ends, so that a space between is not seen."""
    return -_GAP * size < start - end < _CLOSE * size


def glue(words: Sequence[Word]) -> None:
    """Mark the words that go on right where another one of their line ends, whatever order they
    were drawn in.
    """
    ordered = sorted((w for w in words if not w.angle), key=lambda w: (w.baseline, w.x0))
    for before, word in itertools.pairwise(ordered):
        if before.baseline == word.baseline and touches_closely(before.x1, word.x0, word.size):
            word.glued = True
