"""Sections that only running heads name."""

from dataclasses import replace

import pytest
from parsing_builders import disc, document, para, title

from medcom_extract.document import Block, Location, Paragraph
from medcom_extract.parsing import parse


def on(page: int, paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, locations=(Location(page=page),))


def slide(page: int, name: str) -> list[Block]:
    return [
        on(page, para(name, bold=True, size=14, marks=(disc("green"),))),
        on(page, para("Risici", bold=True, size=10)),
        on(page, para("Prisen stiger.", size=10)),
    ]


def sections(*heads: tuple[int, str], first: tuple[Block, ...] = ()) -> list[tuple[str, int]]:
    """Each section with the number of its projects, for one project a page."""
    blocks = [b for page, name in ((2, "Kort"), (3, "Web"), (4, "App")) for b in slide(page, name)]
    furniture = [on(page, para(text)) for page, text in heads]
    report = parse(document(on(1, title("Projektstatus")), *first, *blocks, furniture=furniture))
    return [(section.name, len(section.projects)) for section in report.sections]


def test_heads_that_change_are_the_names_of_sections() -> None:
    assert sections((2, "Drift"), (3, "Drift"), (4, "Data")) == [("Drift", 2), ("Data", 1)]


@pytest.mark.parametrize(
    "heads",
    [
        [(2, "Drift"), (3, "Drift"), (4, "Drift")],
        [(2, "Drift"), (3, "Drift")],
        [(2, "Drift"), (3, "Data"), (4, "Drift")],
        [(2, "Side 1"), (3, "Side 2"), (4, "Side 3")],
    ],
    ids=["one for all", "a page without", "by turns", "page numbers"],
)
def test_other_running_heads_name_no_section(heads: list[tuple[int, str]]) -> None:
    assert sections(*heads) == [("", 3)]


def test_headings_go_before_running_heads() -> None:
    section = on(2, para("Infrastruktur", role="heading", level=1))

    assert sections((2, "Drift"), (3, "Drift"), (4, "Data"), first=(section,)) == [
        ("Infrastruktur", 3)
    ]
