"""The forms of a date, each as (text, first day, last day[, more]); read against June 2024."""

from datetime import date

import pytest

from medcom_extract.danish.dates import FoundDate, find_dates, read_dates

JUNE_2024 = (date(2024, 6, 1), date(2024, 6, 30))


def spans_in(text: str, direction: str | None = "future") -> list[str]:
    found = find_dates(text, JUNE_2024, direction=direction)  # type: ignore[arg-type]
    return [f"{mention.start}..{mention.end}" for mention in found]


def only(text: str) -> FoundDate:
    (mention,) = find_dates(text, JUNE_2024, direction="future")
    return mention


WITH_THEIR_YEAR = [
    ("d. 8. juli 2024", "2024-07-08..2024-07-08"),
    ("8.juli 2024", "2024-07-08..2024-07-08"),
    ("mandag den 8. juli 2024", "2024-07-08..2024-07-08"),
    ("d. 8/7-24", "2024-07-08..2024-07-08"),
    ("08.07.2024", "2024-07-08..2024-07-08"),
    ("2024-07-08", "2024-07-08..2024-07-08"),
    ("8. juli '24", "2024-07-08..2024-07-08"),
    ("juni 2024", "2024-06-01..2024-06-30"),
    ("juni måned 2024", "2024-06-01..2024-06-30"),
    ("okt. 2024", "2024-10-01..2024-10-31"),
    ("jul 2024", "2024-07-01..2024-07-31"),
    ("06/2024", "2024-06-01..2024-06-30"),
    ("2. kvartal 2024", "2024-04-01..2024-06-30"),
    ("Q2 2024", "2024-04-01..2024-06-30"),
    ("Q4'24", "2024-10-01..2024-12-31"),
    ("2024 Q3", "2024-07-01..2024-09-30"),
    ("1. halvår 2021", "2021-01-01..2021-06-30"),
    ("H2 2024", "2024-07-01..2024-12-31"),
    ("anden halvdel af 2025", "2025-07-01..2025-12-31"),
    ("over sommeren 2023", "2023-06-01..2023-08-31"),
    ("vinteren 2024/25", "2024-12-01..2025-02-28"),
    ("forår 2025", "2025-03-01..2025-05-31"),
    ("uge 7, 2024", "2024-02-12..2024-02-18"),
    ("uge 38/2024", "2024-09-16..2024-09-22"),
    ("årsskiftet 2024/25", "2024-12-31..2025-01-01"),
    ("i 2025", "2025-01-01..2025-12-31"),
    ("2023-2026", "2023-01-01..2026-12-31"),
    ("fra april 2021 til juni 2023", "2021-04-01..2023-06-30"),
    ("1.10.2023-31.12.2024", "2023-10-01..2024-12-31"),
    ("januar-marts 2025", "2025-01-01..2025-03-31"),
    ("okt.-nov. 2024", "2024-10-01..2024-11-30"),
    ("Q2 2024 - Q4 2025", "2024-04-01..2025-12-31"),
    ("2. halvår 2024/1. halvår 2025", "2024-07-01..2025-06-30"),
    ("påsken 2025", "2025-04-17..2025-04-21"),
    ("skærtorsdag 2025", "2025-04-17..2025-04-17"),
]

