"""What fills a DrawingML shape: colours with their transforms, gradients, patterns, pictures."""

import colorsys

from PIL import Image

from medcom_extract.readers.canvas import Paint
from medcom_extract.readers.word.colours import (
    Theme,
    css_color,
    hex_color,
    mix,
    to_hex,
    to_rgb,
    with_light,
)
from medcom_extract.readers.word.names import A, Element, child, integer
from medcom_extract.readers.word.pictures import blip_ids, picture_image
from medcom_extract.readers.word.story import Story

__all__ = ["read_color", "read_fill"]

Fill = Paint | Image.Image | None

_WHOLE = 100_000
_FAINTEST = 0.05
_DOWN_FROM, _DOWN_TO = 2_700_000, 8_100_000
"""Angles of a gradient, in 60,000ths of a degree, that run more down than across."""

_FILLS = {A + name for name in ("noFill", "solidFill", "gradFill", "pattFill", "blipFill")}
_GROUP_FILL = A + "grpFill"


def read_fill(properties: Element | None, style: Element | None, story: Story, group: Fill) -> Fill:
    """The fill of a shape: its own, its group's, its style's; else the colour of its line."""
    for item in properties if properties is not None else ():
        if item.tag == _GROUP_FILL:
            return group
        if item.tag in _FILLS:
            return _fill(item, story) or _line(properties, style, story.theme)
    reference = child(style, A + "fillRef")
    if reference is not None and integer(reference.get("idx")) > 0:
        color = read_color(reference, story.theme)
        if color is not None:
            return Paint.plain(*color)
    return _line(properties, style, story.theme)


def _line(properties: Element | None, style: Element | None, theme: Theme) -> Fill:
    """The line's colour stands for a shape that is a mere outline, such as a ring."""
    line = child(properties, A + "ln")
    if line is not None and line.find(A + "noFill") is not None:
        return None
    color = read_color(child(line, A + "solidFill"), theme)
    reference = child(style, A + "lnRef")
    if color is None and reference is not None and integer(reference.get("idx")) > 0:
        color = read_color(reference, theme)
    return Paint.plain(*color) if color else None


def _fill(item: Element, story: Story) -> Fill:
    name = item.tag.removeprefix(A)
    if name == "solidFill":
        color = read_color(item, story.theme)
        return Paint.plain(*color) if color else None
    if name == "gradFill":
        return _gradient(item, story.theme)
    if name == "pattFill":
        return _pattern(item, story.theme)
    if name == "blipFill":
        return picture_image(blip_ids(item.find(A + "blip")), story)
    return None


def _gradient(item: Element, theme: Theme) -> Paint | None:
    stops = []
    alpha = 0.0
    for stop in item.iterfind(f"{A}gsLst/{A}gs"):
        color = read_color(stop, theme)
        if color is not None:
            stops.append((min(1.0, max(0.0, integer(stop.get("pos")) / _WHOLE)), color[0]))
            alpha = max(alpha, color[1])
    if not stops:
        return None
    if item.find(A + "path") is not None:
        return Paint(tuple(stops), "out", alpha)
    line = item.find(A + "lin")
    angle = integer(line.get("ang") if line is not None else None) % 10_800_000
    return Paint(tuple(stops), "down" if _DOWN_FROM <= angle <= _DOWN_TO else "right", alpha)


def _pattern(item: Element, theme: Theme) -> Paint | None:
    """Dots mix to one colour, as the eye sees them; stripes and squares stay two halves."""
    ink = read_color(item.find(A + "fgClr"), theme)
    ground = read_color(item.find(A + "bgClr"), theme)
    if ink is None and ground is None:
        return None
    over, under = (ink or ("#000000", 1.0))[0], (ground or ("#ffffff", 1.0))[0]
    preset = item.get("prst", "")
    if preset.startswith("pct"):
        return Paint.plain(mix(over, under, min(100, integer(preset[3:], 50)) / 100))
    return Paint(((0.0, over), (0.5, over), (0.5, under), (1.0, under)), "right")


def read_color(holder: Element | None, theme: Theme) -> tuple[str, float] | None:
    """Colour and opacity from the colour element in a holder; None for none and see-through."""
    for item in holder if holder is not None else ():
        color = _named(item, theme)
        if color is not None:
            return _transformed(color, item)
    return None


def _named(item: Element, theme: Theme) -> str | None:
    name, text = item.tag.removeprefix(A), item.get("val")
    if name == "srgbClr":
        return hex_color(text)
    if name == "schemeClr":
        return theme.named(text)
    if name == "sysClr":
        return hex_color(item.get("lastClr")) or ("#ffffff" if text == "window" else "#000000")
    if name == "prstClr":
        return css_color(_preset(text or ""))
    if name == "scrgbClr":
        red, green, blue = (integer(item.get(part)) / _WHOLE for part in "rgb")
        return to_hex((red, green, blue))
    if name == "hslClr":
        hue = integer(item.get("hue")) / 21_600_000
        light, saturation = (integer(item.get(part)) / _WHOLE for part in ("lum", "sat"))
        return to_hex(colorsys.hls_to_rgb(hue % 1, min(1.0, light), min(1.0, saturation)))
    return None


def _preset(name: str) -> str:
    """A CSS name from DrawingML's, which shortens: ``dkGreen``, ``ltGray``, ``medBlue``."""
    for short, long in (("dk", "dark"), ("lt", "light"), ("med", "medium")):
        if name.startswith(short) and name[len(short) :][:1].isupper():
            return long + name[len(short) :]
    return name


def _transformed(color: str, item: Element) -> tuple[str, float] | None:
    """The colour after its transforms, in their order (20.1.2.3 of ISO 29500-1)."""
    alpha = 1.0
    for step in item:
        name, amount = step.tag.removeprefix(A), integer(step.get("val")) / _WHOLE
        if name == "alpha":
            alpha = amount
        elif name == "lumMod":
            color = with_light(color, amount)
        elif name == "lumOff":
            color = with_light(color, 1.0, amount)
        elif name == "shade":
            color = mix(color, "#000000", amount)
        elif name == "tint":
            color = mix(color, "#ffffff", amount)
        elif name == "satMod":
            color = _saturated(color, amount)
        elif name in ("inv", "comp", "gray"):
            color = _recolored(color, name)
    return None if alpha < _FAINTEST else (color, min(1.0, alpha))


def _saturated(color: str, factor: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*to_rgb(color))
    return to_hex(colorsys.hls_to_rgb(hue, light, min(1.0, saturation * factor)))


def _recolored(color: str, way: str) -> str:
    red, green, blue = to_rgb(color)
    if way == "inv":
        return to_hex((1 - red, 1 - green, 1 - blue))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if way == "gray":
        saturation = 0.0
    return to_hex(colorsys.hls_to_rgb((hue + 0.5) % 1, light, saturation))
