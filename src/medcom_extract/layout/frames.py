"""Small closed frames, such as a picture's border: their sides are no lines of a table."""

from bisect import bisect_left, bisect_right

from medcom_extract.document import Box
from medcom_extract.layout.page import Rule

__all__ = ["without_frames"]

_LARGEST, _SMALLEST = 60.0, 4.0
"""Points.  A frame around a mark is no longer and no shorter than this in either direction."""

_CORNER = 1.5
"""Points by which two sides of a frame may miss each other at a corner."""

_TOUCH = 2.0
"""Points from which two rules meet."""

_PAST = 3.0
"""Points by which a rule that only runs past a frame goes on beyond it at both ends."""


def without_frames(rules: list[Rule]) -> list[Rule]:
    """Rules without those that are the sides of a small frame inside a cell.

    Nothing meets a frame from outside.  A wall of the cell may run close past it.
    """
    flat = sorted([rule for rule in rules if rule.horizontal], key=_height)
    upright = sorted([rule for rule in rules if not rule.horizontal], key=_across)
    sides: set[int] = set()
    for box in _closed(flat, upright):
        near = _near(flat, upright, box)
        own = [rule for rule in near if _is_side(rule, box)]
        others = [rule for rule in near if not _is_side(rule, box)]
        if all(_runs_past(rule, box) for rule in others):
            sides.update(id(rule) for rule in own)
    return [rule for rule in rules if id(rule) not in sides] if sides else rules


def _height(rule: Rule) -> float:
    return (rule.top + rule.bottom) / 2


def _across(rule: Rule) -> float:
    return (rule.x0 + rule.x1) / 2


def _closed(flat: list[Rule], upright: list[Rule]) -> list[Box]:
    """Small boxes with rules on all four sides."""
    lines: dict[tuple[int, int], list[Rule]] = {}
    for rule in flat:
        if _SMALLEST <= rule.x1 - rule.x0 <= _LARGEST:
            lines.setdefault((round(rule.x0), round(rule.x1)), []).append(rule)
    places = [_across(rule) for rule in upright]
    boxes = []
    for found in lines.values():
        for index, rule in enumerate(found):
            top = _height(rule)
            low = next((y for r in found[index + 1 :] if (y := _height(r)) > top + _SMALLEST), None)
            if low is None or low - top > _LARGEST:
                continue
            box = (rule.x0, top, rule.x1, low)
            if all(_has_wall(upright, places, x, box) for x in (rule.x0, rule.x1)):
                boxes.append(box)
    return boxes


def _has_wall(upright: list[Rule], places: list[float], x: float, box: Box) -> bool:
    first, last = bisect_left(places, x - _CORNER), bisect_right(places, x + _CORNER)
    return any(_is_side(rule, box) for rule in upright[first:last])


def _is_side(rule: Rule, box: Box) -> bool:
    x0, top, x1, bottom = box
    if rule.horizontal:
        ends = abs(rule.x0 - x0) <= _CORNER and abs(rule.x1 - x1) <= _CORNER
        return ends and min(abs(_height(rule) - top), abs(_height(rule) - bottom)) <= _CORNER
    ends = abs(rule.top - top) <= _CORNER and abs(rule.bottom - bottom) <= _CORNER
    return ends and min(abs(_across(rule) - x0), abs(_across(rule) - x1)) <= _CORNER


def _near(flat: list[Rule], upright: list[Rule], box: Box) -> list[Rule]:
    """The rules that reach a box."""
    x0, top, x1, bottom = box[0] - _TOUCH, box[1] - _TOUCH, box[2] + _TOUCH, box[3] + _TOUCH
    across = flat[bisect_left(flat, top, key=_height) : bisect_right(flat, bottom, key=_height)]
    down = upright[bisect_left(upright, x0, key=_across) : bisect_right(upright, x1, key=_across)]
    return [rule for rule in across if rule.x0 < x1 and rule.x1 > x0] + [
        rule for rule in down if rule.top < bottom and rule.bottom > top
    ]


def _runs_past(rule: Rule, box: Box) -> bool:
    """Whether a rule runs along a side of a box, and on at both ends."""
    x0, top, x1, bottom = box
    if rule.horizontal:
        along = min(abs(_height(rule) - top), abs(_height(rule) - bottom)) <= _TOUCH
        return along and rule.x0 < x0 - _PAST and rule.x1 > x1 + _PAST
    along = min(abs(_across(rule) - x0), abs(_across(rule) - x1)) <= _TOUCH
    return along and rule.top < top - _PAST and rule.bottom > bottom + _PAST
