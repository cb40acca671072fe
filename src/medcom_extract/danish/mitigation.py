"""The sentences of a risk that say what is done about it."""

import re
from functools import cache

from medcom_extract.danish.sentences import split_sentences
from medcom_extract.danish.spans import Sentence
from medcom_extract.danish.tables import read_table

__all__ = ["find_mitigation"]


def find_mitigation(text: str) -> list[Sentence]:
    """The sentences that tell of handling, done or planned, in order."""
    return [sentence for sentence in split_sentences(text) if _pattern().search(sentence.text)]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(read_table("mitigation")["patterns"]), re.IGNORECASE)
