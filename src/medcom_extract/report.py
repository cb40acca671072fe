"""The models of a status report.  Field names are a public contract: add, never rename.

    Report
    ├── source, title, programme, programme_years, period, introduction, closing, headings
    ├── sections: Section
    │   └── projects: Project
    │       ├── status: Status, aspects: Aspect        the traffic lights
    │       ├── risks: Risk, milestones: Milestone, remarks: Remark
    │       └── details                                key-value fields, unknown columns
    ├── legend, figures, links
    ├── unassigned: Passage                            words that fit nowhere; never dropped
    ├── account: Account                               where every word of the body went
    └── warnings: ReportWarning

All models are frozen and refuse unknown fields.  ``Report.model_dump_json()`` is the JSON that the
command line prints, and ``Report.model_validate_json()`` reads it back.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from medcom_extract.document import Location

__all__ = [
    "SCHEMA_VERSION",
    "Account",
    "Aspect",
    "Cue",
    "DateMention",
    "DayRange",
    "Entity",
    "Figure",
    "Heading",
    "Legend",
    "Link",
    "Mention",
    "Milestone",
    "Passage",
    "Period",
    "Project",
    "Quantity",
    "Remark",
    "Report",
    "ReportSource",
    "ReportWarning",
    "Risk",
    "Section",
    "Span",
    "Status",
    "Years",
]

SCHEMA_VERSION = "1.0"

Evidence = Literal["image", "shape", "shading", "glyph", "emoji", "text", "alt-text"]
Rating = Literal["low", "medium", "high"]
Locations = tuple[Location, ...]


class Model(BaseModel):
    """What all models share: frozen, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Years(Model):
    """A span of whole years, both included."""

    start: int = Field(description="First year.")
    end: int = Field(description="Last year.")


class Period(Model):
    """The period that the report speaks of."""

    text: str = Field(description="The document's own words, such as 'Juni 2024'.")
    start: date = Field(description="First day.")
    end: date = Field(description="Last day, included.")
    precision: str = Field(
        description="day, month, quarter, half-year, year or range: how exact the words are."
    )
    locations: Locations = Field(default=(), description="Where it was read.")


class Passage(Model):
    """A paragraph of the document, word for word."""

    text: str = Field(description="The author's text, line-end hyphens taken out.")
    locations: Locations = Field(default=(), description="Where it was read.")


class Heading(Passage):
    """A heading of the document that names neither a section nor a project."""

    level: int | None = Field(default=None, description="Outline level from 1, where known.")


class Span(Model):
    """A stretch of a text, by character offsets."""

    start: int = Field(description="Offset of the first character.")
    end: int = Field(description="Offset after the last character.")


class Cue(Model):
    """Words of a text that decided something, such as a risk's state."""

    text: str = Field(description="The words as written.")
    rule: str = Field(description="The rule that they speak for.")
    span: Span | None = Field(default=None, description="Where in the text they stand.")


class DateMention(Model):
    """A date expression, resolved against the report's period."""

    text: str = Field(description="The expression as written.")
    start: date = Field(description="First day.")
    end: date = Field(description="Last day, included.")
    precision: str = Field(
        description="day, week, part-month, month, part-quarter, quarter, half-year, season, "
        "part-year, year, range or vague."
    )
    modifier: str | None = Field(
        default=None, description="by, before, after, from, until, approx, or null."
    )
    inferred: bool = Field(default=False, description="Whether the year was inferred.")
    span: Span | None = Field(default=None, description="Where in the text it stands.")


class Quantity(Model):
    """A figure with its unit."""

    text: str = Field(description="The expression as written.")
    value: float = Field(description="The figure.")
    of: float | None = Field(default=None, description="The whole, in '4 ud af 6'.")
    to: float | None = Field(default=None, description="The upper end, in '2-3 leverandører'.")
    unit: str | None = Field(default=None, description="What is counted or measured.")
    span: Span | None = Field(default=None, description="Where in the text it stands.")


class Entity(Model):
    """A named party, system, standard or place."""

    text: str = Field(description="The name as written.")
    label: str = Field(description="Kind: region, municipality, organisation, system ...")
    id: str | None = Field(default=None, description="Canonical id; null where unknown.")
    span: Span | None = Field(default=None, description="Where in the text it stands.")


class DayRange(Model):
    """A first and a last day, both included."""

    start: date = Field(description="First day.")
    end: date = Field(description="Last day, included.")


