"""The main job: a file becomes a document, the document a report."""

import os
from typing import TYPE_CHECKING

from medcom_extract.document import Document
from medcom_extract.mistakes import watch
from medcom_extract.parsing import parse as parse_document
from medcom_extract.readers import DEFAULT_LIMITS, FileInput, Limits, ReadOptions, read_file
from medcom_extract.report import Report
from medcom_extract.vocabulary import Vocabulary, load_vocabulary
from medcom_extract.vocabulary.headers import column_headers

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["VocabularyInput", "enrich", "extract", "parse", "read"]

VocabularyInput = Vocabulary | str | os.PathLike[str] | None


def extract(
    source: FileInput,
    *,
    name: str | None = None,
    engine: str = "pdfium",
    password: str | None = None,
    vocabulary: VocabularyInput = None,
    limits: Limits | None = None,
    language: bool = True,
    nlp: "Language | None" = None,
) -> Report:
    """Turn a status report, PDF or Word, into data.

    ``source`` is a path, the file's bytes, or an open binary file; ``name`` is what to call it
    (default: its file name).  ``engine`` reads PDF: ``"pdfium"``, or ``"pdfplumber"`` as a second
    witness.  ``password`` opens an encrypted PDF.  ``vocabulary`` adds wordings of your own: a
    TOML file, or what ``load_vocabulary`` gives.  ``language`` asks for dates, figures, parties and
    the state of risks in the texts; without it spaCy is not imported.  ``nlp`` is a spaCy pipeline
    of your own, to which only the missing components are added.

    Raises ``NotAStatusReport`` where the file holds no projects with a status, a risk or a
    milestone, and another ``MedcomError`` where it cannot be read.  What the library is unsure of
    stands in ``Report.warnings``.  Threads may call it at once, but pdfium reads one PDF at a time:
    ``extract_many`` is the way to use more cores.
    """
    words = _load(vocabulary)
    document = read(
        source, name=name, engine=engine, password=password, vocabulary=words, limits=limits
    )
    report = parse(document, vocabulary=words)
    return enrich(report, nlp=nlp) if language else report


def enrich(report: Report, *, nlp: "Language | None" = None) -> Report:
    """Add what the words of a report say: dates, figures, parties, risk and project states.

    A report that has it already comes back as it is; the one given is not changed.
    ``nlp`` is a spaCy pipeline of your own, to which only the missing components are added.
    """
    from medcom_extract.enrichment import enrich as enrich_report

    with watch(report.source.name, report.source.sha256):
        return enrich_report(report, nlp=nlp)


def read(
    source: FileInput,
    *,
    name: str | None = None,
    engine: str = "pdfium",
    password: str | None = None,
    vocabulary: VocabularyInput = None,
    limits: Limits | None = None,
) -> Document:
    """Read any PDF or Word document, status report or not, without asking what it means.

    The arguments are those of ``extract``.  The vocabulary matters here too: the names of columns
    show where a PDF table stands that is drawn without lines.
    """
    columns = column_headers(_load(vocabulary))
    options = ReadOptions(engine, password, limits or DEFAULT_LIMITS, columns)
    return read_file(source, name, options)


def parse(document: Document, *, vocabulary: VocabularyInput = None) -> Report:
    """Find the report in a document.  Raises ``NotAStatusReport`` where there is none."""
    words = _load(vocabulary)
    with watch(document.source.name, document.source.sha256):
        return parse_document(document, vocabulary=words)


def _load(vocabulary: VocabularyInput) -> Vocabulary:
    return vocabulary if isinstance(vocabulary, Vocabulary) else load_vocabulary(vocabulary)
