"""Tables without a full set of lines: where they stand, and where their columns part.

Columns come from the words that head them and the white space below; where no header is known,
from white space that runs through a stack of rules or stripes, or between keys and values that
stand in line.  Rows are the business of ``rows``.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from medcom_extract.document import Box
from medcom_extract.layout.boxes import around
from medcom_extract.layout.grid import Grid
from medcom_extract.layout.headers import Header, HeaderCell, find_headers, segments
from medcom_extract.layout.lines import Line, lines_of
from medcom_extract.layout.page import Word
from medcom_extract.layout.rows import grid_of
from medcom_extract.layout.stacks import find_stacks
from medcom_extract.layout.tables import Sheet

__all__ = ["unruled_grids"]

_HEADING = 1.12
"""Times the size of a table's text from which a line is a heading and ends the table."""

_TITLE = 1.5
"""The same for a title right below the header, which stands within the table whatever its size."""

_SAME_TEXT = 1.65
"""Times the font size that two lines of one text stand apart at most."""

_CLEAR_TITLE, _NEAR_TITLE = 0.65, 3.0
"""Times the size of its letters that a title between two rows stands apart from them."""

_SET_IN = 20.0
"""Points right of a header that the words of its column begin at most."""


@dataclass(slots=True)
class Region:
    """A stretch of a page that holds a table; ``header`` is None where it carries one on."""

    sheet: int
    lines: list[Line]
    header: Header | None = None
    xs: list[float] = field(default_factory=list)

    @property
    def box(self) -> Box:
        return around(line.box for line in self.lines + (self.header.lines if self.header else []))


def unruled_grids(sheets: list[Sheet], phrases: frozenset[str]) -> list[list[Grid]]:
    """Grids for each sheet, worked out from what no ruled grid has taken.

    ``phrases`` are known column headers in lower case; without any, only stacks of horizontal
    rules, stripes and aligned keys are looked at.
    """
    groups: dict[tuple[str, ...], list[Region]] = {}
    carried: Header | None = None
    lines = [lines_of([w for w in s.words if not w.angle], s.page.number) for s in sheets]
    for index, own in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else []
        for header, region in _regions(index, own, after, carried, phrases):
            groups.setdefault(header.signature, []).append(region)
            header.starts |= _starts(region.lines, header)
            carried = header
        if not any(r.sheet == index for rs in groups.values() for r in rs):
            carried = None
    grids: list[list[Grid]] = [[] for _ in sheets]
    for group in groups.values():
        header = next(r.header for r in group if r.header is not None)
        xs = _columns(header.cells, group, sheets)
        for region in group:
            grids[region.sheet].append(
                grid_of(sheets[region.sheet], xs, region.box, region.header, region.lines)
            )
    gutters: list[float] = []
    for index, sheet in enumerate(sheets):
        taken = [grid.box for grid in grids[index]]
        free = [line for line in lines[index] if not any(_within(line, box) for box in taken)]
        others = [line for line in lines[index] if any(_within(line, box) for box in taken)]
        for xs, box, found in find_stacks(sheet, free, others, gutters):
            grids[index].append(grid_of(sheet, xs, box, None, found))
    return grids


def _regions(
    index: int, lines: list[Line], after: list[Line], carried: Header | None,
    phrases: frozenset[str],
) -> Iterable[tuple[Header, Region]]:  # fmt: skip
    """The stretches of a page that belong to a header on it, or to one of the page before.

    A header at the foot of a page heads the rows that begin the next (``after``).
    """
    headers = find_headers(lines, phrases)
    starts = [lines.index(header.lines[0]) for header in headers] + [len(lines)]
    if carried is not None:
        carried.spanning |= _going_on(lines[: starts[0]], carried)
        yield from ((carried, r) for r in _stretches(index, lines[: starts[0]], carried))
    for number, header in enumerate(headers):
        begin = starts[number] + len(header.lines)
        below = lines[begin : starts[number + 1]]
        header.bold_names = _names_are_bold(below, header)
        header.spanning |= _going_on(below, header)
        first, rest = _first_stretch(below, header)
        if first or (not below and _begins_below(index, after, header)):
            yield header, Region(index, first, header)
        yield from ((header, region) for region in _stretches(index, rest, header))


def _begins_below(index: int, after: list[Line], header: Header) -> bool:
    """Whether the lines of the next page begin with rows of a header's table."""
    first = next(iter(_stretches(index + 1, after, header)), None)
    return first is not None and first.lines[0] is after[0]


