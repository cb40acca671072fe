"""What the rows of a table without rules begin with: names, or the marks beside them."""

import itertools
from bisect import bisect_right

from medcom_extract.layout.lines import Line, is_symbol
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Word

__all__ = [
    "Anchor",
    "all_blocks",
    "anchors_of",
    "blocks_of",
    "holds_areas",
    "mark_at_foot",
    "marked_rows",
    "names_column",
    "tells_rows",
]

_LEVEL = 3.0
"""Points within which two baselines, or a mark's foot and a baseline, stand level."""

_LAMPS = 0.35
"""Times their height that the lamps of one traffic light stand apart at most."""

_FEW_WORDS = 2
"""Words of a light at the most ("Grønt lys")."""

_BLOCK = 1.65
"""Times the font size that two lines of one name stand apart at most."""

_OPEN = 2.0
"""The same in a table whose lines are set wide apart."""

_SECOND = 2.5
"""Times the font size that a name and a further line of its own stand apart at most."""

_SMALLER = 0.92
"""Times the size of a name from which letters are smaller."""

Anchor = tuple[float, float, float]
"""Top, bottom and first baseline of what a row begins with."""


def anchors_of(
    lines: list[Line], marks: list[Artwork], xs: list[float], column: int = 0
) -> list[Anchor]:
    """The blocks of the column of names, or the marks, if there are more: one a row."""
    anchors = [_anchor(block) for block in blocks_of(lines, xs, column)]
    by_mark = _mark_rows(marks, xs)
    if len(by_mark) > len(anchors):
        anchors = [(a.top, a.bottom, a.bottom) for a in by_mark]
    return anchors


def mark_at_foot(
    lines: list[Line], marks: list[Artwork], xs: list[float], anchors: list[Anchor]
) -> Anchor | None:
    """A mark that begins a row of its own at the foot of a page, its name on the next.

    All other marks are level with a name.  Nothing stands beside this one or below it, or the
    last named row has a mark already.
    """
    columns = all_blocks(lines, xs)[1:]
    words = [[_anchor(block) for block in blocks] for blocks in columns if tells_rows(blocks)]
    arts = [(art.top, art.bottom, art.bottom) for art in _mark_rows(marks, xs)]
    for column, own in [(arts, 0), *((found, 1) for found in words)]:
        level = [any(_meets(mark, name) for name in anchors) for mark in column[:-1]]
        if not level or not all(level) or column[-1][0] < anchors[-1][1]:
            continue
        top = column[-1][0]
        below = [line for line in lines if line.bottom > top + 1]
        twice = _meets(column[-2], anchors[-1]) and all(line.top > top - _LEVEL for line in below)
        if twice or sum(len(line.words) for line in below) == own:
            return column[-1]
    return None


def _anchor(block: list[Line]) -> Anchor:
    return (block[0].top, block[-1].bottom, block[0].baseline)


def _meets(one: Anchor, other: Anchor) -> bool:
    return one[0] < other[1] and one[1] > other[0]


def names_column(lines: list[Line], marks: list[Artwork], xs: list[float]) -> int:
    """The column that names stand in: 0, but where the first one holds lights, or areas of several
    rows.

    There another column has more blocks, one in line with each area.  Lights or numbers of one or
    two words, or marks, stand in line with half of them or more, and outnumber the areas.
    """
    columns = all_blocks(lines, xs)
    tops = [[block[0].baseline for block in blocks] for blocks in columns]
    widest = max(range(len(columns)), key=lambda column: xs[column + 1] - xs[column])
    arts = _mark_rows(marks, xs)
    for column in range(1, len(columns)):
        names = tops[column]
        if column == widest or len(names) <= len(tops[0]) or not _level(tops[0], names):
            continue
        if column == 1 and _are_lights(columns[0]):
            return column
        witnesses = [
            tops[k] for k in range(1, len(columns))
            if k != widest and tells_rows(columns[k], alone=k == column)
        ]  # fmt: skip
        least = max(len(names) / 2, 2, len(tops[0]) + 1)
        marked = len(arts) >= least and all(_beside(art, columns[column]) for art in arts)
        if marked or any(len(own) >= least and _level(own, names) for own in witnesses):
            return column
    return 0


def holds_areas(lines: list[Line], xs: list[float]) -> bool:
    """Whether words stand in the first column that are no lights."""
    blocks = blocks_of(lines, xs, 0)
    return bool(blocks) and not _are_lights(blocks)


