"""Detail pages and reports without any table."""

from collections.abc import Callable

import pytest
from parsing_builders import (
    Content,
    bullet,
    cell,
    disc,
    facts,
    heading,
    lamp,
    only_project,
    para,
    report_of,
    shading,
    table,
    title,
)

from medcom_extract.document import Paragraph, Run
from medcom_extract.report import Report

RISKS = table(
    ["Risiko", "Sandsynlighed", "Konsekvens", "Tiltag"],
    ["Kommunerne mangler tid.", "Høj", "3", "Flere kurser"],
    ["Prisen stiger.", "lav", "5", ""],
)
PLAN = table(
    ["Milepæl", "Planlagt", "Status"],
    ["Krav er beskrevet", "Q4 2026", "Nået"],
    ["Pilot i gang", "ultimo september 2027", "Forsinket"],
    ["Udbredt", "1. halvår 2028", "Planlagt"],
    ["Gammel løsning lukket", "31.12.2028", "Aflyst"],
)


def fields(leader: str, light: Content | str) -> Content:
    return table(
        ["**Projektleder**", leader],
        ["**Trafiklys**", light],
        ["**Formål**", ["At dele kort.", "At spare tid."]],
        ["**Økonomi**", disc("red")],
    )


def pages(*more: Content) -> Report:
    return report_of(
        title("MedCom14 – detaljeret projektstatus"),
        heading("Deling", 1),
        heading("Kort i journalen", 2),
        fields("Mette Holm", disc("green")),
        heading("Risici", 3), RISKS,
        heading("Resultater i perioden", 3), bullet("Kortet er tegnet."), bullet("Det er testet."),
        heading("Kommende aktiviteter", 3), bullet("Kortet tages i brug."),
        heading("Milepæle", 3), PLAN,
        heading("Fælles kalender", 2),
        fields("Ole Lund", disc("yellow")),
        heading("Risici", 3), bullet("Ingen kendte."),
        heading("Kommende aktiviteter", 3), bullet("Krav samles."),
        *more,
    )  # fmt: skip


def test_a_page_gives_light_fields_aspects_risks_and_milestones() -> None:
    report = pages()
    card, calendar = report.projects

    assert [s.name for s in report.sections] == ["Deling"]
    assert (card.name, calendar.name) == ("Kort i journalen", "Fælles kalender")
    assert (card.status.light, calendar.status.light) == ("green", "yellow")
    assert card.details == {"Projektleder": "Mette Holm", "Formål": "At dele kort. At spare tid."}
    assert [(a.name, a.light) for a in card.aspects] == [("Økonomi", "red")]
    assert [(r.text, r.likelihood, r.impact, r.details) for r in card.risks] == [
        ("Kommunerne mangler tid.", "high", "medium", {"Tiltag": "Flere kurser"}),
        ("Prisen stiger.", "low", "high", {}),
    ]
    assert facts(card)["achieved"] == ["Kortet er tegnet.", "Det er testet."]
    assert facts(calendar)["risks"] == ["Ingen kendte."]


def test_a_milestone_table_gives_rows_with_planned_days_and_states() -> None:
    plan = [m for m in pages().projects[0].milestones if m.kind == "plan"]

    assert [
        (m.text, str(m.planned.start), str(m.planned.end), m.status) for m in plan if m.planned
    ] == [
        ("Krav er beskrevet", "2026-10-01", "2026-12-31", "achieved"),
        ("Pilot i gang", "2027-09-21", "2027-09-30", "delayed"),
        ("Udbredt", "2028-01-01", "2028-06-30", "planned"),
        ("Gammel løsning lukket", "2028-12-31", "2028-12-31", "cancelled"),
    ]
    assert plan[0].details == {"Planlagt": "Q4 2026", "Status": "Nået"}
    assert plan[0].label == "Milepæle"


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("Læs mere: https://medcom.dk/", True),
        ("Den fulde rapport med alle bilag ligger hos sekretariatet fra august.", True),
        ("The full report with all of its annexes is kept by the secretariat.", True),
        ("Den fulde udrulning sker efter sommer i alle landets regioner.", False),
        ("The full roll-out will begin in the regions after the summer.", False),
        ("Det nye kort tages i brug af hele landets klinikker fra august.", False),
    ],
)
def test_what_points_to_another_place_closes_a_report_of_one_project(
    line: str, closes: bool
) -> None:
    report = report_of(
        title("MedCom14 – detaljeret projektstatus"),
        heading("Deling", 1),
        heading("Kort i journalen", 2),
        fields("Mette Holm", disc("green")),
        heading("Risici", 3), bullet("Ingen kendte."),
        para(line),
    )  # fmt: skip

    assert [p.text for p in report.closing] == ([line] if closes else [])


