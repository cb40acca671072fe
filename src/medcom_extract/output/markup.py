"""The pieces of Markdown that all pages are made of (CommonMark with GitHub's tables)."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["escape", "escape_block", "escape_cell", "format_listing", "format_table"]

# Only what a renderer would take for markup: a page full of needless backslashes is not readable
# in a terminal.  An underscore inside a word, as in a file name, is plain text in CommonMark, and
# so are brackets with no target behind them.
_INLINE = re.compile(
    r"[\\`*]|\](?=[(:])|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)"
)
_LINE_START = re.compile(
    r"^(\s*)(?:(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|={2,}\s*$|-{2,}\s*$|~~~)|(\d{1,9})([.)])(?=\s|$))"
)


def escape(text: str) -> str:
    """Text that stands inside a line, with what Markdown would take for markup escaped."""
    return _INLINE.sub(lambda found: "\\" + found[0], " ".join(text.split()))


def escape_block(text: str) -> str:
    """The same for text that begins a paragraph, where ``1.`` or ``#`` means something too."""
    return _LINE_START.sub(_escape_start, escape(text))


def _escape_start(found: re.Match[str]) -> str:
    space, mark, number, point = found.groups()
    return f"{space}{number}\\{point}" if number else f"{space}\\{mark}"


def escape_cell(text: str) -> str:
    """Text in a cell of a table, where a bar would end the cell."""
    return escape(text).replace("|", "\\|")


def format_listing(title: str, lines: Iterable[str]) -> str:
    """A heading with a list; empty where there are no lines.  They are escaped by the caller."""
    items = [f"- {line}" for line in lines]
    return "\n\n".join([f"## {title}", "\n".join(items)]) if items else ""


def format_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table; the cells are escaped by the caller."""
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]
