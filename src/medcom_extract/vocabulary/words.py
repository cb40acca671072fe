"""The vocabulary as the parser asks for it: kinds of label, roles of columns, colours, ratings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from medcom_extract.vocabulary.loading import Entries
from medcom_extract.vocabulary.phrases import Known, PhraseSet, expand, normalise

__all__ = ["READINGS", "SYMBOL_CODES", "Colour", "LabelKind", "Vocabulary"]

SYMBOL_CODES = frozenset(map(chr, range(0xF020, 0xF100)))
"""The private codes of symbol fonts, where the font's name did not tell what they look like."""

LabelKind = Literal["risk", "achieved", "upcoming", "mitigation", "plan", "remark"]

READINGS: Mapping[LabelKind, str] = {
    "risk": "risks", "achieved": "milestones reached", "upcoming": "milestones ahead",
    "mitigation": "what is done about risks", "plan": "milestones, reached or not",
    "remark": "remarks",
}  # fmt: skip
"""What stands under each kind of label, for messages."""

# Wordings overlap ("milepæle i perioden" is a result, "planlagte milepæle" is ahead): first wins.
_LABEL_ORDER: tuple[LabelKind, ...] = (
    "risk", "achieved", "upcoming", "mitigation", "plan", "remark",
)  # fmt: skip
_STEM_ORDER: tuple[tuple[str, LabelKind], ...] = (
    ("achieved", "achieved"), ("upcoming", "upcoming"), ("results", "achieved"), ("plan", "plan"),
)  # fmt: skip
_COLUMN_ORDER = (
    "previous", "status", "project", "trend", "score", "likelihood", "impact", "remarks", "risks",
    "milestones", "planned", "number", "section", "aspect", "other", "weak_project",
)  # fmt: skip
_MOST_PUPILS = 32
"""Vocabularies that documents taught, kept for the next document of the same kind."""
_LONGEST_LABEL = 100
"""Characters.  A longer paragraph is never a label."""

