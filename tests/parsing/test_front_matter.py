"""Legends, figures, links, and what fits nowhere."""

from collections.abc import Iterable

import pytest
from parsing_builders import (
    Content,
    cell,
    disc,
    document,
    heading,
    lamp,
    para,
    report_of,
    shading,
    table,
    title,
)

from medcom_extract.document import Mark, Paragraph, Picture, Run
from medcom_extract.errors import NotAStatusReport
from medcom_extract.parsing import parse
from medcom_extract.report import Legend

TABLE = table(["Projekt", "Status", "Risici"], ["Kort", disc("green"), "Prisen stiger."])
CHART = Picture(Mark("image", (), width=300.0, height=200.0))


def lights(legend: Iterable[Legend]) -> list[tuple[str, str]]:
    return [(entry.light, entry.text) for entry in legend]


WANTED = [
    ("green", "Projektet følger planen"),
    ("yellow", "Projektet har problemer"),
    ("red", "Projektet er i fare"),
]


def test_a_table_of_colours_and_meanings_is_a_legend() -> None:
    legend = table(
        ["Farve", "Betydning"],
        [lamp("green"), "Projektet følger planen"],
        [lamp("yellow"), "Projektet har problemer"],
        [lamp("red"), "Projektet er i fare"],
    )
    report = report_of(
        title("Projektstatus"), heading("Deling", 2), TABLE, heading("Trafiklys", 2), legend
    )

    assert lights(report.legend) == WANTED
    assert [p.name for p in report.projects] == ["Kort"]


def test_a_grey_ground_is_a_light_that_the_legend_explains() -> None:
    legend = table(
        [cell(shading("green")), "Som planlagt"], [cell(shading("red")), "Kritisk"],
        [cell(shading("#2e75b6")), "Afsluttet"], [cell(shading("#a6a6a6")), "Ikke igangsat"],
    )  # fmt: skip
    report = report_of(
        title("Projektstatus"), legend, heading("Deling", 2),
        table(
            ["Projekt", "Status", "Risici"],
            ["Kort", cell(shading("green")), "Ingen vil."],
            ["Blanket", cell(shading("red")), "Kun få vil."],
            ["Kalender", cell(shading("#a6a6a6")), "Kun få kan."],
        ),
    )  # fmt: skip

    assert lights(report.legend)[2:] == [("blue", "Afsluttet"), ("grey", "Ikke igangsat")]
    assert [p.status.light for p in report.projects] == ["green", "red", "grey"]


def test_lines_under_a_heading_are_a_legend() -> None:
    report = report_of(
        title("Projektstatus"),
        heading("Signaturforklaring", 2),
        Paragraph((Run("● ", color="#00b050"), Run("Projektet følger planen"))),
        Paragraph((Run("● ", color="#ffc000"), Run("Projektet har problemer"))),
        Paragraph((Run("● ", color="#ff0000"), Run("Projektet er i fare"))),
        heading("Deling", 2),
        TABLE,
    )

    assert lights(report.legend) == WANTED
    assert [h.text for h in report.headings] == ["Signaturforklaring"]


def test_one_line_may_explain_all_colours() -> None:
    line = (
        "Grøn = Projektet følger planen, gul = Projektet har problemer, rød = Projektet er i fare"
    )
    report = report_of(title("Projektstatus"), line, heading("Deling", 2), TABLE)

    assert lights(report.legend) == WANTED


def test_captions_over_pictures_in_a_layout_table_are_figures() -> None:
    charts = table(
        ["**Breve pr. måned 2011-2021**", "**Opslag pr. uge 2020**"], [[CHART], [CHART]],
        ["**Videomøder**", ""], [[CHART], ""],
    )  # fmt: skip
    report = report_of(
        title("Projektstatus"), heading("Deling", 2), TABLE, heading("Tal", 2), charts
    )

    assert [f.caption for f in report.figures] == [
        "Breve pr. måned 2011-2021", "Opslag pr. uge 2020", "Videomøder",
    ]  # fmt: skip
    years = report.figures[0].years
    assert years is not None
    assert (years.start, years.end) == (2011, 2021)
    assert [h.text for h in report.headings] == ["Tal"]


@pytest.mark.parametrize("below", [True, False])
def test_captions_in_the_flow_pair_with_pictures(below: bool) -> None:
    one, two = para("Figur 1: Breve", role="caption"), para("Figur 2: Opslag", role="caption")
    pairs: list[Content] = [CHART, one, CHART, two] if below else [one, CHART, two, CHART]
    report = report_of(
        title("Projektstatus"), heading("Deling", 2), TABLE, heading("Tal", 2), *pairs
    )

    assert [f.caption for f in report.figures] == ["Figur 1: Breve", "Figur 2: Opslag"]


def test_short_bold_lines_over_pictures_are_captions() -> None:
    report = report_of(
        title("Projektstatus"), heading("Deling", 2), TABLE, heading("Tal", 2),
        para("Breve pr. måned", bold=True), para("Opslag pr. måned", bold=True), CHART, CHART,
    )  # fmt: skip

    assert [f.caption for f in report.figures] == ["Breve pr. måned", "Opslag pr. måned"]


