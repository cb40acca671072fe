"""Names of the XML that Word writes, and how its attributes are read."""

from typing import TypeAlias

from lxml import etree

__all__ = [
    "MC",
    "STRICT",
    "W14",
    "A",
    "C",
    "Dgm",
    "Element",
    "M",
    "O",
    "Pic",
    "R",
    "V",
    "W",
    "Wp",
    "Wpc",
    "Wpg",
    "Wps",
    "child",
    "integer",
    "is_on",
    "value",
]

Element: TypeAlias = etree._Element

_OOXML = "http://schemas.openxmlformats.org/"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/"

W = f"{{{_OOXML}wordprocessingml/2006/main}}"
W14 = f"{{{_WORD_2010}wordml}}"
R = f"{{{_OOXML}officeDocument/2006/relationships}}"
M = f"{{{_OOXML}officeDocument/2006/math}}"
A = f"{{{_OOXML}drawingml/2006/main}}"
Pic = f"{{{_OOXML}drawingml/2006/picture}}"
C = f"{{{_OOXML}drawingml/2006/chart}}"
Dgm = f"{{{_OOXML}drawingml/2006/diagram}}"
Wp = f"{{{_OOXML}drawingml/2006/wordprocessingDrawing}}"
MC = f"{{{_OOXML}markup-compatibility/2006}}"
Wps = f"{{{_WORD_2010}wordprocessingShape}}"
Wpg = f"{{{_WORD_2010}wordprocessingGroup}}"
Wpc = f"{{{_WORD_2010}wordprocessingCanvas}}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that Word itself uses

STRICT: dict[bytes, bytes] = {
    f"http://purl.oclc.org/ooxml/{strict}".encode(): f"{_OOXML}{transitional}".encode()
    for strict, transitional in {
        "wordprocessingml/main": "wordprocessingml/2006/main",
        "officeDocument/relationships": "officeDocument/2006/relationships",
        "officeDocument/math": "officeDocument/2006/math",
        "officeDocument/extendedProperties": "officeDocument/2006/extended-properties",
        "drawingml/main": "drawingml/2006/main",
        "drawingml/picture": "drawingml/2006/picture",
        "drawingml/chart": "drawingml/2006/chart",
        "drawingml/diagram": "drawingml/2006/diagram",
        "drawingml/wordprocessingDrawing": "drawingml/2006/wordprocessingDrawing",
    }.items()
}
"""Namespaces of Strict Open XML (ISO 29500-1) and what Word writes otherwise."""

_OFF = {"0", "false", "off", "none"}


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of full names, or None where a step is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(name)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """``w:val`` of the element at the end of a path, or None."""
    found = child(element, *path)
    return None if found is None else found.get(W + "val")


def is_on(element: Element | None) -> bool | None:
    """An on/off property: None where the element is missing, True where it has no value."""
    if element is None:
        return None
    return (element.get(W + "val") or "1").lower() not in _OFF


def integer(text: str | None, default: int = 0, *, most: int = 1_000_000_000) -> int:
    """A whole number from an attribute; the default where there is none or it is none."""
    try:
        return max(-most, min(most, int(float(text)))) if text else default
    except (ValueError, OverflowError):
        return default
