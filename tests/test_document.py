"""The neutral document."""

import re

import pytest

from medcom_extract.document import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n ", 0),
        ("Projektet er i drift", 4),
        ("– • ●", 0),
        ("(se bilag) – 3. kvartal", 4),
        ("_", 0),
        ("_under", 1),
        ("½ år\u00a0igen", 3),
        ("»Ja« sagde de", 3),
    ],
)
def test_words_hold_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == words
    assert words == sum(bool(re.search(r"[^\W_]", word)) for word in text.split())
