"""Titles, column headers and labels in the wordings that reports use."""

from dataclasses import dataclass
from random import Random

__all__ = ["ENGLISH", "Wording", "choose_wording"]


@dataclass(frozen=True)
class Wording:
    """Labels for the three fields, short ones for a shared cell, and the columns' headers."""

    risks: str
    achieved: str
    upcoming: str
    project: str
    status: str
    remarks: str

    def label(self, kind: str) -> str:
        return {"risks": self.risks, "achieved": self.achieved, "upcoming": self.upcoming}[kind]


_DANISH = (
    Wording(
        "Den største risiko i projektet", "Den største milepæl opnået siden sidste styregruppemøde",
        "Den største milepæl i nærmeste fremtid", "Projekt", "Status", "Bemærk især",
    ),
    Wording(
        "Væsentligste risici", "Opnåede milepæle", "Kommende milepæle",
        "Projektnavn", "Trafiklys", "Bemærkninger",
    ),
    Wording(
        "Aktuelle risici", "Resultater siden sidst", "Næste skridt",
        "Indsats", "Samlet status", "Kommentarer",
    ),
    Wording(
        "Top-risici", "Gennemført siden sidst", "De næste tre måneder",
        "Initiativ", "Vurdering", "Beskrivelse",
    ),
)  # fmt: skip

ENGLISH = Wording(
    "Main risks", "Milestones achieved since last meeting", "Next steps",
    "Project", "Status", "Remarks",
)  # fmt: skip


def choose_wording(seed: int) -> Wording:
    return Random(seed * 31 + 7).choice(_DANISH)
