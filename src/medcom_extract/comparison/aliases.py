"""A user's own word on which projects are the same: it overrules what the library finds.

[[same]]                      # these names are one project
key = "sygehusadvis"          # optional: the key that it keeps
names = ["Moderniseret sygehusadvis", "Advis om sygehusophold"]

[[different]]                 # these are not, however alike they look
names = ["Pilot Nord", "Pilot Syd"]
"""

import os
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medcom_extract.errors import VocabularyError

__all__ = ["AliasInput", "Aliases", "fold_name", "load_aliases"]

_NEXT_STEP = "Compare it with the example in docs/comparison.md."


def fold_name(name: str) -> str:
    """A name as it is compared: single spaces, no capitals."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names of one project, and names of projects that are not the same; both folded."""

    same: tuple[tuple[str | None, frozenset[str]], ...] = ()
    different: tuple[frozenset[str], ...] = ()

    def are_same(self, one: str, other: str) -> bool:
        """Whether the file says that both names are one project."""
        pair = {fold_name(one), fold_name(other)}
        return any(pair <= names for _, names in self.same)

    def are_different(self, one: str, other: str) -> bool:
        """Whether the file says that the names are two projects."""
        if not self.different:
            return False
        one, other = fold_name(one), fold_name(other)
        return one != other and any({one, other} <= names for names in self.different)

    def key_of(self, name: str) -> str | None:
        """The key that the file gives the project, if any."""
        folded = fold_name(name)
        return next((key for key, names in self.same if key and folded in names), None)


AliasInput = Aliases | str | os.PathLike[str] | None


def load_aliases(source: AliasInput) -> Aliases:
    """The aliases of a TOML file; those given as they are, and none for None.

    Raises ``VocabularyError`` where the file cannot be read or says something without meaning.
    """
    if source is None:
        return Aliases()
    if isinstance(source, Aliases):
        return source
    path = Path(source)
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise VocabularyError(
            f"the alias file cannot be read ({error.strerror})",
            file=path.name,
            next_step="Check the path and the permissions.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path.name, f"it is not valid TOML: {error}") from error
    return _read(table, path.name)


def _read(table: dict[str, Any], file: str) -> Aliases:
    unknown = sorted(set(table) - {"same", "different"})
    if unknown:
        raise _wrong(file, f"{unknown[0]}: no such table (same, different)")
    same = [(_key(entry, file), _names(entry, file)) for entry in _entries(table, "same", file)]
    different = [_names(entry, file) for entry in _entries(table, "different", file)]
    aliases = Aliases(tuple(same), tuple(different))
    _refuse_contradictions(aliases, file)
    return aliases


def _entries(table: dict[str, Any], name: str, file: str) -> Sequence[dict[str, Any]]:
    entries = table.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise _wrong(file, f"{name}: write it as [[{name}]]")
    allowed = {"names", "key"} if name == "same" else {"names"}
    for entry in entries:
        for key in sorted(set(entry) - allowed):
            raise _wrong(file, f"{name}.{key}: no such key ({', '.join(sorted(allowed))})")
    return entries


def _names(entry: dict[str, Any], file: str) -> frozenset[str]:
    names = entry.get("names")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _wrong(file, "names: must be a list of texts")
    folded = frozenset(map(fold_name, names))
    if len(folded) < 2:
        raise _wrong(file, "names: must hold two names or more")
    return folded


def _key(entry: dict[str, Any], file: str) -> str | None:
    key = entry.get("key")
    if key is not None and (not isinstance(key, str) or not key.strip()):
        raise _wrong(file, "key: must be a text")
    return key


def _refuse_contradictions(aliases: Aliases, file: str) -> None:
    for _, names in aliases.same:
        for others in aliases.different:
            if len(names & others) > 1:
                raise _wrong(file, f"both the same and different: {_list(names & others)}")


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _wrong(file: str, problem: str) -> VocabularyError:
    return VocabularyError(problem, file=file, next_step=_NEXT_STEP)
