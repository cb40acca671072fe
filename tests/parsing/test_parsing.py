"""Whole reports: the sample reports beside the checkout, and what parse promises."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from parsing_builders import assert_nothing_lost

from medcom_extract.document import Document, Source
from medcom_extract.errors import NotAStatusReport
from medcom_extract.parsing import parse

SHARED = Path(__file__).parents[2] / "../shared"
REPORTS = sorted((SHARED / "reports").glob("*.docx"))
OTHERS = sorted((SHARED / "documents").glob("*.docx"))
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.docx"))
NOT_HERE = pytest.mark.skipif(not REPORTS, reason="the shared sample reports are not here")
RATES = (
    "sections", "projects", "items", "lights", "perfect_projects", "details", "aspects",
    "risk_ratings", "figures", "links", "period", "programme", "title",
)  # fmt: skip


def read(path: Path) -> Document:
    from medcom_extract.readers.word import read_word

    return read_word(path.read_bytes(), Source(path.name, "application/test", "0" * 64))


@NOT_HERE
@pytest.mark.parametrize("path", REPORTS, ids=[path.name for path in REPORTS])
def test_a_sample_report_is_read_without_a_miss(path: Path, tmp_path: Path) -> None:
    document = read(path)
    report = parse(document)
    found = tmp_path / "report.json"
    found.write_text(report.model_dump_json(), "utf-8")
    truth = SHARED / "reports/truth" / f"{path.name.split('.')[0]}.json"
    score = [sys.executable, str(SHARED / "evaluate/score.py"), "report", str(truth), str(found)]
    told = json.loads(subprocess.run(score, capture_output=True, check=True).stdout)

    assert {name: told["rates"][name] for name in RATES} == dict.fromkeys(RATES, 1.0)
    assert_nothing_lost(document, report)


@pytest.mark.skipif(not OTHERS, reason="the shared documents are not here")
@pytest.mark.parametrize("path", OTHERS, ids=[path.name for path in OTHERS])
def test_a_document_of_another_kind_is_refused(path: Path) -> None:
    with pytest.raises(NotAStatusReport):
        parse(read(path))


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_no_word_of_our_own_samples_is_lost(path: Path) -> None:
    document = read(path)

    assert_nothing_lost(document, parse(document))
