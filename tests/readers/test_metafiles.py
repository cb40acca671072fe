import gzip
import io
import random
import struct

import pytest
from PIL import Image

from medcom_extract.document import Patch
from medcom_extract.readers.pixels import palette_of_bytes

RED, GREEN, DARK = 0x0000FF, 0x50B000, 0x262626
"""COLORREF: blue, green, red."""


def record(kind: int, form: str = "", *values: float) -> bytes:
    body = struct.pack(f"<{form}", *values)
    return struct.pack("<II", kind, 8 + len(body)) + body


def emf(*records: bytes) -> bytes:
    body = struct.pack("<8i", 0, 0, 100, 100, 0, 0, 1000, 1000) + b" EMF" + bytes(44)
    return (
        struct.pack("<II", 1, 8 + len(body))
        + body
        + b"".join(records)
        + record(14, "III", 0, 16, 20)
    )


def brush(handle: int, color: int, style: int = 0) -> bytes:
    return record(39, "IIII", handle, style, color, 0) + record(37, "I", handle)


def ellipse(*box: int) -> bytes:
    return record(42, "4i", *box)


def rectangle(*box: int) -> bytes:
    return record(43, "4i", *box)


def polygon16(kind: int, *points: int) -> bytes:
    return record(kind, f"4iI{len(points)}h", 0, 0, 0, 0, len(points) // 2, *points)


def colors(data: bytes) -> list[str]:
    return [patch.color for patch in palette_of_bytes(data)]


CIRCLE = (100, 50, 100, 78, 78, 100, 50, 100, 22, 100, 0, 78, 0, 50, 0, 22, 22, 0, 50, 0)

DRAWN = [
    ellipse(0, 0, 100, 100),
    rectangle(0, 0, 100, 100),
    record(44, "6i", 0, 0, 100, 100, 5, 5),
    polygon16(86, 0, 0, 100, 0, 50, 100),
    record(3, "4iI6i", 0, 0, 0, 0, 3, 0, 0, 100, 0, 50, 100),
    record(91, "4iIII8h", 0, 0, 0, 0, 1, 4, 4, 0, 0, 100, 0, 100, 100, 0, 100),
    record(8, "4iIII6i", 0, 0, 0, 0, 1, 3, 3, 0, 0, 100, 0, 50, 100),
    record(59)
    + record(27, "2i", 50, 0)
    + polygon16(88, *CIRCLE[2:], 70, 0, 100, 22)
    + record(61)
    + record(60)
    + record(62, "4i", 0, 0, 0, 0),
    record(59)
    + record(27, "2i", 0, 0)
    + record(54, "2i", 90, 0)
    + polygon16(89, 90, 90, 0, 90)
    + record(60)
    + record(63, "4i", 0, 0, 0, 0),
    record(33) + brush(9, RED) + record(34, "i", -1) + ellipse(0, 0, 9, 9),
]


@pytest.mark.parametrize("shape", DRAWN)
def test_a_shape_of_an_enhanced_metafile_has_its_brushes_colour(shape: bytes) -> None:
    assert colors(emf(brush(1, GREEN), shape)) == ["#00b050"]


def test_the_null_brush_paints_nothing() -> None:
    null = record(37, "I", 0x80000005)

    assert colors(emf(null, ellipse(0, 0, 9, 9), brush(1, RED), ellipse(0, 0, 9, 9))) == ["#ff0000"]
    assert colors(emf(brush(1, RED, style=1), ellipse(0, 0, 9, 9))) == []


def test_a_traffic_light_shows_which_lamp_is_lit() -> None:
    data = emf(
        brush(1, DARK),
        rectangle(0, 0, 100, 300),
        brush(2, 0x000050),
        ellipse(10, 10, 90, 90),
        brush(3, 0x005050),
        ellipse(10, 110, 90, 190),
        brush(4, GREEN),
        ellipse(10, 210, 90, 290),
    )
    patches = {patch.color: patch for patch in palette_of_bytes(data)}

    assert patches["#00b050"].y == pytest.approx(5 / 6, abs=0.02)
    assert patches["#500000"].y == pytest.approx(1 / 6, abs=0.02)


def test_transforms_place_the_shapes() -> None:
    data = emf(
        record(9, "2i", 100, 100),
        record(11, "2i", 200, 200),
        brush(1, RED),
        ellipse(0, 0, 100, 100),
        record(36, "6fI", 1, 0, 0, 1, 0, 100, 2),
        brush(2, GREEN),
        ellipse(0, 0, 100, 100),
    )
    patches: dict[str, Patch] = {patch.color: patch for patch in palette_of_bytes(data)}

    assert patches["#ff0000"].y == pytest.approx(0.25, abs=0.02)
    assert patches["#00b050"].y == pytest.approx(0.75, abs=0.02)


def bitmap(color: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), color).save(file, "BMP")
    return file.getvalue()[14:]


