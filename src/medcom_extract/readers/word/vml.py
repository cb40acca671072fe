"""VML: the drawings of older Word files, and of what other programs embed."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from medcom_extract.document import Box
from medcom_extract.readers.canvas import Paint
from medcom_extract.readers.word.artwork import Item, add_art, frame_text, is_small, text_frames
from medcom_extract.readers.word.colours import css_color
from medcom_extract.readers.word.names import Element, O, R, V
from medcom_extract.readers.word.pictures import picture_image, picture_palette
from medcom_extract.readers.word.story import Content, Story

__all__ = ["read_vml"]

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"\s*(-?[\d.]+)\s*([a-z]*)", re.IGNORECASE)
_TYPE = re.compile(r"_t(\d+)$")

_ELEMENTS = {"rect": "rect", "oval": "ellipse", "roundrect": "roundRect"}
_KINDS = {
    "1": "rect",
    "2": "roundRect",
    "3": "ellipse",
    "4": "diamond",
    "5": "triangle",
    "12": "star5",
    "13": "rightArrow",
    "23": "donut",
    "57": "noSmoking",
    "66": "leftArrow",
    "67": "downArrow",
    "68": "upArrow",
    "74": "heart",
    "75": "picture",
    "96": "smileyFace",
    "120": "flowChartConnector",
    "183": "sun",
    "202": "textBox",
}
"""Word's built-in shape types (``o:spt``, ``_x0000_t96``) by their DrawingML names."""

_SHAPES = {V + name for name in ("shape", "rect", "oval", "roundrect", "image", "polyline", "arc")}
_OFF = ("f", "false", "0")
_MOST_ITEMS = 500


def read_vml(holder: Element, content: Content, story: Story) -> None:
    """Add the drawings in a ``w:pict`` or ``w:object``: marks, text boxes, WordArt words."""
    for drawing in holder:
        if drawing.tag not in _SHAPES and drawing.tag != V + "group":
            continue
        style = _style(drawing)
        if style.get("visibility") == "hidden" or drawing.get(O + "hr") in ("t", "true"):
            continue
        frames = list(text_frames(drawing))
        content.frames += frames
        words = [path.get("string", "").strip() for path in drawing.iter(V + "textpath")]
        content.texts += [text for text in words if text]
        size = (_points(style.get("width")), _points(style.get("height")))
        reading = _Reading(story, [], decode=is_small(size))
        reading.read(drawing, _Place())
        text = frame_text(frames) or " ".join(words) or None
        add_art(reading.items, content, size=size, alt=_alt(drawing), text=text)


def _alt(drawing: Element) -> str | None:
    texts = [drawing.get("alt"), *(one.get(O + "title") for one in drawing.iter(V + "imagedata"))]
    return next((text.strip() for text in texts if text and text.strip()), None)


def _style(element: Element) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    return {name.strip().lower(): text.strip() for name, text in pairs}


def _points(text: str | None) -> float | None:
    match = _LENGTH.match(text or "")
    if match is None:
        return None
    try:
        return round(float(match[1]) * _POINTS.get(match[2].lower() or "px", 1.0), 2)
    except ValueError:
        return None


def _plain(text: str | None) -> float:
    """A length in whatever unit, for places inside a group, which have none."""
    match = _LENGTH.match(text or "")
    try:
        return float(match[1]) * _POINTS.get(match[2].lower(), 1.0) if match else 0.0
    except ValueError:
        return 0.0


class _Place(NamedTuple):
    """How coordinates in a group are laid over those of the whole drawing."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def box(self, style: dict[str, str]) -> Box:
        x = self.x + self.scale_x * _plain(style.get("left") or style.get("margin-left"))
        y = self.y + self.scale_y * _plain(style.get("top") or style.get("margin-top"))
        wide, high = _plain(style.get("width")), _plain(style.get("height"))
        return x, y, x + self.scale_x * wide, y + self.scale_y * high

    def inside(self, group: Element) -> "_Place":
        x0, top, x1, bottom = self.box(_style(group))
        off_x, off_y = _coordinates(group.get("coordorigin"), 0.0)
        wide, high = _coordinates(group.get("coordsize"), 1_000.0)
        scale_x = (x1 - x0) / wide if wide else 1.0
        scale_y = (bottom - top) / high if high else 1.0
        return _Place(scale_x, scale_y, x0 - scale_x * off_x, top - scale_y * off_y)


def _coordinates(text: str | None, default: float) -> tuple[float, float]:
    parts = [_plain(part) if part.strip() else default for part in (text or ",").split(",")]
    return (parts[0], parts[1]) if len(parts) > 1 else (default, default)


@dataclass
class _Reading:
    """The reading of one drawing's shapes."""

    story: Story
    items: list[Item]
    decode: bool = True
    """Whether pictures are looked into: large ones are figures, whose colours say nothing."""

    def read(self, element: Element, place: _Place) -> None:
        if len(self.items) >= _MOST_ITEMS:
            return
        if element.tag == V + "group":
            inside = place.inside(element)
            for item in element:
                self.read(item, inside)
        elif element.tag in _SHAPES:
            self._shape(element, place)

    def _shape(self, element: Element, place: _Place) -> None:
        box = place.box(_style(element))
        data = element if element.tag == V + "image" else element.find(V + "imagedata")
        outline = _outline(element)
        if data is not None:
            ids = [data.get(name, "") for name in (R + "id", O + "relid", R + "pict")]
            palette = picture_palette(ids, self.story) if self.decode else ()
            grouped = self.decode and place != _Place()
            image = picture_image(ids, self.story) if grouped else None
            self.items.append(Item(box, image, None, True, palette))
        else:
            fill = _fill(element, outline)
            if fill is not None:
                self.items.append(Item(box, fill, None if outline == "textBox" else outline))


def _outline(element: Element) -> str | None:
    name = element.tag.removeprefix(V)
    match = _TYPE.search(element.get("type", ""))
    number = element.get(O + "spt") or (match[1] if match else "")
    return _ELEMENTS.get(name) or _KINDS.get(number)


def _fill(element: Element, outline: str | None) -> Paint | None:
    """The fill of a shape, or else the colour of its line; None where neither is seen.

    VML fills with white where nothing is said; a text box without a colour is only its text.
    """
    fill = element.find(V + "fill")
    off = element.get("filled") in _OFF or (fill is not None and fill.get("on") in _OFF)
    if off or outline == "picture":
        return None if outline == "textBox" else _line(element)
    color = css_color(element.get("fillcolor") or (fill.get("color") if fill is not None else None))
    if color is None:
        return None if outline == "textBox" else Paint.plain("#ffffff")
    second = css_color(fill.get("color2")) if fill is not None else None
    kind = fill.get("type", "solid") if fill is not None else "solid"
    if second is not None and kind.startswith("gradient"):
        radial = kind == "gradientRadial"
        stops = ((0.0, second), (1.0, color)) if radial else ((0.0, color), (1.0, second))
        return Paint(stops, "out" if radial else "down")
    return Paint.plain(color)


def _line(element: Element) -> Paint | None:
    if element.get("stroked") in _OFF:
        return None
    color = css_color(element.get("strokecolor"))
    return Paint.plain(color) if color else None
