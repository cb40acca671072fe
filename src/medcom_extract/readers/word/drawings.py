"""DrawingML: pictures, shapes, groups, charts and diagrams in a ``w:drawing``."""

from dataclasses import dataclass
from typing import NamedTuple

from medcom_extract.document import Box, Mark
from medcom_extract.readers.word.artwork import (
    Item,
    Size,
    add_art,
    frame_text,
    is_small,
    text_frames,
)
from medcom_extract.readers.word.fills import Fill, read_fill
from medcom_extract.readers.word.names import (
    MC,
    A,
    C,
    Dgm,
    Element,
    Pic,
    R,
    Wp,
    Wpc,
    Wpg,
    Wps,
    child,
    integer,
)
from medcom_extract.readers.word.pictures import (
    blip_ids,
    picture_image,
    picture_palette,
    read_crop,
)
from medcom_extract.readers.word.story import Content, Story

__all__ = ["read_drawing"]

_EMU_A_POINT = 12_700
_LINES = {"line", "straightConnector1", "bentConnector3", "curvedConnector3"}
_GROUPS = {Wpg + "wgp", Wpg + "grpSp", Wpc + "wpc"}
_MOST_ITEMS = 500


def read_drawing(drawing: Element, content: Content, story: Story) -> None:
    """Add a drawing's mark or picture, its text boxes and the words of its diagram."""
    for holder in drawing:
        if holder.tag not in (Wp + "inline", Wp + "anchor"):
            continue
        properties = holder.find(Wp + "docPr")
        if properties is not None and properties.get("hidden") in ("1", "true"):
            continue
        data = child(holder, A + "graphic", A + "graphicData")
        if data is not None:
            _read_graphic(data, _size(holder.find(Wp + "extent")), _alt(holder), content, story)


def _size(extent: Element | None) -> Size:
    if extent is None:
        return None, None
    width, height = (integer(extent.get(side)) / _EMU_A_POINT for side in ("cx", "cy"))
    return round(width, 2), round(height, 2)


def _alt(holder: Element) -> str | None:
    """Alternative text of the drawing, or else of the pictures in it."""
    named = [*holder.iterfind(Wp + "docPr"), *holder.iter(Pic + "cNvPr")]
    texts = (one.get("descr") or one.get("title") for one in named)
    return next((text.strip() for text in texts if text and text.strip()), None)


def _read_graphic(
    data: Element, size: Size, alt: str | None, content: Content, story: Story
) -> None:
    chart, diagram = data.find(C + "chart"), data.find(Dgm + "relIds")
    if chart is not None:
        title = _chart_title(chart, story)
        content.pictures.append(_whole(size, alt, title))
    elif diagram is not None:
        content.pictures.append(_whole(size, alt, None))
        content.texts += _diagram_texts(diagram, story)
    else:
        frames = list(text_frames(data))
        content.frames += frames
        reading = _Reading(story, [], decode=is_small(size))
        reading.read(data, _Place(), None)
        if not reading.items and not frames:
            # Ink, 3D models, newer charts: something is there, and is not understood.
            reading.items.append(Item((0, 0, 1, 1), None, is_picture=not reading.understood))
        add_art(reading.items, content, size=size, alt=alt, text=frame_text(frames))


def _whole(size: Size, alt: str | None, text: str | None) -> Mark:
    return Mark("image", text=text, alt=alt, width=size[0], height=size[1])


def _chart_title(chart: Element, story: Story) -> str | None:
    relation = story.relationships.get(chart.get(R + "id", ""))
    root = story.package.optional_xml(relation.target) if relation is not None else None
    title = child(root, C + "chart", C + "title")
    words = "".join(text.text or "" for text in title.iter(A + "t")) if title is not None else ""
    return " ".join(words.split()) or None


