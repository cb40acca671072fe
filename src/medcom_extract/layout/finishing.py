"""Drafts to the neutral document: runs, marks, places; line-end hyphens taken out."""

import re
from collections.abc import Container

from medcom_extract.danish.fragments import cuts_word, is_listed, is_word
from medcom_extract.danish.hyphens import Verdict, settle_line_end
from medcom_extract.document import (
    Block,
    Box,
    Cell,
    Location,
    Mark,
    Paragraph,
    Patch,
    Picture,
    Run,
    Table,
    Warning,
)
from medcom_extract.layout.boxes import around
from medcom_extract.layout.drafts import DraftCell, DraftPicture, DraftTable, Item, Place
from medcom_extract.layout.hyphens import HyphenHabit
from medcom_extract.layout.lines import Line, is_glued
from medcom_extract.layout.page import Artwork, Word
from medcom_extract.layout.paragraphs import Draft

__all__ = ["Finisher", "bare_word"]

# "darder/" and "-kode.html": more of an address than a word would be.
_PATH_PART = re.compile(r"-?[a-zæøå0-9][\w%-]*(?:/|\.[a-z]{2,5}\b|[?=&#])")
_ADDRESS_STARTS = ("http://", "https://", "www.")


class Finisher:
    """Makes blocks of drafts.

    ``known`` holds the words that stand unbroken in the document, in lower case; ``sets_own``
    tells that its program sets a hyphen character of its own at line ends, ``hyphenates`` that
    it breaks words at all.  ``warnings`` collects hyphens that the rules and the file disagree on.
    """

    def __init__(
        self,
        habit: HyphenHabit,
        known: Container[str] = (),
        *,
        sets_own: bool = False,
        hyphenates: bool = True,
    ):
        self._habit = habit
        self._hyphenates = hyphenates
        self._sets_own = sets_own
        self._known = known
        self.warnings: list[Warning] = []

    def blocks(self, items: list[Item]) -> tuple[Block, ...]:
        return tuple(self._block(item) for item in items)

    def _block(self, item: Item) -> Block:
        if isinstance(item, Draft):
            return self.paragraph(item)
        if isinstance(item, DraftPicture):
            location = _located(item.page, item.box)
            return Picture(_mark(item.art, item.page), (location,))
        return self._table(item)

    def furniture(self, line: Line) -> Paragraph:
        """A line set apart, as a paragraph."""
        return self.paragraph(Draft([line], line.x1))

    def paragraph(self, draft: Draft) -> Paragraph:
        marks = tuple(_mark(art, draft.first.page) for art in draft.marks)
        for message in draft.doubts:
            place = _line_places(draft.lines)
            self.warnings.append(Warning("paragraph-uncertain", message, place))
        return Paragraph(
            self._runs(draft), bullet=draft.bullet, marks=marks, locations=_line_places(draft.lines)
        )

    def _runs(self, draft: Draft) -> tuple[Run, ...]:
        strands: list[_Strand] = []
        before: Word | None = None
        for line in draft.lines:
            words = line.words
            first = words[0]
            start = first.text
            if before is not None:
                start = self._over_line_end(strands, before, first, draft)
            if len(words) == 1 or _is_even(words):
                _append(strands, first, start + line.text[len(first.text) :])
            else:
                _append(strands, first, start)
                for index, word in enumerate(words[1:], 1):
                    glued = word.glued and is_glued(words, index)
                    _append(strands, word, word.text if glued else " " + word.text)
            before = words[-1]
        return tuple([strand.run() for strand in strands])

    def _over_line_end(self, runs: "list[_Strand]", before: Word, after: Word, draft: Draft) -> str:
        """The text of the first word of a line, with what stands between it and the word before.

        Takes the hyphen off the last run where it is the typesetter's.
        """
        if before.href and before.href == after.href:
            return self._over_address_end(runs, before, after)
        if not before.text.endswith("-") and self._fills_line(before, after, draft):
            return after.text
        if not before.text.endswith("-"):
            cut = _is_cut_address(before.text, after.text) or _is_cut_pair(before.text)
            cut = cut or _fills_with_address(before, after, draft.limit)
            return after.text if cut else " " + after.text
        typed = self._habit.typed(before, sets_own=self._sets_own)
        if typed is None and not self._hyphenates and not _cuts(before.text, after.text):
            typed = True
        verdict = settle_line_end(before.text, after.text, typed, self._known)
        # An engine that sees no text objects is no reason to warn: the file may still tell.
        untold = typed is None and self._habit.apart is self._habit.within is None
        if verdict is Verdict.KEEP and (typed is False or untold):
            self._warn(before, after, draft, silent=untold)
        if verdict is Verdict.SPACE:
            return " " + after.text
        if verdict is Verdict.JOIN:
            _drop_hyphen(runs)
        return after.text

    def _fills_line(self, before: Word, after: Word, draft: Draft) -> bool:
        """Whether a word was cut without a hyphen, since it is wider than its cell.

        It leaves no room for another letter and stands alone on its line, or the whole would not
        fit on one (ReportLab begins such a word on the line above); what follows is in lower case,
        and the whole stands elsewhere in the document or is a word.
        """
        part = before.text.rpartition("-")[2].lstrip('(["“”»')
        if not part.isalpha() or not after.text[:1].islower():
            return False
        line = next(line for line in draft.lines if line.words[-1] is before)
        letter = (before.x1 - before.x0) / max(len(before.text), 1)
        if draft.limit - before.x1 > letter:
            return False
        if len(line.words) > 1:
            return self._begins_above(before, after, draft)
        if not self._habit.cuts_words and is_word(bare_word(before.text)):
            return False
        if bare_word(before.text + after.text) in self._known:
            return True
        return not after.text.endswith("-") and cuts_word(part, bare_word(after.text))

    def _begins_above(self, before: Word, after: Word, draft: Draft) -> bool:
        """Whether a word that no line holds begins behind other words: it is one as a whole, or a
        single letter stands at the end of its line.
        """
        whole = before.x1 - before.x0 + after.x1 - after.x0
        if not self._habit.cuts_words or whole <= draft.limit - draft.first.x0:
            return False
        joined = bare_word(before.text + after.text)
        known = joined in self._known or len(before.text) == 1 or is_word(joined)
        return known and cuts_word(before.text, bare_word(after.text))

    def _over_address_end(self, runs: "list[_Strand]", before: Word, after: Word) -> str:
        """Within the words of one link its target says how they are written."""
        target = before.href or ""
        stem = before.text.removesuffix("-")
        if before.text + after.text in target:
            return after.text
        if before.text.endswith("-") and stem + after.text in target:
            _drop_hyphen(runs)
            return after.text
        if (
            before.text.endswith("-")
            and settle_line_end(before.text, after.text, None) is Verdict.JOIN
        ):
            _drop_hyphen(runs)
            return after.text
        return " " + after.text

    def _warn(self, before: Word, after: Word, draft: Draft, *, silent: bool) -> None:
        """Note a hyphen that the rules kept; ``silent`` where the file says nothing of it."""
        said = (
            "the file does not say whose it is"
            if silent
            else ("although the file marks it as set at the line end")
        )
        message = (
            f"The hyphen in “{before.text}|{after.text}” was kept by the rules of spelling; {said}."
        )
        self.warnings.append(Warning("hyphen-uncertain", message, _line_places(draft.lines)))

    def _table(self, draft: DraftTable) -> Table:
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in draft.rows)
        places = tuple(_location(place) for place in draft.places)
        if draft.guessed:
            message = (
                "A table has neither lines nor rows that begin level: white space parted them."
            )
            self.warnings.append(Warning("rows-guessed", message, places))
        return Table(len(draft.xs) - 1, rows, draft.header_rows, places)

    def _cell(self, draft: DraftCell) -> Cell:
        page = draft.places[0].page
        marks = [_mark(art, page) for art in draft.art]
        if draft.shading:
            color, share = _uppermost(draft.shading)
            marks.append(
                Mark("shading", (Patch(color, share),), locations=(_location(draft.places[0]),))
            )
        return Cell(
            draft.row, draft.column, draft.row_span, draft.column_span,
            self.blocks(draft.items), tuple(marks), tuple(map(_location, draft.places)),
        )  # fmt: skip


