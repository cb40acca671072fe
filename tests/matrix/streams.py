"""A drawing as hand-made content streams that imitate Microsoft Word's PDF.

Each line is a text object, borders are thin filled boxes drawn cell by cell, a row is cut between
two lines wherever the page ends, the header row is drawn again, and the hyphen of a word that was
broken by the program shares its word's object, while a typed one has an object of its own.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .drawing import Beside, Block, Break, Cell, Drawing, Heading, Line, Table
from .marks import Palette
from .stream_marks import MARKS, Objects, StreamMarks, tone
from .typesetting import Piece, break_text, pdf_string, text_width

__all__ = ["MARKS", "UNDRAWN", "write_streams"]

UNDRAWN = ("nested table", "side by side", "headings, two columns")
"""Layouts that this typesetter cannot draw."""

_MARGIN = 50.0
_SIZES = (20.0, 14.0, 12.0, 10.5)


@dataclass(frozen=True)
class Slug:
    """A line of a cell or of the body: its height, what is drawn, where it begins."""

    height: float
    pieces: tuple[Piece, ...] = ()
    size: float = 10.0
    indent: float = 0.0
    bullet: bool = False
    light: str | None = None
    underline: bool = False
    after: float = 0.0


class _Writer:
    def __init__(self, drawing: Drawing, mark: str, palette: Palette):
        self.drawing, self.style = drawing, drawing.style
        self.objects = Objects()
        for name, font in (("F1", "Helvetica"), ("F2", "Helvetica-Bold")):
            body = f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
            self.objects.name("Font", name, partial(self.objects.add, body))
        self.marks = StreamMarks(mark, palette, self.objects)
        self.pages: list[tuple[float, float, list[str]]] = []
        self.turned = self.style.landscape
        self.new_page()

    def new_page(self) -> None:
        wide, high = (612.0, 792.0) if self.style.letter else (595.3, 841.9)
        if self.turned:
            wide, high = high, wide
        self.pages.append((wide, high, []))
        self.y = high - _MARGIN
        self.width = wide - 2 * _MARGIN

    def put(self, operators: str) -> None:
        self.pages[-1][2].append(operators)

    def slugs(self, line: Line, width: float, *, bold: bool = False) -> list[Slug]:
        """A paragraph as lines; the last one carries the gap below."""
        size = self.style.size - 0.04
        indent = 14.0 if line.kind == "bullet" else 0.0
        strong = bold or (line.kind == "label" and self.style.bold_labels)
        text = line.text + (":" if line.kind == "label" and not self.style.bold_labels else "")
        runs = [(line.lead, "F2")] if line.lead else []
        runs.append((text, "F2" if strong else "F1"))
        made = break_text(runs, size, width - indent, hyphens=self.style.hyphens)
        underline = line.kind == "track"
        slugs = [
            Slug(size * 1.22, tuple(pieces), size, indent, line.kind == "bullet" and not at,
                 underline=underline) for at, pieces in enumerate(made)
        ]  # fmt: skip
        last = slugs[-1]
        slugs[-1] = Slug(last.height, last.pieces, last.size, last.indent, last.bullet,
                         underline=underline, after=self.style.gap)  # fmt: skip
        return slugs

    def draw(self, slug: Slug, x: float, width: float) -> None:
        """Draw a line at the pen's height, which it leaves alone."""
        if slug.light:
            self.put(self.marks.draw(slug.light, x + width / 2, self.y))
            return
        base, left = self.y - slug.size * 0.95, x + slug.indent
        if slug.bullet:
            self.put(self._show("•", "F1", slug.size, x + 3, base))
        for piece in slug.pieces:
            self.put(self._show(piece.text, piece.font, slug.size, left, base))
            left += text_width(piece.text, piece.font, slug.size)
        if slug.underline:
            self.put(
                f"{x + slug.indent:.2f} {base - 1.5:.2f} {left - x - slug.indent:.2f} 0.5 re f*"
            )

    def _show(self, text: str, font: str, size: float, x: float, y: float) -> str:
        place = f"/{font} {size:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm"
        return f"BT {place} [{pdf_string(text)}] TJ ET"

    def flow(self, slugs: list[Slug], width: float) -> None:
        for slug in slugs:
            if self.y - slug.height < _MARGIN:
                self.new_page()
            self.draw(slug, _MARGIN, width)
            self.y -= slug.height + slug.after

    def heading(self, block: Heading) -> None:
        size = _SIZES[block.level]
        if block.level == 1 and self.style.bold_sections:
            size = self.style.size
        if self.y < _MARGIN + 90:
            self.new_page()
        self.y -= 6
        for pieces in break_text([(block.text, "F2")], size, self.width - 40, hyphens=False):
            self.draw(Slug(size * 1.22, tuple(pieces), size), _MARGIN, self.width)
            if block.light:
                end = _MARGIN + sum(text_width(p.text, p.font, size) for p in pieces)
                self.put(self.marks.draw(block.light, end + 25, self.y + 2))
            self.y -= size * 1.22
        self.y -= 4

    def cell(self, cell: Cell, width: float) -> list[Slug]:
        inner = width - 2 * self.style.pad[1]
        slugs: list[Slug] = []
        if cell.light and self.marks.mark not in ("shading", "pale shading"):
            slugs.append(Slug(self.marks.height, light=cell.light))
        for line in cell.lines:
            if isinstance(line, Table):
                raise TypeError("tables in cells are not drawn")
            slugs += self.slugs(line, inner, bold=cell.bold)
        return slugs

    def table(self, table: Table) -> None:
        widths = [w * self.width / sum(table.widths) for w in table.widths]
        header = tuple(
            Cell(tuple(Line(part) for part in text.split("\n")), bold=True) for text in table.header
        )
        if header:
            self.row(header, widths, (), {})
        open_cells: dict[int, int] = {}
        for at, row in enumerate(table.rows):
            self.striped = self.style.rules == "zebra" and at % 2 == 1
            self.row(row, widths, header if self.style.repeat else (), open_cells)
        self.striped = False
        self.y -= 12

    striped = False

    def row(
        self, row: tuple[Cell, ...], widths: list[float], header: tuple[Cell, ...],
        open_cells: dict[int, int],
    ) -> None:  # fmt: skip
        """A row, cut where the page ends; its header row is drawn again on the next."""
        places: list[tuple[float, float, Cell, list[Slug], bool]] = []
        column, waiting, x = 0, list(row), _MARGIN
        while column < len(widths):
            held = open_cells.get(column, 0)
            cell = Cell() if held else waiting.pop(0)
            open_cells[column] = held - 1 if held else cell.rows - 1
            wide = sum(widths[column : column + cell.columns])
            places.append((x, wide, cell, self.cell(cell, wide), held > 0))
            x += wide
            column += cell.columns
        least = max((s[0].height for _, _, _, s, _ in places if s), default=0.0)
        if self.y - least - 2 * self.style.pad[0] < _MARGIN:
            self.new_page()
            if header:
                self.row(header, widths, (), {})
        while True:
            rest = self._part(places)
            if not any(slugs for _, _, _, slugs, _ in rest):
                break
            places = rest
            self.new_page()
            if header:
                self.row(header, widths, (), {})

    def _part(
        self, places: list[tuple[float, float, Cell, list[Slug], bool]]
    ) -> list[tuple[float, float, Cell, list[Slug], bool]]:
        """Draw what of a row fits on the page; give back what is left."""
        top, down = self.y, self.style.pad[0]
        taken = [self._fitting(slugs, top - down) for _, _, _, slugs, _ in places]
        deep = max((sum(s.height + s.after for s in got) for got in taken), default=0.0)
        bottom = top - max(deep, self.style.size * 1.22) - 2 * down
        for (x, wide, cell, _, held), got in zip(places, taken, strict=True):
            self._box(x, wide, top, bottom, cell, open_top=held)
            own = sum(s.height + s.after for s in got)
            self.y = top - down - ((deep - own) / 2 if self.style.middle else 0)
            for slug in got:
                pad = self.style.pad[1]
                self.draw(slug, x + pad, wide - 2 * pad)
                self.y -= slug.height + slug.after
        self.y = bottom
        return [
            (x, wide, cell, slugs[len(got) :], held)
            for (x, wide, cell, slugs, held), got in zip(places, taken, strict=True)
        ]

    def _fitting(self, slugs: list[Slug], y: float) -> list[Slug]:
        got: list[Slug] = []
        for slug in slugs:
            y -= slug.height
            if y < _MARGIN and got:
                break
            y -= slug.after
            got.append(slug)
        return got

    def _box(
        self, x: float, wide: float, top: float, bottom: float, cell: Cell, *, open_top: bool
    ) -> None:
        """Shading and borders of a cell, as filled boxes."""
        fill = self.marks.shading(cell.light) if cell.light else None
        if cell.fill:
            red, green, blue = bytes.fromhex(cell.fill)
            fill = (red, green, blue)
        if fill is None and self.striped:
            fill = (238, 242, 248)
        if fill:
            self.put(f"q {tone(fill)} {x:.2f} {bottom:.2f} {wide:.2f} {top - bottom:.2f} re f* Q")
        rules = self.style.rules
        if rules in ("zebra", "none"):
            return
        sides = [] if open_top else [(x, top, wide, 0.48)]
        sides.append((x, bottom, wide, 0.48))
        if rules == "full":
            sides += [(x, bottom, 0.48, top - bottom), (x + wide, bottom, 0.48, top - bottom)]
        if cell.rows > 1 or open_top:
            sides = [s for s in sides if s[1] != bottom or s[3] != 0.48]
        for left, low, across, high in sides:
            self.put(f"{left:.2f} {low:.2f} {across:.2f} {high:.2f} re f*")

    def block(self, block: Block) -> None:
        if isinstance(block, Break):
            if block.landscape is not None:
                self.turned = block.landscape
            self.new_page()
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, Heading):
            self.heading(block)
        elif isinstance(block, Beside):
            raise TypeError("tables side by side are not drawn")
        elif block.text:
            self.flow(self.slugs(block, self.width), self.width)


