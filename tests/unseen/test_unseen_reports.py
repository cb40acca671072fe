"""What was once read right in the reports of other authors stays right."""

import json
from pathlib import Path

import pytest

from .scoring import FOLDER, files, measure

RATES: dict[str, int] = json.loads((FOLDER / "rates.json").read_text(encoding="utf-8"))


def test_every_report_has_a_rate_to_hold() -> None:
    assert sorted(RATES) == [path.name for path in files()]


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_a_report_is_read_no_worse_than_before(path: Path) -> None:
    assert measure(path).perfect >= RATES[path.name]
