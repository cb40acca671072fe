"""Sections that only running heads name: slides with the name of the programme area at the edge.

Where no heading opens a section, the texts that run along the edge of several pages, and change in
between, are the sections' names.
"""

from collections.abc import Sequence

from medcom_extract.document import Paragraph, count_words
from medcom_extract.parsing.drafts import ProjectDraft, SectionDraft

__all__ = ["sections_by_heads"]

_LONGEST_NAME = 100


def sections_by_heads(
    sections: list[SectionDraft], furniture: Sequence[Paragraph]
) -> list[SectionDraft]:
    """The sections as they are, or those that running heads tell where all projects stand in a
    single one without a name.
    """
    if len(sections) != 1 or sections[0].name:
        return sections
    projects = sections[0].projects
    heads = _changing_heads(furniture)
    own = [_head_of(project, heads) for project in projects]
    named = [head for head in own if head is not None]
    if len(named) < len(own) or len({head.text for head in named}) < 2:
        return sections
    return _parted(sections[0], projects, named)


def _changing_heads(furniture: Sequence[Paragraph]) -> list[Paragraph]:
    """Running heads that stand on several pages that follow each other, and not on all."""
    pages = {p.locations[0].page for p in furniture if p.locations}
    by_text: dict[str, list[int]] = {}
    for paragraph in furniture:
        page = paragraph.locations[0].page if paragraph.locations else None
        if page is not None:
            by_text.setdefault(paragraph.text, []).append(page)
    names = {
        text for text, found in by_text.items()
        if found[-1] - found[0] + 1 == len(found) < len(pages)
        and count_words(text) and not text[-1:].isdigit() and len(text) <= _LONGEST_NAME
    }  # fmt: skip
    repeated = any(len(by_text[text]) > 1 for text in names)
    return [p for p in furniture if p.text in names] if repeated else []


def _head_of(project: ProjectDraft, heads: list[Paragraph]) -> Paragraph | None:
    """The one head of the page that a project begins on; None where there is none, or several."""
    page = project.locations[0].page if project.locations else None
    found = [head for head in heads if head.locations[0].page == page]
    return found[0] if len(found) == 1 else None


def _parted(
    whole: SectionDraft, projects: list[ProjectDraft], heads: list[Paragraph]
) -> list[SectionDraft]:
    parts: list[SectionDraft] = []
    for project, head in zip(projects, heads, strict=True):
        if not parts or parts[-1].name != head.text:
            parts.append(SectionDraft(head.text, head.locations))
        parts[-1].projects.append(project)
    parts[0].introduction, parts[-1].closing = whole.introduction, whole.closing
    return parts
