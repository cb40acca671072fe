"""Legends: what the document itself says that its colours mean."""

import re
from collections.abc import Sequence

from medcom_extract.document import Cell, Location, Mark, Table, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.headers import find_header
from medcom_extract.parsing.hues import name_colour
from medcom_extract.parsing.lights import grey_ground, read_light
from medcom_extract.parsing.pieces import Piece, split_piece
from medcom_extract.parsing.witnesses import colour_words, glyph_witnesses, signs_of, strip_signs
from medcom_extract.report import Legend
from medcom_extract.vocabulary import Vocabulary

__all__ = [
    "black_mark",
    "colour_in_brackets",
    "is_legend_line",
    "is_legend_table",
    "legend_entries",
    "read_legend_line",
    "read_legend_table",
]

_MOST_ROWS = 9
_MOST_WORDS = 4
"""Words of a status that a colour's name explains."""
_LONGEST = 400
"""Characters of a colour's explanation."""
_SEPARATOR = re.compile(r"^[\s:=–—-]+")
_MEANS = r"\s*[=–—]\s*|\s-\s|\s(?:betyder|means)(?:,? (?:at|that))?\b,?\s*"
_PART = re.compile(r"(?<=[;,.])\s+|\s+[|•]\s+|\s*\n\s*|\t+")
_BRACKET = re.compile(r"[)\]]")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,24})[)\]](?=\s*[:=–—]|\s-\s|[\s.]*$)")
"""What stands in brackets at the end of a text, or of the words that a separator follows."""
_OPENING = re.compile(r"([^:=]{3,60}):\s+(?=[^:]*=[^:]*=)")
"""Words such as "Statusordene betyder:" before several equations."""
_Entry = tuple[str, str | None, str, tuple[Location, ...]]


