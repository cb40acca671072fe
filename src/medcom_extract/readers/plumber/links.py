"""Link annotations."""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from medcom_extract.layout.page import Link
from medcom_extract.readers.frame import Frame

__all__ = ["links_of"]


def links_of(page: PDFPage, frame: Frame) -> Iterator[Link]:
    """The links of a page that lead to a web address; broken annotations are passed over.

    pdfplumber's own ``hyperlinks`` are wrong on rotated pages and fail with the first broken one.
    """
    for annotation in list_value(page.annots or []):
        try:
            link = _link(dict_value(annotation), frame)
        except Exception:  # a broken annotation says nothing; the words are there all the same
            continue
        if link is not None:
            yield link


def _link(annotation: dict[str, Any], frame: Frame) -> Link | None:
    kind = resolve1(annotation.get("Subtype"))
    action = resolve1(annotation.get("A"))
    if not isinstance(kind, PSLiteral) or kind.name != "Link" or not isinstance(action, dict):
        return None
    target = resolve1(action.get("URI"))
    if not isinstance(target, bytes) or not target.strip():
        return None
    x0, y0, x1, y1 = (float(resolve1(edge)) for edge in list_value(annotation["Rect"]))
    return Link(*frame.box(x0, y0, x1, y1), target.decode("utf-8", "replace").strip())
