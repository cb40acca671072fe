"""Two engines that share nothing but the records they fill must see the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pdf_pages import ENGINES, PAGES

import medcom_extract
from medcom_extract.layout.page import Page
from pdf_builder import pdf, text

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "../shared/reports"
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
OTHERS = sorted(path for path in REPORTS.glob("*.pdf") if "damaged" not in path.name)

# How a value was read, not what it is.
SKIPPED = {"color", "confidence", "source", "engine"}
NEAR = 1.5
"""Points by which two places may differ: pdfium counts the overhang of a last letter."""
MOST_SHADE = 24
"""Of 255, by which a channel of a colour may differ: inks are worked out between known corners."""


def differences(path: str, one: Any, other: Any) -> Iterator[str]:
    """Where two reports part in anything but colours and, by a little, in places."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted((one.keys() | other.keys()) - SKIPPED):
            yield from differences(f"{path}.{key}", one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield f"{path}: {len(one)} | {len(other)}"
        for index, (left, right) in enumerate(zip(one, other, strict=False)):
            yield from differences(f"{path}[{index}]", left, right)
    elif isinstance(one, float) and isinstance(other, float) and ".bbox" in path:
        if abs(one - other) > NEAR:
            yield f"{path}: {one} | {other}"
    elif one != other:
        yield f"{path}: {one!r} | {other!r}"


@pytest.mark.parametrize("path", SAMPLES + OTHERS, ids=lambda path: path.name)
def test_both_engines_give_the_same_report(path: Path) -> None:
    one, other = (
        medcom_extract.extract(path, engine=engine).model_dump(mode="json") for engine in ENGINES
    )

    assert list(differences("", one, other)) == []


@pytest.mark.skipif(not OTHERS, reason="the shared reports are not beside this checkout")
def test_both_engines_see_the_same_words() -> None:
    words = []
    for path in OTHERS:
        pages = [read(path.read_bytes(), name=path.name).pages for read in ENGINES.values()]
        words.append([[w.text for page in found for w in page.words] for found in pages])

    assert words
    assert all(sorted(one) == sorted(other) for one, other in words)


@pytest.mark.parametrize("name", PAGES)
def test_both_engines_fill_the_same_records(name: str) -> None:
    one, other = (read(PAGES[name], name=name).pages[0] for read in ENGINES.values())

    assert records(one) == records(other)
    for left, right in zip(colours(one), colours(other), strict=True):
        assert max(abs(a - b) for a, b in zip(left, right, strict=True)) <= MOST_SHADE


def records(page: Page) -> dict[str, list[Any]]:
    """A page as plain values, places in whole points, colours of drawings left out."""
    return {
        "size": [round(page.width), round(page.height)],
        "words": sorted(
            (w.text, *whole(w.box), round(w.baseline), w.size, w.font, w.bold, w.color or "",
             w.glued, w.angle)
            for w in page.words
        ),
        "hidden": sorted((w.text, *whole(w.box)) for w in page.hidden),
        "rules": sorted(whole((r.x0, r.top, r.x1, r.bottom)) for r in page.rules),
        "fills": sorted(whole(f.box) for f in page.fills),
        "artwork": sorted((a.kind, *whole(a.box), a.outline or "") for a in page.artwork),
        "links": sorted((*whole((k.x0, k.top, k.x1, k.bottom)), k.url) for k in page.links),
    }  # fmt: skip


def colours(page: Page) -> list[bytes]:
    """The main colours of rules, fills and artwork, from left to right."""
    rules = [(r.x0, r.top, r.color) for r in page.rules]
    fills = [(f.x0, f.top, f.color) for f in page.fills]
    art = [(a.x0, a.top, a.palette[0].color) for a in page.artwork if a.palette]
    return [
        bytes.fromhex(color[1:])
        for part in (rules, fills, art)
        for _, _, color in sorted(part, key=lambda item: (round(item[0]), round(item[1])))
    ]


def whole(box: tuple[float, float, float, float]) -> tuple[int, ...]:
    return tuple(round(edge - 0.01) for edge in box)


@pytest.mark.parametrize("white", ["0.9505 1 1.089", "0.9642 1 0.8249"])
def test_the_white_of_a_lab_space_is_the_white_of_the_page(white: str) -> None:
    """A pale green, L*a*b* 92 -18 12: greenish by any white, where a wrong one makes it blue."""
    space = f"/ColorSpace<</Cs[/Lab<</WhitePoint[{white}]/Range[-128 127 -128 127]>>]>>"
    content = "/Cs cs 92 -18 12 sc 20 20 60 30 re f " + text("Alfa")
    data = pdf(content, resources=space)
    fills = [read(data, name="lab").pages[0].fills[0].color for read in ENGINES.values()]

    for color in fills:
        red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
        assert green > blue + 10 > red - 10
    assert (
        max(
            abs(int(fills[0][at : at + 2], 16) - int(fills[1][at : at + 2], 16)) for at in (1, 3, 5)
        )
        <= MOST_SHADE
    )


def test_a_hyphen_that_typst_calls_soft_is_seen_by_both() -> None:
    file = ROOT / "tests/unseen/reports/e58-typst-l5-fill.pdf"
    reports = [medcom_extract.extract(file, engine=engine, language=False) for engine in ENGINES]
    names = [[project.name for project in report.projects] for report in reports]

    assert names[0] == names[1]
    assert any(name.startswith("FHIR-baseret") for name in names[0])
