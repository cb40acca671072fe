"""Lists: the label that Word prints before a paragraph."""

from dataclasses import dataclass, field

from medcom_extract.readers.symbols import decode_symbols
from medcom_extract.readers.word.names import Element, W, child, integer, is_on, value
from medcom_extract.readers.word.styles import Styles

__all__ = ["Numbering"]

_DEEPEST = 8
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class _Level:
    """A level of a list: where it starts, how it counts, what it prints."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    font: str | None = None
    legal: bool = False
    picture: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A ``w:num``: its levels, and the counters that it shares with its abstract list."""

    levels: dict[int, _Level]
    counters: list[int | None]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbering part.  ``label`` is to be asked once for each list paragraph, in order."""

    def __init__(self, root: Element | None, styles: Styles):
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                self._abstract.setdefault(element.get(W + "abstractNumId", ""), element)
            elif element.tag == W + "num":
                self._nums.setdefault(element.get(W + "numId", ""), element)

    def label(self, list_id: str, level: int | None, owner: str | None = None) -> str | None:
        """The label of the next paragraph in a list: "•", "1.", "b)".

        None where the paragraph is in no list (id 0) or the list prints nothing; "" where the
        list is not defined.  ``owner`` is the style that names the list, for lists whose levels
        belong to styles.
        """
        if list_id == "0":
            return None
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        found = self._lists[list_id]
        if found is None:
            return ""
        depth = min(max(self._depth(found, level, owner), 0), _DEEPEST)
        self._count(found, depth)
        return _label(found, depth)

    def _depth(self, found: _List, level: int | None, owner: str | None) -> int:
        tied = (depth for depth, one in found.levels.items() if owner and one.style == owner)
        return next(tied, level or 0)

    def _read(self, list_id: str) -> _List | None:
        num = self._nums.get(list_id)
        abstract_id = value(num, W + "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        if num is None or abstract is None:
            return None
        if (link := value(abstract, W + "numStyleLink")) and abstract.find(W + "lvl") is None:
            target = self._styles.list_style(link)
            linked = self._nums.get(target or "")
            abstract = self._abstract.get(value(linked, W + "abstractNumId") or "", abstract)
        levels = {_index(element): _level(element) for element in abstract.iterfind(W + "lvl")}
        counters = self._counters.setdefault(abstract_id, [None] * (_DEEPEST + 1))
        found = _List(levels, counters)
        for override in num.iterfind(W + "lvlOverride"):
            replaced = override.find(W + "lvl")
            if replaced is not None:
                levels[_index(override)] = _level(replaced)
            if (start := value(override, W + "startOverride")) is not None:
                found.restarts[_index(override)] = integer(start, 1)
        return found

    def _count(self, found: _List, depth: int) -> None:
        """Step the counter of a level and forget those below it."""
        before = found.counters[depth]
        if depth in found.restarts:  # an override restarts the count where it is first used
            found.counters[depth] = found.restarts.pop(depth)
        elif before is None:
            found.counters[depth] = found.levels.get(depth, _Level()).start
        else:
            found.counters[depth] = before + 1
        for deeper in range(depth + 1, _DEEPEST + 1):
            found.counters[deeper] = None


def _index(element: Element) -> int:
    return min(max(integer(element.get(W + "ilvl")), 0), _DEEPEST)


def _level(element: Element) -> _Level:
    fonts = child(element, W + "rPr", W + "rFonts")
    return _Level(
        start=integer(value(element, W + "start"), 1),
        format=value(element, W + "numFmt") or "decimal",
        text=value(element, W + "lvlText") or "",
        font=None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"),
        legal=bool(is_on(element.find(W + "isLgl"))),
        picture=element.find(W + "lvlPicBulletId") is not None,
        style=value(element, W + "pStyle"),
    )


def _label(found: _List, depth: int) -> str | None:
    level = found.levels.get(depth)
    if level is None:
        return ""
    if level.format == "bullet":
        printed = decode_symbols(level.text, level.font).strip()
        return "•" if level.picture else printed or None
    text = level.text
    for deeper in range(depth, -1, -1):
        mark = f"%{deeper + 1}"
        if mark in text:
            text = text.replace(mark, _number(found, deeper, plain=level.legal))
    return text.strip() or None


def _number(found: _List, depth: int, *, plain: bool) -> str:
    level = found.levels.get(depth, _Level())
    count = found.counters[depth]
    count = level.start if count is None else count
    return _written(count, "decimal" if plain else level.format)


def _written(count: int, form: str) -> str:
    if form == "none":
        return ""
    if count < 1 or count > 3_000:
        return str(count)
    if form == "decimalZero":
        return f"{count:02d}"
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return f"{count}." if form == "ordinal" else str(count)


def _roman(count: int) -> str:
    written = ""
    for amount, letters in _ROMAN:
        while count >= amount:
            written += letters
            count -= amount
    return written
