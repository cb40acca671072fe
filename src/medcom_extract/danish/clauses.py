"""Clauses of a sentence, and whether each is about something real or something that may come."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from medcom_extract.danish.lemmas import lemma
from medcom_extract.danish.sentences import split_sentences
from medcom_extract.danish.tables import read_table

__all__ = ["Clause", "Word", "clauses_of", "split_clauses"]

_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*|[,;:()–]")
_BREAKS = frozenset(",;:()–")


class Word(NamedTuple):
    """A word with its lemma and its character offsets in the whole text."""

    form: str
    lemma: str
    start: int
    end: int


@dataclass(frozen=True)
class Clause:
    """Words that belong together.

    ``hypothetical`` where a word before them says so: "hvis", "risiko for, at".  ``subordinate``
    where they give a reason for the clause before.  ``of_risk`` where they follow "Risikoen for",
    so that their verb may be the one that says what became of the risk.  ``before`` are the words
    of the clause before them.
    """

    words: tuple[Word, ...]
    hypothetical: bool
    subordinate: bool
    of_risk: bool = False
    before: tuple[Word, ...] = ()

    @cached_property
    def encoded(self) -> str:
        """The words as " form/lemma form/lemma", for the patterns of cues.py."""
        return "".join(f" {word.form}/{word.lemma}" for word in self.words) + " "

    @cached_property
    def known(self) -> frozenset[str]:
        """All forms and lemmas in the clause."""
        return frozenset([word.form for word in self.words] + [word.lemma for word in self.words])


@cache
def _signs(key: str) -> frozenset[str]:
    """A list of the table: words by which a sentence falls into clauses."""
    return frozenset(read_table("risks")["clauses"][key])


@cache
def _words_of(key: str) -> tuple[frozenset[str], dict[str, list[list[str]]]]:
    """A word list of the table: single words, and phrases by their first word."""
    table = read_table("risks")
    entries = table["hypothetical"][key]
    phrases: dict[str, list[list[str]]] = {}
    for entry in entries:
        if " " in entry:
            phrases.setdefault(entry.split()[0], []).append(entry.split())
    return frozenset(entry for entry in entries if " " not in entry), phrases


# A text is asked for its clauses by each set of rules in turn; few texts are at hand at a time.
@lru_cache(maxsize=64)
def clauses_of(text: str) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of a text, sentence by sentence."""
    sentences = (tuple(split_clauses(text, *each.span)) for each in split_sentences(text))
    return tuple(clauses for clauses in sentences if clauses)


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the sentence that stands at ``start`` to ``end`` of the text."""
    groups = _group(_read_words(text, start, end))
    clauses: list[Clause] = []
    condition = _begins_with_condition(groups)
    for words in groups:
        before = clauses[-1] if clauses else None
        hypothetical = condition or _is_hypothetical(words, before)
        of_risk = before is not None and _names_risk(clauses[0])
        earlier = before.words if before is not None else ()
        reason = _opens(words, "reasons")
        clauses.append(Clause(tuple(words), hypothetical, reason, of_risk, earlier))
    return clauses


def _read_words(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(form := match.group().casefold(), lemma(form).casefold(), *match.span())
        for match in _WORD.finditer(text, start, end)
    ]


def _group(words: list[Word]) -> list[list[Word]]:
    """Cut at punctuation, before "men" and before a word that opens a clause."""
    groups: list[list[Word]] = [[]]
    for index, word in enumerate(words):
        if word.form in _BREAKS:
            groups.append([])
            continue
        if groups[-1] and (word.form in _signs("contrasts") or _cuts(words[index : index + 2])):
            groups.append([])
        groups[-1].append(word)
    return [group for group in groups if group]


def _cuts(words: list[Word]) -> bool:
    """Whether a clause opens here, though no comma stands before it."""
    if words[0].form in _signs("cuts"):
        return True
    return len(words) > 1 and _opens(words, "reasons", single=False)


def _opens(words: list[Word], key: str, *, single: bool = True) -> bool:
    listed, phrases = _words_of(key)
    first = words[0].form
    if single and first in listed:
        return True
    return first in phrases and any(
        [word.form for word in words[: len(phrase)]] == phrase for phrase in phrases[first]
    )


def _begins_with_condition(groups: list[list[Word]]) -> bool:
    """Whether the sentence is one like "Lykkes det ikke, vil X": all of it may come."""
    if len(groups) < 2 or groups[0][0].form not in _words_of("condition_verbs")[0]:
        return False
    return groups[1][0].form in _words_of("consequence_verbs")[0]


def _is_hypothetical(words: list[Word], before: Clause | None) -> bool:
    first = words[0].form
    if _opens(words, "openers") or first in _signs("inverted"):
        return True
    if first in _signs("asking"):
        return before is not None
    if before is None:
        return first in _signs("naming")
    if before.hypothetical and _is_main_after(before, words):
        return True
    if first in _signs("adds") and len(words) > 1 and words[1].form in _words_of("known_risks")[0]:
        return False
    if first in _signs("adds") and not before.hypothetical and _tells_consequence(words):
        return False
    if first in _words_of("inherits")[0]:
        return before.hypothetical or mentions_hypothetical(before.words) or _governs(before)
    return False


def _tells_consequence(words: list[Word]) -> bool:
    """Whether a clause says what has come of the one before it: "er derfor", "har nu"."""
    facts, consequences = _signs("facts"), _signs("consequences")
    return any(one.form in facts and other.form in consequences for one, other in pairwise(words))


def _is_main_after(before: Clause, words: list[Word]) -> bool:
    """Whether this is the main clause behind a condition: "Hvis X, må Y"."""
    conditional = before.words[0].form in _signs("conditions")
    return conditional and words[0].form not in _signs("contrasts")


def _governs(before: Clause) -> bool:
    """Whether what follows may come: "for at", "risikoen for at", cut before "at"."""
    words = _words_of("governors")[0]
    purpose = before.words[-1].form in _signs("purposes")
    return purpose or any(word.form in words or word.lemma in words for word in before.words)


def _names_risk(first: Clause) -> bool:
    """Whether the sentence is about a known risk: "Risikoen for, at X, er lukket"."""
    return first.words[0].form in _words_of("known_risks")[0]


def mentions_hypothetical(words: tuple[Word, ...]) -> bool:
    """Whether a word among them makes what follows something that may come."""
    listed = _words_of("words")[0]
    return any(word.form in listed for word in words)
