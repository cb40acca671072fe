"""Over the page's edge: tables, rows and paragraphs that go on are made one again."""

import re

from medcom_extract.danish.cohesion import refers_back
from medcom_extract.danish.sentences import holds_on
from medcom_extract.document import Box
from medcom_extract.layout.boxes import shared_width
from medcom_extract.layout.cutrows import centres_names, continues_row
from medcom_extract.layout.drafts import DraftCell, DraftTable, Item
from medcom_extract.layout.lines import Line
from medcom_extract.layout.paragraphs import Draft
from medcom_extract.layout.pitch import changes_look, fits_before

__all__ = ["continues_paragraph", "join_paragraphs", "join_tables"]

_SAME_COLUMN = 4.0
"""Points by which the column lines of one table may differ from page to page."""

_RIGHT_BELOW = 12.0
"""Points between two parts of one table on a page, at most."""

_MOST_HEADER_ROWS = 3
_LONGEST_HEADER = 200
"""Letters of a header row at the most: a longer one is a row of the table that comes again."""

_SENTENCE_END = re.compile(r"[.:;!?…][\"”’)\]]*$")
_LOWER = re.compile(r"^[(\"”“’]*[a-zæøå]")


def join_tables(
    pages: list[list[Item]], heights: dict[int, float], furniture: list[Line]
) -> list[Item]:
    """One flow of items over all pages, tables that go on joined.

    ``heights`` gives the height of each page.  Lines of header rows that a table repeats are
    moved to ``furniture``.
    """
    flow: list[Item] = []
    headers: set[tuple[str, ...]] = set()
    for items in pages:
        opens = True  # tables alone stand above on the page, if anything does
        for item in items:
            opens = opens and isinstance(item, DraftTable)
            above = _table_above(flow, item, headers, opens=opens)
            if isinstance(item, DraftTable) and above is not None:
                _append(above, item, heights, furniture, headers)
                continue
            flow.append(item)
            if isinstance(item, DraftTable):
                headers.add(_texts(item.rows[0]))
    return flow


def _table_above(
    flow: list[Item], item: Item, headers: set[tuple[str, ...]], *, opens: bool
) -> DraftTable | None:
    """The table that an item goes on with: the last thing above it, or where it opens a page, on
    the page before.
    """
    last = flow[-1] if flow else None
    if not isinstance(item, DraftTable):
        return None
    if (
        isinstance(last, DraftTable)
        and _same_columns(last, item)
        and _right_below(last, item, headers)
    ):
        return last
    return _table_before(flow, item) if opens else None


def _table_before(flow: list[Item], item: DraftTable) -> DraftTable | None:
    """The table of the page before that one goes on with: nothing stands below it there, though
    another may stand beside it.
    """
    for other in reversed(flow):
        if isinstance(other, DraftTable) and _over_page(other, item) and _same_columns(other, item):
            return other
        page, box = _end(other)
        if page < item.places[0].page - 1 or shared_width(box, item.box) > 0:
            return None
    return None


def _end(item: Item) -> tuple[int, Box]:
    """The last page of an item, and its box there."""
    if isinstance(item, DraftTable):
        return item.places[-1].page, item.places[-1].box
    return (item.last.page, item.last.box) if isinstance(item, Draft) else (item.page, item.box)


def _over_page(above: DraftTable, below: DraftTable) -> bool:
    return below.places[0].page == above.places[-1].page + 1


def _right_below(above: DraftTable, below: DraftTable, headers: set[tuple[str, ...]]) -> bool:
    """Whether a table begins with a known header right below another one on the page, as ReportLab
    draws it where it breaks a table before the page is full.
    """
    here, there = below.places[0], above.places[-1]
    gap = here.box[1] - there.box[3]
    repeated = _repeated_headers(above, below) > 0 or _texts(below.rows[0]) in headers
    return here.page == there.page and gap < _RIGHT_BELOW and repeated


