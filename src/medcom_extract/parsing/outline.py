"""The outline: which headings are sections, which are projects, and where the report closes."""

from collections import Counter
from dataclasses import dataclass, field

from medcom_extract.document import Paragraph
from medcom_extract.parsing.evidence import Evidence, gather_evidence
from medcom_extract.parsing.flow import PLAIN, Flow, Rank
from medcom_extract.parsing.legends import read_legend_line
from medcom_extract.parsing.memos import is_memo
from medcom_extract.parsing.numbering import number_ends
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.parsing.tables import Judged
from medcom_extract.parsing.titles import Front
from medcom_extract.parsing.tracks import subproject_name
from medcom_extract.vocabulary import Vocabulary

__all__ = ["Outline", "build_outline"]

_TITLE_WORDS = 14
_OVERALL = ("overview", "register")
"""Kinds of table that hold several projects."""


@dataclass(slots=True)
class Outline:
    """A role for each paragraph of the flow.

    ``front``, ``section``, ``project``, ``track``, ``heading``, ``topic``, ``label``, ``legend``,
    ``closing`` or ``text``.  ``first`` and ``last`` are the indices of the first and the last
    element that has to do with projects.  ``numbers`` has the length of the outline number before
    the names of sections and projects that are numbered.
    """

    roles: dict[int, str] = field(default_factory=dict)
    first: int = 0
    last: int = -1
    project_rank: Rank | None = None
    evidence: Evidence = field(default_factory=Evidence)
    numbers: dict[int, int] = field(default_factory=dict)


def build_outline(flow: Flow, front: Front, vocabulary: Vocabulary) -> Outline:
    """Roles of all paragraphs."""
    evidence = gather_evidence(flow, front.taken, vocabulary)
    outline = Outline(dict(evidence.kinds), evidence=evidence)
    _find_projects(flow, outline, vocabulary)
    for index in range(len(flow.elements)):
        judged = flow.table(index)
        if judged is not None and judged.kind in _OVERALL:
            _free_label(flow, outline, index - 1)
        if judged is not None and judged.kind == "overview":
            _find_table_section(flow, outline, index, judged, vocabulary)
    _find_sections(flow, outline)
    for index, role in outline.roles.items():
        if role == "head" or (role == "topic" and _is_as_high_as_sections(flow, outline, index)):
            outline.roles[index] = "heading"
    _find_ends(flow, outline, vocabulary)
    for role in ("section", "project"):
        _find_numbers(flow, outline, role)
    return outline


def _find_numbers(flow: Flow, outline: Outline, role: str) -> None:
    """Tell outline numbers: a single section is compared with the headings of its rank."""
    own = [index for index, found in outline.roles.items() if found == role]
    ranks = {flow.ranks.get(index) for index in own}
    others = [i for i, rank in flow.ranks.items() if rank in ranks and outline.roles[i] != "front"]
    for indices in (own, others):
        texts = [p.text for i in indices if (p := flow.paragraph(i)) is not None]
        if len(indices) > 1:
            ends = dict(zip(indices, number_ends(texts), strict=True))
            outline.numbers.update({i: ends[i] for i in own if i in ends})
            return


def _find_projects(flow: Flow, outline: Outline, vocabulary: Vocabulary) -> None:
    reasons = outline.evidence.reasons
    evident = [head for head, found in reasons.items() if found]
    if not evident:
        return
    weights: Counter[Rank] = Counter()
    for head in evident:
        weights[flow.ranks[head]] += 2 if reasons[head] & {"name", "fields", "light"} else 1
    top = max(weights.values())
    rank = max(rank for rank, weight in weights.items() if weight == top)
    outline.project_rank = rank
    _add_tracked(flow, outline, rank, vocabulary)
    enclosing: Rank | None = None
    for head, found in reasons.items():
        own = flow.ranks[head]
        if own <= rank:
            enclosing = own if found and own == rank else None
        if not found:
            continue
        if own == rank or "name" in found:
            outline.roles[head] = "project"
        elif own > rank:
            outline.roles[head] = "track" if enclosing is not None else "project"
        elif not _covers_projects(flow, head, rank, reasons):
            outline.roles[head] = "project"
    _add_silent_projects(flow, outline, rank, vocabulary)
    for head in reasons:
        if outline.roles[head] == "head" and _opens_track(flow, outline, head, vocabulary):
            outline.roles[head] = "track"
    for index, role in outline.roles.items():
        if role == "text" and _is_plain_track(flow, outline, index, vocabulary):
            outline.roles[index] = "track"


