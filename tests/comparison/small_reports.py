"""Small reports for the tests: texts in, a report through the language stage out."""

from dataclasses import dataclass, field
from typing import Any

from pair_building import build_report

from medcom_extract.report import Report

PERIODS = {
    3: ("Marts 2026", "2026-03-01", "2026-03-31"),
    6: ("Juni 2026", "2026-06-01", "2026-06-30"),
    9: ("September 2026", "2026-09-01", "2026-09-30"),
    12: ("December 2026", "2026-12-01", "2026-12-31"),
}


@dataclass
class Row:
    """A project of a small report."""

    name: str
    light: str = "green"
    risks: list[str] = field(default_factory=list)
    achieved: list[str] = field(default_factory=list)
    upcoming: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    section: str = "Fælles data"


def make_report(*rows: Row, month: int = 6, name: str | None = None) -> Report:
    sections: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        sections.setdefault(row.section, []).append(vars(row))
    return build_report(
        {
            "id": name or f"rapport-{month:02}",
            "programme": "Program 5",
            "period": PERIODS[month],
            "sections": [{"name": key, "projects": found} for key, found in sections.items()],
        }
    )
