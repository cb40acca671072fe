"""The notation of wordings: small phrases with optional parts, matched word by word.

    den [aller] største (risiko|udfordring) [{where}]

``[a|b]`` may be missing, ``(a|b)`` must be one of them, ``{name}`` is one phrase of a list of that
name, ``#`` a number, ``word*`` a word with any ending, ``*word`` one with any beginning, ``...`` up
to five words.  Texts and phrases
meet in normalised form: case folded, hyphens and apostrophes gone, other punctuation read as white
space, "/" and "&" read as "og" ("and" in phrases is a word of its own).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product

__all__ = ["Known", "NotationError", "PhraseSet", "expand", "normalise"]

_JOINED = re.compile("(?<=\\w)[-\u2010\u2011'’´`](?=\\w)|\u00ad")
_AND = re.compile(r"\s*[/&+]\s*")
_OTHER = re.compile(r"[^\w\s#]+|_+")
_TOKEN = re.compile(r"[\[\](){}|]|\.\.\.|[^\s\[\](){}|]+")
_ANY = 5
"""Words that ``...`` stands for at most."""
_LONGEST = 14
"""Words of a wording at a text's start, at most."""
_CLOSES = {"[": "]", "(": ")"}


class NotationError(ValueError):
    """A phrase that breaks the notation; the message says how."""


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """The form in which texts and phrases are compared."""
    text = _JOINED.sub("", text).casefold()
    text = _AND.sub(" og ", text) if _AND.search(text) else text
    return " ".join(_OTHER.sub(" ", text).split())


class _Choice:
    """One of several rows of nodes; ``optional`` where none of them will do too.

    ``words`` are the rows of one plain word, ``longer`` the others: a list of names is looked up at
    once.
    """

    __slots__ = ("longer", "optional", "rows", "words")

    def __init__(self, rows: tuple[tuple["_Node", ...], ...], *, optional: bool = False):
        self.rows = rows
        self.optional = optional
        single = [row for row in rows if len(row) == 1 and _is_plain(row[0])]
        self.words = frozenset(node for row in single for node in row if isinstance(node, str))
        self.longer = tuple(row for row in rows if len(row) != 1 or not _is_plain(row[0]))


_Node = str | _Choice
Lists = Mapping[str, Iterable[str]]
Known = dict[str, _Choice]
"""Lists that were read already, by name."""


def _is_plain(node: _Node) -> bool:
    return isinstance(node, str) and node not in ("#", "...") and "*" not in node


class _Reader:
    """Reads one phrase into nodes."""

    def __init__(self, phrase: str, lists: Lists, known: Known, depth: int = 0):
        self.phrase = phrase
        self.lists = lists
        self.known = known
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
        return _Choice(tuple(rows), optional=optional)

    def _list(self) -> _Choice:
        name = self.tokens[self.at] if self.at < len(self.tokens) else ""
        self.at += 1
        self._expect("}")
        if name not in self.lists:
            known = ", ".join(sorted(self.lists)) or "none"
            raise NotationError(f"{self.phrase!r}: no list named {name!r} (lists: {known})")
        if name not in self.known:
            readers = (_Reader(i, self.lists, self.known, self.depth + 1) for i in self.lists[name])
            self.known[name] = _Choice(tuple(reader.read() for reader in readers))
        return self.known[name]

    def _expect(self, close: str) -> None:
        if self.at >= len(self.tokens) or self.tokens[self.at] != close:
            raise NotationError(f"{self.phrase!r}: {close!r} is missing")
        self.at += 1


def _words(token: str) -> list[str]:
    before, after = token.startswith("*"), token.endswith("*")
    words = normalise(token.strip("*")).split()
    if words and before:
        words[0] = "*" + words[0]
    if words and after:
        words[-1] += "*"
    return words


def _ends(nodes: tuple[_Node, ...], words: Sequence[str], starts: set[int]) -> set[int]:
    """Where a match of the nodes may end that begins at one of the starts."""
    for node in nodes:
        if not starts:
            break
        starts = _after(node, words, starts)
    return starts


