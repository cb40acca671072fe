"""Pictures side by side, with their captions."""

import pytest
from page_building import line, picture

from medcom_extract.layout.drafts import DraftPicture
from medcom_extract.layout.galleries import gather_galleries
from medcom_extract.layout.paragraphs import Draft


def photo(x: float, y: float = 100, width: float = 200, height: float = 150) -> DraftPicture:
    return DraftPicture(picture(x, y, width, height), 1)


def caption(text: str, x: float, y: float) -> Draft:
    return Draft([line(text, x, y)], x + 200)


LEFT, RIGHT = photo(50), photo(300)
BELOW = [caption("Meddelelser i alt", 60, 265), caption("Meddelelser i maj", 310, 265)]
ABOVE = [caption("Meddelelser i alt", 60, 95), caption("Meddelelser i maj", 310, 95)]


@pytest.mark.parametrize("captions", [BELOW, ABOVE])
def test_each_picture_and_its_caption_are_a_cell(captions: list[Draft]) -> None:
    tables, drafts, pictures = gather_galleries(captions, [RIGHT, LEFT])

    assert len(tables) == 1
    words = [[item for item in cell.items if isinstance(item, Draft)] for cell in tables[0].cells]
    assert words == [[captions[0]], [captions[1]]]
    assert [cell.column for cell in tables[0].cells] == [0, 1]
    assert (drafts, pictures) == ([], [])


def test_words_between_two_rows_go_with_the_side_that_the_last_row_shows() -> None:
    lower = [photo(50, 300), photo(300, 300)]
    last = [caption("Svar i alt", 60, 465), caption("Svar i maj", 310, 465)]

    tables, _, _ = gather_galleries([*BELOW, *last], [LEFT, RIGHT, *lower])

    assert [[cell.items[1] for cell in row] for row in tables[0].rows] == [BELOW, last]


def test_words_in_a_picture_stay_with_it() -> None:
    axis = caption("1994", 100, 180)

    tables, drafts, _ = gather_galleries([*BELOW, axis], [LEFT, RIGHT])

    assert axis in tables[0].rows[0][0].items
    assert drafts == []


def test_other_paragraphs_stand_by_themselves() -> None:
    far = caption("Kommunerne er med", 60, 400)

    _, drafts, _ = gather_galleries([*BELOW, far], [LEFT, RIGHT])

    assert drafts == [far]


@pytest.mark.parametrize(
    "pictures",
    [
        [LEFT],
        [LEFT, photo(50, 300)],
        [photo(50, width=100, height=100), photo(300, width=100, height=100)],
        [LEFT, photo(150, 120)],
    ],
    ids=["alone", "below each other", "no larger than marks", "over each other"],
)
def test_other_pictures_are_no_gallery(pictures: list[DraftPicture]) -> None:
    assert gather_galleries(BELOW, pictures) == ([], BELOW, pictures)
