"""What the marked content around a page object says."""

from ctypes import byref, c_ubyte, c_ulong

from pypdfium2 import raw

__all__ = ["actual_text"]

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
