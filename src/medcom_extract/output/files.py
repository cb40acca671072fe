"""Writing a result where nobody can ever meet half of it."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, text: str) -> None:
    """Write UTF-8 text under a temporary name beside ``path``, then rename.

    What stood there before stays until the new file is whole.  Pipes and devices, such as
    /dev/stdout, are written to directly.  Raises ``OSError``.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(text.encode())
        return
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
        Path(draft).chmod(_permissions(target))
        Path(draft).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(draft).unlink()
        raise


def _permissions(target: Path) -> int:
    """Those of the file that is replaced, else those any new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