def is_legend_table(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Each row (or each cell of the one row) gives another light, with its meaning in words."""
    if grid.rows > _MOST_ROWS or grid.columns > 8:
        return False
    if any(len(grid.text(cell)) > _LONGEST or _holds_table(cell) for cell in grid.table.cells):
        return False
    first = _first_row(grid, vocabulary)
    entries = _entries(grid, first, vocabulary)
    rows = grid.rows - first
    lights = [light for light, _, _, _ in entries]
    expected = rows if rows > 1 else len([c for c in grid.row(first) if not is_empty(c)]) // 2
    if len(entries) < 2 or len(set(lights)) != len(lights):
        return False
    return len(entries) >= max(2, expected)


def _holds_table(cell: Cell) -> bool:
    return any(isinstance(block, Table) for block in cell.blocks)


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
        cells = [c for c in grid.row(row) if c.row == row and not _is_blank(grid, c)]
        named = _named_in_brackets(grid, cells, vocabulary)
        entries.extend(named)
        at = len(cells) if named else 0
        while at < len(cells):
            pieces = grid.pieces(cells[at])
            entry = _one(list(cells[at].marks), pieces, cells[at].locations, vocabulary)
            entry = entry or _neutral(grid, cells[at], vocabulary)
            if entry and at + 1 < len(cells) and _is_meant(grid, cells, at, entry, vocabulary):
                at += 1
                words = [entry[2], *(p.text for p in grid.pieces(cells[at]))]
                meaning = ": ".join(filter(count_words, words))
                entry = (entry[0], entry[1], meaning, entry[3])
            if entry and count_words(entry[2]):
                entries.append(entry)
            elif any(count_words(piece.text) for piece in pieces) or entry:
                return []
            at += 1
        if grid.rows - first > 1 and len(cells) > 3:
            return []
    # A single "Afsluttet" may be what a light means; several labels are no meanings.
    labels = sum(vocabulary.is_label(meaning) for _, _, meaning, _ in entries)
    return entries if labels < 1 or (labels == 1 and len(entries) > 2) else []


def _is_blank(grid: Grid, cell: Cell) -> bool:
    """Whether a cell holds neither words nor a mark."""
    return is_empty(cell) and not cell.marks and not any(p.marks for p in grid.pieces(cell))


def _neutral(grid: Grid, cell: Cell, vocabulary: Vocabulary) -> _Entry | None:
    """A cell without words, grey by its ground or black by a mark: a light beside others."""
    pieces = grid.pieces(cell)
    marks = [*cell.marks, *(mark for piece in pieces for mark in piece.marks)]
    if not marks or count_words(grid.text(cell)):
        return None
    found = grey_ground(cell.marks, pieces, vocabulary, grid.fills(cell.row))
    if found:
        return "grey", found.color, "", cell.locations
    color = black_mark(marks, vocabulary)
    return ("black", color, "", cell.locations) if color else None


def black_mark(marks: Sequence[Mark], vocabulary: Vocabulary) -> str | None:
    """The colour of a single drawn mark in black; None where there is another or none."""
    drawn = [mark for mark in marks if mark.kind != "shading" and mark.palette]
    if len(drawn) != 1:
        return None
    color = max(drawn[0].palette, key=lambda patch: patch.share).color
    return color if name_colour(color, vocabulary) == "black" else None


def _named_in_brackets(grid: Grid, cells: list[Cell], vocabulary: Vocabulary) -> list[_Entry]:
    """A row such as "Forsinket | Milepæle er rykket (gul)": its word or mark, and the colour last.

    The keys of lights and fields ("Tidsplan | God fremdrift (grøn)") begin no such row.
    """
    if len(cells) != 2 or not _BRACKET.search(grid.text(cells[1])):
        return []
    told = colour_in_brackets(_plain(grid.pieces(cells[1]), vocabulary), vocabulary)
    word = _plain(grid.pieces(cells[0]), vocabulary)
    if (
        told is None
        or _is_key(word, vocabulary)
        or count_words(word) > _MOST_WORDS
        or grid.marks(cells[1])
    ):
        return []
    pieces = [signs_of(piece, vocabulary) for piece in grid.pieces(cells[0])]
    color = read_light(grid.marks(cells[0]), pieces, vocabulary).status.color
    light, meaning = told
    if not meaning.casefold().startswith(f"{word}:".casefold()):
        meaning = ": ".join(filter(count_words, (word, meaning)))
    return [(light, color, meaning, cells[0].locations)]


def _plain(pieces: list[Piece], vocabulary: Vocabulary) -> str:
    return strip_signs(" ".join(p.text for p in pieces if p.text), vocabulary)


def colour_in_brackets(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The colour in "Milepæle nås (grøn)" or "G (grøn): på plan", and the text without it."""
    for found in _BRACKETS.finditer(text):
        said = _colours(found[1], vocabulary)
        if len(said) == 1 and found.start() > 0:
            return said[0], text[: found.start()] + text[found.end() :]
    return None


def _is_meant(
    grid: Grid, cells: list[Cell], at: int, entry: _Entry, vocabulary: Vocabulary
) -> bool:
    """Whether the next cell says what a light means: one without words, or with a short word."""
    after = cells[at + 1]
    if not count_words(entry[2]):
        return True
    next_lit = _one(list(after.marks), grid.pieces(after), after.locations, vocabulary)
    return len(cells) == 2 and next_lit is None and count_words(entry[2]) <= _MOST_WORDS


def _one(
    marks: list[Mark], pieces: list[Piece], places: tuple[Location, ...], vocabulary: Vocabulary
) -> _Entry | None:
    """A light and the words after it: "Grøn: følger planen", or a mark and its meaning."""
    words = _plain(pieces, vocabulary)
    head, rest = _halves(words)
    spoken = _colours(head, vocabulary) if len(head.split()) <= 3 else []
    if not spoken and _names_last(words, vocabulary):
        head, rest = rest, head
        spoken = _colours(head, vocabulary)
    seen = read_light(
        [*marks, *(m for p in pieces for m in p.marks)],
        [signs_of(p, vocabulary) for p in pieces],
        vocabulary,
    )
    light = seen.status.light if seen.status.light not in ("none", "unknown") else None
    if len(spoken) != 1:
        return (light, seen.status.color, words, places) if light is not None else None
    # What the legend calls a colour is that colour, whatever it looks like.
    if light not in (None, spoken[0]):
        return spoken[0], seen.status.color, words, places
    told = colour_in_brackets(head, vocabulary)
    meaning = f"{told[1]}: {rest.strip()}" if told and count_words(rest) else rest.strip()
    return spoken[0], seen.status.color, meaning, places


def _halves(words: str) -> tuple[str, str]:
    """What stands before and after a colon, an equals sign or a dash."""
    head, _, rest = words.partition(":") if ":" in words[:25] else (words, "", "")
    if not rest:
        parts = re.split(_MEANS, words, maxsplit=1)
        head, rest = (parts[0], parts[1]) if len(parts) == 2 else (words, "")
    return head, rest


def _colours(text: str, vocabulary: Vocabulary) -> list[str]:
    """The colours that a text names by their own words."""
    return colour_words(text, vocabulary.untaught)


def _names_last(words: str, vocabulary: Vocabulary) -> bool:
    """Whether a colour's name ends a line such as "På sporet = grøn"; "Status: grøn" is none."""
    head, rest = _halves(words)
    short = 0 < count_words(head) <= _MOST_WORDS and len(rest.split()) <= 2
    return (
        short
        and not _is_key(head, vocabulary)
        and len(_colours(rest.rstrip(" .;,"), vocabulary)) == 1
    )


def _is_key(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is known as the name of a column or a field, figures apart."""
    known = vocabulary.is_column(text) or vocabulary.is_field(text)
    return known and not text.isdecimal()


def read_legend_table(grid: Grid, vocabulary: Vocabulary, ledger: Ledger) -> list[Legend]:
    """The legend's entries, their words placed."""
    for cell in grid.table.cells:
        ledger.take(*grid.pieces(cell))
    return legend_entries(grid, vocabulary)


def legend_entries(grid: Grid, vocabulary: Vocabulary) -> list[Legend]:
    """What each light of a legend's table means."""
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
    if not _may_explain(piece, vocabulary):
        return []
    opening = _OPENING.match(piece.raw)
    if opening and not _colours(opening[1], vocabulary):
        piece = split_piece(piece, opening.end())[1]
    trend = vocabulary.symbols("trend")
    parts = [p for p in _split_colours(piece, vocabulary) if p.text[:1] not in trend]
    entries = []
    for part in parts:
        entry = _one([], [part], piece.locations, vocabulary)
        if entry and count_words(entry[2]) and (len(parts) > 1 or _is_explained(part, vocabulary)):
            text = entry[2].rstrip(" ,;") if len(parts) > 1 else entry[2]
            entries.append((entry[0], entry[1], text, entry[3]))
    return _built(entries) if len(entries) == len(parts) else []


def _may_explain(piece: Piece, vocabulary: Vocabulary) -> bool:
    """A quick look: whether a line has a mark, a sign, a coloured letter or a colour's name."""
    if piece.marks or any(
        run.color is not None and len(run.text.strip()) == 1 for run in piece.runs
    ):
        return True
    sign = not vocabulary.signs.isdisjoint(piece.raw)
    return sign or vocabulary.untaught.speaks_of_colour(piece.raw)


def _is_explained(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a colour's name (or a coloured sign) and a separator begin the line."""
    text = strip_signs(piece.text, vocabulary)
    if glyph_witnesses([piece], vocabulary) or piece.marks:
        return True
    match = re.match(rf"(\w+(?: \w+)?)(?:\s*:|{_MEANS})", text)
    if match is not None and len(_colours(match[1], vocabulary)) == 1:
        return True
    return _names_last(_PART.split(text)[0], vocabulary)


def _split_colours(piece: Piece, vocabulary: Vocabulary) -> list[Piece]:
    """The line cut before each colour that begins a new explanation."""
    raw = piece.raw
    cuts = [
        match.end() for match in _PART.finditer(raw)
        if _is_explained(split_piece(piece, match.end())[1], vocabulary)
    ]  # fmt: skip
    if not cuts and len(glyph_witnesses([piece], vocabulary)) > 1:
        cuts = [at for at, char in enumerate(raw) if at and char in vocabulary.signs]
    return [part for part in split_piece(piece, *cuts) if part.text] if cuts else [piece]
