"""Pictures in the running heads."""

from dataclasses import replace

from page_building import line, shape

from medcom_extract.document import Patch
from medcom_extract.layout.drafts import DraftPicture, Item
from medcom_extract.layout.emblems import without_emblems
from medcom_extract.layout.paragraphs import Draft


def picture(y: float, number: int) -> Item:
    return DraftPicture(shape(500, y), number)


def text(y: float, number: int) -> Item:
    return Draft([line("Pilot i drift", 50, y, number=number)], 500)


def left(*pages: list[Item]) -> list[int]:
    return [len(items) for items in without_emblems(pages)]


def test_a_picture_above_all_else_at_one_place_on_most_pages_is_a_logo() -> None:
    assert left(*([picture(22, at), text(80, at)] for at in (1, 2, 3))) == [1, 1, 1]
    assert left([picture(22, 1), text(80, 1)], [text(80, 2)], [picture(780, 3), text(80, 3)]) == [
        2, 1, 2,
    ]  # fmt: skip


def test_a_picture_that_stands_once_or_elsewhere_is_none() -> None:
    assert left([picture(22, 1), text(80, 1)]) == [2]
    assert left([picture(22, 1), text(80, 1)], [picture(40, 2), text(80, 2)]) == [2, 2]


def test_two_pictures_one_over_the_other_on_one_page_are_no_logo() -> None:
    first = [picture(22, 1), picture(22, 1), text(80, 1)]

    assert left(first, [text(80, 2)], [text(80, 3)]) == [3, 1, 1]


def test_a_picture_beside_or_between_texts_is_none() -> None:
    assert left(*([text(30, at), picture(22, at), text(80, at)] for at in (1, 2))) == [3, 3]


def test_a_picture_whose_colour_changes_from_page_to_page_is_a_light() -> None:
    flows = [[picture(22, at), text(80, at)] for at in (1, 2, 3)]
    for items, color in zip(flows, ("#00b050", "#ff0000", "#00b050"), strict=True):
        assert isinstance(items[0], DraftPicture)
        items[0].art = replace(items[0].art, palette=(Patch(color),))

    assert left(*flows) == [2, 2, 2]
