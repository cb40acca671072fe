import pytest
from docx_building import cell, first_table, paragraph, read, row, run, table, texts

from medcom_extract.document import Cell, Document, Patch, Table
from medcom_extract.errors import TooLarge

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def spans(found: Table) -> list[tuple[int, int, int, int, str]]:
    return [(one.row, one.column, one.row_span, one.column_span, one.text) for one in found.cells]


def test_cells_that_span_columns_shift_those_after_them() -> None:
    body = table(row(cell("Programområde", '<w:gridSpan w:val="2"/>'), "c"), row("a", "b", "c"))
    found = first_table(read(body))

    assert found.columns == 3
    assert spans(found)[:2] == [(0, 0, 1, 2, "Programområde"), (0, 2, 1, 1, "c")]


def test_cells_merged_downwards_are_one_cell() -> None:
    body = table(
        row(cell("Advis", RESTART), "a"),
        row(cell("", CONTINUE), "b"),
        row(cell("rest", CONTINUE), "c"),
        row(cell("Ny", RESTART), "d"),
    )
    found = first_table(read(body))

    assert [len(one) for one in found.rows] == [2, 1, 1, 2]
    assert spans(found)[0] == (0, 0, 3, 1, "Advis\nrest")


def test_a_merge_that_continues_nothing_is_a_cell_of_its_own() -> None:
    assert spans(first_table(read(table(row(cell("a", CONTINUE)))))) == [(0, 0, 1, 1, "a")]


@pytest.mark.parametrize("goes_on", ['<w:hMerge w:val="continue"/>', "<w:hMerge/>"])
def test_cells_merged_sideways_the_old_way_are_one_cell(goes_on: str) -> None:
    body = table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", goes_on)))

    assert spans(first_table(read(body))) == [(0, 0, 1, 2, "a")]


def test_a_row_may_begin_late_and_end_early() -> None:
    body = table(
        row("a", "b", "c"),
        row("d", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )
    found = first_table(read(body))

    assert (found.columns, spans(found)[3]) == (3, (1, 1, 1, 1, "d"))


def test_deleted_rows_and_cells_are_left_out() -> None:
    body = table(
        row("a", cell("x", "<w:cellDel/>"), "b"),
        row("væk", properties='<w:del w:author="x"/>'),
        row("c", "d", properties='<w:ins w:author="x"/>'),
    )

    assert texts(read(body)) == ["a", "b", "c", "d"]


def test_only_the_first_rows_that_say_so_are_header_rows() -> None:
    header = "<w:tblHeader/>"
    body = table(row("Projekt", properties=header), row("a"), row("b", properties=header))

    assert first_table(read(body)).header_rows == 1
    assert first_table(read(table(row("a")))).header_rows == 0


def test_rows_and_cells_in_content_controls_are_read() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = table(control(f"<w:tr>{control(cell('a'))}{cell(control(paragraph('b')))}</w:tr>"))

    assert spans(first_table(read(body))) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]


def test_a_nested_table_is_a_block_of_its_cell() -> None:
    inner = table(row("Risiko", "Høj"))
    found = first_table(read(table(row(cell(paragraph("før") + inner + paragraph("efter"))))))
    (outer,) = found.cells

    assert [type(block).__name__ for block in outer.blocks] == ["Paragraph", "Table", "Paragraph"]
    nested = outer.blocks[1]
    assert isinstance(nested, Table)
    assert nested.locations[0].path == "body/table[1]/row[1]/cell[1]/table[1]"


def test_a_cell_without_text_is_kept_without_blocks() -> None:
    assert first_table(read(table(row("a", "")))).cells[1].blocks == ()


def test_every_cell_and_paragraph_knows_its_place() -> None:
    document = read(paragraph("x") + table(row("a")) + table(row("b"), row("c", cell("d"))))
    last = list(document.tables())[1].cells[-1]

    assert last.locations[0].path == "body/table[2]/row[2]/cell[2]"
    assert last.paragraphs[0].locations[0].path == "body/table[2]/row[2]/cell[2]/paragraph[1]"


