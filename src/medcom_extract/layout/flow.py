"""What stands outside tables: columns of text, pictures, and the order in which a page is read."""

import itertools
from collections.abc import Sequence

from medcom_extract.document import Box
from medcom_extract.layout.boxes import (
    around,
    beside,
    holds,
    shared_height,
    shared_width,
)
from medcom_extract.layout.cardcolumns import card_runs
from medcom_extract.layout.cards import Card, card_edge
from medcom_extract.layout.drafts import DraftTable, Item, PageDraft
from medcom_extract.layout.galleries import gather_galleries
from medcom_extract.layout.headings import rejoin_headings
from medcom_extract.layout.lines import Line, is_symbol
from medcom_extract.layout.marks import give_to_paragraph, place_pictures, with_pills
from medcom_extract.layout.page import Word
from medcom_extract.layout.paragraphs import Draft, paragraphs_of
from medcom_extract.layout.pitch import Pitch
from medcom_extract.layout.sidelabels import part_labels

__all__ = ["arrange", "arrange_cards", "body_columns", "split_at_gaps"]

_GUTTER = 10.0
"""Points of white space between two columns of text, at least."""

_BARELY = 1.0
"""Points by which a line may be longer than a column is thought to be."""

_CROSSING = 0.1
"""Share of the lines beside others that cross the white space between columns, at most."""

_TOUCH = 2.0
"""Points of height that two items share without standing beside each other."""

_LEVEL = 0.3
"""Share of the smaller size that a symbol shares in height with the line it stands beside."""

_CARD_ROW = 4.0
"""Points of height within which cards stand in one row."""

_LABEL_SPACE = 6.0
"""Share of the font size; a list label stands nearer to its text."""

_WIDE_SPACE = 2.2
"""Share of the font size; words further apart on a line belong to different columns."""


def split_at_gaps(lines: list[Line]) -> list[Line]:
    """Cut lines where words stand so far apart that they belong to different columns.

    List labels must still stand in the lines.
    """
    pieces: list[Line] = []
    for line in lines:
        if not _has_gap(line):
            pieces.append(line)
            continue
        run: list[Word] = []
        for word in line.words:
            gap = (word.x0 - run[-1].x1) / line.size if run else 0.0
            if gap > _WIDE_SPACE and not (_is_label(run) and gap < _LABEL_SPACE):
                pieces.append(Line(run, line.page))
                run = []
            run.append(word)
        pieces.append(Line(run, line.page))
    return pieces


def _has_gap(line: Line) -> bool:
    wide = _WIDE_SPACE * line.size
    return any(b.x0 - a.x1 > wide for a, b in itertools.pairwise(line.words))


def _is_label(run: list[Word]) -> bool:
    """A bullet or number may stand far from its text."""
    return len(run) == 1 and len(run[0].text) <= 2


def body_columns(
    lines: list[Line], others: Sequence[Box], cuts: Sequence[float] = ()
) -> list[list[Line]]:
    """The lines of a page's body as columns of text, in reading order.

    ``others`` are the tables and pictures of the page: a line below one does not go on with a
    line above it.  ``cuts`` are heights that no column runs past.
    """
    ordered = sorted(lines, key=lambda line: (line.baseline, line.x0))
    gutter = _gutter(lines)
    if gutter is None:
        return _merged([([line], True) for line in ordered], others)
    rights = [line.box for line in ordered if line.x0 >= gutter]
    columns: list[tuple[list[Line], bool]] = []
    left: list[Line] = []
    right: list[Line] = []
    ends = [line.top for line in ordered if any(abs(line.top - cut) < 1.0 for cut in cuts)]
    for line in ordered:
        if line.top in ends:
            columns += [(left, False), (right, False)]
            left, right = [], []
        follows = bool(columns) and not left and not right
        short = follows and line.x1 <= gutter and not beside([line.box], rights)
        if line.x0 < gutter < line.x1 or short:  # the last line of a wide paragraph may be short
            columns += [(left, False), (right, False), ([line], True)]
            left, right = [], []
        elif line.x1 <= gutter:
            left.append(line)
        else:
            right.append(line)
    return _merged([*columns, (left, False), (right, False)], others)


def _merged(columns: list[tuple[list[Line], bool]], others: Sequence[Box]) -> list[list[Line]]:
    """Put single full-width lines (marked True) that follow each other into one column again."""
    merged: list[list[Line]] = []
    was_wide = False
    for column, wide in columns:
        if not column:
            continue
        if (
            wide
            and was_wide
            and column[0].top >= merged[-1][-1].top
            and not _between(merged[-1][-1], column[0], others)
            and _overlaps(merged[-1], column)
        ):
            merged[-1].extend(column)
        else:
            merged.append(list(column))
        was_wide = wide
    return [piece for column in merged for piece in _cut(column, others)]


