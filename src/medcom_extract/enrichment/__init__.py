"""Report -> Report: what the words of each risk, milestone and remark say, as data."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from medcom_extract.report import Report

__all__ = ["enrich"]


def enrich(report: "Report", *, nlp: "Language | None" = None) -> "Report":
    """Fill in the language fields of a report and add warnings where its words contradict it.

    ``nlp`` is a spaCy pipeline of the caller's own; only what it lacks is added to it.  Without
    it the library's own pipeline is used, built once a process.  The report given stays as it is.
    """
    from medcom_extract.enrichment.stage import enrich_report

    return enrich_report(report, nlp=nlp)
