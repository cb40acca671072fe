"""Pictures: from the place that shows one to the part that holds it, and its colours."""

from PIL import Image

from medcom_extract.document import Patch
from medcom_extract.readers.pixels import palette_of_bytes, picture, sample
from medcom_extract.readers.word.names import A, Element, R, integer
from medcom_extract.readers.word.story import Story

__all__ = ["Crop", "picture_image", "picture_palette", "read_crop"]

Crop = tuple[float, float, float, float] | None
"""Fractions cut off at the left, top, right and bottom."""

_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_WHOLE = 100_000


def read_crop(fill: Element) -> Crop:
    """The part of a picture that is not shown (``a:srcRect``, in thousandths of a percent)."""
    rect = fill.find(A + "srcRect")
    if rect is None:
        return None
    left, top, right, bottom = (integer(rect.get(side)) / _WHOLE for side in "ltrb")
    shown = (left, top, right, bottom)
    return shown if any(part > 0 for part in shown) else None


def picture_palette(ids: list[str], story: Story, crop: Crop = None) -> tuple[Patch, ...]:
    """The colours of the first of several renderings that can be read; () where none can."""
    found = (palette_of_bytes(data, crop) for data in _renderings(ids, story))
    return next((palette for palette in found if palette), ())


def picture_image(ids: list[str], story: Story) -> Image.Image | None:
    """The first rendering that can be read, sampled small."""
    for data in _renderings(ids, story):
        image = picture(data)
        small = sample(image) if image is not None else None
        if small is not None:
            return small
    return None


def _renderings(ids: list[str], story: Story) -> list[bytes]:
    relations = [story.relationships.get(one) for one in ids]
    parts = [one.target for one in relations if one is not None and not one.external]
    found = [story.package.picture(part) for part in parts]
    return [data for data in found if data]


def blip_ids(blip: Element | None) -> list[str]:
    """The relationships of an ``a:blip``: its picture, then the SVG that it stands in for."""
    if blip is None:
        return []
    ids = [blip.get(R + "embed", "")]
    ids += [svg.get(R + "embed", "") for svg in blip.iter(_SVG)]
    return [one for one in ids if one]
