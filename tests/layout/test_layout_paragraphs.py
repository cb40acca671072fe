"""Lines to paragraphs."""

from dataclasses import replace

import pytest
from page_building import line, lines, shape, word, wrapped

from medcom_extract.layout.bullets import take_bullets
from medcom_extract.layout.lines import Line, lines_of
from medcom_extract.layout.paragraphs import paragraphs_of
from medcom_extract.layout.pitch import Pitch, fits_before, measure_pitch

PITCH = Pitch({10: 1.2})
HYPHENATED = Pitch({10: 1.2}, hyphenated=True)
LIMIT = 200.0
# The first line ends right at the limit, the second 85 points before it.
FULL = "leverancen er blevet udskudt til"
SHORT = "leverancen er i drift"


def texts(found: list[Line], pitch: Pitch = PITCH, limit: float = LIMIT) -> list[str]:
    return [draft.text for draft in paragraphs_of(found, limit, pitch)]


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        (FULL, "efteråret, når testen er slut.", True),  # there was no room for the next word
        (SHORT + ".", "Pilot er slut.", False),  # there was room, and a sentence is over
        (SHORT + " i 4.", "kvartal", True),  # an ordinal goes on
        (SHORT, "Pilot er slut.", False),  # there was room before a capital letter
        (FULL + ".", "Kommunerne er med.", True),  # a sentence is over, but the line is full
        ("leverandører af fødesystemer", "og laboratorier", True),  # a few points short
        ("ingen", "og laboratorier", False),  # far too short, whatever the letters say
        ("ingen leve-", "randører er klar", True),  # a word is broken
    ],
)
def test_a_line_that_ended_early_ends_the_paragraph(above: str, below: str, together: bool) -> None:
    assert len(texts(lines(above, below))) == (1 if together else 2)


def test_room_for_a_word_by_a_hair_is_none_where_white_space_parts_paragraphs() -> None:
    found = lines("leverancen færdigmeldes.", "Derfor")  # together to 199.7

    assert [len(texts(found, limit=limit)) for limit in (200.3, 202.0)] == [1, 2]
    assert len(texts(found, replace(PITCH, gapped=False), limit=200.3)) == 2


def test_a_program_that_breaks_words_would_have_begun_a_long_word_on_the_line_above() -> None:
    found = lines("driften er startet.", "Kommunikationsstandarder følger")

    assert (len(texts(found)), len(texts(found, HYPHENATED))) == (1, 2)


TIGHT = Pitch({10: 1.2}, gapped=False, terse=True)


@pytest.mark.parametrize(
    ("pitch", "below", "together"),
    [
        (TIGHT, "Kommunerne er med.", False),
        (TIGHT, "Derfor er kommunerne med.", True),  # it takes up the sentence before
        (replace(TIGHT, terse=False), "Kommunerne er med.", True),
        (replace(TIGHT, gapped=True), "Kommunerne er med.", True),
    ],
)
def test_where_no_white_space_tells_the_habit_of_the_document_and_the_words_do(
    pitch: Pitch, below: str, together: bool
) -> None:
    drafts = paragraphs_of(lines(FULL + ".", below), LIMIT, pitch)

    assert len(drafts) == (1 if together else 2)
    assert any(draft.doubts for draft in drafts) is not pitch.gapped


@pytest.mark.parametrize(("text", "terse"), [("Det er slut.", True), ("Slut. Nyt. Mere.", False)])
def test_sentences_that_go_on_within_lines_tell_that_paragraphs_are_long(
    text: str, terse: bool
) -> None:
    found = lines(*[text] * 4)

    assert measure_pitch([(found, LIMIT)]).terse is terse


@pytest.mark.parametrize(("above", "gapped"), [(12, False), (20, True)])
def test_where_no_line_tells_the_space_above_labels_does(above: float, gapped: bool) -> None:
    found: list[Line] = []
    y = 100.0
    for _ in range(3):
        found += [line("Risici", y=y, bold=True), *lines(FULL, "efteråret.", y=y + 12)]
        y += 24 + above

    assert measure_pitch([(found, LIMIT)]).gapped is gapped


@pytest.mark.parametrize(("pitch", "together"), [(12, True), (13, True), (16, False)])
def test_a_gap_wider_than_the_pitch_parts_paragraphs(pitch: float, together: bool) -> None:
    found = lines(FULL, "efteråret, når testen er slut.", pitch=pitch)

    assert len(texts(found)) == (1 if together else 2)


