"""The title, the programme with its years, and the period of a report."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from medcom_extract.document import Document, Paragraph
from medcom_extract.parsing.flow import Flow
from medcom_extract.parsing.labels import split_key
from medcom_extract.parsing.memos import is_memo, period_cells
from medcom_extract.parsing.periods import FoundPeriod, find_period, find_years
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.report import Period, Years
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["Front", "find_front"]

_PROGRAMME = re.compile(r"\bMedCom[\s-]?(\d{1,2})(?!\d)", re.IGNORECASE)
_LONGEST_TITLE = 180
_YEAR = re.compile(r"(?:19|20)\d\d")
_ABOVE = 4
"""Paragraphs above the title whose words may hold the period among others."""
_NEAR = 6
"""Paragraphs from the title within which a line that is nothing but a period is the report's."""


@dataclass(slots=True)
class Front:
    """Title and period, with the indices of the flow's elements that they take up."""

    title: str | None = None
    title_index: int | None = None
    period: Period | None = None
    programme: str | None = None
    years: Years | None = None
    taken: list[int] = field(default_factory=list)


def find_front(document: Document, flow: Flow, last: int, vocabulary: Vocabulary) -> Front:
    """What the front of the report says; ``last`` is the index of the first table with projects."""
    front = Front()
    front.title_index = _find_title(flow, last, vocabulary)
    if front.title_index is not None:
        paragraph = flow.paragraph(front.title_index)
        assert paragraph is not None
        front.title = paragraph.text
        front.taken.append(front.title_index)
    _find_period(document, flow, front, last, vocabulary)
    texts = list(_programme_texts(document, flow, front))
    front.programme = _find_programme(texts)
    if front.programme:
        front.years = _find_programme_years(front.programme, texts)
    return front


def _find_title(flow: Flow, last: int, vocabulary: Vocabulary) -> int | None:
    """The paragraph with the title's role; else by size, words and place."""
    for index in range(len(flow.elements)):
        paragraph = flow.paragraph(index)
        if paragraph is not None and paragraph.role == "title" and paragraph.text:
            return index
    scored: list[tuple[float, int]] = []
    sizes = [p.size or 0 for i in range(last) if (p := flow.paragraph(i)) is not None]
    largest = max(sizes, default=0)
    words = vocabulary.phrases("titles", "words")
    for index in range(last):
        paragraph = flow.paragraph(index)
        if paragraph is None or not paragraph.text or len(paragraph.text) > _LONGEST_TITLE:
            continue
        if paragraph.bullet is not None or paragraph.role == "subtitle":
            continue
        text = paragraph.text
        head = index in flow.ranks
        by_size = largest and (paragraph.size or 0) >= largest - 0.1 and head
        score = 3.0 if by_size else 0.0
        score += 2.0 if words.found_in(text) else 0.0
        score += 1.5 if _PROGRAMME.search(text) else 0.0
        score += 1.0 if head else 0.0
        score -= 3.0 if vocabulary.phrases("titles", "introductions").matches(text) else 0.0
        score -= 2.0 if text.endswith((".", ":", ";")) or _is_period_line(text, vocabulary) else 0.0
        if score >= 3.0:
            scored.append((score, -index))
    return -max(scored)[1] if scored else None


def _is_period_line(text: str, vocabulary: Vocabulary) -> bool:
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
        if found is None or not labels.matches(before):
            return None
    before = text[: found.span[0]].strip(" .,:()–—-")
    after = text[found.span[1] :].strip(" .,:()–—-")
    if after and not re.fullmatch(r"(?:kl\.?\s*)?[\d.:]+", after):
        return None
    known = not before or labels.matches(before)
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


def _find_period(
    document: Document, flow: Flow, front: Front, last: int, vocabulary: Vocabulary
) -> None:
    """The first of: lines by the title, a memo's fields, labelled lines, title, furniture."""
    for index in _lines_by_title(flow, front.title_index):
        for lines in ([index], [index, index + 1]):
            found = _line_period(flow, lines, vocabulary)
            if found is not None:
                front.period = found
                front.taken.extend(lines)
                return
    for paragraph in _other_places(document, flow, front, last, vocabulary):
        found_here = find_period(paragraph.text)
        if found_here:
            front.period = _period(found_here, paragraph)
            return


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
    document: Document, flow: Flow, front: Front, last: int, vocabulary: Vocabulary
) -> Iterator[Paragraph]:
    paragraphs = [e for e in flow.elements if isinstance(e, Paragraph)]
    yield from (p for p in paragraphs if p.role == "subtitle")
    yield from _memo_values(flow, last, vocabulary)
    labels = vocabulary.phrases("periods", "labels")
    for paragraph in paragraphs:
        found = split_key(piece_of(paragraph))
        if found and labels.matches(found[0].text):
            yield paragraph
    for paragraph in paragraphs:
        if labels.starts(paragraph.text) and len(paragraph.text) < 60:
            yield paragraph
    if front.title_index is not None and (title := flow.paragraph(front.title_index)) is not None:
        yield title
        for index in range(front.title_index + 1, front.title_index + 3):
            near = flow.paragraph(index)
            if near is not None and len(near.text) < 80:
                yield near
        for index in range(front.title_index - 1, front.title_index - 1 - _ABOVE, -1):
            near = flow.paragraph(index)
            if near is not None and len(near.text) < 120:
                yield near
    yield from document.furniture
    for index in flow.ranks:
        heading = flow.paragraph(index)
        if heading is not None:
            yield heading


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


def _programme_texts(document: Document, flow: Flow, front: Front) -> Iterator[str]:
    """Texts that may name the programme, the most telling first."""
    if front.title:
        yield front.title
    paragraphs = [e for e in flow.elements if isinstance(e, Paragraph)]
    yield from (p.text for p in paragraphs if p.role == "subtitle")
    yield from (p.text for p in document.furniture)
    yield from (p.text for p in paragraphs)


def _find_programme(texts: Iterable[str]) -> str | None:
    for text in texts:
        for found in _PROGRAMME.finditer(text):
            if 6 <= int(found[1]) <= 99:
                return f"MedCom{int(found[1])}"
    return None


def _find_programme_years(programme: str, texts: Iterable[str]) -> Years | None:
    """The span of years that stands nearest after the programme's name."""
    for text in texts:
        for found in _PROGRAMME.finditer(text):
            years = find_years(text[found.end() : found.end() + 60])
            if f"MedCom{int(found[1])}" == programme and years and years[1] - years[0] <= 8:
                return Years(start=years[0], end=years[1])
    return None
