import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from medcom_extract.danish import pipeline
from medcom_extract.danish.entities import find_entities
from medcom_extract.danish.names import Alias, read_aliases
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


def test_a_thread_finds_names_while_another_still_builds_the_matcher(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second builds a language too, which must not come between the first and its matcher."""
    both_build, first_reads, second_reads, first_found = (threading.Event() for _ in range(4))
    blank, aliases = spacy.blank, read_aliases()

    def build(name: str) -> Language:
        if not is_second():
            both_build.wait(60)
            return blank(name)
        both_build.set()
        first_reads.wait(60)
        return blank(name)

    def read() -> tuple[Alias, ...]:
        (second_reads if is_second() else first_reads).set()
        (first_found if is_second() else second_reads).wait(60)
        return aliases

    def find() -> list[str]:
        try:
            return [alias.name.id for _, alias in pipeline._match("KL og KMD Nexus")]
        finally:
            if not is_second():
                first_found.set()

    pipeline._build_matcher.cache_clear()
    monkeypatch.setattr(spacy, "blank", build)
    monkeypatch.setattr(pipeline, "read_aliases", read)
    with ThreadPoolExecutor(2, thread_name_prefix="thread") as threads:
        one, other = threads.submit(find), threads.submit(find)

    assert one.result() == other.result()
    assert {"kl", "nexus"} <= set(one.result())


def is_second() -> bool:
    return threading.current_thread().name.endswith("_1")
