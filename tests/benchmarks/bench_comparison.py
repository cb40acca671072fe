"""How long a comparison of two reports and a timeline of many take (CPU, warm).

Two series of equal reports, so that a report costs the same at any length if the work is linear:
the given reports over and over, and the first one with three projects replaced by new ones each
time, so that ever more projects have ended.  The first report of a series has nothing to be
compared with and costs less; "each further one" leaves it out.

    python tests/benchmarks/bench_comparison.py samples/medcom14-2027-03.word.docx \\
        samples/medcom14-2027-06.word.docx samples/medcom14-2027-10.word.docx
"""

import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from medcom_extract import Report, compare, open_report, timeline
from medcom_extract.report import Item, Project


def measure(work: Callable[[], object], rounds: int = 5) -> float:
    """The median CPU time in milliseconds, after one round to warm up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return sorted(times)[rounds // 2]


def lengthen(reports: Sequence[Report], count: int) -> list[Report]:
    """A series of that many reports: the given ones over and over, each on a period of its own.

    Each round moves a word in every text, so that nothing is the same word for word.
    """
    series = []
    for number in range(count):
        report = reports[number % len(reports)]
        period = report.period
        assert period is not None
        shift = timedelta(days=91 * number)
        moved = period.model_copy(
            update={
                "start": period.start + shift,
                "end": period.end + shift,
                "text": f"nr. {number}",
            }
        )
        source = report.source.model_copy(update={"sha256": str(number), "name": f"{number}.pdf"})
        text = report.model_dump_json().replace(" er ", f" ({number}) er ")
        changed = Report.model_validate_json(text)
        series.append(changed.model_copy(update={"period": moved, "source": source}))
    return series


def replace(report: Report, count: int, each: int = 3) -> list[Report]:
    """A series in which every report replaces some projects by others never seen before."""
    seeds: dict[int, int] = {}
    series = []
    for number, following in enumerate(lengthen([report], count)):
        places = len(following.projects)
        if number:
            seeds |= {(number * each + k) % places: number * each + k for k in range(each)}
        sections, place = [], 0
        for section in following.sections:
            kept = enumerate(section.projects, start=place)
            projects = [disguise(p, seeds[at]) if at in seeds else p for at, p in kept]
            place += len(projects)
            sections.append(section.model_copy(update={"projects": tuple(projects)}))
        series.append(following.model_copy(update={"sections": tuple(sections)}))
    return series


def disguise(project: Project, seed: int) -> Project:
    """A project as long as the given one that shares none of its longer words."""
    pick = random.Random(seed)
    letters = "abdefgiklmnoprstuv"
    table = str.maketrans({letter: pick.choice(letters) for letter in letters})

    def hide(text: str) -> str:
        return re.sub(r"[a-zæøå]{4,}", lambda word: word[0].translate(table), text)

    def hide_all(items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(item.model_copy(update={"text": hide(item.text)}) for item in items)

    return project.model_copy(
        update={
            "name": hide(project.name),
            "key": f"project-{seed}",
            "risks": hide_all(project.risks),
            "milestones": hide_all(project.milestones),
            "remarks": hide_all(project.remarks),
        }
    )


def show(title: str, series: Sequence[Report]) -> None:
    """Print what timelines of the first 10, 20, 40 reports cost."""
    first = measure(lambda: timeline(series[:1]))
    for count in (10, 20, 40):
        spent = measure(lambda count=count: timeline(series[:count]))  # type: ignore[misc]
        further = (spent - first) / (count - 1)
        print(
            f"{title}, {count} reports: {spent:.0f} ms, {spent / count:.1f} ms a report, "
            f"{further:.1f} ms each further one"
        )


def main(files: Sequence[str]) -> None:
    reports = [open_report(file) for file in files]
    print(f"{len(reports[0].projects)} and {len(reports[1].projects)} projects")
    print(f"compare: {measure(lambda: compare(reports[0], reports[1])):.0f} ms")
    show("the same projects", lengthen(reports, 40))
    show("three new projects a report", replace(reports[0], 40))


if __name__ == "__main__":
    main(sys.argv[1:])
