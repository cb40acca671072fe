"""The commands ``batch`` and ``tables`` as a person meets them."""

from pathlib import Path

import pytest
from archive_building import build_good

from medcom_extract import Outcome, Summary, cli
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
    assert told[0] == f"1 reports in {tmp_path}/ud"
    assert told[1].startswith("failed: ")
    assert (tmp_path / "ud/projects.csv").is_file()
    assert cli.main(["tables", *paths, "--to", str(tmp_path / "ud.ods")]) == 2


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
