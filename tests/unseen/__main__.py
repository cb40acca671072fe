"""Print how well each report of the other authors was read."""

import argparse
import json
import sys

from .scoring import FOLDER, files, measure, total


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.unseen", description=__doc__)
    parser.add_argument("--save", action="store_true", help="keep the rates for the test to hold")
    given = parser.parse_args()
    rates = {path.name: measure(path) for path in files()}
    for name, rate in rates.items():
        sys.stdout.write(f"{name}: {rate}\n")
    whole = total(list(rates.values()))
    sys.stdout.write(
        f"{len(rates)} files, projects right in all: {whole} = "
        f"{whole.perfect / whole.projects:.3f}; lights: {whole.lights / whole.projects:.3f}\n"
    )
    if given.save:
        kept = {name: rate.perfect for name, rate in rates.items()}
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        (FOLDER / "rates.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
