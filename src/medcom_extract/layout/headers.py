"""Header rows of tables that have no lines: told by the words that head columns."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Word

__all__ = ["Header", "HeaderCell", "find_headers", "segments"]

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_SENTENCE = re.compile(r"[a-zæøå]{5,}\.$")

_EVEN = 1.2
"""Times the smallest distance of two lines of a header that the largest is at most."""

_MOST_LINES = 3
"""Lines of one header row at the most."""

_WIDE, _NARROW = 0.9, 0.45
"""Times the font size that words of two cells stand apart, in wide and in narrow tables."""

_LONGEST_PHRASE = 8
"""Words of a column header at the most."""

_MOST_WORDS = 30
"""Words of one line of a header at the most."""

_LEAST_LABELS = 3
"""Cells of a header row that is told by rare wordings, at least: all of them are known."""

_LEAST_KNOWN = 0.5
"""Share of a header's cells that hold known words, at least (and never fewer than two)."""


@dataclass(slots=True)
class HeaderCell:
    """The words that head one column.  Where they begin and end is asked for again and again."""

    words: list[Word]
    x0: float = field(init=False)
    x1: float = field(init=False)

    def __post_init__(self) -> None:
        self._measure()

    def _measure(self) -> None:
        self.x0 = min([word.x0 for word in self.words])
        self.x1 = max([word.x1 for word in self.words])

    def take(self, words: list[Word]) -> None:
        """Go on with words of the next line."""
        self.words.extend(words)
        self._measure()

    @property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])


@dataclass(slots=True)
class Header:
    """A header row: its cells from left to right and the lines it takes.

    ``bold_names`` tells that the rows below begin in bold, so that a bold line is no title.
    ``spanning`` holds the identities of lines that go on with a cell over several columns,
    ``starts`` where words of its rows begin, right of the first column.
    """

    cells: list[HeaderCell]
    lines: list[Line]
    bold_names: bool = False
    spanning: set[int] = field(default_factory=set)
    starts: set[int] = field(default_factory=set)

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in self.lines)

    @property
    def signature(self) -> tuple[str, ...]:
        """The same for the same header on another page."""
        return tuple(f"{_plain(cell.text)}@{round(cell.x0 / 6)}" for cell in self.cells)


def segments(line: Line, space: float = _WIDE) -> list[list[Word]]:
    """The words of a line in groups that stand apart by more than a wide space."""
    groups: list[list[Word]] = []
    for word in line.words:
        if groups and word.x0 - groups[-1][-1].x1 <= space * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def find_headers(lines: list[Line], phrases: frozenset[str]) -> list[Header]:
    """Header rows among the lines of a page, from top to bottom.

    ``phrases`` are known column headers in lower case.  A header may take up to three lines.
    """
    found: list[Header] = []
    if not phrases:
        return found
    hits = [_hits(line, phrases) for line in lines]
    index = 0
    while index < len(lines):
        near = any(hits[index : index + _MOST_LINES])
        header = _header_at(lines, index, phrases) if near else None
        if header is None or _labels_below(header, lines, phrases):
            index += 1
        else:
            found.append(header)
            index += len(header.lines)
    return found


def _labels_below(header: Header, lines: list[Line], phrases: frozenset[str]) -> bool:
    """Whether two words side by side are labels of a page of two columns: further known words
    stand alone above or below both of them.
    """
    if len(header.cells) != 2:
        return False
    edges = [cell.x0 for cell in header.cells]
    again = " ".join(cell.text for cell in header.cells)
    labelled: set[int] = set()
    for line in lines:
        if line in header.lines or line.text == again:  # the header of a further table
            continue
        known = [words[0].x0 for words in segments(line) if _text(words) in phrases]
        if line.top > header.bottom or len(known) == 1:
            labelled |= {n for n, edge in enumerate(edges) for x in known if abs(x - edge) < 1.5}
    return len(labelled) == 2


def _text(words: list[Word]) -> str:
    return _plain(" ".join([word.text for word in words]))


def _hits(line: Line, phrases: frozenset[str]) -> bool:
    """A quick look: whether some words of a line, apart from others, are a known header.

    A header over several lines has a cell of one line, too.
    """
    words = line.words
    if len(words) > _MOST_WORDS:
        return False
    if _row_of_labels(line, phrases):
        return True
    return any(
        _plain(" ".join(word.text for word in group)) in phrases
        for group in segments(line, _NARROW)
        if len(group) <= _LONGEST_PHRASE
    )


def _row_of_labels(line: Line, phrases: frozenset[str]) -> list[list[Word]]:
    """The cells of a bold line of known headers alone, in any of their wordings; [] for another.

    ``phrases`` may answer for wordings that it does not list, by a method ``knows``.
    """
    if len(line.words) < _LEAST_LABELS or not line.bold:
        return []
    cells = segments(line)
    if len(cells) < _LEAST_LABELS or any(len(cell) > _LONGEST_PHRASE for cell in cells):
        return []
    texts = [" ".join(word.text for word in cell) for cell in cells]
    known = all(_knows(text, phrases) for text in texts)
    return cells if known and len(set(map(_plain, texts))) == len(texts) else []