def _same_columns(one: DraftTable, other: DraftTable) -> bool:
    """Whether two tables share their column lines, as many as the table with fewer has."""
    few, many = sorted((one.xs, other.xs), key=len)
    if abs(few[0] - many[0]) > _SAME_COLUMN or abs(few[-1] - many[-1]) > _SAME_COLUMN:
        return False
    if len(few) != len(many) and len(few) < 3:
        return False
    return all(any(abs(x - other_x) <= _SAME_COLUMN for other_x in many) for x in few)


def _append(
    table: DraftTable,
    more: DraftTable,
    heights: dict[int, float],
    furniture: list[Line],
    headers: set[tuple[str, ...]],
) -> None:
    _align_columns(table, more)
    table.guessed = table.guessed or more.guessed
    repeated = _repeated_headers(table, more)
    first = _texts(more.rows[0])
    known = any(first) and first in headers and not _nests(more.rows[0])
    if not repeated and known and len(more.rows) > 1:
        repeated = 1  # the header of a table that a title cut in two
    for row in more.rows[:repeated]:
        furniture.extend(line for cell in row for line in cell.lines)
    if repeated and _texts(table.rows[0]) == _texts(more.rows[0]):
        table.header_rows = max(table.header_rows, repeated)
    rows = more.rows[repeated:]
    # A row goes on below a header that comes again on its page, but not where names are centred.
    cut = table.places[-1].page != more.places[0].page or not centres_names(table)
    if rows and table.rows and cut and continues_row(table, rows[0], heights):
        _continue_row(table, rows[0])
        rows = rows[1:]
        offset = len(table.rows) - repeated - 1
    else:
        offset = len(table.rows) - repeated
    for row in rows:
        for cell in row:
            cell.row += offset
        table.rows.append(row)
    table.places.extend(more.places)


def _align_columns(table: DraftTable, more: DraftTable) -> None:
    """Give both tables the column lines of the one that has more (merged cells hide some)."""
    if len(more.xs) > len(table.xs):
        _renumber(table, more.xs)
    elif len(more.xs) < len(table.xs):
        _renumber(more, table.xs)


def _renumber(table: DraftTable, xs: list[float]) -> None:
    def nearest(x: float) -> int:
        return min(range(len(xs)), key=lambda i: abs(xs[i] - x))

    for cell in table.cells:
        first, end = (
            nearest(table.xs[cell.column]),
            nearest(table.xs[min(cell.column + cell.column_span, len(table.xs) - 1)]),
        )
        cell.column, cell.column_span = first, max(end - first, 1)
    table.xs = list(xs)


def _repeated_headers(table: DraftTable, more: DraftTable) -> int:
    """How many first rows of a continuation repeat the first rows of the table."""
    count = 0
    for one, other in zip(table.rows, more.rows, strict=False):
        texts = _texts(one), _texts(other)
        if texts[0] != texts[1] or not any(texts[0]) or count == _MOST_HEADER_ROWS:
            break
        if sum(map(len, texts[0])) > _LONGEST_HEADER or _nests(other):
            break
        count += 1
    return count


def _nests(row: list[DraftCell]) -> bool:
    """Whether tables stand in the cells of a row: no header has any."""
    return any(isinstance(item, DraftTable) for cell in row for item in cell.items)


