"""Reading the light of a status cell."""

import pytest
from parsing_builders import disc, shading

from medcom_extract.document import Mark, Paragraph, Patch, Run
from medcom_extract.parsing.hues import name_colour
from medcom_extract.parsing.lights import Light, read_light
from medcom_extract.parsing.pieces import piece_of
from medcom_extract.vocabulary import load_vocabulary

WORDS = load_vocabulary()


def light_of(
    *marks: Mark, text: str = "", color: str | None = None, background: frozenset[str] = frozenset()
) -> Light:
    pieces = [piece_of(Paragraph((Run(text, color=color),)))] if text else []
    return read_light(marks, pieces, WORDS, background=background)


def image(*patches: Patch, **fields: str) -> Mark:
    return Mark("image", patches, width=20, height=50, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("#ff0000", "red"), ("#c00000", "red"), ("#ffc7ce", "red"), ("#dc143c", "red"),
        ("#ffc000", "yellow"), ("#ffff00", "yellow"), ("#ed7d31", "yellow"), ("#ffeb9c", "yellow"),
        ("#e97132", "yellow"), ("#7f6000", "yellow"),
        ("#00b050", "green"), ("#92c800", "green"), ("#92d050", "green"), ("#c6efce", "green"),
        ("#70ad47", "green"), ("#006100", "green"), ("#e2efda", "green"),
        ("#0070c0", "blue"), ("#00b0f0", "blue"), ("#7030a0", "purple"),
        ("#808080", "grey"), ("#ffffff", "white"), ("#000000", "black"), ("#10253a", "black"),
    ],
)  # fmt: skip
def test_colours_get_the_name_a_person_gives_them(code: str, name: str) -> None:
    assert name_colour(code, WORDS) == name


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("Rød", "red"), ("Gul", "yellow"), ("grønt", "green"), ("Grønt lys", "green"),
        ("G", "green"),
        ("Amber", "yellow"), ("Status: gul", "yellow"), ("Blå", "blue"), ("grå", "grey"),
        ("Gul, men på vej mod plan i august", "yellow"), ("Ikke vurderet", "none"), ("-", "none"),
        ("–", "none"), ("Ingen farve", "none"), ("", "none"), ("Orange", "yellow"),
        ("rødt trafiklys", "red"),
        ("🟢", "green"), ("🟠", "yellow"), ("🔴", "red"), ("⚪", "white"), ("✅", "green"),
        ("❌", "red"),
        ("☺", "green"), ("😐", "yellow"), ("☹", "red"),
        ("Projektet er rødglødende", "none"),
    ],
)  # fmt: skip
def test_words_and_signs_say_a_colour(text: str, light: str) -> None:
    assert light_of(text=text).status.light == light


@pytest.mark.parametrize("sign", ["●", "⬤", "■", "▲", "☺", "☹", "✔"])
def test_a_coloured_sign_has_the_colour_of_its_run(sign: str) -> None:
    status = light_of(text=sign, color="#ff0000").status

    assert (status.light, status.evidence, status.color) == ("red", "glyph", "#ff0000")


def test_a_glossy_disc_has_the_colour_of_its_largest_vivid_patch() -> None:
    disc = image(
        Patch("#009a44", 0.6), Patch("#bfe8cf", 0.2), Patch("#ffffff", 0.1), Patch("#005525", 0.1)
    )

    status = light_of(disc).status
    assert (status.light, status.color, status.evidence) == ("green", "#009a44", "image")
    assert status.confidence > 0.9


@pytest.mark.parametrize(
    ("lamps", "light"),
    [
        (("#ff0000", "#4d4d00", "#003d00"), "red"),
        (("#4d0000", "#ffd000", "#003d00"), "yellow"),
        (("#4d0000", "#4d4000", "#00b050"), "green"),
        (("#7a1f1f", "#7a6a1f", "#00c853"), "green"),
        (("#ffcccc", "#fff2cc", "#00b050"), "green"),
        (("#808080", "#ffc000", "#808080"), "yellow"),
    ],
)
def test_of_a_traffic_light_the_lit_lamp_counts(lamps: tuple[str, str, str], light: str) -> None:
    patches = [Patch(code, 0.2, 0.5, y) for code, y in zip(lamps, (0.2, 0.5, 0.8), strict=True)]

    assert light_of(image(Patch("#222222", 0.4), *patches)).status.light == light


