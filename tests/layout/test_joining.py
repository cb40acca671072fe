"""Over the page's edge: tables, rows and paragraphs that go on."""

import pytest
from page_building import LEADING, lines, picture, ruled_table

from medcom_extract.layout.drafts import DraftTable, Item
from medcom_extract.layout.joining import continues_paragraph, join_paragraphs, join_tables
from medcom_extract.layout.lines import Line
from medcom_extract.layout.paragraphs import Draft

XS = [50.0, 130.0, 160.0, 400.0]
HEIGHTS = dict.fromkeys(range(1, 9), 842.0)
HEADER = ["Projekt", "Nr.", "Risici"]
ALFA = ["Alfa", "1", "Testen er slut."]
BETA = ["Beta", "2", "Budgettet er skredet."]


def drawn(number: int, *texts: list[str], xs: list[float] = XS, foot: float = 800) -> DraftTable:
    """A table on a page, its rows 50 points high, the last one down to the foot."""
    top = 100.0 if number == 1 else 50.0
    ys = [top + 50 * index for index in range(len(texts))] + [foot]
    return ruled_table(xs, ys, texts, number=number)


def joined(*tables: DraftTable) -> tuple[list[DraftTable], list[str]]:
    """The tables left, and the texts that went to the furniture."""
    return flowed([[table] for table in tables])


def flowed(pages: list[list[Item]]) -> tuple[list[DraftTable], list[str]]:
    furniture: list[Line] = []
    flow = join_tables(pages, HEIGHTS, furniture)
    return [item for item in flow if isinstance(item, DraftTable)], [f.text for f in furniture]


def texts(table: DraftTable) -> list[list[str]]:
    return [
        [" | ".join(item.text for item in cell.items if isinstance(item, Draft)) for cell in row]
        for row in table.rows
    ]


def rows(table: DraftTable) -> list[list[int]]:
    return [[cell.row for cell in row] for row in table.rows]


def test_a_table_with_the_same_columns_on_the_next_page_goes_on() -> None:
    tables, furniture = joined(drawn(1, HEADER, ALFA), drawn(2, BETA))

    assert [texts(table) for table in tables] == [[HEADER, ALFA, BETA]]
    assert rows(tables[0]) == [[0] * 3, [1] * 3, [2] * 3]
    assert [place.page for place in tables[0].places] == [1, 2]
    assert furniture == []


@pytest.mark.parametrize(
    "other",
    [
        drawn(3, BETA),
        drawn(2, BETA, xs=[50, 130, 160, 500]),
        drawn(2, BETA, xs=[50, 90, 160, 400]),
        drawn(2, ["Beta"], xs=[50, 400, 420]),
    ],
    ids=["a page between", "wider", "other columns", "elsewhere"],
)
def test_another_table_stands_by_itself(other: DraftTable) -> None:
    tables, _ = joined(drawn(1, HEADER, ALFA), other)

    assert len(tables) == 2


def test_only_what_opens_a_page_goes_on_with_the_table_before() -> None:
    paragraph = Draft(lines("Kommunerne"), 400)
    pages: list[list[Item]] = [[drawn(1, HEADER, ALFA)], [paragraph, drawn(2, BETA)]]

    assert len(join_tables(pages, HEIGHTS, [])) == 3


def test_two_tables_side_by_side_both_go_on_on_the_next_page() -> None:
    right = [300.0, 380.0, 410.0, 560.0]
    above = [drawn(1, HEADER, ALFA, xs=[*XS[:3], 290]), drawn(1, HEADER, BETA, xs=right)]
    rests = [["", "", "Ja."], ["", "", "Nej."]]
    below = [drawn(2, rests[0], xs=[*XS[:3], 290]), drawn(2, rests[1], xs=right)]

    tables, _ = flowed([list(above), list(below)])

    assert [texts(table)[1][2] for table in tables] == [
        "Testen er slut. | Ja.",
        "Budgettet er skredet. | Nej.",
    ]


def test_a_table_with_something_below_it_does_not_go_on_on_the_next_page() -> None:
    note = Draft(lines("Slut.", y=820), limit=500)

    tables, _ = flowed([[drawn(1, HEADER, ALFA), note], [drawn(2, BETA)]])

    assert len(tables) == 2


