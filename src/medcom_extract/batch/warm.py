"""What a worker has ready before its first file: the vocabulary compiled, the pipeline built."""

from contextlib import suppress
from functools import cache, lru_cache
from typing import Any

import medcom_extract
from medcom_extract.errors import MedcomError

__all__ = ["load_words", "warm_up"]

_HEADER = ("Projekt", "Status", "Risici og milepæle")
_ROW = (
    "Fælles opslag",
    "🟡",
    "Største risiko: Region Nordjylland er forsinket til august 2024 med 12 sygehuse.",
)


@lru_cache(maxsize=4)
def load_words(path: str | None) -> "medcom_extract.Vocabulary":
    """A vocabulary, loaded once a process.  Raises ``VocabularyError``."""
    return medcom_extract.load_vocabulary(path)


@cache
def warm_up() -> None:
    """Read a report of one row, which builds whatever is built when first asked for."""
    from pydantic import TypeAdapter

    document = TypeAdapter(medcom_extract.Document).validate_python(
        {
            "source": {"name": "", "media_type": "", "sha256": ""},
            "blocks": [_paragraph("Status, juni 2024"), _table(_HEADER, _ROW)],
        }
    )
    with suppress(MedcomError):
        medcom_extract.enrich(medcom_extract.parse(document, vocabulary=load_words(None)))


def _table(*rows: tuple[str, ...]) -> dict[str, Any]:
    cells = [
        [
            {"row": place, "column": column, "blocks": [_paragraph(text)]}
            for column, text in enumerate(row)
        ]
        for place, row in enumerate(rows)
    ]
    return {"columns": len(rows[0]), "rows": cells, "header_rows": 1}


def _paragraph(text: str) -> dict[str, Any]:
    return {"runs": [{"text": text}]}
