"""Not a word of a document is lost, and the account of words in a report is honest."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

import medcom_extract
from medcom_extract import Report
from medcom_extract.document import Document, count_words

SAMPLES = Path(__file__).parents[1] / "samples"
SHARED = Path(__file__).parents[2] / "shared"
FILES = sorted([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.docx")])
SHARED_FILES = sorted(
    path
    for folder in ("reports", "documents")
    for path in (SHARED / folder).glob("*")
    if path.suffix in {".pdf", ".docx"} and "damaged" not in path.name
)
PDFS = [path for path in [*FILES, *SHARED_FILES] if path.suffix == ".pdf"]
DOCUMENTS = [path for path in SHARED_FILES if path.parent.name == "documents"]


# Column headers, ratings and lights that were understood are told by fields, not held as text.
UNDERSTOOD = {
    *("Projekt", "Status", "Bemærk", "især", "Samlet", "status", "Trafiklys"),
    *("Risiko", "Sandsynlighed", "Konsekvens", "Milepæl", "Planlagt"),
    *("Lav", "Middel", "Høj", "Grøn", "Gul", "Rød"),
}


def letters(text: str) -> Counter[str]:
    """Letters and digits; ligatures count as the letters they are made of."""
    for ligature, parts in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(ligature, parts)
    return Counter(letter for letter in text if letter.isalnum())


def all_text(document: Document) -> str:
    body = (f"{p.bullet or ''} {p.text}" for p in document.paragraphs())
    return " ".join([*body, *(p.text for p in document.furniture)])


def texts_of(value: Any) -> Iterator[str]:
    """Every text that a report's JSON holds in the fields that carry the document's words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"text", "name", "label", "caption", "title", "track"} and isinstance(
                inner, str
            ):
                yield inner
            elif key == "details":
                yield from (text for pair in inner.items() for text in pair)
            else:
                yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_each_letter_that_pdfplumber_sees_is_in_the_document(path: Path) -> None:
    found = letters(all_text(medcom_extract.read(path)))
    with pdfplumber.open(io.BytesIO(path.read_bytes())) as pdf:
        seen = letters("".join(char["text"] for page in pdf.pages for char in page.chars))

    lost = seen - found

    # pdfplumber knows nothing of replacement text: a ligature without Unicode is a NUL there.
    assert lost.total() == 0, lost


@pytest.mark.parametrize("path", [*FILES, *SHARED_FILES], ids=lambda path: path.name)
def test_the_words_of_a_report_add_up(path: Path) -> None:
    try:
        report = medcom_extract.extract(path, language=False)
    except medcom_extract.NotAStatusReport:
        return  # nothing was placed, so nothing can have been lost
    account = report.account

    assert account is not None
    assert account.body == account.placed + account.unassigned
    assert account.body == medcom_extract.read(path).words
    assert account.unassigned == sum(count_words(p.text) for p in report.unassigned)


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Words as often as they stand, without the punctuation around them."""
    stripped = (word.strip(".,:;()–-•") for text in texts for word in text.split())
    return Counter(word for word in stripped if count_words(word))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_word_of_the_body_stands_in_the_report_as_often(path: Path) -> None:
    report: Report = medcom_extract.extract(path, language=False)
    held = words_of(texts_of(report.model_dump(mode="json")))
    if "projektark" in path.name:  # its overview says names and phases once more
        held += words_of(project.name for project in report.projects)
        details = [pair for project in report.projects for pair in project.details.items()]
        held += words_of(text for pair in details for text in pair)
    body = words_of(paragraph.text for paragraph in medcom_extract.read(path).paragraphs())

    assert set(body - held) <= UNDERSTOOD


@pytest.mark.skipif(not DOCUMENTS, reason="the shared documents are not beside this checkout")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_of_another_kind_is_no_status_report(path: Path) -> None:
    with pytest.raises(medcom_extract.NotAStatusReport) as refusal:
        medcom_extract.extract(path)

    assert "no table with a column for the project" in str(refusal.value)
    assert "found" in str(refusal.value)
    assert refusal.value.file == path.name
