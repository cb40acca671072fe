"""Where a report names a party, by any of its aliases."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from medcom_extract.danish.names import ids_of
from medcom_extract.report import Entity, Mention, Project

if TYPE_CHECKING:
    from medcom_extract.report import Milestone, Remark, Report, Risk

__all__ = ["find_mentions"]

Field = Literal["risk", "milestone", "remark"]


def find_mentions(report: "Report", name: str) -> list[Mention]:
    """The places where ``name`` is meant, in the document's order within each project."""
    ids = ids_of(name)
    wanted = _fold(name)
    return [
        Mention(project=project.key, field=field, item=item, entity=entity)
        for project in report.projects
        for field, item in _items(project)
        for entity in item.entities
        if _is_meant(entity, ids, wanted)
    ]


def _items(project: Project) -> "Iterator[tuple[Field, Risk | Milestone | Remark]]":
    for risk in project.risks:
        yield "risk", risk
    for milestone in project.milestones:
        yield "milestone", milestone
    for remark in project.remarks:
        yield "remark", remark


def _is_meant(entity: Entity, ids: frozenset[str], wanted: str) -> bool:
    return entity.id in ids if entity.id else _fold(entity.text) == wanted


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