SHADINGS = [
    ('<w:shd w:val="clear" w:color="auto" w:fill="92C800"/>', [("#92c800", 1.0)]),
    ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', []),
    ('<w:shd w:val="clear" w:fill="FFFFFF"/>', []),
    ('<w:shd w:val="nil"/>', []),
    ('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>', [("#ff0000", 1.0)]),
    ('<w:shd w:val="pct50" w:color="FF0000" w:fill="FFFFFF"/>', [("#ff8080", 1.0)]),
    (
        '<w:shd w:val="thinHorzStripe" w:color="FF0000" w:fill="FFFF00"/>',
        [("#ffff00", 0.75), ("#ff0000", 0.25)],
    ),
    ('<w:shd w:val="clear" w:fill="000000" w:themeFill="accent6"/>', [("#70ad47", 1.0)]),
    (
        '<w:shd w:val="clear" w:fill="000000" w:themeFill="background1" w:themeFillShade="BF"/>',
        [("#bfbfbf", 1.0)],
    ),
]


def patches(found: Cell) -> list[tuple[str, float]]:
    return [(one.color, one.share) for mark in found.marks for one in mark.palette]


@pytest.mark.parametrize(("shading", "expected"), SHADINGS)
def test_a_cell_is_marked_by_its_shading(shading: str, expected: list[tuple[str, float]]) -> None:
    (found,) = first_table(read(table(row(cell("x", shading))))).cells

    assert patches(found) == expected
    assert {mark.kind for mark in found.marks} <= {"shading"}


def styled(look: str, rows: int = 3) -> Document:
    def region(name: str, color: str) -> str:
        return (
            f'<w:tblStylePr w:type="{name}"><w:tcPr><w:shd w:val="clear" w:fill="{color}"/>'
            "</w:tcPr></w:tblStylePr>"
        )

    style = (
        '<w:style w:type="table" w:styleId="Egen"><w:name w:val="Egen"/>'
        f"{region('firstRow', '111111')}{region('band1Horz', '222222')}"
        f"{region('firstCol', '333333')}{region('lastRow', '444444')}</w:style>"
    )
    inner = "".join(row("a", "b") for _ in range(rows))
    properties = f'<w:tblStyle w:val="Egen"/><w:tblLook {look}/>'
    return read(table(inner, properties=properties), styles=style)


LOOKS = [
    ('w:val="04A0"', ["33", "11", "33", "22", "33", None]),
    ('w:val="0420"', ["11", "11", "22", "22", None, None]),
    ('w:val="0600"', [None] * 6),
    ('w:firstRow="1" w:noHBand="1" w:noVBand="1"', ["11", "11", None, None, None, None]),
    ('w:lastRow="1" w:noHBand="1" w:noVBand="1"', [None, None, None, None, "44", "44"]),
]


@pytest.mark.parametrize(("look", "expected"), LOOKS)
def test_the_table_style_shades_the_parts_that_are_asked_for(
    look: str, expected: list[str | None]
) -> None:
    shades = [
        one.marks[0].palette[0].color[1:3] if one.marks else None
        for one in first_table(styled(look)).cells
    ]

    assert shades == expected


def test_the_cells_own_shading_counts_before_the_styles() -> None:
    style = (
        '<w:style w:type="table" w:styleId="E"><w:tcPr><w:shd w:val="clear" w:fill="DDDDDD"/>'
        "</w:tcPr></w:style>"
    )
    clear = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
    body = table(row("a", cell("b", clear)), properties='<w:tblStyle w:val="E"/>')
    one, two = first_table(read(body, styles=style)).cells

    assert one.marks[0].palette == (Patch("#dddddd"),)
    assert two.marks == ()


def test_a_highlight_marks_its_paragraph() -> None:
    highlighted = run("Gul", '<w:highlight w:val="yellow"/>')
    (found,) = first_table(read(table(row(cell(paragraph(highlighted)))))).cells
    (mark,) = found.paragraphs[0].marks

    assert (mark.kind, mark.text, mark.palette) == ("shading", "Gul", (Patch("#ffff00"),))


def test_a_span_of_a_hundred_million_columns_is_capped() -> None:
    found = first_table(read(table(row(cell("a", '<w:gridSpan w:val="100000000"/>'), "b"))))

    assert found.columns == 64


def test_three_thousand_merged_rows_are_one_cell() -> None:
    body = table(
        row(cell("a", RESTART), "x"), *(row(cell("", CONTINUE), "x") for _ in range(3_000))
    )

    assert first_table(read(body)).cells[0].row_span == 3_001


def test_tables_nested_past_the_limit_are_refused() -> None:
    body = paragraph("dybest")
    for _ in range(22):
        body = table(row(cell(body + paragraph(""))))

    with pytest.raises(TooLarge, match="nested"):
        read(body)