@pytest.mark.parametrize(
    ("patches", "light"),
    [
        ((("#223b26", 0.78), ("#d6282e", 0.11), ("#494020", 0.11)), "red"),
        ((("#493c1f", 0.85), ("#04974c", 0.15)), "green"),
        ((("#7f0000", 0.9), ("#e08060", 0.06)), "red"),  # a dark disc with a gleam
    ],
)
def test_the_dark_body_of_a_small_traffic_light_is_no_lamp(
    patches: tuple[tuple[str, float], ...], light: str
) -> None:
    assert light_of(image(*(Patch(*patch) for patch in patches))).status.light == light


def test_lamps_drawn_one_by_one_are_one_light() -> None:
    lamps = [Mark("shape", (Patch(code),)) for code in ("#400000", "#4d4000", "#00b050")]
    found = light_of(*lamps)

    assert found.status.light == "green"
    assert found.warnings == ()


def test_witnesses_that_agree_raise_the_confidence() -> None:
    alone, both = light_of(disc("red")), light_of(disc("red"), text="Rød")

    assert both.status.confidence > alone.status.confidence
    assert both.status.text == "Rød"


def test_witnesses_that_part_are_warned_of_and_the_mark_decides() -> None:
    found = light_of(disc("red"), text="Grøn")

    assert found.status.light == "red"
    assert found.status.confidence < 0.8
    assert [w.code for w in found.warnings] == ["status-witnesses-disagree"]


def test_alternative_text_helps_where_a_picture_cannot_be_read() -> None:
    status = light_of(image(alt="Gult trafiklys")).status

    assert (status.light, status.evidence) == ("yellow", "alt-text")


def test_two_lights_in_a_cell_are_two_statuses_with_a_warning() -> None:
    found = light_of(disc("red"), disc("green"))

    assert (found.status.light, [other.light for other in found.others]) == ("red", ["green"])
    assert [w.code for w in found.warnings] == ["several-statuses"]


def test_an_arrow_beside_a_light_is_a_trend() -> None:
    arrow = Mark("shape", (Patch("#ff0000"),), outline="upArrow")
    found = light_of(arrow, disc("green"))

    assert found.status.light == "green"
    assert found.others == ()


def test_an_arrow_alone_is_the_light() -> None:
    assert light_of(Mark("shape", (Patch("#ff0000"),), outline="downArrow")).status.light == "red"


def test_a_mark_that_says_nothing_is_unknown_with_a_warning() -> None:
    found = light_of(image())

    assert found.status.light == "unknown"
    assert [w.code for w in found.warnings] == ["status-not-recognised"]


def test_shading_counts_unless_the_whole_row_has_it() -> None:
    assert light_of(shading("red")).status.evidence == "shading"
    assert light_of(shading("#ddebf7")).status.light == "none"
    striped = frozenset({"#ffc000"})
    assert light_of(shading("#ffc000"), background=striped).status.light == "none"


def test_a_mark_goes_before_the_shading_behind_it() -> None:
    assert light_of(shading("#ddebf7"), disc("green")).status.evidence == "image"


def test_nothing_is_none_without_evidence() -> None:
    status = light_of().status

    assert (status.light, status.evidence, status.confidence) == ("none", None, 1.0)


def test_a_colour_near_a_border_is_warned_of() -> None:
    assert [w.code for w in light_of(disc("#ff5a00")).warnings] == ["colour-near-border"]


@pytest.mark.parametrize(
    ("character", "color", "light"),
    [
        ("J", "#00b050", "green"), ("|", "#ff0000", "red"), ("⑤", "#ffc000", "yellow"),
        ("5", "#ff0000", "none"), ("–", "#ff0000", "none"), ("|", None, "none"),
    ],
)  # fmt: skip
def test_a_coloured_character_alone_is_a_sign_whose_font_was_lost(
    character: str, color: str | None, light: str
) -> None:
    assert light_of(text=character, color=color).status.light == light


def test_the_ticked_box_of_several_says_the_light() -> None:
    assert light_of(text="☐ Grøn ☒ Gul ☐ Rød").status.light == "yellow"
    assert light_of(text="☐ Grøn ☐ Gul ☑ Rød").status.light == "red"


def test_the_filled_one_of_several_discs_says_the_light() -> None:
    runs = (Run("○", color="#ff0000"), Run("●", color="#ffc000"), Run("○", color="#00b050"))
    found = read_light([], [piece_of(Paragraph(runs))], WORDS)

    assert found.status.light == "yellow"
    assert found.warnings == ()
