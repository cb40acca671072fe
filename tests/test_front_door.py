"""The package as its users meet it."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

import medcom_extract
from medcom_extract import errors

SAMPLES = Path(__file__).parents[1] / "samples"
SAMPLE = SAMPLES / "medcom14-2027-06.word.docx"
HEAVY = {"docx", "lxml", "pdfminer", "pdfplumber", "PIL", "pydantic", "pypdfium2", "spacy"}


def run_python(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert sorted(medcom_extract.__all__) == medcom_extract.__all__
    for name in medcom_extract.__all__:
        assert getattr(medcom_extract, name) is not None
    assert set(medcom_extract.__all__) <= set(dir(medcom_extract))


def test_every_error_stands_at_the_front_door() -> None:
    assert set(errors.__all__) <= set(medcom_extract.__all__)
    assert medcom_extract.TooLarge is errors.TooLarge


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'sammenlign'"):
        _ = medcom_extract.sammenlign


def test_the_import_brings_no_library_with_it() -> None:
    loaded = run_python("import medcom_extract, sys; print(*sys.modules)").split()

    assert set() == {name.split(".")[0] for name in loaded} & HEAVY


@pytest.mark.parametrize(
    ("file", "absent"),
    [
        (SAMPLE, {"pdfplumber", "pypdfium2", "pdfminer", "spacy"}),
        (SAMPLES / "medcom14-2027-06.libreoffice.pdf", {"docx", "pdfplumber", "pdfminer", "spacy"}),
    ],
)
def test_reading_brings_only_what_the_format_needs(file: Path, absent: set[str]) -> None:
    code = f"import medcom_extract, sys; medcom_extract.read({str(file)!r}); print(*sys.modules)"

    assert set() == {name.split(".")[0] for name in run_python(code).split()} & absent


@pytest.mark.parametrize("file", [SAMPLE, SAMPLES / "medcom14-2027-06.libreoffice.pdf"])
@pytest.mark.parametrize(
    "call",
    [
        "medcom_extract.extract(file, language=False)",
        "cli.main(['extract', file, '--no-language', '-o', os.devnull])",
    ],
)
def test_without_the_language_stage_no_spacy_is_imported(file: Path, call: str) -> None:
    code = (
        "import medcom_extract, os, sys; from medcom_extract import cli;"
        f"file = {str(file)!r}; {call}; sys.stderr.close(); print(*sys.modules)"
    )
    loaded = {name.split(".")[0] for name in run_python(code).split()}

    assert "medcom_extract" in loaded
    assert set() == loaded & {"spacy", "thinc", "simplemma", "regex"}


def test_a_path_bytes_and_an_open_file_give_the_same_report() -> None:
    data = SAMPLE.read_bytes()
    report = medcom_extract.extract(SAMPLE)

    assert report.source.name == SAMPLE.name
    assert len(report.projects) >= 20
    assert report == medcom_extract.extract(str(SAMPLE))
    assert report == medcom_extract.extract(data, name=SAMPLE.name)
    assert report == medcom_extract.extract(io.BytesIO(data), name=SAMPLE.name)
    assert medcom_extract.extract(data).source.name == "<bytes>"


def test_extract_is_read_and_parse_and_enrich() -> None:
    document = medcom_extract.read(SAMPLE)
    report = medcom_extract.parse(document)

    assert isinstance(document, medcom_extract.Document)
    assert medcom_extract.extract(SAMPLE, language=False) == report
    assert medcom_extract.extract(SAMPLE) == medcom_extract.enrich(report)


def test_a_vocabulary_may_be_loaded_once_or_named_by_its_file(tmp_path: Path) -> None:
    file = tmp_path / "ord.toml"
    file.write_text("")
    words = medcom_extract.load_vocabulary(file)

    assert isinstance(words, medcom_extract.Vocabulary)
    assert medcom_extract.extract(SAMPLE, vocabulary=words) == medcom_extract.extract(SAMPLE)
    assert medcom_extract.extract(SAMPLE, vocabulary=file) == medcom_extract.extract(SAMPLE)


def test_an_argument_without_meaning_is_refused() -> None:
    with pytest.raises(medcom_extract.InvalidOption, match="mupdf"):
        medcom_extract.extract(SAMPLE, engine="mupdf")
    with pytest.raises(medcom_extract.TooLarge, match="file_bytes"):
        medcom_extract.read(SAMPLE, limits=medcom_extract.Limits(file_bytes=10))


@pytest.mark.parametrize(
    ("limits", "file"),
    [
        ({"pdf_pages": 1}, "medcom14-2027-06.libreoffice.pdf"),
        ({"word_parts": 2}, SAMPLE.name),
        ({"word_part_bytes": 1000}, SAMPLE.name),
        ({"word_total_bytes": 1000}, SAMPLE.name),
    ],
)
def test_each_limit_is_kept(limits: dict[str, int], file: str) -> None:
    with pytest.raises(medcom_extract.TooLarge, match=file):
        medcom_extract.read(SAMPLES / file, limits=medcom_extract.Limits(**limits))
