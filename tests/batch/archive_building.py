"""Archives for the tests: copies of samples, and files that go wrong in each way there is."""

import os
import shutil
import signal
import time
from collections.abc import Mapping
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
REPORT = SAMPLES / "medcom14-projektark-2026-12.word.docx"
PDF = SAMPLES / "medcom14-projektark-2026-12.libreoffice.pdf"
LOCKED = Path(__file__).parents[1] / "data/encrypted.pdf"
# Name of a bad file to what becomes of it.
BAD = {
    "cut-off.pdf": ("failed", "DamagedFile"),
    "empty.docx": ("failed", "EmptyFile"),
    "hang.docx": ("timed-out", "TookTooLong"),
    "large.pdf": ("failed", "TooLarge"),
    "letter.docx": ("failed", "NotAStatusReport"),
    "locked.pdf": ("failed", "PasswordRequired"),
    "notes.txt": ("failed", "UnknownFormat"),
    "segfault.docx": ("crashed", "WorkerDied"),
    "slurp.docx": ("crashed", "OutOfMemory"),
}
FILE_BYTES = 2_000_000


def misbehave(path: str) -> None:
    """The hook of the tests: what a file's name asks for happens to the worker."""
    name = Path(path).name
    if "hang" in name:
        time.sleep(600)
    if "segfault" in name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "slurp" in name:
        held = []
        while True:
            held.append(b"x" * 8_000_000)


def dawdle(path: str) -> None:
    """A hook that leaves time to be killed in."""
    del path
    time.sleep(0.15)


def build_good(folder: Path, count: int, source: Path = REPORT) -> list[Path]:
    """Copies of a report."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"rapport-{number:03}{source.suffix}" for number in range(count)]
    for file in files:
        shutil.copyfile(source, file)
    return files


def build_bad(folder: Path, prefix: str = "") -> dict[str, tuple[str, str]]:
    """One file of each bad kind; path to outcome and error."""
    import docx

    folder.mkdir(parents=True, exist_ok=True)
    letter = docx.Document()
    letter.add_paragraph("Kære alle. Mødet om forplejning er flyttet til tirsdag.")
    letter.save(str(folder / f"{prefix}letter.docx"))
    content = {
        "cut-off.pdf": PDF.read_bytes()[:300],
        "empty.docx": b"",
        "hang.docx": REPORT.read_bytes(),
        "large.pdf": PDF.read_bytes() + b"\n" * FILE_BYTES,
        "locked.pdf": LOCKED.read_bytes(),
        "notes.txt": "Husk kaffe til mødet".encode(),
        "segfault.docx": REPORT.read_bytes(),
        "slurp.docx": REPORT.read_bytes(),
    }
    for name, data in content.items():
        (folder / f"{prefix}{name}").write_bytes(data)
    return {str(folder / f"{prefix}{name}"): ending for name, ending in BAD.items()}


def read_outputs(folder: Path) -> Mapping[str, bytes]:
    """Every output of a batch, by its place."""
    files = folder.rglob("*.json")
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
