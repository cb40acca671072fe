"""Colours of a content stream as ``#rrggbb``, whatever their colour space (ISO 32000-1, 8.6)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdftypes import PDFStream, list_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral

from medcom_extract.readers.plumber.functions import function_of

__all__ = ["CMYK", "GRAY", "PATTERN", "RGB", "ColourSpace", "hex_of", "on_white", "space_of"]

Shade = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class ColourSpace:
    """A colour space: how many components a colour has, and what it looks like.

    ``shade`` gives None for a colour that cannot be told.  ``ranges`` are the limits of the
    components where they are not 0 and 1.
    """

    name: str
    components: int
    shade: Callable[[Sequence[float]], Shade | None]
    ranges: tuple[tuple[float, float], ...] = ()

    @property
    def initial(self) -> list[float]:
        """The colour that is set with the space: black, or the full tint of an ink."""
        if self.name in ("Separation", "DeviceN"):
            return [1.0] * self.components
        return [0.0] * (self.components - 1) + [1.0 if self.name == "DeviceCMYK" else 0.0]


def _of_gray(values: Sequence[float]) -> Shade:
    return (values[0],) * 3


def _of_rgb(values: Sequence[float]) -> Shade:
    return (values[0], values[1], values[2])


# What pdfium shows for the corners of the CMYK cube: its table is the print profile that Adobe's
# programs assume, in which pure cyan is no #00ffff.  By bits: cyan 1, magenta 2, yellow 4, black 8.
_CORNERS = (
    (255, 255, 255), (0, 174, 239), (237, 2, 140), (46, 48, 146),
    (255, 241, 1), (0, 165, 79), (238, 29, 35), (54, 53, 57),
    (35, 31, 32), (0, 4, 36), (21, 0, 0), (0, 0, 1),
    (25, 26, 0), (0, 4, 0), (23, 0, 0), (0, 0, 0),
)  # fmt: skip


def _of_cmyk(values: Sequence[float]) -> Shade:
    """Between the corners of the cube by area covered, as inks are printed (Neugebauer)."""
    inks = [min(max(value, 0.0), 1.0) for value in values[:4]]
    total = [0.0, 0.0, 0.0]
    for number, corner in enumerate(_CORNERS):
        share = 1.0
        for bit, ink in enumerate(inks):
            share *= ink if number >> bit & 1 else 1 - ink
        for channel in range(3):
            total[channel] += share * corner[channel] / 255
    return (total[0], total[1], total[2])


GRAY = ColourSpace("DeviceGray", 1, _of_gray)
RGB = ColourSpace("DeviceRGB", 3, _of_rgb)
CMYK = ColourSpace("DeviceCMYK", 4, _of_cmyk)
PATTERN = ColourSpace("Pattern", 0, lambda values: None)  # noqa: ARG005

_NAMED = {
    "DeviceGray": GRAY,
    "G": GRAY,
    "CalGray": GRAY,
    "DeviceRGB": RGB,
    "RGB": RGB,
    "CalRGB": RGB,
    "DeviceCMYK": CMYK,
    "CMYK": CMYK,
    "Pattern": PATTERN,
}


def space_of(
    spec: object, named: Mapping[str, object] | None = None, depth: int = 0
) -> ColourSpace | None:
    """The colour space of a name or an array; ``named`` holds those of the resources.

    None for one that is not understood.
    """
    spec = resolve1(spec)
    if depth > _DEEPEST:
        return None
    if isinstance(spec, PSLiteral):
        name = str(spec.name)
        if named and name in named:
            return space_of(named[name], None, depth + 1)
        return _NAMED.get(name)
    if not isinstance(spec, list) or not spec:
        return None
    head = resolve1(spec[0])
    kind = str(head.name) if isinstance(head, PSLiteral) else ""
    build = _BUILDERS.get(kind)
    if build is None:
        return _NAMED.get(kind)
    return build(spec, depth + 1)


def _profile(spec: list[Any], depth: int) -> ColourSpace | None:
    """A profile is taken for the plain space of as many components."""
    stream = stream_value(spec[1])
    plain = {1: GRAY, 3: RGB, 4: CMYK}.get(resolve1(stream.get("N")))
    alternate = space_of(stream.get("Alternate"), None, depth)
    return alternate if alternate is not None and alternate.name == "Lab" else plain


def _indexed(spec: list[Any], depth: int) -> ColourSpace | None:
    base = space_of(spec[1], None, depth)
    table = resolve1(spec[3])
    data: bytes = table.get_data() if isinstance(table, PDFStream) else table
    if base is None or not base.components or not isinstance(data, bytes):
        return None
    wide = base.components

    def shade(values: Sequence[float]) -> Shade | None:
        at = int(values[0]) * wide
        entry = data[at : at + wide]
        return base.shade(_scaled(entry, base)) if len(entry) == wide else None

    return ColourSpace("Indexed", 1, shade)


def _scaled(entry: bytes, space: ColourSpace) -> list[float]:
    ranges = space.ranges or ((0.0, 1.0),) * space.components
    return [
        low + value / 255 * (high - low) for value, (low, high) in zip(entry, ranges, strict=True)
    ]


def _tinted(spec: list[Any], depth: int) -> ColourSpace | None:
    """Separation and DeviceN: inks, told by what they look like in another space."""
    name = str(resolve1(spec[0]).name)
    count = 1 if name == "Separation" else len(list_value(spec[1]))
    base, tint = space_of(spec[2], None, depth), function_of(spec[3])
    if base is None:
        return None

    def shade(values: Sequence[float]) -> Shade | None:
        return base.shade(tint(values)) if tint is not None else None

    return ColourSpace(name, count, shade)


_PRINT_WHITE = (0.9642, 1.0, 0.8249)
"""The white D50.  Lab counts from the white of its own space, which is the page's white here."""


