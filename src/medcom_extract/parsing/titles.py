"""The title, the programme with its years, and the period of a report."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from medcom_extract.document import Document, Paragraph
from medcom_extract.parsing.flow import Flow
from medcom_extract.parsing.periodlines import find_report_period, is_period_line
from medcom_extract.parsing.periods import find_years
from medcom_extract.report import Period, Years
from medcom_extract.vocabulary import Vocabulary

__all__ = ["Front", "find_front"]

_PROGRAMME = re.compile(r"\bMedCom[\s-]?(\d{1,2})(?!\d)", re.IGNORECASE)
_OLD_PROGRAMME = re.compile(r"\bMedCom[1-5]\b", re.IGNORECASE)
"""The first ones, which later reports speak of, too: they count in titles, written as one word."""
_NUMERAL = re.compile(r"\bMedCom\s([IVX]+)\b")
_PARTS = re.compile(r"\s[–—-]\s|[:;|(),]\s?")
_LONGEST_TITLE, _ENOUGH = 180, 3.0


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
    lines = _find_title(flow, last, vocabulary)
    if lines:
        front.title_index = lines[-1]
        front.title = " ".join(p.text for index in lines if (p := flow.paragraph(index)))
        front.taken.extend(lines)
    else:
        front.title = _other_title(document, vocabulary)
    front.period, lines = find_report_period(document, flow, front.title_index, last, vocabulary)
    front.taken.extend(lines)
    texts = list(_programme_texts(document, flow, front))
    front.programme = _find_programme(front.title or "", texts)
    if front.programme:
        front.years = _find_programme_years(front.programme, texts)
    elif front.title:
        front.programme, front.years = _named_programme(front.title, vocabulary)
    return front


def _find_title(flow: Flow, last: int, vocabulary: Vocabulary) -> list[int]:
    """The paragraph with the title's role; else one or two by their size, words and place."""
    for index in range(len(flow.elements)):
        paragraph = flow.paragraph(index)
        if paragraph is not None and paragraph.role == "title" and paragraph.text:
            return [index]
    scored: list[tuple[float, int]] = []
    sizes = [p.size or 0 for i in range(last) if (p := flow.paragraph(i)) is not None]
    largest = max(sizes, default=0)
    for index in range(last):
        paragraph = flow.paragraph(index)
        if paragraph is None or not paragraph.text or len(paragraph.text) > _LONGEST_TITLE:
            continue
        if paragraph.bullet is not None or paragraph.role == "subtitle":
            continue
        score = _score(flow, index, paragraph, largest, vocabulary)
        if score >= _ENOUGH:
            scored.append((score, -index))
    return _with_twin(flow, -max(scored)[1], vocabulary) if scored else []


def _score(
    flow: Flow, index: int, paragraph: Paragraph, largest: float, vocabulary: Vocabulary
) -> float:
    text, head = paragraph.text, index in flow.ranks
    worded = vocabulary.phrases("titles", "words").found_in(text)
    telling = worded or _PROGRAMME.search(text)
    by_size = largest and (paragraph.size or 0) >= largest - 0.1 and head
    score = 3.0 if by_size else 0.0
    score += 2.0 if worded else 0.0
    score += 1.5 if _PROGRAMME.search(text) else 0.0
    score += 1.0 if head else 0.0
    below = flow.paragraph(index + 1)
    dated = below is not None and is_period_line(below.text, vocabulary)
    score += 1.0 if dated and telling and not head else 0.0
    if vocabulary.phrases("titles", "introductions").matches(text) or (
        _heads_content(flow, index)
        and any(vocabulary.phrases("titles", k).matches(text) for k in ("overviews", "details"))
    ):
        score -= 3.0
    score -= 2.0 if text.endswith((".", ":", ";")) or is_period_line(text, vocabulary) else 0.0
    # A heading right above a table, or one of several of its rank, is rather a section's.
    above = flow.table(index + 1)
    score -= 3.0 if above is not None and above.kind == "overview" and not telling else 0.0
    score -= 1.0 if head and _has_equals(flow, index) else 0.0
    return score


def _heads_content(flow: Flow, index: int) -> bool:
    """Whether a table or a further heading follows at once: a title has words of its own below."""
    return flow.table(index + 1) is not None or index + 1 in flow.ranks


def _has_equals(flow: Flow, index: int) -> bool:
    return sum(1 for rank in flow.ranks.values() if rank == flow.ranks[index]) > 1


def _with_twin(flow: Flow, index: int, vocabulary: Vocabulary) -> list[int]:
    """The title with the line right above or below it in the same look, where no third has it."""
    rank = flow.ranks.get(index)
    equals = [other for other, own in flow.ranks.items() if own == rank]
    if rank is None or rank[0] == 0 or len(equals) != 2 or abs(equals[0] - equals[1]) != 1:
        return [index]
    texts = [p.text for other in equals if (p := flow.paragraph(other)) is not None]
    return [index] if any(is_period_line(text, vocabulary) for text in texts) else equals


def _other_title(document: Document, vocabulary: Vocabulary) -> str | None:
    """The title that the file's properties or its running header tell, where the body has none."""
    words = vocabulary.phrases("titles", "words")
    texts = [document.source.title or "", *(p.text for p in document.furniture)]
    return next(
        (
            text for text in texts
            if 3 < len(text) < _LONGEST_TITLE and (words.found_in(text) or _PROGRAMME.search(text))
        ),
        None,
    )  # fmt: skip


def _programme_texts(document: Document, flow: Flow, front: Front) -> Iterator[str]:
    """Texts that may name the programme, the most telling first."""
    if front.title:
        yield front.title
    paragraphs = [e for e in flow.elements if isinstance(e, Paragraph)]
    yield from (p.text for p in paragraphs if p.role == "subtitle")
    yield from (p.text for p in document.furniture)
    yield document.source.title or ""
    yield from (p.text for p in paragraphs)


def _find_programme(title: str, texts: Iterable[str]) -> str | None:
    old = _OLD_PROGRAMME.search(title)
    if old and not _PROGRAMME.search(title, old.end()):
        return f"MedCom{old[0][-1]}"
    for text in texts:
        for found in _PROGRAMME.finditer(text):
            if 6 <= int(found[1]) <= 99:
                return f"MedCom{int(found[1])}"
    return None


def _named_programme(title: str, vocabulary: Vocabulary) -> tuple[str | None, Years | None]:
    """A programme that the title names without a number of MedCom's, with its years.

    "Status på Digital Sundhedsplan 2022-2025 – orientering": what stands between the words that
    begin a title and the next sign, where a word such as "program" is in it or right before it.
    """
    numeral = _NUMERAL.search(title)
    if numeral:
        return f"MedCom {numeral[1]}", None
    words, nouns = (vocabulary.phrases("titles", key) for key in ("words", "programmes"))
    for part in _PARTS.split(title):
        rest = part.split()
        before = ""
        while rest and (rest[0].islower() or words.found_in(rest[0])):
            before = rest.pop(0)
        name = " ".join(rest)
        if len(rest) < 2 or words.found_in(name) or not nouns.found_in(f"{before} {name}"):
            continue
        years = find_years(name)
        return name, Years(start=years[0], end=years[1]) if years else None
    return None, None


def _find_programme_years(programme: str, texts: Iterable[str]) -> Years | None:
    """The span of years that stands nearest after the programme's name."""
    for text in texts:
        for found in _PROGRAMME.finditer(text):
            years = find_years(text[found.end() : found.end() + 60])
            if f"MedCom{int(found[1])}" == programme and years and years[1] - years[0] <= 8:
                return Years(start=years[0], end=years[1])
    return None
