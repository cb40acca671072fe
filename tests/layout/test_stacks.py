"""Tables that nothing heads."""

from itertools import pairwise

import pytest
from page_building import fill, flat, page, picture, row, words

from medcom_extract.layout.lines import lines_of
from medcom_extract.layout.page import Fill, Page, Rule, Word
from medcom_extract.layout.stacks import Stack, find_stacks
from medcom_extract.layout.tables import Sheet


def stacks(found: Page) -> list[Stack]:
    return list(find_stacks(Sheet(found, found.words), lines_of(found.words, 1)))


def texts(stack: Stack) -> list[str]:
    return [line.text for line in stack[2]]


CELLS = [*row(115, {55: "Alfa", 155: "Testen er slut"}), *row(145, {55: "Beta", 155: "Nej"})]


@pytest.mark.parametrize(
    ("rules", "fills"),
    [
        ([flat(y, 50, 300) for y in (100, 130, 160)], []),
        ([], [fill(50, 100, 300, 130), fill(50, 130, 300, 160, "#eeeeee")]),
    ],
    ids=["rules", "stripes"],
)
def test_rows_between_rules_or_stripes_are_a_table_parted_by_white_space(
    rules: list[Rule], fills: list[Fill]
) -> None:
    ((xs, box, found),) = stacks(page(*CELLS, rules=rules, fills=fills))

    assert xs == [pytest.approx(50, abs=2), 153, pytest.approx(300, abs=2)]
    assert (box[1], box[3]) == (100, 160)
    assert [line.text for line in found] == ["Alfa Testen er slut", "Beta Nej"]


@pytest.mark.parametrize(
    ("found", "rules"),
    [
        (CELLS, [flat(y, 50, 300) for y in (100, 130)]),
        (CELLS, [flat(y, 50, 180) for y in (100, 130, 160)]),
        (CELLS[:4], [flat(y, 50, 300) for y in (100, 130, 160)]),
        (
            [*words("Kommunerne er ikke med endnu", 55, 115), *words("Alfa er med", 55, 145)],
            [flat(y, 50, 300) for y in (100, 130, 160)],
        ),
    ],
    ids=["two rules", "short rules", "one line", "no white space"],
)
def test_what_is_not_parted_in_rows_and_columns_is_no_table(
    found: list[Word], rules: list[Rule]
) -> None:
    assert stacks(page(*found, rules=rules)) == []


def test_rules_may_only_part_the_rows() -> None:
    outer = [*row(90, {55: "Gamma", 155: "Ja"}), *row(170, {55: "Delta", 155: "Ja"})]
    apart = [*row(60, {55: "Titel", 155: "Ja"}), *row(200, {55: "Slut"})]
    rules = [flat(y, 50, 300) for y in (100, 130, 160)]

    ((_, _, found),) = stacks(page(*outer, *CELLS, *apart, rules=rules))

    assert [line.text.split()[0] for line in found] == ["Gamma", "Alfa", "Beta", "Delta"]


def pair(y: float, key: str, value: str, *, bold: bool = True, value_at: float = 150) -> list[Word]:
    return [*words(key, 50, y, bold=bold), *words(value, value_at, y)]


@pytest.mark.parametrize("bold", [True, False])
def test_keys_in_bold_or_with_a_colon_beside_values_are_a_table(bold: bool) -> None:
    keys = ("Projektleder", "Formål") if bold else ("Projektleder:", "Formål:")
    found = [*pair(100, keys[0], "Bo Ek", bold=bold), *pair(115, keys[1], "Drift", bold=bold)]

    ((xs, _, run),) = stacks(page(*found))

    assert (xs[0], xs[1]) == (48, 148)
    assert len(run) == 2


def test_a_value_may_go_on_below_itself() -> None:
    found = [
        *pair(100, "Formål", "Drift i alle"),
        *words("regioner", 150, 112),
        *pair(124, "Ejer", "KL"),
    ]

    assert texts(stacks(page(*found))[0]) == ["Formål Drift i alle", "regioner", "Ejer KL"]


