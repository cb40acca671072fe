"""Pictures in the running heads: logos that come again on every page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from medcom_extract.document import Box, Patch
from medcom_extract.layout.drafts import DraftPicture, Item

__all__ = ["without_emblems"]

_MOST = 0.6
"""Share of the pages that an emblem stands on at least, and on two."""

_SAME = 3.0
"""Points to which the place of an emblem is told."""

_Place = tuple[int, int, int, int]
_Look = tuple[str, str, tuple[Patch, ...]]


def without_emblems(flows: Sequence[list[Item]]) -> list[list[Item]]:
    """The items of each page without pictures that stand above or below all others, at the same
    place and in one look on most pages: between the parts of a table, one would part them.  What
    changes from page to page is a light.
    """
    outer = [list(_outer(items)) for items in flows]
    counts = Counter(place for found in outer for place in {_place(item.box) for item in found})
    looks: dict[_Place, set[_Look]] = {}
    for item in chain.from_iterable(outer):
        art = item.art
        looks.setdefault(_place(item.box), set()).add((art.kind, art.digest, art.palette))
    least = max(2, _MOST * len(flows))
    emblems = {at for at, count in counts.items() if count >= least and len(looks[at]) == 1}
    if not emblems:
        return list(flows)
    kept = []
    for items, found in zip(flows, outer, strict=True):
        gone = {id(item) for item in found if _place(item.box) in emblems}
        kept.append([item for item in items if id(item) not in gone])
    return kept


def _outer(items: list[Item]) -> Iterator[DraftPicture]:
    """The pictures that stand above or below everything else on a page."""
    others = [item.box for item in items if not isinstance(item, DraftPicture)]
    if not others:
        return
    top, bottom = min(box[1] for box in others), max(box[3] for box in others)
    for item in items:
        if isinstance(item, DraftPicture) and (item.box[3] <= top or item.box[1] >= bottom):
            yield item


def _place(box: Box) -> _Place:
    left, top, right, bottom = (round(edge / _SAME) for edge in box)
    return left, top, right, bottom
