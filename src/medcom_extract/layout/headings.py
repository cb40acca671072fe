"""Headings that a mark has set apart: their lines are made one paragraph again."""

from medcom_extract.layout.lines import is_symbol
from medcom_extract.layout.paragraphs import Draft
from medcom_extract.layout.pitch import changes_look, fits_before

__all__ = ["SET_IN", "rejoin_headings"]

SET_IN = 3.0
"""Points by which two beginnings may differ that stand in line."""

_NEXT_LINE = 2.0
"""Times the larger font size that the lines of one heading stand apart at most."""


def rejoin_headings(drafts: list[Draft]) -> None:
    """Make one of the two lines of a heading that a mark in the second has set apart."""
    for below in [draft for draft in drafts if _is_sign(draft)]:
        above = next((draft for draft in drafts if _wraps_sign(draft, below)), None)
        if above is not None:
            above.take(below)
            drafts.remove(below)
    for below in [draft for draft in drafts if draft.marks and draft.first.bold]:
        above = next((draft for draft in drafts if _wraps_mark(draft, below)), None)
        if above is not None:
            below.lines[:0] = above.lines
            drafts.remove(above)


def _is_sign(draft: Draft) -> bool:
    """Whether a paragraph is a single sign, such as a disc or an emoji."""
    return len(draft.lines) == 1 and len(draft.first.words) == 1 and is_symbol(draft.first.words[0])


def _wraps_sign(above: Draft, sign: Draft) -> bool:
    """Whether a sign ends a heading, on a line of its own: there was no room for it above."""
    gap = sign.first.baseline - above.last.baseline
    return (
        above is not sign and above.last.bold and not above.marks
        and 0 < gap <= _NEXT_LINE * max(above.last.size, sign.first.size)
        and abs(above.last.x0 - sign.first.x0) <= SET_IN
        and not fits_before(above.last, sign.first, above.limit)
    )  # fmt: skip


def _wraps_mark(above: Draft, below: Draft) -> bool:
    """Whether a line beside a mark goes on with the heading above it."""
    tall = max(art.bottom - art.top for art in below.marks)
    gap = below.first.baseline - above.last.baseline
    return (
        above is not below and not above.marks and above.last.bold
        and 0 < gap <= max(2.0 * below.first.size, tall + 0.5 * below.first.size)
        and abs(above.last.x0 - below.first.x0) <= SET_IN
        and not changes_look(above.last, below.first)
        and not fits_before(above.last, below.first, above.limit)
    )  # fmt: skip
