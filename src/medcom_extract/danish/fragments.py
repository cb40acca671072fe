"""Letters that cannot stand as a word: what is left of one that a program cut without a hyphen."""

import re
from functools import cache

from medcom_extract.danish.tables import read_table

__all__ = ["is_fragment"]

_ONSET = re.compile(r"[bcdfghjklmnpqrstvwxz]+")


def is_fragment(text: str) -> bool:
    """Whether a text in lower case can only be the end of a word.

    It can where it is up to three letters long and no small word, begins as no Danish or English
    word does, or begins with an ending.

    >>> is_fragment("ng"), is_fragment("ltning"), is_fragment("og"), is_fragment("behandlet")
    (True, True, False, False)
    """
    table = _table()
    if len(text) < 4:
        return text not in table["words"]
    if text.startswith(table["endings"]):
        return True
    onset = _ONSET.match(text)
    return onset is not None and len(onset[0]) > 1 and onset[0] not in table["onsets"]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in read_table("fragments").items()}
