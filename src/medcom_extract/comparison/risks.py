"""What became of the risks of a project."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from medcom_extract.comparison.linking import Link, Scale, link_items, squeeze
from medcom_extract.comparison.models import DiffPart, RiskChange, RiskKind
from medcom_extract.comparison.weighing import Likeness, Rarity
from medcom_extract.report import Risk

__all__ = ["compare_risks"]

_SCALE = Scale(pair=0.27, merged=0.45)
_OTHER_TRACK = 0.6
# Words before times words after; a longer diff would take seconds, and nobody would read it.
_MOST_WORDS = 1_000_000
_SAME_CATEGORY, _ALONE = 0.04, 0.04
# A change of state speaks for a pair: who tells that a risk is solved has told of it before.
_STATES = {"mitigated": 0.12, "materialised": 0.05}


def compare_risks(
    before: Sequence[Risk], after: Sequence[Risk], rarity: Rarity, *, diffs: bool = True
) -> tuple[RiskChange, ...]:
    """Each risk of both sides in at least one change: links in the order after, then the gone.

    Word diffs cost as much as the links; without ``diffs`` they stay empty.
    """
    alone = len(before) == len(after) == 1

    def adjust(i: int, j: int, likeness: Likeness) -> float:
        return _adjust(before[i], after[j], likeness, alone=alone)

    def may_share(i: int, j: int) -> bool:
        return (before[i].track or "") == (after[j].track or "")

    links = link_items(before, after, rarity, _SCALE, adjust, may_share)
    changes = [
        _describe(before[link.before], after[link.after], link, diff=diffs) for link in links
    ]
    linked = {link.after for link in links}
    changes += [
        RiskChange(kind="new", after=risk, after_position=place)
        for place, risk in enumerate(after)
        if place not in linked
    ]
    changes.sort(key=lambda change: (change.after_position or 0, change.before_position or 0))
    kept = {link.before for link in links}
    gone = [
        RiskChange(kind="gone", before=risk, before_position=place)
        for place, risk in enumerate(before)
        if place not in kept
    ]
    return (*changes, *gone)


def _adjust(before: Risk, after: Risk, likeness: Likeness, *, alone: bool) -> float:
    """The likeness with what else speaks for or against it; the same in both directions."""
    if not likeness.mass:
        return 0.0
    score = likeness.score
    if before.track and after.track and before.track != after.track:
        score *= _OTHER_TRACK
    if before.state != after.state:
        score += max(_STATES.get(state or "", 0.0) for state in (before.state, after.state))
    score += _SAME_CATEGORY * bool(set(before.categories) & set(after.categories))
    return score + _ALONE * alone


def _describe(before: Risk, after: Risk, link: Link, *, diff: bool) -> RiskChange:
    return RiskChange(
        kind=_kind(before, after),
        before=before,
        after=after,
        similarity=round(min(1.0, link.score), 4),
        words=link.likeness.words,
        shared=link.shared,
        diff=_diff(before.text, after.text) if diff else (),
        before_position=link.before,
        after_position=link.after,
    )


def _kind(before: Risk, after: Risk) -> RiskKind:
    if after.state == "materialised" and before.state != "materialised":
        return "materialised"
    if after.state == "mitigated" and before.state != "mitigated":
        return "mitigated"
    return "unchanged" if squeeze(before.text) == squeeze(after.text) else "reworded"


def _diff(before: str, after: str) -> tuple[DiffPart, ...]:
    """The words that stayed, went and came, in reading order; empty where all stayed."""
    one, other = re.findall(r"\S+", before), re.findall(r"\S+", after)
    if one == other:
        return ()
    if len(one) * len(other) > _MOST_WORDS:
        return (DiffPart(op="removed", text=before), DiffPart(op="added", text=after))
    parts = []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for op, i, j, k, end in matcher.get_opcodes():
        if op == "equal":
            parts.append(DiffPart(op="same", text=" ".join(one[i:j])))
            continue
        if j > i:
            parts.append(DiffPart(op="removed", text=" ".join(one[i:j])))
        if end > k:
            parts.append(DiffPart(op="added", text=" ".join(other[k:end])))
    return tuple(parts)
