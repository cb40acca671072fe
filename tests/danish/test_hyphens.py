"""Line-end hyphens: what the words say, what the file says, and who is believed."""

import pytest

from medcom_extract.danish.hyphens import (
    Verdict,
    join_line_end,
    judge_line_end,
    settle_line_end,
)

JOIN, KEEP, SPACE = Verdict.JOIN, Verdict.KEEP, Verdict.SPACE
FIRM, OPEN = True, False


@pytest.mark.parametrize(
    ("before", "after", "verdict", "firm"),
    [
        # Nothing speaks for the author: the typesetter broke the word.
        ("leve-", "randør", JOIN, OPEN),
        ("Kommu-", "nerne", JOIN, OPEN),
        ("(afprøv-", "ning)", JOIN, OPEN),
        ("borger/pårø-", "rende", JOIN, OPEN),
        # A dash that stands alone.
        ("-", "herefter", SPACE, FIRM),
        ("(-", "herefter", SPACE, FIRM),
        # One half of two words that share their end.
        ("EOJ-", "og", SPACE, FIRM),
        ("henvisnings-", "eller", SPACE, OPEN),
        ("køb-", "samt,", SPACE, OPEN),
        ("ind-", "OG", SPACE, OPEN),
        ("hard-", "and", SPACE, OPEN),
        # Addresses are broken where there is room.
        ("https://medcom.dk/pro-", "jekter", JOIN, FIRM),
        ("www.medcom.dk/pro-", "jekter", JOIN, FIRM),
        ("medcom.dk/pro-", "Jekter", JOIN, FIRM),
        ("navn@med-", "com.dk", JOIN, FIRM),
        # No syllable is without a vowel; "self" takes a hyphen in English.
        ("cpr-", "nummer", KEEP, OPEN),
        ("sms-", "beskeder", KEEP, OPEN),
        ("self-", "monitoring", KEEP, OPEN),
        # A capital or a digit begins the next part.
        ("E-", "Journal", KEEP, FIRM),
        ("Ikast-", "Brande", KEEP, FIRM),
        ("version-", "3", KEEP, FIRM),
        ("Region-", "(Nord)", KEEP, FIRM),
        # From one month or weekday to another.
        ("juni-", "marts", KEEP, FIRM),
        ("(mandag-", "torsdag)", KEEP, FIRM),
        ("juni-", "mødet", JOIN, OPEN),
        # Two abbreviations, or one in two.
        ("EOJ-", "LPS", KEEP, OPEN),
        # The part before is an abbreviation, a number or a letter.
        ("EOJ-", "leverandør", KEEP, FIRM),
        ("(CBS-", "studie)", KEEP, FIRM),
        ("DDKM2-", "krav", KEEP, FIRM),
        ("e-", "recept", KEEP, FIRM),
        ("lokal-EPJ-", "løsning", KEEP, FIRM),
        ("læge/EPJ-", "system", KEEP, FIRM),
        # Likely the author's, but a signal of the file may say otherwise.
        ("it-", "arkitektur", KEEP, OPEN),
        ("ikke-", "medicinsk", KEEP, OPEN),
        ("awareness-", "kursus", KEEP, OPEN),
        ("LPSer-", "nes", KEEP, OPEN),
        # A compound that has a hyphen wherever it stands.
        ("go-", "live.", KEEP, OPEN),
        ("(Go-", "live-datoen", KEEP, OPEN),
        ("end-", "to-end", KEEP, OPEN),
        ("end-to-", "end", KEEP, OPEN),
        ("go-", "des", JOIN, OPEN),
        ("mHealth-", "app", KEEP, OPEN),
        # Whole words in a row, and compounds.
        ("Hjemmepleje-sygehus-", "meddelelser", KEEP, OPEN),
        ("kommune-samarbejds-", "aftale", JOIN, OPEN),
        ("MedCom-standar-", "den", JOIN, OPEN),
        ("patient-jour-", "nal", JOIN, OPEN),
        # Other hyphens than the keyboard's.
        ("leve\u00ad", "randør", JOIN, OPEN),
        ("leve\u2010", "randør", JOIN, OPEN),
        ("EOJ\u2011", "leverandør", KEEP, FIRM),
    ],
)
def test_the_words_alone_judge(before: str, after: str, verdict: Verdict, firm: bool) -> None:
    end = judge_line_end(before, after)

    assert (end.verdict, end.firm) == (verdict, firm)


