import subprocess
import sys

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from medcom_extract.danish.entities import find_entities
from medcom_extract.danish.pipeline import LEMMAS, NAMES, SENTENCES, analyse, complete


@Language.component("shouting_lemmas", assigns=["token.lemma"])
def shouting_lemmas(doc: Doc) -> Doc:
    for token in doc:
        token.lemma_ = token.text.upper()
    return doc


def with_ruler() -> Language:
    """A caller's own pipeline: sentences at full stops, lemmas of its own, one name."""
    nlp = spacy.blank("da")
    nlp.add_pipe("shouting_lemmas")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Klub Nordlys"}])  # type: ignore[attr-defined]
    return nlp


def test_a_blank_pipeline_gets_all_that_it_lacks() -> None:
    nlp = complete(spacy.blank("da"))

    assert nlp.pipe_names == [LEMMAS, SENTENCES, NAMES]


def test_a_callers_pipeline_gets_only_what_it_lacks() -> None:
    nlp = complete(with_ruler())

    assert nlp.pipe_names == ["shouting_lemmas", "sentencizer", "entity_ruler", NAMES]
    assert complete(nlp).pipe_names == nlp.pipe_names


def test_what_a_callers_recogniser_finds_is_kept_as_text() -> None:
    found = find_entities("Klub Nordlys og KL mødes.", nlp=with_ruler())

    assert [(one.text, one.label, one.id) for one in found] == [
        ("Klub Nordlys", "organisation", None),
        ("KL", "organisation", "kl"),
    ]


def test_a_text_has_lemmas_sentences_and_names() -> None:
    doc = analyse("Region Sjælland mangler leverandørerne. Det er kendt.")

    assert [token.lemma_ for token in doc][2:4] == ["mangle", "leverandør"]
    assert [sentence.text for sentence in doc.sents][1] == "Det er kendt."
    assert [(span.text, span.label_, span.id_) for span in doc.spans["medcom"]] == [
        ("Region Sjælland", "region", "region-sjaelland")
    ]


def test_only_the_functions_that_need_spacy_import_it() -> None:
    code = (
        "import sys; from medcom_extract import danish;"
        "danish.find_quantities('3 uger'); danish.split_sentences('Ja. Nej.');"
        "danish.classify_risk('Projektet er forsinket.');"
        "sys.exit('spacy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
