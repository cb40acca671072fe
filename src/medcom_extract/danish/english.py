"""Telling an English sentence from a Danish one: some projects report in English."""

import re
from functools import cache, lru_cache

from medcom_extract.danish.tables import read_table

__all__ = ["is_english"]


@lru_cache(maxsize=64)
def is_english(text: str) -> bool:
    """Whether more English than Danish function words stand in the text."""
    return len(_pattern("english").findall(text)) > len(_pattern("danish").findall(text))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = "|".join(read_table("functionwords")[language])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
