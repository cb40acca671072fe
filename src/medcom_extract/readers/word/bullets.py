"""Bullets that were typed as text: "- ", "• " at the start of a paragraph."""

import re
from dataclasses import replace

from medcom_extract.document import Run

__all__ = ["take_bullet"]

_TYPED = re.compile(r"\s*([-–—•·‣◦▪∙⁃])[\s\u00a0]+(?=\S)")
_DASHES = "-–—"


def take_bullet(runs: tuple[Run, ...]) -> tuple[str | None, tuple[Run, ...]]:
    """The bullet typed before the text, and the runs without it; None where there is none.

    A bullet in a colour stays in the text: it may be a traffic light.  So does a lone dash.
    """
    match = _TYPED.match("".join(run.text for run in runs))
    if match is None:
        return None, runs
    bearer = next(run for run in runs if match[1] in run.text)
    if bearer.color is not None and match[1] not in _DASHES:
        return None, runs
    left, kept = match.end(), []
    for run in runs:
        cut = min(left, len(run.text))
        left -= cut
        if cut < len(run.text):
            kept.append(replace(run, text=run.text[cut:]) if cut else run)
    return match[1], tuple(kept)
