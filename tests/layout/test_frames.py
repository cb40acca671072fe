"""Small closed frames among the rules of a page."""

import pytest
from page_building import flat, lattice, upright

from medcom_extract.layout.frames import without_frames
from medcom_extract.layout.grid import find_grids
from medcom_extract.layout.page import Rule

WALLS = lattice([50, 200, 260, 500], [100, 120, 300])
FRAME = lattice([206, 226], [121, 141])


def test_a_frame_close_below_a_wall_leaves_the_table_as_it_is() -> None:
    (grid,) = find_grids(WALLS + FRAME)

    assert grid.xs == [50, 200, 260, 500]
    assert grid.ys == [100, 120, 300]


def test_only_the_sides_of_the_frame_are_left_out() -> None:
    assert without_frames(WALLS + FRAME) == WALLS


@pytest.mark.parametrize(
    "rules",
    [
        lattice([50, 90, 130], [100, 130]),
        [*lattice([50, 90], [100, 130]), *lattice([90, 130], [100, 130])],
        [*FRAME, flat(130, 200, 260)],
        [*FRAME, upright(216, 141, 300)],
        lattice([50, 250], [100, 130]),
        FRAME[1:],
    ],
    ids=["cells", "cells drawn one by one", "crossed", "met from below", "too wide", "open"],
)
def test_what_other_rules_meet_or_what_is_open_or_large_is_no_frame(rules: list[Rule]) -> None:
    assert without_frames(rules) == rules
