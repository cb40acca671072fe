"""The command line: words to calls, and nothing else."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import medcom_extract
from medcom_extract.commands import batching, comparing
from medcom_extract.errors import (
    InternalError,
    InvalidOption,
    MedcomError,
    NotAStatusReport,
    VocabularyError,
)

__all__ = ["main"]

_DEBUG = "MEDCOM_EXTRACT_DEBUG=1"
OK, UNREADABLE, USAGE, NOT_A_REPORT, DIFFERENT = 0, 1, 2, 3, 5

EXIT_CODES = {
    OK: "done",
    UNREADABLE: "the file could not be read, or the result not be written",
    USAGE: "the command line, the vocabulary or the alias file is wrong",
    NOT_A_REPORT: "the file was read, but is not a status report",
    batching.SOME_FAILED: "batch, tables: some files failed; the others are done",
    DIFFERENT: "with --same-as: the two reports differ",
    batching.INTERRUPTED: "stopped with Ctrl-C; batch goes on from there when it is run again",
}
# What only some commands end with; the other codes are those of all.
_OWN_CODES = {
    NOT_A_REPORT: {"extract", "compare", "timeline", "ask"},
    batching.SOME_FAILED: {"batch", "tables"},
    DIFFERENT: {"extract"},
}
_INPUTS = ("file", "same_as", "before", "after", "files", "vocabulary", "aliases")
_OUTPUTS = ("output", "to", "tables")
_EXTRACT = """\
Read a status report, PDF or Word, and print it as JSON: its sections and projects, each with its
traffic light, risks and milestones, and the place where each was read.  Warnings go to standard
error, so that standard output holds the result alone.
"""
_EXTRACT_EXAMPLES = """\
examples:
  medcom-extract extract juni.pdf                         JSON on the screen
  medcom-extract extract juni.docx -o juni.json           JSON in a file
  medcom-extract extract juni.pdf --format markdown       a page to read or to mail
  medcom-extract extract juni.pdf --same-as juni.docx     do both say the same?
  curl -s https://example.org/juni.pdf | medcom-extract extract - --name juni.pdf

"""
_READ = """\
Read any PDF or Word document and print what it holds, without asking what it means: headings,
paragraphs, tables, pictures, and what was set apart as running headers and footers.
"""
_READ_EXAMPLES = """\
examples:
  medcom-extract read agenda.docx                         Markdown on the screen
  medcom-extract read agenda.pdf --format json --compact  JSON on one line

"""
_SUMMARIES = {
    **batching.SUMMARIES,
    **comparing.SUMMARIES,
    "extract": "read a status report and print it as JSON or Markdown",
    "read": "read any PDF or Word document and print what it holds",
    "schema": "print the JSON Schema of a report, a comparison or a timeline",
}
_SCHEMA = "Print the JSON Schema of what `extract`, `compare` or `timeline` prints as JSON."
_SCHEMA_EXAMPLES = """\
examples:
  medcom-extract schema -o report.schema.json
  medcom-extract schema --of timeline --compact

"""
_TOP_EXAMPLES = """\
examples:
  medcom-extract extract juni.pdf
  medcom-extract extract juni.docx --format markdown
  medcom-extract read agenda.pdf
  medcom-extract COMMAND --help

"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``argv`` is None for the process's own."""
    arguments = _build_parser().parse_args(argv)
    try:
        return _run(arguments)
    except BrokenPipeError:
        # Whoever read us has seen enough.  Python flushes once more at exit, so give it a sink.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return batching.INTERRUPTED
    except OSError as error:
        return _complain(_describe_failed_write(arguments, error), UNREADABLE)
    except Exception as error:
        if _is_debugging():
            raise
        kind = f"{type(error).__name__}: {error}".splitlines()[0]
        problem = f"an error in medcom-extract itself ({kind}). {MedcomError.advice}"
        return _complain(f"{problem} {_DEBUG} shows where.", UNREADABLE)