TO_COME = [
    ("10. og 11. september", "2024-09-10..2024-09-11"),
    ("8.-10. juli", "2024-07-08..2024-07-10"),
    ("mellem 15. og 20. august", "2024-08-15..2024-08-20"),
    ("22., 23. og 24. august", "2024-08-22..2024-08-24"),
    ("d. 30/9", "2024-09-30..2024-09-30"),
    ("workshop 14/9 i Odense", "2024-09-14..2024-09-14"),
    ("senest 3. marts næste år", "2025-03-03..2025-03-03"),
    ("i december i år", "2024-12-01..2024-12-31"),
    ("i marts sidste år", "2023-03-01..2023-03-31"),
    ("primo marts næste år", "2025-03-01..2025-03-10"),
    ("mandag i uge 37", "2024-09-09..2024-09-09"),
    ("i starten af det nye år", "2025-01-01..2025-04-30"),
    ("høring hos KL 3. december", "2024-12-03..2024-12-03"),
    ("fra 1.7. til 30.9.2024", "2024-07-01..2024-09-30"),
    ("uge 46-48", "2024-11-11..2024-12-01"),
    ("uge 46 og 47", "2024-11-11..2024-11-24"),
    ("uge 26/27", "2024-06-24..2024-07-07"),
    ("første uge af oktober", "2024-10-01..2024-10-07"),
    ("sidste uge af august", "2024-08-25..2024-08-31"),
    ("primo september", "2024-09-01..2024-09-10"),
    ("medio september", "2024-09-11..2024-09-20"),
    ("ultimo september", "2024-09-21..2024-09-30"),
    ("primo/medio august", "2024-08-01..2024-08-20"),
    ("ultimo august/primo september", "2024-08-21..2024-09-10"),
    ("medio Q3", "2024-08-01..2024-08-31"),
    ("slut Q2", "2024-06-01..2024-06-30"),
    ("Q2-Q3", "2024-04-01..2024-09-30"),
    ("3.-4. kvartal", "2024-07-01..2024-12-31"),
    ("sidst på året", "2024-09-01..2024-12-31"),
    ("ultimo 2. halvår", "2024-11-01..2024-12-31"),
    ("første halvdel af september", "2024-09-01..2024-09-15"),
    ("ved udgangen af 3. kvartal", "2024-09-30..2024-09-30"),
    ("ved indgangen til 2025", "2025-01-01..2025-01-01"),
    ("inden årets udgang", "2024-12-31..2024-12-31"),
    ("ved udgangen af uge 34", "2024-08-25..2024-08-25"),
    ("i løbet af efteråret", "2024-09-01..2024-11-30"),
    ("hen over vinteren", "2024-12-01..2025-02-28"),
    ("november-februar", "2024-11-01..2025-02-28"),
    ("ved månedsskiftet juni/juli", "2024-06-30..2024-07-01"),
    ("om 3 måneder", "2024-09-01..2024-09-30"),
    ("om 14 dage", "2024-07-14..2024-07-14"),
    ("om et halvt år", "2024-12-01..2024-12-31"),
    ("næste kvartal", "2024-07-01..2024-09-30"),
    ("i indeværende år", "2024-01-01..2024-12-31"),
    ("medio næste måned", "2024-07-11..2024-07-20"),
    ("de næste tre måneder", "2024-07-01..2024-09-30"),
    ("til næste år", "2025-01-01..2025-12-31"),
    ("på fredag", "2024-07-05..2024-07-05"),
    ("fredag d. 14.", "2024-06-14..2024-06-14"),
    ("inden sommerferien", "2024-06-30..2024-06-30"),
    ("efter sommerferien", "2024-08-01..2024-08-31"),
    ("inden jul.", "2024-12-23..2024-12-23"),
    ("inden jul 2025", "2025-12-23..2025-12-23"),
    ("d. 8. jul.", "2024-07-08..2024-07-08"),
    ("er flyttet til den 3. marts", "2025-03-03..2025-03-03"),
    ("på Grundlovsdag", "2024-06-05..2024-06-05"),
]

LOOKING_BACK = [
    ("i marts", "2024-03-01..2024-03-31"),
    ("i december", "2023-12-01..2023-12-31"),
    ("uge 50", "2023-12-11..2023-12-17"),
    ("i 4. kvartal", "2023-10-01..2023-12-31"),
    ("for to år siden", "2022-01-01..2022-12-31"),
    ("sidste år", "2023-01-01..2023-12-31"),
    ("sidste kvartal", "2024-01-01..2024-03-31"),
    ("fra november til februar", "2023-11-01..2024-02-29"),
    ("i fredags", "2024-06-28..2024-06-28"),
    ("i det seneste kvartal", "2024-01-01..2024-03-31"),
    ("efter påske", "2024-04-02..2024-05-01"),
    ("er flyttet til et nyt center i marts", "2024-03-01..2024-03-31"),
]

ENGLISH = [
    ("by 1 September 2024", "2024-09-01..2024-09-01"),
    ("September 1st, 2024", "2024-09-01..2024-09-01"),
    ("3-5 September", "2024-09-03..2024-09-05"),
    ("in mid-May 2025", "2025-05-11..2025-05-20"),
    ("early September", "2024-09-01..2024-09-10"),
    ("by the end of September", "2024-09-30..2024-09-30"),
    ("the third quarter of 2024", "2024-07-01..2024-09-30"),
    ("from April 2021 to June 2023", "2021-04-01..2023-06-30"),
    ("in 3 months", "2024-09-01..2024-09-30"),
    ("next quarter", "2024-07-01..2024-09-30"),
    ("spring 2025", "2025-03-01..2025-05-31"),
    ("by year-end", "2024-12-31..2024-12-31"),
]

