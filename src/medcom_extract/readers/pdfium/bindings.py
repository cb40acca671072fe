"""Prototypes of our own for the pdfium functions that are called thousands of times a page.

The stock bindings of pypdfium2 take typed pointers, and making one (``ctypes.cast``) costs more
than the call itself.  These take bare addresses (``c_void_p``) and halve the time of reading.
They keep the interpreter's lock (``PYFUNCTYPE``): to give it up and take it back costs more than
most of them do.  All the rest of the reader uses ``pypdfium2.raw``.
"""

import ctypes
import operator
from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from ctypes import PYFUNCTYPE, c_double, c_int, c_uint, c_void_p
from itertools import repeat
from typing import Any

from pypdfium2 import raw

__all__ = [
    "address",
    "advances_of",
    "char_count",
    "char_matrix",
    "char_object",
    "char_origin",
    "char_unicode",
    "clip_count",
    "clip_path",
    "clip_segment",
    "clip_segments",
    "fill_color",
    "font_info",
    "font_size",
    "form_count",
    "form_object",
    "generated",
    "line_cap",
    "loose_box",
    "numbers",
    "object_bounds",
    "object_count",
    "object_matrix",
    "object_type",
    "objects_of",
    "origins_of",
    "page_object",
    "page_text",
    "path_count",
    "path_mode",
    "path_segment",
    "places_in",
    "render_mode",
    "segment_closes",
    "segment_point",
    "segment_type",
    "stroke_color",
    "stroke_width",
    "text_font",
]


def _function(name: str, result: Any, *arguments: Any) -> Any:
    pointer = ctypes.cast(getattr(raw, name), c_void_p).value
    assert pointer is not None
    return PYFUNCTYPE(result, *arguments)(pointer)


def address(handle: Any) -> int:
    """The address behind a handle of the stock bindings."""
    return ctypes.cast(handle, c_void_p).value or 0


class _Index:
    """An int that is handed on as it is: ctypes makes a C int of it, without a ``c_int`` first,
    which would cost a third of the call.
    """

    from_param = operator.index


# An address as a number, 0 for none, where ``c_void_p`` gives None.
_ADDRESS = ctypes.c_size_t

# Where pdfium writes its answer: an address as a number, or what ``byref`` gives.  Typed pointers
# here double the time of a call.
_PLACE = c_void_p
_FOUR_PLACES = [_PLACE] * 4

char_count = _function("FPDFText_CountChars", c_int, c_void_p)
char_unicode = _function("FPDFText_GetUnicode", c_uint, c_void_p, _Index)
char_object = _function("FPDFText_GetTextObject", _ADDRESS, c_void_p, _Index)
char_origin = _function("FPDFText_GetCharOrigin", c_int, c_void_p, _Index, _PLACE, _PLACE)
char_matrix = _function("FPDFText_GetMatrix", c_int, c_void_p, _Index, _PLACE)
generated = _function("FPDFText_IsGenerated", c_int, c_void_p, _Index)
loose_box = _function("FPDFText_GetLooseCharBox", c_int, c_void_p, _Index, _PLACE)
font_size = _function("FPDFText_GetFontSize", c_double, c_void_p, _Index)
font_info = _function(
    "FPDFText_GetFontInfo",
    ctypes.c_ulong,
    c_void_p,
    c_int,
    c_void_p,
    ctypes.c_ulong,
    _PLACE,
)
page_text = _function("FPDFText_GetText", c_int, c_void_p, _Index, _Index, _PLACE)
text_font = _function("FPDFTextObj_GetFont", _ADDRESS, c_void_p)
render_mode = _function("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
object_count = _function("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _function("FPDFPage_GetObject", c_void_p, c_void_p, _Index)
form_count = _function("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _function("FPDFFormObj_GetObject", c_void_p, c_void_p, ctypes.c_ulong)
object_type = _function("FPDFPageObj_GetType", c_int, c_void_p)
object_bounds = _function("FPDFPageObj_GetBounds", c_int, c_void_p, *_FOUR_PLACES)
object_matrix = _function("FPDFPageObj_GetMatrix", c_int, c_void_p, _PLACE)
fill_color = _function("FPDFPageObj_GetFillColor", c_int, c_void_p, *_FOUR_PLACES)
stroke_color = _function("FPDFPageObj_GetStrokeColor", c_int, c_void_p, *_FOUR_PLACES)
stroke_width = _function("FPDFPageObj_GetStrokeWidth", c_int, c_void_p, _PLACE)
line_cap = _function("FPDFPageObj_GetLineCap", c_int, c_void_p)
path_mode = _function("FPDFPath_GetDrawMode", c_int, c_void_p, _PLACE, _PLACE)
path_count = _function("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _function("FPDFPath_GetPathSegment", c_void_p, c_void_p, _Index)
clip_path = _function("FPDFPageObj_GetClipPath", c_void_p, c_void_p)
clip_count = _function("FPDFClipPath_CountPaths", c_int, c_void_p)
clip_segments = _function("FPDFClipPath_CountPathSegments", c_int, c_void_p, _Index)
clip_segment = _function("FPDFClipPath_GetPathSegment", c_void_p, c_void_p, _Index, _Index)
segment_type = _function("FPDFPathSegment_GetType", c_int, c_void_p)
segment_closes = _function("FPDFPathSegment_GetClose", c_int, c_void_p)
segment_point = _function("FPDFPathSegment_GetPoint", c_int, c_void_p, _PLACE, _PLACE)


def numbers(code: str, count: int) -> "tuple[array[Any], range]":
    """Room for pdfium to write numbers to, and the address of each.

    ``code`` is their type as the module ``array`` names it.  ctypes would make a class for each
    length of array, which costs more than all the calls that fill it.
    """
    room = array(code, bytes(count * array(code).itemsize))
    return room, places_in(room)


def places_in(room: "array[Any]") -> range:
    """The address of each number in an array, which must not grow while they are used."""
    start, size = room.buffer_info()[0], room.itemsize
    return range(start, start + len(room) * size, size)


# What is asked of many characters is asked in one go: ``map`` calls without a line of Python.


def objects_of(text_page: int, indexes: Iterable[int]) -> list[int]:
    """The text object of each character; 0 for one that pdfium made up."""
    return list(map(char_object, repeat(text_page), indexes))


def origins_of(text_page: int, indexes: Sequence[int]) -> tuple[list[float], list[float]]:
    """The x and y of the origin of each character, in page units."""
    points, places = numbers("d", 2 * len(indexes))
    deque(map(char_origin, repeat(text_page), indexes, places[::2], places[1::2]), maxlen=0)
    return points[::2].tolist(), points[1::2].tolist()


def advances_of(text_page: int, indexes: Sequence[int]) -> "array[Any]":
    """Left, top, right and bottom of the advance of each character, in page units, in a row."""
    edges, places = numbers("f", 4 * len(indexes))
    deque(map(loose_box, repeat(text_page), indexes, places[::4]), maxlen=0)
    return edges
