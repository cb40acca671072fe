import pytest

from medcom_extract.readers.symbols import decode_symbols

DECODED = [
    ("J", "Wingdings", "☺"),
    ("K", "Wingdings", "😐"),
    ("L", "Wingdings", "☹"),
    ("l", "Wingdings", "●"),
    ("n", "Wingdings", "■"),
    ("u", "Wingdings", "◆"),
    ("§", "Wingdings", "▪"),
    ("ü", "Wingdings", "✔"),
    ("û", "Wingdings", "✗"),
    ("à", "Wingdings", "→"),
    ("þ", "wingdings", "☑"),
    ("P", "Wingdings 2", "✔"),
    ("p", "Wingdings 3", "▲"),
    ("n", "Webdings", "●"),
    ("a", "Webdings", "✔"),
    ("\uf0b7", "Symbol", "•"),
    ("a", "Symbol", "α"),
    ("\uf04a", "Wingdings", "☺"),
    ("\uf0b7", "Calibri", "•"),
    ("\uf0b7", None, "•"),
    ("J L", "Wingdings", "☺ ☹"),
    ("Grøn J", "Calibri", "Grøn J"),
    ("●", "Wingdings", "●"),
    ("🟢", "Segoe UI Emoji", "🟢"),
]


@pytest.mark.parametrize(("text", "font", "expected"), DECODED)
def test_letters_of_symbol_fonts_are_pictures(text: str, font: str | None, expected: str) -> None:
    assert decode_symbols(text, font) == expected


def test_a_code_without_a_known_picture_is_never_a_letter() -> None:
    for font in ("Wingdings 2", "Wingdings 3", "Webdings", "Marlett"):
        shown = decode_symbols("abcxyzæøåÆØÅ159", font)

        assert not [one for one in shown if one.isalnum()]
