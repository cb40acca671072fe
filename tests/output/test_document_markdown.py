from medcom_extract.document import (
    Cell,
    Document,
    Location,
    Mark,
    Paragraph,
    Patch,
    Picture,
    Run,
    Source,
    Table,
    Warning,
)
from medcom_extract.output.document_markdown import format_document

DISC = Mark("image", (Patch("#00b050"),), alt="Grøn", width=20, height=20.2)


def text(words: str, **fields: object) -> Paragraph:
    return Paragraph((Run(words),), **fields)  # type: ignore[arg-type]


def page_of(*blocks: Paragraph | Table | Picture, **fields: object) -> str:
    source = Source("a.docx", "x", "0")
    return format_document(Document(source, blocks, **fields))  # type: ignore[arg-type]


def test_headings_paragraphs_and_lists_keep_their_kind() -> None:
    assert page_of(
        text("Status", role="title"),
        text("Beskeder", role="heading", level=2),
        text("1. juni begynder vi."),
        text("et", bullet="•"),
        text("to", bullet=""),
        text("tre", bullet="3."),
        text("Slut", role="caption"),
    ) == ("# Status\n\n## Beskeder\n\n1\\. juni begynder vi.\n\n- et\n- to\n3. tre\n\nSlut\n")


def test_labels_of_headings_and_lists_are_kept() -> None:
    assert page_of(
        text("Formål", level=2, bullet="1.1"),
        text("første", bullet="a)"),
        text("anden", bullet="2)"),
        text("tredje", bullet="–"),
    ) == ("## 1.1 Formål\n\n- a) første\n2) anden\n- tredje\n")


def test_marks_and_pictures_are_told_in_words() -> None:
    smiley = Mark("glyph", text="☺")

    assert page_of(Picture(DISC), text("Godt", marks=(smiley,)), Paragraph((), marks=(DISC,))) == (
        '[image 20×20 pt #00b050 "Grøn"]\n\nGodt [glyph "☺"]\n\n[image 20×20 pt #00b050 "Grøn"]\n'
    )


def test_a_table_is_a_grid_in_which_spans_are_shown() -> None:
    rows = (
        (Cell(0, 0, blocks=(text("Projekt"),)), Cell(0, 1, column_span=2, blocks=(text("A|B"),))),
        (
            Cell(1, 0, row_span=2, blocks=(text("1. juni"), text("punkt", bullet="•"))),
            Cell(1, 1, marks=(DISC,)),
            Cell(1, 2),
        ),
        (Cell(2, 1, blocks=(Table(2, ((Cell(0, 0, blocks=(text("x"),)), Cell(0, 1)),)),)),),
    )

    assert page_of(Table(3, rows, header_rows=1)) == (
        "| Projekt | A\\|B | ← |\n"
        "| --- | --- | --- |\n"
        '| 1\\. juni<br>• punkt | [image 20×20 pt #00b050 "Grøn"] |  |\n'
        "| ↑ | [table: x; ] |  |\n"
    )


def test_a_table_without_header_rows_gets_an_empty_one() -> None:
    assert page_of(Table(1, ((Cell(0, 0, blocks=(text("Projekt"),)),),))) == (
        "|  |\n| --- |\n| Projekt |\n"
    )


def test_a_span_beyond_the_table_does_no_harm() -> None:
    cell = Cell(0, 0, row_span=10**9, column_span=10**9, blocks=(text("x"),))

    assert page_of(Table(10**9, ((cell,),))).startswith("|  |  |")


def test_what_was_set_apart_and_the_warnings_come_last() -> None:
    assert page_of(
        text("Brødtekst"),
        furniture=(text("Side 1 af 2"),),
        warnings=(Warning("x", "Skjult tekst.", (Location(page=2),)),),
    ) == (
        "Brødtekst\n\n---\n\nSet apart as running headers and footers:\n\n- Side 1 af 2\n\n"
        "---\n\nWarnings:\n\n- Skjult tekst. (page 2)\n"
    )