def test_a_plain_line_after_the_last_list_closes_the_report() -> None:
    report = pages(para("Læs mere: https://medcom.dk/"))

    assert [p.text for p in report.closing] == ["Læs mere: https://medcom.dk/"]
    assert report.projects[-1].remarks == ()
    assert [link.url for link in report.links] == ["https://medcom.dk/"]


def test_the_colour_of_a_risk_score_is_not_the_projects_light() -> None:
    scored = table(
        ["Risiko", "Sandsynlighed", "Konsekvens", "Risikotal"],
        ["Prisen stiger.", "4", "4", cell("16", shading("red"))],
    )
    report = report_of(
        title("Statusrapport"),
        heading("Kort i journalen", 1),
        table(["Projektleder", "Mette Holm"], ["Status", disc("green")]),
        heading("Risici", 2),
        scored,
    )

    assert only_project(report).status.light == "green"
    assert only_project(report).aspects == ()
    assert only_project(report).risks[0].details == {"Risikotal": "16"}


def card(name: str, color: str) -> Content:
    return table(
        [cell(para(name, bold=True), column_span=2), None],
        ["Status", disc(color)],
        ["Projektejer", "Region Nord"],
        ["Risici", ["Kommunerne mangler tid.", "Prisen stiger."]],
        ["Siden sidst", "Kortet er tegnet."],
        ["Næste skridt", "Kortet tages i brug."],
    )


def test_a_table_for_each_project_may_name_it_in_its_first_row() -> None:
    report = report_of(
        title("Status"), heading("Deling"), card("Kort", "green"), card("Kalender", "red")
    )

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Kort", "green"),
        ("Kalender", "red"),
    ]
    assert report.sections[0].name == "Deling"
    assert facts(report.projects[1]) == {
        "light": "red", "risks": ["Kommunerne mangler tid.", "Prisen stiger."],
        "achieved": ["Kortet er tegnet."], "upcoming": ["Kortet tages i brug."], "remarks": [],
    }  # fmt: skip
    assert report.projects[0].details == {"Projektejer": "Region Nord"}


def test_a_card_without_a_light_is_a_project_of_its_own() -> None:
    bare = table(
        [para("Kalender", bold=True), "Status:"],
        ["Risici", "Prisen stiger."], ["Næste skridt", "Kalenderen åbner."],
    )  # fmt: skip
    report = report_of(title("Status"), heading("Deling"), card("Kort", "green"), bare)

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Kort", "green"), ("Kalender", "none")
    ]  # fmt: skip
    assert facts(report.projects[1])["risks"] == ["Prisen stiger."]


def test_a_field_may_name_the_project() -> None:
    one = table(["Projektnavn", "Kort"], ["Status", disc("green")], ["Risici", "Prisen stiger."])
    two = table(["Projektnavn", "Kalender"], ["Status", "Rød"], ["Risici", "Ingen."])
    report = report_of(title("Status"), heading("Deling"), one, two)

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Kort", "green"),
        ("Kalender", "red"),
    ]
    assert [s.name for s in report.sections] == ["Deling"]


def dot(color: str) -> Run:
    return Run(" ●", color={"green": "#00b050", "red": "#ff0000"}[color])


HEADINGS: dict[str, Callable[[str, str], Paragraph]] = {
    "picture": lambda name, color: Paragraph(
        (Run(name),), role="heading", level=2, marks=(disc(color),)
    ),
    "glyph": lambda name, color: Paragraph((Run(name), dot(color)), role="heading", level=2),
    "word": lambda name, color: heading(f"{name} ({'grøn' if color == 'green' else 'rød'})", 2),
    "emoji": lambda name, color: heading(f"{'🟢' if color == 'green' else '🔴'} {name}", 2),
    "bold glyph": lambda name, color: Paragraph((Run(name, bold=True), dot(color))),
}


