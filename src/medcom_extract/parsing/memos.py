"""The head of a memo: a table of Dato, Til, Fra before the report itself."""

from collections.abc import Iterator

from medcom_extract.document import Cell, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.cards import key_text
from medcom_extract.parsing.details import pairs_of
from medcom_extract.parsing.tables import Judged
from medcom_extract.report import Passage
from medcom_extract.vocabulary import Vocabulary

__all__ = ["is_memo", "period_cells", "read_memo"]


def is_memo(judged: Judged, vocabulary: Vocabulary) -> bool:
    """Whether at least half of a table's keys are those of a memo's head, and none a project's."""
    if judged.kind not in ("fields", "other") or judged.named or judged.grid.columns > 4:
        return False
    keys = [key_text(judged.grid, key) for key, _ in _pairs(judged)]
    known = sum(map(vocabulary.phrases("titles", "memo").matches, keys))
    return known >= 1 and 2 * known >= len(keys)


def _pairs(judged: Judged) -> Iterator[tuple[Cell, Cell]]:
    for row in range(judged.grid.rows):
        for key, value in pairs_of(judged.grid, row):
            if value is not None and key_text(judged.grid, key):
                yield key, value


def period_cells(judged: Judged, vocabulary: Vocabulary) -> Iterator[Cell]:
    """The cells beside "Dato:" and its like."""
    for name in ("labels", "meetings"):
        words = vocabulary.phrases("periods", name)
        yield from (v for k, v in _pairs(judged) if words.matches(key_text(judged.grid, k)))


def read_memo(judged: Judged, ledger: Ledger) -> Iterator[Passage]:
    """A passage for each field, such as "Til: MedComs styregruppe"."""
    for cell in judged.table.cells:
        ledger.take(*judged.grid.pieces(cell))
    for key, value in _pairs(judged):
        text = f"{key_text(judged.grid, key)}: {judged.grid.text(value)}"
        if count_words(judged.grid.text(value)):
            yield Passage(text=text, locations=key.locations + value.locations)
