"""Project names in cells and headings: the name, and what stands beside it."""

from medcom_extract.document import Cell, Location
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.drafts import ProjectDraft, set_light
from medcom_extract.parsing.grid import cell_lines
from medcom_extract.parsing.labels import split_key
from medcom_extract.parsing.lights import read_light
from medcom_extract.parsing.pieces import Piece
from medcom_extract.parsing.witnesses import glyph_witnesses, signs_of, strip_signs
from medcom_extract.vocabulary import Vocabulary

__all__ = ["read_name"]


def read_name(
    cell: Cell, vocabulary: Vocabulary, ledger: Ledger, background: frozenset[str]
) -> ProjectDraft:
    """The project that a name cell names.

    Lines that are fields ("Projektleder: ...") go to its details, a mark beside the name is its
    light unless a status column tells another.
    """
    lines = cell_lines(cell)
    fields = [found for line in lines[1:] if (found := _field(line, vocabulary))]
    taken = {id(piece) for _, _, piece in fields}
    names = [line for line in lines if id(line) not in taken]
    name = " ".join(text for line in names if (text := strip_signs(line.text, vocabulary)))
    ledger.take(*lines)
    project = ProjectDraft(name, cell.locations or _places(names))
    for key, value, piece in fields:
        project.add_detail(key, value, piece.locations)
    marks = [m for line in lines for m in line.marks]
    marks += [m for m in cell.marks if m.kind != "shading"]
    if marks or glyph_witnesses(names, vocabulary):
        signs = [signs_of(piece, vocabulary) for piece in names]
        light = read_light(marks, signs, vocabulary, background=background)
        if light.status.light not in ("none", "unknown"):
            status = light.status.model_copy(update={"text": None})
            set_light(project, type(light)(status, light.others, light.warnings))
    return project


def _field(line: Piece, vocabulary: Vocabulary) -> tuple[str, str, Piece] | None:
    found = split_key(line)
    if found is None or not vocabulary.is_field(found[0].text):
        return None
    return found[0].text.rstrip(" :"), found[1].text, line


def _places(names: list[Piece]) -> tuple[Location, ...]:
    return tuple(place for name in names for place in name.locations)
