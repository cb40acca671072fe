"""How much two texts say the same, where rare words count more than common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medcom_extract.comparison.wording import Wording

__all__ = ["Likeness", "Rarity"]

# A likeness that rests on less than a rare word or two counts for less.
_THIN = 0.45
_SHARE_OF_SHORTER = 0.55
# Long texts that share much speak of one thing, whatever else each of them says.
_MUCH, _LITTLE_MASS = 0.3, 2.5
# The words of a project's name stand all over its texts, so they tell its items apart less.
_NAME = 0.5
_SHOWN, _TRIFLE = 6, 0.05


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of two texts: the score (0 to 1), how much of each is shared (0 to 1), the words shared.

    ``mass`` is the weight of what is shared: about 1 for one rare word; ``shared`` has the weight
    of each concept in it.
    """

    score: float
    of_before: float
    of_after: float
    mass: float
    words: tuple[str, ...]
    shared: Mapping[str, float] = field(default_factory=dict)


_NOTHING = Likeness(0.0, 0.0, 0.0, 0.0, ())


class Rarity:
    """Weights of concepts by how many texts of the two reports hold them."""

    def __init__(self, wordings: Iterable[Wording]):
        """Count each concept once a text."""
        self._texts = 0
        counts: Counter[str] = Counter()
        for wording in wordings:
            self._texts += 1
            counts.update(wording.weights.keys())
        scale = math.log(self._texts + 2)
        self._weights = {
            concept: math.log(1 + (self._texts + 1) / count) / scale
            for concept, count in counts.items()
        }

    def within(self, *names: Wording) -> Rarity:
        """The same weights for use inside a project that goes by these names."""
        other = Rarity(())
        other._texts = self._texts
        other._weights = dict(self._weights)
        for concept in {concept for name in names for concept in name.weights}:
            other._weights[concept] = _NAME * self._weights.get(concept, 1.0)
        return other

    def weigh(self, wording: Wording) -> float:
        """The weight of all that a text says."""
        return sum(weight * self._weights.get(c, 1.0) for c, weight in wording.weights.items())

    def weigh_concept(self, concept: str, weight: float) -> float:
        """What a concept counts that has this weight in its text."""
        return weight * self._weights.get(concept, 1.0)

    def liken(self, before: Wording, after: Wording) -> Likeness:
        """How much two texts say the same; swapping them swaps the shares and nothing else."""
        shared = {
            concept: min(before.weights[concept], after.weights[concept])
            * self._weights.get(concept, 1.0)
            for concept in before.weights.keys() & after.weights.keys()
        }
        if not shared:
            return _NOTHING
        # fsum, because the order of the words must not decide.
        mass = math.fsum(shared.values())
        heavy, light = self.weigh(before), self.weigh(after)
        dice = 2 * mass / (heavy + light)
        shorter = mass / min(heavy, light)
        blend = _SHARE_OF_SHORTER * shorter + (1 - _SHARE_OF_SHORTER) * dice
        blend *= mass / (mass + _THIN * (1 - dice))
        much = _MUCH * min(1.0, max(0.0, mass - _LITTLE_MASS) / _LITTLE_MASS)
        return Likeness(
            min(1.0, 1 - (1 - blend) * (1 - much)),
            mass / heavy,
            mass / light,
            mass,
            _carriers(shared, after),
            shared,
        )


def _carriers(shared: dict[str, float], after: Wording) -> tuple[str, ...]:
    """The words as the later text writes them, weightiest first, each once."""
    ranked = sorted(shared, key=lambda concept: (-shared[concept], concept))
    # Ids of parties are not words of the text, which names them anyway.
    words = dict.fromkeys(
        after.words[concept]
        for concept in ranked
        if shared[concept] > _TRIFLE and not concept.startswith("#")
    )
    return tuple(words)[:_SHOWN]
