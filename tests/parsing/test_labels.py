"""Labels in running text."""

import pytest
from parsing_builders import para

from medcom_extract.document import Paragraph, Run
from medcom_extract.parsing.labels import find_label, split_at_labels, split_key
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.vocabulary import load_vocabulary

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("**Største risiko**", "Største risiko", None),
        ("Største risiko:", "Største risiko", None),
        ("**Største milepæl i nærmeste fremtid.**", "Største milepæl i nærmeste fremtid", None),
        ("Risiko: Prisen stiger.", "Risiko", "Prisen stiger."),
        ("**Risici** Prisen stiger.", "Risici", "Prisen stiger."),
        ("**Risici:** Prisen stiger: meget.", "Risici", "Prisen stiger: meget."),
        ("**Risici** – prisen stiger.", "Risici", "prisen stiger."),
        ("Risici – Prisen stiger.", "Risici", "Prisen stiger."),
        ("Næste milepæl. Test i maj.", "Næste milepæl", "Test i maj."),
        ("Hvad sker der nu? Test i maj.", "Hvad sker der nu?", "Test i maj."),
        ("Næste milepæl – test i maj.", "Næste milepæl", "test i maj."),
        ("Største risiko i projektet Prisen stiger", "Største risiko i projektet", "Prisen stiger"),
    ],
)  # fmt: skip
def test_a_label_is_told_from_its_text(text: str, label: str, rest: str | None) -> None:
    found = find_label(piece_of(para(text)), WORDS)

    assert found is not None
    assert found.text == label
    assert (found.rest.text if found.rest else None) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Risiko for forsinkelse hos leverandøren.",
        "Risikoen er indtruffet.",
        "Den største risiko i projektet er, at Region Nord ikke når det.",
        "Milepælen er nået: testen er bestået.",
        "Resultater fra piloten viser fremgang.",
        "Se https://medcom.dk/risici: her står alt.",
        "Næste skridt er test.",
        "Kommende EU-regler udskydes.",
    ],
)
def test_sentences_that_begin_like_labels_are_none(text: str) -> None:
    assert find_label(piece_of(para(text)), WORDS) is None


def test_a_list_item_that_reads_like_a_label_is_an_item() -> None:
    assert find_label(piece_of(para("Milepæle", bullet="•")), WORDS) is None


def test_keys_are_short_and_stand_before_a_colon() -> None:
    found = split_key(piece_of(para("Projektleder: Mette Holm")))

    assert found is not None
    assert (found[0].text, found[1].text) == ("Projektleder:", "Mette Holm")
    assert split_key(piece_of(para("Det her er en lang indledning til noget andet: ja"))) is None
    assert split_key(piece_of(para("https://medcom.dk"))) is None


def test_a_bold_label_after_a_sentence_begins_a_piece_of_its_own() -> None:
    whole = piece_of(
        para("**Risici:** Prisen stiger. **Næste skridt:** Test i **alle** klinikker.")
    )

    assert [part.text for part in split_at_labels(whole, WORDS)] == [
        "Risici: Prisen stiger.", "Næste skridt: Test i alle klinikker."
    ]  # fmt: skip


def test_an_italic_label_after_a_sentence_begins_a_piece_of_its_own() -> None:
    runs = (Run("Ingen risici p.t. "), Run("Næste skridt:", italic=True), Run(" Test i maj."))

    assert [part.text for part in split_at_labels(piece_of(Paragraph(runs)), WORDS)] == [
        "Ingen risici p.t.", "Næste skridt: Test i maj."
    ]  # fmt: skip


def test_bold_words_inside_a_sentence_cut_nothing() -> None:
    whole = piece_of(para("Vi ser på **risici** i maj. **Næste møde** er i juni."))

    assert split_at_labels(whole, WORDS) == [whole]


@pytest.mark.parametrize(("underline", "italic"), [(True, False), (False, True)])
def test_an_underlined_or_italic_start_is_a_label(*, underline: bool, italic: bool) -> None:
    start = Run("Næste store skridt – ", underline=underline, italic=italic)
    found = find_label(piece_of(Paragraph((start, Run("test i maj.")))), WORDS)

    assert found is not None
    assert (found.text, found.rest.text if found.rest else None) == (
        "Næste store skridt", "test i maj."
    )  # fmt: skip


def test_a_coloured_start_is_a_label() -> None:
    runs = (Run("Nået siden sidst ", color="#c00000"), Run("kortet er tegnet."))
    found = find_label(piece_of(Paragraph(runs)), WORDS)

    assert found is not None
    assert found.text == "Nået siden sidst"
