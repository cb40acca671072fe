"""The work on one file, as a worker does it: read, extract, tell what happened."""

import hashlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import medcom_extract
from medcom_extract.batch.drift import find_traits, note_unassigned
from medcom_extract.batch.memory import peak_megabytes
from medcom_extract.batch.outcomes import Note, Outcome
from medcom_extract.batch.sources import fetch, name_of
from medcom_extract.batch.warm import load_words
from medcom_extract.errors import InvalidOption

__all__ = ["OUT_OF_MEMORY", "Settings", "Task", "convert", "convert_one"]

OUT_OF_MEMORY = (
    "The file needs more memory than the limit allows. Raise it with --memory if the file can "
    "be trusted."
)


@dataclass(frozen=True, slots=True)
class Task:
    """A file to convert."""

    path: str
    known: str | None = None
    """SHA-256 of the content that is done already; the file is skipped where it is the same."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How each file is converted; the same for all files of a batch."""

    engine: str = "pdfium"
    password: str | None = None
    vocabulary: str | None = None
    """Path of a vocabulary file."""
    limits: "medcom_extract.Limits | None" = None
    language: bool = True
    timeout: float = 120.0
    """Seconds a file."""
    memory: int = 1000
    """Megabytes of resident memory that a worker may hold."""
    hook: Callable[[str], None] | None = None
    """Called in the worker with each path, before the file is read; for tests."""

    def __post_init__(self) -> None:
        if self.engine not in ("pdfium", "pdfplumber"):
            raise InvalidOption(f"no such engine: {self.engine!r}; there are pdfium and pdfplumber")
        if not 0 < self.timeout < 1e7:
            raise InvalidOption(f"the time limit must be more than 0 seconds, not {self.timeout!r}")
        if self.memory < 100:
            raise InvalidOption(f"a worker needs 100 MB at the least, not {self.memory!r}")
        if self.vocabulary is not None:
            medcom_extract.load_vocabulary(self.vocabulary)

    def fingerprint(self) -> str:
        """Of what changes the result: engine, language, limits, the words of the vocabulary.

        Neither the password nor the limits on time and memory do: they only decide whether there
        is a result.
        """
        words = Path(self.vocabulary).read_bytes() if self.vocabulary else b""
        facts = [
            self.engine, self.language, repr(self.limits or medcom_extract.Limits()),
            hashlib.sha256(words).hexdigest(),
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]


def convert_one(path: str | os.PathLike[str], **options: Any) -> Outcome:
    """Convert one file in this process: an outcome for whatever the library answers.

    For Spark, Ray and the like, which bring processes of their own.  ``options`` are those of
    ``extract_many``; the limits on time and memory are not kept here.
    """
    return convert(Task(os.fspath(path)), Settings(**options))


def convert(task: Task, settings: Settings) -> Outcome:
    """Convert one file; never raises but for what ends the process."""
    started = time.perf_counter()
    outcome = _answer(task, settings)
    seconds = round(time.perf_counter() - started, 3)
    return replace(outcome, seconds=seconds, megabytes=peak_megabytes())


def _answer(task: Task, settings: Settings) -> Outcome:
    digest: str | None = None
    try:
        if settings.hook is not None:
            settings.hook(task.path)
        limits = settings.limits or medcom_extract.Limits()
        data = fetch(task.path, limits.file_bytes)
        if len(data) <= limits.file_bytes:
            digest = hashlib.sha256(data).hexdigest()
        if digest is not None and digest == task.known:
            return Outcome(task.path, "skipped", digest)
        return _tell(task, _extract(task.path, data, settings), digest)
    except MemoryError:
        return Outcome(task.path, "crashed", digest, error="OutOfMemory", message=OUT_OF_MEMORY)
    except Exception as error:
        # An error in the library itself must cost this file only, as one of its own errors does.
        return _fail(task, digest, error)


def _fail(task: Task, digest: str | None, error: Exception) -> Outcome:
    return Outcome(task.path, "failed", digest, error=type(error).__name__, message=str(error))


def _extract(path: str, data: bytes, settings: Settings) -> "medcom_extract.Report":
    return medcom_extract.extract(
        data,
        name=name_of(path),
        engine=settings.engine,
        password=settings.password,
        vocabulary=load_words(settings.vocabulary),
        limits=settings.limits,
        language=settings.language,
    )


def _tell(task: Task, report: "medcom_extract.Report", digest: str | None) -> Outcome:
    notes = [Note(warning.code, warning.message) for warning in report.warnings]
    text = report.model_dump_json(indent=2) + "\n"
    outcome = Outcome(task.path, "ok", digest, traits=find_traits(report), json=text)
    return outcome.with_notes([*notes, *note_unassigned(report)])
