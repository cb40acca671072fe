"""The frame of a page, asked from pdfium."""

from ctypes import byref, c_float
from typing import Any

from pypdfium2 import raw

from medcom_extract.readers.frame import Affine, Frame

__all__ = ["Affine", "Frame", "frame_of"]


def frame_of(page: Any) -> Frame:
    """The frame of a pdfium page: its bounding box (crop box within media box) and rotation."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, byref(box)):
        width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        return Frame(0.0, 0.0, c_float(width).value, c_float(height).value)
    low, high = sorted((box.bottom, box.top))
    left, right = sorted((box.left, box.right))
    return Frame(left, low, right, high, raw.FPDFPage_GetRotation(page) % 4)
