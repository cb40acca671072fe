"""Print how right the comparison is on each pair of reports, as docs/accuracy.md shows it.

python tests/comparison/pair_rates.py
"""

import json
import sys
from pathlib import Path

from pair_building import Counts, load_pair, names_by_key, rate, score

from medcom_extract import compare, open_report

SAMPLES = Path(__file__).parents[2] / "samples"


def own(name: str) -> Counts:
    before, after, pair = load_pair(name)
    names = names_by_key(pair["before"], pair["after"])
    return score(pair["changes"], compare(before, after), names)


def samples(before: str, after: str) -> Counts:
    names = [f"medcom14-2027-{month}" for month in (before, after)]
    truths = [json.loads((SAMPLES / f"truth/{name}.json").read_text("utf-8")) for name in names]
    changes = json.loads((SAMPLES / f"truth/changes-{'-'.join(names)}.json").read_text("utf-8"))
    reports = [open_report(SAMPLES / f"{name}.libreoffice.pdf") for name in names]
    return score(changes, compare(*reports), names_by_key(*truths))


def main() -> None:
    pairs = {
        "sample 03 → 06": samples("03", "06"),
        "sample 06 → 10": samples("06", "10"),
        **{name: own(name) for name in ("tuned", "aside", "fresh")},
    }
    kinds = sorted({kind for counts in pairs.values() for kind in counts})
    lines = [["", *pairs], ["---"] * (len(pairs) + 1)]
    for kind in kinds:
        rows = [counts.get(kind) for counts in pairs.values()]
        cells = [f"{rate(*row):.2f} ({row[0]} of {row[1]})" if row else "" for row in rows]
        lines.append([kind, *cells])
    sys.stdout.writelines(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
