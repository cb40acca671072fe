"""What has become of a risk, by ordered cue rules over lemmas.

``materialised``: the text says that it happened, also while it is being handled.  ``mitigated``:
solved, closed, averted, stabilised or accepted.  ``potential``: all else in a risk field.
The rules and word lists stand in ``data/risks.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from medcom_extract.danish.clauses import Clause, Word, clauses_of
from medcom_extract.danish.cues import Cue, Rule, find_rule, read_patterns, read_rules
from medcom_extract.danish.tables import read_table

__all__ = ["Cue", "RiskState", "classify_risk", "denies_risk", "says_delay"]


class RiskState(str):
    """A state ("potential", "materialised", "mitigated") that remembers the words that decided it.

    It is a plain string to compare and to write; ``cues`` is empty for a risk that is potential
    because nothing says otherwise.
    """

    __slots__ = ("cues",)

    cues: tuple[Cue, ...]

    def __new__(cls, state: str, cues: tuple[Cue, ...] = ()) -> "RiskState":
        made = super().__new__(cls, state)
        made.cues = cues
        return made


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    clause: Clause
    words: tuple[Word, ...]


def classify_risk(text: str, *, in_risk_field: bool = False) -> RiskState | None:
    """The state of the risk that a text speaks of, or None where it speaks of none.

    ``in_risk_field`` says that the document calls the text a risk: then a text without any cue is
    a potential one, and only a denial ("Ingen risici") gives None.
    """
    if not text.strip() or denies_risk(text):
        return None
    hits = list(_hits(text, read_rules("risks")))
    for order in ("first", "middle", "last"):
        found = [hit for hit in hits if hit.rule.order == order]
        if found and not (order == "last" and _stands(text)):
            return _state(text, found)
    return RiskState("potential") if in_risk_field or _speaks_of_risk(text) else None


def says_delay(text: str) -> Cue | None:
    """The words by which a text says that something is late, or None."""
    for hit in _hits(text, _delay_rules()):
        return Cue.of(text, hit.words, hit.rule.name)
    return None


@cache
def _delay_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in read_rules("risks") if rule.delay)


def denies_risk(text: str) -> bool:
    """Whether the whole text says no more than that there is no risk."""
    return _denial().fullmatch(" ".join(text.split()).rstrip(" .")) is not None


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(read_table("risks")["none"]["pattern"], re.IGNORECASE)


def _hits(text: str, rules: tuple[Rule, ...]) -> Iterator[_Hit]:
    for clauses in clauses_of(text):
        whole = Clause(tuple(word for clause in clauses for word in clause.words), False, False)
        for rule in rules:
            if rule.telling and rule.telling.isdisjoint(whole.known):
                continue
            for clause in [whole] if rule.whole_sentence else clauses:
                words = find_rule(rule, clause)
                if words is not None:
                    yield _Hit(rule, clause, words)


def _state(text: str, hits: list[_Hit]) -> RiskState:
    """The last word decides, but a reason ("da X er udskudt") does not undo what it explains."""
    ordered = sorted(hits, key=lambda hit: hit.words[-1].start)
    deciding = [hit for hit in ordered if not hit.clause.subordinate] or ordered
    state = deciding[-1].rule.state
    cues = tuple(
        Cue.of(text, hit.words, hit.rule.name) for hit in ordered if hit.rule.state == state
    )
    return RiskState(state, cues)


def _stands(text: str) -> bool:
    """Whether a text says that its risk stands, whatever was done about it."""
    return _matches(text, "stands")


def _speaks_of_risk(text: str) -> bool:
    """False for a calm text: an achievement or a plan, and not a word of trouble."""
    return _trouble().search(text) is not None or not _matches(text, "calm")


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return read_patterns(read_table("risks")[key]["patterns"])


def _matches(text: str, key: str) -> bool:
    clauses = [clause for sentence in clauses_of(text) for clause in sentence]
    return any(pattern.search(clause.encoded) for pattern in _patterns(key) for clause in clauses)


@cache
def _trouble() -> re.Pattern[str]:
    parts = "|".join(map(re.escape, read_table("risks")["trouble"]["parts"]))
    return re.compile(parts, re.IGNORECASE)
