"""Project names in cells and headings: the name, and what stands beside it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from medcom_extract.document import Cell, Location
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.drafts import ProjectDraft, set_light
from medcom_extract.parsing.grid import cell_lines
from medcom_extract.parsing.labels import split_key
from medcom_extract.parsing.lights import read_light
from medcom_extract.parsing.pieces import Piece, split_piece
from medcom_extract.parsing.witnesses import glyph_witnesses, signs_of, strip_signs
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["ANSWERS", "NameCells"]

_KEY = re.compile(r"(?<=\s)[A-ZÆØÅ][\w.-]*(?: [a-zæøå]+)?(?=\s?:\s)")


_PERSON = re.compile(r"[A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ][\w.-]*){1,2}|[A-ZÆØÅ]{2,4}")
"""A person's name, or initials."""
_LEAST_PEOPLE, _MOST = 3, 0.6
"""Cells that end in a person, at least, and the share of all."""
ANSWERS = "Ansvarlig"
"""The key of a person below a name, of whom the document says no more."""


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    value: str
    piece: Piece


class NameCells:
    """Reads the cells that name a table's projects.

    A line such as "Projektleder: ..." below a name goes to the project's details, and so does one
    under a key that stands in several name cells ("PL: ...").  Where most cells end in a person's
    name or initials, those are the one who answers for the project.
    """

    def __init__(self, cells: Iterable[Cell], vocabulary: Vocabulary, ledger: Ledger):
        self._vocabulary = vocabulary
        self._ledger = ledger
        self._lines: dict[int, list[Piece]] = {}
        cells = list(cells)
        ends = [lines[-1] for cell in cells if len(lines := self._lines_of(cell)) > 1]
        people = sum(bool(_PERSON.fullmatch(end.text)) for end in ends)
        self._signed = people >= max(_LEAST_PEOPLE, _MOST * len(cells))
        keys = Counter(
            normalise(found[0].text)
            for cell in cells
            for line in self._lines_of(cell)[1:]
            if line.bullet is None and (found := split_key(line))
        )
        self._again = frozenset(key for key, count in keys.items() if count > 1)

    def read(self, cell: Cell, background: frozenset[str]) -> ProjectDraft:
        """The project that a name cell names, with the light that a mark beside the name gives."""
        names, fields = self._parts(cell)
        name = " ".join(
            text for line in names if (text := strip_signs(line.text, self._vocabulary))
        )
        project = ProjectDraft(name, cell.locations or _places(names))
        self._take(project, cell, fields)
        marks = [m for line in self._lines_of(cell) for m in line.marks]
        marks += [m for m in cell.marks if m.kind != "shading"]
        if marks or glyph_witnesses(names, self._vocabulary):
            signs = [signs_of(piece, self._vocabulary) for piece in names]
            light = read_light(marks, signs, self._vocabulary, background=background)
            if light.status.light not in ("none", "unknown"):
                status = light.status.model_copy(update={"text": None})
                set_light(project, replace(light, status=status))
        return project

    def goes_on(self, cell: Cell) -> bool:
        """Whether a cell holds but fields, which belong to the project above it."""
        names, fields = self._parts(cell, whole=True)
        return bool(fields) and not any(piece.text for piece in names)

    def go_on(self, project: ProjectDraft, cell: Cell) -> None:
        """Give the fields of a cell to the project above it."""
        self._take(project, cell, self._parts(cell, whole=True)[1])

    def _take(self, project: ProjectDraft, cell: Cell, fields: list[_Field]) -> None:
        self._ledger.take(*self._lines_of(cell))
        for found in fields:
            project.add_detail(found.key, found.value, found.piece.locations)

    def _parts(self, cell: Cell, *, whole: bool = False) -> tuple[list[Piece], list[_Field]]:
        """The lines of a name and the fields below it; the first line is the name's own.

        ``whole`` asks whether the first line is a field as well.
        """
        names: list[Piece] = []
        fields: list[_Field] = []
        for line in self._lines_of(cell):
            own = (names or fields or whole) and self._field(line)
            if not own and names and self._signed and _PERSON.fullmatch(line.text):
                own = _Field(ANSWERS, line.text, line)
            if own:
                fields.append(own)
                continue
            name, inner = self._inner_field(line)
            names.append(name)
            fields.extend(inner)
        return names, fields

    def _lines_of(self, cell: Cell) -> list[Piece]:
        """The lines of a cell, which live as long as its table does."""
        known = self._lines.get(id(cell))
        if known is None:
            known = self._lines[id(cell)] = cell_lines(cell)
        return known

    def _field(self, line: Piece) -> _Field | None:
        found = split_key(line)
        if found is None:
            return None
        known = self._vocabulary.is_field(found[0].text) or normalise(found[0].text) in self._again
        return _Field(found[0].text.rstrip(" :"), found[1].text, line) if known else None

    def _inner_field(self, line: Piece) -> tuple[Piece, list[_Field]]:
        """A name and the known field that stands behind it in one line."""
        for match in _KEY.finditer(line.raw):
            name, rest = split_piece(line, match.start())
            found = self._field(rest)
            if found is not None and self._vocabulary.is_field(found.key) and name.text:
                return name, [found]
        return line, []


def _places(names: list[Piece]) -> tuple[Location, ...]:
    return tuple(place for name in names for place in name.locations)
