"""The names that the library knows: parties, places, systems, standards, registers.

Plain data, no NLP library: ``ids_of("Region Nord")`` answers what a name may mean.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from medcom_extract.danish.tables import read_rows

__all__ = ["Alias", "Name", "ids_of", "read_aliases", "readings_on"]


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing; ``valid_from`` and ``valid_to`` are None where open.

    A system and its vendor may share a name, and then an id: label and id together are unique.
    """

    id: str
    label: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether the thing exists on that day."""
        begins = self.valid_from is None or self.valid_from <= day
        return begins and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Alias:
    """A wording of a name.  A ``weak`` one counts only in a row of names of its kind."""

    text: str
    name: Name
    weak: bool = False


@cache
def read_aliases() -> tuple[Alias, ...]:
    """Every wording of every name."""
    return (*_parties(), *_systems(), *_municipalities())


def _split(cell: str) -> list[str]:
    return [alias for alias in cell.split("|") if alias]


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _parties() -> list[Alias]:
    aliases = []
    for row in read_rows("names"):
        days = _day(row["valid_from"]), _day(row["valid_to"])
        name = Name(row["id"], row["label"], row["name"], *days)
        aliases += [Alias(text, name) for text in [name.name, *_split(row["aliases"])]]
        if name.label == "region":
            # "Region Sjælland, Syddanmark og Midtjylland"
            aliases.append(Alias(name.name.removeprefix("Region "), name, weak=True))
    return aliases


def _systems() -> list[Alias]:
    aliases = []
    for row in read_rows("systems"):
        name = Name(row["id"], "system", row["name"])
        own = [] if row["context"] == "yes" else [name.name]
        aliases += [Alias(text, name) for text in [*own, *_split(row["aliases"])]]
    return aliases


def _municipalities() -> list[Alias]:
    aliases = []
    for row in read_rows("municipalities"):
        name = Name(row["id"], "municipality", f"{row['name']} Kommune")
        for bare in [row["name"], *_split(row["aliases"])]:
            aliases.append(Alias(bare, name, weak=row["alone"] == "no"))
            aliases += [Alias(text, name) for text in _with_kommune(bare)]
    return aliases


def _with_kommune(bare: str) -> list[str]:
    genitive = bare if bare.endswith("s") else f"{bare}s"
    stems = dict.fromkeys([bare, genitive])
    return [f"{stem} {kind}" for stem in stems for kind in ("Kommune", "Regionskommune")]


@cache
def _by_alias() -> dict[str, tuple[Name, ...]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for alias in read_aliases():
        if alias.name not in names[alias.text.casefold()]:
            names[alias.text.casefold()].append(alias.name)
    return {text: tuple(found) for text, found in names.items()}


@cache
def _ids() -> frozenset[str]:
    return frozenset(alias.name.id for alias in read_aliases())


def ids_of(text: str) -> frozenset[str]:
    """The ids that a wording may stand for; an id stands for itself.  Empty where unknown."""
    folded = " ".join(text.split()).casefold()
    if text in _ids():
        return frozenset({text})
    return frozenset(name.id for name in _by_alias().get(folded, ()))


def readings_on(names: list[Name], day: date | None) -> list[Name]:
    """The readings of one wording that exist on ``day``; all of them where none does."""
    valid = [name for name in names if day is None or name.valid_on(day)]
    return valid or names
