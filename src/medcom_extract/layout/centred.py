"""Rows whose cells are centred in height: names in the middle of the lines of their rows."""

import itertools

from medcom_extract.layout.anchors import Anchor
from medcom_extract.layout.lines import Line

__all__ = ["centred_starts"]

_NEAR, _NEVER = 2.0, 5.0
"""Points by which names miss the middle of their rows on average, and any of them, at most."""

_SHIFTS = (0.0, 3.5, 7.0)
"""Points by which the space below the last paragraph of a cell moves the middle down."""

_APART = 0.9
"""Share of the widest space inside a row that there is between two rows, at least."""


def centred_starts(
    lines: list[Line], anchors: list[Anchor], *, opens: bool = False
) -> list[float] | None:
    """Heights between rows, by the lines that stand evenly above and below each name.

    Where a table opens its page (``opens``), lines above the first row may belong to a row of the
    page before.  The last row may go on on the next page, its name at its top.  None where the
    names are not in the middle of anything.
    """
    if len(anchors) < 2:
        return None
    firsts = range(_first_below(lines, anchors[0]) + 1) if opens else range(1)
    found = [_rows(lines, anchors, first, shift) for first in firsts for shift in _SHIFTS]
    best = min((rows for rows in found if rows is not None), default=None)
    if best is None or best[0] > _NEAR:
        return None
    starts = best[1] if best[1][0] > 0 else best[1][1:]
    return [(lines[k - 1].bottom + lines[k].top) / 2 for k in starts]


def _first_below(lines: list[Line], anchor: Anchor) -> int:
    """The first line that reaches below the top of a name."""
    return next((k for k, line in enumerate(lines) if line.bottom > anchor[0]), 0)


def _rows(
    lines: list[Line], anchors: list[Anchor], first: int, shift: float
) -> tuple[float, list[int]] | None:
    """How far names are off the middle of their rows on average, and the line that each row begins
    with, where the first begins with a given one.
    """
    starts, misses = [first], []
    for anchor in anchors:
        start = starts[-1]
        if start >= len(lines):
            return None
        if anchor is anchors[-1] and anchor[0] - lines[start].top < _NEVER:
            break  # it goes on on the next page
        ends = range(start + 1, len(lines) + 1)
        miss, end = min((_miss(lines[start:k], anchor, shift), k) for k in ends)
        misses.append(miss)
        starts.append(end)
    else:
        if starts.pop() < len(lines):
            return None
    if not misses or max(misses) > _NEVER or not _stand_apart(lines, starts):
        return None
    return sum(misses) / len(misses), starts


def _miss(lines: list[Line], anchor: Anchor, shift: float) -> float:
    middle = (lines[0].top + max(line.bottom for line in lines)) / 2 + shift
    return abs((anchor[0] + anchor[1]) / 2 - middle)


def _stand_apart(lines: list[Line], starts: list[int]) -> bool:
    """Whether rows stand as far apart as the paragraphs in them, or farther."""
    spaces = [below.top - above.bottom for above, below in itertools.pairwise(lines)]
    between = [spaces[k - 1] for k in starts if k > 0]
    inside = [space for k, space in enumerate(spaces, start=1) if k not in starts]
    return min(between, default=0.0) >= _APART * max(inside, default=0.0)
