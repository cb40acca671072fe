"""The overview layout drawn with ReportLab; the light is a vector circle."""

import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing, Rect
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from making.blocks import Block, list_blocks
from making.charts import COLOUR, HEIGHT, WIDTH, shape_bars
from making.content import Project, Report
from making.lights import COLOURS
from making.markup import Item
from making.producers import MissingProgramError

FONTS = {"Sans": "Liberation Sans:regular", "Sans-Bold": "Liberation Sans:bold"}
WIDTHS = (40 * mm, 18 * mm, 116 * mm)


def register_fonts() -> None:
    finder = shutil.which("fc-match")
    if not finder:
        raise MissingProgramError("fc-match (fontconfig) is not installed")
    for name, pattern in FONTS.items():
        command = [finder, "-f", "%{file}", pattern]
        file = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily("Sans", normal="Sans", bold="Sans-Bold")


# Beside those of the text: a style's size, leading, space before and colour.
HEADINGS = {
    "title": (20, 25, 0, "#1f497d"),
    "h1": (14, 18, 12, "#1f497d"),
    "h2": (11.5, 15, 10, "#1f497d"),
}


def make_styles() -> dict[str, ParagraphStyle]:
    text = ParagraphStyle(
        "text",
        fontName="Sans",
        fontSize=9,
        leading=11.5,
        spaceAfter=3,
        textColor=HexColor("#111111"),
        hyphenationLang="da_DK",
        embeddedHyphenation=1,
    )
    bold = ParagraphStyle("header", text, fontName="Sans-Bold", hyphenationLang="")
    styles = {
        "text": text,
        "header": bold,
        "label": ParagraphStyle("label", bold, keepWithNext=1),
        "bullet": ParagraphStyle("bullet", text, bulletFontName="Sans", leftIndent=10),
        "period": ParagraphStyle("period", text, fontSize=12, leading=20),
    }
    for name, (size, leading, before, colour) in HEADINGS.items():
        style = ParagraphStyle(name, bold, fontSize=size, leading=leading, keepWithNext=1)
        style.spaceBefore, style.textColor = before, HexColor(colour)
        styles[name] = style
    return styles


class NumberedCanvas(Canvas):
    """Holds the pages back until their number is known: Side 2 af 9."""

    running_header = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initialFontName": "Sans"})
        self.held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - the name that ReportLab calls
        self.held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self.held, start=1):
            self.__dict__.update(state)
            self.setFont("Sans", 8)
            self.drawString(18 * mm, A4[1] - 13 * mm, self.running_header)
            self.drawCentredString(A4[0] / 2, 11 * mm, f"Side {number} af {len(self.held)}")
            super().showPage()
        super().save()


def make_reportlab(report: Report, path: Path) -> None:
    register_fonts()
    styles = make_styles()
    story: list[Any] = [
        Paragraph(report.title, styles["title"]),
        Paragraph(report.period["text"], styles["period"]),
    ]
    for style, heading in zip(("h1", "h2"), report.lead_headings, strict=True):
        story.append(Paragraph(heading, styles[style]))
    story += [write_item(item, styles) for item in report.intro]
    story.append(Paragraph(report.section_heading, styles["h1"]))
    story += [write_item(item, styles) for item in report.after_heading]
    for section in report.sections:
        story += [Paragraph(section.name, styles["h2"]), Spacer(1, 2)]
        story.append(write_table(report, section.projects, styles))
    story += [Spacer(1, 12), *(write_item(item, styles) for item in report.outro), PageBreak()]
    story += [Paragraph(report.figures_heading, styles["h1"]), draw_figures(report.figures, styles)]
    margins = {
        "leftMargin": 18 * mm,
        "rightMargin": 18 * mm,
        "topMargin": 20 * mm,
        "bottomMargin": 20 * mm,
    }
    numbered = type("ReportCanvas", (NumberedCanvas,), {"running_header": report.running_header})
    document = SimpleDocTemplate(
        str(path), pagesize=A4, title=report.title, lang="da-DK", invariant=1, **margins
    )
    document.build(story, canvasmaker=numbered)


def write_item(item: Item, styles: dict[str, ParagraphStyle]) -> Paragraph:
    text = escape(item.text)
    for url in item.links:
        text = text.replace(url, f'<a href="{url}" color="#0563c1">{url}</a>')
    return (
        Paragraph(text, styles["bullet"], bulletText="•")
        if item.bullet
        else Paragraph(text, styles["text"])
    )


def write_block(block: Block, styles: dict[str, ParagraphStyle]) -> Paragraph:
    text = escape(block.text)
    if block.kind == "bullet":
        return Paragraph(text, styles["bullet"], bulletText="•")
    if block.kind == "lead":
        return Paragraph(f"<b>{escape(block.label)}</b> {text}", styles["text"])
    return Paragraph(
        f"<u>{text}</u>" if block.kind == "track" else text,
        styles["label" if block.kind == "label" else "text"],
    )


def draw_light(light: str | None) -> Any:
    if light is None:
        return ""
    drawing = Drawing(22, 22, hAlign="CENTER")
    fill = HexColor(f"#{COLOURS[light]}")
    drawing.add(
        Circle(11, 11, 9.5, fillColor=fill, strokeColor=HexColor("#444444"), strokeWidth=0.7)
    )
    return drawing


def write_table(
    report: Report, projects: list[Project], styles: dict[str, ParagraphStyle]
) -> LongTable:
    """One section's table; rows split over pages, and the header stands only once."""
    rows: list[list[Any]] = [[Paragraph(text, styles["header"]) for text in report.columns]]
    for project in projects:
        blocks = [write_block(block, styles) for block in list_blocks(report, project)]
        rows.append(
            [Paragraph(escape(project.name), styles["text"]), draw_light(project.light), blocks]
        )
    grid = [
        ("GRID", (0, 0), (-1, -1), 0.6, HexColor("#333333")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, -1), "Sans"),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e8eef5")),
    ]
    return LongTable(rows, colWidths=WIDTHS, splitInRow=1, style=grid)


def draw_figures(captions: list[str], styles: dict[str, ParagraphStyle]) -> Table:
    cells = [[Paragraph(caption, styles["header"]), draw_chart(caption)] for caption in captions]
    rows = [cells[n : n + 2] for n in range(0, len(cells), 2)]
    return Table(
        rows, colWidths=(87 * mm, 87 * mm), style=[("BOTTOMPADDING", (0, 0), (-1, -1), 14)]
    )


def draw_chart(caption: str) -> Drawing:
    scale = 78 * mm / WIDTH
    drawing = Drawing(78 * mm, HEIGHT * scale)
    for x, y, width, height in shape_bars(caption):
        bottom = HEIGHT - y - height
        bar = Rect(x * scale, bottom * scale, width * scale, height * scale)
        bar.fillColor, bar.strokeColor = HexColor(COLOUR), None
        drawing.add(bar)
    return drawing
