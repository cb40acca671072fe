"""Column headers that run into each other: "ProjektstatusAktuelle risici".

A header wider than its column sticks out, up to the next one, and no white space parts the two.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from medcom_extract.layout.page import Word

__all__ = ["part_collided"]

_SEAM = re.compile(r"(?<=[a-zæøå]{3})(?=[A-ZÆØÅ][a-zæøå]{2})")

_NEAR = 0.8
"""Times the font size between where letters of middling width would have the second header begin
and where words below it do.
"""

_APART = 2.0
"""Times the font size by which the first is made to end before the second: as one that fits."""

_LONGEST_PHRASE = 4

_SHORTEST = 10
"""Letters of two headers together, at least."""


def part_collided(words: list[Word], phrases: frozenset[str]) -> list[Word]:
    """The words of a page, those parted that are two known column headers (``phrases``, in lower
    case) with words below the second.
    """
    if not phrases:
        return words
    found: dict[int, tuple[Word, Word]] = {}
    for at, word in enumerate(words):
        if len(word.text) >= _SHORTEST and (seam := _SEAM.search(word.text)):
            parts = _parted(words, at, seam.start(), phrases)
            if parts is not None:
                found[at] = parts
    if not found:
        return words
    return [part for at, word in enumerate(words) for part in found.get(at, (word,))]


def _parted(
    words: list[Word], at: int, seam: int, phrases: frozenset[str]
) -> tuple[Word, Word] | None:
    word = words[at]
    first, second = word.text[:seam], word.text[seam:]
    if first.casefold() not in phrases or not _heads(second, words, at, phrases):
        return None
    about = word.x0 + (word.x1 - word.x0) * seam / len(word.text)
    below = [
        other.x0 for other in words
        if other.top > word.bottom and abs(other.x0 - about) < _NEAR * word.size
    ]  # fmt: skip
    if not below:
        return None
    x = min(below, key=lambda start: abs(start - about))
    end = max(x - _APART * word.size, word.x0 + 1.0)
    return replace(word, text=first, x1=end), replace(word, text=second, x0=x, glued=False)


def _heads(text: str, words: list[Word], at: int, phrases: frozenset[str]) -> bool:
    """Whether a text is a known header, with some of the words that follow it on its line."""
    level = [w for w in words[at + 1 : at + _LONGEST_PHRASE] if w.baseline == words[at].baseline]
    longer = [" ".join([text, *(w.text for w in level[:count])]) for count in range(len(level) + 1)]
    knows: Callable[[str], bool] = getattr(phrases, "knows", phrases.__contains__)
    return any(knows(phrase.casefold()) for phrase in longer)
