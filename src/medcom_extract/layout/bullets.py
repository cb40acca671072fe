"""List labels: what opens an item, printed or drawn."""

import re

from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork

__all__ = ["take_bullets"]

_GLYPH_BULLETS = frozenset("•●▪■◦○‣⁃∙·‧◆◇►➢➤✓✔❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076\uf02d")

_DASH_BULLETS = frozenset("-–—*")

_ENDS = re.compile(r"[.:;!?…][\"”’)\]]*$")
_NUMBER_BULLET = re.compile(r"\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})[.)]$", re.IGNORECASE)

_HANGING = 0.6
"""Share of the font size between a list label and its text from which it stands apart."""


def take_bullets(lines: list[Line], dots: list[Artwork]) -> list[Artwork]:
    """Take list labels off the lines' starts; give back the artwork that is no drawn bullet."""
    left = list(dots)
    above: Line | None = None
    for line in lines:
        label = _printed_bullet(line)
        if label in _DASH_BULLETS and above is not None and not _may_end(above, line):
            label = None  # a dash within a sentence that happens to begin a line
        above = line
        if label is not None:
            line.take_label(label)
            continue
        dot = next((d for d in left if _is_bullet(d, line)), None)
        if dot is not None:
            left.remove(dot)
            line.bullet = "•"
    return left


def _may_end(line: Line, below: Line) -> bool:
    """Whether a dash below a line may be a list label: a list, a label or a sentence stands above
    it, or it stands further from its text than a space is wide.
    """
    if line.bullet is not None or line.bold or line.underline:
        return True
    hangs = below.words[1].x0 - below.words[0].x1 > _HANGING * below.size
    return hangs or bool(_ENDS.search(line.words[-1].text))


def _printed_bullet(line: Line) -> str | None:
    if len(line.words) < 2:
        return None
    first, second = line.words[0], line.words[1]
    gap = second.x0 - first.x1
    if (first.text in _GLYPH_BULLETS and first.color in (None, second.color)) or (
        first.text == "o" and gap > 0.9 * first.size
    ):
        return "•" if first.text in _GLYPH_BULLETS else "o"
    if first.text in _DASH_BULLETS and not second.glued:
        return first.text
    if _NUMBER_BULLET.match(first.text) and gap > 0.6 * first.size:
        return first.text
    return None


def _is_bullet(art: Artwork, line: Line) -> bool:
    """A small drawn dot to the left of a line, at about half the height of its letters."""
    size = line.size
    middle = (art.top + art.bottom) / 2
    return (
        max(art.x1 - art.x0, art.bottom - art.top) <= 0.7 * size
        and 0 <= line.x0 - art.x1 <= 2.5 * size
        and line.baseline - 0.9 * size <= middle <= line.baseline
    )
