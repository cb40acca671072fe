"""Milestones under a label that does not say whether they are reached ("Milepæle").

Their tense decides, then their date against the report's period; where neither tells, they lie
ahead.  Whoever reads the report is warned that the kind was inferred.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from medcom_extract.parsing.drafts import ProjectDraft
from medcom_extract.parsing.periods import find_period
from medcom_extract.report import Milestone, ReportWarning
from medcom_extract.vocabulary import Vocabulary

__all__ = ["settle_milestones"]


def settle_milestones(
    projects: Iterable[ProjectDraft], until: date | None, vocabulary: Vocabulary
) -> None:
    """Decide the open milestones; ``until`` is the last day of the report's period."""
    for project in projects:
        guessed = [m for m in project.milestones if _is_open(project, m)]
        if not guessed:
            continue
        kinds = [_kind(milestone.text, until, vocabulary) for milestone in guessed]
        settled = {id(m): kind for m, kind in zip(guessed, kinds, strict=True)}
        project.milestones = [
            milestone.model_copy(update={"kind": settled.get(id(milestone), milestone.kind)})
            if id(milestone) in settled else milestone
            for milestone in project.milestones
        ]  # fmt: skip
        project.open_milestones.clear()
        _warn(project, guessed, kinds.count("achieved"))


def _is_open(project: ProjectDraft, milestone: Milestone) -> bool:
    return any(milestone is other for other in project.open_milestones)


def _kind(text: str, until: date | None, vocabulary: Vocabulary) -> Literal["achieved", "upcoming"]:
    if vocabulary.phrases("tenses", "ahead").found_in(text):
        return "upcoming"
    if vocabulary.phrases("tenses", "reached").found_in(text):
        return "achieved"
    found = find_period(text)
    past = found is not None and until is not None and found.end <= until
    return "achieved" if past else "upcoming"


def _warn(project: ProjectDraft, guessed: list[Milestone], reached: int) -> None:
    message = (
        f"{project.name}: a label does not say whether its {len(guessed)} milestones are reached; "
        f"by their words and dates {reached} are."
    )
    places = tuple(place for milestone in guessed for place in milestone.locations)
    project.warnings.append(
        ReportWarning(code="milestone-kind-guessed", message=message, locations=places)
    )