_LABEL_COLUMNS: dict[LabelKind, str] = {
    "risk": "risks", "achieved": "achieved", "upcoming": "upcoming", "mitigation": "mitigation",
    "plan": "milestones", "remark": "remarks",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour that a light may have.  ``hues`` are OKLCH degrees, None for the neutral ones."""

    name: str
    hues: tuple[float, float] | None
    hexes: tuple[str, ...]
    emoji: tuple[str, ...]


class Vocabulary:
    """Wordings, read when first asked for.  Read-only; safe to share."""

    def __init__(
        self, entries: Entries, learned: Mapping[str, LabelKind] | None = None,
        lights: Mapping[str, str] | None = None, pair: tuple[str, str] | None = None,
    ):  # fmt: skip
        self._entries = entries
        self._learned = dict(learned or {})
        self._lights = dict(lights or {})
        self.pair = pair
        self._label = lru_cache(4096)(self._find_label)
        self._roles = lru_cache(1024)(self._find_roles)
        self._pupils: dict[object, Vocabulary] = {}
        self._sets: dict[tuple[str, str], PhraseSet] = {}
        self._lists: Known = {}
        self._field = lru_cache(1024)(lambda text: self.phrases("fields", "names").matches(text))

    def with_labels(self, learned: Mapping[str, LabelKind]) -> "Vocabulary":
        """The vocabulary and wordings that a document itself taught; keys are normalised."""
        return self._taught({**self._learned, **learned}, self._lights, self.pair)

    def with_lights(
        self, lights: Mapping[str, str], pair: tuple[str, str] | None = None
    ) -> "Vocabulary":
        """The vocabulary and what a document's legend explains: normalised words, and colours
        (``#rrggbb``) that it calls by another name.  ``pair`` says which of two lights in one place
        is today's (``first`` or ``second``), and what the document calls the other.
        """
        return self._taught(self._learned, {**self._lights, **lights}, pair or self.pair)

    def _taught(
        self, learned: Mapping[str, LabelKind], lights: Mapping[str, str],
        pair: tuple[str, str] | None,
    ) -> "Vocabulary":  # fmt: skip
        """A vocabulary that shares all but what was taught; asked for again, the same one."""
        key = (tuple(sorted(learned.items())), tuple(sorted(lights.items())), pair)
        known = self._pupils.get(key)
        if known is None:
            known = Vocabulary(self._entries, learned, lights, pair)
            known._sets, known._lists, known._pupils = self._sets, self._lists, self._pupils
            known._label, known._roles, known._field = self._label, self._roles, self._field
            if len(self._pupils) >= _MOST_PUPILS:
                self._pupils.clear()
            self._pupils[key] = known
        return known

    @cached_property
    def untaught(self) -> "Vocabulary":
        """The vocabulary without what a document's legend taught."""
        return self._taught(self._learned, {}, self.pair) if self._lights else self

    def light_of_phrase(self, text: str) -> str | None:
        """The light that a document's legend gives a whole text; None where it gives none."""
        return self._lights.get(normalise(text)) if self._lights else None

    def phrases(self, section: str, key: str) -> PhraseSet:
        """The wordings of one entry of the files."""
        known = self._sets.get((section, key))
        if known is None:
            words, lists = self._entries[section][key], self._entries["lists"]
            known = self._sets[section, key] = PhraseSet(words, lists, self._lists)
        return known

    def symbols(self, key: str) -> str:
        """Characters of ``[lights]``: ``trend`` or ``glyphs``."""
        text: str = self._entries["lights"][key]
        return text

    def faces(self, key: str) -> Mapping[str, str]:
        """Characters of ``[lights]`` that say a colour: ``smileys`` or ``ticks``."""
        table: Mapping[str, str] = self._entries["lights"][key]
        return table

    def label(self, text: str) -> LabelKind | None:
        """The kind of label that a whole text is; None where it is none."""
        if len(text) > _LONGEST_LABEL:
            return None
        known = self._label(text)
        return known or (self._learned.get(normalise(text)) if self._learned else None)

    def _find_label(self, text: str) -> LabelKind | None:
        return next((k for k in _LABEL_ORDER if self.phrases("labels", k).matches(text)), None)

    def guess_label(self, text: str) -> LabelKind | None:
        """The kind that the words of an unknown label speak for; ``plan`` where they speak for
        more than one time, None where they tell nothing.
        """
        told = {
            kind for kind in self._entries["stems"] if self.phrases("stems", kind).found_in(text)
        }
        if "mitigation" in told:
            first = self.phrases("stems", "mitigation").starts(text) > 0 or "risk" not in told
            return "mitigation" if first else "risk"
        if "risk" in told:
            return "risk"
        if {"achieved", "upcoming"} <= told:
            ahead = self.phrases("stems", "ahead").starts(text) > 0
            return "upcoming" if ahead else "plan"
        return next((kind for name, kind in _STEM_ORDER if name in told), None)

    def opens_label(self, text: str) -> bool:
        """Whether a text's first word is one that a label begins with: most texts fail here."""
        first = normalise(text[:_LONGEST_LABEL]).partition(" ")[0]
        firsts = self._label_firsts
        return first in firsts or "" in firsts or (first.isdecimal() and "#" in firsts)

    @cached_property
    def _label_firsts(self) -> frozenset[str]:
        kinds = (self.phrases("labels", kind).firsts for kind in _LABEL_ORDER)
        taught = (text.partition(" ")[0] for text in self._learned)
        return frozenset(taught).union(*kinds)

    def is_label(self, text: str) -> bool:
        """Whether a whole text is a label over risks, milestones or remarks."""
        return self.label(text) is not None

    def column_roles(self, text: str) -> tuple[str, ...]:
        """What a column header (or the key of a key-value row) may stand for, best first.

        Roles are the keys of ``[columns]`` and ``risks``, ``achieved``, ``upcoming``,
        ``mitigation``, ``milestones``, ``remarks`` for labels used as headers.
        """
        if len(text) > _LONGEST_LABEL:
            return ()
        roles = self._roles(text)
        kind = self._learned.get(normalise(text)) if self._learned else None
        return roles if kind is None else tuple(dict.fromkeys((*roles, _LABEL_COLUMNS[kind])))

    def _find_roles(self, text: str) -> tuple[str, ...]:
        roles = [role for role in _COLUMN_ORDER if self.phrases("columns", role).matches(text)]
        label = self._label(text)
        if label is not None:
            roles.append(_LABEL_COLUMNS[label])
        return tuple(dict.fromkeys(roles))

    def is_column(self, text: str) -> bool:
        """Whether a text is known as a column header."""
        return bool(self.column_roles(text))

    def is_field(self, text: str) -> bool:
        """Whether a text is known as the key of a key-value field (Projektleder, Formål ...)."""
        return self._field(text) if len(text) <= _LONGEST_LABEL else False

    @cached_property
    def colours(self) -> tuple[Colour, ...]:
        """The colours, in the file's order, a user's own first."""
        return tuple(
            Colour(
                name,
                tuple(entry["hues"]) if "hues" in entry else None,
                (
                    *self._shown_as(name),
                    *("#" + c.lower().lstrip("#") for c in entry.get("hex", ())),
                ),
                tuple(entry.get("emoji", ())),
            )
            for name, entry in self._entries["colours"].items()
        )

    def _shown_as(self, name: str) -> tuple[str, ...]:
        """The colours that the document's legend calls by a name."""
        return tuple(c for c, told in self._lights.items() if c[:1] == "#" and told == name)

    @cached_property
    def _colour_words(self) -> dict[str, str]:
        return {
            normalise(word): name
            for name, entry in self._entries["colours"].items()
            for word in entry.get("words", ())
        }

    def colour_of_word(self, word: str) -> str | None:
        """The colour that a word says ("grønt", "amber", "R"); None where it says none."""
        return self._colour_words.get(normalise(word))

    def speaks_of_colour(self, text: str) -> bool:
        """Whether a word that says a colour stands anywhere in a text."""
        return not self._colour_words.keys().isdisjoint(normalise(text).split())

    @cached_property
    def _emoji(self) -> dict[str, str]:
        return {sign: colour.name for colour in self.colours for sign in colour.emoji}

    @cached_property
    def signs(self) -> frozenset[str]:
        """Every character that may be a light, a trend or part of one."""
        lights = self._entries["lights"]
        faces = "".join([*lights["smileys"], *lights["ticks"]])
        known = "".join(self._emoji) + lights["glyphs"] + lights["trend"] + faces
        return frozenset(known) | SYMBOL_CODES

    def colour_of_emoji(self, sign: str) -> str | None:
        """The colour of a pictograph; None where it has none."""
        return self._emoji.get(sign)

    def rating(self, text: str) -> str | None:
        """``low``, ``medium`` or ``high`` for a word or a figure from 1 to 5."""
        return self._first("ratings", text)

    def milestone_status(self, text: str) -> str | None:
        """``planned``, ``achieved``, ``delayed`` or ``cancelled`` for a word."""
        return self._first("milestones", text)

    def _first(self, section: str, text: str) -> str | None:
        names = self._entries[section]
        return next((name for name in names if self.phrases(section, name).matches(text)), None)

    def column_phrases(self) -> frozenset[str]:
        """Plain normalised phrases for column headers (``is_column`` knows many more)."""
        return self._column_phrases

    @cached_property
    def _column_phrases(self) -> frozenset[str]:
        columns, lists = self._entries["columns"], self._entries["lists"]
        plain = expand((phrase for role in columns for phrase in columns[role]), lists)
        return plain | self.label_phrases()

    def label_phrases(self) -> frozenset[str]:
        """Plain normalised phrases for labels, without their optional parts."""
        return self._label_phrases

    @cached_property
    def _label_phrases(self) -> frozenset[str]:
        labels, lists = self._entries["labels"], self._entries["lists"]
        return expand(
            (phrase for kind in labels for phrase in labels[kind]), lists, 900, full=False
        )
