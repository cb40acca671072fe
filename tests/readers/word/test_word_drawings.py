import io

import pytest
from docx_building import (
    NAMESPACES,
    drawing,
    first,
    frame,
    paragraph,
    picture,
    png,
    read,
    run,
    shape,
    solid,
    text_box,
    texts,
)
from PIL import Image

from medcom_extract.document import Mark, Picture

IMAGE = {"i1": ("image", "media/image1.png")}


def mark_of(inner: str) -> Mark:
    (found,) = first(read(paragraph(inner))).marks
    return found


def with_picture(inner: str, data: bytes) -> Mark:
    document = read(paragraph(inner), relations=IMAGE, parts={"word/media/image1.png": data})
    (found,) = first(document).marks
    return found


def scheme(transforms: str, name: str = "accent6") -> str:
    return f'<a:solidFill><a:schemeClr val="{name}">{transforms}</a:schemeClr></a:solidFill>'


FILLS = [
    (solid("FFC000"), "#ffc000"),
    (scheme(""), "#70ad47"),
    (scheme('<a:lumMod val="50000"/>'), "#385723"),
    (scheme('<a:lumMod val="60000"/><a:lumOff val="40000"/>'), "#a8d08f"),
    (scheme('<a:shade val="50000"/>'), "#385624"),
    (scheme('<a:tint val="50000"/>'), "#b8d6a3"),
    (scheme("", "bg1"), "#ffffff"),
    ('<a:solidFill><a:prstClr val="dkGreen"/></a:solidFill>', "#006400"),
    ('<a:solidFill><a:sysClr val="window" lastClr="FEFEFE"/></a:solidFill>', "#fefefe"),
    ('<a:solidFill><a:scrgbClr r="100000" g="0" b="0"/></a:solidFill>', "#ff0000"),
    ('<a:solidFill><a:hslClr hue="7200000" sat="100000" lum="50000"/></a:solidFill>', "#00ff00"),
    (
        '<a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
        "#ff8080",
    ),
    ('<a:noFill/><a:ln><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></a:ln>', "#c00000"),
]


@pytest.mark.parametrize(("fill", "color"), FILLS)
def test_a_shape_has_the_colour_of_its_fill(fill: str, color: str) -> None:
    found = mark_of(drawing(shape(fill), alt="Trafiklys"))

    assert [patch.color for patch in found.palette] == [color]
    assert (found.kind, found.outline, found.alt) == ("shape", "ellipse", "Trafiklys")
    assert (found.width, found.height) == (20, 20)


UNSEEN = [
    "<a:noFill/>",
    "<a:noFill/><a:ln><a:noFill/></a:ln>",
    '<a:solidFill><a:srgbClr val="FF0000"><a:alpha val="0"/></a:srgbClr></a:solidFill>',
    "",
]


@pytest.mark.parametrize("fill", UNSEEN)
def test_a_shape_that_cannot_be_seen_is_no_mark(fill: str) -> None:
    document = read(paragraph(run("x") + drawing(shape(fill))))

    assert first(document).marks == ()


def test_a_shape_without_a_fill_takes_its_styles() -> None:
    style = '<wps:style><a:fillRef idx="1"><a:schemeClr val="accent4"/></a:fillRef></wps:style>'

    assert mark_of(drawing(shape("", inner=style))).palette[0].color == "#ffc000"