def _first_stretch(lines: list[Line], header: Header) -> tuple[list[Line], list[Line]]:
    """The lines below a header up to the first that ends the table, and the rest.

    A title right below the header or between two rows, such as a section's, is a row of the table.
    """
    titled = bool(lines) and _breaks(lines[0], header) and lines[0].bold
    titled = titled and lines[0].size <= _TITLE * header.lines[0].size
    for number, line in enumerate(lines):
        if _parts_rows(lines, number, header):
            continue
        if _breaks(line, header) and not (titled and number == 0):
            found = lines[:number] if number > titled else []
            return found, lines[len(found) :]
    return lines, []


def _parts_rows(lines: list[Line], number: int, header: Header) -> bool:
    """Whether a line is a bold title in the first column, between two rows and near to both."""
    if not 0 < number < len(lines) - 1:
        return False
    above, line, below = lines[number - 1 : number + 2]
    spaces = [(line.top - above.bottom) / line.size, (below.top - line.bottom) / line.size]
    near = _CLEAR_TITLE < min(spaces) and max(spaces) < _NEAR_TITLE
    title = line.bold and line.size <= _HEADING * header.lines[0].size
    if not (near and title and _keeps_left(line, header)):
        return False
    pieces = _pieces(below, header.cells)
    row = len(pieces) > 1 and _zone(pieces[0], header.cells) == 0
    return row and not _breaks(above, header) and not _breaks(below, header)


def _keeps_left(line: Line, header: Header) -> bool:
    """Whether a line is one piece of text that begins in the first column."""
    pieces = _pieces(line, header.cells)
    return len(pieces) == 1 and _zone(pieces[0], header.cells) == 0


def _stretches(index: int, lines: list[Line], header: Header) -> Iterable[Region]:
    """Runs of lines that keep to a header's columns, each over two columns somewhere."""
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and not _breaks(line, header):
            run.append(line)
            continue
        if _is_tabular(run, header, opens=bool(run) and run[0] is lines[0]):
            yield Region(index, run)
        run = []


def _breaks(line: Line, header: Header) -> bool:
    """Whether a line runs over two columns, or is a heading: large, or bold where names are not."""
    if line.size > _HEADING * header.lines[0].size:
        return True
    cells = header.cells
    if line.bold and not header.bold_names and _zone(line.words, cells) == 0:
        return len(_pieces(line, cells)) == 1
    pieces = _pieces(line, cells)
    if id(line) in header.spanning:
        return False
    return any(_crosses(words, cells) and not _spans(words, pieces, cells) for words in pieces)


def _crosses(words: list[Word], cells: list[HeaderCell]) -> bool:
    """Whether a piece of a line runs from one column far into another."""
    return any(
        words[0].x0 <= cells[j - 1].x1 and words[-1].x1 >= (cells[j].x0 + cells[j].x1) / 2
        for j in range(1, len(cells))
        if words[0].x0 < cells[j].x0 - 3
    )


def _spans(words: list[Word], pieces: list[list[Word]], cells: list[HeaderCell]) -> bool:
    """Whether a piece that crosses columns is a cell over them: it begins in line with a header,
    beside the name of its row.
    """
    level = any(abs(words[0].x0 - cell.x0) < 3.0 for cell in cells[1:])
    return level and words is not pieces[0] and _zone(pieces[0], cells) == 0


def _going_on(lines: list[Line], header: Header) -> set[int]:
    """The lines that go on with a cell over several columns, by their identities."""
    found: set[int] = set()
    edge: float | None = None
    for above, line in itertools.pairwise(lines):
        pieces = _pieces(above, header.cells)
        spanning = [p for p in pieces if _crosses(p, header.cells)]
        if id(above) not in found:
            edge = next((p[0].x0 for p in spanning if _spans(p, pieces, header.cells)), None)
        last = _pieces(line, header.cells)[-1]
        near = line.baseline - above.baseline < _SAME_TEXT * line.size
        if edge is not None and near and abs(last[0].x0 - edge) < 1.0:
            found.add(id(line))
    return found


def _names_are_bold(lines: list[Line], header: Header) -> bool:
    """Whether most rows begin in bold, by the lines that have words in the first column and
    another.
    """
    bold = [
        all(word.bold for word in pieces[0])
        for line in lines
        if len(pieces := _pieces(line, header.cells)) > 1
        and _zone(pieces[0], header.cells) == 0
        and _zone(pieces[-1], header.cells) > 0
    ]
    return bool(bold) and 2 * sum(bold) > len(bold)


