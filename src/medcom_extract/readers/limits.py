"""How large a file may be before the library refuses it.

A two-kilobyte file can ask for gigabytes: a zip of zeros, a table cell 100 million columns wide.
The limits are counted while reading, never taken from what the file says of itself.
"""

from dataclasses import dataclass, fields

from medcom_extract.errors import InvalidOption

__all__ = ["DEFAULT_LIMITS", "Limits"]

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one input file; passing one raises ``TooLarge``.

    The defaults are some ten times what the largest status report met needs.
    ``InvalidOption`` is raised for a limit that is not a whole number of 1 or more.
    """

    file_bytes: int = 200 * MEGABYTE
    """Bytes of the file itself."""

    pdf_pages: int = 2_000
    """Pages of a PDF, asked for before the first page is read."""

    word_parts: int = 2_000
    """Files inside the Word package."""

    word_part_bytes: int = 32 * MEGABYTE
    """Bytes of one part of the Word package, inflated."""

    word_total_bytes: int = 100 * MEGABYTE
    """Bytes of all parts that are read from the Word package, inflated."""

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                raise InvalidOption(
                    f"the limit {each.name} must be a whole number of 1 or more, not {value!r}"
                )


DEFAULT_LIMITS = Limits()
