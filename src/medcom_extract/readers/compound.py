"""OLE compound files, in which Office kept its documents until 2007 and keeps encrypted ones.

Only the names in the directory are looked at: enough to say what a file is.  The layout is that
of [MS-CFB]: a directory entry has 128 bytes, begins on a multiple of 128, holds its name in
UTF-16 and the length of the name in bytes, the closing zero included, at offset 64.
"""

from medcom_extract.errors import MedcomError, OldWordFile, PasswordRequired, UnsupportedFormat

__all__ = ["COMPOUND_MAGIC", "name_compound_error"]

COMPOUND_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OTHERS: dict[str, tuple[str, str | None]] = {
    "Workbook": ("an old Excel workbook (.xls)", None),
    "Book": ("an old Excel workbook (.xls)", None),
    "PowerPoint Document": ("an old PowerPoint presentation (.ppt)", None),
    "__properties_version1.0": ("an Outlook message (.msg)", "Save the attached report by itself."),
}


def name_compound_error(data: bytes, file: str) -> MedcomError:
    """Make the error for a compound file, by what it holds; none of them can be read."""
    if has_entry(data, "EncryptedPackage"):
        remedy = "Open it in Word, remove the password (File, Info, Protect Document) and save it."
        problem = "the Word or Office file has a password, and such files cannot be opened"
        return PasswordRequired(problem, file=file, next_step=remedy)
    if has_entry(data, "WordDocument"):
        return OldWordFile("a Word 97-2003 document (.doc) is not read", file=file)
    for entry, (kind, advice) in _OTHERS.items():
        if has_entry(data, entry):
            return UnsupportedFormat(f"this is {kind}", file=file, next_step=advice)
    return OldWordFile("an Office file of before 2007, such as .doc, is not read", file=file)


def has_entry(data: bytes, name: str) -> bool:
    """Whether the directory lists a stream or storage of this name."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    found = data.find(wanted)
    while found >= 0:
        length = int.from_bytes(data[found + 64 : found + 66], "little")
        if found % 128 == 0 and length == len(wanted):
            return True
        found = data.find(wanted, found + 1)
    return False
