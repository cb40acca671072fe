"""Glyphs that bring their own paint: pictures set as letters.

Ghostscript and Cairo write an emoji as a Type 3 glyph under any code, so that its letter tells
nothing ("ÿ"); what it looks like does.
"""

from medcom_extract.document import Box
from medcom_extract.layout.page import Artwork, Page, Word
from medcom_extract.readers.pdfium.rendering import Renderer

__all__ = ["take_painted_glyphs"]

_FIRST_EMOJI = "\u2600"
_VIVID = 60
"""Of 255, by which the channels of a colour differ at least; less is grey."""

_MOST = 100
"""Glyphs of a page that are drawn and looked at."""


def take_painted_glyphs(page: Page, renderer: Renderer) -> None:
    """Make artwork of the words of one sign, in a font without a name, that are seen in a colour
    which the text has not.
    """
    alone = [word for word in page.words if not word.font and _may_be_painted(word)][:_MOST]
    for word in alone:
        box = _box(word)
        palette = renderer.area(box)
        if any(_is_vivid(patch.color) and patch.share > 0.1 for patch in palette):
            page.words.remove(word)
            page.artwork.append(Artwork("image", *box, palette=palette))


def _may_be_painted(word: Word) -> bool:
    return (
        len(word.text) == 1
        and word.text < _FIRST_EMOJI
        and word.color is None
        and not word.angle
        and word.x1 - word.x0 > 2
    )


def _box(word: Word) -> Box:
    """Where a glyph is seen: the size of a Type 3 font tells nothing, its advance does."""
    wide = word.x1 - word.x0
    return (word.x0, word.baseline - wide, word.x1, word.baseline + 0.25 * wide)


def _is_vivid(color: str) -> bool:
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) - min(channels) >= _VIVID
