"""The inside of a paragraph: runs, links, fields, symbols, breaks and drawings.

Elements that only wrap others (content controls, smart tags, tracked insertions, ruby, equations
...) are transparent: what is not named here is looked into, so that no word is lost.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from medcom_extract.document import count_words
from medcom_extract.readers.symbols import decode_symbols
from medcom_extract.readers.word.drawings import read_drawing
from medcom_extract.readers.word.fields import field_link
from medcom_extract.readers.word.names import MC, A, Element, M, R, W, Wp, value
from medcom_extract.readers.word.story import Content, Piece, Story
from medcom_extract.readers.word.styles import Look
from medcom_extract.readers.word.vml import read_vml

__all__ = ["Setting", "read_content"]

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACED = re.compile(r"[\t\r\n]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds at a place in a paragraph: its style, the table's look, the run's, the link."""

    style: str | None
    table: Look
    look: Look
    href: str | None = None


def read_content(element: Element, content: Content, story: Story, setting: Setting) -> None:
    """Add what an element's children hold to ``content``."""
    for item in element:
        tag = item.tag
        if tag in _SKIPPED:
            continue
        reader = _READERS.get(tag, read_content)
        reader(item, content, story, setting)


def _read_run(run: Element, content: Content, story: Story, setting: Setting) -> None:
    properties = run.find(W + "rPr")
    if properties is None:
        look = story.styles.look(setting.style, None, setting.table)
    else:
        character = value(properties, W + "rStyle")
        look = story.styles.look(setting.style, character, setting.table)
        look = look.under(story.styles.direct(properties))
    read_content(run, content, story, replace(setting, look=look))


def _emit(text: str, content: Content, story: Story, setting: Setting) -> None:
    if not text or not story.fields.shown:
        return
    if setting.look.hidden:
        story.hidden_words += count_words(text)
        return
    href = story.fields.href or setting.href
    last = content.pieces[-1] if content.pieces else None
    if last is not None and last.look == setting.look and last.href == href:
        last.text += text
    else:
        content.pieces.append(Piece(text, setting.look, href))


def _read_text(item: Element, content: Content, story: Story, setting: Setting) -> None:
    text = _SPACED.sub(" ", _UNSEEN.sub("", item.text or "")).replace("\u2011", "-")
    _emit(decode_symbols(text, setting.look.font), content, story, setting)


def _read_symbol(item: Element, content: Content, story: Story, setting: Setting) -> None:
    font = item.get(W + "font") or setting.look.font
    try:
        character = chr(int(item.get(W + "char", ""), 16))
    except (ValueError, OverflowError):
        return
    shown = setting.look._replace(font=font)
    text = decode_symbols(character, font)
    _emit(text, content, story, replace(setting, look=shown))


def _read_break(item: Element, content: Content, story: Story, setting: Setting) -> None:
    # A page or column break shows nothing of its own, but parts the words around it.
    soft = item.get(W + "type", "textWrapping") == "textWrapping"
    _emit("\n" if soft else " ", content, story, setting)


def _read_field_mark(item: Element, content: Content, story: Story, setting: Setting) -> None:
    text = story.fields.pass_mark(item)
    _emit(text, content, story, setting)


def _read_instruction(item: Element, _: Content, story: Story, __: Setting) -> None:
    story.fields.instruct(item.text or "")


def _read_simple_field(item: Element, content: Content, story: Story, setting: Setting) -> None:
    link = field_link(item.get(W + "instr", ""))
    read_content(item, content, story, replace(setting, href=link or setting.href))


def _read_link(item: Element, content: Content, story: Story, setting: Setting) -> None:
    relation = story.relationships.get(item.get(R + "id", ""))
    href = setting.href
    if relation is not None and relation.external:
        anchor = item.get(W + "anchor")
        href = f"{relation.target}#{anchor}" if anchor else relation.target
    read_content(item, content, story, replace(setting, href=href))


def _read_alternatives(item: Element, content: Content, story: Story, setting: Setting) -> None:
    """Take the first branch in which anything is found: a choice, else the fallback."""
    for branch in (*item.iterfind(MC + "Choice"), *item.iterfind(MC + "Fallback")):
        before = len(content)
        read_content(branch, content, story, setting)
        if len(content) > before:
            return


def _read_art(item: Element, content: Content, story: Story, setting: Setting) -> None:
    if setting.look.hidden or not story.fields.shown:
        return
    read = read_drawing if item.tag == W + "drawing" else read_vml
    read(item, content, story)
    href = _click_target(item, story) or story.fields.href or setting.href
    if href is not None:  # a link that no words carry
        content.pieces.append(Piece("", setting.look, href))


def _click_target(item: Element, story: Story) -> str | None:
    """Where a click on a drawing leads."""
    click = item.find(f".//{Wp}docPr/{A}hlinkClick")
    relation = story.relationships.get(click.get(R + "id", "")) if click is not None else None
    return relation.target if relation is not None and relation.external else None


def _read_note(item: Element, _: Content, story: Story, setting: Setting) -> None:
    note = item.get(W + "id", "")
    notes = story.footnotes if item.tag == W + "footnoteReference" else story.endnotes
    if note not in notes and not setting.look.hidden:
        notes.append(note)


def _sign(text: str) -> "Reader":
    def read(_: Element, content: Content, story: Story, setting: Setting) -> None:
        _emit(text, content, story, setting)

    return read


Reader = Callable[[Element, Content, Story, Setting], None]

_READERS: dict[str, Reader] = {
    W + "r": _read_run,
    W + "t": _read_text,
    M + "t": _read_text,
    W + "sym": _read_symbol,
    W + "tab": _sign("\t"),
    W + "ptab": _sign("\t"),
    W + "br": _read_break,
    W + "cr": _sign("\n"),
    W + "noBreakHyphen": _sign("-"),
    W + "fldChar": _read_field_mark,
    W + "instrText": _read_instruction,
    W + "fldSimple": _read_simple_field,
    W + "hyperlink": _read_link,
    W + "drawing": _read_art,
    W + "pict": _read_art,
    W + "object": _read_art,
    W + "footnoteReference": _read_note,
    W + "endnoteReference": _read_note,
    MC + "AlternateContent": _read_alternatives,
}

_SKIPPED = {
    W + name
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "softHyphen",
        "fldData",
        "lastRenderedPageBreak",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
    )
}
