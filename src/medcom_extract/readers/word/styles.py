"""Styles: how text looks and what paragraphs are, through the whole chain of definitions."""

import math
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from medcom_extract.document import Patch
from medcom_extract.readers.word.colours import Theme, hex_color, highlight_color, shading_patches
from medcom_extract.readers.word.names import W14, Element, W, child, integer, is_on, value

__all__ = ["Look", "ParagraphStyle", "Style", "Styles"]

Role = Literal["title", "subtitle", "heading", "caption"] | None

_LONGEST_CHAIN = 30
_BODY_TEXT = 9
"""The outline level of ordinary text; 0 to 8 are headings."""


class Look(NamedTuple):
    """Formatting of a run.  None means "not said here"; colour "auto" means the default."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    underline: bool | None = None
    color: str | None = None
    size: float | None = None
    font: str | None = None
    background: str | None = None
    """From a highlight or run shading; "auto" means none."""

    def under(self, top: "Look") -> "Look":
        """What holds where ``top`` is laid over this look."""
        if top == _PLAIN:
            return self
        pairs = zip(self, top, strict=True)
        return Look._make(below if above is None else above for below, above in pairs)


_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """One definition.  ``level`` is its ``w:outlineLvl``, the lists are its ``w:numPr``."""

    id: str
    kind: str
    name: str
    based_on: str | None
    look: Look
    level: int | None
    list_id: str | None
    list_level: int | None
    element: Element


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's style says of it, inherited definitions included."""

    role: Role = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    list_owner: str | None = None
    """The id of the style that names the list: numbering levels may be tied to it."""
    shading: tuple[Patch, ...] = ()
    listed: bool = False
    """Whether the style is one of Word's own list styles, whatever its numbering."""


