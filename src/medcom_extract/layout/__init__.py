"""From page records to the neutral document: lines, grids, tables, paragraphs.

Page -> furniture apart -> grids -> tables and body lines      (page by page)
     -> line pitch, column edges                               (over the whole document)
     -> paragraphs -> tables, rows and paragraphs joined over pages -> Document
"""

from collections import Counter
from collections.abc import Container
from functools import cached_property

from medcom_extract.document import Block, Box, Location, Paragraph, Warning
from medcom_extract.layout.banners import banner_tops
from medcom_extract.layout.boxes import around, shared_height
from medcom_extract.layout.bullets import take_bullets, take_numbers
from medcom_extract.layout.cardcolumns import card_runs, part_columns, withhold_cards
from medcom_extract.layout.cards import (
    bar_marks,
    choose_cards,
    fill_cards,
    find_cards,
    share_gutter,
    take_cards,
)
from medcom_extract.layout.collisions import part_collided
from medcom_extract.layout.columns import lines_in_columns
from medcom_extract.layout.cutrows import begin_rows
from medcom_extract.layout.drafts import DraftTable, Item, PageDraft
from medcom_extract.layout.drawings import gather_drawings
from medcom_extract.layout.emblems import without_emblems
from medcom_extract.layout.finishing import Finisher, bare_word
from medcom_extract.layout.flow import (
    arrange,
    arrange_cards,
    body_columns,
    split_at_gaps,
)
from medcom_extract.layout.furniture import furniture_of, margin_words
from medcom_extract.layout.grid import find_grids
from medcom_extract.layout.hyphens import (
    HyphenHabit,
    attach_hyphens,
    credible,
    habit_of,
    level_hyphens,
    line_ends,
)
from medcom_extract.layout.joining import join_paragraphs, join_tables
from medcom_extract.layout.lines import Line, lines_of, mark_underlines
from medcom_extract.layout.page import Page
from medcom_extract.layout.paragraphs import paragraphs_of
from medcom_extract.layout.pills import take_pills
from medcom_extract.layout.pitch import Pitch, measure_pitch
from medcom_extract.layout.repeats import part_repeated_headers, split_at_headers
from medcom_extract.layout.sidelabels import part_labels
from medcom_extract.layout.tables import Sheet, set_limits, square, tables_of
from medcom_extract.layout.unruled import unruled_grids

__all__ = ["Layout", "lay_out", "unbroken_words"]

_MANY_LINES = 60
_SELDOM = 0.012
"""Share of the lines of a document that end in a hyphen where its program breaks no words."""

_WIDE_ART = 60.0
"""Points.  Wider artwork in the body parts the text above it from the text below."""


class Layout:
    """What the pages of a document hold, in reading order."""

    def __init__(
        self, blocks: tuple[Block, ...], furniture: tuple[Paragraph, ...], warnings: list[Warning]
    ):
        self.blocks = blocks
        self.furniture = furniture
        self.warnings = warnings


def lay_out(
    pages: list[Page],
    *,
    producer: str | None = None,
    creator: str | None = None,
    columns: frozenset[str] = frozenset(),
) -> Layout:
    """Make a document's blocks of its pages.

    ``producer`` and ``creator`` are the file's own words for the programs that made it: they tell
    which line-end hyphens are the typesetter's.  ``columns`` are known column headers in lower
    case, by which tables without lines are found.
    """
    for page in pages:
        _give_links(page)
        page.words = attach_hyphens(page.words)
        page.rules = mark_underlines(page.words, page.rules)
    level_hyphens([word for page in pages for word in page.words])
    drafts = _sort_pages(pages, columns)
    for draft in drafts:
        draft.tables = split_at_headers(draft.tables)
    part_repeated_headers([table for draft in drafts for table in draft.tables])
    tables = [table for draft in drafts for table in _with_nested(draft.tables)]
    _prepare(tables, drafts)
    texts = [body_columns(draft.body, _obstacles(draft), draft.cuts) for draft in drafts]
    edges = _column_edges(drafts, texts, _body_edges(drafts))
    in_tables, in_body = _pitches(drafts, tables, texts, edges)
    for table in tables:
        _fill_cells(table, in_tables)
    flows: list[list[Item]] = [
        arrange_cards(draft, arrange(draft, found, own, in_body), in_body)
        for draft, found, own in zip(drafts, texts, edges, strict=True)
    ]
    furniture = [line for draft in drafts for line in draft.furniture]
    heights = {page.number: page.height for page in pages}
    flow = join_paragraphs(join_tables(without_emblems(flows), heights, furniture))
    finisher = _finisher(pages, _runs_of_lines(tables, drafts), habit_of(producer, creator))
    blocks = finisher.blocks(flow)
    apart = tuple(finisher.furniture(line) for line in furniture)
    return Layout(blocks, apart, finisher.warnings + _hidden(pages))


def _finisher(pages: list[Page], runs: list[list[Line]], habit: HyphenHabit) -> Finisher:
    """What makes blocks of drafts, with all that the lines tell of the program's hyphens."""
    sets_own = any(word.hyphen_set for page in pages for word in page.words)
    habit, sets_own = credible(habit, line_ends(runs), sets_own=sets_own)
    return Finisher(habit, _Unbroken(pages), sets_own=sets_own, hyphenates=_hyphenates(runs))


