# ruff: noqa: E501 - markup reads better unbroken
"""The marks as Word draws them."""

from dataclasses import dataclass

from .marks import EMOJI, LETTERS, NEUTER, PICTURES, WORDS, Palette, draw_picture
from .metafiles import write_emf, write_wmf

__all__ = ["MARKS", "Picture", "WordMarks"]

MARKS = (
    *PICTURES, "floating picture", "shading", "pale shading", "dot", "box glyph", "emoji", "word",
    "neuter word", "coloured word", "word in shading", "word beside disc", "symbol",
    "drawn shape", "grouped shape", "old shape", "themed shading", "patterned shading", "metafile",
    "old metafile", "vector picture", "alternative text",
)  # fmt: skip
OFFICE = tuple(
    m for m in MARKS if m not in ("alternative text", "symbol", "themed shading", "emoji")
)
"""Those that LibreOffice puts on paper in colour: it has no Wingdings here and no theme, and its
colour emoji come out empty.
"""

_EMU = 12700
_THEME = {"green": "accent6", "yellow": "accent4", "red": "accent2"}


@dataclass(frozen=True)
class Picture:
    """A picture part: its relationship id, its file name and its bytes."""

    rid: str
    name: str
    data: bytes


class WordMarks:
    """The marks of one document; ``pictures`` fills as they are drawn."""

    def __init__(self, mark: str, palette: Palette):
        self.mark, self.palette = mark, palette
        self.pictures: list[Picture] = []
        self._made: dict[str, str] = {}
        self._ids = 0

    def shading(self, light: str) -> str:
        hue = self.palette.hue(light)
        if self.mark in ("shading", "word in shading"):
            return f'<w:shd w:val="clear" w:color="auto" w:fill="{hue}"/>'
        if self.mark == "pale shading":
            pale = "".join(f"{128 + value // 2:02X}" for value in self.palette.rgb(light))
            return f'<w:shd w:val="clear" w:color="auto" w:fill="{pale}"/>'
        if self.mark == "patterned shading":
            return f'<w:shd w:val="pct75" w:color="{hue}" w:fill="FFFFFF"/>'
        if self.mark == "themed shading":
            theme = _THEME[light]
            return f'<w:shd w:val="clear" w:color="auto" w:fill="auto" w:themeFill="{theme}"/>'
        return ""

    def inline(self, light: str) -> str:
        """The runs of a mark."""
        hue = self.palette.hue(light)
        if self.mark in PICTURES:
            return self._picture(self.mark, light)
        words = {"word": WORDS, "neuter word": NEUTER, "word in shading": WORDS, "emoji": EMOJI}
        if self.mark in words:
            return _text(words[self.mark][light])
        drawn = {
            "floating picture": lambda: self._floating(light),
            "dot": lambda: _text("●", f'<w:color w:val="{hue}"/><w:sz w:val="40"/>', "DejaVu Sans"),
            "box glyph": lambda: _text("■", f'<w:color w:val="{hue}"/><w:sz w:val="32"/>', "DejaVu Sans"),
            "coloured word": lambda: _text(WORDS[light], f'<w:b/><w:color w:val="{hue}"/>'),
            "word beside disc": lambda: self._picture("flat disc", light) + _text(" " + WORDS[light]),
            "symbol": lambda: f'<w:r><w:rPr><w:color w:val="{hue}"/></w:rPr><w:sym '
            f'w:font="Wingdings" w:char="F0{ord(LETTERS[light]):02X}"/></w:r>',
            "drawn shape": lambda: self._shape(light),
            "grouped shape": lambda: self._group(light),
            "old shape": lambda: self._oval(light),
            "metafile": lambda: self._metafile(light, "emf"),
            "old metafile": lambda: self._metafile(light, "wmf"),
            "vector picture": lambda: self._vector(light),
            "alternative text": lambda: self._blank(light),
        }  # fmt: skip
        return drawn[self.mark]() if self.mark in drawn else ""

    def _next(self) -> int:
        self._ids += 1
        return self._ids

    def _rid(self, key: str, ending: str, data: bytes) -> str:
        if key not in self._made:
            rid = f"rIdMark{len(self._made) + 1}"
            self._made[key] = rid
            self.pictures.append(Picture(rid, f"mark{len(self._made)}.{ending}", data))
        return self._made[key]

    def _picture(self, mark: str, light: str, *, alt: str = "") -> str:
        ending = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}[PICTURES[mark]]
        rid = self._rid(f"{mark} {light}", ending, draw_picture(mark, light, self.palette))
        size = (16, 40) if mark == "traffic light picture" else (18, 18)
        return self._inline(rid, size, alt=alt)

    def _inline(self, rid: str, size: tuple[int, int], *, alt: str = "", more: str = "") -> str:
        extent = f'cx="{size[0] * _EMU}" cy="{size[1] * _EMU}"'
        graphic = _picture_graphic(rid, extent, more)
        props = f'<wp:docPr id="{self._next()}" name="Billede" descr="{alt}"/>'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f"{props}{graphic}</wp:inline></w:drawing></w:r>"
        )

    def _floating(self, light: str) -> str:
        data = draw_picture("glossy disc", light, self.palette)
        rid = self._rid(f"glossy {light}", "png", data)
        extent = f'cx="{18 * _EMU}" cy="{18 * _EMU}"'
        return f"<w:r><w:drawing>{self._anchor(extent, _picture_graphic(rid, extent))}</w:drawing></w:r>"

    def _anchor(self, extent: str, graphic: str) -> str:
        number = self._next()
        return (
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
            'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>120000'
            '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>20000'
            f"</wp:posOffset></wp:positionV><wp:extent {extent}/><wp:wrapNone/>"
            f'<wp:docPr id="{number}" name="Lys {number}"/>{graphic}</wp:anchor>'
        )

    def _shape(self, light: str, *, group: bool = False) -> str:
        hue = self.palette.hue(light)
        look = (
            f'<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{hue}"/>'
            '</a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="333333"/></a:solidFill></a:ln>'
        )
        frame = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{18 * _EMU}" cy="{18 * _EMU}"/></a:xfrm>'
        shape = f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{frame}{look}</wps:spPr><wps:bodyPr/></wps:wsp>"
        kind = "wordprocessingShape"
        if group:
            kind = "wordprocessingGroup"
            inner = frame.replace(
                "</a:xfrm>",
                f'<a:chOff x="0" y="0"/><a:chExt cx="{18 * _EMU}" cy="{18 * _EMU}"/></a:xfrm>',
            )
            shape = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{inner}</wpg:grpSpPr>{shape}</wpg:wgp>"
        uri = f"http://schemas.microsoft.com/office/word/2010/{kind}"
        graphic = f'<a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'
        extent = f'cx="{18 * _EMU}" cy="{18 * _EMU}"'
        choice = f"<w:drawing>{self._anchor(extent, graphic)}</w:drawing>"
        needs = "wpg" if group else "wps"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="{needs}">{choice}</mc:Choice>'
            f"<mc:Fallback>{self._pict(light)}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    def _group(self, light: str) -> str:
        return self._shape(light, group=True)

    def _oval(self, light: str) -> str:
        return f"<w:r>{self._pict(light)}</w:r>"

    def _pict(self, light: str) -> str:
        style = "position:absolute;margin-left:10pt;margin-top:2pt;width:18pt;height:18pt;z-index:1"
        hue = self.palette.hue(light)
        return f'<w:pict><v:oval id="o{self._next()}" style="{style}" fillcolor="#{hue}" strokecolor="#333333"/></w:pict>'

    def _metafile(self, light: str, ending: str) -> str:
        write = write_emf if ending == "emf" else write_wmf
        rid = self._rid(f"{ending} {light}", ending, write(self.palette.rgb(light)))
        return self._inline(rid, (18, 18))

    def _vector(self, light: str) -> str:
        """A vector picture with a bitmap for programs that cannot draw it."""
        rid = self._rid(f"flat {light}", "png", draw_picture("flat disc", light, self.palette))
        hue = self.palette.hue(light)
        drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="#{hue}"/></svg>'
        svg = self._rid(f"svg {light}", "svg", drawn.encode())
        more = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="{svg}"/></a:ext></a:extLst>'
        )
        return self._inline(rid, (18, 18), more=more)

    def _blank(self, light: str) -> str:
        """A picture that is linked and not there: only its description tells the light."""
        extent = f'cx="{18 * _EMU}" cy="{18 * _EMU}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:docPr id="{self._next()}" name="Lys" descr="{NEUTER[light]} trafiklys"/>'
            f"{_picture_graphic('', extent)}</wp:inline></w:drawing></w:r>"
        )


def _picture_graphic(rid: str, extent: str, more: str = "") -> str:
    source = f'<a:blip r:embed="{rid}">{more}</a:blip>' if rid else "<a:blip/>"
    fill = f"<pic:blipFill>{source}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    frame = f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
    props = f'<pic:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    about = '<pic:nvPicPr><pic:cNvPr id="0" name="lys"/><pic:cNvPicPr/></pic:nvPicPr>'
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    pic = f"<pic:pic>{about}{fill}{props}</pic:pic>"
    return f'<a:graphic><a:graphicData uri="{uri}">{pic}</a:graphicData></a:graphic>'


def _text(text: str, look: str = "", font: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{fonts}{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
