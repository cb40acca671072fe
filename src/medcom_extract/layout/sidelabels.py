"""Labels that stand left of their text without any lines between: a table that only space shows.

Read line by line, label and text would mingle; so each label is read before the text beside it.
"""

import itertools
from collections import Counter

from medcom_extract.layout.headers import segments
from medcom_extract.layout.lines import Line

__all__ = ["part_labels"]

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


def part_labels(lines: list[Line]) -> list[tuple[list[Line], float | None]]:
    """The lines in runs to be read one after the other: a label, its text, the next label ...

    Each with the right edge that its lines may reach; None for that of the whole.  All lines in
    one run where there are no labels beside text.
    """
    head = _headed(lines)
    rest = lines[len(head) :]
    gutter = _gutter(rest)
    if gutter is None:
        return [(lines, None)]
    left, right = _sides(rest, gutter)
    blocks = _blocks(left, _pitch(right))
    if not _are_labels(blocks, left, right):
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
    usual = Counter(line.words[-1].size for line in lines).most_common(1)[0][0] if lines else 0.0
    return list(itertools.takewhile(lambda line: line.words[0].size > 1.08 * usual, lines))


def _gutter(lines: list[Line]) -> float | None:
    """Where the text begins beside the labels: an x at which lines begin after a wide space."""
    if len(lines) < _LEAST_STARTS:
        return None
    first, last = min(line.x0 for line in lines), max(line.x1 for line in lines)
    starts = Counter(
        round(group[0].x0)
        for line in lines
        for group in segments(line)
        if first + 25 < group[0].x0 < first + _BROADEST * (last - first)
    )
    for near, _ in starts.most_common(3):
        count = sum(starts[x] for x in (near - 1, near, near + 1))
        if count >= max(_LEAST_STARTS, 0.6 * len(lines)) and not _crossed(lines, near - 1.0):
            return near - 1.0
    return None


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
    """Whether blocks are labels: several, short, in line, each level with a line of text, and
    less than the text beside them.
    """
    if len(blocks) < _LEAST_LABELS or len(left) > len(right):
        return False
    edge = min(line.x0 for line in left)
    level = [any(abs(one.baseline - block[0].baseline) < 2.0 for one in right) for block in blocks]
    texts = [" ".join(line.text for line in block) for block in blocks]
    short = all(len(text) <= _LONGEST_LABEL and text[:1].isalpha() for text in texts)
    return short and all(level) and all(line.x0 - edge < _SAME for line in left)
