import pytest

from medcom_extract.danish.english import is_english
from medcom_extract.danish.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("leverandørerne", "leverandør"),
        ("forsinkelsen", "forsinkelse"),
        ("risici", "risiko"),
        ("indtruffet", "indtræffe"),
        ("afholdt", "afholde"),
        ("årsskiftet", "årsskifte"),
        ("egne", "egen"),
        ("LPS'erne", "LPS"),
        ("KL’s", "KL"),
    ],
)
def test_a_word_has_its_dictionary_form(word: str, form: str) -> None:
    assert lemma(word) == form


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The first deliverables were submitted on time.", True),
        ("De første leverancer er afleveret til tiden.", False),
        ("Workshop", False),
    ],
)
def test_an_english_text_is_told_from_a_danish_one(text: str, english: bool) -> None:
    assert is_english(text) is english
