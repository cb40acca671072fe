"""Outline numbers before names."""

import pytest
from parsing_builders import disc, heading, para, report_of, table, title

from medcom_extract.parsing.numbering import number_ends


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["1. Sårjournal", "2. Telekol"], ["Sårjournal", "Telekol"]),
        (["1.1 Sårjournal", "1.2 Telekol", "2.1 Øje"], ["Sårjournal", "Telekol", "Øje"]),
        (["3) Sårjournal", "4) Telekol"], ["Sårjournal", "Telekol"]),
        (["1. Sårjournal", "Telekol"], ["1. Sårjournal", "Telekol"]),
        (["5 regioner på FMK", "98 kommuner på FMK"], ["5 regioner på FMK", "98 kommuner på FMK"]),
        (["1. Sårjournal"], ["1. Sårjournal"]),
        (["P-07 Sårjournal", "P-08 Telekol"], ["Sårjournal", "Telekol"]),
        (["P-07 Sårjournal", "K-08 Telekol"], ["P-07 Sårjournal", "K-08 Telekol"]),
        (["FHIR 4 på FMK", "FHIR 5 på FMK"], ["FHIR 4 på FMK", "FHIR 5 på FMK"]),
        (["1.2 Sårjournal", "1.2.1 Telekol"], ["1.2 Sårjournal", "1.2.1 Telekol"]),
        ([], []),
    ],
)
def test_a_number_goes_where_all_names_count_on(texts: list[str], names: list[str]) -> None:
    assert [t[end:] for t, end in zip(texts, number_ends(texts), strict=True)] == names


def test_numbered_headings_give_names_without_numbers() -> None:
    report = report_of(
        title("Statusrapport"),
        heading("1. Hjemmet"),
        heading("1.1 Sårjournal", 2), para("Status: Grøn"), para("**Risici:** Prisen stiger."),
        heading("1.2 Telekol", 2), para("Status: Rød"), para("**Risici:** Ingen ejer."),
        heading("2. Klinikken"),
        heading("2.1 Øjenfoto (gul)", 2), para("**Risici:** For lidt tid."),
    )  # fmt: skip

    assert [s.name for s in report.sections] == ["Hjemmet", "Klinikken"]
    lights = [(p.name, p.status.light) for p in report.projects]
    assert lights == [("Sårjournal", "green"), ("Telekol", "red"), ("Øjenfoto", "yellow")]
    assert report.unassigned == ()


def test_a_number_that_stands_alone_belongs_to_the_name() -> None:
    report = report_of(
        title("Statusrapport"), heading("Hjemmet"),
        heading("112 i lommen", 2), para("Status: Grøn"), para("**Risici:** Prisen stiger."),
        heading("Telekol", 2), para("Status: Rød"), para("**Risici:** Ingen ejer."),
    )  # fmt: skip

    assert [p.name for p in report.projects] == ["112 i lommen", "Telekol"]


def test_numbers_in_a_name_column_may_start_anew_in_each_section() -> None:
    def rows(*names: str) -> list[list[object]]:
        return [[name, disc("green"), "Alt går godt."] for name in names]

    head = ["Projekt", "Status", "Bemærkninger"]
    report = report_of(
        title("Statusrapport"),
        heading("Hjemmet"), table(head, *rows("1. Sårjournal", "2. Telekol")),  # type: ignore[arg-type]
        heading("Klinikken"), table(head, *rows("1. Øjenfoto", "2. Prøvesvar")),  # type: ignore[arg-type]
    )  # fmt: skip

    names = ["Sårjournal", "Telekol", "Øjenfoto", "Prøvesvar"]
    assert [p.name for p in report.projects] == names
