"""The command line: what stands where, and the exit codes.  Its work is tested elsewhere."""

import argparse
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

import medcom_extract
from medcom_extract import cli

ROWS = [
    ("Svarkort", "Grøn", "Der mangler testere i kommunerne."),
    ("Fødekæden", "Rød", "Leverandøren har udskudt sin leverance."),
]


def write_report(file: Path, rows: list[tuple[str, str, str]]) -> Path:
    """A Word report with one section, a light in words and one labelled risk a project."""
    document = docx.Document()
    document.add_heading("MedCom14 – overblik over projektstatus", 0)
    document.add_paragraph("Marts 2027")
    document.add_heading("Beskeder mellem parterne", 1)
    table = document.add_table(1, 3, style="Table Grid")
    for cell, title in zip(table.rows[0].cells, ("Projekt", "Status", "Bemærk især"), strict=True):
        cell.text = title
    for name, light, risk in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = name, light, "Største risiko:"
        cells[2].add_paragraph(risk)
    document.save(str(file))
    return file


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(tmp_path_factory.mktemp("cli") / "marts.docx", ROWS)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Dagsorden for mandag")
    document.save(str(tmp_path / "dagsorden.docx"))
    return tmp_path / "dagsorden.docx"


Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *words: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command."""
    try:
        code = cli.main([str(word) for word in words])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_extract_prints_the_report_and_nothing_else(report: Path, capsys: Captured) -> None:
    code, out, err = run(capsys, "extract", report)

    found = medcom_extract.Report.model_validate_json(out)
    assert (code, err) == (0, "")
    assert [name for name, _, _ in ROWS] == [project.name for project in found.projects]
    assert ["green", "red"] == [project.status.light for project in found.projects]
    assert found == medcom_extract.extract(report)


def test_compact_is_one_line(report: Path, capsys: Captured) -> None:
    _, out, _ = run(capsys, "extract", report, "--compact")
    _, document, _ = run(capsys, "read", report, "--format", "json", "--compact")

    assert out.count("\n") == document.count("\n") == 1
    assert "Fødekæden" in out


def test_markdown_is_a_page_to_read(report: Path, capsys: Captured) -> None:
    code, out, _ = run(capsys, "extract", report, "--format", "markdown")

    assert code == 0
    assert out.startswith("# MedCom14 – overblik over projektstatus\n")
    assert "- 🔴 red: **Fødekæden**. Leverandøren har udskudt sin leverance." in out


def test_read_prints_any_document(agenda: Path, capsys: Captured) -> None:
    assert (0, "Dagsorden for mandag\n", "") == run(capsys, "read", agenda)
    code, out, _ = run(capsys, "read", agenda, "--format", "json")

    assert (0, "paragraph") == (code, json.loads(out)["blocks"][0]["type"])


def test_an_output_file_takes_the_place_of_the_screen(
    report: Path, tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "ud.json"

    assert (0, "", "") == run(capsys, "extract", report, "-o", target)
    assert json.loads(target.read_text(encoding="utf-8"))["period"]["text"] == "Marts 2027"


def test_warnings_go_to_standard_error(report: Path, tmp_path: Path, capsys: Captured) -> None:
    renamed = tmp_path / "marts.pdf"
    renamed.write_bytes(report.read_bytes())
    code, out, err = run(capsys, "extract", renamed)

    assert code == 0
    assert json.loads(out)["warnings"][0]["code"] == "extension-mismatch"
    assert err.startswith("warning: The name of the file says a PDF")


def test_a_dash_reads_standard_input(
    report: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, words in [("<stdin>", ()), ("marts.docx", ("--name", "marts.docx"))]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Stdin(report.read_bytes())))
        code, out, _ = run(capsys, "extract", "-", *words)

        assert (0, name) == (code, json.loads(out)["source"]["name"])


class Stdin(io.BytesIO):
    name = "<stdin>"


def test_same_as_tells_where_two_files_part(report: Path, tmp_path: Path, capsys: Captured) -> None:
    same = tmp_path / "kopi.docx"
    same.write_bytes(report.read_bytes())
    other = write_report(tmp_path / "april.docx", [ROWS[0], ("Fødekæden", "Gul", ROWS[1][2])])

    assert (0, "The two files hold the same report.\n", "") == run(
        capsys, "extract", report, "--same-as", same
    )
    code, out, _ = run(capsys, "extract", report, "--same-as", other)
    assert code == 5
    assert out == (
        "sections[Beskeder mellem parterne].projects[foedekaeden].status.light: 'red' | 'yellow'\n"
    ).replace("foedekaeden", medcom_extract.extract(other).projects[1].key)


def test_the_schema_is_printed(capsys: Captured) -> None:
    code, out, _ = run(capsys, "schema")

    assert (0, medcom_extract.json_schema()) == (code, json.loads(out))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "required: COMMAND"),
        (["extract"], "required: FILE"),
        (["udtræk", "a.pdf"], "invalid choice"),
        (["extract", "a.pdf", "--engine", "mupdf"], "invalid choice"),
        (["extract", "a.pdf", "--limit", "pages=3"], "pdf_pages"),
        (["extract", "a.pdf", "--limit", "pdf_pages=0"], "NAME=NUMBER"),
        (["extract", "a.pdf", "--limit", "pdf_pages"], "NAME=NUMBER"),
        (["extract", "a.pdf", "--vocabulary", "findes-ikke.toml"], "findes-ikke.toml"),
    ],
)
def test_a_wrong_command_line_ends_with_two(
    words: list[str], complaint: str, capsys: Captured
) -> None:
    code, out, err = run(capsys, *words)

    assert (2, "") == (code, out)
    assert complaint in err


def test_a_document_that_is_no_report_ends_with_three(agenda: Path, capsys: Captured) -> None:
    code, out, err = run(capsys, "extract", agenda)

    assert (3, "") == (code, out)
    assert err.startswith("medcom-extract: dagsorden.docx: ")


def test_a_file_that_cannot_be_read_ends_with_one(
    report: Path, tmp_path: Path, capsys: Captured
) -> None:
    code, out, err = run(capsys, "extract", tmp_path / "findes-ikke.pdf")
    assert (1, "") == (code, out)
    assert "there is no such file. Check the path" in err

    code, out, err = run(capsys, "extract", report, "-o", tmp_path / "ingen" / "ud.json")
    assert (1, "") == (code, out)
    assert err == (
        f"medcom-extract: {tmp_path}/ingen/ud.json: the result cannot be written (No such file or "
        "directory). Check that its folder is there and may be written to, and the space left.\n"
    )

    code, out, err = run(capsys, "extract", report, "--limit", "file_bytes=100")
    assert (1, "") == (code, out)
    assert "larger than 100 bytes" in err


def test_a_fault_of_our_own_is_told_in_one_sentence(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: object) -> None:
        raise KeyError("w:tbl")

    monkeypatch.setattr(medcom_extract, "extract", fail)
    code, out, err = run(capsys, "extract", "marts.pdf")
    assert (1, "", 1) == (code, out, err.count("\n"))
    assert "an error in medcom-extract itself (KeyError: 'w:tbl')" in err

    monkeypatch.setenv("MEDCOM_EXTRACT_DEBUG", "1")
    with pytest.raises(KeyError):
        cli.main(["extract", "marts.pdf"])


def test_the_output_is_utf8_in_any_locale(report: Path) -> None:
    command = [sys.executable, "-m", "medcom_extract", "extract", str(report)]
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)

    assert "Fødekæden" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pipe")
def test_a_reader_that_has_seen_enough_is_no_error(report: Path) -> None:
    command = [sys.executable, "-m", "medcom_extract", "extract", str(report)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert (0, b"") == (done.returncode, done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pipe")
def test_a_result_is_written_though_nobody_hears_its_warnings(report: Path, tmp_path: Path) -> None:
    renamed, target = tmp_path / "marts.pdf", tmp_path / "ud.json"
    renamed.write_bytes(report.read_bytes())
    command = [sys.executable, "-m", "medcom_extract", "extract", str(renamed), "-o", str(target)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stderr=writing, check=False)
    os.close(writing)

    assert (0, True) == (done.returncode, target.is_file())


def test_the_version_is_that_of_the_package(capsys: Captured) -> None:
    assert (0, f"medcom-extract {medcom_extract.__version__}\n", "") == run(capsys, "--version")


def all_parsers() -> dict[str, argparse.ArgumentParser]:
    top = cli._build_parser()
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            return {"": top, **action.choices}
    raise AssertionError("no commands")


@pytest.mark.parametrize("command", all_parsers())
def test_help_is_complete(command: str, capsys: Captured) -> None:
    code, out, _ = run(capsys, *command.split(), "--help")

    assert code == 0
    assert "\nexit codes:\n" in out
    for action in all_parsers()[command]._actions:
        assert action.help or action.metavar == "COMMAND", action.dest


def exit_codes(command: str) -> list[int]:
    _, _, told = all_parsers()[command].format_help().partition("exit codes:\n")
    return [int(line.split()[0]) for line in told.splitlines()]


def test_each_command_lists_the_codes_that_it_may_end_with() -> None:
    assert exit_codes("") == list(cli.EXIT_CODES)
    assert exit_codes("extract") == [0, 1, 2, 3, 5, 130]
    assert exit_codes("timeline") == [0, 1, 2, 3, 130]
    assert exit_codes("batch") == [0, 1, 2, 4, 130]
    assert exit_codes("read") == exit_codes("schema") == [0, 1, 2, 130]


def test_no_result_is_written_over_what_it_is_read_from(report: Path, capsys: Captured) -> None:
    before = report.read_bytes()
    link = report.with_name("genvej.docx")
    link.symlink_to(report)
    for words in (
        ("extract", report, "-o", report),
        ("extract", report, "-o", link),
        ("extract", report.with_name("x.docx"), "--same-as", report, "-o", report),
        ("read", report, "-o", report),
        ("compare", report, report.with_name("x.docx"), "-o", report),
        ("timeline", report, "-o", report),
    ):
        code, out, err = run(capsys, *words)

        assert (2, "") == (code, out)
        assert "the result would replace what it is read from. Name another file" in err
    assert before == report.read_bytes()


@pytest.mark.parametrize("words", [("schema",), ("read", "x.pdf")])
def test_what_the_shell_has_closed_is_no_fault_of_the_program(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python has None for it: ``>&- 2>&-``."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setenv("MEDCOM_EXTRACT_DEBUG", "1")  # a fault of the program would be raised

    assert cli.main(words) == 1


def test_a_closed_standard_output_is_told(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    assert cli.main(["schema"]) == 1
    told = capsys.readouterr().err
    assert told == "medcom-extract: standard output: the result cannot be written (it is closed).\n"
