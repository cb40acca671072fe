"""Makes every sample report: the Word and PDF files and the truth beside them.

    python samples/make_samples.py                      all
    python samples/make_samples.py --only 2027-06       those whose name holds these words

Needs the packages of the extra `samples`, and LibreOffice and Chromium for their variants.
A variant whose program is missing is left as it is, with a word about it; exit status 1.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from making.changes import build_changes
from making.content import Report, load_report
from making.producers import (
    MissingProgramError,
    print_chromium,
    print_libreoffice,
    print_weasyprint,
)
from making.reportlab_pdf import make_reportlab
from making.truth import build_truth
from making.webpage import write_webpage
from making.word_layouts import make_word

SAMPLES = Path(__file__).parent
SERIES = ("medcom14-2027-03", "medcom14-2027-06", "medcom14-2027-10")
REPORTS = (*SERIES, "medcom14-projektark-2026-12")

# report, producer, how the light is drawn, rules of the table and font (for web pages)
VARIANTS: tuple[tuple[str, str, str, str, str], ...] = (
    ("medcom14-2027-03", "word", "disc", "", ""),
    ("medcom14-2027-03", "libreoffice", "disc", "", ""),
    ("medcom14-2027-03", "chromium", "circle", "grid", "Carlito"),
    ("medcom14-2027-03", "reportlab", "circle", "", ""),
    ("medcom14-2027-03", "weasyprint", "glyph", "lines", "Liberation Sans"),
    ("medcom14-2027-06", "word", "lamps", "", ""),
    ("medcom14-2027-06", "libreoffice", "shading", "", ""),
    ("medcom14-2027-06", "chromium", "lamps", "grid", "Liberation Sans"),
    ("medcom14-2027-06", "weasyprint", "shading", "lines", "Carlito"),
    ("medcom14-2027-06", "reportlab", "circle", "", ""),
    ("medcom14-2027-10", "word", "shading", "", ""),
    ("medcom14-2027-10", "libreoffice", "glyph", "", ""),
    ("medcom14-2027-10", "chromium", "glyph", "lines", "DejaVu Sans"),
    ("medcom14-2027-10", "weasyprint", "circle", "grid", "Liberation Sans"),
    ("medcom14-2027-10", "reportlab", "circle", "", ""),
    ("medcom14-projektark-2026-12", "word", "glyph", "", ""),
    ("medcom14-projektark-2026-12", "libreoffice", "word", "", ""),
    ("medcom14-projektark-2026-12", "chromium", "svg", "grid", "Carlito"),
    ("medcom14-projektark-2026-12", "weasyprint", "shading", "grid", "Carlito"),
)


def make_through_word(report: Report, look: str, path: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        word = Path(name) / f"{report.id}.docx"
        make_word(report, look, word)
        print_libreoffice(word, path)


def make_variant(report: Report, variant: tuple[str, str, str, str, str]) -> Path:
    """Writes one file and gives its path."""
    _, producer, look, rules, font = variant
    path = SAMPLES / f"{report.id}.{producer}.{'docx' if producer == 'word' else 'pdf'}"
    makers: dict[str, Callable[[], None]] = {
        "word": lambda: make_word(report, look, path),
        "libreoffice": lambda: make_through_word(report, look, path),
        "chromium": lambda: print_chromium(write_webpage(report, look, rules, font), path),
        "weasyprint": lambda: print_weasyprint(write_webpage(report, look, rules, font), path),
        "reportlab": lambda: make_reportlab(report, path),
    }
    makers[producer]()
    return path


def write_json(name: str, value: dict[str, Any]) -> None:
    folder = SAMPLES / "truth"
    folder.mkdir(exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    (folder / f"{name}.json").write_text(text, encoding="utf-8")


def write_truth(reports: dict[str, Report]) -> None:
    for report in reports.values():
        write_json(report.id, build_truth(report))
        if report.before:
            changes = build_changes(reports[report.before], report)
            write_json(f"changes-{report.before}-{report.id}", changes)


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the sample reports and their truth.")
    parser.add_argument(
        "--only", default="", metavar="NAME", help="make only files whose name holds NAME"
    )
    wanted = parser.parse_args().only
    reports = {name: load_report(name) for name in REPORTS}
    write_truth(reports)
    missing = 0
    for variant in VARIANTS:
        if wanted not in f"{variant[0]}.{variant[1]}":
            continue
        try:
            path = make_variant(reports[variant[0]], variant)
            print(f"{path.name}  {path.stat().st_size // 1024} kB")
        except MissingProgramError as error:
            missing += 1
            print(f"{variant[0]}.{variant[1]}: not made, {error}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
