"""Lines that may be labels, each with its look and what it leads."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from medcom_extract.document import Block, Cell, Document, Location, Paragraph, has_words
from medcom_extract.parsing.evidence import status_line
from medcom_extract.parsing.grid import Grid, Grids
from medcom_extract.parsing.labels import find_label, set_off_ends
from medcom_extract.parsing.pieces import Piece, lines_of, piece_of, split_piece
from medcom_extract.vocabulary import LabelKind, Vocabulary, normalise

__all__ = ["Look", "Sighting", "find_sightings"]

_LONGEST, _MOST_WORDS = 70, 9
_ENDS = re.compile(r"(?<!p\.t)(?<!\bpt)[.;,!…]\s*$")


class Look(NamedTuple):
    """What labels of one kind share: their letters, and how they stand.

    ``begins`` is a label that its text follows in the same paragraph, ``alone`` one that has its
    cell for itself.
    """

    letters: tuple[bool, bool, bool]
    color: str | None
    size: float | None
    level: int | None
    colon: bool
    begins: bool
    alone: bool


class Sighting(NamedTuple):
    """A line that may be a label; ``leads`` tells whether it stands over or before a text.

    ``known`` is the kind of a known label.
    """

    text: str
    key: str
    look: Look
    known: LabelKind | None
    leads: bool
    places: tuple[Location, ...]

    def leading(self, leads: bool) -> "Sighting":
        """The same, which leads a text if this one does, or if ``leads`` says so."""
        return self if self.leads or not leads else self._replace(leads=True)


Line = Piece | None
"""None stands for a table or a picture."""


def find_sightings(
    document: Document, vocabulary: Vocabulary, grids: Grids
) -> list[list[Sighting]]:
    """All lines that are labels or may be: those in the body first, then those of each cell."""
    places = [list(_in_lines(_lines(document.blocks), vocabulary))]
    for table in document.tables():
        grid = grids.of(table)
        headed = max(1, table.header_rows)
        for at, row in enumerate(table.rows):
            for cell, after in zip(row, [*row[1:], None], strict=False):
                lines = _cell_lines(grid, cell)
                if lines:
                    heads = at < headed
                    places.append(list(_in_cell(lines, after, vocabulary, heads=heads)))
    return places


def _lines(blocks: Iterable[Block]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.extend(line for line in lines_of(piece_of(block)) if line.text)
        else:
            lines.append(None)
    return lines


def _cell_lines(grid: Grid, cell: Cell) -> list[Line]:
    """The lines of a cell, those that its grid has where nothing but paragraphs stands in it."""
    if all(isinstance(block, Paragraph) for block in cell.blocks):
        return [line for line in grid.lines(cell) if line.text]
    return _lines(cell.blocks)


def _in_cell(
    lines: list[Line], after: Cell | None, vocabulary: Vocabulary, *, heads: bool
) -> Iterator[Sighting]:
    if len(lines) > 1:
        yield from _in_lines(lines, vocabulary)
    elif lines[0] is not None and not heads:
        found = _sighting(lines[0], vocabulary, alone=True)
        if found is not None:
            yield found.leading(after is not None and has_words(after.text))


def _in_lines(lines: list[Line], vocabulary: Vocabulary) -> Iterator[Sighting]:
    for at, line in enumerate(lines):
        found = _sighting(line, vocabulary, alone=False) if line is not None else None
        if line is None or found is None:
            continue
        leads = at + 1 < len(lines)
        below: Line = lines[at + 1] if leads else None
        if below is not None and not found.leads:
            leads = find_label(below, vocabulary) is None and not _alike(below, line, vocabulary)
        yield found.leading(leads)


def _alike(below: Piece, line: Piece, vocabulary: Vocabulary) -> bool:
    """Whether the line below may be a label of the same look, not what stands under one."""
    colons = below.text.endswith(":") == line.text.endswith(":")
    return (
        below.look == line.look and colons and _is_set_off(below) and _may_label(below, vocabulary)
    )


def _sighting(line: Piece, vocabulary: Vocabulary, *, alone: bool) -> Sighting | None:
    """The label that a line is, begins with or may be; one that begins it leads its text."""
    cut = _begins_with(line)
    # Most lines are plain sentences: those can be no label that teaches a look.
    if not cut and len(line.text) > _LONGEST:
        return None
    # "Status: Grøn" is a field, of which the look says nothing about labels.
    if status_line(line, vocabulary) is not None:
        return None
    found = find_label(line, vocabulary)
    if found is not None:
        begins = found.rest is not None
        return _made(found.label, known=found.kind, leads=begins, begins=begins, alone=alone)
    head = split_piece(line, cut)[0] if cut else line
    if (not cut and not _is_set_off(head)) or not _may_label(head, vocabulary):
        return None
    return _made(head, known=None, leads=bool(cut), begins=bool(cut), alone=alone)


def _begins_with(line: Piece) -> int | None:
    """Where a start ends that is set off; None where none is."""
    cut = next(iter(set_off_ends(line)), None)
    return cut if cut and has_words(line.raw[cut:]) else None


def _is_set_off(piece: Piece) -> bool:
    return piece.styled or piece.paragraph.level is not None or piece.text.endswith(":")


def _may_label(piece: Piece, vocabulary: Vocabulary) -> bool:
    text = piece.text.rstrip(" :–—-").strip()
    if not (1 < len(text) <= _LONGEST) or len(text.split()) > _MOST_WORDS or _ENDS.search(text):
        return False
    if piece.bullet is not None and not piece.bold:
        return False
    if not any(char.isalpha() for char in text):
        return False
    topics = vocabulary.phrases("fields", "topics")
    known = vocabulary.is_field(text) or vocabulary.is_column(text) or topics.matches(text)
    return not known


def _made(
    piece: Piece, *, known: LabelKind | None, leads: bool, begins: bool, alone: bool
) -> Sighting:
    inked = next((run for run in piece.runs if run.text.strip()), None)
    size = round(inked.size * 2) / 2 if inked is not None and inked.size else None
    color = inked.color if inked is not None else None
    colon = piece.text.endswith(":")
    look = Look(piece.look, color, size, piece.paragraph.level, colon, begins, alone)
    text = piece.text.rstrip(" :.-–—").strip()
    return Sighting(text, normalise(text), look, known, leads, piece.locations)
