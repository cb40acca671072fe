"""How fast and how small: reading and parsing a report, against pdfplumber's extract_tables.

    python tests/benchmarks/bench_reading.py [FILE.pdf] [--rounds N]

Both are warm and run in this process, in turns; CPU time, the median of the rounds.  Peak memory
is that of a fresh process that reads and parses the report once, without language facts; with
them is shown too.  The marks: a ratio under 0.1, and at most 80 MB.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pdfplumber

import medcom_extract

# The fullest of the samples: 26 projects and 2257 words on 9 pages.
DEFAULT = Path(__file__).parents[2] / "samples/medcom14-2027-06.chromium.pdf"
RATIO_MARK, MEMORY_MARK = 0.1, 80.0

# Started anew, so that nothing of this process counts: VmHWM begins at the program's start, where
# ru_maxrss goes on from the process that started it.
MEASURE_MEMORY = """
import re, sys
import medcom_extract

def peak():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) / 1024

before = peak()
medcom_extract.extract(sys.argv[1], language=False)
read = peak()
medcom_extract.extract(sys.argv[1])
print(before, read, peak())
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure reading one report.")
    parser.add_argument("file", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    ours, theirs = measure_times(arguments.file, arguments.rounds)
    started, read, whole = measure_memory(arguments.file)
    pages = count_pages(arguments.file)
    print(f"{arguments.file.name}, {pages} pages, median of {arguments.rounds} rounds")
    print(f"read and parse              {1000 * ours:8.1f} ms CPU")
    print(f"pdfplumber extract_tables   {1000 * theirs:8.1f} ms CPU")
    print(f"ratio                       {ours / theirs:8.4f}        mark: under {RATIO_MARK}")
    print(f"peak memory                 {read:8.1f} MB     mark: at most {MEMORY_MARK:.0f} MB")
    print(f"  before reading            {started:8.1f} MB")
    print(f"  with language facts       {whole:8.1f} MB")


def measure_times(file: Path, rounds: int) -> tuple[float, float]:
    """Seconds of CPU for the library and for pdfplumber, in turns, each after one dry run."""
    data = file.read_bytes()
    ours: Callable[[], object] = lambda: medcom_extract.extract(data, language=False)  # noqa: E731
    theirs: Callable[[], object] = lambda: extract_tables(file)  # noqa: E731
    ours()
    theirs()
    times = [(cpu_time(ours), cpu_time(theirs)) for _ in range(rounds)]
    return median(one for one, _ in times), median(other for _, other in times)


def extract_tables(file: Path) -> int:
    with pdfplumber.open(file) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


def cpu_time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_memory(file: Path) -> tuple[float, float, float]:
    """Peak resident MB of a fresh process: once imported, read and parsed, with language facts."""
    command = [sys.executable, "-c", MEASURE_MEMORY, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    started, read, whole = map(float, done.stdout.split())
    return started, read, whole


def count_pages(file: Path) -> int:
    with pdfplumber.open(file) as document:
        return len(document.pages)


if __name__ == "__main__":
    main()