def test_a_mark_or_a_shaded_cell_may_stand_in_place_of_a_value() -> None:
    found = [
        *words("Status", 50, 85, bold=True),
        *pair(100, "Formål", "Drift"),
        *pair(115, "Ejer", "KL"),
        *words("Økonomi", 50, 130, bold=True),
    ]
    marks = [picture(150, 77, 10), picture(150, 122, 10)]
    shades = [fill(140, 74, 400, 88, "#92d050"), fill(140, 119, 400, 133, "#c00000")]
    expected = ["Status", "Formål Drift", "Ejer KL", "Økonomi"]

    assert texts(stacks(page(*found, artwork=marks))[0]) == expected
    assert texts(stacks(page(*found, fills=shades))[0]) == expected
    assert texts(stacks(page(*found))[0]) == expected[1:3]


@pytest.mark.parametrize(
    "found",
    [
        pair(100, "Projektleder", "Bo Ek"),
        [*pair(100, "Ejer", "KL", bold=False), *pair(115, "Formål", "Drift", bold=False)],
        [*pair(100, "Ejer", "KL"), *pair(180, "Formål", "Drift")],
        [*pair(100, "Ejer", "KL"), *words("Formål", 50, 115, bold=True), *words("Nej", 190, 115)],
        [word for y in (100, 115) for word in pair(y, "En nøgle er så lang", "KL", value_at=250)],
    ],
    ids=["one pair", "plain words", "far apart", "not in line", "too many words"],
)  # fmt: skip
def test_other_words_side_by_side_are_no_keys_and_values(found: list[Word]) -> None:
    assert stacks(page(*found)) == []


def by_cells(y: float, *ends: float) -> list[Rule]:
    """A rule drawn cell by cell."""
    return [flat(y, x0, x1) for x0, x1 in pairwise(ends)]


def test_rules_drawn_cell_by_cell_are_one_and_a_heading_ends_their_stack() -> None:
    heading = words("Infrastruktur", 55, 185, size=14)
    more = [*row(215, {55: "Gamma", 155: "Ja"}), *row(245, {55: "Delta", 155: "Nej"})]
    rules = [r for y in (100, 130, 160, 200, 230, 260) for r in by_cells(y, 50, 150, 300)]

    found = stacks(page(*CELLS, *heading, *more, rules=rules))

    assert [[text.split()[0] for text in texts(stack)] for stack in found] == [
        ["Alfa", "Beta"],
        ["Gamma", "Delta"],
    ]


def test_stacks_of_other_columns_are_told_by_the_joints_of_their_rules() -> None:
    other = [*row(215, {55: "Testen er nu slut", 255: "Ja"}), *row(245, {55: "Alle", 255: "Nej"})]
    rules = [r for y in (100, 130, 160) for r in by_cells(y, 50, 150, 300)]
    rules += [r for y in (200, 230, 260) for r in by_cells(y, 50, 250, 300)]

    found = stacks(page(*CELLS, *other, rules=rules))

    assert [len(texts(stack)) for stack in found] == [2, 2]


@pytest.mark.parametrize("value", ["pill", "ground"])
def test_the_row_above_the_first_rule_may_hold_a_light(value: str) -> None:
    key, light = words("Status", 55, 90), words("Gul", 161, 90)
    rules = [flat(y, 50, 300) for y in (100, 130, 160)]
    if value == "pill":
        found = page(*key, *light, *CELLS, rules=rules)
        found.fills = [fill(155, 80, 185, 95, "#ffc000")]
    else:
        found = page(*key, *CELLS, rules=rules, fills=[fill(150, 70, 300, 100, "#ffc000")])

    ((_, _, lines),) = stacks(found)

    assert lines[0].text.split()[0] == "Status"


def test_a_mark_in_place_of_a_value_may_stand_right_of_all_words() -> None:
    found = page(
        *words("Status", 50, 100, bold=True),
        *pair(115, "Leder", "Bo Ek"),
        *pair(130, "Fase", "Drift"),
    )
    found.artwork = [picture(280, 91)]

    ((xs, _, _),) = stacks(found)

    assert xs[-1] >= 294


def test_stripes_of_a_table_that_is_known_already_open_no_stack() -> None:
    known, name = lines_of(words("Udbud afsluttet", 55, 95), 1), words("Kort", 55, 125, bold=True)
    stripes = [fill(50, y, 300, y + 20) for y in (80, 140, 180)]
    found = page(*name, *row(153, {55: "Alfa", 155: "Ja"}), *row(193, {55: "Beta", 155: "Nej"}))
    sheet = Sheet(found, found.words)
    sheet.fills = stripes

    ((_, box, _),) = find_stacks(sheet, lines_of(found.words, 1), known)

    assert box[1] == 140
