"""The tables and their columns: what each holds, and which field of the models it comes from.

A row has what its columns show; whatever else the model says (places, spans, cues) stands as JSON
in ``more``, so that the tables give the whole report back.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = ["TABLES", "Column", "Kind", "Table"]

Kind = Literal["text", "integer", "real", "boolean", "date", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column."""

    name: str
    kind: Kind
    meaning: str
    source: tuple[str, ...] = ()
    """Path of the field in the model; empty for keys and positions."""
    references: str | None = None
    """The table whose key this is."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its key is its first column."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """Name of the key column."""
        return self.columns[0].name

    @property
    def names(self) -> list[str]:
        """Names of the columns, in order."""
        return [column.name for column in self.columns]


def _text(name: str, meaning: str, *source: str) -> Column:
    return Column(name, "text", meaning, source or (name,))


def _date(name: str, meaning: str, *source: str) -> Column:
    return Column(name, "date", meaning, source)


def _key(name: str, meaning: str) -> Column:
    return Column(name, "text", meaning)


def _refer(table: str) -> Column:
    name = f"{table.removesuffix('s')}_id"
    return Column(name, "text", f"the row of `{table}` that it belongs to", references=table)


_POSITION = Column("position", "integer", "place in the document's order, from 1")
_MORE = Column("more", "json", "what the columns do not show: places, spans, cues")
_REPORT, _PROJECT = _refer("reports"), _refer("projects")
_ITEM = (
    _REPORT,
    _PROJECT,
    _POSITION,
    _text("text", "the author's words"),
    _text("label", "the document's own words for the field"),
    _text("track", "the sub-project, where one cell holds several"),
)
_FACT = (
    _REPORT, _PROJECT, _refer("risks"), _refer("milestones"), _refer("remarks"), _POSITION,
)  # fmt: skip

TABLES = (
    Table(
        "reports",
        "a report",
        (
            _key("report_id", "16 digits of the file's SHA-256; with -2 for the same file again"),
            _text("name", "file name", "source", "name"),
            _text("title", "the report's title"),
            _text("programme", "the programme, such as MedCom13"),
            Column("programme_start", "integer", "first year", ("programme_years", "start")),
            Column("programme_end", "integer", "last year", ("programme_years", "end")),
            _text("period", "the period in the document's words", "period", "text"),
            _date("period_start", "first day", "period", "start"),
            _date("period_end", "last day, included", "period", "end"),
            _text("period_precision", "day, month, quarter ...", "period", "precision"),
            Column("page_count", "integer", "pages; null for Word", ("source", "page_count")),
            _text("media_type", "PDF or Word", "source", "media_type"),
            _text("producer", "the program that made the file", "source", "producer"),
            _text("created", "when the file was made, as it says", "source", "created"),
            _text("engine", "the reader used", "source", "engine"),
            _text("sha256", "SHA-256 of the file", "source", "sha256"),
            _text("schema_version", "version of the JSON contract"),
            Column("words", "integer", "words in the body", ("account", "body")),
            Column(
                "words_unassigned", "integer", "words that fit nowhere", ("account", "unassigned")
            ),
            _MORE,
        ),
    ),
    Table(
        "sections",
        "a programme area",
        (
            _key("section_id", "`report_id` and position"), _REPORT, _POSITION,
            _text("name", "the section's title; empty where there is none"), _MORE,
        ),
    ),
    Table(
        "projects",
        "a project in one report",
        (
            _key("project_id", "`report_id` and key; with -2 where a report has the key twice"),
            _REPORT,
            _refer("sections"),
            _POSITION,
            _text("key", "key made from the name: the same from report to report"),
            _text("name", "the name as written"),
            _text("state", "active, on_hold, completed or clarification"),
            _MORE,
        ),
    ),
    Table(
        "statuses",
        "a traffic light",
        (
            _key("status_id", "`project_id` and position"), _REPORT, _PROJECT, _POSITION,
            _text("aspect", "what it judges; null for the overall status", "name"),
            _text("light", "green, yellow, red ..., none or unknown"),
            _text("color", "the colour seen, #rrggbb"),
            _text("evidence", "image, shape, shading, glyph, emoji, text or alt-text"),
            Column("confidence", "real", "0 to 1", ("confidence",)),
            _text("text", "words in or beside the mark"), _MORE,
        ),
    ),
    Table(
        "risks",
        "a risk",
        (
            _key("risk_id", "`project_id` and position"), *_ITEM,
            _text("state", "potential, materialised or mitigated"),
            Column("categories", "json", "resources, delay, economy ...", ("categories",)),
            _text("likelihood", "low, medium or high, where the document rates it"),
            _text("impact", "low, medium or high, where the document rates it"), _MORE,
        ),
    ),
    Table(
        "milestones",
        "a milestone",
        (
            _key("milestone_id", "`project_id` and position"), *_ITEM,
            _text("kind", "achieved, upcoming, or plan: a row of a milestone table"),
            _date("due_start", "first day on which it is to happen, or happened", "due", "start"),
            _date("due_end", "last day, included", "due", "end"),
            _date("planned_start", "first planned day of a table's row", "planned", "start"),
            _date("planned_end", "last planned day", "planned", "end"),
            _text("status", "planned, achieved, delayed or cancelled, in a milestone table"),
            Column("negative", "boolean", "the text says nothing was reached", ("negative",)),
            _MORE,
        ),
    ),
    Table(
        "remarks",
        "a paragraph under no label",
        (_key("remark_id", "`project_id` and position"), *_ITEM, _MORE),
    ),
    Table(
        "dates",
        "a date in a text",
        (
            _key("date_id", "key of the item and position"), *_FACT,
            _text("text", "the expression as written"),
            _date("first_day", "first day", "start"),
            _date("last_day", "last day, included", "end"),
            _text("precision", "day, week, month, quarter, year, vague ..."),
            _text("modifier", "by, before, after, from, until, approx"),
            Column("inferred", "boolean", "the year was inferred", ("inferred",)), _MORE,
        ),
    ),
    Table(
        "quantities",
        "a figure in a text",
        (
            _key("quantity_id", "key of the item and position"), *_FACT,
            _text("text", "the expression as written"),
            Column("value", "real", "the figure", ("value",)),
            Column("whole", "real", "the whole, in '4 ud af 6'", ("of",)),
            Column("upper", "real", "the upper end, in '2-3'", ("to",)),
            _text("unit", "what is counted or measured"), _MORE,
        ),
    ),
    Table(
        "entities",
        "a party, system or place named in a text",
        (
            _key("entity_id", "key of the item and position"), *_FACT,
            _text("text", "the name as written"),
            _text("label", "kind: region, municipality, organisation, system ..."),
            _text("party", "canonical id, such as region-nordjylland; null where unknown", "id"),
            _MORE,
        ),
    ),
    Table(
        "warnings",
        "something a person should look at",
        (
            _key("warning_id", "`report_id` and position"), _REPORT, _POSITION,
            _text("code", "stable code"), _text("message", "a sentence"), _MORE,
        ),
    ),
)  # fmt: skip
"""In an order in which each table comes after those that it refers to."""
