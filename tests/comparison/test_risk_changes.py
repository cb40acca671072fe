"""What became of each risk."""

import pytest
from small_reports import Row, make_report

from medcom_extract import compare
from medcom_extract.comparison.models import RiskChange


def follow(before: list[str], after: list[str]) -> list[RiskChange]:
    found = compare(
        make_report(Row("Akutteam", risks=before), month=3),
        make_report(Row("Akutteam", risks=after)),
    )
    return list(found.projects[0].risks)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Bilerne mangler strøm.", "Bilerne mangler strøm.", "unchanged"),
        ("Bilerne mangler strøm.", "Mangel på strøm til bilerne og cyklerne.", "reworded"),
        (
            "Udbuddet kan blive forsinket på grund af klager.",
            "Udbuddet er blevet forsinket, da to firmaer har klaget.",
            "materialised",
        ),
        (
            "Leverandøren kan ikke skaffe udviklere nok.",
            "Manglen på udviklere er løst, efter at leverandøren har ansat tre.",
            "mitigated",
        ),
    ],
)
def test_a_risk_is_followed_by_its_words_and_its_state(before: str, after: str, kind: str) -> None:
    (change,) = follow([before], [after])

    assert change.kind == kind


def test_risks_without_a_partner_are_gone_and_new() -> None:
    changes = follow(["Snefald spærrer vejene."], ["Firmaet bag bookingsystemet går konkurs."])

    assert [change.kind for change in changes] == ["new", "gone"]


def test_two_risks_that_were_merged_have_two_links_and_a_split_one_too() -> None:
    parts = ["Udstyret går i stykker på turene.", "Journalen er langsom i tyndt befolkede egne."]
    whole = [
        "Udstyret går i stykker på turene. Desuden er journalen langsom i tyndt befolkede egne."
    ]

    assert [(c.kind, c.shared) for c in follow(parts, whole)] == [("reworded", True)] * 2
    assert [(c.kind, c.shared) for c in follow(whole, parts)] == [("reworded", True)] * 2


def test_a_reworded_risk_shows_word_by_word_what_changed() -> None:
    (change,) = follow(["Bilerne mangler strøm om natten."], ["Bilerne mangler dæk om natten."])

    assert [(part.op, part.text) for part in change.diff] == [
        ("same", "Bilerne mangler"),
        ("removed", "strøm"),
        ("added", "dæk"),
        ("same", "om natten."),
    ]
