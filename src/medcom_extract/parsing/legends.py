"""Legends: what the document itself says that its colours mean."""

import re

from medcom_extract.document import Location, Mark, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.headers import find_header
from medcom_extract.parsing.lights import read_light
from medcom_extract.parsing.pieces import Piece, split_piece
from medcom_extract.parsing.witnesses import colour_words, glyph_witnesses, signs_of, strip_signs
from medcom_extract.report import Legend
from medcom_extract.vocabulary import Vocabulary

__all__ = ["is_legend_line", "is_legend_table", "read_legend_line", "read_legend_table"]

_MOST_ROWS = 9
_LONGEST = 400
"""Characters of a colour's explanation."""
_SEPARATOR = re.compile(r"^[\s:=–—-]+")
_PART = re.compile(r"(?<=[;,.])\s+|\s+[|•]\s+|\s*\n\s*|\t+")
_Entry = tuple[str, str | None, str, tuple[Location, ...]]


def is_legend_table(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Each row (or each cell of the one row) gives another light, with its meaning in words."""
    if grid.rows > _MOST_ROWS or grid.columns > 8:
        return False
    if any(len(grid.text(cell)) > _LONGEST for cell in grid.table.cells):
        return False
    first = _first_row(grid, vocabulary)
    entries = _entries(grid, first, vocabulary)
    rows = grid.rows - first
    lights = [light for light, _, _, _ in entries]
    expected = rows if rows > 1 else len([c for c in grid.row(first) if not is_empty(c)]) // 2
    if len(entries) < 2 or len(set(lights)) != len(lights):
        return False
    return len(entries) >= max(2, expected)


def _first_row(grid: Grid, vocabulary: Vocabulary) -> int:
    """The row after the header and titles; 0 without any."""
    cells = grid.filled(0)
    words = [grid.text(cell) for cell in cells]
    openings = vocabulary.phrases("legends", "openings")
    columns = vocabulary.phrases("legends", "columns")
    if len(cells) == 1 and openings.matches(words[0]):
        return 1
    if cells and all(columns.matches(word) for word in words) and find_header(grid, vocabulary):
        return 1
    return int(bool(cells) and len(cells) > 1 and all(columns.matches(word) for word in words))


def _entries(grid: Grid, first: int, vocabulary: Vocabulary) -> list[_Entry]:
    entries: list[_Entry] = []
    for row in range(first, grid.rows):
        cells = [c for c in grid.row(row) if c.row == row and (not is_empty(c) or c.marks)]
        at = 0
        while at < len(cells):
            pieces = grid.pieces(cells[at])
            entry = _one(list(cells[at].marks), pieces, cells[at].locations, vocabulary)
            if entry and not count_words(entry[2]) and at + 1 < len(cells):
                at += 1
                meaning = " ".join(p.text for p in grid.pieces(cells[at]) if p.text)
                entry = (entry[0], entry[1], meaning, entry[3])
            if entry and count_words(entry[2]) and not vocabulary.is_label(entry[2]):
                entries.append(entry)
            elif any(count_words(piece.text) for piece in pieces) or entry:
                return []
            at += 1
        if grid.rows - first > 1 and len(cells) > 3:
            return []
    return entries


def _one(
    marks: list[Mark], pieces: list[Piece], places: tuple[Location, ...], vocabulary: Vocabulary
) -> _Entry | None:
    """A light and the words after it: "Grøn: følger planen", or a mark and its meaning."""
    words = strip_signs(" ".join(p.text for p in pieces if p.text), vocabulary)
    head, _, rest = words.partition(":") if ":" in words[:25] else (words, "", "")
    if not rest:
        parts = re.split(r"\s*[=–—]\s*|\s-\s", words, maxsplit=1)
        head, rest = (parts[0], parts[1]) if len(parts) == 2 else (words, "")
    spoken = colour_words(head, vocabulary) if len(head.split()) <= 3 else []
    seen = read_light(
        [*marks, *(m for p in pieces for m in p.marks)],
        [signs_of(p, vocabulary) for p in pieces],
        vocabulary,
    )
    light = seen.status.light if seen.status.light not in ("none", "unknown") else None
    if light is None and len(spoken) == 1:
        light = spoken[0]
    if light is None:
        return None
    if spoken == [light] or (len(spoken) == 1 and not light):
        return light, seen.status.color, rest.strip(), places
    return light, seen.status.color, words, places


def read_legend_table(grid: Grid, vocabulary: Vocabulary, ledger: Ledger) -> list[Legend]:
    """The legend's entries."""
    for cell in grid.table.cells:
        ledger.take(*grid.pieces(cell))
    return _built(_entries(grid, _first_row(grid, vocabulary), vocabulary))


def _built(entries: list[_Entry]) -> list[Legend]:
    return [
        Legend(light=light, color=color, text=text, locations=places)
        for light, color, text, places in entries
    ]


def is_legend_line(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line explains a colour or several: "Grøn: ...", "grøn = ..., gul = ..."."""
    return bool(read_legend_line(piece, vocabulary))


def read_legend_line(piece: Piece, vocabulary: Vocabulary) -> list[Legend]:
    """The colours that a line explains; [] where it explains none."""
    parts = _split_colours(piece, vocabulary)
    entries = []
    for part in parts:
        entry = _one([], [part], piece.locations, vocabulary)
        if entry and count_words(entry[2]) and (len(parts) > 1 or _is_explained(part, vocabulary)):
            text = entry[2].rstrip(" ,;") if len(parts) > 1 else entry[2]
            entries.append((entry[0], entry[1], text, entry[3]))
    return _built(entries) if len(entries) == len(parts) else []


def _is_explained(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a colour's name (or a coloured sign) and a separator begin the line."""
    text = strip_signs(piece.text, vocabulary)
    if glyph_witnesses([piece], vocabulary) or piece.marks:
        return True
    match = re.match(r"(\w+(?: \w+)?)\s*(?::|=|–|—|\s-\s)", text)
    return match is not None and len(colour_words(match[1], vocabulary)) == 1


def _split_colours(piece: Piece, vocabulary: Vocabulary) -> list[Piece]:
    """The line cut before each colour that begins a new explanation."""
    raw = piece.raw
    cuts = [
        match.end() for match in _PART.finditer(raw)
        if _is_explained(split_piece(piece, match.end())[1], vocabulary)
    ]  # fmt: skip
    return [part for part in split_piece(piece, *cuts) if part.text] if cuts else [piece]
