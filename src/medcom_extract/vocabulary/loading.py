"""Reading vocabulary files: TOML, checked key by key, a user's file laid on the built-in one."""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from medcom_extract.errors import VocabularyError
from medcom_extract.vocabulary.phrases import Known, NotationError, PhraseSet

__all__ = ["Entries", "load_builtin", "load_file", "merge"]

Entries = dict[str, Any]
"""Sections of a vocabulary: name -> key -> wordings (``colours``: name -> colour -> keys)."""

_FILES = ("labels", "columns", "titles", "colours", "ratings")
_COLOUR_KEYS = frozenset({"words", "hues", "hex", "emoji"})
_HEX = re.compile(r"#?[0-9A-Fa-f]{6}")
_FREE_KEYS = frozenset({"lists", "colours"})
_PLAIN = frozenset({("lights", "trend"), ("lights", "glyphs")})
_TABLES = frozenset({("lights", "smileys"), ("lights", "ticks")})


def load_builtin() -> Entries:
    """The vocabulary that comes with the library."""
    entries: Entries = {}
    for name in _FILES:
        text = files("medcom_extract.vocabulary").joinpath(f"{name}.toml").read_text("utf-8")
        entries.update(tomllib.loads(text))
    return entries


def load_file(path: Path, builtin: Entries) -> Entries:
    """A user's vocabulary file, checked against the sections and keys of the built-in one."""
    try:
        entries = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise VocabularyError(
            f"the vocabulary file cannot be read ({error.strerror})",
            file=path.name,
            next_step="Check the path and the permissions.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"it is not valid TOML: {error}", file=path.name) from error
    _check(entries, builtin, path.name)
    return entries


def merge(builtin: Entries, own: Entries) -> Entries:
    """The built-in entries with the user's words added; hues and single words replace."""
    merged: Entries = {}
    for key in {**builtin, **own}:
        mine, theirs = own.get(key), builtin.get(key)
        if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
            merged[key] = merge(dict(theirs), dict(mine))
        elif isinstance(mine, list) and isinstance(theirs, list) and key != "hues":
            merged[key] = [*mine, *theirs]
        else:
            merged[key] = theirs if mine is None else mine
    return merged


def _check(entries: Entries, builtin: Entries, file: str) -> None:
    for section, keys in entries.items():
        if section not in builtin:
            raise _wrong(file, section, "no such section", sorted(builtin))
        if not isinstance(keys, Mapping):
            raise _wrong(file, section, "must be a table", [f"[{section}]"])
        for key, value in keys.items():
            if section == "colours":
                _check_colour(key, value, file)
            elif section not in _FREE_KEYS and key not in builtin[section]:
                raise _wrong(file, f"{section}.{key}", "no such key", sorted(builtin[section]))
            else:
                _check_value(section, key, value, file)
    lists = {**builtin.get("lists", {}), **entries.get("lists", {})}
    _check_notation(entries, lists, file)


def _check_value(section: str, key: str, value: object, file: str) -> None:
    place = f"{section}.{key}"
    if (section, key) in _PLAIN:
        if not isinstance(value, str):
            raise _wrong(file, place, "must be a text", ['"..."'])
    elif (section, key) in _TABLES:
        if not isinstance(value, Mapping):
            raise _wrong(file, place, "must be a table", ['{"☺" = "green"}'])
    else:
        _check_texts(place, value, file)


def _check_colour(name: str, value: object, file: str) -> None:
    place = f"colours.{name}"
    if not isinstance(value, Mapping):
        raise _wrong(file, place, "must be a table", [f"[{place}]"])
    for key, content in value.items():
        if key not in _COLOUR_KEYS:
            raise _wrong(file, f"{place}.{key}", "no such key", sorted(_COLOUR_KEYS))
        if key == "hues":
            _check_hues(f"{place}.hues", content, file)
        else:
            _check_texts(f"{place}.{key}", content, file)
    for code in value.get("hex", ()):
        if not _HEX.fullmatch(code):
            raise _wrong(file, f"{place}.hex", f"{code!r} is no colour", ["#rrggbb"])


def _check_hues(place: str, value: object, file: str) -> None:
    numbers = value if isinstance(value, list) else []
    good = [n for n in numbers if isinstance(n, int | float) and 0 <= n <= 360]
    if len(numbers) != 2 or len(good) != 2:
        raise _wrong(file, place, "must be two degrees", ["[42, 117]", "each from 0 to 360"])


def _check_texts(place: str, value: object, file: str) -> None:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise _wrong(file, place, "must be a list of texts", ['["...", "..."]'])


def _check_notation(entries: Entries, lists: Mapping[str, list[str]], file: str) -> None:
    known: Known = {}
    for section, keys in entries.items():
        for key, phrases in keys.items():
            if section == "colours" or not isinstance(phrases, list):
                continue
            try:
                PhraseSet(phrases, lists, known)
            except NotationError as error:
                raise VocabularyError(f"{section}.{key}: {error}", file=file) from error


def _wrong(file: str, place: str, problem: str, allowed: list[str]) -> VocabularyError:
    return VocabularyError(f"{place}: {problem}; allowed: {', '.join(allowed)}", file=file)
