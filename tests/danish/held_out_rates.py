"""Rates on the held-out sentences, both halves.  Run: python tests/danish/held_out_rates.py

``--dateparser`` measures the library of that name on the same dates, where it is installed.

155 texts with a date and 60 without, 100 risks, 100 texts with and without quantities and 60 with
names were written before any rule was tuned, and split at random.  The rules were tuned on the half
named ``tuning``; the half named ``aside`` was measured once, at the end, and has been seen since.
"""

import json
import sys
from collections import Counter
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from test_dates_held_out import score

from medcom_extract.danish import classify_risk, find_entities, find_quantities

FOLDER = Path(__file__).parent / "held_out"


def rows(kind: str, half: str) -> list[dict[str, Any]]:
    path = FOLDER / f"{kind}_{half}.json"
    return list(json.loads(path.read_text(encoding="utf-8")))


def date_line(half: str) -> str:
    """The values of dates read right, and the false hits in texts without a date."""
    texts = rows("dates", half)
    right, there, false = score(texts)
    plain = sum(not row["dates"] and not row["vague"] for row in texts)
    return f"{half} {right} of {there} values, {false} false hits in {plain} texts without a date"


def risk_rate(half: str) -> float:
    """The share of risks whose state is right."""
    texts = rows("risks", half)
    right = [row for row in texts if classify_risk(row["text"]) == row["state"]]
    return len(right) / len(texts)


def quantity_rate(half: str) -> float:
    """F of quantities, right in value, whole and unit."""
    hits = wanted = found = 0
    for row in rows("quantities", half):
        want = Counter((q["value"], q["of"], q["unit"]) for q in row["quantities"])
        have = Counter((q.value, q.of, q.unit) for q in find_quantities(row["text"]))
        hits += sum((want & have).values())
        wanted += sum(want.values())
        found += sum(have.values())
    return 2 * hits / (wanted + found)


def entity_rate(half: str) -> float:
    """F of names, right in text, label and id; several readings of one place count once."""
    hits = wanted = found = 0
    for row in rows("entities", half):
        have = find_entities(row["text"])
        want = {(entity["text"], entity["label"], entity["id"]) for entity in row["entities"]}
        hits += len(want & {(entity.text, entity.label, entity.id) for entity in have})
        wanted += len(want)
        found += len({entity.span for entity in have})
    return 2 * hits / (wanted + found)


def dateparser_line(half: str) -> str:
    """What ``search_dates`` finds; generous: the first day of a stretch is enough."""
    search = import_module("dateparser.search").search_dates
    right = there = false = 0
    for row in rows("dates", half):
        settings = {
            "PREFER_DATES_FROM": row["direction"] or "current_period",
            "RELATIVE_BASE": datetime.fromisoformat(row["reference"][1]),
            "PREFER_DAY_OF_MONTH": "first",
        }
        found = search(row["text"], languages=["da", "en"], settings=settings) or []
        firsts = Counter(str(day.date()) for _, day in found)
        wanted = Counter(start for start, _ in row["dates"])
        right += sum((firsts & wanted).values())
        there += sum(wanted.values()) + row["vague"]
        false += bool(found) and not wanted and not row["vague"]
    return f"{half} {right} of {there} values, hits in {false} texts without a date"


def main() -> None:
    for half in ("tuning", "aside"):
        sys.stdout.write(f"{'dates':12}  {date_line(half)}\n")
        if "--dateparser" in sys.argv:
            sys.stdout.write(f"{'dateparser':12}  {dateparser_line(half)}\n")
    for name, rate in (
        ("risk states", risk_rate),
        ("quantities", quantity_rate),
        ("entities", entity_rate),
    ):
        sys.stdout.write(f"{name:12}  tuning {rate('tuning'):.3f}  aside {rate('aside'):.3f}\n")


if __name__ == "__main__":
    main()
