"""Tables without lines: where they stand and where their columns part."""

import pytest
from page_building import flat, page, picture, row, words, wrapped

from medcom_extract.layout.page import Page, Word
from medcom_extract.layout.tables import Sheet, tables_of
from medcom_extract.layout.unruled import unruled_grids

PHRASES = frozenset({"projekt", "status", "risici"})
HEADS = {50.0: "Projekt", 180.0: "Status", 260.0: "Risici"}


def tables(*pages: Page, phrases: frozenset[str] = PHRASES) -> list[list[list[list[str]]]]:
    """For each page, its tables as rows of texts."""
    sheets = [Sheet(found, found.words) for found in pages]
    made = [
        sorted(tables_of(sheet, grids, ruled=False), key=lambda table: table.box[1])
        for sheet, grids in zip(sheets, unruled_grids(sheets, phrases), strict=True)
    ]
    return [[[[c.text for c in cells] for cells in one.rows] for one in found] for found in made]


def body(y: float, name: str, risk: str = "Testen er slut", light: str = "Grøn") -> list[Word]:
    return row(y, {50: name, 180: light, 260: risk})


ROWS = [*body(130, "Alfa"), *body(160, "Beta")]
EXPECTED = [
    ["Projekt", "Status", "Risici"],
    ["Alfa", "Grøn", "Testen er slut"],
    ["Beta", "Grøn", "Testen er slut"],
]


def test_known_column_headers_find_a_table() -> None:
    assert tables(page(*row(100, HEADS), *ROWS)) == [[EXPECTED]]


def test_nothing_is_found_where_no_headers_are_known() -> None:
    assert tables(page(*row(100, HEADS), *ROWS), phrases=frozenset()) == [[]]


def test_a_header_without_rows_is_no_table() -> None:
    assert tables(page(*row(100, HEADS))) == [[]]


@pytest.mark.parametrize(
    "heading",
    [
        words("Infrastruktur", 50, 190, size=14),
        words("Infrastruktur", 50, 190, bold=True),
        words("Alle kommunerne og regionerne og leverandørerne venter på maj", 50, 190),
    ],
    ids=["large", "bold", "over two columns"],
)
def test_a_heading_or_a_wide_line_ends_the_table(heading: list[Word]) -> None:
    assert tables(page(*row(100, HEADS), *ROWS, *heading)) == [[EXPECTED]]


def test_rows_below_a_heading_go_on_in_the_same_columns() -> None:
    title = words("Infrastruktur", 50, 190, size=14)

    assert tables(page(*row(100, HEADS), *ROWS, *title, *body(220, "Gamma"))) == [
        [EXPECTED, [["Gamma", "Grøn", "Testen er slut"]]]
    ]


def test_a_bold_title_between_two_rows_is_a_row() -> None:
    title = words("Infrastruktur", 50, 150, bold=True)
    numbered = {"phrases": PHRASES | {"nr"}}
    heads, alfa, beta = ({20.0: nr} for nr in ("Nr", "1", "2"))
    found = [
        *row(100, heads | HEADS),
        *row(120, alfa | {50: "Alfa"}),
        *row(170, beta | {50: "Beta"}),
    ]

    ((table,),) = tables(page(*found, *words("Tværs af landet", 20, 145, bold=True)), **numbered)

    assert [cells[0] for cells in table] == ["Nr", "1", "Tværs af landet", "2"]
    assert tables(page(*row(100, HEADS), *body(130, "Alfa"), *title, *body(170, "Beta"))) == [
        [[EXPECTED[0], EXPECTED[1], ["Infrastruktur"], EXPECTED[2]]]
    ]


def test_a_bold_name_is_no_heading_where_names_are_bold() -> None:
    names = [
        word
        for y, name in ((130, "Alfa"), (160, "Beta"))
        for word in [*words(name, 50, y, bold=True), *row(y, {180: "Grøn", 260: "Testen er slut"})]
    ]

    assert tables(page(*row(100, HEADS), *names)) == [[EXPECTED]]


def test_the_next_page_goes_on_without_a_header() -> None:
    more = page(*body(60, "Gamma"), *body(90, "Delta"), number=2)

    found = tables(page(*row(100, HEADS), *ROWS), more)

    assert [cells[0] for cells in found[1][0]] == ["Gamma", "Delta"]


