"""Whether a sentence takes up the one before it, so that both belong to one paragraph."""

import re
from functools import cache

from medcom_extract.danish.tables import read_table

__all__ = ["refers_back"]

_WORD = re.compile(r"[^\W\d_]+")

_STEM = 5
"""Letters that two words share at their start to be one: "billeder", "Billederne"."""


def refers_back(before: str, after: str) -> bool:
    """Whether a sentence begins by taking up the text before it.

    It does where it opens with a word that points back ("Derfor", "Denne"), or where its first
    noun, in the definite form that Danish gives to what is known, has been named already.
    """
    words = _WORD.findall(after)
    if not words:
        return False
    first = words[0].casefold()
    if first in _pointers() or " ".join(words[:4]).casefold().startswith(_openings()):
        return True
    if not first.endswith(("en", "et", "ne")) or len(first) <= _STEM:
        return False
    return any(w.casefold().startswith(first[:_STEM]) for w in _WORD.findall(before))


@cache
def _openings() -> tuple[str, ...]:
    return tuple(read_table("cohesion")["openings"])


@cache
def _pointers() -> frozenset[str]:
    return frozenset(read_table("cohesion")["pointers"])
