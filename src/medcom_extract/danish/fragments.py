"""Words that a program has cut in two without a hyphen, since they are wider than their cell."""

from functools import cache, lru_cache

from medcom_extract.danish.names import read_aliases
from medcom_extract.danish.tables import read_table

__all__ = ["cuts_word", "is_listed", "is_small_word", "is_word"]

_SHORTEST_PART = 4
"""Letters of a part of a compound at least; shorter ones are found in anything."""

_JOINTS = ("", "s", "e")


def cuts_word(before: str, after: str) -> bool:
    """Whether two texts, at the end of one line and the start of the next, are parts of one word.

    They are where the whole is a word and they are not two, or where neither is one; an ending
    that is a word too ("er", "en") goes with what makes a word with it.  A whole that stands in
    the dictionary goes before a first part that is only made up of words ("korrespondancemeddel").

    >>> cuts_word("Udskrivningsrap", "port"), cuts_word("Konferencen", "afholdes")
    (True, False)
    """
    first, second = before.casefold(), after.casefold()
    if before.isupper() or not second.isalpha():
        return False  # an abbreviation, or a figure
    one, other = is_word(first), is_word(second)
    if second in _table()["endings"] and _takes_ending(first, second):
        return True
    if one and other and is_listed(first + second) and not is_listed(first):
        return True
    return not (one and other) and (is_word(first + second) or not (one or other))


def is_small_word(text: str) -> bool:
    """Whether a text is a word of up to three letters in lower case, such as "og" and "for"."""
    return text in _table()["words"]


@lru_cache(maxsize=4096)
def is_word(text: str) -> bool:
    """Whether a text in lower case is a Danish word, a name that the library knows, or a compound
    of words.  The first call in a process loads a dictionary (nearly a second).
    """
    if len(text) < _SHORTEST_PART:
        return is_small_word(text)
    return is_listed(text) or _is_compound(text, parts=3)


def _takes_ending(word: str, ending: str) -> bool:
    """Whether a word, or the last part of a compound, is one with an ending too."""
    tails = [word, *(word[cut:] for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))]
    return any(is_listed(tail) and is_listed(tail + ending) for tail in tails)


def _is_compound(text: str, parts: int) -> bool:
    for cut in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1):
        if not any(
            text[:cut].endswith(joint) and is_listed(text[: cut - len(joint)])
            for joint in _JOINTS
            if cut - len(joint) >= _SHORTEST_PART
        ):
            continue
        rest = text[cut:]
        if is_listed(rest) or (parts > 2 and _is_compound(rest, parts - 1)):
            return True
    return False


@lru_cache(maxsize=16384)
def is_listed(text: str) -> bool:
    """Whether a text in lower case stands in the dictionary, or is a name that is known."""
    import simplemma

    return text in _names() or bool(simplemma.is_known(text, lang="da"))


@cache
def _names() -> frozenset[str]:
    return frozenset(alias.text.casefold() for alias in read_aliases() if " " not in alias.text)


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_table("fragments").items()}