def _overlaps(one: list[Line], other: list[Line]) -> bool:
    low = max(min(line.x0 for line in one), min(line.x0 for line in other))
    high = min(max(line.x1 for line in one), max(line.x1 for line in other))
    return high > low


def _cut(column: list[Line], others: Sequence[Box]) -> list[list[Line]]:
    pieces: list[list[Line]] = [[column[0]]]
    for line in column[1:]:
        if _between(pieces[-1][-1], line, others):
            pieces.append([line])
        else:
            pieces[-1].append(line)
    return pieces


def _between(above: Line, below: Line, others: Sequence[Box]) -> bool:
    low, high = min(above.x0, below.x0), max(above.x1, below.x1)
    return any(
        above.top < (other[1] + other[3]) / 2 < below.bottom and other[0] < high and other[2] > low
        for other in others
    )  # fmt: skip


def _gutter(lines: list[Line]) -> float | None:
    """The x of a gutter between two columns of text; None where there is one column.

    At least two lines stand on each side, beside lines of the other side, and hardly a line
    beside them crosses: a title may be too long for its column.
    """
    if len(lines) < 4:
        return None
    starts = sorted({round(line.x0) for line in lines})
    best: tuple[int, float] | None = None
    boxes = [line.box for line in lines]
    for start in starts[1:]:
        x = start - 1.0
        left = [box for box in boxes if box[2] <= x - _GUTTER + 1]
        right = [box for box in boxes if box[0] >= x]
        beside_left, beside_right = beside(left, right), beside(right, left)
        score = min(len(beside_left), len(beside_right))
        if score < 2 or (best is not None and score <= best[0]):
            continue
        crossing = beside([box for box in boxes if box[0] < x < box[2]], beside_right)
        if len(crossing) <= _CROSSING * score:
            best = (score, x)
    return best[1] if best else None


def arrange(
    page: PageDraft, columns: list[list[Line]], limits: list[float], pitch: Pitch
) -> list[Item]:
    """All items of a page in reading order: paragraphs, tables and pictures.

    ``limits`` are the right edges that the lines of each column may reach.

    Small artwork beside a line goes to its paragraph as a mark; the rest stands by itself.
    """
    drafts: list[Draft] = []
    others = [table.box for table in page.tables] + [art.box for art in page.art]
    places = [around(line.box for line in column) for column in columns]
    starts: list[float] = []
    for column, place, limit in zip(map(_with_symbols, columns), places, limits, strict=True):
        beyond = [
            lines
            for lines, other in zip(columns, places, strict=True)
            if other[0] > place[2] and shared_height(place, other) > 0
        ]
        starts += [min(line.x0 for line in lines) for lines in beyond]
        drafts += paragraphs_of(column, _edge(column, place, beyond, limit, others), pitch)
    pictures = place_pictures(page, drafts)
    own = [p for p in page.pills if not any(holds(card.box, p.box) for card in page.cards)]
    homes = [give_to_paragraph([pill.art], drafts) for pill in own]
    rejoin_headings(drafts)
    galleries, drafts, pictures = gather_galleries(drafts, pictures)
    ordered = _by_bands([*drafts, *page.tables, *galleries, *pictures], starts, page.cuts)
    return with_pills(ordered, own, homes)


def _edge(
    column: list[Line], place: Box, beyond: list[list[Line]], limit: float, others: list[Box]
) -> float:
    """The right edge of a column of text: the page's, or where a column to its right begins.

    ``beyond`` are the columns that begin right of this one.  Beside one of them, the tables and
    pictures that stand in the column tell how wide it is.
    """
    start = limit
    for lines in beyond:
        if beside([line.box for line in column], [line.box for line in lines]):
            first = min(line.x0 for line in lines)
            like_right = place[0] + limit - first  # columns are mostly of one width
            known = len(beyond) == 1 and like_right >= place[2] - _BARELY
            start = min(start, first - _GUTTER, like_right if known else limit)
    if start == limit:
        return limit
    inside = [box[2] for box in others if box[0] >= place[0] - 5 and box[2] <= start + _GUTTER]
    return min(start, max(place[2], *inside)) if inside else start


def arrange_cards(page: PageDraft, items: list[Item], pitch: Pitch) -> list[Item]:
    """The items of a page with those of its cards among them, row by row of cards."""
    groups: list[tuple[Box, list[Item]]] = [(item.box, [item]) for item in items]
    if not page.cards:
        return items
    for card in page.cards:
        inner = PageDraft(page.number, page.width, page.height, body=card.body, art=card.art)
        inner.pills = [pill for pill in page.pills if holds(card.box, pill.box)]
        groups.append((card.box, _arrange_card(card, inner, pitch)))
    groups.sort(key=lambda group: (round(group[0][1] / _CARD_ROW), group[0][0]))
    return [item for _, found in groups for item in found]


