"""Slips of the pen in the words of a date ("septemper"): mended for reading, and warned of."""

from functools import lru_cache

import regex

from medcom_extract.danish.dates.grammar import load_grammar

__all__ = ["Mended", "mend"]

WORD = regex.compile(r"\b\p{Ll}{3,11}\b")
AFTER_A_DAY = regex.compile(r"\d\.?\s?$")
BEFORE_A_YEAR = regex.compile(r"\s(?:19|20)\d\d\b")
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"

Slip = tuple[int, int, str]


class Mended:
    """A text with its slips put right, and the way back to the offsets of the original."""

    def __init__(self, text: str, slips: list[Slip]) -> None:
        pieces, at, shift = [], 0, 0
        self.slips = slips
        self._shifts: list[tuple[int, int]] = []
        for start, end, word in slips:
            pieces += [text[at:start], word]
            at = end
            shift += end - start - len(word)
            self._shifts.append((end - shift, shift))
        self.text = "".join([*pieces, text[at:]]) if slips else text

    def offset(self, position: int) -> int:
        """Turn an offset in the mended text into one in the original."""
        shift = 0
        for until, moved in self._shifts:
            if position >= until:
                shift = moved
        return position + shift


def mend(text: str, lower: str) -> Mended:
    """Put right words that are one slip away from a month or the like.

    Short words ("marts", "juni") are mended only beside a day or a year: too many real words
    resemble them.
    """
    long, short = _slips()
    words = WORD.findall(lower)
    if long.keys().isdisjoint(words) and short.keys().isdisjoint(words):
        return Mended(text, [])
    found: list[Slip] = []
    for word in WORD.finditer(lower):
        letters = word.group()
        if letters in long:
            found.append((word.start(), word.end(), long[letters]))
        elif letters in short and _beside_figures(lower, word.start(), word.end()):
            found.append((word.start(), word.end(), short[letters]))
    return Mended(text, found)


def _beside_figures(lower: str, start: int, end: int) -> bool:
    after_a_day = AFTER_A_DAY.search(lower, max(0, start - 4), start)
    return bool(after_a_day or BEFORE_A_YEAR.match(lower, end))


@lru_cache(maxsize=1)
def _slips() -> tuple[dict[str, str], dict[str, str]]:
    """List all words one slip away from the long and the short words of the table."""
    grammar = load_grammar()
    known = {word for table in grammar.words.values() for word in table}
    known |= set(grammar.spelling["real"])
    return (
        {slip: word for word in grammar.spelling["words"] for slip in _near(word) - known},
        {slip: word for word in grammar.spelling["short"] for slip in _near(word) - known},
    )


def _near(word: str) -> set[str]:
    """Give what one letter more, less, other or swapped makes of a word.

    Its first letter stays, and nothing is added at its end: "septembers" is no slip.
    """
    halves = [(word[:i], word[i:]) for i in range(1, len(word))]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    changed = {a + letter + b[1:] for a, b in halves for letter in LETTERS}
    missing = {a + b[1:] for a, b in halves}
    added = {a + letter + b for a, b in halves for letter in LETTERS}
    return (swapped | changed | missing | added) - {word}
