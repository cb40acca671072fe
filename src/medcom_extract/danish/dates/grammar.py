"""The table of forms, read from the three ``.toml`` files beside it and compiled once a process."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

import regex

from medcom_extract.danish.dates.direction import Cues, load_cues

__all__ = ["Form", "Grammar", "Lead", "alternatives", "load_grammar"]

Pattern = regex.Pattern[str]
Table = dict[str, Any]
LINKS = ("to", "and", "list", "or")
LITERAL = regex.compile(r"(?<!\\)\p{Ll}+")
FIGURES = ("1", "12", "31", "2024", "1.", "1. kvartal", "2. januar", "1/1", "1.1.24", "1q", "2024q")


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table: see the head of ``forms.toml``."""

    name: str
    meaning: str
    example: str
    compiled: Pattern
    parted: bool | str = False
    introduced: bool | str = False
    capital: bool = False
    namelike: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What a word before a date says of it."""

    modifier: str | None = None
    kept: bool = False
    direction: str | None = None
    opens: tuple[str, ...] = ()
    between: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that reading needs: patterns, and the tables behind them.

    ``starts`` gives for a word, a letter before a figure ("q0") or a figure ("0") the forms that
    can begin with it, in the order of the table; few words of a text begin any.
    """

    starts: dict[str, tuple[Form, ...]]
    before: Pattern
    before_starts: frozenset[str]
    figure: Pattern
    words: dict[str, dict[str, int]]
    leads: dict[str, Lead]
    barriers: frozenset[str]
    barrier_names: frozenset[str]
    links: dict[str, str]
    gap: Pattern
    moved: Pattern
    cues: Cues
    spelling: dict[str, list[str]]


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """Read and compile the table (some tenths of a second the first time)."""
    folder = files("medcom_extract.danish.dates")
    table: dict[str, Any] = {}
    for name in ("words.toml", "forms.toml", "cues.toml"):
        table |= tomllib.loads(folder.joinpath(name).read_text("utf-8"))
    table["words"]["part_from"] = table["words"]["part"]
    leads = {words: _lead(row) for row in table["lead"] for words in row["words"]}
    pieces, lists = _pieces(table), _lists(table)
    before = regex.compile(_fill(_spaced(table["before"]["pattern"]), pieces))
    names = _first_words(table)
    return Grammar(
        starts=_starts(_forms(table, pieces, lists), names),
        before=before,
        before_starts=frozenset(
            {w for w in names if _able(before, (f"{w} ", f"{w}/", f"{w}-"))} | {"0"}
        ),
        figure=_compiled(_spaced(table["figure"]["pattern"]), lists),
        words=table["words"],
        leads=leads,
        barriers=frozenset(table["barriers"]["words"]),
        barrier_names=frozenset(table["barriers"]["names"]),
        links={word: kind for kind in LINKS for word in table["links"][kind]},
        gap=_gap(table["links"]),
        moved=regex.compile(rf"\b(?:{alternatives(table['links']['moved'])})\b"),
        cues=load_cues(table["direction"]),
        spelling=table["spelling"],
    )


def alternatives(words: Iterable[str]) -> str:
    """Write words as a pattern, the longest first, blanks as any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(regex.escape, word.split())) for word in ordered)


def _lead(row: dict[str, Any]) -> Lead:
    return Lead(**{key: row[key] for key in row if key != "words"} | {"opens": tuple(row["opens"])})


def _gap(links: dict[str, list[str]]) -> Pattern:
    """Compile what may stand between two linked dates: a linking word, and a small one or none."""
    words = alternatives([word for kind in LINKS for word in links[kind]])
    small = r"(?:den|d\.|i|på|ved|pr\.|the|in|on|at)"
    return regex.compile(rf"\s*(?P<link>{words})\s*(?:{small}\s*){{0,2}}")


def _pieces(table: dict[str, Any]) -> dict[str, str]:
    """Write the pieces and the tables of words as patterns that keep what they match."""
    pieces = {name: _spaced(pattern) for name, pattern in table["pieces"].items()}
    for name, words in table["words"].items():
        pieces.setdefault(name, f"(?P<{name}>{alternatives(words)})\\b")
    return pieces


def _lists(table: dict[str, Any]) -> dict[str, list[str]]:
    r"""Give the lists of words that patterns name as \L<...>."""
    words = table["words"]
    months = [*words["month"], *words["short_month"], *words["ambiguous_month"]]
    return {
        "counted": table["lists"]["counted"],
        "months": [*months, *words["part"]],
        "seasons": [*words["bare_season"]],
        "after_figure": [*months, *words["unit"], *table["lists"]["after_figure"]],
    }


def _forms(table: Table, pieces: dict[str, str], lists: dict[str, list[str]]) -> list[Form]:
    """Compile the rows, in their order."""
    known = {field.name for field in fields(Form)}
    forms = []
    for row in table["form"]:
        pattern = f"(?:{_fill(_spaced(row['pattern']), pieces)})(?!\\w)"
        given = {key: row[key] for key in row if key in known}
        forms.append(Form(compiled=_compiled(pattern, lists), **given))
    return forms


def _compiled(pattern: str, lists: dict[str, list[str]]) -> Pattern:
    ignore_unused = True
    return regex.compile(pattern, 0, ignore_unused, None, **lists)


def _spaced(pattern: str) -> str:
    """Turn the table's blanks into white space of any kind."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


def _fill(pattern: str, pieces: dict[str, str]) -> str:
    """Put the pieces in, until none is left (a piece may hold another)."""
    name = regex.compile(r"\{([a-z_]+)\}")
    while name.search(pattern):
        pattern = name.sub(lambda found: pieces[found[1]], pattern)
    return pattern


def _first_words(table: dict[str, Any]) -> set[str]:
    """Give every word that a pattern or a table of words holds: a date begins with one of them."""
    written = {word for row in table["form"] for word in LITERAL.findall(row["pattern"])}
    named = {word.split()[0] for words in table["words"].values() for word in words}
    return written | {word for start in named for word in LITERAL.findall(start)[:1]}


def _starts(forms: list[Form], names: set[str]) -> dict[str, tuple[Form, ...]]:
    """Find out with partial matches which forms a word can begin."""
    samples: dict[str, tuple[str, ...]] = {
        word: (word + " ", word + ".", word + "-", word + "/") for word in names
    }
    samples |= {"q0": ("q1", "q 1"), "h0": ("h1", "h1 2024"), "0": FIGURES}
    starts = {
        word: tuple(form for form in forms if _able(form.compiled, tried))
        for word, tried in samples.items()
    }
    return {word: able for word, able in starts.items() if able}


def _able(pattern: Pattern, samples: Iterable[str]) -> bool:
    """Say whether one of the samples can begin what the pattern matches."""
    return any(pattern.match(sample, partial=True) for sample in samples)
