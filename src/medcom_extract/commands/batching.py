"""The commands ``batch`` and ``tables``: words to calls, and what is shown meanwhile."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import medcom_extract
from medcom_extract.errors import InvalidOption, MedcomError

__all__ = [
    "INTERRUPTED",
    "SOME_FAILED",
    "SUMMARIES",
    "AddCommand",
    "Tell",
    "add_commands",
    "name_files",
]

OK, SOME_FAILED, INTERRUPTED = 0, 4, 130
_MOST_NAMED, _MOST_NOTES = 50, 3

SUMMARIES = {
    "batch": "convert a whole archive to a folder of JSON, and go on where it stopped",
    "tables": "put reports into Excel, SQLite, Parquet or CSV",
}
_BATCH = """\
Convert every file under the paths (files, folders, patterns, URLs that fsspec opens), each in a
worker process with limits of its own.  The output folder gets a JSON file a report and
ledger.jsonl with a line a file.  Run it again and it goes on: what is done is skipped.
The summary goes to standard output, progress to standard error.
"""
_BATCH_EXAMPLES = """\
examples:
  medcom-extract batch arkiv --output ud
  medcom-extract batch arkiv --output ud --tables ud.sqlite
  medcom-extract batch 'arkiv/**/*.pdf' --output ud --workers 4 --timeout 30
  medcom-extract batch s3://spand/rapporter --output ud --dask tcp://10.0.0.5:8786

"""
_TABLES = """\
Put reports into tables: from the JSON that `extract` or `batch` wrote, from a folder of it, or
straight from PDF and Word files.  docs/tables.md tells each table and column.
"""
_TABLES_EXAMPLES = """\
examples:
  medcom-extract tables ud --to ud.xlsx
  medcom-extract tables ud --to ud.sqlite && datasette ud.sqlite
  medcom-extract tables marts.pdf juni.docx --to ud.parquet

"""

Tell = Callable[[str], None]
AddCommand = Callable[[str, Callable[..., tuple[str, int]], str, str], argparse.ArgumentParser]


def add_commands(add_command: AddCommand, add_reading: Callable[..., None], tell: Tell) -> None:
    """Add both commands; ``add_reading`` adds the options that say how files are read, and ``tell``
    says how far a batch has come.
    """
    batch = add_command("batch", partial(_batch, tell=tell), _BATCH, _BATCH_EXAMPLES)
    batch.add_argument("paths", metavar="PATH", nargs="+", help="a file, folder, pattern or URL")
    batch.add_argument(
        "--output", dest="folder", metavar="DIR", type=Path, required=True, help="where to write"
    )
    _add_limits(batch)
    add_reading(batch)
    _add_no_language(batch)
    tables = add_command("tables", _tables, _TABLES, _TABLES_EXAMPLES)
    tables.add_argument(
        "paths", metavar="FILE", nargs="+", help="JSON, PDF or Word, or a folder of JSON"
    )
    tables.add_argument(
        "--to",
        metavar="OUT",
        type=Path,
        required=True,
        help="out.xlsx, out.sqlite, out.parquet, or the name of a folder for CSV",
    )
    add_reading(tables)
    _add_no_language(tables)
    for command in (batch, tables):
        command.set_defaults(output=None)


def _add_limits(batch: argparse.ArgumentParser) -> None:
    batch.add_argument("--workers", type=int, metavar="N", help="processes (default: the cores)")
    batch.add_argument(
        "--timeout",
        type=float,
        default=120.0,
        metavar="SECONDS",
        help="a file's time limit (default: %(default)g)",
    )
    batch.add_argument(
        "--memory",
        type=int,
        default=1000,
        metavar="MB",
        help="a worker's memory limit (default: %(default)s)",
    )
    batch.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="PATTERN",
        help="take only such files from folders, as '*.pdf'; may be repeated",
    )
    batch.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="skip what is done with the same content, version and options (the default)",
    )
    batch.add_argument("--dask", metavar="ADDRESS", help="run on this Dask cluster")
    batch.add_argument(
        "--tables", metavar="OUT", type=Path, help="write the tables too; see tables --to"
    )
    batch.add_argument("--quiet", action="store_true", help="show nothing but what went wrong")


def _add_no_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--no-language",
        dest="language",
        action="store_false",
        help="leave out dates, figures, parties and risk states",
    )


def _reading(arguments: argparse.Namespace) -> dict[str, Any]:
    return {
        "engine": arguments.engine,
        "password": arguments.password,
        "vocabulary": arguments.vocabulary,
        "limits": medcom_extract.Limits(**dict(arguments.limit)),
        "language": arguments.language,
    }


def _batch(arguments: argparse.Namespace, *, tell: Tell) -> tuple[str, int]:
    with _show_progress(arguments.quiet, tell) as listener:
        summary = medcom_extract.convert_archive(
            arguments.paths,
            arguments.folder,
            resume=arguments.resume,
            workers=arguments.workers,
            dask=arguments.dask,
            only=arguments.only,
            listener=listener,
            timeout=arguments.timeout,
            memory=arguments.memory,
            **_reading(arguments),
        )
    if summary.interrupted:
        done = _say_number(len(summary.outcomes), "file")
        lines = [f"Stopped after {done}; all of them are kept."]
        lines += ["Run the same command again to go on."]
        return "\n".join([*_count(summary), *lines]), INTERRUPTED
    missing: list[str] = []
    if arguments.tables is not None:
        _, missing = _write_tables([str(arguments.folder)], {}, arguments.tables)
    told = [] if arguments.quiet else _count(summary)
    lines = [*told, *name_files(summary), *(f"failed: {problem}" for problem in missing)]
    return "\n".join(lines), SOME_FAILED if summary.failed or missing else OK


def _count(summary: "medcom_extract.Summary") -> list[str]:
    counts = summary.counts
    found = [f"{counts[kind]} {kind}" for kind in counts if counts[kind]]
    return [f"{_say_number(len(summary.outcomes), 'file')}: {', '.join(found) or 'none'}"]


def _say_number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def name_files(summary: "medcom_extract.Summary") -> list[str]:
    """A line for each file to look at."""
    failed = [f"{each.kind}: {each.path}: {_reason(each)}" for each in summary.failed]
    partial = [f"partial: {each.path}: {_notes(each)}" for each in summary.partial]
    return [*_shorten(failed), *_shorten(partial)]


def _reason(outcome: "medcom_extract.Outcome") -> str:
    """The message without the file's name, which stands before it."""
    message = outcome.message or ""
    for name in (outcome.path, outcome.path.replace("\\", "/").rpartition("/")[2]):
        message = message.removeprefix(f"{name}: ")
    return message


