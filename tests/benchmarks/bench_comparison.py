"""How long a comparison of two reports and a timeline of many take (CPU, warm).

    python tests/benchmarks/bench_comparison.py samples/medcom14-2027-03.word.docx \\
        samples/medcom14-2027-06.word.docx samples/medcom14-2027-10.word.docx
"""

import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from medcom_extract import Report, compare, open_report, timeline


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


def main(files: Sequence[str]) -> None:
    reports = [open_report(file) for file in files]
    print(f"{len(reports[0].projects)} and {len(reports[1].projects)} projects")
    print(f"compare: {measure(lambda: compare(reports[0], reports[1])):.0f} ms")
    for count in (10, 20, 40):
        series = lengthen(reports, count)
        spent = measure(lambda series=series: timeline(series), rounds=3)  # type: ignore[misc]
        print(f"timeline of {count} reports: {spent:.0f} ms, {spent / count:.1f} ms a report")


if __name__ == "__main__":
    main(sys.argv[1:])
