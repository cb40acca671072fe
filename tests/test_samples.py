"""Every sample, in every form, is read as a careful person would read it."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from medcom_extract import Report, differences, extract

SAMPLES = Path(__file__).parents[1] / "samples"
SHARED = Path(__file__).parents[2] / "shared" / "reports"
FILES = sorted([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.docx")])
SHARED_FILES = sorted(
    path for path in [*SHARED.glob("s*.pdf"), *SHARED.glob("s*.docx")] if "damaged" not in path.name
)
Items = Counter[tuple[str, str | None, str]]
"""Items of a project: kind, track and text."""

KINDS = (("risk", "risks"), ("achieved", "achieved"), ("upcoming", "upcoming"))


def read_truth(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return truth


def truth_of(project: dict[str, Any]) -> Items:
    """What a careful reader wrote down of one project: kind, track and text of each item."""
    items: Items = Counter(("remark", None, text) for text in project["remarks"])
    for track in project["tracks"]:
        for kind, field in KINDS:
            items.update((kind, track["name"], text) for text in track[field])
    items.update(("plan", None, row["milepæl"]) for row in project.get("milestone_rows", []))
    return items


def found_in(report: Report, name: str) -> Items:
    project = next(project for project in report.projects if project.name == name)
    items: Items = Counter(("remark", None, remark.text) for remark in project.remarks)
    items.update(("risk", risk.track, risk.text) for risk in project.risks)
    items.update((each.kind, each.track, each.text) for each in project.milestones)
    return Counter({(k, t, " ".join(text.split())): n for (k, t, text), n in items.items()})


def check_against_truth(report: Report, truth: dict[str, Any]) -> None:
    sections = [(s["name"], [p["name"] for p in s["projects"]]) for s in truth["sections"]]
    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == sections
    lights = {p.name: p.status.light for p in report.projects}
    for section in truth["sections"]:
        for project in section["projects"]:
            assert lights[project["name"]] == (project["light"] or "none"), project["name"]
            assert found_in(report, project["name"]) == truth_of(project), project["name"]
    assert report.title == truth["title"]
    assert report.programme == truth["programme"]
    assert report.period is not None
    assert report.period.end.isoformat() == truth["period"]["end"]
    assert sorted(f.caption for f in report.figures) == sorted(truth["figures"])
    assert {link.url for link in report.links} == set(truth["links"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_is_read_as_its_truth_says(path: Path) -> None:
    truth = read_truth(SAMPLES / "truth" / f"{path.name.split('.')[0]}.json")

    check_against_truth(extract(path, language=False), truth)


@pytest.mark.skipif(not SHARED_FILES, reason="the shared reports are not beside this checkout")
@pytest.mark.parametrize("path", SHARED_FILES, ids=lambda path: path.name)
def test_a_shared_report_is_read_as_its_truth_says(path: Path) -> None:
    truth = read_truth(SHARED / "truth" / f"{path.name.split('.')[0]}.json")

    check_against_truth(extract(path, language=False), truth)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_word_and_pdf_of_one_report_give_the_expected_report(path: Path) -> None:
    expected = SAMPLES / "expected" / f"{path.name.split('.')[0]}.json"
    report = Report.model_validate_json(expected.read_text(encoding="utf-8"))

    assert differences(report, extract(path)) == []


def test_there_is_a_sample_of_each_producer() -> None:
    forms = Counter(path.name.split(".")[1] for path in FILES)

    assert {"word", "libreoffice", "chromium", "weasyprint", "reportlab"} <= set(forms)
    assert forms["word"] >= 4
