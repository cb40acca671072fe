"""Quantities: a figure with a counted noun, a percentage, an amount or a duration.

The conventions are MedCom's own reports': "4 ud af 6 systemer" has value 4 and ``of`` 6; ordinals,
labels ("Delleverance 1", "spor 1"), week numbers, years and versions are no quantities.  Number
words count where they report something ("fem kommuner"), not where they point back ("de fem").
"""

import re
from dataclasses import replace
from functools import cache

from medcom_extract.danish.english import is_english
from medcom_extract.danish.figures import Figure, find_figures
from medcom_extract.danish.spans import FoundQuantity
from medcom_extract.danish.tables import read_table
from medcom_extract.danish.units import Unit, is_vague, read_unit, read_unit_before

__all__ = ["find_quantities"]

# "12 ud af 17", "7 af de 12", "61 af landets 98", "six out of ten".
_OF = re.compile(
    r"\s(?:ud\s)?af\s(?:de\s|i\salt\s|alle\s|samtlige\s|[^\W\d_]{3,}s\s)?|\sout\sof\s(?:the\s)?|\sof\sthe\s"
)
# "to eller tre uger", "fra 9 til 2 sekunder": the unit stands once, behind the last figure.
_SHARED = re.compile(r"\s(?:og|eller|til|mod|henholdsvis|and|or|to)\s")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+\.?|§)[\s\u00a0]*$")
# Before a year stands a short word ("fra", "medio", "oktober") or nothing; a figure or a long word
# speaks of a count.
_YEAR_BEFORE = re.compile(
    r"(?:^|\b(?:i|og|pr\.|in|by|to|Q[1-4]|[a-zæøå]{3,9}))[\s\-–/]*$", re.IGNORECASE
)


def find_quantities(text: str, *, english: bool | None = None) -> list[FoundQuantity]:
    """All quantities in a text, in order, with their character offsets.

    ``english`` says which language it is in; without it the text's own words tell.
    """
    english = is_english(text) if english is None else english
    figures = find_figures(text, english=english)
    found: list[FoundQuantity] = []
    position = 0
    for index, figure in enumerate(figures):
        if figure.start < position or not _counts(text, figure, english):
            continue
        following = figures[index + 1] if index + 1 < len(figures) else None
        quantity = _quantity(text, figure, following, english)
        if quantity is not None:
            found.append(quantity)
            position = quantity.span[1]
    return found


def _counts(text: str, figure: Figure, english: bool) -> bool:
    """Whether the figure is neither a label's number nor a year."""
    word = _word_before(text, figure)
    if figure.in_words:
        return word not in _determiners()
    return word not in _labels() and not _is_year(text, figure, english)


def _word_before(text: str, figure: Figure) -> str:
    before = _WORD_BEFORE.search(text, max(0, figure.start - 30), figure.start)
    return before["word"].casefold() if before else ""


@cache
def _labels() -> frozenset[str]:
    return frozenset(read_table("quantities")["labels"]["words"])


@cache
def _determiners() -> frozenset[str]:
    return frozenset(read_table("quantities")["vague"]["determiners"])


def _is_year(text: str, figure: Figure, english: bool) -> bool:
    written = text[figure.start : figure.end]
    if not re.fullmatch(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?", written):
        return False
    unit = read_unit(text, figure.end, english=english)
    return unit is None or (unit.counted and bool(_YEAR_BEFORE.search(text[: figure.start])))


def _quantity(
    text: str, figure: Figure, following: Figure | None, english: bool
) -> FoundQuantity | None:
    if following is not None:
        between = text[figure.end : following.start]
        if _OF.fullmatch(between):
            return _part_of(text, figure, following, english)
        if _SHARED.fullmatch(between) and read_unit(text, figure.end, english=english) is None:
            return _sharing(text, figure, following, english)
    return _plain(text, figure, english)


def _plain(text: str, figure: Figure, english: bool) -> FoundQuantity | None:
    before = None if figure.in_words else read_unit_before(text, figure.start)
    unit = read_unit(text, figure.end, english=english)
    if before is not None and (unit is None or unit.counted or unit.name is None):
        name, start = before
        scale = unit if unit is not None and unit.factor != 1 else None
        end = scale.end if scale else figure.end
        factor = scale.factor if scale else 1.0
        return _found(text, replace(figure, start=start), Unit(name, factor, end))
    if unit is None or (figure.in_words and unit.counted and _says_nothing(unit)):
        return None
    if figure.in_words and _only_exists(text, figure, unit):
        return None
    return _found(text, figure, unit)


def _says_nothing(unit: Unit) -> bool:
    return unit.name is None or is_vague(unit.name)


def _only_exists(text: str, figure: Figure, unit: Unit) -> bool:
    """Whether the figure says that there is one, not how many: "mindst én plan"."""
    vague = read_table("quantities")["vague"]
    scaled = figure.value * unit.factor != 1
    if scaled or not unit.counted or unit.name in vague["lengths"]:
        return False
    return _word_before(text, figure) in vague["existing"]


def _part_of(text: str, figure: Figure, whole: Figure, english: bool) -> FoundQuantity:
    unit = read_unit(text, whole.end, english=english) or Unit(None, 1.0, whole.end)
    return _found(text, figure, unit, of=whole.value)


def _sharing(text: str, figure: Figure, following: Figure, english: bool) -> FoundQuantity | None:
    unit = read_unit(text, following.end, english=english)
    if unit is None or (figure.in_words and _says_nothing(unit)):
        return None
    return _found(text, figure, replace(unit, end=figure.end))


def _found(text: str, figure: Figure, unit: Unit, *, of: float | None = None) -> FoundQuantity:
    def scaled(value: float | None) -> float | None:
        # Rounding takes away what 2.4 * 1e6 adds in binary.
        return None if value is None else round(value * unit.factor, 6)

    span = (figure.start, unit.end)
    value = round(figure.value * unit.factor, 6)
    return FoundQuantity(
        text[slice(*span)].strip(), value, scaled(of), scaled(figure.to), unit.name, span
    )
