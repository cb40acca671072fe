"""A whole archive to a folder of JSON, with a ledger, so that it can be stopped and resumed."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import medcom_extract
from medcom_extract.batch.dask import open_dask
from medcom_extract.batch.discovery import Found, PathInput, find_files
from medcom_extract.batch.drift import find_drift
from medcom_extract.batch.ledger import Ledger
from medcom_extract.batch.many import convert_tasks
from medcom_extract.batch.naming import name_outputs
from medcom_extract.batch.outcomes import Outcome, Summary
from medcom_extract.batch.tasks import Settings, Task
from medcom_extract.errors import FileNotReadable
from medcom_extract.output.files import write_whole

__all__ = ["convert_archive"]

Listener = Callable[[Outcome, int, int], None]


def convert_archive(
    paths: PathInput | Iterable[PathInput],
    output: PathInput,
    *,
    resume: bool = True,
    workers: int | None = None,
    executor: Executor | None = None,
    dask: str | None = None,
    only: Iterable[str] = (),
    listener: Listener | None = None,
    engine: str = "pdfium",
    password: str | None = None,
    vocabulary: PathInput | None = None,
    limits: "medcom_extract.Limits | None" = None,
    language: bool = True,
    timeout: float = 120.0,
    memory: int = 1000,
    hook: Callable[[str], None] | None = None,
) -> Summary:
    """Convert an archive: ``output`` gets a JSON file a report and ``ledger.jsonl``, a line a file.

    ``resume`` leaves out what is done with the same content, version and options; what failed is
    tried again.  ``dask`` is the address of a Dask cluster to run on.  ``listener`` is called with
    each outcome, the number done and the number in all.  The other arguments are those of
    ``extract_many``.  After a KeyboardInterrupt the summary has ``interrupted`` set, and the same
    call goes on where this one stopped.

    Raises ``InvalidOption`` where another batch is writing to the folder or a path lies in it,
    ``FileNotReadable`` where the folder cannot be used, and what ``extract_many`` raises; a file
    never raises.
    """
    words = None if vocabulary is None else os.fspath(vocabulary)
    settings = Settings(engine, password, words, limits, language, timeout, memory, hook)
    folder = Path(output)
    found = find_files(paths, only=only, apart_from=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Ledger.open(folder) as ledger, open_dask(dask) as cluster:
            batch = _Batch(folder, ledger, settings, found, resume)
            tasks = convert_tasks(batch.tasks(), settings, workers, cluster or executor)
            return batch.run(tasks, listener or _ignore)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileNotReadable(
            f"the output folder cannot be written to ({reason})",
            file=str(folder),
            next_step="Check the permissions and the space left; the same call goes on from there.",
        ) from error


def _ignore(outcome: Outcome, done: int, total: int) -> None:
    """For callers who do not listen."""


class _Batch:
    """One run over an archive."""

    def __init__(
        self, folder: Path, ledger: Ledger, settings: Settings, found: list[Found], resume: bool
    ):
        self._folder = folder
        self._ledger = ledger
        self._options = settings.fingerprint()
        self._found = found
        self._resume = resume
        self._names = name_outputs(found, ledger.entries)

    def tasks(self) -> Iterator[Task]:
        for each in self._found:
            before = self._ledger.entries.get(each.path)
            done = self._resume and before is not None and self._is_done(before)
            yield Task(each.path, before.sha256 if done and before else None)

    def _is_done(self, before: Outcome) -> bool:
        """Whether an entry still holds, if the file's content is the same."""
        if not before.is_read or before.output is None:
            return False
        if (before.version, before.options) != (medcom_extract.__version__, self._options):
            return False
        try:
            return (self._folder / before.output).stat().st_size == before.size
        except OSError:
            return False

    def run(self, outcomes: Iterator[Outcome], listener: Listener) -> Summary:
        answered: dict[str, Outcome] = {}
        try:
            with closing(outcomes):  # type: ignore[type-var]
                for outcome in outcomes:
                    kept = outcome if outcome.kind == "skipped" else self._keep(outcome)
                    answered[kept.path] = kept
                    listener(kept, len(answered), len(self._found))
        except KeyboardInterrupt:
            return self._sum_up(answered, interrupted=True)
        self._ledger.rewrite(find_drift(self._sorted_entries()))
        return self._sum_up(answered, interrupted=False)

    def _keep(self, outcome: Outcome) -> Outcome:
        """Write the output, then the line."""
        name = self._names[outcome.path]
        before = self._ledger.entries.get(outcome.path)
        kept = replace(outcome, json=None, options=self._options)
        if outcome.json is not None:
            target = self._folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, outcome.json)
            kept = replace(kept, output=name, size=len(outcome.json.encode()))
        elif before is not None and before.output is not None:
            # The file was read once and is not any more: an old result would tell a lie.
            with suppress(OSError):
                (self._folder / before.output).unlink()
        self._ledger.add(kept)
        return kept

    def _sorted_entries(self) -> list[Outcome]:
        return sorted(self._ledger.entries.values(), key=lambda each: each.path)

    def _sum_up(self, answered: dict[str, Outcome], *, interrupted: bool) -> Summary:
        """The ledger's word on each file answered in this run; drift is known only there."""
        final = []
        for path, outcome in sorted(answered.items()):
            entry = self._ledger.entries[path]
            skipped = outcome.kind == "skipped"
            final.append(replace(entry, kind="skipped") if skipped else entry)
        return Summary(tuple(final), interrupted)
