"""A comparison, a timeline and answers as Markdown, CSV and tables."""

import csv
import io
import re

import pytest
from small_reports import Row, make_report
from test_timeline import series

from medcom_extract import Comparison, compare, find_long_runs, timeline
from medcom_extract.output import comparison_markdown, rows, timeline_markdown


@pytest.fixture
def found() -> Comparison:
    before = make_report(
        Row(
            "Udbud",
            "green",
            risks=["Udbuddet kan blive forsinket."],
            upcoming=["Temadag i Odense 4. maj.", "Pilot begynder 1. maj 2026."],
        ),
        Row("Sårpleje", "yellow"),
        Row("Lokationsnumre", "green", achieved=["12 kommuner er i drift."]),
        month=3,
    )
    after = make_report(
        Row(
            "Udbud",
            "red",
            risks=["Udbuddet er blevet forsinket."],
            upcoming=["Piloten begynder 1. august 2026."],
        ),
        Row("Sårpleje", "yellow"),
        Row("Lokationsnumre", "green", achieved=["19 kommuner er i drift."]),
        Row("=1+1 | ny", "none"),
    )
    return compare(before, after)


def test_what_needs_a_decision_comes_first_in_the_mail(found: Comparison) -> None:
    page = comparison_markdown.format_comparison(found)
    headings = re.findall(r"^## (.+)$", page, re.M)

    assert page.startswith("# Marts 2026 → Juni 2026\n")
    assert headings == ["Needs a decision", "Lights", "Projects", "Promises", "Risks", "Counts"]
    decision = page.split("## ")[1]
    assert "🟢 → 🔴 red: **Udbud**" in decision
    assert "a risk has happened: Udbuddet er blevet forsinket." in decision
    assert "promised and gone: Temadag i Odense 4. maj." in decision
    assert "Sårpleje" not in decision
    assert "⏩ moved (+92 days): Piloten begynder 1. august 2026." in page
    assert "12 kommuner → 19 kommuner (+7)" in page


def test_a_target_is_only_told_as_reached_where_it_is() -> None:
    before = make_report(
        Row("A", upcoming=["55 kommuner er i drift i maj 2026.", "9 sygehuse testes i maj 2026."]),
        Row("B", upcoming=["12 klinikker er i drift i maj 2026."]),
        month=3,
    )
    after = make_report(
        Row("A", upcoming=["40 kommuner er i drift i maj 2026.", "9 sygehuse testes i maj 2026."]),
        Row("B", achieved=["14 klinikker er i drift."]),
    )
    page = comparison_markdown.format_comparison(compare(before, after))

    assert "(40 instead of 55, overdue): 40 kommuner" in page
    assert "➡️ still ahead (overdue): 9 sygehuse testes i maj 2026." in page
    assert "✅ reached (14 of 12): 14 klinikker er i drift." in page


def test_a_report_beside_itself_shows_no_change() -> None:
    report = make_report(
        Row("A", "yellow", risks=["Bilerne mangler strøm."], achieved=["12 kommuner er i drift."])
    )
    page = comparison_markdown.format_comparison(compare(report, report))

    assert re.findall(r"^## (.+)$", page, re.M) == ["Look at this"]
    assert "are held to be the same report" in page


def test_csv_has_one_change_a_row_and_no_formulas(found: Comparison) -> None:
    table = list(csv.DictReader(io.StringIO(rows.format_comparison_rows(found))))

    assert {row["what"] for row in table} == {"project", "light", "milestone", "risk", "figure"}
    slipped = next(row for row in table if row["kind"] == "slipped")
    assert (slipped["project"], slipped["days"]) == ("Udbud", "92")
    assert [row["project"] for row in table if row["kind"] == "added"] == ["'=1+1 | ny"]


def test_the_table_is_readable_without_colour(found: Comparison) -> None:
    plain = rows.format_comparison_table(found)
    coloured = rows.format_comparison_table(found, colour=True)

    assert re.search(r"^green +red +Udbud +1 dropped, 1 slipped +1 materialised$", plain, re.M)
    assert "\x1b[31mred\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain


def test_a_light_that_is_missing_is_told_from_a_project_that_is() -> None:
    found = compare(
        make_report(Row("A", "none"), Row("Udbud"), month=3), make_report(Row("A", "none"))
    )
    lines = rows.format_comparison_table(found).splitlines()[2:]

    assert [line.split() for line in lines] == [
        ["none", "none", "A"],
        ["green", "Udbud", "(removed)"],
    ]


def test_control_characters_of_a_report_do_not_reach_the_terminal() -> None:
    report = make_report(Row("Udbud\x1b[31m\x07"))

    assert "\x1b" not in rows.format_timeline_table(timeline([report]))


def test_a_timeline_is_a_page_a_table_and_rows() -> None:
    found = timeline(series())
    page = timeline_markdown.format_timeline(found)
    table = list(csv.DictReader(io.StringIO(rows.format_timeline_rows(found))))

    assert "| Akutteam | 🟡 | 🔴 | 🔴 |" in page
    assert "🔴 red for 2 reports running" in page
    assert "✅ reached (due 2026-05-01, then 2026-08-01; late): Pilot begynder 1. maj 2026." in page
    assert "12 → 19 → 30 kommuner" in page
    assert {row["what"] for row in table} == {"light", "promise", "risk", "count"}
    assert re.search(r"^Akutteam +yellow +red +red$", rows.format_timeline_table(found), re.M)


def test_answers_are_told_in_each_form() -> None:
    answers = find_long_runs(timeline(series()), reports=3)

    assert "**Akutteam** (September 2026, 3 reports running)" in (
        timeline_markdown.format_answers(answers, "Runs")
    )
    assert "Nothing was found." in timeline_markdown.format_answers([], "Runs")
    assert rows.format_answer_rows(answers).startswith("project,key,report,")
    assert rows.format_answer_table(answers).splitlines()[2].startswith("red ")
