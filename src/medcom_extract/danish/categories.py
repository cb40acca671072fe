"""What a risk is about: resources, delay, economy, technical, legal, adoption, organisation,
dependency.  Several may hold; none may.  The word parts stand in ``data/categories.toml``.
"""

import re
from functools import cache

from medcom_extract.danish.tables import read_table

__all__ = ["find_categories"]

_BETWEEN_WORDS = re.compile(r"\W+")


def find_categories(text: str) -> tuple[str, ...]:
    """The categories whose words stand in the text, in the table's order."""
    lower = f" {text.casefold()}"
    # One blank before each word, for the parts that bind to a word's beginning.
    words = _BETWEEN_WORDS.sub(" ", lower)
    return tuple(
        name
        for name, (parts, beginnings) in _parts().items()
        if any(part in lower for part in parts) or any(part in words for part in beginnings)
    )


@cache
def _parts() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each category its parts of words, and those that begin a word with a blank before."""
    return {
        name: (
            tuple(part for part in entry["parts"] if not part.startswith("^")),
            tuple(f" {part[1:]}" for part in entry["parts"] if part.startswith("^")),
        )
        for name, entry in read_table("categories").items()
    }
