"""Rows whose cells are centred in height."""

import pytest
from page_building import lines

from medcom_extract.layout.anchors import Anchor
from medcom_extract.layout.centred import centred_starts
from medcom_extract.layout.lines import Line

FIRST = lines("Alfa er", "med i", "testen", y=100, pitch=20)  # 92.5 to 142.5
SECOND = lines("Beta er", "med", y=165, pitch=20)  # 157.5 to 187.5
THIRD = lines("Gamma", "går", "godt", y=210, pitch=20)  # 202.5 to 252.5


def name(middle: float) -> Anchor:
    return (middle - 5, middle + 5, middle + 2.5)


def test_names_in_the_middle_of_their_lines_tell_rows() -> None:
    anchors = [name(117.5), name(172.5), name(227.5)]

    assert centred_starts(FIRST + SECOND + THIRD, anchors) == [150, 195]


@pytest.mark.parametrize("shift", [3, 7])
def test_space_below_the_last_paragraph_moves_all_names_down(shift: float) -> None:
    anchors = [name(117.5 + shift), name(172.5 + shift), name(227.5 + shift)]

    assert centred_starts(FIRST + SECOND + THIRD, anchors) == [150, 195]


def test_the_last_row_may_go_on_on_the_next_page_with_its_name_at_its_top() -> None:
    assert centred_starts(FIRST + SECOND, [name(117.5), name(162.5)]) == [150]


@pytest.mark.parametrize(("opens", "found"), [(True, [150, 195]), (False, None)])
def test_lines_from_the_page_before_stand_above_where_a_table_opens_a_page(
    found: list[float] | None, *, opens: bool
) -> None:
    anchors = [name(172.5), name(227.5)]

    assert centred_starts(FIRST + SECOND + THIRD, anchors, opens=opens) == found


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        (FIRST + SECOND, [name(117.5)]),
        (FIRST + SECOND, [name(97.5), name(137.5)]),
        (lines("a", "b", "c", "d", "e", y=100, pitch=30), [name(115), name(175)]),
    ],
    ids=["one name", "off the middle", "lines left over"],
)
def test_other_names_tell_nothing(text: list[Line], anchors: list[Anchor]) -> None:
    assert centred_starts(text, anchors) is None
