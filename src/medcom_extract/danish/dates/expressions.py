"""The expressions of a text, one by one: what matched, and what stands before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from medcom_extract.danish.dates.grammar import Form, Grammar, Lead
from medcom_extract.danish.dates.meanings import MEANINGS
from medcom_extract.danish.dates.model import Language, Reference, Term
from medcom_extract.danish.dates.words import Words

__all__ = ["Expression", "find_expressions"]

Match = regex.Match[str]
LeadsFound = list[tuple[int, Lead]]

WORD = regex.compile(r"(?<!§)\w+")
INSIDE_A_NUMBER = regex.compile(r"(?<=\d[.,:]|(?<!\d\d\d)\d/)\d")
SURNAME = regex.compile(r"\s+\p{Lu}\p{Ll}+")
STRETCH = regex.compile(r"[^\s()\[\]»«\"“”]+")
LEADS_AT_MOST = 3
LONGEST_LEAD = 4  # words
LOOK_BACK = 40  # characters
LONGEST_EXPRESSION = 160  # characters; bounds the time that a run of figures can take


@dataclass(slots=True)
class Expression:
    """A match of the table with its terms; offsets are those of the text that was read."""

    form: Form
    words: Words
    start: int
    end: int
    terms: list[Term]
    leads: LeadsFound = field(default_factory=list)
    moved: bool = False

    @property
    def text_start(self) -> int:
        """Where the expression begins with the words before it that belong to it."""
        return min([self.start, *(at for at, lead in self.leads if lead.kept)])

    @property
    def modifier(self) -> str | None:
        """What the words before it say; 'inden udgangen af' sets a last day, not a day after it."""
        own = "by" if self.words.word("edge").startswith(("by", "before")) else None
        said = next((lead.modifier for _, lead in self.leads if lead.modifier), own)
        last_day = self.words.number("edge", "edge_noun") == 3
        return "by" if said == "before" and last_day else said


@dataclass(frozen=True, slots=True)
class Page:
    """A text in which to look, also in small letters, and what it is read against.

    ``bare_years`` is true of a period or a table's cell, where a year needs no introduction.
    """

    text: str
    lower: str
    reference: Reference
    language: Language
    bare_years: bool = False


def find_expressions(page: Page, grammar: Grammar) -> Iterator[Expression]:
    """Find what the table matches and the words before it make believable, from left to right."""
    lower, at, previous_end = page.lower, 0, -1
    reader = Reader(page, grammar, open_door=page.bare_years)
    open_reader = Reader(page, grammar, open_door=True)
    for word in WORD.finditer(lower):
        start, key = word.start(), _key(word.group())
        if start < at or (key not in grammar.starts and key not in grammar.before_starts):
            continue
        if key == "0" and not _is_figure_of_a_date(lower, start, grammar):
            continue
        linked = previous_end >= 0 and lower[previous_end:start].strip() in grammar.links
        found = (open_reader if linked else reader).read(start, key)
        terms = found and MEANINGS[found.form.meaning](found.words, page.reference)
        if found and terms:
            found.terms = terms
            for term in terms if "year_word" in found.words else ():
                term.inferred = True
            yield found
            at = previous_end = found.end


def _key(word: str) -> str:
    """Give the key of a word in the grammar's starts: itself, "0" for figures, "q0" for "q2"."""
    if word[0].isdigit():
        return "0"
    return word[0] + "0" if len(word) > 1 and word[1].isdigit() else word


@dataclass(frozen=True, slots=True)
class Reader:
    """Tries the forms of the table at one place; ``open_door`` believes those to be introduced."""

    page: Page
    grammar: Grammar
    open_door: bool

    def read(self, start: int, key: str) -> Expression | None:
        """Give what begins here, with a part such as 'primo' before it or without."""
        return self.parted(start, key) or self.plain(start, key)

    def parted(self, start: int, key: str) -> Expression | None:
        """Give a form with 'primo', 'udgangen af' or the like before it."""
        if key not in self.grammar.before_starts:
            return None
        before = self.grammar.before.match(self.page.lower, start)
        word = before and WORD.match(self.page.lower, before.end())
        if before is None or word is None:
            return None
        for form in self.grammar.starts.get(_key(word.group()), ()):
            match = form.parted and self._match(form, before.end())
            if match and not self._has_wrong_letters(match, form, before.end()):
                words = Words(match, self.grammar, self.page.reference.end.year, before)
                leads = self._leads(start)
                return Expression(form, words, start, match.end(), [], leads)
        return None

    def plain(self, start: int, key: str) -> Expression | None:
        """Give the first form that matches here and is believable."""
        leads: LeadsFound | None = None
        for form in self.grammar.starts.get(key, ()):
            match = None if form.parted == "only" else self._match(form, start)
            if match is None:
                continue
            leads = self._leads(start) if leads is None else leads
            words = Words(match, self.grammar, self.page.reference.end.year)
            if self._has_wrong_letters(match, form, start) or self._is_barred(start):
                continue
            english = form.capital and self.page.language == "en"
            if self.open_door or english or _believable(form, words, leads):
                return Expression(form, words, start, match.end(), [], leads)
        return None

    def _match(self, form: Form, start: int) -> Match | None:
        return form.compiled.match(self.page.lower, start, start + LONGEST_EXPRESSION)

    def _leads(self, start: int) -> LeadsFound:
        """Give the words before a match, the nearest first, each with its offset."""
        before = self._words_before(start)
        found: LeadsFound = []
        while len(found) < LEADS_AT_MOST:
            for length in range(min(LONGEST_LEAD, len(before)), 0, -1):
                phrase = " ".join(word for _, word in before[-length:])
                if (lead := self.grammar.leads.get(phrase)) is not None:
                    found.append((before[-length][0], lead))
                    del before[-length:]
                    break
            else:
                break
        return found

    def _words_before(self, start: int) -> list[tuple[int, str]]:
        """Give the last words before an offset, full stops of abbreviations included."""
        return [
            (word.start(), word.group())
            for word in STRETCH.finditer(self.page.lower, max(0, start - LOOK_BACK), start)
        ]

    def _has_wrong_letters(self, match: Match, form: Form, start: int) -> bool:
        """Say whether letters tell that a word is no month: 'may', or 'August Krogh'."""
        if not form.capital and not form.namelike:
            return False
        said = self.page.text[start : match.end()]
        if form.capital:
            return said.islower()
        if not said.isalpha() or not said[0].isupper() or self._leads(start):
            return False
        return SURNAME.match(self.page.text, match.end()) is not None

    def _is_barred(self, start: int) -> bool:
        """Say whether a figure follows a word such as 'version' that makes it a number."""
        if not self.page.lower[start].isdigit():
            return False
        before = self._words_before(start)
        if not before or before[-1][1] not in self.grammar.barriers:
            return False
        at, word = before[-1]
        return self.page.text[at : at + len(word)] not in self.grammar.barrier_names


def _is_figure_of_a_date(lower: str, start: int, grammar: Grammar) -> bool:
    """Say whether what follows a figure can make it a date; most figures are none."""
    if INSIDE_A_NUMBER.match(lower, start):
        return False
    return grammar.figure.match(lower, start) is not None


def _believable(form: Form, words: Words, leads: LeadsFound) -> bool:
    """Say whether a form that needs an introduction has one."""
    if not form.introduced or "part" in words or "edge" in words:
        return True
    if form.introduced == "year" and words.text.split()[0].isalpha():
        return True
    if form.introduced == "break" and "year" in words:
        return True
    door = "any" if form.introduced is True else form.introduced
    return any(door in lead.opens for _, lead in leads[:1])
