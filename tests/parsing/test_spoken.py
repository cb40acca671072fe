"""A light said in words behind a project's name."""

import pytest
from parsing_builders import GREEN, RED, heading, para, report_of, title

from medcom_extract.document import Paragraph, Run
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.parsing.spoken import name_before_light, spoken_light
from medcom_extract.vocabulary import load_vocabulary

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deling af sårfotos (grøn)", "Deling af sårfotos"),
        ("Deling af sårfotos [rød]", "Deling af sårfotos"),
        ("Deling af sårfotos – gult lys", "Deling af sårfotos"),
        ("Deling af sårfotos: status gul", "Deling af sårfotos"),
        ("Vaccine mod gul feber", "Vaccine mod gul feber"),
        ("Stuegang – Rød stue", "Stuegang – Rød stue"),
        ("Deling af sårfotos (grønne områder)", "Deling af sårfotos (grønne områder)"),
        ("Plan (A)", "Plan (A)"),
        ("Rød", "Rød"),
    ],
)
def test_a_colour_behind_the_name_is_no_part_of_it(text: str, name: str) -> None:
    assert name_before_light(piece_of(para(text)), WORDS) == name


@pytest.mark.parametrize(
    ("name", "word", "color", "told"),
    [
        ("Deling af sårfotos ", "Grøn", GREEN, True),
        ("Deling af sårfotos ", "rødt lys", RED, True),
        ("Deling af sårfotos ", "Grøn", None, False),
        ("Deling af sårfotos ", "Grøn", RED, False),
        ("Deling af sårfotos ", "stort", GREEN, False),
    ],
)
def test_a_last_word_in_its_own_colour_is_a_light(
    name: str, word: str, color: str | None, told: bool
) -> None:
    piece = piece_of(Paragraph((Run(name), Run(word, color=color))))

    assert spoken_light(piece, WORDS) == (len(name) if told else None)


def test_headings_with_the_light_in_words_are_projects() -> None:
    def named(name: str, word: str, color: str) -> Paragraph:
        return Paragraph((Run(name), Run(word, color=color)), role="heading", level=2)

    report = report_of(
        title("Statusrapport"), heading("Hjemmet"),
        named("Sårjournal ", "Grøn", GREEN), para("**Risici**"), para("Prisen stiger."),
        named("Telekol ", "Rød", RED), para("**Risici**"), para("Ingen ejer."),
    )  # fmt: skip

    lights = [(p.name, p.status.light, p.status.evidence) for p in report.projects]
    assert lights == [("Sårjournal", "green", "text"), ("Telekol", "red", "text")]
