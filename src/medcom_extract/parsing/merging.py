"""An overview and the detail pages of its projects: one project each."""

from collections.abc import Sequence

from medcom_extract.parsing.drafts import ProjectDraft, SectionDraft, name_key, set_light
from medcom_extract.parsing.gathered import Body
from medcom_extract.parsing.lights import Light
from medcom_extract.report import Heading, Milestone, Remark, Risk
from medcom_extract.vocabulary import Vocabulary, normalise

__all__ = ["merge_project", "merge_tables", "settle"]


def merge_tables(sections: Sequence[SectionDraft], tables: Sequence[list[ProjectDraft]]) -> None:
    """Merge the projects that several tables list, each for another purpose.

    Most names of a table come again in one before it, and one of the two shows no status, or both
    give items of different kinds.  The project stays where its status is.
    """
    homes: dict[str, list[int]] = {}
    for at, later in enumerate(tables):
        _join_repeated(sections, later)
        keys = [name_key(project.name) for project in later]
        for index in sorted({index for key in keys for index in homes.get(key, ())}):
            _merge_pair(sections, tables[index], later)
        for key in keys:
            homes.setdefault(key, []).append(at)


def _merge_pair(
    sections: Sequence[SectionDraft], earlier: list[ProjectDraft], later: list[ProjectDraft]
) -> None:
    known = {name_key(project.name): project for project in earlier}
    pairs = [(known[key], p) for p in later if (key := name_key(p.name)) in known]
    if not pairs or 2 * len(pairs) < min(len(earlier), len(later)):
        return
    without = _shows_no_status(earlier), _shows_no_status(later)
    if not any(without) or (all(without) and _kinds(earlier) & _kinds(later)):
        return
    keep_later = _shows_no_status(earlier) and not _shows_no_status(later)
    table = earlier if keep_later else later
    for first, second in pairs:
        kept, gone = (second, first) if keep_later else (first, second)
        merge_project(kept, gone)
        _drop(sections, gone)
        table[:] = [project for project in table if project is not gone]


def _join_repeated(sections: Sequence[SectionDraft], table: list[ProjectDraft]) -> None:
    """A name that comes again in a table without a status is a further row of one project."""
    if not _shows_no_status(table):
        return
    homes = {id(p): at for at, section in enumerate(sections) for p in section.projects}
    known: dict[tuple[str, int | None], ProjectDraft] = {}
    for project in table:
        key = name_key(project.name), homes.get(id(project))
        first = known.setdefault(key, project)
        if first is not project:
            merge_project(first, project)
            _drop(sections, project)
    table[:] = known.values()


def _shows_no_status(table: list[ProjectDraft]) -> bool:
    return all(project.status is None for project in table)


def _kinds(table: list[ProjectDraft]) -> set[str]:
    """What kinds of items a table gives: two that give the same are of two sections."""
    kinds: set[str] = {item.kind for project in table for item in project.milestones}
    kinds |= {"risk" for project in table if project.risks}
    return kinds | {"remark" for project in table if project.remarks}


def _drop(sections: Sequence[SectionDraft], project: ProjectDraft) -> None:
    for section in sections:
        section.projects = [other for other in section.projects if other is not project]


def settle(
    body: Body, detailed: list[tuple[SectionDraft, ProjectDraft]], vocabulary: Vocabulary
) -> None:
    """Put the projects of detail pages in their sections, merged with those of an overview.

    A project stays in the overview's section, unless that is a mere "overview" and the pages have
    programme areas.
    """
    known = {name_key(project.name): project for project in body.projects}
    homes = {id(p): section for section in body.sections for p in section.projects}
    for section, project in detailed:
        first = known.get(name_key(project.name))
        if first is None:
            known[name_key(project.name)] = project
            section.projects.append(project)
            continue
        merge_project(first, project)
        home = homes.get(id(first))
        if home is not None and home is not section and _is_general(home, section, vocabulary):
            home.projects.remove(first)
            section.projects.append(first)
            homes[id(first)] = section
    _drop_empty(body)


def _is_general(home: SectionDraft, section: SectionDraft, vocabulary: Vocabulary) -> bool:
    """Whether the overview's section is no programme area while the details' section is one."""
    overviews = vocabulary.phrases("titles", "overviews")
    details = vocabulary.phrases("titles", "details")
    named = bool(section.name) and not details.matches(section.name)
    return named and (not home.name or overviews.matches(home.name))


def _drop_empty(body: Body) -> None:
    """A title over no project is a heading, and what stands below it introduces the report."""
    for section in [s for s in body.sections if not s.projects]:
        body.sections.remove(section)
        if section.name:
            body.headings.append(Heading(text=section.name, locations=section.locations))
        body.introduction.extend([*section.introduction, *section.closing])


def merge_project(first: ProjectDraft, second: ProjectDraft) -> None:
    """Merge what detail pages say (``second``) into what the overview says (``first``).

    Items of equal text are kept once; the overview's light is kept where the two differ.
    """
    if first.name.endswith(second.name):
        # What is before it is a number.
        first.name = second.name
    first.warnings.extend(second.warnings)
    if second.status is not None:
        set_light(first, Light(second.status), where="on the project's own page")
    for name in ("remarks", "risks", "milestones"):
        mine, theirs = getattr(first, name), getattr(second, name)
        # Each has one twin at the most: a plan may hold two rows of one name.
        free = list(range(len(mine)))
        for item in theirs:
            twin = next((i for i in free if _same(mine[i], item)), None)
            if twin is None:
                mine.append(item)
            else:
                free.remove(twin)
                mine[twin] = _richer(mine[twin], item)
    known = {normalise(aspect.name) for aspect in first.aspects}
    first.aspects.extend(a for a in second.aspects if normalise(a.name) not in known)
    for key, text in second.details.items():
        first.add_detail(key, text, second.places.get(key, ()))
    first.headings.extend(second.headings)


def _same(one: Remark | Risk | Milestone, other: Remark | Risk | Milestone) -> bool:
    kinds = getattr(one, "kind", None), getattr(other, "kind", None)
    return kinds[0] == kinds[1] and normalise(one.text) == normalise(other.text)


def _richer(
    one: Remark | Risk | Milestone, other: Remark | Risk | Milestone
) -> Remark | Risk | Milestone:
    """One item of two equal ones: what the first lacks comes from the second."""
    extra = {
        name: value for name, value in other
        if value not in (None, (), {}) and getattr(one, name) in (None, (), {})
    }  # fmt: skip
    places = {"locations": (*one.locations, *other.locations)}
    return one.model_copy(update={**extra, **places})