def _texts(row: list[DraftCell]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _continue_row(table: DraftTable, row: list[DraftCell]) -> None:
    """Append the cells of a row to those of the table's last row, paragraph by paragraph."""
    for cell in row:
        target = _covering(table, cell.column)
        if target is None:
            cell.row = len(table.rows) - 1
            table.rows[-1].append(cell)
            table.rows[-1].sort(key=lambda c: c.column)
            continue
        _join_items(target.items, cell.items)
        target.lines.extend(cell.lines)
        target.art.extend(cell.art)
        target.places.extend(cell.places)
        target.row_span = len(table.rows) - target.row + cell.row_span - 1
        if not target.shading:
            target.shading.extend(cell.shading)


def _covering(table: DraftTable, column: int) -> DraftCell | None:
    """The cell of the table's last row in a column, begun there or in a row above."""
    for row in reversed(table.rows):
        for cell in row:
            reaches = cell.row + cell.row_span >= len(table.rows)
            if cell.column <= column < cell.column + cell.column_span and reaches:
                return cell
    return None


def _join_items(before: list[Item], after: list[Item]) -> None:
    if before and after:
        last, first = before[-1], after[0]
        if (
            isinstance(last, Draft)
            and isinstance(first, Draft)
            and continues_paragraph(last, first)
        ):
            last.take(first)
            after = after[1:]
        elif (
            isinstance(last, DraftTable)
            and isinstance(first, DraftTable)
            and _same_columns(last, first)
        ):
            _join_nested(last, first)
            after = after[1:]
    before.extend(after)


def _join_nested(above: DraftTable, below: DraftTable) -> None:
    """Go on with a table inside a cell that was cut with its row.

    A first row without words in its first column goes on with the last row, and so does one
    that begins within a word or a sentence, or below a last row without such words where all
    others have some.
    """
    _align_columns(above, below)
    rows = below.rows
    unnamed = rows[0][0].blank and not all(cell.blank for cell in rows[0])
    firsts = [row[0].blank for row in above.rows]
    unnamed = unnamed or (len(firsts) > 1 and firsts[-1] and not any(firsts[:-1]))
    if unnamed or _cuts_text(above.rows[-1], rows[0]):
        _continue_row(above, rows[0])
        rows = rows[1:]
    offset = len(above.rows) - (len(below.rows) - len(rows))
    for row in rows:
        for cell in row:
            cell.row += offset
        above.rows.append(row)
    above.places.extend(below.places)


def _cuts_text(above: list[DraftCell], below: list[DraftCell]) -> bool:
    """Whether a row goes on where the one above stopped: at a hyphen, or in lower case."""
    return any(
        _text_goes_on(one.lines[-1], other.lines[0], one.limit)
        for one in above
        for other in below
        if one.column == other.column and one.lines and other.lines
    )


def _text_goes_on(above: Line, below: Line, limit: float) -> bool:
    if not _LOWER.match(below.text):
        return False
    full = not fits_before(above, below, limit) and not _SENTENCE_END.search(above.text)
    return above.words[-1].text.endswith("-") or full


def join_paragraphs(flow: list[Item]) -> list[Item]:
    """Join body paragraphs that run over a page or into the next column of text."""
    joined: list[Item] = []
    for item in flow:
        last = joined[-1] if joined else None
        if isinstance(item, Draft) and isinstance(last, Draft) and _goes_on(last, item):
            last.take(item)
        else:
            joined.append(item)
    return joined


def _goes_on(last: Draft, item: Draft) -> bool:
    return _moves_on(last, item) and continues_paragraph(last, item)


def _moves_on(last: Draft, item: Draft) -> bool:
    """Whether an item stands on the next page, or higher up on the same one."""
    if item.first.page != last.last.page:
        return item.first.page == last.last.page + 1
    return item.first.top < last.last.top


def continues_paragraph(before: Draft, after: Draft) -> bool:
    """Whether a paragraph at the top of a page goes on with the last one of the page before.

    A sentence that is over, at the end of a full line, before a capital letter is taken for the
    end of the paragraph, unless the next takes it up: pages break between paragraphs far more
    often than within.
    """
    above, below = before.last, after.first
    if after.bullet is not None or changes_look(above, below) or (before.marks and after.marks):
        return False
    lower = bool(_LOWER.match(below.words[0].text))
    if above.words[-1].text.endswith("-") and len(above.words[-1].text) > 1:
        return True
    last, first = above.words[-1].text, below.words[0].text
    over = _SENTENCE_END.search(last) and not holds_on(last, first)
    # The edge is not known to the point: a sentence that goes on outweighs a little room.
    room = above.size if lower and not over else 0.0
    if fits_before(above, below, before.limit - room):
        return False
    joined = lower or not over or refers_back(before.text, after.text)
    if not lower:
        before.doubt(joined, below)
    return joined
