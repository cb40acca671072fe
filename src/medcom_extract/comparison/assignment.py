"""The best one-to-one assignment, in which "no match" is always an answer.

The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n³); the matrices here are small.
"""

from collections.abc import Sequence

__all__ = ["assign"]

_INFINITE = float("inf")
# Fine enough to tell scores apart, coarse enough that the order of additions cannot.
_DIGITS = 9


def assign(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) whose gains sum to the most; only pairs with a gain above 0 are made.

    ``gains[row][column]`` is what a pair is worth over leaving both alone.  Pairs come in row
    order, and equal gains resolve the same way each time.
    """
    # What gains nowhere stays alone, however many rows and columns there are.
    rows = [place for place, row in enumerate(gains) if any(gain > 0 for gain in row)]
    columns = sorted({place for row in rows for place, gain in enumerate(gains[row]) if gain > 0})
    if not rows:
        return []
    # A column of its own for each row stands for "no match" and is worth nothing.
    costs = [
        [-round(max(gains[row][column], 0.0), _DIGITS) for column in columns] + [0.0] * len(rows)
        for row in rows
    ]
    owner = _solve(costs)
    pairs = [
        (rows[row], column) for column, row in zip(columns, owner, strict=False) if row is not None
    ]
    return sorted(pair for pair in pairs if gains[pair[0]][pair[1]] > 0)


def _solve(costs: list[list[float]]) -> list[int | None]:
    """The row that each column serves at the least cost; there are at least as many columns."""
    rows, columns = len(costs), len(costs[0])
    height, depth = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # 0 is nobody: rows and columns count from 1 inside.
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(costs, height, depth, owner)
    return [owned - 1 if owned else None for owned in owner[1:]]


def _augment(
    costs: list[list[float]], height: list[float], depth: list[float], owner: list[int]
) -> None:
    """Give the row in ``owner[0]`` a column, moving others along the cheapest path."""
    columns = len(depth)
    slack, origin, seen = [_INFINITE] * columns, [0] * columns, [False] * columns
    here = 0
    while owner[here]:
        seen[here] = True
        row, least, following = owner[here], _INFINITE, 0
        for column in range(1, columns):
            if seen[column]:
                continue
            cost = costs[row - 1][column - 1] - height[row] - depth[column]
            if cost < slack[column]:
                slack[column], origin[column] = cost, here
            if slack[column] < least:
                least, following = slack[column], column
        for column in range(columns):
            if seen[column]:
                height[owner[column]] += least
                depth[column] -= least
            else:
                slack[column] -= least
        here = following
    while here:
        owner[here] = owner[origin[here]]
        here = origin[here]
