"""Words to lines."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from statistics import median

from medcom_extract.document import Box
from medcom_extract.layout.page import Artwork, Rule, Word

__all__ = ["Line", "lines_of", "mark_underlines"]

_SAME_LINE = 0.5
"""Share of the lower word's height that two words of one line overlap in at least."""

_UNDERLINE = 0.35
"""Share of the font size below the baseline within which an underline stands."""


@dataclass(slots=True)
class Line:
    """Words side by side, from left to right.  ``bullet`` is a list label taken off its start."""

    words: list[Word]
    page: int
    bullet: str | None = None
    marks: list[Artwork] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def baseline(self) -> float:
        return median(word.baseline for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        if len(self.words) == 1:
            return self.words[0].size
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda size: weights[size])

    @property
    def box(self) -> Box:
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def text(self) -> str:
        """The words as printed, hyphens at the end kept."""
        pieces = [word.text for word in self.words[:1]]
        for index in range(1, len(self.words)):
            pieces.append("" if is_glued(self.words, index) else " ")
            pieces.append(self.words[index].text)
        return "".join(pieces)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def underline(self) -> bool:
        return all(word.underline for word in self.words)


def is_glued(words: list[Word], index: int) -> bool:
    """Whether no space stands between a word and the one before it on the line."""
    if index == 0 or not words[index].glued:
        return False
    gap = words[index].x0 - words[index - 1].x1
    return gap < 0.2 * words[index].size


def lines_of(words: list[Word], page: int) -> list[Line]:
    """Group words into lines by vertical overlap, from top to bottom.

    Raised and lowered letters go with the line they overlap.  Turned text makes lines of its own.
    """
    level = sorted((w for w in words if not w.angle), key=lambda w: (w.baseline, w.x0))
    groups: list[list[Word]] = []
    for word in level:
        group = next((g for g in reversed(groups[-3:]) if _beside(g, word)), None)
        if group is None:
            groups.append([word])
        else:
            group.append(word)
    lines = [Line(sorted(group, key=lambda w: w.x0), page) for group in groups]
    lines.sort(key=lambda line: (line.baseline, line.x0))
    return lines + _turned_lines([w for w in words if w.angle], page)


def _beside(group: list[Word], word: Word) -> bool:
    """Whether a word stands on the line that a group makes up, by its biggest word."""
    other = max(group[-6:], key=lambda w: w.size)
    overlap = min(other.bottom, word.bottom) - max(other.top, word.top)
    return overlap >= _SAME_LINE * min(other.size, word.size)


def _turned_lines(words: list[Word], page: int) -> list[Line]:
    """Text that runs up or down: words that share a column of the page are one line."""
    lines: list[Line] = []
    for word in words:  # in the order of the file, which is the reading order within a line
        last = lines[-1].words[-1] if lines else None
        if last and last.angle == word.angle and abs(last.x0 - word.x0) < 0.5 * word.size:
            lines[-1].words.append(word)
        else:
            lines.append(Line([word], page))
    return lines


def mark_underlines(words: list[Word], rules: list[Rule]) -> list[Rule]:
    """Mark the words that a thin rule underlines; give back the rules that underline nothing.

    An underline stands within a third of the font size below the baseline and ends with the
    words; a table's rule goes on beyond them.
    """
    flat = [rule for rule in rules if rule.horizontal and rule.bottom - rule.top < 2.5]
    if not flat:
        return rules
    rest = [rule for rule in rules if not (rule.horizontal and rule.bottom - rule.top < 2.5)]
    ordered = sorted(words, key=lambda w: w.baseline)
    baselines = [word.baseline for word in ordered]
    tallest = max((word.size for word in words), default=0.0)
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
