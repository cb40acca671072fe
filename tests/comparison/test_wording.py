"""What texts have in common beyond their letters."""

import pytest

from medcom_extract.comparison.weighing import Rarity
from medcom_extract.comparison.wording import read_wording, split_compound


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("testprotokol", ("test", "protokol")),
        ("postkasseregister", ("post", "kasse", "register")),
        ("evalueringsrapport", ("evaluering", "rapport")),
        ("testcamp", ("test", "camp")),
        ("underskrive", ()),
        ("forsinkelse", ()),
        ("drift", ()),
    ],
)
def test_compounds_are_split_into_words(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("udhuling", "udhules"),
        ("frigives", "frigivelse"),
        ("offentliggøres", "udgivet"),
        ("FSK-test", "testen"),
        ("LPS'erne", "LPS"),
        ("afprøvningen", "pilottest"),
    ],
)
def test_words_of_one_thing_share_a_concept(one: str, other: str) -> None:
    assert read_wording(one).weights.keys() & read_wording(other).weights.keys()


def test_figures_and_dates_are_no_words() -> None:
    assert dict(read_wording("Den 12. maj 2026 i uge 20").weights) == {}


def test_likeness_is_the_same_in_both_directions_and_whole_for_the_same_text() -> None:
    one, other = read_wording("Testen udgives i Vejle"), read_wording("Vejle udgiver en rapport")
    rarity = Rarity([one, other])

    assert rarity.liken(one, other).score == rarity.liken(other, one).score
    assert rarity.liken(one, one).score == pytest.approx(1.0)
    assert rarity.liken(one, read_wording("Snefald")).score == 0.0