@pytest.mark.parametrize(
    ("above", "below", "pitch", "together"),
    [
        (FULL, "efteråret.", 14.5, True),  # shifted by the program at the foot of a page
        (FULL, "efteråret.", 16.0, False),
        (FULL, "Efteråret er langt.", 14.5, False),
        (SHORT, "i år.", 14.5, False),  # there was room for the word
        (FULL + ":", "efteråret.", 14.5, False),
    ],
)
def test_an_open_sentence_of_a_full_line_goes_on_a_little_further_down(
    above: str, below: str, pitch: float, together: bool
) -> None:
    assert len(texts(lines(above, below, pitch=pitch))) == (1 if together else 2)


def test_a_broken_word_goes_on_over_a_wider_gap() -> None:
    assert texts(lines("ingen leve-", "randører", pitch=16)) == ["ingen leve- randører"]


@pytest.mark.parametrize(
    ("look", "together"), [({"bold": True}, False), ({"underline": True}, False), ({}, True)]
)
def test_a_change_of_look_parts_paragraphs(look: dict[str, bool], together: bool) -> None:
    found = [line(FULL, y=100, **look), line("efteråret er slut", y=112)]

    assert len(texts(found)) == (1 if together else 2)


def test_a_change_of_size_parts_paragraphs() -> None:
    assert len(texts([line(FULL, y=100), line("efteråret er slut", y=112, size=8)])) == 2


def test_a_bold_word_at_the_line_end_does_not_change_the_look_of_whole_lines() -> None:
    found = [
        Line(
            [*line("leverancen er blevet ", y=100).words, word("udskudt", 160, 100, bold=True)], 1
        ),
        line("efteråret", y=112, bold=True),
    ]

    assert len(texts(found)) == 1


def test_links_are_underlined_wherever_they_stand() -> None:
    link = line("efteråret er slut", y=112, href="https://example.org", underline=True)
    found = [line(FULL, y=100), link]

    assert len(texts(found)) == 1


def test_each_list_label_begins_a_paragraph_and_its_lines_hang_below_the_text() -> None:
    found = [
        line("• leverancen er blevet udskudt", x=50),
        line("efteråret er slut", x=57.5, y=112),
        line("• budgettet er skredet", x=50, y=124),
        line("efteråret er slut", x=50, y=136),
    ]
    take_bullets(found, [])

    assert texts(found, limit=190) == [
        "leverancen er blevet udskudt efteråret er slut",
        "budgettet er skredet",
        "efteråret er slut",
    ]


@pytest.mark.parametrize(
    ("text", "bullet", "left"),
    [
        ("• Pilot i drift", "•", "Pilot i drift"),
        ("– Pilot i drift", "–", "Pilot i drift"),
        ("\uf0b7 Pilot i drift", "•", "Pilot i drift"),
        ("Pilot i drift", None, "Pilot i drift"),
        ("•", None, "•"),
        ("1. Pilot i drift", None, "1. Pilot i drift"),  # too near: "1. juni" begins so, too
        ("o ha", None, "o ha"),
        ("o Pilot i drift", "o", "Pilot i drift"),
    ],
)
def test_printed_list_labels_are_taken_off(text: str, bullet: str | None, left: str) -> None:
    one = line(text)

    assert take_bullets([one], []) == []
    assert (one.bullet, one.text) == (bullet, left)


@pytest.mark.parametrize("label", ["1.", "12)", "a)", "(b)", "iv.", "o"])
def test_numbers_and_letters_are_labels_where_the_text_stands_apart(label: str) -> None:
    one = Line([word(label, 50), word("Pilot", 80)], 1)

    take_bullets([one], [])

    assert (one.bullet, one.text) == (label, "Pilot")


def test_a_coloured_dot_before_black_words_is_a_mark_and_no_label() -> None:
    one = Line([word("●", 50, color="#00b050"), word("Pilot", 60)], 1)

    take_bullets([one], [])

    assert one.bullet is None


@pytest.mark.parametrize(("above", "bullet"), [("Pilot er slut.", "–"), ("Pilot er slut", None)])
def test_a_dash_within_a_sentence_may_begin_a_line(above: str, bullet: str | None) -> None:
    found = lines(above, "– men ikke alle er med")

    take_bullets(found, [])

    assert found[1].bullet == bullet


@pytest.mark.parametrize(
    ("x", "y", "size", "taken"),
    [(40, 95, 4, True), (40, 95, 9, False), (10, 95, 4, False), (40, 104, 4, False)],
    ids=["a dot", "too large", "too far left", "below the line"],
)
def test_a_small_drawn_dot_left_of_a_line_is_its_label(
    x: float, y: float, size: float, taken: bool
) -> None:
    one, dot = line("Pilot i drift", x=50, y=100), shape(x, y, size)

    left = take_bullets([one], [dot])

    assert (one.bullet, left) == (("•", []) if taken else (None, [dot]))


