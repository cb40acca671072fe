"""What became of one file, and of all of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal, get_args

import medcom_extract

__all__ = ["KINDS", "Kind", "Note", "Outcome", "Summary", "Traits"]

Kind = Literal["ok", "partial", "failed", "skipped", "timed-out", "crashed"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# These speak of what the authors wrote, not of how it was read: the report is whole all the same.
CONTENT_CODES = frozenset(
    {
        "achieved-in-the-future",
        "green-but-delayed",
        "green-but-materialised",
        "green-but-on-hold",
        "upcoming-in-the-past",
    }
)
_NOT_IN_THE_LEDGER = {"json"}


@dataclass(frozen=True, slots=True)
class Note:
    """A warning, without its places."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What a report has, counted, for comparing it with its neighbours (see ``drift``)."""

    series: str
    """The programme, without its number: reports of one series are neighbours."""
    period: str
    """First day of the period, ISO 8601; empty where the report names none."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Name of a trait, such as ``section:fælles medicinkort``, to how often it occurs."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: str
    """The file: an absolute path, or a URL as given."""
    kind: Kind
    """``ok``; ``partial``: read, but look at the warnings; ``failed``: answered with an error;
    ``skipped``: done before; ``timed-out``; ``crashed``: the worker died or ran out of memory."""
    sha256: str | None = None
    """Of the content; None where it could not be read to the end."""
    warnings: tuple[Note, ...] = ()
    error: str | None = None
    """Name of the error class, such as ``DamagedFile``; None for what was read."""
    message: str | None = None
    """The error as a sentence with its next step."""
    seconds: float = 0.0
    """Wall time in the worker."""
    megabytes: int | None = None
    """Highest resident memory of the worker so far; None where the system does not tell."""
    output: str | None = None
    """The JSON file, relative to the output folder; None where none was written."""
    size: int | None = None
    """Bytes of the output."""
    version: str = medcom_extract.__version__
    """Version of the library."""
    options: str = ""
    """Fingerprint of the options that change the result."""
    traits: Traits | None = None
    json: str | None = None
    """The report as JSON; None where there is none, and for what was done before."""

    @property
    def is_read(self) -> bool:
        """Whether there is a report."""
        return self.kind in ("ok", "partial")

    @property
    def report(self) -> "medcom_extract.Report | None":
        """The report as a model; built anew at each call."""
        if self.json is None:
            return None
        return medcom_extract.Report.model_validate_json(self.json)

    def with_notes(self, notes: Iterable[Note]) -> "Outcome":
        """The same with further warnings, each once; the kind follows from all of them."""
        warnings = tuple(dict.fromkeys((*self.warnings, *notes)))
        partial = any(note.code not in CONTENT_CODES for note in warnings)
        kind: Kind = "partial" if partial else "ok"
        return replace(self, warnings=warnings, kind=kind if self.is_read else self.kind)

    def to_record(self) -> dict[str, Any]:
        """The line of the ledger, as plain data."""
        record = {
            key: value for key, value in asdict(self).items() if key not in _NOT_IN_THE_LEDGER
        }
        record["outcome"] = record.pop("kind")
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Outcome":
        """The way back; unknown keys are ignored.  Raises what Python does for other data."""
        known = {each.name for each in fields(cls)}
        values = {key: value for key, value in record.items() if key in known}
        values["kind"] = record["outcome"]
        if values["kind"] not in KINDS or not isinstance(record["path"], str):
            raise ValueError(record["outcome"])
        values["warnings"] = tuple(Note(**note) for note in record.get("warnings", ()))
        values["traits"] = Traits(**record["traits"]) if record.get("traits") else None
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a whole batch."""

    outcomes: tuple[Outcome, ...]
    """One a file, by path; a file that was done before is ``skipped``."""
    interrupted: bool = False
    """Whether it was stopped; then files are missing here, and the next run takes them."""

    @property
    def counts(self) -> dict[Kind, int]:
        """How many of each kind, all kinds present."""
        found = Counter(outcome.kind for outcome in self.outcomes)
        return {kind: found[kind] for kind in KINDS}

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Those that gave no report: failed, timed-out, crashed."""
        return tuple(
            each for each in self.outcomes if each.kind in ("failed", "timed-out", "crashed")
        )

    @property
    def partial(self) -> tuple[Outcome, ...]:
        """Those to look at."""
        return tuple(each for each in self.outcomes if each.kind == "partial")
