"""Where paragraphs between tables go, and status cells that name no colour."""

import pytest
from parsing_builders import (
    Content,
    disc,
    heading,
    only_project,
    para,
    report_of,
    shading,
    table,
    title,
)

HEAD = ["Projekt", "Status", "Bemærkninger"]


def overview(name: str) -> Content:
    return table(HEAD, [name, disc("green"), "Alt går godt."])


def test_a_paragraph_after_a_table_closes_its_section() -> None:
    report = report_of(
        title("Statusrapport"),
        heading("Hjemmet"), overview("Telekol"), para("Hjemmet drøftes igen til maj."),
        heading("Klinikken"), overview("Øjenfoto"),
    )  # fmt: skip
    home, clinic = report.sections

    assert [p.text for p in home.closing] == ["Hjemmet drøftes igen til maj."]
    assert (clinic.introduction, clinic.closing, report.unassigned) == ((), (), ())


@pytest.mark.parametrize("words", ["Følger tidsplanen", "Forsinket", "Kritisk", "On track"])
def test_words_for_a_state_are_an_unknown_light_without_a_colour(words: str) -> None:
    report = report_of(title("Statusrapport"), table(
        HEAD, ["Telekol", words, "Alt går."], ["Øjenfoto", disc("red"), "Intet går."]
    ))  # fmt: skip
    status = report.projects[0].status

    assert (status.light, status.text, status.evidence) == ("unknown", words, "text")
    assert [w.code for w in report.warnings if "Telekol" in w.message] == ["status-not-recognised"]


def test_shading_behind_words_for_a_state_is_the_light() -> None:
    report = report_of(
        title("Statusrapport"), table(HEAD, ["Telekol", ["Forsinket", shading("yellow")], "Tja."])
    )
    status = only_project(report).status

    assert (status.light, status.text, status.evidence) == ("yellow", "Forsinket", "shading")


def test_a_table_that_names_its_project_leaves_the_heading_to_the_section() -> None:
    def card(name: str, color: str) -> Content:
        return table(["Projekt", name], ["Projektleder", "Mette Holm"], ["Trafiklys", disc(color)])

    report = report_of(
        title("Statusrapport"),
        heading("Hjemmet"), card("Telekol", "green"), heading("Risici", 2), para("Prisen stiger."),
        card("Sårjournal", "red"), heading("Risici", 2), para("Ingen ejer."),
        heading("Klinikken"), card("Øjenfoto", "yellow"), heading("Risici", 2), para("Tiden går."),
    )  # fmt: skip

    sections = [(s.name, [p.name for p in s.projects]) for s in report.sections]
    assert sections == [("Hjemmet", ["Telekol", "Sårjournal"]), ("Klinikken", ["Øjenfoto"])]
    assert [[r.text for r in p.risks] for p in report.projects] == [
        ["Prisen stiger."], ["Ingen ejer."], ["Tiden går."],
    ]  # fmt: skip
