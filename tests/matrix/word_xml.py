# ruff: noqa: E501 - markup reads better unbroken
"""A drawing as WordprocessingML: the body that both Word producers put in their packages."""

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from .drawing import Beside, Block, Break, Cell, Drawing, Heading, Line, Table
from .word_marks import Picture, WordMarks

__all__ = ["Body", "Dialect", "write_body"]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_BORDERS = {
    "full": "top left bottom right insideH insideV", "lines": "top bottom insideH",
    "zebra": "", "none": "",
}  # fmt: skip


@dataclass(frozen=True)
class Dialect:
    """``headings`` are the style ids of level 0 to 3, or None for direct formatting."""

    headings: tuple[str, str, str, str] | None
    bullet: str


@dataclass
class Body:
    """The body's XML and the pictures that it points to, by relationship id."""

    xml: str = ""
    pictures: list[Picture] = field(default_factory=list)


class _Writer:
    def __init__(self, drawing: Drawing, marks: WordMarks, dialect: Dialect):
        self.drawing, self.style, self.marks, self.dialect = drawing, drawing.style, marks, dialect
        self.width = 15400 if self._across() else 10000

    def _across(self) -> bool:
        return self.style.landscape

    def run(self, text: str, look: str = "") -> str:
        size = round(self.style.size * 2)
        pieces = text.split("\n")
        inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(p)}</w:t>' for p in pieces)
        lang = f'<w:lang w:val="{"da-DK" if self.drawing.language == "da" else "en-GB"}"/>'
        fonts = f'<w:rFonts w:ascii="{self.style.font}" w:hAnsi="{self.style.font}"/>'
        before, underline = look.replace("<U/>", ""), "<w:u w:val='single'/>" * ("<U/>" in look)
        props = f'{fonts}{before}<w:sz w:val="{size}"/>{underline}{lang}'
        return f"<w:r><w:rPr>{props}</w:rPr>{inner}</w:r>"

    def paragraph(self, inner: str, props: str = "", *, gap: float | None = None) -> str:
        after = round((self.style.gap if gap is None else gap) * 20)
        justify = '<w:jc w:val="both"/>' if self.style.justify and "w:jc" not in props else ""
        head, tail = [*props.split("|"), ""][:2]
        spacing = f'<w:spacing w:before="0" w:after="{after}"/>'
        return f"<w:p><w:pPr>{head}{spacing}{justify}{tail}</w:pPr>{inner}</w:p>"

    def line(self, line: Line) -> str:
        if line.kind == "bullet":
            return self.paragraph(self.run(line.text), self.dialect.bullet)
        if line.kind == "lead":
            return self.paragraph(self.run(line.lead + " ", "<w:b/>") + self.run(line.text))
        if line.kind == "label":
            bold = self.style.bold_labels
            text = line.text if bold else line.text + ":"
            return self.paragraph(self.run(text, "<w:b/>" if bold else ""), "<w:keepNext/>")
        if line.kind == "track":
            return self.paragraph(self.run(line.text, "<U/>"), "<w:keepNext/>")
        return self.paragraph(self.run(line.text))

    def heading(self, block: Heading) -> str:
        mark = ""
        if block.light:
            mark = self.run(" ") + self.marks.inline(block.light)
        if block.level == 1 and self.style.bold_sections:
            return self.paragraph(self.run(block.text, "<w:b/>") + mark, "<w:keepNext/>")
        if self.dialect.headings is not None:
            style = f'<w:pStyle w:val="{self.dialect.headings[block.level]}"/>'
            text = f'<w:r><w:t xml:space="preserve">{escape(block.text)}</w:t></w:r>'
            return f"<w:p><w:pPr>{style}</w:pPr>{text}{mark}</w:p>"
        size = (40, 28, 24, 21)[block.level]
        look = f'<w:b/><w:sz w:val="{size}"/>'
        text = f"<w:r><w:rPr>{look}</w:rPr><w:t>{escape(block.text)}</w:t></w:r>"
        return self.paragraph(text + mark, "<w:keepNext/>")

    def cell(self, cell: Cell, width: int, *, merge: str = "", stripe: str = "") -> str:
        fill = cell.fill or stripe
        props = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        props += f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        props += merge
        shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        inner = ""
        if cell.light:
            shading = self.marks.shading(cell.light) or shading
            inner = self.paragraph(self.marks.inline(cell.light), '|<w:jc w:val="center"/>')
        props += shading + ('<w:vAlign w:val="center"/>' if self.style.middle else "")
        for line in cell.lines:
            if isinstance(line, Table):
                inner += self.table(line, width - 300)
            elif cell.bold:
                inner += self.paragraph(self.run(line.text, "<w:b/>"))
            else:
                inner += self.line(line)
        if (not cell.lines and not cell.light) or (
            cell.lines and isinstance(cell.lines[-1], Table)
        ):
            inner += self.paragraph("")
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"

    def table(self, table: Table, width: int | None = None) -> str:
        width = width or self.width
        widths = [w * width // sum(table.widths) for w in table.widths]
        rules = _BORDERS[self.style.rules].split()
        borders = "".join(f'<w:{e} w:val="single" w:sz="4" w:color="444444"/>' for e in rules)
        across, down = (round(pad * 20) for pad in (self.style.pad[1], self.style.pad[0]))
        pads = "".join(
            f'<w:{edge} w:w="{pad}" w:type="dxa"/>'
            for edge, pad in (("top", down), ("left", across), ("bottom", down), ("right", across))
        )
        props = (
            f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{pads}</w:tblCellMar>'
        )
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        rows = self._header(table, widths) + self._rows(table, widths)
        return f"<w:tbl><w:tblPr>{props}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _header(self, table: Table, widths: list[int]) -> str:
        if not table.header:
            return ""
        repeat = "<w:trPr><w:tblHeader/></w:trPr>" if self.style.repeat else ""
        stripe = "CFD9EA" if self.style.rules == "zebra" else ""
        cells = "".join(
            self.cell(Cell((Line(text),), bold=True), width, stripe=stripe)
            for text, width in zip(table.header, widths, strict=True)
        )
        return f"<w:tr>{repeat}{cells}</w:tr>"

    def _rows(self, table: Table, widths: list[int]) -> str:
        """The rows; a cell that spans downwards is carried on by empty ones."""
        open_cells: dict[int, int] = {}
        rows = ""
        for number, row in enumerate(table.rows):
            stripe = "EEF2F8" if self.style.rules == "zebra" and number % 2 else ""
            cells, column, waiting = "", 0, list(row)
            while column < len(widths):
                if open_cells.get(column, 0):
                    open_cells[column] -= 1
                    cells += self.cell(Cell(), widths[column], merge="<w:vMerge/>")
                    column += 1
                    continue
                cell = waiting.pop(0)
                merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                open_cells[column] = cell.rows - 1
                width = sum(widths[column : column + cell.columns])
                cells += self.cell(cell, width, merge=merge, stripe=stripe)
                column += cell.columns
            rows += f"<w:tr>{cells}</w:tr>"
        return rows

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        parts = []
        turned = self.style.landscape
        for block in blocks:
            if isinstance(block, Break):
                if block.landscape is None:
                    parts.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
                else:
                    parts.append(f"<w:p><w:pPr>{self.section(turned)}</w:pPr></w:p>")
                    turned = block.landscape
                    self.width = 15400 if turned else 10000
            elif isinstance(block, Table):
                parts.append(self.table(block) + self.paragraph(""))
            elif isinstance(block, Heading):
                parts.append(self.heading(block))
            elif isinstance(block, Beside):
                parts.append(self.beside(block))
            else:
                parts.append(self.line(block))
        return "".join(parts) + self.section(turned)

    def beside(self, block: Beside) -> str:
        """Two columns as an unruled table of two cells."""
        half = self.width // 2
        whole, self.width = self.width, half - 300
        cells = ""
        for side in (block.left, block.right):
            inner = "".join(
                self.table(b) + self.paragraph("") if isinstance(b, Table)
                else self.heading(b) if isinstance(b, Heading) else ""
                for b in side
            )  # fmt: skip
            cells += f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
        self.width = whole
        grid = f'<w:gridCol w:w="{half}"/>' * 2
        props = f'<w:tblW w:w="{whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        return (
            f"<w:tbl><w:tblPr>{props}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr>{cells}</w:tr></w:tbl>" + self.paragraph("")
        )

    def section(self, turned: bool) -> str:
        wide, high = (12240, 15840) if self.style.letter else (11906, 16838)
        if turned:
            wide, high = high, wide
        orient = ' w:orient="landscape"' if turned else ""
        columns = self.style.columns
        count = f'<w:cols w:num="{columns}" w:space="500"/>' if columns > 1 else ""
        edges = 'w:top="900" w:right="900" w:bottom="900" w:left="900" w:header="400" w:footer="400" w:gutter="0"'
        size = f'<w:pgSz w:w="{wide}" w:h="{high}"{orient}/><w:pgMar {edges}/>'
        return f"<w:sectPr>{size}{count}</w:sectPr>"


def write_body(drawing: Drawing, marks: WordMarks, dialect: Dialect) -> Body:
    """The body, its section properties last."""
    writer = _Writer(drawing, marks, dialect)
    xml = writer.blocks(drawing.blocks)
    return Body(f"<w:body {NAMESPACES}>{xml}</w:body>", marks.pictures)
