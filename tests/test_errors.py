"""The error tree, and what a broken file is answered with."""

import io
import pickle
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import medcom_extract
from medcom_extract import errors
from medcom_extract.errors import MedcomError

CLASSES = [getattr(errors, name) for name in errors.__all__]
ENCRYPTED = Path(__file__).parent / "data/encrypted.pdf"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def make_pdf(content: str) -> bytes:
    """A PDF of one page with this content stream, and a cross-reference table that is right."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return data + f"{tail}startxref\n{len(data)}\n%%EOF\n".encode()


def make_zip(**parts: str) -> bytes:
    names = {
        "types": "[Content_Types].xml",
        "relations": "_rels/.rels",
        "body": "word/document.xml",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(names.get(name, name), text)
    return stream.getvalue()


def make_word(body: str) -> bytes:
    return make_zip(types=TYPES, relations=RELATIONS, body=DOCUMENT.format(body))


PARAGRAPH = "<w:p><w:r><w:t>Dagsorden for mødet</w:t></w:r></w:p>"
PDF = make_pdf("BT /F1 12 Tf 40 200 Td (Dagsorden for mandag) Tj ET")
SCAN = make_pdf("0.9 g 40 40 200 200 re f")
BROKEN = {
    "tom.pdf": (b"", errors.EmptyFile),
    "afkortet.pdf": (PDF[:60], errors.DamagedFile),
    "kun-hoved.pdf": (b"%PDF-1.7\n", errors.DamagedFile),
    "skrot.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 20, errors.DamagedFile),
    "skannet.pdf": (SCAN, errors.NoTextLayer),
    "laast.pdf": (ENCRYPTED.read_bytes(), errors.PasswordRequired),
    "afkortet.docx": (make_word(PARAGRAPH)[:400], errors.DamagedFile),
    "afbrudt-xml.docx": (make_word("<w:p><w:r>"), errors.DamagedFile),
    "kun-mappe.docx": (make_zip(types=TYPES), errors.DamagedFile),
    "tomt.docx": (make_word("<w:p/>"), errors.NoTextLayer),
    "andet.docx": (make_zip(**{"notat.txt": "Hej"}), errors.NotAWordFile),
    "gammelt.doc": (COMPOUND + bytes(1000), errors.OldWordFile),
    "laast.docx": (
        (COMPOUND.ljust(512, b"\0") + "EncryptedPackage\0".encode("utf-16-le")).ljust(576, b"\0")
        + b"\x22\0"
        + bytes(62),
        errors.PasswordRequired,
    ),
    "tekst.odt": (
        make_zip(mimetype="application/vnd.oasis.opendocument.text"),
        errors.OpenDocumentFile,
    ),
    "tekst.rtf": (b"{\\rtf1\\ansi Hej}", errors.RichTextFile),
    "side.html": (b"<!doctype html><p>Log ind</p>", errors.WebPageFile),
    "side.pdf": (b"<html><body>Log ind</body></html>", errors.WebPageFile),
    "noget.bin": (bytes(range(256)) * 4, errors.UnknownFormat),
    "dagsorden.pdf": (PDF, errors.NotAStatusReport),
    "dagsorden.docx": (make_word(PARAGRAPH), errors.NotAStatusReport),
    "omdoebt.docx": (PDF, errors.NotAStatusReport),
    "omdoebt.pdf": (make_word(PARAGRAPH), errors.NotAStatusReport),
}


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    drawn, ancestors = {}, {0: "Exception"}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"    ((?:│   |    |├── |└── )*)(\w+)(?:  .*)?$", line)
        if found:
            depth = len(found[1]) // 4
            drawn[found[2]] = ancestors[depth]
            ancestors[depth + 1] = found[2]

    assert {kind.__name__: kind.__bases__[0].__name__ for kind in CLASSES} == drawn


@pytest.mark.parametrize("kind", CLASSES)
def test_an_error_survives_leaving_its_process(kind: type[MedcomError]) -> None:
    error = kind("something is wrong", file="juni.pdf")
    copy = pickle.loads(pickle.dumps(error))

    assert type(copy) is kind
    assert (error.problem, error.file, error.next_step) == (copy.problem, copy.file, copy.next_step)
    assert str(copy) == f"juni.pdf: something is wrong. {kind.advice}"


@pytest.mark.parametrize("kind", CLASSES)
def test_an_error_says_what_to_do_next(kind: type[MedcomError]) -> None:
    assert kind.__doc__
    assert re.fullmatch(r"[A-Z].*(\.|\.pdf)", kind.advice)


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_report_is_answered_with_its_own_error(name: str, tmp_path: Path) -> None:
    data, kind = BROKEN[name]
    file = tmp_path / name
    file.write_bytes(data)

    with pytest.raises(MedcomError) as caught:
        medcom_extract.extract(file)

    assert type(caught.value) is kind
    assert caught.value.file == name
    assert caught.value.next_step in str(caught.value)


@pytest.mark.parametrize("name", [name for name in BROKEN if name.endswith(".pdf")])
def test_the_second_engine_gives_the_same_answer(name: str) -> None:
    data, kind = BROKEN[name]

    with pytest.raises(MedcomError) as caught:
        medcom_extract.extract(data, name=name, engine="pdfplumber")

    assert type(caught.value) is kind


@pytest.mark.parametrize(("name", "found"), [("omdoebt.docx", "PDF"), ("omdoebt.pdf", "Word")])
def test_a_renamed_file_is_read_by_its_content_with_a_warning(name: str, found: str) -> None:
    document = medcom_extract.read(BROKEN[name][0], name=name)

    assert "Dagsorden" in next(document.paragraphs()).text
    assert ["extension-mismatch"] == [warning.code for warning in document.warnings]
    assert found in document.warnings[0].message


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_the_right_password_opens_an_encrypted_file(engine: str) -> None:
    document = medcom_extract.read(ENCRYPTED, password="hemmelig", engine=engine)

    assert ["Projekt Svarkort er i drift."] == [each.text for each in document.paragraphs()]
    with pytest.raises(errors.WrongPassword, match=r"encrypted\.pdf"):
        medcom_extract.read(ENCRYPTED, password="forkert", engine=engine)
    with pytest.raises(errors.PasswordRequired, match="password"):
        medcom_extract.read(ENCRYPTED, engine=engine)


@pytest.mark.parametrize(
    "name", ["tom.pdf", "skrot.pdf", "laast.pdf", "andet.docx", "dagsorden.pdf"]
)
def test_the_command_line_answers_in_one_sentence_and_without_a_traceback(
    name: str, tmp_path: Path
) -> None:
    data, kind = BROKEN[name]
    file = tmp_path / name
    file.write_bytes(data)
    command = [sys.executable, "-m", "medcom_extract", "extract", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")

    assert run.returncode == (3 if kind is errors.NotAStatusReport else 1)
    assert run.stdout == ""
    assert run.stderr.startswith(f"medcom-extract: {name}: ")
    assert "Traceback" not in run.stderr
