"""The table of forms itself: each row is understood by its own example."""

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from medcom_extract.danish.dates.expressions import Page, find_expressions
from medcom_extract.danish.dates.grammar import load_grammar
from medcom_extract.danish.dates.meanings import MEANINGS
from medcom_extract.danish.dates.model import Reference

TABLE = files("medcom_extract.danish.dates").joinpath("forms.toml").read_text("utf-8")
ROWS = [(row["name"], row["meaning"], row["example"]) for row in tomllib.loads(TABLE)["form"]]
MAY_2024 = Reference(date(2024, 5, 1), date(2024, 5, 31))


@pytest.mark.parametrize(("name", "meaning", "example"), ROWS)
def test_the_example_of_a_form_is_read_by_that_form(name: str, meaning: str, example: str) -> None:
    page = Page(example, example.lower(), MAY_2024, "da")
    found = [expression.form.name for expression in find_expressions(page, load_grammar())]

    assert name in found
    assert meaning in MEANINGS


def test_no_two_forms_have_the_same_name() -> None:
    names = [name for name, _, _ in ROWS]

    assert len(set(names)) == len(names)
