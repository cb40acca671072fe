import io
from pathlib import Path

import pytest

from medcom_extract.errors import FileNotReadable, InvalidOption, TooLarge
from medcom_extract.readers.intake import take_in
from medcom_extract.readers.limits import DEFAULT_LIMITS, Limits


def test_a_path_is_called_by_its_file_name(tmp_path: Path) -> None:
    file = tmp_path / "juni.pdf"
    file.write_bytes(b"abc")

    assert (b"abc", "juni.pdf") == take_in(file, None, DEFAULT_LIMITS)
    assert (b"abc", "juni.pdf") == take_in(str(file), None, DEFAULT_LIMITS)
    assert (b"abc", "maj.pdf") == take_in(file, "maj.pdf", DEFAULT_LIMITS)


def test_bytes_and_streams_are_taken_in(tmp_path: Path) -> None:
    file = tmp_path / "juni.pdf"
    file.write_bytes(b"abc")

    assert (b"abc", "<bytes>") == take_in(b"abc", None, DEFAULT_LIMITS)
    assert (b"abc", "<stream>") == take_in(io.BytesIO(b"abc"), None, DEFAULT_LIMITS)
    with file.open("rb") as stream:
        assert (b"abc", "juni.pdf") == take_in(stream, None, DEFAULT_LIMITS)


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match="no such file"):
        take_in(tmp_path / "juli.pdf", None, DEFAULT_LIMITS)
    with pytest.raises(FileNotReadable, match=r"^\.: this is a folder"):
        take_in("", None, DEFAULT_LIMITS)
    with pytest.raises(FileNotReadable, match="this is a folder"):
        take_in(tmp_path, None, DEFAULT_LIMITS)
    with pytest.raises(FileNotReadable, match="null"):
        take_in("juli\0.pdf", None, DEFAULT_LIMITS)
    closed = io.BytesIO(b"abc")
    closed.close()
    with pytest.raises(FileNotReadable, match="closed"):
        take_in(closed, None, DEFAULT_LIMITS)


def test_what_is_no_file_is_refused() -> None:
    with pytest.raises(InvalidOption, match="binary mode"):
        take_in(io.StringIO("abc"), None, DEFAULT_LIMITS)  # type: ignore[arg-type]
    with pytest.raises(InvalidOption, match="not int"):
        take_in(7, None, DEFAULT_LIMITS)  # type: ignore[arg-type]


def test_a_file_over_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    limits = Limits(file_bytes=10)
    stream = io.BytesIO(bytes(1_000))
    file = tmp_path / "stor.pdf"
    file.write_bytes(bytes(11))

    for source in (stream, file, bytes(11)):
        with pytest.raises(TooLarge, match="larger than 10 bytes"):
            take_in(source, None, limits)
    assert stream.tell() == 11
    assert len(take_in(bytes(10), None, limits)[0]) == 10


@pytest.mark.parametrize("value", [0, -1, 1.5, True, "10"])
def test_a_limit_is_a_whole_number_of_one_or_more(value: object) -> None:
    with pytest.raises(InvalidOption, match="pdf_pages"):
        Limits(pdf_pages=value)  # type: ignore[arg-type]
