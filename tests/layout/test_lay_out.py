"""Pages to blocks: what only the whole way through shows."""

import pytest
from page_building import fill, lattice, page, picture, row, shape, words, wrapped

from medcom_extract.document import Paragraph, Picture, Table
from medcom_extract.layout import lay_out
from medcom_extract.layout.page import Fill, Link

TEXT = (
    "Leverancen er udskudt til efteråret fordi testen trak ud i begge regioner"
    " og resten venter på leverandøren herefter"
)


def test_the_words_under_a_link_annotation_lead_to_its_target() -> None:
    link = Link(80, 90, 96, 104, "https://example.org")

    layout = lay_out([page(*words("Læs om det her"), links=[link])])

    (paragraph,) = layout.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.href) for run in paragraph.runs if run.href] == [
        (" det", "https://example.org")
    ]


def test_text_that_nobody_sees_is_left_out_and_told() -> None:
    layout = lay_out([page(*words("Alfa er slut"), hidden=words("Usynlig tekst"))])

    assert [block.text for block in layout.blocks if isinstance(block, Paragraph)] == [
        "Alfa er slut"
    ]
    assert [(w.code, "Usynlig tekst" in w.message) for w in layout.warnings] == [
        ("hidden-text", True)
    ]


@pytest.mark.parametrize(
    ("drawn", "marks"), [(fill(30, 92, 42, 104, "#00b050"), 1), (fill(30, 92, 32, 104), 0)]
)
def test_a_drawn_square_in_the_body_is_a_mark(drawn: Fill, marks: int) -> None:
    layout = lay_out([page(*words("Alfa er slut"), fills=[drawn])])

    (paragraph,) = layout.blocks
    assert isinstance(paragraph, Paragraph)
    assert [mark.outline for mark in paragraph.marks] == ["rect"] * marks


def test_a_drawn_dot_before_the_lines_of_a_cell_is_a_list_label() -> None:
    found = page(*row(115, {55: "Alfa", 170: "Testen er slut"}), artwork=[shape(160, 110, 4)])
    found.rules = lattice([50, 150, 400], [100, 130])

    (table,) = lay_out([found]).blocks

    assert isinstance(table, Table)
    assert [p.bullet for cell in table.cells for p in cell.paragraphs] == [None, "•"]


def test_furniture_is_set_apart_and_a_paragraph_goes_on_over_the_page() -> None:
    """The last line of the first page is full."""
    first = page(*words("Statusrapport", 50, 40), *wrapped(TEXT, 50, 780, limit=330))
    edge = max(word.x1 for word in first.words)
    second = page(*words("Statusrapport", 50, 40), *words("stadig", 50, 150), number=2)
    second.artwork = [picture(50, 300, edge - 50, 200)]

    layout = lay_out([first, second])

    assert [line.text for line in layout.furniture] == ["Statusrapport"] * 2
    assert [type(block) for block in layout.blocks] == [Paragraph, Picture]
    assert isinstance(layout.blocks[0], Paragraph)
    assert layout.blocks[0].text == f"{TEXT} stadig"


def test_a_page_that_fills_but_the_first_column_has_that_columns_edge() -> None:
    """The next word would fit on the page, but not in the column that the page before has."""
    first = page(
        *wrapped(TEXT, 50, 100, limit=240), *wrapped(f"{TEXT}.", 310, 100, limit=500), number=1
    )
    left = "Kommunerne har fået udtræk over deres"
    second = page(*words(left, 50, 100), *words("dubletter i år.", 50, 112),
                  *words("Testen er slut.", 50, 140), number=2)  # fmt: skip

    layout = lay_out([first, second])

    texts = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert texts[-2:] == [f"{left} dubletter i år.", "Testen er slut."]


def test_the_first_column_keeps_its_edge_beside_a_line_in_the_second() -> None:
    first = page(
        *wrapped(TEXT, 50, 100, limit=240), *wrapped(f"{TEXT}.", 310, 100, limit=500), number=1
    )
    left = "Kommunerne har fået udtræk over deres"
    second = page(*words("Drift", 50, 80), *words("Testen er slut.", 310, 80),
                  *words(left, 50, 120), *words("dubletter i år.", 50, 132), number=2)  # fmt: skip

    layout = lay_out([first, second])

    texts = [block.text for block in layout.blocks if isinstance(block, Paragraph)]
    assert f"{left} dubletter i år." in texts
