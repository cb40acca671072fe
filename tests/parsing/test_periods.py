"""Periods and planned dates."""

import pytest

from medcom_extract.parsing.keys import key_of, slug
from medcom_extract.parsing.periods import find_years, resolve_date


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Q4 2023", "2023-10-01", "2023-12-31"), ("4. kvartal 2024", "2024-10-01", "2024-12-31"),
        ("december 2023", "2023-12-01", "2023-12-31"), ("31.12.2023", "2023-12-31", "2023-12-31"),
        ("ultimo 2024", "2024-09-01", "2024-12-31"), ("1. halvår 2025", "2025-01-01", "2025-06-30"),
        ("uge 38 2024", "2024-09-16", "2024-09-22"),
        ("uge 46-48, 2024", "2024-11-11", "2024-12-01"),
        ("ultimo september 2024", "2024-09-21", "2024-09-30"),
        ("primo maj 2024", "2024-05-01", "2024-05-10"),
        ("medio juni 2024", "2024-06-11", "2024-06-20"), ("2025", "2025-01-01", "2025-12-31"),
        ("slut Q2 2024", "2024-06-01", "2024-06-30"), ("2024-05-07", "2024-05-07", "2024-05-07"),
        ("den 8. juli 2024", "2024-07-08", "2024-07-08"), ("8/7-2024", "2024-07-08", "2024-07-08"),
        ("ved udgangen af 2025", "2025-12-31", "2025-12-31"),
        ("May 2024", "2024-05-01", "2024-05-31"),
        ("ved udgangen af 3. kvartal 2025", "2025-09-30", "2025-09-30"),
        ("sommeren 2025", "2025-06-01", "2025-08-31"), ("Q1-Q2 2025", "2025-01-01", "2025-06-30"),
        ("2023-2026", "2023-01-01", "2026-12-31"),
        ("andet halvår 2024", "2024-07-01", "2024-12-31"),
        ("vinter 2024", "2024-12-01", "2025-02-28"), ("H2 2025", "2025-07-01", "2025-12-31"),
        ("10.-12. september 2024", "2024-09-10", "2024-09-12"),
    ],
)  # fmt: skip
def test_planned_dates_are_resolved(text: str, start: str, end: str) -> None:
    days = resolve_date(text)

    assert days is not None
    assert (str(days[0]), str(days[1])) == (start, end)


@pytest.mark.parametrize("text", ["", "løbende", "version 3.0", "98 kommuner", "31.13.2023", "-"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert resolve_date(text) is None


def test_spans_of_years() -> None:
    assert find_years("Breve pr. måned 1994-2024") == (1994, 2024)
    assert find_years("løber fra 2020 til 2022") == (2020, 2022)
    assert find_years("Opslag 2023") is None
    assert find_years("Opslag 2023", single=True) == (2023, 2023)


def test_keys_are_slugs_and_unique() -> None:
    assert (
        slug("Kommunale prøvesvar på ny infrastruktur") == "kommunale-provesvar-pa-ny-infrastruktur"
    )
    assert slug("Fælles Medicinkort® 2.0") == "faelles-medicinkort-2-0"
    assert key_of("Æble", {"aeble"}) == "aeble-2"
    assert key_of("®", set()) == "project"
