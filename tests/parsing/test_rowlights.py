"""Lights that a table shows in other ways than one mark in one status column."""

from collections.abc import Callable

import pytest
from parsing_builders import Content, Given, cell, disc, heading, report_of, shading, table, title

from medcom_extract.document import Paragraph, Run, Table
from medcom_extract.report import Report

TEXT = ["**Risici**", "Bilen går i stykker.", "**Næste skridt**", "Ruten køres."]


def lights(given: Table) -> list[str]:
    return [project.status.light for project in read(given).projects]


def read(given: Table) -> Report:
    return report_of(title("Status"), heading("Udlån"), given)


def rows(header: list[Given], *marks: list[Given]) -> Table:
    names: list[Given] = ["Fælles bogkasse", "Nyt lånekort", "Åben læsesal", "Lydbøger til alle"]
    pairs = zip(names, marks, strict=False)
    return table(["Projekt", *header, "Bemærk"], *([name, *mark, TEXT] for name, mark in pairs))


def named(*colors: str) -> list[Content]:
    names = zip(["Tid", "Økonomi", "Kvalitet"], colors, strict=True)
    return [Paragraph((Run(name),), marks=(disc(color),)) for name, color in names]


def test_a_cross_in_a_column_named_by_a_colour_is_the_light() -> None:
    given = rows(["Grøn", "Gul", "Rød"], ["x", "", ""], ["", "", "x"], ["", "x", ""], ["", "", ""])
    assert lights(given) == ["green", "red", "yellow", "none"]


@pytest.mark.parametrize("title_", [["", "", ""], ["Grøn", "Gul", "Rød"]])
def test_one_of_three_narrow_columns_filled_in_is_the_light(title_: list[Given]) -> None:
    green, yellow, red = shading("green"), shading("yellow"), shading("red")
    given = rows(title_, [green, "", ""], ["", yellow, ""], ["", "", red], [green, "", ""])
    assert lights(given) == ["green", "yellow", "red", "green"]


def test_figures_under_colours_are_no_lights() -> None:
    given = rows(["Grøn", "Gul", "Rød"], ["4", "2", "1"], ["3", "3", "0"])
    assert lights(given) == ["none", "none"]


def test_a_row_with_no_colour_marked_shows_none_and_its_details_stay() -> None:
    given = rows(["Grøn", "Rød", "Nr."], ["x", "", "7"], ["", "", "8"])
    report = read(given)
    assert [p.status.light for p in report.projects] == ["green", "none"]
    assert [p.details for p in report.projects] == [{"Nr.": "7"}, {"Nr.": "8"}]


def test_named_lights_in_one_cell_are_aspects() -> None:
    given = rows(
        ["Samlet status", "Delstatus"],
        [disc("green"), named("green", "red", "yellow")],
        [disc("red"), named("red", "red", "red")],
    )
    first, second = read(given).projects
    assert [(a.name, a.light) for a in first.aspects] == [
        ("Tid", "green"), ("Økonomi", "red"), ("Kvalitet", "yellow"),
    ]  # fmt: skip
    assert (first.status.light, second.status.light) == ("green", "red")


GREY = "#a6a6a6"


def ground(color: str) -> Paragraph:
    """A paragraph without words on a ground of its own, as Word shades one."""
    return Paragraph((Run("\xa0"),), marks=(shading(color),))


@pytest.mark.parametrize("make", [ground, shading])
def test_a_grey_ground_is_a_light_where_others_are_grounds(make: Callable[[str], Content]) -> None:
    marks: list[list[Given]] = [[make(color)] for color in ("green", GREY, "red", "#ffffff")]
    given = rows(["Status"], *marks)
    assert lights(given) == ["green", "grey", "red", "none"]


def test_a_grey_ground_is_no_light_among_discs_or_across_a_row() -> None:
    among = rows(["Status"], [disc("green")], [shading(GREY)], [disc("red")])
    row = [cell(text, shading(GREY)) for text in ("Nyt lånekort", "", "Bilen går i stykker.")]
    striped = table(
        ["Projekt", "Status", "Bemærk"], ["Bogkasse", shading("green"), TEXT], row,
        ["Læsesal", shading("red"), TEXT],
    )  # fmt: skip

    assert lights(among) == ["green", "none", "red"]
    assert lights(striped) == ["green", "none", "red"]


def test_a_legend_may_explain_a_grey_ground_and_a_word_that_is_a_label_elsewhere() -> None:
    meanings = {
        "green": "Kører",
        "red": "Kræver indgriben",
        GREY: "Afventer",
        "#2f75b5": "Afsluttet",
    }
    entries: list[list[Given]] = [[ground(color), text] for color, text in meanings.items()]
    legend = table(*entries)

    report = report_of(title("Status"), legend, heading("Udlån"), rows(["Status"], [disc("green")]))

    assert {entry.light: entry.text for entry in report.legend} == {
        "green": "Kører", "red": "Kræver indgriben", "grey": "Afventer", "blue": "Afsluttet",
    }  # fmt: skip
