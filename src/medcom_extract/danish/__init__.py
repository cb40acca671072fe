"""Danish text -> values: dates, quantities, entities, sentences, risk states.

Each function works on any text and imports what it needs when it is first called.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from medcom_extract.danish.dates import find_dates
    from medcom_extract.danish.entities import find_entities
    from medcom_extract.danish.hyphens import join_line_end
    from medcom_extract.danish.numbers import find_quantities
    from medcom_extract.danish.risks import classify_risk
    from medcom_extract.danish.sentences import split_sentences

__all__ = [
    "classify_risk",
    "find_dates",
    "find_entities",
    "find_quantities",
    "join_line_end",
    "split_sentences",
]

_HOMES = {
    "classify_risk": "risks",
    "find_dates": "dates",
    "find_entities": "entities",
    "find_quantities": "numbers",
    "join_line_end": "hyphens",
    "split_sentences": "sentences",
}


def __getattr__(name: str) -> Any:
    """Import a public function on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
