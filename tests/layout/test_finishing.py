"""Drafts to the neutral document: runs, marks, places, hyphens."""

from collections import Counter
from typing import Any

import pytest
from page_building import line, picture, ruled_table, word, words

from medcom_extract.document import Mark, Paragraph, Picture, Run, Table
from medcom_extract.layout.drafts import DraftPicture
from medcom_extract.layout.finishing import Finisher
from medcom_extract.layout.hyphens import HyphenHabit
from medcom_extract.layout.lines import Line
from medcom_extract.layout.paragraphs import Draft

SILENT = HyphenHabit()
TELLING = HyphenHabit(apart=False, within=True)
LINK = "https://example.org/projekter/alfa-og-beta"


def paragraph(*found: Line, finisher: Finisher | None = None) -> Paragraph:
    return (finisher or Finisher(SILENT)).paragraph(Draft(list(found), 300))


def text(above: str, below: str, finisher: Finisher | None = None, **look: Any) -> str:
    found = [line(above, **look), line(below, y=112, **look)]
    return paragraph(*found, finisher=finisher).text


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("Pilot i", "drift", "Pilot i drift"),
        ("Alle leve-", "randører", "Alle leverandører"),
        ("Alle EOJ-", "leverandører", "Alle EOJ-leverandører"),
        ("Alle EOJ-", "og LPS-leverandører", "Alle EOJ- og LPS-leverandører"),
        ("Alfa -", "men kun her", "Alfa - men kun her"),
        ("Se https://example.org/projekter/", "alfa", "Se https://example.org/projekter/alfa"),
        ("Se https://example.org/projekter", "alfa", "Se https://example.org/projekter alfa"),
        ("Se https://example.org/", "Alfa", "Se https://example.org/ Alfa"),
        ("Til januar/", "februar", "Til januar/februar"),
    ],
)
def test_lines_are_joined_as_the_author_wrote_them(above: str, below: str, expected: str) -> None:
    assert text(above, below) == expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("example.org/projek-", "ter/alfa-og-beta", "example.org/projekter/alfa-og-beta"),
        ("example.org/projekter/alfa-", "og-beta", "example.org/projekter/alfa-og-beta"),
        ("example.org/projekter/", "alfa", "example.org/projekter/alfa"),
        ("Læs om projek-", "terne", "Læs om projekterne"),
        ("Læs om", "dem", "Læs om dem"),
    ],
)
def test_a_links_target_tells_how_its_words_are_written(
    above: str, below: str, expected: str
) -> None:
    assert text(above, below, href=LINK) == expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        # 49 letters of 5 points fill the 250 points of the line.
        ("https://example.org/vejledninger/implement/og-stan", "darder/ nu",
         "https://example.org/vejledninger/implement/og-standarder/ nu"),
        ("https://example.org/vejledninger/implement/og-stan", "regioner nu",
         "https://example.org/vejledninger/implement/og-stan regioner nu"),
        ("Se https://example.org/nye", "-standarder/ nu",
         "Se https://example.org/nye-standarder/ nu"),
        ("Se https://example.org/nye", "kommuner/regioner",
         "Se https://example.org/nye kommuner/regioner"),
        ("Se https://example.org/nye,", "-standarder/ nu",
         "Se https://example.org/nye, -standarder/ nu"),
    ],
)  # fmt: skip
def test_an_address_that_the_line_cuts_is_made_whole(above: str, below: str, expected: str) -> None:
    assert text(above, below) == expected


def broken(apart: bool, before: str = "data-", after: str = "deling") -> list[Line]:
    return [Line([word(before, hyphen_apart=apart)], 1), line(after, y=112)]


def test_the_files_own_signal_decides_where_the_words_do_not() -> None:
    finisher = Finisher(TELLING)

    assert paragraph(*broken(True), finisher=finisher).text == "datadeling"
    assert paragraph(*broken(False), finisher=finisher).text == "data-deling"
    assert finisher.warnings == []


