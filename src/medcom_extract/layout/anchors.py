"""What the rows of a table without rules begin with: names, or the marks beside them."""

import itertools

from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Word

__all__ = ["Anchor", "anchors_of", "is_symbol", "marked_rows"]

_LAMPS = 0.35
"""Times their height that the lamps of one traffic light stand apart at most."""

_BLOCK = 1.65
"""Times the font size that two lines of one name stand apart at most."""

_SECOND = 2.5
"""Times the font size that a name and a further line of its own stand apart at most."""

_SMALLER = 0.92
"""Times the size of a name from which letters are smaller."""

Anchor = tuple[float, float, float]
"""Top, bottom and first baseline of what a row begins with."""


def anchors_of(lines: list[Line], marks: list[Artwork], xs: list[float]) -> list[Anchor]:
    """The blocks of the first column, or the marks, if there are more: one a row."""
    first = [piece for line in lines if (piece := _in_column(line, xs[0], xs[1])) is not None]
    blocks = _blocks(first, _tightest(lines, xs))
    anchors = [(block[0].top, block[-1].bottom, block[0].baseline) for block in blocks]
    by_mark = _mark_rows(marks, xs)
    if len(by_mark) > len(anchors):
        anchors = [(a.top, a.bottom, a.bottom) for a in by_mark]
    return anchors


def _tightest(lines: list[Line], xs: list[float]) -> float:
    """The smallest distance of two lines in a column, as a share of the font size."""
    ratios: list[float] = []
    for low, high in itertools.pairwise(xs):
        own = [piece for line in lines if (piece := _in_column(line, low, high)) is not None]
        ratios += [
            (below.baseline - above.baseline) / above.size
            for above, below in itertools.pairwise(own)
            if abs(below.size - above.size) < 1
        ]
    return min([ratio for ratio in ratios if ratio >= 0.9], default=_BLOCK)


def _blocks(lines: list[Line], pitch: float) -> list[list[Line]]:
    """Lines that stand no further apart than those of one name; ``pitch`` is the table's.

    Smaller letters and the second line of other names, such as "Leader: Name", open no block.
    """
    reach = min(_BLOCK, 1.45 * pitch)
    keys = _second_keys(lines)
    blocks: list[list[Line]] = []
    for line in lines:
        space = line.baseline - blocks[-1][-1].baseline if blocks else 0.0
        size = max(line.size, blocks[-1][-1].size) if blocks else line.size
        second = bool(blocks) and _is_second(line, blocks[-1], keys)
        if blocks and space <= (_SECOND if second else reach) * size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_second(line: Line, name: list[Line], keys: set[str]) -> bool:
    """Whether a line below a name is smaller than it, or one of the further lines of names."""
    return line.size < _SMALLER * name[0].size or _key(line) in keys


def _second_keys(lines: list[Line]) -> set[str]:
    """Words before a colon with which lines of a column begin, but never its first and never two
    on end: those of a further line below each name.
    """
    keys = [_key(line) for line in lines]
    own = [key for above, key in itertools.pairwise(keys) if key and key != above]
    return {key for key in own if 1 < keys.count(key) == own.count(key)}


def _key(line: Line) -> str:
    key, colon, _ = line.text.partition(": ")
    return key if colon else ""


def _in_column(line: Line, low: float, high: float) -> Line | None:
    words = [word for word in line.words if low <= (word.x0 + word.x1) / 2 < high]
    return Line(words, line.page) if words else None


def marked_rows(lines: list[Line], marks: list[Artwork], xs: list[float]) -> int:
    """How many rows have a mark: artwork, or a symbol that stands alone in its column."""
    glyphs = [line for line in lines if _has_lone_symbol(line, xs)]
    return max(len(_mark_rows(marks, xs)), len(glyphs))


def _has_lone_symbol(line: Line, xs: list[float]) -> bool:
    """Whether a symbol stands in a column of its own: a bullet has words beside it."""
    if not any(is_symbol(word) for word in line.words):
        return False
    columns: dict[int, list[Word]] = {}
    for word in line.words:
        columns.setdefault(sum(x <= (word.x0 + word.x1) / 2 for x in xs), []).append(word)
    return any(len(words) == 1 and is_symbol(words[0]) for words in columns.values())


def is_symbol(word: Word) -> bool:
    """Whether a word is a single sign, such as a disc or an emoji."""
    return len(word.text) <= 2 and not word.text.isascii() and not word.text[0].isalnum()


def _mark_rows(marks: list[Artwork], xs: list[float]) -> list[Artwork]:
    """One mark a row: those of the column that has most, overlapping ones taken as one, and so
    are those that a body holds together: the lamps of a traffic light.
    """
    columns: dict[int, list[list[Artwork]]] = {}
    for art in sorted(marks, key=lambda a: a.top):
        if max(art.x1 - art.x0, art.bottom - art.top) > LARGEST_MARK:
            continue
        if min(art.x1 - art.x0, art.bottom - art.top) < 5:
            continue
        groups = columns.setdefault(sum(x <= (art.x0 + art.x1) / 2 for x in xs), [])
        if groups and any(_one_mark(other, art) for other in groups[-1]):
            groups[-1].append(art)
        else:
            groups.append([art])
    return [group[0] for group in max(columns.values(), key=len, default=[])]


def _one_mark(one: Artwork, other: Artwork) -> bool:
    """Whether two pieces of artwork overlap in height, or nearly touch one below the other."""
    gap = max(one.top, other.top) - min(one.bottom, other.bottom)
    return gap < _LAMPS * min(one.bottom - one.top, other.bottom - other.top)
