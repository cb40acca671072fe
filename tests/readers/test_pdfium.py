"""What the first engine makes of content streams written by hand."""

import pytest
from pdf_pages import PAGES, first_page, place

from medcom_extract.errors import DamagedFile, TooLarge
from medcom_extract.layout.page import Artwork, Page
from medcom_extract.readers import pdfium
from pdf_builder import pdf, text


def page_of(name: str) -> Page:
    return first_page("pdfium", PAGES[name])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # A comma stands with its word, white space and line ends part.
        ("words", ["Det", "er", "en", "plan,", "siger", "vi.", "Ny", "linje"]),
        ("looks", ["Grøn", "sund", "hed"]),
        ("kerned gaps", ["To", "ordene"]),
        ("letter-spaced", ["spatieret"]),
        ("own object a letter", ["Etto"]),
        ("drawn twice", ["Fed"]),
        ("line-end hyphen", ["leve-", "randør"]),
        ("text in a form", ["Indeni"]),
        ("turned text, an object a letter", ["Samlet", "lys", *4 * ["Alle", "er", "med"]]),
    ],
)
def test_words_are_letters_that_stand_together_in_one_look(name: str, expected: list[str]) -> None:
    assert [word.text for word in page_of(name).words] == expected


def test_a_new_look_in_the_middle_of_a_word_is_glued() -> None:
    words = page_of("looks").words

    assert [(word.glued, word.bold, word.color) for word in words] == [
        (False, False, None),
        (True, True, None),
        (True, True, "#ff0000"),
    ]


def test_a_raised_figure_is_glued_to_its_word() -> None:
    assert [word.glued for word in page_of("raised figure").words] == [False, True]


def test_the_object_of_a_line_end_hyphen_is_told_apart() -> None:
    within = first_page("pdfium", pdf(text("leve-") + text("randør", y=88)))
    apart = first_page("pdfium", pdf(text("leve") + text("-", x=38.34) + text("randør", y=88)))

    assert within.words[0].hyphen_apart is False
    assert apart.words[0].text == "leve-"
    assert apart.words[0].hyphen_apart is True


def letters_apart(words: str, inks: dict[str, str] | None = None) -> str:
    """Operators that draw each letter as an object of its own, as Chromium does."""
    inks = inks or {}
    drawn = [
        f"{inks.get(letter, '0 0 0')} rg " + text(letter, x=4 + 5.56 * at, size=10)
        for at, letter in enumerate(words)
        if letter != " "
    ]
    return "".join(drawn)


LONG = "den gode hund og en anden bad hun bande ude ad en bue nu og en pude uden ende bag hende"
"""So many letters that the ends of words are looked at first; all are equally wide."""


def test_a_sign_in_a_colour_among_single_letters_is_a_word_of_its_own() -> None:
    content = letters_apart(LONG + " a#b", {"#": "1 0 0"})
    page = first_page("pdfium", pdf(content, page="/MediaBox[0 0 600 200]"))

    assert [word.text for word in page.words] == [*LONG.split(), "a", "#", "b"]
    assert [word.color for word in page.words[-3:]] == [None, "#ff0000", None]


def test_a_word_of_single_letters_is_cut_where_its_ends_differ_in_colour() -> None:
    content = letters_apart(LONG + " godPP", {"P": "1 0 0"})
    page = first_page("pdfium", pdf(content, page="/MediaBox[0 0 600 200]"))

    assert [word.text for word in page.words[-2:]] == ["god", "PP"]


def test_the_same_font_has_its_name_on_every_page() -> None:
    pages = [text("Fed", font="F2"), text("mager"), text("Fed", font="F2"), text("mager")]
    found = pdfium.read_pages(pdf(*pages), name="prøve.pdf").pages

    assert [page.words[0].bold for page in found] == [True, False, True, False]


