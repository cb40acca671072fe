import io
import zipfile

import pytest

from medcom_extract.errors import (
    DamagedFile,
    EmptyFile,
    NotAWordFile,
    OldWordFile,
    OpenDocumentFile,
    PasswordRequired,
    RichTextFile,
    UnknownFormat,
    UnsupportedFormat,
    WebPageFile,
)
from medcom_extract.readers.detect import PDF, WORD, detect

MAIN = "application/vnd.openxmlformats-officedocument.{}.main+xml"
PDF_BYTES = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"


def zip_of(*names: str, **contents: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "")
        for name, text in contents.items():
            archive.writestr({"types": "[Content_Types].xml"}.get(name, name), text)
    return stream.getvalue()


def types(main: str) -> str:
    return f'<Types><Override PartName="/x.xml" ContentType="{main}"/></Types>'


def word_zip(main: str) -> bytes:
    return zip_of("x.xml", types=types(main))


def compound(*entries: str) -> bytes:
    """The start of an OLE file: a header sector, then directory entries of 128 bytes."""
    directory = b""
    for entry in entries:
        name = entry.encode("utf-16-le") + b"\0\0"
        directory += name.ljust(64, b"\0") + len(name).to_bytes(2, "little") + bytes(62)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + directory


@pytest.mark.parametrize(
    ("data", "kind", "media_type", "offset"),
    [
        (PDF_BYTES, "pdf", PDF, 0),
        (b"\xef\xbb\xbf" + PDF_BYTES, "pdf", PDF, 3),
        (b" " * 1019 + PDF_BYTES, "pdf", PDF, 1019),
        (b"x" * 1024 + PDF_BYTES, "pdf", PDF, 1024),
        (b"x" * 500_000 + PDF_BYTES, "pdf", PDF, 500_000),
        (zip_of("word/document.xml"), "word", WORD, 0),
        (word_zip(MAIN.format("wordprocessingml.document")), "word", WORD, 0),
        (word_zip(MAIN.format("wordprocessingml.template")), "word", WORD, 0),
        (
            word_zip("application/vnd.ms-word.document.macroEnabled.main+xml"),
            "word",
            WORD,
            0,
        ),
        (
            word_zip("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
            "word",
            WORD,
            0,
        ),
    ],
)
def test_bytes_tell_pdf_and_word(data: bytes, kind: str, media_type: str, offset: int) -> None:
    found = detect(data)

    assert (kind, media_type, offset) == (found.kind, found.media_type, found.offset)


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyFile, "empty"),
        (b"Projekt; Status\nFHIR; gul\n", UnknownFormat, "neither"),
        (b"BMW er ikke et billede", UnknownFormat, "neither"),
        (bytes(range(256)) * 9, UnknownFormat, "neither"),
        (b"x" * 1_000_001 + PDF_BYTES, UnknownFormat, "neither"),
        (b"{\\rtf1\\ansi Status}", RichTextFile, ".rtf"),
        (b"\xef\xbb\xbf{\\rtf1 Status}", RichTextFile, ".rtf"),
        (b"<!DOCTYPE html><title>Log ind</title>", WebPageFile, "web page"),
        (b"\r\n<!-- a --><!-- b -->\n<html lang=da>", WebPageFile, "web page"),
        (b"<?xml version='1.0'?><html xmlns='x'>", WebPageFile, "web page"),
        ("<html><body>Æ".encode("utf-16"), WebPageFile, "web page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", WebPageFile, "web page"),
        (b"<?xml version='1.0'?><pkg:package>", UnsupportedFormat, "Word XML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), UnsupportedFormat, "picture"),
        (b"II*\x00" + bytes(40), UnsupportedFormat, "TIFF"),
        (compound("Root Entry", "WordDocument"), OldWordFile, ".doc"),
        (compound("Root Entry"), OldWordFile, "before 2007"),
        (compound("Root Entry", "EncryptedPackage"), PasswordRequired, "password"),
        (compound("Root Entry", "Workbook"), UnsupportedFormat, "Excel"),
        (zip_of(mimetype="application/vnd.oasis.opendocument.text"), OpenDocumentFile, ".odt"),
        (
            zip_of(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            NotAWordFile,
            ".ods",
        ),
        (zip_of(types=types(MAIN.format("spreadsheetml.sheet"))), NotAWordFile, "Excel"),
        (
            zip_of(types=types(MAIN.format("presentationml.presentation"))),
            NotAWordFile,
            "PowerPoint",
        ),
        (zip_of("juni/status.pdf", "b", "c", "d"), NotAWordFile, "status.pdf, b, c and 1 more"),
        (zip_of("Index/Document.iwa"), NotAWordFile, "iWork"),
        (zip_of(), NotAWordFile, "nothing in it"),
        (zip_of("word/document.xml")[:-30], DamagedFile, "broken"),
        (zip_of(types=types(MAIN.format("wordprocessingml.document"))), DamagedFile, "main part"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        detect(data, "juni.pdf")

    assert type(caught.value) is error
    assert str(caught.value).startswith("juni.pdf: ")


def test_a_stream_name_inside_a_text_does_not_make_a_word_file_encrypted() -> None:
    text = "EncryptedPackage".encode("utf-16-le") + b"\0\0"

    with pytest.raises(OldWordFile):
        detect(compound("WordDocument") + b"\1" * 64 + text + bytes(60))


@pytest.mark.parametrize(
    ("data", "name", "codes"),
    [
        (PDF_BYTES, "juni.pdf", []),
        (PDF_BYTES, "JUNI.PDF", []),
        (PDF_BYTES, "juni", []),
        (PDF_BYTES, "juni.2024", []),
        (PDF_BYTES, "juni.docx", ["extension-mismatch"]),
        (zip_of("word/document.xml"), "juni.docm", []),
        (zip_of("word/document.xml"), "juni.doc", ["extension-mismatch"]),
        (b"x" * 2000 + PDF_BYTES, "juni.pdf", ["pdf-header-late"]),
        (b"x" * 2000 + PDF_BYTES, "juni.txt", ["pdf-header-late", "extension-mismatch"]),
    ],
)
def test_a_name_that_claims_something_else_gives_a_warning(
    data: bytes, name: str, codes: list[str]
) -> None:
    assert codes == [warning.code for warning in detect(data, name).warnings]


def test_a_page_of_comments_is_recognised_without_trying_every_grouping() -> None:
    with pytest.raises(UnknownFormat):
        detect(b"<!---->" * 2_000 + b"x")
