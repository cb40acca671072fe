"""A batch of full size: 300 files, 30 of them bad; the gain of a second worker; ten kills.

    python tests/benchmarks/bench_batch.py [--files 300] [--pairs 100] [--kills 10]

Part one: every outcome must be the right one, and a worker's peak memory under 300 MB, without
growth from file 10 to file 100.  Part two: two workers against one over good files; the mark is
1.8 times.  Part three: kill -9 of the main process at random moments, then the same outputs as an
undisturbed run, byte for byte, and nothing converted twice.  0 leaves a part out.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "batch"))

from archive_building import (
    BAD,
    FILE_BYTES,
    SAMPLES,
    build_bad,
    build_good,
    misbehave,
    read_outputs,
)  # fmt: skip

from medcom_extract import Limits, convert_archive
from medcom_extract.batch.ledger import read_ledger

MEMORY_MARK, SPEED_MARK = 300, 1.8


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure a batch.")
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--pairs", type=int, default=100)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--timeout", type=float, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.files:
            measure_outcomes(Path(folder, "a"), arguments.files, arguments.timeout)
        if arguments.pairs:
            measure_speed(Path(folder, "b"), arguments.pairs)
        if arguments.kills:
            measure_kills(Path(folder, "c"), arguments.kills)


def copy_samples(folder: Path, count: int) -> list[Path]:
    """Samples of every layout and producer, in turn."""
    kinds = sorted([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.docx")])
    folder.mkdir(parents=True)
    files = [folder / f"{n:04}-{kinds[n % len(kinds)].name}" for n in range(count)]
    for number, file in enumerate(files):
        shutil.copyfile(kinds[number % len(kinds)], file)
    return files


def measure_outcomes(folder: Path, count: int, timeout: float) -> None:
    expected: dict[str, tuple[str, str | None]] = {}
    for number in range(-(-count // 10 // len(BAD))):
        expected.update(build_bad(folder / "ind", f"{number:02}-"))
    expected = dict(list(expected.items())[: count // 10])
    for path in (folder / "ind").iterdir():
        if str(path) not in expected:
            path.unlink()
    good = copy_samples(folder / "ind/gode", count - len(expected))
    expected.update((str(file), ("ok", None)) for file in good)
    start = time.perf_counter()
    summary = convert_archive(
        folder / "ind", folder / "ud", timeout=timeout, memory=600, hook=misbehave,
        limits=Limits(file_bytes=FILE_BYTES),
    )  # fmt: skip
    seconds = time.perf_counter() - start
    # A sample that is read with a warning is read.
    found = {
        each.path: ("ok" if each.is_read else each.kind, each.error) for each in summary.outcomes
    }
    wrong = [path for path in expected if found.get(path) != expected[path]]
    print(f"{len(found)} outcomes of {count} files in {seconds:.0f} s: {summary.counts}")
    print(f"wrong outcomes: {len(wrong)} {wrong[:5]}")
    left = [path.name for path in (folder / "ud").rglob("*") if ".part" in path.name]
    print(f"temporary files left: {len(left)}")
    print_memory(folder / "ud")


def print_memory(output: Path) -> None:
    """Peaks of the workers that read good files, in the order of the outcomes."""
    peaks = [each.megabytes for each in read_ledger(output).values() if each.is_read]
    known = [peak for peak in peaks if peak is not None]
    print(f"peak memory of a worker: {max(known)} MB, mark: under {MEMORY_MARK} MB")


def measure_speed(folder: Path, count: int) -> None:
    copy_samples(folder / "ind", count)
    seconds = {}
    for workers in (1, 2):
        start = time.perf_counter()
        summary = convert_archive(folder / "ind", folder / str(workers), workers=workers)
        seconds[workers] = time.perf_counter() - start
        assert not summary.failed, summary.counts
        entries = list(read_ledger(folder / str(workers)).values())
        spent = sum(each.seconds for each in entries)
        print(f"{workers} workers: {seconds[workers]:.1f} s, {spent:.1f} s in the workers")
    first, last = summary.outcomes[min(10, count - 1)], summary.outcomes[-1]
    print(f"peak memory at file 10: {first.megabytes} MB, at file {count}: {last.megabytes} MB")
    same = read_outputs(folder / "1") == read_outputs(folder / "2")
    print(f"same bytes: {same}; gain {seconds[1] / seconds[2]:.2f}, mark: {SPEED_MARK}")
    print(f"files an hour a core: {3600 * count / seconds[1]:.0f}")


SCRIPT = """
import sys
from medcom_extract import convert_archive

if __name__ == "__main__":
    convert_archive(sys.argv[1], sys.argv[2], language=False)
"""


def measure_kills(folder: Path, kills: int) -> None:
    build_good(folder / "ind", 60)
    start = time.perf_counter()
    convert_archive(folder / "ind", folder / "rolig", language=False)
    usual = time.perf_counter() - start
    script = folder / "run.py"
    script.write_text(SCRIPT)
    chance = random.Random()
    twice = 0
    for _ in range(kills):
        done = {e.output: (folder / "ud" / e.output).stat().st_mtime_ns
                for e in read_ledger(folder / "ud").values() if e.output}  # fmt: skip
        command = [sys.executable, str(script), str(folder / "ind"), str(folder / "ud")]
        process = subprocess.Popen(command)
        time.sleep(2 + chance.random() * usual / 3)
        process.kill()
        process.wait()
        twice += sum((folder / "ud" / n).stat().st_mtime_ns != at for n, at in done.items())
    summary = convert_archive(folder / "ind", folder / "ud", language=False)
    same = read_outputs(folder / "ud") == read_outputs(folder / "rolig")
    print(f"after {kills} kills: same bytes: {same}; converted twice: {twice}; {summary.counts}")


if __name__ == "__main__":
    main()
