"""Reports from whatever holds them: PDF, Word, the library's own JSON, folders of these."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from medcom_extract.errors import DamagedFile, FileNotReadable, MedcomError, TooLarge
from medcom_extract.extraction import enrich, extract
from medcom_extract.readers.limits import DEFAULT_LIMITS, Limits
from medcom_extract.report import Report

__all__ = ["Gathered", "gather_reports", "open_report"]

PathInput = str | os.PathLike[str]
_ENDINGS = (".pdf", ".docx", ".docm", ".json")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The reports found; ``skipped`` says of each file in a folder that holds none why not."""

    reports: tuple[Report, ...]
    skipped: tuple[str, ...]


def open_report(source: PathInput, **options: Any) -> Report:
    """The report in a file: PDF or Word is extracted, the library's own JSON is read back.

    ``options`` are those of ``extract``.  JSON that was written without the language stage passes
    it now.  Raises what ``extract`` raises, and ``DamagedFile`` where the JSON is no report.
    """
    path = Path(source)
    if path.suffix.casefold() != ".json":
        return extract(path, **options)
    try:
        report = Report.model_validate_json(_read(path, options.get("limits") or DEFAULT_LIMITS))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise DamagedFile(
            f"it is no report as `medcom-extract extract` writes it ({place}: {first['msg']})",
            file=path.name,
            next_step="Extract the report anew.",
        ) from error
    plain = report.projects and all(project.state is None for project in report.projects)
    return enrich(report) if plain else report


def gather_reports(sources: Iterable[PathInput], **options: Any) -> Gathered:
    """The reports in files and folders, in the order given; a folder gives its files by name.

    A file that is named raises what ``open_report`` raises; in a folder, a file that is not read as
    a report is skipped, and said so.  Folders inside folders are looked into too.
    """
    reports, skipped = [], []
    for source in map(Path, sources):
        if not source.is_dir():
            reports.append(open_report(source, **options))
            continue
        for path in _list(source):
            try:
                reports.append(open_report(path, **options))
            except MedcomError as error:
                skipped.append(str(error))
    return Gathered(tuple(reports), tuple(skipped))


def _list(folder: Path) -> list[Path]:
    """Files that may hold a report.

    Those in hidden folders, hidden ones and the lock files of Word (~$) do not.
    """
    found = (path for path in folder.rglob("*") if path.suffix.casefold() in _ENDINGS)
    return sorted(path for path in found if path.is_file() and not _is_apart(path, folder))


def _is_apart(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder).parts
    return any(part.startswith(".") for part in inside) or path.name.startswith("~$")


def _read(path: Path, limits: Limits) -> bytes:
    try:
        if path.stat().st_size > limits.file_bytes:
            raise TooLarge(
                f"it has more than {limits.file_bytes:,} bytes (limit file_bytes)", file=path.name
            )
        return path.read_bytes()
    except OSError as error:
        raise FileNotReadable(
            f"the file cannot be read ({error.strerror})", file=path.name
        ) from error
