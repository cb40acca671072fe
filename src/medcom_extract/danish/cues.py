"""Rules of ``data/risks.toml`` and ``data/states.toml``, compiled to look through clauses."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from medcom_extract.danish.clauses import Clause, Word, mentions_hypothetical
from medcom_extract.danish.relatives import says_which
from medcom_extract.danish.tables import read_table

__all__ = ["Cue", "Rule", "find_bare", "find_rule", "read_patterns", "read_rules"]

_GAP = r"(?: [^ ]+){0,6}?"
_ELEMENT = re.compile(r"\([^)]*\)\??|<\w+>|\S+")


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that decided; ``rule`` names why, ``span`` is character offsets in the text."""

    text: str
    rule: str
    span: tuple[int, int]

    @classmethod
    def of(cls, text: str, words: tuple[Word, ...], rule: str) -> "Cue":
        """The cue that stands at those words of the text."""
        span = words[0].start, words[-1].end
        return cls(text[slice(*span)], rule, span)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named cue: the state that its patterns stand for, and when they hold."""

    name: str
    state: str
    order: Literal["first", "middle", "last"]
    # Each pattern with words of which it holds one; most clauses hold none, and one look tells.
    # Empty where it may hold any.
    patterns: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    telling: frozenset[str]
    negated: bool
    whole_sentence: bool
    delay: bool
    of_risk: bool
    outright: bool
    resumes: bool
    bare: tuple[re.Pattern[str], ...]


@cache
def read_rules(table: str) -> tuple[Rule, ...]:
    """The rules of ``data/<table>.toml``, in its order."""
    return tuple(_rule(entry) for entry in read_table(table)["rule"])


def _rule(entry: dict[str, Any]) -> Rule:
    telling = [_telling_words(pattern) for pattern in entry["patterns"]]
    return Rule(
        name=entry["name"],
        state=entry["state"],
        order=entry.get("order", "middle"),
        patterns=tuple(zip(read_patterns(entry["patterns"]), telling, strict=True)),
        telling=frozenset[str]().union(*telling) if all(telling) else frozenset(),
        negated=entry.get("negated", False),
        whole_sentence=entry.get("whole_sentence", False),
        delay=entry.get("delay", False),
        of_risk=entry.get("of_risk", False),
        outright=entry.get("outright", False),
        resumes=entry.get("resumes", False),
        bare=read_patterns(entry.get("bare", [])),
    )


def read_patterns(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    """Compile patterns in the table's notation."""
    return tuple(re.compile(_compile(pattern)) for pattern in patterns)


def _compile(pattern: str) -> str:
    parts = []
    for element in _ELEMENT.findall(pattern):
        if element == "...":
            parts.append(_GAP)
        else:
            choices = "|".join(map(_phrase, _choices(element)))
            parts.append(f"(?:{choices})" + ("?" if element.endswith(")?") else ""))
    return "".join(parts) + "(?= )"


def _choices(element: str) -> list[str]:
    """The words and phrases that an element of a pattern stands for."""
    if element.startswith("("):
        return element.strip("()?").split("|")
    return _lists()[element.strip("<>")] if element.startswith("<") else [element]


def _telling_words(pattern: str) -> frozenset[str]:
    """Words of which one stands in every text that the pattern fits; empty where there are none."""
    sets = [_words_among(element) for element in _ELEMENT.findall(pattern)]
    best = min((words for words in sets if words), key=_frequency, default=set[str]())
    return frozenset(best)


def _words_among(element: str) -> set[str]:
    """A word of each choice of an element; empty where it may be left out or match by its part."""
    if element == "..." or element.endswith(")?") or "*" in "".join(_choices(element)):
        return set()
    return {max(choice.split(), key=len).removeprefix("~") for choice in _choices(element)}


def _frequency(words: set[str]) -> tuple[int, int]:
    """How little a set tells: by its commonest words, then by its size."""
    return len(words.intersection(read_table("functionwords")["everywhere"])), len(words)


@cache
def _lists() -> dict[str, list[str]]:
    """The word lists of all tables with rules; a list has one name throughout."""
    return {**read_table("risks")["lists"], **read_table("states")["lists"]}


def _phrase(phrase: str) -> str:
    return "".join(map(_word, phrase.split()))


def _word(word: str) -> str:
    """A word of the notation, matched against " form/lemma"."""
    if word.startswith("~"):
        return rf" [^ ]+/{re.escape(word[1:])}"
    return rf" {re.escape(word).replace(chr(92) + '*', '[^ /]*')}/[^ ]*"


def find_rule(rule: Rule, clause: Clause) -> tuple[Word, ...] | None:
    """The words of the clause that the rule holds for, or None."""
    if clause.hypothetical and not (rule.of_risk and clause.of_risk):
        return None
    # "Risikoen er blevet større": what is said of the risk is not said of the thing.
    if clause.words[0].lemma == "risiko" and rule.state == "materialised" and not rule.of_risk:
        return None
    if rule.telling and rule.telling.isdisjoint(clause.known):
        return None
    for pattern, telling in rule.patterns:
        if telling and telling.isdisjoint(clause.known):
            continue
        match = pattern.search(clause.encoded)
        if match is None:
            continue
        first = clause.encoded.count(" ", 0, match.start())
        last = first + match.group().count(" ")
        if _holds(rule, clause, first, last):
            return clause.words[first:last]
    return None


def _holds(rule: Rule, clause: Clause, first: int, last: int) -> bool:
    """Whether nothing around the words from ``first`` to ``last`` takes back what they say."""
    words = clause.words
    checked = words[:first] if rule.negated else words[:last]
    if mentions_hypothetical(checked) or (_speaks_of_risk(words[:last]) and not rule.of_risk):
        return False
    if not rule.negated and _is_negated(words, last):
        return False
    if rule.outright and says_which(clause, first):
        return False
    return not rule.resumes or (clause.of_risk and first == 0)


def find_bare(rule: Rule, clause: Clause) -> tuple[Word, ...] | None:
    """The words at the head of a clause that the rule takes without a subject, or None."""
    for pattern in rule.bare:
        match = pattern.match(clause.encoded)
        if match is not None:
            return clause.words[: match.group().count(" ")]
    return None


def _speaks_of_risk(words: tuple[Word, ...]) -> bool:
    """Whether what stands behind has not happened: "Der er risiko for forsinkelse"."""
    pairs = zip(words, words[1:], strict=False)
    return any(word.lemma in {"risiko", "fare"} and after.form == "for" for word, after in pairs)


@cache
def _negations() -> frozenset[str]:
    return frozenset(read_table("risks")["hypothetical"]["negations"])


def _is_negated(words: tuple[Word, ...], last: int) -> bool:
    # "indtraf ikke": the negation stands behind a verb of its own.
    return any(word.form in _negations() for word in words[: last + 1])
