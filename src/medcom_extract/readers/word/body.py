"""Blocks: paragraphs, tables and pictures in the order of the XML."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from medcom_extract.document import Block, Location, Mark, Paragraph, Patch, Picture, Run
from medcom_extract.errors import TooLarge
from medcom_extract.readers.word.bullets import take_bullet
from medcom_extract.readers.word.colours import shading_patches
from medcom_extract.readers.word.inline import Setting, read_content
from medcom_extract.readers.word.names import MC, Element, W, child, integer, value
from medcom_extract.readers.word.story import Content, Piece, Story
from medcom_extract.readers.word.styles import Look, ParagraphStyle
from medcom_extract.readers.word.tables import read_table

__all__ = ["read_blocks"]

DEEPEST = 20
"""Tables and text boxes inside each other.  Word itself stops at about as many."""

_LEVELS = 9
_LEFT_OUT = {
    W + name for name in ("del", "moveFrom", "tcPr", "tblPr", "trPr", "sdtPr", "sdtEndPr", "sectPr")
}


def read_blocks(
    container: Element, story: Story, path: str, table_look: Look | None = None
) -> list[Block]:
    """The blocks of a body, cell, text box, header or note; empty paragraphs left out."""
    blocks: list[Block] = []
    counts: Counter[str] = Counter()
    carried = Content()  # of paragraphs whose end mark was deleted: they join the next one
    last = None
    for item in _flat(container):
        if item.tag == W + "p":
            counts["paragraph"] += 1
            last = _Place(item, f"{path}/paragraph[{counts['paragraph']}]", table_look or Look())
            _read_paragraph_content(last, carried, story)
            if not _is_mark_deleted(item):
                blocks += _paragraph_blocks(last, carried, story)
                carried, last = Content(), None
        elif item.tag == W + "tbl":
            counts["table"] += 1
            blocks += _nested_table(item, story, f"{path}/table[{counts['table']}]")
        elif item.tag == W + "altChunk":
            story.embedded += 1
    if last is not None:
        blocks += _paragraph_blocks(last, carried, story)
    return blocks


def _flat(container: Element) -> Iterator[Element]:
    """Paragraphs and tables directly in a container, through whatever wraps them."""
    for item in container:
        if item.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield item
        elif item.tag == MC + "AlternateContent":
            branches = (list(_flat(branch)) for branch in item)
            yield from next((found for found in branches if found), [])
        elif len(item) and item.tag not in _LEFT_OUT:
            yield from _flat(item)


class _Place(NamedTuple):
    """A paragraph element, where it stands, and the look that its table gives it."""

    element: Element
    path: str
    table_look: Look


def _is_mark_deleted(paragraph: Element) -> bool:
    mark = child(paragraph, W + "pPr", W + "rPr")
    return mark is not None and any(mark.find(W + name) is not None for name in ("del", "moveFrom"))


def _nested_table(element: Element, story: Story, path: str) -> list[Block]:
    _go_deeper(story)
    table = read_table(element, story, path, read_blocks)
    story.depth -= 1
    return [] if table is None else [table]


def _go_deeper(story: Story) -> None:
    story.depth += 1
    if story.depth > DEEPEST:
        problem = f"its tables and text boxes are nested more than {DEEPEST} deep"
        raise TooLarge(problem, file=story.package.file)


def _read_paragraph_content(place: _Place, content: Content, story: Story) -> None:
    style = value(place.element, W + "pPr", W + "pStyle")
    look = story.styles.look(style, None, place.table_look)
    read_content(place.element, content, story, Setting(style, place.table_look, look))


def _paragraph_blocks(place: _Place, content: Content, story: Story) -> list[Block]:
    """A paragraph with the pictures, text boxes and diagrams that are anchored in it."""
    blocks: list[Block] = []
    location = Location(path=place.path)
    paragraph = _paragraph(place, content, story, location)
    if paragraph is not None:
        blocks.append(paragraph)
    for number, mark in enumerate(content.pictures, 1):
        spot = (Location(path=f"{place.path}/picture[{number}]"),)
        blocks.append(Picture(replace(mark, locations=spot), spot))
    for number, frame in enumerate(content.frames, 1):
        _go_deeper(story)
        blocks += read_blocks(frame.element, story, f"{place.path}/textbox[{number}]")
        story.depth -= 1
    blocks += [Paragraph((Run(text),), locations=(location,)) for text in content.texts]
    return blocks


def _paragraph(
    place: _Place, content: Content, story: Story, location: Location
) -> Paragraph | None:
    properties = place.element.find(W + "pPr")
    style = story.styles.paragraph(value(properties, W + "pStyle"))
    label = _list_label(properties, style, story)
    runs = tuple(_run(piece) for piece in content.pieces)
    marks = (*content.marks, *_shadings(properties, style, content.pieces, story))
    if not marks and not any(run.text.strip() or run.href for run in runs):
        return None
    if not label:
        typed, runs = take_bullet(runs)
        label = typed or label
    role, level = style.role, style.level
    outline = value(properties, W + "outlineLvl")
    if outline is not None:
        level = integer(outline) + 1 if integer(outline) < _LEVELS else None
        role = role or ("heading" if level else None)
    here = (location,)
    placed = tuple(replace(mark, locations=here) for mark in marks)
    return Paragraph(runs, role, level, label, placed, here)


def _list_label(properties: Element | None, style: ParagraphStyle, story: Story) -> str | None:
    """The label of a list item, "" where it is not known, None outside lists."""
    direct = child(properties, W + "numPr")
    list_id = value(direct, W + "numId")
    level = value(direct, W + "ilvl")
    if list_id is not None:
        return story.numbering.label(list_id, integer(level))
    if style.list_id is not None:
        depth = style.list_level if level is None else integer(level)
        return story.numbering.label(style.list_id, depth, style.list_owner)
    return "" if style.listed else None


def _run(piece: Piece) -> Run:
    look = piece.look
    plain = look.color in (None, "auto", "#000000")
    return Run(
        text=piece.text,
        bold=bool(look.bold),
        italic=bool(look.italic),
        underline=bool(look.underline),
        color=None if plain else look.color,
        size=look.size,
        font=look.font,
        href=piece.href,
    )


def _shadings(
    properties: Element | None, style: ParagraphStyle, pieces: list[Piece], story: Story
) -> Iterator[Mark]:
    """Marks for the paragraph's shading and for text with a highlight or shading of its own."""
    direct = shading_patches(child(properties, W + "shd"), story.theme)
    patches = style.shading if direct is None else direct
    if patches:
        yield Mark("shading", patches)
    words: dict[str, list[str]] = {}
    for piece in pieces:
        color = piece.look.background
        if color is not None and color not in ("auto", "#ffffff"):
            words.setdefault(color, []).append(piece.text)
    for color, parts in words.items():
        yield Mark("shading", (Patch(color),), text="".join(parts).strip() or None)