def test_a_repeated_header_goes_to_the_furniture() -> None:
    tables, furniture = joined(drawn(1, HEADER, ALFA), drawn(2, HEADER, BETA))

    assert texts(tables[0]) == [HEADER, ALFA, BETA]
    assert (furniture, tables[0].header_rows) == (HEADER, 1)
    assert rows(tables[0]) == [[0] * 3, [1] * 3, [2] * 3]


def test_a_long_first_row_that_comes_again_is_no_header() -> None:
    long = ["Alfa", "1", "Testen er slut og alle er med. " * 8]

    tables, furniture = joined(drawn(1, long), drawn(2, long))

    assert len(tables[0].rows) == 2
    assert furniture == []


def test_the_header_of_a_table_that_a_title_cut_in_two_is_known_again() -> None:
    pages: list[list[Item]] = [
        [drawn(1, HEADER, ALFA), Draft(lines("Infrastruktur"), 400), drawn(1, BETA)],
        [drawn(2, HEADER, ["Gamma", "3", "Ingen."])],
    ]
    furniture: list[Line] = []

    flow = join_tables(pages, HEIGHTS, furniture)

    assert len(flow) == 3
    assert [line.text for line in furniture] == HEADER


def test_rows_that_begin_several_pages_alike_are_no_headers() -> None:
    rest = ["", "", "Ingen."]

    tables, furniture = joined(
        drawn(1, HEADER, ALFA), drawn(2, rest, BETA), drawn(3, rest, ["Gamma", "3", "Nej."])
    )

    assert furniture == []
    assert [row[2] for row in texts(tables[0])] == [
        "Risici", "Testen er slut. | Ingen.", "Budgettet er skredet. | Ingen.", "Nej.",
    ]  # fmt: skip


def test_a_row_whose_name_is_empty_goes_on_with_the_row_before() -> None:
    tables, _ = joined(
        drawn(1, HEADER, ALFA, ["Beta", "2", "Budgettet er blevet overskredet med næsten to"]),
        drawn(2, ["", "", "millioner kroner."], ["Gamma", "3", "Nej."]),
    )

    assert texts(tables[0])[2:] == [
        ["Beta", "2", "Budgettet er blevet overskredet med næsten to millioner kroner."],
        ["Gamma", "3", "Nej."],
    ]
    assert rows(tables[0])[3] == [3] * 3


def test_a_bold_title_over_all_columns_is_no_rest_of_a_row() -> None:
    below = drawn(2, [""], BETA, xs=XS)
    title, first = below.rows[0][0], below.rows[0]
    title.lines, title.column_span = lines("Tværs af landet", x=52, y=60, bold=True), 3
    first[1:] = []

    (table,), _ = joined(drawn(1, HEADER, ALFA), below)

    assert [len(cells) for cells in texts(table)] == [3, 3, 1, 3]


def test_a_table_that_ended_high_up_on_its_page_has_no_open_row() -> None:
    tables, _ = joined(drawn(1, HEADER, ALFA, foot=300), drawn(2, ["", "", "Ingen."]))

    assert len(tables[0].rows) == 3


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [("Kommunale", "prøvesvar", True), ("Kommunale", "Prøvesvar", False), ("Prøve-", "Svar", True)],
)
def test_a_name_that_breaks_over_the_page_goes_on_at_its_foot(
    above: str, below: str, goes_on: bool
) -> None:
    first = drawn(1, HEADER, ALFA, [above, "2", "Testen er"], foot=216)
    tables = join_tables([[first], [drawn(2, [below, "", "slut."])]], {1: 230.0, 2: 842.0}, [])

    assert isinstance(tables[0], DraftTable)
    assert len(tables[0].rows) == (3 if goes_on else 4)


def test_a_name_cut_within_a_word_goes_on_wherever_it_stands_in_its_cell() -> None:
    first = drawn(1, HEADER, ALFA, ["Sundheds-", "2", "Testen er slut. " * 9])

    tables, _ = joined(first, drawn(2, ["personer", "", "Ja."]))

    assert [row[0] for row in texts(tables[0])] == ["Projekt", "Alfa", "Sundheds- personer"]


def test_a_mark_beside_a_name_begins_a_row() -> None:
    more = drawn(2, ["prøvesvar", "", "slut."])
    more.rows[0][1].art = [picture(140, 60)]
    first = drawn(1, HEADER, ["Kommunale", "2", "Testen er"], foot=166)

    tables = join_tables([[first], [more]], {1: 180.0, 2: 842.0}, [])

    assert isinstance(tables[0], DraftTable)
    assert len(tables[0].rows) == 3


