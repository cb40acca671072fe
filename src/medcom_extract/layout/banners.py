"""Banners: titles on a ground or over a rule as wide as the page.  No column of text runs past one.

A section's title over two columns ends with the left one, as a line of it would; what shows that it
stands over both is its ground.
"""

from medcom_extract.document import Box
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Fill, Rule

__all__ = ["banner_tops"]

_WIDE = 0.6
"""Share of the page's width that a banner is wide at least."""

_HIGHEST = 4.0
"""Times the size of its letters that a banner is high at most."""

_UNDER = 0.9
"""Times the size of a title's letters that its rule stands below the baseline at most."""

_LARGER = 1.12


def banner_tops(
    body: list[Line], fills: list[Fill], rules: list[Rule], width: float
) -> list[float]:
    """Where banners begin on a page of some width, from top to bottom."""
    grounds = [fill.box for fill in fills if fill.x1 - fill.x0 >= _WIDE * width]
    level = [rule for rule in rules if rule.x1 - rule.x0 >= _WIDE * width]
    if not grounds and not level:
        return []
    usual = sorted(line.size for line in body)[len(body) // 2] if body else 0.0
    titles = [line for line in body if line.bold and line.size >= _LARGER * usual]
    tops = [
        line.top for line in titles
        if any(_is_under(rule, line) for rule in level)
        or any(_holds(ground, line) for ground in grounds)
    ]  # fmt: skip
    return sorted(tops)


def _is_under(rule: Rule, line: Line) -> bool:
    return 0 <= rule.top - line.baseline <= _UNDER * line.size and rule.x0 <= line.x0 + line.size


def _holds(ground: Box, line: Line) -> bool:
    low = ground[3] - ground[1] <= _HIGHEST * line.size
    return low and ground[1] <= line.top + 1 and line.bottom <= ground[3] + 1
