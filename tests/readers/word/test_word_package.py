import io
import zipfile

import pytest
from docx_building import (
    CONTENT_TYPES,
    build,
    drawing,
    first,
    paragraph,
    part,
    picture,
    read,
    read_bytes,
    run,
    texts,
    zipped,
)

from medcom_extract.document import Source
from medcom_extract.errors import DamagedFile, MedcomError, NotAWordFile, TooLarge
from medcom_extract.readers.word import read_word

GOOD = build(paragraph("Tekst"))
MAIN = part("document", f"<w:body>{paragraph('Tekst')}</w:body>")

REFUSED = [
    (b"PK\x03\x04 afbrudt", DamagedFile),
    (GOOD[:-40], DamagedFile),
    (zipped({"a.txt": "ikke Word"}), NotAWordFile),
    (zipped({"word/document.xml": "<w:document"}), DamagedFile),
    (zipped({"word/document.xml": "<a/>"}), DamagedFile),
    (zipped({"word/document.xml": part("document", "")}), DamagedFile),
    (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + MAIN}), DamagedFile),
    (zipped({"word/document.xml": b"\x00\x01\x02"}), DamagedFile),
    (zipped({"word/document.xml": ""}), DamagedFile),
]


@pytest.mark.parametrize(("data", "error"), REFUSED)
def test_broken_files_are_refused_by_name(data: bytes, error: type[MedcomError]) -> None:
    with pytest.raises(error) as caught:
        read_bytes(data)

    assert caught.value.file == "rapport.docx"


def test_a_damaged_entry_is_refused() -> None:
    data = bytearray(GOOD)
    at = data.index(b"word/document.xml") + len("word/document.xml") + 4
    data[at : at + 20] = bytes(20)

    with pytest.raises(DamagedFile, match=r"document\.xml"):
        read_bytes(bytes(data))


def test_the_main_part_may_stand_anywhere() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Target="/Word/./Hoved.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )

    assert texts(read_bytes(zipped({"_rels/.rels": relations, "word/hoved.xml": MAIN}))) == [
        "Tekst"
    ]


def test_a_file_of_another_office_program_is_no_word_file() -> None:
    types = CONTENT_TYPES.replace("wordprocessingml", "spreadsheetml")

    with pytest.raises(NotAWordFile):
        read_bytes(zipped({"[Content_Types].xml": types, "word/document.xml": MAIN}))


def test_missing_and_broken_further_parts_do_no_harm() -> None:
    relations = {"s": ("styles", "styles.xml"), "n": ("numbering", "gone.xml")}
    document = read(paragraph("Tekst"), relations=relations, parts={"word/styles.xml": "<w:styles"})

    assert texts(document) == ["Tekst"]


def test_strict_open_xml_is_read_like_the_other() -> None:
    strict = (
        build(paragraph(run("Tekst", "<w:b/>")), relations={"x": ("styles", "styles.xml")}),
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict[0])) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode().replace(strict[1], strict[2])
            office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            new.writestr(
                name,
                content.replace(office, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
            )

    assert first(read_bytes(changed.getvalue())).bold


def limited(data: bytes, **limits: int) -> None:
    read_word(data, Source("rapport.docx", "x", "0"), **limits)


def test_too_many_parts_are_refused() -> None:
    data = build(paragraph("x"), parts={f"word/a{one}.xml": "" for one in range(30)})

    with pytest.raises(TooLarge, match="parts"):
        limited(data, most_parts=20)
    with pytest.raises(TooLarge, match="parts"):
        limited(data, most_parts=2)


def test_a_part_past_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="larger than 0 MB"):
        limited(build(paragraph("x" * 5_000)), largest_part=4_000)


def test_parts_that_unpack_to_too_much_together_are_refused() -> None:
    with pytest.raises(TooLarge, match="unpacks"):
        limited(build(paragraph("x" * 5_000)), largest_total=4_000)


def test_forty_megabytes_of_blanks_in_the_body_are_refused() -> None:
    with pytest.raises(TooLarge, match=r"document\.xml"):
        read_bytes(zipped({"word/document.xml": MAIN + " " * 40 * 2**20}))


def test_two_million_paragraphs_are_refused_before_they_are_parsed() -> None:
    body = part("document", f"<w:body>{'<w:p/>' * 2_000_000}</w:body>")

    with pytest.raises(TooLarge, match="elements"):
        read_bytes(zipped({"word/document.xml": body}))


def test_elements_nested_without_end_are_refused() -> None:
    body = part("document", f"<w:body>{'<w:ins>' * 3_000}{'</w:ins>' * 3_000}</w:body>")

    with pytest.raises(DamagedFile):
        read_bytes(zipped({"word/document.xml": body}))


def test_a_huge_picture_is_not_looked_into() -> None:
    document = read(
        paragraph(run("Tekst") + drawing(picture("i1"))),
        relations={"i1": ("image", "media/image1.png")},
        parts={"word/media/image1.png": bytes(20 * 2**20)},
    )

    assert first(document).marks[0].palette == ()
