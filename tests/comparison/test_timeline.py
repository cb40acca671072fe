"""A series of reports as one story per project."""

from datetime import timedelta
from itertools import permutations
from random import Random

import pytest
from small_reports import Row, make_report

from medcom_extract import Report, Timeline, timeline
from medcom_extract.comparison.series import TimelineProject
from medcom_extract.comparison.weighing import Likeness, Rarity
from medcom_extract.comparison.wording import Wording


def series() -> list[Report]:
    return [
        make_report(
            Row(
                "Akutteam",
                "yellow",
                risks=["Bilerne mangler strøm."],
                achieved=["12 kommuner er i drift."],
                upcoming=["Pilot begynder 1. maj 2026.", "Logo vælges i april 2026."],
            ),
            Row("Sårpleje", risks=["Billederne er slørede."]),
            month=3,
        ),
        make_report(
            Row(
                "Akutteam",
                "red",
                risks=["Bilerne mangler strøm."],
                achieved=["19 kommuner er i drift."],
                upcoming=["Pilot begynder 1. august 2026."],
            ),
            month=6,
        ),
        make_report(
            Row(
                "Akutteam",
                "red",
                risks=["Bilerne har ikke strøm nok."],
                achieved=["Piloten begyndte 3. august 2026.", "30 kommuner er i drift."],
            ),
            Row("Sårpleje", risks=["Billederne er slørede."]),
            month=9,
        ),
    ]


def story(found: Timeline, name: str) -> TimelineProject:
    return next(project for project in found.projects if project.name == name)


def test_the_order_in_which_reports_are_given_does_not_matter() -> None:
    told = {timeline(order).model_dump_json() for order in permutations(series())}

    assert len(told) == 1


def test_lights_runs_and_totals_are_told() -> None:
    found = timeline(series())
    project = story(found, "Akutteam")

    assert [point.light for point in project.lights] == ["yellow", "red", "red"]
    assert (project.run.light, project.run.reports, project.run.since) == ("red", 2, 1)
    assert [report.lights for report in found.reports] == [
        {"green": 1, "yellow": 1},
        {"red": 1},
        {"green": 1, "red": 1},
    ]


def test_a_promise_is_followed_to_its_end() -> None:
    pilot, logo = story(timeline(series()), "Akutteam").promises

    assert (pilot.outcome, pilot.moved_days, pilot.on_time) == ("achieved", 92, False)
    assert [point.due and point.due.end.isoformat() for point in pilot.due] == [
        "2026-05-01",
        "2026-08-01",
    ]
    assert str(pilot.reached_on) == "2026-08-03"
    assert (logo.outcome, logo.settled, logo.on_time) == ("dropped", 1, False)


def test_the_rate_counts_only_promises_whose_answer_is_known() -> None:
    before = make_report(Row("A", upcoming=["Pilot begynder 20. maj 2026."]), month=3)
    kept = make_report(Row("A", achieved=["Piloten begyndte 18. maj 2026."]))
    unknown = make_report(Row("A", achieved=["Piloten er begyndt."]))

    assert story(timeline([before, kept]), "A").on_time_rate == 1.0
    assert story(timeline([before, unknown]), "A").on_time_rate is None


def test_risks_have_a_first_and_a_last_appearance() -> None:
    (risk,) = story(timeline(series()), "Akutteam").risks

    assert (risk.first, risk.last, risk.open) == (0, 2, True)
    assert [point.change for point in risk.points] == ["new", "unchanged", "reworded"]


def test_counts_become_a_series() -> None:
    (count,) = story(timeline(series()), "Akutteam").counts

    assert [(point.report, point.value) for point in count.points] == [(0, 12), (1, 19), (2, 30)]


def test_a_project_that_was_away_keeps_its_key() -> None:
    project = story(timeline(series()), "Sårpleje")

    assert [point.report for point in project.lights] == [0, 2]
    assert [risk.first for risk in project.risks] == [0]


