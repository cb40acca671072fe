# ruff: noqa: E501 - markup reads better unbroken
"""Word files: one package made by python-docx, one written part by part."""

import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from .drawing import Drawing
from .marks import Palette
from .word_marks import Picture, WordMarks
from .word_xml import NAMESPACES, Dialect, write_body

__all__ = ["write_docx", "write_raw_docx"]

_TYPES = {
    "png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "emf": "image/x-emf",
    "wmf": "image/x-wmf", "svg": "image/svg+xml",
}  # fmt: skip
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_STYLED = Dialect(("Title", "Heading1", "Heading2", "Heading3"), '<w:pStyle w:val="ListBullet"/>')
_DIRECT = Dialect(
    None, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>|<w:ind w:left="360" w:hanging="260"/>'
)  # fmt: skip
_HYPHENATE = "<w:autoHyphenation/>"


def write_docx(drawing: Drawing, mark: str, palette: Palette, path: Path) -> Path:
    """A file of python-docx, headings and lists in its template's styles."""
    body = write_body(drawing, WordMarks(mark, palette), _STYLED)
    document: Any = Document()
    own = parse_xml(body.xml)
    old = document.element.body
    for child in list(old):
        old.remove(child)
    for child in list(own):
        old.append(child)
    for picture in body.pictures:
        _add_part(document, picture)
    settings = document.settings.element
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    hyphenation = parse_xml(f'<w:autoHyphenation xmlns:w="{space}"/>')
    settings.find(f"{{{space}}}defaultTabStop").addnext(hyphenation)
    document.core_properties.title = drawing.truth.title
    document.save(str(path))
    return path


def _add_part(document: Any, picture: Picture) -> None:
    kind = _TYPES[picture.name.rpartition(".")[2]]
    name = PackURI(f"/word/media/{picture.name}")
    part = Part(name, kind, picture.data, document.part.package)
    document.part.rels.add_relationship(f"{_OFFICE}/image", part, picture.rid)


def write_raw_docx(drawing: Drawing, mark: str, palette: Palette, path: Path) -> Path:
    """A file of the fewest parts, everything formatted directly; body text in content controls."""
    body = write_body(drawing, WordMarks(mark, palette), _DIRECT)
    inner = body.xml[body.xml.index(">") + 1 : body.xml.rindex("</w:body>")]
    parts = {
        "[Content_Types].xml": _content_types(body.pictures),
        "_rels/.rels": _relations((("rId1", "officeDocument", "word/document.xml"),)),
        "word/document.xml": f"{_XML}<w:document {NAMESPACES}><w:body>{inner}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            (
                ("rId1", "numbering", "numbering.xml"),
                ("rId2", "settings", "settings.xml"),
                ("rId3", "theme", "theme/theme1.xml"),
                *((p.rid, "image", f"media/{p.name}") for p in body.pictures),
            )
        ),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": f"{_XML}<w:settings {NAMESPACES}>{_HYPHENATE}</w:settings>",
        "word/theme/theme1.xml": _theme(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
        for picture in body.pictures:
            package.writestr(f"word/media/{picture.name}", picture.data)
    path.write_bytes(stream.getvalue())
    return path


def _content_types(pictures: list[Picture]) -> str:
    endings = {p.name.rpartition(".")[2] for p in pictures}
    defaults = "".join(f'<Default Extension="{e}" ContentType="{_TYPES[e]}"/>' for e in endings)
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{word}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"), ("numbering", "numbering"), ("settings", "settings"),
        )
    )  # fmt: skip
    theme = '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}{theme}</Types>'
    )


def _relations(entries: tuple[tuple[str, str, str], ...]) -> str:
    rows = "".join(
        f'<Relationship Id="{rid}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for rid, kind, target in entries
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _numbering() -> str:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    kinds = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    uses = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f"{_XML}<w:numbering {NAMESPACES}>{kinds}{uses}</w:numbering>"


def _theme() -> str:
    hues = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
        "accent2": "C00000", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
        "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
    }  # fmt: skip
    colors = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in hues.items())
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    scheme = f'<a:clrScheme name="Office">{colors}</a:clrScheme>'
    return f'{_XML}<a:theme xmlns:a="{space}" name="Office"><a:themeElements>{scheme}</a:themeElements></a:theme>'
