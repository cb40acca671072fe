"""What is the second engine's own: its limits, its errors, its way through broken files."""

import logging
from pathlib import Path

import pytest
from pdf_pages import PAGES, first_page

from medcom_extract.errors import (
    DamagedFile,
    InternalError,
    MedcomError,
    PasswordRequired,
    TooLarge,
    WrongPassword,
)
from medcom_extract.readers import plumber
from pdf_builder import assemble, pdf, stream, text

ENCRYPTED = Path(__file__).parents[1] / "data/encrypted.pdf"
_FORM = "/Type/XObject/Subtype/Form/BBox[0 0 99 99]"


def test_more_pages_than_allowed_are_too_large_before_they_are_listed() -> None:
    claims = assemble(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 50000>>"])

    with pytest.raises(TooLarge, match="50,000 pages"):
        plumber.read_pages(claims, name="stor.pdf")


def test_pages_are_counted_where_the_file_claims_too_few() -> None:
    data = pdf("", "", "").replace(b"/Count 3", b"/Count 1")

    with pytest.raises(TooLarge, match="more than 2 pages"):
        plumber.read_pages(data, name="løgn.pdf", most_pages=2)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\nnonsense", pdf(), pdf(text("Hej"))[:300]]
)
def test_a_broken_file_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFile, match=r"brud\.pdf"):
        plumber.read_pages(data, name="brud.pdf")


@pytest.mark.skipif(not ENCRYPTED.exists(), reason="there is no encrypted file to read")
@pytest.mark.parametrize(("password", "error"), [(None, PasswordRequired), ("nej", WrongPassword)])
def test_an_encrypted_file_asks_for_its_password(
    password: str | None, error: type[MedcomError]
) -> None:
    with pytest.raises(error):
        plumber.read_pages(ENCRYPTED.read_bytes(), name="låst.pdf", password=password)


@pytest.mark.parametrize("cut", range(40, 1400, 97))
def test_a_file_cut_short_gives_pages_or_a_typed_error(cut: int) -> None:
    data = PAGES["form"]
    outcome: object
    try:
        outcome = plumber.read_pages(data[:cut] + data[cut + 23 :], name="hul.pdf").pages
    except MedcomError as error:
        outcome = error.file == "hul.pdf" and not isinstance(error, InternalError)

    assert outcome


def test_a_broken_operator_is_passed_over_with_a_warning() -> None:
    content = plumber.read_pages(pdf("/Nowhere w /X Do " + text("Hej")), name="op.pdf")

    assert [word.text for word in content.pages[0].words] == ["Hej"]
    assert [warning.code for warning in content.warnings] == ["drawings-cut"]


def test_forms_within_forms_end() -> None:
    """Ten calls a level: 100 million forms, were there no limit."""
    calls = "/X Do " * 10
    forms = [
        stream(f"{_FORM}/Resources<</XObject<</X {number + 1} 0 R>>>>", calls)
        for number in range(7, 14)
    ]
    data = pdf(calls, resources="/XObject<</X 7 0 R>>", objects=[*forms, stream(_FORM, calls)])
    content = plumber.read_pages(data, name="bombe.pdf")

    assert [warning.code for warning in content.warnings] == ["drawings-cut"]


def test_the_log_of_pdfminer_is_left_as_it_was() -> None:
    log = logging.getLogger("pdfminer")
    before = log.level
    first_page("pdfplumber", PAGES["words"])

    assert log.level == before


def test_both_engines_tell_whether_a_hyphen_is_an_object_of_its_own() -> None:
    told = [
        [(w.text, w.hyphen_apart) for w in first_page(engine, PAGES["line-end hyphen"]).words]
        for engine in ("pdfium", "pdfplumber")
    ]

    assert told[0] == told[1]
    assert [text for text, apart in told[0] if apart is not None] == ["leve-"]
