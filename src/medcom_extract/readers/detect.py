"""What kind of file some bytes are, told by the bytes alone.

The name never decides: downloads are renamed, and mail programs guess.  Where the name claims
something else than the bytes say, the file is read all the same and a warning says so.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from medcom_extract.document import Warning
from medcom_extract.errors import (
    EmptyFile,
    MedcomError,
    RichTextFile,
    UnknownFormat,
    UnsupportedFormat,
    WebPageFile,
)
from medcom_extract.readers.archive import PACKAGE_MAGIC, check_word_package
from medcom_extract.readers.compound import COMPOUND_MAGIC, name_compound_error

__all__ = ["PDF", "WORD", "Format", "detect"]

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Readers look for the header in the first kilobyte (PDF 1.7, appendix H, note 13).  Mail gateways
# and web forms put more in front of it at times.
HEADER_REACH = 1024
LATE_HEADER_REACH = 1_000_000

_HTML = re.compile(
    # Possessive, or a row of comments would be tried in every grouping.
    rb"(?>\s|<!--.*?-->|<\?xml[^>]*>)*+"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script|div|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n)*?MIME-Version:", re.IGNORECASE)
_WORD_XML = re.compile(rb"<pkg:package|<w:wordDocument|progid=\"Word\.Document\"")
_PICTURES = {
    b"\x89PNG\r\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"GIF8": "GIF",
}
_CLAIMS: dict[str, str] = {
    ".pdf": "a PDF",
    ".docx": "a Word document",
    ".docm": "a Word document",
    ".dotx": "a Word document",
    ".dotm": "a Word document",
    ".doc": "an old Word document",
    ".dot": "an old Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "a Rich Text document",
    ".htm": "a web page",
    ".html": "a web page",
    ".txt": "plain text",
    ".xls": "an Excel workbook",
    ".xlsx": "an Excel workbook",
    ".ppt": "a PowerPoint presentation",
    ".pptx": "a PowerPoint presentation",
    ".zip": "a zip archive",
}


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read.

    ``offset`` is where the file proper begins in the bytes: bytes before a PDF's header are no
    part of it, and its internal addresses count from the header.
    """

    kind: Literal["pdf", "word"]
    media_type: str
    offset: int = 0
    warnings: tuple[Warning, ...] = ()


def detect(data: bytes, name: str = "<bytes>") -> Format:
    """Tell PDF and Word from their bytes.

    Raises the error that names the format otherwise: ``EmptyFile``, ``OldWordFile``,
    ``OpenDocumentFile``, ``RichTextFile``, ``WebPageFile``, ``NotAWordFile``,
    ``UnsupportedFormat``, ``PasswordRequired`` (a Word file with a password), ``DamagedFile`` (a
    broken zip) or ``UnknownFormat``.  ``name`` serves the messages only.
    """
    if not data:
        raise EmptyFile("the file is empty", file=name)
    if data.startswith(PACKAGE_MAGIC):
        check_word_package(data, name)
        return Format("word", WORD, warnings=_compare_name(name, "a Word document"))
    if data.startswith(COMPOUND_MAGIC):
        raise name_compound_error(data, name)
    offset = data.find(b"%PDF-", 0, HEADER_REACH + 5)
    if offset < 0:
        _refuse_known_format(data, name)
        offset = data.find(b"%PDF-", 0, LATE_HEADER_REACH)
    if offset < 0:
        raise UnknownFormat("neither a PDF nor a Word document", file=name)
    return Format("pdf", PDF, offset, _warn_late_header(offset) + _compare_name(name, "a PDF"))


def _refuse_known_format(data: bytes, name: str) -> None:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    error: MedcomError | None = None
    picture = next((kind for magic, kind in _PICTURES.items() if data.startswith(magic)), None)
    if head.lstrip().startswith(b"{\\rtf"):
        error = RichTextFile("a Rich Text document (.rtf) is not read", file=name)
    elif _WORD_XML.search(head):
        advice = "Open it in Word and save it as .docx."
        error = UnsupportedFormat("a Word XML file is not read", file=name, next_step=advice)
    elif _HTML.match(head) or _MHTML.match(head):
        error = WebPageFile("this is a web page, not a report file", file=name)
    elif picture:
        error = _name_picture(picture, name)
    if error:
        raise error


def _name_picture(kind: str, name: str) -> MedcomError:
    advice = (
        "Run it through text recognition first, for example: "
        "ocrmypdf -l dan --image-dpi 300 IN OUT.pdf"
    )
    return UnsupportedFormat(f"a picture ({kind}) holds no text", file=name, next_step=advice)


def _warn_late_header(offset: int) -> tuple[Warning, ...]:
    if offset < HEADER_REACH:
        return ()
    message = f"The PDF begins {offset:,} bytes into the file; what stands before it was left out."
    return (Warning("pdf-header-late", message),)


def _compare_name(name: str, found: str) -> tuple[Warning, ...]:
    claimed = _CLAIMS.get(PurePath(name).suffix.lower())
    if claimed in (None, found):
        return ()
    message = f"The name of the file says {claimed}, but it holds {found}; read as {found}."
    return (Warning("extension-mismatch", message),)
