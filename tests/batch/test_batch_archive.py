"""A whole archive: one outcome a file, the right one, and nothing left behind."""

import json
import os
from pathlib import Path

import pytest
from archive_building import BAD, FILE_BYTES, REPORT, build_bad, build_good, misbehave, read_outputs

import medcom_extract
from medcom_extract import InvalidOption, Limits, convert_archive, extract_many


def own_workers() -> set[int]:
    """Ids of the worker processes of this process: children of its fork server."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return {child for child, parent in parents.items() if parents.get(parent) == os.getpid()}


def test_each_file_has_the_outcome_that_it_deserves_and_nothing_is_left(tmp_path: Path) -> None:
    archive, output = tmp_path / "arkiv", tmp_path / "ud"
    good = build_good(archive / "gode", 6)
    bad = build_bad(archive / "dårlige")
    before = own_workers()

    summary = convert_archive(
        archive,
        output,
        workers=2,
        timeout=10,
        memory=600,
        language=False,
        limits=Limits(file_bytes=FILE_BYTES),
        hook=misbehave,
    )

    found = {each.path: (each.kind, each.error) for each in summary.outcomes}
    assert found == {str(file): ("ok", None) for file in good} | bad
    assert summary.counts == {
        "ok": 6, "partial": 0, "failed": 6, "skipped": 0, "timed-out": 1, "crashed": 2,
    }  # fmt: skip
    assert all(each.message for each in summary.failed)
    assert own_workers() <= before
    assert sorted(path.name for path in output.iterdir()) == ["gode", "ledger.jsonl"]
    assert set(read_outputs(output)) == {f"gode/{file.name}.json" for file in good}
    lines = [json.loads(line) for line in (output / "ledger.jsonl").read_text().splitlines()]
    assert {line["path"]: line["outcome"] for line in lines} == {
        path: kind for path, (kind, _) in found.items()
    }
    assert len(BAD) == len(bad)


def test_the_result_is_the_same_with_one_worker_and_with_three(tmp_path: Path) -> None:
    archive = tmp_path / "arkiv"
    build_good(archive, 5)

    for workers in (1, 3):
        convert_archive(archive, tmp_path / str(workers), workers=workers)

    assert read_outputs(tmp_path / "1") == read_outputs(tmp_path / "3")
    report = medcom_extract.extract(archive / "rapport-000.docx")
    written = (tmp_path / "1/rapport-000.docx.json").read_text()
    assert medcom_extract.Report.model_validate_json(written) == report


def test_what_is_done_is_skipped_until_its_content_or_its_options_change(tmp_path: Path) -> None:
    archive, output = tmp_path / "arkiv", tmp_path / "ud"
    first, second, third = build_good(archive, 3)

    def run(**options: object) -> list[str]:
        found = convert_archive(archive, output, workers=1, **options)  # type: ignore[arg-type]
        return [each.kind for each in found.outcomes]

    assert run(language=False) == ["ok", "ok", "ok"]
    assert run(language=False) == ["skipped", "skipped", "skipped"]
    second.write_bytes(b"")
    (output / "rapport-002.docx.json").unlink()
    assert run(language=False) == ["skipped", "failed", "ok"]
    assert not (output / "rapport-001.docx.json").exists(), "an old result would tell a lie"
    second.write_bytes(REPORT.read_bytes())
    assert run() == ["ok", "ok", "ok"]
    assert run(resume=False) == ["ok", "ok", "ok"]
    third.unlink()
    assert run() == ["skipped", "skipped"]
    assert first.exists()


def test_outcomes_come_with_their_reports_and_the_generator_may_be_left(tmp_path: Path) -> None:
    files = build_good(tmp_path, 4)
    outcomes = extract_many([*files, tmp_path / "væk.pdf"], workers=1, language=False)

    first = next(outcomes)
    assert first.report is not None
    assert first.report == medcom_extract.extract(first.path, language=False)
    rest = list(outcomes)
    assert {each.path for each in rest} | {first.path} == {
        *map(str, files), str(tmp_path / "væk.pdf"),
    }  # fmt: skip
    lost = next(each for each in rest if each.path.endswith("væk.pdf"))
    assert (lost.kind, lost.error, lost.report) == ("failed", "FileNotReadable", None)
    left = extract_many(files, workers=1, language=False)
    next(left)
    left.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "options",
    [{"workers": 0}, {"timeout": 0}, {"memory": 5}, {"engine": "mupdf"}],
    ids=lambda options: next(iter(options)),
)
def test_an_option_without_meaning_is_refused_at_once(options: dict[str, object]) -> None:
    with pytest.raises(InvalidOption):
        extract_many([REPORT], **options)  # type: ignore[arg-type]


def test_an_empty_archive_has_an_empty_summary(tmp_path: Path) -> None:
    summary = convert_archive([], tmp_path / "ud")

    assert summary.outcomes == ()
    assert (tmp_path / "ud/ledger.jsonl").read_bytes() == b""
