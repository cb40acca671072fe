"""Draws docs/hues.svg: which colours the library calls green, yellow, red ...

    python docs/draw_hues.py

The borders come from ``vocabulary/colours.toml``; the picture is drawn by asking the library the
name of each patch, so that it shows what the library does and not what it was meant to do.
"""

import math
from pathlib import Path

from medcom_extract.parsing.hues import name_colour, near_border, oklch
from medcom_extract.vocabulary import load_vocabulary

PICTURE = Path(__file__).with_name("hues.svg")
LEFT, TOP, HIGH, WIDE, STEP = 90, 30, 44, 720, 2
LOOKS = (("vivid", 0.72, 0.17), ("pale", 0.88, 0.08), ("dark", 0.5, 0.13))
"""Name, lightness and chroma of each band."""

KNOWN = (
    "ff0000", "c00000", "e97132", "ffc000", "ffff00", "92d050", "92c800", "00b050", "c6efce",
    "00b0f0", "0070c0", "7030a0",
)  # fmt: skip
"""Colours that Office and MedCom's templates use."""


def to_hex(light: float, chroma: float, hue: float) -> str:
    """A colour of OKLCH as #rrggbb, cut off where a screen cannot show it."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    one = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    two = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    three = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * one - 3.3077115913 * two + 0.2309699292 * three,
        -1.2684380046 * one + 2.6097574011 * two - 0.3413193965 * three,
        -0.0041960863 * one - 0.7034186147 * two + 1.7076147010 * three,
    )
    return "#" + "".join(f"{round(255 * _curve(min(max(c, 0), 1))):02x}" for c in channels)


def _curve(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def place(hue: float) -> float:
    return LEFT + WIDE * (hue % 360) / 360


def draw_band(top: float, name: str, light: float, chroma: float) -> list[str]:
    """A band of one look, and below it what the library calls each patch."""
    vocabulary = load_vocabulary()
    parts = [f'<text x="8" y="{top + 26}">{name}</text>']
    runs: list[tuple[str, int, int]] = []
    for hue in range(0, 360, STEP):
        color = to_hex(light, chroma, hue)
        wide = WIDE * STEP / 360
        parts.append(
            f'<rect x="{place(hue):.1f}" y="{top}" width="{wide + 0.3:.1f}" height="{HIGH - 18}" '
            f'fill="{color}"/>'
        )
        if near_border(color, vocabulary):
            parts.append(
                f'<rect x="{place(hue):.1f}" y="{top + HIGH - 18}" width="{wide:.1f}" height="3"/>'
            )
        said = name_colour(color, vocabulary)
        if runs and runs[-1][0] == said:
            runs[-1] = (said, runs[-1][1], hue + STEP)
        else:
            runs.append((said, hue, hue + STEP))
    for said, first, last in runs:
        if last - first >= 12:
            middle = place((first + last - 1) / 2)
            parts.append(
                f'<text x="{middle:.1f}" y="{top + HIGH - 3}" text-anchor="middle">{said}</text>'
            )
    return parts


def draw_known(top: float) -> list[str]:
    vocabulary = load_vocabulary()
    parts = [f'<text x="8" y="{top + 20}">in use</text>']
    for at, code in enumerate(KNOWN):
        x = LEFT + at * WIDE / len(KNOWN)
        color = f"#{code}"
        words = f"{code.upper()} {name_colour(color, vocabulary)}"
        parts.append(f'<circle cx="{x + 12:.1f}" cy="{top + 12}" r="11" fill="{color}"/>')
        parts.append(f'<text x="{x:.1f}" y="{top + 38}" font-size="8">{words}</text>')
        parts.append(
            f'<text x="{x:.1f}" y="{top + 48}" font-size="8">{oklch(color)[2]:.0f}°</text>'
        )
    return parts


def draw() -> str:
    parts = []
    for at, (name, light, chroma) in enumerate(LOOKS):
        parts += draw_band(TOP + at * (HIGH + 14), name, light, chroma)
    bottom = TOP + len(LOOKS) * (HIGH + 14)
    parts += draw_known(bottom)
    ticks = [
        f'<text x="{place(hue):.0f}" y="20" text-anchor="middle">{hue}°</text>'
        for hue in range(0, 360, 30)
    ]
    size = f'viewBox="0 0 {LEFT + WIDE + 30} {bottom + 60}"'
    look = 'font-family="sans-serif" font-size="10"'
    body = "\n".join(ticks + parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>\n{body}\n</svg>\n'


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
