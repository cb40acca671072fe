"""Figures: charts and pictures with the captions that stand above, below or beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medcom_extract.document import Location, Paragraph, Picture, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.flow import PLAIN, Flow
from medcom_extract.parsing.grid import Grid, inner_blocks
from medcom_extract.parsing.periods import find_years
from medcom_extract.parsing.pieces import Piece
from medcom_extract.report import Figure, Heading, Years
from medcom_extract.vocabulary import Vocabulary

__all__ = ["pair_captions", "read_figure_table"]

_LONGEST_CAPTION = 160
_AXIS = re.compile(r"[\d.,%\s]+(?:mio\.?|tkr\.?|kr\.?)?")


def _figure(caption: str, places: tuple[Location, ...]) -> Figure:
    years = find_years(caption, single=True)
    span = Years(start=years[0], end=years[1]) if years else None
    return Figure(caption=caption, years=span, locations=places)


def read_figure_table(grid: Grid, ledger: Ledger) -> tuple[list[Figure], list[Heading]]:
    """Figures of a layout table: the caption stands in the picture's cell, above it or below it.

    A larger line over a caption is a heading over the figures.
    """
    figures: list[tuple[int, int, Figure]] = []
    headings: list[Heading] = []
    used: set[int] = set()
    above = _captions_lead(grid)
    for cell in grid.table.cells:
        blocks = list(inner_blocks(cell.blocks))
        if not any(isinstance(block, Picture) for block in blocks):
            continue
        order = (0, -1, 1) if above else (0, 1, -1)
        for step in order:
            row = cell.row if step == 0 else cell.row + (step if step < 0 else cell.row_span)
            other = cell if step == 0 else grid.at(row, cell.column)
            pieces = [p for p in grid.pieces(other) if count_words(p.text)] if other else []
            if other is None or not pieces or id(other) in used:
                continue
            used.add(id(other))
            ledger.take(*grid.pieces(other))
            while len(pieces) > 1 and _is_larger(pieces[0], pieces[-1]):
                headings.append(Heading(text=pieces[0].text, locations=pieces[0].locations))
                pieces = pieces[1:]
            caption = " ".join(piece.text for piece in pieces)
            figures.append((other.row, other.column, _figure(caption, other.locations)))
            break
    return [figure for _, _, figure in figures], headings


def _is_larger(piece: Piece, other: Piece) -> bool:
    size, usual = piece.paragraph.size, other.paragraph.size
    return piece.paragraph.level is not None or bool(size and usual and size > 1.1 * usual)


def _captions_lead(grid: Grid) -> bool:
    """Whether the first filled row holds words, not pictures."""
    for row in range(grid.rows):
        cells = grid.filled(row)
        if cells:
            return not any(
                isinstance(block, Picture) for cell in cells for block in inner_blocks(cell.blocks)
            )
    return True


@dataclass(frozen=True, slots=True)
class _Mention:
    index: int
    picture: bool


def pair_captions(
    flow: Flow, free: Sequence[int], last: int, vocabulary: Vocabulary
) -> list[tuple[int, Figure]]:
    """Pair pictures of the flow with captions among the ``free`` paragraphs: (index, figure).

    After the ``last`` element about projects a plain line beside a picture is a caption too.

    The file's own captions and lines such as "Figur 1: ..." first; else, in each run of captions
    and pictures, they pair off in order, whichever come first.
    """
    figures: list[tuple[int, Figure]] = []
    for run in _runs(flow, set(free), last, vocabulary):
        captions = [m.index for m in run if not m.picture]
        pictures = [m.index for m in run if m.picture]
        told = [i for i in captions if _is_told(flow, i, vocabulary)]
        if told:
            captions = told
        elif len(captions) > len(pictures):
            captions = _under_heading(flow, run) or _nearest(run, len(pictures))
        for index in captions:
            paragraph = flow.paragraph(index)
            if paragraph is not None and pictures:
                figures.append((index, _figure(paragraph.text, paragraph.locations)))
    return figures


def _is_told(flow: Flow, index: int, vocabulary: Vocabulary) -> bool:
    paragraph = flow.paragraph(index)
    if paragraph is None:
        return False
    starts = vocabulary.phrases("captions", "words").starts(paragraph.text)
    return paragraph.role == "caption" or (starts > 0 and any(c.isdigit() for c in paragraph.text))


def _runs(flow: Flow, free: set[int], last: int, vocabulary: Vocabulary) -> list[list[_Mention]]:
    """Runs of pictures and what may be their captions, axis labels left out."""
    runs: list[list[_Mention]] = [[]]
    for index, element in enumerate(flow.elements):
        if isinstance(element, Picture):
            runs[-1].append(_Mention(index, True))
        elif (
            isinstance(element, Paragraph)
            and index in free
            and (
                _may_caption(flow, index, vocabulary) or (index > last and _is_beside(flow, index))
            )
        ):
            runs[-1].append(_Mention(index, False))
        elif not (isinstance(element, Paragraph) and _AXIS.fullmatch(element.text)) and runs[-1]:
            runs.append([])
    return [run for run in runs if any(mention.picture for mention in run)]


def _may_caption(flow: Flow, index: int, vocabulary: Vocabulary) -> bool:
    paragraph = flow.paragraph(index)
    if paragraph is None or not count_words(paragraph.text):
        return False
    if len(paragraph.text) > _LONGEST_CAPTION or _AXIS.fullmatch(paragraph.text):
        return False
    if vocabulary.is_field(paragraph.text.rstrip(" :")):
        return False
    lowest = max((flow.ranks[i] for i in flow.ranks), default=None)
    rank = flow.ranks.get(index)
    return _is_told(flow, index, vocabulary) or (
        rank is not None and (rank == lowest or rank[0] > 0) and paragraph.level is None
    )


def _is_beside(flow: Flow, index: int) -> bool:
    """Whether a short line that is no sentence stands right above or below a picture."""
    paragraph = flow.paragraph(index)
    if paragraph is None or not count_words(paragraph.text):
        return False
    beside = any(isinstance(e, Picture) for e in flow.elements[max(index - 1, 0) : index + 2])
    short = len(paragraph.text) <= _LONGEST_CAPTION and not paragraph.text.endswith((".", ":"))
    return beside and short and paragraph.bullet is None


def _under_heading(flow: Flow, run: Sequence[_Mention]) -> list[int]:
    """The captions right below each picture of a run, where a higher heading opens it; further
    headings as high as that are no captions.
    """
    head = run[0]
    rank = flow.ranks.get(head.index)
    if head.picture or rank is None:
        return []
    rest = [m for m in run[1:] if m.picture or flow.ranks.get(m.index, PLAIN) > rank]
    captions = [mention.index for mention in rest[1::2]]
    paired = [mention.picture for mention in rest] == [True, False] * len(captions)
    return captions if paired else []


def _nearest(run: Sequence[_Mention], count: int) -> list[int]:
    """The captions nearest to the pictures: those right above, else right below."""
    chosen: list[int] = []
    if run[0].picture:
        chosen = [m.index for m in run if not m.picture][:count]
    else:
        waiting: list[int] = []
        pictures = 0
        for mention in [*run, _Mention(-1, False)]:
            if mention.picture:
                pictures += 1
                continue
            if pictures:
                chosen.extend(waiting[-pictures:])
                waiting, pictures = [], 0
            waiting.append(mention.index)
    return [index for index in chosen if index >= 0][:count]
