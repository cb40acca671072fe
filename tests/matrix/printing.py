"""The programs that turn pages and Word files into PDF, run with as few starts as can be."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pyphen

__all__ = ["MissingProgramError", "find_program", "print_chromium", "print_office"]

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer",
)  # fmt: skip

# The entry by which a LibreOffice profile learns where a hyphenation dictionary lies.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/ServiceManager/Dictionaries">
<node oor:name="HyphDanish" oor:op="replace">
<prop oor:name="Locations" oor:op="fuse"><value><it>{dictionary}</it></value></prop>
<prop oor:name="Format" oor:op="fuse"><value>DICT_HYPH</value></prop>
<prop oor:name="Locales" oor:op="fuse"><value><it>da-DK</it></value></prop>
</node></item></oor:items>
"""


class MissingProgramError(Exception):
    """A program that a producer needs is not installed."""


def find_program(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    raise MissingProgramError(f"{names[0]} is not installed (looked for {', '.join(names)})")


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr[-800:]}")


def print_chromium(page: Path) -> Path:
    """Print a web page beside itself; the browser's profile is kept in the same folder."""
    browser = find_program("chromium", "chromium-browser", "google-chrome")
    path = page.with_suffix(".pdf")
    profile = f"--user-data-dir={page.parent / 'profile'}"
    _run(browser, *_FLAGS, profile, f"--print-to-pdf={path}", page.as_uri())
    return path


def print_office(files: list[Path]) -> None:
    """Convert Word files to PDF beside them, all in one run of LibreOffice."""
    office = find_program("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as name:
        user = Path(name) / "profile" / "user"
        user.mkdir(parents=True)
        dictionary = Path(pyphen.LANGUAGES["da_DK"]).as_uri()
        (user / "registrymodifications.xcu").write_text(
            _PROFILE.format(dictionary=dictionary), encoding="utf-8"
        )
        profile = f"-env:UserInstallation={user.parent.as_uri()}"
        folder = str(files[0].parent)
        _run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder,
             *map(os.fspath, files))  # fmt: skip
