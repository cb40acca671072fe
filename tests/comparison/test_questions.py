"""The questions of a steering group."""

from datetime import date

import pytest
from small_reports import Row, make_report
from test_timeline import series

from medcom_extract import (
    InvalidOption,
    find_contradictions,
    find_dropped,
    find_long_runs,
    find_materialised,
    find_mentions,
    find_overdue,
    timeline,
)


def test_runs_of_red_or_yellow_are_found_by_their_length() -> None:
    found = timeline(series())

    assert [(each.project, each.reports) for each in find_long_runs(found, reports=3)] == [
        ("Akutteam", 3)
    ]
    assert find_long_runs(found, reports=3, lights=["red"]) == []
    assert len(find_long_runs(found, reports=2, lights=["red"])) == 1


def test_a_light_that_nobody_has_is_no_empty_answer() -> None:
    with pytest.raises(InvalidOption, match=r"no project has the light 'rød'\. There are green, "):
        find_long_runs(timeline(series()), lights=["rød"])


def test_promises_overdue_at_a_date_are_found() -> None:
    found = timeline(series()[:2])

    assert find_overdue(found) == []
    (late,) = find_overdue(found, date(2026, 9, 1))
    assert (late.project, late.due, late.days) == ("Akutteam", date(2026, 8, 1), 31)


def test_dropped_promises_are_found_with_the_report_that_lacks_them() -> None:
    (dropped,) = find_dropped(timeline(series()))

    assert (dropped.report, dropped.text) == ("Juni 2026", "Logo vælges i april 2026.")


def test_materialised_risks_are_found_where_they_are_first_told() -> None:
    row = Row("Udbud", risks=["Udbuddet er blevet forsinket."])
    found = timeline([make_report(row, month=6), make_report(row, month=9)])

    assert [each.report for each in find_materialised(found)] == ["Juni 2026"]


def test_everything_that_names_a_party_is_found_by_any_of_its_names() -> None:
    row = Row("Portal", upcoming=["Region Nordjylland tager portalen i brug."])
    (answer,) = find_mentions([make_report(row)], "Region Nord")

    assert (answer.project, answer.kind) == ("Portal", "milestone")


def test_contradictions_between_light_and_text_are_found() -> None:
    row = Row("Udbud: fase 2", "green", risks=["Udbuddet er blevet forsinket."])
    (answer,) = find_contradictions([make_report(row)])

    assert (answer.project, answer.kind) == ("Udbud: fase 2", "green-but-materialised")
    assert answer.text.startswith("the light is green")
