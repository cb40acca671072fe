"""Sentences written before the rules, half of them kept aside from tuning; and any text."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medcom_extract.danish.dates import find_dates, read_dates, resolve_period

HALVES = Path(__file__).parent / "held_out"
WORST_SHARE_OF_VALUES = 0.95
MOST_FALSE_HITS = 1

WORDS = """d. den 1. 31. 2/ 30/9 - – til og , juni februar uge 53 Q2 kvartal 2024 '24 primo udgangen
af fra senest inden jul påske om 3 måneder siden sidste næste årsskiftet /25 halvår maj May"""
PIECES = st.sampled_from(WORDS.split())


def score(rows: list[dict[str, Any]]) -> tuple[int, int, int]:
    """Count the values read right, the values there are, and the hits in sentences without any."""
    right = there = false = 0
    for row in rows:
        first, last = map(date.fromisoformat, row["reference"])
        found = find_dates(row["text"], (first, last), direction=row["direction"])
        if row["vague"]:
            there += 1
            right += [mention.precision for mention in found] == ["vague"]
            continue
        values = Counter((str(mention.start), str(mention.end)) for mention in found)
        wanted = Counter((start, end) for start, end in row["dates"])
        right += sum((values & wanted).values())
        there += sum(wanted.values())
        false += 0 if wanted else len(found)
    return right, there, false


@pytest.mark.parametrize("half", ["tuning", "aside"])
def test_held_out_sentences_are_read(half: str) -> None:
    rows = json.loads((HALVES / f"dates_{half}.json").read_text("utf-8"))
    right, there, false = score(rows)

    assert right / there >= WORST_SHARE_OF_VALUES
    assert false <= MOST_FALSE_HITS


@given(st.lists(PIECES, max_size=9).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_dates_whose_offsets_hold_their_words(text: str) -> None:
    reading = read_dates(text, date(2024, 6, 4))

    for mention in reading.dates:
        assert mention.start <= mention.end
        assert text[slice(*mention.span)] == mention.text


@given(st.lists(PIECES, max_size=6).map(" ".join))
def test_any_text_gives_a_period_or_none(text: str) -> None:
    period = resolve_period(text)

    assert period is None or period[0] <= period[1]
