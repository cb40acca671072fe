"""What words say of a project's life cycle, and whether a milestone field tells of no milestone.

The rules stand in ``data/states.toml``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from medcom_extract.danish.clauses import clauses_of
from medcom_extract.danish.cues import Cue, Rule, find_bare, find_rule, read_patterns, read_rules
from medcom_extract.danish.tables import read_table

__all__ = ["ProjectWords", "classify_project", "denies_milestone", "is_phase_key"]

# Every pattern of a denial holds one of these; most texts hold none.
_DENIAL = re.compile(r" (?:ingen|intet|ikke|no|none)/")

Field = Literal["status", "remark", "milestone", "risk"]
ProjectState = Literal["active", "on_hold", "completed", "clarification"]


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """A text about a project; ``field`` is where it stands."""

    text: str
    field: Field


def classify_project(texts: Iterable[ProjectWords]) -> tuple[ProjectState, tuple[Cue, ...]]:
    """The state that a project's texts tell, with the words that decided it.

    A project is active, without any cue, unless its words say otherwise.
    """
    texts = list(texts)
    for rule, entry in zip(read_rules("states"), read_table("states")["rule"], strict=True):
        cues = [
            cue for words in texts if words.field in entry["fields"] for cue in _cues(words, rule)
        ]
        if cues:
            return entry["state"], tuple(cues)
    return "active", ()


def is_phase_key(key: str) -> bool:
    """Whether a detail of that name tells the project's phase."""
    return " ".join(key.split()).strip(" :").casefold() in read_table("states")["phase"]["keys"]


def denies_milestone(text: str) -> bool:
    """Whether a milestone field says that nothing was reached ("Ingen milepæle opnået ...")."""
    plain = " ".join(text.split()).strip(" .!").casefold()
    if plain in read_table("states")["negative"]["alone"]:
        return True
    # Only the field's first words deny it; further on a "no" belongs to something else.
    first = [clause for sentence in clauses_of(text)[:1] for clause in sentence[:1]]
    return any(
        pattern.match(clause.encoded)
        for clause in first
        if _DENIAL.search(clause.encoded)
        for pattern in _negative()
    )


@cache
def _negative() -> tuple[re.Pattern[str], ...]:
    patterns = read_table("states")["negative"]["patterns"]
    return (*read_patterns(patterns), *read_patterns([f"der ... {each}" for each in patterns]))


def _cues(words: ProjectWords, rule: Rule) -> list[Cue]:
    cues = []
    for clauses in clauses_of(words.text):
        for clause in clauses:
            found = find_rule(rule, clause)
            if found is None and words.field in ("status", "remark"):
                found = find_bare(rule, clause)
            if found is not None:
                cues.append(Cue.of(words.text, found, rule.name))
    return cues
