"""Real files: nothing of what they show may be lost."""

import re
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx_building import read_bytes

from medcom_extract.document import Document

SHARED = Path(__file__).parents[4] / "shared"
FILES = sorted((SHARED / "reports").glob("*.docx")) + sorted((SHARED / "documents").glob("*.docx"))

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LETTERS = re.compile(r"[^\W_]")

needs_files = pytest.mark.skipif(not FILES, reason="the folder with real files is not here")


def raw_letters(element: ElementTree.Element, symbols: bool = False) -> str:
    """Every letter of the body in any order but that of reading; deleted ones left out."""
    if element.tag in (W + "del", W + "moveFrom", FALLBACK):
        return ""
    if element.tag == W + "t":
        return "" if symbols else element.text or ""
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = fonts.get(W + "ascii", "") if fonts is not None else ""
    inner = symbols or font.startswith(("Wingdings", "Symbol", "Webdings"))
    return "".join(raw_letters(one, inner) for one in element)


def letters_of(document: Document) -> Counter[str]:
    return Counter(LETTERS.findall("".join(one.text for one in document.paragraphs())))


@needs_files
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_letter_of_the_body_is_lost(path: Path) -> None:
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        raw = raw_letters(ElementTree.fromstring(archive.read("word/document.xml")))

    assert Counter(LETTERS.findall(raw)) - letters_of(read_bytes(data)) == Counter()


def count(text: str, words: list[str]) -> list[int]:
    return [text.count(word) for word in words]


@needs_files
def test_insertions_are_in_and_deletions_are_out() -> None:
    path = SHARED / "documents/tracked-changes.docx"
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    deleted = {text.text for text in root.iter(W + "delText") if text.text}
    kept = "".join(raw_letters(root).split())
    words = [one for one in deleted if len(one) > 30 and "".join(one.split()) not in kept]
    inserted = [text.text for one in root.iter(W + "ins") for text in one.iter(W + "t")]
    text = "\n".join(one.text for one in read_bytes(path.read_bytes()).paragraphs())

    assert len(words) > 10
    assert not any(" ".join(word.split()) in text for word in words)
    long = [" ".join(word.split()) for word in inserted if word and len(word) > 30]
    assert len(long) > 100
    assert sum(word in text for word in long) > 0.95 * len(long)


@needs_files
def test_every_light_in_the_pictures_has_a_colour() -> None:
    for path in FILES:
        if "docx-image" in path.name:
            document = read_bytes(path.read_bytes())
            marks = [mark for one in document.paragraphs() for mark in one.marks]

            assert marks
            assert all(mark.palette for mark in marks)