class Styles:
    """The styles part; without one, everything is plain."""

    def __init__(self, root: Element | None, theme: Theme):
        self.theme = theme
        self._looks: dict[tuple[str | None, str | None, Look], Look] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._all: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        for element in root.iterfind(W + "style") if root is not None else ():
            style = self._read(element)
            self._all.setdefault(style.id, style)
            if element.get(W + "default", "").lower() in ("1", "true", "on"):
                self._defaults[style.kind] = style.id
        defaults = child(root, W + "docDefaults", W + "rPrDefault", W + "rPr")
        self.default_look = self.direct(defaults)

    def _read(self, element: Element) -> Style:
        paragraph = element.find(W + "pPr")
        level = value(paragraph, W + "outlineLvl")
        list_level = value(paragraph, W + "numPr", W + "ilvl")
        return Style(
            id=element.get(W + "styleId", ""),
            kind=element.get(W + "type", "paragraph"),
            name=value(element, W + "name") or "",
            based_on=value(element, W + "basedOn"),
            look=self.direct(element.find(W + "rPr")),
            level=integer(level) if level is not None else None,
            list_id=value(paragraph, W + "numPr", W + "numId"),
            list_level=integer(list_level) if list_level is not None else None,
            element=element,
        )

    def direct(self, properties: Element | None) -> Look:
        """The formatting that a ``w:rPr`` itself states, its tracked former self left out."""
        if properties is None or not len(properties):
            return _PLAIN
        found: dict[str, Element] = {}
        for item in properties:
            found.setdefault(item.tag, item)
        underline = found.get(W + "u")
        return Look(
            bold=is_on(found.get(W + "b")),
            italic=is_on(found.get(W + "i")),
            hidden=is_on(found.get(W + "vanish")),
            underline=None if underline is None else underline.get(W + "val", "single") != "none",
            color=self._ink(found.get(W14 + "textFill")) or self._color(found.get(W + "color")),
            size=_points(found.get(W + "sz")),
            font=self._font(found.get(W + "rFonts")),
            background=self._background(found.get(W + "highlight"), found.get(W + "shd")),
        )

    def _ink(self, fill: Element | None) -> str | None:
        """The colour of a text effect's fill, which goes over the plain one."""
        found = fill.find(f".//{W14}srgbClr") if fill is not None else None
        return hex_color(found.get(W14 + "val")) if found is not None else None

    def _color(self, element: Element | None) -> str | None:
        if element is None:
            return None
        return self.theme.attributes(element, "val", "theme") or "auto"

    def _font(self, fonts: Element | None) -> str | None:
        if fonts is None:
            return None
        for script in ("ascii", "hAnsi"):
            if theme := fonts.get(f"{W}{script}Theme"):
                return self.theme.font(theme)
            if name := fonts.get(W + script):
                return name
        return None

    def _background(self, highlight: Element | None, shading: Element | None) -> str | None:
        if highlight is not None:
            return highlight_color(highlight.get(W + "val")) or "auto"
        patches = shading_patches(shading, self.theme)
        if patches is None:
            return None
        return patches[0].color if patches else "auto"

    def chain(self, style_id: str | None, kind: str) -> list[Style]:
        """A style and those that it is based on, nearest first; the default one for None."""
        chosen = style_id if style_id in self._all else self._defaults.get(kind)
        styles: dict[str, Style] = {}
        while chosen in self._all and chosen not in styles and len(styles) < _LONGEST_CHAIN:
            styles[chosen] = self._all[chosen]
            chosen = styles[chosen].based_on
        return list(styles.values())

    def look(self, paragraph: str | None, character: str | None, table: Look = _PLAIN) -> Look:
        """The look of a run in a paragraph style, a character style and a table's own look."""
        key = (paragraph, character, table)
        if key not in self._looks:
            levels = [table, self._inherited(paragraph, "paragraph")]
            if character is not None and character in self._all:
                levels.append(self._inherited(character, "character"))
            self._looks[key] = self._stack(levels)
        return self._looks[key]

    def _inherited(self, style_id: str | None, kind: str) -> Look:
        look = _PLAIN
        for style in reversed(self.chain(style_id, kind)):
            look = look.under(style.look)
        return look

    def _stack(self, levels: list[Look]) -> Look:
        """Lay looks over the defaults; toggles on several levels cancel out (17.7.3)."""
        look = self.default_look
        for level in levels:
            look = look.under(level)
        bold, italic, hidden = (
            bool(always) or sum(bool(level[place]) for level in levels) % 2 == 1
            for place, always in enumerate(self.default_look[:3])
        )
        return look._replace(bold=bold, italic=italic, hidden=hidden)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Role, outline level and list of a paragraph style (None: the default style)."""
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._describe(style_id)
        return self._paragraphs[style_id]

    def _describe(self, style_id: str | None) -> ParagraphStyle:
        chain = self.chain(style_id, "paragraph")
        known = style_id is None or style_id in self._all
        names = [name for style in chain for name in (style.name, style.id)]
        if not known:
            names.insert(0, style_id or "")
        numbered = next((style for style in chain if style.list_id is not None), None)
        levelled = next((style.list_level for style in chain if style.list_level is not None), None)
        outline = next((style.level for style in chain if style.level is not None), None)
        role, level = _role(names, outline)
        shades = (child(style.element, W + "pPr", W + "shd") for style in chain)
        shading = next(
            (p for shd in shades if (p := shading_patches(shd, self.theme)) is not None), ()
        )
        return ParagraphStyle(
            role=role,
            level=level,
            list_id=numbered.list_id if numbered else None,
            list_level=levelled,
            list_owner=numbered.id if numbered else None,
            shading=shading,
            listed=any(_LIST_NAME.match(name) for name in names),
        )

    def table_chain(self, style_id: str | None) -> list[Style]:
        """The definitions of a table style, nearest first."""
        return self.chain(style_id, "table")

    def list_style(self, style_id: str) -> str | None:
        """The ``w:numId`` of a numbering style."""
        return next((s.list_id for s in self.chain(style_id, "numbering") if s.list_id), None)


_CONTENTS = re.compile(r"(toc|indholdsfortegnelse|overskrift til indholdsfortegnelse)\b", re.I)
_HEADING = re.compile(r"(?:heading|overskrift|rubrik|überschrift|titre) ?(\d)(?!\d)", re.I)
_LIST_NAME = re.compile(
    r"(?:list[ -]?(?:bullet|number)|opstilling ?-? ?(?:punkttegn|talt))\b|"
    r"(?:list(?:bullet|number)|opstilling-?(?:punkttegn|talellerbogst))",
    re.I,
)
_ROLES: dict[str, Role] = {
    "title": "title",
    "titel": "title",
    "subtitle": "subtitle",
    "undertitel": "subtitle",
    "caption": "caption",
    "billedtekst": "caption",
}


def _role(names: list[str], outline: int | None) -> tuple[Role, int | None]:
    """Role and level from the names of the chain, nearest first; the first that tells wins."""
    level = outline + 1 if outline is not None and outline < _BODY_TEXT else None
    for name in names:
        if _CONTENTS.match(name):
            return None, None
        if match := _HEADING.match(name):
            named = int(match[1]) or None
            return "heading", level if outline is not None else named
        if role := _ROLES.get(name.strip().lower()):
            return role, level
    return ("heading", level) if level else (None, None)


def _points(size: Element | None) -> float | None:
    """Points from half-points, or from Strict's measures with a unit."""
    text = size.get(W + "val") if size is not None else None
    if not text:
        return None
    try:
        points = float(text[:-2]) if text.endswith("pt") else float(text) / 2
    except ValueError:
        return None
    # "NaN" and "1e400" are numbers to float(), and no sizes.
    return points if math.isfinite(points) else None
