"""The report as one HTML page with print styles, for Chromium and WeasyPrint."""

import re
from html import escape

from making.blocks import Block, list_blocks
from making.charts import write_svg_chart
from making.content import Project, Report
from making.lights import COLOURS, WORDS, write_svg_disc, write_svg_lamps
from making.markup import Item

STYLES = """
@page {{ size: A4; margin: 22mm 18mm 20mm;
  @top-left {{ content: "{header}"; font: 8pt "{font}"; color: #555; }}
  @bottom-center {{ content: "Side " counter(page) " af " counter(pages);
    font: 8pt "{font}"; color: #555; }} }}
body {{ font: 10pt/1.3 "{font}"; hyphens: auto; color: #111; margin: 0; }}
h1 {{ font-size: 21pt; color: {accent}; margin: 0 0 2mm; hyphens: manual; }}
h2 {{ font-size: 14pt; color: {accent}; break-after: avoid; margin: 6mm 0 2mm; }}
h3 {{ font-size: 12pt; color: {accent}; break-after: avoid; margin: 5mm 0 2mm; }}
h4 {{ font-size: 10.5pt; color: {accent}; break-after: avoid; margin: 4mm 0 1mm; }}
.periode {{ font-size: 13pt; color: #555; margin: 0 0 6mm; }}
p {{ margin: 0 0 1.6mm; }}  ul {{ margin: 0 0 1.6mm; padding-left: 5mm; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
thead {{ display: table-header-group; }}
th {{ text-align: left; font-weight: bold; }}
td, th {{ vertical-align: top; padding: 1.4mm 2mm; overflow-wrap: break-word; }}
.lyscelle {{ text-align: center; }}
.navn div, .navn + td div {{ min-height: 14mm; break-inside: avoid; }}
.lys {{ display: inline-block; }}
.rund {{ width: 6.5mm; height: 6.5mm; border-radius: 50%; border: 0.2mm solid #555; }}
.prik {{ font: 20pt/1 "DejaVu Sans"; }}
.hel {{ hyphens: manual; }}
.label {{ font-weight: bold; margin-top: 1mm; break-after: avoid; }}
.spor {{ text-decoration: underline; }}
.projektark {{ break-before: page; }}
.figurer {{ break-before: page; }}  .par {{ display: flex; flex-wrap: wrap; }}
figure {{ width: 46%; margin: 0 4% 6mm 0; break-inside: avoid; }}
figcaption {{ font-weight: bold; hyphens: manual; }}
"""
RULES = {
    "grid": "td, th { border: 0.25mm solid #333; }",
    "lines": "tr { border-bottom: 0.2mm solid #999; } thead tr { background: #e8eef5; }",
}
CAPITALS = re.compile(r"(?<![\w&#])([A-ZÆØÅ]{5,})(?!\w)(?![^<]*>)")
OVERVIEW = ("24%", "11%", "65%")


def write_webpage(report: Report, light: str, rules: str, font: str) -> str:
    """The whole page.

    `light` is circle, svg, lamps, glyph, shading or word; `rules` is grid or lines.
    """
    styles = STYLES.format(header=report.running_header, font=font, accent="#1f497d") + RULES[rules]
    body = (
        write_overview(report, light) if report.layout == "overview" else write_pages(report, light)
    )
    body = CAPITALS.sub(r'<span class="hel">\1</span>', body)  # no one breaks EDI-FACT
    return (
        '<!doctype html><html lang="da"><head><meta charset="utf-8">'
        f"<title>{escape(report.title)}</title>"
        f"<style>{styles}</style></head><body><h1>{escape(report.title)}</h1>"
        f'<p class="periode">{report.period["text"]}</p>{body}</body></html>'
    )


def write_items(items: list[Item]) -> str:
    """Paragraphs, and runs of list items as one list."""
    parts: list[str] = []
    for number, item in enumerate(items):
        text = escape(item.text)
        for url in item.links:
            text = text.replace(escape(url), f'<a href="{escape(url)}">{escape(url)}</a>')
        if item.bullet:
            opens = number == 0 or not items[number - 1].bullet
            closes = number + 1 == len(items) or not items[number + 1].bullet
            parts.append(f"{'<ul>' if opens else ''}<li>{text}</li>{'</ul>' if closes else ''}")
        else:
            parts.append(f"<p>{text}</p>")
    return "".join(parts)


def write_light(light: str | None, look: str) -> str:
    """A status cell."""
    if light is None:
        return "<td></td>"
    if look == "shading":
        return f'<td style="background:#{COLOURS[light]}; height: 6mm"></td>'
    marks = {
        "circle": f'<span class="lys rund" style="background:#{COLOURS[light]}"></span>',
        "glyph": f'<span class="prik" style="color:#{COLOURS[light]}">●</span>',
        "svg": write_svg_disc(light),
        "lamps": write_svg_lamps(light),
        "word": WORDS[light],
    }
    return f'<td class="lyscelle"><div>{marks[look]}</div></td>'


