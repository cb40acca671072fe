"""A vocabulary file of the user's own."""

from pathlib import Path

import pytest

from medcom_extract.errors import VocabularyError
from medcom_extract.parsing.hues import name_colour
from medcom_extract.vocabulary import load_vocabulary
from medcom_extract.vocabulary.loading import load_builtin

OWN = """
[lists]
party = ["kommunerne", "regionerne"]

[labels]
risk = ["bump på vejen [for {party}]"]

[columns]
project = ["rejsemål"]
status = ["vejret"]

[fields]
names = ["rejseleder"]

[colours.turquoise]
hex = ["#40e0d0"]
words = ["turkis"]

[colours.red]
words = ["højrød"]
"""


def load(tmp_path: Path, text: str) -> object:
    file = tmp_path / "my.toml"
    file.write_text(text, "utf-8")
    return load_vocabulary(file)


def test_own_words_are_added_to_the_built_in_ones(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text(OWN, "utf-8")
    words = load_vocabulary(file)

    assert words.label("Bump på vejen for kommunerne") == "risk"
    assert words.label("Største risiko") == "risk"
    assert "project" in words.column_roles("Rejsemål")
    assert words.is_field("Rejseleder")
    assert words.colour_of_word("højrød") == "red"
    assert words.colour_of_word("rød") == "red"
    assert "turquoise" in [colour.name for colour in words.colours]
    assert load_vocabulary().label("Bump på vejen") is None


@pytest.mark.parametrize(
    ("text", "place", "allowed"),
    [
        ("[label]\nrisk = ['x']", "label: no such section", "labels"),
        ("[labels]\nrisiko = ['x']", "labels.risiko: no such key", "achieved"),
        ("[labels]\nrisk = 'x'", "labels.risk: must be a list of texts", "["),
        ("[labels]\nrisk = ['[x']", "labels.risk", "is missing"),
        ("[labels]\nrisk = ['{y}']", "no list named 'y'", "milestone"),
        ("labels = 3", "labels: must be a table", "[labels]"),
        ("[colours.red]\nhue = 3", "colours.red.hue: no such key", "hues"),
        ("[colours.red]\nhues = [1]", "colours.red.hues: must be two degrees", "360"),
        ("[colours.red]\nhex = ['red']", "colours.red.hex: 'red' is no colour", "#rrggbb"),
        ("[colours]\nred = 3", "colours.red: must be a table", "[colours.red]"),
        ("[labels", "it is not valid TOML", "my.toml"),
        ("[lights]\nglyphs = ['x']", "lights.glyphs: must be a text", "..."),
    ],
)
def test_a_mistake_names_file_key_and_what_is_allowed(
    tmp_path: Path, text: str, place: str, allowed: str
) -> None:
    with pytest.raises(VocabularyError) as wrong:
        load(tmp_path, text)

    assert wrong.value.file == "my.toml"
    assert place in str(wrong.value)
    assert allowed in str(wrong.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="cannot be read"):
        load_vocabulary(tmp_path / "none.toml")


def test_the_built_in_vocabulary_is_loaded_once() -> None:
    assert load_vocabulary() is load_vocabulary()


DOCS = Path(__file__).parents[2] / "docs/vocabulary.md"


def test_the_example_in_the_docs_loads_and_works(tmp_path: Path) -> None:
    example = DOCS.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    file = tmp_path / "my.toml"
    file.write_text(example, "utf-8")
    words = load_vocabulary(file)

    assert words.label("Største bump på vejen for regionerne") == "risk"
    assert words.label("Klaret siden sidst") == "achieved"
    assert name_colour("#40e0d0", words) == "green"
    assert name_colour("#40e0d0", load_vocabulary()) == "blue"


def test_the_docs_list_every_section_and_key() -> None:
    told = DOCS.read_text("utf-8")

    for section, keys in load_builtin().items():
        assert f"`{section}" in told
        if section not in ("lists", "colours"):
            assert [key for key in keys if f"`{key}`" not in told] == []
