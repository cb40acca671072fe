"""Colours as Word writes them: theme colours, tints and shades, shading patterns, VML names."""

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from PIL import ImageColor

from medcom_extract.document import Patch
from medcom_extract.readers.word.names import A, Element, W, child

__all__ = ["Theme", "css_color", "hex_color", "highlight_color", "mix", "shading_patches"]

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

_HEX = re.compile(r"#?([0-9a-fA-F]{6})$")
_PERCENT = re.compile(r"pct(\d+)$")

_HIGHLIGHTS = {
    "black": "#000000",
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGray": "#808080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "green": "#00ff00",
    "lightGray": "#c0c0c0",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "white": "#ffffff",
    "yellow": "#ffff00",
}

_ALIASES = {
    "background1": "light1",
    "background2": "light2",
    "text1": "dark1",
    "text2": "dark2",
    "bg1": "light1",
    "bg2": "light2",
    "tx1": "dark1",
    "tx2": "dark2",
    "dk1": "dark1",
    "dk2": "dark2",
    "lt1": "light1",
    "lt2": "light2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}

OFFICE: Mapping[str, str] = {
    "dark1": "#000000",
    "light1": "#ffffff",
    "dark2": "#44546a",
    "light2": "#e7e6e6",
    "accent1": "#4472c4",
    "accent2": "#ed7d31",
    "accent3": "#a5a5a5",
    "accent4": "#ffc000",
    "accent5": "#5b9bd5",
    "accent6": "#70ad47",
    "hyperlink": "#0563c1",
    "followedHyperlink": "#954f72",
}
"""The theme of Office 2013-2022, for files that carry none."""


def hex_color(text: str | None) -> str | None:
    """``#rrggbb`` from six digits with or without ``#``; None for "auto" and anything else."""
    match = _HEX.match(text.strip()) if text else None
    return f"#{match[1].lower()}" if match else None


def css_color(text: str | None) -> str | None:
    """``#rrggbb`` from a VML or CSS colour: ``red``, ``#f00``, ``#92d050 [3209]``, ``rgb(...)``."""
    words = (text or "").split("[")[0].strip()
    if not words or words.lower() == "none":
        return None
    try:
        return to_hex(tuple(part / 255 for part in ImageColor.getrgb(words)[:3]))  # type: ignore[arg-type]
    except ValueError:
        return None


def highlight_color(name: str | None) -> str | None:
    """The colour of a ``w:highlight`` value; None for "none"."""
    return _HIGHLIGHTS.get(name or "")


def to_rgb(color: str) -> Rgb:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def to_hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in rgb)


def mix(top: str, bottom: str, share: float) -> str:
    """A colour of which ``share`` is ``top`` and the rest ``bottom``."""
    pairs = zip(to_rgb(top), to_rgb(bottom), strict=True)
    red, green, blue = (share * over + (1 - share) * under for over, under in pairs)
    return to_hex((red, green, blue))


def with_light(color: str, factor: float, plus: float = 0.0) -> str:
    """The colour with its HSL lightness times ``factor`` plus ``plus``."""
    hue, light, saturation = colorsys.rgb_to_hls(*to_rgb(color))
    return to_hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light * factor + plus)), saturation))


@dataclass
class Theme:
    """The colours and fonts of the document's theme, by the names that properties use."""

    colors: dict[str, str] = field(default_factory=lambda: dict(OFFICE))
    mapping: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, theme: Element | None, settings: Element | None) -> "Theme":
        """From the theme part and the settings part, both of which may be missing."""
        found = cls()
        scheme = child(theme, A + "themeElements", A + "clrScheme")
        for slot in scheme if scheme is not None else ():
            color = next((_plain_color(inner) for inner in slot), None)
            if color and isinstance(slot.tag, str):
                name = slot.tag.removeprefix(A)
                found.colors[_ALIASES.get(name, name)] = color
        for size in ("major", "minor"):
            latin = child(
                theme, A + "themeElements", A + "fontScheme", f"{A}{size}Font", A + "latin"
            )
            if latin is not None and latin.get("typeface"):
                found.fonts[size] = latin.get("typeface", "")
        mapped = child(settings, W + "clrSchemeMapping")
        for key, target in mapped.attrib.items() if mapped is not None else ():
            found.mapping[str(key).removeprefix(W)] = str(target)
        return found

    def named(self, name: str | None) -> str | None:
        """The colour of a theme name such as ``accent6``, ``text1`` or ``bg1``."""
        short = {"background1": "bg1", "background2": "bg2", "text1": "t1", "text2": "t2"}
        name = self.mapping.get(short.get(name or "", ""), name or "")
        return self.colors.get(_ALIASES.get(name, name))

    def font(self, name: str | None) -> str | None:
        """The font of a theme name such as ``minorHAnsi``."""
        return self.fonts.get("major" if (name or "").startswith("major") else "minor")

    def attributes(self, element: Element, plain: str, theme: str) -> str | None:
        """A colour given by attributes, such as ``w:fill`` with ``w:themeFill...``; None: auto.

        The theme counts first, as in Word; tint and shade are in 255ths (17.3.5 of ISO 29500-1).
        """
        color = self.named(element.get(f"{W}{theme}{'Color' if theme == 'theme' else ''}"))
        if color is None:
            return hex_color(element.get(W + plain))
        tint, shade = element.get(f"{W}{theme}Tint"), element.get(f"{W}{theme}Shade")
        if tint and (part := _byte(tint)) is not None:
            color = with_light(color, part, 1 - part)
        if shade and (part := _byte(shade)) is not None:
            color = with_light(color, part)
        return color


def _byte(text: str) -> float | None:
    try:
        return min(255, int(text, 16)) / 255
    except ValueError:
        return None


def _plain_color(element: Element) -> str | None:
    return hex_color(element.get("lastClr") or element.get("val"))


def shading_patches(shd: Element | None, theme: Theme) -> tuple[Patch, ...] | None:
    """What a ``w:shd`` paints: None where it says nothing, () where it says "no shading".

    Dots (``pct20``) mix to one colour as the eye sees them; stripes stay two colours.  White is
    no shading: it is what Word writes to clear a fill.
    """
    if shd is None:
        return None
    pattern = shd.get(W + "val") or "clear"
    if pattern == "nil":
        return ()
    fill = theme.attributes(shd, "fill", "themeFill")
    ink = theme.attributes(shd, "color", "theme")
    share = _ink_share(pattern)
    if share == 0 and fill is None and shd.get(W + "fill") is None:
        return None
    over, under = ink or "#000000", fill or "#ffffff"
    stripes = _PERCENT.match(pattern) is None
    if stripes and 0 < share < 1:
        patches = [Patch(under, 1 - share), Patch(over, share)]
        return tuple(sorted(patches, key=lambda patch: -patch.share))
    color = mix(over, under, share)
    return () if color == "#ffffff" else (Patch(color),)


def _ink_share(pattern: str) -> float:
    if match := _PERCENT.match(pattern):
        return min(100, int(match[1][:3])) / 100
    if pattern in ("clear", "solid"):
        return float(pattern == "solid")
    return 0.25 if pattern.startswith("thin") else 0.5
