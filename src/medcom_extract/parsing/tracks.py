"""Sub-projects in one cell: names that stand over labels of their own.

A name is a short line that is no label.  It counts where it opens a second round of the same
labels, or stands again in another column of the row; one name alone must be set apart by its look
and open two labels.  So a short first risk is not taken for a name.
"""

import re
from collections.abc import Sequence

from medcom_extract.parsing.labels import Labelled, split_key
from medcom_extract.parsing.pieces import Piece
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["find_tracks", "subproject_name", "track_of"]

_LONGEST, _MOST_WORDS = 90, 11
_ENDS = re.compile(r"[.;,!?…]\s*$")
_SEPARATOR = re.compile(r"\s*(?::|\s[-–—]\s)\s*")

Tokens = Sequence[Labelled | Piece]


def find_tracks(columns: Sequence[Tokens], vocabulary: Vocabulary) -> list[str]:
    """The names of the sub-projects in a row's columns, in order; [] for an ordinary project."""
    names: list[str] = []
    for tokens in columns:
        names.extend(_opening_names(tokens, vocabulary))
    if not names:
        names = _repeated_names(columns, vocabulary)
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(normalise(name), name)
    return list(unique.values())


def track_of(piece: Piece, tracks: Sequence[str]) -> tuple[str, int] | None:
    """The track that a piece opens, and the offset in its raw text where its own text begins."""
    if not tracks or piece.bullet:
        return None
    text, raw = piece.text, piece.raw
    for name in tracks:
        if normalise(text) == normalise(name):
            return name, len(raw)
        if raw.lstrip().startswith(name):
            after = len(raw) - len(raw.lstrip()) + len(name)
            found = _SEPARATOR.match(raw, after)
            if found and ":" in found.group():
                return name, found.end()
    return None


def subproject_name(piece: Piece, vocabulary: Vocabulary) -> Piece | None:
    """The name in "Delprojekt: Kort i journalen"; None where a text says no such thing.

    A number belongs to the name: "Delprojekt 2: Kort i journalen" is one as a whole.
    """
    found = split_key(piece)
    words = vocabulary.phrases("sections", "subprojects")
    if found is None or not words.starts(found[0].text) or not _may_name(found[1]):
        return None
    return found[1] if words.matches(found[0].text) else piece


def _may_name(piece: Piece) -> bool:
    text = piece.text
    return (
        not piece.bullet
        and 0 < len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and not _ENDS.search(text)
        and any(char.isalpha() for char in text)
    )


def _opening_names(tokens: Tokens, vocabulary: Vocabulary) -> list[str]:
    """Names that stand right over a label, where they open rounds of labels."""
    places = [
        at for at, (token, after) in enumerate(zip(tokens, tokens[1:], strict=False))
        if isinstance(token, Piece) and isinstance(after, Labelled) and _may_name(token)
    ]  # fmt: skip
    rounds: list[int] = []
    for at in places:
        token, after = tokens[at], tokens[at + 1]
        assert isinstance(token, Piece)
        assert isinstance(after, Labelled)
        start = rounds[-1] + 1 if rounds else 0
        seen = {t.kind for t in tokens[start:at] if isinstance(t, Labelled)}
        fresh = not seen
        # Sentences about the whole project may stand above the first name.
        names = [t for t in tokens[start:at] if isinstance(t, Piece) and _may_name(t)]
        if (fresh and not names) or after.kind in seen:
            rounds.append(at)
    named = [token for at in rounds if isinstance(token := tokens[at], Piece)]
    if len(named) >= 2:
        return [piece.text for piece in named]
    return [p.text for p in named if _stands_alone(p, tokens, vocabulary)]


def _stands_alone(piece: Piece, tokens: Tokens, vocabulary: Vocabulary) -> bool:
    """Whether a single name is set apart enough: by its look or its words, over two labels."""
    labels = sum(1 for token in tokens if isinstance(token, Labelled))
    told = vocabulary.phrases("sections", "tracks").starts(piece.text) > 0
    others = {t.look for t in tokens if isinstance(t, Piece) and t is not piece}
    return labels >= 2 and (told or (piece.styled and piece.look not in others))


def _repeated_names(columns: Sequence[Tokens], vocabulary: Vocabulary) -> list[str]:
    """Names that stand in two columns of a row at least, over other text in each."""
    places: dict[str, list[Piece]] = {}
    for tokens in columns:
        seen: set[str] = set()
        for token, after in zip(tokens, tokens[1:], strict=False):
            if not isinstance(token, Piece) or not _may_name(token):
                continue
            if isinstance(after, Piece) and normalise(token.text) not in seen:
                seen.add(normalise(token.text))
                places.setdefault(normalise(token.text), []).append(token)
    found = [pieces[0] for pieces in places.values() if len(pieces) >= 2]
    told = vocabulary.phrases("sections", "tracks")
    return [
        piece.text for piece in found
        if piece.styled or len(found) >= 2 or told.starts(piece.text)
    ]  # fmt: skip
