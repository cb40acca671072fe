"""Labels in the text: a whole paragraph, a bold start, or words before a colon.

An ordinary sentence that begins with the same words ("Den største risiko er ...") is no label: a
label is followed by nothing, by a change of weight, a colon, a stop or dash after a full wording,
or by a capital where the wording is long.
"""

import re
from dataclasses import dataclass

from medcom_extract.parsing.pieces import Piece, split_piece
from medcom_extract.vocabulary import LabelKind, Vocabulary

__all__ = ["Labelled", "find_label", "set_off_ends", "split_at_labels", "split_key"]

_COLON = re.compile(r"\s*[:]+(?=\s|$)\s*")
_STOP = re.compile(r"(?:[.?]|\s[-–—])\s+(?=\S)")
_DASH = re.compile(r"\s*[-–—](?=\s)\s*|\s*:\s*")
_LONGEST_HEAD = 90
_CAPITAL = re.compile(r"(?<=\s)[A-ZÆØÅ0-9”“\"]")
_ENDED = re.compile(r"[.!?…)]\s*$")
_GLUED_WORDS = 4
"""Words that a label needs at least to be one before a mere capital."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands after it in the same paragraph (None where nothing does)."""

    kind: LabelKind
    label: Piece
    rest: Piece | None

    @property
    def text(self) -> str:
        """The label's words, without the colon."""
        return self.label.text.rstrip(" :.-–—").strip()


def find_label(piece: Piece, vocabulary: Vocabulary) -> Labelled | None:
    """The label that a piece is or begins with."""
    if piece.memo is None or piece.memo[0] is not vocabulary:
        piece.memo = (vocabulary, _find(piece, vocabulary))
    kept = piece.memo[1]
    return kept if isinstance(kept, Labelled) else None


def _find(piece: Piece, vocabulary: Vocabulary) -> Labelled | None:
    text = piece.text
    ends = set_off_ends(piece)
    # A label in bold may be glued to the word that follows it.
    if not any(map(vocabulary.opens_label, (text, *(piece.raw[:end] for end in ends)))):
        return None
    kind = vocabulary.label(text)
    if kind is not None:
        if piece.bullet and not piece.bold and not text.endswith(":"):
            return None
        return Labelled(kind, piece, None)
    for cut in ends:
        found = _cut(piece, cut, vocabulary)
        if found:
            return found
    return _stop_label(piece, vocabulary) or _glued_label(piece, vocabulary)


def _cut(piece: Piece, cut: int | None, vocabulary: Vocabulary) -> Labelled | None:
    if not cut:
        return None
    kind = vocabulary.label(" ".join(piece.raw[:cut].split()))
    if kind is None:
        return None
    dash = _DASH.match(piece.raw, cut)
    label, rest = split_piece(piece, dash.end() if dash else cut)
    return Labelled(kind, label, rest if rest.text.strip(" :.-–—") else None)


def set_off_ends(piece: Piece) -> list[int]:
    """Where a start ends that its look, its colour or a colon sets off from what follows."""
    if piece.ends is None:
        piece.ends = _set_off_ends(piece)
    return piece.ends


def _set_off_ends(piece: Piece) -> list[int]:
    ends = [_colon_end(piece)]
    if len(piece.runs) > 1:
        looks = [_end_of(piece, look) for look in ("bold", "underline", "italic")]
        ends = [*looks, _end_of_colour(piece), *ends]
    return [end for end in ends if end]


def _end_of_colour(piece: Piece) -> int | None:
    """Where a coloured start ends that goes on in another colour."""
    at = 0
    for run in piece.runs:
        if run.text.strip() and run.color != piece.runs[0].color:
            return at if piece.runs[0].color is not None else None
        at += len(run.text)
    return None


def _end_of(piece: Piece, look: str) -> int | None:
    at = 0
    for run in piece.runs:
        if run.text.strip() and not getattr(run, look):
            return at or None
        at += len(run.text)
    return None


def _colon_end(piece: Piece) -> int | None:
    """Where a start ends that a colon sets off, the colon and the space after it included."""
    head = piece.raw[:_LONGEST_HEAD]
    found = _COLON.search(head) if ":" in head else None
    return found.end() if found and found.end() < len(piece.raw) else None


def _stop_label(piece: Piece, vocabulary: Vocabulary) -> Labelled | None:
    """A wording of two words or more with a full stop, a question mark or a dash after it.

    One word is enough before a dash that a capital follows.
    """
    found = _STOP.search(piece.raw[:_LONGEST_HEAD])
    if not found or piece.bullet:
        return None
    dashed = found.group()[0] not in ".?" and piece.raw[found.end()].isupper()
    if not dashed and len(piece.raw[: found.start()].split()) < 2:
        return None
    return _cut(piece, found.end(), vocabulary)


def _glued_label(piece: Piece, vocabulary: Vocabulary) -> Labelled | None:
    """A wording of four words or more that the text follows without any sign, but a capital."""
    raw = piece.raw
    if piece.bullet or not raw[:1].isupper():
        return None
    for match in reversed(list(_CAPITAL.finditer(raw, 0, _LONGEST_HEAD))):
        cut = match.start()
        before = raw[:cut].split()
        if len(before) >= _GLUED_WORDS and before[-1][-1] not in ".!?,":
            found = _cut(piece, cut, vocabulary)
            if found:
                return found
    return None


def split_at_labels(piece: Piece, vocabulary: Vocabulary) -> list[Piece]:
    """The piece cut before labels inside it: in a look of their own, after a plain sentence."""
    cuts: list[int] = []
    at, plain = 0, False
    for run in piece.runs:
        set_off = run.bold or run.underline or run.italic or run.color is not None
        if set_off and plain and _ENDED.search(piece.raw[:at]):
            rest = split_piece(piece, at)[1]
            if find_label(rest, vocabulary) is not None:
                cuts.append(at)
        at += len(run.text)
        plain = not set_off if run.text.strip() else plain
    return split_piece(piece, *cuts) if cuts else [piece]


def split_key(piece: Piece) -> tuple[Piece, Piece] | None:
    """The parts of "Projektleder: Anne", the key with its colon; None where there is no key."""
    cut = _colon_end(piece)
    if cut is None:
        return None
    key, value = split_piece(piece, cut)
    short = len(key.text) <= 50 and len(key.text.split()) <= 6
    return (key, value) if short and value.text and not value.text.startswith("//") else None