def test_a_hyphen_kept_against_the_files_signal_is_told() -> None:
    finisher = Finisher(TELLING)

    found = paragraph(*broken(True, "EOJ-", "leverandør"), finisher=finisher)

    assert found.text == "EOJ-leverandør"
    assert [warning.code for warning in finisher.warnings] == ["hyphen-uncertain"]
    assert finisher.warnings[0].locations == found.locations


def test_the_same_word_elsewhere_tells_how_it_is_written() -> None:
    finisher = Finisher(SILENT, Counter({"data-deling"}))

    assert text("data-", "deling", finisher) == "data-deling"


def test_where_the_program_sets_its_own_hyphens_a_plain_one_stays() -> None:
    assert text("data-", "deling", Finisher(SILENT, sets_own=True)) == "data-deling"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("Henvisni", "ng til læger", "Henvisning til læger"),
        ("Henvisninger", "til læger", "Henvisninger til læger"),
        ("Henvisninger", "Alfa", "Henvisninger Alfa"),
        ("Kommunal", "kommende", "Kommunal kommende"),
        ("Styrelsens", "behandling", "Styrelsens behandling"),
        ("Systemforva", "ltning", "Systemforvaltning"),
        ("(Systemforva", "ltning)", "(Systemforvaltning)"),
        ("Kommun", "er", "Kommuner"),  # the whole word stands elsewhere
        ("Venter", "be- handlet", "Venter be- handlet"),
        ("Henvi", "ng til læger", "Henvi ng til læger"),  # there was room for more letters
    ],
)
def test_a_word_wider_than_its_cell_is_made_whole(above: str, below: str, expected: str) -> None:
    found = [line(above), line(below, y=112)]
    limit = 50 + 5 * (5 + len(above) if above == "Henvi" else len(above)) + 1.0
    known = Counter(["kommuner"])

    made = Finisher(SILENT, known).paragraph(Draft(found, limit))

    assert made.text == expected


def test_a_hyphen_stays_where_the_program_breaks_no_words() -> None:
    assert text("data-", "deling", Finisher(SILENT, hyphenates=False)) == "data-deling"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [("foræl-", "dede", "forældede"), ("for-", "skelligt", "forskelligt")],
    ids=["no words", "two words, but one in the dictionary"],
)
def test_a_hyphen_within_what_is_surely_one_word_goes_even_there(
    above: str, below: str, whole: str
) -> None:
    assert text(above, below, Finisher(SILENT, hyphenates=False)) == whole


def test_a_whole_word_that_fills_its_line_stays_apart_where_the_program_cuts_none() -> None:
    found = [line("Standard", x=50), line("en er klar", y=112)]
    whole, cut = (
        Finisher(HyphenHabit(cuts_words=cuts)).paragraph(Draft(found, 91)) for cuts in (False, True)
    )

    assert (whole.text, cut.text) == ("Standard en er klar", "Standarden er klar")


def test_words_that_look_alike_are_one_run() -> None:
    found = [*words("Alfa er"), word("slut", 92, bold=True), word("nu", 115, bold=True)]

    assert paragraph(Line(found, 1)).runs == (
        Run("Alfa er", size=10), Run(" slut nu", bold=True, size=10),
    )  # fmt: skip


@pytest.mark.parametrize(
    "look",
    [
        {"italic": True}, {"underline": True}, {"color": "#ff0000"}, {"font": "Arial"},
        {"href": LINK}, {"size": 9.0},
    ],
)  # fmt: skip
def test_each_difference_of_look_begins_a_run(look: dict[str, Any]) -> None:
    assert len(paragraph(Line([word("Alfa"), word("slut", 80, **look)], 1)).runs) == 2


def test_a_word_broken_where_its_look_changes_loses_its_hyphen() -> None:
    found = [Line([word("leve-", bold=True)], 1), line("randør", y=112)]

    assert paragraph(*found).runs == (Run("leve", bold=True, size=10), Run("randør", size=10))


