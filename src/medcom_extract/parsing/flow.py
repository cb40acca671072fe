"""The body as one flow: paragraphs, judged tables and pictures, with headings ranked.

Tables that are mere layout are dissolved into what they hold.  A heading is what the file calls
one; where it calls nothing so, a paragraph in a larger size, or short and bold.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from medcom_extract.document import Block, Document, Paragraph, Picture, Table
from medcom_extract.parsing.cards import open_cell, split_cards
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.labels import split_key
from medcom_extract.parsing.layouts import Layout
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.parsing.spoken import name_after_key
from medcom_extract.parsing.tables import Judged, judge_table
from medcom_extract.vocabulary import Vocabulary

__all__ = ["PLAIN", "Element", "Flow", "Rank", "build_flow"]

Element = Paragraph | Judged | Picture
Rank = tuple[int, float, int]
"""Smaller is higher.  Headings by the file's own levels go before those told by their look."""

PLAIN: Rank = (9, 0, 0)
"""Below all headings."""
_LARGER = 1.12
_SHARE = 0.2
"""Share of all letters that a size needs to be the body's: less is footnotes, or titles."""
_LONGEST_HEADING = 170
_LONGEST_BOLD = 120


@dataclass(slots=True)
class Flow:
    """Elements in reading order; ``ranks`` has those that are headings."""

    elements: list[Element] = field(default_factory=list)
    ranks: dict[int, Rank] = field(default_factory=dict)
    body_size: float | None = None

    def paragraph(self, index: int) -> Paragraph | None:
        """The paragraph at an index; None where something else (or nothing) stands."""
        element = self.elements[index] if 0 <= index < len(self.elements) else None
        return element if isinstance(element, Paragraph) else None

    def table(self, index: int) -> Judged | None:
        """The table at an index; None where something else (or nothing) stands."""
        element = self.elements[index] if 0 <= index < len(self.elements) else None
        return element if isinstance(element, Judged) else None


def build_flow(document: Document, vocabulary: Vocabulary, grids: Grids) -> Flow:
    """The document's flow."""
    flow = Flow(body_size=_body_size(document))
    _Builder(flow, vocabulary, grids).add(document.blocks)
    for index, element in enumerate(flow.elements):
        if isinstance(element, Paragraph):
            rank = _rank(element, flow.body_size)
            if rank is not None:
                flow.ranks[index] = rank
    _add_plain_headings(flow, vocabulary)
    _add_named_headings(flow, vocabulary)
    return flow


def _body_size(document: Document) -> float | None:
    """The smallest size that much of the text is set in; None where no sizes are told.

    Where most is plain, bold words tell nothing: small bold labels may be many.
    """
    plain: dict[float, int] = {}
    bold: dict[float, int] = {}
    for paragraph in document.paragraphs():
        for run in paragraph.runs:
            if run.size:
                told = bold if run.bold else plain
                told[run.size] = told.get(run.size, 0) + len(run.text)
    sizes: Counter[float] = Counter()
    mostly_plain = sum(plain.values()) >= sum(bold.values())
    for told in (plain,) if mostly_plain else (plain, bold):
        for size, count in told.items():
            sizes[round(size * 2) / 2] += count
    total = sizes.total()
    return min((size for size, count in sizes.items() if count >= _SHARE * total), default=None)


@dataclass(slots=True)
class _Builder:
    flow: Flow
    vocabulary: Vocabulary
    grids: Grids
    before: Layout | None = None

    def add(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._add_table(block)
            elif not isinstance(block, Paragraph) or block.text or block.marks:
                self.flow.elements.append(block)

    def _add_table(self, table: Table) -> None:
        grid = self.grids.of(table)
        cards = split_cards(grid, self.vocabulary)
        if cards:
            self.add(cards)
            return
        judged = judge_table(grid, self.vocabulary, self.before)
        if judged.layout is not None:
            self.before = judged.layout
        if judged.kind == "layout":
            for cell in table.cells:
                self.add(open_cell(judged.grid, cell, self.vocabulary))
        else:
            self.flow.elements.append(judged)


def _rank(paragraph: Paragraph, body_size: float | None) -> Rank | None:
    if paragraph.role in ("caption", "subtitle") or not paragraph.text:
        return None
    if paragraph.role == "title":
        return (0, 0, 0)
    if paragraph.level is not None:
        return (0, paragraph.level, 0)
    if paragraph.role == "heading":
        return (0, 1, 0)
    if paragraph.bullet is not None and not paragraph.bullet[:1].isdigit():
        return None
    return _rank_by_look(paragraph, body_size)


def _rank_by_look(paragraph: Paragraph, body_size: float | None) -> Rank | None:
    size = paragraph.size or body_size or 0.0
    larger = body_size is not None and size >= _LARGER * body_size
    text = paragraph.text
    if larger and len(text) <= _LONGEST_HEADING and not (text.endswith(".") and len(text) > 80):
        return (1, -round(size * 2) / 2, 0 if paragraph.bold else 1)
    short = len(text) <= _LONGEST_BOLD and not text.endswith((".", ";", ","))
    near = body_size is None or size >= 0.9 * body_size
    if short and near and _is_bold(paragraph):
        return (1, -round(size * 2) / 2, 0)
    return None


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether all words are bold; signs beside them (a coloured dot) need not be."""
    worded = [run for run in paragraph.runs if any(char.isalnum() for char in run.text)]
    return bool(worded) and all(run.bold for run in worded)


def _add_named_headings(flow: Flow, vocabulary: Vocabulary) -> None:
    """Plain lines such as "Projekt: Fælles kalender", where several stand over further keys."""
    named = [
        index for index in range(len(flow.elements))
        if index not in flow.ranks and (p := flow.paragraph(index)) is not None
        and name_after_key(piece_of(p), vocabulary) is not None
        and (below := flow.paragraph(index + 1)) is not None and split_key(piece_of(below))
    ]  # fmt: skip
    if len(named) > 1:
        flow.ranks.update(dict.fromkeys(named, (2, 0, 0)))


def _add_plain_headings(flow: Flow, vocabulary: Vocabulary) -> None:
    """A short plain paragraph right above a table of fields, or with a mark beside it.

    What stands below the key of a field is its value, no heading.
    """
    for index, element in enumerate(flow.elements):
        if not isinstance(element, Paragraph) or index in flow.ranks or not element.text:
            continue
        key = flow.paragraph(index - 1)
        if key is not None and vocabulary.is_field(key.text.rstrip(" :")):
            continue
        after = flow.table(index + 1)
        above = after is not None and after.kind == "fields" and not after.named
        marked = any(mark.kind != "shading" for mark in element.marks)
        short = len(element.text) <= 100 and not element.text.endswith((".", ";", ",", ":"))
        if (above or marked) and short and element.bullet is None and element.role is None:
            flow.ranks[index] = (2, 0, 0)
