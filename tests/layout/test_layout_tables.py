"""Grids to tables: what stands in which cell."""

import pytest
from page_building import fill, lattice, page, picture, row, shape, words

from medcom_extract.layout.drafts import DraftTable
from medcom_extract.layout.grid import find_grids, grid_from_lines
from medcom_extract.layout.page import Fill, Page
from medcom_extract.layout.tables import Sheet, set_limits, tables_of

XS, YS = [50.0, 150.0, 300.0], [100.0, 130.0, 200.0]
HEADS = row(115, {55: "Projekt", 155: "Risici"})


def read(found: Page) -> tuple[list[DraftTable], Sheet]:
    sheet = Sheet(found, found.words)
    return tables_of(sheet, find_grids(found.rules)), sheet


def only_table(found: Page) -> DraftTable:
    tables, _ = read(found)
    assert len(tables) == 1
    return tables[0]


def texts(table: DraftTable) -> list[list[str]]:
    return [[cell.text for cell in cells] for cells in table.rows]


def test_words_go_to_the_cell_that_holds_their_middle_and_the_rest_stays() -> None:
    low = [*row(150, {55: "Alfa", 130: "Forsinket"}), *words("Under tabellen", 55, 300)]

    tables, sheet = read(page(*HEADS, *low, rules=lattice(XS, YS)))

    assert texts(tables[0]) == [["Projekt", "Risici"], ["Alfa", "Forsinket"]]
    assert [one.text for one in sheet.words] == ["Under", "tabellen"]


def test_a_grid_without_words_is_no_table() -> None:
    assert read(page(rules=lattice(XS, YS)))[0] == []


def test_a_table_in_a_cell_is_that_cells_item() -> None:
    rules = lattice(XS, YS) + lattice([160, 220, 290], [140, 160, 180])
    outer = only_table(page(*HEADS, *row(152, {165: "Sandsynlighed"}), rules=rules))

    inner = outer.rows[1][1].items[0]

    assert isinstance(inner, DraftTable)
    assert texts(inner) == [["Sandsynlighed", ""], ["", ""]]
    assert texts(outer) == [["Projekt", "Risici"], ["", ""]]


def test_thin_empty_rows_between_double_rules_are_dropped() -> None:
    found = page(*HEADS, *row(150, {55: "Alfa"}), rules=lattice(XS, [100, 130, 133, 200]))

    table = only_table(found)

    assert [[cell.row for cell in cells] for cells in table.rows] == [[0, 0], [1, 1]]


def test_artwork_goes_to_the_cell_it_stands_in_unless_it_covers_it() -> None:
    mark, chart = picture(200, 150), picture(40, 95, 262, 110)
    found = page(*HEADS, rules=lattice(XS, YS), artwork=[mark, chart])

    tables, sheet = read(found)

    assert tables[0].rows[1][1].art == [mark]
    assert sheet.artwork == [chart]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (fill(158, 140, 174, 182), [3, 0]),  # its middle is in the upper row
        (fill(158, 140, 174, 200), [3, 0]),  # its foot on the table's edge
        (fill(158, 130, 174, 200), [2, 1]),  # the ground of both rows
        (fill(58, 140, 74, 182), [2, 1]),  # elsewhere
    ],
)
def test_lamps_in_one_body_stand_in_one_cell(body: Fill, expected: list[int]) -> None:
    lamps = [shape(160, y, 12) for y in (142, 155, 168)]
    rules = lattice(XS, [100.0, 130.0, 172.0, 200.0])

    table = only_table(
        page(*HEADS, *words("Alfa", 55, 150), rules=rules, artwork=lamps, fills=[body])
    )

    assert [sum(art in lamps for art in table.rows[at][1].art) for at in (1, 2)] == expected


@pytest.mark.parametrize(
    ("drawn", "shading", "marks"),
    [
        (fill(150, 130, 300, 200, "#00b050"), [("#00b050", 1.0)], 0),
        (fill(150, 130, 300, 180, "#00b050"), [("#00b050", pytest.approx(5 / 7))], 0),
        (fill(150, 130, 300, 142, "#00b050"), [], 0),  # less than half: a stripe
        (fill(200, 140, 220, 160, "#00b050"), [], 1),  # a drawn square
        (fill(150, 130, 300, 200, "#ffffff"), [], 0),  # paper
    ],
)
def test_a_fill_is_a_cells_shading_or_a_square_mark_in_it(
    drawn: Fill, shading: list[tuple[str, float]], marks: int
) -> None:
    table = only_table(page(*HEADS, rules=lattice(XS, YS), fills=[drawn]))

    assert table.rows[1][1].shading == shading
    assert [art.palette[0].color for art in table.rows[1][1].art] == ["#00b050"] * marks


def test_a_fill_that_goes_far_beyond_the_table_stays() -> None:
    backdrop = fill(0, 0, 595, 842)

    tables, sheet = read(page(*HEADS, rules=lattice(XS, YS), fills=[backdrop]))

    assert sheet.fills == [backdrop]
    assert [cell.shading for cell in tables[0].cells] == [[]] * 4


@pytest.mark.parametrize(("text", "tables"), [("1994", 0), ("Alfa", 1)])
def test_a_lattice_with_few_numbers_in_it_is_a_chart(text: str, tables: int) -> None:
    rules = lattice([50, 100, 150, 200, 250], [100, 150, 200, 250])

    assert len(read(page(*words(text, 55, 120), rules=rules))[0]) == tables


def test_a_border_around_the_page_is_no_table() -> None:
    rules = lattice([10, 585], [10, 20, 832])

    assert read(page(*HEADS, rules=rules))[0] == []


def test_lines_may_reach_as_far_from_the_right_rule_as_they_begin_from_the_left() -> None:
    table = only_table(page(*HEADS, rules=lattice(XS, YS)))

    set_limits([table])

    assert [cell.limit for cell in table.rows[0]] == [145, 295]


def test_lines_that_reach_further_than_the_padding_tell() -> None:
    wide = row(150, {155: "Leverandørens test er"})
    table = only_table(page(*HEADS, *wide, rules=lattice([50, 150, 258], YS)))

    set_limits([table])

    assert [cells[1].limit for cells in table.rows] == [wide[-1].x1, wide[-1].x1]


def test_where_columns_were_worked_out_from_words_only_the_lines_tell() -> None:
    sheet = Sheet(page(), HEADS)
    table = tables_of(sheet, [grid_from_lines(XS, YS)], ruled=False)[0]

    set_limits([table])

    assert [cell.limit for cell in table.rows[0]] == [HEADS[0].x1, HEADS[1].x1]
