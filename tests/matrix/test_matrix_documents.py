"""A part of the matrix small enough for every run: PDF without a browser, and both Word files."""

from pathlib import Path

import pytest

pytest.importorskip("pyphen", reason="the drawn documents are hyphenated with pyphen")
pytest.importorskip("reportlab", reason="ReportLab draws and measures the documents")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .making import make_documents
from .page_layouts import LAYOUTS
from .plan import PRODUCERS, Case, can_draw, list_cases
from .printing import MissingProgramError, find_program
from .runner import Outcome, read_case

QUICK = ("reportlab", "word streams", "python-docx", "raw docx")
"""Producers that need no program beside Python."""


def read_one(case: Case, folder: Path, *, engines: bool = False) -> Outcome:
    ((_, drawing, path),) = make_documents([case], folder)
    return read_case(case, drawing, path, engines=engines)


def faults(outcome: Outcome) -> list[str]:
    """Lost words, differences, and projects that are wrong without a warning."""
    silent = [miss for miss in outcome.score.misses if not miss.endswith("[warned]")]
    return silent + outcome.lost + outcome.differences


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_read_from_word(layout: str, tmp_path: Path) -> None:
    case = Case(layout, "word beside disc", "python-docx", 11)
    if not can_draw(layout, case.mark, case.producer):
        case = Case(layout, "flat disc", "raw docx", 11)

    assert faults(read_one(case, tmp_path)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_read_from_a_pdf_in_the_manner_of_word(layout: str, tmp_path: Path) -> None:
    case = Case(layout, "circle", "word streams", 12)
    if not can_draw(layout, case.mark, case.producer):
        pytest.skip("this layout is drawn by the other producers only")

    assert faults(read_one(case, tmp_path)) == []


@pytest.mark.parametrize(
    ("producer", "mark"),
    [(producer, mark) for producer in QUICK for mark in PRODUCERS[producer]],
)
def test_a_mark_is_understood(producer: str, mark: str, tmp_path: Path) -> None:
    if not can_draw("horizontal rules", mark, producer):
        pytest.skip("this producer has no such mark")

    assert faults(read_one(Case("horizontal rules", mark, producer, 13), tmp_path)) == []


@pytest.mark.parametrize("layout", ["full rules", "four columns", "detail pages"])
def test_both_engines_read_the_same(layout: str, tmp_path: Path) -> None:
    outcome = read_one(Case(layout, "glossy disc", "reportlab", 14), tmp_path, engines=True)

    assert outcome.differences == []


@pytest.mark.parametrize(
    ("producer", "program"),
    [("chromium", ("chromium", "chromium-browser", "google-chrome")),
     ("libreoffice", ("soffice", "libreoffice"))],
)  # fmt: skip
@pytest.mark.parametrize("layout", ["tight", "merged cells", "section rows, zebra"])
def test_a_layout_is_read_from_a_program_that_may_be_missing(
    layout: str, producer: str, program: tuple[str, ...], tmp_path: Path
) -> None:
    try:
        find_program(*program)
    except MissingProgramError as error:
        pytest.skip(str(error))

    assert faults(read_one(Case(layout, "smiley", producer, 15), tmp_path)) == []


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_word_is_lost_in_a_document_drawn_at_random(data: st.DataObject, tmp_path: Path) -> None:
    producer = data.draw(st.sampled_from(QUICK))
    layout = data.draw(st.sampled_from(list(LAYOUTS)))
    mark = data.draw(st.sampled_from(PRODUCERS[producer]))
    seed = data.draw(st.integers(0, 10_000))
    if not can_draw(layout, mark, producer):
        return

    outcome = read_one(Case(layout, mark, producer, seed), tmp_path)

    assert outcome.lost == []
    assert outcome.score.right >= 0.8 * outcome.score.projects


def test_the_plan_covers_what_it_promises() -> None:
    cases = list_cases()

    assert len(cases) >= 200
    assert len({case.layout for case in cases}) >= 15
    assert len({case.mark for case in cases}) >= 15
    assert len({case.producer for case in cases}) >= 6
    assert len({case.name for case in cases}) == len(cases)
