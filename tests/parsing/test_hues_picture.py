"""The picture of hue borders in docs/ shows what the library does."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_picture_of_hues_is_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "draw_hues.py"))["draw"]()

    assert made == (DOCS / "hues.svg").read_text(encoding="utf-8")
