"""A project's own pages: what stands under its heading until the next."""

from collections.abc import Callable
from dataclasses import dataclass, field

from medcom_extract.document import Cell, Paragraph, count_words
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.content import Column, Token, read_tokens, tokens_of
from medcom_extract.parsing.details import (
    FieldReader,
    read_label_table,
    read_milestone_table,
    read_risk_table,
)
from medcom_extract.parsing.drafts import ProjectDraft, add_aspect, add_entries, set_light
from medcom_extract.parsing.evidence import status_line
from medcom_extract.parsing.labels import Labelled, find_label, split_key
from medcom_extract.parsing.lights import holds_light, read_light
from medcom_extract.parsing.pieces import Piece, lines_of, piece_of, split_piece
from medcom_extract.parsing.spoken import name_before_light, says_light, spoken_light
from medcom_extract.parsing.tables import Judged
from medcom_extract.parsing.tracks import find_tracks, subproject_name
from medcom_extract.parsing.witnesses import glyph_witnesses, signs_of
from medcom_extract.report import Heading
from medcom_extract.vocabulary import Vocabulary

__all__ = ["PageReader", "open_project"]

_LONGEST_KEY = 40


def open_project(
    heading: Paragraph, vocabulary: Vocabulary, ledger: Ledger, number: int = 0
) -> ProjectDraft:
    """The project of a heading, with the light that stands beside its name.

    The first ``number`` characters are an outline number.
    """
    piece = piece_of(heading)
    ledger.take(piece)
    piece = split_piece(piece, number)[1] if number else piece
    cut = spoken_light(piece, vocabulary)
    name, spoken = split_piece(piece, cut) if cut else (piece, None)
    project = ProjectDraft(name_before_light(piece, vocabulary), heading.locations)
    signs = signs_of(name, vocabulary)
    said = [signs, *([_without_brackets(spoken)] if spoken else [])]
    drawn = [mark for mark in heading.marks if mark.kind != "shading"]
    if drawn or spoken or glyph_witnesses([signs], vocabulary):
        light = read_light(drawn, said, vocabulary, locations=heading.locations)
        if light.status.light != "none":
            set_light(project, light)
    return project


def _without_brackets(piece: Piece) -> Piece:
    raw = piece.raw
    start = len(raw) - len(raw.lstrip(" ([:–—-"))
    end = len(raw.rstrip(" )]"))
    inner = split_piece(piece, start, end)[1]
    return Piece(piece.paragraph, inner.runs, 1, 1)


