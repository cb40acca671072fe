"""The notation of wordings: small phrases with optional parts, compiled to regular expressions.

    den [aller] største (risiko|udfordring) [{where}]

``[a|b]`` may be missing, ``(a|b)`` must be one of them, ``{name}`` is one phrase of a list of that
name, ``#`` a number, ``word*`` a word with any ending, ``...`` up to five words.  Texts and phrases
meet in normalised form: case folded, hyphens and apostrophes gone, other punctuation read as white
space, "/" and "&" read as "og" ("and" in phrases is a word of its own).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

__all__ = ["NotationError", "PhraseSet", "expand", "normalise"]

_JOINED = re.compile("(?<=\\w)[-\u2010\u2011'’´`](?=\\w)|\u00ad")
_AND = re.compile(r"\s*[/&+]\s*")
_OTHER = re.compile(r"[^\w\s#]+|_+")
_TOKEN = re.compile(r"[\[\](){}|]|\.\.\.|[^\s\[\](){}|]+")
_NUMBER = r" \d+"
_ANY = r"(?: \S+){0,5}"
_CLOSES = {"[": "]", "(": ")"}


class NotationError(ValueError):
    """A phrase that breaks the notation; the message says how."""


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """The form in which texts and phrases are compared."""
    text = _JOINED.sub("", text).casefold()
    text = _AND.sub(" og ", text) if _AND.search(text) else text
    return " ".join(_OTHER.sub(" ", text).split())


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of several rows of nodes; ``optional`` where none of them will do too."""

    rows: tuple[tuple["_Node", ...], ...]
    optional: bool = False


_Node = str | _Choice
Lists = Mapping[str, Iterable[str]]


class _Reader:
    """Reads one phrase into nodes."""

    def __init__(self, phrase: str, lists: Lists, depth: int = 0):
        self.phrase = phrase
        self.lists = lists
        self.depth = depth
        self.tokens = _TOKEN.findall(phrase)
        self.at = 0
        if depth > 8:
            raise NotationError(f"{phrase!r}: lists refer to each other in a circle")

    def read(self) -> tuple[_Node, ...]:
        nodes = self._row()
        if self.at < len(self.tokens):
            raise NotationError(f"{self.phrase!r}: {self.tokens[self.at]!r} without its beginning")
        return nodes

    def _row(self) -> tuple[_Node, ...]:
        nodes: list[_Node] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in ("]", ")", "|", "}"):
            token = self.tokens[self.at]
            self.at += 1
            if token in _CLOSES:
                nodes.append(self._choice(_CLOSES[token], optional=token == "["))
            elif token == "{":
                nodes.append(self._list())
            elif token in ("...", "#"):
                nodes.append(token)
            else:
                nodes.extend(_words(token))
        return tuple(nodes)

    def _choice(self, close: str, *, optional: bool) -> _Choice:
        rows = [self._row()]
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            rows.append(self._row())
        self._expect(close)
        return _Choice(tuple(rows), optional)

    def _list(self) -> _Choice:
        name = self.tokens[self.at] if self.at < len(self.tokens) else ""
        self.at += 1
        self._expect("}")
        if name not in self.lists:
            known = ", ".join(sorted(self.lists)) or "none"
            raise NotationError(f"{self.phrase!r}: no list named {name!r} (lists: {known})")
        return _Choice(
            tuple(_Reader(item, self.lists, self.depth + 1).read() for item in self.lists[name])
        )

    def _expect(self, close: str) -> None:
        if self.at >= len(self.tokens) or self.tokens[self.at] != close:
            raise NotationError(f"{self.phrase!r}: {close!r} is missing")
        self.at += 1


def _words(token: str) -> list[str]:
    star = token.endswith("*")
    words = normalise(token.rstrip("*")).split()
    if words and star:
        words[-1] += "*"
    return words


def _pattern(nodes: tuple[_Node, ...]) -> str:
    parts = []
    for node in nodes:
        if isinstance(node, _Choice):
            inner = "|".join(_pattern(row) for row in node.rows)
            parts.append(f"(?:{inner})" + ("?" if node.optional else ""))
        elif node in ("#", "..."):
            parts.append(_NUMBER if node == "#" else _ANY)
        elif node.endswith("*"):
            parts.append(" " + re.escape(node[:-1]) + r"\S*")
        else:
            parts.append(" " + re.escape(node))
    return "".join(parts)


def _firsts(nodes: tuple[_Node, ...]) -> tuple[set[str], bool]:
    """The words that may come first, and whether the nodes may be nothing at all.

    "" stands for any word, "#" for a number.
    """
    words: set[str] = set()
    for node in nodes:
        if not isinstance(node, _Choice):
            plain = node != "..." and not node.endswith("*")
            words.add(node if plain else "")
            return words, node == "..."
        inner = [_firsts(row) for row in node.rows]
        words.update(*(found for found, _ in inner))
        if not node.optional and not any(empty for _, empty in inner):
            return words, False
    return words, True


def _spell(nodes: tuple[_Node, ...], *, full: bool) -> Iterable[str]:
    """Every plain phrase of the nodes; numbers, stars and dots spell as nothing."""
    choices: list[list[str]] = []
    for node in nodes:
        if isinstance(node, _Choice):
            if node.optional and not full:
                continue
            spelled = [t for row in node.rows for t in islice(_spell(row, full=full), 200)]
            choices.append([*([""] if node.optional else []), *spelled])
        else:
            choices.append(["" if node in ("#", "...") else node.rstrip("*")])
    for words in product(*choices):
        yield " ".join(" ".join(words).split())


def expand(
    phrases: Iterable[str], lists: Lists, limit: int = 400, *, full: bool = True
) -> frozenset[str]:
    """Plain normalised phrases, at most ``limit`` for each phrase of the notation.

    ``full`` spells the optional parts too; without it only what must be there.
    """
    spelled: set[str] = set()
    for phrase in phrases:
        spelled.update(islice(_spell(_Reader(phrase, lists).read(), full=full), limit))
    return frozenset(spelled - {""})


class PhraseSet:
    """Wordings of one idea, ready to be matched."""

    def __init__(self, phrases: Iterable[str], lists: Lists | None = None):
        rows = [_Reader(phrase, lists or {}).read() for phrase in phrases]
        self._pattern = "|".join(map(_pattern, rows))
        self._firsts = frozenset(word for row in rows for word in _firsts(row)[0])
        self._compiled: re.Pattern[str] | None = None

    @property
    def _regex(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(f"(?:{self._pattern})(?= |$)")
        return self._compiled

    def matches(self, text: str) -> bool:
        """Whether the whole text is one of the wordings."""
        words = normalise(text)
        return self._may_start(words) and self._regex.fullmatch(" " + words) is not None

    def _may_start(self, words: str) -> bool:
        """Whether the first word is one that a wording begins with: most texts fail here."""
        first = words.split(" ", 1)[0]
        if not first:
            return False
        known = self._firsts
        return first in known or "" in known or ("#" in known and first.isdigit())

    def starts(self, text: str) -> int:
        """How many words at the text's start are the longest wording; 0 where none is."""
        whole = normalise(text)
        if not self._may_start(whole):
            return 0
        words = whole.split(" ")
        for count in range(min(len(words), 14), 0, -1):
            if self._regex.fullmatch(" " + " ".join(words[:count])):
                return count
        return 0

    def found_in(self, text: str) -> bool:
        """Whether one of the wordings stands anywhere in the text."""
        return bool(self._pattern) and self._regex.search(" " + normalise(text)) is not None