@pytest.mark.parametrize(
    ("before", "after", "typed", "expected"),
    [
        ("leve-", "randør", True, KEEP),
        ("it-", "arkitektur", False, JOIN),
        ("it-", "arkitektur", True, KEEP),
        ("henvisnings-", "og", True, SPACE),
        ("opmærk-", "som", False, JOIN),
        # Firm words are believed against the file.
        ("EOJ-", "leverandør", False, KEEP),
        ("https://medcom.dk/pro-", "jekter", True, JOIN),
    ],
)
def test_the_file_decides_where_the_words_are_not_firm(
    before: str, after: str, typed: bool, expected: Verdict
) -> None:
    assert settle_line_end(before, after, typed) is expected


@pytest.mark.parametrize(
    ("before", "after", "known", "expected"),
    [
        ("data-", "deling", {"data-deling"}, KEEP),
        ("(Data-", "deling),", {"data-deling"}, KEEP),
        ("it-", "arkitektur", {"itarkitektur"}, JOIN),
        ("opmærk-", "som", {"opmærksom"}, JOIN),
        # Written both ways elsewhere: that tells nothing.
        ("data-", "deling", {"data-deling", "datadeling"}, JOIN),
        ("data-", "deling", {"deling"}, JOIN),
        # Firm words are believed against the rest of the document.
        ("e-", "recept", {"erecept"}, KEEP),
    ],
)
def test_the_same_word_elsewhere_decides_where_nothing_firmer_speaks(
    before: str, after: str, known: set[str], expected: Verdict
) -> None:
    assert settle_line_end(before, after, None, known) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("ind-", "til", JOIN), ("opmærk-", "som", JOIN), ("henvisnings-", "og", SPACE)],
)
def test_a_word_that_ends_like_a_conjunction_is_one_word(
    before: str, after: str, expected: Verdict
) -> None:
    assert settle_line_end(before, after, None) is expected


def test_a_name_that_the_library_knows_is_not_cut_in_two() -> None:
    assert settle_line_end("EDIFA-", "CT", None) is JOIN
    assert settle_line_end("(EDI-", "FACT-meddelelser)", None) is JOIN
    assert settle_line_end("eDelive-", "ry", None) is JOIN
    assert settle_line_end("EOJ-", "LPS", None) is KEEP


@pytest.mark.parametrize(
    ("before", "known", "expected"),
    [
        ("MedCom-", (), KEEP),
        ("CareCommuni-", (), JOIN),
        ("HjemmeMonitore-", (), JOIN),
        ("NytNavn-", {"nytnavn"}, KEEP),
    ],
)
def test_a_name_of_two_words_is_cut_where_its_first_part_stands_nowhere_by_itself(
    before: str, known: set[str], expected: Verdict
) -> None:
    assert settle_line_end(before, "cation", None, known) is expected


def test_a_hyphen_that_the_file_marks_as_set_within_capitals_is_taken_out() -> None:
    assert settle_line_end("UKEND-", "TORD", False) is JOIN


def test_the_file_is_believed_before_the_same_word_elsewhere() -> None:
    assert settle_line_end("data-", "deling", False, {"data-deling"}) is JOIN


@pytest.mark.parametrize(
    ("before", "after", "typed", "expected"),
    [
        ("leve-", "randør", None, "leverandør"),
        ("leve\u00ad", "randør", None, "leverandør"),
        ("EOJ-", "leverandør", None, "EOJ-leverandør"),
        ("EOJ\u2010", "leverandør", None, "EOJ-leverandør"),
        ("EOJ-", "og", None, "EOJ- og"),
        ("data-", "deling", True, "data-deling"),
        ("-", "herefter", None, "- herefter"),
        ("pilot", "drift", None, "pilot drift"),
        ("", "drift", None, "drift"),
        ("pilot", "", None, "pilot"),
    ],
)
def test_a_line_end_is_joined_as_the_author_wrote_it(
    before: str, after: str, typed: bool | None, expected: str
) -> None:
    assert join_line_end(before, after, typed=typed) == expected