def _lab(spec: list[Any], _: int) -> ColourSpace:
    attributes = resolve1(spec[1])
    limits = [
        float(resolve1(part)) for part in list_value(attributes.get("Range", [-100, 100] * 2))
    ]

    def shade(values: Sequence[float]) -> Shade:
        middle = (values[0] + 16) / 116
        x, y, z = (
            level * _lab_curve(part)
            for level, part in zip(
                _PRINT_WHITE,
                (middle + values[1] / 500, middle, middle - values[2] / 200),
                strict=True,
            )
        )
        return (
            _gamma(3.1339 * x - 1.6169 * y - 0.4906 * z),
            _gamma(-0.9785 * x + 1.9160 * y + 0.0333 * z),
            _gamma(0.0720 * x - 0.2290 * y + 1.4057 * z),
        )

    ranges = ((0.0, 100.0), (limits[0], limits[1]), (limits[2], limits[3]))
    return ColourSpace("Lab", 3, shade, ranges)


def _lab_curve(part: float) -> float:
    return part**3 if part >= 6 / 29 else 108 / 841 * (part - 4 / 29)


def _gamma(value: float) -> float:
    """The curve of sRGB (the matrix before it is Bradford's, from the print white D50)."""
    if value <= 0.0031308:
        return 12.92 * max(value, 0.0)
    return float(1.055 * min(value, 1.0) ** (1 / 2.4) - 0.055)


_BUILDERS: dict[str, Callable[[list[Any], int], ColourSpace | None]] = {
    "ICCBased": _profile,
    "Indexed": _indexed,
    "I": _indexed,
    "Separation": _tinted,
    "DeviceN": _tinted,
    "Lab": _lab,
}


def hex_of(shade: Shade) -> str:
    """A shade as ``#rrggbb``."""
    red, green, blue = (round(255 * min(max(part, 0.0), 1.0)) for part in shade)
    return f"#{red:02x}{green:02x}{blue:02x}"


def on_white(color: str, alpha: float) -> str:
    """What a transparent colour looks like on white paper; rounded as the first engine does."""
    level = round(255 * alpha)
    if level >= 255:
        return color
    parts = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    red, green, blue = (255 - (255 - part) * level // 255 for part in parts)
    return f"#{red:02x}{green:02x}{blue:02x}"
