"""Column headers that run into each other: "ProjektstatusAktuelle risici".

A header wider than its column sticks out, up to the next one, and no white space parts the two, or
no more than a space between words.
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

_SPACE = 0.4
"""Times the font size that a space between words is wide at most."""

_LEVEL, _LEAST_BELOW = 1.0, 3
"""Points within which words stand in line, and how many do at least."""

_SHORTEST = 10
"""Letters of two headers together, at least."""


def part_collided(words: list[Word], phrases: frozenset[str]) -> list[Word]:
    """The words of a page, those parted that are two known column headers (``phrases``, in lower
    case) with words below the second.
    """
    if not phrases:
        return words
    found: dict[int, tuple[Word, ...]] = {}
    telling = [
        at for at, word in enumerate(words)
        if word.bold or (len(word.text) >= _SHORTEST and not word.text[1:].islower())
    ]  # fmt: skip
    for at in telling:  # few words are
        word = words[at]
        if len(word.text) >= _SHORTEST and (seam := _SEAM.search(word.text)):
            parts = _parted(words, at, seam.start(), phrases)
            if parts is not None:
                found[at] = parts
        elif word.bold and _touches_header(words, at, phrases):
            end = max(words[at + 1].x0 - _APART * word.size, word.x0 + 1.0)
            found[at] = (replace(word, x1=end),)
    if not found:
        return words
    return [part for at, word in enumerate(words) for part in found.get(at, (word,))]


def _touches_header(words: list[Word], at: int, phrases: frozenset[str]) -> bool:
    """Whether a header ends no further from the next than a space is wide, in line with the words
    below that one.
    """
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if after is None or not after.bold or after.baseline != word.baseline:
        return False
    if not 0 <= after.x0 - word.x1 < _SPACE * word.size or not after.text[:1].isupper():
        return False
    first, second = word.text.casefold(), after.text.casefold()
    if first not in phrases or second not in phrases or f"{first} {second}" in phrases:
        return False
    below = [w for w in words if w.top > word.bottom and abs(w.x0 - after.x0) < _LEVEL]
    return len(below) >= _LEAST_BELOW


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
