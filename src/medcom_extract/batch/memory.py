"""How much memory this process holds, and a guard that ends it when that is too much.

A limit on address space (RLIMIT_AS) would be wrong here: libraries map far more than they touch,
and what counts for the machine is resident memory.  So a thread of the worker looks at that forty
times a second and ends the process when it passes the limit.  What grows faster than the thread
can look meets RLIMIT_DATA, set above what the warm worker has: then an allocation fails, which
Python answers with MemoryError and a C library by ending the process.  Either way it costs the
file, never the batch.
"""

import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

__all__ = ["OUT_OF_MEMORY_EXIT", "holds_more_than", "peak_megabytes", "start_guard"]

OUT_OF_MEMORY_EXIT = 77
"""Exit code of a worker that passed its memory limit."""

_MEGABYTE = 2**20
_LOOK_EVERY = 0.025
_STATUS = Path("/proc/self/status")
_SLACK = 64
"""Megabytes between the two limits, so that the guard, whose word is clearer, comes first."""


def peak_megabytes() -> int | None:
    """Highest resident memory of this process so far; None where the system does not tell."""
    peak = _read_status("VmHWM")
    if peak is not None:
        return peak
    return _peak_by_usage()


def start_guard(megabytes: int) -> None:
    """Watch this process until it ends: its memory, and whether the batch is still there.

    Ends it with ``OUT_OF_MEMORY_EXIT`` past the limit.  When the process that started it is gone,
    as after kill -9, it ends too, so that nothing is left running.
    """
    _limit_data(megabytes)
    watch = threading.Thread(
        target=_watch, args=(megabytes, os.getppid()), name="medcom-guard", daemon=True
    )
    watch.start()


def _watch(megabytes: int, parent: int) -> None:
    while True:
        if os.getppid() != parent:
            os._exit(1)
        if holds_more_than(megabytes):
            os._exit(OUT_OF_MEMORY_EXIT)
        time.sleep(_LOOK_EVERY)


def holds_more_than(megabytes: int) -> bool:
    """Whether this process holds more resident memory; False where the system does not tell."""
    held = _read_status("VmRSS")
    return held is not None and held > megabytes


def _limit_data(megabytes: int) -> None:
    """Bound what may still be allocated; only Linux counts private maps in RLIMIT_DATA."""
    mapped = _read_status("VmData")
    held = _read_status("VmRSS")
    if mapped is None or held is None or not sys.platform.startswith("linux"):
        return
    import resource

    most = (mapped + max(0, megabytes - held) + _SLACK) * _MEGABYTE
    with suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))


def _read_status(key: str) -> int | None:
    """Megabytes of a line of /proc/self/status; None where there is none."""
    try:
        with _STATUS.open() as lines:
            for line in lines:
                if line.startswith(key + ":"):
                    return int(line.split()[1]) // 1024
    except OSError:
        pass
    return None


def _peak_by_usage() -> int | None:
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (_MEGABYTE if sys.platform == "darwin" else 1024)
