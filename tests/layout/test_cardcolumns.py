"""Cards whose labels stand side by side."""

from dataclasses import replace

import pytest
from page_building import fill, flat, page, row, upright, wrapped

from medcom_extract.document import Block, Paragraph, Patch, Table
from medcom_extract.layout import lay_out
from medcom_extract.layout.barcards import barred_boxes
from medcom_extract.layout.page import Artwork, Page, Rule, Word

LABELS = frozenset({"risici", "resultater", "næste skridt"})
GREEN, RED = "#00b050", "#ff0000"


def card(name: str, top: float) -> list[Word]:
    """A name over three labels, each over a column; the columns' lines stand at one height."""
    return [
        *row(top + 15, {60: name}, bold=True),
        *row(top + 30, {60: "Risici", 220: "Resultater", 380: "Næste skridt"}, bold=True, size=8),
        *wrapped("Kommunerne mangler penge til driften.", 60, top + 45, limit=210),
        *wrapped("Testen er afsluttet i alle regioner.", 220, top + 45, limit=370),
        *wrapped("Kalenderen åbnes for alle i maj.", 380, top + 45, limit=530),
    ]


def framed(top: float) -> list[Rule]:
    sides = [upright(50, top, top + 80), upright(545, top, top + 80)]
    return [*sides, flat(top, 50, 545), flat(top + 80, 50, 545)]


def read(found: Page) -> list[str]:
    blocks: tuple[Block, ...] = lay_out([found], columns=LABELS).blocks
    assert not any(isinstance(block, Table) for block in blocks)
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def columns_of(name: str) -> list[str]:
    return [
        name,
        "Risici", "Kommunerne mangler penge til driften.",
        "Resultater", "Testen er afsluttet i alle regioner.",
        "Næste skridt", "Kalenderen åbnes for alle i maj.",
    ]  # fmt: skip


def test_a_stack_of_cards_is_no_table_and_each_column_is_read_by_itself() -> None:
    tops = {"Delt journal": 100.0, "Fælles kalender": 190.0, "Kort": 280.0}
    rules = [rule for top in tops.values() for rule in framed(top)]
    words = [word for name, top in tops.items() for word in card(name, top)]

    texts = read(page(*words, rules=rules))

    assert texts == [text for name in tops for text in columns_of(name)]


def test_a_card_with_one_side_open_is_one_where_others_are_closed() -> None:
    tops = {"Delt journal": 100.0, "Fælles kalender": 190.0, "Kort": 280.0}
    rules = [rule for top in tops.values() for rule in framed(top)]
    rules = [rule for rule in rules if (rule.x0, rule.x1, rule.top) != (50, 50, 280)]
    words = [word for name, top in tops.items() for word in card(name, top)]

    texts = read(page(*words, rules=rules))

    assert texts == [text for name in tops for text in columns_of(name)]


def test_a_border_that_meets_others_in_mitred_corners_is_a_card_s_bar() -> None:
    tops = (100.0, 190.0, 280.0)
    rules = [rule for top in tops for rule in framed(top) if rule.x1 > 50]
    bars = [
        Artwork("shape", 50, top, 57, top + 80, outline="path", palette=(Patch(color),))
        for top, color in zip(tops, (GREEN, RED, GREEN), strict=True)
    ]
    words = [word for number, top in enumerate(tops) for word in card(f"Projekt {number}", top)]

    blocks = lay_out([page(*words, rules=rules, artwork=bars)], columns=LABELS).blocks

    marks = {b.text: b.marks for b in blocks if isinstance(b, Paragraph) and b.marks}
    assert list(marks) == ["Projekt 0", "Projekt 1", "Projekt 2"]
    assert [found[0].palette[0].color for found in marks.values()] == [GREEN, RED, GREEN]


@pytest.mark.parametrize("height", [80.0, 94.0], ids=["apart", "shadows over each other"])
def test_a_panel_is_a_card_as_a_frame_is(height: float) -> None:
    tops = {"Delt journal": 100.0, "Fælles kalender": 190.0, "Kort": 280.0}
    panels = [fill(50, top, 545, top + height, "#f4f6f8") for top in tops.values()]
    words = [word for name, top in tops.items() for word in card(name, top)]

    texts = read(page(*words, fills=panels))

    assert texts == [text for name in tops for text in columns_of(name)]


@pytest.mark.parametrize(
    ("colors", "marked"),
    [((GREEN, RED, GREEN), True), ((GREEN, GREEN, GREEN), False)],
    ids=["lights", "ornament"],
)
def test_a_coloured_bar_alone_makes_a_card_of_what_stands_beside_it(
    colors: tuple[str, ...], marked: bool
) -> None:
    tops = (100.0, 190.0, 280.0)
    bars = [fill(46, top, 52, top + 80, color) for top, color in zip(tops, colors, strict=True)]
    words = [word for number, top in enumerate(tops) for word in card(f"Projekt {number}", top)]

    blocks = lay_out([page(*words, fills=bars)], columns=LABELS).blocks

    marks = [b.marks[0].palette[0].color for b in blocks if isinstance(b, Paragraph) and b.marks]
    assert marks == (list(colors) if marked else [])


def test_bars_of_a_chart_have_no_words_beside_them() -> None:
    colors = (GREEN, RED, GREEN)
    bars = [fill(60, 100 + 90 * n, 68, 180 + 90 * n, color) for n, color in enumerate(colors)]
    labels = [word for n in range(3) for word in row(140 + 90 * n, {20: f"{n}"})]

    assert barred_boxes([page(*labels, fills=bars)]) == [[]]


def test_boxes_below_a_header_of_their_own_stay_rows_of_a_table() -> None:
    head = row(90, {60: "Risici", 220: "Resultater", 380: "Næste skridt"}, bold=True)
    rows = [
        word
        for top in (100, 190, 280)
        for word in row(top + 30, {60: "Penge", 220: "Test", 380: "Åbning"})
    ]
    rules = [rule for top in (100.0, 190.0, 280.0) for rule in framed(top)]

    blocks = lay_out([page(*head, *rows, rules=rules)], columns=LABELS).blocks

    tables = [block for block in blocks if isinstance(block, Table)]
    assert [table.columns for table in tables] == [3]


def cut_cards(labels_below: bool) -> list[Page]:
    """Cards over two pages; the page cuts the last one above its labels, or below them."""
    first = [*card("Delt journal", 100), *card("Fælles kalender", 190)]
    last = card("Kort", 280)
    edge = 296 if labels_below else 316
    kept = [word for word in last if word.baseline < edge]
    rest = [
        replace(w, top=w.top - 230, bottom=w.bottom - 230, baseline=w.baseline - 230)
        for w in last if w.baseline >= edge
    ]  # fmt: skip
    open_below = [rule for rule in framed(280) if rule.top < 360]
    return [
        page(*first, *kept, rules=[*framed(100), *framed(190), *open_below]),
        page(*rest, number=2, rules=[*framed(50)]),
    ]


def test_a_card_that_a_page_cuts_above_its_labels_goes_on_in_columns() -> None:
    layout = lay_out(cut_cards(labels_below=True), columns=LABELS)

    texts = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert texts[-7:] == columns_of("Kort")
    assert layout.warnings == []


def test_columns_that_a_page_cuts_from_their_labels_carry_a_warning() -> None:
    layout = lay_out(cut_cards(labels_below=False), columns=LABELS)

    texts = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert texts[-3:] == columns_of("Kort")[2::2]
    assert {warning.code for warning in layout.warnings} == {"paragraph-uncertain"}
    assert len(layout.warnings) == 3
