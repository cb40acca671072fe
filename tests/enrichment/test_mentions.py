import pytest

from medcom_extract.enrichment import enrich
from medcom_extract.report import Milestone, Project, Report, ReportSource, Risk, Section, Status


@pytest.fixture(scope="module")
def report() -> Report:
    project = Project(
        key="proeve",
        name="Prøve",
        status=Status(light="green"),
        risks=(Risk(text="Region Nord og KMD venter på VitaSkærm."),),
        milestones=(Milestone(text="Region Nordjylland er klar.", kind="achieved"),),
    )
    source = ReportSource(
        name="x.docx", media_type="application/x", sha256="0", created="2024-06-04T10:00:00"
    )
    return enrich(Report(source=source, sections=(Section(name="Et", projects=(project,)),)))


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Region Nordjylland", [("risk", "Region Nord"), ("milestone", "Region Nordjylland")]),
        ("region-nordjylland", [("risk", "Region Nord"), ("milestone", "Region Nordjylland")]),
        ("kmd", [("risk", "KMD")]),
        ("vitaskærm", [("risk", "VitaSkærm")]),
        ("Region Sjælland", []),
    ],
)
def test_a_party_is_found_by_any_of_its_names(
    report: Report, name: str, places: list[tuple[str, str]]
) -> None:
    found = report.mentions(name)

    assert [(mention.field, mention.entity.text) for mention in found] == places
    assert {mention.project for mention in found} <= {"proeve"}
