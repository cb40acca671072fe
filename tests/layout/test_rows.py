"""Rows of tables without a full set of lines."""

import pytest
from page_building import fill, flat, page, picture, row, words, wrapped

from medcom_extract.layout.boxes import around
from medcom_extract.layout.grid import Grid
from medcom_extract.layout.lines import lines_of
from medcom_extract.layout.page import Artwork, Fill, Page, Rule, Word
from medcom_extract.layout.rows import bands_of, grid_of
from medcom_extract.layout.tables import Sheet, tables_of

XS = [48.0, 148.0, 400.0]
ALFA = [*words("Alfa", 50, 100), *wrapped("Testen er slut og alle er med", 150, 100, limit=250)]
BETA = [*words("Beta", 50, 140), *words("Nej", 150, 140)]


def grid(found: Page) -> Grid:
    lines = lines_of(found.words, 1)
    box = around(line.box for line in lines)
    return grid_of(Sheet(found, found.words), XS, box, None, lines)


def rows(found: Page) -> list[list[str]]:
    """The texts of the table that the words of a page make."""
    (table,) = tables_of(Sheet(found, found.words), [grid(found)], ruled=False)
    return [[cell.text for cell in cells] for cells in table.rows]


EXPECTED = [["Alfa", "Testen er slut og alle er med"], ["Beta", "Nej"]]


@pytest.mark.parametrize(
    ("rules", "fills"),
    [
        ([], []),
        ([flat(125, 48, 400)], []),
        ([], [fill(48, 90, 400, 125), fill(48, 125, 400, 150, "#eeeeee")]),
        ([flat(125, 48, 148), flat(125, 148, 400)], []),
        ([flat(125, 40, 148), flat(125, 148, 420)], []),
        ([], [fill(48, 90, 148, 125), fill(148, 90, 400, 125)]),
    ],
    ids=[
        "names alone",
        "a rule",
        "stripes",
        "a rule cell by cell",
        "rules that stick out",
        "a stripe cell by cell",
    ],
)
def test_rows_are_parted_by_rules_stripes_or_the_names_themselves(
    rules: list[Rule], fills: list[Fill]
) -> None:
    assert rows(page(*ALFA, *BETA, rules=rules, fills=fills)) == EXPECTED


def test_coloured_cells_part_rows_whose_names_are_centred() -> None:
    xs = [48.0, 148.0, 300.0, 340.0]
    found = page(
        *words("Alfa", 50, 124), *lines_below(150, 100, "Ny test", "Drift", "Slut", "Nyt møde"),
        *words("Beta", 50, 172), *lines_below(150, 160, "Ny lov", "Nej"),
        fills=[fill(300, 90, 340, 150, "#00b050"), fill(300, 150, 340, 180, "#ffc000")],
    )  # fmt: skip
    own = lines_of(found.words, 1)

    made = grid_of(Sheet(found, found.words), xs, around(line.box for line in own), None, own)

    assert made.ys[1] == 150
    assert len(made.ys) == 3


def lines_below(x: float, y: float, *texts: str) -> list[Word]:
    return [one for index, text in enumerate(texts) for one in words(text, x, y + 12 * index)]


def test_a_name_over_two_lines_is_one_row() -> None:
    name = [*words("Kommunale", 50, 100), *words("prøvesvar", 50, 112)]

    assert rows(page(*name, *words("Nej", 150, 100), *BETA)) == [
        ["Kommunale prøvesvar", "Nej"], ["Beta", "Nej"],
    ]  # fmt: skip


@pytest.mark.parametrize("size", [8, 10], ids=["in small letters", "with a colon"])
def test_a_further_line_of_a_name_opens_no_row(size: float) -> None:
    leader = [words(f"Leder: {who}", 50, y, size=size) for who, y in (("Bo", 118), ("Ulla", 168))]
    beta = [*words("Beta", 50, 150), *words("Nej", 150, 150), *words("Ja", 150, 165)]

    found = rows(page(*ALFA, *beta, *leader[0], *leader[1]))

    assert [cells[0] for cells in found] == ["Alfa Leder: Bo", "Beta Leder: Ulla"]


AREAS = [48.0, 118.0, 198.0, 248.0, 500.0]


def area_rows(*lights: str) -> Page:
    """Three rows of an area and one of another, the areas' names in the first of each."""
    names = ["Alfa", "Beta", "Gamma", "Delta"]
    found = [*words("Syd", 50, 100), *words("Nord", 50, 190)]
    for y, name, light in zip((100, 130, 160, 190), names, lights, strict=True):
        found += [*words(name, 120, y), *words(light, 200, y), *words("Testen er slut", 250, y)]
    return page(*found)


def area_grid(found: Page) -> Grid:
    lines = lines_of(found.words, 1)
    box = around(line.box for line in lines)
    return grid_of(Sheet(found, found.words), AREAS, box, None, lines)


