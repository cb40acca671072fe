"""Words cut into pieces: stretches of one look on one line.

Most words are one text object and need no cut.  Chromium makes an object of each letter; all that
is asked of pdfium is asked for the whole page in one go, which is what keeps this fast.
"""

from itertools import compress
from operator import eq, ne, or_, sub

from medcom_extract.readers.frame import Frame
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.looks import Look, Looks, styles_of

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

    def extend(self, firsts: list[int], lasts: list[int], handles: list[int]) -> None:
        self.firsts += firsts
        self.lasts += lasts
        self.handles += handles


def cut_words(
    text_page: int, starts: list[int], finals: list[int], frame: Frame, looks: Looks
) -> Pieces:
    """Cut words where the text object changes look, or the line; ``looks`` learns of the objects.

    ``starts`` and ``finals`` are the first and the last characters of the words.
    """
    begun = bindings.objects_of(text_page, starts)
    ended = _ends(text_page, begun, finals)
    mixed = [at for at, (one, other) in enumerate(zip(begun, ended, strict=True)) if one != other]
    words = [range(starts[at], finals[at] + 1) for at in mixed]
    letters = _Letters(text_page, [index for word in words for index in word], frame, looks)
    pieces = Pieces()
    done = 0
    for at, word in zip(mixed, words, strict=True):
        pieces.extend(starts[done:at], finals[done:at], ended[done:at])
        letters.cut(word, pieces)
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
    """The characters of words that are made of several text objects."""

    def __init__(self, text_page: int, indexes: list[int], frame: Frame, looks: Looks):
        objects = bindings.objects_of(text_page, indexes)
        looks.seen.update(objects)
        self._objects = dict(zip(indexes, objects, strict=True))
        pairs = _uneven(text_page, *_at_edges(indexes, objects))
        self._breaks = self._breaks_among(pairs, text_page, frame, looks)

    def _breaks_among(
        self, pairs: list[tuple[int, int]], text_page: int, frame: Frame, looks: Looks
    ) -> set[int]:
        """Of characters, each after the one before it, those that part from it."""
        near = list(dict.fromkeys(index for pair in pairs for index in pair))
        looks.learn([self._objects[index] for index in near], near)
        xs, ys = frame.points(*bindings.origins_of(text_page, near))
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

    def cut(self, word: range, pieces: Pieces) -> None:
        """Add the pieces of a word."""
        breaks: list[int] = []
        if not self._breaks.isdisjoint(word):
            breaks = [index for index in word[1:] if index in self._breaks]
        lasts = [*(index - 1 for index in breaks), word[-1]]
        pieces.extend([word[0], *breaks], lasts, [self._objects[index] for index in lasts])


def _at_edges(indexes: list[int], objects: list[int]) -> tuple[list[int], list[int]]:
    """The first and last characters of each object."""
    fresh = [True, *map(ne, objects, objects[1:])]
    edges = list(map(or_, fresh, [*fresh[1:], True]))
    return list(compress(indexes, edges)), list(compress(objects, edges))


def _uneven(text_page: int, indexes: list[int], objects: list[int]) -> list[tuple[int, int]]:
    """Neighbours in two objects that may part: nearly none.

    Neighbours in one font and paint, of one height on one level, need no closer look, which would
    take most of the calls; of few characters, all are looked at closely.
    """
    if len(indexes) < _FEW:
        parted = map(ne, objects, objects[1:])
        return list(compress(zip(indexes, indexes[1:], strict=False), parted))
    edges = bindings.advances_of(text_page, indexes)
    lefts, tops, bottoms = edges[::4], edges[1::4], edges[3::4]
    looks = list(zip(styles_of(objects), bottoms, tops, strict=True))
    pairs = zip(
        map(eq, looks, looks[1:]), map(sub, lefts[1:], lefts), map(sub, tops, bottoms),
        strict=False,
    )  # fmt: skip
    return [
        (indexes[at - 1], indexes[at]) for at, (alike, step, height) in enumerate(pairs, 1)
        if not (alike and 0 < step < height) and objects[at - 1] != objects[at]
    ]  # fmt: skip


def _differ(one: Look, other: Look) -> bool:
    if (one.font, one.color, one.hidden, one.angle) != (
        other.font, other.color, other.hidden, other.angle,
    ):  # fmt: skip
        return True
    return abs(one.size - other.size) > 0.1
