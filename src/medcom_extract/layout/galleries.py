"""Pictures side by side, with their captions: a table that nobody drew lines around."""

from medcom_extract.document import Box
from medcom_extract.layout.boxes import around, middle, shared_height, shared_width
from medcom_extract.layout.drafts import DraftCell, DraftPicture, DraftTable, Item, Place
from medcom_extract.layout.page import LARGEST_MARK
from medcom_extract.layout.paragraphs import Draft

__all__ = ["gather_galleries"]

_LEVEL = 0.5
"""Share of the lower picture's height by which pictures of one row overlap."""

_CLOSE = 40.0
"""Points between a picture and its caption, at the most."""


def gather_galleries(
    drafts: list[Draft], pictures: list[DraftPicture]
) -> tuple[list[DraftTable], list[Draft], list[DraftPicture]]:
    """Make rows of pictures a table, a picture and its captions a cell.

    Gives the tables, and the paragraphs and pictures that belong to none.
    """
    large = [p for p in pictures if max(p.box[2] - p.box[0], p.box[3] - p.box[1]) > LARGEST_MARK]
    rows = [row for row in _rows(large) if len(row) > 1]
    if not rows:
        return [], drafts, pictures
    below = _captions_below(rows, drafts)
    taken: dict[int, DraftPicture] = {}
    for draft in drafts:
        picture = _pictured(draft, rows, below=below)
        if picture is not None:
            taken[id(draft)] = picture
    table = _table(rows, drafts, taken)
    used = {id(picture) for row in rows for picture in row}
    return (
        [table],
        [draft for draft in drafts if id(draft) not in taken],
        [picture for picture in pictures if id(picture) not in used],
    )


def _rows(pictures: list[DraftPicture]) -> list[list[DraftPicture]]:
    rows: list[list[DraftPicture]] = []
    for picture in sorted(pictures, key=lambda p: p.box[1]):
        row = next((r for r in rows if _level(r[0].box, picture.box)), None)
        if row is None:
            rows.append([picture])
        else:
            row.append(picture)
    return [sorted(row, key=lambda p: p.box[0]) for row in rows]


def _level(one: Box, other: Box) -> bool:
    lower = min(one[3] - one[1], other[3] - other[1])
    return shared_width(one, other) <= 1 and shared_height(one, other) > _LEVEL * lower


def _captions_below(rows: list[list[DraftPicture]], drafts: list[Draft]) -> bool:
    """Whether captions stand below: each picture of the last row has words right under it."""
    return all(any(_under(d, picture.box) for d in drafts) for picture in rows[-1])


def _under(draft: Draft, box: Box) -> bool:
    return _in_column(draft, box) and 0 <= draft.box[1] - box[3] + 3 <= _CLOSE


def _over(draft: Draft, box: Box) -> bool:
    return _in_column(draft, box) and 0 <= box[1] - draft.box[3] + 3 <= _CLOSE


def _in_column(draft: Draft, box: Box) -> bool:
    x0, _, x1, _ = draft.box
    return box[0] - 12 <= x0 and box[0] <= (x0 + x1) / 2 <= box[2] and x1 <= box[2] + 12


def _pictured(draft: Draft, rows: list[list[DraftPicture]], *, below: bool) -> DraftPicture | None:
    """The picture that a paragraph is the caption of, or stands in (axis words of a chart)."""
    for row in rows:
        for picture in row:
            if _inside(draft.box, picture.box):
                return picture
            if (_under if below else _over)(draft, picture.box):
                return picture
    return None


def _inside(inner: Box, outer: Box) -> bool:
    x, y = middle(inner)
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _table(
    rows: list[list[DraftPicture]], drafts: list[Draft], taken: dict[int, DraftPicture]
) -> DraftTable:
    columns = max(len(row) for row in rows)
    made: list[list[DraftCell]] = []
    for number, row in enumerate(rows):
        cells = []
        for column, picture in enumerate(row):
            own = [d for d in drafts if taken.get(id(d)) is picture]
            items: list[Item] = [*own, picture]
            items.sort(key=lambda item: item.box[1])
            box = around([item.box for item in items])
            cell = DraftCell(number, column, 1, 1, [Place(picture.page, box)])
            cell.items.extend(items)
            cells.append(cell)
        made.append(cells)
    whole = around([cell.box for row in made for cell in row])
    width = (whole[2] - whole[0]) / columns
    xs = [whole[0] + index * width for index in range(columns + 1)]
    return DraftTable(xs, made, [Place(rows[0][0].page, whole)], ruled=False)
