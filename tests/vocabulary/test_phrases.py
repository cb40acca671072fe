"""The notation of wordings."""

import re

import pytest

from medcom_extract.vocabulary.phrases import NotationError, PhraseSet, expand, normalise

LISTS = {"noun": ["risiko", "risici"], "rank": ["[aller] største", "vigtigste"]}


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("[den] {rank} {noun}", "Den største risiko", True),
        ("[den] {rank} {noun}", "aller-største  RISICI:", False),
        ("[den] {rank} {noun}", "aller største risici.", True),
        ("[den] {rank} {noun}", "den risiko", False),
        ("(næste|kommende) skridt", "Kommende skridt", True),
        ("de næste # måneder", "De næste 3 måneder", True),
        ("risici for ...", "Risici for hele det store program", True),
        ("risici for ...", "Risici for", True),
        ("status*", "Statusrapport", True),
        ("*rapport", "Statusrapport", True),
        ("*rapport", "Statusrapporter", False),
        ("*rapport*", "Statusrapporter", True),
        ("top-risici", "Toprisici", True),
        ("risici og tiltag", "Risici / tiltag", True),
        ("risiko", "risikoen", False),
    ],
)
def test_phrases_match_texts_in_any_spelling(phrase: str, text: str, matches: bool) -> None:
    assert PhraseSet([phrase], LISTS).matches(text) is matches


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("[den største", "']' is missing"),
        ("den største]", "without its beginning"),
        ("(a|b", "')' is missing"),
        ("{ukendt} risiko", "no list named 'ukendt'"),
        ("{noun risiko", "'}' is missing"),
    ],
)
def test_a_broken_phrase_says_what_is_wrong(phrase: str, problem: str) -> None:
    with pytest.raises(NotationError, match=re.escape(problem)):
        PhraseSet([phrase], LISTS)


def test_lists_that_refer_to_each_other_are_refused() -> None:
    with pytest.raises(NotationError, match="circle"):
        PhraseSet(["{a}"], {"a": ["{b}"], "b": ["{a}"]})


def test_the_longest_wording_at_a_start_counts() -> None:
    phrases = PhraseSet(["næste", "næste skridt", "næste skridt i projektet"])

    assert phrases.starts("Næste skridt i projektet er test") == 4
    assert phrases.starts("Skridt") == 0


def test_phrases_expand_to_plain_ones() -> None:
    assert expand(["[den] (a|b) {noun}"], LISTS) == {
        "a risiko", "a risici", "b risiko", "b risici",
        "den a risiko", "den a risici", "den b risiko", "den b risici",
    }  # fmt: skip


def test_normalising_folds_case_hyphens_and_signs() -> None:
    assert normalise(" Top-Risici / TILTAG (2):\n") == "toprisici og tiltag 2"


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("er (afholdt|godkendt)", "Mødet er afholdt i maj", True),
        ("er ... godkendt", "Alle krav er nu endeligt godkendt", True),
        ("[er] forsinket", "Det er ikke godt", False),
        ("uge #", "Drift i uge 14 og frem", True),
        ("forsink*", "Pilot: forsinkelse", True),
    ],
)
def test_wordings_are_found_inside_a_text(phrase: str, text: str, found: bool) -> None:
    assert PhraseSet([phrase]).found_in(text) is found