def _is_plain_track(flow: Flow, outline: Outline, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a plain line says "Delprojekt: ..." over a label."""
    paragraph = flow.paragraph(index)
    if paragraph is None or outline.roles.get(index + 1) != "label" or paragraph.bullet is not None:
        return False
    return subproject_name(piece_of(paragraph), vocabulary) is not None


def _opens_track(flow: Flow, outline: Outline, head: int, vocabulary: Vocabulary) -> bool:
    """Whether a heading inside a project says "Delprojekt: ..." and stands over a label."""
    above = [i for i in outline.evidence.reasons if i < head and flow.ranks[i] < flow.ranks[head]]
    inside = bool(above) and outline.roles[above[-1]] == "project"
    named = _names_subproject(flow, head, vocabulary)
    return inside and named and outline.roles.get(head + 1) == "label"


def _add_tracked(flow: Flow, outline: Outline, rank: Rank, vocabulary: Vocabulary) -> None:
    """A sub-project's heading speaks for one of the projects' rank right above it."""
    for head, found in outline.evidence.reasons.items():
        if flow.ranks[head] == rank and _names_subproject(flow, head + 1, vocabulary):
            found.add("track")


def _names_subproject(flow: Flow, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a heading says "Delprojekt: ..."."""
    paragraph = flow.paragraph(index)
    if index not in flow.ranks or paragraph is None:
        return False
    return subproject_name(piece_of(paragraph), vocabulary) is not None


def _covers_projects(flow: Flow, head: int, rank: Rank, reasons: dict[int, set[str]]) -> bool:
    """Whether project headings stand below a heading, before the next one as high."""
    for other, found in reasons.items():
        if other <= head:
            continue
        if flow.ranks[other] <= flow.ranks[head]:
            return False
        if flow.ranks[other] == rank and found:
            return True
    return False


def _add_silent_projects(flow: Flow, outline: Outline, rank: Rank, vocabulary: Vocabulary) -> None:
    """Headings like the projects', among them, that hold mere text: projects without labels."""
    reasons = outline.evidence.reasons
    known = [h for h in reasons if outline.roles[h] == "project" and flow.ranks[h] == rank]
    if len(known) < 2 or any(t is not None and t.kind in _OVERALL for t in _tables(flow)):
        return
    first, last = _reach(flow, list(reasons), known, rank)
    between = [h for h in reasons if first < h < last and flow.ranks[h] == rank]
    silent = [h for h in between if outline.roles[h] != "project"]
    if len(silent) > 0.4 * (len(between) + 2):
        return
    for head in silent:
        paragraph = flow.paragraph(head)
        after = outline.roles.get(head + 1)
        if (
            paragraph is not None
            and after in ("text", "label", "topic")
            and not any(
                vocabulary.phrases("titles", key).matches(paragraph.text)
                for key in ("introductions", "closings")
            )
        ):
            outline.roles[head] = "project"


def _reach(flow: Flow, heads: list[int], known: list[int], rank: Rank) -> tuple[int, int]:
    """Between which indices a heading without evidence may be a project's.

    From the section's title over the first known project to the end of the last one's section;
    without sections from the first known project to the last, or to a higher heading after it.
    """
    higher = [head for head in heads if flow.ranks[head] < rank]
    above = [head for head in higher if head < known[0]]
    below = [head for head in higher if head > known[-1]]
    if not any(head < known[-1] for head in higher):
        return known[0], below[0] if below else known[-1]
    end = below[0] if below else len(flow.elements)
    return above[-1] if above else known[0], end


def _tables(flow: Flow) -> list[Judged | None]:
    return [flow.table(index) for index in range(len(flow.elements))]


def _free_label(flow: Flow, outline: Outline, index: int) -> None:
    """A heading such as "Milepæle" over a table of all projects is no project's label."""
    if index in flow.ranks and outline.roles.get(index) == "label":
        outline.roles[index] = "head"


def _find_table_section(
    flow: Flow, outline: Outline, index: int, judged: Judged, vocabulary: Vocabulary
) -> None:
    """The title over an overview table: the last heading before it, or a short line right above."""
    assert judged.layout is not None
    within = judged.layout.section is not None or _opens_with_section(judged)
    heads: list[int] = []
    at = index - 1
    while (
        at >= 0 and flow.table(at) is None and outline.roles.get(at) not in ("project", "section")
    ):
        if outline.roles.get(at) == "head":
            heads.append(at)
        at -= 1
    # "Projektoversigt" over the columns names no section where a heading does.
    if within and not (heads and _is_called_overview(judged, vocabulary)):
        return
    if heads:
        outline.roles[heads[0]] = "section"
        return
    above = flow.paragraph(index - 1)
    if (
        above is not None
        and outline.roles.get(index - 1) in ("text", "topic")
        and _may_title(above)
        and len(read_legend_line(piece_of(above), vocabulary)) < 2
    ):
        outline.roles[index - 1] = "section"


def _opens_with_section(judged: Judged) -> bool:
    """Whether the table has a section title of its own before its first project."""
    layout, grid = judged.layout, judged.grid
    assert layout is not None
    if layout.header is not None and layout.header.first > 0:
        return True
    cells = grid.filled(layout.first) if layout.first < grid.rows else []
    return len(cells) == 1 and grid.is_full_width(cells[0])


def _is_called_overview(judged: Judged, vocabulary: Vocabulary) -> bool:
    """Whether the rows above a table's header say no more than that it is an overview."""
    header = judged.layout.header if judged.layout is not None else None
    rows = range(header.first if header is not None else 0)
    titles = [judged.grid.text(cell) for row in rows for cell in judged.grid.filled(row)]
    overviews = vocabulary.phrases("titles", "overviews")
    return bool(titles) and all(map(overviews.matches, titles))


def _may_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.bullet is None
        and len(text.split()) <= _TITLE_WORDS
        and not text.endswith((".", ";", ",", ":"))
        and "http" not in text
    )


