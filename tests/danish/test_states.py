import pytest

from medcom_extract.danish.states import Field, ProjectWords, classify_project, denies_milestone

PROJECTS: list[tuple[Field, str, str]] = [
    ("milestone", "Projektet sættes nu på hold.", "on_hold"),
    ("remark", "Projektet er stillet i bero indtil videre.", "on_hold"),
    ("status", "På hold", "on_hold"),
    ("remark", "Projektet er stadig under afklaring.", "clarification"),
    ("remark", "Indsatsen er endnu ikke sat i gang. Der afventes en afklaring.", "clarification"),
    ("remark", "Projektet er ikke startet endnu.", "clarification"),
    ("milestone", "Projektet er afsluttet og overdraget til drift.", "completed"),
    ("status", "Afsluttet", "completed"),
    ("milestone", "Projektet afsluttes med en rapport i maj.", "active"),
    ("milestone", "Pilotprojektet er afsluttet.", "active"),
    ("risk", "Der er risiko for, at projektet sættes nu på hold.", "active"),
    ("risk", "Manglende midler kan betyde, at projektet sættes nu på hold.", "active"),
    ("remark", "Aftalen er under afklaring.", "active"),
    ("milestone", "Testen er afsluttet.", "active"),
]


@pytest.mark.parametrize(("field", "text", "state"), PROJECTS)
def test_a_project_is_what_its_words_say(field: Field, text: str, state: str) -> None:
    found, cues = classify_project([ProjectWords(text, field)])

    assert found == state
    assert bool(cues) == (state != "active")
    assert all(text[slice(*cue.span)] == cue.text for cue in cues)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ingen milepæle opnået – udbuddet trak ud", True),
        ("Ingen milepæle nået i perioden.", True),
        ("Der er ikke opnået milepæle siden sidst", True),
        ("Milepælen er ikke nået.", True),
        ("Ingen", True),
        ("Intet nyt siden sidst.", True),
        ("-", True),
        ("Ingen fejl i testen, og løsningen er i drift", False),
        ("Testen er bestået. Ingen milepæle er udskudt.", False),
        ("Første milepæl er nået", False),
    ],
)
def test_a_field_may_say_that_nothing_was_reached(text: str, denied: bool) -> None:
    assert denies_milestone(text) is denied