def _prepare(tables: list[DraftTable], drafts: list[PageDraft]) -> None:
    """Take off what tells of the text rather than being it: list numbers, bars of cards."""
    take_numbers([cell.lines for table in tables for cell in table.cells if cell.column > 0])
    take_numbers([draft.body for draft in drafts])
    set_limits(tables)
    cards = [card for draft in drafts for card in draft.cards]
    marks = [art for draft in drafts for art in draft.art] if cards else []
    bar_marks(cards, {patch.color for art in marks for patch in art.palette})
    share_gutter(cards)


def _sort_pages(pages: list[Page], columns: frozenset[str]) -> list[PageDraft]:
    """Each page's furniture, tables, and what is left for the flow."""
    margins = [lines_of(margin_words(page), page.number) for page in pages]
    grids = [find_grids(page.rules) for page in pages]
    apart = furniture_of(pages, margins, grids, columns)
    drafts, sheets = [], []
    for page, found, lattice in zip(pages, margins, grids, strict=True):
        draft = PageDraft(page.number, page.width, page.height)
        draft.furniture = [line for line in found if id(line) in apart]
        taken = {id(word) for line in draft.furniture for word in line.words}
        words = [word for word in page.words if id(word) not in taken]
        sheet = Sheet(page, part_collided(words, columns))
        draft.tables = tables_of(sheet, lattice)
        drafts.append(draft)
        sheets.append(sheet)
    columned = _sort_unruled(drafts, sheets, columns)
    gutters: list[float] = []
    for draft, sheet in zip(drafts, sheets, strict=True):
        lines = split_at_gaps(lines_in_columns(sheet.words, draft.number, gutters=gutters))
        draft.body, draft.pills = take_pills(lines, sheet.fills, sheet.artwork)
        rules = sheet.page.rules if sheet.frames is None else []
        known = sheet.frames or ()
        draft.cards = find_cards(draft.body, rules, sheet.fills, sheet.artwork, known)
    chosen = choose_cards([draft.cards for draft in drafts])
    for draft, sheet, cards in zip(drafts, sheets, chosen, strict=True):
        draft.cards = cards
        take_cards(draft.cards, draft.body, sheet.fills, sheet.artwork)
    if columned:
        part_columns([card for draft in drafts for card in draft.cards], columns)
    for draft, sheet in zip(drafts, sheets, strict=True):
        _sort_rest(draft, sheet)
    return drafts


def _sort_unruled(drafts: list[PageDraft], sheets: list[Sheet], columns: frozenset[str]) -> bool:
    """Tables without a full set of lines; words in cards are no part of one.

    Gives whether cards hold columns of text.
    """
    in_cards = withhold_cards(sheets, columns)
    grids = unruled_grids(sheets, columns)
    for draft, sheet, more, own in zip(drafts, sheets, grids, in_cards, strict=True):
        draft.tables += tables_of(sheet, more, ruled=False)
        begin_rows(draft.tables, sheet)
        sheet.words += own
    return any(in_cards)


def _sort_rest(draft: PageDraft, sheet: Sheet) -> None:
    """What stands in no table: lines of the body and artwork, drawn bullets taken off."""
    drawings, fills, artwork = gather_drawings(sheet.fills, sheet.artwork, sheet.page.rules)
    draft.cuts = banner_tops(draft.body, fills, sheet.page.rules, draft.width)
    squares = [square(f) for f in fills if _is_square(f.x1 - f.x0, f.bottom - f.top)]
    pictures = [art for art in artwork if art.outline != "rect"]  # a frame with nothing in it
    draft.art = drawings + take_bullets(draft.body, pictures + squares)
    fill_cards(draft.cards, draft.art)
    for card in draft.cards:
        card.art = take_bullets(card.body, card.art)
    for table in _with_nested(draft.tables):
        for cell in table.cells:
            cell.art = take_bullets(cell.lines, cell.art)


def _is_square(width: float, height: float) -> bool:
    """Whether a fill in the body is a drawn square that may be a mark."""
    return (
        4 <= min(width, height)
        and max(width, height) <= 60
        and max(width, height) < 3 * min(width, height)
    )


def _give_links(page: Page) -> None:
    for link in page.links:
        for word in page.words:
            x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
            if link.x0 - 1 <= x <= link.x1 + 1 and link.top - 1 <= y <= link.bottom + 1:
                word.href = link.url


def _with_nested(tables: list[DraftTable]) -> list[DraftTable]:
    found: list[DraftTable] = []
    for table in tables:
        found.append(table)
        for cell in table.cells:
            found += _with_nested([item for item in cell.items if isinstance(item, DraftTable)])
    return found


def _obstacles(draft: PageDraft) -> list[Box]:
    """What text does not run past: tables, and artwork too wide to stand in a line."""
    wide = [art.box for art in draft.art if art.x1 - art.x0 > _WIDE_ART]
    return [table.box for table in draft.tables] + wide


