"""What a PDF font's name and flags tell about its look."""

import re

__all__ = ["is_bold", "is_italic", "plain_name"]

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|-bd|,bd|\bfed\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|-it\b|,it\b", re.IGNORECASE)

_FLAG_ITALIC = 1 << 6
_FLAG_FORCE_BOLD = 1 << 18


def plain_name(name: str) -> str:
    """A font's name without the subset tag that PDF producers put before it."""
    return _SUBSET.sub("", name)


def is_bold(name: str, flags: int = 0) -> bool:
    """By name first: pdfium's font weight says 400 for many a bold face."""
    return bool(_BOLD.search(name)) or bool(flags & _FLAG_FORCE_BOLD)


def is_italic(name: str, flags: int = 0) -> bool:
    return bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC)
