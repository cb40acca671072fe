"""Tables: rows, spans, shading.  One pass over the cells, whatever spans they claim."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from medcom_extract.document import Block, Cell, Location, Mark, Table
from medcom_extract.readers.word.names import MC, Element, W, child, integer, is_on, value
from medcom_extract.readers.word.story import Story
from medcom_extract.readers.word.styles import Look
from medcom_extract.readers.word.tablestyles import TableStyle

__all__ = ["read_table"]

WIDEST_SPAN = 63
"""Word's own limit on the columns of a table."""

BlockReader = Callable[[Element, Story, str, Look | None], list[Block]]

_LEFT_OUT = {W + name for name in ("del", "moveFrom", "tblPr", "trPr", "tcPr", "sdtPr", "tblGrid")}


@dataclass(slots=True)
class _Draft:
    """A cell whose spans may still grow."""

    row: int
    column: int
    column_span: int
    location: Location
    row_span: int = 1
    blocks: list[Block] = field(default_factory=list)
    marks: tuple[Mark, ...] = ()

    def finish(self) -> Cell:
        return Cell(
            self.row,
            self.column,
            self.row_span,
            self.column_span,
            tuple(self.blocks),
            self.marks,
            (self.location,),
        )


def read_table(element: Element, story: Story, path: str, read: BlockReader) -> Table | None:
    """A table, or None where it has no cell left.  ``read`` reads the blocks of a cell."""
    rows = [
        (number, row)
        for number, row in enumerate(_parts(element, W + "tr"), 1)
        if child(row, W + "trPr", W + "del") is None
    ]
    style = TableStyle(child(element, W + "tblPr"), story.styles, len(rows))
    drafts: list[list[_Draft]] = []
    merging: dict[int, _Draft] = {}
    columns = 0
    for index, (number, row) in enumerate(rows):
        reader = _Row(row, index, f"{path}/row[{number}]", story, style, read)
        merging = reader.read(merging)
        drafts.append(reader.begun)
        columns = max(columns, reader.end)
    if not any(drafts):
        return None
    return Table(
        columns=columns,
        rows=tuple(tuple(draft.finish() for draft in begun) for begun in drafts),
        header_rows=_header_rows([row for _, row in rows]),
        locations=(Location(path=path),),
    )


def _parts(container: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls and other wrappers."""
    for item in container:
        if item.tag == tag:
            yield item
        elif item.tag == MC + "AlternateContent":
            branches = (list(_parts(branch, tag)) for branch in item)
            yield from next((found for found in branches if found), [])
        elif len(item) and item.tag not in _LEFT_OUT:
            yield from _parts(item, tag)


def _header_rows(rows: list[Element]) -> int:
    count = 0
    for row in rows:
        if not is_on(child(row, W + "trPr", W + "tblHeader")):
            break
        count += 1
    return count


@dataclass
class _Row:
    """The reading of one row."""

    element: Element
    index: int
    path: str
    story: Story
    style: TableStyle
    read_blocks: BlockReader
    begun: list[_Draft] = field(default_factory=list)
    end: int = 0

    def read(self, merging: dict[int, _Draft]) -> dict[int, _Draft]:
        """Read the cells; takes and gives the cells that are merged downwards, by column."""
        still: dict[int, _Draft] = {}
        properties = self.element.find(W + "trPr")
        self.end = min(WIDEST_SPAN, max(0, integer(value(properties, W + "gridBefore"))))
        cells = list(_parts(self.element, W + "tc"))
        last: _Draft | None = None
        for number, cell in enumerate(cells, 1):
            settings = cell.find(W + "tcPr")
            if child(settings, W + "cellDel") is not None:
                continue
            span = min(WIDEST_SPAN, max(1, integer(value(settings, W + "gridSpan"), 1)))
            draft = self._continued(settings, last, merging.get(self.end), span)
            if draft is None:
                draft = self._begin(cell, number, span, number == len(cells))
                self.begun.append(draft)
            else:  # what stands in the merged-away part is not shown, but is the author's
                draft.blocks += self._blocks(cell, draft, f"{self.path}/cell[{number}]")
            if child(settings, W + "vMerge") is not None:
                still[self.end] = draft
            last = draft
            self.end += span
        after = min(WIDEST_SPAN, max(0, integer(value(properties, W + "gridAfter"))))
        self.end += after
        return still

    def _continued(
        self, settings: Element | None, last: _Draft | None, above: _Draft | None, span: int
    ) -> _Draft | None:
        """The cell that this one is merged into, grown by it; None for a cell of its own."""
        down = child(settings, W + "vMerge")
        if down is not None and down.get(W + "val") != "restart" and above is not None:
            above.row_span = self.index - above.row + 1
            return above
        # Without a value the mark means that the merge goes on.
        across = child(settings, W + "hMerge")
        if across is not None and across.get(W + "val") != "restart" and last is not None:
            last.column_span = min(WIDEST_SPAN, last.column_span + span)
            return last
        return None

    def _begin(self, cell: Element, number: int, span: int, is_last: bool) -> _Draft:
        location = Location(path=f"{self.path}/cell[{number}]")
        draft = _Draft(self.index, self.end, span, location)
        shade = self.style.shading(
            child(cell, W + "tcPr", W + "shd"), self.index, self.end, is_last=is_last
        )
        if shade:
            draft.marks = (Mark("shading", shade, locations=(location,)),)
        draft.blocks = self._blocks(cell, draft, str(location.path), is_last=is_last)
        return draft

    def _blocks(
        self, cell: Element, draft: _Draft, path: str, *, is_last: bool = False
    ) -> list[Block]:
        look = self.style.look(draft.row, draft.column, is_last=is_last)
        return self.read_blocks(cell, self.story, path, look)
