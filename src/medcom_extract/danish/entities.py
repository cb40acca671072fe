"""Named parties, places, systems, standards and registers in a text.

Names come from the data files (phrases over spaCy tokens), then from patterns (a ministry, a
company with A/S), then from what looks like a system's name; the last keep their text and no id.
"""

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from medcom_extract.danish.names import Alias, Name, readings_on
from medcom_extract.danish.rows import keep_weak
from medcom_extract.danish.spans import FoundEntity
from medcom_extract.danish.unlisted import find_unlisted

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["entities_of", "find_entities"]

# What a caller's own pipeline calls its entities, and what the contract calls them.
_LABELS = {
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "GPE_LOC": "place",
    "GPE_ORG": "organisation",
    "PROD": "system",
    "PRODUCT": "system",
}


def find_entities(
    text: str, *, on: date | None = None, nlp: "Language | None" = None
) -> list[FoundEntity]:
    """All names in a text, in order.

    ``on`` is the day that the text speaks of: of several readings, those that exist on it are
    kept.  ``nlp`` is a pipeline of the caller's own; what its entity recogniser finds beyond the
    lists is added without an id.
    """
    from medcom_extract.danish.pipeline import analyse

    return entities_of(analyse(text, nlp), on=on)


def entities_of(
    doc: "Doc", *, on: date | None = None, text: str | None = None
) -> list[FoundEntity]:
    """The names in a text that the pipeline has gone over.

    ``text`` is that of ``doc``, where the caller has it at hand: spaCy puts it together anew.
    """
    text = doc.text if text is None else text
    listed = _listed(doc, text, on)
    taken = [entity.span for entity in listed]
    found = [*listed, *_free(find_unlisted(text, taken), taken)]
    taken = [entity.span for entity in found]
    found += _free(_recognised(doc), taken)
    return sorted(found, key=lambda entity: entity.span)


def _free(candidates: list[FoundEntity], taken: list[tuple[int, int]]) -> list[FoundEntity]:
    return [
        entity
        for entity in candidates
        if not any(entity.span[0] < end and start < entity.span[1] for start, end in taken)
    ]


def _listed(doc: "Doc", text: str, on: date | None) -> list[FoundEntity]:
    from medcom_extract.danish.pipeline import match_names

    matches = keep_weak(text, _longest(match_names(doc, text)))
    readings: dict[tuple[int, int], list[Name]] = defaultdict(list)
    for span, alias in matches:
        if alias.name not in readings[span]:
            readings[span].append(alias.name)
    return [
        FoundEntity(text[slice(*span)], name.label, name.id, span, name.name)
        for span, names in readings.items()
        for name in readings_on(names, on)
    ]


def _longest(
    matches: list[tuple[tuple[int, int], Alias]],
) -> list[tuple[tuple[int, int], Alias]]:
    """Drop a match inside a longer one: KMD in KMD Nexus."""
    ordered = sorted(matches, key=lambda match: (match[0][0] - match[0][1], match[0][0]))
    kept: list[tuple[tuple[int, int], Alias]] = []
    for span, alias in ordered:
        overlaps = [other for other, _ in kept if span[0] < other[1] and other[0] < span[1]]
        if all(other == span for other in overlaps):
            kept.append((span, alias))
    return sorted(kept, key=lambda match: match[0])


def _recognised(doc: "Doc") -> list[FoundEntity]:
    """What the caller's own entity recogniser found; persons are left out."""
    return [
        FoundEntity(ent.text, _LABELS[ent.label_], None, (ent.start_char, ent.end_char))
        for ent in doc.ents
        if ent.label_ in _LABELS
    ]