class Item(Model):
    """What risks, milestones and remarks share: one paragraph or one list item."""

    text: str = Field(description="The author's text, line-end hyphens taken out.")
    label: str | None = Field(
        default=None, description="The document's own words for the field; null where it has none."
    )
    track: str | None = Field(
        default=None, description="The sub-project, where one cell holds several."
    )
    dates: tuple[DateMention, ...] = Field(default=(), description="Dates in the text.")
    quantities: tuple[Quantity, ...] = Field(default=(), description="Figures in the text.")
    entities: tuple[Entity, ...] = Field(default=(), description="Parties named in the text.")
    sentences: tuple[Span, ...] = Field(default=(), description="Sentences of the text.")
    locations: Locations = Field(default=(), description="Where it was read.")


class Remark(Item):
    """A paragraph that stands under no label of risk or milestone."""


class Risk(Item):
    """A risk."""

    state: Literal["potential", "materialised", "mitigated"] | None = Field(
        default=None,
        description="What has become of it; null before the language stage, and where the text "
        "says that there is no risk.",
    )
    cues: tuple[Cue, ...] = Field(default=(), description="The words that decided the state.")
    mitigation: tuple[Span, ...] = Field(
        default=(), description="Sentences that say what is done about it."
    )
    categories: tuple[str, ...] = Field(
        default=(), description="resources, delay, economy, technical, legal, adoption ..."
    )
    likelihood: Rating | None = Field(default=None, description="As the document rates it.")
    impact: Rating | None = Field(default=None, description="As the document rates it.")
    details: dict[str, str] = Field(
        default_factory=dict, description="Further columns of a risk table, by their header."
    )


class Milestone(Item):
    """A milestone: reached, ahead, or a row of a milestone table."""

    kind: Literal["achieved", "upcoming", "plan"] = Field(
        description="achieved, upcoming, or plan: a row of a milestone table."
    )
    due: DayRange | None = Field(
        default=None, description="When it is to happen; for an achieved one, when it happened."
    )
    negative: bool = Field(
        default=False, description="Whether the text says that nothing was reached."
    )
    planned: DayRange | None = Field(
        default=None, description="The planned date of a milestone table's row."
    )
    status: Literal["planned", "achieved", "delayed", "cancelled"] | None = Field(
        default=None, description="The state that a milestone table gives the row."
    )
    details: dict[str, str] = Field(
        default_factory=dict,
        description="Further columns of a milestone table, and its planned date and status as "
        "written, by their header.",
    )


class Status(Model):
    """A traffic light."""

    light: str = Field(
        description="green, yellow, red, a further colour (blue, grey, white ...), none (no mark "
        "there) or unknown (a mark that was not understood)."
    )
    color: str | None = Field(default=None, description="The colour seen, #rrggbb.")
    evidence: Evidence | None = Field(default=None, description="What the light was read from.")
    confidence: float = Field(default=1.0, description="0 to 1.", ge=0, le=1)
    text: str | None = Field(default=None, description="Words that stand beside or in the mark.")
    locations: Locations = Field(default=(), description="Where it was read.")


class Aspect(Status):
    """A further light of a project, beside the overall one."""

    name: str = Field(description="What it judges: Tidsplan, Økonomi ...")


class Project(Model):
    """A project of the report."""

    key: str = Field(description="Stable key made from the name.")
    name: str = Field(description="The project's name as written.")
    status: Status = Field(description="The overall traffic light.")
    state: Literal["active", "on_hold", "completed", "clarification"] | None = Field(
        default=None, description="Life cycle by its words; null before the language stage."
    )
    state_cues: tuple[Cue, ...] = Field(
        default=(), description="The words that decided the state; none for an active project."
    )
    remarks: tuple[Remark, ...] = Field(default=(), description="Paragraphs under no label.")
    risks: tuple[Risk, ...] = Field(default=(), description="Risks, in the document's order.")
    milestones: tuple[Milestone, ...] = Field(
        default=(), description="Milestones, in the document's order."
    )
    aspects: tuple[Aspect, ...] = Field(default=(), description="Further lights, each named.")
    details: dict[str, str] = Field(
        default_factory=dict, description="Key-value fields and columns of no other meaning."
    )
    details_locations: dict[str, Locations] = Field(
        default_factory=dict, description="Where each of the details was read."
    )
    headings: tuple[Heading, ...] = Field(
        default=(), description="Headings inside the project's pages that are no label."
    )
    locations: Locations = Field(default=(), description="Where the name was read.")


