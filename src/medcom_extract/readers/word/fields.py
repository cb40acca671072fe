"""Fields: an instruction that is not shown, and a result that is.

A complex field is three marks among the runs (begin, separate, end), which may stand in different
paragraphs: a table of contents is one field over many pages.
"""

import re
from dataclasses import dataclass, field

from medcom_extract.readers.word.names import Element, W, integer, is_on, value

__all__ = ["Fields", "field_link"]

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_ANCHOR = re.compile(r'\\l\s+(?:"([^"]*)"|(\S+))')
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
"""A field whose instruction ends in the words that are shown, such as "[Navn]" in a form."""

_DELETED = (W + "del", W + "moveFrom")


def field_link(instruction: str) -> str | None:
    """The address of a HYPERLINK instruction; None for other fields and links in the document."""
    match = _HYPERLINK.match(instruction)
    address = (match[1] or match[2]) if match else None
    if not address:
        return None
    anchor = _ANCHOR.search(instruction)
    return f"{address}#{anchor[1] or anchor[2]}" if anchor else address


@dataclass(slots=True)
class _Field:
    form: Element | None
    outer_href: str | None
    instruction: str = ""
    in_result: bool = False


@dataclass
class Fields:
    """The fields that are open at a point of the text."""

    open: list[_Field] = field(default_factory=list)
    unshown: int = 0
    """How many of them have not come to their result."""
    href: str | None = None
    """The link that the innermost open HYPERLINK field makes."""
    loose: set[Element] = field(default_factory=set)
    """Begin marks without an end: damaged, and ignored so that the text after them is shown."""

    @classmethod
    def of(cls, root: Element) -> "Fields":
        begun: list[Element] = []
        for mark in root.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            if _is_deleted(mark):
                continue
            if kind == "begin":
                begun.append(mark)
            elif kind == "end" and begun:
                begun.pop()
        return cls(loose=set(begun))

    @property
    def shown(self) -> bool:
        """Whether text at this point is shown: it stands in no field's instruction."""
        return self.unshown == 0

    def pass_mark(self, mark: Element) -> str:
        """Go past a ``w:fldChar``; gives the text of a field that shows some without a result."""
        kind = mark.get(W + "fldCharType")
        if kind == "begin" and mark not in self.loose:
            self.open.append(_Field(mark.find(W + "ffData"), self.href))
            self.unshown += 1
        elif kind == "separate" and self.open and not self.open[-1].in_result:
            self.open[-1].in_result = True
            self.unshown -= 1
            self.href = field_link(self.open[-1].instruction) or self.href
        elif kind == "end" and self.open:
            ended = self.open.pop()
            self.unshown -= not ended.in_result
            self.href = ended.outer_href
            if self.shown and ended.form is not None:
                return _form_text(ended.form, ended.in_result)
            if self.shown and not ended.in_result:
                button = _BUTTON.match(ended.instruction)
                return button[1].strip() if button else ""
        return ""

    def instruct(self, text: str) -> None:
        """Take in a piece of ``w:instrText``."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].instruction += text


def _is_deleted(mark: Element) -> bool:
    return any(parent.tag in _DELETED for parent in mark.iterancestors(*_DELETED))


def _form_text(form: Element, has_result: bool) -> str:
    """What a legacy check box or drop-down shows; a text field shows its result."""
    box = form.find(W + "checkBox")
    if box is not None:
        state = is_on(box.find(W + "checked"))
        return "☒" if (is_on(box.find(W + "default")) if state is None else state) else "☐"
    choices = form.find(W + "ddList")
    if choices is None or has_result:
        return ""
    entries = [entry.get(W + "val", "") for entry in choices.iterfind(W + "listEntry")]
    chosen = integer(value(choices, W + "result") or value(choices, W + "default"))
    return entries[chosen] if 0 <= chosen < len(entries) else ""
