"""Words on a small coloured ground of their own."""

import pytest
from page_building import fill, line, page, words

from medcom_extract.document import Paragraph
from medcom_extract.layout import lay_out
from medcom_extract.layout.page import Fill, Page
from medcom_extract.layout.pills import take_pills

YELLOW = "#ffc000"


def texts(found: Page) -> list[tuple[str, int]]:
    """The paragraphs of a page, each with how many marks it has."""
    blocks = lay_out([found]).blocks
    return [(b.text, len(b.marks)) for b in blocks if isinstance(b, Paragraph)]


def test_a_pill_close_to_a_name_is_its_mark_and_its_word_stands_behind_it() -> None:
    name = words("Kort i journalen", 50, 100, bold=True)
    found = page(*name, *words("Gul", 145, 100), *words("Testen er slut nu.", 50, 115))
    found.fills = [fill(140, 90, 165, 105, YELLOW)]

    assert texts(found) == [("Kort i journalen", 1), ("Gul", 0), ("Testen er slut nu.", 0)]


def test_a_pill_between_the_two_lines_of_a_name_leaves_the_name_whole() -> None:
    found = page(
        *words("Kort i journalen for", 50, 100, bold=True), *words("alle", 50, 112, bold=True)
    )
    found.words += words("Gul", 165, 106)
    found.fills = [fill(160, 96, 185, 111, YELLOW)]

    assert texts(found)[:2] == [("Kort i journalen for alle", 1), ("Gul", 0)]


@pytest.mark.parametrize(
    "ground",
    [
        fill(145, 92, 160, 103, YELLOW),  # no padding: a highlighted word
        fill(140, 90, 165, 105, "#eeeeee"),
        fill(140, 60, 165, 105, YELLOW),  # far higher than a line
        fill(140, 90, 230, 105, YELLOW),  # the word stands at one end
    ],
    ids=["highlight", "grey", "high", "uneven"],
)
def test_other_grounds_are_no_pills(ground: Fill) -> None:
    body = [line("Kort i journalen", 50, 100), line("Gul", 145, 100)]

    lines, pills = take_pills(body, [ground], [])

    assert lines == body
    assert pills == []
