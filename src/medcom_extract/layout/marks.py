"""Small artwork: which paragraph a mark stands beside, and what stands by itself."""

from medcom_extract.layout.boxes import area, overlap
from medcom_extract.layout.drafts import DraftPicture, Item, PageDraft
from medcom_extract.layout.headings import SET_IN
from medcom_extract.layout.page import LARGEST_MARK, Artwork
from medcom_extract.layout.paragraphs import Draft
from medcom_extract.layout.pills import Pill

__all__ = ["give_to_paragraph", "place_pictures", "with_pills"]

_FAR = 24.0
"""Points from which a mark rather belongs to the heading above it than to a line beside it."""


def place_pictures(page: PageDraft, drafts: list[Draft]) -> list[DraftPicture]:
    """Give small artwork to the paragraphs beside it; what is left stands by itself."""
    return [
        DraftPicture(art, page.number)
        for mark in _pieced_together(page.art)
        if give_to_paragraph(mark, drafts) is None
        for art in mark
    ]


def with_pills(items: list[Item], pills: list[Pill], homes: list[Draft | None]) -> list[Item]:
    """Items in order with the words of pills behind the paragraphs that their grounds mark.

    A pill that stands beside none goes before what begins below it.
    """
    for pill, home in zip(pills, homes, strict=True):
        words = Draft([pill.line], pill.line.x1)
        at = next((i for i, item in enumerate(items, start=1) if item is home), None)
        if at is None:
            words.marks.extend([pill.art] if home is None else [])
            at = next((i for i, item in enumerate(items) if item.box[1] > pill.box[1]), len(items))
        items.insert(at, words)
    return items


def _pieced_together(artwork: list[Artwork]) -> list[list[Artwork]]:
    """Artwork in groups: the pieces that overlap, such as the lamps of a traffic light in its
    body, are one mark.
    """
    groups: list[list[Artwork]] = []
    for art in sorted(artwork, key=lambda a: -area(a.box)):
        home = next((group for group in groups if overlap(group[0].box, art.box) > 0), None)
        if home is not None and _is_small(home[0]):
            home.append(art)
        else:
            groups.append([art])
    return groups


def _is_small(art: Artwork) -> bool:
    return max(art.x1 - art.x0, art.bottom - art.top) <= LARGEST_MARK


def give_to_paragraph(mark: list[Artwork], drafts: list[Draft]) -> Draft | None:
    """Give a small mark to the paragraph beside it, or to the heading that it wraps below.

    Its first piece is the largest.  Gives the paragraph.
    """
    art = mark[0]
    if not _is_small(art):
        return None
    middle = (art.top + art.bottom) / 2
    near: list[tuple[float, Draft]] = []
    for draft in drafts:
        for line in draft.lines if draft.first.bold else draft.lines[:1]:
            level = line.top - 0.5 * line.size <= middle <= line.bottom + 0.5 * line.size
            if level and (art.x0 >= line.x1 - 2 or art.x1 <= line.x0 + 2):
                near.append((max(art.x0 - line.x1, line.x0 - art.x1), draft))
        if _hangs_below(art, draft):
            near.append((_FAR, draft))
    if not near:
        return None
    home = min(near, key=lambda found: found[0])[1]
    home.marks.extend(mark)
    return home


def _hangs_below(art: Artwork, draft: Draft) -> bool:
    """Whether artwork begins the line after a heading's last: there was no room beside it."""
    line = draft.last
    below = line.bottom - 2 <= art.top <= line.bottom + 0.8 * line.size
    return line.bold and below and abs(art.x0 - line.x0) <= SET_IN