@pytest.mark.parametrize("kind", HEADINGS)
def test_without_tables_the_mark_stands_beside_the_heading(kind: str) -> None:
    make = HEADINGS[kind]
    report = report_of(
        title("MedCom14: Status på projekter"),
        para("Juni 2027", role="subtitle"),
        heading("Deling", 1),
        make("Kort i journalen", "green"),
        para("**Største risiko:** Prisen stiger."),
        para("**Nået siden sidst:** Kortet er tegnet."),
        para("**Næste skridt:**"),
        bullet("Kortet tages i brug."),
        make("Fælles kalender", "red"),
        "Projektet er sat på hold.",
        para("**Største risiko:** Ingen vil eje den."),
    )

    assert [s.name for s in report.sections] == ["Deling"]
    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Kort i journalen", "green"), ("Fælles kalender", "red"),
    ]  # fmt: skip
    assert facts(report.projects[0]) == {
        "light": "green", "risks": ["Prisen stiger."], "achieved": ["Kortet er tegnet."],
        "upcoming": ["Kortet tages i brug."], "remarks": [],
    }  # fmt: skip
    assert facts(report.projects[1])["remarks"] == ["Projektet er sat på hold."]


def test_a_status_line_below_the_heading_is_the_light() -> None:
    report = report_of(
        title("Statusrapport"),
        heading("Kort i journalen", 1),
        Paragraph((Run("Status: "), Run("●", color="#ffc000"))),
        para("Projektleder: Mette Holm"),
        para("Tidsplan: grøn"),
        para("Risici", bold=True),
        bullet("Økonomi: prisen stiger."),
    )
    project = only_project(report)

    assert project.status.light == "yellow"
    assert project.details == {"Projektleder": "Mette Holm"}
    assert [(a.name, a.light) for a in project.aspects] == [("Tidsplan", "green")]
    assert facts(project)["risks"] == ["Økonomi: prisen stiger."]


def test_headings_told_by_size_alone_make_the_same_outline() -> None:
    def big(text: str, size: float) -> Paragraph:
        return para(text, bold=True, size=size)

    def body(text: str, **fields: object) -> Paragraph:
        return para(text, size=10.0, **fields)  # type: ignore[arg-type]

    report = report_of(
        big("MedCom14 – statusrapport", 22.0), body("Marts 2027"),
        body("Denne rapport dækker alle projekter i programmet fra januar til marts."),
        big("Deling", 16.0),
        big("Kort i journalen", 13.0), lamp("green"),
        body("Risici", bold=True), body("Prisen stiger fra år til år i hele perioden."),
        big("Fælles kalender", 13.0), lamp("red"),
        body("Risici", bold=True), body("Ingen vil eje den, når projektet er slut."),
        big("Drift", 16.0),
        big("Testmiljø", 13.0), lamp("yellow"),
        body("Resultater", bold=True), body("Miljøet er åbnet for alle leverandører."),
    )  # fmt: skip

    assert report.title == "MedCom14 – statusrapport"
    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == [
        ("Deling", ["Kort i journalen", "Fælles kalender"]), ("Drift", ["Testmiljø"]),
    ]  # fmt: skip
    assert [p.status.light for p in report.projects] == ["green", "red", "yellow"]


def rated(risk: str, likelihood: str, impact: str) -> Content:
    return table(["Risiko", "Sandsynlighed", "Konsekvens"], [risk, likelihood, impact])


def test_an_overview_and_the_pages_of_its_projects_are_one_project_each() -> None:
    report = report_of(
        title("Statusrapport"),
        heading("Overblik over projekterne", 1),
        table(
            ["Projekt", "Status", "Største risiko"],
            ["Kort i journalen", disc("green"), "Prisen stiger."],
            ["Fælles kalender", disc("red"), "Ingen ejer."],
        ),
        heading("Deling", 1),
        heading("Kort i journalen", 2),
        table(["Projektleder", "Mette Holm"], ["Trafiklys", disc("yellow")]),
        heading("Risici", 3), rated("Prisen stiger.", "Lav", "Høj"),
        heading("Fælles kalender", 2),
        table(["Projektleder", "Ole Lund"], ["Trafiklys", disc("red")]),
        heading("Risici", 3), rated("Tiden går.", "Lav", "Lav"),
    )  # fmt: skip
    card, calendar = report.projects

    assert [(s.name, len(s.projects)) for s in report.sections] == [("Deling", 2)]
    assert [(r.text, r.impact) for r in card.risks] == [("Prisen stiger.", "high")]
    assert [r.text for r in calendar.risks] == ["Ingen ejer.", "Tiden går."]
    assert card.status.light == "green"
    assert [w.code for w in report.warnings if w.code == "lights-disagree"] == ["lights-disagree"]
    assert card.details["Projektleder"] == "Mette Holm"