def _describe_failed_write(arguments: argparse.Namespace, error: OSError) -> str:
    """Files are read by the library, whose errors are its own: what is left is the result's."""
    problem = f"the result cannot be written ({error.strerror or error})."
    given = (getattr(arguments, name, None) for name in _OUTPUTS)
    path = next((path for path in given if path is not None), None)
    if path is None:
        return f"standard output: {problem}"
    step = "Check that its folder is there and may be written to, and the space left."
    return f"{path}: {problem} {step}"


def _is_debugging() -> bool:
    return bool(os.environ.get("MEDCOM_EXTRACT_DEBUG"))


def _run(arguments: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace], tuple[str, int]] = arguments.command
    try:
        _refuse_to_replace_input(arguments)
        text, code = command(arguments)
    except NotAStatusReport as error:
        return _complain(str(error), NOT_A_REPORT)
    except (InvalidOption, VocabularyError) as error:
        return _complain(str(error), USAGE)
    except InternalError as error:
        if _is_debugging():
            raise
        return _complain(f"{error} {_DEBUG} shows where.", UNREADABLE)
    except MedcomError as error:
        return _complain(str(error), UNREADABLE)
    if text:
        _write(text, arguments.output)
    return code


def _refuse_to_replace_input(arguments: argparse.Namespace) -> None:
    """A result that is written over its own report would leave neither."""
    output: Path | None = arguments.output
    if output is None or not output.is_file():
        return
    if any(_is_same_file(output, path) for path in _list_inputs(arguments)):
        raise InvalidOption(
            "the result would replace what it is read from",
            file=str(output),
            next_step="Name another file after --output.",
        )


def _list_inputs(arguments: argparse.Namespace) -> Iterator[str]:
    for name in _INPUTS:
        given = getattr(arguments, name, None) or ()
        yield from (given,) if isinstance(given, str) else given


def _is_same_file(output: Path, path: str) -> bool:
    try:
        return output.samefile(path)
    except (OSError, ValueError):
        return False  # what is not there is told by whoever reads it


def _complain(sentence: str, code: int) -> int:
    _say(f"medcom-extract: {sentence}")
    return code


def _say(sentence: str) -> None:
    if sys.stderr is None:  # the shell has closed it
        return
    with suppress(OSError):  # nobody listens any more, which is no reason to keep the result back
        sys.stderr.write(f"{sentence}\n")


def _write(text: str, path: Path | None) -> None:
    text = text if text.endswith("\n") else text + "\n"
    if path is not None:
        from medcom_extract.output.files import write_whole

        write_whole(path, text)
        return
    if sys.stdout is None:  # the shell has closed it
        raise OSError("it is closed")
    # UTF-8 whatever the locale: JSON has no other encoding.
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _tell_warnings(found: Any) -> None:
    from medcom_extract.output.markdown import list_places

    for warning in found.warnings:
        message = warning.message + list_places(warning.locations)
        _say(f"warning: {message} [{warning.code}]")


def _extract(arguments: argparse.Namespace) -> tuple[str, int]:
    from medcom_extract.output import json, markdown

    wanted = {"language": arguments.language}
    report = medcom_extract.extract(**_input(arguments.file, arguments), **wanted)
    _tell_warnings(report)
    if arguments.same_as is not None:
        second = _input(arguments.same_as, arguments, named=False)
        other = medcom_extract.extract(**second, **wanted)
        lines = [str(each) for each in medcom_extract.differences(report, other)]
        return "\n".join(lines or ["The two files hold the same report."]), (
            DIFFERENT if lines else OK
        )
    if arguments.format == "markdown":
        return markdown.format_report(report), OK
    return json.format_report(report, compact=arguments.compact), OK


def _read(arguments: argparse.Namespace) -> tuple[str, int]:
    from medcom_extract.output import document_markdown, json

    document = medcom_extract.read(**_input(arguments.file, arguments))
    _tell_warnings(document)
    if arguments.format == "markdown":
        return document_markdown.format_document(document), OK
    return json.format_document(document, compact=arguments.compact), OK


def _schema(arguments: argparse.Namespace) -> tuple[str, int]:
    from medcom_extract.output import json

    return json.format_schema(
        medcom_extract.json_schema(arguments.of), compact=arguments.compact
    ), OK


