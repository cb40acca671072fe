"""Writing a result where nobody can ever meet half of it."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["write_whole"]

_LONGEST = 50
"""Characters of a name in the temporary one: disks allow 255 bytes, and a letter may take four."""


def write_whole(path: Path, text: str) -> None:
    """Write UTF-8 text under a temporary name beside ``path``, then rename.

    What stood there before stays until the new file is whole.  Pipes and devices, such as
    /dev/stdout, are written to directly.  Raises ``OSError``.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(text.encode())
        return
    draft = target.with_name(f".{target.name[:_LONGEST]}.{secrets.token_hex(4)}.part")
    try:
        with _create(draft, target) as stream:
            stream.write(text.encode())
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _create(draft: Path, target: Path) -> BinaryIO:
    """A new file with the permissions of the one that it replaces, else those any new file gets.

    What those are the system knows when it makes the file; asking it (``os.umask``) would change
    them for every thread of the process.
    """
    kept = target.stat().st_mode & 0o777 if target.exists() else None
    new = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(draft, new, 0o666 if kept is None else kept), "wb")
    if kept is not None:
        draft.chmod(kept)
    return stream
