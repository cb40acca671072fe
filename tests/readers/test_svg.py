import gzip

import pytest

from medcom_extract.readers.pixels import palette_of_bytes

ROOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
BOX = 'viewBox="0 0 100 100"'


def colors(inner: str, attributes: str = BOX) -> list[str]:
    return [patch.color for patch in palette_of_bytes(ROOT.format(attributes, inner).encode())]


SHAPES = [
    '<circle cx="50" cy="50" r="40" fill="#00b050"/>',
    '<ellipse cx="50" cy="50" rx="40" ry="20" fill="#00b050"/>',
    '<rect x="10" y="10" width="80" height="80" style="fill: #00b050; stroke: red"/>',
    '<polygon points="10,10 90,10 50,90" fill="#00b050"/>',
    '<path d="M10 10h80v80h-80z" fill="#00b050"/>',
    '<path d="M50 10 A40 40 0 1 1 49.9 10 Z" fill="#00b050"/>',
    '<path d="M10,50c0-22,18-40,40-40s40,18,40,40-18,40-40,40S10,72,10,50z" fill="#00b050"/>',
    '<g fill="#00b050" transform="translate(10 10) scale(2)"><circle cx="20" cy="20" r="18"/></g>',
    '<style>.a{fill:#00b050}</style><circle class="a" cx="50" cy="50" r="40"/>',
    '<style>circle{fill:#00b050!important}</style><circle cx="50" cy="50" r="40"/>',
    '<rect width="100" height="100" fill="none"/><circle cx="50" cy="50" r="9" fill="#00b050"/>',
    '<rect width="100" height="100" fill="red" opacity="0"/>'
    '<circle cx="50" cy="50" r="9" fill="#00b050"/>',
    '<defs><circle r="50" fill="red"/></defs><circle cx="50" cy="50" r="9" fill="#00b050"/>',
]


@pytest.mark.parametrize("inner", SHAPES)
def test_a_filled_shape_has_its_colour(inner: str) -> None:
    assert colors(inner) == ["#00b050"]


def test_what_is_drawn_later_hides_what_is_under_it() -> None:
    inner = "".join(f'<rect width="100" height="100" fill="{one}"/>' for one in ("red", "lime"))

    assert colors(inner) == ["#00ff00"]


def test_without_a_view_box_the_shapes_fill_the_picture() -> None:
    patches = palette_of_bytes(
        ROOT.format(
            "", '<circle cx="5" cy="5" r="5" fill="red"/><circle cx="5" cy="25" r="5" fill="#300"/>'
        ).encode()
    )

    assert {patch.color: round(patch.y, 1) for patch in patches} == {"#ff0000": 0.2, "#330000": 0.8}


GRADIENTS = [
    '<linearGradient id="g"><stop offset="0" stop-color="#00d060"/>'
    '<stop offset="100%" stop-color="#009040"/></linearGradient>',
    '<radialGradient id="g"><stop offset="0" style="stop-color:#00d060"/>'
    '<stop offset="1" style="stop-color:#009040"/></radialGradient>',
    '<linearGradient id="g" xlink:href="#h"/><linearGradient id="h"><stop offset="0"'
    ' stop-color="#00d060"/><stop offset="1" stop-color="#009040"/></linearGradient>',
]


@pytest.mark.parametrize("gradient", GRADIENTS)
def test_a_gradient_gives_a_colour_between_its_stops(gradient: str) -> None:
    found = colors(f'{gradient}<circle cx="50" cy="50" r="45" fill="url(#g)"/>')

    assert {color[1:3] for color in found} == {"00"}
    assert all("#009040" <= color <= "#00d060" for color in found)


def test_a_packed_picture_is_unpacked() -> None:
    data = gzip.compress(ROOT.format(BOX, SHAPES[0]).encode())

    assert palette_of_bytes(data)[0].color == "#00b050"


HOSTILE = [
    '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg><text>&b;</text></svg>',
    '<svg viewBox="0 0 1e999 1"><circle r="1e999" fill="red"/></svg>',
    '<svg viewBox="0 0 0 0"><circle r="0" fill="red"/></svg>',
    f"<svg>{'<g>' * 200}{'</g>' * 200}</svg>",
    '<svg><path d="M nan A 1 1 0 1 1 z C 1 2 3" fill="red"/></svg>',
    '<svg><linearGradient id="a" href="#a"/><rect width="9" height="9" fill="url(#a)"/></svg>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_pictures_end_without_an_error(text: str) -> None:
    assert isinstance(palette_of_bytes(text.encode()), tuple)
