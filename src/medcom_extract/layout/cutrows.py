"""Rows that a page's edge cuts: whether the first row of a page is the rest of the last one."""

import itertools
import re

from medcom_extract.danish.fragments import is_small_word
from medcom_extract.layout.drafts import DraftCell, DraftTable, Place
from medcom_extract.layout.lines import Line, lines_of
from medcom_extract.layout.page import LARGEST_MARK, Artwork, Page, Word
from medcom_extract.layout.pitch import ends_sentence, fits_before
from medcom_extract.layout.tables import Sheet

__all__ = ["begin_rows", "centres_names", "continues_row"]

_IN_LINE = 2.0
"""Points by which the left edges of the marks of one column differ at most."""

_FEW_LINES = 3
"""Lines at the foot of a page that may stand there without the name of their row."""

_LEAST_NAMES = 2
"""Names by which the second line of names is told, at least."""

_LOWER = re.compile(r"^[(\"”“’]*[a-zæøå]")


def continues_row(table: DraftTable, row: list[DraftCell], heights: dict[int, float]) -> bool:
    """Whether the first row on a page goes on with the last row of the page before.

    It does where the name column is empty and the table reached the foot of its page; a name
    that itself breaks over the page goes on in lower case or after a hyphen, beside no mark.
    """
    last = table.rows[-1]
    place = table.places[-1]
    if len(table.rows) <= table.header_rows or place.box[3] < 0.6 * heights[place.page]:
        return False
    if all(cell.blank for cell in row) or _is_title(table, row) or _is_whole(table, row):
        return False
    name = _name_column(table)
    before = next((c for c in last if c.column == name), None)
    after = next((c for c in row if c.column == name), None)
    if after is None or (after.blank and before is not None):
        return True
    if after.blank:
        return _fills_one_column(last, row)
    if before is not None and _is_half(after, before, table):
        return True  # the mark beside the name above
    if before is not None and before.blank and _hangs_low(after, row):
        return True  # rows are centred: the name stands in the second part of its row
    unnamed = before is not None and (before.blank or _is_half(before, after, table))
    if unnamed and _begins_unnamed(table, after, row):
        return True
    if after.column_span >= len(table.xs) - 1 or before is None or not before.lines:
        return False
    if _looks_like_a_second_line(table, after):
        return not (_marked(last) and _marked(row))
    if any(cell.art for cell in row) and not (_cuts_word(before, after) and not _marked(last)):
        return False  # a mark of its own, unless the page cut the name within a word above it
    if not after.lines:
        return False
    return _name_goes_on(before, after) or (
        _broken(before, after) and _cuts_beside(last, row, name)
    )


def _is_half(mark: DraftCell, name: DraftCell, table: DraftTable) -> bool:
    """Whether a mark and a name in cells of two pages are of one cell, as others hold both."""
    parted = mark.art and not mark.lines and name.lines and not name.art
    cells = [cell for row in table.rows for cell in row if cell.column == name.column]
    return bool(parted) and any(cell.art and cell.lines for cell in cells)


def begin_rows(tables: list[DraftTable], sheet: Sheet) -> None:
    """Give tables the rows that the foot of the page begins below the last rule.

    It shows a mark of theirs, in line with the others of the table, or words in line with those
    of a column, where the table has no rule at its foot; nothing stands below that.
    """
    for table in tables:
        foot = table.places[-1].box[3]
        words = [w for w in sheet.words if (w.top + w.bottom) / 2 > foot]
        mark = next((art for art in sheet.artwork if _is_in_line(art, table, foot)), None)
        if words and not (_is_open(table, sheet.page) and _are_in_line(words, table, foot)):
            continue
        if words or mark is not None:
            _begin_row(table, words, mark)
            sheet.words = [word for word in sheet.words if word not in words]
            sheet.artwork = [art for art in sheet.artwork if art is not mark]


def _is_in_line(art: Artwork, table: DraftTable, foot: float) -> bool:
    """Whether artwork stands below a table as the marks of one of its columns do in it."""
    below = -_IN_LINE <= art.top - foot and art.bottom - foot < LARGEST_MARK
    edges = (mark.x0 for cell in table.cells for mark in cell.art)
    return below and any(abs(x - art.x0) <= _IN_LINE for x in edges)


def _is_open(table: DraftTable, page: Page) -> bool:
    """Whether the column lines of a table go on below its last rule."""
    left, _, right, foot = table.places[-1].box
    rules = [rule for rule in page.rules if rule.x0 < right and rule.x1 > left]
    return not any(rule.horizontal and abs(rule.bottom - foot) < _IN_LINE for rule in rules)


