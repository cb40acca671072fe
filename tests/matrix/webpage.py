# ruff: noqa: E501 - markup reads better unbroken
"""A drawing as one HTML page, for Chromium and WeasyPrint."""

import base64
import re
from html import escape

import pyphen

from .drawing import Beside, Block, Break, Cell, Drawing, Heading, Line, Style, Table
from .marks import EMOJI, NEUTER, PICTURES, WORDS, Palette, draw_picture

__all__ = ["MARKS", "write_webpage"]

MARKS = (
    *PICTURES, "traffic light", "circle", "outlined circle", "square", "gradient", "shading",
    "pale shading", "dot", "box glyph", "emoji", "word", "neuter word", "coloured word",
    "word in shading", "word beside disc",
)  # fmt: skip

_LONG = re.compile(r"[A-Za-zæøåÆØÅ]{7,}")
_HYPHENS = pyphen.Pyphen(lang="da_DK", left=3, right=3)
_RULES = {
    "full": "td,th{border:.75pt solid #444}",
    "lines": "td,th{border-top:.75pt solid #999;border-bottom:.75pt solid #999}",
    "zebra": "tbody tr:nth-child(even){background:#eef2f8} th{background:#cfd9ea}",
    "none": "",
}
_SHEET = """
@page{{size:{paper}{turn};margin:18mm}} @page across{{size:{paper} landscape;margin:18mm}}
@page upright{{size:{paper} portrait;margin:18mm}} .across{{page:across}} .upright{{page:upright}}
body{{font:{size}pt '{font}';hyphens:{hyphens};text-align:{align};margin:0;columns:{columns}}}
table{{border-collapse:collapse;width:100%;table-layout:fixed;margin-bottom:12pt}}
td,th{{padding:{pad_y}pt {pad_x}pt;vertical-align:{valign};text-align:inherit;
overflow-wrap:break-word}}
th{{text-align:left}} td.s{{text-align:center}} p{{margin:0 0 {gap}pt}}
ul{{margin:0 0 {gap}pt;padding-left:14pt}} .label{{{weight}break-after:avoid}}
h1{{font-size:20pt;column-span:all}} h2{{font-size:14pt;break-after:avoid}}
h3{{font-size:12pt;break-after:avoid}} h4{{font-size:10.5pt;margin:6pt 0 2pt;break-after:avoid}}
.sec{{font-weight:bold;break-after:avoid}} .track{{text-decoration:underline;break-after:avoid}}
.page{{break-before:page}} {rules} .pair{{display:flex;gap:8mm}} .pair>div{{width:48%}}
"""