def test_a_section_of_the_overview_that_comes_again_above_its_pages_is_no_project() -> None:
    section = cell("Deling", column_span=2)
    report = report_of(
        title("Statusrapport"),
        table(
            ["Projekt", "Status"], [section, None],
            ["Kort i journalen", disc("green")], ["Fælles kalender", disc("red")],
        ),
        heading("Deling", 2),
        heading("Kort i journalen", 2), "**Risici**", "Prisen stiger.",
        heading("Fælles kalender", 2), "**Risici**", "Tiden går.",
    )  # fmt: skip

    assert [(s.name, len(s.projects)) for s in report.sections] == [("Deling", 2)]
    assert [[r.text for r in p.risks] for p in report.projects] == [
        ["Prisen stiger."], ["Tiden går."],
    ]  # fmt: skip


def test_two_rows_of_one_name_in_a_plan_are_both_kept() -> None:
    plan = table(
        ["Milepæl", "Planlagt", "Status"],
        ["Kort frigivet", "Q4 2026", "Nået"], ["Kort frigivet", "Q2 2027", "Planlagt"],
    )  # fmt: skip
    report = report_of(
        title("Projektstatus"),
        table(["Projekt", "Status", "Risici"], ["Kort", disc("green"), "Prisen stiger."]),
        heading("Kort", 2), heading("Milepæle", 3), plan,
    )  # fmt: skip

    assert [row.status for row in only_project(report).milestones] == ["achieved", "planned"]


def test_headings_for_fields_give_details_and_others_are_kept() -> None:
    report = report_of(
        title("Statusrapport"),
        heading("Kort i journalen", 1),
        table(["Projektleder", "Mette Holm"], ["Trafiklys", disc("green")]),
        heading("Formål", 2), para("At dele kort."), para("At spare tid."),
        heading("Risici", 2), para("Prisen stiger."),
        heading("Sådan arbejder vi", 2), para("Vi mødes hver uge."),
        heading("Fælles kalender", 1),
        table(["Projektleder", "Ole Lund"], ["Trafiklys", disc("red")]),
        heading("Formål", 2), para("At mødes."),
        heading("Risici", 2), para("Ingen vil."),
    )  # fmt: skip
    project = report.projects[0]

    assert [p.name for p in report.projects] == ["Kort i journalen", "Fælles kalender"]
    assert project.details["Formål"] == "At dele kort. At spare tid."
    assert [h.text for h in project.headings] == ["Sådan arbejder vi"]
    assert facts(project)["remarks"] == ["Vi mødes hver uge."]


def test_sub_projects_named_in_headings_hold_what_stands_below_them() -> None:
    report = pages(
        heading("Delt journal", 2), fields("Mette Holm", disc("green")),
        para("Delprojekt: Web", bold=True),
        para("Risici", bold=True), RISKS, para("Næste skridt", bold=True), "Test af web.",
        para("Delprojekt: App", bold=True),
        para("Risici", bold=True), "App er dyr.",
    )  # fmt: skip
    project = report.projects[-1]

    assert facts(project)["risks"] == [
        "Web: Kommunerne mangler tid.", "Web: Prisen stiger.", "App: App er dyr."
    ]  # fmt: skip
    assert facts(project)["upcoming"] == ["Web: Test af web."]


def test_a_project_without_a_light_that_opens_with_a_sub_project_is_no_section() -> None:
    def tracks(light: str | None, name: str) -> list[Content]:
        marks = (disc(light),) if light else ()
        return [
            para(name, bold=True, size=11, marks=marks),
            para("Delprojekt A: Web", bold=True, size=10), para("Risici", bold=True, size=10),
            para(f"{name} er dyr.", size=10),
        ]  # fmt: skip

    report = report_of(
        title("Projektstatus"), para("Deling", bold=True, size=15),
        *tracks("green", "Delt journal"), *tracks(None, "Fælles kalender"),
        *tracks("red", "Kort i journalen"),
    )  # fmt: skip

    assert [s.name for s in report.sections] == ["Deling"]
    assert [p.name for p in report.projects] == [
        "Delt journal", "Fælles kalender", "Kort i journalen"
    ]  # fmt: skip
    assert facts(report.projects[1])["risks"] == ["Delprojekt A: Web: Fælles kalender er dyr."]


