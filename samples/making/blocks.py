"""A remarks cell as a list of blocks, the same for every producer."""

from collections.abc import Iterator
from dataclasses import dataclass

from making.content import FIELDS, Project, Report, Track


@dataclass(frozen=True)
class Block:
    """kind is track, label, lead (label and text in one paragraph), bullet or text."""

    kind: str
    text: str
    label: str = ""


def list_blocks(report: Report, project: Project) -> list[Block]:
    blocks = [Block("text", item.text) for item in project.remarks]
    for track in project.tracks:
        if track.name:
            blocks.append(Block("track", track.name))
        for kind in FIELDS:
            blocks.extend(list_field(report, project, track, kind))
    return blocks


def list_field(report: Report, project: Project, track: Track, kind: str) -> Iterator[Block]:
    items = track.items(kind)
    if not items:
        return
    label = report.labels[kind] + ("." if kind in project.label_stop else "")
    if project.inline_labels:
        yield Block("lead", items[0].text, f"{label}:")
        items = items[1:]
    else:
        yield Block("label", label)
    for item in items:
        yield Block("bullet" if item.bullet else "text", item.text)
