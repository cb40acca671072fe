"""The lights of a row in an overview table, wherever the table shows them."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from medcom_extract.document import Cell
from medcom_extract.parsing.account import Ledger
from medcom_extract.parsing.celllights import cell_grey, cell_light
from medcom_extract.parsing.drafts import ProjectDraft, add_aspect, set_light
from medcom_extract.parsing.evidence import SIGNALS
from medcom_extract.parsing.grid import Grid, is_empty
from medcom_extract.parsing.lamps import read_lamps
from medcom_extract.parsing.layouts import Layout
from medcom_extract.parsing.lights import Light, read_light
from medcom_extract.parsing.listed import listed_lights
from medcom_extract.vocabulary import Vocabulary

__all__ = ["RowLights"]


@dataclass
class RowLights:
    """Reads lights from columns of lights, from columns of colours, or from the names' grounds."""

    grid: Grid
    layout: Layout
    vocabulary: Vocabulary
    ledger: Ledger
    _shading: dict[int, bool] = field(default_factory=dict)

    def read(self, project: ProjectDraft, row: int) -> None:
        """Give a project the lights of a row."""
        for column in (self.layout.status, *self.layout.aspects):
            cell = self.grid.at(row, column) if column is not None else None
            if cell is not None and cell.row == row and column == cell.column:
                self._read_cell(project, cell)
        if self.layout.lamps:
            for column in self.layout.lamps:
                cell = self.grid.at(row, column)
                self.ledger.take(*(self.grid.pieces(cell) if cell is not None else ()))
            set_light(project, read_lamps(self.grid, row, self.layout.lamps, self.vocabulary))

    def _read_cell(self, project: ProjectDraft, cell: Cell) -> None:
        pieces = self.grid.pieces(cell)
        self.ledger.take(*pieces)
        listed = listed_lights(self.grid.lines(cell), self.vocabulary)
        if listed:
            self._add_listed(project, cell, listed)
            return
        status = cell.column == self.layout.status
        told = status and self.layout.header is not None
        light = cell_light(self.grid, cell, self.vocabulary, told=told)
        if light.status.light == "none" and not light.status.text and self._shades(cell.column):
            light = cell_grey(self.grid, cell, self.vocabulary) or light
        if status:
            set_light(project, light)
        elif light.status.light != "none" or light.status.text:
            add_aspect(project, self.layout.aspects[cell.column], light)

    def _shades(self, column: int) -> bool:
        """Whether a column shows its lights by the grounds of its cells, two of them at least."""
        known = self._shading.get(column)
        if known is None:
            cells = [self.grid.at(row, column) for row in range(self.layout.first, self.grid.rows)]
            own = {id(cell): cell for cell in cells if cell is not None}.values()
            lights = [cell_light(self.grid, cell, self.vocabulary).status for cell in own]
            shaded = [one for one in lights if one.evidence == "shading" and one.light in SIGNALS]
            known = self._shading[column] = len(shaded) > 1
        return known

    def _add_listed(
        self, project: ProjectDraft, cell: Cell, listed: list[tuple[str, Light]]
    ) -> None:
        """Lights that are named in their cell; one that is named as the status is the status."""
        for name, light in listed:
            status = "status" in self.vocabulary.column_roles(name)
            if status and cell.column == self.layout.status:
                set_light(project, _unnamed(light))
            elif light.status.light != "none":
                add_aspect(project, name, _unnamed(light))

    @cached_property
    def tinted(self) -> bool:
        """Whether the grounds of the names are the lights: no column has any, and they differ."""
        if self.layout.status is not None or self.layout.aspects or self.layout.lamps:
            return False
        cells = [self.grid.at(row, self.layout.name) for row in range(self.grid.rows)]
        names = [c for c in cells[self.layout.first :] if c is not None and not is_empty(c)]
        lights = [self._ground(cell).status.light for cell in names]
        known = [light for light in lights if light in SIGNALS]
        return 2 * len(known) > len(names) and len(set(known)) > 1

    def _ground(self, cell: Cell) -> Light:
        marks = [mark for mark in cell.marks if mark.kind == "shading"]
        background, places = self.grid.fills(cell.row), cell.locations
        return read_light(marks, [], self.vocabulary, background=background, locations=places)

    def read_ground(self, project: ProjectDraft, cell: Cell) -> None:
        """Take the ground of a name for its light, where the table does so throughout."""
        light = self._ground(cell) if self.tinted and not project.lit else None
        if light is not None and light.status.light in SIGNALS:
            set_light(project, light)


def _unnamed(light: Light) -> Light:
    """A light without the words beside it, which are its name."""
    return replace(light, status=light.status.model_copy(update={"text": None}))
