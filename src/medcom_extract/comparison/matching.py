"""Following projects from one report to the next, through new names and new places.

What speaks for a pair is weighed as independent witnesses: the chance that all of them err is the
product of the chances that each does.  So a good name is enough, and so are the texts.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from medcom_extract.comparison.aliases import Aliases
from medcom_extract.comparison.assignment import assign
from medcom_extract.comparison.models import ProjectLink
from medcom_extract.comparison.portraits import Portrait, spells
from medcom_extract.comparison.weighing import Rarity

__all__ = [
    "LIKE_NAME",
    "Homes",
    "Match",
    "find_homes",
    "match_projects",
    "name_likeness",
    "share_needed",
]

# How far each witness is trusted on its own.
_NAME, _TEXT, _SECTION, _ORDER, _ACRONYM = 0.85, 0.9, 0.12, 0.08, 0.6
# Below the first figure a likeness is what any two projects have; at the second it is as good as
# sure.  Measured on pairs of different projects of one report.
_NAME_RANGE, _TEXT_RANGE = (0.40, 0.95), (0.16, 0.55)
_ENOUGH = 0.5
# No programme has so many projects; beyond it only the same names are followed.
_MOST_PAIRS = 40_000
# Share of its texts that a project left without a partner must find in another, and how much
# that must be: a line or two is found anywhere.
_MERGED, _MERGED_MASS = 0.45, 2.5
# The words of names weigh the same, wherever else they stand.
_PLAIN = Rarity(())
# Names from which on two projects may be the same though their texts share next to nothing.
LIKE_NAME = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """Two projects, by their places, with the reasons."""

    before: int
    after: int
    link: ProjectLink


@dataclass(frozen=True, slots=True)
class Homes:
    """Where projects without a partner seem to live on, by their places.

    ``merged`` gives the later project for a removed one, ``split`` the earlier project that an
    added one seems to come out of.
    """

    merged: dict[int, int]
    split: dict[int, int]


def match_projects(
    before: Sequence[Portrait], after: Sequence[Portrait], rarity: Rarity, aliases: Aliases
) -> tuple[Match, ...]:
    """The projects that are the same in both reports; swapping the reports swaps the places."""
    matches = _match_by_name(before, after, aliases)
    left = _rest(len(before), {match.before for match in matches})
    right = _rest(len(after), {match.after for match in matches})
    if len(left) * len(right) > _MOST_PAIRS:
        left = []
    weighed = {(i, j): _weigh(before[i], after[j], rarity, aliases) for i in left for j in right}
    matches += _match_rest(before, after, left, right, weighed)
    return tuple(sorted(matches, key=lambda match: match.after))


def find_homes(
    before: Sequence[Portrait],
    after: Sequence[Portrait],
    matches: Sequence[Match],
    rarity: Rarity,
    aliases: Aliases,
) -> Homes:
    """The matched projects that took in the removed ones, and those that the added came out of."""
    taken_before = {match.before for match in matches}
    taken_after = {match.after for match in matches}
    return Homes(
        merged={
            i: j
            for i in _rest(len(before), taken_before)
            if (j := _find_home(before[i], after, taken_after, rarity, aliases)) is not None
        },
        split={
            j: i
            for j in _rest(len(after), taken_after)
            if (i := _find_home(after[j], before, taken_before, rarity, aliases)) is not None
        },
    )


def _rest(count: int, taken: set[int]) -> list[int]:
    return [place for place in range(count) if place not in taken]


def _match_by_name(
    before: Sequence[Portrait], after: Sequence[Portrait], aliases: Aliases
) -> list[Match]:
    """Projects whose name stands once on each side, unless the user says they are not the same."""
    once_before, once_after = _places(before), _places(after)
    matches = []
    for name, i in once_before.items():
        j = once_after.get(name)
        if j is not None:
            link = ProjectLink(confidence=1.0, evidence=("same name",))
            matches.append(Match(i, j, link))
    if not aliases.same:
        return matches
    taken_before = {match.before for match in matches}
    taken_after = {match.after for match in matches}
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            free = i not in taken_before and j not in taken_after
            if free and aliases.are_same(one.folded, other.folded):
                link = ProjectLink(confidence=1.0, evidence=("alias file",))
                matches.append(Match(i, j, link))
                taken_before.add(i)
                taken_after.add(j)
    return matches


def _places(portraits: Sequence[Portrait]) -> dict[str, int]:
    names = [portrait.folded for portrait in portraits]
    counts = Counter(names)
    return {name: place for place, name in enumerate(names) if counts[name] == 1}


def _match_rest(
    before: Sequence[Portrait],
    after: Sequence[Portrait],
    left: list[int],
    right: list[int],
    weighed: dict[tuple[int, int], ProjectLink],
) -> list[Match]:
    gains = {pair: link.confidence - _ENOUGH for pair, link in weighed.items()}
    # Ties must fall the same way whichever report comes first.
    if [before[i].folded for i in left] > [after[j].folded for j in right]:
        matrix = [[gains[i, j] for i in left] for j in right]
        pairs = [(left[i], right[j]) for j, i in assign(matrix)]
    else:
        matrix = [[gains[i, j] for j in right] for i in left]
        pairs = [(left[i], right[j]) for i, j in assign(matrix)]
    return [Match(i, j, weighed[i, j]) for i, j in pairs]


def _weigh(one: Portrait, other: Portrait, rarity: Rarity, aliases: Aliases) -> ProjectLink:
    if aliases.are_different(one.folded, other.folded):
        return ProjectLink(confidence=0.0, evidence=("alias file: not the same",))
    found = [
        *_weigh_names(one, other),
        *_weigh_texts(one, other, rarity),
    ]
    if found and one.section and one.section == other.section:
        found.append((_SECTION, "same section"))
    if found:
        found.append((_ORDER * (1 - abs(one.order - other.order)), "place in the report"))
    found.sort(key=lambda each: -each[0])
    doubt = math.prod(1 - trust for trust, _ in found)
    evidence = tuple(words for trust, words in found if trust >= 0.05)
    return ProjectLink(confidence=round(1 - doubt, 4) if found else 0.0, evidence=evidence)


def _weigh_names(one: Portrait, other: Portrait) -> list[tuple[float, str]]:
    if one.folded == other.folded:
        return [(_NAME, "same name")]
    names = name_likeness(one, other)
    found = []
    if names > _NAME_RANGE[0]:
        shown = f"similar name ({names:.2f})"
        found.append((_NAME * _stretch(names, _NAME_RANGE), shown))
    acronym = spells(one.project.name, other.project.name)
    if acronym is not None:
        found.append((_ACRONYM, f"{acronym} abbreviates the other name"))
    return found


def name_likeness(one: Portrait, other: Portrait) -> float:
    """How alike two names are, by their letters or by what they mean."""
    spelling = fuzz.token_sort_ratio(one.folded, other.folded) / 100
    return max(spelling, _PLAIN.liken(one.name, other.name).score)


def share_needed() -> float:
    """The least share of a project's words that one of another name must have to be the same.

    Below it even the section, the place and a name just under ``LIKE_NAME`` are not enough.
    """
    others = (1 - _SECTION) * (1 - _ORDER) * (1 - _NAME * _stretch(LIKE_NAME, _NAME_RANGE))
    trust = 1 - (1 - _ENOUGH) / others
    low, high = _TEXT_RANGE
    alike = low + (high - low) * trust / _TEXT
    # Alike is the mean of both shares, and the other may be all.
    return alike**2


def _weigh_texts(one: Portrait, other: Portrait, rarity: Rarity) -> list[tuple[float, str]]:
    likeness = rarity.liken(one.words, other.words)
    if not likeness.mass:
        return []
    alike = math.sqrt(likeness.of_before * likeness.of_after)
    trust = _TEXT * _stretch(alike, _TEXT_RANGE)
    return [(trust, f"texts share {', '.join(likeness.words)}")] if trust > 0 else []


def _stretch(value: float, span: tuple[float, float]) -> float:
    low, high = span
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _find_home(
    lost: Portrait,
    others: Sequence[Portrait],
    taken: set[int],
    rarity: Rarity,
    aliases: Aliases,
) -> int | None:
    """The matched project of the other report that says the most of what a lost one said."""
    best: tuple[float, int] | None = None
    for place in sorted(taken):
        other = others[place]
        if aliases.are_different(lost.folded, other.folded):
            continue
        likeness = rarity.liken(lost.words, other.words)
        if likeness.mass < _MERGED_MASS:
            continue
        names = _PLAIN.liken(lost.name, other.name).of_before
        score = 1 - (1 - likeness.of_before) * (1 - 0.25 * names)
        if score >= _MERGED and (best is None or score > best[0]):
            best = score, place
    return best[1] if best else None