def test_plain_lines_below_pictures_are_captions_under_a_heading_over_them_all() -> None:
    report = report_of(
        title("Projektstatus"), heading("Deling", 2), TABLE, para("Tal", bold=True, size=14),
        CHART, para("Breve pr. måned", size=9), CHART, para("Opslag pr. måned", size=9),
        para("Alt er talt op i maj.", size=9),
    )  # fmt: skip

    assert [f.caption for f in report.figures] == ["Breve pr. måned", "Opslag pr. måned"]
    assert [h.text for h in report.headings] == ["Tal"]


def test_a_heading_of_its_own_below_a_caption_is_no_caption() -> None:
    report = report_of(
        title("Projektstatus"), heading("Deling", 2), TABLE, para("Tal", bold=True, size=14),
        CHART, para("Breve pr. måned", bold=True, size=9),
        para("Kontakt os", bold=True, size=14), para("Skriv til os om tallene.", size=10),
    )  # fmt: skip

    assert [f.caption for f in report.figures] == ["Breve pr. måned"]
    assert [h.text for h in report.headings] == ["Tal", "Kontakt os"]


def test_links_come_from_targets_and_from_text() -> None:
    linked = Paragraph(
        (Run("Se "), Run("pla", href="https://a.dk/p"), Run("nen", href="https://a.dk/p"))
    )
    report = report_of(title("Projektstatus"), linked, "Læs på https://b.dk/x, og www.c.dk.", TABLE)

    assert [(link.text, link.url) for link in report.links] == [
        ("planen", "https://a.dk/p"), ("https://b.dk/x", "https://b.dk/x"),
        ("www.c.dk", "https://www.c.dk"),
    ]  # fmt: skip


def test_a_table_that_is_not_understood_is_unassigned_with_a_warning() -> None:
    history = table(
        ["Version", "Initialer", "Ændring i tekst"],
        ["0.1", "MH", "Første udkast"],
        ["0.2", "OL", "Rettet"],
    )
    report = report_of(title("Projektstatus"), history, heading("Deling", 2), TABLE)

    assert "Første udkast" in [passage.text for passage in report.unassigned]
    assert "table-not-understood" in [w.code for w in report.warnings]


@pytest.mark.parametrize(
    "blocks",
    [
        ("Referat af mødet", "Projektet blev drøftet."),
        (
            title("Testprotokol"),
            table(["Teststep", "Forventet", "Vurdering"], ["Send", "Modtaget", disc("green")]),
        ),
        (title("Dagsorden"), table(["Punkt", "Ansvarlig"], ["Status", "Mette"])),
    ],
)  # fmt: skip
def test_other_documents_are_refused_with_what_was_found(blocks: tuple[Content, ...]) -> None:
    with pytest.raises(NotAStatusReport) as refused:
        parse(document(*blocks))

    assert "no table with a column for the project" in str(refused.value)
    assert refused.value.file == "test.docx"


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(NotAStatusReport):
        parse(document(table([cell()])))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Statusordene betyder: På ret kurs = grøn, Pas på = gul, I fare = rød.",
         ("På ret kurs", "Pas på", "I fare")),
        ("Grøn betyder, at alt er godt. Gul betyder uro. Rød betyder fare.",
         ("Alt er godt", "uro", "Fare")),
        ("1 = grøn, 2 = gul, 3 = rød", ("1", "2", "3")),
    ],
)  # fmt: skip
def test_words_that_the_legend_explains_are_lights(line: str, words: tuple[str, ...]) -> None:
    rows = [[f"Kort {word}", word, "**Risici:** Prisen stiger."] for word in words]
    report = report_of(
        title("Projektstatus"), line, table(["Projekt", "Status", "Bemærkninger"], *rows)
    )

    assert [p.status.light for p in report.projects] == ["green", "yellow", "red"]
    assert [entry.light for entry in report.legend] == ["green", "yellow", "red"]


def test_a_legend_in_one_line_of_signs_leaves_the_arrows_out() -> None:
    signs = (Run("●", color="#00b050"), Run("●", color="#ff0000"))
    line = Paragraph((signs[0], Run(" Godt  "), signs[1], Run(" Skidt  ↗ bedre")))
    report = report_of(title("Projektstatus"), line, heading("Deling", 2), TABLE)

    assert lights(report.legend) == [("green", "Godt"), ("red", "Skidt")]


def test_plain_lines_over_pictures_after_the_projects_are_captions() -> None:
    report = report_of(
        title("Projektstatus"), heading("Deling", 2), TABLE,
        heading("Tal", 2),
        "Antal kort pr. måned 2010-2016", CHART, "Antal breve pr. måned 2012-2016", CHART,
    )  # fmt: skip

    assert [figure.caption for figure in report.figures] == [
        "Antal kort pr. måned 2010-2016", "Antal breve pr. måned 2012-2016"
    ]  # fmt: skip


def test_a_topic_set_like_a_section_ends_the_last_project() -> None:
    def project(name: str) -> list[Content]:
        return [
            para(name, bold=True, size=10, marks=(disc("green"),)),
            para("Risici", bold=True, size=8.5), para(f"{name} er dyr i drift", size=8.5),
        ]  # fmt: skip

    report = report_of(
        title("Projektstatus"), para("Deling", bold=True, size=12.5),
        *project("Kort"), *project("Blanket"),
        para("Bilag", bold=True, size=12.5), CHART, para("Antal svar 2008-2012", size=8.5),
    )  # fmt: skip

    assert [figure.caption for figure in report.figures] == ["Antal svar 2008-2012"]
    assert [h.text for h in report.headings] == ["Bilag"]
    assert [risk.text for risk in report.projects[1].risks] == ["Blanket er dyr i drift"]
