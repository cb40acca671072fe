"""Telling an English sentence from a Danish one: some projects report in English."""

import re
from functools import cache, lru_cache
from typing import Literal

from medcom_extract.danish.tables import read_table

__all__ = ["is_english"]

_WORD = re.compile(r"[^\W\d_]+")
_DANISH_LETTERS = re.compile(r"(?<!\w)[a-zæøå]*[æøå]")


def is_english(text: str, *, among: str = "") -> bool:
    """Whether a text is English; one whose words do not tell is in the language of ``among``."""
    told = _language(text)
    return (told if told or not among else _language(among)) == "en"


@lru_cache(maxsize=64)
def _language(text: str) -> Literal["en", "da"] | None:
    """The language of which more function words stand in the text; None where there are none.

    A small word with a Danish letter is a Danish one; a name ("Sjælland") may stand anywhere.
    """
    english, danish = _words()
    words = _WORD.findall(text.casefold())
    letters = len(_DANISH_LETTERS.findall(text))
    more = sum((word in english) - (word in danish) for word in words) - letters
    if more == 0 and not letters and english.union(danish).isdisjoint(words):
        return None
    return "en" if more > 0 else "da"


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = read_table("functionwords")
    return frozenset(table["english"]), frozenset(table["danish"])
