"""Cards: all of a project in a few rows under its name."""

import pytest
from parsing_builders import (
    Content,
    Given,
    cell,
    disc,
    facts,
    heading,
    para,
    report_of,
    shading,
    table,
    title,
)

from medcom_extract.document import Block, Cell
from medcom_extract.report import Report

GROUND = shading("#dbe5f1")


def name(text: str) -> Cell:
    return cell(para(text, bold=True), GROUND, column_span=2)


def card(text: str, light: Given, item: str) -> list[list[Given]]:
    return [
        [name(text), None, light],
        ["Risici", cell(f"{item} mangler.", column_span=2), None],
        ["Resultater siden sidst", cell(f"{item} er bestilt.", column_span=2), None],
        ["Næste skridt", cell(f"{item} leveres.", column_span=2), None],
    ]


def lit(color: str) -> Cell:
    return cell(disc(color), GROUND)


def cards(*blocks: Block) -> Report:
    return report_of(title("Status for kartoteker"), *blocks)


def names(report: Report) -> list[list[str]]:
    return [[p.name for p in section.projects] for section in report.sections]


def test_a_later_row_like_the_first_title_row_opens_the_next_project() -> None:
    report = cards(table(
        *card("Bogkartotek", lit("green"), "Skabet"), *card("Kortarkiv", lit("red"), "Skuffen")
    ))  # fmt: skip
    assert names(report) == [["Bogkartotek", "Kortarkiv"]]
    assert facts(report.projects[1]) == {
        "light": "red", "risks": ["Skuffen mangler."], "achieved": ["Skuffen er bestilt."],
        "upcoming": ["Skuffen leveres."], "remarks": [],
    }  # fmt: skip


@pytest.mark.parametrize("light", [cell(GROUND), cell("Status:", GROUND)])
def test_a_card_without_a_light_is_told_by_the_shape_of_the_others(light: Cell) -> None:
    report = cards(table(
        *card("Bogkartotek", lit("green"), "Skabet"), *card("Kortarkiv", light, "Skuffen")
    ))  # fmt: skip
    assert names(report) == [["Bogkartotek", "Kortarkiv"]]
    assert facts(report.projects[1])["light"] == "none"
    assert report.projects[1].status.text is None


def test_a_card_without_a_light_in_a_table_of_its_own_is_a_project() -> None:
    report = cards(
        table(*card("Bogkartotek", cell("Status:", disc("green"), GROUND), "Skabet")),
        table(*card("Kortarkiv", cell("Status:", GROUND), "Skuffen")),
    )
    assert names(report) == [["Bogkartotek", "Kortarkiv"]]
    assert facts(report.projects[1])["risks"] == ["Skuffen mangler."]


def test_a_full_width_row_above_a_card_is_a_section() -> None:
    def section(text: str) -> list[Given]:
        return [cell(para(text, bold=True, size=14.0), column_span=3), None, None]

    report = cards(table(
        section("Nord"), *card("Bogkartotek", lit("green"), "Skabet"),
        section("Syd"), *card("Kortarkiv", lit("red"), "Skuffen"),
    ))  # fmt: skip
    assert [section.name for section in report.sections] == ["Nord", "Syd"]
    assert names(report) == [["Bogkartotek"], ["Kortarkiv"]]


def stacked(text: str, item: str) -> list[Content]:
    return [
        para(text, bold=True, size=12.0), para("Risici", bold=True), f"{item} mangler.",
        para("Næste skridt", bold=True), f"{item} leveres.",
    ]  # fmt: skip


@pytest.mark.parametrize("columns", [1, 2])
def test_cells_that_hold_a_project_each_are_cards(columns: int) -> None:
    cells = [
        [*stacked("Bogkartotek", "Skabet"), disc("green")],
        [*stacked("Kortarkiv", "Skuffen"), disc("red")],
        [*stacked("Læsesal", "Lampen"), disc("yellow")],
        stacked("Nøgleskab", "Nøglen"),
    ]
    rows = [cells[at : at + columns] for at in range(0, 4, columns)]
    report = cards(heading("Nord"), table(*rows))

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Bogkartotek", "green"), ("Kortarkiv", "red"), ("Læsesal", "yellow"),
        ("Nøgleskab", "none"),
    ]  # fmt: skip
    assert facts(report.projects[1])["upcoming"] == ["Skuffen leveres."]


def test_a_name_with_nothing_beside_it_opens_a_card_like_the_others() -> None:
    def plain(text: str, light: Given, item: str) -> list[list[Given]]:
        keys: list[list[Given]] = [
            ["Risici", f"{item} mangler."], ["Næste skridt", f"{item} leveres."],
        ]  # fmt: skip
        return [[para(text, bold=True), light], *keys]

    report = cards(table(
        *plain("Bogkartotek", disc("green"), "Skabet"), *plain("Kortarkiv", "", "Skuffen"),
        *plain("Læsesal", disc("red"), "Lampen"),
    ))  # fmt: skip

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Bogkartotek", "green"), ("Kortarkiv", "none"), ("Læsesal", "red"),
    ]  # fmt: skip
    assert facts(report.projects[1])["risks"] == ["Skuffen mangler."]


@pytest.mark.parametrize(
    ("status", "light"), [(shading("green"), "green"), ("", "none"), ("I gang", "yellow")]
)
def test_the_ground_of_a_card_s_name_is_no_light_where_a_row_is_the_status_s(
    status: Content, light: str
) -> None:
    title_row = cell(para("Kortarkiv", bold=True), shading("#ffe699"), column_span=2)
    report = cards(table(
        [title_row, None], ["Projektstatus", cell(status)],
        ["Risici", "Skuffen mangler."], ["Næste skridt", "Skuffen leveres."],
    ))  # fmt: skip

    assert facts(report.projects[0])["light"] == light


def test_the_name_of_a_card_may_be_longer_than_a_key() -> None:
    long = "Kartotek over henvisninger til psykolog, fysioterapeut og kiropraktor"
    report = cards(table(*card("Bogkartotek", lit("red"), "Skabet")), table(
        *card(long, lit("green"), "Skuffen")
    ))  # fmt: skip

    assert names(report) == [["Bogkartotek", long]]
    assert facts(report.projects[1])["light"] == "green"


def test_the_lamp_beside_a_name_that_a_page_cuts_off_its_card_is_the_name_s() -> None:
    report = cards(
        heading("Nord", 2),
        table(*card("Bogkartotek", lit("green"), "Skabet")),
        table([cell(para("Kortarkiv", bold=True), GROUND), cell(disc("red"))]),
        table(*card("", "", "Skuffen")[1:]),
    )

    assert names(report) == [["Bogkartotek", "Kortarkiv"]]
    assert facts(report.projects[1])["light"] == "red"
    assert facts(report.projects[1])["risks"] == ["Skuffen mangler."]
