"""Lines to paragraphs.

A new paragraph begins at a bullet, after a gap wider than the line pitch, where the look of whole
lines changes (a bold label above its text), and after a line that ended although the next line's
first word would have fitted on it.  The pitch is measured, not assumed: see ``measure_pitch``.
"""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from medcom_extract.danish.cohesion import refers_back
from medcom_extract.document import Box
from medcom_extract.layout.boxes import around
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Artwork

__all__ = ["Draft", "Pitch", "fits_before", "measure_pitch", "paragraphs_of", "take_bullets"]

_GLYPH_BULLETS = frozenset("•●▪■◦○‣⁃∙·‧◆◇►➢➤✓✔❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076\uf02d")
_DASH_BULLETS = frozenset("-–—*")
_NUMBER_BULLET = re.compile(r"\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})[.)]$", re.IGNORECASE)
_ENDS = re.compile(r"[.:;!?…][\"”’)\]]*$")
_FULL_STOP = re.compile(r"[a-zæøå]{3,}[.!?]$")
_STARTS = re.compile(r"^[\"”“’(\[]*[A-ZÆØÅ0-9]")

# Short words that authors and programs tie to the next with a no-break space: "8. juli", "ca. 40".
_BINDS = re.compile(r"(?:\d{1,3}|[\w§]{1,4}\.|§|[-–])$")

_FIELD = re.compile(r"[A-ZÆØÅ][a-zæøå]{3,}:(?: [A-ZÆØÅ0-9][^ ,;]*)+$")
_FIELD_WORDS = 6

_USUAL_PITCH = 1.22
"""Line pitch of most fonts set single-spaced, as a share of the font size."""

_HEADING = 1.12
"""Times the size of most lines from which bold lines are a heading."""

_GAP = 0.15
"""Share of the font size by which a gap between paragraphs passes the line pitch at least."""


_HANGING = 0.6
"""Share of the font size between a list label and its text from which it stands apart."""

_ALONE = 0.6
"""Share of the sentences within a paragraph that do not take up the one before them."""


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
        return around(line.box for line in self.lines if line.page == self.lines[0].page)


@dataclass(frozen=True, slots=True)
class Pitch:
    """Distance of two baselines within a paragraph, as a share of the font size, by size.

    ``hyphenated`` tells that the program breaks words at line ends; ``body`` is the font size
    that most lines have; ``gapped`` that paragraphs stand apart by white space; ``terse`` that a
    sentence that nothing takes up rather ends its paragraph than is followed by another in it;
    ``hanging`` that the lines of a list item begin below its text, not below its bullet.
    """

    by_size: dict[int, float]
    usual: float | None = None
    hyphenated: bool = False
    body: float | None = None
    gapped: bool = True
    terse: bool = False
    hanging: bool = True

    def of(self, size: float) -> float:
        """Points from one baseline to the next."""
        return self.by_size.get(round(size), self.usual or _USUAL_PITCH) * size

    def or_else(self, other: "Pitch") -> "Pitch":
        """The same, with what another tells of sizes that this one knows nothing of."""
        usual = self.usual or other.usual
        hyphenated = self.hyphenated or other.hyphenated
        body = self.body or other.body
        spaced = self if self.by_size else other
        by_size = {**other.by_size, **self.by_size}
        hanging = self.hanging and other.hanging
        return Pitch(by_size, usual, hyphenated, body, spaced.gapped, spaced.terse, hanging)

    def gap(self, above: Line, below: Line) -> bool:
        """Whether two lines stand further apart than lines of one paragraph."""
        size = max(above.size, below.size)
        return below.baseline - above.baseline > self.of(size) + max(_GAP * size, 1.2)


