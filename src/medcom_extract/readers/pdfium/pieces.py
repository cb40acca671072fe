"""Words cut into pieces: stretches of one look on one line.

Most words are one text object and need no cut.  Chromium makes an object of each letter; all that
is asked of pdfium is asked for the whole page in one go, which is what keeps this fast.
"""

from medcom_extract.readers.frame import Frame
from medcom_extract.readers.pdfium import bindings
from medcom_extract.readers.pdfium.looks import Look, Looks

__all__ = ["Pieces", "cut_words"]


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
    ended = bindings.objects_of(text_page, finals)
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


class _Letters:
    """The characters of words that are made of several text objects."""

    def __init__(self, text_page: int, indexes: list[int], frame: Frame, looks: Looks):
        objects = bindings.objects_of(text_page, indexes)
        looks.learn(objects, indexes)
        xs, ys = frame.points(*bindings.origins_of(text_page, indexes))
        self._objects = dict(zip(indexes, objects, strict=True))
        self._breaks = set()
        pairs = zip(indexes[1:], objects, objects[1:], xs, xs[1:], ys, ys[1:], strict=False)
        for index, before, here, x0, x1, y0, y1 in pairs:
            if before == here:
                continue
            one, other = looks[before], looks[here]
            if (
                (one is not other and _differ(one, other))
                or abs(y0 - y1) > 0.3 * one.size
                or not -0.5 < x1 - x0 < 2.5 * one.size
            ):
                self._breaks.add(index)

    def cut(self, word: range, pieces: Pieces) -> None:
        """Add the pieces of a word."""
        breaks = [index for index in word[1:] if index in self._breaks]
        lasts = [*(index - 1 for index in breaks), word[-1]]
        pieces.extend([word[0], *breaks], lasts, [self._objects[index] for index in lasts])


def _differ(one: Look, other: Look) -> bool:
    if (one.font, one.color, one.hidden, one.angle) != (
        other.font, other.color, other.hidden, other.angle,
    ):  # fmt: skip
        return True
    return abs(one.size - other.size) > 0.1
