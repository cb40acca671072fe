"""Comparing two reports: which projects are the same, and what became of all they said."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from medcom_extract.comparison.aliases import Aliases, AliasInput, load_aliases
from medcom_extract.comparison.figures import compare_figures
from medcom_extract.comparison.linking import word_item
from medcom_extract.comparison.matching import Homes, Match, find_homes, match_projects
from medcom_extract.comparison.milestones import compare_milestones
from medcom_extract.comparison.models import (
    Comparison,
    Direction,
    LightChange,
    ProjectChange,
    ProjectLink,
    ReportReference,
    Summary,
)
from medcom_extract.comparison.ordering import is_same_report
from medcom_extract.comparison.portraits import Portrait, items_of, paint
from medcom_extract.comparison.risks import compare_risks
from medcom_extract.comparison.weighing import Rarity
from medcom_extract.report import Project, Report

__all__ = ["Pairing", "compare", "describe_pair", "light_of", "pair_reports", "rank_lights"]

_RANKS = {"green": 0, "yellow": 1, "red": 2}
_SAME_KINDS = {"carried_over", "unchanged"}


def compare(before: Report, after: Report, *, aliases: AliasInput = None) -> Comparison:
    """What changed from one report to the next, in the shape of the contract.

    ``aliases`` is a TOML file, or what ``load_aliases`` gives, that says which projects are the
    same and which are not.  Both reports should have passed the language stage, as ``extract``
    does; without it dates, figures and risk states are not compared.  Raises ``VocabularyError``
    where the alias file cannot be used.
    """
    pairing = pair_reports(before, after, load_aliases(aliases))
    changes = pairing.describe()
    return Comparison(
        before=ReportReference.of(before),
        after=ReportReference.of(after),
        projects=tuple(changes),
        summary=_summarise(changes, before, after),
        warnings=tuple(_warn(before, after)),
    )


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two reports with their projects matched; ``today`` is when the later one looks ahead from."""

    before: Sequence[Portrait]
    after: Sequence[Portrait]
    matches: Sequence[Match]
    rarity: Rarity
    aliases: Aliases
    today: date | None

    def describe(self) -> list[ProjectChange]:
        """The change of each project; a key that stands several times gets a number."""
        taken: set[str] = set()
        own = [_free_key(each.project.key, taken) for each in self.before]
        homes = find_homes(self.before, self.after, self.matches, self.rarity, self.aliases)
        return [*self._present(own, homes), *self._removed(own, homes)]

    def _present(self, own: Sequence[str], homes: Homes) -> Iterable[ProjectChange]:
        matches = {match.after: match for match in self.matches}
        merged: dict[int, list[str]] = {}
        for i, j in sorted(homes.merged.items()):
            merged.setdefault(j, []).append(self.before[i].project.name)
        taken = set(own)
        for j, portrait in enumerate(self.after):
            match = matches.get(j)
            if match is None:
                home = homes.split.get(j)
                yield _added(portrait, taken, None if home is None else self.before[home])
                continue
            one = self.before[match.before]
            change = describe_pair(
                one, portrait, own[match.before], match.link, self.rarity, self.today
            )
            yield change.model_copy(update={"merged_from": tuple(merged.get(j, ()))})

    def _removed(self, own: Sequence[str], homes: Homes) -> Iterable[ProjectChange]:
        matched = {match.before for match in self.matches}
        for i, portrait in enumerate(self.before):
            if i in matched:
                continue
            home = homes.merged.get(i)
            project = portrait.project
            yield ProjectChange(
                key=own[i],
                name=project.name,
                change="removed",
                section=portrait.section,
                merged_into=None if home is None else self.after[home].project.name,
                light=rank_lights(light_of(project), None),
                state_before=project.state,
            )


def pair_reports(before: Report, after: Report, aliases: Aliases) -> Pairing:
    """Match the projects of two reports."""
    one, other = paint(before), paint(after)
    rarity = Rarity(
        word_item(item) for side in (one, other) for each in side for item in items_of(each.project)
    )
    today = max(after.period.start, after.period.end.replace(day=1)) if after.period else None
    matches = match_projects(one, other, rarity, aliases)
    return Pairing(one, other, matches, rarity, aliases, today)


