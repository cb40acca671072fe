"""Headings that a mark has set apart."""

import pytest
from page_building import line, lines

from medcom_extract.layout.headings import rejoin_headings
from medcom_extract.layout.paragraphs import Draft

HEADING = "Digitale forløb for patienter"  # ends at 187.5


def texts(drafts: list[Draft]) -> list[str]:
    return [draft.text for draft in drafts]


@pytest.mark.parametrize("size", [10, 14], ids=["as large", "larger"])
def test_a_sign_that_had_no_room_beside_its_heading_ends_it(size: float) -> None:
    drafts = [
        Draft([line(HEADING, y=100, bold=True)], limit=190),
        Draft([line("●", y=118, size=size)], limit=190),
        Draft(lines("Risici", y=140, bold=True), limit=190),
    ]

    rejoin_headings(drafts)

    assert texts(drafts) == [f"{HEADING} ●", "Risici"]


@pytest.mark.parametrize(
    ("look", "x", "y", "limit"),
    [
        ({}, 50, 118, 190),
        ({"bold": True}, 80, 118, 190),
        ({"bold": True}, 50, 150, 190),
        ({"bold": True}, 50, 118, 300),
    ],
    ids=["below plain text", "set in", "far below", "there was room"],
)
def test_any_other_sign_stands_by_itself(
    look: dict[str, bool], x: float, y: float, limit: float
) -> None:
    drafts = [Draft([line(HEADING, **look)], limit), Draft([line("●", x, y)], limit)]

    rejoin_headings(drafts)

    assert texts(drafts) == [HEADING, "●"]
