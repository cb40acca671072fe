"""What speaks for a heading being a project's: a light, fields, labels, or a name known already."""

from collections import Counter
from dataclasses import dataclass, field

from medcom_extract.document import Paragraph, count_words, has_words
from medcom_extract.parsing.details import named_project
from medcom_extract.parsing.drafts import name_key
from medcom_extract.parsing.flow import Flow, Rank
from medcom_extract.parsing.glances import find_glances, find_legend_lines
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.labels import find_label, split_key
from medcom_extract.parsing.layouts import Layout
from medcom_extract.parsing.legends import is_legend_line
from medcom_extract.parsing.lights import holds_light, read_light
from medcom_extract.parsing.pieces import Piece, piece_of
from medcom_extract.parsing.spoken import name_before_light, says_light, spoken_light
from medcom_extract.parsing.tracks import subproject_name
from medcom_extract.parsing.witnesses import signs_of
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = [
    "SIGNALS",
    "Evidence",
    "gather_evidence",
    "overview_names",
    "status_line",
]

SIGNALS = ("red", "yellow", "green")
"""Lights that make a heading a project's by themselves; icons in a house's blue do not."""


@dataclass(slots=True)
class Evidence:
    """Kinds of the flow's paragraphs, and the reasons found for each heading."""

    kinds: dict[int, str] = field(default_factory=dict)
    reasons: dict[int, set[str]] = field(default_factory=dict)


def overview_names(flow: Flow) -> set[str]:
    """Keys of the names that the overview tables give."""
    names: set[str] = set()
    for index in range(len(flow.elements)):
        judged = flow.table(index)
        if judged is not None and judged.layout is not None:
            names |= _names_in(judged.grid, judged.layout)
    return names


def _names_in(grid: Grid, layout: Layout) -> set[str]:
    cells = [grid.at(row, layout.name) for row in range(layout.first, grid.rows)]
    # A row that spans the table is a section's title.
    names = [c for c in cells if c is not None and not is_empty(c) and not grid.is_full_width(c)]
    keys = {name_key(grid.text(cell)) for cell in names}
    return keys - {""}


def gather_evidence(flow: Flow, taken: list[int], vocabulary: Vocabulary) -> Evidence:
    """Judge each paragraph, then attach what is found to the heading it stands under."""
    evidence = Evidence()
    names = overview_names(flow)
    glances = find_glances(flow, taken, vocabulary)
    again = _recurring(flow, glances)
    legend = find_legend_lines(flow, {*taken, *glances}, names, vocabulary)
    lists = {**dict.fromkeys(glances, "glance"), **dict.fromkeys(legend, "text")}
    lists.update(dict.fromkeys(taken, "front"))
    for index, element in enumerate(flow.elements):
        if isinstance(element, Paragraph):
            told = lists.get(index) or _kind(flow, index, names, again, vocabulary)
            evidence.kinds[index] = told
    heads: list[int] = []
    for index in range(len(flow.elements)):
        kind = evidence.kinds.get(index)
        if kind == "head":
            heads.append(index)
            evidence.reasons[index] = _own_reasons(flow, index, names, vocabulary)
        elif kind != "front":
            head = _head_of(flow, heads, index)
            reason = _reason(flow, index, kind, vocabulary)
            if reason == "overview" and heads and evidence.reasons[heads[-1]] == {"light"}:
                evidence.reasons[heads[-1]].clear()
            if kind == "glance" or reason == "overview" or (
                _names_another(flow, index, heads, vocabulary)
            ):  # fmt: skip
                heads.clear()
            elif head is not None and reason:
                evidence.reasons[head].add(reason)
    return evidence


def _names_another(flow: Flow, index: int, heads: list[int], vocabulary: Vocabulary) -> bool:
    """Whether a table of fields names a project other than the heading above.

    What follows is that project's then, and the heading may be a section's.
    """
    judged = flow.table(index)
    if judged is None or judged.kind != "fields" or not judged.named or not heads:
        return False
    above, name = flow.paragraph(heads[-1]), name_key(named_project(judged.grid, vocabulary))
    key = name_key(above.text) if above is not None else ""
    return bool(name) and name not in key and key not in name


def _recurring(flow: Flow, glances: set[int]) -> set[str]:
    """Texts that head more than one place: topics, not projects.

    Lines and tables of an overview, and the titles over them, come again with the projects' pages.
    """
    ranked = [
        index for index in flow.ranks
        if not {index, index + 1} & glances and not _heads_overview(flow, index)
    ]  # fmt: skip
    texts = [p.text for index in ranked if (p := flow.paragraph(index)) is not None]
    counts = Counter(normalise(text) for text in texts)
    return {text for text, count in counts.items() if count > 1}


def _heads_overview(flow: Flow, index: int) -> bool:
    judged = flow.table(index + 1)
    return judged is not None and judged.kind in ("overview", "register")


