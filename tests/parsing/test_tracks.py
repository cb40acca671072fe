"""Sub-projects in one cell."""

from parsing_builders import Content, disc, facts, only_project, para, report_of, table, title

RISK, DONE, NEXT = "**Største risiko**", "**Nået siden sidst**", "**Næste skridt**"


def project_facts(*columns: list[Content], header: tuple[str, ...]) -> dict[str, object]:
    report = report_of(
        title("Projektstatus"),
        table(["Projekt", "Status", *header], ["Deling af kort", disc("red"), *columns]),
    )
    found = facts(only_project(report))
    del found["light"]
    return found


TWO = {
    "risks": ["Ny app: Appen er dyr.", "Web: Ingen bruger den."],
    "achieved": ["Ny app: Appen er tegnet.", "Web: Siden er åben."],
    "upcoming": ["Ny app: Appen testes.", "Web: Siden lukkes."],
    "remarks": [],
}


def test_names_over_repeated_labels_are_tracks() -> None:
    cell: list[Content] = [
        "Ny app", RISK, "Appen er dyr.", DONE, "Appen er tegnet.", NEXT, "Appen testes.",
        "Web", RISK, "Ingen bruger den.", DONE, "Siden er åben.", NEXT, "Siden lukkes.",
    ]  # fmt: skip

    assert project_facts(cell, header=("Bemærk især",)) == TWO


def test_sentences_about_the_whole_project_may_stand_above_the_first_name() -> None:
    cell: list[Content] = [
        "Projektet er under afklaring.",
        "Ny app", RISK, "Appen er dyr.", DONE, "Appen er tegnet.", NEXT, "Appen testes.",
        "Web", RISK, "Ingen bruger den.", DONE, "Siden er åben.", NEXT, "Siden lukkes.",
    ]  # fmt: skip
    wanted = {**TWO, "remarks": ["Projektet er under afklaring."]}

    assert project_facts(cell, header=("Bemærk især",)) == wanted


def test_names_that_stand_in_two_columns_are_tracks() -> None:
    under = [para("Ny app", underline=True), para("Web", underline=True)]
    risks: list[Content] = [under[0], "Appen er dyr.", under[1], "Ingen bruger den."]
    milestones: list[Content] = [
        under[0], "**Opnået**", "Appen er tegnet.", "**Kommende**", "Appen testes.",
        under[1], "**Opnået**", "Siden er åben.", "**Kommende**", "Siden lukkes.",
    ]  # fmt: skip

    assert project_facts(risks, milestones, header=("Risici", "Milepæle")) == TWO


def test_names_in_label_columns_are_tracks() -> None:
    columns: list[list[Content]] = [
        ["Ny app", "Appen er tegnet.", "Web", "Siden er åben."],
        ["Ny app", "Appen testes.", "Web", "Siden lukkes."],
        ["Ny app", "Appen er dyr.", "Web", "Ingen bruger den."],
    ]

    assert project_facts(*columns, header=("Siden sidst", "Næste skridt", "Risici")) == TWO


def test_a_short_first_risk_is_no_track() -> None:
    cell: list[Content] = [RISK, "Mangel på udviklere", DONE, "Appen er tegnet.", NEXT, "Test"]

    assert project_facts(cell, header=("Bemærk især",))["risks"] == ["Mangel på udviklere"]


def test_a_short_plain_line_over_one_round_of_labels_is_a_remark() -> None:
    cell: list[Content] = ["Projektet er nyt", RISK, "Appen er dyr.", DONE, "Appen er tegnet."]
    found = project_facts(cell, header=("Bemærk især",))

    assert (found["remarks"], found["risks"]) == (["Projektet er nyt"], ["Appen er dyr."])


def test_one_name_set_apart_by_its_look_is_a_track() -> None:
    cell: list[Content] = [
        para("Ny app", underline=True), RISK, "Appen er dyr.", DONE, "Appen er tegnet.",
    ]  # fmt: skip

    assert project_facts(cell, header=("Bemærk især",))["risks"] == ["Ny app: Appen er dyr."]
