"""The commands that look at several reports: compare, timeline, ask."""

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import medcom_extract
from medcom_extract.commands.batching import AddCommand, Tell
from medcom_extract.errors import InvalidOption

__all__ = ["SUMMARIES", "add_commands"]

SUMMARIES = {
    "compare": "tell what changed from one report to the next",
    "timeline": "tell the story of each project over any number of reports",
    "ask": "put one of a steering group's questions to a series of reports",
}
_COMPARE = """\
Tell what changed from one report to the next: lights, promises kept, moved and dropped, risks that
came true.  A report is a PDF, a Word file or the JSON that `medcom-extract extract` wrote.  A
folder stands for the latest report in it; without AFTER, its last two reports are compared.
"""
_COMPARE_EXAMPLES = """\
examples:
  medcom-extract compare marts.pdf juni.docx                     JSON on the screen
  medcom-extract compare marts.pdf juni.docx --format markdown   a page for the steering group
  medcom-extract compare rapporter/ --format table               the last two of a folder

"""
_TIMELINE = """\
Tell the story of each project over any number of reports, in any order: lights, promises, risks and
counts.  Files are PDF, Word or the JSON that `medcom-extract extract` wrote, and folders of these.
"""
_TIMELINE_EXAMPLES = """\
examples:
  medcom-extract timeline 2024/*.pdf -o 2024.json
  medcom-extract timeline rapporter/ --format table

"""
_ASK = """\
Put a question to a series of reports: files (PDF, Word, JSON) and folders of these.
"""
_ASK_EXAMPLES = """\
examples:
  medcom-extract ask runs rapporter/ --at-least 3 --lights red
  medcom-extract ask overdue rapporter/ --on 2024-09-01
  medcom-extract ask party rapporter/ --name "Region Nord"

"""
_QUESTIONS = {
    "runs": "projects that have been red or yellow at least so many reports running",
    "overdue": "promises still ahead although their date is past",
    "dropped": "promises that vanished without being reached",
    "materialised": "risks that have happened",
    "party": "everything that names a party",
    "contradictions": "where the words contradict the light or the dates",
}


def add_commands(add_command: AddCommand, add_reading: Callable[..., None], tell: Tell) -> None:
    """Add the three commands; ``add_reading`` adds the options that say how files are read, and
    ``tell`` says a warning to the user.
    """
    compare = add_command("compare", partial(_compare, tell=tell), _COMPARE, _COMPARE_EXAMPLES)
    compare.add_argument("before", metavar="BEFORE", help="the earlier report, or a folder")
    compare.add_argument("after", metavar="AFTER", nargs="?", help="the later report")
    compare.add_argument("files", nargs="*", help=argparse.SUPPRESS)  # to say what takes them
    _add_options(compare, ("json", "markdown", "csv", "table"))
    series = add_command("timeline", partial(_timeline, tell=tell), _TIMELINE, _TIMELINE_EXAMPLES)
    series.add_argument("files", metavar="FILE", nargs="+", help="reports, and folders of reports")
    _add_options(series, ("json", "markdown", "csv", "table"))
    ask = add_command("ask", partial(_ask, tell=tell), _ASK, _ASK_EXAMPLES)
    ask.add_argument(
        "question", choices=tuple(_QUESTIONS), help="; ".join(map(_explain, _QUESTIONS))
    )
    ask.add_argument("files", metavar="FILE", nargs="+", help="reports, and folders of reports")
    _add_question_options(ask)
    _add_options(ask, ("table", "json", "markdown", "csv"))
    for command in (compare, series, ask):
        add_reading(command)


def _explain(question: str) -> str:
    return f"{question}: {_QUESTIONS[question]}"


def _add_question_options(ask: argparse.ArgumentParser) -> None:
    ask.add_argument(
        "--at-least",
        type=_parse_number,
        default=2,
        metavar="N",
        help="runs: so many reports (default: 2)",
    )
    ask.add_argument(
        "--lights", default="red,yellow", metavar="LIGHTS", help="runs: default: %(default)s"
    )
    ask.add_argument(
        "--on",
        type=_parse_day,
        metavar="DATE",
        help="overdue: on this day, such as 2024-09-01 (default: the end of the last period)",
    )
    ask.add_argument("--name", metavar="NAME", help="party: its name, or any name it goes by")


def _parse_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day; write it as 2024-09-01"
        raise argparse.ArgumentTypeError(message) from None


def _parse_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of reports")
    return int(text)


def _add_options(command: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    command.add_argument(
        "-o", "--output", metavar="OUT", type=Path, help="write to this file, whole or not at all"
    )
    command.add_argument(
        "--format", choices=formats, default=formats[0], help="default: %(default)s"
    )
    command.add_argument("--compact", action="store_true", help="JSON on one line")
    command.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="lights in a table in colour; auto: on a terminal, unless NO_COLOR is set",
    )
    command.add_argument(
        "--aliases",
        metavar="TOML",
        help="a file that says which projects are the same (docs/comparison.md)",
    )


