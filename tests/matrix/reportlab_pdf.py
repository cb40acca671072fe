"""A drawing by ReportLab: tables that split rows, marks as vectors, pictures and glyphs."""

import io
import shutil
import subprocess
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from PIL import Image as PillowImage
from reportlab.graphics.shapes import Circle, Rect
from reportlab.graphics.shapes import Drawing as Sketch
from reportlab.lib.colors import CMYKColor, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import (
    Table as FlowTable,
)

from .drawing import Beside, Block, Break, Cell, Drawing, Heading, Line, Table
from .marks import INKS, NEUTER, PICTURES, WORDS, Palette, draw_picture
from .printing import MissingProgramError

__all__ = ["MARKS", "write_reportlab"]

MARKS = (
    *PICTURES, "traffic light", "circle", "outlined circle", "square", "shading", "pale shading",
    "dot", "box glyph", "word", "neuter word", "coloured word", "word in shading", "cmyk",
)  # fmt: skip

_FONTS = {
    "Text": "Liberation Sans:regular", "Text-Bold": "Liberation Sans:bold",
    "Signs": "DejaVu Sans:book",
}  # fmt: skip


@cache
def _register_fonts() -> None:
    finder = shutil.which("fc-match")
    if not finder:
        raise MissingProgramError("fc-match (fontconfig) is not installed")
    for name, pattern in _FONTS.items():
        command = [finder, "-f", "%{file}", pattern]
        file = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily("Text", normal="Text", bold="Text-Bold")


