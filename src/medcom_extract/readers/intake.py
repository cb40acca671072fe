"""Taking in a file, whatever the caller holds: a path, bytes, or an open binary file."""

import os
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from medcom_extract.errors import FileNotReadable, InvalidOption, TooLarge
from medcom_extract.readers.limits import Limits

__all__ = ["FileInput", "take_in"]

FileInput = str | os.PathLike[str] | bytes | BinaryIO


def take_in(source: FileInput, name: str | None, limits: Limits) -> tuple[bytes, str]:
    """The bytes of a file and the name to call it by, without its folder.

    Raises ``FileNotReadable``, ``TooLarge`` (one byte over the limit is read at most), and
    ``InvalidOption`` for what is no file at all.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        called, data = name or "<bytes>", bytes(source)
    elif isinstance(source, str | os.PathLike):
        called = name or PurePath(source).name or str(source)
        data = _read_path(source, called, limits)
    elif callable(getattr(source, "read", None)):
        called = name or _name_stream(source)
        data = _read_stream(source, called, limits)
    else:
        kind = type(source).__name__
        raise InvalidOption(f"a path, bytes or a binary file is needed, not {kind}")
    _check_size(len(data), called, limits)
    return data, called


def _read_path(path: str | os.PathLike[str], name: str, limits: Limits) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            _check_size(os.fstat(stream.fileno()).st_size, name, limits)
            # Devices and pipes tell no size, so the reading is bounded too.
            return stream.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:
        raise FileNotReadable(_say_why(error), file=str(path) or ".") from error


def _read_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    try:
        data = stream.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:
        raise FileNotReadable(_say_why(error), file=name) from error
    if not isinstance(data, bytes):
        advice = "Open the file in binary mode, with open(path, 'rb')."
        raise InvalidOption("the open file gives text, not bytes", file=name, next_step=advice)
    return data


def _say_why(error: OSError | ValueError) -> str:
    reasons = {
        FileNotFoundError: "there is no such file",
        IsADirectoryError: "this is a folder",
        PermissionError: "reading it is not permitted",
    }
    why = str(getattr(error, "strerror", None) or error)
    return reasons.get(cast(type[OSError], type(error)), f"it cannot be read ({why})")


def _name_stream(stream: object) -> str:
    name = getattr(stream, "name", None)
    return PurePath(name).name if isinstance(name, str) and name else "<stream>"


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size > limits.file_bytes:
        problem = f"the file is larger than {limits.file_bytes:,} bytes (limit file_bytes)"
        raise TooLarge(problem, file=name)
