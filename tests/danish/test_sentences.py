import pytest
from hypothesis import given
from hypothesis import strategies as st

from medcom_extract.danish.sentences import holds_on, split_sentences

SPLITS = [
    ("Vi er klar. Region Syd mangler.", ["Vi er klar.", "Region Syd mangler."]),
    ("Aftalen gælder til d. 8. juli. Så genforhandles den.",
     ["Aftalen gælder til d. 8. juli.", "Så genforhandles den."]),
    ("I 2. kvartal 2024. Herefter drift.", ["I 2. kvartal 2024.", "Herefter drift."]),
    ("Det koster 2,1 mio. kr. Regionerne betaler.",
     ["Det koster 2,1 mio. kr.", "Regionerne betaler."]),
    ("Der er ca. 3 mdr. tilbage.", ["Der er ca. 3 mdr. tilbage."]),
    ("Parterne (KL, PLO m.fl.) er enige.", ["Parterne (KL, PLO m.fl.) er enige."]),
    ("F.eks. Odense Kommune.", ["F.eks. Odense Kommune."]),
    ("Mødet holdes kl. 14.30 i uge 17. De 3 kommuner deltager.",
     ["Mødet holdes kl. 14.30 i uge 17.", "De 3 kommuner deltager."]),
    ("1. Første punkt. 2. Andet punkt.", ["1. Første punkt.", "2. Andet punkt."]),
    ("J. Hansen er ny. Velkommen!", ["J. Hansen er ny.", "Velkommen!"]),
    ("Aftalen er klar.Næste møde er i maj.", ["Aftalen er klar.", "Næste møde er i maj."]),
    ("sundhed.dk viser data. xShare er i gang.", ["sundhed.dk viser data.", "xShare er i gang."]),
    ("Er det muligt? Det håber vi… Måske.", ["Er det muligt?", "Det håber vi…", "Måske."]),
    ("• Et punkt\n• Et til. Og mere", ["Et punkt", "Et til.", "Og mere"]),
    ("”Det går.” Sådan lød det.", ["”Det går.”", "Sådan lød det."]),
    ("Se www.eksempel.dk/side. Der står mere.", ["Se www.eksempel.dk/side.", "Der står mere."]),
    ("Uden punktum", ["Uden punktum"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), SPLITS)
def test_a_paragraph_falls_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == sentences


@given(st.text(alphabet="aB1. ,\n•!?kr.d", max_size=60))
def test_sentences_stand_in_order_and_lose_no_letter(text: str) -> None:
    found = split_sentences(text)

    spans = [sentence.span for sentence in found]
    assert spans == sorted(spans)
    assert all(text[start:end] == one.text for one, (start, end) in zip(found, spans, strict=True))
    letters = [c for c in text if c.isalnum()]
    assert [c for one in found for c in one.text if c.isalnum()] == letters


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("4.", "kvartal", True),
        ("1.", "november", True),
        ("(ca.", "40", True),
        ("kl.", "14", True),
        ("mio.", "kr.,", True),
        ("mio.", "Derefter", False),
        ("4.", "Region", False),
        ("2027.", "kvartal", False),
        ("slut.", "men", False),
        ("slut", "men", False),
    ],
)
def test_a_word_with_a_stop_may_belong_to_the_next(before: str, after: str, expected: bool) -> None:
    assert holds_on(before, after) is expected
