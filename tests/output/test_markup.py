import pytest

from medcom_extract.output.markup import escape, escape_block, escape_cell, format_table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Almindelig tekst, 56% og 1½ kommune (maj).",
            "Almindelig tekst, 56% og 1½ kommune (maj).",
        ),
        ("https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("fil_navn_2.pdf", "fil_navn_2.pdf"),
        ("_kursiv_ og *fed*", "\\_kursiv\\_ og \\*fed\\*"),
        ("[x](y) `kode` \\", "[x\\](y) \\`kode\\` \\\\"),
        ("[1] og [a]: b", "[1] og [a\\]: b"),
        ("a <b> c < d & e &amp; f", "a \\<b> c < d & e \\&amp; f"),
        ("~~ud~~", "\\~~ud\\~~"),
        ("to\nlinjer\tog  luft", "to linjer og luft"),
        ("# ikke overskrift, 1. juni", "# ikke overskrift, 1. juni"),
    ],
)
def test_only_what_markdown_would_read_is_escaped(text: str, expected: str) -> None:
    assert expected == escape(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. juni 2027", "1\\. juni 2027"),
        ("2027) er året", "2027\\) er året"),
        ("1.500 beskeder", "1.500 beskeder"),
        ("# Nummer", "\\# Nummer"),
        ("#hashtag", "#hashtag"),
        ("- punkt", "\\- punkt"),
        ("-5 grader", "-5 grader"),
        ("+ punkt", "\\+ punkt"),
        ("> citat", "\\> citat"),
        ("===", "\\==="),
        ("---", "\\---"),
        ("* punkt", "\\* punkt"),
        ("I 1. kvartal", "I 1. kvartal"),
    ],
)
def test_the_start_of_a_paragraph_is_escaped_too(text: str, expected: str) -> None:
    assert expected == escape_block(text)


def test_a_bar_does_not_end_a_cell() -> None:
    lines = format_table(["A", "B"], [[escape_cell("x|y"), "z"]])

    assert ["| A | B |", "| --- | --- |", "| x\\|y | z |"] == lines