def _diagram_texts(diagram: Element, story: Story) -> list[str]:
    """The words of a SmartArt diagram, one text a shape."""
    relation = story.relationships.get(diagram.get(R + "dm", ""))
    root = story.package.optional_xml(relation.target) if relation is not None else None
    texts = []
    for point in root.iter(Dgm + "pt") if root is not None else ():
        for paragraph in point.iterfind(f"{Dgm}t/{A}p"):
            text = " ".join("".join(t.text or "" for t in paragraph.iter(A + "t")).split())
            if text:
                texts.append(text)
    return texts


class _Place(NamedTuple):
    """How coordinates in a group are laid over those of the whole drawing."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def box(self, frame: Element | None) -> Box:
        """The box of an ``a:xfrm``."""
        x, y = _pair(frame, "off", "x", "y")
        wide, high = _pair(frame, "ext", "cx", "cy")
        x0, top = self.x + self.scale_x * x, self.y + self.scale_y * y
        return x0, top, x0 + self.scale_x * wide, top + self.scale_y * high

    def inside(self, frame: Element | None) -> "_Place":
        """The place inside a group with this ``a:xfrm``."""
        if child(frame, A + "chExt") is None:
            return self
        x0, top, x1, bottom = self.box(frame)
        off_x, off_y = _pair(frame, "chOff", "x", "y")
        wide, high = _pair(frame, "chExt", "cx", "cy")
        scale_x = (x1 - x0) / wide if wide else self.scale_x
        scale_y = (bottom - top) / high if high else self.scale_y
        return _Place(scale_x, scale_y, x0 - scale_x * off_x, top - scale_y * off_y)


def _pair(frame: Element | None, name: str, first: str, second: str) -> tuple[float, float]:
    found = child(frame, A + name)
    if found is None:
        return 0.0, 0.0
    return float(integer(found.get(first))), float(integer(found.get(second)))


@dataclass
class _Reading:
    """The reading of one drawing's shapes."""

    story: Story
    items: list[Item]
    decode: bool = True
    """Whether pictures are looked into: large ones are figures, whose colours say nothing."""
    understood: bool = False
    """Whether there was any shape, seen or not."""

    def read(self, holder: Element, place: _Place, group: Fill) -> None:
        for item in holder:
            if len(self.items) >= _MOST_ITEMS:
                return
            if item.tag == Pic + "pic":
                self._picture(item, place)
            elif item.tag == Wps + "wsp":
                self._shape(item, place, group)
            elif item.tag in _GROUPS:
                self._group(item, place, group)
            elif item.tag == MC + "AlternateContent":
                self._alternatives(item, place, group)

    def _alternatives(self, item: Element, place: _Place, group: Fill) -> None:
        for branch in item:
            before = len(self.items)
            self.read(branch, place, group)
            if len(self.items) > before:
                return

    def _picture(self, item: Element, place: _Place) -> None:
        self.understood = True
        fill = item.find(Pic + "blipFill")
        frame = child(item, Pic + "spPr", A + "xfrm")
        ids = blip_ids(child(fill, A + "blip"))
        crop = read_crop(fill) if fill is not None else None
        palette = picture_palette(ids, self.story, crop) if self.decode else ()
        # Decoded again for a place in a group only; alone, its palette is all that is asked for.
        grouped = self.decode and place != _Place()
        image = picture_image(ids, self.story) if grouped else None
        self.items.append(Item(place.box(frame), image, None, True, palette))

    def _shape(self, item: Element, place: _Place, group: Fill) -> None:
        self.understood = True
        properties = item.find(Wps + "spPr")
        geometry = child(properties, A + "prstGeom")
        outline = geometry.get("prst") if geometry is not None else None
        if outline in _LINES:
            return
        fill = read_fill(properties, item.find(Wps + "style"), self.story, group)
        if fill is not None:
            box = place.box(child(properties, A + "xfrm"))
            self.items.append(Item(box, fill, outline))

    def _group(self, item: Element, place: _Place, group: Fill) -> None:
        self.understood = True
        properties = item.find(Wpg + "grpSpPr")
        own = read_fill(properties, None, self.story, group)
        self.read(item, place.inside(child(properties, A + "xfrm")), own)
