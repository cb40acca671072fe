"""Words told by the white space that is seen."""

from itertools import accumulate

import pytest
from pdf_pages import ENGINES, first_page, place

from medcom_extract.layout.page import Word
from medcom_extract.readers.gaps import glue, moves_pen, word_starts
from pdf_builder import pdf, text

GHOSTSCRIPT = "/Producer(GPL Ghostscript 10.0)"


def letters(*gaps: float) -> tuple[list[float], list[float]]:
    """Where letters 5 points wide begin and end, with these gaps between them."""
    starts = list(accumulate((5 + gap for gap in gaps), initial=0.0))
    return starts, [start + 5 for start in starts]


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((0, 0, 0), []),
        ((0, 2.8, 0, 0), [2]),
        ((2.8,), [1]),
        ((0, 0.6, -0.4, 0), []),  # kerning
        ((3, 3, 3, 3), []),  # set apart from end to end
        ((3, 3, 6, 3), [3]),
        ((0, 0, -160, 0), [3]),  # the pen goes back to another cell
        ((0, -5, 0), []),  # an accent drawn over its letter
    ],
)
def test_white_space_parts_words(gaps: tuple[float, ...], expected: list[int]) -> None:
    assert word_starts(*letters(*gaps), size=10) == expected


@pytest.mark.parametrize(
    ("producer", "expected"),
    [
        ("GPL Ghostscript 9.5", True), ("pdfTeX-1.40", True), (None, True),
        ("LibreOffice 7.4", False), ("Skia/PDF m120", False),
    ],
)  # fmt: skip
def test_programs_that_print_every_space_are_known(producer: str | None, expected: bool) -> None:
    assert moves_pen(producer) is expected


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("BT /F1 10 Tf 20 100 Td 2.8 Tc (,s) Tj 0 Tc 8.2 0 Td (om) Tj ET", [",", "som"]),
        ("BT /F1 10 Tf 20 100 Td [(lev )278(ere)] TJ ET", ["levere"]),
        ("BT /F1 10 Tf 90 100 Td [(lys)9000(data)] TJ ET", ["lys", "data"]),
        (text("ering", x=43.34) + text("mo", x=20) + text("nit", x=34), ["monitering"]),
    ],
)
def test_a_program_that_moves_the_pen_is_read_by_what_is_seen(
    engine: str, content: str, words: list[str]
) -> None:
    found = first_page(engine, pdf(content, info=GHOSTSCRIPT)).words

    assert sorted(place(word)[0] for word in found) == sorted(words)


def test_two_halves_of_one_character_stay_together() -> None:
    assert word_starts([10.0, 10.0], [24.0, 24.0], size=10) == []


def test_words_that_touch_are_one_whatever_order_they_were_drawn_in() -> None:
    end, start, other = (
        Word(letters, x0, 92, x1, 102, 100, 10)
        for letters, x0, x1 in (("ering", 45, 60), ("monitor", 10, 45), ("af", 62, 70))
    )

    glue([end, start, other])

    assert [word.glued for word in (end, start, other)] == [True, False, False]