def test_a_project_keeps_its_key_through_new_names() -> None:
    texts = ["Apparaterne til iltmåling er ikke kalibreret."]
    found = timeline(
        [
            make_report(Row("Hjemmemåling", risks=texts), month=3),
            make_report(Row("Hjemmemåling ved KOL", risks=texts), month=6),
            make_report(Row("Måling af ilt hos KOL-patienter", risks=texts), month=9),
        ]
    )

    assert [(each.key, each.name, each.earlier_names) for each in found.projects] == [
        (
            "hjemmemåling",
            "Måling af ilt hos KOL-patienter",
            ("Hjemmemåling", "Hjemmemåling ved KOL"),
        )
    ]


def test_a_project_that_comes_back_under_a_new_name_keeps_its_key() -> None:
    texts = ["Apparaterne til iltmåling er ikke kalibreret."]
    others = [Row("Akutteam", risks=["Bilerne mangler strøm."])]
    found = timeline(
        [
            make_report(*others, Row("Hjemmemåling", risks=texts), month=3),
            make_report(*others, Row("Sårpleje"), month=6),
            make_report(*others, Row("Måling hos KOL-patienter", risks=texts), month=9),
        ]
    )

    assert [(each.key, [p.report for p in each.lights]) for each in found.projects] == [
        ("akutteam", [0, 1, 2]),
        ("hjemmemåling", [0, 2]),
        ("sårpleje", [1]),
    ]


def test_one_report_in_two_files_counts_once() -> None:
    rows = [Row("Akutteam", "red"), Row("Sårpleje")]
    found = timeline(
        [
            make_report(*rows, name="juni-pdf"),
            make_report(*rows, name="juni-word"),
            make_report(*rows, month=3),
        ]
    )

    assert [report.name for report in found.reports] == ["rapport-03.docx", "juni-pdf.docx"]
    assert [(copy.name, copy.differences) for copy in found.reports[1].copies] == [
        ("juni-word.docx", 0)
    ]
    assert found.warnings == ()


def test_copies_that_differ_are_told_and_other_reports_of_the_period_are_no_copies() -> None:
    changed = timeline(
        [make_report(Row("A", "red"), name="a"), make_report(Row("A", "green"), name="b")]
    )
    others = timeline([make_report(Row("A"), name="a"), make_report(Row("B"), name="b")])

    assert len(changed.reports) == len(changed.warnings) == 1
    assert len(others.reports) == 2


def test_a_report_costs_no_more_late_in_a_series_in_which_projects_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reports = [make_report(*_strangers(number)) for number in range(25)]
    period = reports[0].period
    assert period is not None
    series = [
        report.model_copy(
            update={
                "period": period.model_copy(update={"end": period.end + timedelta(number)}),
                "source": report.source.model_copy(update={"sha256": str(number)}),
            }
        )
        for number, report in enumerate(reports)
    ]
    compared: list[int] = []

    def count(rarity: Rarity, one: Wording, other: Wording) -> Likeness:
        compared.append(1)
        return liken(rarity, one, other)

    liken = Rarity.liken
    monkeypatch.setattr(Rarity, "liken", count)
    costs = []
    for length in (4, 5, 24, 25):
        compared.clear()
        found = timeline(series[:length])
        costs.append(len(compared))

    assert len(found.projects) == 2 + 25
    assert 0 < costs[3] - costs[2] <= costs[1] - costs[0]


def _strangers(number: int) -> list[Row]:
    """Two projects that stay, and one that no other report has."""
    pick = Random(number)

    def word() -> str:
        return "".join(pick.choice("bdfgklmnprst") + pick.choice("aeiouyæø") for _ in range(4))

    text = " ".join(word() for _ in range(12))
    stranger = Row(word(), risks=[f"{text} i kommuner."])
    return [
        Row("Akutteam", risks=["Bilerne mangler strøm."]),
        Row("Sårpleje", risks=["Billederne er slørede."]),
        stranger,
    ]


@pytest.mark.parametrize("count", [0, 1])
def test_few_reports_are_a_short_timeline(count: int) -> None:
    found = timeline(series()[:count])

    assert len(found.reports) == count
    assert Timeline.model_validate_json(found.model_dump_json()) == found
