"""Zip packages: whether one holds a Word document, and what it is if not."""

import io
import re
import zipfile
import zlib

from medcom_extract.errors import DamagedFile, MedcomError, NotAWordFile, OpenDocumentFile

__all__ = ["PACKAGE_MAGIC", "check_word_package"]

PACKAGE_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")

_CONTENT_TYPES = "[Content_Types].xml"
_CONTENT_TYPES_REACH = 2_000_000
# .docx and .dotx, then .docm and .dotm; Strict Open XML uses the same types.
_WORD_MAIN = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main\+xml"
    rb"|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
)
_OVERRIDE = re.compile(rb"<(?:\w+:)?Override\s[^>]*>")
_PART_NAME = re.compile(rb"""PartName=["']/?([^"']+)""")
_OTHER_MAIN = {
    re.compile(rb"spreadsheetml\.\w+\.main\+xml|ms-excel\.sheet"): "an Excel workbook (.xlsx)",
    re.compile(rb"presentationml\.\w+\.main\+xml|ms-powerpoint"): "a PowerPoint file (.pptx)",
    re.compile(rb"ms-visio\."): "a Visio drawing (.vsdx)",
}
_MIME_TYPES = {
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/epub+zip": "an e-book (.epub)",
}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def check_word_package(data: bytes, file: str) -> None:
    """Return quietly where the zip archive holds a Word document.

    Raises ``DamagedFile`` for a zip that cannot be listed, ``OpenDocumentFile`` and
    ``NotAWordFile`` for one that holds something else.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            error = _name_error(package, file)
    except (*_BROKEN, RuntimeError, zipfile.LargeZipFile) as cause:
        problem = "the file begins like a Word document, but its zip archive is broken"
        raise DamagedFile(problem, file=file) from cause
    if error:
        raise error


def _name_error(package: zipfile.ZipFile, file: str) -> MedcomError | None:
    names = package.namelist()
    types = _read(package, _CONTENT_TYPES) if _CONTENT_TYPES in names else b""
    main = _name_word_part(types) or "word/document.xml"
    if main.lower() in {name.lower() for name in names}:
        return None
    if _WORD_MAIN.search(types):
        return DamagedFile(f"the Word document lacks its main part, {main}", file=file)
    mime = _read(package, "mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    if mime.startswith("application/vnd.oasis.opendocument.text"):
        return OpenDocumentFile("an OpenDocument text (.odt) is not read", file=file)
    kind = _MIME_TYPES.get(mime.strip()) or _name_office_kind(types) or _name_contents(names)
    advice = None if kind.startswith("a zip") else "Save it as PDF."
    return NotAWordFile(f"this is {kind}, not a Word document", file=file, next_step=advice)


def _name_word_part(types: bytes) -> str | None:
    tags = (tag for tag in _OVERRIDE.findall(types) if _WORD_MAIN.search(tag))
    found = next((part for tag in tags if (part := _PART_NAME.search(tag))), None)
    return found[1].decode("utf-8", "replace") if found else None


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(_CONTENT_TYPES_REACH)


def _name_office_kind(types: bytes) -> str | None:
    return next((kind for main, kind in _OTHER_MAIN.items() if main.search(types)), None)


def _name_contents(names: list[str]) -> str:
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        return "an Apple iWork file"
    files = [name for name in names if not name.endswith("/")]
    if not files:
        return "a zip archive with nothing in it"
    some = ", ".join(name.rsplit("/", 1)[-1][:60] for name in files[:3])
    more = f" and {len(files) - 3} more" if len(files) > 3 else ""
    return f"a zip archive with {some}{more}"
