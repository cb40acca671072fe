"""Drawings made of many pieces."""

import pytest
from page_building import fill, flat, picture, shape

from medcom_extract.layout.drawings import gather_drawings
from medcom_extract.layout.page import Fill

BARS = [fill(100 + 20 * n, 200 - 10 * n, 112 + 20 * n, 300) for n in range(8)]


def test_bars_side_by_side_are_one_picture() -> None:
    drawings, fills, artwork = gather_drawings(BARS, [], [])

    assert [(art.kind, art.box) for art in drawings] == [("image", (100, 130, 252, 300))]
    assert (fills, artwork) == ([], [])


def test_axes_widen_a_drawing_and_rules_elsewhere_do_not() -> None:
    drawings, _, _ = gather_drawings(BARS, [], [flat(310, 90, 260), flat(400, 50, 500)])

    assert drawings[0].box == (90, 130, 260, 310)


@pytest.mark.parametrize(
    "pieces",
    [
        BARS[:7],
        [fill(100 + 40 * n, 200, 112 + 40 * n, 300) for n in range(8)],
        [fill(100 + 4 * n, 200, 103 + 4 * n, 210) for n in range(8)],
    ],
    ids=["too few", "too far apart", "no larger than a mark"],
)
def test_other_pieces_stay_what_they_are(pieces: list[Fill]) -> None:
    assert gather_drawings(pieces, [], []) == ([], pieces, [])


def test_shapes_are_pieces_and_pictures_are_not() -> None:
    shapes = [shape(100 + 20 * n, 200, 12, 60) for n in range(8)]
    photo, far = picture(110, 210), shape(500, 700)

    drawings, _, artwork = gather_drawings([], [*shapes, photo, far], [])

    assert len(drawings) == 1
    assert artwork == [photo, far]


def test_two_charts_are_two_drawings() -> None:
    other = [fill(100 + 20 * n, 500, 112 + 20 * n, 600) for n in range(8)]

    drawings, fills, _ = gather_drawings([*BARS, *other], [], [])

    assert [art.top for art in drawings] == [130, 500]
    assert fills == []
