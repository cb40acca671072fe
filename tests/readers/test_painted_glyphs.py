"""Glyphs that bring their own paint."""

import pytest
from pdf_pages import first_page

from pdf_builder import pdf, stream

GLYPH = "1000 0 0 0 1000 1000 d0 {} rg 0 0 1000 1000 re f"
FONT = (
    "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]"
    "/FirstChar 255/LastChar 255/Widths[1000]/Encoding<</Differences[255/g]>>"
    "/CharProcs<</g 8 0 R>>/Resources<<>>>>"
)


def page_of(color: str) -> bytes:
    objects: list[str | bytes] = [FONT, stream("", GLYPH.format(color))]
    text = "BT /F1 10 Tf 20 100 Td (Status) Tj ET BT /E 12 Tf 80 100 Td <ff> Tj ET"
    return pdf(text, resources="/Font<</F1 4 0 R/E 7 0 R>>", objects=objects)


@pytest.mark.parametrize(("color", "marks"), [("0 .69 .31", 1), ("0 0 0", 0)])
def test_a_coloured_picture_set_as_a_letter_is_a_mark(color: str, marks: int) -> None:
    page = first_page("pdfium", page_of(color))

    assert len(page.artwork) == marks
    assert page.words[0].text == "Status"
    assert len(page.words) == 2 - marks
