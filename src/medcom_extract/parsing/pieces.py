"""Pieces: stretches of a paragraph's text, the unit that the parser places.

A paragraph is split where it holds more than one thing: a label and its text, lines kept apart by
soft breaks.  A piece knows its paragraph and its stretch, so that the account can tell at the end
which words nobody placed.
"""

import re

from medcom_extract.document import Location, Mark, Paragraph, Run

__all__ = ["Piece", "lines_of", "piece_of", "split_piece"]

_LETTER = re.compile(r"[^\W_]")


class Piece:
    """A stretch of a paragraph, by offsets into the joined text of its runs.

    ``raw`` is the text as it stands in the runs, ``text`` the author's text with single white
    space.  ``memo`` is where ``labels.find_label`` keeps its answer, ``ends`` where
    ``labels.set_off_ends`` does: tables are judged by their labels before they are read.  Nobody
    changes a piece otherwise.
    """

    # Not a dataclass: thousands are made for a report, and a frozen one takes three times as long.
    __slots__ = ("_look", "end", "ends", "memo", "paragraph", "raw", "runs", "start", "text")

    def __init__(self, paragraph: Paragraph, runs: tuple[Run, ...], start: int, end: int):
        self.paragraph = paragraph
        self.runs = runs
        self.start = start
        self.end = end
        self.raw = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        # A paragraph keeps its text: most pieces are whole ones.
        self.text = paragraph.text if runs is paragraph.runs else " ".join(self.raw.split())
        self.memo: tuple[object, object] | None = None
        self.ends: list[int] | None = None
        self._look: tuple[bool, bool, bool] | None = None

    @property
    def bullet(self) -> str | None:
        """The paragraph's list label."""
        return self.paragraph.bullet

    @property
    def locations(self) -> tuple[Location, ...]:
        """The paragraph's place."""
        return self.paragraph.locations

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The paragraph's marks, given to its first piece only."""
        return self.paragraph.marks if self.start == 0 else ()

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        return self.look[0]

    @property
    def styled(self) -> bool:
        """Whether all of its letters are bold, underlined or italic."""
        return any(self.look)

    @property
    def look(self) -> tuple[bool, bool, bool]:
        """Bold, underline and italic of the whole piece."""
        if self._look is None:
            self._look = _look_of([run for run in self.runs if _LETTER.search(run.text)])
        return self._look


def _look_of(inked: list[Run]) -> tuple[bool, bool, bool]:
    if not inked:
        return False, False, False
    return (
        all(run.bold for run in inked),
        all(run.underline for run in inked),
        all(run.italic for run in inked),
    )


def piece_of(paragraph: Paragraph) -> Piece:
    """The whole paragraph as one piece."""
    piece = Piece(paragraph, paragraph.runs, 0, 0)
    piece.end = len(piece.raw)
    return piece


def split_piece(piece: Piece, *cuts: int) -> list[Piece]:
    """The piece cut at offsets into its raw text, empty parts included."""
    parts: list[Piece] = []
    edges = [0, *cuts, piece.end - piece.start]
    for start, end in zip(edges, edges[1:], strict=False):
        runs = _cut_runs(piece.runs, start, end)
        parts.append(Piece(piece.paragraph, runs, piece.start + start, piece.start + end))
    return parts


def _cut_runs(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    cut: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            text = run.text[first:last]
            cut.append(run if text == run.text else _with_text(run, text))
        at += len(run.text)
    return tuple(cut)


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.underline, run.color, run.size, run.font, run.href)


def lines_of(whole: Piece) -> list[Piece]:
    """A paragraph's piece cut at its soft breaks; lines without a letter are left out."""
    raw = whole.raw
    if "\n" not in raw.strip("\n"):
        return [whole]
    cuts = [at + 1 for at, char in enumerate(raw) if char == "\n"]
    lines = split_piece(whole, *cuts)
    return [line for line in lines if line.text]
