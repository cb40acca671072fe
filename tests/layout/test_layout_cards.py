"""Boxes that hold a text of their own."""

import pytest
from page_building import fill, flat, line, page, row, upright, words

from medcom_extract.document import Paragraph, Picture
from medcom_extract.layout import lay_out
from medcom_extract.layout.cards import Card, bar_marks, choose_cards, find_cards, share_gutter
from medcom_extract.layout.page import Artwork, Page, Rule


def framed(x0: float, top: float, x1: float, bottom: float) -> list[Rule]:
    return [
        upright(x0, top, bottom), upright(x1, top, bottom), flat(top, x0, x1), flat(bottom, x0, x1),
    ]  # fmt: skip


def two_cards() -> Page:
    """Two framed cards side by side, their lines on the same heights."""
    found = [
        *row(115, {60: "Alfa", 260: "Beta"}, bold=True),
        *row(130, {60: "Testen er nu blevet", 260: "Budgettet er nu"}),
        *row(142, {60: "forsinket.", 260: "overskredet."}),
    ]
    return page(*found, rules=[*framed(50, 100, 200, 160), *framed(250, 100, 400, 160)])


def texts(found: Page) -> list[str]:
    return [b.text for b in lay_out([found]).blocks if isinstance(b, Paragraph)]


def test_cards_are_read_one_after_the_other() -> None:
    assert texts(two_cards()) == [
        "Alfa",
        "Testen er nu blevet forsinket.",
        "Beta",
        "Budgettet er nu overskredet.",
    ]


def test_panels_of_one_width_are_cards_and_one_box_alone_is_none() -> None:
    body = [
        line("Alfa", 60, 115),
        line("Testen", 60, 130),
        line("Beta", 60, 215),
        line("Nej", 60, 230),
    ]
    panels = [fill(50, 100, 300, 150), fill(50, 200, 300, 250)]

    found = [choose_cards([find_cards(body, [], panels[:count], [])])[0] for count in (1, 2)]

    assert [len(cards) for cards in found] == [0, 2]


def test_a_box_alone_on_its_page_is_a_card_where_two_of_its_width_are_on_another() -> None:
    body = [line(text, 60, y) for y in (115, 215) for text in ("Alfa", "Beta")]
    pair, single = ([Card((50, y, 300, y + 50), body) for y in ys] for ys in ((100, 200), (100,)))

    assert choose_cards([pair, single]) == [pair, single]
    assert choose_cards([single, single]) == [[], []]  # a frame around each page


def test_boxes_that_overlap_share_no_line() -> None:
    body = [line("Alfa", 60, y) for y in (115, 130, 145)]

    panels = [fill(50, 100, 300, 150), fill(50, 105, 300, 160)]

    assert choose_cards([find_cards(body, [], panels, [])]) == [[]]


@pytest.mark.parametrize(
    ("colors", "marked"),
    [
        (["#00b050", "#ff0000", "#00b050"], [True, True, True]),
        (["#00b050", "#00b050", "#00b050"], [False, False, False]),  # ornament
        (["#999999", "#444444", "#999999"], [False, False, False]),
        (["#00b050", "#ff0000", "#00b050", "#999999"], [True, True, True, True]),
        (["#00b050", "#ff0000", "#00b050", "#444444"], [True, True, True, False]),  # no legend's
    ],
)
def test_bars_along_cards_are_marks_where_their_colours_differ(
    colors: list[str], marked: list[bool]
) -> None:
    body, fills = [], []
    for number, color in enumerate(colors):
        top = 100 + 60 * number
        body += [line("Alfa", 60, top + 15), line("Testen", 60, top + 30)]
        fills += [fill(50, top, 300, top + 50), fill(46, top, 50, top + 50, color)]

    cards = find_cards(body, [], fills, [])
    bar_marks(cards, {"#999999"})

    assert [card.mark is not None for card in cards] == marked


def test_a_symbol_a_little_off_its_line_is_put_in_it() -> None:
    found = two_cards()
    found.words += words("●", 185, 112, size=8, color="#ff0000")

    assert texts(found)[0] == "Alfa ●"


def test_where_most_cards_part_labels_from_text_is_known_to_all() -> None:
    body, fills = [], []
    for top in (100, 200):
        body += [line("Alfa", 60, top + 14, size=12)]
        for y, label in ((30, "Risiko"), (45, "Næste"), (60, "Opnået")):
            body += [
                line(label, 60, top + y),
                line("Testen er slut og alle er med i drift", 160, top + y),
            ]
        fills.append(fill(50, top, 400, top + 80))

    cards = find_cards(body, [], fills, [])
    share_gutter(cards)

    assert [card.gutter for card in cards] == [159, 159]


@pytest.mark.parametrize("drawn", ["rules and a bar", "round corners"])
def test_a_bar_or_a_shape_may_frame_a_card(drawn: str) -> None:
    found = two_cards()
    found.rules = []
    for x0, x1 in ((50, 200), (250, 400)):
        if drawn == "round corners":
            found.artwork.append(Artwork("shape", x0, 100, x1, 160, outline="rect"))
        else:
            found.rules += framed(x0, 100, x1, 160)[1:]
            found.fills.append(fill(x0, 100, x0 + 6, 160, "#00b050"))

    assert texts(found) == texts(two_cards())
    assert not any(isinstance(block, Picture) for block in lay_out([found]).blocks)


def test_a_frame_that_holds_no_card_is_no_picture() -> None:
    frame = Artwork("shape", 40, 80, 400, 160, outline="rect")
    found = page(*words("Testen er slut", 60, 115), artwork=[frame])

    assert [type(block) for block in lay_out([found]).blocks] == [Paragraph]