class _Strand:
    """A run in the making: the words that look alike, piece by piece."""

    __slots__ = ("pieces", "word")

    def __init__(self, word: Word, text: str):
        self.word = word
        self.pieces = [text]

    def run(self) -> Run:
        word = self.word
        return Run(
            "".join(self.pieces), word.bold, word.italic, word.underline, word.color, word.size,
            word.font or None, word.href,
        )  # fmt: skip


def _append(strands: list[_Strand], word: Word, text: str) -> None:
    """Go on with a word, and with what stands behind it in its look."""
    if strands and _looks_like(strands[-1].word, word):
        strands[-1].pieces.append(text)
    else:
        strands.append(_Strand(word, text))


def _is_even(words: list[Word]) -> bool:
    """Whether the words of a line look alike, which nearly all do: told by names and colours that
    are one and the same object, as a reader gives them.
    """
    first = words[0]
    size, font, color, bold, italic = first.size, first.font, first.color, first.bold, first.italic
    underline, href = first.underline, first.href
    for word in words:
        if (
            word.font is not font
            or word.size != size
            or word.bold != bold
            or word.color is not color
            or word.italic != italic
            or word.underline != underline
            or word.href is not href
        ):
            return False
    return True


def _looks_like(one: Word, other: Word) -> bool:
    return (
        one.bold == other.bold
        and one.size == other.size
        and one.font == other.font
        and one.color == other.color
        and one.underline == other.underline
        and one.href == other.href
        and one.italic == other.italic
    )


