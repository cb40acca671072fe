"""Reports back from the JSON that was written of them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from medcom_extract.errors import DamagedFile, FileNotReadable
from medcom_extract.report import Report

__all__ = ["load_reports"]

PathInput = str | os.PathLike[str]


def load_reports(paths: PathInput | Iterable[PathInput]) -> Iterator[Report]:
    """The reports in JSON files, and in all ``*.json`` under folders, in the order of the names.

    They are read one at a time.  Raises ``FileNotReadable``, and ``DamagedFile`` for what is not
    the JSON of a report.
    """
    listed = [paths] if isinstance(paths, str | os.PathLike) else paths
    for path in map(Path, listed):
        files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
        yield from map(_load, files)


def _load(path: Path) -> Report:
    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileNotReadable(f"it cannot be opened ({reason})", file=str(path)) from error
    except ValidationError as error:
        step = "Give what `medcom-extract extract` or `medcom-extract batch` wrote."
        raise DamagedFile(
            "it does not hold the JSON of a report", file=str(path), next_step=step
        ) from error
