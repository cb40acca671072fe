from datetime import date

import pytest

from medcom_extract.danish.entities import find_entities
from medcom_extract.danish.names import ids_of

NAMES = [
    # text, [(the name as written, id)]
    ("Region Sjælland er klar.", [("Region Sjælland", "region-sjaelland")]),
    ("Region Sjællands plan", [("Region Sjælland", "region-sjaelland")]),
    ("Region H og Region Midt", [("Region H", "region-hovedstaden"),
                                 ("Region Midt", "region-midtjylland")]),
    ("regionerne Nordjylland og Syddanmark", [("Nordjylland", "region-nordjylland"),
                                              ("Syddanmark", "region-syddanmark")]),
    ("Der er sol i Midtjylland.", []),
    ("Odense Kommune", [("Odense Kommune", "odense-kommune")]),
    ("Københavns Kommune", [("Københavns Kommune", "kobenhavn-kommune")]),
    ("Ikast-Brande Kommune", [("Ikast-Brande Kommune", "ikast-brande-kommune")]),
    ("Århus og Viborg", [("Århus", "aarhus-kommune"), ("Viborg", "viborg-kommune")]),
    ("Vejen frem er lang.", []),
    ("Skive, Viborg og Vejen", [("Skive", "skive-kommune"), ("Viborg", "viborg-kommune"),
                                ("Vejen", "vejen-kommune")]),
    ("Vejen, Odder og Greve kommuner", [("Vejen", "vejen-kommune"), ("Odder", "odder-kommune"),
                                        ("Greve", "greve-kommune")]),
    ("KL's bestyrelse", [("KL", "kl")]),
    ("SDS og Digst", [("SDS", "sundhedsdatastyrelsen"), ("Digst", "digitaliseringsstyrelsen")]),
    ("KMD Nexus er klar, KMD er ikke.", [("KMD Nexus", "nexus"), ("KMD", "kmd")]),
    ("XMO-klinikker", [("XMO", "xmo")]),
    ("LPS’erne", [("LPS", "lps")]),
    ("FHIR-profilen", [("FHIR", "fhir")]),
    ("et eg og en kmd", []),
    ("Dedalus Sundhed testes, men sundhed er vigtigt. Sundhed først.",
     [("Dedalus Sundhed", "sundhed")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_a_known_name_has_its_id(text: str, names: list[tuple[str, str]]) -> None:
    found = find_entities(text)

    assert [(entity.text, entity.id) for entity in found] == names
    assert all(text[slice(*entity.span)] == entity.text for entity in found)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Driften ligger hos Nordlys Data A/S.", "Nordlys Data A/S", "vendor"),
        ("Kystkontroltilsynet er hørt.", "Kystkontroltilsynet", "organisation"),
        ("Patienter i VitaSkærm ser planen.", "VitaSkærm", "system"),
        ("Data hentes i QRX2.", "QRX2", "system"),
    ],
)
def test_an_unlisted_name_keeps_its_text_and_has_no_id(text: str, name: str, label: str) -> None:
    (found,) = find_entities(text)

    assert (found.text, found.label, found.id) == (name, label, None)


def test_an_ambiguous_abbreviation_gives_all_readings() -> None:
    found = find_entities("Tjenesten ligger hos CIMT.")

    assert {entity.id for entity in found} == {"cimt-ouh", "cimt-region-h"}
    assert len({entity.span for entity in found}) == 1


def test_a_name_before_its_time_is_still_found() -> None:
    (found,) = find_entities("Region Østdanmark overtager aftalen.", on=date(2024, 6, 30))

    assert found.id == "region-ostdanmark"


@pytest.mark.parametrize(
    ("wording", "ids"),
    [
        ("region nord", {"region-nordjylland"}),
        ("region-nordjylland", {"region-nordjylland"}),
        ("DDS", {"dds", "dansk-dermatologisk-selskab"}),
        ("Ukendt Forening", set()),
    ],
)
def test_a_wording_stands_for_its_ids(wording: str, ids: set[str]) -> None:
    assert ids_of(wording) == ids
