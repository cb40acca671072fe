"""Words cut into pieces: stretches of one look on one line.

Most words are one text object and need no cut.  Chromium makes an object of each letter; all that
is asked of pdfium is asked for the whole page in one go, which is what keeps this fast.
"""

from collections.abc import Sequence
from itertools import accumulate, chain, compress, pairwise, repeat
from operator import and_, eq, lt, ne, not_, or_, sub

from medcom_extract.readers.frame import Frame
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.looks import Look, Looks, paints_of

__all__ = ["Pieces", "cut_words"]


_FEW = 64
"""Characters of a page that need no first look before a closer one."""


class Pieces:
    """First and last characters of pieces, and the text object of the last one (0 for none)."""

    __slots__ = ("firsts", "handles", "lasts")

    def __init__(self) -> None:
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        self.handles: list[int] = []

    def add(self, first: int, last: int, handle: int) -> None:
        self.firsts.append(first)
        self.lasts.append(last)
        self.handles.append(handle)

    def extend(self, firsts: list[int], lasts: list[int], handles: list[int]) -> None:
        self.firsts += firsts
        self.lasts += lasts
        self.handles += handles


def cut_words(
    text_page: int, text: str, starts: list[int], finals: list[int], frame: Frame, looks: Looks
) -> Pieces:
    """Cut words where the text object changes look, or the line; ``looks`` learns of the objects.

    ``text`` is the page's, ``starts`` and ``finals`` are the first and the last characters of the
    words in it.
    """
    begun = bindings.objects_of(text_page, starts)
    ended = _ends(text_page, begun, finals)
    mixed = [at for at, (one, other) in enumerate(zip(begun, ended, strict=True)) if one != other]
    words = [range(starts[at], finals[at] + 1) for at in mixed]
    letters = _Letters(text_page, text, words, frame, looks)
    pieces = Pieces()
    done = 0
    for number, at in enumerate(mixed):
        if done < at:
            pieces.extend(starts[done:at], finals[done:at], ended[done:at])
        letters.cut(number, pieces)
        done = at + 1
    pieces.extend(starts[done:], finals[done:], ended[done:])
    looks.learn(pieces.handles, pieces.lasts)
    return pieces


def _ends(text_page: int, begun: list[int], finals: list[int]) -> list[int]:
    """The objects that words end in.

    The characters of an object follow each other: between two words that begin in the same one,
    none can end in another.
    """
    ended = list(begun)
    unsure = [at for at, same in enumerate(map(eq, begun, begun[1:])) if not same]
    if begun:
        unsure.append(len(begun) - 1)
    asked = bindings.objects_of(text_page, [finals[at] for at in unsure])
    for at, handle in zip(unsure, asked, strict=True):
        ended[at] = handle
    return ended


class _Letters:
    """The characters of words that are made of several text objects.

    They stand in one row, ``_indexes`` in the page's text, and what is said of one stands at the
    same place in other rows: to look places up in a dictionary takes longer than to count them.
    """

    def __init__(self, text_page: int, text: str, words: list[range], frame: Frame, looks: Looks):
        self._page = text_page
        self._indexes = list(chain.from_iterable(words))
        self._objects = bindings.objects_of(text_page, self._indexes)
        self._firsts = [0, *accumulate(map(len, words))]
        seen = set(self._objects)
        looks.seen |= seen
        if len(self._indexes) < _FEW:
            pairs = list(pairwise(range(len(self._indexes))))
        else:
            pairs = self._uneven(len(seen)) + self._repainted(words, text)
        self._breaks = self._breaks_among(self._in_two_objects(pairs), frame, looks)

    def _in_two_objects(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some neighbours that are of one word, but not of one object."""
        firsts, objects = set(self._firsts), self._objects
        return [
            (before, here)
            for before, here in pairs
            if objects[before] != objects[here] and here not in firsts
        ]

    def _uneven(self, objects: int) -> list[tuple[int, int]]:
        """Neighbours that do not stand side by side on one level in one height."""
        at: Sequence[int] = range(len(self._indexes))
        if objects * 2 < len(at):
            at = self._edges()
        advances = bindings.advances_of(self._page, [self._indexes[place] for place in at])
        lefts, tops, bottoms = advances[::4], advances[1::4], advances[3::4]
        # Letters of two sizes on one level hang down to two depths: how high they are is not asked.
        level = map(eq, bottoms, bottoms[1:])
        steps = list(map(sub, lefts[1:], lefts))
        beside = map(and_, map(lt, repeat(0.0), steps), map(lt, steps, map(sub, tops, bottoms)))
        return list(compress(pairwise(at), map(not_, map(and_, level, beside))))

    def _edges(self) -> list[int]:
        """The first and last characters of each object."""
        fresh = [True, *map(ne, self._objects, self._objects[1:])]
        edges = map(or_, fresh, [*fresh[1:], True])
        return list(compress(range(len(fresh)), edges))

    def _repainted(self, words: list[range], text: str) -> list[tuple[int, int]]:
        """Neighbours in two fonts or inks.

        Of a word of letters and figures alone, the first and the last character are asked: nobody
        sets one in between in another.  Of others each is, for a sign in a colour may be a light.
        """
        asked: list[int] = []
        for first, word in zip(self._firsts, words, strict=False):
            last = first + len(word) - 1
            plain = text[word.start + 1 : word.stop - 1].isalnum()
            asked += (first, last) if plain else range(first, last + 1)
        paints = list(paints_of([self._objects[at] for at in asked]))
        changes = compress(pairwise(asked), map(ne, paints, paints[1:]))
        return [pair for first, last in changes for pair in pairwise(range(first, last + 1))]

    def _breaks_among(self, pairs: list[tuple[int, int]], frame: Frame, looks: Looks) -> set[int]:
        """Of characters, each after the one before it, those that part from it."""
        near = list(dict.fromkeys(chain.from_iterable(pairs)))
        indexes = [self._indexes[at] for at in near]
        looks.learn([self._objects[at] for at in near], indexes)
        xs, ys = frame.points(*bindings.origins_of(self._page, indexes))
        places = dict(zip(near, zip(xs, ys, strict=True), strict=True))
        breaks = set()
        for before, here in pairs:
            one, other = looks[self._objects[before]], looks[self._objects[here]]
            (x0, y0), (x1, y1) = places[before], places[here]
            if (
                (one is not other and _differ(one, other))
                or abs(y0 - y1) > 0.3 * one.size
                or not -0.5 < x1 - x0 < 2.5 * one.size
            ):
                breaks.add(here)
        return breaks

    def cut(self, number: int, pieces: Pieces) -> None:
        """Add the pieces of a word, by its number among these."""
        first, end = self._firsts[number], self._firsts[number + 1]
        if self._breaks.isdisjoint(range(first, end)):
            pieces.add(self._indexes[first], self._indexes[end - 1], self._objects[end - 1])
            return
        breaks = [at for at in range(first, end) if at in self._breaks]
        for start, stop in pairwise([first, *breaks, end]):
            pieces.add(self._indexes[start], self._indexes[stop - 1], self._objects[stop - 1])


def _differ(one: Look, other: Look) -> bool:
    if (one.font, one.color, one.hidden, one.angle) != (
        other.font, other.color, other.hidden, other.angle,
    ):  # fmt: skip
        return True
    return abs(one.size - other.size) > 0.1
