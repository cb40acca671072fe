"""The programs that turn a Word file or a web page into PDF."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pyphen

EPOCH = 1798761600  # 2027-01-01, so that the bytes repeat
STAMP = re.compile(rb"/(CreationDate|ModDate)\s?\(D:(\d{14})")
IDENTITY = re.compile(
    rb"(?<=/ID )?\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]|/DocChecksum /([0-9A-F]{32})"
)
TAG = re.compile(r"(<[^>]*>)")
WORD = re.compile(r"[A-Za-zÆØÅæøåé]{7,}")

# The entry by which a LibreOffice profile learns where a hyphenation dictionary lies.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Linguistic/ServiceManager/Dictionaries">
<node oor:name="HyphDanish" oor:op="replace">
<prop oor:name="Locations" oor:op="fuse"><value><it>{dictionary}</it></value></prop>
<prop oor:name="Format" oor:op="fuse"><value>DICT_HYPH</value></prop>
<prop oor:name="Locales" oor:op="fuse"><value><it>da-DK</it></value></prop>
</node></item></oor:items>
"""


class MissingProgramError(Exception):
    """A program that a variant needs is not installed."""


def find_program(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    raise MissingProgramError(f"{names[0]} is not installed (looked for {', '.join(names)})")


def run_program(*command: str) -> None:
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH), "TZ": "UTC"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr[-800:]}")


def settle_dates(path: Path) -> None:
    """Overwrites dates and identifiers in place with fixed ones of the same length."""
    data = STAMP.sub(
        lambda m: b"/" + m[1] + m[0][len(m[1]) + 1 : -14] + b"20270101000000", path.read_bytes()
    )
    path.write_bytes(IDENTITY.sub(lambda m: re.sub(rb"[0-9A-Fa-f]{32}", b"0" * 32, m[0]), data))


def build_profile(folder: Path) -> None:
    """A LibreOffice profile that hyphenates Danish with pyphen's dictionary."""
    user = folder / "user"
    user.mkdir(parents=True)
    dictionary = Path(pyphen.LANGUAGES["da_DK"]).as_uri()
    (user / "registrymodifications.xcu").write_text(
        PROFILE.format(dictionary=dictionary), encoding="utf-8"
    )


def print_libreoffice(word: Path, path: Path) -> None:
    """Converts a .docx with LibreOffice, with a profile of its own that can hyphenate Danish."""
    office = find_program("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        build_profile(folder / "profile")
        run_program(
            office, profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(word)
        )
        shutil.move(folder / f"{word.stem}.pdf", path)
    settle_dates(path)


def soften_word(words: pyphen.Pyphen, word: str) -> str:
    return word if word.isupper() else words.inserted(word, "\u00ad")


def soften(page: str) -> str:
    """Puts soft hyphens where a word may break: Chromium has no Danish dictionary of its own.

    Addresses, the title, captions and words in capitals stay whole.
    """
    words = pyphen.Pyphen(lang="da_DK", left=3, right=3)
    head, body = page.split("</head>", 1)
    pieces = TAG.split(body)
    for place in range(0, len(pieces), 2):
        whole = place and pieces[place - 1] in ("<h1>", "<figcaption>")
        if not whole and "https://" not in pieces[place]:
            pieces[place] = WORD.sub(lambda m: soften_word(words, m[0]), pieces[place])
    return head + "</head>" + "".join(pieces)


def print_chromium(page: str, path: Path) -> None:
    browser = find_program("chromium", "chromium-browser", "google-chrome")
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "report.html"
        source.write_text(soften(page), encoding="utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        profile = f"--user-data-dir={name}/profile"
        run_program(browser, *flags, profile, f"--print-to-pdf={path}", source.as_uri())
    settle_dates(path)


def print_weasyprint(page: str, path: Path) -> None:
    try:
        import weasyprint  # here, since the other producers work without it
    except (ImportError, OSError) as error:
        raise MissingProgramError(f"weasyprint cannot be used: {error}") from error
    os.environ["SOURCE_DATE_EPOCH"] = str(EPOCH)
    weasyprint.HTML(string=page).write_pdf(path, pdf_identifier=b"0" * 16)
