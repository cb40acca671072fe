from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from medcom_extract.enrichment import enrich
from medcom_extract.report import (
    DateMention,
    DayRange,
    Entity,
    Milestone,
    Period,
    Project,
    Quantity,
    Remark,
    Report,
    ReportSource,
    Risk,
    Section,
    Status,
)

JUNE = Period(text="Juni 2024", start=date(2024, 6, 1), end=date(2024, 6, 30), precision="month")


def project(
    *,
    light: str = "yellow",
    risks: tuple[str, ...] = (),
    achieved: tuple[str, ...] = (),
    upcoming: tuple[str, ...] = (),
    remarks: tuple[str, ...] = (),
) -> Project:
    reached = [Milestone(text=text, kind="achieved") for text in achieved]
    ahead = [Milestone(text=text, kind="upcoming") for text in upcoming]
    return Project(
        key="proeve",
        name="Prøve",
        status=Status(light=light),
        risks=tuple(Risk(text=text) for text in risks),
        milestones=(*reached, *ahead),
        remarks=tuple(Remark(text=text) for text in remarks),
    )


def report(*projects: Project, period: Period | None = JUNE) -> Report:
    source = ReportSource(name="prøve.docx", media_type="application/x", sha256="0")
    return Report(source=source, period=period, sections=(Section(name="Et", projects=projects),))


def enriched(given: Project) -> Project:
    (found,) = enrich(report(given)).projects
    return found


def codes(given: Project) -> list[str]:
    return [warning.code for warning in enrich(report(given)).warnings]


def test_each_item_gets_what_its_words_say() -> None:
    text = "Region Sjælland har 12 sygehuse i drift d. 3. juni. Resten følger."

    (milestone,) = enriched(project(achieved=(text,))).milestones

    assert [(one.text, one.start) for one in milestone.dates] == [("3. juni", date(2024, 6, 3))]
    assert [(one.value, one.unit) for one in milestone.quantities] == [(12, "sygehuse")]
    assert [one.id for one in milestone.entities] == ["region-sjaelland"]
    assert [text[s.start : s.end] for s in milestone.sentences] == [
        "Region Sjælland har 12 sygehuse i drift d. 3. juni.",
        "Resten følger.",
    ]


def test_every_place_is_where_the_text_says_so() -> None:
    text = "Odense Kommune og KMD Nexus mangler 4 ud af 6 test, senest 1. oktober."

    (risk,) = enriched(project(risks=(text,))).risks

    facts: list[DateMention | Quantity | Entity] = []
    facts += (*risk.dates, *risk.quantities, *risk.entities)
    assert len(facts) == 4
    for fact in facts:
        assert fact.span is not None
        assert text[fact.span.start : fact.span.end] == fact.text


def test_a_risk_gets_its_state_cues_categories_and_mitigation() -> None:
    text = "Udviklingen er forsinket. Det håndteres i dialog med leverandøren."

    (risk,) = enriched(project(risks=(text,))).risks

    assert risk.state == "materialised"
    assert [cue.text for cue in risk.cues] == ["er forsinket"]
    assert risk.categories == ("delay", "dependency")
    assert [text[s.start : s.end] for s in risk.mitigation] == [
        "Det håndteres i dialog med leverandøren."
    ]


def test_a_field_that_denies_a_risk_has_no_state() -> None:
    (risk,) = enriched(project(risks=("Ingen væsentlige risici.",))).risks

    assert risk.state is None


def test_a_field_that_denies_a_milestone_is_negative() -> None:
    found = enriched(project(achieved=("Ingen milepæle nået.", "Testen er bestået.")))

    assert [milestone.negative for milestone in found.milestones] == [True, False]


def test_a_project_gets_its_state_with_the_words_for_it() -> None:
    found = enriched(project(upcoming=("Projektet sættes nu på hold.",)))

    assert found.state == "on_hold"
    assert [cue.text for cue in found.state_cues] == ["Projektet sættes nu på hold"]
    assert enriched(project(risks=("Manglende testere.",))).state == "active"


def test_the_phase_among_the_details_tells_the_state() -> None:
    given = project().model_copy(update={"details": {"Nuværende fase:": "Afsluttet"}})

    assert enriched(given).state == "completed"


@pytest.mark.parametrize(
    ("kind", "text", "start", "end"),
    [
        ("upcoming", "Drift d. 8. juli 2024.", "2024-07-08", "2024-07-08"),
        ("upcoming", "Nord går i drift 8. juli, Syd 10. juli 2024.", "2024-07-08", "2024-07-10"),
        ("upcoming", "Aftalen fra marts 2022 fornyes i maj 2025.", "2025-05-01", "2025-05-31"),
        ("achieved", "Aftalen er underskrevet 3. maj 2024 med drift fra 1. oktober 2024.",
         "2024-05-03", "2024-05-03"),
    ],
)  # fmt: skip
def test_a_milestone_is_due_by_the_dates_in_its_text(
    kind: str, text: str, start: str, end: str
) -> None:
    given = project(upcoming=(text,)) if kind == "upcoming" else project(achieved=(text,))

    (milestone,) = enriched(given).milestones

    assert milestone.due == DayRange(start=date.fromisoformat(start), end=date.fromisoformat(end))


