"""Words for lights that a document's own legend explains, such as "På sporet" for green.

A legend may also call a colour by another's name: a report for readers who do not tell red from
green shows blue, and says beside it that this is green.
"""

from collections.abc import Iterator

from medcom_extract.document import Document, Paragraph, count_words
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.headers import find_header
from medcom_extract.parsing.hues import is_neutral, name_colour
from medcom_extract.parsing.legends import (
    black_mark,
    colour_in_brackets,
    is_legend_table,
    legend_entries,
    read_legend_line,
)
from medcom_extract.parsing.pairs import told_order
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.report import Legend
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["learn_light_words"]

_MOST_WORDS = 4
_LONGEST = 400
_SHORT = 40
"""Characters of a status at most."""
_MOST_LINES = 3
"""Lines of a narrow column that hold the word of one explanation."""


def learn_light_words(document: Document, vocabulary: Vocabulary, grids: Grids) -> Vocabulary:
    """The vocabulary with the short texts that the legend gives a colour each.

    A text that two colours share is no word for either.
    """
    told: dict[str, str] = {}
    for entries in _legends(document, vocabulary, grids):
        if len({entry.light for entry in entries}) < 2:
            continue
        pairs = [(normalise(entry.text.partition(":")[0]), entry.light) for entry in entries]
        for word, light in [*pairs, *_recoloured(entries, vocabulary)]:
            if 0 < count_words(word) <= _MOST_WORDS and not vocabulary.colour_of_word(word):
                told[word] = light if told.get(word, light) == light else ""
    for word, light in _explained_statuses(document, vocabulary, grids):
        told[word] = light if told.get(word, light) == light else ""
    words = {word: light for word, light in told.items() if light}
    pair = told_order(document, vocabulary, grids)
    return vocabulary.with_lights(words, pair) if words or pair else vocabulary


def _recoloured(entries: list[Legend], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The legend's colours, with the lights they stand for; [] where each has its own name.

    Black is no light but where a legend shows it.
    """
    colors = [(entry.color, entry.light) for entry in entries if entry.color is not None]
    if any(light == "black" for _, light in colors):
        return colors
    shown = [(color, light) for color, light in colors if not is_neutral(color)]
    named = all(name_colour(color, vocabulary) == light for color, light in shown)
    return [] if named else shown


def _legends(document: Document, vocabulary: Vocabulary, grids: Grids) -> Iterator[list[Legend]]:
    """Entries of each legend: a table, or lines one after the other."""
    run: list[Legend] = []
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        piece = piece_of(block)
        found = read_legend_line(piece, vocabulary) if 0 < len(piece.text) < _LONGEST else []
        if not found and len(run) > 1 and 0 < len(piece.text) < _LONGEST:
            color = black_mark(block.marks, vocabulary)
            found = [Legend(light="black", color=color, text=piece.text)] if color else []
        if not found:
            yield run
            run = []
        run = [*run, *found]
    yield run
    for table in document.tables():
        grid = grids.of(table)
        if is_legend_table(grid, vocabulary):
            yield legend_entries(grid, vocabulary)


def _explained_statuses(
    document: Document, vocabulary: Vocabulary, grids: Grids
) -> list[tuple[str, str]]:
    """Words of status columns that begin lines such as "Forsinket Milepæle er rykket (gul)"."""
    lines = _bracketed_lines(document, vocabulary)
    if len({light for _, light in lines}) < 2:
        return []
    statuses = sorted(_statuses(document, vocabulary, grids), key=len, reverse=True)
    found = [(_first_word(texts, statuses), light) for texts, light in lines]
    return [(word, light) for word, light in found if word]


def _first_word(texts: list[str], statuses: list[str]) -> str:
    """The status that begins the first of several texts that begins with any."""
    begun = (
        word for text in texts for word in statuses if f"{text} ".startswith(f"{word} ")
    )  # fmt: skip
    return next(begun, "")


def _bracketed_lines(document: Document, vocabulary: Vocabulary) -> list[tuple[list[str], str]]:
    """Lines that say a colour's name in brackets, each alone and behind short lines above it."""
    lines: list[tuple[list[str], str]] = []
    above: list[str] = []
    for block in document.blocks:
        text = block.text if isinstance(block, Paragraph) else ""
        told = None
        if ("(" in text or "[" in text) and len(text) < _LONGEST:
            told = colour_in_brackets(text, vocabulary)
        if told is not None:
            words = [[*above[at:], told[1]] for at in range(len(above), -1, -1)]
            lines.append(([normalise(" ".join(row)) for row in words], told[0]))
        short = told is None and len(text) <= _SHORT and 0 < count_words(text) <= _MOST_WORDS
        above = [*above, text][-_MOST_LINES:] if short else []
    return lines


def _statuses(document: Document, vocabulary: Vocabulary, grids: Grids) -> set[str]:
    """The short texts under the headers of status columns."""
    words: set[str] = set()
    for table in document.tables():
        grid = grids.of(table)
        header = find_header(grid, vocabulary)
        for column in header.columns("status") if header is not None else ():
            cells = (grid.at(row, column) for row in range(1, grid.rows))
            words |= {normalise(grid.text(cell)) for cell in cells if cell is not None}
    return {
        word for word in words
        if 0 < count_words(word) <= _MOST_WORDS and not vocabulary.colour_of_word(word)
    }  # fmt: skip