def _find_sections(flow: Flow, outline: Outline) -> None:
    """The heading above each project that stands next higher is its section."""
    for index, role in list(outline.roles.items()):
        if role not in ("project", "glance"):
            continue
        rank = flow.ranks[index] if role == "project" else PLAIN
        section = _enclosing(flow, outline, index, rank)
        if section is not None and outline.roles[section] == "head":
            outline.roles[section] = "section"
    for index in range(len(flow.elements)):
        judged = flow.table(index)
        if judged is not None and judged.kind == "fields" and judged.named:
            heads = [
                i for i in range(index) if outline.roles.get(i) in ("head", "section", "project")
            ]
            if heads and outline.roles[heads[-1]] == "head":
                outline.roles[heads[-1]] = "section"


def _is_as_high_as_sections(flow: Flow, outline: Outline, index: int) -> bool:
    """Whether a topic's name ("Bilag") is set as the sections are, above the projects' names."""
    project, own = outline.project_rank, flow.ranks.get(index)
    if project is None or own is None or own >= project:
        return False
    return any(
        role == "section" and own <= flow.ranks.get(other, PLAIN)
        for other, role in outline.roles.items()
    )


def _enclosing(flow: Flow, outline: Outline, index: int, rank: Rank) -> int | None:
    for other in range(index - 1, -1, -1):
        if outline.roles.get(other) in ("head", "section") and flow.ranks.get(other, rank) < rank:
            return other
        if outline.roles.get(other) == "section" and other not in flow.ranks:
            return None
    return None


