"""Whatever is drawn on the pages: no word is lost, none is written twice."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from page_building import lattice, tokens, word

from medcom_extract.layout import lay_out
from medcom_extract.layout.page import Artwork, Fill, Page, Rule, Word

HEADERS = frozenset({"projekt", "status", "risici", "milepæle"})
# Heights and sides on a coarse lattice meet each other often, and make tables; fine ones do not.
ACROSS = st.one_of(st.integers(1, 9).map(lambda n: 60.0 * n), st.floats(20, 575))
DOWN = st.one_of(st.integers(0, 20).map(lambda n: 40.0 * n + 20), st.floats(5, 830))
SPOKEN = st.sampled_from(
    ["Projekt", "Status", "Risici", "1.", "2)", "a)", "Side", "7", "EOJ", "leverandør.", "og", "Ny"]
)


@st.composite
def words_of_page(draw: st.DrawFn, number: int) -> list[Word]:
    texts = draw(st.lists(st.one_of(SPOKEN, st.just("")), max_size=25))
    return [
        word(
            text or f"ord{number}x{index}", draw(ACROSS), draw(DOWN),
            size=draw(st.sampled_from([8, 10, 10, 14])), bold=draw(st.booleans()),
            angle=draw(st.sampled_from([0, 0, 0, 0, 90])),
        )
        for index, text in enumerate(texts)
    ]  # fmt: skip


@st.composite
def boxes(draw: st.DrawFn) -> tuple[float, float, float, float]:
    x0, x1 = sorted((draw(ACROSS), draw(ACROSS)))
    top, bottom = sorted((draw(DOWN), draw(DOWN)))
    return x0, top, x1, bottom


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    x0, top, x1, bottom = draw(boxes())
    return Rule(x0, top, x1, top) if draw(st.booleans()) else Rule(x0, top, x0, bottom)


def frame(box: tuple[float, float, float, float]) -> list[Rule]:
    x0, top, x1, bottom = box
    return [
        Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom),
        Rule(x0, top, x0, bottom), Rule(x1, top, x1, bottom),
    ]  # fmt: skip


@st.composite
def repeated_tables(draw: st.DrawFn) -> tuple[list[float], list[Word]]:
    """Column lines and header words of a table that every page carries on."""
    xs = sorted(draw(st.sets(st.integers(1, 9).map(lambda n: 60.0 * n), max_size=5)))
    heads = [word(draw(SPOKEN), x + 5, 58) for x in xs[:-1] if draw(st.booleans())]
    return xs, heads


@st.composite
def pages(draw: st.DrawFn) -> list[Page]:
    xs, heads = draw(repeated_tables())
    drawn = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        found = Page(number, 595.0, 842.0, draw(words_of_page(number)))
        found.rules = draw(st.lists(rules(), max_size=15))
        for box in draw(st.lists(boxes(), max_size=4)):
            found.rules += frame(box)
        if len(xs) > 1 and draw(st.booleans()):
            ys = [45.0, 65.0, *(40.0 * n for n in sorted(draw(st.sets(st.integers(2, 20)))))]
            found.rules += lattice(xs, ys)
            found.words += [replace(head) for head in heads]
        found.fills = [Fill(*box, "#eeeeee") for box in draw(st.lists(boxes(), max_size=4))]
        found.artwork = [Artwork("image", *box) for box in draw(st.lists(boxes(), max_size=3))]
        drawn.append(found)
    return drawn


@settings(max_examples=60, deadline=None)
@given(pages())
def test_every_word_comes_out_exactly_once(drawn: list[Page]) -> None:
    printed = Counter(found.text for one in drawn for found in one.words)

    layout = lay_out(drawn, columns=HEADERS)

    written = Counter([*tokens(layout.blocks), *tokens(layout.furniture)])
    del written["•"]  # the sign for a list label that is drawn, not printed
    assert written == printed
