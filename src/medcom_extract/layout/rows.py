"""Rows of a table without a full set of lines.

Horizontal rules and stripes part rows; where there are none, each block of words in the first
column begins one, and the white space between the blocks tells where.
"""

import itertools

from medcom_extract.document import Box
from medcom_extract.layout.boxes import middle
from medcom_extract.layout.cellfills import filled_rows
from medcom_extract.layout.grid import Grid, GridCell, grid_from_lines
from medcom_extract.layout.headers import Header, segments
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Word
from medcom_extract.layout.spans import spanned_cells
from medcom_extract.layout.tables import Sheet

__all__ = ["bands_of", "grid_of"]

_WIDE = 0.6
"""Share of a table's width that a rule or stripe must span to part its rows."""

_SAME = 3.0
"""Points within which two edges are one."""

_LAMPS = 0.35
"""Times their height that the lamps of one traffic light stand apart at most."""

_BLOCK = 1.65
"""Times the font size that two lines of one name stand apart at most."""

_SECOND = 2.5
"""Times the font size that a name and a further line of its own stand apart at most."""

_SMALLER = 0.92
"""Times the size of a name from which letters are smaller."""

_Anchor = tuple[float, float, float]
"""Top, bottom and first baseline of what a row begins with."""


def grid_of(
    sheet: Sheet, xs: list[float], box: Box, header: Header | None, lines: list[Line]
) -> Grid:
    """The grid of a region with known columns; ``box`` is the region's, header included."""
    top = (header.bottom + 1.0) if header else box[1] - 1.0
    heads = min((line.top for line in lines), default=box[3])
    lit = filled_rows(sheet, xs, lines)
    bands = bands_of(sheet, xs, box) + [y for pair in lit for y in pair]
    cuts = [y for y in _rising(bands) if top + 2 < y < box[3] - 2]
    parted = [y for y in cuts if y > heads + 2]
    edges = [top, *cuts, box[3] + 2.0]
    ys = [box[1] - 2.0] if header else []
    marks = [a for a in sheet.artwork if _inside(a, xs, box)]
    guessed = False
    for low, high in zip(edges, edges[1:], strict=False):
        own = [line for line in lines if low <= (line.top + line.bottom) / 2 < high]
        art = [a for a in marks if low <= (a.top + a.bottom) / 2 < high]
        if own or art or not ys:
            ys.append(low)
        open_band = bool(lit) and not any(a - 2 <= low and high <= b + 2 for a, b in lit)
        if len(own) > 1 and (not parted or open_band or _marked_rows(own, art, xs) > 1):
            anchors = _anchors(own, art, xs)
            level = _top_aligned(anchors, own, xs)
            ys += _row_starts(own, anchors, aligned=level)
            guessed = guessed or (len(anchors) > 1 and not level)
    ys.append(edges[-1])
    grid = grid_from_lines(xs, _rising(ys))
    grid = Grid(grid.xs, grid.ys, _widen_titles(grid, lines, marks), guessed=guessed)
    return Grid(grid.xs, grid.ys, spanned_cells(grid, lines, marks), guessed=guessed)


def bands_of(sheet: Sheet, xs: list[float], box: Box) -> list[float]:
    """Heights at which a wide rule runs, or a stripe begins or ends."""
    width = xs[-1] - xs[0]
    found: list[float] = []
    for rule in sheet.page.rules:
        long = min(rule.x1, xs[-1]) - max(rule.x0, xs[0])
        if rule.horizontal and long >= _WIDE * width:
            found.append((rule.top + rule.bottom) / 2)
    for fill in sheet.fills:
        long = min(fill.x1, xs[-1]) - max(fill.x0, xs[0])
        if long >= _WIDE * width and fill.bottom - fill.top < 0.9 * sheet.page.height:
            found += [fill.top, fill.bottom]
    found += _short_fill_edges(sheet, xs)
    inside = sorted(y for y in found if box[1] - 20 <= y <= box[3] + 20)
    return [y for i, y in enumerate(inside) if not i or y - inside[i - 1] > _SAME]


def _short_fill_edges(sheet: Sheet, xs: list[float]) -> list[float]:
    """Edges of stripes and rules drawn cell by cell: side by side they span the table.

    The outer ones stick out of its words by the padding of its cells.
    """
    rows: dict[tuple[int, int], float] = {}
    for fill in sheet.fills:
        long = min(fill.x1, xs[-1]) - max(fill.x0, xs[0])
        if long > 0:
            key = (round(fill.top), round(fill.bottom))
            rows[key] = rows.get(key, 0.0) + long
    lines: dict[int, float] = {}
    for rule in sheet.page.rules:
        long = min(rule.x1, xs[-1]) - max(rule.x0, xs[0])
        if rule.horizontal and long > 0:
            key_y = round((rule.top + rule.bottom) / 2)
            lines[key_y] = lines.get(key_y, 0.0) + long
    width = xs[-1] - xs[0]
    edges = [float(y) for key, long in rows.items() if long >= _WIDE * width for y in key]
    return edges + [float(y) for y, long in lines.items() if long >= _WIDE * width]


