"""Whether the first row of a page is the rest of the last row before."""

import pytest
from page_building import flat, lines, page, picture, ruled_table, upright, words

from medcom_extract.layout.cutrows import begin_rows, continues_row
from medcom_extract.layout.drafts import DraftCell, DraftTable
from medcom_extract.layout.page import Artwork, Word
from medcom_extract.layout.tables import Sheet

XS = [50.0, 130.0, 230.0, 280.0, 400.0]
HEIGHTS = {1: 842.0}
AREA, OTHER = ["Hele landet", "", "", ""], ["", "", "", ""]


def above(*names: tuple[str, str]) -> DraftTable:
    """Rows of area, name, status and text on page 1; the area stands in the first one only."""
    rows = [[AREA[0] if not n else "", name, light, "Ja."] for n, (name, light) in enumerate(names)]
    ys = [100.0 + 50 * n for n in range(len(rows))]
    table = ruled_table(
        XS, [*ys, 800], [["Område", "Projekt", "Status", "Andet"], *rows][: len(ys)]
    )
    table = ruled_table(XS, [50, *ys, 800], [["Område", "Projekt", "Status", "Andet"], *rows])
    table.header_rows = 1
    return table


def below(name: str, light: str, text: str = "Nej.") -> list[DraftCell]:
    return ruled_table(XS, [50, 100, 150], [["", name, light, text], OTHER], number=2).rows[0]


@pytest.mark.parametrize(
    ("row", "goes_on"),
    [
        (below("Kommunale svar", "Gul"), False),
        (below("", "", "Testen er slut."), True),
    ],
    ids=["name and light", "text alone"],
)
def test_below_a_merged_area_a_row_with_a_light_of_its_own_begins(
    row: list[DraftCell], *, goes_on: bool
) -> None:
    table = above(("Nye standarder for henvisninger", "Grøn"), ("Alfa", "Rød"))

    assert continues_row(table, row, HEIGHTS) is goes_on


def lit() -> DraftTable:
    """A table to y 200 with a mark at x 140 in its second column."""
    table = ruled_table([50, 130, 160, 400], [100, 150, 200], [["Projekt", "", "Andet"], ["A"]])
    table.rows[1][1].art = [picture(140, 160, 10)]
    return table


def below_table(art: list[Artwork], text: list[Word], *, ruled: bool = True) -> DraftTable:
    """The table after what stands below it on its page has begun a row, or has not."""
    table = lit()
    rules = [flat(200, 50, 400)] if ruled else [flat(196, 50, 400), upright(50, 100, 200)]
    begin_rows([table], Sheet(page(*text, rules=rules, artwork=art), text))
    return table


@pytest.mark.parametrize(
    ("mark", "text", "begun"),
    [
        (picture(140, 203, 10), [], True),
        (picture(60, 203, 10), [], False),
        (picture(140, 203, 10), words("Slut.", 52, 210), False),
        (picture(140, 185, 10), [], False),
    ],
    ids=["in line", "out of line", "text below", "within the table"],
)
def test_a_mark_below_the_last_rule_of_a_page_begins_a_row(
    mark: Artwork, text: list[Word], *, begun: bool
) -> None:
    table = below_table([mark], text)

    assert len(table.rows) == (3 if begun else 2)
    assert [cell.art == [mark] for cell in table.rows[-1]] == [False, begun, False]


@pytest.mark.parametrize(
    ("text", "ruled", "begun"),
    [
        (words("Beta", 52, 210), False, True),
        (words("Beta", 52, 210), True, False),
        (words("Note", 57, 210), False, False),
        (words("Beta", 52, 300), False, False),
    ],
    ids=["a name", "below the foot of the table", "out of line", "far below"],
)
def test_a_name_below_the_last_rule_begins_a_row_where_the_column_lines_go_on(
    text: list[Word], *, ruled: bool, begun: bool
) -> None:
    table = below_table([], text, ruled=ruled)

    assert [row[0].text for row in table.rows] == ["Projekt", "A", *(["Beta"] if begun else [])]


def test_a_begun_row_goes_on_below_names_that_are_merged_downwards() -> None:
    table = below_table([picture(140, 203, 10)], [])
    table.header_rows = 1
    table.rows.insert(2, table.rows[1][2:])
    ((row, _),) = [ruled_table([50, 130, 160, 400], [50, 100, 150], [["Beta", "", "Ja."]]).rows]

    assert continues_row(table, row, {1: 300.0})


def named(*texts: str, size: float = 8) -> list[DraftCell]:
    """A row whose first cell holds lines, the first in the size of names, the others smaller."""
    (row, _) = ruled_table([50, 130, 400], [50, 100, 150], [["x", "Nej."], ["y", ""]]).rows
    row[0].lines = lines(texts[0], x=52, y=60, size=size)
    row[0].lines += [one for text in texts[1:] for one in lines(text, x=52, y=72, size=8)]
    return row


@pytest.mark.parametrize(
    ("last", "first", "goes_on"),
    [
        (["Beta"], named("Leder: Ulla"), True),
        (["Beta"], named("Gamma", "Leder: Ulla", size=10), False),
        (["Beta", "Leder: Bo"], named("Gamma", size=10), False),
    ],
    ids=["its second line", "another name", "a name below a whole one"],
)
def test_what_looks_like_the_second_line_of_a_name_goes_on_with_it(
    last: list[str], first: list[DraftCell], *, goes_on: bool
) -> None:
    rows = [named("Alfa", "Leder: Bo", size=10), named(*last, size=10)]
    table = ruled_table([50, 130, 400], [100, 400, 800], [["a", "b"], ["c", "d"]])
    table.rows = rows
    first[1].art = [picture(200, 60)]

    assert continues_row(table, first, HEIGHTS) is goes_on


@pytest.mark.parametrize(
    ("last", "first", "goes_on"),
    [
        (("", True), ("Fælles kort", False), True),
        (("Fælles kort", False), ("", True), True),
        (("Fælles kort", True), ("", True), False),
        (("Fælles kort", True), ("Blanket", False), False),
    ],
    ids=["the name below", "the mark below", "two marks", "a name of its own"],
)
def test_a_page_may_cut_between_a_name_and_the_mark_in_its_cell(
    last: tuple[str, bool], first: tuple[str, bool], *, goes_on: bool
) -> None:
    xs = [50.0, 200.0, 500.0]
    rows = [["Projekt", "Andet"], ["Delt journal", "Ja."], [last[0], "Testen er"]]
    table = ruled_table(xs, [50, 100, 700, 800], rows)
    table.header_rows = 1
    row = ruled_table(xs, [50, 100, 150], [[first[0], "slut i maj."], OTHER[:2]], number=2).rows[0]
    for name, marked in ((table.rows[1][0], True), (table.rows[2][0], last[1]), (row[0], first[1])):
        name.art = [picture(180, 60, 10)] if marked else []

    assert continues_row(table, row, HEIGHTS) is goes_on
