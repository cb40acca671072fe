"""A report on its way to paper: blocks that every producer knows how to draw."""

from dataclasses import dataclass, field
from typing import Literal

from .content import Report

__all__ = ["Beside", "Block", "Break", "Cell", "Drawing", "Heading", "Line", "Style", "Table"]

Kind = Literal["text", "label", "bullet", "track", "lead", "period"]


@dataclass(frozen=True)
class Line:
    """A paragraph.  ``lead`` are bold words that open it; ``light`` a mark that stands before
    (``text`` empty) or in front of its words.
    """

    text: str
    kind: Kind = "text"
    lead: str = ""
    light: str | None = None


@dataclass(frozen=True)
class Cell:
    """A cell.  ``light`` is drawn as the document's mark; ``fill`` is a colour of no project."""

    lines: "tuple[Line | Table, ...]" = ()
    light: str | None = None
    rows: int = 1
    columns: int = 1
    fill: str | None = None
    bold: bool = False


@dataclass(frozen=True)
class Table:
    """``widths`` are shares of the page; a header word may hold a line break."""

    widths: tuple[int, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: bool = False


@dataclass(frozen=True)
class Heading:
    """A title (level 0), section (1), project (2) or label (3); ``light`` stands beside it."""

    text: str
    level: int
    light: str | None = None


@dataclass(frozen=True)
class Break:
    """A new page, upright or across."""

    landscape: bool | None = None


@dataclass(frozen=True)
class Beside:
    """Two runs of blocks side by side."""

    left: "tuple[Block, ...]"
    right: "tuple[Block, ...]"


Block = Line | Table | Heading | Break | Beside


@dataclass(frozen=True)
class Style:
    """How the page looks.  ``rules`` is full, lines, zebra or none; lengths are points."""

    rules: str = "full"
    landscape: bool = False
    letter: bool = False
    size: float = 10.0
    gap: float = 5.0
    pad: tuple[float, float] = (3.0, 5.0)
    justify: bool = False
    middle: bool = False
    repeat: bool = True
    hyphens: bool = True
    columns: int = 1
    font: str = "Carlito"
    bold_labels: bool = True
    bold_sections: bool = False


@dataclass(frozen=True)
class Drawing:
    """A report as it is to be drawn: ``truth`` holds what of it can be seen."""

    truth: Report
    blocks: tuple[Block, ...]
    style: Style = field(default_factory=Style)
    language: str = "da"
