"""Persons who answer for projects, where a line or a page broke otherwise than in most names.

Below most names a person stands on a line of their own (``names``).  Where the name before it
fills its line, the two look like one name; where a page ends between them, the person's line looks
like the name of a row.  Persons known from other projects tell.
"""

import re
from collections.abc import Sequence

from medcom_extract.parsing.drafts import ProjectDraft, SectionDraft
from medcom_extract.parsing.merging import merge_project
from medcom_extract.parsing.names import ANSWERS

__all__ = ["part_people"]

_FULL_NAME = re.compile(r"[A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ][\w.-]*){1,2}")
_LEAST = 3
"""Projects that a person of the kind is known from, at least."""


def part_people(sections: Sequence[SectionDraft], tables: Sequence[list[ProjectDraft]]) -> None:
    """Take known persons off the ends of names; a row that names but a person goes on above it."""
    projects = [project for section in sections for project in section.projects]
    told = [project.details[ANSWERS] for project in projects if ANSWERS in project.details]
    people = {name for name in told if _FULL_NAME.fullmatch(name)}
    if len(told) < _LEAST or not people:
        return
    for section in sections:
        kept: list[ProjectDraft] = []
        for project in section.projects:
            if project.name in people and kept:
                _go_on(kept[-1], project)
                for table in tables:
                    table[:] = [other for other in table if other is not project]
            else:
                _part_person(project, people)
                kept.append(project)
        section.projects = kept


def _part_person(project: ProjectDraft, people: set[str]) -> None:
    """Move the person that ends a name to the project's details, the longest that does."""
    ending = [one for one in people if project.name.endswith(f" {one}")]
    person = max(ending, key=len, default=None)
    if person is not None and ANSWERS not in project.details:
        project.name = project.name[: -len(person)].rstrip()
        project.add_detail(ANSWERS, person, project.locations)


def _go_on(above: ProjectDraft, rest: ProjectDraft) -> None:
    """Give the project above what a row holds that names but the person."""
    person, rest.name = rest.name, above.name
    above.add_detail(ANSWERS, person, rest.locations)
    merge_project(above, rest)
    above.locations = (*above.locations, *rest.locations)
