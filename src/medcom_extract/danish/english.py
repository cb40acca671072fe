"""Telling an English sentence from a Danish one: some projects report in English."""

import re
from functools import cache, lru_cache

from medcom_extract.danish.tables import read_table

__all__ = ["is_english"]

_WORD = re.compile(r"[^\W\d_]+")
_DANISH_LETTERS = re.compile(r"(?<!\w)[a-zæøå]*[æøå]")


@lru_cache(maxsize=64)
def is_english(text: str, *, unsure: bool = False) -> bool:
    """Whether more English than Danish words stand in the text; ``unsure`` if neither do.

    A small word with a Danish letter is a Danish one; a name ("Sjælland") may stand anywhere.
    """
    english, danish = _words()
    words = _WORD.findall(text.casefold())
    letters = len(_DANISH_LETTERS.findall(text))
    more = sum((word in english) - (word in danish) for word in words) - letters
    told = letters or not english.union(danish).isdisjoint(words)
    return more > 0 or (unsure and not told)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = read_table("languages")
    return frozenset(table["english"]), frozenset(table["danish"])
