"""The account: every word of the body goes to one place.

Whoever puts a piece into the report takes it from the account.  What nobody took by the end is
``unassigned``, so that no word can be lost by forgetting about it.
"""

from collections.abc import Iterable

from medcom_extract.document import Document, Paragraph, count_words, has_words
from medcom_extract.parsing.pieces import Piece, piece_of, split_piece
from medcom_extract.report import Account, Passage

__all__ = ["Ledger"]


class Ledger:
    """Keeps which stretches of which paragraphs were placed."""

    def __init__(self, document: Document):
        self._document = document
        self._taken: dict[int, list[tuple[int, int]]] = {}

    def take(self, *pieces: Piece) -> None:
        """Note that pieces are placed."""
        for piece in pieces:
            self._taken.setdefault(id(piece.paragraph), []).append((piece.start, piece.end))

    def take_paragraphs(self, paragraphs: Iterable[Paragraph]) -> None:
        """Note that whole paragraphs are placed."""
        self.take(*(piece_of(paragraph) for paragraph in paragraphs))

    def taken(self, paragraph: Paragraph) -> bool:
        """Whether any of a paragraph is placed."""
        return id(paragraph) in self._taken

    def _left_of(self, paragraph: Paragraph) -> list[Piece]:
        spans = sorted(self._taken.get(id(paragraph), ()))
        if not spans:
            return [piece_of(paragraph)]
        if spans[0][0] == 0 and spans[0][1] >= sum([len(run.text) for run in paragraph.runs]):
            return []
        whole = piece_of(paragraph)
        left: list[Piece] = []
        at = 0
        for start, end in [*spans, (whole.end, whole.end)]:
            if start > at:
                left.extend(split_piece(whole, at, start)[1:2])
            at = max(at, end)
        return left

    def left(self) -> list[Passage]:
        """Passages of the body that nobody placed, in reading order."""
        return [
            Passage(text=piece.text, locations=piece.locations)
            for paragraph in self._document.paragraphs()
            for piece in self._left_of(paragraph)
            if has_words(piece.text)
        ]

    def close(self, unassigned: Iterable[Passage]) -> Account:
        """The sums: ``placed`` is the body without what is in ``unassigned``."""
        body = self._document.words
        left = sum(count_words(passage.text) for passage in unassigned)
        return Account(
            body=body,
            placed=body - left,
            unassigned=left,
            furniture=self._document.furniture_words,
        )
