"""Title, programme and period."""

from dataclasses import replace

import pytest
from parsing_builders import Content, disc, document, para, table, title

from medcom_extract.document import Paragraph
from medcom_extract.parsing import parse
from medcom_extract.report import Report

TABLE = table(["Projekt", "Status", "Risici"], ["Kort", disc("green"), "Prisen stiger."])


def front(*blocks: Content, furniture: tuple[Paragraph, ...] = ()) -> Report:
    return parse(
        document(*blocks, para("Deling", role="heading", level=2), TABLE, furniture=furniture)
    )


@pytest.mark.parametrize(
    ("line", "text", "start", "end"),
    [
        ("Juni 2024", "Juni 2024", "2024-06-01", "2024-06-30"),
        ("30. juni 2024", "30. juni 2024", "2024-06-30", "2024-06-30"),
        ("1. halvår 2021", "1. halvår 2021", "2021-01-01", "2021-06-30"),
        ("3. kvartal 2012", "3. kvartal 2012", "2012-07-01", "2012-09-30"),
        ("Q2 2024", "Q2 2024", "2024-04-01", "2024-06-30"),
        ("Status pr. 31. oktober 2010", "31. oktober 2010", "2010-10-31", "2010-10-31"),
        ("Opdateret 5.6.2024", "5.6.2024", "2024-06-05", "2024-06-05"),
        ("Statusdato: 5. juni 2024", "5. juni 2024", "2024-06-05", "2024-06-05"),
        ("maj-juni 2024", "maj-juni 2024", "2024-05-01", "2024-06-30"),
        ("Forår 2024", "Forår 2024", "2024-03-01", "2024-05-31"),
        ("March 2025", "March 2025", "2025-03-01", "2025-03-31"),
        ("Periode: 1. januar - 31. marts 2025", "1. januar - 31. marts 2025",
         "2025-01-01", "2025-03-31"),
        ("Juli 2024 – marts 2025", "Juli 2024 – marts 2025", "2024-07-01", "2025-03-31"),
        ("Periode: 2023", "2023", "2023-01-01", "2023-12-31"),
        ("Rapporteringsperiode: 1. marts 2022 – 31. maj 2022", "1. marts 2022 – 31. maj 2022",
         "2022-03-01", "2022-05-31"),
        ("Andet kvartal 2018", "Andet kvartal 2018", "2018-04-01", "2018-06-30"),
        ("2nd quarter of 2018", "2nd quarter of 2018", "2018-04-01", "2018-06-30"),
        ("III. kvartal 2018", "III. kvartal 2018", "2018-07-01", "2018-09-30"),
        ("Version 1.2, 4/6 2018", "4/6 2018", "2018-06-04", "2018-06-04"),
        ("Majrapport 2018", "Majrapport 2018", "2018-05-01", "2018-05-31"),
        ("2018", "2018", "2018-01-01", "2018-12-31"),
        ("Årsstatus 2018", "2018", "2018-01-01", "2018-12-31"),
        ("Møde 17. juni 2018. Status pr. 31. maj 2018", "31. maj 2018", "2018-05-31", "2018-05-31"),
        ("01.03.2022-31.05.2022", "01.03.2022-31.05.2022", "2022-03-01", "2022-05-31"),
        ("Møde i styregruppen den 12. november 2025", "12. november 2025",
         "2025-11-12", "2025-11-12"),
    ],
)  # fmt: skip
def test_a_line_by_the_title_gives_the_period(line: str, text: str, start: str, end: str) -> None:
    period = front(title("MedCom13 – projektstatus"), line).period

    assert period is not None
    assert (period.text, str(period.start), str(period.end)) == (text, start, end)


@pytest.mark.parametrize(
    "blocks",
    [
        (title("Statusrapport MedCom12, juni 2022"),),
        (title("Statusrapport for MedCom12"), "Til mødet i styregruppen. Statusdato: juni 2022."),
        (title("Statusrapport for MedCom12"), para("Overordnet monitorering juni 2022", bold=True)),
    ],
)
def test_else_the_period_comes_from_title_or_headings(blocks: tuple[Content, ...]) -> None:
    period = front(*blocks).period

    assert period is not None
    assert str(period.end) == "2022-06-30"


def test_the_running_header_may_say_the_period() -> None:
    period = front(title("Projektstatus"), furniture=(para("MedCom11 · marts 2019"),)).period

    assert period is not None
    assert str(period.start) == "2019-03-01"


def test_without_a_period_a_warning_says_so() -> None:
    assert "period-not-found" in [w.code for w in front(title("Projektstatus")).warnings]


@pytest.mark.parametrize(
    ("text", "programme", "years"),
    [
        ("MedCom13 (2023-2025) er i gang.", "MedCom13", (2023, 2025)),
        ("MedCom 12 løber fra 2020 til 2022 og er godkendt.", "MedCom12", (2020, 2022)),
        ("Arbejdet følger MedCom14's plan.", "MedCom14", None),
        ("MedCom2 var det første.", None, None),
    ],
)
def test_the_programme_and_its_years(
    text: str, programme: str | None, years: tuple[int, int] | None
) -> None:
    report = front(title("Projektstatus"), text)

    assert report.programme == programme
    found = report.programme_years
    assert (found and (found.start, found.end)) == years


