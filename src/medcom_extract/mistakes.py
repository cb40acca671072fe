"""Telling a mistake of our own code from what foreign code says of a broken file.

A file that is broken makes libraries raise anything, AttributeError and TypeError among it.  So
the place decides: only what was raised in a line of this package can be its own mistake.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from medcom_extract.errors import InternalError, MedcomError

__all__ = ["confess", "is_our_mistake", "stands_in_our_code", "watch"]

_PACKAGE = Path(__file__).parent
# What right code raises on no file, however broken.  Not IndexError, KeyError, ValueError and
# their like: code that takes bytes apart meets those where the bytes end early or say nonsense.
_MISTAKES = (AssertionError, AttributeError, NameError, NotImplementedError, TypeError)


def is_our_mistake(error: Exception) -> bool:
    """Whether an exception while a file was read is our own, and not what the file brings about."""
    if isinstance(error, ImportError):
        # A foreign library that is missing is no mistake of the code.
        return (error.name or "").partition(".")[0] == _PACKAGE.name
    return isinstance(error, _MISTAKES) and stands_in_our_code(error)


def stands_in_our_code(error: BaseException) -> bool:
    """Whether it was raised in a line of this package, or of C code that such a line called."""
    frame = _innermost(error)
    return frame is not None and _PACKAGE in Path(frame.tb_frame.f_code.co_filename).parents


def confess(error: Exception, file: str, sha256: str) -> InternalError:
    """The error to raise from it: it says where the mistake is and of which file to send word."""
    import medcom_extract

    kind = type(error).__name__
    place = _place(error)
    return InternalError(
        f"a mistake in medcom-extract {medcom_extract.__version__} itself, "
        f"not in the file ({kind}{place}; SHA-256 {sha256[:16]})",
        file=file,
    )


@contextmanager
def watch(file: str, sha256: str) -> Iterator[None]:
    """For the stages after the readers, where no file can be to blame for what our code raises."""
    try:
        yield
    except (MedcomError, MemoryError, RecursionError):
        raise
    except Exception as error:
        if not stands_in_our_code(error):
            raise
        raise confess(error, file, sha256) from error


def _innermost(error: BaseException) -> TracebackType | None:
    """Where it was raised; code without a file, such as a dataclass's own, counts as its caller."""
    found, frame = None, error.__traceback__
    while frame is not None:
        if not frame.tb_frame.f_code.co_filename.startswith("<"):
            found = frame
        frame = frame.tb_next
    return found


def _place(error: BaseException) -> str:
    frame = _innermost(error)
    if frame is None:
        return ""
    path = Path(frame.tb_frame.f_code.co_filename)
    inside = path.relative_to(_PACKAGE) if _PACKAGE in path.parents else Path(path.name)
    return f" in {inside.as_posix()}, line {frame.tb_lineno}"
