"""What a PDF engine hands over: the same for both, so that nothing after them can tell which."""

from dataclasses import dataclass, field

from medcom_extract.document import Warning
from medcom_extract.layout.page import Page

__all__ = ["PdfContent"]


@dataclass(slots=True)
class PdfContent:
    """What an engine reads from a PDF: page records, the file's own facts, warnings.

    ``producer``, ``creator``, ``created`` (a PDF date) and ``title`` are the file's own words,
    None where it says nothing.  ``unseen_emoji`` are the numbers of pages with emoji that the
    engine cannot read.
    """

    pages: list[Page] = field(default_factory=list)
    producer: str | None = None
    creator: str | None = None
    created: str | None = None
    title: str | None = None
    warnings: list[Warning] = field(default_factory=list)
    unseen_emoji: list[int] = field(default_factory=list)
