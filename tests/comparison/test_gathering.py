"""Reports from files, the library's own JSON and folders."""

from pathlib import Path

import pytest

from medcom_extract import (
    DamagedFile,
    FileNotReadable,
    Limits,
    TooLarge,
    extract,
    gather_reports,
    open_report,
)

SAMPLE = Path(__file__).parents[2] / "samples/medcom14-2027-03.word.docx"


def test_json_is_read_back_and_gets_its_language_stage_if_it_lacks_it(tmp_path: Path) -> None:
    plain, whole = extract(SAMPLE, language=False), extract(SAMPLE)
    for name, report in (("plain", plain), ("whole", whole)):
        (tmp_path / f"{name}.json").write_text(report.model_dump_json())

    assert plain != whole
    assert open_report(tmp_path / "plain.json") == open_report(tmp_path / "whole.json") == whole
    assert open_report(SAMPLE) == whole


@pytest.mark.parametrize("text", ["", "{", "[]", '{"source": {}}', "\x00", '{"a":' * 5000])
def test_json_that_is_no_report_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "rapport.json"
    file.write_text(text)

    with pytest.raises(DamagedFile, match=r"rapport\.json: it is no report"):
        open_report(file)


def test_json_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "stor.json"
    file.write_text("12345")

    with pytest.raises(TooLarge, match="file_bytes"):
        open_report(file, limits=Limits(file_bytes=3))


def test_a_folder_gives_its_reports_and_says_what_it_left_out(tmp_path: Path) -> None:
    report = extract(SAMPLE, language=False)
    (tmp_path / "under").mkdir()
    (tmp_path / "under/b.json").write_text(report.model_dump_json())
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "f.docm").write_bytes(SAMPLE.read_bytes())
    (tmp_path / ".git").mkdir()
    for ignored in ("~$c.docx", ".d.pdf", "e.txt", ".git/g.json"):
        (tmp_path / ignored).write_text("")
    found = gather_reports([tmp_path])

    assert [each.source.name for each in found.reports] == ["f.docm", report.source.name]
    assert [reason.partition(":")[0] for reason in found.skipped] == ["a.json"]


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable):
        gather_reports([tmp_path / "ingen.json"])
