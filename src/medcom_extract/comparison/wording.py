"""What a text is about, as weighed concepts: lemmas, parts of compounds, paraphrases, parties.

"Frigivelse af testprotokollen" and "testprotokoller udgives" come out as nearly the same concepts.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from medcom_extract.danish.lemmas import lemma

__all__ = ["Wording", "read_wording", "split_compound"]

# Words with inner hyphens, slashes apart; "v1.0" and "3.0" stay whole.
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)?(?:-[^\W_]+)*")
# Endings that turn a verb into a noun, longest first, and the vowel that is left of a verb.
_ENDINGS = ("elserne", "elsen", "else", "ningen", "ning", "ingen", "ing", "sel", "hed", "e")
_SHORTEST_STEM = 3
_SHORTEST_COMPOUND, _SHORTEST_LAST = 7, 4
# Weights beside a word of its own, which has 1: common words, parts of compounds, paraphrases.
_COMMON, _PART, _GROUP = 0.25, 0.6, 0.7


@dataclass(frozen=True, slots=True)
class Wording:
    """Concepts of a text with their weight (0 to 1), and the words as written that carry them."""

    weights: Mapping[str, float]
    words: Mapping[str, str]


@lru_cache(maxsize=50_000)
def read_wording(text: str, parties: tuple[str, ...] = ()) -> Wording:
    """The concepts of a text; ``parties`` are canonical ids of parties named in it."""
    weights: dict[str, float] = {}
    words: dict[str, str] = {}
    for match in _WORD.finditer(text):
        for concept, weight in _concepts(match[0]):
            if weight > weights.get(concept, 0.0):
                weights[concept] = weight
                words[concept] = match[0]
    for party in parties:
        weights[f"#{party}"] = 1.0
        words[f"#{party}"] = party
    return Wording(MappingProxyType(weights), MappingProxyType(words))


@lru_cache(maxsize=50_000)
def _concepts(word: str) -> tuple[tuple[str, float], ...]:
    """The concepts of one word, each with its weight; a compound gives its parts too."""
    if word.isdigit() or len(word) < 2:
        return ()
    if "-" in word:
        parts = [part for part in word.split("-") if len(part) > 1]
        pairs = [pair for part in parts for pair in _concepts(part)]
        group = _table().groups.get(word.lower())
        return (*pairs, (group, _GROUP)) if group else tuple(pairs)
    base = lemma(word if word.isupper() else word.lower()).lower()
    known = _table()
    if base in known.empty or word.lower() in known.empty:
        return ()
    weight = _COMMON if base in known.common or word.lower() in known.common else 1.0
    concepts = {_stem(base): weight}
    for part in (base, *split_compound(base)):
        share = weight * (1.0 if part == base else _PART)
        if part in known.common:
            share = min(share, _COMMON)
        if part not in known.empty:
            concepts.setdefault(_stem(part), share)
            group = known.groups.get(part) or known.groups.get(_stem(part))
            if group:
                concepts.setdefault(group, share * _GROUP)
    return tuple(concepts.items())


@lru_cache(maxsize=50_000)
def _stem(base: str) -> str:
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST_STEM:
            return base.removesuffix(ending)
    return base


@lru_cache(maxsize=50_000)
def split_compound(base: str) -> tuple[str, ...]:
    """The parts of a compound, empty where it is none: "postkasseregister" is three words.

    Danish compounds mostly grow at the end, so the longest first part is taken.
    """
    if len(base) < _SHORTEST_COMPOUND or not base.isalpha():
        return ()
    for cut in range(len(base) - _SHORTEST_LAST, _SHORTEST_STEM - 1, -1):
        first, last = _unlink(base[:cut]), base[cut:]
        if first and _is_word(last) and first not in _table().particles:
            return (*(split_compound(first) or (first,)), last)
    return ()


def _unlink(first: str) -> str | None:
    """A first part as a word of its own, without the s that links it; None where it is none."""
    for form in (first, first.removesuffix("s")):
        if len(form) >= _SHORTEST_STEM and _is_word(form):
            return form
    return None


@lru_cache(maxsize=50_000)
def _is_word(part: str) -> bool:
    """Whether it stands in the dictionary as a lemma, and is no mere ending ("forsink|else")."""
    from simplemma import is_known

    return bool(is_known(part, lang="da")) and lemma(part) == part and part not in _table().endings


@dataclass(frozen=True, slots=True)
class _Table:
    empty: frozenset[str]
    common: frozenset[str]
    particles: frozenset[str]
    endings: frozenset[str]
    groups: Mapping[str, str]


@cache
def _table() -> _Table:
    text = files("medcom_extract.comparison").joinpath("data/wordings.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return _Table(
        empty=frozenset((*table["stop"], *table["time"])),
        common=frozenset(table["common"]),
        particles=frozenset(table["particles"]),
        endings=frozenset(table["endings"]),
        groups=_name_groups(table["groups"]),
    )


def _name_groups(groups: Iterable[list[str]]) -> dict[str, str]:
    """Lemma and stem to the group's first word, marked so that it meets no plain stem."""
    names: dict[str, str] = {}
    for group in groups:
        for word in group:
            names.setdefault(word, f"={group[0]}")
    for word, name in list(names.items()):
        names.setdefault(_stem(word), name)
    return names