def test_a_dot_of_many_curves_is_a_mark_with_the_box_of_its_points() -> None:
    arcs = "".join(
        f"{50 + x} {50 + y} {50 + x} {50 + y} {50 + x} {50 + y} c "
        for x, y in [(0, 10), (-10, 0), (0, -10), (10, 0)] * 5
    )
    page = first_page("pdfium", pdf(f"0 1 0 rg 60 50 m {arcs} h f"))

    [art] = page.artwork
    assert (art.kind, art.outline) == ("shape", "ellipse")
    assert [patch.color for patch in art.palette] == ["#00ff00"]
    assert [round(edge) for edge in art.box] == [40, 140, 60, 160]


@pytest.mark.parametrize("turn", ["1 0 0 1 0 0", "0 1 -1 0 200 0", ".866 .5 -.5 .866 60 0"])
def test_a_dot_has_its_own_size_however_it_is_turned(turn: str) -> None:
    curves = [(60, 50), *[(55, 60), (45, 60), (40, 50), (45, 40), (55, 40), (60, 50)] * 3]
    path = " ".join(f"{x} {y} {x} {y} {x} {y} c" for x, y in curves)
    page = first_page("pdfium", pdf(f"q {turn} cm 0 1 0 rg 60 50 m {path} h f Q"))

    [art] = page.artwork
    assert art.outline == "ellipse"
    assert max(art.x1 - art.x0, art.bottom - art.top) < 24


def test_two_dots_drawn_as_one_path_are_a_drawing() -> None:
    arcs = "".join(
        f"{x} 50 m " + 12 * f"{x} 60 {x + 10} 60 {x + 10} 50 c " + "h " for x in (20, 60)
    )
    page = first_page("pdfium", pdf(f"0 1 0 rg {arcs} f"))

    assert [art.outline for art in page.artwork] == ["path"]


@pytest.mark.parametrize(
    ("turn", "size", "expected", "angle"),
    [
        (0, (180, 235), ("Hej", 10, 150), 0),
        (90, (235, 180), ("Hej", 82, 25), 270),
        (180, (180, 235), ("Hej", 155, 92), 180),
        (270, (235, 180), ("Hej", 142, 170), 90),
    ],
)
def test_places_are_those_of_the_page_as_it_is_shown(
    turn: int, size: tuple[int, int], expected: tuple[str, int, int], angle: int
) -> None:
    page = page_of(f"crop box, turned {turn}")

    assert (round(page.width), round(page.height)) == size
    assert place(page.words[0]) == expected
    assert page.words[0].angle == angle


@pytest.mark.parametrize(
    ("name", "hidden", "seen"),
    [("invisible", ["usynlig"], []), ("off the page", ["ude"], ["inde"])],
)
def test_what_nobody_sees_is_set_apart(name: str, hidden: list[str], seen: list[str]) -> None:
    page = page_of(name)

    assert [word.text for word in page.hidden] == hidden
    assert [word.text for word in page.words] == seen


def test_a_link_has_its_area_and_its_target() -> None:
    link = page_of("link").links[0]

    assert (link.x0, link.top, link.x1, link.bottom) == (18, 88, 60, 105)
    assert link.url == "https://medcom.dk/"


def test_forms_hand_their_matrix_and_clip_down() -> None:
    boxes = [(fill.color, *map(round, fill.box)) for fill in page_of("form").fills]

    assert boxes == [
        ("#ff0000", 60, 90, 180, 130),
        ("#0000ff", 80, 70, 120, 110),
        ("#00ff00", 82, 70, 120, 106),
    ]


def test_a_fill_is_as_large_as_its_clip_leaves_it() -> None:
    assert [tuple(map(round, f.box)) for f in page_of("clipped fill").fills] == [(30, 130, 70, 170)]
    assert page_of("fill clipped away").fills == []


def test_strokes_are_rules_and_thin_fills_too() -> None:
    rules = page_of("rules").rules

    assert len(rules) == 6
    assert [rule.color for rule in rules if rule.color != "#000000"] == ["#0000ff"]