def _beside(art: Artwork, blocks: list[list[Line]]) -> bool:
    return any(art.top < block[-1].bottom and art.bottom > block[0].top for block in blocks)


def _are_lights(blocks: list[list[Line]]) -> bool:
    """Whether a column holds single words that come again, as lights do and names do not."""
    texts = [line.text for block in blocks for line in block]
    return tells_rows(blocks) and len(set(texts)) < len(texts)


def tells_rows(blocks: list[list[Line]], *, alone: bool = False) -> bool:
    """Whether a column holds nothing but numbers, or single lines of one or two words.

    ``alone`` tells that it is to tell the rows by itself: only numbers do.
    """
    if not all(len(block) == 1 and len(block[0].words) <= 2 for block in blocks):
        return False
    return not alone or all(block[0].text.strip(".)").isdigit() for block in blocks)


def _level(some: list[float], tops: list[float]) -> bool:
    """Whether each of some heights is one of others, or nearly."""
    return all(any(abs(y - top) < _LEVEL for top in tops) for y in some)


def blocks_of(lines: list[Line], xs: list[float], column: int) -> list[list[Line]]:
    """The blocks of lines in a column."""
    columns = _columns(lines, xs)
    return _blocks(columns[column], _reach(columns))


def all_blocks(lines: list[Line], xs: list[float]) -> list[list[list[Line]]]:
    """The blocks of lines in each column."""
    columns = _columns(lines, xs)
    reach = _reach(columns)
    return [_blocks(own, reach) for own in columns]


def _columns(lines: list[Line], xs: list[float]) -> list[list[Line]]:
    """The parts of lines that stand in each column."""
    columns: list[list[Line]] = [[] for _ in xs[1:]]
    for line in lines:
        parts: dict[int, list[Word]] = {}
        for word in line.words:
            at = bisect_right(xs, (word.x0 + word.x1) / 2) - 1
            parts.setdefault(at, []).append(word)
        for at, words in parts.items():
            if 0 <= at < len(columns):
                columns[at].append(Line(words, line.page))
    return columns


def _reach(columns: list[list[Line]]) -> float:
    """How far two lines of one name stand apart at most, as a share of the font size.

    That goes by the smallest distance of two lines in a column; a large one is that of lines
    only where others stand still further apart.
    """
    ratios: list[float] = []
    for own in columns:
        ratios += [
            (below.baseline - above.baseline) / above.size
            for above, below in itertools.pairwise(own)
            if abs(below.size - above.size) < 1
        ]
    pitch = min([ratio for ratio in ratios if ratio >= 0.9], default=_BLOCK)
    apart = sum(ratio > 1.3 * pitch for ratio in ratios)
    if _BLOCK < 1.1 * pitch < _OPEN and apart >= 2:
        return 1.1 * pitch
    return min(_BLOCK, 1.45 * pitch)


def _blocks(lines: list[Line], reach: float) -> list[list[Line]]:
    """Lines that stand no further apart than those of one name.

    Smaller letters and the second line of other names, such as "Leader: Name", open no block.
    """
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


def marked_rows(lines: list[Line], marks: list[Artwork], xs: list[float]) -> int:
    """How many rows have a mark: artwork, a symbol that stands alone in its column, or a word
    level with a name.
    """
    glyphs = [line for line in lines if _has_lone_symbol(line, xs)]
    return max(len(_mark_rows(marks, xs)), len(glyphs), _level_words(lines, xs))


def _level_words(lines: list[Line], xs: list[float]) -> int:
    """How many names have a word beside them, in a column that holds nothing but such words."""
    columns = all_blocks(lines, xs)
    names = [block[0].baseline for block in columns[0]]
    most = 0
    for blocks in columns[1:-1]:
        words = [b[0] for b in blocks if len(b) == 1 and len(b[0].words) <= _FEW_WORDS]
        level = [w for w in words if any(abs(w.baseline - y) < 2.5 for y in names)]
        if blocks and len(level) == len(blocks):
            most = max(most, len(level))
    return most


def _has_lone_symbol(line: Line, xs: list[float]) -> bool:
    """Whether a symbol stands in a column of its own: a bullet has words beside it."""
    if not any(is_symbol(word) for word in line.words):
        return False
    columns: dict[int, list[Word]] = {}
    for word in line.words:
        columns.setdefault(sum(x <= (word.x0 + word.x1) / 2 for x in xs), []).append(word)
    return any(len(words) == 1 and is_symbol(words[0]) for words in columns.values())


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
