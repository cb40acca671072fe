"""Draw the matrix, read it, and print how well each layout, mark and producer was read."""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from medcom_extract import extract, read
from medcom_extract.errors import MedcomError

from .drawing import Drawing
from .making import make_documents
from .plan import Case, list_cases
from .scoring import Score, lost_words, same_facts, score

__all__ = ["Outcome", "main", "read_case"]


@dataclass
class Outcome:
    """What one document gave."""

    case: Case
    score: Score
    lost: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        faults = self.score.wrong or self.score.extra > 0 or self.lost or self.differences
        return not faults


def read_case(case: Case, drawing: Drawing, path: Path, *, engines: bool = True) -> Outcome:
    """Read a drawn document and score it; ``engines`` reads a PDF by both."""
    try:
        report = extract(path, language=False)
    except MedcomError as error:
        total = len(drawing.truth.projects)
        refused = Score(wrong=total, wrong_warned=total, misses=[f"refused: {error}"])
        return Outcome(case, refused, ["<refused>"])
    outcome = Outcome(case, score(drawing, report))
    outcome.lost = lost_words(drawing, read(path), report)
    if engines and path.suffix == ".pdf":
        try:
            other = extract(path, language=False, engine="pdfplumber")
            outcome.differences = same_facts(report, other)
        except MedcomError as error:
            outcome.differences = [f"pdfplumber: {error}"]
    return outcome


def _say(line: str = "") -> None:
    sys.stdout.write(line + "\n")


def print_rates(outcomes: list[Outcome], kind: str) -> None:
    rows: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        rows[getattr(outcome.case, kind)].append(outcome)
    _say(f"| {kind} | documents | projects | perfect |")
    _say("|---|---|---|---|")
    for name, found in rows.items():
        total = sum(o.score.projects for o in found)
        right = sum(o.score.right for o in found)
        _say(f"| {name} | {len(found)} | {total} | {right / total:.3f} |")
    _say()


def print_summary(outcomes: list[Outcome]) -> None:
    total = sum(o.score.projects for o in outcomes)
    right = sum(o.score.right for o in outcomes)
    wrong = total - right
    loud = sum(o.score.wrong_warned for o in outcomes)
    false = sum(o.score.right_warned for o in outcomes)
    kinds = ("layout", "mark", "producer")
    counts = [len({getattr(o.case, kind) for o in outcomes}) for kind in kinds]
    _say(
        f"{len(outcomes)} documents: {counts[0]} layouts, {counts[1]} marks, {counts[2]} producers."
    )
    _say(f"Perfect projects: {right} of {total} = {right / total:.4f}.")
    silent = wrong - loud
    _say(f"Wrong and silent: {silent} = {silent / total:.2%}; wrong and warned: {loud}.")
    _say(f"Right and warned: {false} = {false / total:.2%}.")
    _say(f"Documents with lost words: {sum(bool(o.lost) for o in outcomes)}; "
         f"on which the engines differ: {sum(bool(o.differences) for o in outcomes)}.")  # fmt: skip


def print_faults(outcomes: list[Outcome], width: int = 300) -> None:
    for outcome in outcomes:
        if not outcome.good:
            case, result = outcome.case, outcome.score
            _say(f"{case.layout} × {case.mark} × {case.producer} ({case.seed}): "
                 f"{result.right} of {result.projects}")  # fmt: skip
            for miss in [*result.misses, *map("engines: {}".format, outcome.differences)]:
                _say("    " + miss[:width])
            if outcome.lost:
                _say("    lost: " + " ".join(outcome.lost[:8]))


def main(arguments: list[str] | None = None) -> int:
    """Exit status 1 where the rates fall short of what docs/accuracy.md promises."""
    parser = argparse.ArgumentParser(prog="python -m tests.matrix", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1, help="times that the plan is drawn")
    parser.add_argument("--start", type=int, default=1000, help="first seed")
    parser.add_argument("--only", action="append", default=[], help="words of the cases to draw")
    parser.add_argument("--one-engine", action="store_true", help="leave pdfplumber out")
    parser.add_argument("--faults", action="store_true", help="list what went wrong")
    parser.add_argument("--keep", type=Path, help="folder that keeps the documents")
    given = parser.parse_args(arguments)
    cases = [
        case
        for case in list_cases(given.rounds, given.start)
        if all(words in f"{case.layout} × {case.mark} × {case.producer}" for words in given.only)
    ]
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        made = make_documents(cases, folder)
        outcomes = [read_case(*one, engines=not given.one_engine) for one in made]
    if given.faults:
        print_faults(outcomes)
    for kind in ("layout", "mark", "producer"):
        print_rates(outcomes, kind)
    print_summary(outcomes)
    _say(f"{time.perf_counter() - began:.0f} seconds.")
    return 0 if _holds(outcomes) else 1


def _holds(outcomes: list[Outcome]) -> bool:
    total = sum(o.score.projects for o in outcomes)
    right = sum(o.score.right for o in outcomes)
    silent = sum(o.score.wrong - o.score.wrong_warned for o in outcomes)
    clean = not any(o.lost or o.differences for o in outcomes)
    return right >= 0.99 * total and silent <= 0.002 * total and clean
