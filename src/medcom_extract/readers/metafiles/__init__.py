"""Windows metafiles (EMF, WMF): the filled shapes and bitmaps in them, drawn small.

Pillow draws them on Windows alone.  Records are read as MS-EMF and MS-WMF describe them; pens,
text, clipping and raster operations are passed over, for a light is a filled shape or a bitmap.
"""

import gzip
import io
import struct

from PIL import Image

from medcom_extract.readers.canvas import draw_figures
from medcom_extract.readers.metafiles import emf, wmf

__all__ = ["draw_metafile"]

LARGEST = 8 * 2**20


def draw_metafile(data: bytes) -> Image.Image | None:
    """The picture, or None where the bytes are no metafile or show nothing that is understood.

    Compressed ones (EMZ, WMZ) are unpacked first.
    """
    if data[:2] == b"\x1f\x8b":
        data = _unzipped(data)
    try:
        if emf.is_emf(data):
            return draw_figures(emf.figures(data))
        if wmf.is_wmf(data):
            return draw_figures(wmf.figures(data))
    except (struct.error, ValueError, OverflowError, IndexError):
        return None
    return None


def _unzipped(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            return stream.read(LARGEST)
    except (OSError, EOFError):
        return b""
