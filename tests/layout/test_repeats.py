"""Repeated header rows that no rule parts from the row below."""

from page_building import ruled_table

from medcom_extract.layout.repeats import part_repeated_headers, split_at_headers

XS = [50.0, 130.0, 400.0]


def test_a_header_is_parted_from_cells_that_go_on_over_rules_beside_them() -> None:
    known = ruled_table(XS, [100, 130, 160], [["Projekt", "Risici"], ["Alfa", "Ingen."]])
    again = ruled_table(XS, [50, 110, 140], [["Projekt", "Risici"], ["", "Slut."]], number=2)
    again.rows[0][0].row_span = 2
    del again.rows[1][0]
    again.rows[0][1].lines += ruled_table(XS, [80, 110], [["", "Mere."]]).rows[0][1].lines
    for table in (known, again):
        for cell in table.cells:
            cell.items = []  # paragraphs are made later

    part_repeated_headers([known, again])

    assert [[cell.text for cell in row] for row in again.rows] == [
        ["Projekt", "Risici"],
        ["", "Mere."],
        ["Slut."],
    ]
    assert [cell.row for row in again.rows for cell in row] == [0, 0, 1, 1, 2]
    assert again.rows[1][0].row_span == 2


def test_a_table_is_cut_where_its_header_comes_again_above_the_rest_of_a_row() -> None:
    rows = [["Projekt", "Risici"], ["Alfa", "Ingen."], ["Projekt", "Risici"], ["Beta", "Slut."]]
    table = ruled_table(XS, [100, 130, 160, 220, 250], rows)
    table.rows[2][1].lines += ruled_table(XS, [180, 210], [["", "Mere."]]).rows[0][1].lines
    for cell in table.cells:
        cell.items = []  # paragraphs are made later

    above, below = split_at_headers([table])

    assert [[cell.text for cell in row] for row in above.rows] == rows[:2]
    assert [[cell.text for cell in row] for row in below.rows] == [rows[2], ["", "Mere."], rows[3]]
    assert [cell.row for row in below.rows for cell in row] == [0, 0, 1, 1, 2, 2]
    assert (above.places[0].box[3], below.places[0].box[1]) == (160, 160)


def test_a_table_whose_header_comes_again_by_itself_is_left_whole() -> None:
    rows = [["Projekt", "Risici"], ["Alfa", "Ingen."], ["Projekt", "Risici"], ["Beta", "Slut."]]
    table = ruled_table(XS, [100, 130, 160, 220, 250], rows)

    assert split_at_headers([table]) == [table]
    assert len(table.rows) == 4


def test_a_header_that_the_page_cut_within_a_word_cuts_no_other() -> None:
    known = ruled_table(XS, [100, 130], [["Projekt", "Sta-"]])
    whole = ruled_table(XS, [50, 110, 140], [["Projekt", "Sta-"], ["Alfa", "Ingen."]], number=2)
    whole.rows[0][1].lines += ruled_table(XS, [80, 110], [["", "tus"]]).rows[0][1].lines
    for table in (known, whole):
        for cell in table.cells:
            cell.items = []  # paragraphs are made later

    part_repeated_headers([known, whole])

    assert [cell.text for cell in whole.rows[0]] == ["Projekt", "Sta- tus"]


def test_a_row_over_which_all_cells_reach_down_is_no_header() -> None:
    table = ruled_table(XS, [100, 130, 160], [["Projekt", "Risici"], ["", ""]])
    for cell in table.rows[0]:
        cell.row_span = 2
    table.rows[1] = []

    assert split_at_headers([table]) == [table]
