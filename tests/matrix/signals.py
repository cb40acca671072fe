"""What each producer tells about hyphens at line ends: ``python -m tests.matrix.signals FOLDER``.

FOLDER holds documents that ``python -m tests.matrix --keep FOLDER`` has drawn.  A hyphen at the end
of a word is the author's where a drawn word begins with it, and the program's where one begins
with the letters before it; where both do, it is not counted.
"""

import sys
from collections import Counter
from pathlib import Path

from medcom_extract.layout.page import Word
from medcom_extract.readers.pdfium import read_pages

from .making import draw
from .plan import list_cases
from .scoring import words_of

__all__ = ["count_signals"]

Kind = tuple[str, str, str]
"""Producer, whose hyphen it is, and how it stands in the file."""


def count_signals(folder: Path) -> Counter[Kind]:
    counts: Counter[Kind] = Counter()
    for case in list_cases():
        path = folder / f"{case.name}.pdf"
        if not path.is_file():
            continue
        drawn = {word.strip('(”"') for word in words_of(draw(case).blocks)}
        content = read_pages(path.read_bytes(), name=path.name)
        for page in content.pages:
            for word in page.words:
                owner = _owner(word, drawn)
                if owner:
                    counts[case.producer, owner, _look(word)] += 1
    return counts


def _owner(word: Word, drawn: set[str]) -> str | None:
    stem = word.text.removesuffix("-").strip('(”"')
    if not word.text.endswith("-") or len(stem) < 2:
        return None
    typed = any(one.startswith(stem + "-") for one in drawn)
    broken = any(one.startswith(stem) and one[len(stem) : len(stem) + 1].isalpha() for one in drawn)
    if typed == broken:
        return None
    return "the author's" if typed else "the program's"


def _look(word: Word) -> str:
    if word.hyphen_set:
        return "a character of its own"
    return {True: "an object of its own", False: "in the word's object", None: "nothing"}[
        word.hyphen_apart
    ]


def main() -> int:
    for (producer, owner, look), count in sorted(count_signals(Path(sys.argv[1])).items()):
        sys.stdout.write(f"| {producer} | {owner} | {look} | {count} |\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
