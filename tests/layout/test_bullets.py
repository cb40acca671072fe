"""List labels."""

import pytest
from page_building import line, lines, word

from medcom_extract.layout.bullets import take_bullets, take_numbers
from medcom_extract.layout.lines import Line
from medcom_extract.layout.paragraphs import paragraphs_of
from medcom_extract.layout.pitch import Pitch

PITCH = Pitch({10: 1.2})


def labels(*runs: list[Line]) -> list[str | None]:
    take_numbers(list(runs))
    return [line.bullet for run in runs for line in run]


def test_numbers_that_count_on_from_cell_to_cell_are_list_labels() -> None:
    first, second = lines("1. Testen er slut", "2. Alle er med"), lines("3. 6 ud af 9 er klar")

    assert labels(first, second) == ["1.", "2.", "3."]
    assert second[0].text == "6 ud af 9 er klar"


@pytest.mark.parametrize(
    "texts",
    [
        ("1. Testen er slut", "2. Alle er med"),  # too few
        ("8. juli er testen", "9. juli er den slut", "10. juli er alle med"),
        ("7. Testen", "19. Alle", "45. Ingen"),
    ],
)
def test_numbers_that_do_not_count_stay_in_the_text(texts: tuple[str, ...]) -> None:
    assert labels(lines(*texts)) == [None] * len(texts)


def test_bold_numbers_are_those_of_headings() -> None:
    assert labels(lines("1. Alfa", "2. Beta", "3. Gamma", bold=True)) == [None] * 3


def test_a_number_without_a_space_is_cut_from_its_word() -> None:
    found = lines("9. Testen", "10.Alle er med", "11.Ingen", x=50)
    hanging = line("siden maj", x=66, y=148)

    assert labels([*found, hanging]) == ["9.", "10.", "11.", None]
    assert [one.text for one in found] == ["Testen", "Alle er med", "Ingen"]
    assert found[1].x0 == 66


def test_a_number_that_touches_a_text_beginning_with_a_figure_is_cut_off_too() -> None:
    first = [*lines("1.Testen er slut", "2.83 kommuner er", x=50), line("med", x=66, y=124)]
    second = lines("1.Alle er med", "2.Ingen mangler", x=50)

    assert labels(first, second) == ["1.", "2.", None, "1.", "2."]
    assert first[1].text == "83 kommuner er"


@pytest.mark.parametrize(
    ("texts", "x"),
    [
        (("1.Testen er slut", "1.83 mio. kr. er brugt"), 66),  # where the lines of items hang
        (("1.Testen er slut", "1.83 mio. kr. er brugt", "og flere følger"), 50),  # nothing hangs
        (("1. Testen er slut", "1.83 mio. kr. er brugt"), 50),  # labels stand apart from texts
        (("1.Testen er slut", "4.83 mio. kr. er brugt"), 50),  # does not count on
    ],
)
def test_a_figure_with_a_point_stays_whole(texts: tuple[str, ...], x: float) -> None:
    space = " " if texts[0][2] == " " else ""
    known = lines(f"1.{space}Alle er med", f"2.{space}Ingen mangler", x=50)
    first = line(texts[0], x=50)

    assert labels(known, [first, *lines(*texts[1:], x=x, y=112)])[3] is None


def test_lines_below_a_broad_number_may_begin_left_of_the_text() -> None:
    item = Line([word("10.", 50, 100), *line("leverancen er blevet udskudt", x=90).words], 1)
    item.take_label("10.")

    below = [paragraphs_of([item, line("til maj", x=x, y=112)], 235, PITCH) for x in (62, 50)]

    assert [len(found) for found in below] == [1, 2]


def test_a_label_alone_on_its_line_belongs_to_the_line_below() -> None:
    found = [
        line("- Testen er slut", y=100), line("-", y=112), line("Informationssikkerheden", y=124)
    ]  # fmt: skip

    take_bullets(found, [])

    assert [(one.bullet, one.text) for one in found] == [
        ("-", "Testen er slut"),
        ("-", "Informationssikkerheden"),
    ]


def test_a_sign_alone_that_begins_no_other_line_stays() -> None:
    found = [line("Testen er slut", y=100), line("-", y=112), line("Alle er med", y=124)]

    take_bullets(found, [])

    assert len(found) == 3


@pytest.mark.parametrize(
    ("bold", "labels"),
    [((True, True), [None, None]), ((True, False), [None, "–"])],
    ids=["within a bold name", "below a bold label"],
)
def test_a_dash_in_the_look_of_the_line_above_goes_on_with_it(
    bold: tuple[bool, bool], labels: list[str | None]
) -> None:
    found = [
        line("Korrespondance", 50, 100, bold=bold[0]),
        line("– sanering af emneord", 50, 112, bold=bold[1]),
    ]

    take_bullets(found, [])

    assert [one.bullet for one in found] == labels
