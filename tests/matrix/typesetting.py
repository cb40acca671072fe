"""Lines of text as Microsoft Word sets them, in fonts that every reader knows."""

import re
from dataclasses import dataclass

import pyphen
from reportlab.pdfbase.pdfmetrics import stringWidth

__all__ = ["Piece", "break_text", "pdf_string", "text_width"]

_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold"}
_HYPHENS = pyphen.Pyphen(lang="da_DK", left=3, right=3)
_CORE = re.compile(r"[A-Za-zæøåÆØÅ]{7,}")


@dataclass(frozen=True)
class Piece:
    """A stretch of a line in one font; ``apart`` is a hyphen that gets an object of its own."""

    text: str
    font: str = "F1"
    apart: bool = False


Set = list[Piece]


def text_width(text: str, font: str, size: float) -> float:
    return float(stringWidth(text, _FONTS[font], size))


def pdf_string(text: str) -> str:
    """A text as a literal of a content stream, in the encoding of Windows."""
    raw = text.encode("cp1252", "replace").decode("latin-1")
    return "(" + raw.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def break_text(
    runs: list[tuple[str, str]], size: float, width: float, *, hyphens: bool
) -> list[Set]:
    """Lines of runs of (text, font), filled greedily.

    Words may break at a typed hyphen, which then is an object of its own, and, with ``hyphens``,
    where Danish allows it: that hyphen stands in the object of its word.
    """
    lines: list[Set] = [[]]
    used = 0.0
    words = [(word, font) for text, font in runs for word in text.split()]
    while words:
        word, font = words.pop(0)
        space = text_width(" ", font, size) if lines[-1] else 0.0
        if used + space + text_width(word, font, size) <= width:
            _put(lines[-1], word, font, blank=space > 0)
            used += space + text_width(word, font, size)
            continue
        room = width - used - space
        head, tail, typed = _part(word, font, size, room, hyphens=hyphens)
        if head:
            _put(lines[-1], head, font, blank=space > 0)
            lines[-1].append(Piece("-", font, apart=True)) if typed else _hyphenate(lines[-1])
            words.insert(0, (tail, font))
        elif not lines[-1]:
            _put(lines[-1], word, font, blank=False)
        else:
            words.insert(0, (word, font))
        lines.append([])
        used = 0.0
    return [line for line in lines if line] or [[]]


def _put(line: Set, word: str, font: str, *, blank: bool) -> None:
    text = " " + word if blank else word
    if line and line[-1].font == font and not line[-1].apart:
        line[-1] = Piece(line[-1].text + text, font)
    else:
        line.append(Piece(text, font))


def _hyphenate(line: Set) -> None:
    line[-1] = Piece(line[-1].text + "-", line[-1].font)


def _part(
    word: str, font: str, size: float, room: float, *, hyphens: bool
) -> tuple[str, str, bool]:
    """Head and tail of a word broken to fit, and whether a typed hyphen parts them."""
    best: tuple[str, str, bool] = ("", word, False)
    for at in (m.start() for m in re.finditer(r"(?<=\w)-(?=\w)", word)):
        if text_width(word[: at + 1], font, size) <= room:
            best = (word[:at], word[at + 1 :], True)
    core = _CORE.search(word)
    if not hyphens or core is None or word.isupper() or "/" in word or best[0]:
        return best
    for at in _HYPHENS.positions(core[0]):
        cut = core.start() + at
        if text_width(word[:cut] + "-", font, size) <= room:
            best = (word[:cut], word[cut:], False)
    return best
