"""Labels left of their text, with no line between."""

import pytest
from page_building import line

from medcom_extract.layout.lines import Line
from medcom_extract.layout.sidelabels import part_labels

LONG = "Testen er forsinket og kommer først i gang"


def beside(*pairs: tuple[str, str]) -> list[Line]:
    """Labels and texts on the same heights; "" for none."""
    found = []
    for number, (label, text) in enumerate(pairs):
        y = 100 + 12 * number
        found += [line(label, 50, y)] if label else []
        found += [line(text, 130, y)] if text else []
    return found


def runs(found: list[Line]) -> list[list[str]]:
    return [[one.text for one in run] for run, _ in part_labels(found)]


def test_each_label_is_read_before_the_text_beside_it() -> None:
    found = beside(
        ("Største risiko", LONG), ("", "til maj."), ("Næste", "Alle er med."), ("", "Nyt."),
    )  # fmt: skip

    assert runs(found) == [
        ["Største risiko"], [LONG, "til maj."], ["Næste"], ["Alle er med.", "Nyt."],
    ]  # fmt: skip


def test_a_label_of_two_lines_is_one() -> None:
    found = beside(
        ("Opnået siden", LONG), ("sidste møde", "til maj."), ("", "Nyt."),
        ("", "Slut."),
    )  # fmt: skip
    found += [line("Næste", 50, 160), line("Alle er med.", 130, 160)]

    assert runs(found)[0] == ["Opnået siden", "sidste møde"]


@pytest.mark.parametrize(
    "found",
    [
        beside(("", "Testen"), ("", "er"), ("", "slut")),
        beside(("Risiko", "Testen er"), ("", "slut"), ("", "nu"), ("", "igen")),  # one label
        beside(*[("Kommunerne er", "Regionerne er")] * 3, ("og mange flere", "")),
        [
            *beside(("A", "Ja"), ("B", "Nej"), ("C", "Ja")),
            line("En lang linje over det hele", 50, 90),
        ],
    ],
    ids=["no labels", "one", "as much as text", "crossed"],
)
def test_other_lines_stay_as_they_are(found: list[Line]) -> None:
    assert len(runs(found)) == 1


def test_a_single_label_counts_where_other_boxes_have_them() -> None:
    found = beside(("Risiko", LONG), ("", "slut"))

    assert [[one.text for one in run] for run, _ in part_labels(found, known=129.0)] == [
        ["Risiko"], [LONG, "slut"],
    ]  # fmt: skip