def test_text_larger_than_many_small_bold_labels_is_no_heading() -> None:
    def project(name: str) -> list[Content]:
        return [
            para(name, bold=True, size=11, marks=(disc("green"),)),
            para("Den største risiko i projektet", bold=True, size=8.5),
            para(f"{name} er dyr i drift, og kommunerne mangler penge", size=10),
            para("Den største milepæl i nærmeste fremtid", bold=True, size=8.5),
            para(f"{name} åbner i maj for alle, der har bedt om adgang", size=10),
        ]  # fmt: skip

    report = report_of(
        title("Projektstatus"), para("Deling", bold=True, size=15),
        *project("Delt journal"), *project("Kort"), *project("Fælles kalender"),
    )  # fmt: skip

    assert facts(report.projects[1])["risks"] == [
        "Kort er dyr i drift, og kommunerne mangler penge"
    ]  # fmt: skip
    assert facts(report.projects[1])["upcoming"] == [
        "Kort åbner i maj for alle, der har bedt om adgang"
    ]  # fmt: skip


def test_a_line_between_a_field_s_name_and_a_table_is_the_field_s_value() -> None:
    report = report_of(
        title("Projektstatus"),
        heading("Deling", 1),
        heading("Kort i journalen", 2),
        para("Projektleder", bold=True), "Mette Holm",
        table(["**Fase**", "Pilot"], ["**Trafiklys**", disc("green")]),
    )  # fmt: skip

    assert only_project(report).details == {"Projektleder": "Mette Holm", "Fase": "Pilot"}


@pytest.mark.parametrize("risks", ["Største risici", "Risici"])
def test_a_table_below_a_heading_whose_columns_are_all_labels_is_the_project_s(risks: str) -> None:
    report = report_of(
        title("MedCom14 – status"), para("Juni 2027"),
        heading("Deling", 1),
        heading("Kort i journalen", 2), lamp("green"),
        table(
            [risks, "Nået siden sidst", "Kommende milepæle"],
            [["Kortet mangler.", "Prisen stiger."], "Kravet er klar.", "Piloten begynder."],
        ),
        heading("Fælles kalender", 2), lamp("red"),
        table(
            [risks, "Nået siden sidst", "Kommende milepæle"],
            ["Ingen.", "Intet.", "Test i maj."], ["Ustabilt.", "", ""],
        ),
    )  # fmt: skip

    first, second = report.projects
    assert [risk.text for risk in first.risks] == ["Kortet mangler.", "Prisen stiger."]
    assert [(m.kind, m.text) for m in first.milestones] == [
        ("achieved", "Kravet er klar."), ("upcoming", "Piloten begynder."),
    ]  # fmt: skip
    assert [risk.text for risk in second.risks] == ["Ingen.", "Ustabilt."]
    assert report.unassigned == ()


def test_plain_lines_that_name_projects_open_them() -> None:
    report = report_of(
        title("Status"), heading("Deling"),
        "Projekt: Kort i journalen", "Status: gul", "Risici: Kommunerne mangler tid.",
        "Resultater: Kortet er tegnet.", "Næste milepæl: Kortet tages i brug.",
        "Projekt: Fælles kalender", "Status: grøn", "Delprojekt: Læger",
        "Risici: Lægerne mangler tid.", "Delprojekt: Kommuner", "Risici: De mangler it.",
    )  # fmt: skip

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Kort i journalen", "yellow"), ("Fælles kalender", "green"),
    ]  # fmt: skip
    assert facts(report.projects[0])["upcoming"] == ["Kortet tages i brug."]
    assert facts(report.projects[1])["risks"] == [
        "Læger: Lægerne mangler tid.", "Kommuner: De mangler it.",
    ]  # fmt: skip


