"""Telling an English sentence from a Danish one: some projects report in English."""

import re
from functools import cache, lru_cache

from medcom_extract.danish.tables import read_table

__all__ = ["is_english"]

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def is_english(text: str, *, unsure: bool = False) -> bool:
    """Whether more English than Danish function words stand in the text; ``unsure`` if neither."""
    english, danish = _words()
    words = _WORD.findall(text.casefold())
    more = sum((word in english) - (word in danish) for word in words)
    return more > 0 or (unsure and more == 0 and english.union(danish).isdisjoint(words))


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = read_table("languages")
    return frozenset(table["english"]), frozenset(table["danish"])
