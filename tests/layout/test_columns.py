"""Lines of pages whose text runs in two columns."""

from page_building import words

from medcom_extract.layout.columns import lines_in_columns
from medcom_extract.layout.page import Word

LEFT = [
    "Alfa er slut og alle kommuner",
    "er med i aftalen.",
    "Beta venter nu på regionerne",
    "til maj.",
]
RIGHT = ["Gamma er på hold", "til juni.", "Delta er sat i gang", "af alle."]


def two_columns(times: int, *, shift: float) -> list[Word]:
    """Lines in two columns; those on the right stand some points lower."""
    return [
        one
        for at in range(times)
        for x, y, text in ((50, 0, LEFT[at % 4]), (210, shift, RIGHT[at % 4]))
        for one in words(text, x, 100 + y + 12 * at)
    ]


def texts(found: list[Word], gutters: list[float] | None = None) -> list[str]:
    return [line.text for line in lines_in_columns(found, 1, gutters=gutters)]


def test_lines_of_two_columns_are_kept_apart_however_they_stand() -> None:
    gutters: list[float] = []

    assert set(texts(two_columns(12, shift=3), gutters)) == {*LEFT, *RIGHT}
    assert gutters == [209.5]


def test_a_page_with_few_lines_is_parted_where_an_earlier_one_is() -> None:
    few = two_columns(3, shift=3)

    assert texts(few)[0] == f"{LEFT[0]} {RIGHT[0]}"
    assert sorted(texts(few, [209.5])) == sorted([*LEFT[:3], *RIGHT[:3]])


def test_text_over_the_whole_page_is_not_parted_by_an_earlier_gutter() -> None:
    wide = [one for at in range(4) for one in words(f"{LEFT[0]} og {RIGHT[0]}", 50, 100 + 12 * at)]

    assert texts(wide, [200.0]) == [f"{LEFT[0]} og {RIGHT[0]}"] * 4


def test_few_full_lines_are_enough_where_nothing_crosses_an_earlier_gutter() -> None:
    short = [one for at in range(6) for one in words("til maj.", 50, 136 + 12 * at)]
    right = [one for at in range(6) for one in words(RIGHT[at % 4], 210, 139 + 12 * at)]
    found = [*two_columns(3, shift=3), *short, *right]

    assert "til maj." in texts(found, [209.5])
    assert not any("maj. Gamma" in line for line in texts(found, [209.5]))
    assert texts(found) != texts(found, [209.5])
