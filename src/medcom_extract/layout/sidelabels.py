"""Labels that stand left of their text without any lines between: a table that only space shows.

Read line by line, label and text would mingle; so each label is read before the text beside it.
"""

import itertools
from collections import Counter

from medcom_extract.layout.lines import Line

__all__ = ["part_labels", "usual_gutter"]

_LEAST_STARTS = 3
"""Lines of text that begin in line beside the labels, at least."""

_LEAST_LABELS = 2
_SAME = 1.5
_STRIP = 5.0
"""Points of white space between the labels and their text, at least."""

_BROADEST = 0.45
"""Share of the whole width that the labels take at most."""

_LONGEST_LABEL = 60
_USUAL_PITCH = 1.3

_APART = 0.4
"""Share of the font size by which a word stands apart; a space is 0.2 to 0.33 wide."""


def usual_gutter(bodies: list[tuple[float, list[Line]]]) -> float | None:
    """How far right of their left edges most boxes part labels from text; None for no boxes that
    do.  ``bodies`` are left edges and lines.
    """
    found = Counter(
        round(gutter - left)
        for left, lines in bodies
        if (gutter := _gutter(lines[len(_headed(lines)) :])) is not None
    )
    most = found.most_common(1)
    return float(most[0][0]) if most and most[0][1] >= _LEAST_LABELS else None


def part_labels(
    lines: list[Line], known: float | None = None
) -> list[tuple[list[Line], float | None]]:
    """The lines in runs to be read one after the other: a label, its text, the next label ...

    Each with the right edge that its lines may reach; None for that of the whole.  All lines in
    one run where there are no labels beside text.  ``known`` is where text begins in other boxes
    of this form: then a single label is one too.
    """
    if known is None and len(lines) < _LEAST_STARTS:
        return [(lines, None)]  # most cells of tables
    head = _headed(lines)
    rest = lines[len(head) :]
    gutter = _gutter(rest)
    if gutter is None and known is not None and not _crossed(rest, known):
        gutter = known
    if gutter is None:
        return [(lines, None)]
    left, right = _sides(rest, gutter)
    blocks = _blocks(left, _pitch(right))
    least = 1 if known is not None else _LEAST_LABELS
    if len(blocks) < least or not _are_labels(blocks, left, right):
        return [(lines, None)]
    tops = [block[0].top - 1.0 for block in blocks]
    before = [line for line in right if line.top < tops[0]]
    runs: list[tuple[list[Line], float | None]] = [(run, None) for run in (head, before) if run]
    for block, low, high in zip(blocks, tops, [*tops[1:], float("inf")], strict=True):
        runs.append((block, gutter - _STRIP))
        text = [line for line in right if low <= line.top < high]
        if text:
            runs.append((text, None))
    return runs


def _headed(lines: list[Line]) -> list[Line]:
    """The lines at the top that begin larger than most: a name over the labels."""
    if not lines or lines[0].words[0].size <= 1.08 * min([line.words[-1].size for line in lines]):
        return []  # nearly always, so without counting
    usual = Counter(line.words[-1].size for line in lines).most_common(1)[0][0]
    return list(itertools.takewhile(lambda line: line.words[0].size > 1.08 * usual, lines))


def _gutter(lines: list[Line]) -> float | None:
    """Where the text begins beside the labels: an x at which lines begin after a wide space."""
    if len(lines) < _LEAST_STARTS:
        return None
    first, last = min([line.x0 for line in lines]), max([line.x1 for line in lines])
    low, high = first + 25, first + _BROADEST * (last - first)
    found = [round(x) for line in lines for x in _starts(line) if low < x < high]
    if len(found) < _LEAST_STARTS:
        return None  # most cells are plain text
    starts = Counter(found)
    for near, _ in starts.most_common(3):
        count = sum(starts[x] for x in (near - 1, near, near + 1))
        beside = sum(line.x1 > near for line in lines)
        if count >= max(_LEAST_STARTS, 0.6 * beside) and not _crossed(lines, near - 1.0):
            return near - 1.0
    return None


def _starts(line: Line) -> list[float]:
    """Where words of a line begin that stand apart from the word before them."""
    pairs = itertools.pairwise(line.words)
    return [line.x0, *(word.x0 for one, word in pairs if word.x0 - one.x1 > _APART * word.size)]


def _crossed(lines: list[Line], x: float) -> bool:
    return any(word.x0 < x and word.x1 > x - _STRIP + 1 for line in lines for word in line.words)


def _sides(lines: list[Line], x: float) -> tuple[list[Line], list[Line]]:
    """The lines cut at a gutter.  A list item keeps its label on the side where its text is."""
    left, right = [], []
    for line in lines:
        words = [word for word in line.words if word.x0 < x]
        rest = line.words[len(words) :]
        if not words:
            right.append(line)
        elif not rest:
            left.append(line)
        else:
            left.append(Line(words, line.page, line.bullet))
            right.append(Line(rest, line.page))
    return left, right


def _pitch(lines: list[Line]) -> float:
    """The smallest distance of two lines of text, as a share of their size."""
    pairs = itertools.pairwise(lines)
    ratios = [(below.baseline - above.baseline) / above.size for above, below in pairs]
    return min([ratio for ratio in ratios if ratio >= 0.9], default=_USUAL_PITCH)


def _blocks(lines: list[Line], pitch: float) -> list[list[Line]]:
    """Labels of one or more lines: lines in line, no further apart than those of a paragraph."""
    reach = 1.2 * min(pitch, _USUAL_PITCH)
    blocks: list[list[Line]] = []
    for line in lines:
        above = blocks[-1][-1] if blocks else None
        if above is not None and line.baseline - above.baseline < reach * line.size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _are_labels(blocks: list[list[Line]], left: list[Line], right: list[Line]) -> bool:
    """Whether blocks are labels: short, in line, each level with a line of text, and no more than
    the text beside them.
    """
    if len(left) > len(right) + len(blocks):
        return False
    edge = min(line.x0 for line in left)
    level = [any(abs(one.baseline - block[0].baseline) < 2.0 for one in right) for block in blocks]
    texts = [" ".join(line.text for line in block) for block in blocks]
    short = all(len(text) <= _LONGEST_LABEL and text[:1].isalpha() for text in texts)
    return short and all(level) and all(line.x0 - edge < _SAME for line in left)