def _are_in_line(words: list[Word], table: DraftTable, foot: float) -> bool:
    """Whether the lines right below a table begin in line with those in its columns."""
    size = max(word.size for word in words)
    starts = [line.x0 for cell in table.cells for line in cell.lines]
    found = [line for _, line in _by_column(words, table)]
    near = max(line.bottom for line in found) - foot < _FEW_LINES * 1.5 * size
    return near and all(any(abs(line.x0 - x) < 1.0 for x in starts) for line in found)


def _by_column(words: list[Word], table: DraftTable) -> list[tuple[int, Line]]:
    """Lines of the words in each column of a table, with its number; outer ones go outwards."""
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(sum(x <= word.x0 for x in table.xs) - 1, []).append(word)
    page = table.places[-1].page
    return [(at, line) for at, found in columns.items() for line in lines_of(found, page)]


def _begin_row(table: DraftTable, words: list[Word], mark: Artwork | None) -> None:
    page, (left, top, right, foot) = table.places[-1].page, table.places[-1].box
    low = max([word.bottom for word in words] + ([mark.bottom] if mark else []))
    edges = list(itertools.pairwise(table.xs))
    row = [
        DraftCell(len(table.rows), at, 1, 1, [Place(page, (x0, foot, x1, low))])
        for at, (x0, x1) in enumerate(edges)
    ]
    for at, line in _by_column(words, table):
        row[min(max(at, 0), len(row) - 1)].lines.append(line)
    if mark is not None:
        row[sum(x <= mark.x0 for x in table.xs) - 1].art = [mark]
    table.rows.append(row)
    table.places[-1] = Place(page, (left, top, right, low))


def _cuts_beside(last: list[DraftCell], row: list[DraftCell], name: int) -> bool:
    """Whether the page cuts a text beside the name, in the middle of a word or a sentence."""
    above = {cell.column: cell for cell in last if cell.column != name}
    return any(cell.column in above and _broken(above[cell.column], cell) for cell in row)


def _marked(row: list[DraftCell]) -> bool:
    return any(cell.art for cell in row)


def _is_whole(table: DraftTable, row: list[DraftCell]) -> bool:
    """Whether a row has a cell of its own that no page cuts, as the last row has: in its column no
    row of the table has more than one line or mark.  A name or the like stands left of it.
    """
    above = {cell.column: cell for cell in table.rows[-1] if not cell.blank}
    own = {cell.column: cell for cell in row if not cell.blank and cell.column in above}
    rows = [*table.rows[table.header_rows :], row]
    columns = sorted(column for column in own if not _broken(above[column], own[column]))
    return any(
        all(_is_short(cell) for cells in rows for cell in cells if cell.column == column)
        for column in columns[1:]
    )


def _is_short(cell: DraftCell) -> bool:
    """Whether a cell holds nothing, a mark or one line."""
    return cell.blank or (len(cell.lines) + bool(cell.art) == 1 and not _nested(cell))


def _broken(above: DraftCell, below: DraftCell) -> bool:
    """Whether a word or a sentence goes on from one cell in another."""
    if not above.lines or not below.lines:
        return False
    hyphen = above.lines[-1].words[-1].text.endswith("-")
    return hyphen or bool(_LOWER.match(below.lines[0].text))


def _cuts_word(above: DraftCell, below: DraftCell) -> bool:
    """Whether a word goes on from one cell in another: after a hyphen, in lower case."""
    hyphen = bool(above.lines) and above.lines[-1].words[-1].text.endswith("-")
    return hyphen and bool(below.lines) and below.lines[0].text[:1].islower()


def _open(above: DraftCell, below: DraftCell) -> bool:
    """Whether the last line of a cell is full, and its sentence goes on."""
    if not above.lines or not below.lines:
        return False
    last, first = above.lines[-1], below.lines[0]
    return not ends_sentence(last, first) and not fits_before(last, first, above.limit)


def _looks_like_a_second_line(table: DraftTable, name: DraftCell) -> bool:
    """Whether a cell of names begins like the second line of other names and like the first of
    none: in small letters, or with the same word and a colon.
    """
    if not name.lines:
        return False
    others = [_cell_at(row, name.column) for row in table.rows[table.header_rows :]]
    found = [cell.lines for cell in others if cell is not None and cell.lines]
    if len(found) < _LEAST_NAMES:
        return False
    firsts = {_look(lines[0]) for lines in found}
    later = {_look(line) for lines in found for line in lines[1:]}
    return _look(name.lines[0]) in later - firsts


def _look(line: Line) -> tuple[float, bool, str]:
    """Size and weight of a line, and the words before its first colon."""
    key, colon, _ = line.text.partition(": ")
    return (round(2 * line.size) / 2, line.bold, key if colon else "")


