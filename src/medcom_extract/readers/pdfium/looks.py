"""What the text objects of a page look like: font, size, weight, colour, direction."""

import struct
from array import array
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from ctypes import byref, c_int, create_string_buffer
from dataclasses import dataclass, field
from itertools import repeat
from struct import iter_unpack

from medcom_extract.readers import fonts
from medcom_extract.readers.frame import Frame
from medcom_extract.readers.look import Look
from medcom_extract.readers.pdfium import bindings

__all__ = ["Look", "Looks", "Wardrobe", "paints_of"]

_INVISIBLE = 3
_CLIP_ONLY = 7
_STROKED = (1, 2, 5, 6)

_MATRIX = struct.Struct("4f")
_MATRICES = f"{_MATRIX.size}s8x"
"""The first four numbers of matrices in a row; the last two say where an object stands."""

_INK = struct.Struct("4I")
"""A paint: red, green, blue, opacity."""

_BLACK = array("I", (0, 0, 0, 255))

Paint = tuple[int, int, bytes]
"""Font, render mode and ink of a text object, as pdfium gives them."""


def paints_of(handles: Collection[int]) -> Iterator[Paint]:
    """What the fewest calls tell of text objects: all but their sizes and directions."""
    room = _BLACK * len(handles)  # which is what an object keeps whose paint cannot be told
    to = bindings.places_in(room)
    deque(map(bindings.fill_color, handles, to[::4], to[1::4], to[2::4], to[3::4]), maxlen=0)
    return zip(
        map(bindings.text_font, handles),
        map(bindings.render_mode, handles),
        [ink for (ink,) in iter_unpack("16s", room)],
        strict=True,
    )


_Style = tuple[Paint, float, bytes]
"""Paint, size and matrix, as pdfium gives them."""


@dataclass(slots=True)
class Wardrobe:
    """What the pages of one document share: names and flags of fonts, and looks by style for each
    way a page may be turned.
    """

    fonts: dict[int, tuple[str, int]] = field(default_factory=dict)
    looks: dict[int, dict[_Style, Look]] = field(default_factory=lambda: defaultdict(dict))


class Looks(dict[int, Look]):
    """The looks of the text objects that ``learn`` was told of.

    Chromium makes an object of each letter; so objects that agree in all that is asked of pdfium
    share one record.  ``seen`` are all objects of which characters were looked at.
    """

    def __init__(self, text_page: int, frame: Frame, wardrobe: Wardrobe):
        super().__init__()
        self._page = text_page
        self._frame = frame
        self._fonts = wardrobe.fonts
        self.seen: set[int] = set()
        self._known = wardrobe.looks[frame.turns]

    def learn(self, handles: Sequence[int], indexes: Sequence[int]) -> None:
        """Find out about text objects; a character of each is given."""
        fresh = {
            handle: index
            for handle, index in zip(handles, indexes, strict=True)
            if handle not in self
        }
        self.seen.update(fresh)
        known = self._known
        for handle, style in zip(fresh, self._styles(fresh), strict=True):
            look = known.get(style)
            if look is None:
                look = known[style] = self._read(style, fresh[handle])
            self[handle] = look

    def _styles(self, places: dict[int, int]) -> Iterable[_Style]:
        """The styles of text objects, each given with a character of it."""
        page, indexes = repeat(self._page), places.values()
        room, to = bindings.numbers("f", 6 * len(places))
        deque(map(bindings.char_matrix, page, indexes, to[::6]), maxlen=0)
        return zip(
            paints_of(places),
            map(bindings.font_size, page, indexes),
            [data for (data,) in iter_unpack(_MATRICES, room)],
            strict=True,
        )

    def _read(self, style: _Style, index: int) -> Look:
        (font, mode, ink), points, place = style
        a, b, c, d = _MATRIX.unpack(place)
        red, green, blue, alpha = _INK.unpack(ink)
        color = f"#{red:02x}{green:02x}{blue:02x}"
        name, flags = self._font(font, index)
        return Look(
            size=round(points * ((c**2 + d**2) ** 0.5 or 1.0), 2),
            font=name,
            bold=fonts.is_bold(name, flags) or (mode in _STROKED and mode != 1),
            italic=fonts.is_italic(name, flags),
            color=None if color == "#000000" else color,
            hidden=mode in (_INVISIBLE, _CLIP_ONLY) or alpha == 0,
            angle=self._frame.direction(a, b) if a or b else 0,
        )

    def _font(self, font: int, index: int) -> tuple[str, int]:
        """Name and flags of a font that a character is set in."""
        known = self._fonts.get(font) if font else None
        if known is None:
            buffer, flags = create_string_buffer(256), c_int()
            bindings.font_info(self._page, index, buffer, 256, byref(flags))
            known = (fonts.plain_name(buffer.value.decode("utf-8", "replace")), flags.value)
            if font:
                self._fonts[font] = known
        return known
