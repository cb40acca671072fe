"""What the language stage costs: enriching a report of 25 projects, warm, and its first use.

    python tests/benchmarks/bench_language.py [FILE] [--rounds N]

CPU time.  Warm: the same process, the median and the lowest of the rounds after three dry runs;
the mark is 80 ms.  First use: a fresh process, with the import of spaCy and the building of the
pipeline, the name lists and the grammar of dates; it is paid once a process.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import medcom_extract
from medcom_extract import Report

DEFAULT = Path(__file__).parents[2] / "samples/medcom14-2027-03.word.docx"
MARK, DRY_RUNS = 80.0, 3

MEASURE_FIRST_USE = """
import sys, time
import medcom_extract

report = medcom_extract.extract(sys.argv[1], language=False)
start = time.process_time()
import spacy
imported = time.process_time()
medcom_extract.enrich(report)
print(1000 * (imported - start), 1000 * (time.process_time() - start))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the language stage on one report.")
    parser.add_argument("file", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=25)
    arguments = parser.parse_args()
    report = medcom_extract.extract(arguments.file, language=False)
    times = measure_warm(report, arguments.rounds)
    spacy, first = measure_first_use(arguments.file)
    texts = sum(len(p.risks) + len(p.milestones) + len(p.remarks) for p in report.projects)
    print(f"{arguments.file.name}, {len(report.projects)} projects, {texts} texts")
    print(f"enrich, warm      {median(times):8.1f} ms CPU    mark: at most {MARK:.0f}")
    print(f"  lowest          {min(times):8.1f} ms CPU    of {arguments.rounds} rounds")
    print(f"enrich, first use {first:8.1f} ms CPU    once a process")
    print(f"  import spacy    {spacy:8.1f} ms CPU    of that")


def measure_warm(report: Report, rounds: int) -> list[float]:
    """Milliseconds of CPU of each round."""
    times = []
    for _ in range(DRY_RUNS + rounds):
        start = time.process_time()
        medcom_extract.enrich(report)
        times.append(1000 * (time.process_time() - start))
    return times[DRY_RUNS:]


def measure_first_use(file: Path) -> tuple[float, float]:
    """Milliseconds of CPU of importing spaCy in a fresh process, and of that and enriching."""
    command = [sys.executable, "-c", MEASURE_FIRST_USE, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    imported, whole = map(float, done.stdout.split())
    return imported, whole


if __name__ == "__main__":
    main()
