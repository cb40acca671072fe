"""A Dask cluster as the executor of a batch."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from medcom_extract.errors import InvalidOption

__all__ = ["open_dask"]

_PATIENCE = "30s"


@contextmanager
def open_dask(address: str | None) -> Iterator[Executor | None]:
    """The executor of the cluster at an address, such as ``tcp://host:8786``; None for None.

    A file whose Dask worker dies is given to another one by Dask itself.  Raises
    ``InvalidOption`` where ``distributed`` is not installed or nobody answers.
    """
    if address is None:
        yield None
        return
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        step = "Install it: pip install 'medcom-extract[dask]'."
        raise InvalidOption("--dask needs dask.distributed", next_step=step) from error
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise InvalidOption(
            f"no Dask scheduler answers at {address}",
            next_step="Start one with `dask scheduler`, and workers with `dask worker ADDRESS`.",
        ) from error
    with client:
        # pure=False: a file that is tried again is converted again, not remembered.
        yield client.get_executor(pure=False)