def test_a_title_in_the_first_header_cell_hides_no_column() -> None:
    plan = table(
        [["Tidsplan", "Milepæl"], "Frist", "Status"],
        ["Kravene er beskrevet", "Q4 2026", "Nået"],
        ["Piloten er i gang", "Q1 2027", "Planlagt"],
    )
    report = report_of(
        title("Statusrapport"), heading("Kort i journalen"), lamp("green"),
        para("Risici", bold=True), bullet("Prisen stiger."), plan,
    )  # fmt: skip

    milestones = only_project(report).milestones
    assert [(m.kind, m.text, m.status) for m in milestones] == [
        ("plan", "Kravene er beskrevet", "achieved"), ("plan", "Piloten er i gang", "planned"),
    ]  # fmt: skip
    assert report.unassigned == ()


def test_a_last_heading_over_mere_text_is_a_project_like_those_before() -> None:
    def page(name: str, color: str) -> list[Content]:
        return [heading(name, 2), lamp(color), para("**Risici**"), bullet(f"{name} mangler tid.")]

    report = report_of(
        title("Statusrapport"), *page("Kortet", "yellow"), *page("Kalenderen", "green"),
        *page("Blanketten", "red"), heading("Listen over klinikker", 2),
        "Listen er overdraget til driften.", heading("Tal fra driften", 1), "Der er tal nok.",
    )  # fmt: skip

    assert [p.name for p in report.projects][3:] == ["Listen over klinikker"]
    assert facts(report.projects[3])["remarks"] == ["Listen er overdraget til driften."]


def test_a_colour_alone_in_its_line_is_the_word_on_the_lamp_not_a_risk() -> None:
    def page(name: str, color: str, word: str) -> list[Content]:
        lamp_word = Paragraph((Run("Status"),), marks=(disc(color),))
        return [heading(name, 2), lamp_word, para("**Risici**"), word, f"{name} mangler tid."]

    report = report_of(
        title("Statusrapport"), heading("Deling"), *page("Kortet", "yellow", "Gul"),
        *page("Kalenderen", "green", "Rød"),
    )  # fmt: skip

    assert [p.status.light for p in report.projects] == ["yellow", "green"]
    assert facts(report.projects[0])["risks"] == ["Kortet mangler tid."]
    # A word that speaks against the lamp is kept.
    assert facts(report.projects[1])["risks"] == ["Rød", "Kalenderen mangler tid."]


def test_the_ground_of_a_line_that_says_status_is_the_light() -> None:
    def page(name: str, color: str) -> list[Content]:
        status = Paragraph((Run("Status"),), marks=(shading(color),))
        return [heading(name, 2), status, para("**Risici**"), f"{name} mangler tid."]

    report = report_of(
        title("Statusrapport"), heading("Deling"), *page("Kortet", "yellow"),
        *page("Kalenderen", "green"),
    )  # fmt: skip

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Kortet", "yellow"), ("Kalenderen", "green"),
    ]  # fmt: skip


def test_a_heading_in_italics_as_large_as_the_labels_below_it_names_a_sub_project() -> None:
    def of(name: str, color: str, *parts: str) -> list[Content]:
        made: list[Content] = [para(name, bold=True, size=12, marks=(disc(color),))]
        for part in parts:
            made += [para(part, bold=True, italic=True, size=10)] if part else []
            made += [para("Risici", bold=True, size=10), para("Prisen stiger.", size=10)]
        return made

    report = report_of(
        title("Projektstatus"), *of("Kort", "green", ""), *of("Kalender", "red", "Web", "App")
    )

    assert [facts(project)["risks"] for project in report.projects] == [
        ["Prisen stiger."],
        ["Web: Prisen stiger.", "App: Prisen stiger."],
    ]


def test_a_colour_in_bold_behind_a_marked_heading_is_no_sub_project() -> None:
    def of(name: str, color: str, said: str) -> list[Content]:
        return [
            para(name, bold=True, size=12, marks=(disc(color),)),
            para(said, bold=True, size=9),
            para("Risici", bold=True, size=9), para("Prisen stiger.", size=9),
        ]  # fmt: skip

    report = report_of(
        title("Projektstatus"), *of("Kort", "green", "Grøn"), *of("Kalender", "red", "Rød")
    )

    assert [facts(p)["risks"] for p in report.projects] == [["Prisen stiger."]] * 2
    assert [p.status.text for p in report.projects] == ["Grøn", "Rød"]
