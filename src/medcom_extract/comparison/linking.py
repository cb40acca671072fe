"""Linking the items of a project before to those after: one to one, then merges and splits."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from medcom_extract.comparison.assignment import assign
from medcom_extract.comparison.weighing import Likeness, Rarity
from medcom_extract.comparison.wording import Wording, read_wording
from medcom_extract.report import Item

__all__ = ["Link", "Scale", "link_items", "squeeze", "word_item"]

Adjust = Callable[[int, int, Likeness], float]
"""The score of a pair (before, after) from its likeness and from what else speaks for it."""

MayShare = Callable[[int, int], bool]
"""Whether a pair (before, after) may be linked beside the link that one of the two already has."""

# What a merged or split item must share of its own, about one rare word.
_OWN_MASS = 0.6
# How much more like another item a linked one must be to be taken for a part of that.
_MUCH_BETTER = 0.1
# No project says so much; beyond it only what is the same word for word is linked.
_MOST_PAIRS = 10_000
SAME_WORDS = Likeness(1.0, 1.0, 1.0, 0.0, ())


@dataclass(frozen=True, slots=True)
class Link:
    """Two items, by their places, that speak of the same thing; ``shared`` by a merge or split."""

    before: int
    after: int
    score: float
    likeness: Likeness
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """From which score a pair is made; from which share of a text it was merged into another."""

    pair: float
    merged: float


def word_item(item: Item) -> Wording:
    """The concepts of an item, with the parties that the language stage has found."""
    parties = sorted({entity.id for entity in item.entities if entity.id})
    return read_wording(item.text, tuple(parties))


def squeeze(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def link_items(
    before: Sequence[Item],
    after: Sequence[Item],
    rarity: Rarity,
    scale: Scale,
    adjust: Adjust,
    may_share: MayShare,
) -> list[Link]:
    """The links of two lists of items; what is in none of them has no partner.

    Items that are the same word for word are linked first, in order.  Swapping the lists swaps
    the links and changes nothing else, as long as ``adjust`` does not change either.
    """
    links = _link_same(before, after)
    if len(before) * len(after) > _MOST_PAIRS:
        return links
    left = [i for i in range(len(before)) if i not in {link.before for link in links}]
    right = [j for j in range(len(after)) if j not in {link.after for link in links}]
    likenesses = _compare(before, after, rarity, (left, right))
    scores = {pair: adjust(*pair, likeness) for pair, likeness in likenesses.items()}
    gains = {(i, j): scores[i, j] - scale.pair for i in left for j in right}
    one = [before[i].text for i in left]
    other = [after[j].text for j in right]
    links += [
        Link(i, j, scores[i, j], likenesses[i, j])
        for i, j in _assign_either_way(left, right, gains, swap=one > other)
    ]
    return sorted(
        _merge(links, likenesses, scores, scale, may_share),
        key=lambda link: (link.before, link.after),
    )


def _link_same(before: Sequence[Item], after: Sequence[Item]) -> list[Link]:
    places: dict[tuple[str, str], list[int]] = {}
    for place, item in enumerate(after):
        places.setdefault((item.track or "", squeeze(item.text)), []).append(place)
    links = []
    for place, item in enumerate(before):
        found = places.get((item.track or "", squeeze(item.text)))
        if found:
            links.append(Link(place, found.pop(0), 1.0, SAME_WORDS))
    return links


def _compare(
    before: Sequence[Item],
    after: Sequence[Item],
    rarity: Rarity,
    free: tuple[list[int], list[int]],
) -> dict[tuple[int, int], Likeness]:
    """The likeness of each pair of which at least one has no partner yet."""
    one, other = [word_item(item) for item in before], [word_item(item) for item in after]
    left, right = map(set, free)
    return {
        (i, j): rarity.liken(wording, second)
        for i, wording in enumerate(one)
        for j, second in enumerate(other)
        if i in left or j in right
    }


def _assign_either_way(
    rows: list[int], columns: list[int], gains: dict[tuple[int, int], float], *, swap: bool
) -> list[tuple[int, int]]:
    """The assignment; ties fall the same way whichever report comes first."""
    if swap:
        matrix = [[gains[i, j] for i in rows] for j in columns]
        return [(rows[i], columns[j]) for j, i in assign(matrix)]
    matrix = [[gains[i, j] for j in columns] for i in rows]
    return [(rows[i], columns[j]) for i, j in assign(matrix)]


def _merge(
    links: list[Link],
    likenesses: dict[tuple[int, int], Likeness],
    scores: dict[tuple[int, int], float],
    scale: Scale,
    may_share: MayShare,
) -> list[Link]:
    """The links with those of paragraphs that were merged into one, or split in two.

    A weak link gives way where one of its two is plainly part of a paragraph that has a partner.
    """

    def find_homes(firm: list[Link]) -> list[Link]:
        return _find_homes(firm, likenesses, scale, may_share)

    weak = [link for link in links if _has_better(link, links, scores)]
    firm = [link for link in links if link not in weak]
    homes = find_homes(firm)
    placed = {("b", link.before) for link in homes} | {("a", link.after) for link in homes}
    kept = [link for link in weak if not {("b", link.before), ("a", link.after)} & placed]
    if kept:
        firm += kept
        homes = find_homes(firm)
    added = {(link.before, link.after): link for link in homes}
    return [_mark(link, added) for link in firm] + list(added.values())


def _has_better(link: Link, links: list[Link], scores: dict[tuple[int, int], float]) -> bool:
    """Whether one of the two is much more like an item that has a partner of its own."""
    others = [other for other in links if other is not link]
    rivals = [scores.get((link.before, other.after), 0.0) for other in others]
    rivals += [scores.get((other.before, link.after), 0.0) for other in others]
    return max(rivals, default=0.0) > link.score + _MUCH_BETTER


def _find_homes(
    links: list[Link],
    likenesses: dict[tuple[int, int], Likeness],
    scale: Scale,
    may_share: MayShare,
) -> list[Link]:
    """Links of items that have no partner to those that have one."""
    taken, given = {link.after for link in links}, {link.before for link in links}
    homes = []
    ordered = sorted(pair for pair in likenesses if may_share(*pair))
    for by_before in (True, False):
        lost = {(i if by_before else j) for i, j in likenesses} - (given if by_before else taken)
        for place in sorted(lost):
            pairs = [
                (i, j)
                for i, j in ordered
                if (i == place and j in taken if by_before else j == place and i in given)
            ]
            found = _best(pairs, links, likenesses, scale, by_before=by_before)
            if found is not None:
                homes.append(found)
    return homes


def _mark(link: Link, added: Iterable[tuple[int, int]]) -> Link:
    shared = any(link.before == before or link.after == after for before, after in added)
    return replace(link, shared=shared)


def _best(
    pairs: list[tuple[int, int]],
    links: list[Link],
    likenesses: dict[tuple[int, int], Likeness],
    scale: Scale,
    *,
    by_before: bool,
) -> Link | None:
    """The partner that says most of what a left-over item says; None where none says enough.

    What a partner shares with its own first partner does not count again, or else two items that
    merely speak of the same matter would pass for one that was split.
    """
    best: tuple[float, tuple[int, int]] | None = None
    for pair in pairs:
        likeness = likenesses[pair]
        share = likeness.of_before if by_before else likeness.of_after
        own = _own_mass(pair, links, likenesses, by_before=by_before)
        if share >= scale.merged and own >= _OWN_MASS and (best is None or share > best[0]):
            best = share, pair
    if best is None:
        return None
    share, pair = best
    return Link(*pair, round(share, 4), likenesses[pair], shared=True)


def _own_mass(
    pair: tuple[int, int],
    links: list[Link],
    likenesses: dict[tuple[int, int], Likeness],
    *,
    by_before: bool,
) -> float:
    partner = pair[1] if by_before else pair[0]
    covered = {
        concept
        for link in links
        if (link.after if by_before else link.before) == partner
        for concept in link.likeness.shared
    }
    shared = likenesses[pair].shared
    return math.fsum(weight for concept, weight in shared.items() if concept not in covered)
