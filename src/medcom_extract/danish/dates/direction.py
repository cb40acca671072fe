"""Whether a sentence looks back or ahead, for dates whose year is missing."""

from dataclasses import dataclass
from typing import Any

import regex

from medcom_extract.danish.dates.model import Direction

__all__ = ["Cues", "find_direction", "load_cues"]

TOKEN = regex.compile(r"\w+")
WORDS_IN_A_PERFECT = 5
SHORTEST_VERB = 5
FURTHEST_CUE = 400  # characters from the date; no sentence needs more

Token = tuple[int, int, str]
Phrases = dict[str, list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of ``[direction]`` in ``cues.toml``: phrases by their first word, and endings."""

    strong: dict[Direction, Phrases]
    weak: dict[Direction, Phrases]
    none: Phrases
    endings: dict[Direction, tuple[str, ...]]
    determiners: frozenset[str]
    perfect: frozenset[str]
    participles: tuple[str, ...]
    clause: regex.Pattern[str]
    sentence: regex.Pattern[str]


def load_cues(rows: dict[str, Any]) -> Cues:
    """Arrange the rows of the table for looking up."""
    return Cues(
        strong={"future": _phrases(rows["strong_future"]), "past": _phrases(rows["strong_past"])},
        weak={"future": _phrases(rows["weak_future"]), "past": _phrases(rows["weak_past"])},
        none=_phrases(rows["none"]),
        endings={"future": tuple(rows["future_endings"]), "past": tuple(rows["past_endings"])},
        determiners=frozenset(rows["determiners"]),
        perfect=frozenset(rows["perfect"]),
        participles=tuple(rows["participle_endings"]),
        clause=regex.compile("|".join(rows["clause"])),
        sentence=regex.compile("|".join(rows["sentence"])),
    )


def find_direction(
    text: str, span: tuple[int, int], given: Direction | None, cues: Cues
) -> Direction | None:
    """Say where the words around a date look, or None where they do not tell.

    The strong words of the date's own clause come first (they may contradict the kind of item),
    then the direction given, then tense and the weaker words, from the clause to the sentence.
    """
    clause = _tokens(text, span, cues.clause)
    found = _nearest(clause, span, cues, cues.strong, endings=False)
    if found or given:
        return found or given
    if _is_perfect(clause, cues):
        return "past"
    sentence = _tokens(text, span, cues.sentence)
    return (
        _nearest(clause, span, cues, cues.weak, endings=True)
        or _nearest(sentence, span, cues, cues.strong, endings=False)
        or _nearest(sentence, span, cues, cues.weak, endings=True)
    )


def _phrases(rows: list[str]) -> Phrases:
    phrases: Phrases = {}
    for row in rows:
        first, *rest = row.split()
        phrases.setdefault(first, []).append(tuple(rest))
    return phrases


def _tokens(text: str, span: tuple[int, int], border: regex.Pattern[str]) -> list[Token]:
    """Give the words of the clause or sentence that holds the span, without those of the date."""
    start = max(span[0] - FURTHEST_CUE, 0)
    end = min(span[1] + FURTHEST_CUE, len(text))
    for found in border.finditer(text, start, span[0]):
        start = found.end()
    after = border.search(text, span[1], end)
    end = after.start() if after else end
    return [
        (word.start(), word.end(), word.group().lower())
        for word in TOKEN.finditer(text, start, end)
        if word.end() <= span[0] or word.start() >= span[1]
    ]


def _nearest(
    tokens: list[Token],
    span: tuple[int, int],
    cues: Cues,
    phrases: dict[Direction, Phrases],
    *,
    endings: bool,
) -> Direction | None:
    """Give the direction of the cue nearest to the date, of two as near the future."""
    distances: dict[Direction, int] = {}
    for i, (start, end, word) in enumerate(tokens):
        for direction, table in phrases.items():
            if (word in table and _stands(tokens, i, table[word], span, cues)) or (
                endings and _has_ending(tokens, i, direction, cues)
            ):
                away = max(span[0] - end, start - span[1])
                distances[direction] = min(away, distances.get(direction, away))
    if not distances:
        return None
    nearest: Direction = min(distances, key=lambda direction: distances[direction])
    return nearest


def _stands(
    tokens: list[Token], i: int, rests: list[tuple[str, ...]], span: tuple[int, int], cues: Cues
) -> bool:
    """Say whether one of the phrases stands here whole, and not as 'som planlagt'.

    What is 'flyttet til' a day is ahead; what is 'flyttet til nyt center i marts' is not.
    """
    if i and any((tokens[i][2],) == rest for rest in cues.none.get(tokens[i - 1][2], ())):
        return False
    following = tuple(word for _, _, word in tokens[i + 1 : i + 4])
    for rest in rests:
        after = [word for start, _, word in tokens[i + 1 + len(rest) :] if start < span[0]]
        leads = not after or after in (["den"], ["d"])
        if following[: len(rest)] == rest and (leads or rest[-1:] != ("til",)):
            return True
    return False


def _has_ending(tokens: list[Token], i: int, direction: Direction, cues: Cues) -> bool:
    word = tokens[i][2]
    if len(word) < SHORTEST_VERB or not word.endswith(cues.endings[direction]):
        return False
    return not (i and tokens[i - 1][2] in cues.determiners)


def _is_perfect(tokens: list[Token], cues: Cues) -> bool:
    """Say whether 'er' or 'har' is followed by a participle a few words on."""
    words = [word for _, _, word in tokens]
    return any(
        word.endswith(cues.participles) and len(word) >= SHORTEST_VERB
        for i, first in enumerate(words)
        if first in cues.perfect
        for word in words[i + 1 : i + 1 + WORDS_IN_A_PERFECT]
    )
