"""Every error that the library raises on purpose.

    MedcomError
    ├── UnreadableFile            the file cannot be turned into text
    │   ├── FileNotReadable       missing, a folder, no permission
    │   ├── EmptyFile             no bytes
    │   ├── DamagedFile           begins like a known format, but is broken
    │   ├── UnsupportedFormat     a known format that is not read
    │   │   ├── OldWordFile       .doc, Word 97-2003
    │   │   ├── OpenDocumentFile  .odt
    │   │   ├── RichTextFile      .rtf
    │   │   ├── WebPageFile       .html
    │   │   └── NotAWordFile      a zip archive without a Word document in it
    │   ├── UnknownFormat         nothing that is recognised
    │   └── NoTextLayer           a scan: pages, but not a letter on them
    ├── PasswordRequired          encrypted, and no password was given
    │   └── WrongPassword         encrypted, and the password does not open it
    ├── TooLarge                  passes a limit on size or complexity
    ├── TookTooLong               passes a limit on time
    ├── NotAStatusReport          read well, but no projects with status in it
    ├── InternalError             a mistake in the library's own code
    ├── WorkerNotStarted          a batch can have no worker process at all
    ├── VocabularyError           a vocabulary file that cannot be used (ValueError)
    └── InvalidOption             an argument that has no meaning (ValueError)

Each message names the file and what is wrong; ``next_step`` says what to do about it.
"""

__all__ = [
    "DamagedFile",
    "EmptyFile",
    "FileNotReadable",
    "InternalError",
    "InvalidOption",
    "MedcomError",
    "NoTextLayer",
    "NotAStatusReport",
    "NotAWordFile",
    "OldWordFile",
    "OpenDocumentFile",
    "PasswordRequired",
    "RichTextFile",
    "TooLarge",
    "TookTooLong",
    "UnknownFormat",
    "UnreadableFile",
    "UnsupportedFormat",
    "VocabularyError",
    "WebPageFile",
    "WorkerNotStarted",
    "WrongPassword",
]


class MedcomError(Exception):
    """The root of the tree.

    ``file`` is the name of the file concerned (``"<bytes>"`` for bytes, None where no file is
    involved), ``problem`` one sentence without a full stop, ``next_step`` one sentence with one.
    """

    advice = "Report it with the file, if the file may be shared."

    def __init__(self, problem: str, *, file: str | None = None, next_step: str | None = None):
        self.problem = problem
        self.file = file
        self.next_step = next_step or self.advice
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.file}: " if self.file else ""
        return f"{place}{self.problem}. {self.next_step}"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with all three parts, so that an error survives leaving a worker process."""
        return (_rebuild, (type(self), self.problem, self.file, self.next_step))


def _rebuild(
    kind: type[MedcomError], problem: str, file: str | None, next_step: str | None
) -> MedcomError:
    return kind(problem, file=file, next_step=next_step)


class UnreadableFile(MedcomError):
    """The file cannot be turned into text."""

    advice = "Open it in the program that made it and save it as PDF or Word (.docx)."


class FileNotReadable(UnreadableFile):
    """The file is missing, is a folder, or may not be read."""

    advice = "Check the path and the permissions."


class EmptyFile(UnreadableFile):
    """The file holds no bytes."""

    advice = "Fetch the file again; the download or copy was probably cut off."


class DamagedFile(UnreadableFile):
    """The file begins like a known format, but is broken."""

    advice = "Fetch the file again, or open it in its own program and save it anew."


class UnsupportedFormat(UnreadableFile):
    """A known format that the library does not read."""


class OldWordFile(UnsupportedFormat):
    """A Word 97-2003 document (.doc)."""

    advice = "Open it in Word or LibreOffice and save it as .docx."


class OpenDocumentFile(UnsupportedFormat):
    """An OpenDocument text (.odt)."""

    advice = "Open it in LibreOffice or Word and save it as .docx or PDF."


class RichTextFile(UnsupportedFormat):
    """A Rich Text Format document (.rtf)."""

    advice = "Open it in Word or LibreOffice and save it as .docx."


class WebPageFile(UnsupportedFormat):
    """An HTML page."""

    advice = "Download the report itself, or print the page to PDF."


class NotAWordFile(UnsupportedFormat):
    """A zip archive that holds no Word document."""

    advice = "Unpack it and give the PDF or Word file inside."


class UnknownFormat(UnreadableFile):
    """Neither PDF nor Word nor any format that is recognised."""

    advice = "Give a PDF or a Word document (.docx)."


class NoTextLayer(UnreadableFile):
    """A document with pages but without a letter of text, such as a scan."""

    advice = (
        "Run it through text recognition first, for example: "
        "ocrmypdf -l dan --force-ocr IN.pdf OUT.pdf"
    )


class PasswordRequired(MedcomError):
    """The document is encrypted, and no password was given."""

    advice = "Give the password with password=... or --password."


class WrongPassword(PasswordRequired):
    """The document is encrypted, and the password given does not open it."""

    advice = "Check the password."


class TooLarge(MedcomError):
    """The file passes a limit on size or complexity."""

    advice = "Raise the limit if the file can be trusted, or split the document."


class TookTooLong(MedcomError):
    """The file passes a limit on time."""

    advice = "Raise the time limit, or look at the file by hand."


class NotAStatusReport(MedcomError):
    """The document was read, but holds no projects with a status, a risk or a milestone."""

    advice = "Use `medcom-extract read` (or read()) to get the plain document."


class InternalError(MedcomError):
    """A mistake in the library's own code; what was raised there is its ``__cause__``."""

    advice = "Report it with this message, and with the file if it may be shared."


class WorkerNotStarted(MedcomError):
    """A batch can have no worker process at all."""

    advice = (
        'In a script, put the call under  if __name__ == "__main__":  since each worker imports '
        "the script; otherwise look at what the workers say on standard error."
    )


class VocabularyError(MedcomError, ValueError):
    """A vocabulary file that is not valid TOML or says something that has no meaning."""

    advice = "Compare it with the example in docs/vocabulary.md."


class InvalidOption(MedcomError, ValueError):
    """An argument whose value has no meaning, such as an engine that does not exist."""

    advice = "See the documentation of the function or `medcom-extract --help`."