def _arrange_card(card: Card, inner: PageDraft, pitch: Pitch) -> list[Item]:
    """The items of a card, labels before the text beside them; its bar marks the first."""
    limit = card_edge(card)
    body = _with_symbols(card.body) if card.columns is None else card.body
    runs: Sequence[tuple[list[Line], float | None]] = (
        part_labels(body, card.gutter) if card.columns is None else card_runs(card)
    )
    if len(runs) > 1:
        drafts = [d for run, edge in runs for d in paragraphs_of(run, edge or limit, pitch)]
        if card.columns is not None and card.columns.cut:
            for draft in drafts:
                draft.doubts.append(_cut_message(draft))
        homes = [give_to_paragraph([pill.art], drafts) for pill in inner.pills]
        pictures = place_pictures(inner, drafts)
        items = with_pills([*drafts, *pictures], inner.pills, homes)
    else:
        columns = body_columns(body, [])
        items = arrange(inner, columns, [limit] * len(columns), pitch)
    first = next((item for item in items if isinstance(item, Draft)), None)
    if card.mark is not None and first is not None:
        first.marks.append(card.mark)
    return items


def _cut_message(draft: Draft) -> str:
    start = " ".join(word.text for word in draft.first.words[:4])
    return f"A page parts “{start} …” from the label of its column: it was read below another."


def _with_symbols(lines: list[Line]) -> list[Line]:
    """Lines with the symbols that stand alone beside one, a little higher or lower, put in it."""
    alone = [line for line in lines if len(line.words) == 1 and is_symbol(line.words[0])]
    if not alone:
        return lines
    found = [line for line in lines if not any(line is one for one in alone)]
    for one in alone:
        beside_it = [
            line for line in found
            if shared_height(line.box, one.box) > _LEVEL * min(line.size, one.size)
            and shared_width(line.box, one.box) <= _TOUCH
        ]  # fmt: skip
        if not beside_it:
            found.append(one)
            continue
        home = min(beside_it, key=lambda line: -shared_width(line.box, one.box))
        words = sorted([*home.words, *one.words], key=lambda word: word.x0)
        joined = Line(words, home.page, home.bullet)
        joined.baseline, joined.label_x = home.baseline, home.label_x
        found[found.index(home)] = joined
    return sorted(found, key=lambda line: (line.baseline, line.x0))


def _by_bands(items: list[Item], starts: list[float], cuts: list[float]) -> list[Item]:
    """Items in reading order, band by band of a page of columns that ``cuts`` run across."""
    if not starts or not cuts:
        return _in_order(items, starts)
    edges = [float("-inf"), *(cut - 1.0 for cut in cuts), float("inf")]
    return [
        item
        for low, high in itertools.pairwise(edges)
        for item in _in_order([one for one in items if low <= one.box[1] < high], starts)
    ]


def _in_order(items: list[Item], starts: list[float]) -> list[Item]:
    """Reading order: columns where a gutter divides the page, else from top to bottom.

    ``starts`` are the left edges of columns of text that stand beside others.
    """
    ordered: list[Item] = []
    waiting = sorted(items, key=lambda item: (item.box[1], item.box[0]))
    gutter = _item_gutter(waiting, starts)
    if gutter is None:
        return waiting
    left: list[Item] = []
    right: list[Item] = []
    for item in waiting:
        x0, _, x1, _ = item.box
        if x1 <= gutter:
            left.append(item)
        elif x0 >= gutter:
            right.append(item)
        else:
            ordered += left + right + [item]
            left, right = [], []
    return ordered + left + right


def _item_gutter(items: list[Item], starts: list[float]) -> float | None:
    """Where a page of items divides in two: something stands beside something, hardly anything
    crosses.  Where a column of text starts, one thing beside another is enough.

    Of several such places the one that the fewest items cross, and that most stand beside: lines
    that are set in do not make a column.
    """
    boxes = [item.box for item in items]
    tables = [item.box for item in items if isinstance(item, DraftTable)]
    best: tuple[tuple[int, int], float] | None = None
    for x in dict.fromkeys(round(box[0]) - 1.0 for box in boxes):
        right = [box for box in boxes if box[0] >= x]
        left = [box for box in boxes if box[2] <= x]
        pairs = len(beside(left, right, _TOUCH))
        known = any(abs(x + 1.0 - start) < 1.0 for start in starts)
        if pairs >= 2 or (pairs and (known or any(box[2] <= x for box in tables))):
            crossing = [box for box in boxes if box[0] < x < box[2]]
            score = (-len(crossing), pairs)
            if best is not None and score <= best[0]:
                continue
            if len(beside(crossing, beside(right, left, _TOUCH), _TOUCH)) <= _CROSSING * pairs:
                best = (score, x)
    return best[1] if best else None
