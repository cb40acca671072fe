"""Line-end hyphens in real Danish documents, settled without what the file tells of them.

Word's and Quartz's PDFs say which hyphens were typed (see ``layout/hyphens.py``); that is the
truth here, and the rules and the document's own unbroken words must find it by themselves.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from medcom_extract.danish.hyphens import Verdict, settle_line_end
from medcom_extract.layout import unbroken_words
from medcom_extract.layout.hyphens import habit_of
from medcom_extract.layout.page import Word
from medcom_extract.readers.pdfium import read_pages

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
TELLING = [
    path
    for name in ("word-many-hyphens", "word-tagged-use-cases", "macos-untagged-use-cases")
    if (path := DOCUMENTS / f"{name}.pdf").exists()
]


def breaks(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Words that end a line in a hyphen, each with the first word of the next line."""
    for before, after in pairwise(words):
        down = after.baseline - before.baseline
        below = 3 < down < 30 and after.x0 < before.x0
        if below and before.text.endswith("-") and len(before.text) > 1:
            yield before, after


@pytest.mark.skipif(not TELLING, reason="the shared documents are not beside this checkout")
def test_rules_and_the_documents_own_words_settle_99_of_100_hyphens() -> None:
    right = wrong = 0
    for path in TELLING:
        content = read_pages(path.read_bytes(), name=path.name)
        habit = habit_of(content.producer, content.creator)
        known = unbroken_words(content.pages)
        for page in content.pages:
            for before, after in breaks(page.words):
                typed = habit.typed(before, sets_own=False)
                if typed is None:
                    continue
                kept = settle_line_end(before.text, after.text, None, known) is not Verdict.JOIN
                right += kept == typed
                wrong += kept != typed

    assert right + wrong > 500
    assert right / (right + wrong) >= 0.99
