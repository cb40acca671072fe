"""Pairs of reports with the truth; the figures are those of docs/accuracy.md.

`tuned` and the sample pair 03 -> 06 were looked at while the weights were set; `aside` and the
pair 06 -> 10 were not.  One weight was set anew after that, and `fresh` was written before it was.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from pair_building import Counts, load_pair, names_by_key, rate, score

from medcom_extract import compare, extract

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
SHARED = ROOT / "../shared/reports"
EXACT = ("added", "removed", "renamed", "moved", "lights")


def check(counts: Counts, at_least: dict[str, float]) -> None:
    rates = {kind: rate(*row) for kind, row in counts.items()}
    assert {kind: rates[kind] for kind in EXACT} == dict.fromkeys(EXACT, 1.0)
    low = {kind: value for kind, value in rates.items() if value < at_least.get(kind, 0.8)}
    assert low == {}


@pytest.mark.parametrize("name", ["tuned", "aside", "fresh"])
def test_pairs_of_our_own(name: str) -> None:
    before, after, pair = load_pair(name)
    names = names_by_key(pair["before"], pair["after"])

    check(score(pair["changes"], compare(before, after), names), LEAST[name])


@pytest.mark.slow
@pytest.mark.parametrize("months", [("2027-03", "2027-06"), ("2027-06", "2027-10")])
def test_pairs_of_the_samples(months: tuple[str, str]) -> None:
    before, after = (f"medcom14-{month}" for month in months)
    files = SAMPLES / f"{before}.word.docx", SAMPLES / f"{after}.chromium.pdf"
    counts = score_files(files, SAMPLES / "truth", before, after)

    check(counts, LEAST[months[1]])


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports stand beside the checkout only")
def test_the_pair_of_shared_reports() -> None:
    before, after = "s1-2024-03", "s1-2024-06"
    files = SHARED / f"{before}.docx-image.docx", SHARED / f"{after}.pdf-chromium.pdf"

    check(score_files(files, SHARED / "truth", before, after), LEAST["shared"])


def score_files(files: tuple[Path, Path], truth: Path, before: str, after: str) -> Counts:
    changes = read(truth / f"changes-{before}-{after}.json")
    names = names_by_key(*(read(truth / f"{name}.json") for name in (before, after)))
    return score(changes, compare(*map(extract, files)), names)


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


# What misses the mark of 0.8, and the marks of its own of the shared pair.
LEAST: dict[str, dict[str, float]] = {
    "tuned": {},
    "aside": {},
    "fresh": {"risks.reworded": 0.0, "risks.new": 0.5, "risks.gone": 0.5},
    "2027-06": {},
    "2027-10": {},
    "shared": {"milestones.achieved": 0.85, "milestones.slipped": 0.85, "milestones.dropped": 0.75},
}
