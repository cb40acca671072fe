"""Words to lines."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from medcom_extract.document import Box
from medcom_extract.layout.page import Artwork, Rule, Word

__all__ = ["Line", "is_symbol", "lines_of", "mark_underlines"]

_SAME_LINE = 0.5
"""Share of the lower word's height that two words of one line overlap in at least."""

_UNDERLINE = 0.35
"""Share of the font size below the baseline within which an underline stands."""


class Line:
    """Words side by side, from left to right.

    ``bullet`` is a list label taken off its start, ``label_x`` where that began.  The measures are
    worked out once, as are the text and the weight: they are asked for tens of times a line.
    ``size`` is the size of most of its letters.  ``memo`` is where the search for tables without
    lines keeps how a header parts the line.
    """

    __slots__ = (
        "_bold", "_text", "_underline", "baseline", "bottom", "bullet", "label_x", "marks", "memo",
        "page", "size", "top", "words", "x0", "x1",
    )  # fmt: skip

    def __init__(self, words: list[Word], page: int, bullet: str | None = None):
        self.page = page
        self.bullet = bullet
        self.label_x: float | None = None
        self.marks: list[Artwork] = []
        self._measure(words)

    def _measure(self, words: list[Word]) -> None:
        self.memo: tuple[object, list[list[Word]]] | None = None
        self._text: str | None = None
        self._bold: bool | None = None
        self._underline: bool | None = None
        self.words = words
        self.x0 = words[0].x0
        if len(words) == 1:
            word = words[0]
            self.x1, self.top, self.bottom = word.x1, word.top, word.bottom
            self.baseline, self.size = word.baseline, word.size
            return
        first = words[0]
        x1, baseline, size = first.x1, first.baseline, first.size
        mixed = False
        for word in words:
            x1 = max(x1, word.x1)
            if word.baseline != baseline or word.size != size:
                mixed = True
        self.x1 = x1
        if mixed:
            self._measure_mixed(words)
            return
        self.top, self.bottom = first.top, first.bottom
        self.baseline, self.size = baseline, size

    def _measure_mixed(self, words: list[Word]) -> None:
        """The measures of words of several sizes, or on several levels."""
        self.top = min([word.top for word in words])
        self.bottom = max([word.bottom for word in words])
        self.baseline = sorted([word.baseline for word in words])[len(words) // 2]
        weights: dict[float, int] = {}
        for word in words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        self.size = max(weights, key=weights.__getitem__)

    def take_label(self, bullet: str) -> None:
        """Take the first word off as a list label."""
        self.bullet, self.label_x = bullet, self.x0
        self._measure(self.words[1:])

    @property
    def box(self) -> Box:
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def text(self) -> str:
        """The words as printed, hyphens at the end kept."""
        if self._text is None:
            self._text = _spaced(self.words)
        return self._text

    @property
    def bold(self) -> bool:
        if self._bold is None:
            self._bold = all(word.bold for word in self.words)
        return self._bold

    @property
    def underline(self) -> bool:
        if self._underline is None:
            self._underline = all(word.underline for word in self.words)
        return self._underline


def _spaced(words: list[Word]) -> str:
    if not any(word.glued for word in words):
        return " ".join([word.text for word in words])
    pieces = [words[0].text]
    for index in range(1, len(words)):
        pieces.append("" if is_glued(words, index) else " ")
        pieces.append(words[index].text)
    return "".join(pieces)


def is_glued(words: list[Word], index: int) -> bool:
    """Whether no space stands between a word and the one before it on the line."""
    if index == 0 or not words[index].glued:
        return False
    gap = words[index].x0 - words[index - 1].x1
    return gap < 0.2 * words[index].size


def lines_of(words: list[Word], page: int) -> list[Line]:
    """Group words into lines by vertical overlap, from top to bottom.

    Raised and lowered letters go with the line they overlap, and so does a sign, however large: a
    dot beside two lines makes them no one line.  Turned text makes lines of its own, after all
    others.
    """
    turned = [word for word in words if word.angle]
    level = sorted([w for w in words if not w.angle] if turned else words, key=_BY_PLACE)
    groups: list[tuple[Word, list[Word]]] = []
    mixed = False  # words of one baseline are in order as they are
    for word in level:
        if groups:
            biggest, group = groups[-1]
            if group[-1].baseline == word.baseline and word.size <= biggest.size:
                group.append(word)
                if word.size < biggest.size and _outweighs(word, biggest):
                    groups[-1] = (word, group)
                continue
        for index in range(len(groups) - 1, max(len(groups) - 4, -1), -1):
            biggest, group = groups[index]
            if _beside(biggest, word):
                group.append(word)
                mixed = True
                if word.size != biggest.size and _outweighs(word, biggest):
                    groups[index] = (word, group)
                break
        else:
            groups.append((word, [word]))
    if mixed:
        for _, group in groups:
            group.sort(key=_BY_LEFT)
    lines = [Line(group, page) for _, group in groups]
    lines.sort(key=_BY_PLACE)
    return lines + _turned_lines(turned, page) if turned else lines


_BY_PLACE = attrgetter("baseline", "x0")
_BY_LEFT = attrgetter("x0")
_BY_HEIGHT = attrgetter("baseline")


def _outweighs(word: Word, biggest: Word) -> bool:
    """Whether a word rather than the biggest one so far tells where its line runs."""
    if word.size > biggest.size:
        return not is_symbol(word)
    return word.size < biggest.size and is_symbol(biggest) and not is_symbol(word)


def _beside(other: Word, word: Word) -> bool:
    """Whether a word stands on the line of another, the biggest one there."""
    bottom = other.bottom if other.bottom < word.bottom else word.bottom
    top = other.top if other.top > word.top else word.top
    return bottom - top >= _SAME_LINE * (other.size if other.size < word.size else word.size)


def is_symbol(word: Word) -> bool:
    """Whether a word is a single sign, such as a disc or an emoji."""
    return len(word.text) <= 2 and not word.text.isascii() and not word.text[0].isalnum()


def _turned_lines(words: list[Word], page: int) -> list[Line]:
    """Text that runs up or down: words that share a column of the page are one line."""
    groups: list[list[Word]] = []
    for word in words:  # in the order of the file, which is the reading order within a line
        last = groups[-1][-1] if groups else None
        if last and last.angle == word.angle and abs(last.x0 - word.x0) < 0.5 * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Line(group, page) for group in groups]


