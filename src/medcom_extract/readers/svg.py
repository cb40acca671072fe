"""SVG pictures: the filled shapes, drawn small.  No script, font, filter or outside file."""

import gzip
import io
import math
import re
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree
from PIL import Image, ImageColor

from medcom_extract.readers.canvas import Figure, Paint, Point, draw_figures

__all__ = ["draw_svg"]

LARGEST = 4 * 2**20
_MOST_SHAPES = 4_000
_DEEPEST = 40

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PATH_STEP = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate)\s*\(([^)]*)\)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_URL = re.compile(r"url\(\s*['\"]?#([^'\")]+)")


def draw_svg(data: bytes) -> Image.Image | None:
    """The picture, or None where the bytes are no SVG or show nothing that is understood."""
    if data[:2] == b"\x1f\x8b":
        data = _unzipped(data)
    if b"<svg" not in data[:4_096] and b":svg" not in data[:4_096]:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data[: LARGEST + 1], parser)
        sheet = _Sheet.of(root)
        _walk(root, _State(), sheet, 0)
        return draw_figures(sheet.figures, sheet.frame)
    except (etree.XMLSyntaxError, ValueError, OverflowError):
        return None


def _unzipped(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            return stream.read(LARGEST)
    except (OSError, EOFError):
        return b""


@dataclass
class _Sheet:
    """What the shapes of a file share."""

    frame: tuple[float, float, float, float] | None = None
    rules: dict[str, dict[str, str]] = field(default_factory=dict)
    paints: dict[str, Paint] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)

    @classmethod
    def of(cls, root: etree._Element) -> "_Sheet":
        sheet = cls()
        box = _numbers(root.get("viewBox"))
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            sheet.frame = (box[0], box[1], box[0] + box[2], box[1] + box[3])
        for style in root.iter("{*}style"):
            for selectors, body in _RULE.findall("".join(map(str, style.itertext()))):
                for selector in selectors.split(","):
                    sheet.rules.setdefault(selector.strip(), {}).update(_declarations(body))
        gradients = [e for name in ("linear", "radial") for e in root.iter(f"{{*}}{name}Gradient")]
        for gradient in gradients + gradients:  # twice: one may take its stops from a later one
            if (paint := _gradient(gradient, sheet)) is not None:
                sheet.paints[gradient.get("id", "")] = paint
        return sheet

    def style(self, element: etree._Element) -> dict[str, str]:
        """The presentation of an element: attributes, then rules, then its own style."""
        found = {str(key): str(text) for key, text in element.attrib.items()}
        name = etree.QName(element).localname
        classes = [f".{one}" for one in element.get("class", "").split()]
        for selector in (name, *classes, *(name + one for one in classes)):
            found |= self.rules.get(selector, {})
        found |= self.rules.get("#" + element.get("id", ""), {})
        return found | _declarations(element.get("style", ""))


