"""What stands behind a figure: per cent, money, a measure, or the noun that is counted."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from medcom_extract.danish.tables import read_table

__all__ = ["Unit", "is_vague", "read_unit", "read_unit_before"]

# A word of a noun phrase, "EOJ-leverandører" and "it-systemer" included.
_WORD = re.compile(r"[ \u00a0]?(?P<word>[^\W\d_](?:[\w'’]|[-/](?=[^\W_]))*[.]?)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; ``factor`` is what the figure is multiplied by, ``end`` an offset in the text."""

    name: str | None
    factor: float
    end: int
    counted: bool = False


@cache
def _table() -> dict[str, Any]:
    return read_table("quantities")


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _measures() -> re.Pattern[str]:
    units = _table()["units"]
    thousand = _alternatives(units["thousand_kroner"])
    scale = _alternatives(list(_table()["scales"]))
    money = _alternatives(units["currency"])
    percent = _alternatives(units["percent"])
    measure = _alternatives(units["measure"])
    return re.compile(
        rf"[ \u00a0]?(?:(?P<thousand>{thousand})(?!\w)|(?P<percent>{percent})(?!\w)"
        rf"|(?:(?P<scale>{scale})(?:(?<=\.)|(?!\w))[ \u00a0]?)?(?P<money>{money})(?!\w)"
        rf"|(?P<measure>{measure})(?![\w/-])|(?P<alone>{scale})(?!\w))"
    )


@cache
def _money_before() -> re.Pattern[str]:
    money = _alternatives(_table()["units"]["currency"])
    return re.compile(rf"(?<![\w.])(?P<money>{money})[ \u00a0]?$")


def read_unit(text: str, position: int, *, english: bool) -> Unit | None:
    """The unit that begins at ``position``, right behind a figure, or None.

    In an ``english`` text one noun may stand before another: "38 test cases".
    """
    match = _measures().match(text, position)
    if match is None:
        return _noun(text, position, english)
    scales = _table()["scales"]
    if match["thousand"]:
        return Unit("kr.", 1e3, match.end())
    if match["alone"]:
        factor = float(scales[match["alone"]])
        noun = _noun(text, match.end(), english)
        return Unit(noun.name, factor, noun.end, True) if noun else Unit(None, factor, match.end())
    factor = float(scales[match["scale"]]) if match["scale"] else 1.0
    name = match["percent"] or match["money"] or match["measure"]
    return Unit(name, factor, match.end())


def read_unit_before(text: str, position: int) -> tuple[str, int] | None:
    """The currency that ends at ``position``, right before a figure: its name and its start."""
    match = _money_before().search(text, max(0, position - 8), position)
    return (match["money"], match.start()) if match else None


def is_vague(noun: str) -> bool:
    """Whether the noun counts nothing that a reader follows: "to steder", "tre gange"."""
    return noun.rsplit(maxsplit=1)[-1].casefold() in _vague()


@cache
def _vague() -> frozenset[str]:
    return frozenset(_table()["vague"]["nouns"])


@cache
def _stops() -> frozenset[str]:
    return frozenset(_table()["stops"]["words"])


def _noun(text: str, position: int, english: bool) -> Unit | None:
    """The noun phrase at ``position``: adjectives as long as a noun follows, then the noun."""
    words: list[re.Match[str]] = []
    while (match := _WORD.match(text, position)) and match.start("word") > match.start():
        word = match["word"]
        joined = bool(words) and word == "og" and _is_adjective(words[-1]["word"])
        if not joined and {word.casefold(), word.rstrip(".").casefold()} & _stops():
            break
        words.append(match)
        position = match.end()
        goes_on = joined or _is_adjective(word) or (english and _is_modifier(text, match))
        if word.endswith(".") or not goes_on:
            break
    return _as_unit(text, _trim(words))


def _trim(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Drop what follows the noun by mistake: a verb after "17 frivillige"."""
    while len(words) > 1 and (words[-1]["word"] == "og" or _is_verb(words[-1]["word"])):
        words = words[:-1]
    return words


def _as_unit(text: str, words: list[re.Match[str]]) -> Unit | None:
    if not words or _is_verb(words[-1]["word"]):
        return None
    end = words[-1].end() - words[-1]["word"].endswith(".")
    name = text[words[0].start("word") : end]
    durations = _table()["genitive_durations"]
    if name.casefold() in durations:
        return Unit(durations[name.casefold()], 1.0, end, True)
    return Unit(name, 1.0, end, True)


def _is_verb(word: str) -> bool:
    """A verb in the past ("hvoraf 9 fejlede"), which no noun of the list looks like."""
    word, nouns = word.rstrip("."), _table()["nouns"]["words"]
    past = len(word) > 4 and word.endswith(("ede", "te")) and not _never_verb().fullmatch(word)
    return word in _table()["verbs"]["words"] or (past and word not in nouns)


@cache
def _never_verb() -> re.Pattern[str]:
    return re.compile(_table()["adjectives"]["never_verbs"], re.IGNORECASE)


def _is_modifier(text: str, match: re.Match[str]) -> bool:
    """Whether an English noun stands before its head: "38 test cases"."""
    following = _WORD.match(text, match.end())
    if following is None or match["word"].endswith("s"):
        return False
    head = following["word"].rstrip(".").casefold()
    return head.endswith("s") and head not in _stops()


def _is_adjective(word: str) -> bool:
    adjectives, word = _table()["adjectives"], word.casefold()
    if word in adjectives["words"] or _never_verb().fullmatch(word):
        return True
    return word.endswith(tuple(adjectives["endings"])) and not _is_noun(word)


def _is_noun(word: str) -> bool:
    nouns = _table()["nouns"]
    return word in nouns["words"] or word.endswith(tuple(nouns["endings"]))
