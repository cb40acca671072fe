"""The colours of a picture in a PDF, decoded with pdfminer and Pillow."""

import hashlib
import io
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.psparser import PSLiteral

from medcom_extract.document import Box, Patch
from medcom_extract.readers.plumber.colours import GRAY, ColourSpace, hex_of, space_of

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["digest_of", "palette_of_stream"]

MOST_PIXELS = 4_000_000
"""A picture that is shown smaller than a mark and has more is not decoded."""

_SAMPLE = 40
"""Pixels along a side that are looked at, as many as the palette is made of."""


def digest_of(stream: PDFStream) -> str:
    """A digest of the picture's data as it stands in the file; equal for equal pictures."""
    data = stream.get_rawdata()
    if data is None:
        data = stream.get_data()
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def palette_of_stream(
    stream: PDFStream, spaces: dict[str, Any], ink: str, part: Box | None = None
) -> tuple[Patch, ...]:
    """The palette of a picture, its mask applied; () where it cannot be decoded.

    ``spaces`` are the colour spaces of the resources, ``ink`` the colour that a stencil is
    painted in, ``part`` the shares of width and height within which it is seen.
    """
    from medcom_extract.readers.pixels import palette

    try:
        image = _decode(stream, spaces, ink)
        if image is not None and part is not None:
            x0, top, x1, bottom = part
            wide, high = image.size
            image = image.crop(
                (round(x0 * wide), round(top * high), round(x1 * wide), round(bottom * high))
            )
        return palette(image) if image is not None else ()
    except Exception:  # decoders of broken pictures raise almost anything
        return ()


def _decode(stream: PDFStream, spaces: dict[str, Any], ink: str) -> "Image.Image | None":
    from PIL import Image

    if _get(stream, "ImageMask", "IM") is True:
        stencil = _stencil(stream)
        return _with_alpha(Image.new("RGB", stencil.size, ink), stencil) if stencil else None
    image = _colours(stream, spaces)
    if image is None:
        return None
    alpha = _mask_of(stream)
    return _with_alpha(image.convert("RGB"), alpha) if alpha is not None else image.convert("RGB")


def _with_alpha(image: "Image.Image", alpha: "Image.Image") -> "Image.Image":
    from PIL import Image

    size = (max(image.width, alpha.width), max(image.height, alpha.height))
    result = image.resize(size, Image.Resampling.NEAREST).convert("RGBA")
    result.putalpha(alpha.resize(size, Image.Resampling.NEAREST).convert("L"))
    return result


def _mask_of(stream: PDFStream) -> "Image.Image | None":
    soft = resolve1(stream.get("SMask"))
    if isinstance(soft, PDFStream):
        return _colours(soft, {}, GRAY)
    hard = resolve1(stream.get("Mask"))
    return _stencil(hard) if isinstance(hard, PDFStream) else None


def _stencil(stream: PDFStream) -> "Image.Image | None":
    """A one-bit mask as opacity: 0 paints unless the decode array turns it round."""
    from PIL import Image, ImageChops

    size = _size(stream)
    if size is None:
        return None
    data = stream.get_data().ljust(size[1] * ((size[0] + 7) // 8), b"\0")
    image = Image.frombytes("1", size, data).convert("L")
    decode = _get(stream, "Decode", "D")
    turned = bool(decode) and float(resolve1(list_value(decode)[0])) == 1.0
    return image if turned else ImageChops.invert(image)


def _colours(
    stream: PDFStream, spaces: dict[str, Any], otherwise: ColourSpace | None = None
) -> "Image.Image | None":
    from PIL import Image

    coding = [filter_.name for filter_, _ in stream.get_filters() if isinstance(filter_, PSLiteral)]
    data = stream.get_data()
    space = space_of(_get(stream, "ColorSpace", "CS"), spaces) or otherwise
    if coding and coding[-1] in ("DCTDecode", "DCT", "JPXDecode"):
        image: Image.Image = Image.open(io.BytesIO(data), formats=("JPEG", "JPEG2000"))
        if image.mode == "CMYK":
            return _of_inks(image)
        return image if _size(stream) is not None else None
    if coding and coding[-1] in ("JBIG2Decode",):
        return None
    size = _size(stream)
    if size is None or space is None:
        return None
    return _of_samples(stream, data, size, space)


def _of_inks(image: "Image.Image") -> "Image.Image":
    """A JPEG of inks; Pillow has turned Adobe's inverted ones round already."""
    small = image.resize((_SAMPLE, _SAMPLE), 0)
    space = space_of(PSLiteral("DeviceCMYK"))
    assert space is not None
    return _painted(small.size, small.tobytes(), space, [(0.0, 1.0)] * 4)


def _of_samples(
    stream: PDFStream, data: bytes, size: tuple[int, int], space: ColourSpace
) -> "Image.Image | None":
    """Raw samples, picked down to what the palette needs."""
    bits = int(_get(stream, "BitsPerComponent", "BPC") or 8)
    wide = space.components
    row = (size[0] * wide * bits + 7) // 8
    if bits not in (1, 2, 4, 8, 16) or len(data) < row * size[1]:
        return None
    picked = bytearray()
    columns = [
        (2 * i + 1) * size[0] // (2 * min(size[0], _SAMPLE)) for i in range(min(size[0], _SAMPLE))
    ]
    rows = [
        (2 * i + 1) * size[1] // (2 * min(size[1], _SAMPLE)) for i in range(min(size[1], _SAMPLE))
    ]
    for y in rows:
        line = data[y * row : (y + 1) * row]
        for x in columns:
            picked += bytes(_sample(line, x * wide + i, bits) for i in range(wide))
    limits, highest = _limits(stream, space, bits), (1 << min(bits, 8)) - 1
    return _painted((len(columns), len(rows)), bytes(picked), space, limits, highest)


def _sample(line: bytes, index: int, bits: int) -> int:
    if bits >= 8:
        return line[index * bits // 8]
    at = index * bits
    return line[at // 8] >> (8 - bits - at % 8) & ((1 << bits) - 1)


def _limits(stream: PDFStream, space: ColourSpace, bits: int) -> list[tuple[float, float]]:
    """What the lowest and the highest sample of each component stand for."""
    decode = _get(stream, "Decode", "D")
    if decode:
        numbers = [float(resolve1(part)) for part in list_value(decode)]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    if space.name == "Indexed":
        return [(0.0, float((1 << bits) - 1))]
    return list(space.ranges) or [(0.0, 1.0)] * space.components


def _painted(
    size: tuple[int, int],
    samples: bytes,
    space: ColourSpace,
    limits: list[tuple[float, float]],
    highest: int = 255,
) -> "Image.Image":
    from PIL import Image

    wide, known = space.components, dict[bytes, bytes]()
    pixels = bytearray()
    for at in range(0, len(samples), wide):
        entry = samples[at : at + wide]
        if entry not in known:
            values = [
                low + value / highest * (high - low)
                for value, (low, high) in zip(entry, limits, strict=True)
            ]
            shade = space.shade(values)
            known[entry] = bytes.fromhex(hex_of(shade)[1:] + "ff") if shade else b"\0\0\0\0"
        pixels += known[entry]
    return Image.frombytes("RGBA", size, bytes(pixels))


def _size(stream: PDFStream) -> tuple[int, int] | None:
    """Width and height in pixels; None for none and for too many."""
    width, height = (int(_get(stream, *names) or 0) for names in (("Width", "W"), ("Height", "H")))
    return (width, height) if 0 < width * height <= MOST_PIXELS and width > 0 else None


def _get(stream: PDFStream, *names: str) -> Any:
    return resolve1(stream.get_any(names))
