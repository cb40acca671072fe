"""Header rows of tables without lines."""

from typing import Any

import pytest
from page_building import line, row, word, words

from medcom_extract.layout.headers import find_headers, segments
from medcom_extract.layout.lines import Line, lines_of
from medcom_extract.layout.page import Word

PHRASES = frozenset({"projekt", "status", "risici", "næste skridt", "leverandører"})


def headers(found: list[Word], phrases: frozenset[str] = PHRASES) -> list[list[str]]:
    """The texts of the cells of each header."""
    return [[c.text for c in head.cells] for head in find_headers(lines_of(found, 1), phrases)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({50: "Projekt", 150: "Status", 250: "Risici"}, True),
        ({50: "Projekt:", 150: "STATUS"}, True),
        ({50: "Projekt", 150: "Næste skridt"}, True),
        # Half of the cells are known, or fewer.
        ({50: "Projekt", 150: "Status", 250: "Bemærkning", 350: "Frist"}, True),
        ({50: "Projekt", 150: "Status", 250: "Nr.", 300: "Frist", 350: "Hvem"}, False),
        # One known word heads no table.
        ({50: "Projekt", 150: "Bemærkning"}, False),
        # Labels side by side on a page in two columns of text.
        ({50: "Risici", 300: "Risici"}, False),
        # Words of a sentence stand close together.
        ({50: "Projekt Status Risici"}, False),
        # A cell as long as a sentence is none of a header.
        ({50: "Projekt", 150: "Status", 250: "Risici " + "og alt det der fulgte " * 4}, False),
    ],
)
def test_known_words_side_by_side_head_a_table(cells: dict[float, str], expected: bool) -> None:
    assert headers(row(100, cells)) == ([list(map(str.strip, cells.values()))] if expected else [])


def test_labels_that_stand_alone_above_in_both_columns_of_text_head_no_table() -> None:
    both = row(100, {50: "Risici", 300: "Status"})
    left, right = words("Næste skridt", 50, 60), words("Leverandører", 300, 75)

    assert headers(both) == [["Risici", "Status"]]
    assert headers([*left, *both]) == [["Risici", "Status"]]
    assert headers([*left, *right, *both]) == []


def test_a_header_may_take_three_lines_and_break_words() -> None:
    found = [
        *row(100, {50: "Projekt", 150: "Næste", 250: "Leve-"}),
        *row(112, {150: "skridt", 250: "randø-"}),
        *row(124, {250: "rer"}),
    ]

    assert headers(found) == [["Projekt", "Næste skridt", "Leve- randø- rer"]]


def test_a_second_line_that_would_head_columns_itself_is_no_row_below() -> None:
    found = [
        *row(100, {50: "Projekt", 150: "Næste", 250: "Status", 350: "Samlede"}),
        *row(112, {150: "skridt", 250: "leverandører", 350: "risici"}),
        *row(130, {50: "Alfa", 150: "Test", 250: "Grøn", 350: "Nej"}),
    ]

    assert headers(found) == [["Projekt", "Næste skridt", "Status leverandører", "Samlede risici"]]


def test_the_end_of_a_known_header_is_no_row_below_where_its_beginning_is_known_too() -> None:
    found = [
        *row(100, {50: "Projekt", 150: "Status", 250: "Risici"}),
        *row(112, {150: "nu"}),
        *row(130, {50: "Alfa", 150: "Grøn", 250: "Nej"}),
    ]

    assert headers(found, PHRASES | {"status nu"}) == [["Projekt", "Status nu", "Risici"]]
    assert headers(found) == [["Projekt", "Status", "Risici"]]


def test_lines_further_below_are_not_part_of_the_header() -> None:
    found = [*row(100, {50: "Projekt", 150: "Næste"}), *row(130, {50: "Alfa", 150: "skridt"})]

    assert headers(found) == []


def test_narrow_gutters_are_tried_where_wide_ones_tell_too_little() -> None:
    assert headers(row(100, {50: "Projekt", 91: "Status", 127: "Risici"})) == [
        ["Projekt", "Status", "Risici"]
    ]


