"""Lines to paragraphs.

A new paragraph begins at a bullet, after a gap wider than the line pitch, where the look of whole
lines changes (a bold label above its text), and after a line that ended although the next line's
first word would have fitted on it.  The pitch is measured, not assumed: see ``pitch``.
"""

import itertools
import re
from dataclasses import dataclass, field

from medcom_extract.danish.cohesion import refers_back
from medcom_extract.danish.sentences import holds_on
from medcom_extract.document import Box
from medcom_extract.layout.boxes import around
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork
from medcom_extract.layout.pitch import (
    SENTENCE_START,
    Pitch,
    changes_look,
    ends_sentence,
    fits_before,
    is_sentence_break,
)

__all__ = ["Draft", "paragraphs_of"]

_FIELD = re.compile(r"[A-ZÆØÅ][a-zæøå]{3,}:(?: [A-ZÆØÅ0-9][^ ,;]*)+$")
_FIELD_WORDS = 6

_YEAR = re.compile(r"(?:19|20)\d\d\b")

_SHIFTED = 1.25
"""Times the pitch that a line may stand below the one whose sentence it goes on with."""

_INDENT = 0.4
"""Share of the font size by which text is set in from its list label at least."""

_BARELY = 0.5
"""Points of room beside a word that are none: the edge of a column is not known more closely."""

_HEADING = 1.12
"""Times the size of most lines from which bold lines are a heading."""


@dataclass(slots=True)
class Draft:
    """A paragraph in the making: its lines, over one page or more.

    ``limit`` is the right edge that its lines could have reached; ``doubts`` are sentences for a
    person about joins and cuts that could as well have been made otherwise.
    """

    lines: list[Line]
    limit: float
    marks: list[Artwork] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def bullet(self) -> str | None:
        return self.lines[0].bullet

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    def take(self, other: "Draft") -> None:
        """Go on with the lines of another paragraph."""
        self.lines.extend(other.lines)
        self.marks.extend(other.marks)
        self.doubts.extend(other.doubts)

    def doubt(self, joined: bool, line: Line) -> None:
        """Note that a line was joined, or was not, although it could be otherwise."""
        done = "was joined to" if joined else "was parted from"
        start = " ".join(word.text for word in line.words[:4])
        self.doubts.append(f"The line “{start} …” {done} the text before it on thin evidence.")

    @property
    def box(self) -> Box:
        first = self.lines[0]
        if len(self.lines) == 1:
            return first.box
        return around(line.box for line in self.lines if line.page == first.page)


def paragraphs_of(lines: list[Line], limit: float, pitch: Pitch) -> list[Draft]:
    """Paragraphs of one column of lines, from top to bottom; ``limit`` is its right edge."""
    drafts: list[Draft] = []
    for line in lines:
        if drafts and not begins_paragraph(drafts[-1], line, pitch):
            if _is_open(drafts[-1], line, pitch):
                drafts[-1].doubt(True, line)
            drafts[-1].lines.append(line)
        else:
            if drafts and _is_open(drafts[-1], line, pitch):
                drafts[-1].doubt(False, line)
            drafts.append(Draft([line], limit))
    return drafts


def _is_open(draft: Draft, line: Line, pitch: Pitch) -> bool:
    """Whether nothing tells if a line goes on with a paragraph: the line above is full and ends a
    sentence, and no white space parts the paragraphs of this document.
    """
    above = draft.last
    if pitch.gapped or line.bullet is not None or pitch.gap(above, line):
        return False
    if not is_sentence_break(above, line) or changes_look(above, line) or outdents(draft, line):
        return False
    return not fits_before(above, line, draft.limit)


def begins_paragraph(draft: Draft, line: Line, pitch: Pitch) -> bool:
    """Whether a line below a draft (on the same page) begins a new paragraph."""
    above = draft.last
    if line.bullet is not None:
        return True
    if pitch.gap(above, line) and not (
        _breaks_word(above, line, pitch) or _breaks_sentence(draft, line, pitch)
    ):
        return True
    if line.baseline - above.baseline < 0.5 * above.size and line.x0 < above.x1:
        return True  # beside or above: another column of text
    if changes_look(above, line) or _opens_with_label(above, line) or _is_field(line):
        return True
    if outdents(draft, line) and (pitch.hanging or not _wraps_flush(draft, line, pitch)):
        return True
    if pitch.terse and _is_open(draft, line, pitch):
        return not refers_back(draft.text, line.text)
    return not _wraps_heading(above, line, pitch) and ends_early(draft, line, pitch)


