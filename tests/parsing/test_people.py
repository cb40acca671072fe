"""Persons below names, where a line or a page broke otherwise than in most rows."""

from parsing_builders import Content, Given, cell, disc, report_of, table, title

from medcom_extract.report import Report

TEXT: list[Content] = ["**Risici**", "Prisen stiger."]


def read(*names: list[Content] | str, text: list[Content] = TEXT) -> Report:
    rows: list[list[Given]] = [[name, disc("green"), text] for name in names]
    return report_of(title("Status"), table(["Projekt", "Status", "Bemærk"], *rows))


KNOWN: list[list[Content] | str] = [
    ["Fælles kalender", "Mette Holm"], ["Kort i journalen", "Ole Lund"],
    ["Sårbilleder", "Mette Holm"], ["Pakkehenvisninger", "Ole Lund"],
]  # fmt: skip


def test_a_known_person_at_the_end_of_a_name_is_no_part_of_it() -> None:
    project = read(*KNOWN, "Nyt lånekort Ole Lund").projects[-1]

    assert (project.name, project.details) == ("Nyt lånekort", {"Ansvarlig": "Ole Lund"})


def test_the_longest_of_the_known_persons_that_end_a_name_is_taken() -> None:
    project = read(*KNOWN, ["Advis", "Ida Ole Lund"], "Nyt lånekort Ida Ole Lund").projects[-1]

    assert (project.name, project.details) == ("Nyt lånekort", {"Ansvarlig": "Ida Ole Lund"})


def test_an_unknown_person_stays_in_the_name() -> None:
    assert read(*KNOWN, "Mindestuen for Karen Blixen").projects[-1].name.endswith("Karen Blixen")


def test_a_person_in_a_name_counts_only_where_persons_stand_below_most_names() -> None:
    names = ("Fælles kalender", "Kort i journalen", "Huset Mette Holm")

    found = read(["Sårbilleder", "Mette Holm"], *names)

    assert [project.name for project in found.projects][1:] == list(names)


def test_a_row_that_names_but_a_known_person_goes_on_with_the_project_above() -> None:
    rows: list[list[Given]] = [[name, disc("green"), TEXT] for name in [*KNOWN, "Nyt lånekort"]]
    rest: list[Given] = ["Ole Lund", disc("green"), ["**Næste skridt**", "Kortet bestilles."]]
    head: list[Given] = ["Projekt", "Status", cell("Bemærk")]

    found = report_of(title("Status"), table(head, *rows, rest))
    last = found.projects[-1]

    assert len(found.projects) == len(rows)
    assert (last.name, last.details) == ("Nyt lånekort", {"Ansvarlig": "Ole Lund"})
    assert [item.text for item in (*last.risks, *last.milestones)] == [
        "Prisen stiger.", "Kortet bestilles.",
    ]  # fmt: skip
