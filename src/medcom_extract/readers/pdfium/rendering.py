"""What a picture or an area of a page looks like, as pixels from pdfium's renderer."""

from ctypes import byref, string_at
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from medcom_extract.document import Box, Patch

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["Renderer"]

PIXELS = 48
"""Side in pixels of the square that an area of a page is drawn into."""

MOST_AREAS = 400
"""Areas drawn for one page; each walks the whole page (about a millisecond)."""


class Renderer:
    """Looks at one open page; None of the methods raise, () means that nothing could be seen."""

    def __init__(self, document: Any, page: Any):
        self._document = document
        self._page = page
        self._left = MOST_AREAS
        self._last: tuple[Box, Image.Image] | None = None

    def image(self, handle: Any) -> tuple[Patch, ...]:
        """The palette of a picture alone, its masks applied."""
        bitmap = raw.FPDFImageObj_GetRenderedBitmap(self._document, self._page, handle)
        if not bitmap:
            return ()
        try:
            return _palette(_pixels(bitmap))
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def area(self, box: Box) -> tuple[Patch, ...]:
        """The palette of an area of the shown page, with all that is drawn there."""
        image = self._view(box)
        return _palette(image) if image is not None else ()

    def paints(self, handle: Any, box: Box, color: str) -> bool:
        """Whether an object shows in an area, in another colour than the one that is named."""
        image = self._view(box)
        if image is None or _palette(image)[0].color == color:
            return False
        raw.FPDFPageObj_SetIsActive(handle, False)
        try:
            without = self._draw(box)
        finally:
            raw.FPDFPageObj_SetIsActive(handle, True)
        return without is not None and without.tobytes() != image.tobytes()

    def _view(self, box: Box) -> "Image.Image | None":
        """An area of the page as it is; one that is asked for again is not drawn again."""
        if self._last is not None and self._last[0] == box:
            return self._last[1]
        image = self._draw(box)
        if image is not None:
            self._last = (box, image)
        return image

    def _draw(self, box: Box) -> "Image.Image | None":
        """An area of the page on white; None once too many were drawn."""
        if self._left <= 0:
            return None
        self._left -= 1
        bitmap = raw.FPDFBitmap_CreateEx(PIXELS, PIXELS, raw.FPDFBitmap_BGRx, None, 0)
        if not bitmap:
            return None
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, PIXELS, PIXELS, 0xFFFFFFFF)
            wide, high = PIXELS / (box[2] - box[0]), PIXELS / (box[3] - box[1])
            matrix = raw.FS_MATRIX(wide, 0, 0, high, -box[0] * wide, -box[1] * high)
            clip = raw.FS_RECTF(0, 0, PIXELS, PIXELS)
            raw.FPDF_RenderPageBitmapWithMatrix(bitmap, self._page, byref(matrix), byref(clip), 0)
            return _pixels(bitmap)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)


def _pixels(bitmap: Any) -> "Image.Image":
    from PIL import Image

    width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
    stride = raw.FPDFBitmap_GetStride(bitmap)
    layout, mode = {
        raw.FPDFBitmap_Gray: ("L", "L"),
        raw.FPDFBitmap_BGR: ("BGR", "RGB"),
        raw.FPDFBitmap_BGRx: ("BGRX", "RGB"),
    }.get(raw.FPDFBitmap_GetFormat(bitmap), ("BGRA", "RGBA"))
    data = string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    return Image.frombytes(mode, (width, height), data, "raw", layout, stride, 1)


def _palette(image: "Image.Image") -> tuple[Patch, ...]:
    from medcom_extract.readers.pixels import palette

    return palette(image)
