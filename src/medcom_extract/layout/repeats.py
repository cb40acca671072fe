"""Header rows that a program repeats on a page without a rule below them.

ReportLab draws no line between a repeated header and the rest of a row that it has cut, so that
both stand in one cell.  They are parted again, by the words of the header that the table had
before.
"""

from medcom_extract.layout.drafts import DraftCell, DraftTable, Place
from medcom_extract.layout.lines import Line

__all__ = ["part_repeated_headers", "split_at_headers"]

_SAME = 4.0
"""Points by which the column lines of one table may differ from page to page."""


def split_at_headers(tables: list[DraftTable]) -> list[DraftTable]:
    """The tables of a page, cut in two where a header comes again above the rest of a row."""
    made: list[DraftTable] = []
    for table in tables:
        parts: list[DraftTable] = []
        for index in reversed(range(1, len(table.rows))):
            below = _rest_below_header(table, index)
            if below is not None:
                parts.insert(0, below)
        made += [table, *parts]
    return made


def _rest_below_header(table: DraftTable, index: int) -> DraftTable | None:
    """The rows from one on as a table, cut off, where that one holds the header and more."""
    row, first = table.rows[index], table.rows[0]
    if not row or not first:
        return None  # cells from above reach down over all of it
    head = first[0].lines
    if not head or not row[0].lines or row[0].lines[0].text != head[0].text:
        return None
    if any(cell.row + cell.row_span > index for above in table.rows[:index] for cell in above):
        return None
    page, (x0, top, x1, foot) = table.places[0].page, table.places[0].box
    edge = min(cell.box[1] for cell in row)
    below = DraftTable(list(table.xs), table.rows[index:], [Place(page, (x0, edge, x1, foot))])
    below.ruled = table.ruled
    if not _part(below, table):
        return None
    table.rows = table.rows[:index]
    table.places = [Place(page, (x0, top, x1, edge))]
    return below


def part_repeated_headers(tables: list[DraftTable]) -> None:
    """Cut the first row of a table in two where it begins with a header seen on an earlier page."""
    headers: list[DraftTable] = []
    for table in tables:
        for known in headers:
            if known.places[0].page < table.places[0].page and _part(table, known):
                break
        if all(cell.row_span == 1 for cell in table.rows[0]):
            headers.insert(0, table)


def _part(table: DraftTable, known: DraftTable) -> bool:
    """Cut a table's first row below the words that head another; whether that was possible."""
    row, header = table.rows[0], known.rows[0]
    if len(row) != len(header) or _is_whole(row, header):
        return False
    counts = []
    for cell, head in zip(row, header, strict=True):
        count = _shared(cell, head)
        if count is None:
            return False
        counts.append(count)
    heads = [cell.lines[:count] for cell, count in zip(row, counts, strict=True)]
    rests = [cell.lines[count:] for cell, count in zip(row, counts, strict=True)]
    tops = [line.top for lines in rests for line in lines]
    tops += [item.box[1] for cell in row for item in cell.items]  # tables in the cells
    if sum(map(bool, heads)) < 2 or not tops:
        return False
    low, high = max(line.bottom for lines in heads for line in lines), min(tops)
    if high < low - 1:
        return False
    _cut(table, heads, rests, (low + high) / 2)
    return True


def _is_whole(row: list[DraftCell], header: list[DraftCell]) -> bool:
    """Whether a row holds no more lines than a header: nothing to cut, as for most rows."""
    return all(
        len(cell.lines) <= len(head.lines) and not cell.items
        for cell, head in zip(row, header, strict=True)
    )


def _shared(cell: DraftCell, head: DraftCell) -> int | None:
    """How many first lines of a cell are those of a header's cell; None where it begins
    otherwise, or where the page cut the header within a word.
    """
    same_place = abs(cell.box[0] - head.box[0]) <= _SAME and abs(cell.box[2] - head.box[2]) <= _SAME
    if not same_place:
        return None
    texts = [line.text for line in head.lines]
    if [line.text for line in cell.lines[: len(texts)]] != texts:
        return None
    if len(cell.lines) > len(texts) > 0 and texts[-1].endswith("-"):
        return None
    return len(texts)


def _cut(
    table: DraftTable, heads: list[list[Line]], rests: list[list[Line]], height: float
) -> None:
    upper, lower = [], []
    for cell, head, rest in zip(table.rows[0], heads, rests, strict=True):
        page, (x0, top, x1, bottom) = cell.places[0].page, cell.box
        first = DraftCell(
            0, cell.column, 1, cell.column_span, [Place(page, (x0, top, x1, height))], head
        )
        first.art = [art for art in cell.art if (art.top + art.bottom) / 2 < height]
        cell.places = [Place(page, (x0, height, x1, bottom))]
        cell.lines = rest
        cell.art = [art for art in cell.art if (art.top + art.bottom) / 2 >= height]
        upper.append(first)
        lower.append(cell)
    table.rows[:1] = [upper, lower]
    for number, row in enumerate(table.rows[1:], start=1):
        for cell in row:
            cell.row = number
