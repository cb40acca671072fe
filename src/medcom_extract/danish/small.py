"""The short words that hold sentences together."""

from functools import cache

from medcom_extract.danish.tables import read_table

__all__ = ["is_small_word"]


def is_small_word(text: str) -> bool:
    """Whether a text in lower case is a Danish or English word of up to three letters.

    >>> is_small_word("og"), is_small_word("ng")
    (True, False)
    """
    return text in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(read_table("small")["words"])