def _notes(outcome: "medcom_extract.Outcome") -> str:
    told = " ".join(f"{note.message} [{note.code}]" for note in outcome.warnings[:_MOST_NOTES])
    more = len(outcome.warnings) - _MOST_NOTES
    return told if more <= 0 else f"{told} And {more} more, see ledger.jsonl."


def _shorten(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST_NAMED
    return lines if more <= 0 else [*lines[:_MOST_NAMED], f"... and {more} more, see ledger.jsonl"]


@contextmanager
def _show_progress(quiet: bool, tell: Tell) -> Iterator[Callable[..., None] | None]:
    """A bar on a terminal, a line a file in a pipe, nothing when quiet."""
    if quiet:
        yield None
        return
    if not os.isatty(2):
        yield partial(_tell_line, tell)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task("reports", total=None)

        def listen(outcome: "medcom_extract.Outcome", done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)
            if outcome.kind not in ("ok", "skipped"):
                console.print(_describe(outcome, done, total))

        yield listen


def _tell_line(tell: Tell, outcome: "medcom_extract.Outcome", done: int, total: int) -> None:
    tell(_describe(outcome, done, total))


def _describe(outcome: "medcom_extract.Outcome", done: int, total: int) -> str:
    reason = _reason(outcome) or _notes(outcome)
    return f"[{done}/{total}] {outcome.kind} {outcome.path}{': ' if reason else ''}{reason}"


def _tables(arguments: argparse.Namespace) -> tuple[str, int]:
    count, missing = _write_tables(arguments.paths, _reading(arguments), arguments.to)
    if not count and not missing:
        raise InvalidOption(f"no report was found in {', '.join(arguments.paths)}")
    done = f"{_say_number(count, 'report')} in {arguments.to}" if count else "nothing was written"
    lines = [done, *(f"failed: {problem}" for problem in missing)]
    return "\n".join(lines), SOME_FAILED if missing else OK


def _write_tables(
    paths: Iterable[str], reading: dict[str, Any], target: Path
) -> tuple[int, list[str]]:
    """How many reports were written, and what could not be read.

    Without a report nothing is written: tables that stand there are worth more than empty ones.
    """
    missing: list[str] = []
    count = 0

    def read() -> Iterator["medcom_extract.Report"]:
        nonlocal count
        for report in _read_all(paths, reading, missing):
            count += 1
            yield report

    reports = read()
    first = next(reports, None)
    if first is not None:
        medcom_extract.write_tables(chain([first], reports), target)
    return count, missing


def _read_all(
    paths: Iterable[str], reading: dict[str, Any], missing: list[str]
) -> Iterator["medcom_extract.Report"]:
    """Reports one at a time; what cannot be read is left out and listed."""
    for path in map(Path, paths):
        for file in sorted(path.rglob("*.json")) if path.is_dir() else [path]:
            try:
                if file.suffix.lower() == ".json":
                    yield from medcom_extract.load_reports(file)
                else:
                    yield medcom_extract.extract(file, **reading)
            except MedcomError as error:
                missing.append(str(error))
