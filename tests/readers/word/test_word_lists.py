import pytest
from docx_building import first, paragraph, read, run

from medcom_extract.document import Paragraph


def level(number: int, form: str, text: str, font: str = "", more: str = "") -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/>{fonts}</w:lvl>'
    )


def numbering(*levels: str, override: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num>'
    )


def item(text: str = "punkt", depth: int = 0, number: int = 1) -> str:
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def labels(body: str, definition: str) -> list[str | None]:
    return [one.bullet for one in read(body, numbering=definition).paragraphs()]


BULLETS = [
    (level(0, "bullet", "\uf0b7", "Symbol"), "•"),
    (level(0, "bullet", "\uf0a7", "Wingdings"), "▪"),
    (level(0, "bullet", "o", "Courier New"), "o"),
    (level(0, "bullet", "-", "Calibri"), "-"),
    (level(0, "bullet", "", "", '<w:lvlPicBulletId w:val="0"/>'), "•"),
    (level(0, "decimal", "%1."), "1."),
    (level(0, "lowerLetter", "%1)"), "a)"),
    (level(0, "upperRoman", "%1"), "I"),
    (level(0, "none", ""), None),
    ("", ""),
]


@pytest.mark.parametrize(("definition", "expected"), BULLETS)
def test_a_list_item_carries_its_label_as_printed(definition: str, expected: str | None) -> None:
    assert labels(item(), numbering(definition)) == [expected]


def test_an_item_of_a_list_that_is_not_defined_is_an_item_all_the_same() -> None:
    assert first(read(item())).bullet == ""


def test_list_zero_is_no_list() -> None:
    assert labels(item(number=0), numbering(level(0, "decimal", "%1."))) == [None]


def test_levels_count_under_their_parents() -> None:
    definition = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    body = item() + item(depth=1) + item(depth=1) + item() + item(depth=1)

    assert labels(body, definition) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_two_lists_of_one_kind_count_on_unless_told_to_restart() -> None:
    one = level(0, "decimal", "%1.")
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item() + item(number=2) + item(number=2)

    assert labels(body, numbering(one)) == ["1.", "2.", "3."]
    assert labels(body, numbering(one, override=restart)) == ["1.", "1.", "2."]


def test_an_empty_item_counts_and_is_dropped() -> None:
    assert labels(item("") + item(), numbering(level(0, "decimal", "%1."))) == ["2."]


def test_a_style_may_put_its_paragraphs_in_a_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Punkt"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    tied = level(1, "bullet", "–", more='<w:pStyle w:val="Punkt"/>')
    body = paragraph("punkt", '<w:pStyle w:val="Punkt"/>')
    document = read(body, styles=styles, numbering=numbering(level(0, "decimal", "%1"), tied))

    assert first(document).bullet == "–"


TYPED = [
    (run("- Leverandøren er forsinket"), "-", "Leverandøren er forsinket"),
    (run("–\tTest i maj"), "–", "Test i maj"),
    (run("• ") + run("Vigtigt", "<w:b/>"), "•", "Vigtigt"),
    (run("·") + run(" Ny dato"), "·", "Ny dato"),
    (run("-5 % i forhold til sidst"), None, "-5 % i forhold til sidst"),
    (run("-"), None, "-"),
    (run("• ", '<w:color w:val="00B050"/>') + run("Tidsplan"), None, "• Tidsplan"),
]


@pytest.mark.parametrize(("inner", "bullet", "text"), TYPED)
def test_a_typed_bullet_is_a_label_and_not_text(inner: str, bullet: str | None, text: str) -> None:
    found: Paragraph = first(read(paragraph(inner)))

    assert (found.bullet, found.text) == (bullet, text)