def test_a_gradient_of_one_hue_is_one_colour() -> None:
    stops = "".join(
        f'<a:gs pos="{place}"><a:srgbClr val="{color}"/></a:gs>'
        for place, color in ((0, "00C060"), (100_000, "007030"))
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    found = mark_of(drawing(shape(fill, preset="rect")))

    assert {patch.color[1:3] for patch in found.palette} == {"00"}
    assert sum(patch.share for patch in found.palette) == pytest.approx(1, abs=0.01)


def traffic_light(*lamps: str) -> str:
    body = shape(solid("262626"), preset="roundRect", place=frame(100, 100, 100, 300))
    children = "".join(
        shape(solid(color), place=frame(110, 110 + 100 * at, 80, 80))
        for at, color in enumerate(lamps)
    )
    inside = '<a:chOff x="100" y="100"/><a:chExt cx="100" cy="300"/>'
    place = frame(0, 0, 100_000, 300_000).replace("</a:xfrm>", f"{inside}</a:xfrm>")
    return f"<wpg:wgp><wpg:grpSpPr>{place}</wpg:grpSpPr>{body}{children}</wpg:wgp>"


def test_a_group_is_one_mark_with_a_patch_for_each_lamp_in_its_place() -> None:
    found = mark_of(drawing(traffic_light("400000", "FFC000", "005000"), points=(10, 30)))
    patches = {patch.color: patch for patch in found.palette}

    assert patches.keys() == {"#262626", "#400000", "#ffc000", "#005000"}
    assert patches["#400000"].y == pytest.approx(1 / 6, abs=0.02)
    assert patches["#ffc000"].y == pytest.approx(1 / 2, abs=0.02)
    assert patches["#005000"].y == pytest.approx(5 / 6, abs=0.02)
    assert found.palette[0].color == "#262626"


def test_words_in_a_shape_are_read_and_stand_at_its_mark() -> None:
    box = text_box(paragraph("G"))
    document = read(paragraph(drawing(shape(solid("00B050"), inner=box))))

    assert texts(document) == ["", "G"]
    assert first(document).marks[0].text == "G"


def test_a_large_shape_with_text_is_a_text_box_and_no_mark() -> None:
    box = shape(solid("DDDDDD"), preset="rect", inner=text_box(paragraph("Bemærk")))
    document = read(paragraph(drawing(box, points=(300, 80))))

    assert texts(document) == ["Bemærk"]
    assert first(document).marks == ()


def test_a_picture_is_a_mark_with_its_colours() -> None:
    found = with_picture(drawing(picture("i1"), alt="Grønt lys"), png("#00b050"))

    assert (found.kind, found.alt, found.palette[0].color) == ("image", "Grønt lys", "#00b050")


def test_a_picture_that_cannot_be_read_is_a_mark_without_colours() -> None:
    assert with_picture(drawing(picture("i1")), b"ikke et billede").palette == ()
    assert mark_of(drawing(picture("i1"))).palette == ()


def test_a_large_picture_is_a_block_of_its_own() -> None:
    body = paragraph(run("Graf") + drawing(picture("i1"), points=(200, 100), alt="Kurve"))
    one, two = read(body, relations=IMAGE, parts={"word/media/image1.png": png("red")}).blocks

    assert isinstance(two, Picture)
    assert (one.locations[0].path, two.locations[0].path) == (
        "body/paragraph[1]",
        "body/paragraph[1]/picture[1]",
    )
    assert (two.mark.alt, two.mark.width, two.mark.palette) == ("Kurve", 200, ())


def test_only_the_shown_part_of_a_cropped_picture_counts() -> None:
    both = Image.new("RGB", (20, 10), "#ff0000")
    both.paste("#00b050", (10, 0, 20, 10))
    file = io.BytesIO()
    both.save(file, "PNG")
    found = with_picture(drawing(picture("i1", '<a:srcRect l="50000"/>')), file.getvalue())

    assert [patch.color for patch in found.palette] == ["#00b050"]


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<circle cx="5" cy="5" r="4" fill="#ffc000"/></svg>'
)


def test_an_svg_picture_is_drawn_where_it_has_no_readable_stand_in() -> None:
    extension = '<a:extLst><a:ext><asvg:svgBlip r:embed="i2"/></a:ext></a:extLst>'
    document = read(
        paragraph(drawing(picture("i1", extension=extension))),
        relations={**IMAGE, "i2": ("image", "media/image2.svg")},
        parts={"word/media/image1.png": b"?", "word/media/image2.svg": SVG},
    )

    assert [patch.color for patch in first(document).marks[0].palette] == ["#ffc000"]


