"""Coloured cells of one column that tell the rows of a table without rules."""

import pytest
from page_building import fill, lines, page

from medcom_extract.layout.cellfills import filled_rows
from medcom_extract.layout.page import Fill
from medcom_extract.layout.tables import Sheet

XS = [50.0, 150.0, 200.0, 400.0]
TEXT = lines("Alfa er", "i drift", "Beta er", "forsinket", x=210, y=110)  # 102.5 to 150
UPPER, LOWER = fill(148, 100, 202, 124, "#00b050"), fill(148, 126, 202, 150, "#ffc000")


def edges(*fills: Fill) -> list[tuple[float, float]]:
    found = page(fills=list(fills))
    return filled_rows(Sheet(found, []), XS, TEXT)


def test_cells_filled_from_edge_to_edge_are_rows() -> None:
    assert edges(UPPER, LOWER) == [(100, 124), (126, 150)]


@pytest.mark.parametrize(
    "fills",
    [
        [UPPER],
        [fill(160, 100, 190, 124), fill(160, 126, 190, 150)],
        [fill(148, 102, 202, 113), fill(148, 126, 202, 137)],
        [fill(148, 100, 202, 131), fill(148, 131, 202, 150)],
        [fill(50, 100, 400, 124), fill(50, 126, 400, 150)],
    ],
    ids=["one cell", "squares", "beside few lines", "through a line", "stripes"],
)
def test_other_fills_tell_no_rows(fills: list[Fill]) -> None:
    assert edges(*fills) == []
