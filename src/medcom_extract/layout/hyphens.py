"""What a PDF's producer tells about line-end hyphens.

Whether a hyphen is a text object of its own tells the typesetter's from the author's, and the
producer fixes which is which.  Counted on real files: LibreOffice 56 of 56 and 3 of 3, Word 1,411
of 1,411 and 161 of 163.  Counted on drawn ones (``tests/matrix/signals.py``): LibreOffice 629 of
629 and 34 of 34; Chromium's own are all objects of their own (525 of 525), but so are most that
were typed (27 of 33), so that only a hyphen within its word's object tells; ReportLab's own and
the typed ones all share their word's object (762 and 31): no signal.  Google Docs does not
hyphenate at all.  WeasyPrint sets U+2010 (756 of 756), and so do browsers where a font has it:
nobody types that.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from medcom_extract.danish.fragments import is_word
from medcom_extract.layout.lines import Line
from medcom_extract.layout.page import Word

__all__ = ["HyphenHabit", "attach_hyphens", "credible", "habit_of", "level_hyphens", "line_ends"]

_HYPHENS = frozenset({"-", "\u2010"})

_FEW_KEPT = 3
"""Words that a habit would leave broken before it is given up."""

_NARROW = 0.6
"""Share of the space before a word up to which what stands between it and its hyphen is none."""


@dataclass(frozen=True, slots=True)
class HyphenHabit:
    """What it means that a hyphen stands apart from its word, or does not; None: nothing.

    ``spares_compounds`` tells that the program never breaks a word that has a hyphen already,
    ``cuts_words`` that it cuts one without a hyphen where it is wider than its cell: browsers let
    it stick out.
    """

    apart: bool | None = None
    within: bool | None = None
    spares_compounds: bool = False
    cuts_words: bool = True

    def typed(self, word: Word, *, sets_own: bool) -> bool | None:
        """True for the author's hyphen, False for the typesetter's, None where nothing tells.

        ``sets_own`` tells that the document's program sets a hyphen character of its own: then
        a plain one was typed.
        """
        if word.hyphen_set:
            return False
        if sets_own or (self.spares_compounds and "-" in word.text[1:-1]):
            return True
        if word.hyphen_apart is None:
            return None
        return self.apart if word.hyphen_apart else self.within


_TYPED, _SET = True, False

# The first pattern that is found in "producer / creator" decides.
_HABITS = (
    (re.compile(r"google docs", re.I), HyphenHabit(_TYPED, _TYPED)),
    (re.compile(r"libreoffice|openoffice", re.I), HyphenHabit(apart=_SET, within=_TYPED)),
    (re.compile(r"axespdf", re.I), HyphenHabit()),
    (re.compile(r"microsoft.*word|quartz.*word|word.*quartz", re.I), HyphenHabit(_TYPED, _SET)),
    (re.compile(r"skia|chrom", re.I), HyphenHabit(within=_TYPED, cuts_words=False)),
    (re.compile(r"weasyprint|wkhtml|webkit|\bqt\b", re.I), HyphenHabit(cuts_words=False)),
    (re.compile(r"(?:pdf|xe|lua)?tex\b|dvi", re.I), HyphenHabit(spares_compounds=True)),
)


def habit_of(producer: str | None, creator: str | None) -> HyphenHabit:
    """The habit of the program that made the file; one that says nothing where it is unknown."""
    name = f"{producer or ''} / {creator or ''}"
    return next((habit for pattern, habit in _HABITS if pattern.search(name)), HyphenHabit())


def line_ends(runs: Iterable[Sequence[Line]]) -> list[tuple[Word, Word]]:
    """The last word of each line that ends in a hyphen, and the first of the next."""
    pairs = (pair for run in runs for pair in itertools.pairwise(run))
    ends = ((above.words[-1], below.words[0]) for above, below in pairs)
    return [(last, first) for last, first in ends if last.text.endswith("-")]


def credible(
    habit: HyphenHabit, ends: Sequence[tuple[Word, Word]], *, sets_own: bool = False
) -> tuple[HyphenHabit, bool]:
    """The habit, and whether the program sets a hyphen of its own.

    Both are given up where they would leave hyphens within words that nobody writes so,
    "rådig-hed": the file names a program that did not set its lines.
    """
    kept = {
        (last.text[:-1].casefold(), first.text.strip(".,:;()").casefold())
        for last, first in ends
        if first.text[:1].islower() and habit.typed(last, sets_own=sets_own)
    }
    if len(kept) < _FEW_KEPT:
        return habit, sets_own
    # What was typed stands between words, so that the part before it is one.
    broken = sum(not is_word(part) and is_word(part + rest) for part, rest in kept)
    wrong = broken >= _FEW_KEPT and 4 * broken > len(kept)
    return (replace(habit, apart=None, within=None), False) if wrong else (habit, sets_own)


def attach_hyphens(words: list[Word]) -> list[Word]:
    """Words with the hyphens put to them that stand apart by less than a space.

    LibreOffice places the hyphen of a justified line as a text object of its own, at times a
    little too far to the right.
    """
    if _HYPHENS.isdisjoint([word.text for word in words]):
        return words
    found: list[Word] = []
    after = [*words[1:], None]
    for word, following in zip(words, after, strict=False):
        if word.text in _HYPHENS and len(found) > 1 and _belongs(found[-2:], word, following):
            before = found[-1]
            before.text += word.text
            before.x1, before.hyphen_apart = word.x1, True
            before.hyphen_set = word.hyphen_set
        else:
            found.append(word)
    return found


def level_hyphens(words: list[Word]) -> None:
    """Make plain hyphens of U+2010 in fonts that have it within words, too.

    Such a font shows both characters by one glyph, and the file names it U+2010 wherever it
    stands: it tells nothing of who set it.
    """
    if "\u2010" not in "".join([word.text for word in words]):
        return  # as in most documents
    fonts = {word.font for word in words if "\u2010" in word.text[:-1]}
    for word in words:
        if word.font in fonts and (word.hyphen_set or "\u2010" in word.text):
            word.text = word.text.replace("\u2010", "-")
            word.hyphen_set = False


def _belongs(line: list[Word], hyphen: Word, following: Word | None) -> bool:
    """Whether a hyphen ends its line, and stands nearer to the word before than that to its own."""
    first, before = line
    if not before.text[-1].islower() or {first.baseline, before.baseline} != {hyphen.baseline}:
        return False
    if following is not None and following.baseline == hyphen.baseline:
        return False
    return -1.0 < hyphen.x0 - before.x1 < _NARROW * (before.x0 - first.x1)
