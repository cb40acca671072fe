"""Many files through lanes of our own or somebody else's executor, outcomes as they finish."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from itertools import islice
from queue import SimpleQueue

import medcom_extract
from medcom_extract.batch.discovery import PathInput, find_files
from medcom_extract.batch.lanes import Lane, LaneClosed, run_in_thread_lane
from medcom_extract.batch.outcomes import Outcome
from medcom_extract.batch.tasks import Settings, Task
from medcom_extract.errors import InvalidOption, WorkerNotStarted

__all__ = ["convert_tasks", "extract_many"]

_AHEAD = 2
"""Files given to each worker ahead, so that none waits for the next."""
_AHEAD_ELSEWHERE = 256
"""Files given to an executor whose size nobody knows."""


def extract_many(
    paths: PathInput | Iterable[PathInput],
    *,
    workers: int | None = None,
    executor: Executor | None = None,
    only: Iterable[str] = (),
    engine: str = "pdfium",
    password: str | None = None,
    vocabulary: PathInput | None = None,
    limits: "medcom_extract.Limits | None" = None,
    language: bool = True,
    timeout: float = 120.0,
    memory: int = 1000,
    hook: Callable[[str], None] | None = None,
) -> Iterator[Outcome]:
    """Convert many files, each in a worker process: one ``Outcome`` a file, as they finish.

    ``paths`` are files, folders, patterns (``arkiv/**/*.pdf``) and URLs that fsspec opens; ``only``
    are patterns for the files of folders.  ``workers`` is the number of processes, as many as
    cores by default.  ``executor``, any ``concurrent.futures.Executor``, is where they run instead.
    ``timeout`` in seconds and ``memory`` in megabytes hold for each file; a worker that passes
    them, or dies, costs that file only.  The other options are those of ``extract``.  ``hook``, a
    function of an importable module, is called in the worker with each path before it is read.

    Closing the generator stops the workers.  Raises ``InvalidOption`` at once, and ``MedcomError``
    where no worker process can be started at all; a file never raises.
    """
    settings = Settings(
        engine, password, None if vocabulary is None else os.fspath(vocabulary), limits, language,
        timeout, memory, hook,
    )  # fmt: skip
    found = find_files(paths, only=only)
    return convert_tasks((Task(each.path) for each in found), settings, workers, executor)


def convert_tasks(
    tasks: Iterable[Task], settings: Settings, workers: int | None, executor: Executor | None
) -> Iterator[Outcome]:
    """The outcomes of tasks as they finish.  Raises as ``extract_many`` does."""
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        # A worker that imports an unguarded script would start the whole batch again, and again.
        raise WorkerNotStarted("the script starts a batch whenever it is imported")
    if workers is not None and workers < 1:
        raise InvalidOption(f"there must be one worker at the least, not {workers!r}")
    if executor is not None:
        return _run_elsewhere(tasks, settings, executor, workers)
    return _run_here(tasks, settings, workers or count_cores())


def count_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _run_here(tasks: Iterable[Task], settings: Settings, workers: int) -> Iterator[Outcome]:
    lanes = [Lane(settings) for _ in range(workers)]
    free: SimpleQueue[Lane] = SimpleQueue()
    for lane in lanes:
        free.put(lane)

    def work(task: Task) -> Outcome:
        lane = free.get()
        try:
            return lane.run(task)
        finally:
            free.put(lane)

    threads = ThreadPoolExecutor(workers, thread_name_prefix="medcom-lane")
    try:
        yield from _stream(tasks, lambda task: threads.submit(work, task), workers * _AHEAD)
    finally:
        for lane in lanes:
            lane.close()
        threads.shutdown(cancel_futures=True)


def _run_elsewhere(
    tasks: Iterable[Task], settings: Settings, executor: Executor, workers: int | None
) -> Iterator[Outcome]:
    ahead = max(_AHEAD_ELSEWHERE, _AHEAD * (workers or 0))
    yield from _stream(
        tasks, lambda task: executor.submit(run_in_thread_lane, task, settings), ahead
    )


def _stream(
    tasks: Iterable[Task], submit: "Callable[[Task], Future[Outcome]]", ahead: int
) -> Iterator[Outcome]:
    rest = iter(tasks)
    running: dict[Future[Outcome], Task] = {}
    alive = False
    try:
        while True:
            for task in islice(rest, ahead - len(running)):
                running[_try(submit, task)] = task
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = _take(future, running.pop(future), alive)
                alive = True
                yield outcome
    finally:
        for future in running:
            future.cancel()


def _try(submit: "Callable[[Task], Future[Outcome]]", task: Task) -> "Future[Outcome]":
    """The future of a task; where an executor has broken down, one that says so."""
    try:
        return submit(task)
    except Exception as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _take(future: "Future[Outcome]", task: Task, alive: bool) -> Outcome:
    """The outcome of a future.  Raises ``WorkerNotStarted`` where not one file got that far."""
    if future.cancelled():
        return _lose(task, "it was cancelled")
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, WorkerNotStarted) and not alive:
        raise error
    if isinstance(error, LaneClosed):
        return _lose(task, "the batch was stopped")
    return _lose(task, f"{type(error).__name__}: {error}")


def _lose(task: Task, reason: str) -> Outcome:
    message = f"The worker that had the file was lost ({reason}). Run the batch again."
    return Outcome(task.path, "crashed", error="WorkerLost", message=message)
