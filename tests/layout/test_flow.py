"""What stands outside tables: columns of text, pictures, reading order."""

import pytest
from page_building import line, lines, picture, row, ruled_table, words

from medcom_extract.document import Box
from medcom_extract.layout.banners import banner_tops
from medcom_extract.layout.drafts import DraftPicture, DraftTable, Item, PageDraft
from medcom_extract.layout.flow import arrange, body_columns, split_at_gaps
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork, Fill, Rule
from medcom_extract.layout.paragraphs import Draft
from medcom_extract.layout.pitch import Pitch

PITCH = Pitch({10: 1.2})
LEFT = ["Alfa er slut og", "alle er med.", "Beta venter på"]
RIGHT = ["budgettet.", "Gamma er på hold", "til maj."]


def columns(found: list[Line], *others: Box) -> list[list[str]]:
    return [[one.text for one in column] for column in body_columns(found, others)]


def two_columns(y: float = 100) -> list[Line]:
    return lines(*LEFT, x=50, y=y) + lines(*RIGHT, x=300, y=y)


def read(found: list[Line], art: list[Artwork] | None = None, limit: float = 500) -> list[Item]:
    draft = PageDraft(1, 595, 842, body=found, art=art or [])
    columns = body_columns(found, [])
    return arrange(draft, columns, [limit] * len(columns), PITCH)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({50: "Alfa er slut", 200: "Beta venter"}, ["Alfa er slut", "Beta venter"]),
        ({50: "Alfa er slut", 125: "og Beta"}, ["Alfa er slut og Beta"]),
        ({50: "1.", 110: "Beta venter"}, ["1. Beta venter"]),
        ({50: "•", 110: "Beta venter"}, ["• Beta venter"]),
    ],
)
def test_words_far_apart_on_a_line_belong_to_two_columns(
    cells: dict[float, str], expected: list[str]
) -> None:
    assert [one.text for one in split_at_gaps([Line(row(100, cells), 1)])] == expected


def test_text_in_one_column_is_one_run_of_lines() -> None:
    assert columns(lines(*LEFT, *RIGHT)) == [[*LEFT, *RIGHT]]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    assert columns(two_columns()) == [LEFT, RIGHT]


def test_a_line_over_both_columns_parts_what_stands_above_from_what_stands_below() -> None:
    title = line("Kommunerne og regionerne venter stadig på leverandørerne", y=150)

    assert columns([*two_columns(), title, *two_columns(200)]) == [
        LEFT, RIGHT, [title.text], LEFT, RIGHT,
    ]  # fmt: skip


def test_the_last_line_of_a_wide_paragraph_may_be_short() -> None:
    wide = lines("Kommunerne og regionerne venter stadig på leverandørerne", "til maj.", y=150)

    assert columns([*two_columns(), *wide, *two_columns(200)])[2] == [one.text for one in wide]


def test_a_title_that_runs_over_its_column_leaves_two_columns() -> None:
    left, right = lines(*LEFT * 4, x=50, y=112), lines(*RIGHT * 4, x=300, y=112)
    title = line("Statusrapport for projekterne", y=106, size=20)

    assert columns([*left, title, *right]) == [[title.text], LEFT * 4, RIGHT * 4]


def test_one_line_beside_another_makes_no_columns_of_text() -> None:
    found = [*lines(*LEFT), line("Juni 2026", x=400, y=100)]

    assert columns(found) == [LEFT[:1], ["Juni 2026"], LEFT[1:]]


def test_a_table_or_picture_between_lines_parts_them() -> None:
    assert columns(lines(*LEFT, pitch=50), (50, 110, 400, 140)) == [LEFT[:1], LEFT[1:]]


def test_text_goes_on_in_the_next_column() -> None:
    found = read(two_columns())

    assert [item.text for item in found if isinstance(item, Draft)] == [
        "Alfa er slut og", "alle er med.", "Beta venter på", "budgettet.", "Gamma er på hold",
        "til maj.",
    ]  # fmt: skip
    assert [item.limit for item in found if isinstance(item, Draft)] == [250] * 3 + [500] * 3


