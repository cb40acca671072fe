"""EMF+ records, which newer Office programs put into the comments of an EMF file.

Read only where the file holds no plain EMF records: fills with a colour or a plain brush.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from medcom_extract.readers.canvas import Figure, Paint, Point

__all__ = ["figures"]

_SIGNATURE = b"EMF+"
_MOST_RECORDS = 20_000
_OBJECT, _FILL_RECTS, _FILL_POLYGON, _FILL_ELLIPSE, _FILL_PATH = (
    0x4008, 0x400A, 0x400C, 0x400E, 0x4014,
)  # fmt: skip
_BRUSH, _PATH = 1, 3
_COLOR_IN_RECORD, _SHORT = 0x8000, 0x4000


@dataclass
class _Objects:
    brushes: dict[int, str] = field(default_factory=dict)
    paths: dict[int, list[Point]] = field(default_factory=dict)


def figures(comments: Iterable[bytes]) -> list[Figure]:
    """What the records in EMF comments fill, in the order of painting.

    Transforms are left aside: a light is drawn in one of them.
    """
    objects = _Objects()
    found: list[Figure] = []
    for kind, flags, body in _records(comments):
        try:
            if kind == _OBJECT:
                _remember(objects, flags, body)
            elif kind in (_FILL_RECTS, _FILL_POLYGON, _FILL_ELLIPSE, _FILL_PATH):
                found += _filled(objects, kind, flags, body)
        except struct.error:
            continue
    return found


def _records(comments: Iterable[bytes]) -> Iterator[tuple[int, int, bytes]]:
    count = 0
    for comment in comments:
        if comment[4:8] != _SIGNATURE:
            continue
        at = 8
        while at + 12 <= len(comment) and count < _MOST_RECORDS:
            kind, flags, size, length = struct.unpack_from("<HHII", comment, at)
            if size < 12:
                break
            yield kind, flags, comment[at + 12 : at + 12 + length]
            at += size
            count += 1


def _remember(objects: _Objects, flags: int, body: bytes) -> None:
    slot, kind = flags & 0xFF, flags >> 8 & 0x7F
    if kind == _BRUSH:
        (style,) = struct.unpack_from("<I", body, 4)
        if style == 0:
            objects.brushes[slot] = _color(struct.unpack_from("<I", body, 8)[0])
        elif style == 4:  # a linear gradient: its first colour stands for it
            objects.brushes[slot] = _color(struct.unpack_from("<I", body, 32)[0])
    elif kind == _PATH:
        count, form = struct.unpack_from("<II", body, 4)
        objects.paths[slot] = _points(body, 12, count, short=bool(form & _SHORT))


def _color(value: int) -> str:
    return f"#{value >> 16 & 255:02x}{value >> 8 & 255:02x}{value & 255:02x}"


def _points(body: bytes, at: int, count: int, *, short: bool) -> list[Point]:
    form, size = ("<hh", 4) if short else ("<ff", 8)
    count = min(count, max(0, len(body) - at) // size)
    return [(float(x), float(y)) for x, y in struct.iter_unpack(form, body[at : at + count * size])]


def _filled(objects: _Objects, kind: int, flags: int, body: bytes) -> Iterator[Figure]:
    (brush,) = struct.unpack_from("<I", body)
    color = _color(brush) if flags & _COLOR_IN_RECORD else objects.brushes.get(brush & 0xFF)
    if color is None:
        return
    paint, short = Paint.plain(color), bool(flags & _SHORT)
    if kind == _FILL_PATH:
        outline = tuple(objects.paths.get(flags & 0xFF, ()))
        if len(outline) > 2:
            yield Figure("polygon", outline, paint)
    elif kind == _FILL_ELLIPSE:
        yield Figure("ellipse", _corners(body, 4, short), paint)
    elif kind == _FILL_POLYGON:
        (count,) = struct.unpack_from("<I", body, 4)
        yield Figure("polygon", tuple(_points(body, 8, count, short=short)), paint)
    else:
        (count,) = struct.unpack_from("<I", body, 4)
        for one in range(min(count, 1_000)):
            yield Figure("rectangle", _corners(body, 8 + one * (8 if short else 16), short), paint)


def _corners(body: bytes, at: int, short: bool) -> tuple[Point, Point]:
    x, y, wide, high = struct.unpack_from("<4h" if short else "<4f", body, at)
    return (x, y), (x + wide, y + high)