def test_below_an_area_the_names_begin_the_rows() -> None:
    made = area_grid(area_rows("Gul", "Grøn", "Rød", "Gul"))

    assert len(made.ys) == 5
    assert [(cell.row, cell.row_span) for cell in made.cells if not cell.column] == [(0, 3), (3, 1)]


def test_a_column_of_lights_leaves_the_rows_to_the_names_right_of_it() -> None:
    xs = [48.0, 98.0, 198.0, 500.0]
    found = []
    for y, light, name in ((100, "Gul", "Alfa"), (130, "", "Beta"), (160, "Gul", "Gamma")):
        found += [*words(light, 50, y), *words(name, 100, y), *words("Testen er slut", 200, y)]
    own = lines_of(found, 1)

    made = grid_of(Sheet(page(*found), found), xs, around(one.box for one in own), None, own)

    assert len(made.ys) == 4
    assert all(cell.row_span == 1 for cell in made.cells)


def test_two_paragraphs_beside_a_name_with_a_light_are_one_row() -> None:
    xs = [48.0, 118.0, 218.0, 258.0, 500.0]
    found = [*words("Alfa", 50, 100), *words("Ny test", 120, 100), *words("Og lov", 120, 120)]
    found += [*words("Beta", 50, 150), *words("Nej", 120, 150), *words("Testen er slut", 260, 100)]
    art = [picture(230, 92), picture(230, 142)]
    own = lines_of(found, 1)

    made = grid_of(
        Sheet(page(*found, artwork=art), found), xs, around(one.box for one in own), None, own
    )

    assert len(made.ys) == 3


def test_finer_blocks_without_lights_or_numbers_beside_them_are_no_rows() -> None:
    texts = ["er i drift nu", "er i test nu", "", "er i drift nu"]

    assert len(area_grid(area_rows(*texts)).ys) == 3


def test_names_with_the_same_word_and_a_colon_are_rows() -> None:
    names = [
        one for y, what in ((100, "Nord"), (130, "Syd")) for one in words(f"Test: {what}", 50, y)
    ]
    others = [*words("Nej", 150, 100), *words("Ja", 150, 130)]

    assert rows(page(*names, *others)) == [["Test: Nord", "Nej"], ["Test: Syd", "Ja"]]


def test_names_in_the_middle_of_their_rows_are_parted_at_the_widest_white_space() -> None:
    centred = [
        *words("Alfa", 50, 106), *words("Testen er", 150, 100), *words("slut", 150, 112),
        *words("Beta", 50, 146), *words("Budgettet", 150, 140), *words("holder", 150, 152),
    ]  # fmt: skip

    assert rows(page(*centred)) == [["Alfa", "Testen er slut"], ["Beta", "Budgettet holder"]]


def test_the_rest_of_a_row_from_the_page_before_stands_above_the_first_name() -> None:
    rest = words("kommuner i alt.", 150, 60)

    assert rows(page(*rest, *ALFA, *BETA)) == [["", "kommuner i alt."], *EXPECTED]


def test_a_light_taller_than_the_text_beside_it_is_in_the_last_row() -> None:
    found = page(*ALFA, *BETA, rules=[flat(125, 48, 400)], artwork=[picture(300, 132, 60)])

    (table,) = tables_of(Sheet(found, found.words), [grid(found)], ruled=False)

    assert [len(cell.art) for cell in table.rows[-1]] == [0, 1]


def first_column(found: Page) -> list[str]:
    """The names of a table whose third column holds lights."""
    sheet, lines = Sheet(found, found.words), lines_of(found.words, 1)
    made = grid_of(sheet, [48, 148, 290, 400], around(one.box for one in lines), None, lines)
    (table,) = tables_of(sheet, [made], ruled=False)
    return [cells[0].text for cells in table.rows]


@pytest.mark.parametrize(
    ("lights", "art"),
    [
        ([*words("Gul", 300, 100), *words("Rød", 300, 140), *words("Gul", 300, 200)], []),
        ([], [picture(300, y - 8, 10) for y in (100, 140, 200)]),
    ],
    ids=["words", "pictures"],
)
@pytest.mark.parametrize("more", [[], words("Gamma", 50, 170)], ids=["lit", "without a light"])
def test_a_light_alone_at_the_foot_of_a_page_begins_a_row_whose_name_comes_on_the_next(
    lights: list[Word], art: list[Artwork], more: list[Word]
) -> None:
    names = ["Alfa", "Beta", *(word.text for word in more)]

    assert first_column(page(*ALFA, *BETA, *more, *lights, artwork=art)) == [*names, ""]


def test_a_second_light_beside_text_at_the_foot_of_a_page_begins_a_row_too() -> None:
    lights = [*words("Gul", 300, 100), *words("Rød", 300, 140), *words("Gul", 300, 200)]
    foot = words("Slut", 150, 200)

    assert first_column(page(*ALFA, *BETA, *foot, *lights)) == ["Alfa", "Beta", ""]


