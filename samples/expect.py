"""Writes samples/expected/: the library's own JSON of each sample's Word file.

Run it after a change that is meant to change the result, and read the difference before it is
kept: python samples/expect.py
"""

from pathlib import Path

from medcom_extract import extract
from medcom_extract.output.json import format_report

HERE = Path(__file__).parent


def main() -> None:
    for path in sorted(HERE.glob("*.word.docx")):
        target = HERE / "expected" / f"{path.name.split('.')[0]}.json"
        target.write_text(format_report(extract(path)), encoding="utf-8")
        print(target.relative_to(HERE))


if __name__ == "__main__":
    main()
