"""What a PDF's producer tells about line-end hyphens."""

import pytest
from page_building import word, words

from medcom_extract.layout.hyphens import (
    HyphenHabit,
    attach_hyphens,
    credible,
    habit_of,
    level_hyphens,
)
from medcom_extract.layout.page import Word

TYPED, SET = True, False
WORD, LIBREOFFICE = "Microsoft® Word til Microsoft 365", "LibreOffice 24.2"


@pytest.mark.parametrize(
    ("producer", "creator", "apart", "within"),
    [
        (LIBREOFFICE, "Writer", SET, TYPED),
        ("OpenOffice.org 3.2", "Writer", SET, TYPED),
        (WORD, WORD, TYPED, SET),
        ("macOS Version 14 Quartz PDFContext", "Word", TYPED, SET),
        ("Skia/PDF m117", "Chromium", None, TYPED),
        ("Skia/PDF m117 Google Docs Renderer", None, TYPED, TYPED),
        ("axesPDF for Word", "Microsoft Word", None, None),
        ("Et helt andet program", None, None, None),
        (None, None, None, None),
    ],
)
def test_the_producer_tells_what_an_object_of_its_own_means(
    producer: str | None, creator: str | None, apart: bool | None, within: bool | None
) -> None:
    habit = habit_of(producer, creator)

    assert habit.typed(word("leve-", hyphen_apart=True), sets_own=False) is apart
    assert habit.typed(word("leve-", hyphen_apart=False), sets_own=False) is within


def test_an_engine_that_cannot_tell_tells_nothing() -> None:
    assert habit_of(LIBREOFFICE, None).typed(word("leve-"), sets_own=False) is None


def test_a_character_that_only_programs_write_was_set() -> None:
    found = word("leve-", hyphen_set=True, hyphen_apart=False)

    assert habit_of(LIBREOFFICE, None).typed(found, sets_own=True) is SET


def test_a_font_that_has_the_set_hyphen_within_words_tells_nothing() -> None:
    inner, end = word("it\u2010folk", font="Lato"), word("leve-", hyphen_set=True, font="Lato")
    other = word("bru-", hyphen_set=True, font="Noto")

    level_hyphens([inner, end, other])

    assert inner.text == "it-folk"
    assert [end.hyphen_set, other.hyphen_set] == [False, True]


def test_where_the_program_sets_a_character_of_its_own_a_plain_hyphen_was_typed() -> None:
    found = word("leve-", hyphen_apart=True)

    assert habit_of(LIBREOFFICE, None).typed(found, sets_own=True) is TYPED


def test_tex_never_breaks_a_word_that_has_a_hyphen_already() -> None:
    habit = habit_of("pdfTeX-1.40", None)

    assert habit.typed(word("Sygehus-kommune-"), sets_own=False) is True
    assert habit.typed(word("kommune-"), sets_own=False) is None


@pytest.mark.parametrize(
    ("producer", "cuts"),
    [("Skia/PDF m120", False), ("WeasyPrint 62", False), ("LibreOffice", True)],
)
def test_browsers_do_not_cut_words_that_are_too_wide(producer: str, cuts: bool) -> None:
    assert habit_of(producer, None).cuts_words is cuts


@pytest.mark.parametrize(
    ("gap", "rest", "expected"),
    [
        (1.2, words("jekter", 50, 112), ["alle", "pro-", "jekter"]),
        (2.5, words("jekter", 50, 112), ["alle", "pro", "-", "jekter"]),
        (1.2, words("med", 100, 100), ["alle", "pro", "-", "med"]),
    ],
    ids=["nearer than a space", "a space away", "within the line"],
)
def test_a_hyphen_at_a_line_end_that_stands_nearer_than_a_space_is_the_word_s(
    gap: float, rest: list[Word], expected: list[str]
) -> None:
    line = words("alle pro", 50, 100)

    found = attach_hyphens([*line, word("-", line[-1].x1 + gap, 100), *rest])

    assert [one.text for one in found] == expected
    assert found[1].hyphen_apart is (True if len(expected) == 3 else None)


def hyphen_ends(*pairs: tuple[str, str], apart: bool) -> list[tuple[Word, Word]]:
    return [(word(one, hyphen_apart=apart), word(other, y=112)) for one, other in pairs]


def test_a_habit_that_would_leave_words_broken_is_not_believed() -> None:
    ends = hyphen_ends(
        ("rådig-", "hed"),
        ("hospita-", "let."),
        ("kommu-", "nerne"),
        ("regio-", "nerne"),
        apart=True,
    )

    assert credible(HyphenHabit(apart=True, within=False), ends) == (HyphenHabit(), False)
    assert credible(HyphenHabit(apart=False, within=True), ends)[0].apart is False
    assert credible(HyphenHabit(), ends, sets_own=True) == (HyphenHabit(), False)


def test_hyphens_between_words_are_believed_to_be_typed() -> None:
    ends = hyphen_ends(
        ("sygehusophold-", "akut"), ("data-", "deling"), ("MedCom-", "formater"), apart=True
    )
    habit = HyphenHabit(apart=True, within=False)

    assert credible(habit, ends, sets_own=True) == (habit, True)
