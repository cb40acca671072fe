"""What the columns of an overview table stand for, by their headers and by what is in them."""

from collections import Counter
from dataclasses import dataclass, field

from medcom_extract.parsing.grid import Grid
from medcom_extract.parsing.headers import Header
from medcom_extract.parsing.lamps import find_lamps
from medcom_extract.parsing.profiles import LONG, Profile, profile_columns
from medcom_extract.parsing.statuses import find_status_column
from medcom_extract.vocabulary import READINGS, LabelKind, Vocabulary

__all__ = ["Layout", "find_layout"]

_CONTENT: tuple[tuple[str, LabelKind], ...] = (
    ("risks", "risk"), ("achieved", "achieved"), ("upcoming", "upcoming"),
    ("mitigation", "mitigation"), ("milestones", "plan"), ("remarks", "remark"),
)  # fmt: skip
_TEXT, _DATE = 15, 25
"""Characters a cell on average: above them a column holds no numbers, and no dates or people."""
_ASIDE = ("number", "planned", "other", "trend", "section", "likelihood", "impact", "score")


@dataclass(slots=True)
class Layout:
    """Columns of an overview table by meaning.

    ``first`` is the first row of data; ``guessed`` tells that no header named the columns.
    ``heads`` are columns of labels for what stands to the right of them.  ``lamps`` are columns
    that stand for a colour each, instead of a status column.  ``doubts`` are codes and messages of
    what is unsure about the columns.
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
    heads: tuple[int, ...] = ()
    lamps: dict[int, str] = field(default_factory=dict)
    guessed: bool = False
    doubts: list[tuple[str, str]] = field(default_factory=list)

    def title(self, column: int) -> str:
        """The header of a column; "" where there is none."""
        return self.header.texts[column] if self.header else ""


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
            dict(before.content), dict(before.aspects), dict(before.details), before.heads,
            dict(before.lamps),
        )  # fmt: skip
    if header is None and grid.table.header_rows and grid.rows > grid.table.header_rows:
        first = grid.table.header_rows
    name = _name_column(header, profiles)
    if name is None:
        return None
    lamps = find_lamps(grid, header, first, vocabulary)
    layout = Layout(first, header, grid.columns, name, lamps=lamps, guessed=header is None)
    _assign(layout, profiles, vocabulary)
    return layout if _is_overview(layout, profiles) else None


def _goes_on(before: Layout, grid: Grid, profiles: list[Profile]) -> bool:
    if grid.columns != before.columns:
        return False
    status = before.status
    return status is None or profiles[status].lit or profiles[status].filled == 0


def _name_column(header: Header | None, profiles: list[Profile]) -> int | None:
    texts = [c for c, p in enumerate(profiles) if p.filled and not p.lit and not p.names_fields]
    if header is None:
        texts = [c for c in texts if not (c and profiles[c - 1].names_fields)]
        short = [c for c in texts if 3 <= profiles[c].length <= 80 and not profiles[c].labels]
        return short[0] if short else None
    for role in ("project", "weak_project"):
        named = [c for c in header.columns(role) if not profiles[c].lit or profiles[c].length > 6]
        if named:
            return named[0]
    known = {c for c in texts if header.roles[c]}
    free = [c for c in texts if c not in known and not profiles[c].labels]
    # "Indsatsområde" names the sections beside "Projekt", and the projects where it stands alone.
    areas = [c for c in header.columns("section") if c in texts and profiles[c].length <= LONG]
    short = [c for c in free if profiles[c].length <= LONG]
    return next(iter([*short, *areas, *free]), None)


def _guess_message(title: str, kind: LabelKind) -> str:
    return f"The column “{title}” is not known; by its words it was read as {READINGS[kind]}."


def _assign(layout: Layout, profiles: list[Profile], vocabulary: Vocabulary) -> None:
    header = layout.header
    layout.status, unsure = None, ""
    if not layout.lamps:
        layout.status, unsure = find_status_column(header, profiles, layout.name)
    if unsure:
        layout.doubts.append(("status-column-guessed", unsure))
    roles = header.roles if header else ((),) * layout.columns
    layout.heads = tuple(
        c for c, profile in enumerate(profiles[:-1])
        if profile.names_fields and c not in (layout.name, layout.status)
    )  # fmt: skip
    layout.content.update({column + 1: "remark" for column in layout.heads})
    for column, profile in enumerate(profiles):
        known = (layout.name, layout.status, *layout.heads, *layout.lamps, *layout.content)
        if column in known:
            continue
        kind = _content_kind(roles[column], profile, headed=header is not None)
        unknown = header is not None and not (roles[column] or profile.labels)
        unknown = unknown and profile.length > _TEXT
        told = vocabulary.guess_label(layout.title(column)) if unknown else None
        if profile.lit and not profile.labels and profile.length < LONG:
            layout.aspects[column] = layout.title(column)
        elif "section" in roles[column] and layout.section is None and profile.filled:
            layout.section = column
        elif kind is not None:
            layout.content[column] = kind
        elif told is not None:
            layout.content[column] = told
            layout.doubts.append(("column-guessed", _guess_message(layout.title(column), told)))
        elif profile.filled or layout.title(column):
            layout.details[column] = layout.title(column)
    if not layout.content and header is not None:
        _find_content(layout, profiles)


def _content_kind(roles: tuple[str, ...], profile: Profile, *, headed: bool) -> LabelKind | None:
    for role in roles:
        kind = next((kind for name, kind in _CONTENT if name == role), None)
        if kind is not None:
            return kind
        if role in _ASIDE and not profile.labels and not _holds_texts(roles, profile):
            return None
    if "status" in roles or profile.labels or not headed:
        return "remark"
    return None


def _holds_texts(roles: tuple[str, ...], profile: Profile) -> bool:
    """Whether a column such as "Planlagt" holds what is planned, not dates."""
    return profile.length > _DATE and any(role == name for role in roles for name, _ in _CONTENT)


def _find_content(layout: Layout, profiles: list[Profile]) -> None:
    """Without a column for content by its name, the one of no known name with long text is it."""
    assert layout.header is not None
    free = [c for c in layout.details if not layout.header.roles[c] and profiles[c].length > LONG]
    if free:
        column = max(free, key=lambda c: profiles[c].length)
        del layout.details[column]
        layout.content[column] = "remark"


def _is_overview(layout: Layout, profiles: list[Profile]) -> bool:
    header = layout.header
    labels = sum(profile.labels for profile in profiles)
    labels += sum(len(profiles[column].heads) for column in layout.heads)
    telling = labels > 0 or any(
        k in ("risk", "achieved", "upcoming") for k in layout.content.values()
    )
    shown = layout.status is not None or bool(layout.lamps)
    lit = bool(layout.lamps) or (layout.status is not None and profiles[layout.status].lit)
    if header is None:
        # A word such as "planned" in a table of codes is a label to the eye; a third of the rows
        # is what reports have at least.
        return shown and labels >= max(1, profiles[layout.name].filled / 3)
    if "project" in header.roles[layout.name]:
        return shown or telling or bool(layout.aspects)
    if "weak_project" in header.roles[layout.name]:
        return telling and (shown or _count(layout)["risk"] > 0)
    return telling and lit


def _count(layout: Layout) -> Counter[str]:
    return Counter(layout.content.values())
