import pytest

from medcom_extract.danish.categories import find_categories
from medcom_extract.danish.mitigation import find_mitigation

CATEGORIES = [
    ("Manglende ressourcer til test.", {"resources"}),
    ("Frigivelsen er udskudt.", {"delay"}),
    ("Finansieringen er ikke på plads.", {"economy"}),
    ("Snitfladen er ustabil.", {"technical"}),
    ("Hjemlen er uafklaret hos juristerne, og samtykke mangler.", {"legal"}),
    ("Modstand blandt brugerne.", {"adoption"}),
    ("Uklart ansvar i styregruppen.", {"organisation"}),
    ("Projektet afventer en leverance.", {"dependency"}),
    ("Leverandøren mangler ressourcer, og tidsplanen skrider.",
     {"resources", "delay", "dependency"}),
    ("Uheldigt vejr.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "categories"), CATEGORIES)
def test_a_risk_has_the_categories_of_its_words(text: str, categories: set[str]) -> None:
    assert set(find_categories(text)) == categories


def test_the_sentences_that_tell_of_handling_are_found() -> None:
    text = "Testere mangler. Der er iværksat tiltag hos begge parter. Det er kendt."

    assert [one.text for one in find_mitigation(text)] == [
        "Der er iværksat tiltag hos begge parter."
    ]
