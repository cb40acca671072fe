"""A neutral document as Markdown: every word of it, with tables as grids and marks named."""

from collections.abc import Iterator

from medcom_extract.document import Block, Cell, Document, Mark, Paragraph, Picture, Table
from medcom_extract.output.markdown import list_places
from medcom_extract.output.markup import escape, escape_block, escape_cell, format_table

__all__ = ["format_document"]

_LEFT, _ABOVE = "←", "↑"
# A table of some thousand columns is a fault of the file, not something to read.
_MOST_COLUMNS = 63


def format_document(document: Document) -> str:
    """The document as one Markdown page, ending in a line feed.

    In tables ``←`` and ``↑`` stand where a cell spans on from the left or from above, ``<br>``
    between the paragraphs of a cell.  What was set apart (running headers and footers) and the
    warnings follow at the end.
    """
    parts = [*_blocks(document.blocks)]
    if document.furniture:
        lines = "\n".join(f"- {escape_block(paragraph.text)}" for paragraph in document.furniture)
        parts.append(f"---\n\nSet apart as running headers and footers:\n\n{lines}")
    if document.warnings:
        lines = "\n".join(
            f"- {escape_block(warning.message)}{list_places(warning.locations)}"
            for warning in document.warnings
        )
        parts.append(f"---\n\nWarnings:\n\n{lines}")
    return "\n\n".join(parts) + "\n"


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _is_list_item(block):
            items.append(_list_item(block))
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _block(block)
    if items:
        yield "\n".join(items)


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(_table(block))
    if isinstance(block, Picture):
        return _mark(block.mark)
    text = _paragraph(block)
    level = _heading_level(block)
    if not level:
        return text
    label = f"{escape(block.bullet)} " if block.bullet else ""
    return f"{'#' * min(level, 6)} {label}{text}"


def _heading_level(paragraph: Paragraph) -> int | None:
    return 1 if paragraph.role == "title" else paragraph.level


def _is_list_item(paragraph: Paragraph) -> bool:
    """Headings are numbered too, and stay headings."""
    return paragraph.bullet is not None and not _heading_level(paragraph)


def _list_item(paragraph: Paragraph) -> str:
    label, text = paragraph.bullet or "", _paragraph(paragraph)
    if label.rstrip(".)").isdecimal() and label[-1] in ".)":
        return f"{label} {text}"
    # A label such as "a)" or "1.1" is no list marker in Markdown, but says something.
    told = any(letter.isalnum() for letter in label)
    return f"- {escape_block(label)} {text}" if told else f"- {text}"


def _paragraph(paragraph: Paragraph) -> str:
    marks = " ".join(map(_mark, paragraph.marks))
    return " ".join(part for part in (escape_block(paragraph.text), marks) if part)


def _mark(mark: Mark) -> str:
    """A mark in words, such as ``[image 20×20 pt #00b050 "grøn"]``."""
    size = f"{mark.width:.0f}×{mark.height:.0f} pt" if mark.width and mark.height else ""
    colours = " ".join(patch.color for patch in mark.palette[:3])
    words = " ".join(f'"{escape(text)}"' for text in (mark.text, mark.alt) if text)
    inside = " ".join(part for part in (mark.kind, mark.outline, size, colours, words) if part)
    return f"[{inside}]"


def _table(table: Table) -> list[str]:
    columns = min(table.columns, _MOST_COLUMNS)
    grid = [[""] * columns for _ in table.rows]
    for cell in table.cells:
        _enter(grid, cell)
    if table.header_rows:
        return format_table(grid[0], grid[1:])
    return format_table([""] * columns, grid)


def _enter(grid: list[list[str]], cell: Cell) -> None:
    for row in range(cell.row, min(cell.row + cell.row_span, len(grid))):
        for column in range(cell.column, min(cell.column + cell.column_span, len(grid[row]))):
            if (row, column) == (cell.row, cell.column):
                grid[row][column] = _cell(cell)
            else:
                grid[row][column] = _LEFT if column > cell.column else _ABOVE


def _cell(cell: Cell) -> str:
    marks = [_mark(mark) for mark in cell.marks]
    return "<br>".join([*marks, *(_cell_block(block) for block in cell.blocks)])


def _cell_block(block: Block) -> str:
    """A cell takes one line: a list item gets its bullet, a nested table is told row by row."""
    if isinstance(block, Table):
        rows = ["; ".join(_cell(cell) for cell in row) for row in block.rows]
        return "[table: " + " // ".join(rows) + "]"
    if isinstance(block, Picture):
        return _mark(block.mark)
    bullet = f"{escape_cell(block.bullet or '•')} " if block.bullet is not None else ""
    return bullet + _paragraph(block).replace("|", "\\|")
