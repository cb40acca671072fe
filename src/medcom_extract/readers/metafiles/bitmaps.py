"""Bitmaps inside metafiles: a BMP file without its file header."""

import struct

from PIL import Image

from medcom_extract.readers.pixels import open_image, sample

__all__ = ["open_bitmap", "split_bitmap"]

_OLD_HEADER = 12


def open_bitmap(header: bytes, bits: bytes) -> Image.Image | None:
    """A device-independent bitmap as a small RGBA image; None where it cannot be read.

    ``header`` is the information header with its colour table, ``bits`` the pixels.
    """
    if len(header) < _OLD_HEADER:
        return None
    offset = 14 + len(header)
    file = struct.pack("<2sIHHI", b"BM", offset + len(bits), 0, 0, offset)
    image = open_image(file + header + bits)
    return sample(image) if image is not None else None


def split_bitmap(data: bytes) -> tuple[bytes, bytes]:
    """A packed bitmap parted into its header (with colour table) and its pixels."""
    (size,) = struct.unpack_from("<I", data)
    if size == _OLD_HEADER:
        (depth,) = struct.unpack_from("<H", data, 10)
        colors = 3 * (1 << depth if depth <= 8 else 0)
    else:
        depth, compression = struct.unpack_from("<HI", data, 14)
        (used,) = struct.unpack_from("<I", data, 32)
        colors = 4 * (used or (1 << depth if depth <= 8 else 0))
        colors += 12 if compression == 3 and size == 40 else 0
    return data[: size + colors], data[size + colors :]
