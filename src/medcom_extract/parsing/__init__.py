"""From the neutral document to a report.

    Document -> flow (tables judged, headings ranked) -> outline (roles) -> body -> Report

``parse`` looks at the document alone: a Word file and a PDF of one report give the same Report but
for places and evidence.  The words it knows stand in ``medcom_extract/vocabulary``.
"""

from medcom_extract.document import Document
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.body import read_body
from medcom_extract.parsing.evidence import SIGNALS
from medcom_extract.parsing.flow import Flow, build_flow
from medcom_extract.parsing.gathered import Body
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.learning import learn_labels
from medcom_extract.parsing.lightwords import learn_light_words
from medcom_extract.parsing.links import find_links
from medcom_extract.parsing.memos import is_memo
from medcom_extract.parsing.outline import build_outline
from medcom_extract.parsing.refusal import refuse
from medcom_extract.parsing.runningheads import sections_by_heads
from medcom_extract.parsing.titles import Front, find_front
from medcom_extract.report import Report, ReportSource, ReportWarning
from medcom_extract.vocabulary import Vocabulary, load_vocabulary

__all__ = ["parse"]

_PROJECT_TABLES = ("overview", "register", "fields", "risks", "milestones")


def parse(document: Document, *, vocabulary: Vocabulary | None = None) -> Report:
    """The report that a document is.

    Raises NotAStatusReport, saying what was looked for and what was found, where no project has a
    light, a risk or a milestone.
    """
    grids = Grids()
    words = learn_light_words(document, vocabulary or load_vocabulary(), grids)
    taught = learn_labels(document, words, grids)
    vocabulary = taught.vocabulary
    flow = build_flow(document, vocabulary, grids)
    front = find_front(document, flow, _front_ends(flow, vocabulary), vocabulary)
    outline = build_outline(flow, front, vocabulary)
    ledger = Ledger(document)
    until = front.period.end if front.period is not None else None
    body = read_body(flow, outline, vocabulary, ledger, until)
    body.sections = sections_by_heads(body.sections, document.furniture)
    if not _is_report(body):
        raise refuse(document, flow, vocabulary)
    taught.warn(body.projects)
    body.warnings.extend(taught.warnings)
    return _build(document, front, body, ledger)


def _front_ends(flow: Flow, vocabulary: Vocabulary) -> int:
    """The index of the first table about projects; a title stands before it."""
    for index in range(len(flow.elements)):
        judged = flow.table(index)
        if judged is None or judged.kind not in _PROJECT_TABLES:
            continue
        if not is_memo(judged, vocabulary):
            return index
    return len(flow.elements)


def _is_report(body: Body) -> bool:
    """Whether a project has a light, a risk or a milestone.

    A single page with one kind of field and no light may be any document that speaks of risks.
    """
    telling = [project for project in body.projects if project.substantial]
    lights = [a.light for p in telling for a in p.aspects]
    lights += [p.status.light for p in telling if p.status is not None]
    if any(light in SIGNALS for light in lights):
        return True
    kinds = {"risk" for p in telling if p.risks} | {m.kind for p in telling for m in p.milestones}
    return len(kinds) >= 2


def _build(document: Document, front: Front, body: Body, ledger: Ledger) -> Report:
    source = document.source
    unassigned = ledger.left()
    taken: set[str] = set()
    warnings = [
        ReportWarning(code=w.code, message=w.message, locations=w.locations)
        for w in document.warnings
    ]
    if front.period is None:
        message = "No period was found in the title, in lines beside it or in running headers."
        warnings.append(ReportWarning(code="period-not-found", message=message))
    warnings.extend(body.warnings)
    warnings.extend(w for project in body.projects for w in project.warnings)
    return Report(
        source=ReportSource(
            name=source.name, media_type=source.media_type, sha256=source.sha256,
            page_count=source.page_count, producer=source.producer, created=source.created,
            engine=source.engine,
        ),
        title=front.title,
        programme=front.programme,
        programme_years=front.years,
        period=front.period,
        introduction=tuple(body.introduction),
        closing=tuple(body.closing),
        headings=tuple(body.headings),
        sections=tuple(section.build(taken) for section in body.sections),
        legend=tuple(body.legend),
        figures=tuple(figure for _, figure in sorted(body.figures, key=lambda pair: pair[0])),
        links=tuple(find_links(document)),
        unassigned=tuple(unassigned),
        account=ledger.close(unassigned),
        warnings=tuple(warnings),
    )  # fmt: skip
