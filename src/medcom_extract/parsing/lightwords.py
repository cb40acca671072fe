"""Words for lights that a document's own legend explains, such as "På sporet" for green."""

from collections.abc import Iterator

from medcom_extract.document import Document, Paragraph, count_words
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.legends import is_legend_table, legend_entries, read_legend_line
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.report import Legend
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["learn_light_words"]

_MOST_WORDS = 4
_LONGEST = 400


def learn_light_words(document: Document, vocabulary: Vocabulary, grids: Grids) -> Vocabulary:
    """The vocabulary with the short texts that the legend gives a colour each.

    A text that two colours share is no word for either.  A grey that the legend explains is learned
    by its code: a cell's grey ground says nothing elsewhere.
    """
    told: dict[str, str] = {}
    for entries in _legends(document, vocabulary, grids):
        if len({entry.light for entry in entries}) < 2:
            continue
        for entry in entries:
            word = normalise(entry.text.partition(":")[0])
            if 0 < count_words(word) <= _MOST_WORDS and not vocabulary.colour_of_word(word):
                told[word] = entry.light if told.get(word, entry.light) == entry.light else ""
            if entry.light == "grey" and entry.color is not None:
                told[entry.color] = entry.light
    words = {word: light for word, light in told.items() if light}
    return vocabulary.with_lights(words) if words else vocabulary


def _legends(document: Document, vocabulary: Vocabulary, grids: Grids) -> Iterator[list[Legend]]:
    """Entries of each legend: a table, or lines one after the other."""
    run: list[Legend] = []
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        piece = piece_of(block)
        found = read_legend_line(piece, vocabulary) if 0 < len(piece.text) < _LONGEST else []
        if not found:
            yield run
            run = []
        run = [*run, *found]
    yield run
    for table in document.tables():
        grid = grids.of(table)
        if is_legend_table(grid, vocabulary):
            yield legend_entries(grid, vocabulary)
