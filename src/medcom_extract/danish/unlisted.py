"""Names that stand in no list: they keep their text and have no id.

A ministry, an agency, a company or a hospital is known by its pattern.  What is written like a
product (capitals inside or throughout, ®) is taken for a system: Danish writes common nouns small.
"""

import re
from functools import cache

from medcom_extract.danish.spans import FoundEntity
from medcom_extract.danish.tables import read_table

__all__ = ["find_unlisted"]

# Bounded, so that a text of thousands of hyphens stays cheap.
_NAME = r"[A-ZÆØÅ][\w'’&-]{0,40}"
# Capitals inside a word, throughout it, or a digit behind capitals: openEHR, TDX, SMART4, X-Ray.
_PRODUCT = re.compile(
    r"(?<![\w./-])(?:[a-zæøå]{0,6}[A-ZÆØÅ][a-zæøå]*[A-ZÆØÅ][\wæøå]*|[A-ZÆØÅ]-[A-ZÆØÅ]\w+"
    r"|[A-ZÆØÅ][\w-]*(?=®|™))(?![./]\w)"
)


def find_unlisted(text: str, taken: list[tuple[int, int]]) -> list[FoundEntity]:
    """Names beyond the lists; ``taken`` are the places of those already found."""
    found: list[FoundEntity] = []
    for label, pattern in (*_patterns(), ("system", _PRODUCT)):
        for match in pattern.finditer(text):
            span = match.span()
            places = [*taken, *(entity.span for entity in found)]
            if any(span[0] < end and start < span[1] for start, end in places):
                continue
            if label != "system" or _looks_like_a_system(match.group()):
                found.append(FoundEntity(match.group(), label, None, span))
    return found


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Label and pattern of each kind of name, by the words of the table."""
    listed: dict[str, list[str]] = read_table("unlisted")["names"]
    words = {key: "|".join(map(re.escape, entries)) for key, entries in listed.items()}
    agency = rf"[A-ZÆØÅ][a-zæøå]+(?:s- og [A-ZÆØÅ]?[a-zæøå]+)?(?:{words['agency_endings']})"
    patterns = (
        ("organisation", rf"\b(?:{words['agencies_for']}) {_NAME}(?:(?:,\s| og | ){_NAME})*"),
        ("organisation", rf"\b{agency}\b"),
        ("organisation", rf"\b(?:{_NAME} ){{1,3}}(?:{words['behind_a_name']})\b"),
        ("organisation", rf"\b(?:{words['before_a_name']}) {_NAME}"),
        ("vendor", rf"\b{_NAME}(?: {_NAME}){{0,3}} (?:{words['companies']})(?!\w)"),
        ("municipality", rf"\b{_NAME}(?: {_NAME})? (?:{words['municipalities']})\b"),
    )
    return tuple((label, re.compile(pattern)) for label, pattern in patterns)


def _looks_like_a_system(word: str) -> bool:
    bare = word.rstrip("s'’").casefold()
    return len(word) > 2 and bare not in _ordinary() and not re.fullmatch(r"[IVXLC]+", word)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(read_table("unlisted")["not_names"]["words"])
