import colorsys
import io
import math
import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from medcom_extract.document import Patch
from medcom_extract.readers import pixels
from medcom_extract.readers.pixels import palette, palette_of_bytes

GREEN, AMBER, RED, DARK = "#00b050", "#ffc000", "#ff0000", "#262626"
FORMATS = ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"]


def encoded(image: Image.Image, form: str = "PNG") -> bytes:
    file = io.BytesIO()
    image.save(file, form)
    return file.getvalue()


def disc(color: str, size: int = 64, ground: str | None = None) -> Image.Image:
    image = Image.new("RGBA" if ground is None else "RGB", (size, size), ground or (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((4, 4, size - 5, size - 5), fill=color)
    return image


def glossy_disc(hue: int, size: int = 80) -> Image.Image:
    """Bright in the middle, dark at the rim, a white highlight, soft at the edge."""
    image = Image.new("RGBA", (size, size))
    middle = size / 2
    for x in range(size):
        for y in range(size):
            away = math.hypot(x - middle, y - middle) / middle
            shine = math.hypot(x - 0.7 * middle, y - 0.6 * middle) / middle
            value = round(100 - 45 * min(1.0, away) ** 2)
            saturation = round(100 * min(1.0, 0.1 + shine * 2.5))
            image.putpixel((x, y), (*_rgb(hue, saturation, value), round(255 * _edge(away))))
    return image


def _rgb(hue: int, saturation: int, value: int) -> tuple[int, int, int]:
    red, green, blue = colorsys.hsv_to_rgb(hue / 360, saturation / 100, value / 100)
    return round(255 * red), round(255 * green), round(255 * blue)


def _edge(away: float) -> float:
    return 1.0 if away < 0.85 else max(0.0, (1 - away) / 0.15)


def hue_of(patch: Patch) -> float:
    parts = [int(patch.color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return 360 * colorsys.rgb_to_hsv(*parts)[0]


def lamps(*colors: str, wide: int = 20, across: bool = False) -> Image.Image:
    size = (3 * wide, wide) if across else (wide, 3 * wide)
    image = Image.new("RGB", size, DARK)
    pen = ImageDraw.Draw(image)
    for at, color in enumerate(colors):
        x, y = (at * wide, 0) if across else (0, at * wide)
        pen.ellipse((x + 2, y + 2, x + wide - 3, y + wide - 3), fill=color)
    return image


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("color", [GREEN, AMBER, RED])
def test_a_flat_disc_keeps_its_colour_in_every_format(form: str, color: str) -> None:
    patches = palette_of_bytes(encoded(disc(color, ground="#ffffff"), form))
    wanted = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    found = [int(patches[0].color[at : at + 2], 16) for at in (1, 3, 5)]

    assert max(abs(one - other) for one, other in zip(wanted, found, strict=True)) < 12
    assert patches[0].share == pytest.approx(0.6, abs=0.05)
    assert [patch.color for patch in patches[1:] if patch.share > 0.1] == [patches[1].color]
    assert patches[1].color >= "#f8f8f8"


def test_transparent_pixels_do_not_count() -> None:
    (found,) = palette(disc(GREEN))

    assert (found.color, found.share) == (GREEN, 1.0)
    assert (found.x, found.y) == pytest.approx((0.5, 0.5), abs=0.01)


def test_a_faint_shadow_round_a_disc_does_not_count() -> None:
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 60))
    ImageDraw.Draw(image).ellipse((8, 8, 31, 31), fill=RED)

    assert [patch.color for patch in palette(image)] == [RED]


def test_a_picture_that_is_faint_as_a_whole_counts() -> None:
    assert palette(Image.new("RGBA", (9, 9), (255, 0, 0, 90)))[0].color == RED


@pytest.mark.parametrize("hue", [0, 48, 84, 120, 145, 210])
def test_a_glossy_disc_has_the_hue_that_a_person_names(hue: int) -> None:
    patches = palette(glossy_disc(hue))
    turn = abs(hue_of(patches[0]) - hue)

    assert patches[0].share > 0.5
    assert min(turn, 360 - turn) < 10


LIGHTS = [
    (("#ff2020", "#4d4000", "#004d1a"), "#ff2020", 1 / 6),
    (("#5a0000", "#ffc000", "#004d1a"), "#ffc000", 1 / 2),
    (("#5a0000", "#5a4a00", "#00d050"), "#00d050", 5 / 6),
    (("#b06060", "#b0a060", "#00d050"), "#00d050", 5 / 6),
    (("#7f7f7f", "#ffd000", "#7f7f7f"), "#ffd000", 1 / 2),
]


@pytest.mark.parametrize("across", [False, True])
@pytest.mark.parametrize(("colors", "lit", "place"), LIGHTS)
def test_the_lit_lamp_of_a_traffic_light_stands_out(
    colors: tuple[str, ...], lit: str, place: float, across: bool
) -> None:
    patches = {patch.color: patch for patch in palette(lamps(*colors, across=across))}

    assert lit in patches
    found = patches[lit]
    assert (found.x if across else found.y) == pytest.approx(place, abs=0.03)
    assert found.share < 0.25


def test_a_lit_and_a_dim_lamp_of_one_hue_stay_apart() -> None:
    patches = {patch.color: patch for patch in palette(lamps("#ff0000", "#800000", "#800000"))}

    assert patches["#ff0000"].y < 0.3 < patches["#800000"].y


def test_two_hues_side_by_side_are_never_mixed() -> None:
    image = Image.new("RGB", (30, 30), RED)
    image.paste(GREEN, (0, 0, 14, 30))

    assert {patch.color for patch in palette(image)} == {RED, GREEN}


MODES = [
    Image.new("1", (9, 9), 0),
    Image.new("L", (9, 9), 0),
    Image.new("LA", (9, 9), (0, 255)),
    Image.new("CMYK", (9, 9), (0, 0, 0, 255)),
    Image.new("I;16", (9, 9), 0),
    Image.new("P", (9, 9), 0),
]


@pytest.mark.parametrize("image", MODES, ids=lambda image: image.mode)
def test_every_mode_of_picture_is_read(image: Image.Image) -> None:
    assert palette(image) == (Patch("#000000", 1.0, 0.5, 0.5),)


def test_the_transparent_colour_of_a_gif_does_not_count() -> None:
    image = Image.new("P", (20, 20), 0)
    image.putpalette([255, 255, 255, 0, 176, 80])
    image.paste(1, (5, 5, 15, 15))
    file = io.BytesIO()
    image.save(file, "GIF", transparency=0)

    assert [patch.color for patch in palette_of_bytes(file.getvalue())] == [GREEN]


def test_a_crop_shows_its_part_alone() -> None:
    data = encoded(lamps(RED, AMBER, GREEN))

    assert palette_of_bytes(data, (0.2, 0.4, 0.2, 0.4))[0].color == AMBER
    assert palette_of_bytes(data, (0.6, 0.0, 0.6, 0.0)) == ()


def huge_png() -> bytes:
    """A picture of 60,000 by 60,000 pixels by its header; there are no pixels in it."""
    data = bytearray(encoded(Image.new("1", (8, 8))))
    head = b"IHDR" + struct.pack(">II", 60_000, 60_000) + data[24:29]
    data[12:33] = head + struct.pack(">I", zlib.crc32(head))
    return bytes(data)


UNREADABLE = [
    b"",
    b"ikke et billede",
    b"\x89PNG\r\n\x1a\n",
    encoded(disc(GREEN))[:60],
    b"%!PS-Adobe-3.0 EPSF-3.0",
    b"<svg",
    b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    b"\x1f\x8b\x08",
    huge_png(),
]


@pytest.mark.parametrize("data", UNREADABLE)
def test_what_cannot_be_read_has_no_colours(data: bytes) -> None:
    assert palette_of_bytes(data) == ()


def test_the_same_bytes_are_decoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(disc("#123456"))
    before = palette_of_bytes(data)
    monkeypatch.setattr(Image, "open", None)

    assert palette_of_bytes(bytes(bytearray(data))) == before


def test_equal_pixels_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = palette(Image.new("RGB", (20, 20), "#13579b"))
    monkeypatch.setattr(pixels, "_palette_of_sample", None)

    assert palette(Image.new("RGB", (20, 20), "#13579b")) == before
    with pytest.raises(TypeError):
        palette(Image.new("RGB", (20, 10), "#13579b"))


def test_a_pale_disc_with_a_white_gleam_has_the_colour_of_its_rim() -> None:
    image = Image.new("RGB", (20, 20), "#fdfffd")
    image.paste("#c6efce", (0, 0, 20, 8))

    assert palette(image)[0].color == "#c6efce"
