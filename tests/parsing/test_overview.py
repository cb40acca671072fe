"""Overview tables in all their shapes."""

from dataclasses import replace

import pytest
from parsing_builders import (
    Content,
    Given,
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

from medcom_extract.document import Cell, Location, Paragraph, Run
from medcom_extract.report import Report

BOLD_LABELS: list[Content] = [
    "**Største risiko**", "Leverandøren mangler udviklere.",
    "**Milepæl nået siden sidst**", "Testen er bestået i Vejle.",
    "**Næste milepæl**", "Pilotdrift begynder i uge 40 2027.",
]  # fmt: skip
WANTED = {
    "light": "yellow",
    "risks": ["Leverandøren mangler udviklere."],
    "achieved": ["Testen er bestået i Vejle."],
    "upcoming": ["Pilotdrift begynder i uge 40 2027."],
    "remarks": [],
}
NAME, LIGHT = "Fælles testmiljø", disc("yellow")
OTHER: list[Given] = ["Ny blanket", disc("green"), ["**Største risiko**", "Ingen kendte."]]


def rows(*header: str) -> list[list[Given]]:
    """One project row below a header, its cells in the header's order."""
    by_name: dict[str, Given] = {"Projekt": NAME, "Status": LIGHT, "Bemærk især": BOLD_LABELS}
    return [list(header), [by_name[name] for name in header]]


@pytest.mark.parametrize(
    "header",
    [
        ("Projekt", "Status", "Bemærk især"),
        ("Projekt", "Bemærk især", "Status"),
        ("Status", "Projekt", "Bemærk især"),
    ],
)
def test_columns_are_told_by_their_words_in_any_order(header: tuple[str, ...]) -> None:
    report = report_of(title("Status"), heading("Almen praksis"), table(*rows(*header)))

    assert [section.name for section in report.sections] == ["Almen praksis"]
    assert only_project(report).name == NAME
    assert facts(only_project(report)) == WANTED


LAYOUTS: list[tuple[str, list[list[Given]]]] = [
    ("four columns with sub-labels", [
        ["Projekt", "Trafiklys", "Risici", "Milepæle"],
        [NAME, LIGHT, "Leverandøren mangler udviklere.",
         ["**Opnået**", "Testen er bestået i Vejle.",
          "**Kommende**", "Pilotdrift begynder i uge 40 2027."]],
    ]),
    ("labels as columns", [
        ["Initiativ", "Vurdering", "Siden sidst", "Næste skridt", "Risici"],
        [NAME, LIGHT, "Testen er bestået i Vejle.", "Pilotdrift begynder i uge 40 2027.",
         "Leverandøren mangler udviklere."],
    ]),
    ("a status in words", [
        ["Projektnavn", "Samlet status", "Bemærkninger"], [NAME, "Gul", BOLD_LABELS],
    ]),
    ("a status by shading", [
        ["Pejlemærke", "", "Kommentar"], [NAME, shading("yellow"), BOLD_LABELS],
    ]),
    ("the text in a column named status", [
        ["Indsats", "Trafiklys", "Status"], [NAME, LIGHT, BOLD_LABELS],
    ]),
    ("English", [
        ["Project", "RAG", "Comments"],
        [NAME, LIGHT,
         ["**Biggest risk**", "Leverandøren mangler udviklere.", "**Milestones reached**",
         "Testen er bestået i Vejle.", "**Next steps**", "Pilotdrift begynder i uge 40 2027."]],
    ]),
    ("labels before colons", [
        ["Projekt", "Lys", "Bemærkninger"],
        [NAME, LIGHT,
         ["Risiko: Leverandøren mangler udviklere.", "Opnået: Testen er bestået i Vejle.",
         "Næste skridt: Pilotdrift begynder i uge 40 2027."]],
    ]),
    ("labels and texts on soft lines", [
        ["Projekt", "Status", "Bemærk især"],
        [NAME, LIGHT, ["**Største risiko**\nLeverandøren mangler udviklere.\n**Nået siden sidst**\n"
         "Testen er bestået i Vejle.\n**Næste milepæl**\nPilotdrift begynder i uge 40 2027."]],
    ]),
    ("a nameless header", [["Emne i porteføljen", "Lys", "Nyt"], [NAME, LIGHT, BOLD_LABELS]]),
    ("a mark beside the name", [["Projekt", "Bemærkninger"], [[NAME, LIGHT], BOLD_LABELS]]),
    ("two header rows", [
        ["Projekt", "Status", cell("Milepæle", column_span=2), None, "Risici"],
        ["", "", "Opnået", "Kommende", ""],
        [NAME, LIGHT, "Testen er bestået i Vejle.", "Pilotdrift begynder i uge 40 2027.",
         "Leverandøren mangler udviklere."],
    ]),
    ("a name over two paragraphs", [
        ["Projekt", "Status", "Bemærk"], [["Fælles", "testmiljø"], LIGHT, BOLD_LABELS],
    ]),
    ("a name with a soft break", [
        ["Projekt", "Status", "Bemærk"], ["Fælles\ntestmiljø", LIGHT, BOLD_LABELS],
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("layout", "given"), LAYOUTS, ids=[name for name, _ in LAYOUTS])
def test_a_row_is_read_in_every_layout(layout: str, given: list[list[Given]]) -> None:
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert only_project(report).name == NAME, layout
    assert facts(only_project(report)) == WANTED


def overview(
    *data: list[Given], header: tuple[str, ...] = ("Projekt", "Status", "Bemærk især")
) -> Report:
    return report_of(title("Projektstatus"), heading("Infrastruktur"), table(list(header), *data))


def test_a_name_merged_over_namedis_one_project() -> None:
    report = overview(
        [cell(NAME, row_span=2), cell(LIGHT, row_span=2), BOLD_LABELS[:2]],
        [None, None, BOLD_LABELS[2:]],
        OTHER,
    )

    assert [project.name for project in report.projects] == [NAME, "Ny blanket"]
    assert facts(report.projects[0]) == WANTED


def test_a_row_without_a_name_goes_on_with_the_project_above() -> None:
    report = overview([NAME, LIGHT, BOLD_LABELS[:4]], ["", "", BOLD_LABELS[4:]], OTHER)

    assert facts(report.projects[0]) == WANTED
    assert len(report.projects) == 2


def test_a_full_width_row_with_text_belongs_to_the_project_above() -> None:
    wide = cell(*BOLD_LABELS, column_span=3)
    report = overview([NAME, LIGHT, ""], [wide, None, None], OTHER)

    assert facts(report.projects[0]) == WANTED


def test_full_width_namedare_sections() -> None:
    report = report_of(
        title("Projektstatus"),
        heading("Samlet overblik"),
        table(
            ["Projekt", "Status", "Bemærk især"],
            [cell("Spor 1: Deling af data", column_span=3), None, None],
            [NAME, LIGHT, BOLD_LABELS],
            [cell("Programområde: Almen praksis", column_span=3), None, None],
            OTHER,
        ),
    )

    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == [
        ("Spor 1: Deling af data", [NAME]),
        ("Almen praksis", ["Ny blanket"]),
    ]
    assert [h.text for h in report.headings] == ["Samlet overblik"]


def test_a_section_row_without_merged_cells_is_told_by_its_weight() -> None:
    report = report_of(
        title("Projektstatus"),
        table(
            ["Projekt", "Status", "Bemærk især"],
            ["**Almen praksis**", "", ""],
            [NAME, LIGHT, BOLD_LABELS],
            OTHER,
        ),
    )

    assert [s.name for s in report.sections] == ["Almen praksis"]
    assert len(report.projects) == 2


@pytest.mark.parametrize(
    "row",
    [
        [para("Almen praksis", bold=True, size=13.0), "", ""],
        ["ALMEN PRAKSIS", "", ""],
        [[para("Drift", bold=True), shading("#ddeeff")], [shading("#ddeeff")],
         [shading("#ddeeff")]],
        [[para("Drift", bold=True), shading("#ddeeff")],
         [shading("#ddeeff"), disc("green")], [shading("#ddeeff")]],
        [para("Almen praksis", bold=True, size=10.0), "", ""],
    ],
)  # fmt: skip
def test_a_section_row_stands_out_from_bold_names(row: list[Given]) -> None:
    name = para("Kort i journalen", bold=True, size=10.0)
    other = para("Ny blanket", bold=True, size=10.0)
    header: list[Given] = ["Projekt", "Status", "Bemærk især"]
    rows: list[list[Given]] = [
        header, row, [name, LIGHT, BOLD_LABELS], [other, disc("green"), BOLD_LABELS]
    ]  # fmt: skip
    report = report_of(title("Projektstatus"), table(*rows))

    assert [p.name for p in report.projects] == ["Kort i journalen", "Ny blanket"]
    assert [section.name for section in report.sections] not in ([], [""])
    guessed = row[0] == para("Almen praksis", bold=True, size=10.0)
    assert ("section-guessed" in [w.code for w in report.warnings]) == guessed


def test_a_project_with_nothing_beside_its_name_is_one() -> None:
    report = overview([NAME, LIGHT, BOLD_LABELS], ["Ny blanket", "", ""], OTHER)

    assert len(report.projects) == 3


@pytest.mark.parametrize(
    "lights", [[disc("red"), disc("green")], [shading("red"), shading("green")]]
)
def test_an_overview_of_names_and_lights_has_names_alone_for_projects(lights: list[Given]) -> None:
    shown: list[Given] = [*lights, ""]
    names: list[Given] = [
        para("Ny blanket", bold=True),
        para("Kort over klinikker", bold=True),
        "Fælles kode",
    ]
    rows: list[list[Given]] = [[name, light] for name, light in zip(names, shown, strict=True)]
    report = report_of(
        title("Projektstatus"),
        heading("Oversigt"),
        table(["Projekt", "Status"], *rows),
        heading("Drift"),
        *(part for name in ("Ny blanket", "Kort over klinikker", "Fælles kode")
          for part in (heading(name, 2), para("Risici", bold=True), bullet("Ingen kendte."))),
    )  # fmt: skip

    assert [s.name for s in report.sections] == ["Drift"]
    assert [p.status.light for p in report.projects] == ["red", "green", "none"]


def test_a_bold_name_beside_a_shaded_status_is_no_section() -> None:
    bold = para("Ny blanket", bold=True)
    report = overview(
        [NAME, shading("red"), BOLD_LABELS],
        [bold, shading("green"), ""],
        ["Kort over klinikker", shading("yellow"), BOLD_LABELS],
    )

    assert [(p.name, p.status.light) for p in report.projects] == [
        (NAME, "red"), ("Ny blanket", "green"), ("Kort over klinikker", "yellow"),
    ]  # fmt: skip


def test_plain_words_over_the_labels_of_a_milestone_column_are_a_remark() -> None:
    def cells(*above: str, at: int) -> list[Content]:
        return [*above, "**Opnået**", bullet(f"Kort {at} er tegnet."),
                "**Kommende**", bullet(f"Kort {at} tages i brug.")]  # fmt: skip

    report = report_of(
        title("Status"),
        table(
            ["Projekt", "Status", "Risici", "Fremdrift"],
            ["Kort", disc("red"), "Prisen stiger.", cells("Kortet har fået ny leder.", at=1)],
            ["Kalender", disc("green"), "Ingen.", cells(at=2)],
            ["Blanket", disc("green"), "Ingen.", ["Arbejdet er ikke begyndt."]],
        ),
    )

    assert [facts(p)["remarks"] for p in report.projects] == [
        ["Kortet har fået ny leder."], [], ["Arbejdet er ikke begyndt."],
    ]  # fmt: skip
    assert facts(report.projects[0])["achieved"] == ["Kort 1 er tegnet."]
    assert facts(report.projects[0])["upcoming"] == ["Kort 1 tages i brug."]


def test_a_section_column_names_the_sections() -> None:
    report = report_of(
        title("Projektstatus"),
        table(
            ["Programområde", "Projekt", "Status", "Risici"],
            [cell("Drift", row_span=2), NAME, LIGHT, "Leverandøren mangler udviklere."],
            [None, "Ny blanket", disc("green"), "Ingen kendte."],
            ["Deling", "Kortvisning", disc("red"), "Der mangler penge."],
        ),
    )

    assert [(s.name, len(s.projects)) for s in report.sections] == [("Drift", 2), ("Deling", 1)]


def test_a_column_of_labels_names_what_stands_beside_them() -> None:
    name, light = cell(NAME, row_span=3), cell(disc("red"), row_span=3)
    report = report_of(
        title("Projektstatus"),
        table(
            ["Projekt", "Status", "", ""],
            [name, light, "Største risiko", "Prisen stiger."],
            [None, None, "Siden sidst", "Kortet er tegnet."],
            [None, None, "Næste skridt", ["Kortet testes.", "Kortet tages i brug."]],
        ),
    )

    assert facts(only_project(report)) == {
        "light": "red", "risks": ["Prisen stiger."], "achieved": ["Kortet er tegnet."],
        "upcoming": ["Kortet testes.", "Kortet tages i brug."], "remarks": [],
    }  # fmt: skip


def test_plain_words_alone_are_a_remark_where_other_cells_hold_several_labels() -> None:
    labelled: list[Content] = [
        "**Næste milepæl**", "Testen begynder i maj.", "**Største risiko**", "Penge mangler.",
    ]  # fmt: skip
    report = report_of(
        title("Projektstatus"), heading("Deling", 2),
        table(
            ["Projekt", "Status", "Opnået", "Kommende"],
            ["Journal", disc("green"), "Kravene er klar.", labelled],
            ["Kalender", disc("green"), "", "Projektet er afsluttet."],
            ["Kort", disc("red"), "Kortet er tegnet.", labelled],
        ),
    )  # fmt: skip

    assert facts(report.projects[1])["remarks"] == ["Projektet er afsluttet."]
    assert facts(report.projects[2])["upcoming"] == ["Testen begynder i maj."]


def test_a_row_without_labels_is_a_remark() -> None:
    report = overview(
        ["Egne målinger", "", "Projektet er under afklaring."], [NAME, LIGHT, BOLD_LABELS]
    )

    assert facts(report.projects[0]) == {
        "light": "none", "risks": [], "achieved": [], "upcoming": [],
        "remarks": ["Projektet er under afklaring."],
    }  # fmt: skip


def test_a_cell_over_risks_and_milestones_is_a_remark() -> None:
    report = overview(
        [NAME, "", cell("Indsatsen afventer en aftale.", column_span=2), None],
        ["Ny blanket", disc("green"), "Ingen kendte.", ["**Opnået**", "Blanketten er tegnet."]],
        header=("Projekt", "Trafiklys", "Risici", "Milepæle"),
    )

    assert facts(report.projects[0])["remarks"] == ["Indsatsen afventer en aftale."]
    assert facts(report.projects[1])["achieved"] == ["Blanketten er tegnet."]


def test_further_lights_are_aspects_and_the_overall_one_is_the_status() -> None:
    report = overview(
        [NAME, disc("green"), disc("red"), LIGHT, BOLD_LABELS],
        [
            "Ny blanket",
            disc("green"),
            disc("green"),
            disc("green"),
            ["**Risici**", "Ingen kendte."],
        ],
        header=("Projekt", "Tidsplan", "Økonomi", "Samlet status", "Bemærkninger"),
    )
    project = report.projects[0]

    assert facts(project) == WANTED
    assert [(a.name, a.light) for a in project.aspects] == [
        ("Tidsplan", "green"),
        ("Økonomi", "red"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        ("Sidst", "Nu"), ("Nu", "Forrige"), ("Status sidst", "Status"),
        ("November 2026", "Februar 2027"), ("Q1", "Q2"), ("1. kvt.", "2. kvt."),
        ("Status marts", "Status juni"), ("Oktober", "Januar"), ("Forrige", "Aktuel"),
        ("Status feb. 2027", "Status nov. 2026"),
    ],
)  # fmt: skip
def test_the_light_from_last_time_is_not_the_status(header: tuple[str, str]) -> None:
    lights = [disc("green"), disc("red")]
    first = header in (("Nu", "Forrige"), ("Status feb. 2027", "Status nov. 2026"))
    report = overview(
        [NAME, *(reversed(lights) if first else lights), BOLD_LABELS],
        header=("Projekt", *header, "Bemærkninger"),
    )

    assert only_project(report).status.light == "red"
    assert [a.light for a in only_project(report).aspects] == ["green"]
    assert "status-column-guessed" not in [w.code for w in report.warnings]


def test_two_columns_of_lights_that_nothing_tells_apart_are_warned_of() -> None:
    report = overview(
        [NAME, disc("green"), disc("red"), BOLD_LABELS],
        header=("Projekt", "Ole", "Mette", "Bemærkninger"),
    )

    assert only_project(report).status.light == "green"
    assert "status-column-guessed" in [w.code for w in report.warnings]


def test_lights_under_a_group_are_named_by_their_own_header() -> None:
    report = report_of(
        title("Projektstatus"),
        table(
            [cell("Projekt", row_span=2), cell("Trafiklys", column_span=3), None, None,
             cell("Bemærkninger", row_span=2)],
            [None, "Samlet", "Tid", "Øko nomi", None],
            [NAME, disc("green"), disc("yellow"), disc("red"), BOLD_LABELS],
        ),
    )  # fmt: skip
    project = only_project(report)

    assert project.status.light == "green"
    assert [(a.name, a.light) for a in project.aspects] == [("Tid", "yellow"), ("Økonomi", "red")]


def test_a_column_of_texts_tells_its_field_by_its_words() -> None:
    report = overview(
        [NAME, LIGHT, "Kortet er taget i brug af alle.", "Kortet lukkes, når alle har det."],
        header=("Projekt", "Status", "Gennemført", "Hvad der venter i fremtiden"),
    )
    project = only_project(report)

    assert [(m.kind, m.label) for m in project.milestones] == [
        ("achieved", "Gennemført"), ("upcoming", "Hvad der venter i fremtiden")
    ]  # fmt: skip
    assert [w.code for w in report.warnings if w.code == "column-guessed"] == ["column-guessed"]


def test_planned_over_sentences_is_what_is_planned() -> None:
    report = overview(
        [NAME, LIGHT, "Kortet er taget i brug af alle.", "Kortet lukkes, når alle har det."],
        header=("Projekt", "Status", "Gennemført", "Planlagt"),
    )

    assert facts(only_project(report))["upcoming"] == ["Kortet lukkes, når alle har det."]


def test_columns_of_no_known_meaning_are_details() -> None:
    report = overview(
        ["7", NAME, LIGHT, "Mette Holm", BOLD_LABELS, "1. maj 2027"],
        header=("Nr.", "Projekt", "Status", "Ansvarlig", "Bemærk især", "Deadline"),
    )

    assert only_project(report).details == {
        "Nr.": "7", "Ansvarlig": "Mette Holm", "Deadline": "1. maj 2027",
    }  # fmt: skip
    assert facts(only_project(report)) == WANTED


def test_a_table_without_header_goes_on_with_the_columns_before() -> None:
    report = report_of(
        title("Projektstatus"),
        heading("Drift"),
        table(["Projekt", "Status", "Risici"], [NAME, LIGHT, "Leverandøren mangler udviklere."]),
        table(["Ny blanket", disc("green"), "Ingen kendte."]),
    )

    assert [(s.name, len(s.projects)) for s in report.sections] == [("Drift", 2)]
    assert facts(report.projects[1])["risks"] == ["Ingen kendte."]


def test_a_table_with_no_header_at_all_is_told_by_lights_and_labels() -> None:
    report = report_of(
        title("Projektstatus"), heading("Drift"), table([NAME, LIGHT, BOLD_LABELS], OTHER)
    )

    assert facts(report.projects[0]) == WANTED
    assert "columns-guessed" in [w.code for w in report.warnings]


def test_two_lights_in_a_cell_are_both_kept() -> None:
    report = overview([NAME, [LIGHT, disc("red")], BOLD_LABELS])

    assert facts(only_project(report)) == WANTED
    assert [(a.name, a.light) for a in only_project(report).aspects] == [("Status", "red")]
    assert "several-statuses" in [w.code for w in report.warnings]


def test_a_header_repeated_inside_the_table_is_no_project() -> None:
    head: list[Given] = ["Projekt", "Status", "Bemærk især"]
    report = report_of(title("Projektstatus"), table(head, [NAME, LIGHT, BOLD_LABELS], head, OTHER))

    assert [p.name for p in report.projects] == [NAME, "Ny blanket"]


def test_a_header_on_two_lines_repeated_inside_the_table_is_no_project() -> None:
    head: list[Given] = ["Projekt", "Status", ["Opnåede og", "kommende milepæle"]]
    report = report_of(title("Projektstatus"), table(head, [NAME, LIGHT, BOLD_LABELS], head, OTHER))

    assert [p.name for p in report.projects] == [NAME, "Ny blanket"]


@pytest.mark.parametrize(
    "above",
    [
        para("Deling af data", bold=True),
        para("Deling af data", size=14.0),
        para("Deling af data"),
        heading("Deling af data", 2),
    ],
    ids=["bold", "larger", "plain", "styled"],
)
def test_the_title_over_a_table_is_told_by_any_means(above: Paragraph) -> None:
    report = report_of(
        title("Projektstatus"),
        "Denne rapport viser, hvordan det går med projekterne i programmet, måned for måned.",
        above,
        table(["Projekt", "Status", "Bemærk især"], [NAME, LIGHT, BOLD_LABELS]),
    )

    assert [s.name for s in report.sections] == ["Deling af data"]
    assert len(report.introduction) == 1


def test_paragraphs_between_title_and_table_introduce_the_section() -> None:
    report = report_of(
        title("Projektstatus"),
        heading("Drift", 2),
        "Området samler de opgaver, som MedCom selv driver til hverdag.",
        table(["Projekt", "Status", "Bemærk især"], [NAME, LIGHT, BOLD_LABELS]),
        "Se mere på vores side.",
    )

    assert [p.text for p in report.sections[0].introduction] == [
        "Området samler de opgaver, som MedCom selv driver til hverdag."
    ]
    assert [p.text for p in report.closing] == ["Se mere på vores side."]


def test_a_table_nested_in_a_layout_cell_is_found() -> None:
    inner = table(["Projekt", "Status", "Bemærk især"], [NAME, LIGHT, BOLD_LABELS])
    report = report_of(title("Projektstatus"), table([[heading("Drift"), inner]]))

    assert facts(only_project(report)) == WANTED
    assert report.sections[0].name == "Drift"


def test_a_risk_table_inside_a_cell_gives_rated_risks() -> None:
    inner = table(
        ["Risiko", "Sandsynlighed", "Konsekvens"], ["Leverandøren mangler udviklere.", "Høj", "2"]
    )
    report = overview([NAME, LIGHT, [inner, *BOLD_LABELS[2:]]], OTHER)

    risk = report.projects[0].risks[0]
    assert (risk.text, risk.likelihood, risk.impact) == (
        "Leverandøren mangler udviklere.",
        "high",
        "low",
    )


def test_fields_in_the_name_cell_are_details() -> None:
    report = overview([[NAME, "Projektleder: Mette Holm"], LIGHT, BOLD_LABELS])

    assert only_project(report).name == NAME
    assert only_project(report).details == {"Projektleder": "Mette Holm"}


def test_a_key_below_several_names_makes_a_detail() -> None:
    report = overview(
        [["**Kort i journalen**", "PL: Mette Holm"], LIGHT, BOLD_LABELS],
        [["**Ny blanket**", "PL: Ole Lund"], disc("green"), BOLD_LABELS],
    )

    assert [(p.name, p.details) for p in report.projects] == [
        ("Kort i journalen", {"PL": "Mette Holm"}), ("Ny blanket", {"PL": "Ole Lund"})
    ]  # fmt: skip


def test_a_known_field_behind_the_name_in_its_line_is_a_detail() -> None:
    report = overview(["Kort i journalen Projektleder: Mette Holm", LIGHT, BOLD_LABELS])

    assert only_project(report).name == "Kort i journalen"
    assert only_project(report).details == {"Projektleder": "Mette Holm"}


def test_a_row_that_names_but_a_field_goes_on_with_the_project_above() -> None:
    report = overview(
        ["Kort i journalen", "", ["**Største risiko**", "Prisen stiger."]],
        ["Kontakt: Mette Holm", disc("red"), ["**Næste skridt**", "Kortet testes."]],
    )
    project = only_project(report)

    assert (project.name, project.status.light) == ("Kort i journalen", "red")
    assert project.details == {"Kontakt": "Mette Holm"}
    assert facts(project)["upcoming"] == ["Kortet testes."]


def test_a_label_at_the_end_of_a_row_heads_what_the_next_row_goes_on_with() -> None:
    report = overview(
        [NAME, LIGHT, ["**Største risiko**", "Prisen stiger.", "**Næste skridt**"]],
        ["", "", "Kortet testes."],
    )

    assert facts(only_project(report))["upcoming"] == ["Kortet testes."]
    assert facts(only_project(report))["remarks"] == []


def test_a_shaded_table_in_the_status_cell_is_its_light() -> None:
    inner = table([cell(shading("red"))])
    report = overview([NAME, [inner], BOLD_LABELS])

    assert only_project(report).status.light == "red"


def test_two_short_tables_side_by_side_are_no_legend() -> None:
    def small(name: str, color: str) -> Content:
        return table(["Projekt", "Status", "Risici"], [name, disc(color), "Prisen stiger."])

    report = report_of(
        title("Projektstatus"),
        table([[para("Drift", level=1), small("Kort", "green")],
               [para("Data", level=1), small("Web", "red")]]),
    )  # fmt: skip

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Kort", "green"),
        ("Web", "red"),
    ]


def test_a_first_row_without_a_name_is_warned_of() -> None:
    report = overview(["", "", ["**Næste skridt**", "Kortet testes."]], OTHER)

    assert [w.code for w in report.warnings if "row" in w.code] == ["row-without-project"]
    assert [p.text for p in report.unassigned] == ["Næste skridt", "Kortet testes."]


def test_the_project_below_a_row_without_a_name_is_warned_of_too() -> None:
    unnamed = replace(cell("Kortet testes."), locations=(Location(page=1),))
    name = replace(cell("Ny blanket"), locations=(Location(page=2),))
    report = overview(["", "", unnamed], [name, *OTHER[1:]])

    (warning,) = [w for w in report.warnings if w.code == "row-without-project"]
    assert [place.page for place in warning.locations] == [1, 2]


@pytest.mark.parametrize(
    ("below", "names", "answers"),
    [
        (("Ida Krogh", "Bo Lund", "Ida Krogh"), ["Kort", "Web", "Data"],
         ["Ida Krogh", "Bo Lund", "Ida Krogh"]),
        (("MHO", "KFR", "JBR"), ["Kort", "Web", "Data"], ["MHO", "KFR", "JBR"]),
        (("på tværs", "Bo Lund", "i hjemmet"),
         ["Kort på tværs", "Web Bo Lund", "Data i hjemmet"], [None] * 3),
    ],
)  # fmt: skip
def test_a_person_below_most_names_answers_for_the_project(
    below: tuple[str, ...], names: list[str], answers: list[str | None]
) -> None:
    cells = zip(("Kort", "Web", "Data"), below, strict=True)
    named: list[list[Given]] = [[[name, line], LIGHT, BOLD_LABELS] for name, line in cells]
    report = overview(*named)

    assert [p.name for p in report.projects] == names
    assert [p.details.get("Ansvarlig") for p in report.projects] == answers


def test_a_table_called_an_overview_leaves_its_section_the_name_of_the_heading() -> None:
    columns: list[Given] = ["Projekt", "Status", "Bemærk især"]
    called: list[Given] = [cell("Projektoversigt", column_span=3), None, None]
    report = report_of(
        title("Projektstatus"),
        heading("Klinikken"), table(called, columns, [NAME, LIGHT, BOLD_LABELS]),
        heading("Hjemmet"), table(called, columns, OTHER),
    )  # fmt: skip

    assert [section.name for section in report.sections] == ["Klinikken", "Hjemmet"]


def test_list_items_are_one_item_each() -> None:
    items: list[Content] = [
        para("Risici", bold=True),
        para("Mangel på testere", bullet="•"),
        para("Prisen er ukendt", bullet="•"),
    ]
    report = overview([NAME, LIGHT, items])

    assert facts(only_project(report))["risks"] == ["Mangel på testere", "Prisen er ukendt"]
    assert only_project(report).risks[0].label == "Risici"


def test_zebra_stripes_are_no_lights() -> None:
    grey, blue = "#ddebf7", "#bdd7ee"
    striped: list[list[Given]] = [
        [
            cell(NAME, shading(blue)),
            cell(shading(blue)),
            cell("**Risici**", "Ingen.", shading(blue)),
        ],
        [
            cell("Ny blanket", shading(grey)),
            cell(lamp("green"), shading(grey)),
            cell("Gik godt.", shading(grey)),
        ],
    ]
    report = overview(*striped)

    assert [p.status.light for p in report.projects] == ["none", "green"]


def test_a_glyph_with_a_colour_is_a_light() -> None:
    dot = Paragraph((Run("●", color="#c00000"),))
    report = overview([NAME, dot, BOLD_LABELS])

    status = only_project(report).status
    assert (status.light, status.evidence, status.color) == ("red", "glyph", "#c00000")


def test_projects_of_one_name_get_keys_of_their_own() -> None:
    report = overview(
        ["Øvrig drift og ny åben løsning", LIGHT, "A b."],
        ["Øvrig drift og ny åben løsning", LIGHT, "C d."],
    )

    keys = [p.key for p in report.projects]
    assert keys == ["ovrig-drift-og-ny-aben-losning", "ovrig-drift-og-ny-aben-losning-2"]


def test_an_empty_cell_keeps_its_place() -> None:
    empty = Cell(0, 0)
    report = overview([NAME, empty, BOLD_LABELS])

    assert facts(only_project(report)) == {**WANTED, "light": "none"}


@pytest.mark.parametrize("word", ["Indsatsområde", "Tema", "Spor", "Program", "Aktivitet"])
@pytest.mark.parametrize("order", [[0, 1, 2, 3], [0, 2, 1, 3]])
def test_a_word_for_areas_that_stands_alone_names_the_projects(word: str, order: list[int]) -> None:
    header = ["Nr.", word, "Samlet status", "Bemærk især"]
    rows: list[list[Given]] = [["1", NAME, LIGHT, BOLD_LABELS], ["2", *OTHER]]
    given = [[row[at] for at in order] for row in rows]
    report = report_of(
        title("Status"), heading("Drift"), table([header[at] for at in order], *given)
    )

    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == [
        ("Drift", [NAME, "Ny blanket"])
    ]
    assert facts(report.projects[0]) == WANTED


@pytest.mark.parametrize("corner", ["Projekt", ""])
def test_projects_may_stand_in_columns(corner: str) -> None:
    given: list[list[Given]] = [
        [corner, NAME, "Ny blanket"],
        ["Status", LIGHT, disc("green")],
        ["Største risiko", "Leverandøren mangler udviklere.", ""],
        ["Opnået siden sidst", "Testen er bestået i Vejle.", ""],
        ["Næste skridt", "Pilotdrift begynder i uge 40 2027.", "Blanketten trykkes."],
    ]
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert [p.name for p in report.projects] == [NAME, "Ny blanket"]
    assert facts(report.projects[0]) == WANTED
    assert facts(report.projects[1])["upcoming"] == ["Blanketten trykkes."]


def test_the_light_may_stand_below_the_name_in_a_column_for_both() -> None:
    given: list[list[Given]] = [["Projekt/status", "Bemærkninger"], [[NAME, LIGHT], BOLD_LABELS]]
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert facts(only_project(report)) == WANTED


def test_a_status_in_words_may_stand_before_the_labels() -> None:
    given: list[list[Given]] = [["Projekt", "Beskrivelse"], [NAME, ["Status: Gul", *BOLD_LABELS]]]
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert facts(only_project(report)) == WANTED


def test_the_grounds_of_the_names_are_the_lights_where_nothing_else_shows_one() -> None:
    given: list[list[Given]] = [
        ["Projekt", "Bemærkninger"],
        [[NAME, shading("yellow")], BOLD_LABELS],
        [["Ny blanket", shading("green")], ["**Risici**", "Ingen kendte."]],
    ]
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert [p.status.light for p in report.projects] == ["yellow", "green"]
    assert [p.status.evidence for p in report.projects] == ["shading", "shading"]


def test_one_ground_for_all_names_is_no_light() -> None:
    given: list[list[Given]] = [
        ["Projekt", "Bemærkninger"],
        [[NAME, shading("green")], BOLD_LABELS],
        [["Ny blanket", shading("green")], ["**Risici**", "Ingen kendte."]],
    ]
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert [p.status.light for p in report.projects] == ["none", "none"]


def test_a_shaded_row_with_its_first_cell_alone_is_a_section_also_before_the_names() -> None:
    ground = shading("#dddddd")
    given: list[list[Given]] = [
        ["Status", "Projekt", "Bemærkninger"],
        [["Drift", ground], [ground], [ground]],
        [LIGHT, NAME, BOLD_LABELS],
        [["Deling", ground], [ground], [ground]],
        [disc("green"), "Ny blanket", ["**Risici**", "Ingen kendte."]],
    ]
    report = report_of(title("Status"), table(*given))

    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == [
        ("Drift", [NAME]), ("Deling", ["Ny blanket"]),
    ]  # fmt: skip


def test_a_column_of_labels_is_read_without_any_header() -> None:
    given: list[list[Given]] = [
        [NAME, LIGHT, "Største risiko", "Leverandøren mangler udviklere."],
        ["", "", "Opnåede milepæle", "Testen er bestået i Vejle."],
        ["", "", "Næste skridt", "Pilotdrift begynder i uge 40 2027."],
        ["Ny blanket", disc("green"), "Største risiko", "Ingen kendte."],
        ["", "", "Næste skridt", "Blanketten trykkes."],
    ]
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert [p.name for p in report.projects] == [NAME, "Ny blanket"]
    assert facts(report.projects[0]) == WANTED


def test_shaded_namedof_names_and_lights_over_full_width_texts_are_projects() -> None:
    ground = shading("#f2f2f2")

    def both(name: str, color: str, *texts: Content) -> list[list[Given]]:
        wide = cell(*texts, column_span=2)
        return [[[para(name, bold=True), ground], [ground, disc(color)]], [wide, None]]

    given: list[list[Given]] = [
        ["Projekt", "Status"], *both(NAME, "yellow", *BOLD_LABELS),
        *both("Ny blanket", "green", "**Risici**", "Ingen kendte."),
    ]  # fmt: skip
    report = report_of(title("Status"), heading("Drift"), table(*given))

    assert [p.name for p in report.projects] == [NAME, "Ny blanket"]
    assert facts(report.projects[0]) == WANTED


def test_a_text_over_the_columns_of_labels_and_of_their_texts_is_a_remark() -> None:
    report = overview(
        [cell(NAME, row_span=2), cell(LIGHT, row_span=2), "Største risiko", "Prisen stiger."],
        [None, None, "Næste skridt", "Kortet testes."],
        ["Ny blanket", "", cell("Projektet er sat i bero indtil videre.", column_span=2)],
        header=("Projekt", "Status", "", ""),
    )

    assert facts(report.projects[0])["risks"] == ["Prisen stiger."]
    assert facts(report.projects[1])["remarks"] == ["Projektet er sat i bero indtil videre."]


def test_a_table_with_the_header_of_the_one_right_above_goes_on_with_its_section() -> None:
    header = ["Projekt", "Status", "Bemærk især"]
    first = table(header, [cell("Infrastruktur", column_span=3)], [NAME, LIGHT, BOLD_LABELS])
    again, other = table(header, OTHER), table(["Projekt", "Lys", "Risici"], OTHER)

    assert [
        [
            len(section.projects)
            for section in report_of(title("Projektstatus"), first, second).sections
        ]
        for second in (again, other)
    ] == [[2], [1, 1]]
