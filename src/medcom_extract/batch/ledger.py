"""The ledger: a line of JSON for each file that is answered, readable after a kill at any moment.

A line is written by one call after its output is in place.  So a kill leaves at most the last line
cut short; that is left out when the ledger is read, and its file is converted again.  While a
batch runs a file may have two lines, and the later one holds; opening and closing tidy that.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from medcom_extract.batch.outcomes import Outcome
from medcom_extract.errors import InvalidOption
from medcom_extract.output.files import write_whole

__all__ = ["NAME", "Ledger", "read_ledger"]

NAME = "ledger.jsonl"


def read_ledger(folder: Path) -> dict[str, Outcome]:
    """The last word on each file, by path; nothing where there is no ledger yet.

    Lines that are cut short, or of no known form, are left out.
    """
    entries: dict[str, Outcome] = {}
    try:
        lines = (folder / NAME).read_bytes().split(b"\n")
    except FileNotFoundError:
        return entries
    for line in lines:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            outcome = Outcome.from_record(json.loads(line))
            entries[outcome.path] = outcome
    return entries


class Ledger:
    """The ledger of an output folder, open for adding; see ``open``."""

    def __init__(self, folder: Path, stream: BinaryIO):
        self._folder = folder
        self._stream = stream
        self.entries = read_ledger(folder)

    @classmethod
    @contextmanager
    def open(cls, folder: Path) -> "Iterator[Ledger]":
        """Open the ledger of a folder, tidied, for this process alone.

        Raises ``InvalidOption`` where another batch is writing to the folder, and ``OSError``.
        """
        with (folder / ".lock").open("wb") as lock:
            _lock(lock, folder)
            ledger = cls(folder, _open(folder))
            try:
                ledger.rewrite(ledger.entries.values())
                yield ledger
                ledger.rewrite(ledger.entries.values())
            finally:
                ledger._stream.close()
                with suppress(OSError):
                    (folder / ".lock").unlink()

    def add(self, outcome: Outcome) -> None:
        """Write down what became of a file."""
        self._stream.write(_to_line(outcome))
        self.entries[outcome.path] = outcome

    def rewrite(self, outcomes: Iterable[Outcome]) -> None:
        """Put a whole new ledger in place, a line a file, where it says anything else."""
        self.entries = {each.path: each for each in outcomes}
        lines = b"".join(_to_line(each) for each in self.entries.values())
        path = self._folder / NAME
        if path.read_bytes() != lines:
            self._stream.close()
            write_whole(path, lines.decode())
            self._stream = _open(self._folder)


def _open(folder: Path) -> BinaryIO:
    # Unbuffered: a line leaves the process in the call that writes it.
    return (folder / NAME).open("ab", buffering=0)


def _to_line(outcome: Outcome) -> bytes:
    # ASCII: a file name need not be valid Unicode, and escapes keep it as it is.
    return (json.dumps(outcome.to_record(), separators=(",", ":")) + "\n").encode()


def _lock(stream: BinaryIO, folder: Path) -> None:
    """The lock falls with the process, however that ends.  Windows has none of this kind."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        step = "Wait until it is done, or choose another folder."
        raise InvalidOption(
            "another batch is writing there", file=os.fspath(folder), next_step=step
        ) from error
