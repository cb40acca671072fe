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
        ("Clinicians may continue to use paper forms.", True),
        ("Two partners left.", True),
        ("To parter mangler.", False),
        ("Testen begynder i maj.", False),
        ("Point of care: flere målinger", False),
        ("Care coordination of Region Sjælland", True),
    ],
)
def test_an_english_text_is_told_from_a_danish_one(text: str, english: bool) -> None:
    assert is_english(text) is english


def test_a_text_with_no_word_of_either_language_is_what_its_surroundings_are() -> None:
    assert not is_english("6 document types registered")
    assert is_english("6 document types registered", among="The tests are done.")
    assert not is_english("6 dokumenter er registreret", among="The tests are done.")
