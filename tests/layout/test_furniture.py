"""Running headers, footers and page numbers."""

from typing import Any

import pytest
from page_building import lattice, page, words

from medcom_extract.layout.furniture import furniture_of, margin_words
from medcom_extract.layout.grid import find_grids
from medcom_extract.layout.lines import lines_of
from medcom_extract.layout.page import Page, Word

BODY = [("Pilot i drift fra maj", 300.0), ("Testen trak ud", 312.0)]
NAMES = ("første", "anden", "tredje", "fjerde", "femte", "sjette")


def pages(*lines_of_each: list[tuple[str, float]]) -> list[Page]:
    return [
        page(*[word for text, y in [*found, *BODY] for word in words(text, 50, y)], number=number)
        for number, found in enumerate(lines_of_each, start=1)
    ]


def apart(found: list[Page], columns: frozenset[str] = frozenset()) -> list[list[str]]:
    """The texts that are taken for furniture, page by page."""
    margins = [lines_of(margin_words(one), one.number) for one in found]
    grids = [find_grids(one.rules) for one in found]
    taken = furniture_of(found, margins, grids, columns)
    return [[line.text for line in each if id(line) in taken] for each in margins]


def test_a_line_at_the_same_height_of_each_page_is_a_running_header() -> None:
    found = pages(*[[("Statusrapport", 40.0), (f"Kapitel {name}", 110.0)] for name in NAMES])

    assert apart(found) == [["Statusrapport"]] * 6


@pytest.mark.parametrize(
    ("heights", "expected"),
    [((40, 43), 1), ((40, 60), 0)],
    ids=["a little shifted", "elsewhere"],
)
def test_a_running_line_keeps_its_height(heights: tuple[float, float], expected: int) -> None:
    found = pages(*[[("Statusrapport", y)] for y in heights])

    assert [len(each) for each in apart(found)] == [expected, expected]


def test_a_line_of_the_body_that_comes_again_elsewhere_or_cut_is_no_footer() -> None:
    ends = [("Testen er slut", 726.0), ("er begyndt.", 750.0)]
    whole, cut = "Visningen er afprøvet af 6 læger", "Visningen er afprøvet af 6 hjemme-"
    same = [pages([*ends, (text, 738.0)], [*ends[1:], (text, 738.0)]) for text in (whole, cut)]
    moved = pages([*ends, (whole, 738.0)], ends[1:])
    moved[1].words += words(whole, 240, 738)

    assert [apart(found) for found in same] == [[[whole, ends[1][0]]] * 2, [[ends[1][0]]] * 2]
    assert apart(moved) == [[ends[1][0]]] * 2


def test_a_label_amid_the_body_that_comes_again_on_all_of_few_pages_is_no_footer() -> None:
    foot = [("Testen er slut", 726.0), ("Næste skridt", 742.0)]

    assert apart(pages(*[[*foot, (f"{name} hold", 758.0)] for name in NAMES[:2]])) == [[], []]


def test_a_label_apart_from_the_text_above_it_but_close_to_that_below_is_no_footer() -> None:
    foot = [("Testen er slut", 720.0), ("Næste skridt", 744.0)]

    assert apart(pages(*[[*foot, (f"{name} hold", 758.0)] for name in NAMES[:2]])) == [[], []]


def test_page_numbers_differ_in_their_digits_alone() -> None:
    found = pages(*[[(f"Version 1.2, blad {n}", 800.0)] for n in (4, 5, 6)])

    assert [len(each) for each in apart(found)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "y", "number"),
    [
        ("Side 1 af 9", 800.0, True),
        ("Side 1", 40.0, True),
        ("MedCom14, status, side 1/9", 800.0, True),
        ("1", 800.0, True),
        ("- 1 -", 800.0, True),
        ("1", 740.0, False),  # not at the foot
        ("7", 800.0, False),  # not the page's own
        ("Side 1", 400.0, False),  # in the body
        ("1 af projekterne", 800.0, False),
    ],
)
def test_a_page_number_is_told_where_it_stands_once(text: str, y: float, number: bool) -> None:
    assert apart(pages([(text, y)])) == [[text] if number else []]


def test_a_sentence_of_the_body_may_end_like_a_page_number() -> None:
    found = pages([("Testen er slut, og resten", 768.0), ("kan læses i bilaget side 4", 780.0)])

    assert apart(found) == [[]]


