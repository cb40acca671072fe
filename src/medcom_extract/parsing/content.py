"""The content of a project: pieces under labels, turned into entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from medcom_extract.document import Location, has_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.labels import Labelled, find_label, split_at_labels
from medcom_extract.parsing.pieces import Piece, split_piece
from medcom_extract.parsing.tracks import track_of
from medcom_extract.vocabulary import LabelKind, Vocabulary

__all__ = ["Column", "Entry", "Token", "read_tokens", "tokens_of"]

Kind = Literal["risk", "achieved", "upcoming", "plan", "remark"]
Token = Labelled | Piece

# A mitigation has no field of its own: it stays a remark under its label.
_PLACES: dict[LabelKind, Kind] = {
    "risk": "risk", "achieved": "achieved", "upcoming": "upcoming", "mitigation": "remark",
    "plan": "plan", "remark": "remark",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One risk, milestone or remark on its way into a project.

    ``plan`` is a milestone of which the label does not say whether it is reached.
    """

    kind: Kind
    text: str
    label: str | None
    track: str | None
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What stands below each other in one place, and what it is unless a label says otherwise."""

    default: LabelKind
    label: str | None
    tokens: tuple[Token, ...]


def tokens_of(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Pieces with the labels among them told apart; a text after a label is a piece of its own."""
    tokens: list[Token] = []
    for piece in (part for whole in pieces for part in split_at_labels(whole, vocabulary)):
        found = find_label(piece, vocabulary)
        if found is None:
            tokens.append(piece)
            continue
        tokens.append(found)
        if found.rest is not None:
            tokens.append(found.rest)
    return tuple(tokens)


def read_tokens(columns: Sequence[Column], tracks: Sequence[str], ledger: Ledger) -> list[Entry]:
    """Entries of a project's columns, in order; ``tracks`` are the names of its sub-projects."""
    entries: list[Entry] = []
    for column in columns:
        entries.extend(_read_column(column, tracks, ledger))
    return entries


def _read_column(column: Column, tracks: Sequence[str], ledger: Ledger) -> list[Entry]:
    entries: list[Entry] = []
    kind, label, track = _PLACES[column.default], column.label, None
    for token in column.tokens:
        if isinstance(token, Labelled):
            ledger.take(token.label)
            kind, label = _PLACES[token.kind], token.text
            continue
        named = track_of(token, tracks)
        rest: Piece = token
        if named is not None:
            track, cut = named
            kind, label = _PLACES[column.default], column.label
            head, rest = split_piece(token, cut)
            ledger.take(head)
        if has_words(rest.text):
            ledger.take(rest)
            entries.append(Entry(kind, rest.text, label, track, rest.locations))
    return entries
