"""Reports as tables, and back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import medcom_extract
from medcom_extract import (
    DamagedFile,
    FileNotReadable,
    InvalidOption,
    Report,
    from_tables,
    read_tables,
    to_tables,
)
from medcom_extract.output.tables import TABLES, write_tables
from medcom_extract.output.tables.sqlite import find_words

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("medcom14-2027-03.word.docx", "medcom14-2027-06.word.docx")
OTHER = "medcom14-projektark-2026-12.word.docx"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [medcom_extract.extract(SAMPLES / name) for name in (*NAMES, OTHER, NAMES[0])]


@pytest.fixture(scope="module")
def base(
    reports: list[Report], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("tables") / "ud.sqlite"
    write_tables(reports, path)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("name", ["ud.sqlite", "ud.db", "ud.parquet"])
def test_reports_come_back_from_files_as_they_were(
    reports: list[Report], tmp_path: Path, name: str
) -> None:
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="needs the extra tables")
    write_tables(reports, tmp_path / name)
    write_tables(reports, tmp_path / name)

    assert from_tables(read_tables(tmp_path / name)) == reports
    assert [name] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("frames", ["pandas", "polars", "rows"])
def test_reports_come_back_from_frames_as_they_were(reports: list[Report], frames: Any) -> None:
    if frames != "rows":
        pytest.importorskip(frames, reason="needs the extra tables")
    tables = to_tables(reports, frames=frames)

    assert list(tables) == [table.name for table in TABLES]
    assert from_tables(tables) == reports
    assert from_tables(to_tables([], frames=frames)) == []


def test_keys_are_unique_and_lead_to_a_row(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    keys = base.execute("SELECT report_id FROM reports ORDER BY rowid").fetchall()
    assert keys[3] == (f"{keys[0][0]}-2",), "the same file again"


def test_pandas_has_dates_and_whole_numbers(reports: list[Report]) -> None:
    pytest.importorskip("pandas", reason="needs the extra tables")
    tables = to_tables(reports[0])
    milestones = tables["milestones"]

    assert milestones["due_end"].dtype.kind == "M"
    assert str(tables["projects"]["position"].dtype) == "Int64"
    assert milestones["project_id"].isin(tables["projects"]["project_id"]).all()
    assert len(milestones) == sum(len(project.milestones) for project in reports[0].projects)


def test_the_views_answer_the_usual_questions(
    base: sqlite3.Connection, reports: list[Report]
) -> None:
    before = {project.key: project.status.light for project in reports[0].projects}
    after = {project.key: project.status.light for project in reports[1].projects}
    changed = {key for key in before if key in after and before[key] != after[key]}

    lights = "SELECT key FROM lights_over_time WHERE period = 'Juni 2027' AND light <> light_before"
    assert {key for (key,) in base.execute(lights)} == changed != set()
    overdue = "SELECT due_end, period_end, days_overdue FROM overdue_promises"
    promises = base.execute(overdue).fetchall()
    assert promises
    assert all(due < end and days > 0 for due, end, days in promises)
    party = "SELECT mentions FROM mentions_by_party WHERE party = 'region-nordjylland'"
    mentioned = [len(report.mentions("Region Nordjylland")) for report in reports]
    assert base.execute(party).fetchone() == (sum(mentioned),)


@pytest.mark.parametrize(
    ("text", "search", "found"),
    [
        ("Forsinkelserne er indhentet.", "forsinkelse", True),
        ("Alle EPJ-leverandører er klar.", "leverandør", True),
        ("Leverandøraftalen er på plads.", "leverandør*", True),
        ("Åbningen er udskudt.", "åbning", True),
        ("Åbningen er udskudt.", "abning", False),
        ("Gåden er løst.", "gade", False),
        ("SØNDERBORG er med.", "sønderborg", True),
        ("Prøvesvarene kommer.", "proevesvar", True),
        ("Prøvesvarene kommer.", "provesvar", False),
        ("Åbenrå Kommune er med.", "aabenraa", True),
    ],
)
def test_search_knows_danish(
    reports: list[Report], tmp_path: Path, text: str, search: str, found: bool
) -> None:
    tables = to_tables(reports[2], frames="rows")
    tables["risks"][0]["text"] = text
    write_tables(from_tables(tables), tmp_path / "ud.sqlite")

    with closing(sqlite3.connect(tmp_path / "ud.sqlite")) as connection:
        hits = "SELECT rowid FROM texts_fts WHERE texts_fts MATCH ?"
        query = f"SELECT text FROM texts WHERE text_id IN ({hits})"
        texts = [row[0] for row in connection.execute(query, [search])]
    assert (text in texts) == found


def test_datasette_finds_the_full_text_search_of_the_texts(base: sqlite3.Connection) -> None:
    """It looks for the table's name in double quotes or brackets, as sqlite-utils writes it."""
    found = base.execute(
        "SELECT name FROM sqlite_master WHERE rootpage = 0 "
        """AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="texts"%'"""
    )

    assert found.fetchall() == [("texts_fts",)]


def test_words_are_dictionary_forms_that_the_text_has_not() -> None:
    assert find_words("Regionernes EPJ-systemer") == "region epj-system epj system"
    assert find_words("Prøver") == "prøve proever proeve"
    assert find_words("") == ""


def test_csv_is_a_folder_with_a_file_a_table(reports: list[Report], tmp_path: Path) -> None:
    write_tables(reports[0], tmp_path / "ud")

    assert {path.stem for path in (tmp_path / "ud").iterdir()} == {table.name for table in TABLES}
    first, second = (tmp_path / "ud/projects.csv").read_text("utf-8-sig").splitlines()[:2]
    assert first == "project_id,report_id,section_id,position,key,name,state,more"
    assert reports[0].projects[0].key in second


@pytest.mark.parametrize("name", ["ud.ods", "ud.csv"])
def test_a_form_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidOption, match=r"out\.sqlite"):
        write_tables([], tmp_path / name)


def test_what_holds_no_tables_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"SQLite format 3")
    with pytest.raises(DamagedFile):
        read_tables(tmp_path / "x.sqlite")
    for name in ("ikke-der.sqlite", "ikke-der.parquet"):
        with pytest.raises(FileNotReadable, match="there is no such file"):
            read_tables(tmp_path / name)
    with pytest.raises(DamagedFile):
        from_tables({"reports": [{"report_id": "x"}]})


def test_reports_are_loaded_from_the_json_in_a_folder(
    reports: list[Report], tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(reports[2].model_dump_json())

    assert list(medcom_extract.load_reports(tmp_path)) == [reports[2]]
    (tmp_path / "b.json").write_text("{}")
    with pytest.raises(DamagedFile, match=r"b\.json"):
        list(medcom_extract.load_reports(tmp_path))


def test_each_table_and_column_stands_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs/tables.md").read_text(encoding="utf-8")

    for table in TABLES:
        assert f"### {table.name}\n" in page
        for column in table.columns:
            assert f"| `{column.name}` | {column.kind} | {column.meaning} |" in page
