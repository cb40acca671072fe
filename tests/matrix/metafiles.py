"""The smallest metafiles: one filled disc."""

import struct

__all__ = ["write_emf", "write_wmf"]

Rgb = tuple[int, int, int]


def _color(rgb: Rgb) -> int:
    return rgb[0] | rgb[1] << 8 | rgb[2] << 16


def _record(kind: int, layout: str = "", *values: int) -> bytes:
    body = struct.pack("<" + layout, *values)
    return struct.pack("<II", kind, 8 + len(body)) + body


def write_emf(rgb: Rgb) -> bytes:
    """An enhanced metafile of a disc in one colour."""
    records = [
        _record(39, "4I", 1, 0, _color(rgb), 0),
        _record(37, "I", 1),
        _record(37, "I", 0x80000008),
        _record(42, "4i", 4, 4, 96, 96),
        _record(14, "3I", 0, 16, 20),
    ]
    size = 88 + sum(map(len, records))
    bounds = struct.pack("<4i4i", 0, 0, 100, 100, 0, 0, 2646, 2646)
    counts = struct.pack("<IIIIHHIII", 0x464D4520, 0x10000, size, len(records) + 1, 2, 0, 0, 0, 0)
    devices = struct.pack("<iiii", 1024, 768, 270, 203)
    return struct.pack("<II", 1, 88) + bounds + counts + devices + b"".join(records)


def _words(kind: int, *values: int) -> bytes:
    body = b"".join(struct.pack("<h", value) for value in values)
    return struct.pack("<IH", (6 + len(body)) // 2, kind) + body


def write_wmf(rgb: Rgb) -> bytes:
    """A Windows metafile of the same, with a placeable header."""
    color = _color(rgb)
    brush = struct.pack("<IHHIH", 7, 0x02FC, 0, color, 0)
    pen = struct.pack("<IHHhhI", 8, 0x02FA, 5, 0, 0, 0)
    records = [
        _words(0x0103, 8),
        _words(0x020B, 0, 0),
        _words(0x020C, 100, 100),
        brush,
        pen,
        _words(0x012D, 0),
        _words(0x012D, 1),
        _words(0x0418, 96, 96, 4, 4),
        struct.pack("<IH", 3, 0),
    ]
    body = b"".join(records)
    longest = max(map(len, records)) // 2
    head = struct.pack("<HHHIHIH", 1, 9, 0x0300, 9 + len(body) // 2, 2, longest, 0)
    place = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 100, 100, 1440, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", place):
        check ^= word
    return place + struct.pack("<H", check) + head + body
