"""The drift alarm: what a report lacks that its neighbours have."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from archive_building import REPORT

import medcom_extract
from medcom_extract.batch.drift import DRIFT, UNASSIGNED, find_drift, find_traits, note_unassigned
from medcom_extract.batch.outcomes import Note, Outcome, Traits
from medcom_extract.report import Account

USUAL = {"section:it i kommunerne": 1, "column:risks": 20, "label:største risiko": 18}


def outcome(
    period: str, counts: Mapping[str, int] | None = None, series: str = "medcom"
) -> Outcome:
    named = {name.replace("_", ":", 1).replace("_", " "): n for name, n in (counts or {}).items()}
    found = {name: n for name, n in (USUAL | named).items() if n}
    return Outcome(f"/{series}/{period}", "ok", traits=Traits(series, period, found))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, None),
        ({"column_risks": 0}, "risks"),
        ({"column_risks": 5}, "It has 5 of column 'risks'; its neighbours have 20."),
        ({"column_risks": 9}, None),
        ({"label_største_risiko": 0}, "største risiko"),
        ({"section_it_i_kommunerne": 0}, "It has no section 'it i kommunerne'"),
        ({"section_nyt": 1}, None),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_both_neighbours_have_is_missed(
    counts: dict[str, int], words: str | None, place: int
) -> None:
    given = [outcome("2024-01-01"), outcome("2024-04-01"), outcome("2024-07-01")]
    given[place] = outcome(given[place].path[-10:], counts)

    noted = find_drift(reversed(given))[::-1]
    told = [note.message for note in noted[place].warnings if note.code == DRIFT]
    assert (words in told[0]) if words else (told == [])
    assert noted[place].kind == ("partial" if words else "ok")
    assert {each.kind for each in noted if each is not noted[place]} == {"ok"}
    assert find_drift(noted) == noted


def test_a_series_of_two_has_no_neighbours_and_other_series_are_none() -> None:
    given = [outcome("2024-01-01"), outcome("2024-04-01", {"column_risks": 0})]
    other = [outcome("2024-02-01", {"column_risks": 0}, "region"), Outcome("/x", "failed")]

    assert find_drift([*given, *other]) == [*given, *other]


def test_words_about_the_content_leave_the_report_whole() -> None:
    read = Outcome("/a", "ok")

    assert read.with_notes([Note("green-but-delayed", "")]).kind == "ok"
    assert read.with_notes([Note("table-not-understood", "")]).kind == "partial"
    assert replace(read, kind="skipped").with_notes([Note("x", "")]).kind == "skipped"


def test_the_traits_of_a_report_are_its_columns_labels_and_sections() -> None:
    report = medcom_extract.extract(REPORT, language=False)
    traits = find_traits(report)

    assert (traits.series, traits.period) == ("medcom", "2026-07-01")
    assert traits.counts["column:projects"] == len(report.projects)
    assert {name.partition(":")[0] for name in traits.counts} >= {"column", "label", "part"}


@pytest.mark.parametrize(
    ("unassigned", "told"), [(0, False), (30, False), (40, False), (60, True), (900, True)]
)
def test_many_words_that_fit_nowhere_are_told(unassigned: int, told: bool) -> None:
    account = Account(body=1000, placed=1000 - unassigned, unassigned=unassigned, furniture=0)
    report = medcom_extract.extract(REPORT, language=False)
    notes = note_unassigned(report.model_copy(update={"account": account}))

    assert [note.code for note in notes] == ([UNASSIGNED] if told else [])