SEVERAL = [
    (
        "slut Q1, Q2 og Q4 2025",
        "2025-03-01..2025-03-31 2025-06-01..2025-06-30 2025-12-01..2025-12-31",
    ),
    ("uge 35, 37 og 39", "2024-08-26..2024-09-01 2024-09-09..2024-09-15 2024-09-23..2024-09-29"),
    ("3. juli og 7. august 2024", "2024-07-03..2024-07-03 2024-08-07..2024-08-07"),
    ("i juli eller august", "2024-07-01..2024-07-31 2024-08-01..2024-08-31"),
    ("mødes 14/9 og 16/11", "2024-09-14..2024-09-14 2024-11-16..2024-11-16"),
    ("er rykket fra juni til august", "2024-06-01..2024-06-30 2024-08-01..2024-08-31"),
    ("udskudt fra uge 27 til uge 34", "2024-07-01..2024-07-07 2024-08-19..2024-08-25"),
]

NOT_DATES = [
    "version 3.0 og v. 2.1.15",
    "OK24 og MedCom13",
    "1½ kommune og 98 kommuner",
    "jf. § 25 og lov nr. 12",
    "fase 2 og 2. del",
    "kl. 14 og kl. 10.15-11.30",
    "Windows 2016",
    "bilag 3.2",
    "2-3 leverandører",
    "SDN version 4",
    "5000 personer og 56%",
    "delleverance 1",
    "3/4 af svarene og 24/7 support",
    "til 2024 patienter",
    "uddannelse i sag 2024-1234",
    "majsmarker og martsmødet",
    "August Krogh holdt oplægget",
    "the system may march on",
    "hver måned, ugentligt og pr. år",
    "15/12 kommuner og 20/12 %",
]


@pytest.mark.parametrize(("text", "expected"), WITH_THEIR_YEAR)
def test_a_date_with_its_year_is_read(text: str, expected: str) -> None:
    assert spans_in(text, None) == [expected]


@pytest.mark.parametrize(("text", "expected"), TO_COME)
def test_a_date_to_come_takes_the_next_year_that_fits(text: str, expected: str) -> None:
    assert spans_in(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), LOOKING_BACK)
def test_a_date_looking_back_takes_the_last_year_that_fits(text: str, expected: str) -> None:
    assert spans_in(text, "past") == [expected]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_date_is_read(text: str, expected: str) -> None:
    assert spans_in(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_dates_that_are_no_range_stay_apart(text: str, expected: str) -> None:
    assert spans_in(text) == expected.split()


@pytest.mark.parametrize("text", NOT_DATES)
def test_figures_and_words_that_look_like_dates_are_none(text: str) -> None:
    assert spans_in(text, None) == []


@pytest.mark.parametrize(
    ("text", "said", "modifier", "precision"),
    [
        ("klar senest den 15. juli", "senest den 15. juli", "by", "day"),
        ("klar inden udgangen af juli", "inden udgangen af juli", "by", "day"),
        ("klar inden uge 34", "inden uge 34", "before", "week"),
        ("fra august kan alle", "august", "from", "month"),
        ("tidligst 1. september", "tidligst 1. september", "from", "day"),
        ("frem til 30. april 2026", "30. april 2026", "until", "day"),
        ("omkring 1. september", "omkring 1. september", "approx", "day"),
        ("lige efter 3. kvartal", "lige efter 3. kvartal", "after", "quarter"),
        ("pr. 1. september", "1. september", None, "day"),
        ("den 1. september", "1. september", None, "day"),
        ("fra juli til september", "fra juli til september", None, "range"),
        ("primo juli", "primo juli", None, "part-month"),
        ("slut Q3", "slut Q3", None, "part-quarter"),
        ("ultimo 2024", "ultimo 2024", None, "part-year"),
        ("i efteråret", "efteråret", None, "season"),
        ("i sommerferien", "sommerferien", None, "vague"),
        ("inden sommerferien", "inden sommerferien", "before", "vague"),
        ("i 2. halvår", "2. halvår", None, "half-year"),
    ],
)
def test_text_modifier_and_precision_follow_the_words(
    text: str, said: str, modifier: str | None, precision: str
) -> None:
    mention = only(text)

    assert (mention.text, mention.modifier, mention.precision) == (said, modifier, precision)
    assert text[slice(*mention.span)] == said


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("8. juli", True),
        ("8. juli 2024", False),
        ("juli-august 2024", False),
        ("næste år", True),
        ("i marts i år", True),
    ],
)
def test_what_the_text_does_not_say_itself_is_inferred(text: str, inferred: bool) -> None:
    assert only(text).inferred is inferred


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("klar i septemper", "misspelt-date", (7, 16)),
        ("klar d. 3. okotber", "misspelt-date", (11, 18)),
        ("klar 31. juni 2024", "impossible-date", (5, 18)),
        ("mandag den 4. juni 2024", "weekday-does-not-fit", (0, 23)),
    ],
)
def test_a_doubtful_date_is_warned_of(text: str, code: str, span: tuple[int, int]) -> None:
    (warning,) = read_dates(text, JUNE_2024).warnings

    assert (warning.code, warning.span) == (code, span)


