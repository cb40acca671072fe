"""Links: those that the file marks, and addresses that stand in the text."""

import re
from collections.abc import Iterator

from medcom_extract.document import Document, Paragraph
from medcom_extract.report import Link

__all__ = ["find_links"]

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”“’|]+", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'"


def find_links(document: Document) -> list[Link]:
    """All links of the body, in reading order; a marked one counts once, whatever its runs."""
    return [link for paragraph in document.paragraphs() for link in _links_of(paragraph)]


def _links_of(paragraph: Paragraph) -> Iterator[Link]:
    if not any(run.href for run in paragraph.runs) and not _may_hold_address(paragraph.text):
        return
    marked: list[Link] = []
    text, href = "", None
    for run in [*paragraph.runs, None]:
        target = run.href if run is not None else None
        if href is not None and target != href:
            marked.append(_link(" ".join(text.split()), href, paragraph))
            text = ""
        if run is not None and target is not None:
            text = text + run.text if target == href else run.text
        href = target
    yield from marked
    known = {_bare(link.url) for link in marked} | {_bare(link.text) for link in marked}
    for found in _ADDRESS.finditer(paragraph.text):
        address = _trimmed(found.group())
        if _bare(address) not in known:
            known.add(_bare(address))
            url = address if "://" in address else f"https://{address}"
            yield _link(address, url, paragraph)


def _may_hold_address(text: str) -> bool:
    """Whether a text has what each address has: most have neither."""
    return "://" in text or "www" in text.lower()


def _link(text: str, url: str, paragraph: Paragraph) -> Link:
    return Link(text=text or url, url=url, locations=paragraph.locations)


def _trimmed(address: str) -> str:
    address = address.rstrip(_TRAILING)
    opened = address.count("(") > address.count(")")
    return address + ")" if opened else address


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", _trimmed(address).casefold()).rstrip("/")