def _input(file: str, arguments: argparse.Namespace, *, named: bool = True) -> dict[str, Any]:
    """The keywords that extract() and read() share."""
    return {
        "source": sys.stdin.buffer if file == "-" else file,
        "name": arguments.name if named else None,
        "engine": arguments.engine,
        "password": arguments.password,
        "vocabulary": arguments.vocabulary,
        "limits": medcom_extract.Limits(**dict(arguments.limit)),
    }


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="medcom-extract",
        description="Danish MedCom status reports, PDF and Word, as data.",
        epilog=_TOP_EXAMPLES + _list_codes(EXIT_CODES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    version = f"%(prog)s {medcom_extract.__version__}"
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    extract = _add_command(commands, "extract", _extract, _EXTRACT, _EXTRACT_EXAMPLES)
    _add_input(extract)
    _add_output(extract, ("json", "markdown"))
    extract.add_argument(
        "--same-as",
        metavar="OTHER",
        help="read OTHER too, and print where the two reports differ, one difference a line",
    )
    extract.add_argument(
        "--no-language",
        dest="language",
        action="store_false",
        help="leave out dates, figures, parties and risk states (faster; spaCy is not loaded)",
    )
    read = _add_command(commands, "read", _read, _READ, _READ_EXAMPLES)
    _add_input(read)
    _add_output(read, ("markdown", "json"))
    comparing.add_commands(partial(_add_command, commands), _add_reading, _say)
    batching.add_commands(partial(_add_command, commands), _add_reading, _say)
    schema = _add_command(commands, "schema", _schema, _SCHEMA, _SCHEMA_EXAMPLES)
    schema.add_argument(
        "--of",
        choices=("report", "comparison", "timeline"),
        default="report",
        help="of what (default: %(default)s)",
    )
    _add_output(schema, ())
    return parser


def _add_command(
    commands: Any,
    name: str,
    run: Callable[[argparse.Namespace], tuple[str, int]],
    description: str,
    examples: str,
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=_SUMMARIES[name],
        description=description,
        epilog=examples + _list_codes(code for code in EXIT_CODES if _ends_with(name, code)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.set_defaults(command=run)
    return command


def _ends_with(name: str, code: int) -> bool:
    return name in _OWN_CODES.get(code, {name})


def _list_codes(codes: Iterable[int]) -> str:
    return "\n".join(["exit codes:", *(f"  {code:<3}  {EXIT_CODES[code]}" for code in codes), ""])


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a PDF or Word file, or - for standard input")
    command.add_argument("--name", help="what to call the file in the result (default: its name)")
    _add_reading(command)


def _add_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--engine",
        choices=("pdfium", "pdfplumber"),
        default="pdfium",
        help="what reads PDF (default: %(default)s)",
    )
    command.add_argument("--password", help="the password of an encrypted PDF")
    command.add_argument(
        "--vocabulary",
        metavar="TOML",
        help="a file with labels, columns and colours of your own (docs/vocabulary.md)",
    )
    command.add_argument(
        "--limit",
        metavar="NAME=NUMBER",
        action="append",
        type=_parse_limit,
        default=[],
        help="raise or lower a limit, such as pdf_pages=5000; may be repeated "
        "(names: file_bytes, pdf_pages, word_parts, word_part_bytes, word_total_bytes)",
    )


def _add_output(command: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    command.add_argument(
        "-o", "--output", metavar="OUT", type=Path, help="write to this file, whole or not at all"
    )
    if formats:
        command.add_argument(
            "--format", choices=formats, default=formats[0], help="default: %(default)s"
        )
    command.add_argument("--compact", action="store_true", help="JSON on one line")


def _parse_limit(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    try:
        medcom_extract.Limits(**{name: int(number)})
    except (TypeError, ValueError):
        known = ", ".join(medcom_extract.Limits.__dataclass_fields__)
        message = f"{text!r} is not NAME=NUMBER with one of the names {known}"
        raise argparse.ArgumentTypeError(message) from None
    return name, int(number)
