"""How well a report was read: a project is perfect or it is not."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from medcom_extract.document import Document, Location
from medcom_extract.report import Project as Found
from medcom_extract.report import Report as FoundReport

from .content import Project
from .drawing import Beside, Block, Break, Drawing, Heading, Line, Table

__all__ = ["Score", "lost_words", "same_facts", "score"]

Fact = tuple[str, str | None, str]


@dataclass
class Score:
    """What became of one document's projects."""

    right: int = 0
    wrong: int = 0
    right_warned: int = 0
    wrong_warned: int = 0
    extra: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def projects(self) -> int:
        return self.right + self.wrong


def plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").replace("\u00ad", "").replace("\u00a0", " ")).strip()


def facts_of_truth(project: Project) -> Iterator[Fact]:
    for remark in project.remarks:
        yield "remark", None, plain(remark)
    for track in project.tracks:
        for kind in ("risks", "achieved", "upcoming"):
            for text in track.items(kind):
                yield kind, track.name, plain(text)
    for text, _, status in project.plan:
        yield "plan", status, plain(text)
    for key, value in project.details.items():
        yield "detail", key, plain(value)
    for key, light in project.aspects.items():
        yield "aspect", key, light
    levels = {"lav": "low", "middel": "medium", "høj": "high"}
    for chance, harm in project.ratings:
        yield "rating", levels[chance], levels[harm]


def facts_of_found(found: Found) -> Iterator[Fact]:
    for remark in found.remarks:
        yield "remark", None, plain(remark.text)
    for risk in found.risks:
        yield "risks", risk.track, plain(risk.text)
        if risk.likelihood or risk.impact:
            yield "rating", risk.likelihood, risk.impact or ""
    states = {"planned": "Planlagt", "achieved": "Opnået"}
    for milestone in found.milestones:
        if milestone.kind == "plan":
            yield "plan", states.get(milestone.status or ""), plain(milestone.text)
        else:
            yield milestone.kind, milestone.track, plain(milestone.text)
    for key, value in found.details.items():
        yield "detail", key, plain(value)
    for aspect in found.aspects:
        yield "aspect", aspect.name, aspect.light


def light_of(found: Found) -> str | None:
    return None if found.status.light in ("none", "unknown") else found.status.light


def score(drawing: Drawing, report: FoundReport) -> Score:
    """Each drawn project against the first one found by its name.

    It is perfect where section, light and all facts are equal.
    """
    result = Score()
    found = {
        plain(p.name).casefold(): (plain(section.name), p)
        for section in reversed(report.sections)
        for p in reversed(section.projects)
    }
    for section in drawing.truth.sections:
        for project in section.projects:
            name, got = found.get(plain(project.name).casefold(), ("", None))
            fault = _fault(project, plain(section.name), got, name)
            warned = got is not None and is_warned(got, report)
            if fault:
                result.wrong += 1
                result.wrong_warned += warned or got is None
                result.misses.append(f"{project.name}: {fault}" + (" [warned]" if warned else ""))
            else:
                result.right += 1
                result.right_warned += warned
    result.extra = len(report.projects) - len(drawing.truth.projects)
    if result.extra > 0:
        result.misses.append(f"{result.extra} projects too many")
    return result


def _fault(project: Project, section: str, got: Found | None, name: str) -> str:
    """What is wrong with a project; empty where nothing is."""
    if got is None:
        return "not found"
    if name != section:
        return f"section {name!r} instead of {section!r}"
    if light_of(got) != project.light:
        return f"light {got.status.light} instead of {project.light}"
    truth, found = Counter(facts_of_truth(project)), Counter(facts_of_found(got))
    if truth == found:
        return ""
    return f"missing {list(truth - found)}; extra {list(found - truth)}"


def is_warned(project: Found, report: FoundReport) -> bool:
    """Whether some warning of the report stands at a project: in one of its places."""
    items = (*project.remarks, *project.risks, *project.milestones)
    places = [p for item in items for p in item.locations]
    places += [*project.locations, *project.status.locations]
    places += [p for lamp in project.aspects for p in lamp.locations]
    places += [p for found in project.details_locations.values() for p in found]
    return any(
        _meets(place, other)
        for warning in report.warnings
        for place in warning.locations
        for other in places
    )


def _meets(one: Location, other: Location) -> bool:
    if one.path or other.path:
        a, b = one.path or "", other.path or ""
        return bool(a and b) and (a.startswith(b) or b.startswith(a))
    if one.page != other.page or not one.bbox or not other.bbox:
        return False
    a0, t0, a1, b0 = one.bbox
    c0, t1, c1, b1 = other.bbox
    return min(a1, c1) > max(a0, c0) and min(b0, b1) > max(t0, t1)


def words_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every word that a drawing puts on paper, marks apart."""
    for block in blocks:
        if isinstance(block, Table):
            for header in block.header:
                yield from header.split()
            for row in block.rows:
                for cell in row:
                    yield from words_of(tuple(cell.lines))
        elif isinstance(block, Beside):
            yield from words_of(block.left + block.right)
        elif isinstance(block, Line):
            yield from (block.lead + " " + block.text).split()
        elif isinstance(block, Heading):
            yield from block.text.split()
        elif not isinstance(block, Break):
            raise TypeError(type(block))


def lost_words(drawing: Drawing, document: Document, report: FoundReport | None) -> list[str]:
    """Words that were drawn and stand nowhere in what was read, or not in the account."""
    read: Counter[str] = Counter()
    for paragraph in (*document.paragraphs(), *document.furniture):
        read.update(_letters(word) for word in paragraph.text.split())
    drawn = Counter(_letters(word) for word in words_of(drawing.blocks))
    lost = [word for word in (drawn - read).elements() if word]
    account = report.account if report else None
    if account and account.body != account.placed + account.unassigned:
        lost.append(f"<{account.body - account.placed - account.unassigned} words unaccounted>")
    return lost


def _letters(word: str) -> str:
    """A word without its hyphens and marks: how a line end is mended is scored elsewhere."""
    return re.sub(r"[\W_]", "", word).casefold()


def same_facts(one: FoundReport, other: FoundReport) -> list[str]:
    """Where two engines differ on the projects, hyphens apart."""
    differences = []
    a, b = (_outline(report) for report in (one, other))
    for name in dict.fromkeys([*a, *b]):
        if a.get(name) != b.get(name):
            differences.append(f"{name}: {_difference(a.get(name), b.get(name))}")
    return differences


def _outline(report: FoundReport) -> dict[str, Counter[str]]:
    return {
        _letters(p.name): Counter(
            [f"section {section.name}", f"light {p.status.light}"]
            + [f"{k} {n} {_letters(t)}" for k, n, t in facts_of_found(p)]
        )
        for section in report.sections
        for p in section.projects
    }


def _difference(one: Counter[str] | None, other: Counter[str] | None) -> str:
    if one is None or other is None:
        return "found by one engine only"
    return f"{list(one - other)} against {list(other - one)}"