def test_a_name_cut_within_a_word_goes_on_beside_the_mark_of_its_row() -> None:
    more = drawn(2, ["sion fire", "", "slut."])
    more.rows[0][1].art = [picture(140, 60)]
    first = drawn(1, HEADER, ["Henvisning ver-", "", "Testen er"], foot=166)

    tables = join_tables([[first], [more]], {1: 180.0, 2: 842.0}, [])

    assert isinstance(tables[0], DraftTable)
    assert len(tables[0].rows) == 2


def test_a_page_whose_merged_cells_hide_a_column_line_is_numbered_like_the_others() -> None:
    tables, _ = joined(
        drawn(1, HEADER, ALFA), drawn(2, ["Infrastruktur", "Testen"], xs=[50, 130, 400])
    )

    assert [(cell.column, cell.column_span) for cell in tables[0].rows[2]] == [(0, 1), (1, 2)]


def test_a_cell_that_goes_on_over_further_rows_spans_them() -> None:
    more = drawn(2, ["", "", "Ingen."], ["Beta", "2", "Nej."])
    more.rows[0][1].row_span = 2
    del more.rows[1][1]

    tables, _ = joined(drawn(1, HEADER, ALFA), more)

    assert [cell.row_span for cell in tables[0].rows[1]] == [1, 2, 1]


FULL = "leverancen er blevet udskudt til"


def draft(*found: str, number: int = 1, y: float = 100, limit: float = 200) -> Draft:
    made = lines(*found, y=y, pitch=LEADING * 10)
    for line in made:
        line.page = number
    return Draft(made, limit)


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        (FULL, "efteråret", True),
        (FULL, "Region Nord", True),
        (FULL + ".", "Region Nord", False),  # full, but a sentence is over
        (FULL + ".", "efteråret", True),
        ("leverancen", "efteråret", False),  # there was room
        ("leverancen er udskudt igen", "til maj.", True),  # by a few points, in mid-sentence
        ("leverancen er udskudt igen.", "Nu venter alle.", False),
        ("leve-", "rancen", True),
    ],
)
def test_a_paragraph_goes_on_where_its_last_line_is_full_and_its_sentence_open(
    above: str, below: str, goes_on: bool
) -> None:
    assert continues_paragraph(draft(above), draft(below)) is goes_on


def test_a_list_item_or_another_look_begins_a_paragraph() -> None:
    item, bold = draft("• efteråret"), Draft(lines("efteråret", bold=True), 200)
    item.first.take_label("•")

    assert not continues_paragraph(draft(FULL), item)
    assert not continues_paragraph(draft(FULL), bold)


def test_two_paragraphs_with_a_mark_each_are_two() -> None:
    above, below = draft(FULL), draft("efteråret")
    above.marks = [picture(20, 90)]
    assert continues_paragraph(above, below)

    below.marks = [picture(20, 90)]

    assert not continues_paragraph(above, below)


@pytest.mark.parametrize(
    ("number", "y", "together"),
    [(2, 60, True), (1, 60, True), (1, 140, False), (3, 60, False)],
    ids=["next page", "next column", "below", "a page between"],
)
def test_body_text_goes_on_over_the_page_or_into_the_next_column(
    number: int, y: float, together: bool
) -> None:
    flow = join_paragraphs([draft(FULL), draft("efteråret", number=number, y=y)])

    assert len(flow) == (1 if together else 2)


def test_a_mark_at_the_foot_of_a_page_belongs_to_the_name_at_the_top_of_the_next() -> None:
    tables, _ = joined(drawn(1, HEADER, ALFA, ["", "2", ""]), drawn(2, ["Beta", "", "Skredet."]))

    assert texts(tables[0]) == [HEADER, ALFA, ["Beta", "2", "Skredet."]]


@pytest.mark.parametrize(
    ("foot", "top"),
    [
        (["", "2", "Skredet."], BETA),  # both parts hold what stands once a row
        (["", "a", "Skredet."], ["Beta", "B", "Nej."]),
        (["", "", "Skredet. " * 30], ["Beta", "", "Slut."]),  # the name would have fitted
    ],
)
def test_a_row_without_a_name_at_the_foot_of_a_page_stands_by_itself(
    foot: list[str], top: list[str]
) -> None:
    tables, _ = joined(drawn(1, HEADER, ALFA, foot), drawn(2, top))

    assert len(tables[0].rows) == 4


