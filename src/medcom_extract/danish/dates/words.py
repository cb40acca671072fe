"""The words of one match, as numbers."""

from collections.abc import Iterator

import regex

from medcom_extract.danish.dates.grammar import Grammar
from medcom_extract.danish.dates.model import Link

__all__ = ["Words"]

FIGURE_OR_LINK = regex.compile(r"(?P<figure>\d+)|(?P<link>[-–—/&,+]|\p{L}{2,})")
THIS_CENTURY = 2000


class Words:
    """Looks up what a match captured: figures as they are, words by the tables of the forms."""

    def __init__(
        self,
        match: regex.Match[str],
        grammar: Grammar,
        this_year: int,
        before: regex.Match[str] | None = None,
    ) -> None:
        self.text = match.group()
        self._captured = {k: v for k, v in match.groupdict().items() if v is not None}
        if before is not None:
            self._captured |= {k: v for k, v in before.groupdict().items() if v is not None}
        self._grammar = grammar
        self._this_year = this_year

    def __contains__(self, name: str) -> bool:
        return name in self._captured

    def number(self, *names: str) -> int | None:
        """Give the number of the first of these groups that captured something."""
        for name in names:
            if (text := self._captured.get(name)) is not None:
                words = " ".join(text.split())
                return int(words) if words.isdigit() else self._grammar.words[name][words]
        return None

    def month(self) -> int | None:
        """Give the month, however it was written."""
        return self.number("month", "ambiguous_month", "english_month", "short_month")

    def season(self) -> int | None:
        """Give the season, 1 to 4, however it was written."""
        return self.number("season", "bare_season", "fall")

    def past_weekday(self) -> int | None:
        """Give the weekday of 'i fredags', or None."""
        return self._grammar.words["weekday"].get(self.word("past_weekday"))

    def word(self, name: str) -> str:
        """Give the words of a group, or nothing."""
        return self._captured.get(name, "")

    @property
    def year(self) -> int | None:
        """Give the year; two figures are years of this century, "sidste år" is the report's."""
        found = self.number("year")
        if found is None and (away := self.number("year_word")) is not None:
            return self._this_year + away
        return found + THIS_CENTURY if found is not None and found < 100 else found

    @property
    def second_year(self) -> int | None:
        """Give the year after the dash; two figures belong to the first year's century."""
        found, first = self.number("year2"), self.year
        if found is not None and found < 100 and first is not None:
            return first - first % 100 + found
        return found

    def list_of(self, name: str) -> Iterator[tuple[int, Link | None]]:
        """Give the figures of a list such as '8.-10.' each with its link to the next."""
        figure: int | None = None
        link: Link = "list"
        for found in FIGURE_OR_LINK.finditer(self.word(name)):
            if found["figure"]:
                if figure is not None:
                    yield figure, link
                figure, link = int(found["figure"]), "list"
            elif (kind := self._grammar.links.get(found["link"])) is not None:
                link = kind  # type: ignore[assignment]
        if figure is not None:
            yield figure, None
