"""compare, timeline and ask on the command line: files, folders, formats."""

import json
from pathlib import Path

import pytest
from small_reports import Row, make_report

from medcom_extract import cli, compare, open_report

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports as JSON, and a file that is none."""
    lights = {3: "green", 6: "yellow", 9: "red"}
    for month, light in lights.items():
        report = make_report(
            Row("Udbud", light, upcoming=["Region Nordjylland er klar 1. maj 2026."]),
            Row("Sårpleje"),
            month=month,
        )
        (tmp_path / f"{month}.json").write_text(report.model_dump_json())
    (tmp_path / "noter.json").write_text('{"indkøb": ["mælk"]}')
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_compare_prints_the_comparison_of_two_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = folder / "3.json", folder / "9.json"
    code, out, err = run(capsys, "compare", *files)

    assert (code, err) == (0, "")
    assert out == compare(*map(open_report, files)).model_dump_json(indent=2) + "\n"


def test_a_folder_stands_for_its_latest_report_and_alone_for_its_last_two(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, one, err = run(capsys, "compare", folder / "3.json", folder, "--compact")
    _, two, _ = run(capsys, "compare", folder, "--compact")

    assert "skipped: noter.json: it is no report" in err
    assert [json.loads(text)["before"]["name"] for text in (one, two)] == [
        "rapport-03.docx",
        "rapport-06.docx",
    ]
    assert json.loads(one)["after"]["name"] == json.loads(two)["after"]["name"] == "rapport-09.docx"


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("compare {} --format markdown", "# Juni 2026 → September 2026"),
        ("compare {} --format csv", "key,project,section,what"),
        ("compare {} --format table", "Before  After"),
        ("timeline {}", "{\n"),
        ("timeline {} --format markdown", "# Marts 2026 – September 2026"),
        ("timeline {} --format csv", "key,project,what,report"),
        ("timeline {} --format table", "Project   Marts 2026"),
        ("ask runs {} --lights red,yellow --at-least 2", "Light  Project"),
        ("ask overdue {} --on 2026-06-01 --format json", '[\n  {\n    "project": "Udbud"'),
        ("ask dropped {} --format csv", "project,key"),
        ("ask materialised {} --format markdown", "# Risks that have happened"),
        ("ask contradictions {} --format json --compact", "[{"),
        ("ask party {} --name RegionX --format json --compact", "[]"),
    ],
)
def test_each_command_has_its_forms(
    folder: Path, capsys: pytest.CaptureFixture[str], words: str, start: str
) -> None:
    code, out, _ = run(capsys, *words.format(folder).split())

    assert code == 0
    assert out.startswith(start)


@pytest.mark.parametrize(("color", "found"), [("always", True), ("never", False), ("auto", False)])
def test_colour_is_used_when_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], color: str, found: bool
) -> None:
    _, out, _ = run(capsys, "timeline", folder, "--format", "table", "--color", color)

    assert ("\x1b[31mred" in out) is found


def test_what_cannot_be_compared_is_refused_with_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = folder / "tom"
    empty.mkdir()

    assert run(capsys, "compare", empty)[0] == 2
    assert run(capsys, "compare", empty, folder)[0] == 2
    assert run(capsys, "ask", "party", folder)[0] == 2
    for words in (("timeline",), ("ask", "overdue")):
        code, out, err = run(capsys, *words, empty)
        assert (code, out) == (2, "")
        assert f"no report was found in {empty}. Name PDF" in err
    code, out, err = run(capsys, "compare", folder / "noter.json", folder)
    assert (code, out) == (1, "")
    assert err.startswith("medcom-extract: noter.json: it is no report")
    assert run(capsys, "compare", folder / "ingen.json", folder)[0] == 1
    code, _, err = run(capsys, "compare", *(folder / f"{month}.json" for month in (3, 6, 9)))
    assert (code, "compare takes two reports, not 3. `medcom-extract timeline`" in err) == (2, True)
    (folder / "alias.toml").write_text("[[ens]]")
    assert run(capsys, "compare", folder, "--aliases", folder / "alias.toml")[0] == 2


@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--on", "1/9", "'1/9' is no day; write it as 2024-09-01"),
        ("--at-least", "0", "'0' is no number of reports"),
        ("--at-least", "to", "'to' is no number of reports"),
    ],
)
def test_an_option_without_meaning_is_refused_with_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, complaint: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["ask", "runs", str(folder), option, value])

    assert stopped.value.code == 2
    assert complaint in capsys.readouterr().err


def test_limits_are_kept_where_several_reports_are_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = SAMPLES / "medcom14-2027-03.libreoffice.pdf"
    code, _, err = run(capsys, "timeline", file, "--limit", "pdf_pages=1")

    assert (code, "the limit is 1." in err) == (1, True)


def test_word_and_pdf_of_one_report_count_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [SAMPLES / f"medcom14-2027-03.{each}" for each in ("word.docx", "libreoffice.pdf")]
    code, out, _ = run(capsys, "timeline", *files, "-o", tmp_path / "out.json")

    assert (code, out) == (0, "")
    (report,) = json.loads((tmp_path / "out.json").read_text())["reports"]
    assert [copy["differences"] for copy in report["copies"]] == [0]
