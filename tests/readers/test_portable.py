"""PDF to document: the choice of an engine and what happens where one refuses."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from medcom_extract.document import Source
from medcom_extract.errors import DamagedFile, InvalidOption, NoTextLayer
from medcom_extract.layout.page import Page, Word
from medcom_extract.readers import pdfium
from medcom_extract.readers.content import PdfContent
from medcom_extract.readers.portable import add_emoji, read_portable
from pdf_builder import pdf, text

SOURCE = Source("prøve.pdf", "application/pdf", "0" * 64)
GOOD = pdf(
    text("Overblik over projekter"), info="/Producer(Værk)/CreationDate(D:20240604101200+02'00')"
)


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    """pdfium finds every file broken."""

    def refuse(data: bytes, *, name: str, **_: object) -> None:  # noqa: ARG001
        raise DamagedFile("the PDF is broken", file=name)

    monkeypatch.setattr(pdfium, "read_pages", refuse)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_the_engine_that_was_asked_for_reads(engine: str) -> None:
    document = read_portable(GOOD, SOURCE, engine=engine)

    assert [paragraph.text for paragraph in document.paragraphs()] == ["Overblik over projekter"]
    assert document.source.engine == engine
    assert document.source.created == "2024-06-04T10:12:00+02:00"


@pytest.mark.usefixtures("refusing")
def test_a_file_that_pdfium_refuses_is_read_with_pdfplumber_and_a_warning() -> None:
    document = read_portable(GOOD, SOURCE)

    assert document.source.engine == "pdfplumber"
    assert [warning.code for warning in document.warnings] == ["engine-fallback"]
    assert [paragraph.text for paragraph in document.paragraphs()] == ["Overblik over projekter"]


@pytest.mark.usefixtures("refusing")
@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", pdf("")])
def test_where_pdfplumber_gets_nothing_out_of_it_either_the_first_error_stands(data: bytes) -> None:
    with pytest.raises(DamagedFile, match="the PDF is broken"):
        read_portable(data, SOURCE)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_pages_without_a_letter_are_no_success(engine: str) -> None:
    with pytest.raises(NoTextLayer):
        read_portable(pdf("20 20 50 50 re f"), SOURCE, engine=engine)


def test_an_engine_that_does_not_exist_is_named() -> None:
    with pytest.raises(InvalidOption, match="ghost"):
        read_portable(GOOD, SOURCE, engine="ghost")


def test_text_whose_letters_nobody_can_tell_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_lost(data: bytes, **_: object) -> PdfContent:
        content = read_pages(data, name="tabt.pdf")
        for word in content.pages[0].words:
            word.text = "\x01\x05\x13"
        return content

    read_pages = pdfium.read_pages
    monkeypatch.setattr(pdfium, "read_pages", read_lost)

    with pytest.raises(NoTextLayer, match="garbage"):
        read_portable(GOOD, SOURCE)


def test_bullets_of_symbol_fonts_are_not_fetched_again_with_emoji() -> None:
    content, witness = PdfContent(), PdfContent()
    content.pages, content.unseen_emoji = [Page(1, 200, 200)], [1]
    witness.pages = [Page(1, 200, 200)]
    witness.pages[0].words = [
        Word(text, 0, 0, 9, 9, 9, 9) for text in ("\U0001f7e2", "\uf0b7", "ord")
    ]

    add_emoji(content, witness)

    assert [word.text for word in content.pages[0].words] == ["\U0001f7e2"]


def test_emoji_that_the_first_engine_reads_are_not_added_again() -> None:
    file = Path(__file__).parents[1] / "unseen/reports/r09-medcom13-2025-05.pdf"
    document = read_portable(file.read_bytes(), SOURCE)
    legend = next(p.text for p in document.paragraphs() if "Kræver opmærksomhed" in p.text)

    assert [legend.count(sign) for sign in "🟢🟡🔴"] == [1, 1, 1]


def test_one_thread_at_a_time_is_in_pdfium(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of them would end the process, without an exception."""
    content = pdfium.read_pages(GOOD, name="prøve.pdf")
    inside, most = [0], [0]

    def enter(data: bytes, **_: object) -> PdfContent:  # noqa: ARG001
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.01)
        inside[0] -= 1
        return content

    monkeypatch.setattr(pdfium, "read_pages", enter)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: read_portable(GOOD, SOURCE), range(4)))

    assert most == [1]