class Page:
    """One page in the making.  ``soft`` puts soft hyphens where a word may break."""

    def __init__(self, drawing: Drawing, mark: str, palette: Palette, *, soft: bool):
        self.drawing, self.mark, self.palette, self.soft = drawing, mark, palette, soft

    def text(self, text: str) -> str:
        if not self.soft or not self.drawing.style.hyphens:
            return escape(text)
        pieces = [
            piece if "/" in piece or piece.isupper()
            else _LONG.sub(lambda m: _HYPHENS.inserted(m[0], "\u00ad"), piece)
            for piece in text.split(" ")
        ]  # fmt: skip
        return escape(" ".join(pieces))

    def light(self, light: str | None) -> str:
        if light is None:
            return ""
        hue = f"#{self.palette.hue(light)}"
        if self.mark in PICTURES:
            return self._picture(self.mark, light)
        drawn = {
            "traffic light": lambda: self._lamps(light),
            "circle": lambda: _disc(f'fill="{hue}"'),
            "outlined circle": lambda: _disc(f'fill="{hue}" stroke="#333" stroke-width="1.5"'),
            "square": lambda: (
                f'<div style="width:18px;height:14px;background:{hue};margin:auto"></div>'
            ),
            "gradient": lambda: (
                '<div style="width:18px;height:18px;border-radius:9px;margin:auto;'
                f'background:radial-gradient(circle at 30% 30%,white,{hue} 60%)"></div>'
            ),
            "dot": lambda: f'<span style="color:{hue};font:18pt DejaVu Sans">●</span>',
            "box glyph": lambda: f'<span style="color:{hue};font:16pt DejaVu Sans">■</span>',
            "emoji": lambda: EMOJI[light],
            "word": lambda: WORDS[light],
            "neuter word": lambda: NEUTER[light],
            "coloured word": lambda: f'<b style="color:{hue}">{WORDS[light]}</b>',
            "word in shading": lambda: WORDS[light],
            "word beside disc": lambda: self._picture("flat disc", light) + " " + WORDS[light],
        }
        return drawn[self.mark]() if self.mark in drawn else ""

    def _picture(self, mark: str, light: str) -> str:
        data = draw_picture(mark, light, self.palette)
        kind = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}[PICTURES[mark]]
        code = base64.b64encode(data).decode()
        high = 40 if mark == "traffic light picture" else 20
        return f'<img style="height:{high}px" src="data:image/{kind};base64,{code}">'

    def _lamps(self, light: str) -> str:
        lamps = "".join(
            f'<circle cx="9" cy="{8 + 15 * place}" r="6" fill="{self._tone(name, light)}"/>'
            for place, name in enumerate(("red", "yellow", "green"))
        )
        body = '<rect width="18" height="46" rx="4" fill="#222"/>'
        return f'<svg width="18" height="46">{body}{lamps}</svg>'

    def _tone(self, name: str, light: str) -> str:
        rgb = self.palette.rgb(name)
        red, green, blue = rgb if name == light else (value // 4 for value in rgb)
        return f"#{red:02x}{green:02x}{blue:02x}"

    def fill(self, cell: Cell) -> str:
        color = cell.fill
        if cell.light and self.mark in ("shading", "word in shading"):
            color = self.palette.hue(cell.light)
        if cell.light and self.mark == "pale shading":
            red, green, blue = (128 + value // 2 for value in self.palette.rgb(cell.light))
            color = f"{red:02X}{green:02X}{blue:02X}"
        return f' style="background:#{color}"' if color else ""

    def line(self, line: Line) -> str:
        text = self.text(line.text)
        if line.kind == "lead":
            return f"<p><b>{self.text(line.lead)}</b> {text}</p>"
        if line.kind in ("label", "track"):
            colon = "" if line.kind == "track" or self.drawing.style.bold_labels else ":"
            return f'<p class="{line.kind}">{text}{colon}</p>'
        return f"<p>{text}</p>"

    def lines(self, lines: tuple[Line | Table, ...]) -> str:
        parts = []
        for at, line in enumerate(lines):
            if isinstance(line, Table):
                parts.append(self.table(line))
            elif line.kind == "bullet":
                before, after = lines[at - 1] if at else None, lines[at + 1 : at + 2]
                opens = not (isinstance(before, Line) and before.kind == "bullet")
                next_line = after[0] if after else None
                closes = not (isinstance(next_line, Line) and next_line.kind == "bullet")
                item = f"<li>{self.text(line.text)}</li>"
                parts.append(("<ul>" if opens else "") + item + ("</ul>" if closes else ""))
            else:
                parts.append(self.line(line))
        return "".join(parts)

    def cell(self, cell: Cell) -> str:
        spans = (f" colspan={cell.columns}" if cell.columns > 1 else "") + (
            f" rowspan={cell.rows}" if cell.rows > 1 else ""
        )
        place = ' class="s"' if not cell.lines else ""
        single = len(cell.lines) == 1 and isinstance(cell.lines[0], Line)
        inner = self.light(cell.light) + self.lines(cell.lines)
        if single and not cell.light and cell.lines[0].kind == "text":  # type: ignore[union-attr]
            inner = self.text(cell.lines[0].text)  # type: ignore[union-attr]
        if cell.bold:
            inner = f"<b>{inner}</b>"
        return f"<td{spans}{place}{self.fill(cell)}>{inner}</td>"

    def table(self, table: Table) -> str:
        total = sum(table.widths)
        columns = "".join(f'<col style="width:{100 * w / total:.1f}%">' for w in table.widths)
        head = "".join(f"<th>{self.text(h)}</th>".replace("\n", "<br>") for h in table.header)
        rows = "".join(f"<tr>{''.join(map(self.cell, row))}</tr>" for row in table.rows)
        head = f"<tr>{head}</tr>" if head else ""
        repeat = self.drawing.style.repeat
        top = f"<thead>{head}</thead><tbody>" if repeat else f"<tbody>{head}"
        return f"<table><colgroup>{columns}</colgroup>{top}{rows}</tbody></table>"

    def block(self, block: Block) -> str:
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Heading):
            return self.heading(block)
        if isinstance(block, Beside):
            return f'<div class="pair"><div>{self.blocks(block.left)}</div><div>{self.blocks(block.right)}</div></div>'
        if isinstance(block, Break):
            return ""
        return self.line(block)

    def heading(self, block: Heading) -> str:
        text = self.text(block.text) if block.level else escape(block.text)
        if block.level == 1 and self.drawing.style.bold_sections:
            return f'<p class="sec">{text}</p>'
        mark = f' <span style="display:inline-block">{self.light(block.light)}</span>'
        level = block.level + 1
        return f"<h{level}>{text}{mark if block.light else ''}</h{level}>"

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """Blocks in a row; list items next to each other are one list, breaks open a division."""
        parts: list[str] = []
        bullets: list[Line] = []
        opened = False
        for block in [*blocks, None]:
            if isinstance(block, Line) and block.kind == "bullet":
                bullets.append(block)
                continue
            if bullets:
                parts.append(self.lines(tuple(bullets)))
                bullets = []
            if isinstance(block, Break):
                turn = {None: "page", True: "across", False: "upright"}[block.landscape]
                parts.append(("</div>" if opened else "") + f'<div class="{turn}">')
                opened = True
            elif block is not None:
                parts.append(self.block(block))
        return "".join(parts) + ("</div>" if opened else "")


def _disc(look: str) -> str:
    return f'<svg width="20" height="20"><circle cx="10" cy="10" r="8.5" {look}/></svg>'


def write_webpage(drawing: Drawing, mark: str, palette: Palette, *, soft: bool) -> str:
    """The whole page.  ``soft`` is for browsers that have no Danish hyphenation of their own."""
    page = Page(drawing, mark, palette, soft=soft)
    sheet = _SHEET.format(**_look(drawing.style))
    head = f'<meta charset="utf-8"><title>{escape(drawing.truth.title)}</title>'
    return (
        f'<!DOCTYPE html><html lang="{drawing.language}"><head>{head}<style>{sheet}</style></head>'
        f"<body>{page.blocks(drawing.blocks)}</body></html>"
    )


def _look(style: Style) -> dict[str, object]:
    return {
        "paper": "letter" if style.letter else "A4",
        "turn": " landscape" if style.landscape else "",
        "size": style.size, "font": style.font, "gap": style.gap,
        "hyphens": "auto" if style.hyphens else "manual",
        "align": "justify" if style.justify else "left",
        "columns": style.columns if style.columns > 1 else "auto",
        "pad_y": style.pad[0], "pad_x": style.pad[1],
        "valign": "middle" if style.middle else "top",
        "weight": "font-weight:bold;" if style.bold_labels else "",
        "rules": _RULES[style.rules],
    }  # fmt: skip
