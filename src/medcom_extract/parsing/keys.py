"""Stable keys made from names."""

import re
import unicodedata
from collections.abc import Container

__all__ = ["key_of", "slug"]

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "ð": "d", "þ": "th"})


def slug(name: str) -> str:
    """The name in lower-case ASCII letters and digits with hyphens: "Fælles Øje" -> faelles-oje."""
    folded = name.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def key_of(name: str, taken: Container[str]) -> str:
    """A key that is not taken: the slug, with -2, -3 ... where the name comes again."""
    base = slug(name) or "project"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    return key
