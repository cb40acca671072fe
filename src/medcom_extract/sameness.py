"""Whether two files hold one and the same report, as its Word and its PDF should.

This is no comparison of two periods: it lists where two readings of the same words part.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from medcom_extract.report import Report

__all__ = ["Difference", "differences"]

# How a value was read, and from which file, may differ between the forms of one report: what a
# heading's level is only Word knows, and one producer's green is not another's.
_HOW_IT_WAS_READ = {
    "locations",
    "details_locations",
    "evidence",
    "confidence",
    "color",
    "source",
    "level",
    "account",
    "warnings",
}
# Beside a light (what has evidence), words are how it is shown: a picture in one file is the word
# "Gul" in another.
_BESIDE_A_LIGHT = {"text"}
_ALIKE = 0.6
_IDENTITY = ("key", "name", "caption", "url", "text")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two reports part.

    ``path`` names the place (``sections[Almen Praksis].projects[videokonsultation].risks[2].text``
    with places in a list counted from 1); ``one`` and ``other`` are the values as plain data,
    None where the report has nothing there.
    """

    path: str
    one: Any
    other: Any

    def __str__(self) -> str:
        return f"{self.path}: {_show(self.one)} | {_show(self.other)}"


def differences(one: Report, other: Report) -> list[Difference]:
    """Where two reports say different things; empty where they are the same report.

    Left out are the file itself, places, evidence, confidence, colours, outline levels, warnings,
    the words beside a light and the count of words (which includes those).
    """
    return list(_compare("", one.model_dump(mode="json"), other.model_dump(mode="json")))


def _compare(path: str, one: Any, other: Any) -> Iterator[Difference]:
    if isinstance(one, dict) and isinstance(other, dict):
        skipped = _HOW_IT_WAS_READ | (_BESIDE_A_LIGHT if "evidence" in one else set())
        for key in [*one, *(key for key in other if key not in one)]:
            if key not in skipped:
                inner = f"{path}.{key}" if path else key
                yield from _compare(inner, one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list):
        yield from _compare_lists(path, one, other)
    elif one != other:
        yield Difference(path, one, other)


def _compare_lists(path: str, one: list[Any], other: list[Any]) -> Iterator[Difference]:
    """Pair what has the same name, then what is alike; only then compare."""
    pairs = _pair(one, other)
    for left, right in pairs:
        place = _name_place(one, left) if left is not None else _name_place(other, right or 0)
        here = f"{path}[{place}]"
        if left is None or right is None:
            yield Difference(
                here, None if left is None else one[left], None if right is None else other[right]
            )
        else:
            yield from _compare(here, one[left], other[right])
    rights = [right for left, right in pairs if left is not None and right is not None]
    if rights != sorted(rights):
        yield Difference(f"{path} (order)", *(_list_names(items) for items in (one, other)))


def _pair(one: list[Any], other: list[Any]) -> list[tuple[int | None, int | None]]:
    waiting: dict[str, list[int]] = {}
    for place, item in enumerate(other):
        waiting.setdefault(_identify(item), []).append(place)
    found = {
        place: partners.pop(0)
        for place, item in enumerate(one)
        if (partners := waiting.get(_identify(item)))
    }
    left = [place for place in range(len(one)) if place not in found]
    right = sorted(place for places in waiting.values() for place in places)
    found |= _pair_by_likeness(one, other, left, right)
    pairs: list[tuple[int | None, int | None]] = [
        (place, found.get(place)) for place in range(len(one))
    ]
    taken = set(found.values())
    return pairs + [(None, place) for place in right if place not in taken]


def _pair_by_likeness(
    one: list[Any], other: list[Any], left: list[int], right: list[int]
) -> dict[int, int]:
    """Each of what is left over with the one most like it: they may part in a letter only."""
    found: dict[int, int] = {}
    for place in left:
        likeness = {
            partner: _measure_likeness(_identify(one[place]), _identify(other[partner]))
            for partner in right
            if partner not in found.values()
        }
        best = max(likeness, key=lambda partner: likeness[partner], default=None)
        if best is not None and likeness[best] >= _ALIKE:
            found[place] = best
    return found


def _measure_likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # The exact ratio is dear for long texts, the upper bound cheap.
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _identify(item: Any) -> str:
    if isinstance(item, dict):
        return next((str(item[key]) for key in _IDENTITY if item.get(key)), "")
    return str(item)


def _name_place(items: Sequence[Any], place: int) -> str:
    item = items[place]
    named = isinstance(item, dict) and (item.get("key") or item.get("name"))
    return str(named or place + 1)


def _list_names(items: list[Any]) -> list[str]:
    return [textwrap.shorten(_identify(item), 40, placeholder=" …") for item in items]


def _show(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return repr(_identify(value) or textwrap.shorten(repr(value), 160, placeholder=" …"))
    return repr(value)
