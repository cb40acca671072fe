"""Table styles: the shading and text look that a cell has by where it stands in the table."""

from medcom_extract.document import Patch
from medcom_extract.readers.word.colours import shading_patches
from medcom_extract.readers.word.names import Element, W, child, integer, value
from medcom_extract.readers.word.styles import Look, Styles

__all__ = ["TableStyle"]

Shade = tuple[Patch, ...] | None

_LOOK_BITS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}


class TableStyle:
    """The style of one table, asked cell by cell (17.7.6 of ISO 29500-1)."""

    def __init__(self, properties: Element | None, styles: Styles, row_count: int):
        self._styles = styles
        self._last_row = row_count - 1
        chain = styles.table_chain(value(properties, W + "tblStyle"))
        self._flags = _flags(child(properties, W + "tblLook"))
        self._rows_a_band = 1
        self._columns_a_band = 1
        self._regions: dict[str, tuple[Look, Shade]] = {}
        for style in reversed(chain):
            self._take(style.element)
        direct = shading_patches(child(properties, W + "shd"), styles.theme)
        if direct is not None:
            look, _ = self._regions.get("", (Look(), None))
            self._regions[""] = (look, direct)

    def _take(self, style: Element) -> None:
        """Lay a definition over those that it is based on."""
        table = style.find(W + "tblPr")
        self._rows_a_band = max(1, integer(value(table, W + "tblStyleRowBandSize"), 1))
        self._columns_a_band = max(1, integer(value(table, W + "tblStyleColBandSize"), 1))
        self._lay("", style)
        for part in style.iterfind(W + "tblStylePr"):
            self._lay(part.get(W + "type", ""), part)

    def _lay(self, region: str, definition: Element) -> None:
        look, shade = self._regions.get(region, (Look(), None))
        look = look.under(self._styles.direct(definition.find(W + "rPr")))
        for holder in ("tblPr", "tcPr"):
            shd = child(definition, W + holder, W + "shd")
            new = shading_patches(shd, self._styles.theme)
            shade = shade if new is None else new
        self._regions["" if region == "wholeTable" else region] = (look, shade)

    def look(self, row: int, column: int, *, is_last: bool) -> Look:
        """How text in a cell looks before paragraph styles."""
        look = Look()
        for region in self._regions_of(row, column, is_last):
            look = look.under(self._regions[region][0])
        return look

    def shading(
        self, direct: Element | None, row: int, column: int, *, is_last: bool
    ) -> tuple[Patch, ...]:
        """The fill of a cell: its own, else the style's; () for none and for white."""
        own = shading_patches(direct, self._styles.theme)
        if own is not None:
            return own
        shade: Shade = None
        for region in self._regions_of(row, column, is_last):
            here = self._regions[region][1]
            shade = shade if here is None else here
        return shade or ()

    def _regions_of(self, row: int, column: int, is_last: bool) -> list[str]:
        """Regions with a definition that a cell lies in, the strongest last."""
        if not self._regions.keys() - {""}:
            return [""] if self._regions else []
        flags = self._flags
        top = "firstRow" in flags and row == 0
        bottom = "lastRow" in flags and row == self._last_row
        left = "firstColumn" in flags and column == 0
        right = "lastColumn" in flags and is_last
        names = [""]
        if "noVBand" not in flags and not left and not right:
            band = (column - ("firstColumn" in flags)) // self._columns_a_band
            names.append(f"band{band % 2 + 1}Vert")
        if "noHBand" not in flags and not top and not bottom:
            band = (row - ("firstRow" in flags)) // self._rows_a_band
            names.append(f"band{band % 2 + 1}Horz")
        names += ["firstRow"] * top + ["lastRow"] * bottom
        names += ["firstCol"] * left + ["lastCol"] * right
        corners = {"nwCell": top and left, "neCell": top and right}
        corners |= {"swCell": bottom and left, "seCell": bottom and right}
        names += [name for name, inside in corners.items() if inside]
        return [name for name in names if name in self._regions]


def _flags(look: Element | None) -> set[str]:
    """The parts of the style that the table asks for, by attribute or by the older bit mask."""
    if look is None:
        return {"noHBand", "noVBand"}
    try:
        bits = int(look.get(W + "val", "0"), 16)
    except ValueError:
        bits = 0
    stated = {name: look.get(W + name) for name in _LOOK_BITS}
    return {
        name
        for name, bit in _LOOK_BITS.items()
        if (bits & bit if stated[name] is None else stated[name] in ("1", "true", "on"))
    }
