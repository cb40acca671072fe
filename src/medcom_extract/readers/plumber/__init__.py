"""The second PDF engine: pdfplumber's document and pdfminer's interpreter to page records.

It shares nothing with the first engine but the records it fills, so each is a witness of the
other.  Slower by a factor of ten or more; chosen by the caller, or fallen back on where pdfium
refuses a file.
"""

from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.utils import MATRIX_IDENTITY

from medcom_extract.document import Location, Patch, Warning
from medcom_extract.errors import DamagedFile
from medcom_extract.layout.page import Page
from medcom_extract.readers.content import PdfContent
from medcom_extract.readers.frame import Frame
from medcom_extract.readers.gaps import glue, moves_pen
from medcom_extract.readers.plumber.fonts import FontShelf
from medcom_extract.readers.plumber.interpreter import Interpreter
from medcom_extract.readers.plumber.links import links_of
from medcom_extract.readers.plumber.opening import list_pages, opened
from medcom_extract.readers.plumber.recorder import Recorder
from medcom_extract.readers.plumber.words import words_of

__all__ = ["PdfContent", "read_pages"]


def read_pages(
    data: bytes, *, name: str, password: str | None = None, most_pages: int = 2_000
) -> PdfContent:
    """Read all pages of a PDF.

    Raises PasswordRequired, WrongPassword, DamagedFile, and TooLarge for more than ``most_pages``.
    A page that cannot be read is left out with a warning.
    """
    with opened(data, name, password) as document:
        content = PdfContent(
            producer=_fact(document.metadata, "Producer"),
            title=_fact(document.metadata, "Title"),
            creator=_fact(document.metadata, "Creator"),
            created=_fact(document.metadata, "CreationDate"),
        )
        shared = _Shared(moves_pen(content.producer))
        for number, found in enumerate(list_pages(document.doc, name, most_pages), 1):
            page = _read_page(found, number, shared, content.warnings)
            if page is not None:
                content.pages.append(page)
        if not content.pages:
            raise DamagedFile("none of the PDF's pages can be read", file=name)
        return content


@dataclass(slots=True)
class _Shared:
    """What the pages of one document share.

    ``by_gaps`` tells that its program may move the pen where others print a space.
    """

    by_gaps: bool
    shelf: FontShelf = field(default_factory=FontShelf)
    palettes: dict[str, tuple[Patch, ...]] = field(default_factory=dict)


def _read_page(
    found: PDFPage, number: int, shared: _Shared, warnings: list[Warning]
) -> Page | None:
    place = (Location(page=number),)
    try:
        frame = _frame(found)
        page = Page(number, frame.width, frame.height)
        recorder = Recorder(page, frame, shared.shelf, shared.palettes)
        Interpreter(shared.shelf, recorder).run(found.resources, found.contents, MATRIX_IDENTITY)
        for word, hidden in words_of(recorder.objects, frame, by_gaps=shared.by_gaps):
            (page.hidden if hidden else page.words).append(word)
        if shared.by_gaps:
            glue(page.words)
        page.links.extend(links_of(found, frame))
    except Exception:  # pdfminer raises anything on a broken page
        message = f"Page {number} is damaged and was left out."
        warnings.append(Warning("page-unreadable", message, place))
        return None
    if not recorder.complete:
        message = f"Page {number} holds broken or too many drawings; some were left out."
        warnings.append(Warning("drawings-cut", message, place))
    return page


def _frame(page: PDFPage) -> Frame:
    """The crop box within the media box, each with its corners in any order."""
    media, crop = _sorted(page.mediabox), _sorted(page.cropbox)
    if media[0] == media[2] or media[1] == media[3]:
        media = (0.0, 0.0, 612.0, 792.0)
    box = (
        max(media[0], crop[0]), max(media[1], crop[1]),
        min(media[2], crop[2]), min(media[3], crop[3]),
    )  # fmt: skip
    if box[0] >= box[2] or box[1] >= box[3]:
        box = media
    return Frame(*box, turns=page.rotate // 90 % 4)


def _sorted(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return (
        min(box[0], box[2]), min(box[1], box[3]),
        max(box[0], box[2]), max(box[1], box[3]),
    )  # fmt: skip


def _fact(metadata: dict[str, Any], key: str) -> str | None:
    value = metadata.get(key)
    return value.strip("\x00 ") or None if isinstance(value, str) else None
