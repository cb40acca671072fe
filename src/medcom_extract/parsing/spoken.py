"""A light said in words behind a project's name, in the line of its heading.

"Advis om sygehusophold (gul)", "Advis om sygehusophold – rødt lys", or a last word in its own
colour.  Names that merely hold such a word ("Rød stue", "Vaccine mod gul feber") say no light.
"""

from medcom_extract.parsing.hues import is_neutral, name_colour
from medcom_extract.parsing.labels import split_key
from medcom_extract.parsing.pieces import Piece
from medcom_extract.parsing.tracks import subproject_name
from medcom_extract.parsing.witnesses import strip_signs
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["name_after_key", "name_before_light", "says_light", "spoken_light"]

_OPENINGS = ("(", "[", " – ", " - ", " — ", ": ")
_MOST_WORDS = 3
_LONGEST_NAME = 120


def spoken_light(piece: Piece, vocabulary: Vocabulary) -> int | None:
    """Where the words for a light begin, in the raw text; None where there are none."""
    raw = piece.raw.rstrip()
    for opening in _OPENINGS:
        at = raw.rfind(opening)
        if at > 0 and says_light(raw[at:].strip(" ()[]:–—-"), vocabulary):
            return at
    return _coloured_word(piece, vocabulary)


def name_after_key(piece: Piece, vocabulary: Vocabulary) -> Piece | None:
    """The name in "Projekt: Fælles kalender"; None where no such key begins the line."""
    found = split_key(piece)
    if found is None or len(found[1].text) > _LONGEST_NAME or piece.bullet is not None:
        return None
    roles = vocabulary.column_roles(found[0].text.rstrip(" :"))
    named = roles[:1] == ("project",) and subproject_name(piece, vocabulary) is None
    return found[1] if named else None


def name_before_light(piece: Piece, vocabulary: Vocabulary) -> str:
    """The text without a light behind it and without glyphs that stand for lights."""
    piece = name_after_key(piece, vocabulary) or piece
    cut = spoken_light(piece, vocabulary)
    text = piece.raw[:cut] if cut else piece.text
    return strip_signs(text, vocabulary) or piece.text


def says_light(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a colour, with at most such words as "lys" and "status" beside it."""
    words = normalise(text).split()
    if not words or len(words) > _MOST_WORDS or len(text) < 2:
        return False
    others = [w for w in words if len(w) < 2 or not vocabulary.colour_of_word(w)]
    company = vocabulary.phrases("lights", "company")
    known = company.matches(" ".join(others)) or all(map(company.matches, others))
    return len(others) < len(words) and known


def _coloured_word(piece: Piece, vocabulary: Vocabulary) -> int | None:
    """Where a last word begins that is set in the colour that it names, unlike what is before."""
    at = len(piece.raw)
    text, color = "", None
    for run in reversed(piece.runs):
        if run.text.strip() and text.strip() and run.color != color:
            break
        if run.text.strip():
            color = run.color
        text = run.text + text
        at -= len(run.text)
    if at <= 0 or color is None or is_neutral(color) or not says_light(text, vocabulary):
        return None
    said = {vocabulary.colour_of_word(word) for word in normalise(text).split()}
    return at if name_colour(color, vocabulary) in said else None