class _Writer:
    def __init__(self, drawing: Drawing, mark: str, palette: Palette):
        self.drawing, self.style, self.mark, self.palette = drawing, drawing.style, mark, palette
        size = self.style.size - 0.5
        hyphenate = {"hyphenationLang": "da_DK", "embeddedHyphenation": 1}
        self.text = ParagraphStyle(
            "text", fontName="Text", fontSize=size, leading=size * 1.25,
            spaceAfter=self.style.gap, alignment=TA_JUSTIFY if self.style.justify else 0,
            **(hyphenate if self.style.hyphens else {}),
        )  # fmt: skip
        self.bold = ParagraphStyle(
            "bold", self.text, fontName="Text-Bold", hyphenationLang="", splitLongWords=0
        )
        self.label = ParagraphStyle("label", self.bold, keepWithNext=1)
        self.bullet = ParagraphStyle("bullet", self.text, leftIndent=12, bulletFontName="Text")
        self.center = ParagraphStyle("center", self.text, alignment=TA_CENTER, hyphenationLang="")
        paper = LETTER if self.style.letter else A4
        self.paper = {False: paper, True: landscape(paper)}
        self.width = self.paper[self.style.landscape][0] - 100

    def line(self, line: Line) -> Flowable:
        text = escape(line.text)
        if line.kind == "bullet":
            return Paragraph(text, self.bullet, bulletText="•")
        if line.kind == "lead":
            return Paragraph(f"<b>{escape(line.lead)}</b> {text}", self.text)
        if line.kind == "label":
            bold = self.style.bold_labels
            return Paragraph(text if bold else text + ":", self.label if bold else self.text)
        return Paragraph(f"<u>{text}</u>" if line.kind == "track" else text, self.text)

    def heading(self, block: Heading) -> list[Flowable]:
        size = (20, 14, 12, 10.5)[block.level]
        if block.level == 1 and self.style.bold_sections:
            size = self.text.fontSize
        # ReportLab would print a word wider than its column over the text of the next one.
        widest = max(pdfmetrics.stringWidth(w, "Text-Bold", size) for w in block.text.split())
        size *= min(1.0, self.width / widest)
        style = ParagraphStyle(
            "heading", self.bold, fontSize=size, leading=size * 1.25, spaceBefore=6, keepWithNext=1,
            alignment=0,
        )  # fmt: skip
        if not block.light:
            return [Paragraph(escape(block.text), style)]
        mark = self.light(block.light)
        row = FlowTable(
            [[Paragraph(escape(block.text), style), mark]], colWidths=[self.width - 90, 90]
        )
        row.keepWithNext = 1
        return [row]

    def light(self, light: str) -> Any:
        hue = HexColor(f"#{self.palette.hue(light)}")
        if self.mark in PICTURES:
            return self._picture(light)
        if self.mark in ("circle", "outlined circle", "cmyk", "square", "traffic light"):
            return self._sketch(light, hue)
        words = {"word": WORDS, "neuter word": NEUTER, "word in shading": WORDS}
        if self.mark in words:
            return Paragraph(words[self.mark][light], self.center)
        tint = f'color="#{self.palette.hue(light)}"'
        if self.mark == "coloured word":
            return Paragraph(f"<b><font {tint}>{WORDS[light]}</font></b>", self.center)
        if self.mark in ("dot", "box glyph"):
            sign = "●" if self.mark == "dot" else "■"
            style = ParagraphStyle("sign", self.center, leading=20)
            return Paragraph(f'<font name="Signs" size="16" {tint}>{sign}</font>', style)
        return ""

    def _picture(self, light: str) -> Image:
        data = draw_picture(self.mark, light, self.palette)
        size = (16, 40) if self.mark == "traffic light picture" else (18, 18)
        if PICTURES[self.mark] == "GIF":
            stream = io.BytesIO()
            PillowImage.open(io.BytesIO(data)).convert("RGB").save(stream, "PNG")
            data = stream.getvalue()
        ImageReader(io.BytesIO(data))
        return Image(io.BytesIO(data), *size)

    def _sketch(self, light: str, hue: Any) -> Sketch:
        if self.mark == "traffic light":
            sketch = Sketch(16, 42)
            sketch.add(Rect(0, 0, 16, 42, rx=3, fillColor=HexColor("#222222"), strokeColor=None))
            for place, name in enumerate(("green", "yellow", "red")):
                rgb = self.palette.rgb(name)
                tone = rgb if name == light else tuple(value // 4 for value in rgb)
                fill = HexColor("#{:02x}{:02x}{:02x}".format(*tone))
                sketch.add(Circle(8, 8 + 13 * place, 5, fillColor=fill, strokeColor=None))
            return sketch
        if self.mark == "cmyk":
            hue = CMYKColor(*INKS[light])
        sketch = Sketch(18, 18)
        edge = HexColor("#333333") if self.mark == "outlined circle" else None
        if self.mark == "square":
            sketch.add(Rect(1, 2, 16, 13, fillColor=hue, strokeColor=None))
        else:
            sketch.add(Circle(9, 9, 8, fillColor=hue, strokeColor=edge))
        return sketch

    def fill(self, cell: Cell) -> str | None:
        if cell.light and self.mark in ("shading", "word in shading"):
            return self.palette.hue(cell.light)
        if cell.light and self.mark == "pale shading":
            return "".join(f"{128 + value // 2:02X}" for value in self.palette.rgb(cell.light))
        return cell.fill

    def cell(self, cell: Cell, width: float) -> Any:
        parts: list[Any] = [self.light(cell.light)] if cell.light else []
        for line in cell.lines:
            if isinstance(line, Table):
                parts.append(self.table(line, width - 12))
            elif cell.bold:
                parts.append(Paragraph(escape(line.text), self.bold))
            else:
                parts.append(self.line(line))
        return [part for part in parts if part != ""] or ""

    def table(self, table: Table, width: float | None = None) -> LongTable:
        width = width or self.width
        widths = [width * w / sum(table.widths) for w in table.widths]
        rows: list[list[Any]] = []
        looks: list[tuple[Any, ...]] = []
        if table.header:
            rows.append(
                [Paragraph(escape(h).replace("\n", "<br/>"), self.bold) for h in table.header]
            )
        open_cells: dict[int, int] = {}
        for row in table.rows:
            self._add_row(row, widths, rows, looks, open_cells)
        looks += self._rules(len(rows))
        repeat = 1 if table.header and self.style.repeat else 0
        return LongTable(
            rows, colWidths=widths, style=looks, repeatRows=repeat, splitInRow=1, hAlign="LEFT"
        )

    def _add_row(
        self, row: tuple[Cell, ...], widths: list[float], rows: list[list[Any]],
        looks: list[tuple[Any, ...]], open_cells: dict[int, int],
    ) -> None:  # fmt: skip
        made: list[Any] = []
        waiting, number = list(row), len(rows)
        while len(made) < len(widths):
            column = len(made)
            if open_cells.get(column, 0):
                open_cells[column] -= 1
                made.append("")
                continue
            cell = waiting.pop(0)
            open_cells[column] = cell.rows - 1
            end = (column + cell.columns - 1, number + cell.rows - 1)
            if cell.columns > 1 or cell.rows > 1:
                looks.append(("SPAN", (column, number), end))
            if fill := self.fill(cell):
                looks.append(("BACKGROUND", (column, number), end, HexColor(f"#{fill}")))
            made.append(self.cell(cell, sum(widths[column : column + cell.columns])))
            made += [""] * (cell.columns - 1)
        rows.append(made)

    def _rules(self, count: int) -> list[tuple[Any, ...]]:
        down, across = self.style.pad
        dark, first, last = HexColor("#444444"), (0, 0), (-1, -1)
        looks: list[tuple[Any, ...]] = [
            ("VALIGN", first, last, "MIDDLE" if self.style.middle else "TOP"),
            ("TOPPADDING", first, last, down), ("BOTTOMPADDING", first, last, down),
            ("LEFTPADDING", first, last, across), ("RIGHTPADDING", first, last, across),
        ]  # fmt: skip
        if self.style.rules == "full":
            looks.append(("GRID", first, last, 0.6, dark))
        elif self.style.rules == "lines":
            looks += [("LINEABOVE", first, last, 0.6, dark), ("LINEBELOW", first, last, 0.6, dark)]
        elif self.style.rules == "zebra":
            stripe = HexColor("#eef2f8")
            looks += [("BACKGROUND", (0, r), (-1, r), stripe) for r in range(2, count, 2)]
        return looks

    def blocks(self, blocks: tuple[Block, ...]) -> list[Any]:
        parts: list[Any] = []
        for at, block in enumerate(blocks):
            if isinstance(block, Break):
                if block.landscape is not None:
                    parts.append(NextPageTemplate("across" if block.landscape else "upright"))
                    self.width = self.paper[block.landscape][0] - 100
                parts.append(PageBreak())
            elif isinstance(block, Table):
                parts += [Spacer(1, 3), self.table(block), Spacer(1, 10)]
            elif isinstance(block, Heading):
                parts += self.heading(block)
            elif isinstance(block, Beside):
                parts.append(self.beside(block))
            elif block.text:
                parts.append(self.line(block))
            del at
        return parts

    def beside(self, block: Beside) -> FlowTable:
        whole, self.width = self.width, self.width / 2 - 15
        cells = [self.blocks(block.left), self.blocks(block.right)]
        self.width = whole
        return FlowTable(
            [cells], colWidths=[whole / 2] * 2, style=[("VALIGN", (0, 0), (-1, -1), "TOP")]
        )


def write_reportlab(drawing: Drawing, mark: str, palette: Palette, path: Path) -> Path:
    _register_fonts()
    writer = _Writer(drawing, mark, palette)
    templates = []
    for name, turned in (("upright", False), ("across", True)):
        wide, high = writer.paper[turned]
        columns = drawing.style.columns
        part = (wide - 100 - 20 * (columns - 1)) / columns
        frames = [
            Frame(50 + at * (part + 20), 50, part, high - 100, 0, 0, 0, 0) for at in range(columns)
        ]
        templates.append(PageTemplate(name, frames, pagesize=(wide, high)))
    if drawing.style.landscape:
        templates.reverse()
    writer.width = (writer.width - 20 * (drawing.style.columns - 1)) / drawing.style.columns
    document = BaseDocTemplate(
        str(path), pageTemplates=templates, title=drawing.truth.title, lang="da-DK",
        pagesize=writer.paper[drawing.style.landscape],
    )  # fmt: skip
    document.build(writer.blocks(drawing.blocks))
    return path
