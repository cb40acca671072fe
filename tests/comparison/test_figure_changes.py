"""Counts that speak of the same thing are paired."""

import pytest
from small_reports import Row, make_report

from medcom_extract import compare


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("86 kommuner er i drift.", "91 kommuner.", [5]),
        ("86 kommuner er i drift.", "91 klinikker er i drift.", []),
        (
            "Stamkort er i drift i 71 kommuner, og 84 kommuner deler aftaler.",
            "90 kommuner deler aftaler. Stamkort er i drift i 86 kommuner.",
            [6, 15],
        ),
        ("87% af svarene hentes elektronisk.", "91% af svarene hentes nu elektronisk.", [4]),
        ("Driften koster 3 mio. kr.", "Driften koster 4 mio. kr.", []),
        ("Ventetiden er 7 uger.", "Ventetiden er 2 uger.", []),
    ],
)
def test_counts_of_the_same_thing_are_paired(before: str, after: str, changes: list[float]) -> None:
    found = compare(
        make_report(Row("Deling", achieved=[before]), month=3),
        make_report(Row("Deling", achieved=[after])),
    )

    assert [figure.change for figure in found.projects[0].figures] == changes
