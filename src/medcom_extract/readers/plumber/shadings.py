"""The colours of what is painted without a plain colour: shadings and tiling patterns."""

from typing import Any

from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.utils import MATRIX_IDENTITY

from medcom_extract.document import Patch
from medcom_extract.layout.page import Page
from medcom_extract.readers.frame import Frame
from medcom_extract.readers.plumber.colours import hex_of, space_of
from medcom_extract.readers.plumber.fonts import FontShelf
from medcom_extract.readers.plumber.functions import function_of

__all__ = ["pattern_palette", "shading_palette"]

_STEPS = 32
_AXIAL, _RADIAL = 2, 3


def shading_palette(spec: Any) -> tuple[Patch, ...]:
    """The colours of an axial or radial shading over the whole of its range; () for others."""
    shading: Any = spec.attrs if isinstance(spec, PDFStream) else spec
    try:
        kind = resolve1(shading.get("ShadingType"))
        return _gradient(shading, kind == _RADIAL) if kind in (_AXIAL, _RADIAL) else ()
    except Exception:  # broken operands; what it looks like is then not known
        return ()


def _gradient(shading: dict[str, Any], radial: bool) -> tuple[Patch, ...]:
    from PIL import Image

    from medcom_extract.readers.pixels import palette

    space, function = space_of(shading["ColorSpace"]), function_of(shading["Function"])
    if space is None or function is None:
        return ()
    low, high = (float(resolve1(part)) for part in list_value(shading.get("Domain", [0, 1])))
    image = Image.new("RGB", (_STEPS, _STEPS))
    for step in range(_STEPS * _STEPS):
        # Of a disc the outer colours cover more: the share of the area is the radius squared.
        share = (step + 0.5) / _STEPS**2
        share = share**0.5 if radial else share
        shade = space.shade(function([low + share * (high - low)]))
        if shade is None:
            return ()
        color = hex_of(shade)
        image.putpixel((step % _STEPS, step // _STEPS), _channels(color))
    return palette(image)


def _channels(color: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(color[1:])
    return (red, green, blue)


def pattern_palette(pattern: Any, shelf: FontShelf) -> tuple[Patch, ...]:
    """The colours of a pattern: its shading's, or those of the fills of its tile."""
    if not isinstance(pattern, PDFStream):
        return shading_palette(resolve1(pattern.get("Shading", {})))
    from medcom_extract.readers.plumber.interpreter import Interpreter
    from medcom_extract.readers.plumber.recorder import Recorder

    x0, y0, x1, y1 = (float(resolve1(edge)) for edge in list_value(pattern["BBox"]))
    tile = Page(0, x1 - x0, y1 - y0)
    recorder = Recorder(tile, Frame(x0, y0, x1, y1), shelf, {})
    Interpreter(shelf, recorder, depth=7).run(pattern.get("Resources"), [pattern], MATRIX_IDENTITY)
    return _weighed(tile)


def _weighed(tile: Page) -> tuple[Patch, ...]:
    """The colours of a tile by the area that they cover."""
    areas: dict[str, float] = {}
    for fill in tile.fills:
        areas[fill.color] = areas.get(fill.color, 0.0) + (fill.x1 - fill.x0) * (
            fill.bottom - fill.top
        )
    for art in tile.artwork:
        for patch in art.palette:
            area = patch.share * (art.x1 - art.x0) * (art.bottom - art.top)
            areas[patch.color] = areas.get(patch.color, 0.0) + area
    whole = sum(areas.values())
    ordered = sorted(areas.items(), key=lambda item: -item[1])
    return tuple(Patch(color, round(area / whole, 4)) for color, area in ordered if area)
