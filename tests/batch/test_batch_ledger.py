"""The ledger, readable after a kill at any moment."""

import json
from pathlib import Path

import pytest

from medcom_extract import InvalidOption
from medcom_extract.batch.ledger import NAME, Ledger, read_ledger
from medcom_extract.batch.outcomes import Note, Outcome, Traits

DONE = Outcome(
    "/a/juni.pdf",
    "partial",
    "ab12",
    warnings=(Note("no-period", "Rapporten nævner ingen periode."),),
    seconds=0.25,
    megabytes=200,
    output="juni.pdf.json",
    size=1234,
    options="f00",
    traits=Traits("medcom", "2024-06-01", {"column:risks": 3}),
)
FAILED = Outcome("/a/å\udce6.pdf", "failed", error="EmptyFile", message="Filen er tom.")


def write(folder: Path, *outcomes: Outcome) -> None:
    with Ledger.open(folder) as ledger:
        for outcome in outcomes:
            ledger.add(outcome)


def test_a_line_gives_the_outcome_back(tmp_path: Path) -> None:
    write(tmp_path, DONE, FAILED)

    assert read_ledger(tmp_path) == {DONE.path: DONE, FAILED.path: FAILED}
    lines = (tmp_path / NAME).read_text("ascii").splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == ["partial", "failed"]


@pytest.mark.parametrize("cut", [1, 10, 100, 300])
def test_a_line_that_is_cut_short_is_left_out_and_the_next_one_is_whole(
    tmp_path: Path, cut: int
) -> None:
    write(tmp_path, FAILED, DONE)
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-cut])

    assert read_ledger(tmp_path) == {FAILED.path: FAILED} | ({DONE.path: DONE} if cut == 1 else {})
    write(tmp_path, DONE)
    assert read_ledger(tmp_path) == {FAILED.path: FAILED, DONE.path: DONE}
    assert all(json.loads(line) for line in path.read_text().splitlines())


def test_the_last_line_on_a_file_holds_and_closing_leaves_one(tmp_path: Path) -> None:
    again = Outcome(DONE.path, "timed-out", error="TookTooLong")
    with Ledger.open(tmp_path) as ledger:
        ledger.add(DONE)
        ledger.add(again)
        assert read_ledger(tmp_path) == {DONE.path: again}

    assert len((tmp_path / NAME).read_bytes().splitlines()) == 1


def test_two_batches_do_not_write_to_one_folder(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with Ledger.open(tmp_path), pytest.raises(InvalidOption, match="another batch"):
        write(tmp_path, DONE)
    write(tmp_path, DONE)


@pytest.mark.parametrize(
    "line",
    ["", "[]", "{}", "null", '{"path": 1, "outcome": "ok"}', '{"path": "a", "outcome": "?"}'],
)
def test_a_line_of_no_known_form_is_left_out(tmp_path: Path, line: str) -> None:
    (tmp_path / NAME).write_text(line + "\n")

    assert read_ledger(tmp_path) == {}
