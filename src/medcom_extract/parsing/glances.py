"""Lists of lights outside tables: a legend, or an overview of projects whose pages come later.

An overview's names come again as headings.  A legend's lines have no pages, stand together and give
each light once.
"""

from collections.abc import Iterator

from medcom_extract.document import Paragraph
from medcom_extract.parsing.drafts import name_key
from medcom_extract.parsing.flow import PLAIN, Flow
from medcom_extract.parsing.labels import find_label
from medcom_extract.parsing.lights import read_light
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.parsing.spoken import name_before_light, spoken_light
from medcom_extract.parsing.witnesses import signs_of
from medcom_extract.vocabulary import Vocabulary

__all__ = ["find_glances", "find_legend_lines"]

_LONGEST = 140


def find_glances(flow: Flow, taken: list[int], vocabulary: Vocabulary) -> set[int]:
    """Lines of an overview: each names a project whose heading stands further down.

    At least two stand together with nothing below them, and half of them show a light.
    """
    last: dict[str, int] = {}
    for index in sorted(flow.ranks):
        if index not in taken:
            last[_key(flow, index, vocabulary)] = index
    last.pop("", None)
    named = [
        index for index in range(len(flow.elements))
        if flow.paragraph(index) is not None and index not in taken
        and last.get(_key(flow, index, vocabulary), -1) > index
    ]  # fmt: skip
    glances: set[int] = set()
    for group in _groups(named):
        lit = sum(_light(flow, index, vocabulary) is not None for index in group)
        if len(group) > 1 and 2 * lit >= len(group) and not _leads(flow, group[-1], vocabulary):
            glances.update(i for i in group if not _is_heading_of(flow, i, group, vocabulary))
    return glances if len(glances) > 1 else set()


def _is_heading_of(flow: Flow, index: int, group: list[int], vocabulary: Vocabulary) -> bool:
    """Whether a line of a group is a section's title: it stands out, and shows no light."""
    rank = flow.ranks.get(index)
    if rank is None or _light(flow, index, vocabulary) is not None:
        return False
    lit = [other for other in group if _light(flow, other, vocabulary) is not None]
    return all(rank < flow.ranks.get(other, PLAIN) for other in lit)


def find_legend_lines(
    flow: Flow, taken: set[int], names: set[str], vocabulary: Vocabulary
) -> set[int]:
    """Lines that stand together, each with another light and words that name no project.

    A single line with several lights is one too.
    """
    overall = any(
        (table := flow.table(i)) is not None and table.layout is not None
        for i in range(len(flow.elements))
    )
    lit = [
        index for index in range(len(flow.elements))
        if index not in taken and _light(flow, index, vocabulary) is not None
        and _key(flow, index, vocabulary) not in names
    ]  # fmt: skip
    lines: set[int] = set()
    labelled = _labelled_ranks(flow, vocabulary)
    for group in _groups(lit):
        lights = {_light(flow, index, vocabulary) for index in group}
        ranks = {flow.ranks.get(index) for index in group}
        free = overall or (bool(labelled) and not ranks & labelled)
        alone = len(group) == 1 and overall and _shows_several(flow, group[0], vocabulary)
        several = 1 < len(group) == len(lights) and free
        if (alone or several) and not _leads(flow, group[-1], vocabulary):
            lines.update(group)
    return lines


def _shows_several(flow: Flow, index: int, vocabulary: Vocabulary) -> bool:
    """Whether one line shows several lights: "(green) on course (red) late"."""
    paragraph = flow.paragraph(index)
    assert paragraph is not None
    return bool(read_light(paragraph.marks, [], vocabulary).others)


def _groups(indices: list[int]) -> Iterator[list[int]]:
    """Runs of indices that follow each other."""
    group: list[int] = []
    for index in indices:
        if group and index != group[-1] + 1:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _key(flow: Flow, index: int, vocabulary: Vocabulary) -> str:
    paragraph = flow.paragraph(index)
    if paragraph is None or not 0 < len(paragraph.text) <= _LONGEST:
        return ""
    text = name_before_light(piece_of(paragraph), vocabulary).rstrip(" :")
    known = vocabulary.is_label(text) or vocabulary.is_column(text) or vocabulary.is_field(text)
    return "" if known else name_key(text)


def _light(flow: Flow, index: int, vocabulary: Vocabulary) -> str | None:
    """The one light beside the words of a paragraph; None where there is none or a label."""
    paragraph = flow.paragraph(index)
    if paragraph is None or not 0 < len(paragraph.text) <= _LONGEST:
        return None
    piece = piece_of(paragraph)
    drawn = [mark for mark in paragraph.marks if mark.kind != "shading"]
    light = read_light(drawn, [signs_of(piece, vocabulary)], vocabulary).status.light
    if light in ("none", "unknown") and spoken_light(piece, vocabulary) is None:
        return None
    return light


def _leads(flow: Flow, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a label or a table of a project's own stands right below a line."""
    below = flow.elements[index + 1] if index + 1 < len(flow.elements) else None
    if isinstance(below, Paragraph):
        return find_label(piece_of(below), vocabulary) is not None
    table = flow.table(index + 1)
    return table is not None and table.kind in ("fields", "risks", "milestones")


def _labelled_ranks(flow: Flow, vocabulary: Vocabulary) -> set[object]:
    """Ranks of the headings that stand right above a label or a project's table."""
    return {rank for index, rank in flow.ranks.items() if _leads(flow, index, vocabulary)}
