"""The spaCy pipeline: Danish tokens, lemmas, sentences and the names of the data files.

It is built once a process.  A caller's own pipeline is used as it is; only what it lacks is added.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy
import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.util import compile_infix_regex, compile_suffix_regex

from medcom_extract.danish.lemmas import lemma
from medcom_extract.danish.names import Alias, read_aliases
from medcom_extract.danish.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

__all__ = ["analyse", "analyse_all", "complete", "default_pipeline", "match_names"]

NAMES = "medcom_names"
LEMMAS = "medcom_lemmas"
SENTENCES = "medcom_sentences"

_Place = tuple[int, int]
# An abbreviation's ending behind a hyphen or an apostrophe: "EOJ-leverandør", "LPS'erne", "KL's".
_INFIXES = [
    r"(?<=[A-Za-zÆØÅæøå0-9])-(?=[A-Za-zÆØÅæøå])",
    r"(?<=[A-Za-zÆØÅæøå0-9])['’](?=[a-zæøå])",
    "/",
]


@cache
def default_pipeline() -> Language:
    """The library's own pipeline, made from spaCy's blank Danish; no trained model is needed."""
    return complete(spacy.blank("da"))


def complete(nlp: Language) -> Language:
    """Add to a pipeline what it lacks of lemmas, sentences and names; the same pipeline returns."""
    have = set(nlp.pipe_names)
    # What a component sets is declared with it, whatever the caller named it.
    sets = {attribute for meta in map(nlp.get_pipe_meta, have) for attribute in meta.assigns}
    if "token.lemma" not in sets:
        nlp.add_pipe(LEMMAS)
    if not sets & {"token.is_sent_start", "doc.sents"}:
        nlp.add_pipe(SENTENCES)
    if NAMES not in have:
        nlp.add_pipe(NAMES)
    return nlp


def analyse(text: str, nlp: Language | None = None) -> "Doc":
    """A text with all that the pipeline says of it."""
    return (complete(nlp) if nlp else default_pipeline())(_clean(text))


def analyse_all(texts: "Iterable[str]", nlp: Language | None = None) -> "Iterator[Doc]":
    """Many texts in one go, in order, without the library's own lemmas and spans of names.

    The stage reads neither: ``entities_of`` asks for the names itself.
    """
    pipeline = complete(nlp) if nlp else default_pipeline()
    return pipeline.pipe(map(_clean, texts), disable=[LEMMAS, NAMES])


def _clean(text: str) -> str:
    """The text with "?" for half a surrogate pair, which spaCy refuses; offsets stay."""
    return text.encode("utf-8", "replace").decode("utf-8")


@Language.component(LEMMAS, assigns=["token.lemma"])
def set_lemmas(doc: "Doc") -> "Doc":
    """Give each token its dictionary form."""
    for token in doc:
        token.lemma_ = lemma(token.text) if token.is_alpha or "-" in token.text else token.text
    return doc


@Language.component(SENTENCES, assigns=["token.is_sent_start", "doc.sents"])
def set_sentences(doc: "Doc") -> "Doc":
    """Mark where sentences begin; one that begins inside a token begins with the next."""
    starts = {sentence.span[0] for sentence in split_sentences(doc.text)}
    # 1 begins a sentence, -1 does not; an array sets a whole text at once.
    offsets: Any = doc.to_array("IDX")
    values = [1 if offset in starts else -1 for offset in offsets.tolist()]
    values[:1] = [1] * len(values[:1])
    rows: Any = numpy.array(values, dtype="int64").astype("uint64")
    return doc.from_array(["SENT_START"], rows)


@Language.component(NAMES, assigns=["doc.spans"])
def set_names(doc: "Doc") -> "Doc":
    """Put the listed names into ``doc.spans["medcom"]``, with label and id."""
    spans = []
    for (start, end), alias in match_names(doc):
        span = doc.char_span(
            start, end, label=alias.name.label, span_id=alias.name.id, alignment_mode="expand"
        )
        if span is not None and not alias.weak:
            spans.append(span)
    doc.spans["medcom"] = spans
    return doc


# A Doc's names are asked for twice: by the component and by find_entities.
_matched: "WeakKeyDictionary[Doc, list[tuple[_Place, Alias]]]" = WeakKeyDictionary()


def match_names(doc: "Doc", text: str | None = None) -> "list[tuple[_Place, Alias]]":
    """Every wording of a listed name in the text, with its character offsets; they may overlap.

    ``text`` is that of ``doc``, where the caller has it at hand: spaCy puts it together anew.
    """
    if doc not in _matched:
        _matched[doc] = list(_match(doc.text if text is None else _clean(text)))
    return _matched[doc]


def _build_name_language() -> Language:
    """Danish tokens, cut at hyphens and apostrophes too, so that FHIR is found in FHIR-profil."""
    nlp = spacy.blank("da")
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(
        [*(nlp.Defaults.infixes or ()), *_INFIXES]
    ).finditer
    # "EOJ- og LPS-leverandører": the first name ends in a hyphen.
    suffixes = [*(nlp.Defaults.suffixes or ()), "-"]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    # The language's exceptions hold words together that belong apart here: "KL's".
    tokenizer.rules = {}
    return nlp


@cache
def _build_matcher() -> tuple[Language, PhraseMatcher, dict[str, list[Alias]]]:
    """The language, its matcher and the aliases by the matcher's keys: they only work together,
    so that two threads that build them at once must not mix theirs.
    """
    tokens = _build_name_language()
    matcher = PhraseMatcher(tokens.vocab, attr="LOWER")
    aliases: dict[str, list[Alias]] = {}
    for alias in read_aliases():
        aliases.setdefault(alias.text.casefold(), []).append(alias)
    for folded in aliases:
        # The genitive of a name: "Region Sjællands".
        wordings = [folded] if folded.endswith(("s", "x", "z")) else [folded, f"{folded}s"]
        matcher.add(folded, [tokens.make_doc(wording) for wording in wordings])
    return tokens, matcher, aliases


def _match(text: str) -> "Iterator[tuple[_Place, Alias]]":
    language, matcher, aliases = _build_matcher()
    doc = language.make_doc(text)
    for key, start, _ in matcher(doc):
        for alias in aliases[doc.vocab.strings[key]]:
            place = doc[start].idx, doc[start].idx + len(alias.text)
            if _is_written_so(alias, text[slice(*place)]):
                yield place, alias


def _is_written_so(alias: Alias, found: str) -> bool:
    """Whether the capitals fit: EG is no "eg", but "region sjælland" is Region Sjælland."""
    if found == alias.text:
        return True
    if len(found) != len(alias.text) or re.fullmatch(r"[A-ZÆØÅ0-9]{1,5}", alias.text):
        return False
    return found[0].isupper() or " " in found or alias.text[0].islower()
