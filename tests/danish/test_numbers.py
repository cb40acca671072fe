import pytest

from medcom_extract.danish.numbers import find_quantities

FIGURES = [
    # text, value, unit
    ("86 sygehuse er i drift.", 86, "sygehuse"),
    ("Der er sendt 38.500 beskeder.", 38500, "beskeder"),
    ("1.004.300 beskeder", 1004300, "beskeder"),
    ("Prisen er 2.450,5 kr.", 2450.5, "kr."),
    ("Rammen er 3,2 mio. kr. i alt.", 3200000, "kr."),
    ("Rammen er 3,2 millioner kroner.", 3200000, "kroner"),
    ("Der mangler 650 t.kr.", 650000, "kr."),
    ("Bevillingen er på DKK 300.000.", 300000, "DKK"),
    ("Det koster kr. 5.000,- om året.", 5000, "kr."),
    ("4,7 mio. meddelelser i april", 4700000, "meddelelser"),
    ("et budget på 5 mio.", 5000000, None),
    ("48 % har svaret", 48, "%"),
    ("62,5 pct. har svaret", 62.5, "pct."),
    ("80 procent af rammen", 80, "procent"),
    ("1½ kommune er kortlagt", 1.5, "kommune"),
    ("2½ mio. kr.", 2500000, "kr."),
    ("0,4 mio.kr. mangler", 400000, "kr."),
    ("3.5 mio. kr. er afsat", 3500000, "kr."),
    ("62.5 % har svaret", 62.5, "%"),
    ("Kr. 250.000 er overført.", 250000, "Kr."),
    ("Halvanden måned senere", 1.5, "måned"),
    ("En halv million kroner", 500000, "kroner"),
    ("tre en halv uge", 3.5, "uge"),
    ("Fem kommuner deltager.", 5, "kommuner"),
    ("femogtyve praksis", 25, "praksis"),
    ("Kun én kommune mangler.", 1, "kommune"),
    ("10 ugers forsinkelse", 10, "uger"),
    ("Der er 2 mdr. tilbage.", 2, "mdr."),
    ("Pilotdrift i 18 måneder", 18, "måneder"),
    ("2 yderligere regionale leverandører er på vej.", 2, "yderligere regionale leverandører"),
    ("9 regionale og kommunale projektledere", 9, "regionale og kommunale projektledere"),
    ("17 frivillige deltog", 17, "frivillige"),
    ("To erfarne testledere er rejst.", 2, "erfarne testledere"),
    ("Der er to ubesatte stillinger.", 2, "ubesatte stillinger"),
    ("12 uløste sager", 12, "uløste sager"),
    ("2 nyansatte konsulenter begynder.", 2, "nyansatte konsulenter"),
    ("Én elektronisk blanket er klar.", 1, "elektronisk blanket"),
    ("Kun én uddannet superbruger er tilbage.", 1, "uddannet superbruger"),
    ("Ét centralt register er nok.", 1, "centralt register"),
    ("Der kræves mindst ét års erfaring.", 1, "år"),
    ("Testen varer mindst én uge.", 1, "uge"),
    ("Mindst tre kommuner skal være klar.", 3, "kommuner"),
    ("Projektet hviler på én nøgleperson.", 1, "nøgleperson"),
    ("Ét juridisk notat udestår.", 1, "juridisk notat"),
    ("4 gamle servere slukkes.", 4, "gamle servere"),
    ("To sygemeldte testere er tilbage.", 2, "sygemeldte testere"),
    ("Mindst én million opslag ventes.", 1000000, "opslag"),
    ("Point of care: 2.500 målinger", 2500, "målinger"),
    ("Én plejebolig mangler udstyr.", 1, "plejebolig"),
    ("Ét datafelt ændres.", 1, "datafelt"),
    ("Testen er gået godt hos 3 EOJ-leverandører.", 3, "EOJ-leverandører"),
    ("de første 7 jordemødre", 7, "jordemødre"),
    ("The first 2,500 citizens are enrolled.", 2500, "citizens"),
    ("All 38 test cases were passed.", 38, "test cases"),
    ("Equipment has been installed in 9 consultation rooms.", 9, "consultation rooms"),
    ("14 pårørende svarede.", 14, "pårørende"),
    ("The grant is EUR 1.2 million.", 1200000, "EUR"),
]