def _after(node: _Node, words: Sequence[str], starts: set[int]) -> set[int]:
    if isinstance(node, _Choice):
        ends = {at + 1 for at in starts if at < len(words) and words[at] in node.words}
        for row in node.longer:
            ends |= _ends(row, words, starts)
        return ends | starts if node.optional else ends
    if node == "...":
        return {end for at in starts for end in range(at, min(at + _ANY, len(words)) + 1)}
    left = [at for at in starts if at < len(words)]
    if node == "#":
        return {at + 1 for at in left if words[at].isdecimal()}
    if "*" in node:
        return {at + 1 for at in left if _fits(words[at], node)}
    return {at + 1 for at in left if words[at] == node}


def _may_open(node: _Node, word: str) -> bool:
    """Whether a row that begins with a node may begin with a word, by a quick look."""
    return not isinstance(node, str) or "*" not in node or _fits(word, node)


def _fits(word: str, node: str) -> bool:
    """Whether a word fits a node with a star before it, behind it or on both sides."""
    core = node.strip("*")
    if not node.startswith("*"):
        return word.startswith(core)
    return core in word if node.endswith("*") else word.endswith(core)


def _firsts(nodes: tuple[_Node, ...]) -> tuple[set[str], bool]:
    """The words that may come first, and whether the nodes may be nothing at all.

    "" stands for any word, "#" for a number.
    """
    words: set[str] = set()
    for node in nodes:
        if not isinstance(node, _Choice):
            plain = node != "..." and "*" not in node
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
            choices.append(["" if node in ("#", "...") else node.strip("*")])
    for words in product(*choices):
        yield " ".join(" ".join(words).split())


def expand(
    phrases: Iterable[str], lists: Lists, limit: int = 400, *, full: bool = True
) -> frozenset[str]:
    """Plain normalised phrases, at most ``limit`` for each phrase of the notation.

    ``full`` spells the optional parts too; without it only what must be there.
    """
    spelled: set[str] = set()
    known: Known = {}
    for phrase in phrases:
        spelled.update(islice(_spell(_Reader(phrase, lists, known).read(), full=full), limit))
    return frozenset(spelled - {""})


class PhraseSet:
    """Wordings of one idea, ready to be matched.

    ``known`` may be shared by several sets of the same lists, which are then read once.
    """

    def __init__(
        self, phrases: Iterable[str], lists: Lists | None = None, known: Known | None = None
    ):
        known = {} if known is None else known
        self._rows = [_Reader(phrase, lists or {}, known).read() for phrase in phrases]
        self._by_first: dict[str, list[tuple[_Node, ...]]] = {}
        for row in self._rows:
            for word in _firsts(row)[0]:
                self._by_first.setdefault(word, []).append(row)

    def matches(self, text: str) -> bool:
        """Whether the whole text is one of the wordings."""
        words = normalise(text).split(" ")
        return any(len(words) in _ends(row, words, {0}) for row in self._beginning(words[0]))

    def _beginning(self, first: str) -> Iterable[tuple[_Node, ...]]:
        """The rows that may begin with a word: for most texts there are none."""
        known = self._by_first
        if not first:
            return ()
        open_rows = known.get("", ())
        rows = [*known.get(first, ()), *(row for row in open_rows if _may_open(row[0], first))]
        return rows + known.get("#", []) if first.isdecimal() else rows

    @property
    def firsts(self) -> frozenset[str]:
        """The words that may come first; "" stands for any word, "#" for a number."""
        return frozenset(self._by_first)

    def starts(self, text: str) -> int:
        """How many words at the text's start are the longest wording; 0 where none is."""
        words = normalise(text).split(" ")[:_LONGEST]
        rows = self._beginning(words[0])
        return max((end for row in rows for end in _ends(row, words, {0})), default=0)

    def found_in(self, text: str) -> bool:
        """Whether one of the wordings stands anywhere in the text."""
        words = normalise(text).split()
        first = self._by_first.keys()
        if "" not in first and "#" not in first and first.isdisjoint(words):
            return False
        return any(
            _ends(row, words, {at})
            for at, first in enumerate(words)
            for row in self._beginning(first)
        )
