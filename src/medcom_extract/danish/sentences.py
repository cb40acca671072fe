"""Splitting a paragraph into sentences.

A paragraph's or list item's end always ends a sentence.  Inside, a full stop does, unless it
belongs to an abbreviation, an ordinal ("8. juli", "2. kvartal"), a list's number or an initial.
"""

import re
from functools import cache, lru_cache

from medcom_extract.danish.spans import Sentence
from medcom_extract.danish.tables import read_table

__all__ = ["holds_on", "split_sentences"]

_STOP = re.compile(
    r"""(?P<stop>[.!?…]+) (?P<close>["'”’»)\]]*)
        (?P<gap>\s+|$|(?=[A-ZÆØÅ][a-zæøå]))""",
    re.VERBOSE,
)
_NEW_LINE = re.compile(r"[ \t]*(?:[\r\n\u2028\u2029]+|(?<=\s)[•●▪‣◦](?=\s))\s*(?:[•●▪‣◦]\s+)?")
_BULLET = re.compile(r"\s*[•●▪‣◦]\s+")
_OPENS_SENTENCE = re.compile(r"""["'“”„«»(\[–-]*\s?(?:[^\W\d_]|\d)""")
_AMOUNTS = frozenset({"mio", "mia", "tkr", "kr", "pct"})
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])$")


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without the white space between them."""
    return list(_split(text))


def holds_on(before: str, after: str) -> bool:
    """Whether a word with a full stop belongs to the next: "4." to "kvartal", "ca." to "40".

    >>> holds_on("mio.", "kr."), holds_on("mio.", "Derefter"), holds_on("slut.", "men")
    (True, False, False)
    """
    word = before.lstrip("(\"'“”„«»[")[:-1]
    if not before.endswith(".") or not word or not after:
        return False
    if _is_abbreviation(word, after[0]):
        return True
    counted = (word.isdigit() and len(word) < 3) or word.casefold() in _AMOUNTS
    return counted and after[0].islower()


# The pipeline, the clauses and the mitigation each ask for the sentences of the same text.
@lru_cache(maxsize=64)
def _split(text: str) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    for line in [*_NEW_LINE.finditer(text), None]:
        end = line.start() if line else len(text)
        sentences += _split_line(text, start, end)
        start = line.end() if line else end
    return tuple(sentences)


def _split_line(text: str, start: int, end: int) -> list[Sentence]:
    sentences = []
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, start, match):
            sentences.append(_sentence(text, start, match.end()))
            start = match.end()
    sentences.append(_sentence(text, start, end))
    return [sentence for sentence in sentences if sentence.text]


def _sentence(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Sentence(piece, (start, start + len(piece)))


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop found by ``match`` ends the sentence that began at ``start``."""
    if match["stop"] != "." or match["close"]:
        return not _goes_on_small(text, match.end())
    word = _word_before(text, start, match.start()).lstrip("(\"'“”„«»[")
    if not match["gap"]:
        return len(word) > 3 and word.isalpha() and word.islower()
    if _goes_on_small(text, match.end()) or _is_abbreviation(word, text[match.end()]):
        return False
    if _is_list_number(text[start : match.start()]) or _is_initial(word):
        return False
    # "1." before a digit is a row of numbers ("3. 4. og 5. maj"); a year ends a sentence.
    return not (word.isdigit() and len(word) < 3 and text[match.end()].isdigit())


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether something belongs behind the word: "kl. 14", but not "... til KL. Derefter"."""
    is_name = len(word) > 1 and word.isupper() and not following.isdigit()
    return not is_name and f"{word}.".casefold() in _inner()


def _goes_on_small(text: str, position: int) -> bool:
    """Whether the text goes on with a small letter; names like xShare and eHealth do not count."""
    opening = _OPENS_SENTENCE.match(text, position)
    if opening is None:
        return True
    following = text[opening.end() : opening.end() + 1]
    return opening.group()[-1].islower() and not following.isupper()


def _word_before(text: str, start: int, position: int) -> str:
    """What stands between the last blank and the position, or its last 40 characters."""
    words = text[max(start, position - 40) : position].split(" ")
    return words[-1]


def _is_list_number(sentence: str) -> bool:
    """Whether the sentence so far is but a number or a letter: "1.", "(a."."""
    return bool(_LIST_NUMBER.match(sentence.strip()))


def _is_initial(word: str) -> bool:
    """Whether the word is a name's first letter: "J. Hansen"."""
    return len(word) == 1 and word.isalpha() and word.isupper()


@cache
def _inner() -> frozenset[str]:
    return frozenset(read_table("abbreviations")["inner"])