@pytest.mark.parametrize(("text", "value", "unit"), FIGURES)
def test_a_figure_has_its_value_and_unit(text: str, value: float, unit: str | None) -> None:
    (found,) = find_quantities(text)

    assert (found.value, found.of, found.to, found.unit) == (value, None, None, unit)
    assert text[slice(*found.span)] == found.text


@pytest.mark.parametrize(
    ("text", "value", "whole", "unit"),
    [
        ("4 ud af 6 lægesystemer er klar.", 4, 6, "lægesystemer"),
        ("7 af 12 kommuner", 7, 12, "kommuner"),
        ("61 af landets 98 kommuner", 61, 98, "kommuner"),
        ("3 af leverandørens 5 moduler", 3, 5, "moduler"),
        ("Tre ud af fire systemer understøtter profilen.", 3, 4, "systemer"),
        ("To af de tre leverandører er klar.", 2, 3, "leverandører"),
        ("6 out of the 10 sites are live.", 6, 10, "sites"),
    ],
)
def test_a_part_keeps_its_whole(text: str, value: float, whole: float, unit: str) -> None:
    (found,) = find_quantities(text)

    assert (found.value, found.of, found.unit) == (value, whole, unit)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2-3 leverandører", 2, 3),
        ("6 – 8 uger", 6, 8),
        ("50-60 %", 50, 60),
        ("1.000-1.200 borgere", 1000, 1200),
    ],
)
def test_a_range_keeps_both_ends(text: str, lower: float, upper: float) -> None:
    (found,) = find_quantities(text)

    assert (found.value, found.to) == (lower, upper)


def test_a_unit_that_stands_once_belongs_to_both_figures() -> None:
    found = find_quantities("Tilslutningen er steget fra 40 til 55 kommuner.")

    assert [(one.value, one.unit) for one in found] == [(40, "kommuner"), (55, "kommuner")]


@pytest.mark.parametrize(
    "text",
    [
        "Delleverance 1 er godkendt.",
        "Spor 3 afventer.",
        "Version 3.0 og SDN version 4 er udgivet i uge 36.",
        "MedCom14 begynder i 2026.",
        "I 2024 kommer flere systemer.",
        "Perioden er 2023-2025.",
        "Mødet er den 12. marts kl. 14.30.",
        "8.-10. juli",
        "Se § 25 og bilag 4.",
        "OK26, HL7, R4 og v1.0",
        "under 18-årige",
        "Covid-19 fylder.",
        "Fordelingen er 60/40.",
        "Ring på 70 10 20 30.",
        "De tre leverandører er klar.",
        "Det skete i to tilfælde.",
        "Pumperne svarede forkert ved tre lejligheder.",
        "Alle klynger har bestilt mindst én rapport.",
        "Hver kommune udpeger som minimum ét nyt kontaktpunkt.",
        "Hos én eller flere leverandører.",
        "1. kvartal",
    ],
)
def test_ordinals_labels_dates_and_versions_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [("4 fynske klinikker er med.", "fynske klinikker"), ("3 kliniske forløb", "kliniske forløb")],
)
def test_an_adjective_in_ske_goes_with_its_noun(text: str, unit: str) -> None:
    assert [found.unit for found in find_quantities(text)] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "A meeting to be held.",
        "Ready by 12 May",
        "Klar 15 september",
        "Clinicians may continue to use paper forms.",
        "Differences may lead to misunderstandings.",
    ],
)
def test_english_infinitives_and_months_count_nothing(text: str) -> None:
    assert find_quantities(text) == []


def test_the_language_around_a_text_settles_what_its_few_words_are_in() -> None:
    (found,) = find_quantities("6 document types registered", english=True)

    assert found.unit == "document types"
    assert find_quantities("Handover to operations", english=True) == []
