"""Windows metafiles (WMF), by the records of MS-WMF."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from medcom_extract.readers.canvas import Figure, Paint, Point, Shape
from medcom_extract.readers.metafiles.bitmaps import open_bitmap, split_bitmap

__all__ = ["figures", "is_wmf"]

_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_MOST_RECORDS = 50_000
_HOLLOW = 1

_BRUSH = 0x02FC
_OTHER_OBJECTS = {0x02FA, 0x02FB, 0x00F7, 0x06FF, 0x01F9, 0x0142}
"""Pens, fonts, palettes, regions, pattern brushes: they take a place in the object table."""

_SELECT, _DELETE, _SAVE, _RESTORE = 0x012D, 0x01F0, 0x001E, 0x0127
_BOXES: dict[int, tuple[Shape, int]] = {
    0x041B: ("rectangle", 0),
    0x0418: ("ellipse", 0),
    0x061C: ("rectangle", 2),
    0x081A: ("ellipse", 4),
    0x0830: ("ellipse", 4),
}
"""Shapes given by a box, with the words that stand before it."""

_POLYGON, _POLYPOLYGON = 0x0324, 0x0538
_BITMAPS = {0x0F43: (14, 22), 0x0B41: (12, 20)}
"""Records with a bitmap: where the height and width on paper begin, and where the bitmap does."""


def is_wmf(data: bytes) -> bool:
    return data[:4] == _PLACEABLE or data[:6] in (b"\x01\0\x09\0\0\x03", b"\x02\0\x09\0\0\x03")


@dataclass
class _Player:
    brush: str | None = "#ffffff"
    objects: list[tuple[bool, str | None] | None] = field(default_factory=list)
    """Slots with (is a brush, its colour); None for a free one."""
    saved: list[str | None] = field(default_factory=list)
    found: list[Figure] = field(default_factory=list)

    def make(self, entry: tuple[bool, str | None]) -> None:
        """Put an object in the first free slot."""
        if None in self.objects:
            self.objects[self.objects.index(None)] = entry
        elif len(self.objects) < 5_000:
            self.objects.append(entry)

    def fill(self, kind: Shape, points: tuple[Point, ...]) -> None:
        if self.brush is not None and len(points) > 1:
            self.found.append(Figure(kind, points, Paint.plain(self.brush)))


def figures(data: bytes) -> list[Figure]:
    """What the file fills, in the order of painting and in its own units."""
    player = _Player()
    for kind, body in _records(data):
        try:
            _play(player, kind, body)
        except struct.error:
            continue  # one short record is no reason to give up the picture
    return player.found


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 18 + (22 if data[:4] == _PLACEABLE else 0)
    for _ in range(_MOST_RECORDS):
        if at + 6 > len(data):
            return
        words, kind = struct.unpack_from("<IH", data, at)
        if words < 3 or kind == 0:
            return
        yield kind, data[at + 6 : at + 2 * words]
        at += 2 * words


def _play(player: _Player, kind: int, body: bytes) -> None:
    if kind in _BOXES:
        shape, skip = _BOXES[kind]
        bottom, right, top, left = struct.unpack_from("<4h", body, 2 * skip)
        player.fill(shape, ((left, top), (right, bottom)))
    elif kind == _POLYGON:
        (count,) = struct.unpack_from("<H", body)
        player.fill("polygon", _points(body, 2, count))
    elif kind == _POLYPOLYGON:
        _play_polygons(player, body)
    elif kind in _BITMAPS:
        _play_bitmap(player, kind, body)
    else:
        _play_object(player, kind, body)


def _play_object(player: _Player, kind: int, body: bytes) -> None:
    if kind == _BRUSH:
        style, red, green, blue = struct.unpack_from("<HBBB", body)
        player.make((True, None if style == _HOLLOW else f"#{red:02x}{green:02x}{blue:02x}"))
    elif kind in _OTHER_OBJECTS:
        player.make((False, None))
    elif kind in (_SELECT, _DELETE):
        (slot,) = struct.unpack_from("<H", body)
        entry = player.objects[slot] if slot < len(player.objects) else None
        if kind == _DELETE and entry is not None:
            player.objects[slot] = None
        elif kind == _SELECT and entry is not None and entry[0]:
            player.brush = entry[1]
    elif kind == _SAVE and len(player.saved) < 1_000:
        player.saved.append(player.brush)
    elif kind == _RESTORE and player.saved:
        player.brush = player.saved.pop()


def _points(body: bytes, at: int, count: int) -> tuple[Point, ...]:
    count = min(count, max(0, len(body) - at) // 4)
    return tuple(
        (float(x), float(y)) for x, y in struct.iter_unpack("<hh", body[at : at + 4 * count])
    )


def _play_polygons(player: _Player, body: bytes) -> None:
    (parts,) = struct.unpack_from("<H", body)
    parts = min(parts, len(body) // 2 - 1)
    counts = struct.unpack_from(f"<{parts}H", body, 2)
    at = 2 + 2 * parts
    for count in counts:
        points = _points(body, at, count)
        player.fill("polygon", points)
        at += 4 * len(points)


def _play_bitmap(player: _Player, kind: int, body: bytes) -> None:
    size, start = _BITMAPS[kind]
    high, wide, y, x = struct.unpack_from("<4h", body, size)
    if len(body) < start + 12:
        return
    image = open_bitmap(*split_bitmap(body[start:]))
    if image is not None:
        player.found.append(Figure("rectangle", ((x, y), (x + wide, y + high)), image))
