"""Tables that nothing heads: rows between horizontal rules or stripes, and keys beside values."""

from collections.abc import Iterable, Sequence

from medcom_extract.document import Box
from medcom_extract.layout.boxes import holds, shared_height
from medcom_extract.layout.cards import is_coloured
from medcom_extract.layout.columns import lines_in_columns
from medcom_extract.layout.headers import segments
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import LARGEST_MARK
from medcom_extract.layout.tables import Sheet

__all__ = ["find_stacks"]

_LEAST_GUTTER = 8.0
"""Points of white space between two columns that no header tells apart."""

_SAME = 3.0
_LEAST_ROWS = 2
_LEAST_WIDE = 150.0
_TOUCH = 1.0

_HEADING = 1.12
"""Times the usual size from which a line is a heading: no stack goes on over one."""

Stack = tuple[list[float], Box, list[Line]]
"""Column lines, box and lines of a table."""


def find_stacks(
    sheet: Sheet,
    lines: list[Line],
    others: Sequence[Line] = (),
    gutters: list[float] | None = None,
) -> Iterable[Stack]:
    """Stacks of rules or stripes with columns between them, then aligned keys and values.

    ``others`` are lines of tables that are known already; ``gutters`` those between the columns of
    text on earlier pages, which this page's is added to.
    """
    taken: list[Box] = []
    for box in _ruled_boxes(sheet, lines, others):
        inside = [line for line in lines if _inside(line, box)]
        xs = _columns(inside, box)
        if len(inside) >= _LEAST_ROWS and len(xs) > 2:
            whole = _with_outer_rows(box, xs, lines, len(inside), _grounds(sheet))
            whole = _with_lit_rows(whole, xs, lines, sheet)
            taken.append(whole)
            yield xs, whole, [line for line in lines if _inside(line, whole)]
    free = [line for line in lines if not any(_inside(line, box) for box in taken)]
    words = [word for line in free for word in line.words]
    yield from _key_values(lines_in_columns(words, sheet.page.number, free, gutters), sheet)


def _ruled_boxes(sheet: Sheet, lines: list[Line], others: Sequence[Line]) -> list[Box]:
    """Boxes of at least three wide rules (or two stripes) with the same ends, no heading between.

    The rules of a row may be drawn cell by cell.
    """
    groups: dict[tuple[int, ...], list[float]] = {}
    edges = [(ends, [y]) for ends, y in _level_rules(sheet) if ends[-1] - ends[0] > _LEAST_WIDE]
    edges += [
        ([fill.x0, fill.x1], [fill.top, fill.bottom])
        for fill in sheet.fills
        if fill.x1 - fill.x0 > _LEAST_WIDE
        and fill.bottom - fill.top < 0.5 * sheet.page.height
        and not any(fill.top < (line.top + line.bottom) / 2 < fill.bottom for line in others)
    ]
    known = [line.baseline for line in others]
    for ends, heights in edges:
        key = tuple(round(x / _SAME) for x in ends)
        groups.setdefault(next((k for k in groups if _alike(k, key)), key), []).extend(heights)
    boxes = []
    for key, found in groups.items():
        joints = [x * _SAME for x in key[1:-1]]
        for ys in _parted(sorted(found), _breaks(lines, joints) + known):
            if len({round(y / _SAME) for y in ys}) >= _LEAST_ROWS + 1:
                boxes.append((key[0] * _SAME, ys[0], key[-1] * _SAME, ys[-1]))
    return sorted(boxes, key=lambda box: box[1])


def _alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 2 for a, b in zip(one, other, strict=True))


def _level_rules(sheet: Sheet) -> list[tuple[list[float], float]]:
    """The horizontal rules by their ends and their height, pieces that touch made one with the
    joints between the ends.
    """
    rules = [
        (round((r.top + r.bottom) / 2, 1), r.x0, r.x1) for r in sheet.page.rules if r.horizontal
    ]
    found: list[tuple[list[float], float]] = []
    for y, x0, x1 in sorted(rules):
        ends, height = found[-1] if found else ([0.0], -1.0)
        if height == y and abs(x0 - ends[-1]) <= _TOUCH:
            ends.append(x1)
        else:
            found.append(([x0, x1], y))
    return found