@pytest.mark.parametrize(
    ("below", "limit", "expected"),
    [
        ("juni", 105.0, True),  # 80 + 2.2 + 20 points
        ("juni", 102.0, False),
        ("8. juni", 105.0, False),  # a number is tied to its month
        ("8. juni", 120.0, True),
    ],
)
def test_the_next_word_fits_or_does_not(below: str, limit: float, expected: bool) -> None:
    assert fits_before(line("Status"), line(below, y=112), limit) is expected


TEXT = "leverancen er blevet udskudt til efteråret fordi testen trak ud i begge regioner"


def test_the_pitch_is_measured_where_a_line_is_sure_to_go_on() -> None:
    apart = [*wrapped(TEXT), *wrapped(TEXT, y=200)]
    found = lines_of(apart, 1)

    pitch = measure_pitch([(found, LIMIT)])

    assert pitch.by_size == {10: 1.2}
    assert pitch.usual == 1.2
    assert pitch.of(8) == pytest.approx(9.6)


def test_no_lines_tell_no_pitch_and_the_usual_one_is_taken() -> None:
    pitch = measure_pitch([])

    assert (pitch.by_size, pitch.usual) == ({}, None)
    assert pitch.of(10) == pytest.approx(12.2)


def test_a_program_that_breaks_words_is_known_by_two_of_its_hyphens() -> None:
    assert not measure_pitch([(lines("leve-", "randør"), LIMIT)]).hyphenated
    assert measure_pitch([(lines("leve-", "randør kommu-", "ner"), LIMIT)]).hyphenated


def test_what_one_pitch_does_not_know_another_tells() -> None:
    known = Pitch({10: 1.2}, 1.2).or_else(Pitch({10: 1.5, 8: 1.4}, 1.5, hyphenated=True))

    assert known == Pitch({10: 1.2, 8: 1.4}, 1.2, hyphenated=True)


def listed(first: str, *more: str) -> list[Line]:
    found = lines(f"• {first}", *more)
    take_bullets(found, [])
    return found


@pytest.mark.parametrize(
    ("first", "below", "gapped", "count"),
    [
        ("leverancen er udskudt til nu", "efteråret.", False, 1),
        ("leverancen er udskudt til nu", "Region Nord.", False, 1),
        ("leverancen er udskudt til ny.", "Region Nord er med.", False, 2),
        ("leverancen er udskudt til ny.", "Region Nord er med.", True, 1),  # space would part them
        ("leverancen er i drift.", "Region Nord er med.", True, 2),
        ("leverancen", "efteråret er med.", True, 2),
    ],
)
def test_a_list_item_may_go_on_right_below_its_bullet(
    first: str, below: str, gapped: bool, count: int
) -> None:
    flush = measure_pitch([(listed("leverancen er udskudt til nu", "efteråret."), LIMIT)])

    assert (
        len(texts(listed(first, below), replace(PITCH, hanging=flush.hanging, gapped=gapped)))
        == count
    )


def test_a_dash_apart_from_its_text_or_below_an_underlined_label_opens_an_item() -> None:
    apart = [line("Kommende"), Line([word("-", 50, 112), *line("Test", 65, 112).words], 1)]
    below = [line("Kommende", underline=True), line("- Test", y=112)]
    within = [line("Kommende"), line("- Test", y=112)]

    for found in (apart, below, within):
        take_bullets(found, [])

    assert [found[1].bullet for found in (apart, below, within)] == ["-", "-", None]


@pytest.mark.parametrize(("colon", "together"), [("Risici:", False), ("Risici", True)])
def test_a_label_in_bold_at_the_start_of_a_line_begins_a_paragraph(
    colon: str, together: bool
) -> None:
    labelled = Line([word(colon, 50, 112, bold=True), word("efteråret", 90, 112)], 1)

    assert len(texts([line(FULL), labelled])) == (1 if together else 2)


@pytest.mark.parametrize(
    ("below", "together"),
    [
        ("Projektleder: Bo Ek", False),
        ("Projektleder: ukendt endnu", True),
        ("efteråret: Bo Ek", True),
    ],
)
def test_a_key_with_a_name_is_a_line_of_its_own(below: str, together: bool) -> None:
    assert len(texts(lines(FULL, below))) == (1 if together else 2)
