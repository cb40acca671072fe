"""Rules to grids: where the lines of a table stand, and which of its slots are one cell.

    rules -> connected groups -> column and row lines -> slots -> cells

All steps work on plain values; nothing here knows words.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from medcom_extract.document import Box
from medcom_extract.layout.frames import without_frames
from medcom_extract.layout.page import Rule

__all__ = ["Grid", "GridCell", "find_grids", "grid_from_lines"]

SNAP = 2.0
"""Points within which rules are one line (borders are drawn double, or cell by cell)."""

REACH = 2.0
"""Points by which two rules may miss each other and still meet."""

_PADDING = 15.0
"""Points between the walls of a cell and a table inside it, at most."""

COVER = 0.5
"""Share of a slot's side that a rule must cover to be a wall."""

MOST_SLOTS = 20_000
"""Slots of a table at the most: finer lattices are drawings, and take long to look through."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its first slot, its spans, and its box on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(slots=True)
class Grid:
    """Column lines, row lines and cells.

    ``guessed`` tells that the rows were told by white space alone.
    """

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    guessed: bool = False
    _slots: dict[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, cell in enumerate(self.cells):
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    self._slots[(row, column)] = index

    @property
    def box(self) -> Box:
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> int | None:
        """Index of the cell at a point; None outside the grid."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, y) - 1
        return self._slots.get((row, column))


@dataclass(slots=True)
class _Segment:
    """A rule as a line: ``at`` across its direction, from ``low`` to ``high`` along it."""

    at: float
    low: float
    high: float


_Group = tuple[list[_Segment], list[_Segment]]
"""Horizontal and upright lines that meet."""


def find_grids(rules: list[Rule]) -> list[Grid]:
    """Every ruled grid on a page, from top to bottom.

    A group of rules is a grid where it has lines in both directions and more than one cell;
    a frame around text, a lone line and an underline are none.
    """
    flat, upright = _merged(without_frames(rules))
    grids = []
    for group_flat, group_upright in _part_nested(_groups(flat, upright)):
        grid = _grid(group_flat, group_upright)
        if grid is not None and len(grid.cells) > 1:
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def grid_from_lines(xs: list[float], ys: list[float]) -> Grid:
    """A full grid without merged cells, for tables whose lines were worked out from the words."""
    cells = [
        GridCell(r, c, 1, 1, (xs[c], ys[r], xs[c + 1], ys[r + 1]))
        for r in range(len(ys) - 1)
        for c in range(len(xs) - 1)
    ]
    return Grid(xs, ys, cells)