def mark_underlines(words: list[Word], rules: list[Rule]) -> list[Rule]:
    """Mark the words that a thin rule underlines; give back the rules that underline nothing.

    An underline stands within a third of the font size below the baseline and ends with the
    words; a table's rule goes on beyond them.
    """
    flat = [rule for rule in rules if rule.horizontal and rule.bottom - rule.top < 2.5]
    if not flat:
        return rules
    rest = [rule for rule in rules if not (rule.horizontal and rule.bottom - rule.top < 2.5)]
    ordered = sorted(words, key=_BY_HEIGHT)
    baselines = [word.baseline for word in ordered]
    tallest = max([word.size for word in words], default=0.0)
    for rule in flat:
        middle = (rule.top + rule.bottom) / 2
        first = bisect_left(baselines, middle - _UNDERLINE * tallest)
        above = ordered[first : bisect_right(baselines, middle)]
        near = [w for w in above if _stands_on(w, rule, middle)]
        if near and _ends_with(near, rule):
            for word in near:
                word.underline = True
        else:
            rest.append(rule)
    return rest


def _stands_on(word: Word, rule: Rule, middle: float) -> bool:
    close = middle - word.baseline <= _UNDERLINE * word.size
    return close and word.x0 < rule.x1 - 0.5 and word.x1 > rule.x0 + 0.5


def _ends_with(words: list[Word], rule: Rule) -> bool:
    return min(w.x0 for w in words) - 2 <= rule.x0 and rule.x1 <= max(w.x1 for w in words) + 2
