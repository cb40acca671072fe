"""Word files (.docx) to the neutral document."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from medcom_extract.document import Block, Document, Paragraph, Source, Table, Warning
from medcom_extract.errors import DamagedFile, TooLarge
from medcom_extract.readers.word.body import read_blocks
from medcom_extract.readers.word.colours import Theme
from medcom_extract.readers.word.fields import Fields
from medcom_extract.readers.word.names import Element, R, W
from medcom_extract.readers.word.numbering import Numbering
from medcom_extract.readers.word.package import (
    LARGEST_PART,
    LARGEST_TOTAL,
    MOST_PARTS,
    Package,
    open_package,
)
from medcom_extract.readers.word.story import Story
from medcom_extract.readers.word.styles import Styles

__all__ = ["read_word"]

_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"


def read_word(
    data: bytes,
    source: Source,
    *,
    most_parts: int = MOST_PARTS,
    largest_part: int = LARGEST_PART,
    largest_total: int = LARGEST_TOTAL,
) -> Document:
    """Read a Word file: its body, its headers and footers, and warnings about what is left out.

    Tracked changes are read as accepted.  Limits are in bytes of unpacked parts.  Raises
    DamagedFile, NotAWordFile or TooLarge.
    """
    package = open_package(
        data,
        source.name,
        most_parts=most_parts,
        largest_part=largest_part,
        largest_total=largest_total,
    )
    try:
        return _WordFile(package).read(source)
    except RecursionError as error:
        raise TooLarge("its elements are nested too deep", file=source.name) from error
    except MemoryError as error:
        raise TooLarge("it needs more memory than there is", file=source.name) from error


@dataclass
class _WordFile:
    """An open package with the parts that all of its stories share."""

    package: Package

    def __post_init__(self) -> None:
        theme = self._related("theme")
        self.settings = self._related("settings")
        self.theme = Theme.read(theme, self.settings)
        self.styles = Styles(self._related("styles"), self.theme)
        self.numbering = Numbering(self._related("numbering"), self.styles)

    def _related(self, kind: str) -> Element | None:
        parts = self.package.related(self.package.main, kind)
        return self.package.optional_xml(parts[0]) if parts else None

    def read(self, source: Source) -> Document:
        main = self.package.main
        root = self.package.xml(main)
        body = root.find(W + "body") if root is not None else None
        if root is None or body is None:
            raise DamagedFile("its main part holds no body", file=self.package.file)
        story = self._story(main, root)
        blocks = read_blocks(body, story, "body")
        for kind, ids in (("footnotes", story.footnotes), ("endnotes", story.endnotes)):
            blocks += self._notes(kind, ids, story)
        return Document(
            source=self._source(source),
            blocks=tuple(blocks),
            furniture=tuple(self._furniture(root, story)),
            warnings=tuple(self._warnings(story)),
        )

    def _story(self, part: str, root: Element) -> Story:
        return Story(
            package=self.package,
            part=part,
            theme=self.theme,
            styles=self.styles,
            numbering=self.numbering,
            relationships=self.package.relationships(part),
            fields=Fields.of(root),
        )

    def _notes(self, kind: str, ids: list[str], body: Story) -> list[Block]:
        """The notes that the body refers to, in the order of the references."""
        parts = self.package.related(self.package.main, kind) if ids else []
        root = self.package.optional_xml(parts[0]) if parts else None
        if root is None:
            return []
        story = self._story(parts[0], root)
        notes = {note.get(W + "id"): note for note in root}
        blocks: list[Block] = []
        for one in ids:
            if one in notes:
                blocks += read_blocks(notes[one], story, f"{kind}/note[{one}]")
        body.hidden_words += story.hidden_words
        return blocks

    def _furniture(self, root: Element, body: Story) -> Iterator[Paragraph]:
        """Paragraphs of the headers and footers that any section refers to, each text once."""
        parts: dict[str, None] = {}
        for kind in ("headerReference", "footerReference"):
            for reference in root.iter(W + kind):
                relation = body.relationships.get(reference.get(R + "id", ""))
                if relation is not None and not relation.external:
                    parts[relation.target] = None
        seen: set[str] = set()
        for part in parts:
            element = self.package.optional_xml(part)
            if element is None:
                continue
            name = part.rsplit("/", 1)[-1].removesuffix(".xml")
            for paragraph in _paragraphs(read_blocks(element, self._story(part, element), name)):
                if paragraph.text and paragraph.text not in seen:
                    seen.add(paragraph.text)
                    yield paragraph

    def _warnings(self, story: Story) -> Iterator[Warning]:
        parts = self.package.related(self.package.main, "comments")
        comments = self.package.optional_xml(parts[0]) if parts else None
        count = len(comments.findall(W + "comment")) if comments is not None else 0
        if count:
            message = f"Comments in the margin are not read; there are {count}."
            yield Warning("comments-left-out", message)
        if story.hidden_words:
            message = f"Hidden text is not read; it has {story.hidden_words} words."
            yield Warning("hidden-text", message)
        if story.embedded:
            message = f"Documents embedded in this one are not read; there are {story.embedded}."
            yield Warning("embedded-document", message)

    def _source(self, source: Source) -> Source:
        """The source with the producer and the date that the file tells."""
        application = self._property("extended-properties", "docProps/app.xml", "Application")
        created = self._property("core-properties", "docProps/core.xml", f"{_DCTERMS}created")
        return replace(
            source,
            page_count=None,
            producer=application or source.producer,
            created=created or source.created,
            title=self._property("core-properties", "docProps/core.xml", f"{_DC}title"),
        )

    def _property(self, kind: str, usual: str, name: str) -> str | None:
        parts = [*self.package.related("", kind), usual]
        root = self.package.optional_xml(parts[0])
        found = root.find(f"{{*}}{name}" if name[0] != "{" else name) if root is not None else None
        text = (found.text or "").strip() if found is not None else ""
        return text or None


def _paragraphs(blocks: list[Block] | tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for cell in block.cells:
                yield from _paragraphs(cell.blocks)
