"""Many files: one outcome each, none lost, whatever the files do to the process that reads them.

    paths ── discovery ──> files ── lanes ──> outcomes ── ledger, outputs, drift ──> summary

``extract_many`` yields outcomes as they finish; ``convert_archive`` writes them to a folder.
"""

from medcom_extract.batch.archive import convert_archive
from medcom_extract.batch.drift import find_drift
from medcom_extract.batch.many import extract_many
from medcom_extract.batch.outcomes import Outcome, Summary
from medcom_extract.batch.tasks import convert_one

__all__ = [
    "Outcome",
    "Summary",
    "convert_archive",
    "convert_one",
    "extract_many",
    "find_drift",
]
