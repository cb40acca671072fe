"""Column headers as the layout asks for them: is this text one?"""

from functools import lru_cache

from medcom_extract.vocabulary.words import Vocabulary

__all__ = ["ColumnPhrases", "column_headers"]


class ColumnPhrases(frozenset[str]):
    """The column headers of a vocabulary, in lower case.

    As a set it holds the plain ones; ``knows`` tells all that the patterns of the vocabulary
    allow.  The layout sees a set with a question, and need not know what a vocabulary is.
    """

    _vocabulary: Vocabulary

    def __new__(cls, vocabulary: Vocabulary) -> "ColumnPhrases":
        made = super().__new__(cls, vocabulary.column_phrases())
        made._vocabulary = vocabulary
        return made

    def knows(self, text: str) -> bool:
        """Whether a text is a column header in any of its wordings."""
        return text in self or self._vocabulary.is_column(text)


@lru_cache(maxsize=8)
def column_headers(vocabulary: Vocabulary) -> ColumnPhrases:
    """The column headers of a vocabulary, made once."""
    return ColumnPhrases(vocabulary)
