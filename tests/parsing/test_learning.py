"""Labels that no vocabulary knows, told by the look and the place they share with known ones."""

from parsing_builders import Content, Given, disc, facts, para, report_of, table, title

from medcom_extract.report import Report

NAMES = ("Deling af kort", "Fælles kalender", "Advis om flytning")


def report_with(
    label: str | Content, *, rows: int = 3, known: str = "**Største risiko**"
) -> Report:
    """Projects whose cells hold a known label, two more and a label of the caller's."""
    cells: list[list[Content]] = [
        [known, f"Pris {at} stiger.", "**Nået siden sidst**", f"Kort {at} er tegnet.", label,
         f"Kort {at} tages i brug i uge 40."]
        for at in range(rows)
    ]  # fmt: skip
    lines: list[list[Given]] = [
        [name, disc("green"), cells[at]] for at, name in enumerate(NAMES[:rows])
    ]
    return report_of(title("Projektstatus"), table(["Projekt", "Status", "Bemærkninger"], *lines))


def codes(report: Report) -> list[str]:
    return [warning.code for warning in report.warnings]


def test_a_line_in_the_look_of_labels_is_one_and_its_words_tell_its_field() -> None:
    report = report_with("**Det her sker nu i næste omgang**")

    for at, project in enumerate(report.projects):
        found = facts(project)
        assert found["achieved"] == [f"Kort {at} er tegnet."]
        assert found["upcoming"] == [f"Kort {at} tages i brug i uge 40."]
        assert project.milestones[1].label == "Det her sker nu i næste omgang"
    assert codes(report).count("label-guessed") == 1


def test_under_a_label_without_telling_words_stand_remarks_and_each_project_is_warned_of() -> None:
    report = report_with("**Fra værkstedet**")

    for at, project in enumerate(report.projects):
        assert facts(project)["remarks"] == [f"Kort {at} tages i brug i uge 40."]
        assert facts(project)["achieved"] == [f"Kort {at} er tegnet."]
    told = [w.message for w in report.warnings if w.code == "label-not-recognised"]
    assert [message.partition(":")[0] for message in told] == list(NAMES)


def test_a_line_that_stands_once_is_an_item() -> None:
    report = report_with("**Fra værkstedet**", rows=1)

    assert facts(report.projects[0])["achieved"] == [
        "Kort 0 er tegnet.", "Fra værkstedet", "Kort 0 tages i brug i uge 40."
    ]  # fmt: skip


def test_a_plain_line_that_comes_again_is_an_item() -> None:
    report = report_with("Ingen afvigelser i næste")

    assert "Ingen afvigelser i næste" in facts(report.projects[0])["achieved"]
    assert "label-guessed" not in codes(report)


def test_places_under_every_label_are_no_labels() -> None:
    cells: list[list[Content]] = [
        ["**Største risiko**", "**Fyn**", f"Pris {at} stiger.", "**Nået siden sidst**", "**Fyn**",
         f"Kort {at} er tegnet."]
        for at in range(3)
    ]  # fmt: skip
    rows: list[list[Given]] = [[name, disc("green"), cells[at]] for at, name in enumerate(NAMES)]
    report = report_of(title("Status"), table(["Projekt", "Status", "Bemærkninger"], *rows))

    assert "label-not-recognised" not in codes(report)
    assert all(project.risks and project.milestones for project in report.projects)


def test_labels_before_their_text_are_learned_by_their_words() -> None:
    cells: list[list[Content]] = [
        [para(f"**Risici:** Pris {at} stiger."), para(f"**Nyt fra fremtiden:** Kort {at} testes.")]
        for at in range(3)
    ]
    rows: list[list[Given]] = [[name, disc("green"), cells[at]] for at, name in enumerate(NAMES)]
    report = report_of(title("Status"), table(["Projekt", "Status", "Bemærkninger"], *rows))

    assert [facts(p)["upcoming"] for p in report.projects] == [
        [f"Kort {at} testes."] for at in range(3)
    ]


def test_sentences_that_begin_alike_beside_lines_of_status_are_items() -> None:
    cells: list[list[Content]] = [
        ["Status: Gul", "**Nået siden sidst**", f"Afprøvning afsluttet: {at} fejl er rettet."]
        for at in range(3)
    ]
    rows: list[list[Given]] = [[name, cells[at]] for at, name in enumerate(NAMES)]
    report = report_of(title("Status"), table(["Projekt", "Bemærkninger"], *rows))

    assert [facts(p)["achieved"] for p in report.projects] == [
        [f"Afprøvning afsluttet: {at} fejl er rettet."] for at in range(3)
    ]
    assert "label-guessed" not in codes(report)


def test_labels_all_unknown_are_learned_where_their_words_tell_several_fields() -> None:
    report = report_with("**Hvad skal vi lave fremover**", known="**Hvad er det, der bekymrer?**")

    assert facts(report.projects[0])["risks"] == ["Pris 0 stiger."]
    assert facts(report.projects[0])["upcoming"] == ["Kort 0 tages i brug i uge 40."]


def test_a_line_beside_known_labels_is_one_where_its_words_tell_a_field_they_do_not() -> None:
    report = report_with("**Det skal ske nu**", rows=1)

    assert facts(report.projects[0])["achieved"] == ["Kort 0 er tegnet."]
    assert facts(report.projects[0])["upcoming"] == ["Kort 0 tages i brug i uge 40."]
    assert "label-guessed" in codes(report)
