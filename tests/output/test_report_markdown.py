from typing import Any

import pytest

from medcom_extract.document import Location
from medcom_extract.output.markdown import format_report, list_places
from medcom_extract.report import (
    Aspect,
    Figure,
    Legend,
    Link,
    Milestone,
    Passage,
    Period,
    Project,
    Remark,
    Report,
    ReportSource,
    ReportWarning,
    Risk,
    Section,
    Status,
    Years,
)


def make_project(name: str, light: str, **fields: Any) -> Project:
    return Project(key=name.lower(), name=name, status=Status(light=light), **fields)


def make_report(*projects: Project, **fields: Any) -> Report:
    source = ReportSource(name="marts_2027.pdf", media_type="application/pdf", sha256="0")
    return Report(source=source, sections=(Section(name="Beskeder", projects=projects),), **fields)


def test_a_report_reads_from_the_summary_down_to_each_item() -> None:
    report = make_report(
        make_project(
            "Svarkort",
            "green",
            milestones=(Milestone(text="Vejle er i drift.", kind="achieved"),),
        ),
        make_project(
            "Fødekæden",
            "red",
            state="on_hold",
            risks=(
                Risk(text="Der mangler testere."),
                Risk(text="Leverandøren er gået konkurs.", state="materialised"),
            ),
            milestones=(Milestone(text="Ny plan i maj.", kind="upcoming"),),
        ),
        title="MedCom14 – status",
        programme="MedCom14",
        programme_years=Years(start=2026, end=2028),
        period=Period.model_validate(
            {"text": "Marts 2027", "start": "2027-03-01", "end": "2027-03-31", "precision": "month"}
        ),
    )

    assert format_report(report) == (
        "# MedCom14 – status\n\n"
        "**Marts 2027** · MedCom14 2026–2028 · from marts_2027.pdf\n\n"
        "2 projects: 🔴 1 red · 🟢 1 green\n\n"
        "## Needs attention\n\n"
        "- 🔴 red: **Fødekæden**. Leverandøren er gået konkurs. *(materialised)*\n\n"
        "## Beskeder\n\n"
        "### 🟢 green: Svarkort\n\n"
        "- **Reached:** Vejle er i drift.\n\n"
        "### 🔴 red: Fødekæden (on hold)\n\n"
        "- **Risk:** Der mangler testere.\n"
        "- **Risk:** Leverandøren er gået konkurs. *(materialised)*\n"
        "- **Ahead:** Ny plan i maj.\n"
    )


def test_tracks_stand_apart_under_their_names() -> None:
    project = make_project(
        "Henvisninger",
        "none",
        remarks=(Remark(text="Fælles for begge."),),
        risks=(Risk(text="A", track="Spor 1"), Risk(text="B", track="Spor 2")),
        milestones=(Milestone(text="C", kind="upcoming", track="Spor 1"),),
    )

    assert (
        "### ➖ no light: Henvisninger\n\n- Fælles for begge.\n\n"
        "*Spor 1*\n\n- **Risk:** A\n- **Ahead:** C\n\n"
        "*Spor 2*\n\n- **Risk:** B\n"
    ) in format_report(make_report(project))


def test_details_aspects_ratings_and_plans_are_shown() -> None:
    planned = {"start": "2027-04-01", "end": "2027-06-30"}
    project = make_project(
        "Stamkort",
        "yellow",
        details={"Projektleder": "N.N."},
        aspects=(Aspect(name="Tidsplan", light="orange"),),
        risks=(Risk(text="Dyrt", likelihood="high", impact="low"),),
        milestones=(
            Milestone.model_validate(
                {"text": "Pilot", "kind": "plan", "planned": planned, "status": "delayed"}
            ),
            Milestone(text="Drift", kind="plan", status="planned"),
        ),
    )

    assert (
        "- **Projektleder:** N.N.\n- **Tidsplan:** 🟠 orange\n"
        "- **Risk:** Dyrt *(likelihood high, impact low)*\n"
        "- **Plan:** Pilot *(planned 2027-04-01 to 2027-06-30, delayed)*\n"
        "- **Plan:** Drift\n"
    ) in format_report(make_report(project))


def test_what_stands_beside_the_projects_follows_them() -> None:
    page = format_report(
        make_report(
            legend=(Legend(light="grey", text="Ikke vurderet"),),
            figures=(Figure(caption="1. Beskeder pr. måned"),),
            links=(Link(text="Læs mere", url="https://example.org/a b"),),
            unassigned=(Passage(text="# Løs tekst"),),
            warnings=(ReportWarning(code="x", message="Uklart.", locations=(Location(page=3),)),),
        )
    )

    assert page.endswith(
        "## Legend\n\n- ⚪ grey: Ikke vurderet\n\n"
        "## Figures\n\n- 1\\. Beskeder pr. måned\n\n"
        "## Links\n\n- Læs mere: <https://example.org/a%20b>\n\n"
        "## Words that fit nowhere\n\n- \\# Løs tekst\n\n"
        "## Warnings\n\n- Uklart. (page 3)\n"
    )


def test_attention_goes_to_red_then_to_lights_not_understood_then_to_yellow() -> None:
    lights = ["yellow", "green", "none", "red", "blue", "unknown"]
    page = format_report(make_report(*(make_project(light, light) for light in lights)))

    attention = page.split("## Beskeder")[0].split("## Needs attention")[1]
    assert ["red", "unknown", "yellow"] == [
        line.split("**")[1] for line in attention.split("\n- ")[1:]
    ]


def test_a_long_risk_is_cut_at_a_word_in_the_summary_only() -> None:
    text = "Leverancen af adgangsstyringen trækker ud, " * 8
    page = format_report(make_report(make_project("Adgang", "red", risks=(Risk(text=text),))))

    summary, whole = page.split("## Beskeder")
    assert summary.rstrip().endswith("Leverancen af adgangsstyringen …")
    assert text.strip() in whole


def test_a_section_without_a_name_still_has_a_heading() -> None:
    source = ReportSource(name="a.docx", media_type="x", sha256="0")
    page = format_report(Report(source=source, sections=(Section(name=""),)))

    assert page.startswith("# Status report\n")
    assert "\n## Projects\n" in page


@pytest.mark.parametrize(
    ("pages", "words"),
    [((), ""), ((None,), ""), ((4,), " (page 4)"), ((4, 2, 4, None), " (pages 2, 4)")],
)
def test_places_are_told_by_page(pages: tuple[int | None, ...], words: str) -> None:
    assert words == list_places([Location(page=page) for page in pages])
