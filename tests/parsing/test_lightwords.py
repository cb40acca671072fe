"""Lights in words, letters or other colours that only the document's own legend explains."""

from collections.abc import Sequence

import pytest
from parsing_builders import Content, disc, document, report_of, table, title

from medcom_extract.document import Paragraph, Run, Table
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.lightwords import learn_light_words
from medcom_extract.parsing.tables import judge_table
from medcom_extract.report import Report
from medcom_extract.vocabulary import load_vocabulary

BLUE, ORANGE, VERMILION = "#0072b2", "#e69f00", "#d55e00"
MEANINGS = ("Milepæle nås til tiden (grøn)", "Milepæle er rykket (gul)", "Målet er truet (rød)")
WORDS = ("Følger plan", "Forsinket", "Kritisk")


def overview(*statuses: Sequence[Content] | Content) -> Table:
    names = ("Fælles kalender", "Pakkehenvisninger", "Sårbilleder")
    rows = [(n, s, "Afprøvet i to regioner.") for n, s in zip(names, statuses, strict=False)]
    return table(("Projekt", "Status", "Bemærk især"), *rows)


def read(*legend: Content, statuses: Sequence[Sequence[Content] | Content] = WORDS) -> Report:
    return report_of(title("Projektstatus"), *legend, "Kommuner", overview(*statuses))


def lights(report: Report) -> list[str]:
    return [project.status.light for project in report.projects]


def test_a_table_explains_words_by_a_colour_in_brackets() -> None:
    report = read(table(*zip(WORDS, MEANINGS, strict=True)))

    assert lights(report) == ["green", "yellow", "red"]
    assert report.legend[0].text == "Følger plan: Milepæle nås til tiden"


def test_lines_explain_words_of_the_status_column_by_a_colour_in_brackets() -> None:
    lines = [f"{word} {meaning}" for word, meaning in zip(WORDS, MEANINGS, strict=True)]

    assert lights(read(*lines)) == ["green", "yellow", "red"]


def test_a_word_may_be_broken_over_lines_beside_its_explanation() -> None:
    lines = ["Følger", "plan", MEANINGS[0], f"Forsinket {MEANINGS[1]}", f"Kritisk {MEANINGS[2]}"]

    assert lights(read(*lines)) == ["green", "yellow", "red"]


def test_a_colour_in_brackets_behind_the_word_itself_explains_it() -> None:
    lines = ["Følger plan (grøn): alt nås", "Forsinket (gul): lidt sent", "Kritisk (rød): galt"]

    assert lights(read(*lines)) == ["green", "yellow", "red"]


def test_a_single_line_in_brackets_explains_no_word() -> None:
    report = read(f"Følger plan {MEANINGS[0]}", statuses=("Følger plan", "Gul", "Rød"))

    assert lights(report) == ["unknown", "yellow", "red"]


@pytest.mark.parametrize("letters", [("G", "Y", "R"), ("1", "2", "3")])
def test_a_colour_is_what_the_legend_beside_it_calls_it(letters: tuple[str, ...]) -> None:
    discs = [
        (letter, disc(c)) for letter, c in zip(letters, (BLUE, ORANGE, VERMILION), strict=True)
    ]
    named = ("G (grøn): efter planen", "Y (gul): opmærksomhed", "R (rød): ude af kurs")

    report = read(table(*zip(discs, named, strict=True)), statuses=discs)

    assert lights(report) == ["green", "yellow", "red"]
    assert not report.warnings[1:]
    assert [entry.color for entry in report.legend] == [BLUE, ORANGE, VERMILION]


def test_without_a_legend_blue_stays_blue() -> None:
    assert lights(read(statuses=(disc(BLUE), disc("green"), disc("red"))))[0] == "blue"


def test_lights_of_a_projects_own_in_brackets_are_no_legend() -> None:
    fields = table(("Tidsplan", "God fremdrift (grøn)"), ("Økonomi", "Presset (gul)"))
    grids, vocabulary = Grids(), load_vocabulary()

    assert judge_table(grids.of(fields), vocabulary).kind != "legend"
    assert learn_light_words(document(fields), vocabulary, grids) is vocabulary


BLACK = "#000000"
EXPLAINED = {"green": "Følger planen", "red": "Ude af kurs", BLACK: "Standset"}


@pytest.mark.parametrize("form", ["table", "lines"])
def test_black_is_a_light_where_the_legend_shows_it(form: str) -> None:
    rows = [(disc(color), text) for color, text in EXPLAINED.items()]
    lines = [Paragraph((Run(text),), marks=(mark,)) for mark, text in rows]
    legend = [table(*rows)] if form == "table" else lines

    report = read(*legend, statuses=[mark for mark, _ in rows])

    assert lights(report) == ["green", "red", "black"]
    assert [entry.light for entry in report.legend] == ["green", "red", "black"]


def test_a_black_mark_that_no_legend_shows_is_not_understood() -> None:
    assert lights(read(statuses=(disc("green"), disc("red"), disc(BLACK))))[2] == "unknown"
