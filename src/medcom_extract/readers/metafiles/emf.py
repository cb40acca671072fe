"""Enhanced metafiles (EMF), by the records of MS-EMF; EMF+ where a file holds nothing else."""

import struct
from collections.abc import Callable, Iterator
from copy import copy

from medcom_extract.readers.canvas import Figure, Point, Shape
from medcom_extract.readers.metafiles import emfplus
from medcom_extract.readers.metafiles.bitmaps import open_bitmap
from medcom_extract.readers.metafiles.player import (
    MOST_POINTS,
    SAME,
    Player,
    diamond,
    flatten,
    multiply,
)

__all__ = ["figures", "is_emf"]

_MOST_RECORDS = 50_000

_WHITE, _BLACK = "#ffffff", "#000000"
_STOCK = {0: _WHITE, 1: "#c0c0c0", 2: "#808080", 3: "#404040", 4: _BLACK}
"""Stock brushes by their number without the high bit; 5, the null brush, paints nothing."""

_NULL_BRUSH = 5
_STOCK_BIT = 0x80000000


def is_emf(data: bytes) -> bool:
    return data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF"


Play = Callable[[Player, bytes], None]


def figures(data: bytes) -> list[Figure]:
    """What the file fills, in the order of painting."""
    player = Player()
    plus: list[bytes] = []
    for kind, record in _records(data):
        if kind == 70:
            plus.append(record)
        elif (play := _PLAYERS.get(kind)) is not None:
            try:
                play(player, record)
            except struct.error:
                continue  # one short record is no reason to give up the picture
    return player.found or emfplus.figures(plus)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Type and content of each record, the eight bytes of its head left off."""
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 8 > len(data):
            return
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or kind == 14:
            return
        yield kind, data[at + 8 : at + size]
        at += size


def _color(value: int) -> str:
    return f"#{value & 255:02x}{value >> 8 & 255:02x}{value >> 16 & 255:02x}"


def _pair(record: bytes, at: int = 0) -> Point:
    x, y = struct.unpack_from("<ii", record, at)
    return float(x), float(y)


def _points(record: bytes, at: int, count: int, *, short: bool) -> list[Point]:
    form, size = ("<hh", 4) if short else ("<ii", 8)
    count = min(count, max(0, len(record) - at) // size)
    return [
        (float(x), float(y)) for x, y in struct.iter_unpack(form, record[at : at + count * size])
    ]


def _set(name: str) -> Play:
    def play(player: Player, record: bytes) -> None:
        setattr(player.state, name, _pair(record))

    return play


def _box(kind: Shape) -> Play:
    def play(player: Player, record: bytes) -> None:
        x0, y0, x1, y1 = struct.unpack_from("<iiii", record)
        if kind == "ellipse" and player.in_path:
            player.fill("polygon", diamond(x0, y0, x1, y1))
        else:
            player.fill(kind, [(x0, y0), (x1, y1)])

    return play


def _polygon(
    *, short: bool, curve: bool = False, onward: bool = False, filled: bool = True
) -> Play:
    def play(player: Player, record: bytes) -> None:
        (count,) = struct.unpack_from("<I", record, 16)
        points = _points(record, 20, count, short=short)
        if not points:
            return
        if onward:
            _extend(player, flatten([player.state.here, *points]) if curve else points)
        elif filled or player.in_path:
            player.fill("polygon", flatten(points) if curve else points)
        player.state.here = points[-1]

    return play


def _extend(player: Player, points: list[Point]) -> None:
    """Go on from the current point, in a path only: outside it, lines fill nothing."""
    if player.in_path:
        if not player.path:
            player.path.append([player.place(*player.state.here)])
        if len(player.path[-1]) < MOST_POINTS:
            player.path[-1] += [player.place(x, y) for x, y in points]


def _polypolygon(*, short: bool) -> Play:
    def play(player: Player, record: bytes) -> None:
        (parts,) = struct.unpack_from("<I", record, 16)
        parts = min(parts, len(record) // 4)
        counts = struct.unpack_from(f"<{parts}I", record, 24)
        at = 24 + 4 * parts
        for count in counts:
            points = _points(record, at, count, short=short)
            player.fill("polygon", points)
            at += len(points) * (4 if short else 8)

    return play


def _save(player: Player, _: bytes) -> None:
    if len(player.saved) < 1_000:
        player.saved.append(copy(player.state))


def _restore(player: Player, record: bytes) -> None:
    (level,) = struct.unpack_from("<i", record)
    keep = max(0, len(player.saved) + level if level < 0 else level - 1)
    if keep < len(player.saved):
        player.state = player.saved[keep]
        del player.saved[keep:]


def _make_brush(player: Player, record: bytes) -> None:
    handle, style, color = struct.unpack_from("<III", record)
    player.brushes[handle] = None if style == 1 else _color(color)


def _select(player: Player, record: bytes) -> None:
    (handle,) = struct.unpack_from("<I", record)
    if handle & _STOCK_BIT:
        number = handle & ~_STOCK_BIT
        if number <= _NULL_BRUSH:
            player.state.brush = _STOCK.get(number)
    elif handle in player.brushes:
        player.state.brush = player.brushes[handle]


def _delete(player: Player, record: bytes) -> None:
    player.brushes.pop(struct.unpack_from("<I", record)[0], None)


def _set_matrix(player: Player, record: bytes) -> None:
    player.state.matrix = struct.unpack_from("<6f", record)


def _modify_matrix(player: Player, record: bytes) -> None:
    (mode,) = struct.unpack_from("<I", record, 24)
    new = struct.unpack_from("<6f", record)
    if mode == 1:
        player.state.matrix = SAME
    elif mode in (2, 3):
        old = player.state.matrix
        player.state.matrix = multiply(new, old) if mode == 2 else multiply(old, new)
    elif mode == 4:
        player.state.matrix = new


def _begin_path(player: Player, _: bytes) -> None:
    player.in_path, player.path = True, []


def _end_path(player: Player, _: bytes) -> None:
    player.in_path = False


def _fill_path(player: Player, _: bytes) -> None:
    player.fill_path()


def _move(player: Player, record: bytes) -> None:
    player.state.here = _pair(record)
    if player.in_path:
        player.path.append([player.place(*player.state.here)])


def _line(player: Player, record: bytes) -> None:
    point = _pair(record)
    _extend(player, [point])
    player.state.here = point


def _bitmap(at: int, head: int, size: int) -> Play:
    """A record with a bitmap: where its place, its four offsets and its size on paper stand."""

    def play(player: Player, record: bytes) -> None:
        x, y = _pair(record, at)
        wide, high = _pair(record, size)
        info, info_size, bits, bits_size = struct.unpack_from("<IIII", record, head)
        if not info:
            if player.state.brush is not None:  # a BitBlt without a bitmap fills with the brush
                player.fill("rectangle", [(x, y), (x + wide, y + high)])
            return
        header = record[info - 8 : info - 8 + info_size]
        image = open_bitmap(header, record[bits - 8 : bits - 8 + bits_size])
        if image is not None:
            corners = (player.place(x, y), player.place(x + wide, y + high))
            player.found.append(Figure("rectangle", corners, image))

    return play


_PLAYERS: dict[int, Play] = {
    3: _polygon(short=False),
    2: _polygon(short=False, curve=True, filled=False),
    5: _polygon(short=False, curve=True, onward=True),
    6: _polygon(short=False, onward=True),
    8: _polypolygon(short=False),
    9: _set("extent"),
    10: _set("origin"),
    11: _set("view_extent"),
    12: _set("view_origin"),
    27: _move,
    33: _save,
    34: _restore,
    35: _set_matrix,
    36: _modify_matrix,
    37: _select,
    39: _make_brush,
    40: _delete,
    42: _box("ellipse"),
    43: _box("rectangle"),
    44: _box("rectangle"),
    46: _box("ellipse"),
    47: _box("ellipse"),
    54: _line,
    59: _begin_path,
    60: _end_path,
    62: _fill_path,
    63: _fill_path,
    76: _bitmap(16, 76, 24),
    77: _bitmap(16, 76, 24),
    81: _bitmap(16, 40, 64),
    85: _polygon(short=True, curve=True, filled=False),
    86: _polygon(short=True),
    88: _polygon(short=True, curve=True, onward=True),
    89: _polygon(short=True, onward=True),
    91: _polypolygon(short=True),
    114: _bitmap(16, 76, 24),
}
