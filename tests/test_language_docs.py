"""Each row of a table in docs/language.md is asked of the library."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import cast, get_args, get_type_hints

import pytest

from medcom_extract.danish import (
    classify_risk,
    find_dates,
    find_entities,
    find_quantities,
    join_line_end,
    split_sentences,
)
from medcom_extract.danish.categories import find_categories
from medcom_extract.danish.dates import DateWarning, read_dates
from medcom_extract.danish.mitigation import find_mitigation
from medcom_extract.danish.states import Field, ProjectWords, classify_project, denies_milestone
from medcom_extract.report import DateMention

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/language.md").read_text(encoding="utf-8")
JUNE_2027 = (date(2027, 6, 1), date(2027, 6, 30))
BETWEEN_SENTENCES, BETWEEN_CUES = " ‖ ", " · "

Row = tuple[str, ...]


def tables() -> Iterator[tuple[Row, list[Row]]]:
    """The header and the rows of each table; an empty first cell stands for the one above."""
    for block in re.findall(r"(?:^\|.*\n)+", PAGE, re.M):
        header, _, *lines = [
            tuple(cell.strip() for cell in line.strip("|").split("|"))
            for line in block.splitlines()
        ]
        rows: list[Row] = []
        for first, *rest in lines:
            rows.append((first or rows[-1][0], *rest))
        yield header, rows


def texts(*header: str) -> dict[str, list[Row]]:
    """The first cells of all tables with that header, each with the other cells of its rows."""
    found: dict[str, list[Row]] = {}
    for first, rows in tables():
        if first == header:
            for text, *rest in rows:
                found.setdefault(text, []).append(tuple(rest))
    return found


def figure(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def dates_of(text: str) -> list[Row]:
    return [
        (
            found.text,
            str(found.start),
            str(found.end),
            found.precision,
            found.modifier or "",
            "yes" if found.inferred else "",
        )
        for found in find_dates(text, JUNE_2027)
    ]


def quantities_of(text: str) -> list[Row]:
    return [
        (found.text, figure(found.value), figure(found.of), figure(found.to), found.unit or "")
        for found in find_quantities(text)
    ]


def entities_of(text: str) -> list[Row]:
    return [(found.text, found.label, found.id or "") for found in find_entities(text)]


def years_of(text: str) -> list[Row]:
    [past] = find_dates(text, JUNE_2027, direction="past")
    [future] = find_dates(text, JUNE_2027, direction="future")
    return [(str(past.start), str(future.start))]


def doubts_of(text: str) -> list[Row]:
    reading = read_dates(text, JUNE_2027)
    return [
        (BETWEEN_CUES.join(str(found.start) for found in reading.dates), warning.code)
        for warning in reading.warnings
    ]


def risk_of(text: str) -> list[Row]:
    state = classify_risk(text)
    if state is None:
        return [("none", "")]
    return [(state, BETWEEN_CUES.join(cue.text for cue in state.cues))]


CHECKS: dict[Row, Callable[[str], list[Row]]] = {
    ("text", "found", "from", "to", "precision", "modifier", "inferred"): dates_of,
    ("milestone", "if reached, begins", "if ahead, begins"): years_of,
    ("remark", "begins"): lambda text: [(row[1],) for row in dates_of(text)],
    ("doubtful", "begins", "warning"): doubts_of,
    ("text", "found", "value", "of", "to", "unit"): quantities_of,
    ("text", "name", "label", "id"): entities_of,
    ("one text", "its sentences"): lambda text: [
        (BETWEEN_SENTENCES.join(sentence.text for sentence in split_sentences(text)),)
    ],
    ("risk", "state", "words that decided"): risk_of,
    ("about", "categories"): lambda text: [(", ".join(find_categories(text)),)],
    ("risk and remedy", "mitigation"): lambda text: [
        (BETWEEN_SENTENCES.join(sentence.text for sentence in find_mitigation(text)),)
    ],
    ("milestone field", "negative"): lambda text: [("yes" if denies_milestone(text) else "no",)],
}
NOTHING_FOUND: dict[Row, Callable[[str], list[Row]]] = {
    ("no date", "because"): dates_of,
    ("no quantity", "because"): quantities_of,
}
LINE_ENDS = ("line ends in", "next begins with", "joined")
PROJECTS = ("words", "where", "project is")
WARNINGS = ("warning", "says")
OVERVIEW = ("read from", "field", "function")


def test_every_table_is_one_that_is_checked() -> None:
    known = {*CHECKS, *NOTHING_FOUND, LINE_ENDS, PROJECTS, WARNINGS, OVERVIEW}

    assert known == {header for header, _ in tables()}


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (check, text, expected)
        for header, check in CHECKS.items()
        for text, expected in texts(*header).items()
    ],
)
def test_a_row_says_what_is_found(
    check: Callable[[str], list[Row]], text: str, expected: list[Row]
) -> None:
    assert check(text) == expected


@pytest.mark.parametrize(
    ("check", "text"),
    [(check, text) for header, check in NOTHING_FOUND.items() for text in texts(*header)],
)
def test_nothing_is_found_where_the_page_says_so(
    check: Callable[[str], list[Row]], text: str
) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [row for header, rows in tables() if header == LINE_ENDS for row in rows],
)
def test_line_ends_are_joined_as_shown(before: str, after: str, joined: str) -> None:
    assert join_line_end(before, after) == joined


@pytest.mark.parametrize(
    ("words", "field", "state"),
    [row for header, rows in tables() if header == PROJECTS for row in rows],
)
def test_a_project_is_in_the_state_shown(words: str, field: str, state: str) -> None:
    assert field in get_args(Field)
    assert classify_project([ProjectWords(words, cast(Field, field))])[0] == state


def test_every_precision_and_modifier_has_an_example() -> None:
    rows = [row for found in texts(*next(iter(CHECKS))).values() for row in found]
    fields = DateMention.model_fields
    precisions = re.findall(r"[a-z]+(?:-[a-z]+)?", fields["precision"].description or "")
    modifiers = (fields["modifier"].description or "").removesuffix(", or null.").split(", ")

    assert {row[3] for row in rows} == set(precisions) - {"or"}
    assert {row[4] for row in rows} == {*modifiers, ""}


def test_every_warning_of_the_language_stage_stands_on_the_page() -> None:
    sources = (ROOT / "src/medcom_extract/enrichment").glob("*.py")
    codes = {code for file in sources for code in re.findall(r'code="([\w-]+)"', file.read_text())}
    codes |= set(get_args(get_type_hints(DateWarning)["code"]))

    assert codes == {text.strip("`") for text in texts(*WARNINGS)}
