"""A lane: one worker process with one file at a time, replaced whenever a file breaks it.

The pool is pebble's, with a single worker.  With one pool of many workers all results share a
pipe, and a worker killed in the middle of a word would spoil it for the others; and when a worker
dies, only what was written to that pipe tells whose file it had.  With a lane each, the file is
known, and nothing is shared.
"""

import multiprocessing
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from medcom_extract.batch.memory import OUT_OF_MEMORY_EXIT, holds_more_than, start_guard
from medcom_extract.batch.outcomes import Outcome
from medcom_extract.batch.tasks import OUT_OF_MEMORY, Settings, Task, convert
from medcom_extract.batch.warm import warm_up
from medcom_extract.errors import WorkerNotStarted

__all__ = ["Lane", "LaneClosed", "run_in_thread_lane"]

_START_LIMIT = 300.0
"""Seconds in which a worker must come up, on a loaded machine and with cold disks."""
_GRACE = 30.0
"""Seconds past the time limit after which the pool itself is taken for broken."""
_FILES_A_WORKER = 500
"""Then the worker is renewed: whatever a library keeps a little of per file is given back."""
_IDLE = 60.0
"""Seconds after which a lane inside somebody else's executor gives its process back."""

_starting = threading.Lock()


class LaneClosed(Exception):
    """The lane was closed while a file was in it; the file is not done."""


class Lane:
    """One worker process; not to be shared by threads, but ``close`` may come from any."""

    def __init__(self, settings: Settings):
        self._settings = settings
        self._pool: ProcessPool | None = None
        self._running: ProcessFuture[Outcome] | None = None
        self._closed = False

    def run(self, task: Task) -> Outcome:
        """Convert one file; an outcome whatever happens to the worker.

        Raises ``LaneClosed``, and ``WorkerNotStarted`` where no process can be had.
        """
        pool = self._ready_pool()
        limit = self._settings.timeout
        try:
            future = pool.schedule(convert, args=[task, self._settings], timeout=limit)
            self._running = future
            if self._closed:
                future.cancel()  # type: ignore[no-untyped-call]
            return future.result(limit + _GRACE)
        except (FutureTimeout, ProcessExpired, BrokenProcessPool, CancelledError) as error:
            self._discard()
            if self._closed:
                raise LaneClosed from None
            return self._tell_death(task, error)
        except Exception as error:
            if self._closed:
                raise LaneClosed from None
            # What could not be pickled, or a fault of the pool: this file pays, with its name.
            self._discard()
            kind = type(error).__name__
            return _crash(task, kind, f"The worker gave no answer ({kind}: {error}).")

    def close(self) -> None:
        """Stop the worker, whatever it does."""
        self._closed = True
        # A pool that is stopped leaves its futures as they are, and their threads waiting.
        if self._running is not None:
            self._running.cancel()  # type: ignore[no-untyped-call]
        self._discard()

    def rest(self) -> None:
        """Give the process back until the next file comes."""
        self._discard()

    def _ready_pool(self) -> ProcessPool:
        if self._closed:
            raise LaneClosed
        if self._pool is not None and self._pool.active:
            return self._pool
        self._discard()
        with _starting, _allowed_to_start():
            pool = ProcessPool(
                max_workers=1,
                max_tasks=_FILES_A_WORKER,
                initializer=_begin,
                initargs=[self._settings.memory],
                context=_choose_context(),
            )
            self._pool = pool
            try:
                call = pool.schedule(_answer_call, args=[self._settings.memory])
                is_too_big = call.result(_START_LIMIT)
            except Exception as error:
                self._discard()
                if self._closed:
                    raise LaneClosed from None
                raise WorkerNotStarted("no worker process can be started") from error
        if is_too_big:
            self._discard()
            raise WorkerNotStarted(
                f"a worker holds more than {self._settings.memory} MB before it has read a file",
                next_step="Raise --memory.",
            )
        return pool

    def _discard(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            # A pool that lost its worker at the wrong moment may complain when it is stopped.
            with suppress(Exception):
                pool.stop()  # type: ignore[no-untyped-call]
                pool.join()

    def _tell_death(self, task: Task, error: BaseException) -> Outcome:
        limit = self._settings.timeout
        if isinstance(error, FutureTimeout):
            message = (
                f"It took longer than {limit:g} seconds. Raise --timeout, or look at the file."
            )
            return Outcome(
                task.path, "timed-out", error="TookTooLong", message=message, seconds=limit
            )
        code = getattr(error, "exitcode", None)
        if code == OUT_OF_MEMORY_EXIT:
            return _crash(task, "OutOfMemory", OUT_OF_MEMORY)
        how = f"signal {-code}" if isinstance(code, int) and code < 0 else f"exit code {code}"
        return _crash(task, "WorkerDied", f"The worker process died on this file ({how}).")


def _crash(task: Task, error: str, message: str) -> Outcome:
    return Outcome(task.path, "crashed", error=error, message=message)


def _begin(megabytes: int) -> None:
    """Make a fresh worker ready: the pipeline built, the guard on."""
    warm_up()
    if not holds_more_than(megabytes):
        start_guard(megabytes)


def _answer_call(megabytes: int) -> bool:
    """Whether the worker is past its limit without a file; then no guard runs, and it is stopped.

    A guard would end it, and nobody could tell why.
    """
    return holds_more_than(megabytes)


def _choose_context() -> multiprocessing.context.BaseContext:
    """The fork server where there is one: workers start warm, from a process without threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["medcom_extract.batch.preload"])
    return context


@contextmanager
def _allowed_to_start() -> Iterator[None]:
    """Let a daemonic process, as a Dask worker is, have children.

    Python forbids it since such a process may end without stopping them; ours watch for that
    themselves (``memory.start_guard``).
    """
    config = getattr(multiprocessing.current_process(), "_config", {})
    daemon = config.get("daemon")
    config["daemon"] = False
    try:
        yield
    finally:
        config["daemon"] = daemon


_local = threading.local()


def run_in_thread_lane(task: Task, settings: Settings) -> Outcome:
    """Convert one file in the lane of this thread: what is sent to somebody else's executor."""
    timer: threading.Timer | None = getattr(_local, "timer", None)
    if timer is not None:
        timer.cancel()
        timer.join()
    lane: Lane | None = getattr(_local, "lane", None)
    if lane is None or _local.settings != settings:
        if lane is not None:
            lane.close()
        lane = _local.lane = Lane(settings)
        _local.settings = settings
    try:
        return lane.run(task)
    finally:
        _local.timer = threading.Timer(_IDLE, lane.rest)
        _local.timer.daemon = True
        _local.timer.start()
