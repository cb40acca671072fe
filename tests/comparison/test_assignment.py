"""The best assignment is found, and nothing is assigned at a loss."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from medcom_extract.comparison.assignment import assign

GAINS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(-5, 9), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


@given(GAINS)
def test_no_other_assignment_gains_more(gains: list[list[int]]) -> None:
    pairs = assign(gains)
    rows, columns = len(gains), len(gains[0])
    padded = [[max(gain, 0) for gain in row] + [0] * rows for row in gains]
    best = max(
        sum(padded[row][column] for row, column in enumerate(order))
        for order in permutations(range(columns + rows), rows)
    )

    assert sum(gains[row][column] for row, column in pairs) == best
    assert all(gains[row][column] > 0 for row, column in pairs)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_an_empty_side_has_no_pairs() -> None:
    assert assign([]) == assign([[]]) == []