def _pieces(line: Line, cells: list[HeaderCell]) -> list[list[Word]]:
    """The words of a line in groups: apart by a wide space, or where one begins in line with a
    header (narrow gutters are no wider than the spaces of a justified line).
    """
    if line.memo is not None and line.memo[0] is cells:
        return line.memo[1]
    pieces: list[list[Word]] = []
    line.memo = (cells, pieces)
    for group in segments(line):
        pieces.append([group[0]])
        for before, word in zip(group, group[1:], strict=False):
            apart = word.x0 - before.x1 > 0.3 * word.size
            if apart and any(abs(word.x0 - cell.x0) < 2.0 for cell in cells):
                pieces.append([])
            pieces[-1].append(word)
    return pieces


def _starts(lines: list[Line], header: Header) -> set[int]:
    """Where words right of the first column begin, in whole points."""
    groups = [words for line in lines for words in _pieces(line, header.cells)]
    return {round(words[0].x0) for words in groups if _zone(words, header.cells) > 0}


def _is_tabular(run: list[Line], header: Header, *, opens: bool) -> bool:
    """Whether some line of a run has words in two columns.

    At the top of a page (``opens``) words in one column are enough, where all begin in line with
    a header right of the first, or a little set in as rows before are: the rest of a row.
    """
    pieces = [_pieces(line, header.cells) for line in run]
    starts = [words[0].x0 for found in pieces for words in found]
    aligned = sum(
        any(-3 <= start - cell.x0 <= _SET_IN for cell in header.cells) for start in starts
    )
    if not starts or aligned < 0.7 * len(starts):
        return False
    over = [
        line for line, found in zip(run, pieces, strict=True)
        if len({_zone(words, header.cells) for words in found}) > 1
    ]  # fmt: skip
    if over:  # a single line may have a word in line with a header by chance
        return len(over) > 1 or len(segments(over[0])) > 1
    zones = {_zone(words, header.cells) for found in pieces for words in found}
    edge = header.cells[zones.pop()].x0 if zones != {0} else None
    if not opens or edge is None or min(starts) < edge - 3.0:
        return False
    return min(starts) < edge + 3.0 or round(min(starts)) in header.starts


def _zone(words: list[Word], cells: list[HeaderCell]) -> int:
    """The column that a group of words begins in."""
    zone = 0
    for j in range(1, len(cells)):
        slack = (cells[j].x0 - cells[j - 1].x1) / 2
        if words[0].x0 >= cells[j].x0 - slack:
            zone = j
    return zone


def _columns(cells: list[HeaderCell], group: list[Region], sheets: list[Sheet]) -> list[float]:
    """Column lines for all regions of one header: the widest white space between two headers."""
    spans: list[tuple[float, float]] = [(cell.x0, cell.x1) for cell in cells]
    for region in group:
        spans += [
            (w.x0, w.x1)
            for line in region.lines
            for words in _pieces(line, cells)
            if not _crosses(words, cells)
            for w in words
        ]
        top, bottom = region.box[1], region.box[3]
        spans += [
            (art.x0, art.x1)
            for art in sheets[region.sheet].artwork
            if top <= (art.top + art.bottom) / 2 <= bottom and art.x1 - art.x0 < 120
        ]
    xs = [min(low for low, _ in spans) - 3.0]
    for one, other in itertools.pairwise(cells):
        xs.append(_gutter(spans, one.x0, other.x1, other.x0))
    ends = [line.x1 for region in group for line in region.lines]
    return [*xs, max([*ends, *(high for _, high in spans)]) + 3.0]


def _gutter(spans: list[tuple[float, float]], low: float, high: float, start: float) -> float:
    """The right end of the widest stretch between two edges that no span covers."""
    inside = sorted((a, b) for a, b in spans if b > low and a < high)
    best, reach = (0.0, start - 1.0), low
    for a, b in inside:
        if a - reach > best[0]:
            best = (a - reach, a - min(2.0, (a - reach) / 2))
        reach = max(reach, b)
    return best[1]


def _within(line: Line, box: Box) -> bool:
    middle = (line.top + line.bottom) / 2
    return box[1] <= middle <= box[3] and line.x0 < box[2] and line.x1 > box[0]