def test_the_planned_date_of_a_tables_row_is_when_it_is_due() -> None:
    planned = DayRange(start=date(2024, 9, 1), end=date(2024, 9, 30))
    row = Milestone(text="Drift i tre regioner", kind="plan", planned=planned)

    (milestone,) = enriched(project().model_copy(update={"milestones": (row,)})).milestones

    assert milestone.due == planned


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (project(light="green", risks=("Risikoen er indtruffet.",)), "green-but-materialised"),
        (project(light="green", upcoming=("Testen er udskudt.",)), "green-but-delayed"),
        (project(light="green", remarks=("Projektet er sat på hold.",)), "green-but-on-hold"),
        (project(upcoming=("Drift d. 3. april 2024.",)), "upcoming-in-the-past"),
        (project(achieved=("Godkendt d. 3. august 2024.",)), "achieved-in-the-future"),
    ],
)
def test_a_contradiction_is_a_warning(given: Project, code: str) -> None:
    assert codes(given) == [code]


def test_a_period_ahead_is_what_a_milestone_is_about_not_when_it_was_reached() -> None:
    found = enriched(project(achieved=("Budget for perioden 2028-2030 er udarbejdet.",)))

    assert found.milestones[0].due is None


def test_what_lasts_beyond_the_report_was_reached_before_it() -> None:
    found = enriched(project(achieved=("Supporten er sikret indtil 31. december 2026.",)))

    assert [one.modifier for one in found.milestones[0].dates] == ["until"]
    assert found.milestones[0].due is None


def test_words_that_fit_their_light_and_dates_give_no_warning() -> None:
    assert codes(project(light="red", risks=("Risikoen er indtruffet.",))) == []
    assert codes(project(light="green", risks=("Leverancen kan blive forsinket.",))) == []
    assert codes(project(upcoming=("Drift d. 28. juni 2024.",))) == []


def test_a_report_without_a_period_says_that_its_dates_are_unknown() -> None:
    given = report(project(upcoming=("Drift 8. juli.",)), period=None)

    found = enrich(given)

    assert [warning.code for warning in found.warnings] == ["no-period"]
    assert found.projects[0].milestones[0].dates == ()


def test_a_days_count_that_is_a_date_is_not_counted_twice() -> None:
    (milestone,) = enriched(project(upcoming=("Testen begynder om 14 dage.",))).milestones

    assert isinstance(milestone.dates[0], DateMention)
    assert milestone.quantities == ()


def test_a_text_of_few_words_is_in_its_projects_language() -> None:
    english = enriched(
        project(risks=("The vendor is late.",), achieved=("6 document types registered.",))
    )
    danish = enriched(project(risks=("Leverandøren er sen.",), achieved=("17 klinikker testes.",)))

    assert [q.unit for m in english.milestones for q in m.quantities] == ["document types"]
    assert [q.unit for m in danish.milestones for q in m.quantities] == ["klinikker"]


def test_the_report_given_stays_as_it_is_and_survives_json() -> None:
    given = report(project(risks=("Risikoen er lukket.",)))
    before = given.model_dump_json()

    found = enrich(given)

    assert given.model_dump_json() == before
    assert Report.model_validate_json(found.model_dump_json()) == found


def test_a_report_that_has_passed_the_stage_comes_back_as_it_is() -> None:
    found = enrich(report(project(light="green", risks=("Risikoen er indtruffet.",))))

    assert [warning.code for warning in found.warnings] == ["green-but-materialised"]
    assert enrich(found) == found


def test_a_callers_pipeline_does_its_own_sentences() -> None:
    nlp = spacy.blank("da")
    nlp.add_pipe("sentencizer", config={"punct_chars": [";"]})

    (found,) = enrich(report(project(risks=("Et. To; Tre",))), nlp=nlp).projects

    assert len(found.risks[0].sentences) == 2


def test_a_text_beyond_all_measure_is_read_as_far_as_it_bears() -> None:
    long = project(risks=("Aa" * 20_000, "a.-A, 1" * 9_000, "Risikoen er lukket. " * 4_000))

    found = enrich(report(long))

    assert [warning.code for warning in found.warnings] == ["text-too-long"] * 3
    assert found.projects[0].risks[2].state == "mitigated"
    assert found.projects[0].risks[0].text == long.risks[0].text


@given(st.lists(st.text(max_size=40), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_text_is_read_without_an_exception(texts: list[str]) -> None:
    given_texts = tuple(texts)

    found = enriched(project(risks=given_texts, achieved=given_texts, remarks=given_texts))

    assert tuple(risk.text for risk in found.risks) == given_texts


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert enriched(project(risks=("KL \ud83d er klar",))).risks[0].entities[0].id == "kl"


@pytest.mark.parametrize(
    ("made", "year", "warned"),
    [
        ("2022-06-02", 2022, False),
        ("2026-11-26", 2022, True),
        ("2020-01-05", 2022, True),
        (None, 2022, True),
    ],
)
def test_without_a_period_dates_with_years_go_before_a_file_made_at_another_time(
    made: str | None, year: int, warned: bool
) -> None:
    given = project(
        achieved=("Kortet blev taget i brug d. 3. maj 2022.",),
        upcoming=("Alle er med i november.", "Lukkes i marts 2023."),
    )
    bare = report(given, period=None)
    found = enrich(
        bare.model_copy(update={"source": bare.source.model_copy(update={"created": made})})
    )
    (ahead,) = found.projects[0].milestones[1].dates

    assert ahead.start == date(year, 11, 1)
    assert ("period-guessed" in [warning.code for warning in found.warnings]) == warned


@pytest.mark.parametrize(("ahead", "year"), [("Test i november 2025.", 2025), ("Test nu.", 2026)])
def test_a_quarter_ends_where_milestones_ahead_are_dated_inside_it(ahead: str, year: int) -> None:
    quarter = Period(
        text="4. kvartal 2025", start=date(2025, 10, 1), end=date(2025, 12, 31), precision="quarter"
    )
    given = project(upcoming=("Pilot i november.", ahead, ahead))
    found = enrich(report(given, period=quarter)).projects[0].milestones[0]

    assert [mention.start for mention in found.dates] == [date(year, 11, 1)]