def describe_pair(
    before: Portrait,
    after: Portrait,
    key: str,
    link: ProjectLink,
    rarity: Rarity,
    today: date | None,
) -> ProjectChange:
    """What changed in one project."""
    one, other = before.project, after.project
    inside = rarity.within(before.name, after.name)
    change = ProjectChange(
        key=key,
        name=other.name,
        change="changed",
        section=after.section,
        renamed_from=one.name if before.folded != after.folded else None,
        moved_from=before.section if before.section != after.section else None,
        light=rank_lights(light_of(one), light_of(other)),
        state_before=one.state,
        state_after=other.state,
        link=link,
        milestones=compare_milestones(one.milestones, other.milestones, inside, today),
        risks=compare_risks(one.risks, other.risks, inside),
        figures=compare_figures(one, other, rarity),
    )
    return (
        change.model_copy(update={"change": "unchanged"})
        if _is_same(change, one, other)
        else change
    )


def _is_same(change: ProjectChange, one: Project, other: Project) -> bool:
    moved = change.renamed_from or change.moved_from or change.light.before != change.light.after
    if moved or one.state != other.state:
        return False
    texts = [
        sorted((type(item).__name__, item.track or "", item.text) for item in items_of(project))
        for project in (one, other)
    ]
    kinds = {str(each.kind) for each in change.milestones}
    kinds |= {str(each.kind) for each in change.risks}
    return texts[0] == texts[1] and kinds <= _SAME_KINDS


def _added(portrait: Portrait, taken: set[str], home: Portrait | None) -> ProjectChange:
    project = portrait.project
    return ProjectChange(
        key=_free_key(project.key, taken),
        name=project.name,
        change="added",
        section=portrait.section,
        split_from=home.project.name if home else None,
        light=rank_lights(None, light_of(project)),
        state_after=project.state,
    )


def _free_key(base: str, taken: set[str]) -> str:
    """The key, numbered where it is taken, and now taken itself."""
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    taken.add(key)
    return key


def light_of(project: Project) -> str | None:
    """The light as a comparison tells it: None where the cell holds no mark."""
    return None if project.status.light == "none" else project.status.light


def rank_lights(before: str | None, after: str | None) -> LightChange:
    """The change of a light; no light, an unknown mark and other colours have no rank."""
    direction: Direction = "unranked"
    if before == after:
        direction = "unchanged"
    elif before in _RANKS and after in _RANKS:
        direction = "worsened" if _RANKS[after] > _RANKS[before] else "improved"
    return LightChange(before=before, after=after, direction=direction)


def _summarise(changes: Sequence[ProjectChange], before: Report, after: Report) -> Summary:
    both = [change for change in changes if change.change not in ("added", "removed")]
    projects = Counter[str](change.change for change in changes)
    projects["renamed"] = sum(change.renamed_from is not None for change in changes)
    projects["moved"] = sum(change.moved_from is not None for change in changes)
    return Summary(
        projects=_count(projects, ("added", "removed", "changed", "unchanged", "renamed", "moved")),
        lights=_count(Counter(change.light.direction for change in both), _DIRECTIONS),
        milestones=_count(
            Counter(m.kind for change in both for m in change.milestones), _MILESTONES
        ),
        risks=_count(Counter(r.kind for change in both for r in change.risks), _RISKS),
        lights_before=_lights(before),
        lights_after=_lights(after),
    )


_DIRECTIONS = ("worsened", "improved", "unchanged", "unranked")
_MILESTONES = (
    "achieved", "slipped", "advanced", "carried_over", "dropped", "new", "achieved_unannounced"
)  # fmt: skip
_RISKS = ("new", "gone", "unchanged", "reworded", "materialised", "mitigated")


def _count(counts: Mapping[str, int], names: Iterable[str]) -> dict[str, int]:
    """The counts under every name, zeros too, in a fixed order."""
    return {name: counts.get(name, 0) for name in names}


def _lights(report: Report) -> dict[str, int]:
    return dict(sorted(Counter(project.status.light for project in report.projects).items()))


def _warn(before: Report, after: Report) -> Iterable[str]:
    one, other = before.period, after.period
    for report in (before, after):
        if report.period is None:
            yield f"{report.source.name} gives no period; overdue promises are not looked for."
    if is_same_report(before, after):
        yield (
            f"{before.source.name} and {after.source.name} are held to be the same report; "
            "`medcom-extract extract` with --same-as (or differences()) tells where they part."
        )
    if one and other and one.end > other.end:
        yield f"{before.source.name} is later than {after.source.name}: they may be swapped."
