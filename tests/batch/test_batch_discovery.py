"""From what the user names to the files there are."""

import zipfile
from pathlib import Path

import pytest

from medcom_extract.batch.discovery import Found, find_files
from medcom_extract.batch.naming import name_outputs
from medcom_extract.batch.outcomes import Outcome
from medcom_extract.batch.sources import fetch, is_url, name_of
from medcom_extract.errors import FileNotReadable, InvalidOption

FILES = ("2023/juni.pdf", "2024/juni.pdf", "2024/marts.DOCX", "2024/~$marts.docx", ".skjult/a.pdf")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in (*FILES, "2024/.fil.pdf", "læs mig"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "only", "expected"),
    [
        (["."], [], ["2023/juni.pdf", "2024/juni.pdf", "2024/marts.DOCX", "læs mig"]),
        (["."], ["*.pdf", "*.docx"], ["2023/juni.pdf", "2024/juni.pdf", "2024/marts.DOCX"]),
        (["2024"], [], ["juni.pdf", "marts.DOCX"]),
        (["2024", "2024/juni.pdf"], [], ["juni.pdf", "marts.DOCX"]),
        (["**/juni.pdf"], [], ["juni.pdf", "juni.pdf"]),
        (["202?"], ["*.pdf"], ["juni.pdf", "juni.pdf"]),
        (["findes-ikke.pdf"], [], ["findes-ikke.pdf"]),
        (["*.odt"], [], ["*.odt"]),
        (["a\0b.pdf"], [], ["a\0b.pdf"]),
    ],
)
def test_each_file_is_found_once(
    archive: Path, paths: list[str], only: list[str], expected: list[str]
) -> None:
    paths = [str(archive / path) for path in paths]
    found = find_files(paths, only=only, apart_from=archive / "ud")

    assert [each.relative for each in found] == expected
    assert all(Path(each.path).is_absolute() for each in found)


def test_the_output_folder_is_no_part_of_the_archive(archive: Path) -> None:
    (archive / "ud").mkdir()
    (archive / "ud/juni.pdf.json").write_text("{}")

    for folder in (archive / "ud", archive / "2023/../ud"):
        found = find_files(archive, apart_from=folder)
        assert "ud/juni.pdf.json" not in [each.relative for each in found]


@pytest.mark.parametrize("path", ["2024", "2023/../2024", "2024/juni.pdf", "2023/../2024/juni.pdf"])
def test_a_file_has_one_path_from_wherever_it_is_named(archive: Path, path: str) -> None:
    found = [each.path for each in find_files(archive / path)]

    assert str(archive.resolve() / "2024/juni.pdf") in found


@pytest.mark.parametrize("path", [".", "2024", "2024/juni.pdf", "2024/*.pdf"])
def test_an_archive_in_its_own_output_folder_is_refused(archive: Path, path: str) -> None:
    with pytest.raises(InvalidOption, match="lies in the output folder"):
        find_files(archive / path, apart_from=archive)


@pytest.mark.parametrize(
    ("paths", "before", "expected"),
    [
        (["/a/juni.pdf"], {}, ["juni.pdf.json"]),
        (["/a/juni.pdf", "/a/juni.docx"], {}, ["juni.pdf.json", "juni.docx.json"]),
        (["/a/juni.pdf", "/b/JUNI.pdf"], {}, ["juni.pdf.json", "JUNI.pdf.b45ea1455f5a.json"]),
        (["/a/juni.pdf"], {"/b/juni.pdf": "juni.pdf.json"}, ["juni.pdf.15fdc82c6bfd.json"]),
        (["/a/juni.pdf"], {"/a/juni.pdf": "før.json"}, ["før.json"]),
    ],
)
def test_no_two_files_share_an_output(
    paths: list[str], before: dict[str, str], expected: list[str]
) -> None:
    entries = {path: Outcome(path, "ok", output=name) for path, name in before.items()}
    names = name_outputs([Found(path, Path(path).name) for path in paths], entries)

    assert [names[path] for path in paths] == expected


@pytest.mark.parametrize(
    ("path", "url", "name"),
    [
        ("/a/juni.pdf", False, "juni.pdf"),
        ("juni: endelig.pdf", False, "juni: endelig.pdf"),
        ("s3://spand/2024/juni.pdf", True, "juni.pdf"),
        ("zip://2024/juni.pdf::https://x.dk/arkiv.zip", True, "juni.pdf"),
    ],
)
def test_urls_are_told_from_paths(path: str, url: bool, name: str) -> None:
    assert is_url(path) == url
    assert name_of(path) == name


def test_files_inside_a_zip_are_found_and_fetched(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("2024/juni.pdf", "indhold")
        packed.writestr("2024/juli.txt", "andet")

    found = find_files(f"zip://2024::{tmp_path}/a.zip", only=["*.pdf"])
    assert [each.relative for each in found] == ["juni.pdf"]
    assert fetch(found[0].path, 100) == b"indhold"
    with pytest.raises(FileNotReadable):
        fetch(f"zip://findes-ikke.pdf::{tmp_path}/a.zip", 100)
    with pytest.raises(FileNotReadable):
        fetch("ukendt-protokol://x/y.pdf", 100)
