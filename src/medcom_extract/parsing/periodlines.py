"""The period of a report: lines by its title, memo fields, labelled lines, sentences."""

import re
from collections.abc import Iterator

from medcom_extract.document import Document, Paragraph
from medcom_extract.parsing.flow import Flow
from medcom_extract.parsing.labels import split_key
from medcom_extract.parsing.memos import is_memo, period_cells
from medcom_extract.parsing.periods import FoundPeriod, find_period
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.report import Period
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["find_report_period", "is_period_line"]

_PART = re.compile(r"(?<=[.;,·|])\s+(?=[A-ZÆØÅ])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ABOVE = 4
"""Paragraphs above the title whose words may hold the period among others."""
_NEAR = 6
"""Paragraphs from the title within which a line that is nothing but a period is the report's."""


def is_period_line(text: str, vocabulary: Vocabulary) -> bool:
    return _period_line(text, vocabulary) is not None


def _period_line(text: str, vocabulary: Vocabulary) -> FoundPeriod | None:
    """The period of a line that says nothing else, but for a word such as "Statusdato:"."""
    if len(text) > 90:
        return None
    labels = vocabulary.phrases("periods", "labels")
    found = find_period(text)
    if found is None:
        found = find_period(text, least="year")
        before = text[: found.span[0]] if found else ""
        alone = _YEAR.fullmatch(text.strip()) is not None
        if found is None or not (alone or labels.matches(before)):
            return None
    before = text[: found.span[0]].strip(" .,:()–—-")
    after = text[found.span[1] :].strip(" .,:()–—-")
    if after and not re.fullmatch(r"(?:kl\.?\s*)?[\d.:]+", after):
        return None
    meetings = vocabulary.phrases("periods", "meetings")
    known = not before or labels.matches(before) or meetings.matches(before)
    return found if known or _names_days(before) else None


def _names_days(before: str) -> bool:
    days = (
        "mandag",
        "tirsdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lørdag",
        "søndag",
        "den",
        "d",
        "ultimo",
        "pr",
    )
    return all(word in days for word in normalise(before).split())


def find_report_period(
    document: Document, flow: Flow, title: int | None, last: int, vocabulary: Vocabulary
) -> tuple[Period | None, list[int]]:
    """The report's period and the paragraphs that say nothing else.

    The first of: lines by the title, a memo's fields, labelled lines, title, furniture, headings.
    """
    for index in _lines_by_title(flow, title):
        for lines in ([index], [index, index + 1]):
            found = _line_period(flow, lines, vocabulary)
            if found is not None:
                return found, lines
    for paragraph in _other_places(document, flow, title, last, vocabulary):
        found_here = _best_period(paragraph.text, vocabulary)
        if found_here:
            return _period(found_here, paragraph), []
    return None, []


def _best_period(text: str, vocabulary: Vocabulary) -> FoundPeriod | None:
    """The period after a word such as "Status pr."; else the first one."""
    labels = vocabulary.phrases("periods", "labels")
    parts = _PART.split(text)
    told = (find_period(part) for part in parts if labels.starts(part))
    return next(filter(None, told), None) or find_period(text)


def _line_period(flow: Flow, lines: list[int], vocabulary: Vocabulary) -> Period | None:
    """The period of a line, or of two where the second is but the year of the first's date."""
    paragraphs = [p for index in lines if (p := flow.paragraph(index)) is not None]
    if len(paragraphs) < len(lines) or not all(_YEAR.fullmatch(p.text) for p in paragraphs[1:]):
        return None
    found = _period_line(" ".join(p.text for p in paragraphs), vocabulary)
    return _period(found, *paragraphs) if found else None


def _lines_by_title(flow: Flow, title: int | None) -> Iterator[int]:
    near = range(len(flow.elements))
    start = title if title is not None else 0
    subtitles = [i for i in near if (p := flow.paragraph(i)) is not None and p.role == "subtitle"]
    yield from subtitles
    for index in [*range(start + 1, start + 1 + _NEAR), *range(start - 1, start - 3, -1)]:
        if flow.paragraph(index) is not None and index not in subtitles:
            yield index


def _other_places(
    document: Document, flow: Flow, title: int | None, last: int, vocabulary: Vocabulary
) -> Iterator[Paragraph]:
    """Paragraphs whose words may hold the period among others, the most telling first."""
    yield from (p for p in _paragraphs(flow) if p.role == "subtitle")
    yield from _memo_values(flow, last, vocabulary)
    yield from _labelled(flow, vocabulary)
    if title is not None:
        below, above = range(title, title + 3), range(title - 1, title - 1 - _ABOVE, -1)
        for index in (*below, *above):
            near = flow.paragraph(index)
            if near is not None and (index == title or len(near.text) < (80, 120)[index < title]):
                yield near
    covers = vocabulary.phrases("periods", "sentences")
    yield from (p for p in _paragraphs(flow, last) if covers.found_in(p.text))
    yield from document.furniture
    yield from (p for index in flow.ranks if (p := flow.paragraph(index)) is not None)


def _paragraphs(flow: Flow, last: int | None = None) -> Iterator[Paragraph]:
    return (e for e in flow.elements[:last] if isinstance(e, Paragraph))


def _labelled(flow: Flow, vocabulary: Vocabulary) -> Iterator[Paragraph]:
    """Lines that begin with "Statusdato:" or its like, those with a colon first."""
    labels = vocabulary.phrases("periods", "labels")
    for paragraph in _paragraphs(flow):
        found = split_key(piece_of(paragraph))
        if found and labels.matches(found[0].text):
            yield paragraph
    for paragraph in _paragraphs(flow):
        if labels.starts(paragraph.text) and len(paragraph.text) < 60:
            yield paragraph


def _memo_values(flow: Flow, last: int, vocabulary: Vocabulary) -> Iterator[Paragraph]:
    """What stands beside "Dato:" in a memo's head."""
    for judged in filter(None, map(flow.table, range(last))):
        if is_memo(judged, vocabulary):
            for cell in period_cells(judged, vocabulary):
                yield from cell.paragraphs


def _period(found: FoundPeriod, *paragraphs: Paragraph) -> Period:
    return Period(
        text=found.text, start=found.start, end=found.end, precision=found.precision,
        locations=tuple(place for paragraph in paragraphs for place in paragraph.locations),
    )  # fmt: skip