def _compare(arguments: argparse.Namespace, *, tell: Tell) -> tuple[str, int]:
    from medcom_extract.output import comparison_markdown, rows

    found = medcom_extract.compare(*_pair(arguments, tell), aliases=arguments.aliases)
    for warning in found.warnings:
        tell(f"warning: {warning}")
    if arguments.format == "markdown":
        return comparison_markdown.format_comparison(found), 0
    if arguments.format == "csv":
        return rows.format_comparison_rows(found), 0
    if arguments.format == "table":
        return rows.format_comparison_table(found, colour=_has_colour(arguments)), 0
    return found.model_dump_json(indent=None if arguments.compact else 2), 0


def _pair(
    arguments: argparse.Namespace, tell: Tell
) -> tuple["medcom_extract.Report", "medcom_extract.Report"]:
    if arguments.files:
        raise InvalidOption(
            f"compare takes two reports, not {2 + len(arguments.files)}",
            next_step="`medcom-extract timeline` takes any number.",
        )
    sources = [arguments.before, arguments.after]
    if arguments.after is None:
        reports = _sort(_gather(sources[:1], arguments, tell))
        if len(reports) < 2:
            raise InvalidOption(
                "there are no two reports to compare",
                file=arguments.before,
                next_step="Name the later report, or a folder that holds both.",
            )
        return reports[-2], reports[-1]
    before, after = (_sort(_gather([source], arguments, tell))[-1:] for source in sources)
    for source, reports in zip(sources, (before, after), strict=True):
        if not reports:
            raise InvalidOption("the folder holds no report", file=source)
    return before[0], after[0]


def _sort(reports: Sequence["medcom_extract.Report"]) -> list["medcom_extract.Report"]:
    return medcom_extract.sort_reports(reports) if len(reports) > 1 else list(reports)


def _timeline(arguments: argparse.Namespace, *, tell: Tell) -> tuple[str, int]:
    from medcom_extract.output import rows, timeline_markdown

    series = medcom_extract.timeline(_gather_some(arguments, tell), aliases=arguments.aliases)
    for warning in series.warnings:
        tell(f"warning: {warning}")
    if arguments.format == "markdown":
        return timeline_markdown.format_timeline(series), 0
    if arguments.format == "csv":
        return rows.format_timeline_rows(series), 0
    if arguments.format == "table":
        return rows.format_timeline_table(series, colour=_has_colour(arguments)), 0
    return series.model_dump_json(indent=None if arguments.compact else 2), 0


def _ask(arguments: argparse.Namespace, *, tell: Tell) -> tuple[str, int]:
    from medcom_extract.output import json, rows, timeline_markdown

    answers = _answer(arguments, _gather_some(arguments, tell))
    if arguments.format == "markdown":
        question = _QUESTIONS[arguments.question]
        return timeline_markdown.format_answers(answers, question[0].upper() + question[1:]), 0
    if arguments.format == "csv":
        return rows.format_answer_rows(answers), 0
    if arguments.format == "table":
        return rows.format_answer_table(answers, colour=_has_colour(arguments)), 0
    plain: Any = [answer.model_dump(mode="json") for answer in answers]
    return json.format_schema(plain, compact=arguments.compact), 0


def _answer(
    arguments: argparse.Namespace, reports: Sequence["medcom_extract.Report"]
) -> list["medcom_extract.Answer"]:
    if arguments.question == "party":
        if not arguments.name:
            raise InvalidOption(
                "`ask party` needs --name", next_step='Such as --name "Region Nord".'
            )
        return medcom_extract.find_mentions(reports, arguments.name)
    if arguments.question == "contradictions":
        return medcom_extract.find_contradictions(reports)
    series = medcom_extract.timeline(reports, aliases=arguments.aliases)
    if arguments.question == "runs":
        lights = [light.strip() for light in arguments.lights.split(",")]
        return medcom_extract.find_long_runs(series, reports=arguments.at_least, lights=lights)
    if arguments.question == "overdue":
        return medcom_extract.find_overdue(series, arguments.on)
    if arguments.question == "dropped":
        return medcom_extract.find_dropped(series)
    return medcom_extract.find_materialised(series)


def _gather_some(arguments: argparse.Namespace, tell: Tell) -> tuple["medcom_extract.Report", ...]:
    reports = _gather(arguments.files, arguments, tell)
    if not reports:
        raise InvalidOption(
            f"no report was found in {', '.join(arguments.files)}",
            next_step="Name PDF, Word or JSON files, or folders that hold some.",
        )
    return reports


def _gather(
    sources: Sequence[str], arguments: argparse.Namespace, tell: Tell
) -> tuple["medcom_extract.Report", ...]:
    found = medcom_extract.gather_reports(
        sources,
        engine=arguments.engine,
        password=arguments.password,
        vocabulary=arguments.vocabulary,
        limits=medcom_extract.Limits(**dict(arguments.limit)),
    )
    for reason in found.skipped:
        tell(f"skipped: {reason}")
    return found.reports


def _has_colour(arguments: argparse.Namespace) -> bool:
    if arguments.color != "auto":
        return bool(arguments.color == "always")
    on_a_terminal = arguments.output is None and os.isatty(1)
    return on_a_terminal and not os.environ.get("NO_COLOR")
