"""Sentences that take up the one before them."""

import pytest

from medcom_extract.danish.cohesion import refers_back


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Piloten er forsinket.", "Derfor flyttes mødet.", True),
        ("Billeder sendes fra private telefoner.", "Billederne mangler i journalen.", True),
        ("Piloten er forsinket.", "Regionerne mangler testdata.", False),
        ("Regionernes aftaler udløber.", "Kommunerne mangler testdata.", False),
        ("Piloten er forsinket.", "Egen test er begyndt.", False),
        ("Piloten er forsinket.", "12.", False),
        ("Piloten er forsinket.", "Det skyldes prisen.", True),
        ("Piloten er forsinket.", "Årsagen er prisen.", True),
        ("Piloten er forsinket.", "Aftalen er underskrevet.", False),
        ("Piloten er forsinket.", "Det er en risiko, at prisen stiger.", False),
        ("Piloten er forsinket.", "De første klinikker begynder.", False),
    ],
)
def test_a_sentence_takes_up_what_stands_before_it(before: str, after: str, expected: bool) -> None:
    assert refers_back(before, after) is expected
