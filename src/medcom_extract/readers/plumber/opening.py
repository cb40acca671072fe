"""Opening a PDF with pdfplumber: passwords, page count, the file's own facts."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pdfplumber
import pdfplumber.pdf
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, resolve1

from medcom_extract.errors import DamagedFile, PasswordRequired, TooLarge, WrongPassword

__all__ = ["list_pages", "opened"]


@contextmanager
def opened(data: bytes, name: str, password: str | None) -> Iterator[pdfplumber.pdf.PDF]:
    """A document of pdfplumber; PasswordRequired, WrongPassword or DamagedFile where it has none.

    pdfminer writes what it stumbles over to its log, and that would end up on standard error:
    its log is turned down meanwhile.
    """
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield _open(data, name, password)
    finally:
        log.setLevel(level)


def _open(data: bytes, name: str, password: str | None) -> pdfplumber.pdf.PDF:
    try:
        return pdfplumber.open(io.BytesIO(data), password=password)
    except Exception as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        if isinstance(cause, PDFPasswordIncorrect):
            if password is None:
                raise PasswordRequired("the PDF asks for a password", file=name) from error
            raise WrongPassword("the password does not open the PDF", file=name) from error
        if isinstance(cause, PDFEncryptionError):
            problem = "the PDF is encrypted in an unknown way"
            raise PasswordRequired(problem, file=name) from error
        raise DamagedFile("the PDF is broken and cannot be opened", file=name) from error


def list_pages(document: PDFDocument, name: str, most: int) -> list[PDFPage]:
    """The document's pages; TooLarge for more than ``most``, DamagedFile for none.

    What the file says of their number is asked first: 50,000 pages take 13 seconds to list.
    """
    claimed = _claimed(document)
    if claimed > most:
        raise TooLarge(f"the PDF has {claimed:,} pages, the limit is {most:,}", file=name)
    pages: list[PDFPage] = []
    try:
        for page in PDFPage.create_pages(document):
            pages.append(page)
            if len(pages) > most:
                problem = f"the PDF has more than {most:,} pages, which is the limit"
                raise TooLarge(problem, file=name)
    except TooLarge:
        raise
    except Exception as error:
        if not pages:
            raise DamagedFile("the PDF's pages cannot be found", file=name) from error
    if not pages:
        raise DamagedFile("the PDF has no pages that can be read", file=name)
    return pages


def _claimed(document: PDFDocument) -> int:
    try:
        tree: dict[str, Any] = dict_value(document.catalog.get("Pages", {}))
        count = resolve1(tree.get("Count", 0))
    except Exception:
        return 0
    return count if isinstance(count, int) else 0
