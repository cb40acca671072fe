"""Drawing shapes small, so that their colours can be counted as a picture's are.

Overlap settles itself: what is drawn later hides what was drawn before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from PIL import Image, ImageColor, ImageDraw

from medcom_extract.document import Box, Patch
from medcom_extract.readers.pixels import palette

__all__ = ["Figure", "Paint", "Point", "Shape", "draw_figures", "palette_of_figures"]

SIZE = 96
_MOST_FIGURES = 2_000

Point = tuple[float, float]
Shape = Literal["ellipse", "rectangle", "polygon"]


@dataclass(frozen=True, slots=True)
class Paint:
    """What fills a shape: stops of (place from 0 to 1, colour), one for a plain fill.

    ``run`` is how several stops follow each other; ``alpha`` the opacity.
    """

    stops: tuple[tuple[float, str], ...]
    run: Literal["down", "right", "out"] = "down"
    alpha: float = 1.0

    @classmethod
    def plain(cls, color: str, alpha: float = 1.0) -> "Paint":
        return cls(((0.0, color),), alpha=alpha)


@dataclass(frozen=True, slots=True)
class Figure:
    """A filled shape: an ellipse or rectangle by its box's two corners, or a polygon.

    The unit is the caller's own; y runs down.
    """

    kind: Shape
    points: tuple[Point, ...]
    fill: Paint | Image.Image

    @property
    def box(self) -> Box:
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def draw_figures(figures: Sequence[Figure], frame: Box | None = None) -> Image.Image | None:
    """The figures in their order on a transparent square; None where there is nothing to see.

    ``frame`` is the area that fills the square, their common bounds where it is None.
    """
    drawn = [figure for figure in figures[:_MOST_FIGURES] if len(figure.points) > 1]
    if not drawn:
        return None
    x0, top, x1, bottom = frame or _bounds(drawn)
    if not (x1 > x0 and bottom > top):
        return None
    image = Image.new("RGBA", (SIZE, SIZE))
    for figure in drawn:
        points = tuple(
            (_clip((x - x0) / (x1 - x0)) * SIZE, _clip((y - top) / (bottom - top)) * SIZE)
            for x, y in figure.points
        )
        _draw(image, figure, points)
    return image


@lru_cache(maxsize=256)
def palette_of_figures(figures: tuple[Figure, ...], frame: Box | None = None) -> tuple[Patch, ...]:
    """The colours of the figures as they cover each other; drawn once for equal figures."""
    image = draw_figures(figures, frame)
    return () if image is None else palette(image)


def _bounds(figures: Sequence[Figure]) -> Box:
    boxes = [figure.box for figure in figures]
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _clip(part: float) -> float:
    """Kept near the square: Pillow takes no coordinates of any size."""
    return min(4.0, max(-4.0, part)) if part == part else 0.0  # noqa: PLR0124 - a NaN test


def _draw(image: Image.Image, figure: Figure, points: tuple[Point, ...]) -> None:
    xs, ys = zip(*points, strict=True)
    box = (round(min(xs)), round(min(ys)), round(max(xs)) - 1, round(max(ys)) - 1)
    if box[2] < box[0] or box[3] < box[1]:
        return  # thinner than a pixel of the sample: nothing that a person would name
    fill = figure.fill
    if isinstance(fill, Paint) and len(fill.stops) == 1 and fill.alpha >= 1:
        _trace(image, figure.kind, points, box, (*_rgb(fill.stops[0][1]), 255))
        return
    opacity = round(255 * fill.alpha) if isinstance(fill, Paint) else 255
    mask = Image.new("L", image.size)
    _trace(mask, figure.kind, points, box, opacity)
    ink = Image.new("RGBA", image.size)
    ink.paste(_filling(fill, (box[2] - box[0] + 1, box[3] - box[1] + 1)), box[:2])
    sheet = Image.new("RGBA", image.size)
    sheet.paste(ink, (0, 0), mask)
    image.alpha_composite(sheet)


def _trace(
    image: Image.Image,
    kind: Shape,
    points: tuple[Point, ...],
    box: tuple[int, int, int, int],
    ink: int | tuple[int, ...],
) -> None:
    pen = ImageDraw.Draw(image)
    if kind == "ellipse":
        pen.ellipse(box, fill=ink)
    elif kind == "rectangle":
        pen.rectangle(box, fill=ink)
    else:
        pen.polygon(points, fill=ink)


def _filling(fill: Paint | Image.Image, size: tuple[int, int]) -> Image.Image:
    if isinstance(fill, Image.Image):
        return fill.convert("RGBA").resize(size, Image.Resampling.NEAREST)
    if len(fill.stops) == 1:
        return Image.new("RGBA", size, _rgb(fill.stops[0][1]))
    if fill.run == "out":
        ramp = Image.radial_gradient("L")
    else:
        ramp = Image.linear_gradient("L")
        ramp = ramp if fill.run == "down" else ramp.transpose(Image.Transpose.ROTATE_90)
    ramp = ramp.resize(size)
    colors = [_color_at(fill.stops, place / 255) for place in range(256)]
    bands = [ramp.point([color[band] for color in colors]) for band in range(3)]
    return Image.merge("RGB", bands).convert("RGBA")


def _rgb(color: str) -> tuple[int, ...]:
    return ImageColor.getrgb(color)[:3]


def _color_at(stops: tuple[tuple[float, str], ...], place: float) -> tuple[int, ...]:
    ordered = sorted(stops, key=lambda stop: stop[0])
    if place <= ordered[0][0]:
        return _rgb(ordered[0][1])
    for (start, first), (end, second) in pairwise(ordered):
        if place <= end:
            share = (place - start) / (end - start) if end > start else 1.0
            pairs = zip(_rgb(first), _rgb(second), strict=True)
            return tuple(round(one + (other - one) * share) for one, other in pairs)
    return _rgb(ordered[-1][1])
