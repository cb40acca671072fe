"""Files whose XML is whole but makes no sense: a report or a typed error, never anything else."""

import io
import random
import zipfile

import pytest
from docx_building import (
    build,
    cell,
    drawing,
    paragraph,
    part,
    picture,
    png,
    read_bytes,
    row,
    run,
    shape,
    solid,
    table,
    text_box,
    zipped,
)
from lxml import etree

from medcom_extract import InternalError, MedcomError, Report, parse

BOX = text_box(paragraph("Boks") + table(row("a", "b")))
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
    '<w:listEntry w:val="Gul"/></w:ddList></w:ffData></w:fldChar></w:r>'
    '<w:r><w:instrText>HYPERLINK "https://eksempel.dk"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F04A"/>'
    '<w:footnoteReference w:id="2"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
GROUP = (
    '<w:r><w:pict><v:group style="width:10pt;height:30pt" coordsize="1000,3000">'
    '<v:oval style="left:0;top:0;width:1000;height:1000" fillcolor="red">'
    '<v:fill type="gradient" color2="blue"/></v:oval>'
    '<v:shape style="width:9pt" type="#_x0000_t96"/></v:group></w:pict></w:r>'
)
SHADED = "<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/><w:shd w:val='pct50' w:color='FF0000'/>"
BODY = (
    paragraph(
        run("Risiko", "<w:b/><w:color w:themeColor='accent1' w:themeTint='80'/><w:sz w:val='24'/>"),
        "<w:pStyle w:val='H'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>",
    )
    + table(
        row(cell("a", SHADED), "b", properties="<w:gridBefore w:val='1'/><w:tblHeader/>"),
        row(cell("", "<w:vMerge/>"), "c"),
        properties="<w:tblStyle w:val='T'/><w:tblLook w:val='04A0'/>",
    )
    + paragraph(drawing(shape(solid("00B050"), inner=BOX)) + drawing(picture("i1")))
    + paragraph(GROUP + FIELD, "<w:rPr><w:del/></w:rPr><w:outlineLvl w:val='1'/>")
    + '<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>'
)
STYLES = (
    "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/><w:basedOn w:val='H'/>"
    "<w:pPr><w:outlineLvl w:val='0'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='table' w:styleId='T'><w:tblStylePr w:type='firstRow'><w:tcPr>"
    "<w:shd w:fill='FF0000'/></w:tcPr></w:tblStylePr></w:style>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="4"/></w:lvlOverride></w:num>'
)
JUNK = ["", "-1", "0", "9" * 20, "1e400", "nan", "abc", "%1%2%9", "#", "0xFF", "1.5", "æøå", " "]


def parts() -> dict[str, str | bytes]:
    data = build(
        BODY,
        relations={"i1": ("image", "media/i.png"), "h1": ("header", "h.xml")},
        parts={"word/media/i.png": png("red"), "word/h.xml": part("hdr", paragraph("Hoved"))},
        styles=STYLES,
        numbering=NUMBERING,
        footnotes=f'<w:footnote w:id="2">{paragraph("Note")}</w:footnote>',
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


WHOLE = parts()


def disturb(root: etree._Element, chance: random.Random) -> None:
    """Change one thing: an attribute, an element's name, its place or its text."""
    elements = list(root.iter())
    element, other = chance.choice(elements), chance.choice(elements)
    way, parent = chance.randrange(6), element.getparent()
    if way < 2 and element.attrib:
        element.set(chance.choice(sorted(map(str, element.attrib))), chance.choice(JUNK))
    elif way == 2 and parent is not None:
        parent.remove(element)
    elif way == 3:
        element.append(etree.fromstring(etree.tostring(other)))
    elif way == 4:
        element.tag = other.tag
    else:
        element.text = chance.choice(JUNK)


@pytest.mark.parametrize("seed", range(40))
def test_disturbed_files_end_in_a_report_or_a_typed_error_but_no_mistake_of_ours(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(5):
        changed = dict(WHOLE)
        for name, content in WHOLE.items():
            if name.endswith((".xml", ".rels")) and chance.random() < 0.5:
                root = etree.fromstring(content)
                for _ in range(chance.randint(1, 3)):
                    disturb(root, chance)
                changed[name] = etree.tostring(root)
        found = outcome(zipped(changed))
        assert isinstance(found, Report | MedcomError)
        assert not isinstance(found, InternalError)


def outcome(data: bytes) -> Report | MedcomError:
    try:
        document = read_bytes(data)
        return parse(document)
    except MedcomError as error:
        return error
