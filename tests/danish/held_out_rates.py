"""Rates on the held-out sentences, both halves.  Run: python tests/danish/held_out_rates.py

100 risks, 100 texts with and without quantities and 60 with names were written before any rule was
tuned, and split at random with seed 2024.  The rules were tuned on the half named ``tuning``; the
half named ``aside`` was measured once, at the end.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from medcom_extract.danish import classify_risk, find_entities, find_quantities

FOLDER = Path(__file__).parent / "held_out"


def rows(kind: str, half: str) -> list[dict[str, Any]]:
    path = FOLDER / f"{kind}_{half}.json"
    return list(json.loads(path.read_text(encoding="utf-8")))


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


def main() -> None:
    for name, rate in (
        ("risk states", risk_rate),
        ("quantities", quantity_rate),
        ("entities", entity_rate),
    ):
        sys.stdout.write(f"{name:12}  tuning {rate('tuning'):.3f}  aside {rate('aside'):.3f}\n")


if __name__ == "__main__":
    main()