@pytest.mark.parametrize("centred", [True, False], ids=["centred names", "names at the top"])
def test_a_row_below_a_header_that_comes_again_on_its_page_goes_on_but_among_centred_names(
    *, centred: bool
) -> None:
    above = drawn(1, HEADER, ALFA, BETA, foot=600)
    below = ruled_table(XS, [605, 655, 800], [HEADER, ["", "", "Skredet. " * 30]])
    for row in above.rows[1:]:
        row[0].lines = lines(row[0].text, x=52, y=row[0].box[1] + (30 if centred else 10))

    tables, _ = flowed([[above, below]])

    assert len(tables[0].rows) == (4 if centred else 3)


def test_where_names_are_centred_a_long_part_of_a_row_may_stand_without_its_name() -> None:
    above = drawn(1, HEADER, ["Alfa", "", "Slut. " * 30], ["", "", "Skredet. " * 30])
    name = above.rows[1][0]
    name.lines = lines("Alfa", x=52, y=name.box[1] + 40)

    tables, _ = joined(above, drawn(2, ["Beta", "2", "Ja."]))

    assert texts(tables[0])[2][:2] == ["Beta", "2"]


def test_a_text_cut_beside_no_name_goes_on_beside_the_name_on_the_next_page() -> None:
    tables, _ = joined(drawn(1, HEADER, ALFA, ["", "ca.", ""]), drawn(2, ["Beta", "to", "Ja."]))

    assert texts(tables[0])[2:] == [["Beta", "ca. to", "Ja."]]


def test_a_full_line_in_mid_sentence_goes_on_beside_the_name_with_a_capital_too() -> None:
    above = drawn(1, HEADER, ALFA, ["", "11111", ""])

    tables, _ = joined(above, drawn(2, ["Beta", "Xbox", "Ja."]))

    assert texts(tables[0])[2:] == [["Beta", "11111 Xbox", "Ja."]]


def test_a_mark_alone_below_a_header_begins_the_row_at_the_top_of_the_next_page() -> None:
    tables, _ = joined(drawn(1, HEADER, ["", "2", ""]), drawn(2, HEADER, ["Beta", "", "Skredet."]))

    assert texts(tables[0]) == [HEADER, ["Beta", "2", "Skredet."]]


def test_where_names_are_left_out_elsewhere_too_a_row_without_one_stands_by_itself() -> None:
    first = drawn(1, HEADER, ALFA, ["", "", "Mere."], ["", "", "Skredet."])

    tables, _ = joined(first, drawn(2, ["Beta", "", "Slut."]))

    assert len(tables[0].rows) == 5


def test_a_nested_row_without_its_label_goes_on_where_that_stands_on_the_next_page() -> None:
    rows_above, row_below = [["Mål", "Ja."], ["", "Ingen."]], [["Risiko", "Slut."]]
    first, second = drawn(1, ALFA), drawn(2, ["", "", "Testen"])
    second.rows[0][2].lines = []
    first.rows[0][2].items = [ruled_table([170, 250, 390], [700, 750, 790], rows_above)]
    second.rows[0][2].items = [ruled_table([170, 250, 390], [60, 120], row_below, number=2)]

    tables, _ = joined(first, second)

    (nested,) = tables[0].rows[0][2].items
    assert isinstance(nested, DraftTable)
    assert texts(nested) == [["Mål", "Ja."], ["Risiko", "Ingen. | Slut."]]


@pytest.mark.parametrize(
    ("above", "below", "count"),
    [
        (["Mål for sty-", "Aftalt."], ["regruppen", "Slut."], 1),
        (["Mål", "Kommunerne er nu alle helt"], ["Risiko", "med."], 1),
        (["Mål", "Kommunerne er med."], ["risiko", "Ingen."], 2),
    ],
)
def test_a_row_of_a_nested_table_goes_on_where_its_text_does(
    above: list[str], below: list[str], count: int
) -> None:
    first, second = drawn(1, ALFA), drawn(2, ["", "", "Testen"])
    second.rows[0][2].lines = []
    first.rows[0][2].items = [ruled_table([170, 250, 390], [700, 790], [above])]
    second.rows[0][2].items = [ruled_table([170, 250, 390], [60, 120], [below], number=2)]

    tables, _ = joined(first, second)

    (nested,) = tables[0].rows[0][2].items
    assert isinstance(nested, DraftTable)
    assert len(nested.rows) == count
