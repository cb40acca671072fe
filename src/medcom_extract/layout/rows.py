"""Rows of a table without a full set of lines.

Horizontal rules and stripes part rows; where there are none, each block of words in the first
column begins one, and the white space between the blocks tells where.
"""

import itertools

from medcom_extract.document import Box
from medcom_extract.layout.anchors import (
    Anchor,
    all_blocks,
    anchors_of,
    blocks_of,
    holds_areas,
    mark_at_foot,
    marked_rows,
    names_column,
    tells_rows,
)
from medcom_extract.layout.boxes import middle
from medcom_extract.layout.cellfills import filled_rows
from medcom_extract.layout.centred import centred_starts
from medcom_extract.layout.grid import Grid, GridCell, grid_from_lines
from medcom_extract.layout.headers import Header, segments
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import LARGEST_MARK, Artwork
from medcom_extract.layout.spans import merged_areas, spanned_cells
from medcom_extract.layout.tables import Sheet

__all__ = ["bands_of", "grid_of"]

_WIDE = 0.6
"""Share of a table's width that a rule or stripe must span to part its rows."""

_LEVEL = 0.6
"""Share of the names that are level with other text from which rows are aligned at their tops."""

_ALIKE, _SHIFT = 0.5, 4.5
"""Points within which shifts are one, and by which names are shifted at most."""

_SAME = 3.0
"""Points within which two edges are one."""


def grid_of(
    sheet: Sheet, xs: list[float], box: Box, header: Header | None, lines: list[Line]
) -> Grid:
    """The grid of a region with known columns; ``box`` is the region's, header included."""
    box = _with_last_mark(sheet, xs, box)
    ys, top = _beginning(box, header, lines, xs)
    heads = min((line.top for line in lines), default=box[3])
    lit = filled_rows(sheet, xs, lines)
    bands = bands_of(sheet, xs, box) + [y for pair in lit for y in pair]
    cuts = [y for y in _rising(bands) if top + 2 < y < box[3] - 2]
    edges = [top, *cuts, box[3] + 2.0]
    titles = _title_edges(edges, lines, xs)
    parted = [y for y in cuts if y > heads + 2 and y not in titles]
    marks = [a for a in sheet.artwork if _inside(a, xs, box)]
    guessed = areas = False
    opens = not any(word.bottom < box[1] for word in sheet.words)
    for low, high in zip(edges, edges[1:], strict=False):
        own = [line for line in lines if low <= (line.top + line.bottom) / 2 < high]
        art = [a for a in marks if low <= (a.top + a.bottom) / 2 < high]
        if own or art or not ys:
            ys.append(low)
        open_band = bool(lit) and not any(a - 2 <= low and high <= b + 2 for a, b in lit)
        if len(own) > 1 and (not parted or open_band or marked_rows(own, art, xs) > 1):
            column = names_column(own, art, xs)
            areas = areas or (column > 0 and holds_areas(own, xs))
            anchors = anchors_of(own, art, xs, column)
            share = _share_level(anchors, own, xs)
            sure = len(anchors) > 2 and share == 1.0  # names in the middle are level by chance
            level = sure or (share >= _LEVEL and (opens or not _hangs(anchors, own)))
            centred = None if level else centred_starts(own, anchors, opens=opens)
            if level and (begun := mark_at_foot(own, art, xs, anchors)) is not None:
                anchors.append(begun)
            ys += centred or _row_starts(own, anchors, aligned=level)
            guessed = guessed or (len(anchors) > 1 and not level and centred is None)
    ys.append(edges[-1])
    grid = grid_from_lines(xs, _rising(ys))
    if areas:
        grid = Grid(grid.xs, grid.ys, merged_areas(grid, blocks_of(lines, xs, 0)))
    grid = Grid(grid.xs, grid.ys, _widen_titles(grid, lines, marks), guessed=guessed)
    return Grid(grid.xs, grid.ys, spanned_cells(grid, lines, marks), guessed=guessed)


def _beginning(
    box: Box, header: Header | None, lines: list[Line], xs: list[float]
) -> tuple[list[float], float]:
    """Where the header begins, and a title right below it; and where the rows do."""
    if header is None:
        return [], box[1] - 1.0
    top = header.bottom + 1.0
    if _is_title_over_names(lines, xs):
        return [box[1] - 2.0, top], (lines[0].bottom + lines[1].top) / 2
    return [box[1] - 2.0], top


def _title_edges(edges: list[float], lines: list[Line], xs: list[float]) -> set[float]:
    """The edges of stripes that hold a title and nothing else: they part sections, not rows."""
    found: set[float] = set()
    for low, high in itertools.pairwise(edges):
        own = [line for line in lines if low <= (line.top + line.bottom) / 2 < high]
        if 0 < len(own) <= 2 and all(
            line.bold and line.x0 < xs[1] and len(segments(line)) == 1 for line in own
        ):
            found |= {low, high}
    return found


def _is_title_over_names(lines: list[Line], xs: list[float]) -> bool:
    """Whether a table's first line is a title: bold and alone, over a name that is not bold and has
    words beside it.
    """
    if len(lines) < 3 or not lines[0].bold or lines[0].x0 > xs[1]:
        return False
    below = [word for word in lines[1].words if word.x0 < xs[1] - 1]
    named = bool(below) and not all(word.bold for word in below)
    beside = any(line.x1 > xs[1] and line.top < lines[1].bottom for line in lines[1:3])
    return len(segments(lines[0])) == 1 and named and beside


