"""Lists of lights outside tables: legends, overviews, and sections with a light of their own."""

from typing import Any

from parsing_builders import bullet, disc, facts, heading, para, report_of, table, title

from medcom_extract.document import Mark, Paragraph, Run

TABLE = table(
    ["Projekt", "Status", "Bemærk"],
    ["Fælles bogkasse", disc("green"), "Risiko: Bilen går i stykker."],
    ["Nyt lånekort", disc("red"), "Risiko: Kortene leveres sent."],
)


def line(text: str, *colors: str, **look: Any) -> Paragraph:
    marks: tuple[Mark, ...] = tuple(disc(color) for color in colors)
    return Paragraph((Run(text, **look),), marks=marks)


def test_lines_with_different_lights_before_a_table_are_a_legend() -> None:
    report = report_of(
        title("Status"), line("Alt går godt", "green"), line("Lidt bagud", "yellow"),
        line("Langt bagud", "red"), heading("Udlån"), TABLE,
    )  # fmt: skip

    assert [p.name for p in report.projects] == ["Fælles bogkasse", "Nyt lånekort"]
    assert [(entry.light, entry.text) for entry in report.legend] == [
        ("green", "Alt går godt"), ("yellow", "Lidt bagud"), ("red", "Langt bagud"),
    ]  # fmt: skip


def test_one_line_with_several_lights_is_no_project() -> None:
    report = report_of(
        title("Status"), line("Godt Bagud Langt bagud", "green", "yellow", "red"),
        heading("Udlån"), TABLE,
    )  # fmt: skip

    assert [p.name for p in report.projects] == ["Fælles bogkasse", "Nyt lånekort"]


def test_marked_names_that_come_again_as_headings_are_an_overview() -> None:
    report = report_of(
        title("Status"), heading("Udlån", 2),
        line("1. Fælles bogkasse", "green"), line("2. Nyt lånekort", "red"),
        line("3. Åben læsesal"),
        heading("Udlån"),
        heading("1. Fælles bogkasse", 2), para("**Risici:** Bilen går i stykker."),
        heading("2. Nyt lånekort", 2), para("**Risici:** Kortene leveres sent."),
        heading("3. Åben læsesal", 2), para("**Risici:** Ingen vil have nøglen."),
    )  # fmt: skip

    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == [
        ("Udlån", ["Fælles bogkasse", "Nyt lånekort", "Åben læsesal"])
    ]
    assert [p.status.light for p in report.projects] == ["green", "red", "none"]
    assert facts(report.projects[1])["risks"] == ["Kortene leveres sent."]
    assert report.legend == ()


def test_a_section_may_have_a_light_of_its_own() -> None:
    report = report_of(
        title("Status"),
        Paragraph((Run("Udlån"),), role="heading", level=1, marks=(disc("yellow"),)),
        para("Området er presset."), TABLE,
    )  # fmt: skip

    assert [(s.name, len(s.projects)) for s in report.sections] == [("Udlån", 2)]
    assert [w.code for w in report.warnings if "section" in w.code] == ["section-light"]
    assert [p.text for p in report.sections[0].introduction] == ["Området er presset."]


def test_headings_with_lights_and_items_stay_projects() -> None:
    report = report_of(
        title("Status"), heading("Udlån"),
        Paragraph((Run("Fælles bogkasse"),), role="heading", level=2, marks=(disc("yellow"),)),
        para("**Risici**"), bullet("Bilen går i stykker."),
        Paragraph((Run("Nyt lånekort"),), role="heading", level=2, marks=(disc("red"),)),
        para("**Risici**"), bullet("Kortene leveres sent."),
    )  # fmt: skip

    assert [(p.name, p.status.light) for p in report.projects] == [
        ("Fælles bogkasse", "yellow"), ("Nyt lånekort", "red"),
    ]  # fmt: skip
