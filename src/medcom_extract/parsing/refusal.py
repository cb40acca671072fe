"""The answer to a document that is no status report: what was looked for, and what was found."""

from medcom_extract.document import Document
from medcom_extract.errors import NotAStatusReport
from medcom_extract.parsing.flow import Flow
from medcom_extract.parsing.grid import Grid
from medcom_extract.vocabulary import Vocabulary

__all__ = ["refuse"]

_LOOKED_FOR = (
    "no table with a column for the project and one for its status, risks or milestones, "
    "and no project headings with a light, risks or milestones below"
)
_MOST_HEADERS = 3


def refuse(document: Document, flow: Flow, vocabulary: Vocabulary) -> NotAStatusReport:
    """The error to raise."""
    tables = list(document.tables())
    headers: list[str] = []
    for table in tables:
        cells = Grid(table).filled(0)
        words = " | ".join(" ".join(cell.text.split())[:30] for cell in cells if cell.text.strip())
        if words and words not in headers:
            headers.append(words)
    headings = sum(1 for index in flow.ranks if flow.paragraph(index) is not None)
    labels = sum(1 for p in document.paragraphs() if vocabulary.is_label(p.text))
    shown = "; ".join(headers[:_MOST_HEADERS])
    more = " ..." if len(headers) > _MOST_HEADERS else ""
    found = f"{_number(len(tables), 'table')}" + (
        f" that begin with: {shown}{more}" if shown else ""
    )
    found += f"; {_number(headings, 'heading')}; {_number(labels, 'label')} of risks or milestones"
    return NotAStatusReport(
        f"it is not a status report: {_LOOKED_FOR}; found {found}", file=document.source.name
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