def test_a_chart_is_a_picture_with_its_title() -> None:
    title = "<c:title><a:p><a:r><a:t>Meddelelser 2019-2024</a:t></a:r></a:p></c:title>"
    chart = f"<c:chartSpace {NAMESPACES}><c:chart>{title}</c:chart></c:chartSpace>"
    (found,) = read(
        paragraph(drawing('<c:chart r:id="c1"/>')),
        relations={"c1": ("chart", "charts/chart1.xml")},
        parts={"word/charts/chart1.xml": chart},
    ).blocks

    assert isinstance(found, Picture)
    assert found.mark.text == "Meddelelser 2019-2024"


def test_the_words_of_a_diagram_are_not_lost() -> None:
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for text in ("Analyse", "", "Drift")
    )
    document = read(
        paragraph(drawing('<dgm:relIds r:dm="d1"/>')),
        relations={"d1": ("diagramData", "diagrams/data1.xml")},
        parts={"word/diagrams/data1.xml": f"<dgm:dataModel {NAMESPACES}>{points}</dgm:dataModel>"},
    )

    assert texts(document) == ["Analyse", "Drift"]


def vml(inner: str) -> str:
    return f"<w:r><w:pict>{inner}</w:pict></w:r>"


SIZE = "style='width:15pt;height:15pt'"
VML = [
    (f"<v:oval {SIZE} fillcolor='#92d050 [3209]'/>", "ellipse", ["#92d050"]),
    (f"<v:oval {SIZE} fillcolor='#f00'/>", "ellipse", ["#ff0000"]),
    (f"<v:rect {SIZE} fillcolor='yellow'/>", "rect", ["#ffff00"]),
    (f"<v:shape {SIZE} type='#_x0000_t96' fillcolor='lime'/>", "smileyFace", ["#00ff00"]),
    (f"<v:shape {SIZE} o:spt='3' fillcolor='red'/>", "ellipse", ["#ff0000"]),
    (f"<v:roundrect {SIZE}><v:fill color='#00b050'/></v:roundrect>", "roundRect", ["#00b050"]),
    (f"<v:oval {SIZE} filled='f' strokecolor='red'/>", "ellipse", ["#ff0000"]),
]


@pytest.mark.parametrize(("inner", "outline", "colors"), VML)
def test_vml_shapes_are_marks(inner: str, outline: str, colors: list[str]) -> None:
    found = mark_of(vml(inner.replace("<v:oval", "<v:oval alt='lys'", 1)))

    assert (found.kind, found.outline, found.width) == ("shape", outline, 15)
    assert [patch.color for patch in found.palette] == colors


def test_a_vml_picture_is_a_mark() -> None:
    inner = f"<v:shape {SIZE} alt='Rødt lys'><v:imagedata r:id='i1'/></v:shape>"
    found = with_picture(f"<w:r><w:object>{inner}</w:object></w:r>", png("#c00000"))

    assert (found.kind, found.alt, found.palette[0].color) == ("image", "Rødt lys", "#c00000")


def test_a_vml_group_places_its_lamps() -> None:
    lamps = "".join(
        f"<v:oval style='left:0;top:{1000 * at};width:1000;height:1000' fillcolor='{color}'/>"
        for at, color in enumerate(("#300000", "#303000", "#00ff00"))
    )
    group = f"<v:group {SIZE} coordsize='1000,3000'>{lamps}</v:group>"
    patches = {patch.color: patch for patch in mark_of(vml(group)).palette}

    assert patches["#00ff00"].y > 0.8


def test_the_words_of_word_art_are_read() -> None:
    art = f"<v:shape {SIZE} filled='f' stroked='f'><v:textpath string='UDKAST'/></v:shape>"

    assert texts(read(paragraph(vml(art)))) == ["UDKAST"]