def write_table(widths: tuple[str, ...], header: list[str], rows: list[str]) -> str:
    columns = "".join(f'<col style="width:{width}">' for width in widths)
    head = "".join(f"<th>{escape(text)}</th>" for text in header)
    head = f"<thead><tr>{head}</tr></thead>" if header else ""
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{body}</tbody></table>"


def write_overview(report: Report, light: str) -> str:
    parts = [f"<h{n}>{escape(text)}</h{n}>" for n, text in enumerate(report.lead_headings, start=2)]
    parts += [write_items(report.intro), f"<h2>{escape(report.section_heading)}</h2>"]
    parts.append(write_items(report.after_heading))
    for section in report.sections:
        rows = [
            f'<td class="navn"><div>{escape(p.name)}</div></td>{write_light(p.light, light)}'
            f"<td>{write_blocks(list_blocks(report, p))}</td>"
            for p in section.projects
        ]
        parts += [f"<h3>{escape(section.name)}</h3>", write_table(OVERVIEW, report.columns, rows)]
    parts += ['<p style="margin-top:6mm"></p>', write_items(report.outro)]
    parts.append(f'<h2 class="figurer">{escape(report.figures_heading)}</h2><div class="par">')
    for caption in report.figures:
        parts.append(
            f"<figure>{write_svg_chart(caption)}<figcaption>{escape(caption)}</figcaption></figure>"
        )
    return "".join(parts) + "</div>"


def write_blocks(blocks: list[Block]) -> str:
    parts = []
    for number, block in enumerate(blocks):
        text = escape(block.text)
        if block.kind == "bullet":
            opens = blocks[number - 1].kind != "bullet"
            closes = number + 1 == len(blocks) or blocks[number + 1].kind != "bullet"
            parts.append(f"{'<ul>' if opens else ''}<li>{text}</li>{'</ul>' if closes else ''}")
        elif block.kind == "lead":
            parts.append(f"<p><b>{escape(block.label)}</b> {text}</p>")
        else:
            style = {"label": ' class="label"', "track": ' class="spor"'}.get(block.kind, "")
            parts.append(f"<p{style}>{text}</p>")
    return "".join(parts)


def write_pages(report: Report, light: str) -> str:
    rows = [
        f"<td>{escape(p.name)}</td>{write_light(p.light, light)}"
        f"<td>{escape(p.details['Fase'].text)}</td>"
        for p in report.projects()
    ]
    parts = [write_items(report.intro), f"<h2>{escape(report.overview_heading)}</h2>"]
    parts.append(write_table(("58%", "18%", "24%"), report.columns, rows))
    parts += ['<p style="margin-top:6mm"></p>', write_items(report.outro)]
    for section in report.sections:
        for number, project in enumerate(section.projects):
            heading = f"<h2>{escape(section.name)}</h2>" if number == 0 else ""
            page = write_page(report, project, light)
            parts.append(f'<section class="projektark">{heading}{page}</section>')
    return "".join(parts)


def write_page(report: Report, project: Project, light: str) -> str:
    labels, track = report.labels, project.tracks[0]
    keys = [
        f"<td><b>{escape(k)}</b></td><td>{escape(v.text)}</td>" for k, v in project.details.items()
    ]
    lights = "".join(
        write_light(value, light) for value in (project.light, *project.aspects.values())
    )
    risks = [
        write_cells(r.text, a.capitalize(), b.capitalize())
        for r, (a, b) in zip(track.risks, track.ratings, strict=True)
    ]
    plan = [write_cells(row.text.text, row.planned.text, row.status) for row in project.plan]
    parts = [f"<h3>{escape(project.name)}</h3>", write_table(("22%", "78%"), [], keys), "<p></p>"]
    parts.append(write_table(("25%",) * 4, ["Samlet status", *project.aspects], [lights]))
    parts.append(f"<h4>{labels['risks']}</h4>")
    parts.append(
        write_table(("60%", "20%", "20%"), ["Risiko", "Sandsynlighed", "Konsekvens"], risks)
    )
    for kind in ("achieved", "upcoming"):
        items = "".join(f"<li>{escape(item.text)}</li>" for item in track.items(kind))
        parts.append(f"<h4>{labels[kind]}</h4><ul>{items}</ul>")
    parts.append(f"<h4>{labels['plan']}</h4>")
    parts.append(write_table(("52%", "28%", "20%"), ["Milepæl", "Planlagt", "Status"], plan))
    return "".join(parts)


def write_cells(*texts: str) -> str:
    return "".join(f"<td>{escape(text)}</td>" for text in texts)
