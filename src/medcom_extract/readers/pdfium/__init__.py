"""The first PDF engine: pypdfium2's raw API to page records.

pdfium crashes the process, without an exception, where a page is used after it was closed; so
every handle is closed in this module, and nothing leaves this room but plain records.
It is not thread-safe: whoever reads in threads lets in one at a time (``readers/portable``).
"""

from collections.abc import Generator, Iterator, Set
from contextlib import closing, contextmanager
from ctypes import byref, c_int, c_ulong, create_string_buffer
from dataclasses import dataclass, field
from typing import Any

import pypdfium2  # noqa: F401  (initialises the library that ``raw`` calls)
from pypdfium2 import raw

from medcom_extract.document import Location, Patch, Warning
from medcom_extract.errors import DamagedFile, PasswordRequired, TooLarge, WrongPassword
from medcom_extract.layout.page import Link, Page
from medcom_extract.readers.content import PdfContent
from medcom_extract.readers.gaps import glue, moves_pen
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.drawings import DrawingReader
from medcom_extract.readers.pdfium.frame import Frame, frame_of
from medcom_extract.readers.pdfium.looks import Wardrobe
from medcom_extract.readers.pdfium.painted import take_painted_glyphs
from medcom_extract.readers.pdfium.rendering import Renderer
from medcom_extract.readers.pdfium.text import TextReader

__all__ = ["PdfContent", "read_pages"]


@dataclass(slots=True)
class _Shared:
    """What the pages of one document share.

    ``by_gaps`` tells that its program may move the pen where others print a space.
    """

    by_gaps: bool = False
    wardrobe: Wardrobe = field(default_factory=Wardrobe)
    palettes: dict[str, tuple[Patch, ...]] = field(default_factory=dict)


def read_pages(
    data: bytes, *, name: str, password: str | None = None, most_pages: int = 2_000
) -> PdfContent:
    """Read all pages of a PDF.

    Raises PasswordRequired, WrongPassword, DamagedFile, and TooLarge for more than ``most_pages``.
    """
    with _opened(data, name, password) as document:
        count = raw.FPDF_GetPageCount(document)
        if count <= 0:
            raise DamagedFile("the PDF has no pages that can be read", file=name)
        if count > most_pages:
            raise TooLarge(f"the PDF has {count:,} pages, the limit is {most_pages:,}", file=name)
        content = PdfContent(
            producer=_fact(document, b"Producer"),
            title=_fact(document, b"Title"),
            creator=_fact(document, b"Creator"),
            created=_fact(document, b"CreationDate"),
        )
        shared = _Shared(moves_pen(content.producer))
        with closing(_loaded(document, count)) as handles:
            for index, handle in enumerate(handles):
                page = _read_page(document, index, handle, shared, content)
                if page is not None:
                    content.pages.append(page)
        if not content.pages:
            raise DamagedFile("none of the PDF's pages can be read", file=name)
        return content


@contextmanager
def _opened(data: bytes, name: str, password: str | None) -> Iterator[Any]:
    secret = password.encode() if password is not None else None
    document = raw.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document:
        code = raw.FPDF_GetLastError()
        if code == raw.FPDF_ERR_PASSWORD:
            if password is None:
                raise PasswordRequired("the PDF asks for a password", file=name)
            raise WrongPassword("the password does not open the PDF", file=name)
        if code == raw.FPDF_ERR_SECURITY:
            raise PasswordRequired("the PDF is encrypted in an unknown way", file=name)
        raise DamagedFile("the PDF is broken and cannot be opened", file=name)
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def _loaded(document: Any, count: int) -> Generator[Any, None, None]:
    """Each page's handle, null for a damaged one; it is closed after the next one is loaded.

    What two pages share need not be loaded anew then: a twentieth of pdfium's time.
    """
    before = None
    try:
        for index in range(count):
            handle = raw.FPDF_LoadPage(document, index)
            if before:
                raw.FPDF_ClosePage(before)
            before = handle
            yield handle
    finally:
        if before:
            raw.FPDF_ClosePage(before)


def _read_page(
    document: Any, index: int, handle: Any, shared: _Shared, content: PdfContent
) -> Page | None:
    if not handle:
        message = f"Page {index + 1} is damaged and was left out."
        content.warnings.append(Warning("page-unreadable", message, (Location(page=index + 1),)))
        return None
    frame = frame_of(handle)
    page = Page(index + 1, frame.width, frame.height)
    lettered = _add_words(page, handle, frame, shared)
    renderer = Renderer(document, handle)
    drawings = DrawingReader(handle, frame, renderer, shared.palettes, lettered)
    drawings.read(page)
    take_painted_glyphs(page, renderer)
    page.links.extend(_links(document, handle, frame))
    if not drawings.complete:
        message = f"Page {index + 1} holds more drawings than are looked at; some were left out."
        content.warnings.append(Warning("drawings-cut", message, (Location(page=index + 1),)))
    if drawings.unseen_emoji:
        content.unseen_emoji.append(page.number)
    return page


def _add_words(page: Page, handle: Any, frame: Frame, shared: _Shared) -> Set[int]:
    """Fill the page's words; gives the text objects of which letters were read."""
    text_page = raw.FPDFText_LoadPage(handle)
    if not text_page:
        return frozenset()
    try:
        place = bindings.address(text_page)
        reader = TextReader(place, frame, shared.wardrobe, by_gaps=shared.by_gaps)
        reader.read(page)
        if shared.by_gaps:
            glue(page.words)
        return reader.text_objects
    finally:
        raw.FPDFText_ClosePage(text_page)


def _links(document: Any, handle: Any, frame: Frame) -> Iterator[Link]:
    position, link = c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(handle, byref(position), byref(link)):
        action = raw.FPDFLink_GetAction(link)
        box = raw.FS_RECTF()
        if not action or not raw.FPDFLink_GetAnnotRect(link, byref(box)):
            continue
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if size <= 1:
            continue
        buffer = create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, buffer, c_ulong(size))
        url = buffer.value.decode("utf-8", "replace").strip()
        yield Link(*frame.box(box.left, box.bottom, box.right, box.top), url)


def _fact(document: Any, key: bytes) -> str | None:
    size = raw.FPDF_GetMetaText(document, key, None, 0)
    if size <= 2:
        return None
    buffer = create_string_buffer(size)
    raw.FPDF_GetMetaText(document, key, buffer, c_ulong(size))
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip("\x00 ") or None
