"""A whole comparison: lights, summary, what a report against itself and a swap give."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_reports import PERIODS, Row, make_report

from medcom_extract import Comparison, Report, compare

WORDS = ("drift", "pilot", "leverandør", "test", "kommuner", "journal", "svar", "region", "fejl")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
ROWS = st.builds(
    Row,
    name=TEXTS,
    light=st.sampled_from(("green", "yellow", "red", "none", "unknown", "blue")),
    risks=st.lists(TEXTS, max_size=3),
    achieved=st.lists(TEXTS, max_size=2),
    upcoming=st.lists(TEXTS, max_size=2),
    section=st.sampled_from(("Praksis", "Drift")),
)
BOTH = st.tuples(st.lists(ROWS, max_size=5), st.lists(ROWS, max_size=5))
FEW = settings(max_examples=60, deadline=None)


def both_of(rows: tuple[list[Row], list[Row]]) -> tuple[Report, Report]:
    return make_report(*rows[0], month=3, name="a"), make_report(*rows[1], month=6, name="b")


@FEW
@given(st.lists(ROWS, max_size=6))
def test_a_report_against_itself_has_no_change(rows: list[Row]) -> None:
    report = make_report(*rows)
    found = compare(report, report)

    assert {change.change for change in found.projects} <= {"unchanged"}
    kinds = {str(each.kind) for p in found.projects for each in p.milestones}
    kinds |= {str(each.kind) for p in found.projects for each in p.risks}
    assert kinds <= {"carried_over", "unchanged"}


@FEW
@given(BOTH)
def test_swapping_the_reports_mirrors_the_changes(rows: tuple[list[Row], list[Row]]) -> None:
    one, other = both_of(rows)
    forth, back = compare(one, other), compare(other, one)

    assert names(forth, "added") == names(back, "removed")
    assert names(forth, "removed") == names(back, "added")
    mirrored = {"improved": "worsened", "worsened": "improved"}
    assert sorted(lights(forth), key=str) == sorted(
        ((after, before, mirrored.get(way, way)) for before, after, way in lights(back)), key=str
    )
    assert risks(forth) == sorted((after, before) for before, after in risks(back))


def names(found: Comparison, change: str) -> list[str]:
    return sorted(each.name for each in found.projects if each.change == change)


def lights(found: Comparison) -> list[tuple[Any, Any, str]]:
    return [
        ((p.renamed_from or p.name, p.light.before), (p.name, p.light.after), p.light.direction)
        for p in found.projects
        if p.change in ("changed", "unchanged")
    ]


def risks(found: Comparison) -> list[tuple[str, str]]:
    return sorted(
        (each.before.text if each.before else "", each.after.text if each.after else "")
        for project in found.projects
        for each in project.risks
    )


@FEW
@given(BOTH)
def test_every_project_and_item_stands_in_the_comparison(rows: tuple[list[Row], list[Row]]) -> None:
    one, other = both_of(rows)
    found = compare(one, other)
    linked = [p for p in found.projects if p.change in ("changed", "unchanged")]

    assert len(found.projects) == len(one.projects) + len(other.projects) - len(linked)
    assert len({project.key for project in found.projects}) == len(found.projects)
    assert compare(one, other).model_dump_json() == found.model_dump_json()
    assert Comparison.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize(
    ("before", "after", "told", "direction"),
    [
        ("green", "yellow", ("green", "yellow"), "worsened"),
        ("red", "green", ("red", "green"), "improved"),
        ("red", "red", ("red", "red"), "unchanged"),
        ("green", "none", ("green", None), "unranked"),
        ("none", "red", (None, "red"), "unranked"),
        ("green", "unknown", ("green", "unknown"), "unranked"),
        ("blue", "red", ("blue", "red"), "unranked"),
    ],
)
def test_only_the_three_lights_are_better_or_worse(
    before: str, after: str, told: tuple[str | None, str | None], direction: str
) -> None:
    found = compare(
        make_report(Row("Akutteam", light=before), month=3),
        make_report(Row("Akutteam", light=after)),
    )
    light = found.projects[0].light

    assert ((light.before, light.after), light.direction) == (told, direction)
    assert found.summary.lights[direction] == 1


def test_the_summary_counts_every_kind_even_where_there_is_none() -> None:
    found = compare(make_report(Row("A"), Row("B"), month=3), make_report(Row("A"), Row("C D E")))

    assert found.summary.projects == {
        "added": 1,
        "removed": 1,
        "changed": 0,
        "unchanged": 1,
        "renamed": 0,
        "moved": 0,
    }
    assert found.summary.milestones["achieved_unannounced"] == 0
    assert found.summary.lights_before == {"green": 2}


def test_swapped_reports_are_compared_as_given_with_a_warning() -> None:
    found = compare(make_report(Row("A"), month=12), make_report(Row("A"), month=3))

    assert len(found.warnings) == 1
    assert "swapped" in found.warnings[0]
    assert PERIODS[12][0] == (found.before.period and found.before.period.text)


def test_two_files_of_one_report_are_compared_with_a_warning() -> None:
    found = compare(make_report(Row("A"), name="et"), make_report(Row("A"), name="andet"))

    assert [warning.partition(";")[0] for warning in found.warnings] == [
        "et.docx and andet.docx are held to be the same report"
    ]
    assert compare(make_report(Row("A"), month=3), make_report(Row("A"))).warnings == ()


def test_a_report_without_a_period_is_compared_with_a_warning() -> None:
    before = make_report(Row("A", upcoming=["Pilot begynder 1. maj 2026."]), month=3)
    after = make_report(Row("A", upcoming=["Pilot begynder 1. maj 2026."]))
    found = compare(before, after.model_copy(update={"period": None}))

    assert ["no period" in warning for warning in found.warnings] == [True]
    assert not found.projects[0].milestones[0].overdue


def test_empty_reports_have_nothing_to_compare() -> None:
    assert compare(make_report(month=3), make_report()).projects == ()
