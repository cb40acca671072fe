"""Of the projects that have ended only those are weighed that a new one can be."""

import pytest
from pair_building import load_pair
from small_reports import Row, make_report

from medcom_extract.comparison.aliases import Aliases
from medcom_extract.comparison.linking import word_item
from medcom_extract.comparison.matching import match_projects
from medcom_extract.comparison.portraits import Portrait, items_of, paint
from medcom_extract.comparison.returning import Absentees
from medcom_extract.comparison.weighing import Rarity


def weigh_all(*sides: list[Portrait]) -> Rarity:
    return Rarity(
        word_item(item) for side in sides for each in side for item in items_of(each.project)
    )


def keep(portraits: list[Portrait]) -> Absentees:
    absent = Absentees()
    for number, portrait in enumerate(portraits):
        absent.put(number, portrait)
    return absent


@pytest.mark.parametrize("name", ["tuned", "aside", "fresh"])
def test_none_that_would_be_matched_is_left_out(name: str) -> None:
    before, after = (paint(report) for report in load_pair(name)[:2])
    rarity = weigh_all(before, after)
    absent = keep(before)
    linked = {
        (i, j)
        for i, one in enumerate(before)
        for j, other in enumerate(after)
        if match_projects([one], [other], rarity, Aliases())
    }
    likely = {(i, j) for j, other in enumerate(after) for i in absent.find_likely(other, rarity)}

    assert len(linked) >= 6
    assert linked <= likely


def test_a_name_an_abbreviation_or_rare_words_make_a_project_likely() -> None:
    texts = ["Sygeplejerskerne måler iltmætning med apparater, som ikke er kalibreret."]
    before = paint(
        make_report(
            Row("Hjemmemåling for borgere", upcoming=["Pilot begynder."]),
            Row("Korrespondancemeddelelse"),
            Row("Iltmåling", risks=texts),
            Row("Arkivering", risks=["Serveren er fuld."]),
        )
    )
    after = paint(
        make_report(
            Row("Hjemmemåling hos borgere"),
            Row("KM i drift"),
            Row("KOL-projektet", risks=texts),
        )
    )
    rarity = weigh_all(before, after)
    absent = keep(before)

    assert [absent.find_likely(each, rarity) for each in after] == [{0}, {1}, {2}]


def test_a_project_that_came_back_is_no_longer_absent() -> None:
    portraits = paint(make_report(Row("Sårpleje", risks=["Billederne er slørede."])))
    absent = keep(portraits)

    absent.take(0)

    assert absent.find_likely(portraits[0], weigh_all(portraits)) == set()
    assert list(absent) == []
