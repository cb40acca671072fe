"""From what the user names - files, folders, patterns, URLs - to the files there are."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from medcom_extract.batch.sources import is_url, name_of, open_file_system
from medcom_extract.errors import InvalidOption

__all__ = ["Found", "find_files"]

PathInput = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to convert."""

    path: str
    """Absolute path, or URL."""
    relative: str
    """Its place under the folder that was named, with forward slashes."""


def find_files(
    paths: PathInput | Iterable[PathInput],
    *,
    only: Iterable[str] = (),
    apart_from: PathInput | None = None,
) -> list[Found]:
    """Every file under the paths, once, in the order of the names.

    A folder gives all its files, those of its folders too; hidden ones (``.x``) and the lock files
    of Word (``~$x``) are left out, and so is what lies under ``apart_from``.  ``only`` are patterns
    such as ``*.pdf`` for the names of files in folders; none means all.  A file that is named but
    not there is given too: it is for the worker to say so.  Raises ``InvalidOption`` for a path
    that itself lies under ``apart_from``, of which nothing would be left.
    """
    listed = [paths] if isinstance(paths, str | os.PathLike) else paths
    apart = None if apart_from is None else Path(apart_from).resolve()
    found: dict[str, Found] = {}
    for path in [os.fspath(each) for each in listed]:
        if _is_under(path, apart):
            raise InvalidOption(
                "what is to be converted lies in the output folder",
                file=path,
                next_step="Name an output folder that does not hold it.",
            )
        for each in _expand(path, tuple(only)):
            if not _is_under(each.path, apart):
                found.setdefault(each.path, each)
    return sorted(found.values(), key=lambda each: each.path)


def _expand(path: str, only: tuple[str, ...]) -> Iterator[Found]:
    if is_url(path):
        yield from _expand_url(path, only)
    elif Path(path).is_dir():
        yield from _walk(Path(path), only)
    elif glob.has_magic(path) and not Path(path).exists():
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - a pattern from any root
        for match in matches or [path]:
            if Path(match).is_dir():
                yield from _walk(Path(match), only)
            else:
                yield _name(match)
    else:
        yield _name(path)


def _name(path: str) -> Found:
    return Found(str(_make_absolute(Path(path))), PurePath(path).name)


def _walk(folder: Path, only: tuple[str, ...]) -> Iterator[Found]:
    unreadable: list[str] = []
    root = _make_absolute(folder)
    for place, folders, files in os.walk(root, onerror=lambda e: unreadable.append(e.filename)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(place, name)
            if _is_wanted(name, only):
                yield Found(str(file), file.relative_to(root).as_posix())
    for name in unreadable:
        # A folder that may not be listed is answered like a file that may not be read.
        yield _name(name)


def _make_absolute(path: Path) -> Path:
    """The same file by one path from wherever it is named: the ledger knows files by that.

    Links are kept, for they may be the archive's own order; but for what stands before "..".
    """
    return path.resolve() if ".." in path.parts else path.absolute()


def _is_wanted(name: str, only: tuple[str, ...]) -> bool:
    if name.startswith((".", "~$")):
        return False
    return not only or any(PurePosixPath(name.lower()).match(each.lower()) for each in only)


def _is_under(path: str, folder: Path | None) -> bool:
    """Whether a path lies in a folder, by whatever links and dots either is named."""
    if folder is None or is_url(path):
        return False
    try:
        return Path(path).resolve().is_relative_to(folder)
    except (OSError, RuntimeError, ValueError):
        return False  # links in a circle, or no path at all: the worker tells


def _expand_url(url: str, only: tuple[str, ...]) -> Iterator[Found]:
    try:
        system, place = open_file_system(url)
        _, chain, rest = url.partition("::")
        if glob.has_magic(place):
            places = sorted(system.glob(place))
        elif system.isdir(place):
            places = sorted(system.find(place))
        else:
            yield Found(url, name_of(url))
            return
        wanted = [p for p in places if _is_wanted(PurePosixPath(p).name, only)]
        named = [(system.unstrip_protocol(p) + chain + rest, p) for p in wanted if system.isfile(p)]
    except Exception:
        # Each file system has its own errors.  What cannot be listed is one file that cannot be
        # read; the worker tells why.
        yield Found(url, name_of(url))
        return
    for full, inner in named or [(url, place)]:
        yield Found(full, _relative(inner, place))


def _relative(place: str, root: str) -> str:
    try:
        return PurePosixPath(place).relative_to(root).as_posix()
    except ValueError:
        return PurePosixPath(place).name
