"""Files and folders that appear whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from medcom_extract.errors import InvalidOption

__all__ = ["whole_file", "whole_folder"]


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A place beside ``path`` to write to; it becomes ``path`` when nothing went wrong."""
    with _draft_folder(path) as folder:
        draft = folder / path.name
        yield draft
        draft.replace(path)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to write files to; they replace those of ``path`` when nothing went wrong.

    Raises ``InvalidOption`` where ``path`` is a file.
    """
    if path.exists() and not path.is_dir():
        raise InvalidOption("a file stands where the folder is to be", file=str(path))
    with _draft_folder(path) as folder:
        yield folder
        path.mkdir(exist_ok=True)
        for draft in sorted(folder.iterdir()):
            draft.replace(path / draft.name)


@contextmanager
def _draft_folder(path: Path) -> Iterator[Path]:
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(
        tempfile.mkdtemp(dir=path.parent.resolve(), prefix=f".{path.name}.", suffix=".part")
    )
    try:
        yield folder
    finally:
        with suppress(OSError):
            shutil.rmtree(folder)