def _body_edges(drafts: list[PageDraft]) -> list[float]:
    """The right edge of the body, page by page: the furthest that any page of its width reaches."""
    reach: dict[int, float] = {}
    for draft in drafts:
        width = round(draft.width)
        rights = [line.x1 for line in draft.body] + [table.box[2] for table in draft.tables]
        reach[width] = max([reach.get(width, 0.0), *rights])
    return [min(reach[round(draft.width)], draft.width) for draft in drafts]


def _column_edges(
    drafts: list[PageDraft], texts: list[list[list[Line]]], edges: list[float]
) -> list[list[float]]:
    """The edge of each run of lines: the page's, or where the first of two columns ends that other
    pages have.

    The last page of text in two columns often fills but the first of them, or holds a few lines
    in the second.
    """
    known: dict[int, tuple[float, float]] = {}
    for draft, columns in zip(drafts, texts, strict=True):
        places = [around(line.box for line in column) for column in columns]
        for place in places:
            beyond = [b[0] for b in places if b[0] > place[2] and shared_height(place, b) > 0]
            if beyond:
                reach, start = known.get(round(draft.width), (0.0, draft.width))
                known[round(draft.width)] = max(reach, place[2]), min(start, *beyond)
    found = []
    for draft, columns, edge in zip(drafts, texts, edges, strict=True):
        reach, start = known.get(round(draft.width), (edge, 0.0))
        boxes = [line.box for line in draft.body] + [table.box for table in draft.tables]
        parted = all(box[2] < start or box[0] > start - 1.0 for box in boxes)
        rights = [box[2] for box in boxes if box[2] < start]
        if len(draft.body) > 2 and reach < start and parted and rights:
            first = min(edge, max(reach, *rights))
            ends = [max(line.x1 for line in column) for column in columns]
            found.append([first if end < start else edge for end in ends])
        else:
            found.append([edge] * len(columns))
    return found


def _pitches(
    drafts: list[PageDraft],
    tables: list[DraftTable],
    texts: list[list[list[Line]]],
    edges: list[list[float]],
) -> tuple[Pitch, Pitch]:
    """The line pitch in tables and in the body; where one tells nothing, the other's."""
    cells = [(cell.lines, cell.limit) for table in tables for cell in table.cells if cell.lines]
    columns = [
        pair
        for found, own in zip(texts, edges, strict=True)
        for pair in zip(found, own, strict=True)
    ]
    columns += [run for draft in drafts for card in draft.cards for run in card_runs(card)]
    in_tables, in_body = measure_pitch(cells), measure_pitch(columns)
    return in_tables.or_else(in_body), in_body.or_else(in_tables)


def _fill_cells(table: DraftTable, pitch: Pitch) -> None:
    for cell in table.cells:
        runs = part_labels(cell.lines)
        drafts = [d for run, edge in runs for d in paragraphs_of(run, edge or cell.limit, pitch)]
        ordered = len(runs) > 1 and bool(drafts) and not cell.items
        cell.items = [*drafts, *cell.items]
        if len(cell.items) > 1 and not ordered:
            cell.items.sort(key=lambda item: item.box[1])


def _runs_of_lines(tables: list[DraftTable], drafts: list[PageDraft]) -> list[list[Line]]:
    """Lines below each other: of each cell, each page's body and each card."""
    runs = [cell.lines for table in tables for cell in table.cells if cell.lines]
    return runs + [draft.body for draft in drafts] + [c.body for d in drafts for c in d.cards]


def _hyphenates(runs: list[list[Line]]) -> bool:
    """Whether a document's program breaks words: in a long one, more than a line in a hundred
    ends in a hyphen then.
    """
    ends = [line.words[-1].text for run in runs for line in run[:-1]]
    broken = sum(text.endswith("-") and text[-2:-1].islower() for text in ends)
    return len(ends) < _MANY_LINES or broken > _SELDOM * len(ends)


class _Unbroken(Container[str]):
    """Whether a word stands unbroken in a document; counted when first asked, as it seldom is."""

    def __init__(self, pages: list[Page]):
        self._pages = pages

    def __contains__(self, word: object) -> bool:
        return word in self._known

    @cached_property
    def _known(self) -> Counter[str]:
        return unbroken_words(self._pages)


def unbroken_words(pages: list[Page]) -> Counter[str]:
    """The words of a document that no line end breaks, in lower case, and how often each stands."""
    texts = Counter([word.text for page in pages for word in page.words])
    known: Counter[str] = Counter()
    for text, times in texts.items():  # far fewer than words
        if len(text) > 1 and not text.endswith("-"):
            bare = bare_word(text)
            known[bare] = known.get(bare, 0) + times
    return known


def _hidden(pages: list[Page]) -> list[Warning]:
    """A warning a page that holds text which nobody sees."""
    warnings = []
    for page in pages:
        if page.hidden:
            words = " ".join(word.text for word in page.hidden[:8])
            message = (
                f"Page {page.number} holds {len(page.hidden)} words that are invisible or outside "
                f"the page; they were left out: “{words}”."
            )
            warnings.append(Warning("hidden-text", message, (Location(page=page.number),)))
    return warnings