def test_a_paragraph_has_a_box_on_each_page_it_stands_on() -> None:
    found = [line("Alfa er", y=790), line("slut", y=802), line("nu", y=50, number=2)]

    assert [(place.page, place.bbox) for place in paragraph(*found).locations] == [
        (1, (50, 782.5, 82.5, 804.5)), (2, (50, 42.5, 60, 52.5)),
    ]  # fmt: skip


def test_a_list_label_and_marks_go_with_the_paragraph() -> None:
    one = line("1. Alfa er slut")
    one.take_label("1.")
    draft = Draft([one], 300, [picture(20, 92)])

    found = Finisher(SILENT).paragraph(draft)

    assert (found.bullet, found.text) == ("1.", "Alfa er slut")
    assert [(mark.kind, mark.width, mark.height) for mark in found.marks] == [("image", 14, 14)]


def test_a_picture_stands_where_it_was_drawn() -> None:
    (block,) = Finisher(SILENT).blocks([DraftPicture(picture(50, 100, 200, 150), 3)])

    assert isinstance(block, Picture)
    assert [(place.page, place.bbox) for place in block.locations] == [(3, (50, 100, 250, 250))]


def test_a_cell_keeps_its_words_its_marks_and_its_largest_shading() -> None:
    draft = ruled_table([50, 150, 250], [100, 130, 160], [["Alfa", "Nej"]])
    cell = draft.rows[0][0]
    cell.art = [picture(100, 105)]
    cell.shading = [("#eeeeee", 0.6), ("#00b050", 1.0)]

    (block,) = Finisher(SILENT).blocks([draft])

    assert isinstance(block, Table)
    assert (block.columns, block.rows[0][0].text) == (2, "Alfa")
    shade = next(mark for mark in block.rows[0][0].marks if mark.kind == "shading")
    assert [mark.kind for mark in block.rows[0][0].marks] == ["image", "shading"]
    assert isinstance(shade, Mark)
    assert shade.palette[0].color == "#00b050"


@pytest.mark.parametrize(
    "shades",
    [
        [("#eef2f7", 1.0), ("#92c800", 0.98)],
        [("#92c800", 1.0), ("#ff0000", 0.55)],
        [("#ff0000", 0.6), ("#92c800", 1.0)],
    ],
)
def test_the_shade_painted_last_shows_where_it_fills_the_cell(
    shades: list[tuple[str, float]],
) -> None:
    draft = ruled_table([50, 150, 250], [100, 130, 160], [["Alfa", ""]])
    draft.rows[0][1].shading = shades

    (block,) = Finisher(SILENT).blocks([draft])

    assert isinstance(block, Table)
    (mark,) = block.rows[0][1].marks
    assert isinstance(mark, Mark)
    assert mark.palette[0].color == "#92c800"


def test_furniture_is_a_paragraph_of_its_own() -> None:
    assert Finisher(SILENT).furniture(line("Side 1 af 9")).text == "Side 1 af 9"


def test_a_word_that_no_line_holds_may_begin_on_the_line_above() -> None:
    found = [line("Alle forebyg"), line("gelsestilbud", y=112)]
    narrow, wide = (
        Finisher(SILENT).paragraph(Draft(found, limit)).text for limit in (found[0].x1 + 1, 200)
    )

    assert (narrow, wide) == ("Alle forebyggelsestilbud", "Alle forebyg gelsestilbud")


def test_two_foreign_words_that_no_line_holds_together_stay_two() -> None:
    found = [line("Referral quality"), line("dashboard", y=112)]

    made = Finisher(SILENT).paragraph(Draft(found, found[0].x1 + 1))

    assert made.text == "Referral quality dashboard"


def test_the_part_behind_a_hyphen_may_be_cut() -> None:
    found = [line("Alfa-migreri"), line("ng", y=112)]

    assert Finisher(SILENT).paragraph(Draft(found, found[0].x1 + 1)).text == "Alfa-migrering"
