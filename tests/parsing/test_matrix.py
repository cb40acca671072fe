"""Every layout with every mark and every way to set a section's title: the same report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

import pytest
from parsing_builders import (
    Content,
    Given,
    assert_nothing_lost,
    bullet,
    cell,
    disc,
    document,
    facts,
    heading,
    para,
    shading,
    table,
    title,
)

from medcom_extract.document import Mark, Paragraph, Run, Table
from medcom_extract.parsing import parse

CODES = {"green": "#00b050", "yellow": "#ffc000", "red": "#c00000"}
WORDS = {"green": "Grøn", "yellow": "Gul", "red": "Rød"}
SIGNS = {"green": "🟢", "yellow": "🟡", "red": "🔴"}


@dataclass(frozen=True)
class Work:
    """A project as a person would write it down."""

    name: str
    light: str
    risks: tuple[str, ...] = ()
    achieved: tuple[str, ...] = ()
    upcoming: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def facts(self) -> dict[str, object]:
        return {
            "light": self.light, "risks": list(self.risks), "achieved": list(self.achieved),
            "upcoming": list(self.upcoming), "remarks": list(self.remarks),
        }  # fmt: skip


SECTIONS: dict[str, tuple[Work, ...]] = {
    "Deling af data": (
        Work(
            "Kort i journalen", "green",
            ("Leverandøren mangler udviklere, og testen kan blive rykket.", "Prisen kan stige"),
            ("Region Nord har taget kortet i brug 3. marts 2027.",),
            ("Region Syd tager kortet i brug i uge 40.", "Kurser for superbrugere"),
        ),
        Work(
            "Fælles kalender for sygehus, kommune og almen praksis (FK2)", "red",
            ("Der er risiko for, at bevillingen ikke rækker. Risikoen er indtruffet.",),
            ("Ingen milepæl nået: udbuddet er gået om.",),
            ("Nyt udbud offentliggøres ultimo maj 2027.",),
        ),
    ),
    "Drift og forvaltning": (
        Work(
            "xMonitor", "yellow",
            ("Resultater fra piloten lader vente på sig.",),
            ("Milepæl 3 er nået, og overvågningen kører.",),
            ("Næste skridt er en aftale med driftsleverandøren.",),
        ),
        Work("Egne målinger", "none", remarks=("Projektet er under afklaring og har intet lys.",)),
    ),
}  # fmt: skip

Lamp = Callable[[str], Sequence[Content]]
MARKS: dict[str, Lamp] = {
    "picture": lambda light: [disc(CODES[light])],
    "picture in the line": lambda light: [Paragraph((), marks=(disc(CODES[light]),))],
    "shading": lambda light: [shading(CODES[light])],
    "glyph": lambda light: [Paragraph((Run("●", color=CODES[light]),))],
    "word": lambda light: [WORDS[light]],
    "emoji": lambda light: [SIGNS[light]],
    "coloured word in shading": lambda light: [shading(CODES[light]), WORDS[light]],
    "alternative text": lambda light: [Mark("image", alt=f"{WORDS[light]}t trafiklys")],
}
HEADINGS: dict[str, Callable[[str], Paragraph]] = {
    "styled": lambda text: heading(text, 1),
    "large": lambda text: para(text, size=15.0),
    "bold": lambda text: para(text, bold=True, size=10.0),
}


def body(text: str, **fields: object) -> Paragraph:
    return para(text, size=10.0, **fields)  # type: ignore[arg-type]


def lamp(work: Work, mark: Lamp) -> list[Content]:
    return list(mark(work.light)) if work.light != "none" else []


def labelled(work: Work, risk: str, achieved: str, upcoming: str) -> list[Content]:
    lines: list[Content] = [body(text) for text in work.remarks]
    for label, texts in ((risk, work.risks), (achieved, work.achieved), (upcoming, work.upcoming)):
        if texts:
            lines += [body(label, bold=True), *(body(text) for text in texts)]
    return lines


def texts(given: Sequence[str]) -> list[Content]:
    return [body(text) for text in given]


def in_remarks(works: Sequence[Work], mark: Lamp) -> list[Content]:
    rows: list[list[Given]] = [
        [w.name, lamp(w, mark), labelled(w, "Største risiko", "Nået siden sidst", "Næste milepæl")]
        for w in works
    ]
    return [table(["Projekt", "Status", "Bemærk især"], *rows)]


def status_last(works: Sequence[Work], mark: Lamp) -> list[Content]:
    rows: list[list[Given]] = [
        [
            str(at),
            w.name,
            labelled(w, "Risici", "Resultater i perioden", "Næste skridt"),
            lamp(w, mark),
        ]
        for at, w in enumerate(works, 1)
    ]
    return [table(["Nr.", "Projektnavn", "Bemærkninger", "Samlet status"], *rows)]


def four_columns(works: Sequence[Work], mark: Lamp) -> list[Content]:
    rows: list[list[Given]] = []
    for w in works:
        if w.remarks:
            wide = cell(*texts(w.remarks), column_span=2)
            rows.append([w.name, lamp(w, mark), wide, None])
            continue
        rest = replace(w, risks=(), remarks=())
        rows.append(
            [w.name, lamp(w, mark), texts(w.risks), labelled(rest, "", "Opnået", "Kommende")]
        )
    return [table(["Projekt", "Trafiklys", "Risici", "Milepæle"], *rows)]


def label_columns(works: Sequence[Work], mark: Lamp) -> list[Content]:
    rows: list[list[Given]] = [
        [
            w.name,
            lamp(w, mark),
            texts(w.achieved),
            texts(w.upcoming),
            texts(w.risks),
            texts(w.remarks),
        ]
        for w in works
    ]
    header = ["Initiativ", "Vurdering", "Siden sidst", "Næste skridt", "Risici", "Kommentar"]
    return [table(header, *rows)]


def cards(works: Sequence[Work], mark: Lamp) -> list[Content]:
    made: list[Content] = []
    for w in works:
        rows: list[list[Given]] = [
            ["Projekt", w.name], ["Status", lamp(w, mark)], ["Projektleder", "Mette Holm"],
        ]  # fmt: skip
        kinds = (("Risici", w.risks), ("Siden sidst", w.achieved), ("Næste skridt", w.upcoming),
                 ("Bemærkninger", w.remarks))  # fmt: skip
        rows += [[label, texts(given)] for label, given in kinds if given]
        made.append(table(*rows))
    return made


def pages(works: Sequence[Work], mark: Lamp) -> list[Content]:
    made: list[Content] = []
    for w in works:
        made += [
            heading(w.name, 2),
            table(["Projektleder", "Mette Holm"], ["Trafiklys", lamp(w, mark)]),
        ]
        made += texts(w.remarks)
        for label, given in (("Risici", w.risks), ("Opnåede milepæle", w.achieved),
                             ("De næste tre måneder", w.upcoming)):  # fmt: skip
            if given:
                made += [heading(label, 3), *(bullet(text) for text in given)]
    return made


def prose(works: Sequence[Work], mark: Lamp) -> list[Content]:
    made: list[Content] = []
    for w in works:
        made.append(heading(w.name, 2))
        if w.light != "none":
            made.append(_status_line(w, mark))
        made += labelled(w, "Største risiko", "Nået siden sidst", "Næste milepæl")
    return made


def _status_line(work: Work, mark: Lamp) -> Paragraph:
    """ "Status: ●" as one paragraph, whatever draws the light."""
    runs: tuple[Run, ...] = (Run("Status: "),)
    marks: tuple[Mark, ...] = ()
    for one in mark(work.light):
        if isinstance(one, str):
            runs += (Run(one),)
        elif isinstance(one, Mark):
            marks += (replace(one, kind="image"),)
        elif isinstance(one, Paragraph):
            runs, marks = runs + one.runs, marks + one.marks
    return Paragraph(runs, marks=marks)


LAYOUTS = {
    "remarks": in_remarks, "status last": status_last, "four columns": four_columns,
    "label columns": label_columns, "cards": cards, "pages": pages, "prose": prose,
}  # fmt: skip
CASES = [
    case for case in product(LAYOUTS, MARKS, HEADINGS)
    # Pages have headings of their own with levels: a bold line is no title above them.
    if case[0] not in ("pages", "prose") or case[2] == "styled"
]  # fmt: skip


@pytest.mark.parametrize(("layout", "mark", "head"), CASES)
def test_layout_mark_and_title_change_nothing(layout: str, mark: str, head: str) -> None:
    blocks: list[Content] = [
        replace(
            title("MedCom14 – projektstatus"), runs=(Run("MedCom14 – projektstatus", size=22.0),)
        ),
        body("Marts 2027"),
        body("Rapporten viser, hvordan det går med projekterne i programmet fra måned til måned."),
    ]
    for name, works in SECTIONS.items():
        blocks += [HEADINGS[head](name), *LAYOUTS[layout](works, MARKS[mark])]
    made = document(*blocks)
    report = parse(made)

    assert_nothing_lost(made, report)
    assert report.title == "MedCom14 – projektstatus"
    assert [(s.name, [p.name for p in s.projects]) for s in report.sections] == [
        (name, [work.name for work in works]) for name, works in SECTIONS.items()
    ]
    assert [facts(p) for p in report.projects] == [w.facts for ws in SECTIONS.values() for w in ws]
    assert len(report.introduction) == 1


def test_sections_as_rows_of_one_table() -> None:
    rows: list[list[Given]] = []
    for name, works in SECTIONS.items():
        inner = in_remarks(works, MARKS["glyph"])[0]
        assert isinstance(inner, Table)
        rows.append([cell(para(name, bold=True), column_span=3), None, None])
        rows += [list(row) for row in inner.rows[1:]]
    report = parse(
        document(title("Projektstatus"), table(["Projekt", "Status", "Bemærk især"], *rows))
    )

    assert [s.name for s in report.sections] == list(SECTIONS)
    assert [facts(p) for p in report.projects] == [w.facts for ws in SECTIONS.values() for w in ws]
