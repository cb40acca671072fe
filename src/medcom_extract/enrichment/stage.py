"""The language stage: every text of a report goes through the pipeline once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar

from medcom_extract.danish.categories import find_categories
from medcom_extract.danish.cues import Cue as FoundCue
from medcom_extract.danish.mitigation import find_mitigation
from medcom_extract.danish.pipeline import analyse_all
from medcom_extract.danish.risks import classify_risk
from medcom_extract.danish.states import Field as WordsField
from medcom_extract.danish.states import (
    ProjectWords,
    classify_project,
    denies_milestone,
    is_phase_key,
)
from medcom_extract.enrichment.contradictions import find_contradictions
from medcom_extract.enrichment.due import find_due
from medcom_extract.enrichment.facts import MAX_LENGTH, Reference, read_facts, text_of, to_span
from medcom_extract.enrichment.reference import find_reference
from medcom_extract.report import (
    Cue,
    Item,
    Milestone,
    Project,
    Report,
    ReportWarning,
    Risk,
    Section,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["enrich_report"]

Direction = Literal["past", "future"]
_DIRECTIONS: dict[str, Direction | None] = {"achieved": "past", "upcoming": "future", "plan": None}
AnyItem = TypeVar("AnyItem", bound=Item)


@dataclass
class _Stage:
    """What the stage carries from item to item."""

    docs: "Iterator[Doc]"
    reference: Reference | None
    warnings: list[ReportWarning] = field(default_factory=list)
    among: str = ""


def enrich_report(report: Report, *, nlp: "Language | None" = None) -> Report:
    """See ``medcom_extract.enrichment.enrich``."""
    texts = [text_of(item) for project in report.projects for item in _items(project)]
    reference, doubt = find_reference(report)
    stage = _Stage(analyse_all(texts, nlp), reference, [doubt] if doubt and texts else [])
    sections = tuple(_enrich_section(section, stage) for section in report.sections)
    # A report that has passed the stage before has its warnings already.
    fresh = [warning for warning in stage.warnings if warning not in report.warnings]
    warnings = (*report.warnings, *fresh)
    return report.model_copy(update={"sections": sections, "warnings": warnings})


def _items(project: Project) -> Iterator[Item]:
    """All items, in the order in which the stage takes their analysed texts."""
    yield from project.risks
    yield from project.milestones
    yield from project.remarks


def _enrich_section(section: Section, stage: _Stage) -> Section:
    projects = tuple(_enrich_project(project, stage) for project in section.projects)
    return section.model_copy(update={"projects": projects})


def _enrich_project(project: Project, stage: _Stage) -> Project:
    stage.among = " ".join(text_of(item) for item in _items(project))
    risks = tuple(_enrich_risk(risk, stage) for risk in project.risks)
    milestones = tuple(_enrich_milestone(milestone, stage) for milestone in project.milestones)
    remarks = tuple(_with_facts(remark, None, stage) for remark in project.remarks)
    state, cues = classify_project(_words(project))
    update = {"risks": risks, "milestones": milestones, "remarks": remarks}
    told = {"state": state, "state_cues": tuple(map(_cue, cues))}
    enriched = project.model_copy(update={**update, **told})
    stage.warnings += find_contradictions(enriched, stage.reference)
    return enriched


def _with_facts(item: AnyItem, direction: Direction | None, stage: _Stage) -> AnyItem:
    facts = read_facts(
        text_of(item),
        next(stage.docs),
        stage.reference,
        direction,
        among=stage.among,
    )
    if len(item.text) > MAX_LENGTH:
        message = f"A text of {len(item.text)} characters was read only as far as {MAX_LENGTH}."
        stage.warnings.append(
            ReportWarning(code="text-too-long", message=message, locations=item.locations)
        )
    for warning in facts.warnings:
        stage.warnings.append(
            ReportWarning(code=warning.code, message=warning.message, locations=item.locations)
        )
    return item.model_copy(update=dict(facts.fields))


def _enrich_risk(risk: Risk, stage: _Stage) -> Risk:
    text = text_of(risk)
    state = classify_risk(text, in_risk_field=True)
    update = {
        "state": str(state) if state is not None else None,
        "cues": tuple(map(_cue, state.cues)) if state is not None else (),
        "categories": find_categories(text),
        "mitigation": tuple(to_span(sentence.span) for sentence in find_mitigation(text)),
    }
    return _with_facts(risk, None, stage).model_copy(update=update)


def _enrich_milestone(milestone: Milestone, stage: _Stage) -> Milestone:
    found = _with_facts(milestone, _DIRECTIONS[milestone.kind], stage)
    due = found.planned if found.kind == "plan" else None
    due = due or find_due(found.dates, found.kind, stage.reference)
    negative = found.kind != "plan" and denies_milestone(text_of(found))
    return found.model_copy(update={"due": due, "negative": negative})


def _cue(found: FoundCue) -> Cue:
    return Cue(text=found.text, rule=found.rule, span=to_span(found.span))


def _words(project: Project) -> Iterator[ProjectWords]:
    """The texts that may tell the project's state, each with where it stands."""
    if project.status.text:
        yield ProjectWords(project.status.text, "status")
    for key, value in project.details.items():
        if is_phase_key(key):
            yield ProjectWords(value, "status")
    items: tuple[tuple[WordsField, tuple[Item, ...]], ...] = (
        ("remark", project.remarks),
        ("milestone", project.milestones),
        ("risk", project.risks),
    )
    for place, those in items:
        yield from (ProjectWords(text_of(item), place) for item in those)
