"""The data files: every row is whole, and says what it means once."""

from datetime import date

from medcom_extract.danish.categories import find_categories
from medcom_extract.danish.names import read_aliases
from medcom_extract.danish.tables import read_rows, read_table


def test_every_municipality_and_region_stands_in_the_tables() -> None:
    labels = [alias.name for alias in read_aliases()]

    assert len({name.id for name in labels if name.label == "municipality"}) == 99
    assert len({name.id for name in labels if name.label == "region"}) == 6


def test_an_id_belongs_to_one_name() -> None:
    for table in ("names", "systems", "municipalities"):
        ids = [row["id"] for row in read_rows(table)]
        assert len(ids) == len(set(ids)), table


def test_a_name_exists_within_its_years() -> None:
    (name,) = {one.name for one in read_aliases() if one.name.id == "region-ostdanmark"}

    assert not name.valid_on(date(2026, 12, 31))
    assert name.valid_on(date(2027, 1, 1))


def test_the_categories_are_those_of_the_contract() -> None:
    assert list(read_table("categories")) == [
        "resources",
        "delay",
        "economy",
        "technical",
        "legal",
        "adoption",
        "organisation",
        "dependency",
    ]
    assert find_categories("") == ()
