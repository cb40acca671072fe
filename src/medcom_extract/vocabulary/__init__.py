"""The words that reports are written in: labels, columns, colours, ratings.

They stand in the ``*.toml`` files beside this module; ``load_vocabulary`` lays a file of the
user's own on them.  The notation of wordings is described in ``phrases.py`` and in
``docs/vocabulary.md``.
"""

from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path

from medcom_extract.vocabulary.loading import load_builtin, load_file, merge
from medcom_extract.vocabulary.phrases import normalise
from medcom_extract.vocabulary.words import READINGS, SYMBOL_CODES, Colour, LabelKind, Vocabulary

__all__ = [
    "READINGS",
    "SYMBOL_CODES",
    "Colour",
    "LabelKind",
    "Vocabulary",
    "load_vocabulary",
    "normalise",
]


def load_vocabulary(path: "str | PathLike[str] | None" = None) -> Vocabulary:
    """The built-in vocabulary, with the wordings of the user's TOML file added where one is given.

    Raises VocabularyError, naming the file, the key and what is allowed there.
    """
    if path is None:
        return _builtin()
    builtin = load_builtin()
    return Vocabulary(merge(builtin, load_file(Path(fspath(path)), builtin)))


@lru_cache(maxsize=1)
def _builtin() -> Vocabulary:
    return Vocabulary(load_builtin())