def _kind(flow: Flow, index: int, names: set[str], again: set[str], vocabulary: Vocabulary) -> str:
    paragraph = flow.paragraph(index)
    assert paragraph is not None
    piece = piece_of(paragraph)
    ranked = index in flow.ranks
    if ranked and name_key(name_before_light(piece, vocabulary)) in names:
        return "head"
    if status_line(piece, vocabulary) is not None:
        return "topic" if ranked else "text"
    if find_label(piece, vocabulary):
        return "label"
    if not ranked or _is_word_on_mark(flow, index, vocabulary):
        return "text"
    text = paragraph.text.rstrip(" :")
    if vocabulary.phrases("legends", "openings").matches(text) and _legend_follows(
        flow, index, vocabulary
    ):
        return "legend"
    topic = vocabulary.phrases("fields", "topics").matches(text) or vocabulary.is_field(text)
    if topic or (normalise(text) in again and subproject_name(piece, vocabulary) is None):
        return "topic"
    found = split_key(piece)
    if found and vocabulary.is_field(found[0].text):
        return "topic"
    return "head"


def _is_word_on_mark(flow: Flow, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a heading's mark is followed by the colour's name that stands on it."""
    above, paragraph = flow.paragraph(index - 1), flow.paragraph(index)
    marked = above is not None and any(mark.kind != "shading" for mark in above.marks)
    return marked and paragraph is not None and says_light(paragraph.text, vocabulary)


def _legend_follows(flow: Flow, index: int, vocabulary: Vocabulary) -> bool:
    for after in range(index + 1, index + 4):
        table, paragraph = flow.table(after), flow.paragraph(after)
        if table is not None:
            return table.kind == "legend"
        if paragraph is not None and is_legend_line(piece_of(paragraph), vocabulary):
            return True
    return False


def _head_of(flow: Flow, heads: list[int], index: int) -> int | None:
    """The heading that something stands under; a label in a heading's look needs a higher one, or
    one right above it that is as large and set otherwise (in italics).
    """
    rank: Rank | None = flow.ranks.get(index)
    for head in reversed(heads):
        if rank is None or flow.ranks[head] < rank or _is_set_apart(flow, head, index):
            return head
    return heads[-1] if heads and rank is None else None


def _is_set_apart(flow: Flow, head: int, index: int) -> bool:
    """Whether a heading stands right above one of its rank, and one of them is in italics."""
    above, below = flow.paragraph(head), flow.paragraph(index)
    if head != index - 1 or flow.ranks[head] != flow.ranks[index] or not (above and below):
        return False
    return _is_italic(above) != _is_italic(below)


def _is_italic(paragraph: Paragraph) -> bool:
    return all(run.italic for run in paragraph.runs if has_words(run.text))


def _own_reasons(flow: Flow, index: int, names: set[str], vocabulary: Vocabulary) -> set[str]:
    paragraph = flow.paragraph(index)
    assert paragraph is not None
    reasons: set[str] = set()
    piece = piece_of(paragraph)
    if name_key(name_before_light(piece, vocabulary)) in names:
        reasons.add("name")
    drawn = [mark for mark in paragraph.marks if mark.kind != "shading"]
    light = read_light(drawn, [signs_of(piece, vocabulary)], vocabulary).status.light
    if (light in SIGNALS and len(piece.text) <= 140) or spoken_light(piece, vocabulary) is not None:
        reasons.add("light")
    return reasons


def status_line(piece: Piece, vocabulary: Vocabulary) -> Piece | None:
    """The value of "Status: ● Gul"; None where the line says no light under a status key."""
    found = split_key(piece)
    if found is None:
        key = piece.text.rstrip(" :")
        bare = "status" in vocabulary.column_roles(key) and bool(piece.marks)
        return piece if bare else None
    key_piece, value = found
    if "status" not in vocabulary.column_roles(key_piece.text.rstrip(" :")):
        return None
    lit = holds_light(piece.marks, [value], vocabulary) if piece.start == 0 else False
    if lit or vocabulary.phrases("lights", "none").matches(value.text):
        return value
    return None


def _reason(flow: Flow, index: int, kind: str | None, vocabulary: Vocabulary) -> str | None:
    judged = flow.table(index)
    if judged is not None:
        if judged.kind in ("overview", "register"):
            return "overview"
        if judged.kind == "fields":
            return None if judged.named else "fields"
        if judged.kind == "labels":
            return "risk"
        return judged.kind if judged.kind in ("risks", "milestones") else None
    paragraph = flow.paragraph(index)
    if paragraph is None:
        return None
    piece = piece_of(paragraph)
    if kind == "label":
        found = find_label(piece, vocabulary)
        assert found is not None
        return found.kind if found.kind in ("risk", "achieved", "upcoming") else None
    if status_line(piece, vocabulary) is not None:
        return "light"
    alone = not count_words(paragraph.text) and index > 0 and index - 1 in flow.ranks
    if not alone:
        return None
    drawn = [mark for mark in paragraph.marks if mark.kind != "shading"]
    light = read_light(drawn, [Piece(paragraph, piece.runs, 1, 1)], vocabulary)
    return "light" if light.status.light in SIGNALS else None
