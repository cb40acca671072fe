"""The commands ``batch`` and ``tables`` as a person meets them."""

from pathlib import Path

import pytest
from archive_building import build_good

from medcom_extract import cli


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
        f"failed: {archive}/tom.pdf: tom.pdf: the file is empty. Fetch the file again; "
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