@pytest.mark.parametrize(
    ("name", "kind", "outline", "color"),
    [
        ("disc", "shape", "ellipse", "#ffbf00"),
        ("round clip", "shape", "path", "#ffbf00"),
        ("shading", "shape", "path", "#00bf5a"),
        ("shading as pattern", "shape", "path", "#00bf59"),
        ("tiles", "shape", "path", "#ff0000"),
        ("picture with a soft mask", "image", None, "#ff0000"),
        ("picture of indexed colours", "image", None, "#00b050"),
        ("stencil", "image", None, "#00b04f"),
        ("picture cut to its lower half", "image", None, "#00b050"),
        ("pen touching down", "shape", "ellipse", "#00b04f"),
    ],
)
def test_marks_show_their_main_colour(
    name: str, kind: str, outline: str | None, color: str
) -> None:
    [art] = page_of(name).artwork

    assert (art.kind, art.outline) == (kind, outline)
    assert distance(art, color) <= 8


@pytest.mark.parametrize(
    ("name", "boxes"),
    [
        ("broad bar", [(40, 156, 60, 164)]),
        ("broad bar, square ends", [(36, 136, 44, 164)]),
        ("broad pen without length or ends", []),
    ],
)
def test_a_broad_stroke_is_a_bar(name: str, boxes: list[tuple[int, ...]]) -> None:
    page = page_of(name)

    assert [tuple(map(round, fill.box)) for fill in page.fills] == boxes
    assert page.artwork == []


def test_a_pen_is_as_broad_as_its_scale_makes_it() -> None:
    [rule] = page_of("pen of a small scale").rules

    assert rule.width == pytest.approx(0.56)


def distance(art: Artwork, color: str) -> int:
    """The largest difference of a channel between a mark's main colour and another."""
    pairs = zip(bytes.fromhex(art.palette[0].color[1:]), bytes.fromhex(color[1:]), strict=True)
    return max(abs(one - other) for one, other in pairs)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("grey of tiles", ["#bfbfbf"]),
        ("inks", ["#ef3e2e", "#00a54f"]),
        ("spot colour", ["#cc001a"]),
        ("half transparent", ["#ff7f7f"]),
    ],
)
def test_fills_have_the_colour_that_is_seen_on_paper(name: str, expected: list[str]) -> None:
    assert [fill.color for fill in page_of(name).fills] == expected


def test_more_pages_than_allowed_are_too_large() -> None:
    with pytest.raises(TooLarge, match="3 pages"):
        pdfium.read_pages(pdf("", "", ""), name="tre.pdf", most_pages=2)


def test_a_file_without_pages_is_damaged() -> None:
    with pytest.raises(DamagedFile):
        pdfium.read_pages(pdf(), name="tom.pdf")


def test_the_facts_of_the_file_are_read() -> None:
    data = pdf(text("Hej"), info="/Producer(Værk)/Creator(Skriver)/CreationDate(D:20240604101200)")
    content = pdfium.read_pages(data, name="fakta.pdf")

    assert (content.producer, content.creator) == ("Værk", "Skriver")
    assert content.created == "D:20240604101200"


@pytest.mark.parametrize(
    ("name", "outline"), [("frame with round corners", "rect"), ("large disc", "ellipse")]
)
def test_a_large_shape_is_a_box_where_it_fills_all_but_the_corners(name: str, outline: str) -> None:
    assert [art.outline for art in page_of(name).artwork] == [outline]


@pytest.mark.parametrize(
    ("name", "box", "color"),
    [
        ("bar with mitred ends", (20, 100, 180, 103), "#00b04f"),
        ("side of a frame with a round clip", (20, 176, 180, 180), "#ff0000"),
    ],
)
def test_a_long_bar_is_a_fill_whatever_its_ends(
    name: str, box: tuple[int, ...], color: str
) -> None:
    found = page_of(name)

    assert [(tuple(map(round, f.box)), f.color) for f in found.fills] == [(box, color)]
    assert found.artwork == []


def test_sides_of_a_frame_that_are_painted_as_one_are_rules() -> None:
    rules = page_of("three sides of a frame").rules

    assert {round(r.top) for r in rules if r.horizontal and r.x1 - r.x0 > 100} == {
        100,
        101,
        179,
        180,
    }
    assert {round(r.x0) for r in rules if r.bottom - r.top > 50} == {179, 180}
