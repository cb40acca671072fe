"""Which documents are drawn: every layout by every producer, every mark by every producer."""

import itertools
from dataclasses import dataclass

from . import reportlab_pdf, stream_marks, webpage, word_marks
from .page_layouts import LAYOUTS
from .streams import UNDRAWN

__all__ = ["PRODUCERS", "Case", "list_cases"]

PRODUCERS: dict[str, tuple[str, ...]] = {
    "chromium": webpage.MARKS,
    "weasyprint": webpage.MARKS,
    "libreoffice": word_marks.OFFICE,
    "reportlab": reportlab_pdf.MARKS,
    "word streams": stream_marks.MARKS,
    "python-docx": word_marks.MARKS,
    "raw docx": word_marks.MARKS,
}
"""The producers and the marks that each can draw."""

_PLAIN = ("full rules", "horizontal rules", "four columns", "detail pages")
"""The layouts in which marks are tried by turns."""

_IN_CELLS = ("shading", "pale shading", "word in shading", "themed shading", "patterned shading")
_AFLOAT = ("floating picture", "drawn shape", "grouped shape", "old shape")
_TALL = ("traffic light", "traffic light picture")


@dataclass(frozen=True)
class Case:
    """One document of the matrix."""

    layout: str
    mark: str
    producer: str
    seed: int

    @property
    def name(self) -> str:
        words = f"{self.producer} {self.layout} {self.mark} {self.seed}"
        return words.replace(",", "").replace(" ", "-")


def can_draw(layout: str, mark: str, producer: str) -> bool:
    """Whether the combination makes sense."""
    if producer == "word streams" and layout in UNDRAWN:
        return False
    if mark == "themed shading" and producer == "python-docx":
        return False  # its template's theme has no such colours
    if layout.startswith("headings"):
        # A heading has no cell to shade and no room for a tall or floating lamp, and a plain
        # word behind a name would be part of it to any reader.
        return mark not in (*_IN_CELLS, *_TALL, *_AFLOAT, "word", "neuter word", "word beside disc")
    return True


def list_cases(rounds: int = 1, start: int = 1000) -> list[Case]:
    """Every layout by every producer with the marks by turns, then every mark by every producer."""
    cases: list[Case] = []
    seeds = itertools.count(start)
    for turn in range(rounds):
        for offset, (producer, marks) in enumerate(PRODUCERS.items()):
            for at, layout in enumerate(LAYOUTS):
                wanted = [
                    mark
                    for step in range(len(marks))
                    if can_draw(
                        layout,
                        mark := marks[(at + 5 * offset + 7 * turn + step) % len(marks)],
                        producer,
                    )
                ]
                if wanted:
                    cases.append(Case(layout, wanted[0], producer, next(seeds)))
            done = {case.mark for case in cases if case.producer == producer}
            left = [m for m in marks if m not in done and can_draw(_PLAIN[0], m, producer)]
            for at, mark in enumerate(left):
                cases.append(Case(_PLAIN[at % len(_PLAIN)], mark, producer, next(seeds)))
    return cases
