"""Documents that both PDF engines must read alike, and a plain view of what they read."""

from collections.abc import Callable

from medcom_extract.layout.page import Page, Word
from medcom_extract.readers import pdfium, plumber
from medcom_extract.readers.content import PdfContent
from pdf_builder import pdf, stream, text

__all__ = ["ENGINES", "PAGES", "first_page", "place"]

ENGINES: dict[str, Callable[..., PdfContent]] = {
    "pdfium": pdfium.read_pages,
    "pdfplumber": plumber.read_pages,
}

_IMAGE = "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8"
_FORM = "/Type/XObject/Subtype/Form"
_TILE = (
    "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10"
    "/Resources<<>>"
)
_GREEN_FADE = (
    "<</ShadingType 2/ColorSpace/DeviceRGB/Coords[20 0 50 0]"
    "/Function<</FunctionType 2/Domain[0 1]/C0[0 .7 .3]/C1[0 .8 .4]/N 1>>>>"
)
_DISC = "50 35 m 50 43 43 50 35 50 c 27 50 20 43 20 35 c 20 27 27 20 35 20 c 43 20 50 27 50 35 c h "
_INK = "[/Separation/Rubin/DeviceRGB<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[.8 0 .1]/N 1>>]"
_TABLE_OF_TWO = "[/Indexed/DeviceRGB 1<ff0000 00b050>]"
_CROP = "/MediaBox[0 0 200 300]/CropBox[10 15 190 250]"
_LINK = (
    "/MediaBox[0 0 200 200]/Annots[<</Type/Annot/Subtype/Link/Rect[18 95 60 112]"
    "/A<</S/URI/URI(https://medcom.dk/)>>>>]"
)
_NESTED = [
    stream(
        f"{_FORM}/BBox[0 0 60 60]/Matrix[1 0 0 1 5 5]/Resources<</XObject<</Y 8 0 R>>>>",
        "1 0 0 rg 0 0 90 20 re f q 10 10 20 20 re W n 1 0 0 1 8 8 cm "
        "0 0 1 rg 0 0 50 50 re f /Y Do Q",
    ),
    stream(f"{_FORM}/BBox[0 0 10 10]/Matrix[2 0 0 2 3 4]", "0 1 0 rg 0 0 50 50 re f"),
]

