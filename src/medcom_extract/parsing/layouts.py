"""What the columns of an overview table stand for, by their headers and by what is in them."""

from collections import Counter
from dataclasses import dataclass, field

from medcom_extract.document import Cell
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.headers import Header
from medcom_extract.parsing.labels import find_label
from medcom_extract.parsing.lights import holds_light
from medcom_extract.parsing.pieces import Piece
from medcom_extract.vocabulary import LabelKind, Vocabulary

__all__ = ["Layout", "Profile", "find_layout", "profile_columns"]

_CONTENT: tuple[tuple[str, LabelKind], ...] = (
    ("risks", "risk"), ("achieved", "achieved"), ("upcoming", "upcoming"),
    ("mitigation", "mitigation"), ("milestones", "plan"), ("remarks", "remark"),
)  # fmt: skip
_ASIDE = ("number", "planned", "other", "trend", "section", "likelihood", "impact", "score")
_LONG = 45
"""Characters a cell on average: above it a column holds text, not names or fields."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a column's cells hold."""

    filled: int
    lights: int
    labels: int
    length: float

    @property
    def lit(self) -> bool:
        """Whether its cells are lights."""
        return self.filled > 0 and self.lights >= 0.5 * self.filled


@dataclass(slots=True)
class Layout:
    """Columns of an overview table by meaning.

    ``first`` is the first row of data; ``guessed`` tells that no header named the columns.
    """

    first: int
    header: Header | None
    columns: int
    name: int
    status: int | None = None
    section: int | None = None
    content: dict[int, LabelKind] = field(default_factory=dict)
    aspects: dict[int, str] = field(default_factory=dict)
    details: dict[int, str] = field(default_factory=dict)
    guessed: bool = False

    def title(self, column: int) -> str:
        """The header of a column; "" where there is none."""
        return self.header.texts[column] if self.header else ""


def profile_columns(grid: Grid, first: int, vocabulary: Vocabulary) -> list[Profile]:
    """Each column's profile over the rows from ``first`` on, wide cells left out."""
    profiles = []
    for column in range(grid.columns):
        cells = _own_cells(grid, first, column)
        lights = labels = 0
        for cell in cells:
            background = grid.fills(cell.row)
            if holds_light(cell.marks, grid.pieces(cell), vocabulary, background):
                lights += 1
            labels += _is_telling(grid.lines(cell), vocabulary)
        length = sum(len(grid.text(cell)) for cell in cells) / len(cells) if cells else 0.0
        filled = [cell for cell in cells if not is_empty(cell) or cell.marks]
        profiles.append(Profile(max(len(filled), lights), lights, labels, length))
    return profiles