def test_a_word_beside_text_below_a_row_without_a_light_begins_no_row() -> None:
    names = [*words("Gul", 300, 100), *words("Gamma", 50, 180), *words("Bo", 300, 200)]

    assert first_column(page(*ALFA, *BETA, *names, *words("Slut", 150, 200))) == [
        "Alfa", "Beta", "Gamma",
    ]  # fmt: skip


def test_marks_tell_rows_where_names_stand_too_close() -> None:
    names = [*words("Alfa", 50, 100), *words("Beta", 50, 116), *words("Gamma", 50, 132)]
    marks: list[Artwork] = [picture(160, y - 8, 8) for y in (100, 116, 132)]

    assert [cells[0] for cells in rows(page(*names, artwork=marks))] == ["Alfa", "Beta", "Gamma"]


def title(bold_names: bool) -> list[Word]:
    return [
        *words("Infrastruktur", 50, 60, bold=True), *words("Alfa", 50, 100, bold=bold_names),
        *words("Nej", 150, 100), *words("Beta", 50, 140, bold=bold_names), *words("Ja", 150, 140),
    ]  # fmt: skip


@pytest.mark.parametrize(("bold_names", "spans"), [(False, [2, 1, 1, 1, 1]), (True, [1] * 6)])
def test_a_bold_title_among_names_that_are_not_is_one_wide_cell(
    bold_names: bool, spans: list[int]
) -> None:
    assert [cell.column_span for cell in grid(page(*title(bold_names))).cells] == spans


@pytest.mark.parametrize(
    ("rules", "fills", "expected"),
    [
        ([flat(120, 48, 400)], [], [120]),
        ([flat(120, 48, 200)], [], []),  # too short
        ([flat(120, 48, 400), flat(122, 48, 400)], [], [120]),  # a double rule
        ([flat(300, 48, 400)], [], []),  # far below the table
        ([], [fill(48, 100, 400, 130)], [100, 130]),
        ([], [fill(0, 0, 595, 842)], []),  # the colour of the page
    ],
)
def test_wide_rules_and_the_edges_of_stripes_are_bands(
    rules: list[Rule], fills: list[Fill], expected: list[float]
) -> None:
    found = page(*row(110, {50: "Alfa"}), rules=rules, fills=fills)

    assert bands_of(Sheet(found, found.words), XS, (48, 90, 400, 160)) == expected


def test_a_bold_title_that_runs_over_its_column_is_wide_among_bold_lights() -> None:
    xs = [48.0, 98.0, 198.0, 500.0]
    found = [*words("Fælles løsninger", 50, 100, bold=True), *words("Drift", 50, 160, bold=True)]
    for y, name in ((130, "Alfa"), (190, "Beta"), (220, "Gamma")):
        found += [*words("Gul", 50, y, bold=True), *words(name, 100, y), *words("Nej", 200, y)]
    rules = [flat(y, 48, 500) for y in (110, 140, 170, 200)]
    own = lines_of(found, 1)
    sheet = Sheet(page(*found, rules=rules), found)

    made = grid_of(sheet, xs, around(one.box for one in own), None, own)

    assert [cell.row for cell in made.cells if cell.column_span == 3] == [0, 2]


@pytest.mark.parametrize(("shifts", "guessed"), [((3, 3, 3), False), ((1, 9, 5), True)])
def test_names_that_stand_off_their_texts_by_the_same_points_are_aligned(
    shifts: tuple[int, ...], guessed: bool
) -> None:
    found = [
        word
        for y, shift, name in zip((100, 150, 200), shifts, ("Alfa", "Beta", "Gamma"), strict=True)
        for word in [*words(name, 50, y), *lines_below(150, y + shift, "Testen er slut", "Nej")]
    ]

    assert grid(page(*found)).guessed is guessed


def test_a_dot_a_little_higher_than_the_name_beside_it_stays_in_its_row() -> None:
    found: list[Word] = []
    for y, name in ((100, "Alfa"), (140, "Beta"), (180, "Gamma")):
        found += [*words(name, 50, y), *words("●", 120, y + 2, size=17)]
        found += words("Testen er slut", 150, y)

    assert [cells[0].split()[0] for cells in rows(page(*found))] == ["Alfa", "Beta", "Gamma"]


def test_the_rest_of_a_name_that_the_pages_edge_cuts_is_no_title() -> None:
    found = page(*words("og alle andre her", 50, 100, bold=True))
    for y, name in ((130, "Beta"), (160, "Gamma")):
        found.words += [*words(name, 50, y), *words("Testen er slut", 150, y)]

    assert [len(cells) for cells in rows(found)] == [2, 2, 2]
