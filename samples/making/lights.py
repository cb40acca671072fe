"""The traffic light in the ways that reports draw it."""

import io
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

COLOURS = {"green": "00A651", "yellow": "FFC20E", "red": "D7191C"}
WORDS = {"green": "Grøn", "yellow": "Gul", "red": "Rød"}
DIM = (70, 70, 70)
Rgb = tuple[int, int, int]


def read_rgb(light: str) -> Rgb:
    red, green, blue = bytes.fromhex(COLOURS[light])
    return red, green, blue


def draw_disc(light: str) -> Image.Image:
    """A glossy disc with a soft edge and a highlight, transparent around it."""
    size = 192
    image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    pen: Any = ImageDraw.Draw(image)
    colour = read_rgb(light)
    for step in range(40):
        share = step / 40
        rgb = tuple(int(c * (0.62 + 0.38 * share)) for c in colour)
        inset = 8 + step * 1.6
        pen.ellipse((inset, inset, size - inset, size - inset), fill=(*rgb, 255))
    gloss = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    ImageDraw.Draw(gloss).ellipse((56, 24, 132, 84), fill=(255, 255, 255, 170))
    image.alpha_composite(gloss.filter(ImageFilter.GaussianBlur(9)))
    return image.resize((64, 64), Image.Resampling.LANCZOS)


def draw_lamps(light: str) -> Image.Image:
    """A traffic light: a dark body with one lamp lit and two dim."""
    image = Image.new("RGBA", (120, 312), (0, 0, 0, 0))
    pen: Any = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, 119, 311), radius=28, fill=(38, 38, 38, 255))
    for place, name in enumerate(("red", "yellow", "green")):
        top = 16 + place * 96
        pen.ellipse(
            (16, top, 104, top + 88), fill=(*(read_rgb(name) if name == light else DIM), 255)
        )
    return image.resize((40, 104), Image.Resampling.LANCZOS)


def save_png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.quantize(64).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def draw_light(light: str, look: str) -> bytes:
    """The PNG of a light; `look` is disc or lamps."""
    return save_png({"disc": draw_disc, "lamps": draw_lamps}[look](light))


def write_svg_disc(light: str) -> str:
    return (
        '<svg class="lys" width="26" height="26" viewBox="0 0 26 26">'
        '<circle cx="13" cy="13" r="11.5" '
        f'fill="#{COLOURS[light]}" stroke="#444" stroke-width="1"/></svg>'
    )


def write_svg_lamps(light: str) -> str:
    """The traffic light as vector graphics."""
    lamps = "".join(
        f'<circle cx="10" cy="{10 + 16 * place}" r="6.5" '
        f'fill="#{COLOURS[name] if name == light else "4a4a4a"}"/>'
        for place, name in enumerate(("red", "yellow", "green"))
    )
    return (
        '<svg class="lys" width="20" height="52" viewBox="0 0 20 52">'
        f'<rect width="20" height="52" rx="5" fill="#262626"/>{lamps}</svg>'
    )
