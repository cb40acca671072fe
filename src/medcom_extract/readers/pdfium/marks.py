"""What the marked content around a page object says, and the font of a text object."""

from ctypes import byref, c_ubyte, c_ulong, create_string_buffer

from pypdfium2 import raw

__all__ = ["actual_text", "base_font_name"]

_KEY = b"ActualText"
_UTF16 = b"\xfe\xff"


def actual_text(handle: int) -> str:
    """The replacement text (/ActualText) of a page object; "" where it has none.

    The bytes are decoded here: pdfium's own string value drops soft hyphens.
    """
    stock = raw.FPDF_PAGEOBJECT.from_buffer(c_ulong(handle))
    for index in range(raw.FPDFPageObj_CountMarks(stock)):
        mark = raw.FPDFPageObj_GetMark(stock, index)
        size = c_ulong()
        raw.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, None, 0, byref(size))
        if not size.value:
            continue
        buffer = (c_ubyte * size.value)()
        raw.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, buffer, size, byref(size))
        data = bytes(buffer)
        if data.startswith(_UTF16):
            return data[2:].decode("utf-16-be", "replace")
        return data.decode("latin-1")
    return ""


def base_font_name(font: int) -> str:
    """The name of a font as the file gives it; "" where there is none."""
    if not font:
        return ""
    stock = raw.FPDF_FONT.from_buffer(c_ulong(font))
    buffer = create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(stock, buffer, 256)
    return buffer.value.decode("utf-8", "replace")
