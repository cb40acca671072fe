"""Outline numbers typed before names: "1.2 Advis om sygehusophold", "3. Sundhedsjournalen", and
numbers of projects: "P-07 Sundhedsjournalen".

They are list labels where all names of one kind carry one and the numbers count on; a number that
stands alone is the author's ("112 appen").
"""

import re
from collections.abc import Sequence

from medcom_extract.parsing.drafts import SectionDraft

__all__ = ["drop_numbers", "number_ends"]

_NUMBER = re.compile(
    r"\s*(?P<series>[A-ZÆØÅ]{1,3}-?)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})[.):]?\s+(?=\S)"
)


def number_ends(texts: Sequence[str]) -> list[int]:
    """Where the names begin behind their numbers; all 0 where the texts are not numbered."""
    found = [_NUMBER.match(text) for text in texts]
    matches = [match for match in found if match is not None]
    numbers = [tuple(int(part) for part in match["number"].split(".")) for match in matches]
    steps = zip(numbers, numbers[1:], strict=False)
    one_series = len({match["series"] for match in matches}) == 1
    if len(matches) < max(2, len(texts)) or not one_series:
        return [0] * len(texts)
    if not all(_counts_on(*step) for step in steps):
        return [0] * len(texts)
    return [match.end() for match in matches]


def drop_numbers(sections: Sequence[SectionDraft]) -> None:
    """Take the numbers off the names that tables give, counted on throughout or by section."""
    projects = [project for section in sections for project in section.projects]
    ends = number_ends([project.name for project in projects])
    if not any(ends):
        groups = [[p.name for p in section.projects] for section in sections if section.projects]
        found = [number_ends(names) for names in groups]
        ends = [end for group in found for end in group]
        if not all(ends):
            return
    for project, end in zip(projects, ends, strict=True):
        project.name = project.name[end:]


def _counts_on(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number is the next of its kind: 1.2 after 1.1, and 2.1 after any 1.x."""
    if len(before) != len(after):
        return False
    if before[:-1] == after[:-1]:
        return after[-1] == before[-1] + 1
    return after[-1] == 1 and after[:-1] > before[:-1]
