"""Labels that a document teaches: lines of no known wording with the look of its known labels.

What stands again and again, alone or before a text, in the very look in which the known labels
stand, is a label too, whatever its words.  The words tell its field by their stems; where they
tell none, what stands under it is kept as remarks and every project it stands in is warned of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from medcom_extract.document import Document, Location
from medcom_extract.parsing.drafts import ProjectDraft
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.sightings import Look, Sighting, find_sightings
from medcom_extract.report import ReportWarning
from medcom_extract.vocabulary import READINGS, LabelKind, Vocabulary, normalise

__all__ = ["Taught", "learn_labels"]

_SHARE = 0.6
"""Of all lines in a look that are labels or come again, so that the look is a label's."""
_TOLD, _UNTOLD, _ALONE = 2, 3, 3
"""How often a line stands at least: told by its words, not told, alone in its cell."""


@dataclass(frozen=True, slots=True)
class Taught:
    """The vocabulary with what a document taught; ``unsure`` are labels of no known field."""

    vocabulary: Vocabulary
    warnings: tuple[ReportWarning, ...] = ()
    unsure: frozenset[str] = frozenset()

    def warn(self, projects: Iterable[ProjectDraft]) -> None:
        """Warn of each project that has a label of no known field."""
        for project in projects if self.unsure else ():
            places: dict[str, tuple[Location, ...]] = {}
            for remark in project.remarks:
                if remark.label is not None and normalise(remark.label) in self.unsure:
                    places[remark.label] = places.get(remark.label, ()) + remark.locations
            for label, where in places.items():
                message = f"{project.name}: what stands under “{label}” was kept as remarks, for "
                message += "the label is not known."
                project.warnings.append(
                    ReportWarning(code="label-not-recognised", message=message, locations=where)
                )


@dataclass(slots=True)
class _Look:
    """What stands in one look: known labels and other lines, by normalised words."""

    known: Counter[str] = field(default_factory=Counter)
    others: dict[str, list[Sighting]] = field(default_factory=lambda: defaultdict(list))

    def add(self, sighting: Sighting) -> None:
        if sighting.known:
            self.known[sighting.key] += 1
        else:
            self.others[sighting.key].append(sighting)

    def again(self) -> Iterator[tuple[str, list[Sighting]]]:
        """Lines that stand more than once."""
        return ((key, seen) for key, seen in self.others.items() if len(seen) > 1)


def learn_labels(document: Document, vocabulary: Vocabulary, grids: Grids) -> Taught:
    """The vocabulary with the labels that a document teaches."""
    lesson = _Lesson(vocabulary)
    looks: dict[Look, _Look] = defaultdict(_Look)
    places = find_sightings(document, vocabulary, grids)
    for sighting in (sighting for place in places for sighting in place):
        looks[sighting.look].add(sighting)
    for look, found in looks.items():
        if _is_labels(found, vocabulary):
            lesson.take_repeated(look, found)
    for place in places[1:]:
        lesson.take_beside(place)
    return lesson.taught()


@dataclass(slots=True)
class _Lesson:
    """Labels as they are learned."""

    vocabulary: Vocabulary
    told: dict[str, LabelKind] = field(default_factory=dict)
    untold: set[str] = field(default_factory=set)
    seen: dict[str, list[Sighting]] = field(default_factory=lambda: defaultdict(list))

    def take_repeated(self, look: Look, found: _Look) -> None:
        """Learn from lines that stand again in the look of labels."""
        kinds = {key: self.vocabulary.guess_label(seen[0].text) for key, seen in found.again()}
        most = max(
            [*found.known.values(), *(len(found.others[key]) for key in kinds if kinds[key])],
            default=0,
        )
        for key, seen in found.again():
            kind = kinds[key]
            if not _may_teach(look, most, seen, told=kind is not None):
                continue
            self.seen[key].extend(seen)
            if kind is not None:
                self.told[key] = kind
            else:
                self.untold.add(key)

    def take_beside(self, place: list[Sighting]) -> None:
        """Learn from a line beside known labels of its look that tells a field they do not."""
        for look in {sighting.look for sighting in place if sighting.known}:
            those = [sighting for sighting in place if sighting.look == look]
            known = {sighting.known for sighting in those if sighting.known}
            others = [s for s in those if not s.known and s.key not in self.seen]
            kinds = [self.vocabulary.guess_label(sighting.text) for sighting in others]
            if not all(kind in ("risk", "achieved", "upcoming") for kind in kinds):
                continue
            for sighting, kind in zip(others, kinds, strict=True):
                if kind is not None and kind not in known and sighting.leads:
                    self.told[sighting.key] = kind
                    self.seen[sighting.key].append(sighting)

    def taught(self) -> Taught:
        """What was learned, with a warning for each label whose field was told by its words."""
        if not self.seen:
            return Taught(self.vocabulary)
        kinds: dict[str, LabelKind] = {**dict.fromkeys(self.untold, "remark"), **self.told}
        warnings = tuple(_guessed(self.seen[key], kind) for key, kind in self.told.items())
        unsure = frozenset(self.untold - self.told.keys())
        return Taught(self.vocabulary.with_labels(kinds), warnings, unsure)


def _is_labels(found: _Look, vocabulary: Vocabulary) -> bool:
    """Whether a look is that of labels: by known ones in it, or by words for several fields."""
    again = list(found.again())
    if not again:
        return False
    known = found.known.total()
    if known < 2:
        told = {vocabulary.guess_label(seen[0].text) for _, seen in again} - {None, "plan"}
        if len(told) < 2:
            return False
    count = known + sum(len(seen) for _, seen in again)
    return count >= _SHARE * (known + sum(map(len, found.others.values())))


def _may_teach(look: Look, most: int, seen: list[Sighting], *, told: bool) -> bool:
    """Whether a line that stands again is a label.

    One of no telling words must be as frequent as the labels (``most``), no more: names of places
    under every label are more.
    """
    led = sum(sighting.leads for sighting in seen)
    if look.begins and not any(look.letters) and len(seen) < 0.3 * most:
        # A sentence may begin so in two places: "Test afsluttet: tre fejl er rettet".
        return False
    if told:
        return len(seen) >= (_ALONE if look.alone else _TOLD) and led >= 0.5 * len(seen)
    if look.alone or look.begins or len(seen) < _UNTOLD:
        return False
    return 0.3 * most <= len(seen) <= 1.2 * most and led >= 0.7 * len(seen)


def _guessed(seen: list[Sighting], kind: LabelKind) -> ReportWarning:
    message = f"The label “{seen[0].text}” is not known; by its words, what stands under it in "
    message += f"{len(seen)} place{'s' if len(seen) > 1 else ''} was read as {READINGS[kind]}."
    places = tuple(place for sighting in seen for place in sighting.places)
    return ReportWarning(code="label-guessed", message=message, locations=places)
