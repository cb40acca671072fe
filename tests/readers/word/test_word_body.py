import pytest
from docx_building import (
    drawing,
    first,
    paragraph,
    part,
    read,
    row,
    run,
    shape,
    solid,
    table,
    text_box,
    texts,
)

DELETED_MARK = '<w:rPr><w:del w:author="x"/></w:rPr>'


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("Leverancen er ", DELETED_MARK) + paragraph("udskudt.") + paragraph("Ny.")

    assert texts(read(body)) == ["Leverancen er udskudt.", "Ny."]


def test_a_deleted_last_mark_loses_nothing() -> None:
    assert texts(read(paragraph("Sidste", DELETED_MARK))) == ["Sidste"]


def test_empty_paragraphs_are_dropped_and_counted() -> None:
    document = read(paragraph("") + paragraph("   ") + paragraph("Tekst"))

    assert texts(document) == ["Tekst"]
    assert first(document).locations[0].path == "body/paragraph[3]"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = text_box(paragraph("Boks et") + table(row("Celle")) + paragraph("Boks to"))
    old = (
        "<w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{paragraph('Boks et')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    new = drawing(shape("<a:noFill/>", preset="rect", inner=box))
    alternate = (
        f"<mc:AlternateContent><mc:Choice>{new}</mc:Choice>"
        f"<mc:Fallback><w:r>{old}</w:r></mc:Fallback></mc:AlternateContent>"
    )

    document = read(paragraph(run("Før") + alternate + run(" efter")) + paragraph("Næste"))

    assert texts(document) == ["Før efter", "Boks et", "Celle", "Boks to", "Næste"]


def test_the_fallback_is_read_where_the_choice_is_not_understood() -> None:
    old = "<w:r><w:pict><v:oval style='width:10pt;height:10pt' fillcolor='red'/></w:pict></w:r>"
    alternate = (
        "<mc:AlternateContent><mc:Choice Requires='x'><x:new xmlns:x='urn:x'/></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    (mark,) = first(read(paragraph(alternate))).marks

    assert (mark.outline, mark.palette[0].color) == ("ellipse", "#ff0000")


def test_blocks_in_wrappers_are_read_in_order() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('b')}{table(row('c'))}</w:sdtContent></w:sdt>"
    custom = f"<w:customXml>{paragraph('d')}</w:customXml>"

    assert texts(read(paragraph("a") + control + custom + paragraph("e"))) == list("abcde")


def test_notes_stand_at_the_end_in_the_order_of_their_references() -> None:
    def note(number: int, text: str) -> str:
        return f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'

    def reference(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    document = read(
        paragraph(run("En") + reference(3)) + paragraph(run("To") + reference(2)),
        footnotes=note(-1, "streg") + note(2, "anden note") + note(3, "første note"),
    )

    assert texts(document) == ["En", "To", "første note", "anden note"]


def test_headers_and_footers_are_furniture_each_text_once() -> None:
    document = read(
        paragraph("Krop") + '<w:sectPr><w:headerReference w:type="first" r:id="h1"/>'
        '<w:headerReference w:type="default" r:id="h2"/><w:footerReference r:id="f1"/></w:sectPr>',
        relations={
            "h1": ("header", "header1.xml"),
            "h2": ("header", "header2.xml"),
            "f1": ("footer", "footer1.xml"),
            "h3": ("header", "header3.xml"),
        },
        parts={
            "word/header1.xml": part("hdr", paragraph("Status") + paragraph("Kun forside")),
            "word/header2.xml": part("hdr", paragraph("Status")),
            "word/header3.xml": part("hdr", paragraph("Aldrig vist")),
            "word/footer1.xml": part("ftr", table(row("Side 1"))),
        },
    )

    assert [one.text for one in document.furniture] == ["Status", "Kun forside", "Side 1"]
    assert (document.words, document.furniture_words) == (1, 5)


def test_comments_are_left_out_with_a_warning() -> None:
    comment = f'<w:comment w:id="1">{paragraph("Hvem siger det?")}</w:comment>'
    document = read(paragraph("Tekst"), comments=comment)

    assert texts(document) == ["Tekst"]
    assert [one.code for one in document.warnings] == ["comments-left-out"]


def test_an_embedded_document_is_told_of() -> None:
    document = read(paragraph("Tekst") + '<w:altChunk r:id="x"/>')

    assert [one.code for one in document.warnings] == ["embedded-document"]


def test_the_source_tells_producer_and_date() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dcterms:created>2024-06-30T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    app = '<Properties xmlns="urn:p"><Application>Microsoft Office Word</Application></Properties>'
    source = read(paragraph("x"), parts={"docProps/core.xml": core, "docProps/app.xml": app}).source

    assert (source.producer, source.created) == ("Microsoft Office Word", "2024-06-30T10:00:00Z")


@pytest.mark.parametrize("deep", [30, 200])
def test_deeply_wrapped_text_is_read(deep: int) -> None:
    inner = run("dyb")
    for _ in range(deep):
        inner = f"<w:ins>{inner}</w:ins>"

    assert texts(read(paragraph(inner))) == ["dyb"]


def test_a_paragraph_with_a_mark_alone_is_kept() -> None:
    found = first(read(paragraph(drawing(shape(solid("00B050"))))))

    assert (found.runs, len(found.marks)) == ((), 1)
