"""Reading this room's data files, once a process."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["read_rows", "read_table"]

_FOLDER = "medcom_extract.danish"


@cache
def read_table(name: str) -> dict[str, Any]:
    """The contents of ``data/<name>.toml``."""
    text = files(_FOLDER).joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/<name>.tsv``, each by the names in its first line.

    A missing last cell reads as an empty string; lines that begin with ``#`` are comments.
    """
    text = files(_FOLDER).joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    cells = [line.split("\t") for line in lines[1:]]
    return tuple(dict(zip(header, row + [""] * len(header), strict=False)) for row in cells)