def _with_last_mark(sheet: Sheet, xs: list[float], box: Box) -> Box:
    """A box down to the foot of the marks that begin in it: a light may be taller than its text.

    So does one that stands below all text of the page, in line with others: its row begins there.
    """
    marks = [
        art for art in sheet.artwork
        if xs[0] <= (art.x0 + art.x1) / 2 <= xs[-1] and art.bottom <= art.top + LARGEST_MARK
    ]  # fmt: skip
    feet = [art.bottom for art in marks if box[1] < art.top < box[3] < art.bottom]
    inside = {round(art.x0) for art in marks if box[1] < art.top < box[3]}
    if inside and all(word.bottom <= box[3] for word in sheet.words):
        feet += [art.bottom for art in marks if art.top >= box[3] and round(art.x0) in inside]
    return (box[0], box[1], box[2], max([box[3], *feet]))


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


def _row_starts(lines: list[Line], anchors: list[Anchor], *, aligned: bool) -> list[float]:
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


def _opening(anchor: Anchor, lines: list[Line], aligned: bool) -> float | None:
    """Where the first named row begins, if lines of a row from the page before stand above it."""
    above = [line for line in lines if line.bottom <= anchor[0] + 1]
    return anchor[0] - 1.0 if above and aligned else None


def _between(
    above: Anchor,
    below: Anchor,
    boxes: list[tuple[float, float]],
    aligned: bool,
) -> float:
    """A height between two rows: right above the second where rows are aligned at their tops,
    else in the widest white space between them.
    """
    if aligned:
        over = [bottom for top, bottom in boxes if (top + bottom) / 2 < below[0] - 1]
        return max((max(over, default=above[1]) + below[0]) / 2, below[0] - 4.0)
    best, reach = (0.0, (above[1] + below[0]) / 2), above[1]
    for top, bottom in boxes:
        if bottom <= above[1] or top > below[0] + 1:
            continue
        if top - reach >= best[0]:
            best = (top - reach, (top + reach) / 2)
        reach = max(reach, bottom)
    return best[1]


def _share_level(anchors: list[Anchor], lines: list[Line], xs: list[float]) -> float:
    """The share of the names whose first line stands level with a line of another column.

    Columns of lights and numbers tell nothing: they are centred with the names.
    """
    columns = all_blocks(lines, xs)[1:]
    blocks = [block for found in columns if not tells_rows(found) for block in found]
    others = [line.baseline for block in blocks for line in block]
    if not others or not anchors:
        return 1.0
    level = sum(any(abs(y - anchor[2]) < 2.5 for y in others) for anchor in anchors)
    if len(anchors) > 2 and _shift_alike(anchors, others):
        return 1.0
    return level / len(anchors)


def _shift_alike(anchors: list[Anchor], others: list[float]) -> bool:
    """Whether all names stand by the same few points off a line beside them: cells with other
    padding, aligned at their tops.
    """
    shifts = [min((y - anchor[2] for y in others), key=abs) for anchor in anchors]
    return max(shifts) - min(shifts) < _ALIKE and max(map(abs, shifts)) < _SHIFT


def _inside(art: Artwork, xs: list[float], box: Box) -> bool:
    x, y = middle(art.box)
    return xs[0] <= x <= xs[-1] and box[1] - 2 <= y <= box[3] + 2


def _hangs(anchors: list[Anchor], lines: list[Line]) -> bool:
    """Whether the first name of a table stands well below the first line of its row."""
    return bool(anchors) and anchors[0][0] - lines[0].top > 1.5 * lines[0].size


def _rising(ys: list[float]) -> list[float]:
    rising: list[float] = []
    for y in sorted(ys):
        if not rising or y - rising[-1] > _SAME:
            rising.append(y)
    return rising


def _widen_titles(grid: Grid, lines: list[Line], marks: list[Artwork]) -> list[GridCell]:
    """Make a row one cell where nothing but a bold title stands in it, among names not bold, or
    one that runs on over the first column, as no name does.
    """
    titles: dict[int, list[Line]] = {}
    names: list[bool] = []
    lights: list[str] = []
    for row in range(len(grid.ys) - 1):
        low, high = grid.ys[row], grid.ys[row + 1]
        own = [line for line in lines if low <= (line.top + line.bottom) / 2 < high]
        words = [w for line in own for w in line.words]
        named = [w for w in words if w.x0 < grid.xs[1] - 1]
        if not named:
            continue
        bold = all(w.bold for w in named)
        alone = len(named) == len(words) or all(len(segments(line)) == 1 for line in own)
        goes_on = own[0].words[0].text.islower()  # a name that the page's edge cuts
        if bold and alone and not goes_on and not any(low <= a.top < high for a in marks):
            titles[row] = own
        else:
            names.append(bold)
            lights.append(" ".join(word.text for word in named))
    if sum(names) > 0.5 * len(names):
        titles = _overrunning(titles, grid.xs[1], among_lights=len(set(lights)) < len(lights))
    if not titles:
        return grid.cells
    last = len(grid.xs) - 1
    kept = [cell for cell in grid.cells if cell.row not in titles]
    wide = [
        GridCell(r, 0, 1, last, (grid.xs[0], grid.ys[r], grid.xs[-1], grid.ys[r + 1]))
        for r in titles
    ]
    return sorted(kept + wide, key=lambda c: (c.row, c.column))


def _overrunning(
    titles: dict[int, list[Line]], edge: float, *, among_lights: bool
) -> dict[int, list[Line]]:
    """Of the rows of bold words those whose words all begin in the first column and run on over
    its edge.  Where lights stand in that column (``among_lights``) shorter ones are titles, too.
    """
    alone = {
        row: own for row, own in titles.items()
        if all(line.x0 < edge - 1 and len(segments(line)) == 1 for line in own)
    }  # fmt: skip
    over = {row: own for row, own in alone.items() if own[0].x1 > edge + own[0].size}
    return alone if over and among_lights else over