def _drop_hyphen(strands: list[_Strand]) -> None:
    pieces = strands[-1].pieces
    pieces[-1] = pieces[-1].removesuffix("-")


def bare_word(text: str) -> str:
    """A word in lower case without the punctuation around it."""
    return text.casefold().strip(".,:;()[]\"”“’'!?")


def _cuts(before: str, after: str) -> bool:
    """Whether a hyphen stands within one word, which nobody types with one: it is in the
    dictionary, or its parts are no two words.
    """
    first, second = bare_word(before.removesuffix("-")), bare_word(after)
    whole = first + second
    return is_listed(whole) or (is_word(whole) and cuts_word(first, second))


def _is_cut_pair(before: str) -> bool:
    """Whether a line ends within "januar/februar": a slash that follows a letter or figure."""
    pair = len(before) > 2 and before.endswith("/") and before[-2].isalnum()
    return pair and not before.startswith(_ADDRESS_STARTS)


def _fills_with_address(before: Word, after: Word, limit: float) -> bool:
    """Whether a web address goes on over a line end within a word: what follows is part of a path,
    and no letter of it had room, or it begins with a hyphen of the address.
    """
    if not before.text.startswith(_ADDRESS_STARTS) or before.text[-1] in ".,;:)":
        return False
    if not _PATH_PART.match(after.text):
        return False
    letter = (before.x1 - before.x0) / len(before.text)
    return after.text.startswith("-") or limit - before.x1 < 1.5 * letter


def _is_cut_address(before: str, after: str) -> bool:
    """Whether a web address goes on over a line end: it stops at a slash, and a path follows."""
    return (
        before.startswith(_ADDRESS_STARTS)
        and before.endswith(("/", "=", "?", "&", "_"))
        and after[:1].islower()
    )


def _uppermost(shades: list[tuple[str, float]]) -> tuple[str, float]:
    """The shade that shows: of those that fill a cell about alike the last, painted over the rest.

    A striped row paints its ground first and the light of a cell above it.
    """
    most = max(share for _, share in shades)
    return next(shade for shade in reversed(shades) if shade[1] >= 0.9 * most)


def _mark(art: Artwork, page: int) -> Mark:
    return Mark(
        "image" if art.kind == "image" else "shape",
        art.palette,
        alt=art.alt,
        outline=art.outline,
        width=round(art.x1 - art.x0, 1),
        height=round(art.bottom - art.top, 1),
        locations=(_located(page, art.box),),
    )


def _location(place: Place) -> Location:
    return _located(place.page, place.box)


def _located(page: int, box: Box) -> Location:
    x0, top, x1, bottom = box
    # Tenths of a point.  To round to whole numbers takes a fifth of the time.
    return Location(
        page,
        (round(10 * x0) / 10, round(10 * top) / 10, round(10 * x1) / 10, round(10 * bottom) / 10),
    )


def _line_places(lines: list[Line]) -> tuple[Location, ...]:
    """One box a page over the lines that stand there."""
    if len(lines) == 1:
        return (_located(lines[0].page, lines[0].box),)
    places: dict[int, list[Box]] = {}
    for line in lines:
        places.setdefault(line.page, []).append(line.box)
    return tuple(_located(page, around(boxes)) for page, boxes in places.items())
