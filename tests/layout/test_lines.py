"""Words to lines."""

import pytest
from page_building import flat, line, row, upright, word, words

from medcom_extract.layout.lines import lines_of, mark_underlines
from medcom_extract.layout.page import Rule, Word


def texts(found: list[Word]) -> list[str]:
    return [one.text for one in lines_of(found, 1)]


def test_words_of_one_baseline_are_a_line_from_left_to_right() -> None:
    found = [*words("Pilot i drift", y=112), *words("Risici og", y=100)]

    assert texts(found[::-1]) == ["Risici og", "Pilot i drift"]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (word("2", 76, 96, size=6), ["kvm 2"]),  # raised
        (word("2", 76, 102, size=6), ["kvm 2"]),  # lowered
        (word("Stor", 76, 102, size=18), ["kvm Stor"]),
        (word("næste", 76, 107), ["kvm", "næste"]),
    ],
)
def test_raised_lowered_and_large_letters_go_with_the_line_they_overlap(
    other: Word, expected: list[str]
) -> None:
    assert texts([*words("kvm", 50, 100), other]) == expected


def test_a_large_dot_beside_two_lines_does_not_make_them_one() -> None:
    name = [*words("Kommunale svar", y=100), *words("til borgeren", y=112)]
    dot = word("●", 140, 108, size=24)

    assert [line.text for line in lines_of([*name, dot], 1)] == ["Kommunale svar ●", "til borgeren"]
    assert [line.text for line in lines_of([dot, *words("Alfa", 170, 108)], 1)] == ["● Alfa"]


def test_turned_text_makes_a_line_of_its_own_that_covers_all_its_words() -> None:
    level = words("Projekt Status")
    turned = [word("op", 55, 300, angle=90), word("og", 55, 280, angle=90)]

    found = lines_of([*level, *turned], 1)

    assert [one.text for one in found] == ["Projekt Status", "op og"]
    assert found[1].box == (55, 272.5, 65, 302.5)


def test_turned_text_in_another_column_or_direction_is_another_line() -> None:
    found = [word("op", angle=90), word("ned", angle=270), word("ved", x=80, angle=270)]

    assert texts(found) == ["op", "ned", "ved"]


def test_a_word_whose_look_changes_in_its_middle_is_written_without_a_space() -> None:
    found = [word("Med", 50), word("Com", 65, bold=True, glued=True), word("14", 83)]

    assert texts(found) == ["MedCom 14"]


def test_a_glued_word_that_stands_apart_is_parted_after_all() -> None:
    assert texts([word("Med", 50), word("Com", 68, glued=True)]) == ["Med Com"]


def test_the_measures_of_a_line_are_those_of_its_words() -> None:
    one = lines_of([*words("Status", 50, 100), word("2", 81, 97, size=6)], 1)[0]

    assert one.box == (50, 92.5, 84, 102.5)
    assert (one.size, one.baseline) == (10, 100)


def test_a_label_is_taken_off_the_start() -> None:
    one = line("1. Pilot i drift")

    one.take_label("1.")

    assert (one.bullet, one.text, one.x0) == ("1.", "Pilot i drift", 62.5)


@pytest.mark.parametrize(
    ("looks", "expected"), [((True, True), True), ((True, False), False), ((False, False), False)]
)
def test_a_line_is_bold_where_all_its_words_are(looks: tuple[bool, ...], expected: bool) -> None:
    found = [word(f"ord{n}", 50 + 30 * n, bold=bold) for n, bold in enumerate(looks)]

    assert lines_of(found, 1)[0].bold is expected


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        (flat(101.5, 50, 80), ["Status"]),
        (flat(101.5, 50, 110), ["Status", "i", "juni"]),
        (flat(101.5, 49, 111.5), ["Status", "i", "juni"]),
        (flat(101.5, 40, 300), []),  # goes on beyond the words: a table's rule
        (flat(105, 50, 80), []),  # too far below
        (flat(97, 50, 80), []),  # strikes them out
        (upright(60, 90, 110), []),
    ],
)
def test_a_rule_right_below_words_that_ends_with_them_underlines(
    rule: Rule, marked: list[str]
) -> None:
    found = words("Status i juni")

    left = mark_underlines(found, [rule])

    assert [one.text for one in found if one.underline] == marked
    assert left == ([] if marked else [rule])


def test_an_underline_marks_the_words_above_it_alone() -> None:
    found = row(100, {50: "Status", 300: "Risici"}) + words("Pilot", y=112)

    mark_underlines(found, [flat(101, 50, 80)])

    assert [one.underline for one in found] == [True, False, False]
