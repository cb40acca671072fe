"""The field that the words of an unknown label speak for."""

import pytest

from medcom_extract.vocabulary import LabelKind, load_vocabulary


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Det bekymrer os", "risk"),
        ("Risici og tiltag i dag", "risk"),
        ("Tiltag mod disse risici", "mitigation"),
        ("Hvad er der lavet siden mødet", "achieved"),
        ("Det skal vi nu", "upcoming"),
        ("Resultater, vi forventer", "upcoming"),
        ("Gode resultater fra os", "achieved"),
        ("Siden sidst og frem til næste gang", "plan"),
        ("Aktiviteter hos os", "plan"),
        ("Fra værkstedet", None),
    ],
)
def test_stems_tell_the_field(text: str, kind: LabelKind | None) -> None:
    assert load_vocabulary().guess_label(text) == kind
