"""Arithmetic of boxes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medcom_extract.document import Box
from medcom_extract.layout.boxes import (
    area,
    around,
    beside,
    holds,
    middle,
    overlap,
    shared_height,
    shared_width,
)

SQUARE = (0.0, 0.0, 10.0, 10.0)
BOXES = st.tuples(*[st.integers(0, 12).map(float)] * 4)


def test_the_box_around_boxes_reaches_their_outermost_edges() -> None:
    assert around([(5, 6, 7, 8), (1, 9, 2, 10), (6, 2, 9, 3)]) == (1, 2, 9, 10)
    assert around([SQUARE]) == SQUARE


def test_the_middle_is_halfway_between_the_edges() -> None:
    assert middle((10, 100, 20, 140)) == (15, 120)


@pytest.mark.parametrize(
    ("box", "expected"),
    [((0, 0, 4, 5), 20), ((0, 0, 4, 0), 0), ((9, 9, 2, 2), 0)],
)
def test_a_box_turned_inside_out_has_no_area(box: Box, expected: float) -> None:
    assert area(box) == expected


@pytest.mark.parametrize(
    ("other", "width", "height", "both"),
    [
        ((5, 8, 20, 20), 5, 2, 10),
        ((12, 0, 20, 10), -2, 10, 0),
        ((0, 15, 10, 20), 10, -5, 0),
        ((12, 15, 20, 20), -2, -5, 0),
        ((2, 2, 4, 4), 2, 2, 4),
    ],
)
def test_boxes_share_width_height_and_area(
    other: Box, width: float, height: float, both: float
) -> None:
    assert (shared_width(SQUARE, other), shared_height(SQUARE, other)) == (width, height)
    assert overlap(SQUARE, other) == both


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ((2, 2, 8, 8), True),
        ((-1, -1, 11, 11), True),
        ((-1.5, 2, 8, 8), False),
        ((2, 2, 8, 11.5), False),
    ],
)
def test_a_box_holds_what_sticks_out_by_a_line_width_at_most(inner: Box, expected: bool) -> None:
    assert holds(SQUARE, inner) is expected


@pytest.mark.parametrize(
    ("top", "bottom", "least", "expected"),
    [
        (9.0, 20.0, 0.0, True),
        (10.0, 20.0, 0.0, False),
        (8.0, 20.0, 2.0, False),
        (7.9, 20.0, 2.0, True),
    ],
)
def test_boxes_beside_each_other_share_more_than_the_least_height(
    top: float, bottom: float, least: float, expected: bool
) -> None:
    assert bool(beside([(30, top, 40, bottom)], [SQUARE], least)) is expected


@given(st.lists(BOXES, max_size=6), st.lists(BOXES, max_size=6), st.sampled_from([0.0, 2.0]))
def test_bands_answer_like_asking_each_about_each(
    boxes: list[Box], others: list[Box], least: float
) -> None:
    asked = [box for box in boxes if any(shared_height(box, other) > least for other in others)]

    assert beside(boxes, others, least) == asked
