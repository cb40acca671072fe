"""What the engine asks of pdfminer's fonts."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from medcom_extract.readers import fonts

__all__ = ["Face", "FontShelf"]

_UNKNOWN = "\ufffd"
_DINGBATS = {
    0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●", 0x6E: "■", 0x73: "▲", 0x74: "▼",
    0x75: "◆", 0x77: "◗",
}  # fmt: skip


@dataclass(slots=True)
class Face:
    """A font: its look, its letters, and how wide its space is (None: it has none)."""

    font: PDFFont
    name: str
    bold: bool
    italic: bool
    letters: dict[int, str] = field(default_factory=dict)
    _codes: dict[str, int] | None = None

    def letter(self, code: int) -> str:
        """The text of a character code, "" for a code that stands for nothing."""
        known = self.letters.get(code)
        if known is None:
            known = self.letters[code] = self._read_letter(code)
        return known

    def _read_letter(self, code: int) -> str:
        if self.name == "ZapfDingbats" and getattr(self.font, "unicode_map", None) is None:
            return _read_dingbat(code)
        try:
            return self.font.to_unichr(code)
        except PDFUnicodeNotDefined:
            # As pdfium does; it keeps symbols apart although the file does not name them.
            return chr(code) if 0 < code < 0xD800 else _UNKNOWN

    def code(self, letter: str) -> int | None:
        """The character code of a letter, None where the font does not have it."""
        if self._codes is None:
            self._codes = self._read_codes()
        return self._codes.get(letter)

    def _read_codes(self) -> dict[str, int]:
        named: Any = getattr(getattr(self.font, "unicode_map", None), "cid2unichr", None)
        if self.font.is_multibyte():
            return {text: code for code, text in (named or {}).items()}
        letters: dict[str, int] = {}
        for code in range(256):
            try:
                letters.setdefault(self.font.to_unichr(code), code)
            except PDFUnicodeNotDefined:
                continue
        return letters


class FontShelf(PDFResourceManager):
    """pdfminer's store of fonts, which here keeps the names that pages know them by."""

    def __init__(self) -> None:
        super().__init__(caching=True)
        self._names: weakref.WeakKeyDictionary[PDFFont, str] = weakref.WeakKeyDictionary()
        self._faces: weakref.WeakKeyDictionary[PDFFont, Face] = weakref.WeakKeyDictionary()

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        font = super().get_font(objid, spec)
        name = resolve1(spec.get("BaseFont"))
        if isinstance(name, PSLiteral):
            self._names[font] = _text(name.name)
        return font

    def face(self, font: PDFFont) -> Face:
        """The face of a font; the same one each time."""
        face = self._faces.get(font)
        if face is None:
            name = fonts.plain_name(self._names.get(font) or "")
            flags = font.flags if isinstance(font.flags, int) else 0
            face = Face(font, name, fonts.is_bold(name, flags), fonts.is_italic(name, flags))
            self._faces[font] = face
        return face


def _read_dingbat(code: int) -> str:
    """The sign of a code in the standard font of signs, which pdfminer takes for letters.

    The codes follow Unicode's block of dingbats but for some signs that it had already (Adobe's
    list zdingbat.txt).
    """
    if code in _DINGBATS:
        return _DINGBATS[code]
    return chr(0x26E0 + code) if 0x20 < code < 0x7F else " " if code == 0x20 else _UNKNOWN


def _text(name: str | bytes) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else name