def _anchors(lines: list[Line], marks: list[Artwork], xs: list[float]) -> list[_Anchor]:
    """The blocks of the first column, or the marks, if there are more: one a row."""
    first = [piece for line in lines if (piece := _in_column(line, xs[0], xs[1])) is not None]
    blocks = _blocks(first, _tightest(lines, xs))
    anchors = [(block[0].top, block[-1].bottom, block[0].baseline) for block in blocks]
    by_mark = _mark_rows(marks, xs)
    if len(by_mark) > len(anchors):
        anchors = [(a.top, a.bottom, a.bottom) for a in by_mark]
    return anchors


def _row_starts(lines: list[Line], anchors: list[_Anchor], *, aligned: bool) -> list[float]:
    """Heights between rows.  ``aligned`` tells that rows are aligned at their tops."""
    if not anchors:
        return []
    boxes = sorted([(word.top, word.bottom) for line in lines for word in line.words])
    starts = []
    opening = _opening(anchors[0], lines, aligned)
    if opening is not None:
        starts.append(opening)
    for above, below in itertools.pairwise(anchors):
        starts.append(_between(above, below, boxes, aligned))
    return starts


def _opening(anchor: _Anchor, lines: list[Line], aligned: bool) -> float | None:
    """Where the first named row begins, if lines of a row from the page before stand above it."""
    above = [line for line in lines if line.bottom <= anchor[0] + 1]
    return anchor[0] - 1.0 if above and aligned else None


def _between(
    above: _Anchor,
    below: _Anchor,
    boxes: list[tuple[float, float]],
    aligned: bool,
) -> float:
    """A height between two rows: right above the second where rows are aligned at their tops,
    else in the widest white space between them.
    """
    if aligned:
        over = [bottom for top, bottom in boxes if top < below[0] - 1]
        return max((max(over, default=above[1]) + below[0]) / 2, below[0] - 4.0)
    best, reach = (0.0, (above[1] + below[0]) / 2), above[1]
    for top, bottom in boxes:
        if bottom <= above[1] or top > below[0] + 1:
            continue
        if top - reach >= best[0]:
            best = (top - reach, (top + reach) / 2)
        reach = max(reach, bottom)
    return best[1]


def _top_aligned(anchors: list[_Anchor], lines: list[Line], xs: list[float]) -> bool:
    """Whether the first line of most names stands level with a line of another column."""
    others = [word.baseline for line in lines for word in line.words if word.x0 >= xs[1]]
    if not others:
        return True
    level = sum(any(abs(y - anchor[2]) < 2.5 for y in others) for anchor in anchors)
    return level >= 0.6 * len(anchors)


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


def _marked_rows(lines: list[Line], marks: list[Artwork], xs: list[float]) -> int:
    """How many rows have a mark: artwork, or a symbol that stands alone in its column."""
    glyphs = [line for line in lines if _has_lone_symbol(line, xs)]
    return max(len(_mark_rows(marks, xs)), len(glyphs))


def _has_lone_symbol(line: Line, xs: list[float]) -> bool:
    """Whether a symbol stands in a column of its own: a bullet has words beside it."""
    columns: dict[int, list[Word]] = {}
    for word in line.words:
        columns.setdefault(sum(x <= (word.x0 + word.x1) / 2 for x in xs), []).append(word)
    return any(len(words) == 1 and _is_symbol(words[0]) for words in columns.values())


def _is_symbol(word: Word) -> bool:
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


def _inside(art: Artwork, xs: list[float], box: Box) -> bool:
    x, y = middle(art.box)
    return xs[0] <= x <= xs[-1] and box[1] - 2 <= y <= box[3] + 2


def _rising(ys: list[float]) -> list[float]:
    rising: list[float] = []
    for y in sorted(ys):
        if not rising or y - rising[-1] > _SAME:
            rising.append(y)
    return rising


def _widen_titles(grid: Grid, lines: list[Line], marks: list[Artwork]) -> list[GridCell]:
    """Make a row one cell where nothing but a bold title stands in it, among names not bold."""
    titles: set[int] = set()
    names: list[bool] = []
    for row in range(len(grid.ys) - 1):
        low, high = grid.ys[row], grid.ys[row + 1]
        own = [line for line in lines if low <= (line.top + line.bottom) / 2 < high]
        words = [w for line in own for w in line.words]
        named = [w for w in words if w.x0 < grid.xs[1] - 1]
        if not named:
            continue
        bold = all(w.bold for w in named)
        alone = len(named) == len(words) or all(len(segments(line)) == 1 for line in own)
        if bold and alone and not any(low <= a.top < high for a in marks):
            titles.add(row)
        else:
            names.append(bold)
    if not titles or sum(names) > 0.5 * len(names):
        return grid.cells
    last = len(grid.xs) - 1
    kept = [cell for cell in grid.cells if cell.row not in titles]
    wide = [
        GridCell(r, 0, 1, last, (grid.xs[0], grid.ys[r], grid.xs[-1], grid.ys[r + 1]))
        for r in titles
    ]
    return sorted(kept + wide, key=lambda c: (c.row, c.column))
