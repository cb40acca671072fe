"""Word documents with python-docx: what both layouts share."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from making.content import Report
from making.lights import COLOURS, WORDS, draw_light
from making.markup import Item

BLUE = RGBColor(0x1F, 0x49, 0x7D)
ZIP_DATE = (2027, 1, 1, 0, 0, 0)


def start_document(report: Report) -> Any:
    """An empty A4 document in Danish with our styles, running header and page numbers."""
    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.3)
    set_styles(document)
    hyphenate(document)
    section.header.paragraphs[0].text = report.running_header
    write_page_number(section.footer.paragraphs[0])
    stamp = datetime.fromisoformat(report.period["end"]).replace(tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author, properties.language = report.title, "MedCom14", "da-DK"
    properties.created = properties.modified = stamp
    return document


def set_styles(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "da-DK")
    normal.element.get_or_add_rPr().append(language)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "da-DK")
    for name, size in (
        ("Title", 22),
        ("Subtitle", 13),
        ("Heading 1", 14),
        ("Heading 2", 12),
        ("Heading 3", 11),
    ):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), BLUE
        fonts = style.element.rPr.rFonts
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]


def hyphenate(document: Any) -> None:
    setting = OxmlElement("w:autoHyphenation")
    settings = document.settings.element
    anchor = settings.find(qn("w:defaultTabStop"))
    anchor.addnext(setting)
    setting.addnext(OxmlElement("w:doNotHyphenateCaps"))


def add_field(paragraph: Any, code: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run()
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = code
        elif kind == "text":
            run.text = "1"
            continue
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def write_page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Side ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" af ")
    add_field(paragraph, "NUMPAGES")


def add_link(paragraph: Any, url: str) -> None:
    target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    run = paragraph.add_run(url)
    run.font.color.rgb, run.font.underline = RGBColor(0x05, 0x63, 0xC1), True
    link.append(run._r)
    paragraph._p.append(link)


def write_item(document: Any, item: Item) -> None:
    """A paragraph or list item of the body, with its link if it has one."""
    paragraph = document.add_paragraph(style="List Bullet" if item.bullet else None)
    for url in item.links:
        before, _, after = item.text.partition(url)
        paragraph.add_run(before)
        add_link(paragraph, url)
        paragraph.add_run(after)
    if not item.links:
        paragraph.add_run(item.text)


def shade(cell: Any, fill: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def put_light(cell: Any, light: str | None, look: str) -> None:
    """Draws the light: disc or lamps (pictures), shading, glyph or word."""
    if light is None:
        return
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look in ("disc", "lamps"):
        size = Cm(0.75) if look == "disc" else Cm(1.5)
        paragraph.add_run().add_picture(io.BytesIO(draw_light(light, look)), height=size)
    elif look == "shading":
        shade(cell, COLOURS[light])
    elif look == "glyph":
        run = paragraph.add_run("●")
        run.font.size, run.font.name = Pt(22), "DejaVu Sans"
        run.font.color.rgb = RGBColor.from_string(COLOURS[light])
    else:
        paragraph.add_run(WORDS[light])


def add_table(document: Any, widths: tuple[float, ...], header: list[str]) -> Any:
    """A ruled table of fixed widths in cm; the header row, if any, repeats on each page."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    if header:
        row = add_row(table, widths)
        for cell, text in zip(row.cells, header, strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def add_row(table: Any, widths: tuple[float, ...]) -> Any:
    row = table.add_row()
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Cm(width)
    return row


def save_document(document: Any, path: Path) -> None:
    """Saves with one fixed date for all parts, so that the bytes repeat."""
    stream = io.BytesIO()
    document.save(stream)
    with (
        zipfile.ZipFile(stream) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