def write_streams(drawing: Drawing, mark: str, palette: Palette, path: Path) -> Path:
    writer = _Writer(drawing, mark, palette)
    for block in drawing.blocks:
        writer.block(block)
    path.write_bytes(_assemble(writer, drawing.truth.title))
    return path


def _assemble(writer: _Writer, title: str) -> bytes:
    objects = writer.objects
    resources = objects.add(objects.dictionary())
    parent = len(objects.bodies) + 2 * len(writer.pages) + 1
    kids = []
    for wide, high, operators in writer.pages:
        content = objects.stream("", "\n".join(operators).encode("latin-1"))
        kids.append(objects.add(
            f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {wide} {high}] "
            f"/Resources {resources} 0 R /Contents {content} 0 R >>"
        ))  # fmt: skip
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.add(f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>")
    root = objects.add(f"<< /Type /Catalog /Pages {parent} 0 R /Lang (da-DK) >>")
    maker = "Microsoft\\256 Word for Microsoft 365"
    info = objects.add(f"<< /Title {pdf_string(title)} /Producer ({maker}) /Creator ({maker}) >>")
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects.bodies, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(places) + 1
    trailer = f"trailer << /Size {count} /Root {root} 0 R /Info {info} 0 R >>"
    tail = f"{trailer}\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {count}\n0000000000 65535 f \n{table}{tail}".encode("latin-1")
