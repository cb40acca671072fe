"""The bytes of a file, local or behind a URL that fsspec opens."""

import glob
import re
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, cast

from medcom_extract.errors import FileNotReadable

__all__ = ["fetch", "is_url", "name_of", "open_file_system"]

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(//|:)")
_NEEDS_FSSPEC = "Install what opens it, for example: pip install fsspec s3fs"


def is_url(path: str) -> bool:
    """Whether a path is for fsspec: ``s3://...``, ``zip://inner::archive.zip``."""
    return _URL.match(path) is not None


def name_of(path: str) -> str:
    """The file's name without its folder; of a chained URL the innermost."""
    return PurePath(path.partition("::")[0]).name or path


def fetch(path: str, most: int) -> bytes:
    """The content, at most one byte more than ``most``.  Raises ``FileNotReadable``."""
    if is_url(path):
        return _fetch_url(path, most)
    file = Path(path)
    try:
        # Opening a pipe would wait for its writer, and a device may never end.
        if file.exists() and not file.is_file() and not file.is_dir():
            raise FileNotReadable("this is a device or a pipe, not a file", file=path)
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and glob.has_magic(path):
            raise FileNotReadable("no file is like this pattern", file=path) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise FileNotReadable(f"it cannot be opened ({reason})", file=path) from error


def _fetch_url(url: str, most: int) -> bytes:
    system, place = open_file_system(url)
    try:
        with system.open(place, "rb") as stream:
            return cast(bytes, stream.read(most + 1))
    except Exception as error:
        # Each file system has its own errors; what is common is that there is no content.
        raise _not_readable(url, error) from error


def open_file_system(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL and the place in it.  Raises ``FileNotReadable``."""
    try:
        fsspec: Any = import_module("fsspec")
        system, place = fsspec.core.url_to_fs(url)
    except Exception as error:
        raise _not_readable(url, error) from error
    return system, place


def _not_readable(url: str, error: Exception) -> FileNotReadable:
    step = _NEEDS_FSSPEC if isinstance(error, ImportError) else None
    reason = str(error).strip().partition("\n")[0] or type(error).__name__
    return FileNotReadable(f"it cannot be opened ({reason})", file=url, next_step=step)