def measure_pitch(columns: list[tuple[list[Line], float]]) -> Pitch:
    """The line pitch by font size, from lines that are sure to continue the one before.

    ``columns`` are runs of lines below each other with the right edge they may reach.  A line
    continues the one before where it begins with a word that would not have fitted there; of the
    distances of such pairs the smallest common one is the pitch.
    """
    distances: dict[int, Counter[float]] = {}
    for lines, limit in columns:
        for above, below in itertools.pairwise(lines):
            if above.page != below.page or abs(above.size - below.size) > 0.5:
                continue
            ratio = (below.baseline - above.baseline) / above.size
            if 0.9 <= ratio <= 2.2 and not fits_before(above, below, limit):
                counter = distances.setdefault(round(above.size), Counter())
                counter[round(ratio, 2)] += 1
    every = [line.words[-1].text for lines, _ in columns for line in lines]
    broken = sum(text.endswith("-") and text[-2:-1].islower() for text in every)
    hyphenated = broken >= max(2, 0.02 * len(every))
    by_size = {size: _smallest_common(counter) for size, counter in distances.items()}
    body = max(distances, key=lambda size: distances[size].total(), default=None)
    usual = by_size[body] if body is not None else None
    sizes = Counter(round(line.size, 1) for lines, _ in columns for line in lines)
    most = max(sizes, key=sizes.__getitem__, default=None)
    pitch = Pitch(by_size, usual, hyphenated, most)
    return replace(_with_endings(columns, pitch), hanging=_items_hang(columns))


def _items_hang(columns: list[tuple[list[Line], float]]) -> bool:
    """Whether some list item goes on below its text, or none that is full goes on at all."""
    below_text = below_bullet = 0
    for lines, limit in columns:
        for above, below in itertools.pairwise(lines):
            if above.bullet is None or below.bullet is not None or above.page != below.page:
                continue
            below_text += abs(below.x0 - above.x0) < 0.2 * below.size
            flush = below.x0 < above.x0 - 0.5 * below.size
            below_bullet += flush and not fits_before(above, below, limit)
    return below_text > 0 or below_bullet == 0


def _with_endings(columns: list[tuple[list[Line], float]], pitch: Pitch) -> Pitch:
    """The pitch with what the lines tell that surely end a paragraph: whether white space parts
    most, and whether they outnumber the sentences that go on within a line.
    """
    apart = close = 0
    for lines, limit in columns:
        for above, below in itertools.pairwise(lines):
            if above.page != below.page or below.bullet is not None or changes_look(above, below):
                continue
            if _is_sentence_break(above, below) and fits_before(above, below, limit):
                apart += pitch.gap(above, below)
                close += not pitch.gap(above, below)
    going_on = sum(_inner_ends(line) for lines, _ in columns for line in lines)
    return replace(pitch, gapped=apart >= 4 * close, terse=apart + close > _ALONE * going_on)


def _inner_ends(line: Line) -> int:
    """How many sentences of a line are followed by another on it."""
    pairs = itertools.pairwise(word.text for word in line.words)
    return sum(bool(_FULL_STOP.search(one)) and other[0].isupper() for one, other in pairs)


def _is_sentence_break(above: Line, below: Line) -> bool:
    return bool(_ENDS.search(above.words[-1].text) and _STARTS.match(below.words[0].text))


def _smallest_common(counter: Counter[float]) -> float:
    """The smallest ratio that, with its neighbours, makes up a fifth of all."""
    total = counter.total()
    for ratio in sorted(counter):
        near = sum(n for other, n in counter.items() if ratio <= other <= ratio + 0.06)
        if near >= 0.2 * total:
            window = [other for other in counter if ratio <= other <= ratio + 0.06]
            return max(window, key=lambda other: (counter[other], -other))
    return min(counter)


def fits_before(above: Line, below: Line, limit: float) -> bool:
    """Whether the first word of ``below`` would have fitted at the end of ``above``."""
    words = below.words
    end = 1
    while end < len(words) and (words[end].glued or _BINDS.match(words[end - 1].text)):
        end += 1
    first = words[end - 1].x1 - words[0].x0
    space = 0.22 * above.size
    return above.x1 + space + first <= limit - 0.5


def take_bullets(lines: list[Line], dots: list[Artwork]) -> list[Artwork]:
    """Take list labels off the lines' starts; give back the artwork that is no drawn bullet."""
    left = list(dots)
    above: Line | None = None
    for line in lines:
        label = _printed_bullet(line)
        if label in _DASH_BULLETS and above is not None and not _may_end(above, line):
            label = None  # a dash within a sentence that happens to begin a line
        above = line
        if label is not None:
            line.take_label(label)
            continue
        dot = next((d for d in left if _is_bullet(d, line)), None)
        if dot is not None:
            left.remove(dot)
            line.bullet = "•"
    return left


