"""Two lights in one place: today's and the one from last time."""

import pytest
from parsing_builders import Content, disc, document, para, report_of, table, title

from medcom_extract.document import Location, Mark
from medcom_extract.parsing.grid import Grids
from medcom_extract.parsing.pairs import told_order
from medcom_extract.report import Project
from medcom_extract.vocabulary import load_vocabulary

GREEN, YELLOW = disc("green"), disc("yellow")


def order(*blocks: Content) -> tuple[str, str] | None:
    return told_order(document(*blocks), load_vocabulary(), Grids())


def project(*status: Content, header: str = "Status", line: str = "Orientering") -> Project:
    rows = table(["Projekt", header, "Risici"], ["Kort", status, "Prisen stiger."])
    return report_of(title("Projektstatus"), line, rows).projects[0]


def lights(found: Project) -> tuple[str, dict[str, str]]:
    return found.status.light, {aspect.name: aspect.light for aspect in found.aspects}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Sidst → nu", ("second", "Sidst")),
        ("Nu (før)", ("first", "Før")),
        ("Status sidst/nu", ("second", "Sidst")),
        ("Last -> now", ("second", "Last")),
        ("Sidst", None),
        ("Status nu", None),
        ("Resultater sidst → nu", None),
    ],
)
def test_a_header_tells_the_order(header: str, expected: tuple[str, str] | None) -> None:
    assert order(table(["Projekt", header], ["Kort", ""])) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Cirklens venstre halvdel viser status ved sidste møde, og højre halvdel viser status nu.",
         ("second", "Sidste møde")),
        ("Status er vist for nu (øverst) og for sidste møde (nederst).", ("first", "Sidste møde")),
        ("The left light is the last meeting, the right one is now.", ("second", "Last meeting")),
        ("Navnet står til venstre og status nu til højre.", None),
        ("Sidste møde sad Hanne til højre, ikke til venstre, og det får vi nu.", None),
    ],
)  # fmt: skip
def test_a_sentence_tells_the_order(sentence: str, expected: tuple[str, str] | None) -> None:
    assert order(sentence) == expected


def test_today_s_light_is_the_status_and_the_former_one_stands_beside_it() -> None:
    assert lights(project(YELLOW, GREEN, header="Sidst → nu")) == ("green", {"Sidst": "yellow"})
    assert lights(project(YELLOW, GREEN, header="Nu (sidst)")) == ("yellow", {"Sidst": "green"})


def test_the_side_of_a_mark_counts_not_its_order_in_the_file() -> None:
    right, left = (
        Mark(m.kind, m.palette, locations=(Location(1, (x, 10.0, x + 8, 18.0)),))
        for m, x in ((GREEN, 60.0), (YELLOW, 40.0))
    )

    assert lights(project(right, left, header="Sidst → nu"))[0] == "green"


def test_an_arrow_from_one_light_to_another_points_to_today_s() -> None:
    assert lights(project(YELLOW, GREEN, para("→")))[0] == "green"
    assert lights(project(para("🟡 → 🟢")))[0] == "green"
    assert lights(project(para("Gul → grøn")))[0] == "green"


def test_an_arrow_beside_lights_is_their_trend() -> None:
    assert lights(project(para("🟡 🟢 →")))[0] == "yellow"
    assert lights(project(YELLOW, para("→"))) == ("yellow", {})


def test_two_lights_of_no_known_order_are_warned_of() -> None:
    found = report_of(
        title("Projektstatus"),
        table(["Projekt", "Status", "Risici"], ["Kort", (YELLOW, GREEN), "Prisen stiger."]),
    )

    assert lights(found.projects[0]) == ("yellow", {"Status": "green"})
    assert "several-statuses" in [warning.code for warning in found.warnings]
