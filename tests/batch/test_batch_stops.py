"""What a kill, an interrupt, or a broken executor leaves behind, and how the batch goes on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from archive_building import build_good, dawdle, misbehave, read_outputs

import medcom_extract
from medcom_extract.batch.ledger import NAME, read_ledger

FILES = 12
COMMAND = [sys.executable, "-m", "medcom_extract", "batch", "--workers", "2", "--no-language"]
SCRIPT = """
import sys
from archive_building import dawdle
from medcom_extract import convert_archive

if __name__ == "__main__":
    convert_archive(sys.argv[1], sys.argv[2], workers=2, language=False, hook=dawdle)
"""


def start(command: list[str]) -> "subprocess.Popen[str]":
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    return subprocess.Popen(
        command,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        preexec_fn=listen_to_interrupts,  # noqa: PLW1509  (one thread here)
    )


def listen_to_interrupts() -> None:
    """A suite that runs in the background ignores Ctrl-C, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def wait_for_lines(ledger: Path, count: int, process: "subprocess.Popen[str]") -> None:
    while process.poll() is None:
        if ledger.exists() and ledger.read_bytes().count(b"\n") >= count:
            return
        time.sleep(0.01)


def times_written(output: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in output.glob("*.json")}


def test_a_batch_that_is_killed_goes_on_to_the_same_bytes_and_does_nothing_twice(
    tmp_path: Path,
) -> None:
    archive, output = tmp_path / "arkiv", tmp_path / "ud"
    build_good(archive, FILES)
    medcom_extract.convert_archive(archive, tmp_path / "rolig", workers=2, language=False)
    script = tmp_path / "kør.py"
    script.write_text(SCRIPT)
    chance = random.Random(6)
    written: list[dict[str, int]] = []
    for lines in (0, 3, 8):
        process = start([sys.executable, str(script), str(archive), str(output)])
        wait_for_lines(output / NAME, lines, process)
        time.sleep(chance.random() * 0.3)
        process.kill()
        process.communicate()
        done = {each.output for each in read_ledger(output).values() if each.output}
        written.append({n: at for n, at in times_written(output).items() if n in done})
        assert done == set(written[-1]), "a line stands for an output that is there"

    summary = medcom_extract.convert_archive(archive, output, workers=2, language=False)
    after = times_written(output)
    for before in written:
        assert before == {name: after[name] for name in before}, "converted twice"
    assert summary.counts["skipped"] + summary.counts["ok"] == FILES
    assert read_outputs(output) == read_outputs(tmp_path / "rolig")
    assert [] == list(output.glob(".*.part"))


def test_an_interrupt_keeps_what_is_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    archive, output = tmp_path / "arkiv", tmp_path / "ud"
    build_good(archive, 30)
    command = [*COMMAND, str(archive), "--output", str(output)]
    process = start(command)
    wait_for_lines(output / NAME, 2, process)
    process.send_signal(signal.SIGINT)
    told, complaints = process.communicate(timeout=60)

    assert process.returncode == 130, complaints
    assert "Run the same command again" in told
    assert "Traceback" not in complaints
    kept = read_ledger(output)
    assert 2 <= len(kept) < 30
    again = start(command)
    told, complaints = again.communicate(timeout=120)
    assert again.returncode == 0, complaints
    assert told == f"30 files: {30 - len(kept)} ok, {len(kept)} skipped\n"


def test_an_executor_of_the_callers_gives_the_same_outcomes(tmp_path: Path) -> None:
    good = build_good(tmp_path / "a", 3)
    (tmp_path / "a/segfault.docx").write_bytes(good[0].read_bytes())
    (tmp_path / "a/tom.pdf").write_bytes(b"")
    with ThreadPoolExecutor(2) as executor:
        outcomes = list(
            medcom_extract.extract_many(
                tmp_path / "a", executor=executor, language=False, hook=misbehave
            )
        )

    found = {Path(each.path).name: (each.kind, each.error) for each in outcomes}
    assert found == {
        "rapport-000.docx": ("ok", None),
        "rapport-001.docx": ("ok", None),
        "rapport-002.docx": ("ok", None),
        "segfault.docx": ("crashed", "WorkerDied"),
        "tom.pdf": ("failed", "EmptyFile"),
    }


class BrokenExecutor(Executor):
    """Takes two files, fails on one, and then no more."""

    def __init__(self) -> None:
        self.taken = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        del fn, args, kwargs
        self.taken += 1
        if self.taken > 2:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future: Future[Any] = Future()
        if self.taken == 1:
            future.cancel()
            future.set_running_or_notify_cancel()
        else:
            future.set_exception(OSError("node lost"))
        return future


def test_an_executor_that_breaks_down_loses_no_file(tmp_path: Path) -> None:
    files = build_good(tmp_path, 4)
    outcomes = list(medcom_extract.extract_many(files, executor=BrokenExecutor()))

    assert {each.path for each in outcomes} == set(map(str, files))
    assert {(each.kind, each.error) for each in outcomes} == {("crashed", "WorkerLost")}


def test_a_script_without_its_guard_is_told_so(tmp_path: Path) -> None:
    build_good(tmp_path / "arkiv", 1)
    script = tmp_path / "kør.py"
    script.write_text(
        "import medcom_extract, sys\n"
        "for outcome in medcom_extract.extract_many(sys.argv[1], workers=1):\n"
        "    print(outcome.kind)\n"
    )
    process = start([sys.executable, str(script), str(tmp_path / "arkiv")])
    told, complaints = process.communicate(timeout=120)

    assert process.returncode != 0
    assert told == ""
    assert '__name__ == "__main__"' in complaints


def test_a_dask_worker_that_is_killed_costs_no_file(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    archive, output = tmp_path / "arkiv", tmp_path / "ud"
    build_good(archive, 8)
    medcom_extract.convert_archive(archive, tmp_path / "rolig", workers=2, language=False)
    killed: list[int] = []
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path)
        ) as cluster,
        distributed.Client(cluster) as client,
    ):

        def kill_one(outcome: object, done: int, total: int) -> None:
            del outcome, total
            if done == 2:
                pid = next(iter(client.run(os.getpid).values()))
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)

        summary = medcom_extract.convert_archive(
            archive,
            output,
            dask=cluster.scheduler_address,
            language=False,
            hook=dawdle,
            listener=kill_one,
        )

    assert killed
    assert summary.counts["ok"] == 8, [each.message for each in summary.failed]
    assert read_outputs(output) == read_outputs(tmp_path / "rolig")
    lines = (output / NAME).read_text().splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == ["ok"] * 8
