"""An error of our own code is told as such, and never as the file's; and the reverse."""

import dataclasses
import hashlib
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

import medcom_extract
from medcom_extract import DamagedFile, InternalError, cli, extraction, mistakes, readers
from medcom_extract.errors import NotAStatusReport, TooLarge

SAMPLE = Path(__file__).parents[1] / "samples/medcom14-2027-03.word.docx"


def run_as(place: Path, code: str) -> Callable[..., None]:
    """A function that runs this code as if it stood in a file at this place."""
    compiled = compile(code, str(place), "exec")

    def fail(*_: object, **__: object) -> None:
        exec(compiled, {"dataclasses": dataclasses})

    return fail


OURS = Path(medcom_extract.__file__).parent / "readers/word/body.py"
THEIRS = Path(traceback.__file__).parent / "zipfile.py"
WRONG_ARGUMENTS = "P = dataclasses.make_dataclass('P', ['x'])\nP()"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("undefined_name", NameError),
        ("None.text", AttributeError),
        ("assert False", AssertionError),
        ("len(3)", TypeError),
        (WRONG_ARGUMENTS, TypeError),
        ("raise NotImplementedError", NotImplementedError),
        ("from medcom_extract.readers import no_such_thing", ImportError),
    ],
)
def test_what_right_code_never_raises_is_our_mistake(
    monkeypatch: pytest.MonkeyPatch, code: str, kind: type[Exception]
) -> None:
    monkeypatch.setattr(readers, "_read_word", run_as(OURS, code))

    with pytest.raises(InternalError) as caught:
        medcom_extract.read(SAMPLE)

    digest = hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert isinstance(caught.value.__cause__, kind)
    assert caught.value.file == SAMPLE.name
    assert medcom_extract.__version__ in caught.value.problem
    assert digest[:16] in caught.value.problem
    assert kind.__name__ in caught.value.problem


@pytest.mark.parametrize("code", ["b''[4]", "{}['w:p']", "int('x')", "1 / 0", "b'\\xff'.decode()"])
def test_what_the_bytes_bring_about_is_the_files_fault(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(readers, "_read_word", run_as(OURS, code))

    with pytest.raises(DamagedFile):
        medcom_extract.read(SAMPLE)


@pytest.mark.parametrize("code", ["None.text", "len(3)", "assert False", "undefined_name"])
def test_what_a_foreign_library_raises_is_the_files_fault(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(readers, "_read_word", run_as(THEIRS, code))

    with pytest.raises(DamagedFile) as caught:
        medcom_extract.read(SAMPLE)

    assert caught.value.__cause__ is not None


def test_a_library_that_is_missing_is_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "_read_word", run_as(OURS, "import no_such_library"))

    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        medcom_extract.read(SAMPLE)


@pytest.mark.parametrize("code", ["b''[4]", "{}['navn']", "undefined_name"])
def test_after_the_readers_no_file_is_to_blame(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(extraction, "parse_document", run_as(OURS, code))

    with pytest.raises(InternalError, match=r"readers/word/body\.py, line 1"):
        medcom_extract.extract(SAMPLE, language=False)


def test_errors_on_purpose_and_those_of_the_machine_pass() -> None:
    for error in (NotAStatusReport("no projects"), TooLarge("too much"), MemoryError()):
        with pytest.raises(type(error)), mistakes.watch("juni.pdf", "0" * 64):
            raise error


def test_what_a_pipeline_of_the_users_own_raises_is_no_mistake_of_ours() -> None:
    with pytest.raises(KeyError), mistakes.watch("juni.pdf", "0" * 64):
        run_as(THEIRS, "{}['navn']")()


def test_the_command_line_says_where_to_look(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(readers, "_read_word", run_as(OURS, "undefined_name"))

    assert cli.main(["extract", str(SAMPLE)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"medcom-extract: {SAMPLE.name}: a mistake in medcom-extract")
    assert told.count("\n") == 1
    assert "MEDCOM_EXTRACT_DEBUG=1" in told
    monkeypatch.setenv("MEDCOM_EXTRACT_DEBUG", "1")
    with pytest.raises(InternalError):
        cli.main(["extract", str(SAMPLE)])