def _merged(rules: list[Rule]) -> tuple[list[_Segment], list[_Segment]]:
    """Rules as horizontal and vertical segments, pieces of one line joined."""
    flat, upright = [], []
    for rule in rules:
        if rule.horizontal:
            flat.append(_Segment((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
        else:
            upright.append(_Segment((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
    return _joined(flat), _joined(upright)


def _joined(segments: list[_Segment]) -> list[_Segment]:
    """Snap segments to common lines and join those that touch along one."""
    done: list[_Segment] = []
    segments.sort(key=lambda s: s.at)
    start = 0
    for end in range(1, len(segments) + 1):
        if end < len(segments) and segments[end].at - segments[end - 1].at <= SNAP / 2:
            continue
        line = segments[start:end]
        at = sum(s.at for s in line) / len(line)
        line.sort(key=lambda s: s.low)
        for segment in line:
            if done and done[-1].at == at and segment.low <= done[-1].high + REACH:
                done[-1].high = max(done[-1].high, segment.high)
            else:
                done.append(_Segment(at, segment.low, segment.high))
        start = end
    return done


def _groups(
    flat: list[_Segment], upright: list[_Segment]
) -> list[tuple[list[_Segment], list[_Segment]]]:
    """Rules that meet, directly or through others."""
    parent = list(range(len(flat) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(flat):
        for j, v in enumerate(upright):
            if v.low - REACH <= h.at <= v.high + REACH and h.low - REACH <= v.at <= h.high + REACH:
                parent[root(i)] = root(len(flat) + j)
    groups: dict[int, tuple[list[_Segment], list[_Segment]]] = {}
    for i, segment in enumerate(flat + upright):
        group = groups.setdefault(root(i), ([], []))
        group[0 if i < len(flat) else 1].append(segment)
    return [group for group in groups.values() if group[0] and group[1]]


def _part_nested(groups: list[_Group]) -> list[_Group]:
    """Groups with the tables inside a cell taken out that touch the cell's upper or lower wall."""
    parted: list[_Group] = []
    for flat, upright in groups:
        floating = [h for h in flat if _floats(h, upright)]
        inside = [
            v for v in upright
            if any(_meets(v, h) and h.low - REACH <= v.at <= h.high + REACH for h in floating)
        ]  # fmt: skip
        if not floating:
            parted.append((flat, upright))
            continue
        kept = {id(segment) for segment in (*floating, *inside)}
        parted.append((
            [h for h in flat if id(h) not in kept], [v for v in upright if id(v) not in kept]
        ))  # fmt: skip
        parted += _groups(floating, inside)
    return [(flat, upright) for flat, upright in parted if flat and upright]


def _floats(line: _Segment, upright: list[_Segment]) -> bool:
    """Whether a horizontal line ends a little before the walls of its cell, at uprights of its
    own: it belongs to a table inside the cell.
    """
    beside = [v.at for v in upright if _meets(v, line)]
    return (
        any(REACH < line.low - at <= _PADDING for at in beside)  # seldom so: asked first
        and any(REACH < at - line.high <= _PADDING for at in beside)
        and any(abs(at - line.low) <= REACH for at in beside)
        and any(abs(at - line.high) <= REACH for at in beside)
    )


def _meets(upright: _Segment, line: _Segment) -> bool:
    """Whether an upright reaches the height of a horizontal line."""
    return upright.low - REACH <= line.at <= upright.high + REACH


def _grid(flat: list[_Segment], upright: list[_Segment]) -> Grid | None:
    left = min(min(h.low for h in flat), min(v.at for v in upright))
    right = max(max(h.high for h in flat), max(v.at for v in upright))
    top = min(min(v.low for v in upright), min(h.at for h in flat))
    bottom = max(max(v.high for v in upright), max(h.at for h in flat))
    xs = _lines([v.at for v in upright] + [left, right])
    ys = _lines([h.at for h in flat] + [top, bottom])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MOST_SLOTS:
        return None
    return Grid(xs, ys, _cells(xs, ys, flat, upright))


def _lines(values: list[float]) -> list[float]:
    """Positions with those within SNAP made one."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] <= SNAP:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(cluster) / len(cluster) for cluster in clusters]


def _cells(
    xs: list[float], ys: list[float], flat: list[_Segment], upright: list[_Segment]
) -> list[GridCell]:
    """Slots with no wall between them are one cell; a cell that is no rectangle is cut up."""
    rows, columns = len(ys) - 1, len(xs) - 1
    sides, floors = [_at(upright, x) for x in xs[1:]], [_at(flat, y) for y in ys[1:]]
    right = [[_wall(sides[c], ys[r], ys[r + 1]) for c in range(columns)] for r in range(rows)]
    below = [[_wall(floors[r], xs[c], xs[c + 1]) for c in range(columns)] for r in range(rows)]
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for r in range(rows):
        for c in range(columns):
            if taken[r][c]:
                continue
            wide = 1
            while c + wide < columns and not right[r][c + wide - 1] and not taken[r][c + wide]:
                wide += 1
            high = 1
            while r + high < rows and _continues(r + high, c, wide, right, below, taken):
                high += 1
            for row in range(r, r + high):
                taken[row][c : c + wide] = [True] * wide
            cells.append(GridCell(r, c, high, wide, (xs[c], ys[r], xs[c + wide], ys[r + high])))
    return cells


def _continues(
    row: int, column: int, wide: int, right: list[list[bool]], below: list[list[bool]],
    taken: list[list[bool]],
) -> bool:  # fmt: skip
    """Whether the slots of a row, under a cell, belong to it: no wall above or between them."""
    across = range(column, column + wide)
    if any(below[row - 1][c] or taken[row][c] for c in across):
        return False
    return not any(right[row][c] for c in across[:-1])


def _at(segments: list[_Segment], at: float) -> list[_Segment]:
    """The rules at a line."""
    return [segment for segment in segments if abs(segment.at - at) <= SNAP]


def _wall(segments: list[_Segment], low: float, high: float) -> bool:
    """Whether the rules at a line cover enough of a stretch of it."""
    need = COVER * (high - low)
    covered = 0.0
    for segment in segments:
        covered += max(0.0, min(segment.high, high) - max(segment.low, low))
        if covered >= need:
            return True
    return False
