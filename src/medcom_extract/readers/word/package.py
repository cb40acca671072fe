"""Opening a Word file: a zip of parts, joined by relationships, read under limits."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from medcom_extract.errors import DamagedFile, NotAWordFile, TooLarge
from medcom_extract.readers.pixels import count_pixels
from medcom_extract.readers.word.names import STRICT, Element

__all__ = ["Package", "Relationship", "open_package"]

MOST_PARTS = 2_000
LARGEST_PART = 32 * 2**20
LARGEST_TOTAL = 100 * 2**20
LARGEST_PICTURE = 8 * 2**20
MOST_PIXELS = 100_000_000
"""In all the pictures that are looked into, each counted once; some seconds of decoding."""

MOST_TAGS = 800_000
"""Start and end tags in a part.  A page of a tracked, heavily formatted document has some 2,000,
so this is 400 such pages."""

_CHUNK = 2**18
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another; ``target`` is a part's name, or a URL where external."""

    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """The parts of a Word file.  Bytes are counted as they are inflated, not as declared."""

    file: str
    archive: zipfile.ZipFile
    largest_part: int
    largest_total: int
    entries: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    main: str = ""
    inflated: int = 0
    pixels_left: int = MOST_PIXELS
    pictures: dict[str, bytes | None] = field(default_factory=dict)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is no such part."""
        entry = self.entries.get(name.lower())
        if entry is None:
            return None
        data = self._inflate(entry, self.largest_part)
        if data is None:
            problem = f"its part {name} is larger than {self.largest_part // 2**20} MB"
            raise TooLarge(problem, file=self.file)
        return data

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture, or None where it is missing, damaged or over a limit."""
        name = name.lower()
        if name not in self.pictures:
            self.pictures[name] = self._read_picture(name)
        return self.pictures[name]

    def _read_picture(self, name: str) -> bytes | None:
        entry = self.entries.get(name)
        if entry is None or entry.file_size > LARGEST_PICTURE:
            return None
        try:
            data = self._inflate(entry, LARGEST_PICTURE)
        except DamagedFile:
            return None  # a picture that cannot be read is no reason to refuse the text
        self.pixels_left -= count_pixels(data) if data else 0
        return data if self.pixels_left >= 0 else None

    def _inflate(self, entry: zipfile.ZipInfo, most: int) -> bytes | None:
        """The bytes of an entry, or None where there are more than ``most``."""
        data = bytearray()
        try:
            with self.archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    data += chunk
                    self.inflated += len(chunk)
                    if self.inflated > self.largest_total:
                        limit = self.largest_total // 2**20
                        raise TooLarge(f"it unpacks to more than {limit} MB", file=self.file)
                    if len(data) > most:
                        return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            problem = f"its part {entry.filename} cannot be unpacked"
            raise DamagedFile(problem, file=self.file) from error
        except RuntimeError as error:  # how zipfile says that an entry is encrypted
            raise DamagedFile(f"its part {entry.filename} is locked", file=self.file) from error
        return bytes(data)

    def xml(self, name: str) -> Element | None:
        """The root element of a part, Strict names made transitional; None without the part."""
        data = self.read(name)
        return None if data is None else self._parse(data, name)

    def optional_xml(self, name: str) -> Element | None:
        """As ``xml``, for parts the text does not depend on: None also where it is damaged."""
        try:
            return self.xml(name)
        except DamagedFile:
            return None

    def _parse(self, data: bytes, name: str) -> Element:
        if data.count(b"<") > MOST_TAGS:
            raise TooLarge(f"its part {name} holds too many elements", file=self.file)
        if b"purl.oclc.org/ooxml" in data:
            for strict, transitional in STRICT.items():
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedFile(f"its part {name} is not whole XML", file=self.file) from error
        if b"<!DOCTYPE" in data[:100_000]:
            # Open Packaging Conventions forbid it; entities are the only thing it is good for.
            raise DamagedFile(f"its part {name} holds a document type", file=self.file)
        return root

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part by their id; of the package itself for ``""``."""
        folder, name = posixpath.split(part)
        root = self.optional_xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            relation.get("Id", ""): _relationship(relation, folder)
            for relation in root.iter(_RELATION)
        }

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts that a part points to with a kind of relationship."""
        return [
            relation.target
            for relation in self.relationships(part).values()
            if relation.kind == kind and not relation.external
        ]


def _relationship(element: Element, folder: str) -> Relationship:
    kind = element.get("Type", "").rstrip("/").rsplit("/", 1)[-1]
    target = element.get("Target", "").strip()
    if element.get("TargetMode", "").lower() == "external":
        return Relationship(kind, target, external=True)
    path = unquote(target.split("#", 1)[0].replace("\\", "/"))
    whole = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    return Relationship(kind, posixpath.normpath(whole), external=False)


def open_package(
    data: bytes,
    file: str,
    *,
    most_parts: int = MOST_PARTS,
    largest_part: int = LARGEST_PART,
    largest_total: int = LARGEST_TOTAL,
) -> Package:
    """Open a Word file.

    Raises DamagedFile where the zip is broken, NotAWordFile where it is whole but holds no Word
    document, and TooLarge past a limit.
    """
    # Counted in the raw bytes first: listing a million entries takes seconds.  Packages stored
    # inside this one count too, hence the slack.
    if data.count(b"PK\x01\x02") > 8 * most_parts:
        raise TooLarge(f"it holds more than {most_parts} parts", file=file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DamagedFile("it begins like a zip archive, but is not whole", file=file) from error
    entries = archive.infolist()
    if len(entries) > most_parts:
        raise TooLarge(f"it holds more than {most_parts} parts", file=file)
    package = Package(file, archive, largest_part, largest_total)
    for entry in entries:
        package.entries.setdefault(entry.filename.replace("\\", "/").lstrip("/").lower(), entry)
    package.main = _main_part(package)
    return package


def _main_part(package: Package) -> str:
    candidates = [*package.related("", "officeDocument"), "word/document.xml"]
    for name in candidates:
        if name.lower() in package.entries and _is_word(package, name):
            return name
    raise NotAWordFile("it is a zip archive without a Word document in it", file=package.file)


def _is_word(package: Package, name: str) -> bool:
    """Whether the content types say so; a part in ``word/`` passes where they say nothing."""
    types = package.optional_xml("[Content_Types].xml")
    for override in types if types is not None else ():
        if override.get("PartName", "").lstrip("/").lower() == name.lower():
            return "wordprocessingml" in override.get("ContentType", "") or "ms-word" in (
                override.get("ContentType", "")
            )
    return name.lower().startswith("word/")
