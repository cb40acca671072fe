"""Lines of a page whose text runs in two columns with a narrow gutter between them.

Lines are told by height first, so that two columns whose lines stand a few points apart in height
mingle.  Where a strip of white runs down between two bodies of text, the words on its two sides are
made lines of their own.
"""

from medcom_extract.layout.lines import Line, lines_of
from medcom_extract.layout.page import Word

__all__ = ["lines_in_columns", "text_gutter"]

_STRIP = 7.0
"""Points of white space between two columns of text, at least."""

_LEAST_LINES = 5
"""Lines that begin at the right column's edge, and lines that end near the left one's, at least."""

_LEAST_AGAIN = 2
"""The same where an earlier page of the document has its gutter at that place."""

_FULL = 0.75
"""Share of the left column's width that its full lines reach."""


def lines_in_columns(
    words: list[Word],
    page: int,
    lines: list[Line] | None = None,
    gutters: list[float] | None = None,
) -> list[Line]:
    """Lines of a page's body from top to bottom; those of two columns are kept apart.

    ``lines`` are those of the words, where they are known already.  ``gutters`` are those of
    earlier pages, which this page's is added to: a last page may hold too little to tell.
    """
    lines = lines_of(words, page) if lines is None else lines
    gutter = text_gutter(words, lines) or _gutter_again(words, lines, gutters or [])
    if gutter is None:
        return lines
    if gutters is not None:
        gutters.append(gutter)
    whole: list[Line] = []
    left: list[Word] = []
    right: list[Word] = []
    for line in lines:
        if any(_crosses(word, gutter) for word in line.words):
            whole.append(line)
            continue
        left += [word for word in line.words if word.x0 < gutter]
        right += [word for word in line.words if word.x0 >= gutter]
    parted = whole + lines_of(left, page) + lines_of(right, page)
    return sorted(parted, key=lambda line: (line.baseline, line.x0))


def text_gutter(words: list[Word], lines: list[Line]) -> float | None:
    """The left edge of the right one of two columns of text; None where there are not two.

    Many lines begin there beside words of a left column whose lines come near to it, and next to
    no words cross the strip before it.
    """
    if len(lines) < 2 * _LEAST_LINES:
        return None
    first, last = min(word.x0 for word in words), max(word.x1 for word in words)
    starts: dict[int, list[float]] = {}
    for word in words:
        if first + 0.3 * (last - first) < word.x0 < first + 0.7 * (last - first):
            starts.setdefault(round(word.x0), []).append(word.x0)
    best: tuple[int, float] | None = None
    often = [near for near in starts if len(starts[near]) >= _LEAST_LINES]
    for near in sorted(often, key=lambda x: -len(starts[x]))[:8]:
        x = min(starts[near]) - 0.5
        score = _parts(lines, x, first)
        if score >= _LEAST_LINES and (best is None or score > best[0]):
            best = (score, x)
    return best[1] if best else None


def _gutter_again(words: list[Word], lines: list[Line], gutters: list[float]) -> float | None:
    """The gutter of an earlier page that parts this one too."""
    first = min((word.x0 for word in words), default=0.0)
    for x in dict.fromkeys(reversed(gutters)):
        if _parts(lines, x, first, _LEAST_AGAIN) >= _LEAST_AGAIN:
            return x
    return None


def _parts(lines: list[Line], x: float, first: float, least: int = _LEAST_LINES) -> int:
    """How many lines have words on both sides of a gutter; 0 where it is none."""
    both = begun = full = crossing = 0
    for line in lines:
        if any(_crosses(word, x) for word in line.words):
            crossing += 1
            continue
        left = [word for word in line.words if word.x0 < x]
        right = [word for word in line.words if word.x0 >= x]
        both += bool(left) and bool(right)
        begun += bool(right) and right[0].x0 < x + 1.5
        full += bool(left) and max(word.x1 for word in left) - first > _FULL * (x - first)
    # Where an earlier page tells of the gutter, a strip that nothing crosses is enough.
    clear = crossing == 0 and least < _LEAST_LINES
    fair = begun >= least and full >= least and (clear or full >= 0.3 * both)
    return both if fair and crossing <= 0.4 * both else 0


def _crosses(word: Word, x: float) -> bool:
    return word.x0 < x and word.x1 > x - _STRIP + 1.0
