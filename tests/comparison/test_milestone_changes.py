"""Each promise is looked for in the next report: reached, moved, kept, gone."""

import pytest
from small_reports import Row, make_report

from medcom_extract import Report, compare
from medcom_extract.comparison.models import MilestoneChange
from medcom_extract.report import DayRange, Milestone


def follow(before: Report, after: Report) -> list[MilestoneChange]:
    return list(compare(before, after).projects[0].milestones)


def reports_of(upcoming: list[str], achieved: list[str], ahead: list[str]) -> tuple[Report, Report]:
    return (
        make_report(Row("Akutteam", upcoming=upcoming), month=3),
        make_report(Row("Akutteam", achieved=achieved, upcoming=ahead)),
    )


@pytest.mark.parametrize(
    ("promised", "reached"),
    [
        ("Testprotokollen frigives 12. april.", "Testprotokollen er udgivet."),
        ("Leverandørerne begynder udviklingen i maj.", "Udvikling er igangsat hos leverandørerne."),
        ("FSK-test i lægesystemerne gennemføres i uge 20.", "Lægesystemerne er testet med FSK."),
        ("PID forelægges styregruppen i april.", "Styregruppen har godkendt PID."),
        ("Testcamp afholdes i Vejle 4. maj.", "Campen i Vejle samlede 40 testere."),
        ("Region Nord går i drift 2. maj.", "Region Nordjylland er i drift."),
        ("20 kommuner er i drift ultimo maj.", "21 kommuner er i drift."),
        ("The pilot with Sweden is held in May.", "The Swedish pilot was held in Lund, Sweden."),
    ],
)
def test_a_promise_is_found_among_what_is_reached(promised: str, reached: str) -> None:
    before, after = reports_of([promised], ["Nyt logo er valgt.", reached], ["Rapport skrives."])
    (change, *others) = follow(before, after)

    assert change.kind == "achieved"
    assert change.after is not None
    assert change.after.text == reached
    assert change.similarity is not None
    assert change.words
    assert [each.kind for each in others] == ["achieved_unannounced", "new"]


@pytest.mark.parametrize(
    ("promised", "ahead", "kind", "days"),
    [
        ("Pilot begynder 1. maj 2026.", "Piloten begynder 1. august 2026.", "slipped", 92),
        ("Pilot begynder i oktober 2026.", "Pilot begynder i august 2026.", "advanced", -61),
        ("Pilot begynder 1. maj 2026.", "Pilot begynder 1. maj 2026.", "carried_over", 0),
        (
            "Pilot begynder i 3. kvartal 2026.",
            "Pilot begynder 4. august 2026.",
            "carried_over",
            -57,
        ),
        ("Pilot begynder ultimo maj 2026.", "Piloten begynder snart.", "carried_over", None),
    ],
)
def test_a_promise_that_is_still_ahead_tells_how_its_date_moved(
    promised: str, ahead: str, kind: str, days: int | None
) -> None:
    (change,) = follow(*reports_of([promised], [], [ahead]))

    assert (change.kind, change.days) == (kind, days)


def test_a_promise_that_is_gone_is_dropped_and_what_is_new_is_new() -> None:
    changes = follow(
        *reports_of(["Temadag i Odense 4. maj."], [], ["Kontrakt med Systematic underskrives."])
    )

    assert [change.kind for change in changes] == ["dropped", "new"]
    assert changes[0].overdue


def test_no_milestone_reached_is_no_milestone() -> None:
    changes = follow(
        *reports_of(["Pilot begynder i maj."], ["Ingen milepæle opnået, piloten er udsat."], [])
    )

    assert [change.kind for change in changes] == ["dropped"]


def test_a_figure_tells_the_target_reached_from_the_next_target() -> None:
    changes = follow(
        *reports_of(
            ["55 kommuner er i drift inden udgangen af maj."],
            ["58 kommuner er nu i drift med løsningen, hvilket er flere end forventet."],
            ["90 kommuner er i drift ultimo september."],
        )
    )

    assert [change.kind for change in changes] == ["achieved", "new"]
    assert changes[0].target is not None
    assert (changes[0].target.promised, changes[0].target.reached) == (55, 58)


def test_a_target_that_is_missed_and_promised_anew_has_slipped() -> None:
    (change, reached) = follow(
        *reports_of(
            ["60 aktører er tilsluttet ved udgangen af maj 2026."],
            ["41 aktører er tilsluttet."],
            ["60 aktører er tilsluttet ved udgangen af august 2026."],
        )
    )

    assert (change.kind, change.days) == ("slipped", 92)
    assert reached.kind == "achieved_unannounced"


def test_one_of_two_parties_is_a_promise_kept_in_part() -> None:
    changes = follow(
        *reports_of(
            ["Region Sjælland og Region Syddanmark tager portalen i brug i maj."],
            ["Region Sjælland har taget portalen i brug."],
            ["Region Syddanmark tager portalen i brug i september 2026."],
        )
    )

    assert {(change.kind, change.partly, change.shared) for change in changes} == {
        ("achieved", True, True),
        ("slipped", False, True),
    }


def test_two_promises_may_be_told_as_reached_in_one_paragraph() -> None:
    changes = follow(
        *reports_of(
            ["Vejledning til jordemødre udsendes i april.", "Cura bliver certificeret i maj."],
            ["Vejledningen til jordemødre er sendt ud, og Cura er certificeret og godkendt."],
            [],
        )
    )

    assert [(change.kind, change.shared) for change in changes] == [("achieved", True)] * 2


def test_what_was_reached_before_is_not_reached_again() -> None:
    done = "Workshop med regionerne er afholdt."
    before = make_report(Row("Akutteam", achieved=[done]), month=3)
    after = make_report(Row("Akutteam", achieved=[done]))

    assert follow(before, after) == []


@pytest.mark.parametrize(
    ("status", "planned", "kind"),
    [
        ("achieved", (2026, 5, 1), "achieved"),
        ("delayed", (2026, 9, 1), "slipped"),
        ("planned", (2026, 5, 1), "carried_over"),
        ("cancelled", (2026, 5, 1), "dropped"),
    ],
)
def test_a_row_of_a_milestone_plan_is_followed_by_its_status(
    status: str, planned: tuple[int, int, int], kind: str
) -> None:
    before = with_plan(make_report(Row("Akutteam"), month=3), "planned", (2026, 5, 1))
    after = with_plan(make_report(Row("Akutteam")), status, planned)

    assert [change.kind for change in follow(before, after)] == [kind]


def with_plan(report: Report, status: str, day: tuple[int, int, int]) -> Report:
    iso = f"{day[0]}-{day[1]:02}-{day[2]:02}"
    row = Milestone.model_validate(
        {"text": "Pilot", "kind": "plan", "status": status, "planned": {"start": iso, "end": iso}}
    )
    assert isinstance(row.planned, DayRange)
    (section,) = report.sections
    (project,) = section.projects
    project = project.model_copy(update={"milestones": (row,)})
    section = section.model_copy(update={"projects": (project,)})
    return report.model_copy(update={"sections": (section,)})
