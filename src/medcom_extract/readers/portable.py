"""PDF to the neutral document: an engine's page records, laid out."""

import dataclasses
import re
import threading
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from medcom_extract.document import Document, Source, Warning
from medcom_extract.errors import DamagedFile, InvalidOption, MedcomError, NoTextLayer

if TYPE_CHECKING:
    from medcom_extract.readers.content import PdfContent

__all__ = ["ENGINES", "add_emoji", "read_portable"]

ENGINES = ("pdfium", "pdfplumber")

_pdfium = threading.Lock()
"""pdfium keeps state for the whole process: two threads in it at once end the process."""

_FIRST_EMOJI = "\u2600"
"""The character from which a word of nothing else is a pictograph."""

_PRIVATE = ("\ue000", "\uf8ff")
"""Codes of symbol fonts, such as bullets, which the first engine reads too."""

_MOST_LOST = 0.25
"""Share of the characters that may be control characters; symbols of lost fonts are far fewer."""

_LOST = re.compile("[\x00-\x1f\ufffd]")
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?([Zz+-])?(\d\d)?'?(\d\d)?")


def read_portable(
    data: bytes,
    source: Source,
    *,
    engine: str = "pdfium",
    password: str | None = None,
    most_pages: int = 2_000,
    columns: frozenset[str] = frozenset(),
) -> Document:
    """Read a PDF.

    ``columns`` holds phrases that head the columns of a table, in lower case: with them a table
    without lines is found.  Raises PasswordRequired, WrongPassword, DamagedFile, TooLarge, and
    NoTextLayer for a document without a letter of text, or with none that can be told.
    """
    if engine not in ENGINES:
        raise InvalidOption(f"there is no engine “{engine}”; there are {' and '.join(ENGINES)}")
    content, engine = _read(data, source.name, engine, password, most_pages)
    if not any(page.words for page in content.pages):
        raise NoTextLayer("the PDF has pages but no text", file=source.name)
    if not _is_legible(content):
        problem = "the PDF's fonts do not tell which letters they show, so its text is garbage"
        raise NoTextLayer(problem, file=source.name)
    from medcom_extract.layout import lay_out

    layout = lay_out(
        content.pages, producer=content.producer, creator=content.creator, columns=columns
    )
    facts = dataclasses.replace(
        source,
        page_count=len(content.pages),
        producer=content.producer or content.creator,
        created=_iso(content.created),
        engine=engine,
        title=content.title,
    )
    return Document(
        facts, layout.blocks, layout.furniture, tuple(content.warnings + layout.warnings)
    )


def _read(
    data: bytes, name: str, engine: str, password: str | None, most_pages: int
) -> "tuple[PdfContent, str]":
    """What an engine reads, and which one it was.

    pdfplumber is tried where pdfium finds the file broken: of 5,802 malformed files it opened 59
    that pdfium refused.  Where it does not get a word out of it either, pdfium's error stands.
    """
    if engine == "pdfplumber":
        return _read_with_plumber(data, name, password, most_pages), engine
    from medcom_extract.readers import pdfium

    try:
        with _pdfium:
            content = pdfium.read_pages(data, name=name, password=password, most_pages=most_pages)
        if content.unseen_emoji:
            add_emoji(content, _read_with_plumber(data, name, password, most_pages))
        return content, engine
    except DamagedFile as refusal:
        try:
            content = _read_with_plumber(data, name, password, most_pages)
        except MedcomError:
            raise refusal from None
        if not any(page.words for page in content.pages):
            raise
        content.warnings.insert(0, Warning("engine-fallback", _describe_fallback(refusal)))
        return content, "pdfplumber"


def _is_legible(content: "PdfContent") -> bool:
    """Whether most of the characters are ones that people write: programs that lose the names of
    glyphs number them from 1, which gives control characters.
    """
    text = "".join([word.text for page in content.pages for word in page.words])
    if text.isprintable() and "\ufffd" not in text:
        return True  # nearly always, and told much faster
    return len(_LOST.findall(text)) <= _MOST_LOST * len(text)


def add_emoji(content: "PdfContent", witness: "PdfContent") -> None:
    """Add the emoji that only the second engine sees to the pages of the first."""
    seen = {page.number: page for page in witness.pages}
    for page in content.pages:
        if page.number in content.unseen_emoji and page.number in seen:
            page.words.extend(w for w in seen[page.number].words if _is_emoji(w.text))


def _is_emoji(text: str) -> bool:
    return all(
        letter >= _FIRST_EMOJI and not _PRIVATE[0] <= letter <= _PRIVATE[1] for letter in text
    )


def _read_with_plumber(
    data: bytes, name: str, password: str | None, most_pages: int
) -> "PdfContent":
    from medcom_extract.readers import plumber

    return plumber.read_pages(data, name=name, password=password, most_pages=most_pages)


def _describe_fallback(refusal: DamagedFile) -> str:
    return (
        f"The first engine, pdfium, did not read the file ({refusal.problem}); it was read with "
        "pdfplumber instead. Check that nothing is missing."
    )


def _iso(value: str | None) -> str | None:
    """A PDF date as ISO 8601; None where it is none."""
    match = _DATE.match(value or "")
    if not match:
        return None
    numbers = [
        int(part) if part else default
        for part, default in zip(match.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    ]
    try:
        moment = datetime(*numbers)  # type: ignore[arg-type]
        if match[7]:
            offset = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
            moment = moment.replace(tzinfo=timezone(-offset if match[7] == "-" else offset))
    except ValueError:
        return None
    return moment.isoformat()