def test_a_bitmap_in_an_enhanced_metafile_is_read() -> None:
    dib = bitmap("#00b050")
    fixed = struct.pack("<4i2i2i2i", 0, 0, 9, 9, 0, 0, 0, 0, 8, 8)
    offsets = struct.pack("<4I", 80, 40, 120, len(dib) - 40)
    body = fixed + offsets + struct.pack("<IIii", 0, 0xCC0020, 9, 9) + dib

    assert colors(emf(struct.pack("<II", 81, 8 + len(body)) + body)) == ["#00b050"]


def plus(kind: int, flags: int, body: bytes) -> bytes:
    return struct.pack("<HHII", kind, flags, 12 + len(body), len(body)) + body


def comment(*records: bytes) -> bytes:
    body = b"EMF+" + b"".join(records)
    return struct.pack("<III", 70, 12 + len(body), len(body)) + body


SOLID = plus(0x4008, 0x0101, struct.pack("<III", 0xDBC01002, 0, 0xFF00B050))
PLUS = [
    plus(0x400E, 0x8000, struct.pack("<I4f", 0xFF00B050, 0, 0, 9, 9)),
    plus(0x400E, 0xC000, struct.pack("<I4h", 0xFF00B050, 0, 0, 9, 9)),
    SOLID + plus(0x400A, 0, struct.pack("<II4f", 1, 1, 0, 0, 9, 9)),
    SOLID + plus(0x400C, 0, struct.pack("<II6f", 1, 3, 0, 0, 9, 0, 4, 9)),
    SOLID
    + plus(0x4008, 0x0302, struct.pack("<III6f", 0xDBC01002, 3, 0, 0, 0, 9, 0, 4, 9))
    + plus(0x4014, 0x0002, struct.pack("<I", 1)),
]


@pytest.mark.parametrize("records", PLUS)
def test_newer_records_are_read_where_there_are_no_others(records: bytes) -> None:
    assert colors(emf(comment(records))) == ["#00b050"]


def old(kind: int, *words: int) -> bytes:
    return struct.pack(f"<IH{len(words)}h", 3 + len(words), kind, *words)


def wmf(*records: bytes, placeable: bool = True) -> bytes:
    head = b"\xd7\xcd\xc6\x9a" + bytes(18) if placeable else b""
    fixed = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0)
    return head + fixed + b"".join(records) + struct.pack("<IH", 3, 0)


def old_brush(red: int, green: int, blue: int, slot: int, style: int = 0) -> bytes:
    body = struct.pack("<HBBBBH", style, red, green, blue, 0, 0)
    return struct.pack("<IH", 7, 0x02FC) + body + old(0x012D, slot)


OLD = [
    old(0x0418, 100, 100, 0, 0),
    old(0x041B, 100, 100, 0, 0),
    old(0x061C, 5, 5, 100, 100, 0, 0),
    old(0x0324, 3, 0, 0, 100, 0, 50, 100),
    old(0x0538, 1, 3, 0, 0, 100, 0, 50, 100),
]


@pytest.mark.parametrize("placeable", [True, False])
@pytest.mark.parametrize("shape", OLD)
def test_a_shape_of_an_old_metafile_has_its_brushes_colour(shape: bytes, placeable: bool) -> None:
    pen = old(0x02FA, 0, 1, 0, 0, 0)
    data = wmf(pen, old_brush(0, 176, 80, 1), shape, placeable=placeable)

    assert colors(data) == ["#00b050"]


def test_a_freed_place_in_the_object_table_is_used_again() -> None:
    data = wmf(
        old_brush(255, 0, 0, 0), old(0x01F0, 0), old_brush(0, 176, 80, 0), old(0x0418, 9, 9, 0, 0)
    )

    assert colors(data) == ["#00b050"]


def test_a_bitmap_in_an_old_metafile_is_read() -> None:
    dib = bitmap("#ff0000")
    body = struct.pack("<IH8h", 0xCC0020, 0, 8, 8, 0, 0, 9, 9, 0, 0) + dib
    data = wmf(struct.pack("<IH", 3 + len(body) // 2, 0x0F43) + body)

    assert colors(data) == ["#ff0000"]


def test_a_packed_metafile_is_unpacked() -> None:
    assert colors(gzip.compress(emf(brush(1, GREEN), ellipse(0, 0, 9, 9)))) == ["#00b050"]


def test_damaged_metafiles_end_without_an_error() -> None:
    chance = random.Random(7)
    whole = [
        emf(brush(1, GREEN), *DRAWN, comment(*PLUS)),
        wmf(old_brush(0, 176, 80, 0), *OLD),
    ]
    for data in whole:
        for _ in range(150):
            broken = bytearray(data[: chance.randrange(len(data))])
            for _ in range(6):
                if broken[90:]:
                    broken[chance.randrange(90, len(broken))] = chance.randrange(256)
            assert isinstance(palette_of_bytes(bytes(broken)), tuple)