PAGES: dict[str, bytes] = {
    "words": pdf(text("Det er en plan, siger vi.") + text("Ny linje", y=85)),
    "looks": pdf("BT 20 100 Td /F1 10 Tf (Grøn) Tj /F2 10 Tf (sund) Tj 1 0 0 rg (hed) Tj ET"),
    "kerned gaps": pdf("BT /F1 10 Tf 20 100 Td [(To)-300(ord) 20 (ene)] TJ ET"),
    "letter-spaced": pdf("BT /F1 10 Tf 2 Tc 20 100 Td (spatieret) Tj ET"),
    "own object a letter": pdf(text("E", x=20) + text("t", x=26.67) + text("to", x=29.45)),
    "drawn twice": pdf(text("Fed") + text("Fed", x=20.2)),
    "line-end hyphen": pdf(text("leve-", y=100) + text("randør", y=88)),
    "raised figure": pdf(text("Note") + text("1", x=40.01, y=103, size=6)),
    "invisible": pdf("BT 3 Tr /F1 10 Tf 20 100 Td (usynlig) Tj ET"),
    "off the page": pdf(text("ude", x=400) + text("inde")),
    "turned text": pdf(
        "BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Op ad) Tj ET BT /F1 10 Tf 0 -1 1 0 30 150 Tm (Ned) Tj ET"
    ),
    "turned text, an object a letter": pdf(
        "BT /F1 10 Tf 0 1 -1 0 150 20 Tm "
        + " ".join(f"({c}) Tj" for c in "Samlet lys")
        + " ET"
        + "".join(text("Alle er med", y=90 - 12 * line) for line in range(4))
    ),
    **{
        f"crop box, turned {turn}": pdf(
            text("Hej dér") + "20 20 50 30 re f 20 60 m 90 60 l S", page=f"{_CROP}/Rotate {turn}"
        )
        for turn in (0, 90, 180, 270)
    },
    "media box with an offset": pdf(text("Hej", y=-50), page="/MediaBox[0 -100 200 100]"),
    "link": pdf(text("MedCom"), page=_LINK),
    "link, turned": pdf(text("MedCom"), page=f"{_LINK}/Rotate 90"),
    "form": pdf(
        "q 2 0 0 2 50 60 cm /X Do Q q 0 0 20 20 re W n 1 0 0 1 100 5 cm /X Do Q",
        resources="/XObject<</X 7 0 R>>",
        objects=_NESTED,
    ),
    "text in a form": pdf(
        "1 0 0 1 10 20 cm /X Do",
        resources="/XObject<</X 7 0 R>>",
        objects=[stream(f"{_FORM}/BBox[0 0 99 99]/Resources 3 0 R", text("Indeni", x=5, y=7))],
    ),
    "pen touching down": pdf("0 .69 .31 RG 1 J 16 w 40 40 m 40 40 l S"),
    "broad pen without length or ends": pdf("0 .69 .31 RG 16 w 40 40 m 40 40 l S"),
    "broad bar": pdf("1 0 0 RG 8 w 40 40 m 60 40 l S"),
    "broad bar, square ends": pdf("1 0 0 RG 2 J 8 w 40 40 m 40 60 l S"),
    "pen of a small scale": pdf("0.1 0 0 0.1 0 0 cm 5.6 w 400 400 m 700 400 l S"),
    "rules": pdf("20 20 m 120 20 l S 0.5 w 20 20 100 60 re S 0 0 1 rg 20 90 100 1 re f"),
    "frame with round corners": pdf(
        "20 30 m 20 25 25 20 30 20 c 170 20 l 175 20 180 25 180 30 c 180 90 l 180 95 175 100 "
        "170 100 c 30 100 l 25 100 20 95 20 90 c h S"
    ),
    "large disc": pdf(
        "180 100 m 180 144 144 180 100 180 c 56 180 20 144 20 100 c 20 56 56 20 100 20 c "
        "144 20 180 56 180 100 c h S"
    ),
    "bar with mitred ends": pdf("0 .69 .31 rg 20 100 m 180 100 l 177 97 l 23 97 l h f"),
    "three sides of a frame": pdf(
        "20 40 m 20 20 l 180 20 l 180 100 l 20 100 l 20 99 l 179 99 l 179 21 l 21 21 l 21 40 l h f"
    ),
    "side of a frame with a round clip": pdf(
        "q 20 30 m 20 25 25 20 30 20 c 170 20 l 175 20 180 25 180 30 c 180 40 l 20 40 l h W n "
        "1 0 0 rg 20 20 160 4 re f Q"
    ),
    "clipped fill": pdf("q 30 30 40 40 re W n 0 .69 .31 rg 0 0 200 200 re f Q"),
    "fill clipped away": pdf("q 0 0 20 20 re W n 1 0 0 rg 50 50 40 40 re f Q"),
    "round clip": pdf(f"q {_DISC} W n 1 .75 0 rg 0 0 200 200 re f Q"),
    "disc": pdf(f"1 .75 0 rg {_DISC} f"),
    "shading": pdf("q 20 20 30 30 re W n /S sh Q", resources=f"/Shading<</S {_GREEN_FADE}>>"),
    "shading as pattern": pdf(
        f"/Pattern cs /P scn {_DISC} f",
        resources=f"/Pattern<</P<</PatternType 2/Shading {_GREEN_FADE}>>>>",
    ),
    "tiles": pdf(
        "/Pattern cs /P scn 20 20 30 30 re f",
        resources="/Pattern<</P 7 0 R>>",
        objects=[stream(_TILE, "1 0 0 rg 0 0 10 10 re f")],
    ),
    "grey of tiles": pdf("0.749 g 20 20 30 30 re f"),
    "inks": pdf("0 .9 .9 0 k 20 20 30 30 re f 1 0 1 0 k 60 20 30 30 re f"),
    "spot colour": pdf("/Ink cs 1 scn 20 20 30 30 re f", resources=f"/ColorSpace<</Ink {_INK}>>"),
    "half transparent": pdf(
        "/G gs 1 0 0 rg 20 20 30 30 re f", resources="/ExtGState<</G<</ca .5>>>>"
    ),
    "picture with a soft mask": pdf(
        "q 20 0 0 20 30 30 cm /I Do Q",
        resources="/XObject<</I 7 0 R>>",
        objects=[
            stream(f"{_IMAGE}/ColorSpace/DeviceRGB/SMask 8 0 R", b"\xff\0\0" * 2 + b"\0\0\xff" * 2),
            stream(f"{_IMAGE}/ColorSpace/DeviceGray", b"\xff\xff\0\0"),
        ],
    ),
    "picture cut to its lower half": pdf(
        "q 30 30 20 10 re W n 20 0 0 20 30 30 cm /I Do Q",
        resources="/XObject<</I 7 0 R>>",
        objects=[stream(f"{_IMAGE}/ColorSpace/DeviceRGB", b"\xff\0\0" * 2 + b"\0\xb0\x50" * 2)],
    ),
    "picture of indexed colours": pdf(
        "q 20 0 0 20 30 30 cm /I Do Q",
        resources="/XObject<</I 7 0 R>>",
        objects=[stream(f"{_IMAGE}/ColorSpace{_TABLE_OF_TWO}", b"\1\1\1\1")],
    ),
    "stencil": pdf(
        "q 0 .69 .31 rg 20 0 0 20 30 30 cm /I Do Q",
        resources="/XObject<</I 7 0 R>>",
        objects=[
            stream(
                "/Type/XObject/Subtype/Image/ImageMask true/Width 8/Height 2/BitsPerComponent 1",
                b"\x0f\x0f",
            )
        ],
    ),
}


def first_page(engine: str, data: bytes) -> Page:
    """The first page that an engine reads."""
    return ENGINES[engine](data, name="prøve.pdf").pages[0]


def place(word: Word) -> tuple[str, int, int]:
    """A word with where it stands, in whole points: left edge and baseline."""
    return (word.text, round(word.x0), round(word.baseline))
