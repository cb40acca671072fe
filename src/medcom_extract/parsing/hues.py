"""Telling colours apart by OKLCH, a colour space in which hue means what people see.

The borders between the hues stand in ``vocabulary/colours.toml``.  Formulas: Björn Ottosson, "A
perceptual color space for image processing" (2020).
"""

import math
from functools import lru_cache

from medcom_extract.vocabulary import Vocabulary

__all__ = ["distance", "is_neutral", "is_told", "name_colour", "near_border", "oklch", "vividness"]

_LEAST_CHROMA = 0.028
"""Below this a colour is a grey.  Pale signal colours (E2EFDA 0.03, FFEB9C 0.10) lie above."""

_WHITE, _BLACK = 0.93, 0.3
_DARK, _DARK_CHROMA = 0.32, 0.06
"""Inks such as navy 10253A pass for black; a dim lamp such as 4A0000 (0.105) has its hue."""
_CLOSE = 0.08
"""OKLab distance within which a colour is one that the user's vocabulary names by its code."""


def _channels(code: str) -> tuple[float, float, float]:
    value = int(code.lstrip("#")[:6], 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@lru_cache(maxsize=2048)
def _oklab(code: str) -> tuple[float, float, float]:
    r, g, b = (_linear(channel) for channel in _channels(code))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def oklch(code: str) -> tuple[float, float, float]:
    """Lightness (0-1), chroma (0 to about 0.32) and hue (degrees) of ``#rrggbb``."""
    light, a, b = _oklab(code)
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def distance(one: str, other: str) -> float:
    """How far apart two colours look: 0 the same, 0.02 hardly seen, 1 black and white."""
    return math.dist(_oklab(one), _oklab(other))


def is_neutral(code: str) -> bool:
    """Whether a colour is white, grey or black."""
    light, chroma, _ = oklch(code)
    return chroma < (_LEAST_CHROMA if light > _DARK else _DARK_CHROMA)


def vividness(code: str) -> float:
    """0 for greys to 1 for pure colours at full brightness: what sets a lit lamp apart."""
    channels = _channels(code)
    return max(channels) - min(channels)


@lru_cache(maxsize=2048)
def name_colour(code: str, vocabulary: Vocabulary) -> str:
    """The colour's name in the vocabulary; ``grey``, ``white`` or ``black`` for neutral ones."""
    told = _told_name(code, vocabulary)
    if told is not None:
        return told
    light, _, hue = oklch(code)
    if is_neutral(code):
        return "white" if light > _WHITE else "black" if light < _BLACK else "grey"
    arcs = [colour for colour in vocabulary.colours if colour.hues]
    return next((c.name for c in arcs if c.hues and _in_arc(hue, c.hues)), "unknown")


def is_told(code: str, vocabulary: Vocabulary) -> bool:
    """Whether the user's vocabulary or the document's legend names a colour by its code."""
    return _told_name(code, vocabulary) is not None


def _told_name(code: str, vocabulary: Vocabulary) -> str | None:
    """The name that the user's vocabulary or the document's legend gives a colour by its code."""
    near = [
        (distance(code, own), colour.name) for colour in vocabulary.colours for own in colour.hexes
    ]
    gap, name = min(near, default=(_CLOSE, ""))
    return name if gap < _CLOSE else None


@lru_cache(maxsize=2048)
def near_border(code: str, vocabulary: Vocabulary, degrees: float = 4.0) -> bool:
    """Whether a colour's hue lies so near a border that another name would do as well."""
    if _told_name(code, vocabulary) is not None:
        return False
    hue = oklch(code)[2]
    borders = [edge for colour in vocabulary.colours for edge in colour.hues or ()]
    return not is_neutral(code) and any(
        abs((hue - edge + 180) % 360 - 180) < degrees for edge in borders
    )


def _in_arc(hue: float, arc: tuple[float, float]) -> bool:
    first, last = arc
    return first <= hue < last if first <= last else hue >= first or hue < last
