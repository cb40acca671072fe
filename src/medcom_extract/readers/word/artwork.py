"""What DrawingML and VML drawings have in common: the shapes in them, and the mark they make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from medcom_extract.document import Box, Mark, Patch
from medcom_extract.layout.page import LARGEST_MARK
from medcom_extract.readers.canvas import Figure, Paint, Shape, palette_of_figures
from medcom_extract.readers.word.names import MC, Element, W
from medcom_extract.readers.word.story import Content, Frame

__all__ = ["Item", "Size", "add_art", "frame_text", "is_round", "is_small", "text_frames"]

Size = tuple[float | None, float | None]
"""Width and height in points, None where they are not told."""

_ROUND = {
    "ellipse",
    "smileyFace",
    "donut",
    "pie",
    "chord",
    "blockArc",
    "noSmoking",
    "flowChartConnector",
    "flowChartOr",
    "flowChartSummingJunction",
    "sun",
    "heart",
    "can",
}


def is_small(size: Size) -> bool:
    """Whether a drawing is small enough for a mark in the line, such as a light."""
    return max(size[0] or 0, size[1] or 0) <= LARGEST_MARK


def is_round(outline: str | None) -> bool:
    """Whether a preset geometry is round enough to be weighed as an ellipse."""
    return outline in _ROUND


@dataclass(frozen=True, slots=True)
class Item:
    """A shape or picture in a drawing.

    ``box`` is in the drawing's own units; ``fill`` None for what cannot be seen; ``palette`` the
    colours of a picture, which stand for themselves where it is alone.
    """

    box: Box
    fill: Paint | Image.Image | None
    outline: str | None = None
    is_picture: bool = False
    palette: tuple[Patch, ...] = ()

    @property
    def figure(self) -> Figure | None:
        if self.fill is None:
            return None
        shape: Shape = "ellipse" if is_round(self.outline) else "rectangle"
        return Figure(shape, (self.box[:2], self.box[2:]), self.fill)


def add_art(
    items: Sequence[Item], content: Content, *, size: Size, alt: str | None, text: str | None
) -> None:
    """Add the mark that a drawing makes: none where nothing but its text can be seen.

    A large drawing is a figure; with text in it, it is a text box, whose words go to the body.
    """
    seen = [item for item in items if item.fill is not None or item.is_picture]
    if not seen:
        return
    mark = Mark(
        kind="image" if all(item.is_picture for item in seen) else "shape",
        palette=_palette(seen),
        text=text,
        alt=alt,
        outline=seen[0].outline if len(seen) == 1 else None,
        width=size[0],
        height=size[1],
    )
    if is_small(size):
        content.marks.append(mark)
    elif not text:
        content.pictures.append(mark)


def _palette(items: list[Item]) -> tuple[Patch, ...]:
    if len(items) == 1:
        (item,) = items
        if item.is_picture:
            return item.palette
        if isinstance(item.fill, Paint) and len(item.fill.stops) == 1:
            return (Patch(item.fill.stops[0][1]),)
        items = [replace(item, box=(0, 0, 1, 1))]
    figures = tuple(figure for figure in (item.figure for item in items) if figure is not None)
    return palette_of_figures(figures)


def text_frames(element: Element) -> Iterator[Frame]:
    """The text boxes in a drawing that hold words; those inside others are read with them."""
    for item in element:
        if item.tag == W + "txbxContent":
            if next(item.iter(W + "t", W + "sym", W + "drawing", W + "pict"), None) is not None:
                yield Frame(item)
        elif item.tag == MC + "AlternateContent":
            branches = (list(text_frames(branch)) for branch in item)
            yield from next((found for found in branches if found), [])
        elif len(item):
            yield from text_frames(item)


def frame_text(frames: Sequence[Frame]) -> str | None:
    """The words in text boxes, for the mark that carries them."""
    dropped = {W + "del", W + "moveFrom"}
    words = [
        text.text or ""
        for frame in frames
        for text in frame.element.iter(W + "t")
        if not any(parent.tag in dropped for parent in text.iterancestors(*dropped))
    ]
    return " ".join("".join(words).split()) or None
