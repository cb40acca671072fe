"""Arithmetic of boxes: what lies around, inside and beside what."""

from bisect import bisect_right
from collections.abc import Iterable

from medcom_extract.document import Box

__all__ = [
    "area",
    "around",
    "beside",
    "holds",
    "middle",
    "overlap",
    "shared_height",
    "shared_width",
]

_SLACK = 1.0
"""Points by which a box may stick out of the one that holds it: strokes have a width."""


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of one or more boxes."""
    every = list(boxes)
    if len(every) == 1:
        return every[0]
    x0, top, x1, bottom = zip(*every, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def middle(box: Box) -> tuple[float, float]:
    """The x and y of a box's centre."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def area(box: Box) -> float:
    """Square points; 0 for a box turned inside out."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return wide * high if wide > 0 and high > 0 else 0.0


def shared_width(one: Box, other: Box) -> float:
    """Points that two boxes share from left to right; below 0, the space between them."""
    return min(one[2], other[2]) - max(one[0], other[0])


def shared_height(one: Box, other: Box) -> float:
    """Points that two boxes share from top to bottom; below 0, the space between them."""
    return min(one[3], other[3]) - max(one[1], other[1])


def beside(boxes: Iterable[Box], others: Iterable[Box], least: float = 0.0) -> list[Box]:
    """Those of the boxes that share more than ``least`` points of height with one of the others.

    The others are made bands over the page first: on a page of a thousand pieces, to ask each
    about each would take minutes.
    """
    bands = _bands(others, least / 2)
    ends = [bottom for _, bottom in bands]
    found = []
    for box in boxes:
        low, high = box[1] + least / 2, box[3] - least / 2
        index = bisect_right(ends, low)
        if low < high and index < len(bands) and bands[index][0] < high:
            found.append(box)
    return found


def _bands(boxes: Iterable[Box], inset: float) -> list[tuple[float, float]]:
    """The heights that boxes cover, each cut by an inset at both ends, joined and sorted."""
    bands: list[tuple[float, float]] = []
    for top, bottom in sorted([(box[1] + inset, box[3] - inset) for box in boxes]):
        if bands and top <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], bottom))
        elif top < bottom:
            bands.append((top, bottom))
    return bands


def overlap(one: Box, other: Box) -> float:
    """Square points that two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def holds(outer: Box, inner: Box) -> bool:
    """Whether a box lies in another, or sticks out of it by less than a line is wide."""
    return (
        outer[0] <= inner[0] + _SLACK
        and outer[1] <= inner[1] + _SLACK
        and outer[2] >= inner[2] - _SLACK
        and outer[3] >= inner[3] - _SLACK
    )