def test_an_early_programme_in_the_title_goes_before_the_next_one_in_the_text() -> None:
    assert front(title("MedCom5 – status"), "MedCom6 følger i 2008.").programme == "MedCom5"
    assert front(title("Fra MedCom5 til MedCom6")).programme == "MedCom6"


def test_a_title_may_come_after_an_introduction() -> None:
    report = front(
        para("Indledning", bold=True, size=16.0),
        para("MedCom13 er et program.", size=10.0),
        para("MedCom13 – overblik over projektstatus", size=22.0),
        para("Juni 2024", size=12.0),
    )

    assert report.title == "MedCom13 – overblik over projektstatus"
    assert [h.text for h in report.headings] == ["Indledning"]
    assert [p.text for p in report.introduction] == ["MedCom13 er et program."]


def test_title_words_decide_where_nothing_is_larger() -> None:
    report = front(
        "Statusrapport for MedCom12", "Juni 2022", "Rapporten følger alle projekter i programmet."
    )

    assert report.title == "Statusrapport for MedCom12"


def test_a_line_above_the_title_may_say_the_period_among_other_words() -> None:
    period = front(para("Bilag til punkt 4 · Maj 2022"), title("Projektstatus")).period

    assert period is not None
    assert (period.text, str(period.start)) == ("Maj 2022", "2022-05-01")


def test_a_year_alone_below_a_date_belongs_to_it() -> None:
    report = front(title("Projektstatus"), "Styregruppemøde den 3. maj", "2022")

    assert report.period is not None
    assert (report.period.text, str(report.period.end)) == ("3. maj 2022", "2022-05-03")
    assert report.introduction == ()


def test_the_head_of_a_memo_gives_the_period_and_introduces_the_report() -> None:
    memo = table(["**Til:**", "Styregruppen"], ["**Dato:**", "3. maj 2022"], ["**J.nr.:**", "7-1"])
    report = front(title("Projektstatus"), memo, "Dette notat er kort.")

    assert report.period is not None
    assert str(report.period.start) == "2022-05-03"
    assert [passage.text for passage in report.introduction] == [
        "Til: Styregruppen", "Dato: 3. maj 2022", "J.nr.: 7-1", "Dette notat er kort."
    ]  # fmt: skip
    assert [w.code for w in report.warnings] == []


def test_a_sentence_of_the_introduction_may_tell_the_period() -> None:
    period = front(
        title("Projektstatus"), "Velkommen.",
        "Rapporten dækker perioden fra 1. april til 30. juni 2022 og er skrevet af alle.",
    ).period  # fmt: skip

    assert period is not None
    assert (str(period.start), str(period.end)) == ("2022-04-01", "2022-06-30")


def test_without_a_title_in_the_body_the_properties_or_the_header_tell_it() -> None:
    made = document(para("Deling", role="heading", level=1), TABLE)
    titled = replace(made, source=replace(made.source, title="MedCom9 – overblik"))
    headed = replace(made, furniture=(para("Statusrapport for MedCom9"),))

    assert (parse(titled).title, parse(titled).programme) == ("MedCom9 – overblik", "MedCom9")
    assert parse(headed).title == "Statusrapport for MedCom9"
    assert [section.name for section in parse(titled).sections] == ["Deling"]
    assert parse(made).title is None


def test_a_title_in_two_lines_is_one() -> None:
    plain = para("Alle projekter er med i denne oversigt over programmet.", size=10.0)
    lines = (para("MedCom9", size=22.0), para("Status på projekterne", size=22.0))
    report = front(*lines, para("Maj 2022", size=10.0), plain)

    assert report.title == "MedCom9 Status på projekterne"


@pytest.mark.parametrize(
    ("text", "programme", "years"),
    [
        ("Status på Digital Handlingsplan 2022-2025 – orientering",
         "Digital Handlingsplan 2022-2025", (2022, 2025)),
        ("Status på projekterne i Landsprogram for Digital Psykiatri",
         "Landsprogram for Digital Psykiatri", None),
        ("Fremdriftsrapport for programmet Fælles Forløb", "Fælles Forløb", None),
        ("eHealth Programme – Project Status Report", "eHealth Programme", None),
        ("Årsstatus 2010 for MedCom VII", "MedCom VII", None),
        ("MedCom5 – kvartalsstatus", "MedCom5", None),
        ("Statusrapport om MedCom 5 projekter", None, None),
        ("Statusrapport for Fælles Forløb", None, None),  # nothing says that it is a programme
        ("Statusoverblik: Kommunal digitalisering", None, None),
        ("Program: status", None, None),
    ],
)  # fmt: skip
def test_a_title_may_name_a_programme_that_has_no_number(
    text: str, programme: str | None, years: tuple[int, int] | None
) -> None:
    report = front(title(text))
    found = report.programme_years

    assert report.programme == programme
    assert (found and (found.start, found.end)) == years


def test_a_plain_line_with_a_titles_words_over_the_period_is_the_title() -> None:
    report = front("Status på projekterne", "Juni 2024", "Status er samlet i maj.")

    assert report.title == "Status på projekterne"
    assert [passage.text for passage in report.introduction] == ["Status er samlet i maj."]
