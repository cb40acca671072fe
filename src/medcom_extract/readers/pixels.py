"""The colours of a picture: what a person would name, how much of each, and where.

A picture is sampled down to some 1,600 pixels and its colours are grouped; groups are never
averaged over different hues, so a red lamp in a dark box stays red and dark, not brown.  Pictures
are keyed by their digest: a light that is used a hundred times is decoded once.
"""

import hashlib
import io
import math
import threading
import warnings
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, repeat
from struct import iter_unpack
from typing import Any

from PIL import Image

from medcom_extract.document import Patch

__all__ = ["count_pixels", "open_image", "palette", "palette_of_bytes", "sample"]

MOST_PIXELS = 25_000_000
"""A page at 600 dots an inch has 35 million; a status light has some thousands."""

_SAMPLE = 40
_MOST_GROUPS = 6
_NEAR = 0.27
"""Distance in the colour cone (see ``_cone``) within which colours are one: pure yellow and amber
just are, a lit lamp and the same lamp at two thirds of its light are not."""

_SMALLEST = 0.012
"""Groups with a smaller share are edges and specks; they count to the nearest large group."""

_SAME_PLACE = 0.08
"""Of the diagonal: the centres of parts that lie round each other."""

_SAME_HUE = math.cos(math.radians(18))
_PALEST = 0.2
"""Chroma under which a colour has no hue to speak of."""

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "DIB", "TIFF", "WEBP", "ICO", "JPEG2000")
"""Named, so that no format is tried that starts another program (EPS) or a large library."""

Pixel = tuple[int, int, int]

_Place = tuple[float, float, float]
"""Of a colour in the colour cone."""