@dataclass(frozen=True)
class _State:
    """What a group hands down to its members."""

    matrix: Matrix = _SAME
    fill: str = "black"
    opacity: float = 1.0

    def place(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f


def _walk(element: etree._Element, state: _State, sheet: _Sheet, depth: int) -> None:
    if depth > _DEEPEST or len(sheet.figures) > _MOST_SHAPES or not isinstance(element.tag, str):
        return
    name = etree.QName(element).localname
    if name in ("defs", "symbol", "clipPath", "mask", "marker", "pattern", "style", "metadata"):
        return
    style = sheet.style(element)
    if style.get("display") == "none" or style.get("visibility") == "hidden":
        return
    opacity = state.opacity
    for key in ("opacity", "fill-opacity"):
        opacity *= _fraction(style.get(key), 1.0)
    fill = style.get("fill", state.fill)
    matrix = _times(state.matrix, _matrix(style.get("transform")))
    inner = _State(matrix, fill, opacity)
    figure = _figure(name, element, inner, sheet)
    if figure is not None:
        sheet.figures.append(figure)
    for item in element:
        _walk(item, inner, sheet, depth + 1)


def _figure(name: str, element: etree._Element, state: _State, sheet: _Sheet) -> Figure | None:
    paint = _paint(state, sheet)
    if paint is None:
        return None
    if name in ("circle", "ellipse"):
        x, y = _length(element, "cx"), _length(element, "cy")
        rx = _length(element, "rx") or _length(element, "r")
        ry = _length(element, "ry") or _length(element, "r")
        around = [math.tau * step / 32 for step in range(32)]
        points = [(x + rx * math.cos(one), y + ry * math.sin(one)) for one in around]
    elif name == "rect":
        x, y = _length(element, "x"), _length(element, "y")
        wide, high = _length(element, "width"), _length(element, "height")
        points = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
    elif name in ("polygon", "polyline"):
        numbers = _numbers(element.get("points"))
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
    elif name == "path":
        points = trace_path(element.get("d", ""))
    else:
        return None
    placed = tuple(state.place(x, y) for x, y in points)
    return Figure("polygon", placed, paint) if len(placed) > 2 else None


def trace_path(text: str) -> list[Point]:
    """The outline of path data as one polygon, curves by their ends and control points.

    Good enough to weigh colours; holes are filled.
    """
    x = y = start_x = start_y = 0.0
    points: list[Point] = []
    for letter, rest in _PATH_STEP.findall(text[:200_000]):
        numbers, command = _numbers(rest), letter.upper()
        if command == "Z":
            x, y = start_x, start_y
            continue
        size = {"H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}.get(command, 2)
        for at in range(0, len(numbers) - size + 1, size):
            step = numbers[at : at + size]
            base_x, base_y = (x, y) if letter.islower() else (0.0, 0.0)
            end = _step_end(command, step, base_x, base_y, (x, y))
            points += _between(command, step, base_x, base_y, (x, y), end)
            x, y = end
            if command == "M" and at == 0:
                start_x, start_y = x, y
            points.append((x, y))
    return points


def _step_end(command: str, step: list[float], base_x: float, base_y: float, here: Point) -> Point:
    if command == "H":
        return base_x + step[0], here[1]
    if command == "V":
        return here[0], base_y + step[0]
    return base_x + step[-2], base_y + step[-1]


def _between(
    command: str, step: list[float], base_x: float, base_y: float, here: Point, end: Point
) -> list[Point]:
    """Points on a curve between its ends."""
    if command == "A":
        return _arc(step, here, end)
    if command not in ("C", "S", "Q"):
        return []
    pairs = zip(step[:-2:2], step[1:-2:2], strict=True)
    controls = [here, *((base_x + dx, base_y + dy) for dx, dy in pairs), end]
    return [_bezier(controls, share / 6) for share in range(1, 6)]


def _bezier(points: list[Point], share: float) -> Point:
    while len(points) > 1:
        points = [(a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in pairwise(points)]
    return points[0]


def _arc(step: list[float], here: Point, end: Point) -> list[Point]:
    """Points on a circular arc; an ellipse is taken for the circle of its mean radius."""
    radius = (abs(step[0]) + abs(step[1])) / 2
    dx, dy = end[0] - here[0], end[1] - here[1]
    chord = math.hypot(dx, dy)
    if not chord or not radius:
        return []
    radius = max(radius, chord / 2)
    side = math.sqrt(radius**2 - (chord / 2) ** 2)
    side = side if bool(step[3]) != bool(step[4]) else -side
    center = (here[0] + dx / 2 - side * dy / chord, here[1] + dy / 2 + side * dx / chord)
    first = math.atan2(here[1] - center[1], here[0] - center[0])
    turn = math.atan2(end[1] - center[1], end[0] - center[0]) - first
    if step[4]:
        turn += math.tau if turn < 0 else 0
    else:
        turn -= math.tau if turn > 0 else 0
    angles = [first + turn * share / 12 for share in range(1, 12)]
    return [(center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in angles]


def _paint(state: _State, sheet: _Sheet) -> Paint | None:
    if state.opacity < 0.05:
        return None
    if match := _URL.search(state.fill):
        known = sheet.paints.get(match[1])
        return known and Paint(known.stops, known.run, state.opacity)
    color = _color(state.fill)
    return Paint.plain(color, state.opacity) if color else None


def _color(text: str) -> str | None:
    text = text.strip()
    if text in ("none", "transparent", ""):
        return None
    try:
        parts = ImageColor.getrgb("black" if text == "currentColor" else text)[:3]
    except ValueError:
        return None
    return "#" + "".join(f"{part:02x}" for part in parts)


def _gradient(element: etree._Element, sheet: _Sheet) -> Paint | None:
    stops = []
    for stop in element.iterfind("{*}stop"):
        style = sheet.style(stop)
        color = _color(style.get("stop-color", "black"))
        if color and _fraction(style.get("stop-opacity"), 1.0) > 0.3:
            stops.append((_fraction(style.get("offset"), 0.0), color))
    if not stops:
        links = (str(text) for key, text in element.attrib.items() if str(key).endswith("href"))
        return next((sheet.paints.get(link.lstrip("#")) for link in links), None)
    if etree.QName(element).localname == "radialGradient":
        return Paint(tuple(stops), "out")
    across = abs(_length(element, "x2", 1.0) - _length(element, "x1"))
    down = abs(_length(element, "y2") - _length(element, "y1"))
    return Paint(tuple(stops), "down" if down > across else "right")


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    return {name.strip(): body.replace("!important", "").strip() for name, body in pairs}


def _numbers(text: str | None) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text or "")]


def _length(element: etree._Element, name: str, default: float = 0.0) -> float:
    text = element.get(name)
    numbers = _numbers(text)
    if not numbers:
        return default
    return numbers[0] / 100 if text and text.endswith("%") else numbers[0]


def _fraction(text: str | None, default: float) -> float:
    numbers = _numbers(text)
    if not numbers:
        return default
    part = numbers[0] / 100 if text and text.strip().endswith("%") else numbers[0]
    return min(1.0, max(0.0, part))


def _matrix(text: str | None) -> Matrix:
    whole = _SAME
    for name, inner in _TRANSFORM.findall(text or ""):
        whole = _times(whole, _one_matrix(name, _numbers(inner)))
    return whole


def _one_matrix(name: str, numbers: list[float]) -> Matrix:
    if name == "matrix" and len(numbers) == 6:
        a, b, c, d, e, f = numbers
        return a, b, c, d, e, f
    if name == "translate" and numbers:
        return 1, 0, 0, 1, numbers[0], numbers[1] if len(numbers) > 1 else 0
    if name == "scale" and numbers:
        return numbers[0], 0, 0, numbers[1] if len(numbers) > 1 else numbers[0], 0, 0
    if name == "rotate" and numbers:
        sine, cosine = math.sin(math.radians(numbers[0])), math.cos(math.radians(numbers[0]))
        turn: Matrix = (cosine, sine, -sine, cosine, 0, 0)
        if len(numbers) < 3:
            return turn
        x, y = numbers[1], numbers[2]
        return _times(_times((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))
    return _SAME


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )
