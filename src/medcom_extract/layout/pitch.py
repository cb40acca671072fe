"""How far lines and paragraphs stand apart in a document, measured rather than assumed."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace

from medcom_extract.danish.sentences import holds_on
from medcom_extract.layout.lines import Line

__all__ = [
    "SENTENCE_START", "Pitch", "changes_look", "ends_sentence", "fits_before", "is_sentence_break",
    "measure_pitch",
]  # fmt: skip

_ENDS = re.compile(r"[.:;!?…][\"”’)\]]*$")

_FULL_STOP = re.compile(r"[a-zæøå]{3,}[.!?]$")

SENTENCE_START = re.compile(r"^[\"”“’(\[]*[A-ZÆØÅ0-9]")

# Short words that authors and programs tie to the next with a no-break space: "8. juli", "ca. 40".
_BINDS = re.compile(r"(?:\d{1,3}|[\w§]{1,4}\.|§|[-–])$")

_USUAL_PITCH = 1.22
"""Line pitch of most fonts set single-spaced, as a share of the font size."""

_GAP = 0.15
"""Share of the font size by which a gap between paragraphs passes the line pitch at least."""

_ALONE = 0.6
"""Share of the sentences within a paragraph that do not take up the one before them."""


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
    sizes: Counter[float] = Counter()
    for size, count in Counter([line.size for lines, _ in columns for line in lines]).items():
        sizes[round(size, 1)] += count
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
            if above.label_x is not None and above.label_x > above.x0 - 1.0:
                continue  # the label stood on the line above
            below_text += abs(below.x0 - above.x0) < 0.2 * below.size
            flush = below.x0 < above.x0 - 0.5 * below.size
            below_bullet += flush and not fits_before(above, below, limit)
    return below_text > 0 or below_bullet == 0


def _with_endings(columns: list[tuple[list[Line], float]], pitch: Pitch) -> Pitch:
    """The pitch with what the lines tell that surely end a paragraph: whether white space parts
    most, and whether they outnumber the sentences that go on within a line.

    Where there are none, the labels in bold below sentences tell of the white space.
    """
    apart = close = 0
    labels: list[bool] = []
    for lines, limit in columns:
        for above, below in itertools.pairwise(lines):
            if above.page != below.page or below.bullet is not None:
                continue
            if not is_sentence_break(above, below):
                continue
            if changes_look(above, below):
                if below.bold:
                    labels.append(pitch.gap(above, below))
            elif fits_before(above, below, limit):
                apart += pitch.gap(above, below)
                close += not pitch.gap(above, below)
    gapped = apart >= 4 * close and (apart > 0 or 2 * sum(labels) >= len(labels))
    every = [line for lines, _ in columns for line in lines]
    return replace(pitch, gapped=gapped, terse=not _go_on(every, (apart + close) / _ALONE))


def _go_on(lines: list[Line], times: float) -> bool:
    """Whether sentences are followed by another on their line, at least so many times."""
    found = 0
    for line in lines:
        if found >= times:
            break  # a few lines of most documents tell
        found += _inner_ends(line)
    return found >= times


def _inner_ends(line: Line) -> int:
    """How many sentences of a line are followed by another on it."""
    words = line.words
    capitals = [at for at, word in enumerate(words) if word.text[:1].isupper()]
    return sum([bool(_FULL_STOP.search(words[at - 1].text)) for at in capitals if at])


def is_sentence_break(above: Line, below: Line) -> bool:
    """Whether one sentence ends with a line and another begins with the next: a number does not
    begin one behind a semicolon.
    """
    if above.words[-1].text.endswith(";") and below.words[0].text[:1].isdigit():
        return False
    return ends_sentence(above, below) and bool(SENTENCE_START.match(below.words[0].text))


def ends_sentence(above: Line, below: Line) -> bool:
    """Whether the text above a line ends with a stop that is one: "4." before "kvartal" is none."""
    last = above.words[-1].text
    if last[-1].isalnum():
        return False  # most lines, told without the pattern
    return bool(_ENDS.search(last)) and not holds_on(last, below.words[0].text)


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