def open_image(data: bytes) -> Image.Image | None:
    """The picture, its pixels not yet decoded; None where it is unknown, broken or too large."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of size on opening, before it decodes; ours is the lower limit.
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Exception:  # Pillow's plugins raise almost anything on broken files
        return None
    width, height = image.size
    return image if 0 < width * height <= MOST_PIXELS else None


def count_pixels(data: bytes) -> int:
    """How many pixels a picture file says it has; 0 where it is none that is read."""
    image = open_image(data)
    return 0 if image is None else image.width * image.height


def sample(image: Image.Image, size: int = _SAMPLE) -> Image.Image | None:
    """The picture in RGBA, at most ``size`` pixels wide and high; None where it is broken.

    Pixels are picked, not averaged: averaging makes colours that the picture does not have.
    """
    try:
        if image.format == "JPEG":
            image.draft("RGB", (4 * size, 4 * size))
        width, height = image.size
        wanted = (min(width, size), min(height, size))
        if image.mode in ("I;16", "I;16B", "I", "F"):
            image = _eight_bits(image)
        shrunk = image.resize(wanted, Image.Resampling.NEAREST)
        if shrunk.mode == "P" and "transparency" in image.info:
            shrunk.info["transparency"] = image.info["transparency"]
        return shrunk.convert("RGBA")
    except Exception:  # as above: decoders of broken files raise almost anything
        return None


def _eight_bits(image: Image.Image) -> Image.Image:
    low, high = (float(bound) for bound in _extrema(image))
    scale = 255 / (high - low) if high > 255 and high > low else 1.0
    return image.convert("F").point(lambda value: (value - low) * scale).convert("L")


def _extrema(image: Image.Image) -> tuple[Any, Any]:
    found: Any = image.getextrema()
    return found[0], found[1]


def palette(image: Image.Image) -> tuple[Patch, ...]:
    """The picture's colours, most area first; () where it cannot be decoded or shows nothing.

    Transparent pixels do not count and are not put on any ground.  Told once for equal pixels: the
    reports of an archive draw their lights alike.
    """
    small = sample(image)
    if small is None:
        return ()
    pixels = hashlib.blake2b(small.tobytes(), digest_size=32)
    key = b"%d by %d: %b" % (*small.size, pixels.digest())
    known = _CACHE.get(key)
    if known is None:
        known = _palette_of_sample(small)
        _CACHE.put(key, known)
    return known


def palette_of_bytes(
    data: bytes, crop: tuple[float, float, float, float] | None = None
) -> tuple[Patch, ...]:
    """The colours of a picture file: PNG, JPEG, GIF, BMP, TIFF, WebP, SVG, EMF or WMF.

    ``crop`` cuts off fractions at the left, top, right and bottom.  Decoded once for each content;
    () where nothing can be told.
    """
    key = hashlib.sha256(data).digest() + repr(crop).encode()
    known = _CACHE.get(key)
    if known is None:
        image = picture(data)
        if image is not None and crop is not None:
            image = _cropped(image, crop)
        known = palette(image) if image is not None else ()
        _CACHE.put(key, known)
    return known


def picture(data: bytes) -> Image.Image | None:
    """A picture file as an image, drawings (SVG, EMF, WMF) drawn; None where it is not known."""
    from medcom_extract.readers import metafiles, svg

    for draw in (metafiles.draw_metafile, svg.draw_svg):
        image = draw(data)
        if image is not None:
            return image
    return open_image(data)


def _cropped(image: Image.Image, crop: tuple[float, float, float, float]) -> Image.Image | None:
    left, top, right, bottom = (min(1.0, max(0.0, part)) for part in crop)
    width, height = image.size
    box = (
        math.floor(left * width),
        math.floor(top * height),
        math.ceil((1 - right) * width),
        math.ceil((1 - bottom) * height),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    try:
        return image.crop(box)
    except Exception:  # decodes, so may raise what decoders raise
        return None


_WHITISH = 12
"""Of 255, by which the channels of a colour differ that is white to the eye."""


@dataclass(slots=True)
class _Group:
    """Pixels of about one colour; ``weight`` is their opacity summed."""

    core: _Place
    weight: float = 0.0
    x: float = 0.0
    y: float = 0.0
    colors: Counter[Pixel] = field(default_factory=Counter)

    def take(self, color: Pixel, weight: float, x: float, y: float, count: float) -> None:
        self.weight += weight
        self.x += x
        self.y += y
        self.colors[color] = int(count)  # each colour comes once

    def join(self, other: "_Group") -> None:
        self.weight += other.weight
        self.x += other.x
        self.y += other.y
        self.colors.update(other.colors)

    @property
    def place(self) -> tuple[float, float]:
        """Where its centre lies, in pixels of the sample."""
        return self.x / self.weight, self.y / self.weight

    def patch(self, whole: float, width: int, height: int) -> Patch:
        return Patch(
            self._color(),
            round(self.weight / whole, 4),
            round(self.x / self.weight / width, 4),
            round(self.y / self.weight / height, 4),
        )

    def _color(self) -> str:
        """The median colour; that of the most vivid quarter where the whole is nearly white and
        that is not: a pale disc with a white gleam.
        """
        color = _median_of(self.colors)
        if _chroma(color) < _WHITISH:
            vivid = _median_of(self._vivid_quarter())
            color = vivid if _chroma(vivid) >= 2 * _WHITISH else color
        return "#" + "".join(f"{channel:02x}" for channel in color)

    def _vivid_quarter(self) -> Counter[Pixel]:
        left = sum(self.colors.values()) / 4
        found: Counter[Pixel] = Counter()
        for color in sorted(self.colors, key=_chroma, reverse=True):
            if left <= 0:
                break
            found[color] = self.colors[color]
            left -= self.colors[color]
        return found


def _chroma(color: Pixel) -> int:
    """How far the channels of a colour differ, of 255."""
    return max(color) - min(color)


def _median_of(colors: Counter[Pixel]) -> Pixel:
    """The low median of each channel over all pixels."""
    red, green, blue = (_median(colors, channel) for channel in range(3))
    return (red, green, blue)


def _median(colors: Counter[Pixel], channel: int) -> int:
    counts = [0] * 256
    for color, count in colors.items():
        counts[color[channel]] += count
    reach = list(accumulate(counts))
    return bisect_right(reach, (reach[-1] - 1) // 2)


def _palette_of_sample(image: Image.Image) -> tuple[Patch, ...]:
    width, height = image.size
    tally = _tally(image)
    whole = sum(entry[0] for entry in tally.values())
    if not whole:
        return ()
    groups = _join_shades(_group(tally), math.hypot(width, height))
    ordered = sorted(groups, key=lambda group: -group.weight)
    return tuple(group.patch(whole, width, height) for group in ordered)


Tally = dict[Pixel, list[float]]
"""By colour: opacity summed, the same times x and times y, number of pixels."""


def _tally(image: Image.Image) -> Tally:
    """The visible pixels by colour.  Visible is what has half the opacity of the most opaque."""
    width, height = image.size
    data = image.tobytes()
    least = max(8, max(data[3::4], default=0) // 2)
    xs = [x + 0.5 for x in range(width)] * height
    ys = [y + 0.5 for y in range(height) for _ in range(width)]
    found: dict[bytes, list[float]] = {}
    for (color, alpha), x, y in zip(iter_unpack("3sB", data), xs, ys, strict=True):
        if alpha < least:
            continue
        entry = found.get(color)
        if entry is None:
            entry = found[color] = [0.0, 0.0, 0.0, 0.0]
        weight = alpha / 255
        entry[0] += weight
        entry[1] += weight * x
        entry[2] += weight * y
        entry[3] += 1
    return {(color[0], color[1], color[2]): entry for color, entry in found.items()}


def _group(tally: Tally) -> list[_Group]:
    """Group colours round the most frequent ones, then add the small groups to the large."""
    frequent = _coarse(tally)
    whole = sum(weight for _, weight in frequent)
    cores: list[_Place] = []
    for color, _ in frequent:
        place = _cone(color)
        if all(math.dist(place, core) > _NEAR for core in cores):
            cores.append(place)
    places = list(map(_cone, tally))
    weights = [0.0] * len(cores)
    for at, entry in zip(_nearest(places, cores), tally.values(), strict=True):
        weights[at] += entry[0]
    filled = [(weight, core) for weight, core in zip(weights, cores, strict=True) if weight]
    large = sorted(filled, key=lambda pair: -pair[0])
    kept = [core for weight, core in large[:_MOST_GROUPS] if weight >= _SMALLEST * whole]
    groups = [_Group(core) for core in kept or [core for _, core in large[:1]]]
    nearest = _nearest(places, [group.core for group in groups])
    for at, (color, entry) in zip(nearest, tally.items(), strict=True):
        groups[at].take(color, *entry)
    return [group for group in groups if group.weight]


def _join_shades(groups: list[_Group], diagonal: float) -> list[_Group]:
    """Join groups of one hue round one centre: the light and dark parts of a glossy disc.

    The lit and dim lamps of a traffic light have centres of their own, and stay apart.
    """
    joined: list[_Group] = []
    for group in sorted(groups, key=lambda one: -one.weight):
        for other in joined:
            near = math.dist(group.place, other.place) < _SAME_PLACE * diagonal
            if near and _same_hue(group.core, other.core):
                other.join(group)
                break
        else:
            joined.append(group)
    return joined


def _same_hue(one: _Place, two: _Place) -> bool:
    if min(math.hypot(*one[:2]), math.hypot(*two[:2])) < _PALEST:
        return False
    turn = math.atan2(one[1], one[0]) - math.atan2(two[1], two[0])
    return math.cos(turn) > _SAME_HUE


def _coarse(tally: Tally) -> list[tuple[Pixel, float]]:
    """Colours that differ in their last four bits counted together, the most frequent first."""
    cells: dict[Pixel, list[tuple[float, Pixel]]] = {}
    for color, entry in tally.items():
        red, green, blue = color
        cells.setdefault((red >> 4, green >> 4, blue >> 4), []).append((entry[0], color))
    weighed = [(max(cell)[1], sum(weight for weight, _ in cell)) for cell in cells.values()]
    return sorted(weighed, key=lambda pair: (-pair[1], pair[0]))


def _nearest(places: list[_Place], cores: list[_Place]) -> Iterator[int]:
    """Which core lies nearest to each place; the first one of several."""
    from_cores = [map(math.dist, places, repeat(core)) for core in cores]
    return (apart.index(min(apart)) for apart in zip(*from_cores, strict=True))


@lru_cache(maxsize=1 << 15)
def _cone(color: Pixel) -> _Place:
    """A colour's place in a cone: hue round, chroma out, value up, each from 0 to 1.

    Black is the tip, so dark colours are near each other whatever their hue.
    """
    red, green, blue = (part / 255 for part in color)
    value, low = max(red, green, blue), min(red, green, blue)
    chroma = value - low
    if not chroma:
        return (0.0, 0.0, value)
    if value == red:
        sixth = ((green - blue) / chroma) % 6
    elif value == green:
        sixth = (blue - red) / chroma + 2
    else:
        sixth = (red - green) / chroma + 4
    angle = sixth * math.pi / 3
    return (chroma * math.cos(angle), chroma * math.sin(angle), value)


class _Cache:
    """The latest palettes by digest.  Locked: a caller may read files in threads."""

    def __init__(self, most: int):
        self._most = most
        self._found: OrderedDict[bytes, tuple[Patch, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: bytes) -> tuple[Patch, ...] | None:
        with self._lock:
            return self._found.get(key)

    def put(self, key: bytes, value: tuple[Patch, ...]) -> None:
        with self._lock:
            self._found[key] = value
            while len(self._found) > self._most:
                self._found.popitem(last=False)


_CACHE = _Cache(1_000)