@pytest.mark.parametrize(
    ("art", "beside"),
    [
        (picture(120, 92), True),
        (picture(30, 92), True),
        (picture(60, 92), False),  # over the words
        (picture(120, 140), False),  # below the line
        (picture(120, 30, 130), False),  # a figure
    ],
    ids=["right", "left", "over", "below", "large"],
)
def test_small_artwork_beside_a_line_is_its_paragraphs_mark(art: Artwork, beside: bool) -> None:
    found = read(words_line(), [art])

    assert [item.marks for item in found if isinstance(item, Draft)] == [[art] if beside else []]
    assert [item.art for item in found if isinstance(item, DraftPicture)] == (
        [] if beside else [art]
    )


def words_line() -> list[Line]:
    return [Line(words("Alfa er slut"), 1)]


def test_items_are_read_from_top_to_bottom() -> None:
    table = ruled_table([50, 200, 400], [200, 230, 260], [["Projekt", "Risici"]])
    found = [line("Øverst", y=100), line("Nederst", y=300)]
    page = PageDraft(1, 595, 842, tables=[table], body=found)

    columns = body_columns(found, [table.box])
    items = arrange(page, columns, [500] * len(columns), PITCH)

    assert [type(item) for item in items] == [Draft, DraftTable, Draft]


def test_two_tables_side_by_side_are_read_from_left_to_right_with_the_words_below_each() -> None:
    left = ruled_table([50, 150, 250], [200, 230, 260], [["Alfa", "A"]])
    right = ruled_table([300, 400, 500], [190, 230, 260], [["Beta", "B"]])
    found = [line("Til Alfa", x=50, y=300), line("Til Beta", x=300, y=300)]
    page = PageDraft(1, 595, 842, tables=[left, right], body=found)

    items = arrange(page, [[found[0]], [found[1]]], [500, 500], PITCH)

    assert [item.box[0] for item in items] == [50, 50, 300, 300]


def test_a_few_lines_in_the_second_column_are_read_after_the_first() -> None:
    left = lines("kommunerne og regionerne og leverandørerne", "venter.", "Alfa.", "Beta.", x=50)
    right = [line("Risici", x=300, y=99, bold=True), line("Ingen.", x=300, y=112)]

    items = read([*left, *right])

    assert [item.box[0] for item in items] == [50, 50, 50, 300, 300]


def test_no_column_runs_past_a_banner() -> None:
    upper, lower = two_columns(100), two_columns(200)
    banner = lines("Deling", x=50, y=170, size=14, bold=True)
    ground = Fill(40, 155, 555, 178, "#8a1538")
    body = [*upper, *banner, *lower]

    cuts = banner_tops(body, [ground], [], 595)
    found = body_columns(body, [], cuts)
    draft = PageDraft(1, 595, 842, body=body, cuts=cuts)
    items = arrange(draft, found, [500] * len(found), PITCH)

    wanted = [*LEFT, *RIGHT, "Deling", *LEFT, *RIGHT]
    assert [one.text for column in found for one in column] == wanted
    assert " ".join(item.text for item in items if isinstance(item, Draft)) == " ".join(wanted)


@pytest.mark.parametrize(
    ("y", "x1", "cut"),
    [(174, 555, True), (200, 555, False), (174, 200, False)],
    ids=["right below", "further down", "as wide as a column"],
)
def test_a_rule_as_wide_as_the_page_makes_a_title_a_banner(y: float, x1: float, cut: bool) -> None:
    banner = lines("Deling", x=50, y=170, size=14, bold=True)

    cuts = banner_tops([*two_columns(), *banner], [], [Rule(50, y, x1, y)], 595)

    assert cuts == ([banner[0].top] if cut else [])


def test_columns_are_of_one_width() -> None:
    left = lines("Alfa går til Beta i", "Maj.", x=50)
    left += lines("Beta er slut og Beta", x=50, y=130)
    right = lines("Gamma er på hold til", "Delta er på hold, da", x=170)

    draft = PageDraft(1, 595, 842, body=[*left, *right])
    items = arrange(draft, [left, right], [right[0].x1] * 2, PITCH)

    assert (
        next(item.text for item in items if isinstance(item, Draft)) == "Alfa går til Beta i Maj."
    )
