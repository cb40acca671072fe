"""The commands ``batch`` and ``tables`` as a person meets them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from archive_building import build_good

from medcom_extract import Outcome, Summary, cli, extract
from medcom_extract.batch.outcomes import Note
from medcom_extract.commands import batching


def test_batch_sums_up_names_what_failed_and_writes_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, output = tmp_path / "arkiv", tmp_path / "ud"
    build_good(archive, 2)
    (archive / "tom.pdf").write_bytes(b"")
    command = ["batch", str(archive), "--output", str(output), "--no-language", "--workers", "1"]

    assert cli.main([*command, "--tables", str(tmp_path / "ud.sqlite")]) == 4
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "3 files: 2 ok, 1 failed",
        f"failed: {archive}/tom.pdf: the file is empty. Fetch the file again; "
        "the download or copy was probably cut off.",
    ]
    assert f"ok {archive}/rapport-000.docx" in told.err.replace("\n", " ")
    assert (tmp_path / "ud.sqlite").is_file()
    (archive / "tom.pdf").unlink()
    assert cli.main([*command, "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_tables_takes_json_and_reports_and_tells_what_it_could_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = build_good(tmp_path, 1)[0]
    (tmp_path / "x.json").write_text("{}")
    paths = [str(report), str(tmp_path / "x.json")]

    assert cli.main(["tables", *paths, "--to", str(tmp_path / "ud"), "--no-language"]) == 4
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"1 report in {tmp_path}/ud"
    assert told[1].startswith("failed: ")
    assert (tmp_path / "ud/projects.csv").is_file()
    assert cli.main(["tables", *paths, "--to", str(tmp_path / "ud.ods")]) == 2


def test_a_file_of_a_folder_that_holds_no_report_costs_tables_that_file_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = extract(build_good(tmp_path, 1)[0], language=False)
    folder = tmp_path / "ud"
    folder.mkdir()
    (folder / "a.json").write_text("{")
    (folder / "b.json").write_text(report.model_dump_json())

    assert cli.main(["tables", str(folder), "--to", str(tmp_path / "ud.sqlite")]) == 4
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"1 report in {tmp_path}/ud.sqlite"
    assert told[1].startswith(f"failed: {folder}/a.json: ")


def test_tables_without_a_report_leave_what_stands_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, empty = tmp_path / "ud.sqlite", tmp_path / "tom"
    target.write_text("tabeller fra i går")
    empty.mkdir()

    assert cli.main(["tables", str(tmp_path / "ingen"), "--to", str(target)]) == 4
    assert capsys.readouterr().out.startswith("nothing was written\nfailed: ")
    assert cli.main(["tables", str(empty), "--to", str(target)]) == 2
    assert f"no report was found in {empty}." in capsys.readouterr().err
    assert target.read_text() == "tabeller fra i går"


def test_a_batch_goes_on_when_whoever_read_its_progress_has_gone(tmp_path: Path) -> None:
    build_good(tmp_path / "arkiv", 2)
    command = [sys.executable, "-m", "medcom_extract", "batch", str(tmp_path / "arkiv")]
    command += ["--output", str(tmp_path / "ud"), "--workers", "1", "--no-language"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stderr=writing, stdout=subprocess.PIPE, check=False, text=True)
    os.close(writing)

    assert (done.returncode, done.stdout) == (0, "2 files: 2 ok\n")


def test_a_pattern_that_nothing_is_like_is_told_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["batch", str(tmp_path / "*.pdf"), "--output", str(tmp_path / "ud"), "--workers", "1"]

    assert cli.main(command) == 4
    assert "no file is like this pattern" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the limit needs /proc")
def test_a_memory_limit_below_what_a_worker_needs_is_refused_and_no_file_blamed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_good(tmp_path / "arkiv", 1)
    command = ["batch", str(tmp_path / "arkiv"), "--output", str(tmp_path / "ud")]

    assert cli.main([*command, "--memory", "100"]) == 1
    told = capsys.readouterr().err
    assert "a worker holds more than 100 MB before it has read a file. Raise --memory." in told


def test_a_file_with_many_notes_takes_one_line() -> None:
    notes = tuple(Note("differs-from-neighbours", f"It has no label {n}.") for n in range(5))
    summary = Summary((Outcome("arkiv/a.pdf", "partial", warnings=notes),), interrupted=False)

    assert batching.name_files(summary) == [
        "partial: arkiv/a.pdf: It has no label 0. [differs-from-neighbours] "
        "It has no label 1. [differs-from-neighbours] "
        "It has no label 2. [differs-from-neighbours] And 2 more, see ledger.jsonl."
    ]