def _wraps_heading(above: Line, line: Line, pitch: Pitch) -> bool:
    """Whether two lines are one heading: large and bold, at the pitch of one paragraph.

    A heading may wrap early, before a mark that stands beside it.
    """
    beside = line.baseline < above.baseline + 0.5 * above.size
    if pitch.body is None or beside or not (above.bold and line.bold):
        return False
    return min(above.size, line.size) >= _HEADING * pitch.body


def _breaks_word(above: Line, line: Line, pitch: Pitch) -> bool:
    """Whether a word surely goes on from one line to the next, however far apart they stand."""
    text = above.words[-1].text
    near = line.baseline - above.baseline < 2 * pitch.of(line.size)
    return (
        near and text.endswith("-") and text[-2:-1].islower() and line.words[0].text[:1].islower()
    )


def _breaks_sentence(draft: Draft, line: Line, pitch: Pitch) -> bool:
    """Whether a full line's sentence goes on in lower case, only a little further down: programs
    shift lines by a point or two at the foot of a page.
    """
    above = draft.last
    near = line.baseline - above.baseline < _SHIFTED * pitch.of(line.size)
    lower = line.words[0].text[:1].islower() and not above.words[-1].text.endswith((":", ";"))
    return (
        near
        and lower
        and not ends_sentence(above, line)
        and not changes_look(above, line)
        and not fits_before(above, line, draft.limit)
    )


def outdents(draft: Draft, line: Line) -> bool:
    """Whether a line stands left of the text of the list item above it, and no further right than
    its label: after a broad number the lines below may begin between the two.
    """
    if draft.bullet is None or line.x0 >= draft.first.x0 - 0.5 * line.size:
        return False
    label = draft.first.label_x
    return label is None or line.x0 < label + _INDENT * line.size


def _wraps_flush(draft: Draft, line: Line, pitch: Pitch) -> bool:
    """Whether a list item goes on below its bullet: its line is full and its sentence open, or
    white space would part the line from it.
    """
    above = draft.last
    goes_on = pitch.gapped or not is_sentence_break(above, line)
    return goes_on and not fits_before(above, line, draft.limit)


def _opens_with_label(above: Line, line: Line) -> bool:
    """Whether a line begins in bold, up to a colon, below a line that does not end in bold."""
    if not line.words[0].bold or above.words[-1].bold or line.bold:
        return False
    bold = list(itertools.takewhile(lambda word: word.bold, line.words))
    return bold[-1].text.endswith(":") and not above.words[-1].text.endswith("-")


def _is_field(line: Line) -> bool:
    """Whether a line is a key with a name or a number, such as "Projektleder: Bo Ek"."""
    return len(line.words) <= _FIELD_WORDS and bool(_FIELD.match(line.text))


def ends_early(draft: Draft, line: Line, pitch: Pitch) -> bool:
    """Whether the line above ended although this line's first word would have fitted.

    A line that is a few points short without any mark of an ending is let pass: words that
    belong together (a no-break space) move on to the next line together.
    """
    above = draft.last
    if above.words[-1].text.endswith("-"):
        return False
    stops = ends_sentence(above, line)
    ended = stops and bool(SENTENCE_START.match(line.words[0].text))
    # Where white space parts paragraphs, none outweighs a word that barely would have fitted.
    if not fits_before(above, line, draft.limit - (_BARELY if pitch.gapped else 0.0)):
        if not ended:
            return False
        bare = not pitch.gapped and above.x1 + 0.22 * above.size + _width(line) <= draft.limit - 0.5
        return bare or (pitch.hyphenated and _part_fits(above, line, draft.limit))
    held = holds_on(above.words[-1].text, line.words[0].text)
    if stops or (SENTENCE_START.match(line.words[0].text) and not held and not _dates(above, line)):
        return True
    width = draft.limit - draft.first.x0
    word = _width(line)
    return draft.limit - above.x1 - word > max(0.25 * width, 3 * line.size)


def _dates(above: Line, line: Line) -> bool:
    """Whether a line begins with the year of what ends the line above: "3. kvartal" and "2027."."""
    return bool(_YEAR.match(line.words[0].text)) and above.words[-1].text[-1:].islower()


def _width(line: Line) -> float:
    """Points that the first word of a line takes."""
    return line.words[0].x1 - line.words[0].x0


def _part_fits(above: Line, below: Line, limit: float) -> bool:
    """Whether five letters of a long word, with a hyphen, would have fitted on the line above.

    A program that breaks words would have put them there, had the paragraph gone on.
    """
    word = below.words[0]
    if len(word.text) < 9:
        return False
    part = (word.x1 - word.x0) * 6 / len(word.text)
    return above.x1 + 0.22 * above.size + part <= limit - 0.5