class Section(Model):
    """A programme area with its projects."""

    name: str = Field(description="The section's title; empty where the document gives none.")
    projects: tuple[Project, ...] = Field(default=(), description="Its projects, in order.")
    introduction: tuple[Passage, ...] = Field(
        default=(), description="Paragraphs between the title and the projects."
    )
    closing: tuple[Passage, ...] = Field(
        default=(), description="Paragraphs after the section's tables, before the next section."
    )
    locations: Locations = Field(default=(), description="Where the title was read.")


class Legend(Model):
    """What the document says that a colour means."""

    light: str = Field(description="The colour, as in Status.light.")
    text: str = Field(description="The meaning, in the document's words.")
    color: str | None = Field(default=None, description="The colour seen, #rrggbb.")
    locations: Locations = Field(default=(), description="Where it was read.")


class Figure(Model):
    """A chart or picture with its caption."""

    caption: str = Field(description="The caption as written.")
    years: Years | None = Field(default=None, description="The years that the caption names.")
    locations: Locations = Field(default=(), description="Where it was read.")


class Link(Model):
    """A link in the document."""

    text: str = Field(description="The words that carry it.")
    url: str = Field(description="Its target.")
    locations: Locations = Field(default=(), description="Where it was read.")


class ReportWarning(Model):
    """Something a person should look at."""

    code: str = Field(
        description="Stable code, such as status-not-recognised; docs/warnings.md has them all."
    )
    message: str = Field(description="A sentence for a person.")
    locations: Locations = Field(default=(), description="Where it was seen.")


class Account(Model):
    """Where the words of the document went: ``body == placed + unassigned``."""

    body: int = Field(description="Words in the document's body.")
    placed: int = Field(description="Words in named fields, labels and column headers included.")
    unassigned: int = Field(description="Words in `unassigned`.")
    furniture: int = Field(
        description="Words set apart: running headers, footers, page numbers, repeated headers."
    )


class ReportSource(Model):
    """The file that the report was read from."""

    name: str = Field(description="File name without its folder.")
    media_type: str = Field(description="application/pdf or the media type of .docx.")
    sha256: str = Field(description="SHA-256 of the file, hexadecimal.")
    page_count: int | None = Field(default=None, description="Pages; null for Word.")
    producer: str | None = Field(default=None, description="The program that made the file.")
    created: str | None = Field(default=None, description="ISO 8601, where the file tells it.")
    engine: str | None = Field(default=None, description="The reader used.")


class Mention(Model):
    """A place in a report where a party, system or place is named."""

    project: str = Field(description="Key of the project.")
    field: Literal["risk", "milestone", "remark"] = Field(description="Kind of item.")
    item: Risk | Milestone | Remark = Field(description="The whole item.")
    entity: Entity = Field(description="The name as it stands there.")


class Report(Model):
    """A whole status report."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Version of this contract.")
    source: ReportSource = Field(description="The file.")
    title: str | None = Field(default=None, description="The report's title.")
    programme: str | None = Field(default=None, description="The programme, such as MedCom13.")
    programme_years: Years | None = Field(default=None, description="The programme's years.")
    period: Period | None = Field(default=None, description="The period reported on.")
    introduction: tuple[Passage, ...] = Field(
        default=(), description="Paragraphs before the first section."
    )
    closing: tuple[Passage, ...] = Field(
        default=(), description="Paragraphs after the last section."
    )
    headings: tuple[Heading, ...] = Field(
        default=(), description="Headings that name neither a section nor a project."
    )
    sections: tuple[Section, ...] = Field(default=(), description="Programme areas, in order.")
    legend: tuple[Legend, ...] = Field(default=(), description="What the colours mean.")
    figures: tuple[Figure, ...] = Field(default=(), description="Charts with captions.")
    links: tuple[Link, ...] = Field(default=(), description="Links, in order.")
    unassigned: tuple[Passage, ...] = Field(default=(), description="Words that fit nowhere.")
    account: Account | None = Field(default=None, description="Where the words went.")
    warnings: tuple[ReportWarning, ...] = Field(default=(), description="What to look at.")

    @property
    def projects(self) -> list[Project]:
        """All projects, in order."""
        return [project for section in self.sections for project in section.projects]

    def mentions(self, name: str) -> list[Mention]:
        """Where a party is named, by any of its aliases: "Region Nord" or "region-nordjylland".

        Empty before the language stage.  A name that stands in no list is looked up as written.
        """
        from medcom_extract.enrichment.mentions import find_mentions

        return find_mentions(self, name)
