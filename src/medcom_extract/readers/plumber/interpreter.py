"""Runs content streams on pdfminer's interpreter, which stands under pdfplumber.

pdfplumber's own page objects leave out what a status report needs: clip paths, shadings,
transparency, the text rendering mode, colours of inks, the state that a form inherits.  So the
operators behind them are given here; parsing, fonts, matrices and text positions stay pdfminer's.
"""

# ruff: noqa: N802 - pdfminer finds an operator by its name in the file, after "do_"

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral, keyword_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, apply_matrix_pt, mult_matrix

from medcom_extract.readers.plumber.colours import CMYK, GRAY, PATTERN, RGB, ColourSpace, space_of
from medcom_extract.readers.plumber.recorder import Recorder
from medcom_extract.readers.plumber.state import Paint, State

__all__ = ["Interpreter"]

DEEPEST_FORM = 8
_NAMES = {"*": "_a", '"': "_w", "'": "_q"}


class Interpreter(PDFPageInterpreter):
    """Runs one content stream and those it calls, and tells the recorder what is drawn.

    An operator that fails is skipped and makes the recorder incomplete, as a viewer would go on.
    """

    graphicstate: State

    def __init__(self, fonts: PDFResourceManager, recorder: Recorder, depth: int = 0):
        super().__init__(fonts, PDFDevice(fonts))
        self._recorder = recorder
        self._depth = depth
        self._clips = False
        self._operators: dict[str, tuple[Any, int]] = {}

    def run(
        self, resources: Any, streams: Sequence[object], ctm: Matrix, state: State | None = None
    ) -> None:
        """Run streams that make up one content, in a state that the caller hands down."""
        self.init_resources(resources)
        self.init_state(ctm)
        self.graphicstate = state or State()
        found = [stream_value(stream) for stream in streams]
        try:
            parser = PDFContentParser(found)
            while self._recorder.goes_on():
                _, token = parser.nextobject()
                if isinstance(token, PSKeyword):
                    self._operate(keyword_name(token))
                else:
                    self.argstack.append(token)
        except PSEOF:
            return

    def _operate(self, name: str) -> None:
        known = self._operators.get(name)
        if known is None:
            method = getattr(self, "do_" + "".join(_NAMES.get(c, c) for c in name), None)
            count = method.__code__.co_argcount - 1 if method is not None else 0
            known = self._operators[name] = (method, count)
        method, count = known
        operands = self.argstack[-count:] if count else []
        if method is not None and len(operands) == count:
            try:
                method(*operands)
            except Exception:  # whatever pdfminer makes of a broken operand
                self._recorder.complete = False
        self.argstack = []

    # Resources: looked up when they are used, so that a broken one that is not does no harm.

    def init_resources(self, resources: Any) -> None:
        self.resources = dict_value(resources) if resources else {}
        self.fontmap: dict[object, PDFFont] = {}

    def _resource(self, kind: str, name: object) -> Any:
        return dict_value(self.resources.get(kind, {})).get(_plain(name))

    def do_Tf(self, fontid: Any, fontsize: Any) -> None:
        name = _plain(fontid)
        if name not in self.fontmap:
            spec = self._resource("Font", name)
            number = getattr(spec, "objid", None)
            self.fontmap[name] = self.rsrcmgr.get_font(number, dict_value(spec) if spec else {})
        super().do_Tf(fontid, fontsize)

    # State

    def do_J(self, linecap: Any) -> None:
        self.graphicstate.cap = int(linecap)

    def do_w(self, linewidth: Any) -> None:
        self.graphicstate.linewidth = float(linewidth)

    def do_gs(self, name: Any) -> None:
        wanted = dict_value(self._resource("ExtGState", name))
        if "ca" in wanted:
            self.graphicstate.fill_alpha = float(resolve1(wanted["ca"]))
        if "CA" in wanted:
            self.graphicstate.pen_alpha = float(resolve1(wanted["CA"]))
        if "LW" in wanted:
            self.graphicstate.linewidth = float(resolve1(wanted["LW"]))
        if "LC" in wanted:
            self.graphicstate.cap = int(resolve1(wanted["LC"]))

    # Colours

    def _set(self, pen: bool, paint: Paint) -> None:
        if pen:
            self.graphicstate.pen = paint
        else:
            self.graphicstate.fill = paint

    def _set_space(self, pen: bool, name: Any) -> None:
        space = space_of(name, dict_value(self.resources.get("ColorSpace", {})))
        space = space or ColourSpace("unknown", 0, lambda _: None)
        self._set(pen, Paint(space, space.initial))

    def _set_color(self, pen: bool) -> None:
        values = [value for value in self.argstack if isinstance(value, int | float)]
        last = self.argstack[-1] if self.argstack else None
        now = self.graphicstate.pen if pen else self.graphicstate.fill
        if isinstance(last, PSLiteral):
            self._set(pen, Paint(PATTERN, values, resolve1(self._resource("Pattern", last)) or {}))
        else:
            self._set(pen, Paint(now.space, [float(value) for value in values]))

    def do_CS(self, name: Any) -> None:
        self._set_space(True, name)

    def do_cs(self, name: Any) -> None:
        self._set_space(False, name)

    def do_SCN(self) -> None:
        self._set_color(True)

    def do_scn(self) -> None:
        self._set_color(False)

    def do_G(self, gray: Any) -> None:
        self._set(True, Paint(GRAY, [float(gray)]))

    def do_g(self, gray: Any) -> None:
        self._set(False, Paint(GRAY, [float(gray)]))

    def do_RG(self, r: Any, g: Any, b: Any) -> None:
        self._set(True, Paint(RGB, [float(r), float(g), float(b)]))

    def do_rg(self, r: Any, g: Any, b: Any) -> None:
        self._set(False, Paint(RGB, [float(r), float(g), float(b)]))

    def do_K(self, c: Any, m: Any, y: Any, k: Any) -> None:
        self._set(True, Paint(CMYK, [float(c), float(m), float(y), float(k)]))

    def do_k(self, c: Any, m: Any, y: Any, k: Any) -> None:
        self._set(False, Paint(CMYK, [float(c), float(m), float(y), float(k)]))

    # Painting

    def _paint(self, *, fill: bool = False, stroke: bool = False) -> None:
        path, self.curpath = self.curpath, []
        clips, self._clips = self._clips, False
        if path and (fill or stroke):
            self._recorder.draw_path(path, self.ctm, self.graphicstate, fill=fill, stroke=stroke)
        if clips:
            self._recorder.clip(path, self.ctm, self.graphicstate)

    def do_S(self) -> None:
        self._paint(stroke=True)

    def do_f(self) -> None:
        self._paint(fill=True)

    def do_F(self) -> None:
        self._paint(fill=True)

    def do_f_a(self) -> None:
        self._paint(fill=True)

    def do_B(self) -> None:
        self._paint(fill=True, stroke=True)

    def do_B_a(self) -> None:
        self._paint(fill=True, stroke=True)

    def do_n(self) -> None:
        self._paint()

    def do_W(self) -> None:
        self._clips = True

    def do_W_a(self) -> None:
        self._clips = True

    def do_sh(self, name: Any) -> None:
        shading = resolve1(self._resource("Shading", name))
        self._recorder.draw_shading(shading, self.graphicstate)

    def do_EI(self, obj: Any) -> None:
        if isinstance(obj, PDFStream):
            self._draw_picture(obj)

    def _draw_picture(self, stream: PDFStream) -> None:
        spaces = dict_value(self.resources.get("ColorSpace", {}))
        self._recorder.draw_picture(stream, self.ctm, self.graphicstate, spaces)

    def do_Do(self, xobjid_arg: Any) -> None:
        found = stream_value(self._resource("XObject", xobjid_arg))
        kind = _plain(found.get("Subtype"))
        if kind == "Image":
            self._draw_picture(found)
        elif kind == "Form":
            self._draw_form(found)

    def _draw_form(self, form: PDFStream) -> None:
        if self._depth >= DEEPEST_FORM:
            self._recorder.complete = False
            return
        matrix = _matrix(form.get("Matrix"))
        ctm = mult_matrix(matrix, self.ctm)
        state = self.graphicstate.copy()
        if resolve1(form.get("Group")):
            state.fill_alpha = state.pen_alpha = 1.0
        if "BBox" in form:
            x0, y0, x1, y1 = (float(resolve1(edge)) for edge in list_value(form["BBox"]))
            corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
            self._recorder.clip_to([apply_matrix_pt(ctm, corner) for corner in corners], state)
        inner = Interpreter(self.rsrcmgr, self._recorder, self._depth + 1)
        inner.run(form.get("Resources") or self.resources, [form], ctm, state)

    # Text

    def do_TJ(self, seq: Any) -> None:
        if self.textstate.font is not None:
            self._recorder.show_text(self.textstate, list(seq), self.ctm, self.graphicstate)

    def do_BMC(self, tag: Any) -> None:  # noqa: ARG002
        self._recorder.begin_marked(None)

    def do_BDC(self, tag: Any, props: Any) -> None:  # noqa: ARG002
        if isinstance(props, PSLiteral):
            props = self._resource("Properties", props)
        self._recorder.begin_marked(resolve1(props))

    def do_EMC(self) -> None:
        self._recorder.end_marked()


def _plain(name: object) -> object:
    return name.name if isinstance(name, PSLiteral) else name


def _matrix(value: object) -> Matrix:
    if value is None:
        return MATRIX_IDENTITY
    a, b, c, d, e, f = (float(resolve1(part)) for part in list_value(value))
    return (a, b, c, d, e, f)