def _is_telling(lines: list[Piece], vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a label of risks or milestones, and something under it."""
    found = [label for line in lines if (label := find_label(line, vocabulary))]
    told = any(label.kind in ("risk", "achieved", "upcoming") for label in found)
    return told and (len(lines) > len(found) or any(label.rest for label in found))


def _own_cells(grid: Grid, first: int, column: int) -> list[Cell]:
    cells: list[Cell] = []
    for row in range(first, grid.rows):
        cell = grid.at(row, column)
        if cell is None or cell.row != row or cell.column != column or cell.column_span > 1:
            continue
        cells.append(cell)
    return cells


def find_layout(
    grid: Grid, header: Header | None, vocabulary: Vocabulary, before: Layout | None = None
) -> Layout | None:
    """The layout of an overview table; None where the table is none.

    Evidence is needed: a column named as the projects' beside one for the status or the content; or
    a column of lights beside labels of risks and milestones.  ``before`` is the layout of the table
    before, which goes on where this one has no header.
    """
    first = header.last if header else 0
    if grid.columns < 2 or grid.rows <= first:
        return None
    profiles = profile_columns(grid, first, vocabulary)
    if header is None and before is not None and _goes_on(before, grid, profiles):
        return Layout(
            0, None, grid.columns, before.name, before.status, before.section,
            dict(before.content), dict(before.aspects), dict(before.details),
        )  # fmt: skip
    if header is None and grid.table.header_rows and grid.rows > grid.table.header_rows:
        first = grid.table.header_rows
    name = _name_column(header, profiles)
    if name is None:
        return None
    layout = Layout(first, header, grid.columns, name, guessed=header is None)
    _assign(layout, profiles)
    return layout if _is_overview(layout, profiles) else None


def _goes_on(before: Layout, grid: Grid, profiles: list[Profile]) -> bool:
    if grid.columns != before.columns:
        return False
    status = before.status
    return status is None or profiles[status].lit or profiles[status].filled == 0


def _name_column(header: Header | None, profiles: list[Profile]) -> int | None:
    texts = [c for c, p in enumerate(profiles) if p.filled and not p.lit]
    if header is None:
        short = [c for c in texts if 3 <= profiles[c].length <= 80 and not profiles[c].labels]
        return short[0] if short else None
    for role in ("project", "weak_project"):
        named = [c for c in header.columns(role) if not profiles[c].lit or profiles[c].length > 6]
        if named:
            return named[0]
    known = {c for c in texts if header.roles[c]}
    free = [c for c in texts if c not in known and not profiles[c].labels]
    return free[0] if free else None


def _assign(layout: Layout, profiles: list[Profile]) -> None:
    header = layout.header
    layout.status = _status_column(layout, profiles)
    roles = header.roles if header else ((),) * layout.columns
    for column, profile in enumerate(profiles):
        if column in (layout.name, layout.status):
            continue
        kind = _content_kind(roles[column], profile, headed=header is not None)
        if profile.lit and not profile.labels and profile.length < _LONG:
            layout.aspects[column] = layout.title(column)
        elif "section" in roles[column] and layout.section is None and profile.filled:
            layout.section = column
        elif kind is not None:
            layout.content[column] = kind
        elif profile.filled or layout.title(column):
            layout.details[column] = layout.title(column)
    if not layout.content and header is not None:
        _find_content(layout, profiles)


def _content_kind(roles: tuple[str, ...], profile: Profile, *, headed: bool) -> LabelKind | None:
    for role in roles:
        kind = next((kind for name, kind in _CONTENT if name == role), None)
        if kind is not None:
            return kind
        if role in _ASIDE and not profile.labels:
            return None
    if "status" in roles or profile.labels or not headed:
        return "remark"
    return None


def _find_content(layout: Layout, profiles: list[Profile]) -> None:
    """Without a column for content by its name, the one of no known name with long text is it."""
    assert layout.header is not None
    free = [c for c in layout.details if not layout.header.roles[c] and profiles[c].length > _LONG]
    if free:
        column = max(free, key=lambda c: profiles[c].length)
        del layout.details[column]
        layout.content[column] = "remark"


def _status_column(layout: Layout, profiles: list[Profile]) -> int | None:
    lit = [c for c, p in enumerate(profiles) if p.lit and p.length < _LONG and c != layout.name]
    header = layout.header
    if header is None:
        return lit[0] if lit else None
    named = [c for c in header.columns("status") if c != layout.name]
    named.sort(key=lambda c: ("aspect" in header.roles[c], "remarks" in header.roles[c]))
    for column in named:
        if column in lit:
            return column
    aside = ("aspect", "previous", "trend", "score", "risks", "likelihood", "impact")
    free = [c for c in lit if not any(role in header.roles[c] for role in aside)]
    if free:
        return free[0]
    empty = [c for c in named if profiles[c].length < 20 and not profiles[c].labels]
    return empty[0] if empty else None


def _is_overview(layout: Layout, profiles: list[Profile]) -> bool:
    header = layout.header
    labels = sum(profile.labels for profile in profiles)
    telling = labels > 0 or any(
        k in ("risk", "achieved", "upcoming") for k in layout.content.values()
    )
    lit = layout.status is not None and profiles[layout.status].lit
    if header is None:
        # A word such as "planned" in a table of codes is a label to the eye; a third of the rows
        # is what reports have at least.
        return layout.status is not None and labels >= max(1, profiles[layout.name].filled / 3)
    if "project" in header.roles[layout.name]:
        return layout.status is not None or telling or bool(layout.aspects)
    if "weak_project" in header.roles[layout.name]:
        return telling and (layout.status is not None or _count(layout)["risk"] > 0)
    return telling and lit


def _count(layout: Layout) -> Counter[str]:
    return Counter(layout.content.values())
