import os
from pathlib import Path

import pytest

from medcom_extract.output.files import write_whole


def test_a_new_file_replaces_the_old_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "juni.json"
    target.write_text("gammel")
    target.chmod(0o640)

    write_whole(target, "blåbær")

    assert target.read_bytes() == "blåbær".encode()
    assert target.stat().st_mode & 0o777 == 0o640
    assert [target] == list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Path) -> None:
        raise OSError("no space left")

    target = tmp_path / "juni.json"
    target.write_text("gammel")
    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(OSError, match="no space"):
        write_whole(target, "ny")

    assert target.read_text() == "gammel"
    assert [target] == list(tmp_path.iterdir())


def test_the_end_of_a_link_is_replaced_not_the_link(tmp_path: Path) -> None:
    target, link = tmp_path / "juni.json", tmp_path / "nyeste.json"
    link.symlink_to(target)

    write_whole(link, "ny")

    assert link.is_symlink()
    assert target.read_text() == "ny"


def test_a_device_is_written_to_directly() -> None:
    write_whole(Path(os.devnull), "ny")

    assert not Path(os.devnull).is_file()


def test_a_new_file_has_the_permissions_of_any_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "anden.json").touch()
    monkeypatch.setattr(os, "umask", None)  # to ask for it is to change it for every thread

    write_whole(tmp_path / "juni.json", "ny")

    modes = {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_name_as_long_as_a_disk_allows_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("å" * 120 + "x" * 15)

    write_whole(target, "ny")

    assert [target] == list(tmp_path.iterdir())
