"""Projects are followed through new names and new places, and no further than that."""

from pathlib import Path

import pytest
from small_reports import Row, make_report

from medcom_extract import Comparison, VocabularyError, compare, load_aliases
from medcom_extract.comparison.aliases import Aliases
from medcom_extract.comparison.models import ProjectChange

RISKS = ["Sygeplejerskerne måler iltmætning med apparater, som ikke er kalibreret."]
UPCOMING = ["Hjemmemåling hos 200 borgere med KOL begynder 1. maj 2026."]


def tele(name: str) -> Row:
    return Row(name, risks=RISKS, upcoming=UPCOMING)


def change_of(comparison: Comparison, name: str) -> ProjectChange:
    return next(change for change in comparison.projects if change.name == name)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hjemmemåling for borgere med KOL", "Hjemmemåling til lungepatienter"),
        ("Fælles Stamkort i praksis", "FSK i lægepraksis"),
        ("KM til kommunerne", "Korrespondancemeddelelse til kommuner"),
        ("Ny løsning til borgeres billeder (NLB)", "NLB"),
        ("Modernisering af sygehusadvis", "Advis om sygehusophold"),
    ],
)
def test_a_project_is_followed_through_a_new_name(before: str, after: str) -> None:
    found = compare(
        make_report(tele(before), Row("Arkivering"), month=3),
        make_report(Row("Arkivering"), tele(after)),
    )
    change = change_of(found, after)

    assert (change.change, change.renamed_from) == ("changed", before)
    assert change.key == before.casefold().replace(" ", "-")
    assert change.link is not None
    assert change.link.evidence
    assert 0.5 < change.link.confidence < 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Indberetning af fald", "Elektroniske recepter til tandlæger"),
        ("Pilot i Thisted", "Barsel og orlov"),
        ("Sårpleje", "Lokationsnumre"),
    ],
)
def test_projects_with_nothing_in_common_are_removed_and_added(before: str, after: str) -> None:
    risks, others = ["Sengene flyttes uden besked."], ["Leverandøren opsiger kontrakten."]
    found = compare(
        make_report(Row(before, risks=risks), month=3), make_report(Row(after, risks=others))
    )

    assert {each.name: each.change for each in found.projects} == {
        before: "removed",
        after: "added",
    }


def test_a_name_that_stands_twice_is_told_apart_by_its_section() -> None:
    rows = [Row("Test", section="Almen praksis", light="red"), Row("Test", section="Kommuner")]
    found = compare(make_report(*rows, month=3), make_report(*reversed(rows)))

    assert [each.change for each in found.projects] == ["unchanged", "unchanged"]
    assert [each.moved_from for each in found.projects] == [None, None]


def test_a_project_that_moves_keeps_its_name_and_tells_where_it_was() -> None:
    found = compare(
        make_report(Row("Arkivering", section="Udvikling"), month=3),
        make_report(Row("Arkivering", section="Drift")),
    )

    assert (found.projects[0].moved_from, found.projects[0].section) == ("Udvikling", "Drift")


def test_two_projects_that_become_one_are_told() -> None:
    nord = Row("Screening for tarmkræft", risks=["Prøverne går tabt hos pakkeshoppen."])
    syd = Row(
        "Prøvesvar til borgere",
        risks=[
            "Svarbrevene fra laboratoriet er for svære at læse for borgere, der taler lidt dansk."
        ],
    )
    both = Row("Screening for tarmkræft", risks=nord.risks + syd.risks)
    merged = compare(make_report(nord, syd, month=3), make_report(both))
    split = compare(make_report(both, month=3), make_report(nord, syd))

    assert change_of(merged, both.name).merged_from == (syd.name,)
    assert change_of(merged, syd.name).merged_into == both.name
    assert change_of(split, syd.name).split_from == both.name


def test_the_alias_file_overrules_what_is_found() -> None:
    one = make_report(tele("Hjemmemåling for borgere med KOL"), month=3)
    other = make_report(tele("Hjemmemåling til lungepatienter"))
    names = frozenset({"hjemmemåling for borgere med kol", "hjemmemåling til lungepatienter"})
    apart = compare(one, other, aliases=Aliases(different=(names,)))
    unlike = compare(
        make_report(Row("Sårpleje"), month=3),
        make_report(Row("Lokationsnumre")),
        aliases=Aliases(same=((None, frozenset({"sårpleje", "lokationsnumre"})),)),
    )

    assert {each.change for each in apart.projects} == {"added", "removed"}
    assert unlike.projects[0].renamed_from == "Sårpleje"
    assert unlike.projects[0].link is not None
    assert unlike.projects[0].link.evidence == ("alias file",)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[same]\n", "not valid TOML"),
        ("[[ens]]\nnames = ['a', 'b']", "no such table"),
        ("[[same]]\nnavne = ['a', 'b']", "no such key"),
        ("[[same]]\nnames = ['a', 'A']", "two names"),
        ("[[same]]\nnames = 'a'", "list of texts"),
        ("same = 'a'", "write it as"),
        ("[[same]]\nkey = 7\nnames = ['a', 'b']", "must be a text"),
        ("[[same]]\nnames = ['a', 'b']\n[[different]]\nnames = ['b', 'a']", "both the same"),
    ],
)
def test_an_alias_file_without_meaning_is_refused(
    tmp_path: Path, text: str, complaint: str
) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text(text)

    with pytest.raises(VocabularyError, match=complaint):
        load_aliases(file)
    with pytest.raises(VocabularyError, match="cannot be read"):
        load_aliases(tmp_path / "none.toml")