def test_the_rest_of_a_row_opens_the_next_page() -> None:
    more = page(*words("og alle er med", 260, 60), *body(90, "Gamma"), number=2)

    found = tables(page(*row(100, HEADS), *ROWS), more)

    assert found[1] == [[["", "", "og alle er med"], ["Gamma", "Grøn", "Testen er slut"]]]


@pytest.mark.parametrize(
    ("x", "found"),
    [(270, [[["", "", "Budgettet er skredet"]]]), (275, [])],
    ids=["as before", "not"],
)
def test_the_rest_of_a_list_may_open_the_next_page_set_in_as_its_items_are(
    x: float, found: list[list[list[str]]]
) -> None:
    item = words("Beta venter på juni", 270, 172)
    first = page(*row(100, HEADS), *ROWS, *item)

    assert tables(first, page(*words("Budgettet er skredet", x, 60), number=2))[1] == found


def test_a_page_of_running_text_is_not_taken_for_the_table() -> None:
    text = [
        word
        for y in (60, 72, 84)
        for word in words("Alle kommunerne og regionerne venter på maj og på test", 50, y)
    ]

    assert tables(page(*row(100, HEADS), *ROWS), page(*text, number=2))[1] == []


def test_columns_are_parted_by_the_white_space_that_all_rows_leave() -> None:
    """The mark stands left of its header, the name runs beyond its own."""
    found = page(
        *row(100, HEADS), *row(130, {50: "Kommunale prøvesvar", 260: "Nej"}),
        *row(160, {50: "Beta", 260: "Ja"}), artwork=[picture(165, 121, 10), picture(165, 151, 10)],
    )  # fmt: skip
    sheet = Sheet(found, found.words)
    ((grid,),) = unruled_grids([sheet], PHRASES)

    assert 147.5 < grid.xs[1] < 165
    assert 210 < grid.xs[2] < 260


def test_rules_between_rows_find_a_table_without_known_headers() -> None:
    rules = [flat(y, 48, 400) for y in (110, 140, 170)]

    assert tables(page(*ROWS, rules=rules), phrases=frozenset()) == [[EXPECTED[1:]]]


LABELS = {50.0: "Projekt", 180.0: "Risici", 280.0: "Opnået", 380.0: "Kommende"}
LONG = "Projektet venter på loven og på de nye krav fra ministeriet og fra styrelsen i maj"


@pytest.mark.parametrize("limit", [600, 470], ids=["one line", "over two lines"])
def test_a_text_over_several_columns_beside_a_name_is_one_cell(limit: float) -> None:
    found = [
        *row(100, LABELS),
        *row(130, {50: "Alfa", 180: "Ingen risiko", 280: "Test", 380: "Drift i maj"}),
        *words("Beta", 50, 160), *wrapped(LONG, 180, 160, limit=limit),
        *row(200, {50: "Gamma", 180: "Ingen risiko", 280: "Test", 380: "Drift i maj"}),
    ]  # fmt: skip

    ((table,),) = tables(page(*found), phrases=frozenset({"projekt", "risici", "opnået"}))

    assert table[2] == ["Beta", LONG]
    assert [len(cells) for cells in table] == [4, 4, 2, 4]


def test_a_large_title_right_below_the_header_is_a_row_of_the_table() -> None:
    title = words("Infrastruktur", 50, 118, size=13, bold=True)
    rows = [*body(133, "Alfa"), *body(160, "Beta")]

    assert tables(page(*row(100, HEADS), *title, *rows)) == [
        [[EXPECTED[0], ["Infrastruktur"], *EXPECTED[1:]]]
    ]


def test_a_word_in_line_with_a_header_by_chance_makes_no_table_of_its_line() -> None:
    first, second = row(100, {50: "Projekt", 151: "Status"}), row(130, {50: "Alfa", 151: "Grøn"})
    heading = words("Infrastruktur", 50, 240, size=14)
    line = [*words("Alle kommunerne er nu", 50, 320), *words("med i drift", 151, 320)]

    assert tables(page(*first, *second, *heading, *line)) == [
        [[["Projekt", "Status"], ["Alfa", "Grøn"]]]
    ]
