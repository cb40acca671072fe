"""Relative clauses that say which ones are meant: "præparater, som lægen har stoppet".

What such a clause tells has happened to those, and not to the risk that speaks of them.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from medcom_extract.danish.clauses import Clause, Word
from medcom_extract.danish.tables import read_table

__all__ = ["says_which"]

_LONGEST = 4  # words from behind "som" to the verb: a subject, an auxiliary


def says_which(clause: Clause, first: int) -> bool:
    """Whether the word at ``first`` stands in a relative clause behind a plural without article.

    "Fejl, der har stoppet testen" and "der er kommuner, som er stoppet" tell what happened.
    """
    words = clause.words
    opener = max((i for i in range(first) if words[i].form in _listed("openers")), default=None)
    if opener is None:
        return False
    antecedent = words[:opener] or clause.before
    return _is_bare_plural(antecedent) and _is_told_of_it(words[opener + 1 : first + 1])


def _is_bare_plural(words: Sequence[Word]) -> bool:
    """Whether the words end in a plural that nothing makes known or counts."""
    if len(words) < 2 or any(
        one.form == "der" and other.form in _listed("copulas") for one, other in pairwise(words)
    ):
        return False
    noun, earlier = words[-1], {word.form for word in words[-3:-1]}
    counted = any(form.isdigit() for form in earlier) or not earlier.isdisjoint(_listed("counts"))
    plural = noun.form != noun.lemma and noun.form.endswith(("e", "r"))
    return plural and not noun.form.endswith("ne") and not counted


def _is_told_of_it(words: Sequence[Word]) -> bool:
    """Whether what stands before the clause is what it befell: "er stoppet", "lægen har stoppet".

    ``words`` run from behind "som" to the verb.  "Som har stoppet testen" tells what it did, and
    "som bruger XMO er stoppet" ends the clause before the verb.
    """
    told = [word.form for word in words if word.form not in _listed("adverbs")]
    if not told or len(told) > _LONGEST or told[0] in _listed("no_relative"):
        return False
    if told[0] in _listed("copulas"):
        return len(told) <= 2
    by_another = not told[0].endswith(_verb_endings()) and told[0] not in _listed("auxiliaries")
    return by_another and not _listed("auxiliaries").isdisjoint(told[1:])


@cache
def _verb_endings() -> tuple[str, ...]:
    return tuple(_listed("verb_endings"))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(read_table("risks")["relative"][key])
