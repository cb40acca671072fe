"""Word files built in memory from the XML that a test is about."""

import io
import zipfile
from collections.abc import Mapping

from PIL import Image

from medcom_extract.document import Document, Paragraph, Source, Table
from medcom_extract.readers.word import read_word

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{CONTENT_TYPE}"/></Types>'
)


def relationships(entries: Mapping[str, tuple[str, str]]) -> str:
    """A .rels part from ids to (kind, target); a target with ``://`` is external."""
    inner = ""
    for one, (kind, target) in entries.items():
        outside = ' TargetMode="External"' if "://" in target else ""
        inner += f'<Relationship Id="{one}" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inner}</Relationships>'


def part(root: str, inner: str) -> str:
    """A part with a root element of ``w:`` and all prefixes declared."""
    return f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def build(
    body: str,
    *,
    relations: Mapping[str, tuple[str, str]] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    **known: str,
) -> bytes:
    """A Word file; ``styles=...``, ``numbering=...`` and so on give the inside of those parts."""
    related = {one: (one, f"{one}.xml") for one in known} | dict(relations or {})
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": relationships({"r1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relationships(related),
            **{f"word/{one}.xml": part(one, inner) for one, inner in known.items()},
            **(parts or {}),
        }
    )


def read_bytes(data: bytes) -> Document:
    return read_word(data, Source("rapport.docx", "application/x", "0"))


def read(
    body: str,
    *,
    relations: Mapping[str, tuple[str, str]] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    **known: str,
) -> Document:
    return read_bytes(build(body, relations=relations, parts=parts, **known))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    """A paragraph of runs; a text without a tag is made into one run."""
    inner = inner if inner.startswith("<") or not inner else run(inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(inner: str, properties: str = "") -> str:
    inner = inner if inner.startswith("<") else paragraph(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    filled = "".join(one if one.startswith("<w:") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{filled}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def texts(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs()]


def first(document: Document) -> Paragraph:
    return next(document.paragraphs())


def first_table(document: Document) -> Table:
    return next(document.tables())


def png(color: str, size: tuple[int, int] = (8, 8)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, "PNG")
    return file.getvalue()


def drawing(inner: str, *, points: tuple[float, float] = (20, 20), alt: str = "") -> str:
    """A run with an inline drawing around what stands in ``a:graphicData``."""
    wide, high = (round(12_700 * side) for side in points)
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="1" name="x" descr="{alt}"/>'
        f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def frame(x: int, y: int, wide: int, high: int) -> str:
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def shape(fill: str, *, preset: str = "ellipse", place: str = "", inner: str = "") -> str:
    geometry = f'<a:prstGeom prst="{preset}"/>'
    return f"<wps:wsp><wps:spPr>{place}{geometry}{fill}</wps:spPr>{inner}</wps:wsp>"


def solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def picture(relation: str, crop: str = "", extension: str = "") -> str:
    return (
        f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}">{extension}</a:blip>{crop}'
        "</pic:blipFill><pic:spPr/></pic:pic>"
    )


def text_box(inner: str) -> str:
    return f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