def _find_ends(flow: Flow, outline: Outline, vocabulary: Vocabulary) -> None:
    """Where the projects begin and end; what stands after the last one's content closes."""
    telling = [
        index for index in range(len(flow.elements))
        if outline.roles.get(index) in ("section", "project", "glance")
        or _is_project_table(flow.table(index), vocabulary)
    ]  # fmt: skip
    if not telling:
        outline.first = len(flow.elements)
        return
    outline.first, outline.last = telling[0], telling[-1]
    starts = [i for i in telling if outline.roles.get(i) == "project"]
    if (starts and outline.last == starts[-1]) or (starts and _belongs(flow, outline, starts[-1])):
        segments = [_segment(flow, outline, start) for start in starts]
        outline.last = _close_last(flow, outline, segments, vocabulary)


def _is_project_table(judged: Judged | None, vocabulary: Vocabulary) -> bool:
    kinds = (*_OVERALL, "fields", "risks", "milestones")
    return judged is not None and judged.kind in kinds and not is_memo(judged, vocabulary)


def _belongs(flow: Flow, outline: Outline, start: int) -> bool:
    return outline.last < _segment(flow, outline, start).stop


def _segment(flow: Flow, outline: Outline, start: int) -> range:
    """The elements of a project, from its heading to the next heading as high or to an overview."""
    rank = flow.ranks[start]
    for index in range(start + 1, len(flow.elements)):
        role, table = outline.roles.get(index), flow.table(index)
        if role in ("project", "section") or (table is not None and table.kind in _OVERALL):
            return range(start, index)
        if role == "heading" and flow.ranks[index] <= rank:
            return range(start, index)
    return range(start, len(flow.elements))


def _close_last(flow: Flow, outline: Outline, segments: list[range], vocabulary: Vocabulary) -> int:
    """Set the trailing paragraphs of the last project apart where they are not its own."""
    last = segments[-1]
    tails = [_tail(flow, outline, segment) for segment in segments]
    unusual = len(segments) > 1 and not any(tails[:-1]) and _is_full(flow, outline, last)
    end = last.stop
    for index in reversed(tails[-1] if unusual else _loose_tail(flow, outline, last)):
        paragraph = flow.paragraph(index)
        if paragraph is None or not (unusual or _closes(paragraph.text, vocabulary)):
            break
        outline.roles[index] = "closing"
        end = index
    return end - 1


def _is_full(flow: Flow, outline: Outline, segment: range) -> bool:
    """Whether a project has labels or tables of risks and milestones, not only fields and text."""
    return any(
        outline.roles.get(index) == "label"
        or ((table := flow.table(index)) is not None and table.kind in ("risks", "milestones"))
        for index in segment
    )


def _tail(flow: Flow, outline: Outline, segment: range) -> list[int]:
    """Plain paragraphs at a project's end that follow a table or a list item."""
    tail = _loose_tail(flow, outline, segment)
    before = (tail[0] if tail else segment.stop) - 1
    above = flow.paragraph(before)
    after_list = above is not None and above.bullet is not None
    return tail if flow.table(before) is not None or after_list else []


def _loose_tail(flow: Flow, outline: Outline, segment: range) -> list[int]:
    tail: list[int] = []
    for index in reversed(segment):
        paragraph = flow.paragraph(index)
        if paragraph is None or outline.roles.get(index) != "text" or paragraph.bullet is not None:
            break
        tail.insert(0, index)
    return tail


def _closes(text: str, vocabulary: Vocabulary) -> bool:
    head = text.partition(":")[0]
    link = "http" in text or "www." in text
    phrase = vocabulary.phrases("titles", "closings")
    return (
        phrase.matches(head)
        or (link and (len(text.split()) <= 12 or bool(phrase.starts(text))))
        or bool(vocabulary.phrases("titles", "references").starts(text))
    )
