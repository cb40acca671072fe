"""Several lights in one cell, each beside its name: "Tid (green)", "Økonomi (red)"."""

from collections.abc import Sequence

from medcom_extract.document import count_words
from medcom_extract.parsing.lights import Light, read_light
from medcom_extract.parsing.pieces import Piece
from medcom_extract.parsing.witnesses import colour_words, signs_of, strip_signs
from medcom_extract.vocabulary import Vocabulary

__all__ = ["listed_lights"]

_MOST_WORDS = 4


def listed_lights(lines: Sequence[Piece], vocabulary: Vocabulary) -> list[tuple[str, Light]]:
    """Each line's name and light; [] where the lines are no list of named lights.

    At least two lines show one, and every line is short and names no colour.
    """
    found: list[tuple[str, Light]] = []
    if len(lines) < 2:
        return found
    for line in lines:
        name = strip_signs(line.text, vocabulary).rstrip(" :–-").strip()
        if not count_words(name):
            continue
        if len(name.split()) > _MOST_WORDS or colour_words(name, vocabulary):
            return []
        light = read_light(
            line.marks, [signs_of(line, vocabulary)], vocabulary, locations=line.locations
        )
        found.append((name, light))
    lit = [light for _, light in found if light.status.light not in ("none", "unknown")]
    names = {name.casefold() for name, _ in found}
    return found if len(lit) > 1 and len(names) == len(found) else []