def _is_title(table: DraftTable, row: list[DraftCell]) -> bool:
    """Whether a row is a single bold cell over all columns."""
    cell = row[0]
    return cell.column_span >= len(table.xs) - 1 > 1 and all(line.bold for line in cell.lines)


def _begins_unnamed(table: DraftTable, name: DraftCell, row: list[DraftCell]) -> bool:
    """Whether a few lines without a name, at the foot of a page, begin the row that has its name
    at the top of the next: programs do not part a name of two or three lines.

    Every other row of the table has a name, if there is one below its header, and no cell but the
    widest is filled in both parts, unless its text is cut.  Where names are centred in their rows,
    the lines may be many.
    """
    last = table.rows[-1]
    widest = max(last, key=lambda cell: cell.box[2] - cell.box[0]).column
    apart = (widest, name.column)
    filled = {cell.column: cell for cell in last if not cell.blank and cell.column not in apart}
    both = [(filled[c.column], c) for c in row if not c.blank and c.column in filled]
    if not all(_broken(above, below) or _open(above, below) for above, below in both):
        return False
    rows = table.rows[table.header_rows : -1]
    others = [other for other in rows if _cell_at(other, name.column) is not None]  # none: merged
    named = [(cell, other) for other in others if (cell := _named(other, name.column)) is not None]
    if len(named) < len(others) or not (others or table.header_rows):
        return False
    return _are_centred(named) or max(map(_height_in_lines, last)) <= _FEW_LINES


def centres_names(table: DraftTable) -> bool:
    """Whether names stand in the middle of the height of their rows."""
    column = _name_column(table)
    rows = table.rows[table.header_rows :]
    return _are_centred([(cell, row) for row in rows if (cell := _named(row, column)) is not None])


def _are_centred(named: list[tuple[DraftCell, list[DraftCell]]]) -> bool:
    return sum(_hangs_low(name, row) for name, row in named) >= max(0.5 * len(named), 1)


def _named(row: list[DraftCell], column: int) -> DraftCell | None:
    """The cell of a row in a column of names, where it holds something."""
    cell = _cell_at(row, column)
    return None if cell is None or cell.blank else cell


def _cell_at(row: list[DraftCell], column: int) -> DraftCell | None:
    """The cell of a row that covers a column."""
    return next((c for c in row if c.column <= column < c.column + c.column_span), None)


def _height_in_lines(cell: DraftCell) -> int:
    """The lines of a cell, those of the tables in it among them."""
    rows = [row for table in _nested(cell) for row in table.rows]
    return len(cell.lines) + sum(max(map(_height_in_lines, row)) for row in rows)


def _nested(cell: DraftCell) -> list[DraftTable]:
    return [item for item in cell.items if isinstance(item, DraftTable)]


def _hangs_low(name: DraftCell, row: list[DraftCell]) -> bool:
    """Whether a name begins lower than the other words of its row: it is centred in height."""
    others = [cell.lines[0].baseline for cell in row if cell.lines and cell is not name]
    if not others or not name.lines:
        return False
    return name.lines[0].baseline > min(others) + 0.4 * name.lines[0].size


def _fills_one_column(last: list[DraftCell], row: list[DraftCell]) -> bool:
    """Below a name that is merged over several rows: whether a row holds one cell of text, in the
    last column that the row above has text in.
    """
    filled = [cell.column for cell in row if not cell.blank]
    above = [cell.column for cell in last if not cell.blank]
    return len(filled) == 1 and filled == above[-1:]


def _name_goes_on(before: DraftCell, after: DraftCell) -> bool:
    """Whether a name is cut: within a word, or at the foot of its cell within a phrase."""
    lowest, highest = before.lines[-1], after.lines[0]
    at_foot = before.box[3] - lowest.bottom < 1.6 * lowest.size
    last, lower = lowest.words[-1].text, bool(_LOWER.match(highest.text))
    hyphen = last.endswith("-")
    if hyphen and lower and last[-2:-1].islower():
        return True
    return at_foot and (hyphen or lower or is_small_word(last))


def _name_column(table: DraftTable) -> int:
    """The first column that holds words in most rows; numbers and the widest column apart."""
    widths = [right - left for left, right in zip(table.xs, table.xs[1:], strict=False)]
    widest = widths.index(max(widths))
    filled: dict[int, list[str]] = {}
    rows = table.rows[table.header_rows or 0 :] or table.rows
    for row in rows:
        for cell in row:
            if cell.lines and cell.column_span == 1:
                filled.setdefault(cell.column, []).append(cell.text)
    for column in sorted(filled):
        texts = filled[column]
        wordy = sum(any(letter.isalpha() for letter in text) for text in texts)
        if column != widest and wordy >= 0.5 * len(rows):
            return column
    return 0