def _breaks(lines: list[Line], joints: list[float]) -> list[float]:
    """The heights of lines that are no rows of a stack: set larger than most, or with a word that
    runs over a joint of its rules.
    """
    sizes = sorted(line.size for line in lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    return [
        line.baseline for line in lines
        if line.size > _HEADING * usual
        or any(word.x0 < x - _SAME and word.x1 > x + _SAME for word in line.words for x in joints)
    ]  # fmt: skip


def _parted(heights: list[float], breaks: list[float]) -> list[list[float]]:
    """Heights in runs: cut where a line that is no row stands between two of them."""
    runs: list[list[float]] = []
    for y in heights:
        if runs and not any(runs[-1][-1] < height < y for height in breaks):
            runs[-1].append(y)
        else:
            runs.append([y])
    return runs


def _columns(lines: list[Line], box: Box) -> list[float]:
    """Column lines by the white space that runs through all lines of a box."""
    spans = sorted((w.x0, w.x1) for line in lines for w in line.words)
    xs = [box[0]]
    reach = box[0]
    for low, high in spans:
        if low - reach >= _LEAST_GUTTER and reach > box[0]:
            xs.append(low - 2.0)
        reach = max(reach, high)
    return [*xs, box[2]]


def _grounds(sheet: Sheet) -> list[Box]:
    """The boxes of small artwork and fills: words may stand on one, a little set in."""
    boxes = [art.box for art in sheet.artwork] + [fill.box for fill in sheet.fills]
    return [box for box in boxes if max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK]


def _with_outer_rows(
    box: Box, xs: list[float], lines: list[Line], rows: int, grounds: list[Box]
) -> Box:
    """A box with the row above its first rule and the one below its last, where rules only part
    the rows: words in two columns, as close as the rows inside, in line with them.
    """
    left, top, right, bottom = box
    pitch = max((bottom - top) / rows, 8.0)
    for line in lines:
        if left - 4 <= line.x0 and line.x1 <= right + 4 and _keeps_to(line, xs, grounds):
            if top - 1.2 * pitch < line.top and line.bottom <= top + 2:
                top = min(top, line.top - 1)
            elif line.bottom < bottom + 1.2 * pitch and line.top >= bottom - 2:
                bottom = max(bottom, line.bottom + 1)
    return (left, top, right, bottom)


def _with_lit_rows(box: Box, xs: list[float], lines: list[Line], sheet: Sheet) -> Box:
    """A box with the row above or below it that is a key beside a coloured ground without words."""
    left, top, right, bottom = box
    for fill in sheet.fills:
        level = [line for line in lines if shared_height(line.box, fill.box) > 0]
        column = any(abs(fill.x0 - x) < 2 * _SAME for x in xs[1:-1])
        ends = abs(fill.x1 - right) < 2 * _SAME and is_coloured(fill.color)
        keyed = len(level) == 1 and left - 4 <= level[0].x0 and level[0].x1 < fill.x0
        if column and ends and keyed and abs(fill.bottom - top) < _SAME:
            top = min(fill.top, level[0].top)
        elif column and ends and keyed and abs(fill.top - bottom) < _SAME:
            bottom = max(fill.bottom, level[0].bottom)
    return (left, top, right, bottom)


def _keeps_to(line: Line, xs: list[float], grounds: list[Box]) -> bool:
    """Whether a line has words in its first column and another, each in line with the column, or
    on a ground of its own that is.
    """
    groups = segments(line, 1.2)
    starts = [
        min([group[0].x0, *(box[0] for box in grounds if holds(box, group[0].box))])
        for group in groups
    ]
    crossing = any(
        group[0].x0 < x - _SAME and group[-1].x1 > x + _SAME for group in groups for x in xs
    )
    level = [x for x in starts if any(abs(x - edge - 2.0) < _SAME for edge in xs[1:-1])]
    return not crossing and len(groups) > 1 and len(level) == len(groups) - 1 and starts[0] < xs[1]


def _key_values(lines: list[Line], sheet: Sheet) -> Iterable[Stack]:
    """Runs of lines with a bold key (or one with a colon) and a value that begin in line.

    A mark may stand in place of a value.
    """
    run: list[Line] = []
    waiting: list[Line] = []
    column: tuple[float, float] | None = None
    for line in [*lines, None]:
        place = _key_value(line) if line is not None else None
        marked = line is not None and _is_marked_key(line, sheet)
        if line is not None and _joins(line, run, column, place, marked=marked):
            run.append(line)
            continue
        if column is not None and sum(_key_value(one) is not None for one in run) >= _LEAST_ROWS:
            yield _stack(run, column[1], sheet)
        run, column = ([*waiting, line], place) if line is not None and place else ([], None)
        waiting = [line] if line is not None and marked and not place else []


def _joins(
    line: Line,
    run: list[Line],
    column: tuple[float, float] | None,
    place: tuple[float, float] | None,
    *,
    marked: bool,
) -> bool:
    """Whether a line goes on with a run of keys and values, by a value or by a mark."""
    if column is None or not run:
        return False
    return (marked and abs(line.x0 - column[0]) < _SAME) or _goes_on(line, run, column, place)


def _is_marked_key(line: Line, sheet: Sheet) -> bool:
    """Whether a bold key stands alone on its line, with a mark or a shaded cell right of it."""
    if not line.bold or len(segments(line, 1.2)) != 1 or len(line.words) > 4:
        return False
    middle = (line.top + line.bottom) / 2
    shades = (fill for fill in sheet.fills if fill.bottom - fill.top < 3 * line.size)
    return any(art.x0 > line.x1 and art.top < middle < art.bottom for art in sheet.artwork) or any(
        fill.x0 > line.x1 and fill.top < middle < fill.bottom for fill in shades
    )


def _key_value(line: Line) -> tuple[float, float] | None:
    """Where a key and its value begin; None where a line is no such pair."""
    groups = segments(line, 1.2)
    if len(groups) != 2:
        return None
    key, value = groups
    colon = key[-1].text.endswith(":")
    weight = all(w.bold for w in key) and not any(w.bold for w in value)
    if len(key) > 4 or not (colon or weight):
        return None
    return key[0].x0, value[0].x0


def _goes_on(
    line: Line, run: list[Line], column: tuple[float, float], place: tuple[float, float] | None
) -> bool:
    if line.baseline - run[-1].baseline > 3.2 * line.size:
        return False
    if place is not None:
        return abs(place[0] - column[0]) < _SAME and abs(place[1] - column[1]) < _SAME
    return abs(line.x0 - column[1]) < _SAME and len(segments(line, 1.2)) == 1


def _stack(run: list[Line], middle: float, sheet: Sheet) -> Stack:
    """A run as a table; marks in place of values may stand right of all words."""
    marks = [
        art.x1 for art in sheet.artwork
        if art.x0 > middle and max(art.x1 - art.x0, art.bottom - art.top) <= LARGEST_MARK
        and any(shared_height(art.box, line.box) > 0 for line in run)
    ]  # fmt: skip
    left, right = min(line.x0 for line in run), max([*(line.x1 for line in run), *marks])
    box = (left - 2, run[0].top - 1, right + 2, run[-1].bottom + 1)
    return [left - 2, middle - 2, right + 2], box, run


def _inside(line: Line, box: Box) -> bool:
    middle = (line.top + line.bottom) / 2
    return box[1] - 2 <= middle <= box[3] + 2 and line.x0 >= box[0] - 4 and line.x1 <= box[2] + 4
