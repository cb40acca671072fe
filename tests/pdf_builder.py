"""A tiny PDF writer: content streams written by hand, a correct xref table, nothing else.

    pdf("BT /F1 10 Tf 20 100 Td (Hej) Tj ET")

Font F1 is Helvetica and F2 is Helvetica-Bold, both in WinAnsi.  Text in strings is Latin-1.
"""

from collections.abc import Sequence

__all__ = ["assemble", "pdf", "stream", "text"]

_FONT = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
_FIRST_EXTRA = 7


def text(words: str, x: float = 20, y: float = 100, size: float = 10, font: str = "F1") -> str:
    """Operators that write words with their baseline at a point."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET "


def stream(attributes: str, data: str | bytes) -> bytes:
    """A stream object, unfiltered."""
    body = data.encode("latin-1") if isinstance(data, str) else data
    return f"<<{attributes}/Length {len(body)}>>stream\n".encode() + body + b"\nendstream"


def pdf(
    *contents: str,
    page: str = "/MediaBox[0 0 200 200]",
    resources: str = "",
    objects: Sequence[str | bytes] = (),
    info: str = "",
) -> bytes:
    """A document with a page for each content.

    ``page`` is added to the page objects, ``resources`` to their resources; ``objects`` are
    further objects, numbered from 7.
    """
    first_page = _FIRST_EXTRA + len(objects)
    kids = " ".join(f"{first_page + 2 * i} 0 R" for i in range(len(contents)))
    found: list[str | bytes] = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>",
        f"<</Font<</F1 4 0 R/F2 5 0 R>>{resources}>>",
        _FONT.format("Helvetica"),
        _FONT.format("Helvetica-Bold"),
        f"<<{info}>>",
        *objects,
    ]
    for index, content in enumerate(contents):
        number = first_page + 2 * index + 1
        found.append(f"<</Type/Page/Parent 2 0 R{page}/Resources 3 0 R/Contents {number} 0 R>>")
        found.append(stream("", content))
    return assemble(found, "/Info 6 0 R")


def assemble(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A file of objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        data = body.encode("latin-1") if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n".encode()
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()
