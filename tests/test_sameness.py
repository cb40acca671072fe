from typing import Any

import pytest

from medcom_extract.document import Location
from medcom_extract.report import (
    Account,
    Heading,
    Project,
    Report,
    ReportSource,
    ReportWarning,
    Risk,
    Section,
    Status,
)
from medcom_extract.sameness import differences


def make_project(name: str, *risks: str, light: str = "green", **status: Any) -> Project:
    return Project(
        key=name.lower(),
        name=name,
        status=Status(light=light, **status),
        risks=tuple(Risk(text=risk) for risk in risks),
    )


def make_report(*projects: Project, name: str = "a.docx", **fields: Any) -> Report:
    source = ReportSource(name=name, media_type="x", sha256=name)
    return Report(source=source, sections=(Section(name="Beskeder", projects=projects),), **fields)


def lines(one: Report, other: Report) -> list[str]:
    return [str(each) for each in differences(one, other)]


def test_how_a_report_was_read_makes_no_difference() -> None:
    word = make_report(
        make_project("FHIR", "Tid", color="#00b050", evidence="image"),
        headings=(Heading(text="Bilag", level=2),),
        account=Account(body=5, placed=5, unassigned=0, furniture=0),
    )
    pdf = make_report(
        make_project(
            "FHIR",
            "Tid",
            color="#92d050",
            evidence="text",
            confidence=0.8,
            text="grøn",
            locations=(Location(page=1),),
        ),
        name="a.pdf",
        headings=(Heading(text="Bilag"),),
        account=Account(body=5, placed=5, unassigned=0, furniture=12),
        warnings=(ReportWarning(code="x", message="y"),),
    )

    assert [] == differences(word, pdf)


FHIR = make_project("FHIR", "Tid", "Penge")
SOR = make_project("SOR")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (
            make_report(make_project("FHIR", "Tid", "Penge", light="red"), SOR),
            ["sections[Beskeder].projects[fhir].status.light: 'green' | 'red'"],
        ),
        (
            make_report(make_project("FHIR", "Tid", "Pengene"), SOR),
            ["sections[Beskeder].projects[fhir].risks[2].text: 'Penge' | 'Pengene'"],
        ),
        (
            make_report(make_project("FHIR", "Penge"), SOR),
            ["sections[Beskeder].projects[fhir].risks[1]: 'Tid' | nothing"],
        ),
        (
            make_report(make_project("FHIR", "Tid", "Folk", "Penge"), SOR),
            ["sections[Beskeder].projects[fhir].risks[2]: nothing | 'Folk'"],
        ),
        (make_report(FHIR), ["sections[Beskeder].projects[sor]: 'sor' | nothing"]),
        (
            make_report(SOR, FHIR),
            ["sections[Beskeder].projects (order): ['fhir', 'sor'] | ['sor', 'fhir']"],
        ),
        (make_report(FHIR, SOR, title="T"), ["title: nothing | 'T'"]),
    ],
)
def test_a_difference_is_named_by_its_place(other: Report, expected: list[str]) -> None:
    assert expected == lines(make_report(FHIR, SOR), other)


def test_equal_items_are_paired_one_to_one() -> None:
    one = make_report(make_project("FHIR", "Tid", "Tid"))
    other = make_report(make_project("FHIR", "Tid", "Tid", "Tid"))

    assert ["sections[Beskeder].projects[fhir].risks[3]: nothing | 'Tid'"] == lines(one, other)
    assert [] == lines(one, one)
