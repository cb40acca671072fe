"""Danish MedCom status reports, PDF and Word, as data people can trust.

    file ── read ──> Document ── parse ──> Report ── enrich ──> Report     extract does all three
                                             │
                                  differences(one, other), json_schema()
                                  compare(before, after), timeline(reports)

Names are fetched when they are first used, so that the import itself costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medcom_extract.batch import (
        Outcome,
        Summary,
        convert_archive,
        convert_one,
        extract_many,
        find_drift,
    )
    from medcom_extract.comparison.aliases import Aliases, load_aliases
    from medcom_extract.comparison.comparing import compare
    from medcom_extract.comparison.models import Comparison
    from medcom_extract.comparison.ordering import sort_reports
    from medcom_extract.comparison.questions import (
        Answer,
        find_contradictions,
        find_dropped,
        find_long_runs,
        find_materialised,
        find_mentions,
        find_overdue,
    )
    from medcom_extract.comparison.series import Timeline
    from medcom_extract.comparison.timeline import timeline
    from medcom_extract.document import Document
    from medcom_extract.errors import (
        DamagedFile,
        EmptyFile,
        FileNotReadable,
        InternalError,
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
        WorkerNotStarted,
        WrongPassword,
    )
    from medcom_extract.extraction import enrich, extract, parse, read
    from medcom_extract.gathering import gather_reports, open_report
    from medcom_extract.output.schema import json_schema
    from medcom_extract.output.tables import (
        from_tables,
        load_reports,
        read_tables,
        to_tables,
        write_tables,
    )
    from medcom_extract.readers.limits import Limits
    from medcom_extract.report import Report
    from medcom_extract.sameness import Difference, differences
    from medcom_extract.vocabulary import Vocabulary, load_vocabulary

__version__ = "0.1.0"

__all__ = [
    "Aliases",
    "Answer",
    "Comparison",
    "DamagedFile",
    "Difference",
    "Document",
    "EmptyFile",
    "FileNotReadable",
    "InternalError",
    "InvalidOption",
    "Limits",
    "MedcomError",
    "NoTextLayer",
    "NotAStatusReport",
    "NotAWordFile",
    "OldWordFile",
    "OpenDocumentFile",
    "Outcome",
    "PasswordRequired",
    "Report",
    "RichTextFile",
    "Summary",
    "Timeline",
    "TooLarge",
    "TookTooLong",
    "UnknownFormat",
    "UnreadableFile",
    "UnsupportedFormat",
    "Vocabulary",
    "VocabularyError",
    "WebPageFile",
    "WorkerNotStarted",
    "WrongPassword",
    "__version__",
    "compare",
    "convert_archive",
    "convert_one",
    "differences",
    "enrich",
    "extract",
    "extract_many",
    "find_contradictions",
    "find_drift",
    "find_dropped",
    "find_long_runs",
    "find_materialised",
    "find_mentions",
    "find_overdue",
    "from_tables",
    "gather_reports",
    "json_schema",
    "load_aliases",
    "load_reports",
    "load_vocabulary",
    "open_report",
    "parse",
    "read",
    "read_tables",
    "sort_reports",
    "timeline",
    "to_tables",
    "write_tables",
]

_HOMES = {
    "Aliases": "comparison.aliases",
    "Answer": "comparison.questions",
    "Comparison": "comparison.models",
    "Difference": "sameness",
    "Document": "document",
    "Limits": "readers.limits",
    "Outcome": "batch",
    "Report": "report",
    "Summary": "batch",
    "Timeline": "comparison.series",
    "Vocabulary": "vocabulary",
    "compare": "comparison.comparing",
    "convert_archive": "batch",
    "convert_one": "batch",
    "differences": "sameness",
    "enrich": "extraction",
    "extract": "extraction",
    "extract_many": "batch",
    "find_contradictions": "comparison.questions",
    "find_drift": "batch",
    "find_dropped": "comparison.questions",
    "find_long_runs": "comparison.questions",
    "find_materialised": "comparison.questions",
    "find_mentions": "comparison.questions",
    "find_overdue": "comparison.questions",
    "from_tables": "output.tables",
    "gather_reports": "gathering",
    "json_schema": "output.schema",
    "load_aliases": "comparison.aliases",
    "load_reports": "output.tables",
    "load_vocabulary": "vocabulary",
    "open_report": "gathering",
    "parse": "extraction",
    "read": "extraction",
    "read_tables": "output.tables",
    "sort_reports": "comparison.ordering",
    "timeline": "comparison.timeline",
    "to_tables": "output.tables",
    "write_tables": "output.tables",
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
