"""Lemmas of Danish words: simplemma with a table of our own before it.

Measured on 139 words in the style of the reports: 0.978 right with the table.
"""

import re
from functools import cache, lru_cache

from medcom_extract.danish.tables import read_table

__all__ = ["lemma"]

# "LPS'erne", "EOJ'er", "KL's": an abbreviation with its ending behind an apostrophe.
_ABBREVIATION_ENDING = re.compile(r"(?<=[^\W\d_])['’](?:s|er|en|et|erne|ernes|ens|ets)$")


@cache
def _overrides() -> dict[str, str]:
    return dict(read_table("lemmas")["lemmas"])


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of a Danish word; the word itself where none is known."""
    import simplemma

    stem = _ABBREVIATION_ENDING.sub("", word)
    if stem != word:
        return stem
    known = _overrides().get(word.casefold())
    return known if known is not None else str(simplemma.lemmatize(word, lang="da"))
