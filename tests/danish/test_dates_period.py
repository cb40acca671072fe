"""A report's period and the planned date of a milestone table."""

from datetime import date

import pytest

from medcom_extract.danish.dates import resolve_period


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("Juni 2024", "2024-06-01", "2024-06-30", "month"),
        ("1. halvår 2021", "2021-01-01", "2021-06-30", "half-year"),
        ("3. kvartal 2012", "2012-07-01", "2012-09-30", "quarter"),
        ("Q4 2023", "2023-10-01", "2023-12-31", "quarter"),
        ("pr. 31. oktober 2010", "2010-10-31", "2010-10-31", "day"),
        ("Opdateret 4. juni 2024", "2024-06-04", "2024-06-04", "day"),
        ("31.12.2023", "2023-12-31", "2023-12-31", "day"),
        ("ultimo 2024", "2024-09-01", "2024-12-31", "part-year"),
        ("2023-2026", "2023-01-01", "2026-12-31", "range"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("Q1 2022 – Q4 2024", "2022-01-01", "2024-12-31", "range"),
        ("januar 2022 til juni 2026", "2022-01-01", "2026-06-30", "range"),
        ("May 2024", "2024-05-01", "2024-05-31", "month"),
    ],
)
def test_a_period_is_read(text: str, start: str, end: str, precision: str) -> None:
    assert resolve_period(text) == (date.fromisoformat(start), date.fromisoformat(end), precision)


@pytest.mark.parametrize("text", ["", "Afventer", "uge 34", "juni", "MedCom13", "version 3.0"])
def test_a_text_without_a_known_year_is_no_period(text: str) -> None:
    assert resolve_period(text) is None


def test_a_reference_lends_its_year() -> None:
    june = (date(2024, 6, 1), date(2024, 6, 30))

    assert resolve_period("uge 34", june) == (date(2024, 8, 19), date(2024, 8, 25), "week")
