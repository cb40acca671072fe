"""A batch of full size: 300 files, 30 of them bad; the gain of a second worker; ten kills.

    python tests/benchmarks/bench_batch.py [--files 300] [--pairs 100] [--kills 10]

Part one: every outcome must be the right one, and a worker's peak memory under 300 MB.  Part two:
two workers against one over good files, and the memory at file 10 and at the last; the mark is 1.8
times, without growth.  Part three: kill -9 of the main process at random moments, then the same
outputs as an undisturbed run, byte for byte, and nothing converted twice that the ledger called
done.  0 leaves a part out; on a machine that is not busy, part two alone is

    python tests/benchmarks/bench_batch.py --files 0 --kills 0 --pairs 100
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
    parser.add_argument("--kill-files", type=int, default=150)
    parser.add_argument("--timeout", type=float, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.files:
            measure_outcomes(Path(folder, "a"), arguments.files, arguments.timeout)
        if arguments.pairs:
            measure_speed(Path(folder, "b"), arguments.pairs)
        if arguments.kills:
            measure_kills(Path(folder, "c"), arguments.kills, arguments.kill_files)


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
    """One worker, then two, over the same files; nothing else should run meanwhile."""
    copy_samples(folder / "ind", count)
    seconds, peaks = {}, {}
    for workers in (1, 2):
        start = time.perf_counter()
        summary = convert_archive(folder / "ind", folder / str(workers), workers=workers)
        seconds[workers] = time.perf_counter() - start
        assert not summary.failed, summary.counts
        spent = sum(each.seconds for each in summary.outcomes)
        peaks[workers] = [each.megabytes or 0 for each in summary.outcomes]
        print(f"{workers} workers: {seconds[workers]:.1f} s, {spent:.1f} s in the workers")
    for workers, found in peaks.items():
        last = max(found[-workers:])
        print(
            f"{workers} workers, peak memory at file 10: {found[min(9, count - 1)]} MB, "
            f"at file {count}: {last} MB, highest: {max(found)} MB, mark: {MEMORY_MARK} MB"
        )
    same = read_outputs(folder / "1") == read_outputs(folder / "2")
    print(f"same bytes: {same}; gain {seconds[1] / seconds[2]:.2f}, mark: {SPEED_MARK}")
    print(f"files an hour with one worker: {3600 * count / seconds[1]:.0f}")


SCRIPT = """
import sys
from medcom_extract import convert_archive

if __name__ == "__main__":
    convert_archive(sys.argv[1], sys.argv[2], language=False, workers=2)
"""


def measure_kills(folder: Path, kills: int, count: int) -> None:
    """Kill the main process while it works, again and again, and then let it finish.

    The moment is drawn from what an undisturbed run would need for its share of the files.
    """
    build_good(folder / "ind", count)
    output, script = folder / "ud", folder / "run.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), str(folder / "ind"), str(output)]
    start = time.perf_counter()
    subprocess.run([*command[:-1], str(folder / "rolig")], check=True)
    usual = time.perf_counter() - start
    chance = random.Random()
    twice = working = 0
    steps = []
    for _ in range(kills):
        before = done_so_far(output)
        process = subprocess.Popen(command)
        wait_for_more(output, process, len(before))
        time.sleep(chance.random() * 0.8 * usual / kills)
        working += process.poll() is None
        process.kill()
        process.wait()
        after = done_so_far(output)
        twice += sum(after.get(name) != at for name, at in before.items())
        steps.append(len(after))
    before = done_so_far(output)
    summary = convert_archive(folder / "ind", output, language=False)
    after = done_so_far(output)
    twice += sum(after[name] != at for name, at in before.items())
    print(f"{count} files, {usual:.1f} s undisturbed; {working} of {kills} kills while it worked")
    print(f"in the ledger after each kill: {steps}")
    same = read_outputs(output) == read_outputs(folder / "rolig")
    left = [path.name for path in output.rglob("*") if ".part" in path.name]
    print(f"same bytes: {same}; done and converted again: {twice}; {summary.counts}")
    print(f"temporary files left: {len(left)}")


def done_so_far(output: Path) -> dict[str, int]:
    """The outputs that the ledger calls done, and when each was written."""
    entries = read_ledger(output).values()
    return {e.output: (output / e.output).stat().st_mtime_ns for e in entries if e.output}


def wait_for_more(output: Path, process: "subprocess.Popen[bytes]", done: int) -> None:
    """Until a run has begun to convert, or has ended."""
    while process.poll() is None and len(done_so_far(output)) <= done:
        time.sleep(0.02)


if __name__ == "__main__":
    main()