def _may_end(line: Line, below: Line) -> bool:
    """Whether a dash below a line may be a list label: a list, a label or a sentence stands above
    it, or it stands further from its text than a space is wide.
    """
    if line.bullet is not None or line.bold or line.underline:
        return True
    hangs = below.words[1].x0 - below.words[0].x1 > _HANGING * below.size
    return hangs or bool(_ENDS.search(line.words[-1].text))


def _printed_bullet(line: Line) -> str | None:
    if len(line.words) < 2:
        return None
    first, second = line.words[0], line.words[1]
    gap = second.x0 - first.x1
    if (first.text in _GLYPH_BULLETS and first.color in (None, second.color)) or (
        first.text == "o" and gap > 0.9 * first.size
    ):
        return "•" if first.text in _GLYPH_BULLETS else "o"
    if first.text in _DASH_BULLETS and not second.glued:
        return first.text
    if _NUMBER_BULLET.match(first.text) and gap > 0.6 * first.size:
        return first.text
    return None


def _is_bullet(art: Artwork, line: Line) -> bool:
    """A small drawn dot to the left of a line, at about half the height of its letters."""
    size = line.size
    middle = (art.top + art.bottom) / 2
    return (
        max(art.x1 - art.x0, art.bottom - art.top) <= 0.7 * size
        and 0 <= line.x0 - art.x1 <= 2.5 * size
        and line.baseline - 0.9 * size <= middle <= line.baseline
    )


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
    if not _is_sentence_break(above, line) or changes_look(above, line) or outdents(draft, line):
        return False
    return not fits_before(above, line, draft.limit)


def begins_paragraph(draft: Draft, line: Line, pitch: Pitch) -> bool:
    """Whether a line below a draft (on the same page) begins a new paragraph."""
    above = draft.last
    if line.bullet is not None:
        return True
    if pitch.gap(above, line) and not _breaks_word(above, line, pitch):
        return True
    if line.baseline - above.baseline < 0.5 * above.size and line.x0 < above.x1:
        return True  # beside or above: another column of text
    if changes_look(above, line) or _opens_with_label(above, line) or _is_field(line):
        return True
    if outdents(draft, line) and (pitch.hanging or not _wraps_flush(draft, line)):
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


def changes_look(above: Line, below: Line) -> bool:
    """Whether the look of whole lines changes: size, weight, underline."""
    if abs(above.size - below.size) > 0.1 * above.size:
        return True
    if above.bold != below.bold and above.words[-1].bold != below.words[0].bold:
        return True
    one, other = above.words[-1], below.words[0]
    if one.href or other.href:
        return False  # links are underlined wherever they stand
    return above.underline != below.underline and one.underline != other.underline


def outdents(draft: Draft, line: Line) -> bool:
    """Whether a line stands left of the text of the list item above it."""
    return draft.bullet is not None and line.x0 < draft.first.x0 - 0.5 * line.size


def _wraps_flush(draft: Draft, line: Line) -> bool:
    """Whether a list item goes on below its bullet: its line is full and its sentence open."""
    above = draft.last
    over = _ENDS.search(above.words[-1].text) and _STARTS.match(line.words[0].text)
    return not over and not fits_before(above, line, draft.limit)


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
    ended = bool(_ENDS.search(above.words[-1].text)) and bool(_STARTS.match(line.words[0].text))
    if not fits_before(above, line, draft.limit):
        if not ended:
            return False
        bare = not pitch.gapped and above.x1 + 0.22 * above.size + _width(line) <= draft.limit - 0.5
        return bare or (pitch.hyphenated and _part_fits(above, line, draft.limit))
    if _ENDS.search(above.words[-1].text) or _STARTS.match(line.words[0].text):
        return True
    width = draft.limit - draft.first.x0
    word = _width(line)
    return draft.limit - above.x1 - word > max(0.25 * width, 3 * line.size)


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
