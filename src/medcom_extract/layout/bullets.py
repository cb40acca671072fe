"""List labels: what opens an item, printed or drawn."""

import re
from dataclasses import replace

from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork, Word

__all__ = ["take_bullets", "take_numbers"]

_GLYPH_BULLETS = frozenset("•●▪■◦○‣⁃∙·‧◆◇►➢➤✓✔❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076\uf02d")

_DASH_BULLETS = frozenset("-–—*")

_ENDS = re.compile(r"[.:;!?…][\"”’)\]]*$")
_NUMBER_BULLET = re.compile(r"\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})[.)]$", re.IGNORECASE)

_COUNT = re.compile(r"(\d{1,3})[.)](?= ?[A-ZÆØÅ]| \d)")

_GLUED_COUNT = re.compile(r"(\d{1,2})[.)](?=\d+ )")
"""A label before a text that begins with a number itself, without a space: "1.83 kommuner"."""

_LEAST_COUNTED = 3
_LEVEL = 0.5
"""Points within which lines begin at one place."""
_NEARBY = 6
_MOSTLY = 0.7
"""Share of the numbers at the starts of lines that count on, at least."""

_HANGING = 0.6
"""Share of the font size between a list label and its text from which it stands apart."""


def take_bullets(lines: list[Line], dots: list[Artwork]) -> list[Artwork]:
    """Take list labels off the lines' starts; give back the artwork that is no drawn bullet."""
    left = list(dots)
    above: Line | None = None
    _join_lone_labels(lines)
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
            line.bullet, line.label_x = "•", dot.x0
    return left


def _join_lone_labels(lines: list[Line]) -> None:
    """Put a label that stands alone, since the word behind it is as wide as the cell, before the
    line below: one that other lines begin with, too.
    """
    alone = [line for line in lines if len(line.words) == 1 and _may_label(line.words[0].text)]
    for label in alone:
        at, word = lines.index(label), label.words[0]
        below = lines[at + 1] if at + 1 < len(lines) else None
        again = any(line.words[0].text == word.text for line in lines if len(line.words) > 1)
        if below is None or not again or below.words[0].color != word.color:
            continue
        if below.x0 >= label.x0 and below.baseline - label.baseline < 1.8 * label.size:
            first = below.words[0]
            level = replace(word, x1=min(word.x1, first.x0), baseline=first.baseline)
            lines[at : at + 2] = [Line([level, *below.words], below.page)]


def _may_label(text: str) -> bool:
    return text in _GLYPH_BULLETS or text in _DASH_BULLETS


def take_numbers(runs: list[list[Line]]) -> None:
    """Take the numbers of lists off the lines' starts, where they count on through the document.

    ``runs`` are lines below each other, such as those of cells, in reading order.  Word counts on
    from label to label and from row to row; what does not count is no list ("8. juli").
    """
    numbered = _numbered(runs, _COUNT)
    values = [number for number, _, _ in numbered]
    counted = [_counts(values, place) for place in range(len(values))]
    if sum(counted) < max(_LEAST_COUNTED, _MOSTLY * len(numbered)):
        return
    known = [line for counts, (_, line, _) in zip(counted, numbered, strict=True) if counts]
    glued = _glued_numbers(runs, known)
    for counts, (_, line, run) in zip(counted, numbered, strict=True):
        if counts:
            _part_number(line, run)
    for line, run in glued:
        _part_number(line, run)


_Numbered = tuple[int, Line, list[Line]]


def _numbered(runs: list[list[Line]], pattern: re.Pattern[str]) -> list[_Numbered]:
    """Lines that begin with a number, each with the lines of its cell."""
    return [
        (int(match[1]), line, run)
        for run in runs
        for line in run
        if line.words[0].text[:1].isdecimal()  # few lines do, so asked first
        and line.bullet is None
        and not line.bold
        and (match := pattern.match(_opening(line)))
    ]