def test_a_label_close_to_the_text_above_it_is_no_footer_though_it_comes_again() -> None:
    label, above = ("Risici", 780.0), ("Ingen leverandører endnu", 768.0)
    other = [("Alle leverandører endnu", 500.0)]

    found = pages([above, label], other, [("Testen trak ud", 768.0), label], other, other)

    assert apart(found) == [[]] * 5


def test_a_footer_that_stands_apart_may_miss_on_most_pages() -> None:
    footer, none = [("Fortroligt", 800.0)], [("Alle leverandører endnu", 500.0)]

    assert apart(pages(footer, none, footer, none, none)) == [
        ["Fortroligt"],
        [],
        ["Fortroligt"],
        [],
        [],
    ]


def header_pages() -> list[Page]:
    return pages(*[[("Projekt Risici", 60.0)] for _ in range(3)])


def test_the_header_row_of_a_table_that_reaches_into_the_page_is_no_furniture() -> None:
    found = header_pages()
    for one in found:
        one.rules = lattice([45, 200, 400], [45, 65, 600])

    assert apart(found) == [[], [], []]


def test_the_letterhead_in_a_small_grid_is_furniture() -> None:
    found = header_pages()
    for one in found:
        one.rules = lattice([45, 82, 400], [45, 65])

    assert apart(found) == [["Projekt Risici"]] * 3


def test_a_line_of_known_column_headers_is_no_furniture() -> None:
    def headed(number: int) -> Page:
        heads: list[Word] = [*words("Projekt", 50, 60), *words("Risici", 200, 60)]
        return page(*heads, *words(NAMES[number], 50, 300), number=number)

    found = [headed(1), headed(2)]

    assert apart(found, frozenset({"projekt", "risici"})) == [[], []]
    assert apart(found) == [["Projekt Risici"]] * 2


def chapters(size: float = 8, names: str = "AAABBB") -> list[Page]:
    """Pages that each say the chapter at the top."""
    found = [
        page(*words(f"Kapitel {name}", 50, 40, size=size), number=number)
        for number, name in enumerate(names, start=1)
    ]
    for one in found:
        one.words += [word for text, y in BODY for word in words(text, 50, y)]
        one.words += words("Testen er slut", 50, 800)
    return found


@pytest.mark.parametrize(
    ("found", "running"),
    [(chapters(names="AABBCCDD"), True), (chapters(names="ABCDABCDABCD"), False),
     (chapters(names="ABCDEFGH"), False), (chapters(14, names="AABBCCDD"), False)],
    ids=["chapters", "by turns", "all others", "large"],
)  # fmt: skip
def test_a_running_head_may_change_with_the_chapter(found: list[Page], running: bool) -> None:
    assert all(any("Kapitel" in text for text in each) for each in apart(found)) is running


@pytest.mark.parametrize(
    ("size", "running"), [(8, True), (10, False)], ids=["in small letters", "in the body's look"]
)
def test_one_half_of_a_running_head_may_change_with_each_page(size: float, running: bool) -> None:
    heads = ["Deling", "Borgerne", "Drift", "Økonomi"]
    found = pages(*[[("Testen er slut og godkendt", 120.0)] for _ in heads])
    for one, head in zip(found, heads, strict=True):
        one.words += [*words(head, 50, 34, size=size), *words("Status 2026", 400, 34, size=size)]

    wanted = [[f"{head} Status 2026"] if running else [] for head in heads]
    assert apart(found) == wanted


LABEL = "Næste skridt"


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ({"bold": True}, []),
        ({}, [LABEL]),  # a plain line at the edge is a running head
        ({"bold": True, "size": 9}, [LABEL]),  # the one amid the page looks otherwise
    ],
)
def test_a_bold_label_amid_pages_is_no_furniture_though_it_begins_some(
    looks: dict[str, Any], expected: list[str]
) -> None:
    found = pages(*[[(f"Kapitel {name}", 60.0)] for name in NAMES])
    for one in found:
        one.words += words(LABEL, 50, 90, **looks)
        one.words += words(LABEL, 50, 400, bold=True)

    assert apart(found) == [expected] * 6


def test_a_bold_running_head_stands_at_the_edge_alone() -> None:
    found = pages(*[[] for _ in NAMES])
    for one in found:
        one.words += words(LABEL, 50, 40, bold=True)
    found[0].words += words(LABEL, 50, 400, bold=True)

    assert apart(found) == [[LABEL]] * 6
