"""The built-in wordings."""

import pytest

from medcom_extract.vocabulary import load_vocabulary

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Største risiko", "risk"), ("Den største risiko i projektet", "risk"),
        ("Væsentligste risici:", "risk"), ("Top-risici", "risk"), ("Aktuelle risici", "risk"),
        ("RISICI", "risk"), ("De ti største risici", "risk"), ("Top 3 risici", "risk"),
        ("Risici/udfordringer", "risk"), ("Væsentligste problem", "risk"), ("Key risks", "risk"),
        ("The biggest risk in the project", "risk"), ("Risiko 2", "risk"),
        ("Hvad bremser indsatsen?", "risk"), ("Hvad kan forsinke projektet?", "risk"),
        ("Det, der bekymrer os", "risk"),
        ("What worries us?", "risk"), ("Største milepæl det næste kvartal", "upcoming"),
        ("Den vigtigste milepæl nået siden sidst", "achieved"), ("Opnåede milepæle", "achieved"),
        ("Resultater i perioden", "achieved"), ("Nået siden sidst.", "achieved"),
        ("Gennemført siden sidst", "achieved"), ("Siden sidst", "achieved"),
        ("Milestones reached", "achieved"), ("Opnået", "achieved"),
        ("Hvad er der sket siden sidst?", "achieved"), ("Seneste milepæl", "achieved"),
        ("Den største milepæl nået siden sidste statusmøde", "achieved"),
        ("Næste milepæl", "upcoming"), ("Næste skridt", "upcoming"),
        ("Næste store milepæl", "upcoming"),
        ("Kommende aktiviteter", "upcoming"), ("De næste tre måneder", "upcoming"),
        ("Den største kommende milepæl", "upcoming"), ("Det næste halve år", "upcoming"),
        ("Milepæl i nærmeste fremtid", "upcoming"), ("Next steps", "upcoming"),
        ("Plan for næste periode", "upcoming"), ("Aktiviteter i næste kvartal", "upcoming"),
        ("Mitigerende handlinger", "mitigation"), ("Tiltag", "mitigation"),
        ("Milepæle", "plan"), ("Milepælsplan", "plan"),
        ("Bemærkninger", "remark"), ("Bemærk især", "remark"),
    ],
)  # fmt: skip
def test_wordings_of_labels(text: str, kind: str) -> None:
    assert WORDS.label(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Der er risiko for at tidsplanen skrider", "Risikoen er indtruffet", "Milepælen er nået",
        "Den største risiko er, at ingen bruger løsningen", "Næste møde er i juni",
        "Forsinket", "Mangel på udviklere", "Kommunerne mangler tid", "Status er god", "",
        "Testen er opnået", "Det forsinker projektet.", "Det kan forsinke projektet",
    ],
)  # fmt: skip
def test_sentences_are_no_labels(text: str) -> None:
    assert not WORDS.is_label(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Projekt", "project"), ("Pejlemærke", "project"), ("Projekt/aktivitet", "project"),
        ("Trafiklys", "status"), ("Samlet status", "status"), ("Status (trafiklys)", "status"),
        ("RAG", "status"), ("Tidsplan", "aspect"), ("Ikke-økonomiske gevinster", "aspect"),
        ("Sandsynlighed", "likelihood"), ("Konsekvens", "impact"), ("Risikotal", "score"),
        ("Bemærk især", "remarks"), ("Siden sidst", "achieved"), ("Næste skridt", "upcoming"),
        ("Risici", "risks"), ("Milepæle", "milestones"), ("Programområde", "section"),
        ("Nr.", "number"),
    ],
)  # fmt: skip
def test_roles_of_columns(text: str, role: str) -> None:
    assert role in WORDS.column_roles(text)


@pytest.mark.parametrize(
    ("text", "rating"),
    [("Lav", "low"), ("middel", "medium"), ("Mellem", "medium"), ("HØJ", "high"), ("1", "low"),
     ("2", "low"), ("3", "medium"), ("4", "high"), ("5", "high"), ("Meget høj", "high"),
     ("x", None)],
)  # fmt: skip
def test_ratings(text: str, rating: str | None) -> None:
    assert WORDS.rating(text) == rating


@pytest.mark.parametrize(
    ("text", "status"),
    [("Opnået", "achieved"), ("Forsinket", "delayed"), ("Planlagt", "planned"),
     ("Annulleret", "cancelled"), ("I gang", "planned"), ("Ikke nået", "delayed"), ("?", None)],
)  # fmt: skip
def test_states_of_milestones(text: str, status: str | None) -> None:
    assert WORDS.milestone_status(text) == status


def test_phrases_for_headers_are_plain_and_known() -> None:
    phrases = WORDS.column_phrases()

    assert {"projekt", "trafiklys", "bemærk især", "risici", "næste skridt", "opnået"} <= phrases
    assert all(phrase == " ".join(phrase.casefold().split()) for phrase in phrases)
    assert all(WORDS.is_label(phrase) for phrase in ("risici", "næste skridt", "opnåede milepæle"))
    assert {"risici", "næste skridt", "opnåede milepæle"} <= WORDS.label_phrases()
