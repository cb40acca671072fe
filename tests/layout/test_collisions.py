"""Column headers that run into each other."""

import pytest
from page_building import row, word

from medcom_extract.layout.collisions import part_collided
from medcom_extract.layout.page import Word

PHRASES = frozenset({"projektstatus", "risici", "største risici"})


def parted(*found: Word) -> list[str]:
    return [one.text for one in part_collided(list(found), PHRASES)]


def test_two_known_headers_are_parted_where_the_words_below_begin() -> None:
    below = row(130, {118: "Testen er slut"})
    first, second, *_ = part_collided([word("ProjektstatusRisici", 50, 100), *below], PHRASES)

    assert (first.text, second.text, second.x0) == ("Projektstatus", "Risici", 118)
    assert first.x1 < second.x0 - second.size


def test_the_second_header_may_have_further_words() -> None:
    found = [word("ProjektstatusStørste", 50, 100), word("risici", 155, 100)]

    assert parted(*found, word("Nej", 117, 130))[:3] == ["Projektstatus", "Største", "risici"]


@pytest.mark.parametrize(
    "found",
    [
        [word("ProjektstatusRisici", 50, 100)],  # nothing stands below
        [word("PatientstatusRisici", 50, 100), word("Nej", 117, 130)],
        [word("ProjektstatusAfdeling", 50, 100), word("Nej", 117, 130)],
        [word("PatientPortalen", 50, 100), word("Nej", 85, 130)],
    ],
)
def test_other_words_stay_whole(found: list[Word]) -> None:
    assert parted(*found) == [one.text for one in found]


@pytest.mark.parametrize(
    ("bold", "below", "apart"), [(True, 3, True), (True, 1, False), (False, 3, False)]
)
def test_headers_a_space_apart_are_parted_where_a_column_begins_below_the_second(
    bold: bool, below: int, apart: bool
) -> None:
    found = [word("Projektstatus", 50, 100, bold=bold), word("Risici", 118, 100, bold=bold)]
    found += [word("Nej", 118, 120 + 15 * at) for at in range(below)]

    first, second, *_ = part_collided(found, PHRASES)

    assert (second.x0 - first.x1 > second.size) is apart
