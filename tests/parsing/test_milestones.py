"""Milestones under a label that does not say whether they are reached."""

import pytest
from parsing_builders import (
    Given,
    bullet,
    disc,
    heading,
    only_project,
    para,
    report_of,
    table,
    title,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pilot blev afholdt i Odense.", "achieved"),
        ("Snitfladen er godkendt af leverandørerne.", "achieved"),
        ("Leverandøren har leveret første version.", "achieved"),
        ("Udbud 1. marts 2027", "achieved"),
        ("Første kommune i drift, maj 2027", "achieved"),
        ("Udbud 1. oktober 2027", "upcoming"),
        ("Drift forventes i maj 2027.", "upcoming"),
        ("Kravene er ikke godkendt.", "upcoming"),
        ("Udbud skal afsluttes.", "upcoming"),
        ("Pilot i to regioner", "upcoming"),
    ],
)
def test_tense_and_date_tell_whether_a_milestone_is_reached(text: str, kind: str) -> None:
    report = report_of(
        title("Statusrapport juni 2027"), heading("Hjemmet"),
        heading("Telekol", 2), para("Status: Grøn"),
        para("**Risici**"), bullet("Prisen stiger."), para("**Milepæle**"), bullet(text),
    )  # fmt: skip
    project = only_project(report)

    assert [(m.kind, m.text, m.label) for m in project.milestones] == [(kind, text, "Milepæle")]
    assert "milestone-kind-guessed" in [w.code for w in report.warnings]


def test_a_column_of_milestones_is_decided_item_by_item() -> None:
    cell: Given = [bullet("Krav er godkendt."), bullet("Udbud i oktober 2027")]
    report = report_of(
        title("Statusrapport juni 2027"),
        table(["Projekt", "Status", "Milepæle"], ["Telekol", disc("green"), cell]),
    )

    kinds = [m.kind for m in only_project(report).milestones]
    assert kinds == ["achieved", "upcoming"]


def test_labels_that_say_it_need_no_guess() -> None:
    report = report_of(
        title("Statusrapport juni 2027"), heading("Telekol"), para("Status: Grøn"),
        para("**Næste milepæle**"), bullet("Pilot blev drøftet."),
    )  # fmt: skip

    assert [m.kind for m in only_project(report).milestones] == ["upcoming"]
    assert [w for w in report.warnings if w.code == "milestone-kind-guessed"] == []
