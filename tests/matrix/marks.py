"""The marks: their hues, and the pictures that hold them."""

import io
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

__all__ = ["INKS", "LETTERS", "MARKS", "WORDS", "Palette", "choose_palette", "draw_picture"]

WORDS = {"green": "Grøn", "yellow": "Gul", "red": "Rød"}
NEUTER = {"green": "Grønt", "yellow": "Gult", "red": "Rødt"}
EMOJI = {"green": "🟢", "yellow": "🟡", "red": "🔴"}
INKS = {
    "green": (0.75, 0.0, 1.0, 0.0),
    "yellow": (0.0, 0.25, 1.0, 0.0),
    "red": (0.0, 1.0, 1.0, 0.0),
}
"""Cyan, magenta, yellow and black, as designers mix them."""
LETTERS = {"green": "J", "yellow": "K", "red": "L"}
"""The smileys of Wingdings."""


@dataclass(frozen=True)
class Palette:
    """The hues of one document, as RRGGBB."""

    green: str
    yellow: str
    red: str

    def hue(self, light: str) -> str:
        return {"green": self.green, "yellow": self.yellow, "red": self.red}[light]

    def rgb(self, light: str) -> tuple[int, int, int]:
        red, green, blue = bytes.fromhex(self.hue(light))
        return red, green, blue


def choose_palette(seed: int) -> Palette:
    chance = Random(seed * 17 + 3)
    return Palette(
        chance.choice(("00B050", "92D050", "92C800", "00A651", "4EA72E", "C6EFCE")),
        chance.choice(("FFC000", "FFFF00", "FFC20E", "F79646", "FFD966")),
        chance.choice(("FF0000", "C00000", "D7191C", "E53935")),
    )


PICTURES = {
    "flat disc": "PNG", "glossy disc": "PNG", "small disc on white": "JPEG", "paletted disc": "GIF",
    "disc on grey": "PNG", "smiley": "PNG", "flag": "PNG", "traffic light picture": "PNG",
}  # fmt: skip
"""Pictures and the format in which each is kept."""

MARKS = (
    *PICTURES, "floating picture", "traffic light", "circle", "outlined circle", "square",
    "gradient", "shading", "pale shading", "dot", "box glyph", "emoji", "word", "neuter word",
    "coloured word", "word in shading", "word beside disc", "smiley glyph", "symbol", "drawn shape",
    "grouped shape", "old shape", "themed shading", "patterned shading", "metafile",
    "old metafile", "vector picture", "alternative text", "cmyk", "lab", "indexed picture", "form",
    "axial shading", "clipped picture", "tiling pattern", "soft mask",
)  # fmt: skip


@lru_cache(maxsize=256)
def draw_picture(mark: str, light: str, palette: Palette) -> bytes:
    """The file of a picture mark."""
    kind = PICTURES[mark]
    image = _paint(mark, light, palette)
    stream = io.BytesIO()
    if kind == "JPEG":
        image.convert("RGB").save(stream, "JPEG", quality=80)
    elif kind == "GIF":
        image.convert("RGB").quantize(32).save(stream, "GIF")
    else:
        image.save(stream, "PNG")
    return stream.getvalue()


def _paint(mark: str, light: str, palette: Palette) -> Image.Image:
    rgb = palette.rgb(light)
    grounds = {"small disc on white": (255, 255, 255, 255), "paletted disc": (255, 255, 255, 255),
               "disc on grey": (217, 217, 217, 255)}  # fmt: skip
    size = (60, 150) if mark == "traffic light picture" else (96, 96)
    image = Image.new("RGBA", size, grounds.get(mark, (0, 0, 0, 0)))
    pen: Any = ImageDraw.Draw(image)
    if mark == "glossy disc":
        return _gloss(image, rgb)
    if mark == "traffic light picture":
        _lamps(pen, light, palette)
    elif mark == "flag":
        pen.rectangle((14, 6, 19, 92), fill=(90, 90, 90, 255))
        pen.polygon([(19, 8), (88, 28), (19, 50)], fill=(*rgb, 255))
    else:
        pen.ellipse((6, 6, 90, 90), fill=(*rgb, 255))
    if mark == "smiley":
        _face(pen, light)
    return image


def _gloss(image: Image.Image, rgb: tuple[int, int, int]) -> Image.Image:
    pen: Any = ImageDraw.Draw(image)
    for step in range(22):
        share = 0.6 + 0.4 * step / 22
        tone = tuple(int(value * share) for value in rgb)
        pen.ellipse((4 + step, 4 + step, 92 - step, 92 - step), fill=(*tone, 255))
    shine = Image.new("RGBA", image.size, (0, 0, 0, 0))
    ImageDraw.Draw(shine).ellipse((28, 12, 66, 42), fill=(255, 255, 255, 170))
    image.alpha_composite(shine.filter(ImageFilter.GaussianBlur(5)))
    return image


def _lamps(pen: Any, light: str, palette: Palette) -> None:
    pen.rounded_rectangle((0, 0, 59, 149), radius=12, fill=(34, 34, 34, 255))
    for place, name in enumerate(("red", "yellow", "green")):
        rgb = palette.rgb(name)
        tone = rgb if name == light else tuple(value // 4 for value in rgb)
        pen.ellipse((10, 8 + place * 47, 50, 48 + place * 47), fill=(*tone, 255))


def _face(pen: Any, light: str) -> None:
    black = (30, 30, 30, 255)
    for x in (34, 58):
        pen.ellipse((x - 4, 32, x + 4, 42), fill=black)
    if light == "green":
        pen.arc((28, 36, 68, 72), 20, 160, fill=black, width=4)
    elif light == "yellow":
        pen.line((32, 64, 64, 64), fill=black, width=4)
    else:
        pen.arc((28, 58, 68, 86), 200, 340, fill=black, width=4)
