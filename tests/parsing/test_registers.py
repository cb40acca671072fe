"""The same projects in several tables, each for another purpose."""

from parsing_builders import Given, disc, facts, heading, report_of, table, title

from medcom_extract.document import Block
from medcom_extract.report import Report

STATUS = table(
    ["Projekt", "Status"], ["Fælles bogkasse", disc("green")], ["Nyt lånekort", disc("red")]
)
RISKS = table(
    ["Projekt", "Risiko", "Sandsynlighed", "Konsekvens", "Tiltag"],
    ["Fælles bogkasse", "Bilen går i stykker.", "Lav", "Høj", "Leje af bil"],
    ["Nyt lånekort", "Kortene leveres sent.", "Høj", "Middel", ""],
    ["Nyt lånekort", "Læserne kan ikke købes.", "Middel", "Lav", "Ny leverandør"],
)
STEPS = table(
    ["Projekt", "Milepæl opnået", "Næste milepæl"],
    ["Fælles bogkasse", "Ruten er lagt.", "Første tur køres."],
    ["Nyt lånekort", "Udbuddet er slut.", "Kortene trykkes."],
)


def registers(*blocks: Block) -> Report:
    return report_of(title("Bibliotekets projekter"), *blocks)


def test_projects_in_an_overview_and_two_registers_are_merged_by_name() -> None:
    report = registers(
        heading("Overblik"), STATUS, heading("De største risici"), RISKS,
        heading("Milepæle"), STEPS,
    )  # fmt: skip
    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == [
        ("Overblik", ["Fælles bogkasse", "Nyt lånekort"])
    ]
    assert facts(report.projects[0]) == {
        "light": "green", "risks": ["Bilen går i stykker."], "achieved": ["Ruten er lagt."],
        "upcoming": ["Første tur køres."], "remarks": [],
    }  # fmt: skip
    assert report.unassigned == ()


def test_each_row_of_a_risk_register_is_a_risk_with_its_ratings() -> None:
    report = registers(heading("Overblik"), STATUS, heading("De største risici"), RISKS)

    first, second = report.projects[1].risks
    assert (first.text, first.likelihood, first.impact) == (
        "Kortene leveres sent.", "high", "medium",
    )  # fmt: skip
    assert (second.likelihood, second.impact) == ("medium", "low")
    assert second.details == {"Tiltag": "Ny leverandør"}


def test_a_register_before_the_overview_leaves_the_projects_in_the_overviews_section() -> None:
    report = registers(heading("Milepæle frem og tilbage"), STEPS, heading("Vores lys"), STATUS)

    assert [s.name for s in report.sections] == ["Vores lys"]
    assert [facts(p)["achieved"] for p in report.projects] == [
        ["Ruten er lagt."], ["Udbuddet er slut."],
    ]  # fmt: skip


def test_the_rows_of_a_milestone_register_are_dated_milestones_of_their_projects() -> None:
    plan = table(
        ["Projekt", "Milepæl", "Planlagt", "Status"],
        ["Fælles bogkasse", "Bilen er købt", "1.2.2027", "Nået"],
        ["", "Ruten køres", "1.5.2027", "Forsinket"],
        ["Nyt lånekort", "Kort i drift", "1.9.2027", "Planlagt"],
    )
    report = registers(heading("Overblik"), STATUS, heading("Tidsplan"), plan)

    assert [[(m.text, m.status) for m in p.milestones] for p in report.projects] == [
        [("Bilen er købt", "achieved"), ("Ruten køres", "delayed")], [("Kort i drift", "planned")],
    ]  # fmt: skip


def test_projects_of_one_name_with_lights_in_two_sections_stay_two() -> None:
    row: list[Given] = ["Drift", disc("green"), "Risiko: Det bliver dyrt."]
    other: list[Given] = ["Drift", disc("red"), "Risiko: Det bliver sent."]
    header = ["Projekt", "Status", "Bemærk"]
    report = registers(heading("Nord"), table(header, row), heading("Syd"), table(header, other))

    assert [p.status.light for p in report.projects] == ["green", "red"]


def test_a_rated_risk_beside_a_light_keeps_its_ratings() -> None:
    report = registers(heading("Nord"), table(
        ["Projekt", "Status", "Risiko", "Sandsynlighed", "Konsekvens"],
        ["Fælles bogkasse", disc("green"), "Bilen går i stykker.", "Lav", "Høj"],
        ["Nyt lånekort", disc("red"), "", "Høj", ""],
    ))  # fmt: skip

    (risk,) = report.projects[0].risks
    assert (risk.likelihood, risk.impact) == ("low", "high")
    assert report.projects[1].details == {"Sandsynlighed": "Høj"}


def test_projects_of_one_name_without_lights_in_two_sections_stay_two() -> None:
    header = ["Projekt", "Risici", "Næste skridt"]
    report = registers(
        heading("Nord"), table(header, ["Drift", "Det bliver dyrt.", "Udbud sendes ud."]),
        heading("Syd"), table(header, ["Drift", "Det bliver sent.", "Udbud lukkes."]),
    )  # fmt: skip

    assert [facts(p)["risks"] for p in report.projects] == [
        ["Det bliver dyrt."], ["Det bliver sent."],
    ]  # fmt: skip
