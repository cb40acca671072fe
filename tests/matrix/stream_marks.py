# ruff: noqa: E501 - markup reads better unbroken
"""The marks as content streams, with the objects that they need."""

import zlib
from collections.abc import Callable

from PIL import Image

from .marks import INKS, LETTERS, NEUTER, WORDS, Palette
from .typesetting import pdf_string, text_width

__all__ = ["MARKS", "Objects", "StreamMarks"]

MARKS = (
    "circle", "outlined circle", "square", "traffic light", "shading", "pale shading", "word",
    "neuter word", "coloured word", "word in shading", "dot", "box glyph", "smiley glyph", "cmyk",
    "lab", "soft mask", "indexed picture", "form", "axial shading", "clipped picture",
    "tiling pattern", "gradient",
)  # fmt: skip


class Objects:
    """The numbered objects of a file, and the resources that its pages share."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.resources: dict[str, dict[str, int]] = {}

    def add(self, body: str | bytes) -> int:
        self.bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.bodies)

    def stream(self, entries: str, data: bytes) -> int:
        packed = zlib.compress(data)
        head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        return self.add(head.encode("latin-1") + packed + b"\nendstream")

    def name(self, kind: str, key: str, make: Callable[[], int]) -> str:
        """The name of a shared resource, made when it is first asked for."""
        held = self.resources.setdefault(kind, {})
        if key not in held:
            held[key] = make()
        return key

    def dictionary(self) -> str:
        parts = (
            f"/{kind} << " + " ".join(f"/{k} {v} 0 R" for k, v in held.items()) + " >>"
            for kind, held in self.resources.items()
        )
        return "<< " + " ".join(parts) + " >>"


Rgb = tuple[int, int, int]


def circle(x: float, y: float, r: float) -> str:
    """The path of a disc."""
    k = 0.5523 * r
    return (
        f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
    )


def tone(rgb: tuple[int, ...], end: str = "rg") -> str:
    return " ".join(f"{value / 255:.4f}" for value in rgb) + f" {end}"


class StreamMarks:
    """Draws a document's mark.  ``objects`` takes what the streams refer to."""

    def __init__(self, mark: str, palette: Palette, objects: Objects):
        self.mark, self.palette, self.objects = mark, palette, objects

    def shading(self, light: str) -> Rgb | None:
        if self.mark in ("shading", "word in shading"):
            return self.palette.rgb(light)
        if self.mark == "pale shading":
            red, green, blue = (128 + value // 2 for value in self.palette.rgb(light))
            return red, green, blue
        return None

    @property
    def height(self) -> float:
        return 42.0 if self.mark == "traffic light" else 20.0

    def draw(self, light: str, x: float, top: float) -> str:
        """Operators for a mark whose centre line is at ``x``, below ``top``."""
        rgb, y = self.palette.rgb(light), top - 10
        disc = circle(x, y, 8)
        words = {
            "word": WORDS,
            "neuter word": NEUTER,
            "word in shading": WORDS,
            "coloured word": WORDS,
        }
        if self.mark in words:
            color = tone(rgb) if self.mark == "coloured word" else "0 g"
            font = "F2" if self.mark == "coloured word" else "F1"
            return self._word(words[self.mark][light], font, color, x, top - 11)
        drawn: dict[str, Callable[[], str]] = {
            "circle": lambda: f"{tone(rgb)} {disc} f",
            "outlined circle": lambda: f"{tone(rgb)} 0.3 G 1 w {disc} B 0 G",
            "square": lambda: f"{tone(rgb)} {x - 8:.1f} {y - 6:.1f} 16 13 re f",
            "traffic light": lambda: self._lamps(light, x, top),
            "dot": lambda: self._sign("Fz", "l", rgb, x, y),
            "box glyph": lambda: self._sign("Fz", "n", rgb, x, y),
            "smiley glyph": lambda: self._smiley(light, rgb, x, y),
            "cmyk": lambda: f"{' '.join(map(str, INKS[light]))} k {disc} f",
            "lab": lambda: self._lab(rgb, disc),
            "soft mask": lambda: self._image("soft mask", light, x, y),
            "indexed picture": lambda: self._image("indexed picture", light, x, y),
            "form": lambda: self._form(light, rgb, x, y),
            "axial shading": lambda: self._shade(light, rgb, x, y, 2),
            "gradient": lambda: self._shade(light, rgb, x, y, 3),
            "clipped picture": lambda: self._clipped(light, x, y),
            "tiling pattern": lambda: self._pattern(light, rgb, disc),
        }
        return drawn[self.mark]() + " 0 g" if self.mark in drawn else ""

    def _word(self, text: str, font: str, color: str, x: float, y: float) -> str:
        left = x - text_width(text, font, 10) / 2
        return (
            f"{color} BT /{font} 10 Tf 1 0 0 1 {left:.2f} {y:.2f} Tm {pdf_string(text)} Tj ET 0 g"
        )

    def _sign(self, font: str, code: str, rgb: Rgb, x: float, y: float) -> str:
        body = "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"
        self.objects.name("Font", font, lambda: self.objects.add(body))
        return f"{tone(rgb)} BT /{font} 18 Tf 1 0 0 1 {x - 7:.2f} {y - 6:.2f} Tm ({code}) Tj ET"

    def _smiley(self, light: str, rgb: Rgb, x: float, y: float) -> str:
        """A Type 3 font named Wingdings, whose J, K and L are smiling, straight and sad faces."""
        self.objects.name("Font", "Fw", self._wingdings)
        code = LETTERS[light]
        return f"{tone(rgb)} BT /Fw 18 Tf 1 0 0 1 {x - 8:.2f} {y - 8:.2f} Tm ({code}) Tj ET"

    def _wingdings(self) -> int:
        glyph = f"1000 0 0 0 1000 1000 d1 {circle(500, 500, 450)} f".encode()
        shape = self.objects.stream("", glyph)
        names = " ".join(f"/{letter} {shape} 0 R" for letter in "JKL")
        code = (
            "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
            "endcodespacerange 3 beginbfchar <4A> <F04A> <4B> <F04B> <4C> <F04C> endbfchar endcmap end"
        )
        unicode = self.objects.stream("", code.encode())
        descriptor = self.objects.add(
            "<< /Type /FontDescriptor /FontName /ABCDEF+Wingdings-Regular /Flags 4 >>"
        )
        return self.objects.add(
            "<< /Type /Font /Subtype /Type3 /Name /Wingdings /FontBBox [0 0 1000 1000] "
            f"/FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << {names} >> /FirstChar 74 /LastChar 76 "
            "/Widths [1000 1000 1000] /Encoding << /Type /Encoding /Differences [74 /J /K /L] >> "
            f"/FontDescriptor {descriptor} 0 R /ToUnicode {unicode} 0 R /Resources << >> >>"
        )

    def _lamps(self, light: str, x: float, top: float) -> str:
        parts = [f"0.13 g {x - 8:.1f} {top - 42:.1f} 16 42 re f"]
        for place, name in enumerate(("red", "yellow", "green")):
            rgb: tuple[int, ...] = self.palette.rgb(name)
            rgb = rgb if name == light else tuple(value // 4 for value in rgb)
            parts.append(f"{tone(rgb)} {circle(x, top - 8 - 13 * place, 5)} f")
        return " ".join(parts)

    def _lab(self, rgb: Rgb, disc: str) -> str:
        space = "[/Lab << /WhitePoint [0.9505 1 1.089] /Range [-128 127 -128 127] >>]"
        self.objects.name("ColorSpace", "CsLab", lambda: self.objects.add(space))
        lightness, a, b = _to_lab(rgb)
        return f"/CsLab cs {lightness:.2f} {a:.2f} {b:.2f} sc {disc} f"

    def _image(self, kind: str, light: str, x: float, y: float) -> str:
        make = self._masked if kind == "soft mask" else self._indexed
        name = self.objects.name("XObject", f"Im{light}", lambda: make(self.palette.rgb(light)))
        return f"q 18 0 0 18 {x - 9:.2f} {y - 9:.2f} cm /{name} Do Q"

    def _masked(self, rgb: Rgb) -> int:
        """A plain square of colour, cut round by its soft mask."""
        disc = Image.radial_gradient("L").resize((32, 32)).point(lambda v: 255 if v < 150 else 0)
        size = "/Width 32 /Height 32 /BitsPerComponent 8"
        gray = f"/Type /XObject /Subtype /Image {size} /ColorSpace /DeviceGray"
        mask = self.objects.stream(gray, disc.tobytes())
        entries = f"/Type /XObject /Subtype /Image {size} /ColorSpace /DeviceRGB /SMask {mask} 0 R"
        return self.objects.stream(entries, bytes(rgb) * 1024)

    def _indexed(self, rgb: Rgb) -> int:
        """A disc of one bit a pixel on white."""
        disc = Image.radial_gradient("L").resize((32, 32)).point(lambda v: 255 if v < 150 else 0)
        table = "ffffff" + bytes(rgb).hex()
        entries = (
            "/Type /XObject /Subtype /Image /Width 32 /Height 32 /BitsPerComponent 1 "
            f"/ColorSpace [/Indexed /DeviceRGB 1 <{table}>]"
        )
        return self.objects.stream(entries, disc.convert("1").tobytes())

    def _form(self, light: str, rgb: Rgb, x: float, y: float) -> str:
        entries = "/Type /XObject /Subtype /Form /BBox [0 0 20 20] /Matrix [1 0 0 1 0 0]"
        drawn = f"{tone(rgb)} {circle(10, 10, 8)} f".encode()
        name = self.objects.name(
            "XObject", f"Fm{light}", lambda: self.objects.stream(entries, drawn)
        )
        return f"q 1 0 0 1 {x - 10:.2f} {y - 10:.2f} cm /{name} Do Q"

    def _shade(self, light: str, rgb: Rgb, x: float, y: float, kind: int) -> str:
        """A disc cut out of a shading from a lighter tone to the colour itself."""
        pale = tuple((value + 255) // 2 for value in rgb)
        ends = f"/C0 [{tone(pale, '')}] /C1 [{tone(rgb, '')}]"
        place = "[0 0 20 0]" if kind == 2 else "[8 12 0 10 10 10]"
        body = (
            f"<< /ShadingType {kind} /ColorSpace /DeviceRGB /Coords {place} /Extend [true true] "
            f"/Function << /FunctionType 2 /Domain [0 1] {ends} /N 1 >> >>"
        )
        name = self.objects.name("Shading", f"Sh{light}", lambda: self.objects.add(body))
        return f"q 1 0 0 1 {x - 10:.2f} {y - 10:.2f} cm {circle(10, 10, 8)} W n /{name} sh Q"

    def _clipped(self, light: str, x: float, y: float) -> str:
        size = "/Width 2 /Height 2 /BitsPerComponent 8"
        entries = f"/Type /XObject /Subtype /Image {size} /ColorSpace /DeviceRGB"
        data = bytes(self.palette.rgb(light)) * 4
        name = self.objects.name(
            "XObject", f"Cl{light}", lambda: self.objects.stream(entries, data)
        )
        return f"q {circle(x, y, 8)} W n 24 0 0 24 {x - 12:.2f} {y - 12:.2f} cm /{name} Do Q"

    def _pattern(self, light: str, rgb: Rgb, disc: str) -> str:
        entries = (
            "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 "
            "/YStep 4 /Resources << >>"
        )
        drawn = f"{tone(rgb)} 0 0 4 4 re f".encode()
        name = self.objects.name(
            "Pattern", f"Pt{light}", lambda: self.objects.stream(entries, drawn)
        )
        return f"/Pattern cs /{name} scn {disc} f"


def _to_lab(rgb: Rgb) -> tuple[float, float, float]:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    def curve(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    red, green, blue = (linear(value / 255) for value in rgb)
    x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