def _glued_numbers(runs: list[list[Line]], known: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Lines such as "1.83 kommuner", where labels touch their texts and further lines hang.

    Such a label stands where the others do; "1.83" within an item would stand where its lines do.
    """
    found = [one for one in _numbered(runs, _GLUED_COUNT) if _stands_out(one, known)]
    return [(line, run) for number, line, run in found if _continues(number, line, run, known)]


def _stands_out(one: _Numbered, known: list[Line]) -> bool:
    """Whether a number stands where labels of its width touch their texts, and no text does."""
    number, line, run = one
    level = [other for other in run if abs(other.x0 - line.x0) < _LEVEL and not other.bold]
    if any(not other.words[0].text[:1].isdecimal() for other in level):
        return False
    firsts = [other.words[0].text for other in known if abs(line.x0 - other.x0) < _LEVEL]
    broad = [text for text in firsts if not text[len(str(number)) :][:1].isdecimal()]
    return bool(broad) and all(text.lstrip("0123456789.)") for text in broad)


def _continues(number: int, line: Line, run: list[Line], known: list[Line]) -> bool:
    """Whether a number is the first, or the one after the label above it in its cell."""
    above = [
        int(match[1]) for other in run[: run.index(line)]
        if other in known and (match := _COUNT.match(_opening(other)))
    ]  # fmt: skip
    return number == 1 or above[-1:] == [number - 1]


def _opening(line: Line) -> str:
    """The first two words of a line."""
    return " ".join(word.text for word in line.words[:2])


def _counts(values: list[int], place: int) -> bool:
    """Whether the number before or after one stands nearby: a page may part a row's cells."""
    near = values[max(0, place - _NEARBY) : place + _NEARBY + 1]
    return values[place] == 1 or values[place] - 1 in near or values[place] + 1 in near


def _part_number(line: Line, run: list[Line]) -> None:
    """Take the number off as a list label; one without a space is cut from its word."""
    word = line.words[0]
    end = word.text.index(word.text.lstrip("0123456789")[:1] or ".") + 1
    if end == len(word.text):
        line.take_label(word.text)
        return
    start = word.x0 + end / len(word.text) * (word.x1 - word.x0)
    below = [other.x0 for other in run if abs(other.x0 - start) < line.size]
    start = min(below, key=lambda x: abs(x - start), default=start)  # where its lines hang
    label = replace(word, text=word.text[:end], x1=start)
    line.words[:1] = [label, replace(word, text=word.text[end:], x0=start)]
    line.take_label(label.text)


def _may_end(line: Line, below: Line) -> bool:
    """Whether a dash below a line may be a list label: a list, a label or a sentence stands above
    it, or it stands further from its text than a space is wide.

    A label looks otherwise than what it stands over: a dash in the same look goes on with it.
    """
    if line.bullet is not None:
        return True
    if (line.bold and not below.bold) or (line.underline and not below.underline):
        return True
    hangs = below.words[1].x0 - below.words[0].x1 > _HANGING * below.size
    return hangs or bool(_ENDS.search(line.words[-1].text))


def _printed_bullet(line: Line) -> str | None:
    if len(line.words) < 2:
        return None
    first, second = line.words[0], line.words[1]
    gap = second.x0 - first.x1
    if (first.text in _GLYPH_BULLETS and first.color in (None, second.color)) or (
        first.text == "o" and (gap > 0.9 * first.size or _begins_text(second))
    ):
        return "•" if first.text in _GLYPH_BULLETS else "o"
    if first.text in _DASH_BULLETS and not second.glued:
        return first.text
    if gap > 0.6 * first.size and _NUMBER_BULLET.match(first.text):
        return first.text
    return None


def _begins_text(word: Word) -> bool:
    """Whether a word behind an "o" is the first of an item; no Danish word is a mere "o"."""
    return not word.glued and (word.text[:1].isupper() or word.text[:1].isdigit())


def _is_bullet(art: Artwork, line: Line) -> bool:
    """A small drawn dot to the left of a line, at about half the height of its letters."""
    size = line.size
    middle = (art.top + art.bottom) / 2
    return (
        max(art.x1 - art.x0, art.bottom - art.top) <= 0.7 * size
        and 0 <= line.x0 - art.x1 <= 2.5 * size
        and line.baseline - 0.9 * size <= middle <= line.baseline
    )
