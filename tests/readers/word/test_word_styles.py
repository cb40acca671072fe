import pytest
from docx_building import first, first_table, paragraph, part, read, row, run, table

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:rFonts w:asciiTheme="minorHAnsi"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Projekt"><w:name w:val="Projektnavn"/>'
    '<w:basedOn w:val="Overskrift1"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Tynd"><w:name w:val="Tynd"/>'
    '<w:basedOn w:val="Overskrift1"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Staerk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring2"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Ring2"><w:name w:val="Ring2"/>'
    '<w:basedOn w:val="Ring"/></w:style>'
)

BOLD = [
    ("", "", False),
    ("", "<w:b/>", True),
    ("", '<w:b w:val="0"/>', False),
    ("", '<w:b w:val="false"/>', False),
    ('<w:pStyle w:val="Overskrift1"/>', "", True),
    ('<w:pStyle w:val="Overskrift1"/>', '<w:b w:val="0"/>', False),
    ('<w:pStyle w:val="Tynd"/>', "", False),
    ("", '<w:rStyle w:val="Staerk"/>', True),
    ('<w:pStyle w:val="Overskrift1"/>', '<w:rStyle w:val="Staerk"/>', False),
    ('<w:pStyle w:val="Ring"/>', "", False),
    ("", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", False),
]

ROLES = [
    ("Overskrift1", "heading 1", "", ("heading", 1)),
    ("Rubrik", "Overskrift 2", "", ("heading", 2)),
    ("Heading3", "", "", ("heading", 3)),
    ("Titel", "Title", "", ("title", None)),
    ("Undertitel", "Undertitel", "", ("subtitle", None)),
    ("Billedtekst", "caption", "", ("caption", None)),
    ("Egen", "Min overskrift", '<w:outlineLvl w:val="3"/>', ("heading", 4)),
    ("Egen", "Brød", '<w:outlineLvl w:val="9"/>', (None, None)),
    ("TOC1", "toc 1", '<w:outlineLvl w:val="0"/>', (None, None)),
    ("Indholdsfortegnelse1", "", "", (None, None)),
    ("Heading12", "Heading12", "", (None, None)),
]


@pytest.mark.parametrize(("style", "properties", "bold"), BOLD)
def test_bold_is_settled_through_the_chain(style: str, properties: str, bold: bool) -> None:
    document = read(paragraph(run("Risiko", properties), style), styles=STYLES)

    assert first(document).bold is bold


@pytest.mark.parametrize(("identity", "name", "outline", "expected"), ROLES)
def test_role_and_level_come_from_the_style(
    identity: str, name: str, outline: str, expected: tuple[str | None, int | None]
) -> None:
    named = f'<w:name w:val="{name}"/>' if name else ""
    inner = f"{named}<w:pPr>{outline}</w:pPr>"
    styles = f'<w:style w:type="paragraph" w:styleId="{identity}">{inner}</w:style>'
    found = first(read(paragraph("Data", f'<w:pStyle w:val="{identity}"/>'), styles=styles))

    assert (found.role, found.level) == expected


def test_without_a_styles_part_the_style_id_tells_the_role() -> None:
    found = first(read(paragraph("Data", '<w:pStyle w:val="Overskrift2"/>')))

    assert (found.role, found.level) == ("heading", 2)


def test_a_style_based_on_a_heading_is_a_heading() -> None:
    found = first(read(paragraph("Data", '<w:pStyle w:val="Projekt"/>'), styles=STYLES))

    assert (found.role, found.level, found.size) == ("heading", 3, 18.0)


def test_an_outline_level_of_its_own_makes_a_paragraph_a_heading() -> None:
    found = first(read(paragraph("Data", '<w:outlineLvl w:val="1"/>'), styles=STYLES))

    assert (found.role, found.level, found.size) == ("heading", 2, 11.0)


THEME = (
    "<a:themeElements><a:clrScheme><a:accent6><a:srgbClr val='00B050'/></a:accent6>"
    "<a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1></a:clrScheme>"
    "<a:fontScheme><a:minorFont><a:latin typeface='Calibri'/></a:minorFont></a:fontScheme>"
    "</a:themeElements>"
)

COLORS = [
    ('<w:color w:val="FFC000"/>', "#ffc000"),
    ('<w:color w:val="auto"/>', None),
    ('<w:color w:val="000000"/>', None),
    ('<w:color w:val="123456" w:themeColor="accent6"/>', "#00b050"),
    ('<w:color w:val="123456" w:themeColor="accent6" w:themeShade="80"/>', "#005828"),
    ('<w:color w:val="123456" w:themeColor="accent6" w:themeTint="80"/>', "#57ffa4"),
    ('<w:color w:val="123456" w:themeColor="ukendt"/>', "#123456"),
]


@pytest.mark.parametrize(("properties", "expected"), COLORS)
def test_colours_follow_the_theme(properties: str, expected: str | None) -> None:
    theme = part("x", "").replace("<w:x", "<a:theme").replace("</w:x>", f"{THEME}</a:theme>")
    document = read(
        paragraph(run("●", properties)),
        styles=STYLES,
        relations={"t1": ("theme", "theme1.xml")},
        parts={"word/theme1.xml": theme},
    )
    (found,) = first(document).runs

    assert (found.color, found.font) == (expected, "Calibri")


def test_the_table_style_makes_its_header_row_bold() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="Gitter"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
        "</w:rPr></w:tblStylePr></w:style>"
    )
    body = table(
        row("Projekt"),
        row("Advis"),
        properties='<w:tblStyle w:val="Gitter"/><w:tblLook w:val="04A0"/>',
    )
    cells = first_table(read(body, styles=styles)).cells

    assert [one.paragraphs[0].bold for one in cells] == [True, False]


def test_a_paragraph_style_may_shade_its_paragraphs() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Groen"><w:name w:val="Grøn"/>'
        '<w:pPr><w:shd w:val="clear" w:fill="00B050"/></w:pPr></w:style>'
    )
    shaded = read(paragraph(run("Kort"), '<w:pStyle w:val="Groen"/>'), styles=styles)
    cleared = '<w:pStyle w:val="Groen"/><w:shd w:val="nil"/>'

    assert [mark.palette[0].color for mark in first(shaded).marks] == ["#00b050"]
    assert first(read(paragraph(run("Kort"), cleared), styles=styles)).marks == ()