def test_headers_come_from_top_to_bottom_with_what_tells_them_apart() -> None:
    cells = {50.0: "Projekt", 150.0: "Status"}
    found = lines_of([*row(100, cells), *words("Alfa", 50, 130), *row(300, cells)], 1)

    high, low = find_headers(found, PHRASES)

    assert (high.lines, low.lines) == ([found[0]], [found[2]])
    assert high.signature == low.signature
    assert (high.bottom, high.cells[1].x0, high.cells[1].x1) == (102.5, 150, 180)


def test_the_same_words_elsewhere_across_the_page_are_another_header() -> None:
    high, low = (
        find_headers(lines_of(row(100, {50: "Projekt", x: "Status"}), 1), PHRASES)[0]
        for x in (150, 190)
    )

    assert high.signature != low.signature


def test_nothing_is_a_header_where_no_words_are_known() -> None:
    assert find_headers([line("Projekt Status")], frozenset()) == []


@pytest.mark.parametrize(
    ("space", "expected"), [(0.9, ["Ny løsning", "i drift"]), (1.5, ["Ny løsning i drift"])]
)
def test_segments_are_parted_by_wide_spaces(space: float, expected: list[str]) -> None:
    one = Line([*words("Ny løsning", 50), *words("i drift", 109.5)], 1)

    assert [" ".join(w.text for w in group) for group in segments(one, space)] == expected


class Patterns(frozenset[str]):
    """Known headers that stand for more wordings than they list."""

    def knows(self, text: str) -> bool:
        return text in self or text.endswith("lige nu")


def test_a_bold_row_of_rare_wordings_heads_a_table() -> None:
    cells = {50.0: "Risici lige nu", 200.0: "Nået lige nu", 350.0: "Mål lige nu"}
    rare = Patterns({"projekt", "status"})

    bold, plain = (lines_of(row(100, cells, bold=bold), 1) for bold in (True, False))

    assert [len(find_headers(found, rare)) for found in (bold, plain)] == [1, 0]


@pytest.mark.parametrize(
    ("first", "expected"), [({}, 0), ({"bold": True}, 1), ({"bold": True, "text": "Projektet."}, 0)]
)
def test_a_label_beside_the_last_word_of_a_text_is_no_header(
    first: dict[str, Any], expected: int
) -> None:
    look = {"text": "Projekt", "bold": False, **first}
    found = [word(look["text"], 50, 100, bold=look["bold"]), word("Risici", 200, 100, bold=True)]

    known = PHRASES | {"projektet"}
    assert len(find_headers(lines_of(found, 1), known)) == expected


@pytest.mark.parametrize(
    ("below", "name"), [("Kommende", "Milepæle"), ("kommende", "Milepæle kommende")]
)
def test_a_label_below_a_whole_name_is_no_second_line_of_it(below: str, name: str) -> None:
    phrases = PHRASES | {"milepæle", "milepæle kommende"}
    cells = row(100, {50: "Projekt", 150: "Risici", 250: "Milepæle"}, bold=True)

    (header,) = headers([*cells, *words(below, 250, 112, bold=True)], phrases)

    assert header == ["Projekt", "Risici", name]


def test_the_end_of_a_word_that_is_cut_belongs_to_the_header() -> None:
    found = [*row(100, {50: "Projekt", 150: "Status", 250: "Leverandør"}), word("er", 250, 112)]

    assert headers(found) == [["Projekt", "Status", "Leverandør er"]]


@pytest.mark.parametrize(
    ("bold", "second", "expected"),
    [(True, "dette kvartal", "Nået dette kvartal"), (True, "Dette kvartal", "Nået"),
     (False, "dette kvartal", "Nået")],
)  # fmt: skip
def test_a_bold_header_may_go_on_below_itself_in_lower_case(
    bold: bool, second: str, expected: str
) -> None:
    found = row(100, {50: "Projekt", 150: "Status", 250: "Nået"}, bold=bold)
    found += words(second, 250, 112, bold=bold)

    assert headers(found)[0][2] == expected
