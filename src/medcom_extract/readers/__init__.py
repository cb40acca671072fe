"""From a file to the neutral document: this room alone knows PDF and Word."""

import dataclasses
import hashlib
from dataclasses import dataclass

from medcom_extract.document import Document, Source
from medcom_extract.errors import DamagedFile, InvalidOption, MedcomError, NoTextLayer, TooLarge
from medcom_extract.mistakes import confess, is_our_mistake
from medcom_extract.readers.detect import detect
from medcom_extract.readers.intake import FileInput, take_in
from medcom_extract.readers.limits import DEFAULT_LIMITS, Limits

__all__ = ["DEFAULT_LIMITS", "ENGINES", "FileInput", "Limits", "ReadOptions", "read_file"]

ENGINES = ("pdfium", "pdfplumber")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file.  ``engine`` and ``password`` concern PDF alone.

    ``columns`` holds words that head the columns of tables, in lower case: with them the layout
    finds tables that are drawn without lines.  Raises ``InvalidOption`` for an unknown engine.
    """

    engine: str = "pdfium"
    password: str | None = None
    limits: Limits = DEFAULT_LIMITS
    columns: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.engine not in ENGINES:
            known = " and ".join(ENGINES)
            raise InvalidOption(f"there is no engine {self.engine!r}; there are {known}")


def read_file(file: FileInput, name: str | None, options: ReadOptions) -> Document:
    """Read a PDF or a Word document; ``name`` is what to call it, None for its file name.

    Every failure is a ``MedcomError``; what a PDF or Word library raised is its cause.  A mistake
    of our own is an ``InternalError`` and not told as the file's.
    """
    data, called = take_in(file, name, options.limits)
    found = detect(data, called)
    source = Source(called, found.media_type, hashlib.sha256(data).hexdigest())
    document = _read_safely(data[found.offset :], source, found.kind, options)
    if document.is_silent:
        raise NoTextLayer(_describe_silence(document), file=called)
    return dataclasses.replace(document, warnings=found.warnings + document.warnings)


def _read_safely(data: bytes, source: Source, kind: str, options: ReadOptions) -> Document:
    try:
        return (_read_word if kind == "word" else _read_portable)(data, source, options)
    except MedcomError:
        raise
    except (MemoryError, RecursionError) as error:
        problem = f"reading it takes more than this machine gives ({type(error).__name__})"
        raise TooLarge(problem, file=source.name) from error
    except Exception as error:
        if is_our_mistake(error):
            raise confess(error, source.name, source.sha256) from error
        if isinstance(error, ImportError):
            raise  # a library that is missing is no fault of the file
        # The libraries underneath raise anything on malformed input, KeyError and struct.error
        # among it; the cause stays attached for whoever looks into it.
        problem = f"the file is broken ({type(error).__name__} while reading it)"
        raise DamagedFile(problem, file=source.name) from error


# Whoever reads PDF alone shall not wait for the Word libraries, and the reverse.


def _read_word(data: bytes, source: Source, options: ReadOptions) -> Document:
    from medcom_extract.readers.word import read_word

    limits = options.limits
    return read_word(
        data,
        source,
        most_parts=limits.word_parts,
        largest_part=limits.word_part_bytes,
        largest_total=limits.word_total_bytes,
    )


def _read_portable(data: bytes, source: Source, options: ReadOptions) -> Document:
    from medcom_extract.readers.portable import read_portable

    return read_portable(
        data,
        source,
        engine=options.engine,
        password=options.password,
        columns=options.columns,
        most_pages=options.limits.pdf_pages,
    )


def _describe_silence(document: Document) -> str:
    pages = document.source.page_count
    if pages is None:
        return "the document holds not a word of text"
    return f"not a letter of text on its {pages} page{'' if pages == 1 else 's'}"
