"""Danish MedCom status reports, PDF and Word, as data people can trust.

    file ── read ──> Document ── parse ──> Report ── enrich ──> Report     extract does all three
                                             │
                                  differences(one, other), json_schema()

Names are fetched when they are first used, so that the import itself costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medcom_extract.document import Document
    from medcom_extract.errors import (
        DamagedFile,
        EmptyFile,
        FileNotReadable,
        InvalidOption,
        MedcomError,
        NotAStatusReport,
        NotAWordFile,
        NoTextLayer,
        OldWordFile,
        OpenDocumentFile,
        PasswordRequired,
        RichTextFile,
        TookTooLong,
        TooLarge,
        UnknownFormat,
        UnreadableFile,
        UnsupportedFormat,
        VocabularyError,
        WebPageFile,
        WrongPassword,
    )
    from medcom_extract.extraction import enrich, extract, parse, read
    from medcom_extract.output.schema import json_schema
    from medcom_extract.readers.limits import Limits
    from medcom_extract.report import Report
    from medcom_extract.sameness import Difference, differences
    from medcom_extract.vocabulary import Vocabulary, load_vocabulary

__version__ = "0.1.0"

__all__ = [
    "DamagedFile",
    "Difference",
    "Document",
    "EmptyFile",
    "FileNotReadable",
    "InvalidOption",
    "Limits",
    "MedcomError",
    "NoTextLayer",
    "NotAStatusReport",
    "NotAWordFile",
    "OldWordFile",
    "OpenDocumentFile",
    "PasswordRequired",
    "Report",
    "RichTextFile",
    "TooLarge",
    "TookTooLong",
    "UnknownFormat",
    "UnreadableFile",
    "UnsupportedFormat",
    "Vocabulary",
    "VocabularyError",
    "WebPageFile",
    "WrongPassword",
    "__version__",
    "differences",
    "enrich",
    "extract",
    "json_schema",
    "load_vocabulary",
    "parse",
    "read",
]

_HOMES = {
    "Difference": "sameness",
    "Document": "document",
    "Limits": "readers.limits",
    "Report": "report",
    "Vocabulary": "vocabulary",
    "differences": "sameness",
    "enrich": "extraction",
    "extract": "extraction",
    "json_schema": "output.schema",
    "load_vocabulary": "vocabulary",
    "parse": "extraction",
    "read": "extraction",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # What has no home of its own in the table is an error class.
    found: object = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