def test_a_misspelt_month_is_read_at_the_place_where_it_stands() -> None:
    text = "Udkast i septenber, høring 4. novembr og svar i uge 2."
    found = find_dates(text, JUNE_2024, direction="future")

    assert [text[slice(*mention.span)] for mention in found] == [
        "septenber",
        "4. novembr",
        "uge 2",
    ]


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("Fejlen blev rettet i september.", None, "2023-09-01..2023-09-30"),
        ("Fejlen forventes rettet i marts.", None, "2025-03-01..2025-03-31"),
        ("Skemaet skal være klar senest 1. marts.", None, "2025-03-01..2025-03-01"),
        ("Skemaet er sendt ud i september.", None, "2023-09-01..2023-09-30"),
        ("Skemaet har ligget stille siden september.", None, "2023-09-01..2023-09-30"),
        ("Kurset afholdes i april.", None, "2025-04-01..2025-04-30"),
        ("Fristen er august.", None, "2024-08-01..2024-08-31"),
        ("Aftalen om test, der blev afholdt i maj.", "future", "2024-05-01..2024-05-31"),
        ("Aftale indgået, og testen forventes i juli.", "past", "2024-07-01..2024-07-31"),
        ("Modellen er sendt i høring med frist den 1. november.", "past", "2024-11-01..2024-11-01"),
        ("Testen er gennemført som planlagt i maj.", "past", "2024-05-01..2024-05-31"),
        ("Parten har lovet svar i uge 33.", None, "2024-08-12..2024-08-18"),
        ("Testen er skubbet til september.", "past", "2024-09-01..2024-09-30"),
        ("Status pr. maj: 12 er klar.", None, "2024-05-01..2024-05-31"),
        ("Ved udgangen af juli har alle skiftet.", "future", "2024-07-31..2024-07-31"),
    ],
)
def test_tense_settles_a_missing_year_and_strong_words_contradict_the_kind_of_item(
    text: str, direction: str | None, expected: str
) -> None:
    assert spans_in(text, direction) == [expected]


@pytest.mark.parametrize("direction", [None, "past"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Piloten er rykket fra 1. maj til 1. september.",
            ["2024-05-01..2024-05-01", "2024-09-01..2024-09-01"],
        ),
        (
            "Piloten blev rykket fra 1. marts til 1. maj.",
            ["2024-03-01..2024-03-01", "2024-05-01..2024-05-01"],
        ),
    ],
)
def test_the_dates_of_a_move_that_was_made_lie_nearest_to_the_report(
    text: str, expected: list[str], direction: str | None
) -> None:
    assert spans_in(text, direction) == expected


def test_a_capital_may_needs_no_preposition_in_an_english_report() -> None:
    text = "Milestone: May"

    assert find_dates(text, date(2024, 6, 4)) == []
    assert len(find_dates(text, date(2024, 6, 4), language="en")) == 1


def test_a_half_year_report_looks_ahead_from_its_end() -> None:
    period = (date(2021, 1, 1), date(2021, 6, 30))
    (mention,) = find_dates("Klar i marts", period, direction="future")

    assert mention.start == date(2022, 3, 1)
