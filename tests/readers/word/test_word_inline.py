import pytest
from docx_building import drawing, first, paragraph, read, run, shape, solid, texts

from medcom_extract.document import Run

BREAKS = [
    ("<w:r><w:t>Gul</w:t><w:br/><w:t>risiko</w:t></w:r>", "Gul\nrisiko"),
    ("<w:r><w:t>Gul</w:t><w:cr/><w:t>risiko</w:t></w:r>", "Gul\nrisiko"),
    ('<w:r><w:t>side</w:t><w:br w:type="page"/><w:t>skift</w:t></w:r>', "side skift"),
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    ("<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>Journal</w:t></w:r>", "E-Journal"),
    ("<w:r><w:t>leve</w:t><w:softHyphen/><w:t>randør</w:t></w:r>", "leverandør"),
    (run("leve\u00adrandør\u200b"), "leverandør"),
    (run("E\u2011Journal"), "E-Journal"),
]

WRAPPED = [
    "<w:ins>{}</w:ins>",
    "<w:moveTo>{}</w:moveTo>",
    "<w:smartTag>{}</w:smartTag>",
    "<w:customXml>{}</w:customXml>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:bdo w:val="ltr">{}</w:bdo>',
    '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
    "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    '<w:hyperlink w:anchor="her">{}</w:hyperlink>',
    "<m:oMath><m:r><m:t>Driften kører</m:t></m:r></m:oMath>",
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    "</mc:AlternateContent>",
]

LEFT_OUT = ["<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>"]

SYMBOLS = [
    ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "☺"),
    ('<w:r><w:sym w:font="Wingdings" w:char="004C"/></w:r>', "☹"),
    (run("K", '<w:rFonts w:ascii="Wingdings"/>'), "😐"),
    (run("\uf06c", '<w:rFonts w:hAnsi="Wingdings"/>'), "●"),
    (run("n", '<w:rFonts w:ascii="Webdings"/>'), "●"),
    (run("🟢", '<w:rFonts w:ascii="Segoe UI Emoji"/>'), "🟢"),
    (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F7E1"/>'
        "</mc:Choice><mc:Fallback><w:t>🟡</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        "🟡",
    ),
]


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def runs_of(inner: str) -> tuple[Run, ...]:
    return first(read(paragraph(inner))).runs


def raw(inner: str) -> str:
    return "".join(one.text for one in runs_of(inner))


@pytest.mark.parametrize(("inner", "expected"), BREAKS)
def test_breaks_and_hyphens_become_what_the_author_meant(inner: str, expected: str) -> None:
    assert raw(inner) == expected


@pytest.mark.parametrize("wrapper", WRAPPED)
def test_wrappers_are_transparent(wrapper: str) -> None:
    assert raw(wrapper.replace("{}", run("Driften kører"))) == "Driften kører"


@pytest.mark.parametrize("wrapper", LEFT_OUT)
def test_tracked_deletions_are_left_out(wrapper: str) -> None:
    assert raw(wrapper.replace("{}", run("fjernet")) + run("bevaret")) == "bevaret"


@pytest.mark.parametrize(("inner", "expected"), SYMBOLS)
def test_symbol_fonts_are_read_as_unicode(inner: str, expected: str) -> None:
    assert raw(inner) == expected


def test_the_result_of_a_field_is_shown_and_its_instruction_is_not() -> None:
    assert raw(run("Side ") + field("PAGE", run("3"))) == "Side 3"


def test_a_field_inside_an_instruction_shows_nothing() -> None:
    inner = field("IF " + "", run("ja"))
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
        f'{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("svar")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert raw(nested) == "svar"


def test_a_field_that_never_ends_hides_nothing() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert texts(read(paragraph(broken + run("første")) + paragraph("andet"))) == [
        "første",
        "andet",
    ]


def test_a_field_may_run_over_paragraphs() -> None:
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = paragraph(start + run("Indledning")) + paragraph(run("Bilag") + end) + paragraph("Slut")

    assert texts(read(body)) == ["Indledning", "Bilag", "Slut"]


FORMS = [
    ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
    ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
    (
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Grøn"/><w:listEntry w:val="Gul"/>'
        "</w:ddList>",
        "Gul",
    ),
]


@pytest.mark.parametrize(("form", "expected"), FORMS)
def test_old_form_fields_show_their_choice(form: str, expected: str) -> None:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert raw(f"<w:r>{begin}</w:r>{end}") == expected


def test_a_button_shows_the_words_of_its_instruction() -> None:
    button = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> MACROBUTTON NoMacro [Skriv </w:instrText></w:r>"
        "<w:r><w:instrText>navn] </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert raw(run("Leder: ") + button) == "Leder: [Skriv navn]"


LINKS = [
    ('<w:hyperlink r:id="l1">{}</w:hyperlink>', "https://eksempel.dk/status"),
    ('<w:hyperlink r:id="l1" w:anchor="maj">{}</w:hyperlink>', "https://eksempel.dk/status#maj"),
    ('<w:hyperlink w:anchor="maj">{}</w:hyperlink>', None),
    (
        '<w:fldSimple w:instr=" HYPERLINK &quot;https://eksempel.dk/a&quot; ">{}</w:fldSimple>',
        "https://eksempel.dk/a",
    ),
    (field('HYPERLINK "https://eksempel.dk/b" \\l "c"', "{}"), "https://eksempel.dk/b#c"),
    (field('HYPERLINK \\l "_Toc1"', "{}"), None),
]


@pytest.mark.parametrize(("wrapper", "expected"), LINKS)
def test_links_to_the_outside_are_kept(wrapper: str, expected: str | None) -> None:
    relations = {"l1": ("hyperlink", "https://eksempel.dk/status")}
    body = paragraph(wrapper.replace("{}", run("læs mere")) + run("."))
    runs = first(read(body, relations=relations)).runs

    assert runs[0].text.startswith("læs mere")
    assert runs[0].href == expected


def test_hidden_text_is_left_out_with_a_warning() -> None:
    document = read(paragraph(run("skjult note", "<w:vanish/>") + run("synlig")))

    assert texts(document) == ["synlig"]
    assert [one.code for one in document.warnings] == ["hidden-text"]


def test_text_that_only_the_contents_page_hides_is_shown() -> None:
    assert raw(run("3", "<w:webHidden/>")) == "3"


def test_runs_of_one_look_are_one_run() -> None:
    assert [one.text for one in runs_of(run("Ris") + run("iko") + run("!", "<w:b/>"))] == [
        "Risiko",
        "!",
    ]


CLICK = '<a:hlinkClick r:id="l1"/></wp:docPr>'


@pytest.mark.parametrize(
    "inner",
    [
        '<w:hyperlink r:id="l1">{}</w:hyperlink>',
        "{click}",
    ],
)
def test_a_link_on_a_picture_is_kept(inner: str) -> None:
    art = drawing(shape(solid("00B050")), points=(20, 20))
    clicked = art.replace('descr=""/>', f'descr="">{CLICK}')
    body = paragraph(inner.replace("{click}", clicked).replace("{}", art))
    document = read(body, relations={"l1": ("hyperlink", "https://eksempel.dk/lys")})

    assert [run.href for run in first(document).runs] == ["https://eksempel.dk/lys"]
    assert [mark.kind for mark in first(document).marks] == ["shape"]


def test_the_fill_of_a_text_effect_is_the_colour_of_the_letters() -> None:
    effect = (
        '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w14:solidFill><w14:srgbClr w14:val="00B050"/></w14:solidFill></w14:textFill>'
    )

    assert [one.color for one in runs_of(run("●", effect))] == ["#00b050"]
