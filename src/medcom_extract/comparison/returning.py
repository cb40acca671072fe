"""Projects that stand in no report just now, kept so that those which may come back are found fast.

Over a long series many projects end.  Weighing each new project against all of them would cost
more with every report, so only those are weighed that share a name or enough rare words with it.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from medcom_extract.comparison.matching import LIKE_NAME, name_likeness, share_needed
from medcom_extract.comparison.portraits import Portrait, spells
from medcom_extract.comparison.weighing import Rarity

__all__ = ["Absentees"]


class Absentees:
    """The portraits of absent projects, by a number each."""

    def __init__(self) -> None:
        self._portraits: dict[int, Portrait] = {}
        self._names: dict[int, str] = {}
        self._by_concept: dict[str, set[int]] = {}
        self._by_name: dict[str, set[int]] = {}

    def __iter__(self) -> Iterator[int]:
        return iter(self._portraits)

    def put(self, number: int, portrait: Portrait) -> None:
        """Keep a project that the last report has left out."""
        self._portraits[number] = portrait
        self._names[number] = portrait.folded
        for index, concepts in self._indexes(portrait):
            for concept in concepts:
                index.setdefault(concept, set()).add(number)

    def take(self, number: int) -> None:
        """Forget a project that came back."""
        portrait = self._portraits.pop(number)
        del self._names[number]
        for index, concepts in self._indexes(portrait):
            for concept in concepts:
                index[concept].discard(number)

    def find_likely(self, fresh: Portrait, rarity: Rarity) -> set[int]:
        """All that can be the same as a new project, and few others."""
        return self._alike_by_name(fresh) | self._alike_by_words(fresh, rarity)

    def _indexes(
        self, portrait: Portrait
    ) -> tuple[tuple[dict[str, set[int]], list[str]], tuple[dict[str, set[int]], list[str]]]:
        return (
            (self._by_concept, list(portrait.words.weights)),
            (self._by_name, list(portrait.name.weights)),
        )

    def _alike_by_name(self, fresh: Portrait) -> set[int]:
        found = process.extract_iter(
            fresh.folded, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=100 * LIKE_NAME
        )
        likely = {number for _, _, number in found}
        sharing = set[int]().union(*(self._by_name.get(c, ()) for c in fresh.name.weights))
        likely |= {
            number
            for number in sharing
            if name_likeness(self._portraits[number], fresh) >= LIKE_NAME
        }
        return likely | {
            number
            for number, portrait in self._portraits.items()
            if spells(portrait.project.name, fresh.project.name)
        }

    def _alike_by_words(self, fresh: Portrait, rarity: Rarity) -> set[int]:
        """Those that share enough with a new project; its commonest words alone are not enough."""
        weights = {c: rarity.weigh_concept(c, w) for c, w in fresh.words.weights.items()}
        needed = share_needed() * sum(weights.values())
        shared: dict[int, float] = {}
        left_out = 0.0
        for concept in sorted(weights, key=lambda c: -len(self._by_concept.get(c, ()))):
            if left_out + weights[concept] < needed:
                left_out += weights[concept]
                continue
            for number in self._by_concept.get(concept, ()):
                shared[number] = shared.get(number, 0.0) + weights[concept]
        return {number for number, weight in shared.items() if weight + left_out >= needed}