def _header_at(lines: list[Line], index: int, phrases: frozenset[str]) -> Header | None:
    best: tuple[int, Header] | None = None
    for count in range(1, _MOST_LINES + 1):
        group = lines[index : index + count]
        if len(group) < count or not _close(group):
            break
        header = _header_of(group, phrases)
        if header is not None:
            known = _known(header, phrases)
            if best is None or known + _heads_too(header, group[1:], phrases) > best[0]:
                best = (known, header)
    if best is None and (labels := _row_of_labels(lines[index], phrases)):
        return Header([HeaderCell(words) for words in labels], [lines[index]])
    return best[1] if best else None


def _heads_too(header: Header, further: list[Line], phrases: frozenset[str]) -> bool:
    """Whether the further lines of a header are no row below it: they would head columns by
    themselves, or are the ends of known words.
    """
    if not further or _header_of(further, phrases) is not None:
        return bool(further)
    low = {id(word) for line in further for word in line.words}
    ended = [cell for cell in header.cells if any(id(word) in low for word in cell.words)]
    return all(_goes_on_in_bold(cell, low) or _ends_known(cell, low, phrases) for cell in ended)


def _goes_on_in_bold(cell: HeaderCell, low: set[int]) -> bool:
    """Whether further lines go on in lower case with a bold header: no label begins so."""
    below = [word for word in cell.words if id(word) in low]
    above = [word for word in cell.words if id(word) not in low]
    return bool(above) and below[0].text[:1].islower() and all(word.bold for word in cell.words)


def _ends_known(cell: HeaderCell, low: set[int], phrases: frozenset[str]) -> bool:
    """Whether the words of further lines end a known name, or a word of it that is cut in two."""
    first = next(index for index, word in enumerate(cell.words) if id(word) in low)
    above, below = (
        " ".join(w.text for w in words) for words in (cell.words[:first], cell.words[first:])
    )
    if below[0].islower() and _plain(above + below) in phrases:
        return True
    return _knows(cell.text, phrases) and not _labels_first(cell, low, phrases)


def _knows(text: str, phrases: frozenset[str]) -> bool:
    """Whether a text is a known header, in any of its wordings where ``phrases`` can tell."""
    knows: Callable[[str], bool] = getattr(phrases, "knows", phrases.__contains__)
    return knows(_plain(text))


def _labels_first(cell: HeaderCell, low: set[int], phrases: frozenset[str]) -> bool:
    """Whether a name stood whole above words that begin with a capital: a label below a header."""
    above = " ".join(word.text for word in cell.words if id(word) not in low)
    below = next(word.text for word in cell.words if id(word) in low)
    return below[0].isupper() and _plain(above) in phrases


def _close(group: list[Line]) -> bool:
    """Whether lines stand as close, and as evenly, as those of one header do."""
    pairs = list(itertools.pairwise(group))
    gaps = [below.baseline - above.baseline for above, below in pairs]
    even = not gaps or max(gaps) <= _EVEN * max(min(gaps), 0.1)
    near = all(gap < 1.8 * above.size for gap, (above, _) in zip(gaps, pairs, strict=True))
    return even and near and all(abs(below.size - above.size) < 1 for above, below in pairs)


def _header_of(group: list[Line], phrases: frozenset[str]) -> Header | None:
    """The header that lines make up; narrow gutters are tried where wide ones tell too little."""
    found = [header for space in (_WIDE, _NARROW) if (header := _parted(group, phrases, space))]
    return max(found, key=lambda header: _known(header, phrases), default=None)


def _parted(group: list[Line], phrases: frozenset[str], space: float) -> Header | None:
    cells: list[HeaderCell] = []
    for line in group:
        for words in segments(line, space):
            low, high = words[0].x0, words[-1].x1
            home = next((c for c in cells if c.x0 < high and c.x1 > low), None)
            if home is None:
                cells.append(HeaderCell(words))
            else:
                home.take(words)
    if len(cells) < 2 or any(len(cell.text) > 60 for cell in cells):
        return None
    cells.sort(key=lambda cell: cell.x0)
    header = Header(cells, group)
    if not _is_of_one_look(cells):
        return None
    if len({_plain(cell.text) for cell in cells}) < len(cells):
        return None  # labels side by side on a page of two columns
    known = _known(header, phrases)
    return header if known >= 2 and known >= _LEAST_KNOWN * len(cells) else None


def _is_of_one_look(cells: list[HeaderCell]) -> bool:
    """Whether all cells are bold or none is, and none ends a sentence: a label beside the last
    word of a text is no header.
    """
    weights = {word.bold for cell in cells for word in cell.words}
    return len(weights) == 1 and not any(_SENTENCE.search(cell.text) for cell in cells)


def _known(header: Header, phrases: frozenset[str]) -> int:
    return sum(_plain(cell.text) in phrases for cell in header.cells)


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return _EDGES.sub("", re.sub(r"(?<=\w)- (?=[a-zæøå])", "", text).casefold())
