"""Words that were cut in two without a hyphen."""

import pytest

from medcom_extract.danish.fragments import cuts_word, is_word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("udskrivningsrapport", True), ("svarportal", True), ("sundhedsdatastyrelsen", True),
        ("og", True), ("edifact", True),
        ("udskrivningsrap", False), ("ltning", False), ("rap", False), ("ng", False),
    ],
)  # fmt: skip
def test_words_compounds_and_names_are_known(text: str, expected: bool) -> None:
    assert is_word(text) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Udskrivningsrap", "port", True), ("Korrespondancemeddel", "else", True),
        ("Systemforva", "ltning", True),
        ("Henvisni", "ng", True),
        ("Sundhedsdata", "styrelsen", False), ("Oplysning", "erne", True), ("Standard", "en", True),
        ("Konferencen", "afholdes", False), ("Leverandøren", "er", False),
        ("Undersøgelsen", "offentliggøres", False), ("Kwxmedic", "afholdes", False),
        ("Pilotdrift", "i", False), ("EOJ", "kwx", False), ("Kwxm", "1x", False),
    ],
)  # fmt: skip
def test_parts_of_a_word_are_told_from_two_words(before: str, after: str, expected: bool) -> None:
    assert cuts_word(before, after) is expected