@dataclass(slots=True)
class PageReader:
    """Fills one project from the elements below its heading, in order."""

    project: ProjectDraft
    vocabulary: Vocabulary
    ledger: Ledger
    rename: Callable[[str, Cell], ProjectDraft]
    tokens: list[Token] = field(default_factory=list)
    tracks: list[str] = field(default_factory=list)
    track: Piece | None = None
    """The name of the sub-project that what comes next belongs to."""
    topic: str | None = None
    labelled: bool = False

    def add_label(self, paragraph: Paragraph) -> None:
        """A paragraph that is a label or begins with one."""
        self.topic = None
        self._add_lines(paragraph)

    def add_track(self, paragraph: Paragraph) -> None:
        """A heading that names a sub-project."""
        self.topic = None
        piece = piece_of(paragraph)
        self.ledger.take(piece)
        self.track = subproject_name(piece, self.vocabulary) or piece
        self.tracks.append(self.track.text)
        self.tokens.append(self.track)

    def add_topic(self, paragraph: Paragraph) -> None:
        """A heading such as "Formål": a field whose text follows, or a mere heading."""
        piece = piece_of(paragraph)
        value = status_line(piece, self.vocabulary)
        found = split_key(piece)
        self.flush()
        text = paragraph.text.rstrip(" :")
        if value is not None or found:
            self._add_lines(paragraph)
        elif self.vocabulary.is_field(text):
            self.ledger.take(piece)
            self.topic = text
            self._read_aspect(piece, text)
        else:
            self.add_heading(paragraph)

    def _read_aspect(self, piece: Piece, name: str) -> None:
        if piece.marks:
            light = read_light(piece.marks, [], self.vocabulary, locations=piece.locations)
            add_aspect(self.project, name, light)

    def add_heading(self, paragraph: Paragraph) -> None:
        """A heading of no known meaning inside the project."""
        self.track = None
        self.flush()
        self.ledger.take_paragraphs([paragraph])
        self.project.headings.append(
            Heading(text=paragraph.text, level=paragraph.level, locations=paragraph.locations)
        )
        self._read_mark(paragraph)

    def _read_mark(self, paragraph: Paragraph) -> None:
        drawn = [mark for mark in paragraph.marks if mark.kind != "shading"]
        if drawn and not self.project.lit:
            light = read_light(drawn, [], self.vocabulary, locations=paragraph.locations)
            set_light(self.project, light)

    def add_text(self, paragraph: Paragraph) -> None:
        """A paragraph under the heading, or under the label or topic before it."""
        piece = piece_of(paragraph)
        if not count_words(piece.text):
            drawn = [mark for mark in piece.marks if mark.kind != "shading"]
            light = read_light(drawn, [Piece(paragraph, piece.runs, 1, 1)], self.vocabulary)
            if light.status.light != "none" and not self.project.lit:
                set_light(self.project, light)
            return
        if self.topic is not None and not find_label(piece, self.vocabulary):
            self.ledger.take(piece)
            self.project.add_detail(self.topic, piece.text, piece.locations)
            return
        if piece.bullet is None and self._read_lone_colour(piece):
            return
        self._add_lines(paragraph)

    def _read_lone_colour(self, piece: Piece) -> bool:
        """Take a colour's name alone in its line: the word on a lamp, not an item."""
        if not says_light(piece.text.strip(" .()[]"), self.vocabulary):
            return False
        light = read_light([], [piece], self.vocabulary, locations=piece.locations)
        known = self.project.status
        if known is not None and self.project.lit and known.light != light.status.light:
            return False
        self.ledger.take(piece)
        set_light(self.project, light)
        return True

    def _add_lines(self, paragraph: Paragraph) -> None:
        for line in lines_of(piece_of(paragraph)):
            tokens = tokens_of([line], self.vocabulary)
            if status_line(line, self.vocabulary) is not None and self._read_field(line):
                continue
            if any(isinstance(token, Labelled) for token in tokens):
                self.labelled = True
                self.tokens.extend(tokens)
            elif not self._read_field(line):
                self.tokens.extend(tokens)

    def _read_field(self, line: Piece) -> bool:
        """Take "Status: ● Gul" and, before the first label, "Projektleder: ..." from the text."""
        value = status_line(line, self.vocabulary)
        if value is not None:
            self.ledger.take(line)
            # The ground of a line that says "Status" and nothing more is the light.
            bare = value is line
            marks = [mark for mark in line.marks if bare or mark.kind != "shading"]
            said = [] if bare else [Piece(line.paragraph, value.runs, 1, 1)]
            light = read_light(marks, said, self.vocabulary, locations=line.locations)
            set_light(self.project, light)
            return True
        found = split_key(line)
        if found is None or (self.labelled and line.bullet is not None):
            return False
        key = found[0].text.rstrip(" :")
        if len(key) > _LONGEST_KEY:
            return False
        said = [Piece(line.paragraph, found[1].runs, 1, 1)]
        if holds_light(line.marks, said, self.vocabulary):
            self.ledger.take(line)
            light = read_light(line.marks, said, self.vocabulary, locations=line.locations)
            add_aspect(self.project, key, light)
            return True
        if self.labelled or not self.vocabulary.is_field(key):
            return False
        self.ledger.take(line)
        self.project.add_detail(key, found[1].text, line.locations)
        return True

    def add_table(self, judged: Judged) -> bool:
        """A table below the heading; False where it is none of a project's kinds."""
        last = self.tokens[-1] if self.tokens else None
        label = last.text if isinstance(last, Labelled) and last.rest is None else None
        named = {"track": self.track.text if self.track is not None else None}
        self.flush()
        if judged.kind == "fields":
            reader = FieldReader(
                judged.grid, self.vocabulary, self.ledger, self.project, self.rename
            )
            reader.read()
            self.project = reader.project
        elif judged.kind == "labels" and judged.header is not None:
            read_label_table(judged.grid, judged.header, self.vocabulary, self.ledger, self.project)
        elif judged.kind == "risks" and judged.header is not None:
            risks = read_risk_table(judged.grid, judged.header, self.vocabulary, self.ledger, label)
            self.project.risks.extend(risk.model_copy(update=named) for risk in risks)
        elif judged.kind == "milestones" and judged.header is not None:
            rows = read_milestone_table(
                judged.grid, judged.header, self.vocabulary, self.ledger, label
            )
            self.project.milestones.extend(row.model_copy(update=named) for row in rows)
        else:
            return False
        return True

    def flush(self) -> None:
        """Turn what was gathered into entries; what follows stands under no label."""
        tokens = tuple(self.tokens)
        tracks = [*self.tracks, *find_tracks([tokens], self.vocabulary)]
        column = Column("remark", None, tokens)
        add_entries(self.project, read_tokens([column], tracks, self.ledger))
        self.tokens = [self.track] if self.track is not None else []
        self.topic = None
        self.labelled = False

    def finish(self) -> None:
        """End the project: a plan after the last of several sub-projects is the project's."""
        self.flush()
        planned = {row.track for row in self.project.milestones if row.kind == "plan"}
        if len(self.tracks) > 1 and planned == {self.tracks[-1]}:
            self.project.milestones = [
                row.model_copy(update={"track": None}) if row.kind == "plan" else row
                for row in self.project.milestones
            ]
