"""Rows of names: "Vejen, Odder og Greve kommuner", "Region Sjælland og Syddanmark".

Some names are common words, or parts of other names.  They count where they stand in a row with a
certain name of their kind, or beside the word that says what they are.
"""

import re

from medcom_extract.danish.names import Alias

__all__ = ["keep_weak"]

Match = tuple[tuple[int, int], Alias]

_BETWEEN = re.compile(r"\s*(?:,|og|samt|eller|and|/|-\s?og)\s*(?:og\s+)?")
_KINDS = {"municipality": "kommune", "region": "region"}
_WORD_AFTER = re.compile(r"s?\s+(?P<word>kommuner?|kommunerne)\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(
    r"\b(?P<word>kommune(?:r|rne)?|region(?:er|erne)?)[\s:(]+$", re.IGNORECASE
)


def keep_weak(text: str, matches: list[Match]) -> list[Match]:
    """The matches without those weak ones that nothing confirms; matches come in order."""
    kept: list[Match] = []
    row: list[Match] = []
    for match in matches:
        if row and not _continues(text, row[-1], match):
            kept += _settle(text, row)
            row = []
        row.append(match)
    return kept + (_settle(text, row) if row else [])


def _continues(text: str, before: Match, match: Match) -> bool:
    if before[1].name.label != match[1].name.label:
        return before[0] == match[0]
    between = text[before[0][1] : match[0][0]]
    return before[0] == match[0] or _BETWEEN.fullmatch(between) is not None


def _settle(text: str, row: list[Match]) -> list[Match]:
    if any(not alias.weak for _, alias in row) or _is_named(text, row):
        return row
    return []


def _is_named(text: str, row: list[Match]) -> bool:
    """Whether the word for their kind stands right before or behind the row."""
    kind = _KINDS.get(row[0][1].name.label, "")
    after = _WORD_AFTER.match(text, row[-1][0][1])
    before = _WORD_BEFORE.search(text, 0, row[0][0][0])
    found = [match["word"].casefold() for match in (after, before) if match]
    return bool(kind) and any(word.startswith(kind) for word in found)
