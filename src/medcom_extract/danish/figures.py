"""Figures in a text, in digits ("38.500", "2,4", "1½") and in words ("femogtyve", "halvanden")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from medcom_extract.danish.tables import read_table

__all__ = ["Figure", "find_figures"]

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

# Thousands with points (or no-break spaces), or plain digits; then decimals, then a fraction.
# Letters, digits, points and slashes around it make it part of something else: v1.0, 60/40, HL7.
# A point stands for a comma before what is scaled ("3.5 mio.", "62.5 %"), which @ stands for here.
_DIGITS = r"""(?=[\d½¼¾]) (?<![\w/§.,]) (?<!\w[\-–]) (?<!\d[ ])
        (?P<whole>\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)
            | \d{1,3}(?:[ ]\d{3})+(?=[ ]?[^\d\s.])
            | \d+)?
        (?P<decimals>,\d+|\.\d{1,2}(?=[ \u00a0]?(?:@)))?
        (?P<fraction>[ ]?[½¼¾])?
        (?P<dash>,-)?
        (?:[ ]?[-–][ ]?(?P<upper>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?))?
        (?![\d/]) (?!,\d) (?!\.\d) (?![^\W\d_]) (?![\-–][^\W\d]) (?!\.[ ]?[a-zæøå])
        (?![ ]\d\d[ ]\d\d)"""
_ENGLISH_DIGITS = re.compile(
    r"(?<![\w/§.,])(?<!\w[\-–])(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?:[ ]?[-–][ ]?(?P<upper>\d+))?"
    r"(?![\d/])(?![.,]\d)(?![^\W\d_])(?![\-–][^\W\d])"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its offsets; ``in_words`` where no digit is written, ``to`` ends a range."""

    value: float
    start: int
    end: int
    in_words: bool = False
    to: float | None = None


def find_figures(text: str, *, english: bool) -> list[Figure]:
    """All figures in order; those in digits are read the English way where ``english``."""
    digits = _english_digits(text) if english else _danish_digits(text)
    figures = [*digits, *_words(text, english=english)]
    return sorted(figures, key=lambda figure: figure.start)


@cache
def _digits() -> re.Pattern[str]:
    table = read_table("quantities")
    scaled = "|".join(map(re.escape, [*table["units"]["percent"], *table["scales"]]))
    return re.compile(_DIGITS.replace("@", scaled), re.VERBOSE)


def _danish_digits(text: str) -> Iterator[Figure]:
    for match in _digits().finditer(text):
        whole, decimals, fraction = match["whole"], match["decimals"], match["fraction"]
        if whole is None and (fraction is None or decimals is not None):
            continue
        value = float(re.sub(r"\D", "", whole or "0") + (decimals or "").replace(",", "."))
        value += _FRACTIONS[fraction.strip()] if fraction else 0
        yield Figure(value, match.start(), match.end(), to=_upper(match))


def _upper(match: re.Match[str]) -> float | None:
    return float(match["upper"].replace(".", "").replace(",", ".")) if match["upper"] else None


def _english_digits(text: str) -> Iterator[Figure]:
    for match in _ENGLISH_DIGITS.finditer(text):
        value = float(match["whole"].replace(",", "") + (match["decimals"] or ""))
        yield Figure(value, match.start(), match.end(), to=_upper(match))


@cache
def _word_values() -> dict[str, float]:
    table = read_table("quantities")
    compounds = {
        f"{one}og{ten}": float(a + b)
        for one, a in table["ones"].items()
        for ten, b in table["tens"].items()
    }
    return {**compounds, **{word: float(value) for word, value in table["words"].items()}}


@cache
def _word_pattern(english: bool) -> re.Pattern[str]:
    words = _english_values() if english else _word_values()
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    if english:
        return re.compile(rf"\b(?P<word>{listed})\b(?!-)", re.IGNORECASE)
    # "to en halv", "to og en halv", "en halv", "et halvt".
    half = r"(?:og\s)?en\shalv|(?:og\s)?et\shalvt|halv|halvt"
    return re.compile(
        rf"(?<![\w-])(?:(?P<word>{listed})(?:\s(?P<half>{half}))?|(?P<article>en\shalv|et\shalvt))"
        r"(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _english_values() -> dict[str, float]:
    return {word: float(value) for word, value in read_table("quantities")["english_words"].items()}


def _words(text: str, *, english: bool) -> Iterator[Figure]:
    values = _english_values() if english else _word_values()
    for match in _word_pattern(english).finditer(text):
        found = match.groupdict()
        value = 0.5 if found.get("article") else values[found["word"].casefold()]
        value += 0.5 if found.get("half") else 0
        yield Figure(value, match.start(), match.end(), in_words=True)
