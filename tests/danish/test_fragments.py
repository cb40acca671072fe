"""Letters that cannot stand as a word."""

import pytest

from medcom_extract.danish.fragments import is_fragment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ng", True), ("e", True), ("ltning", True), ("tionen", True), ("rksom", True),
        ("er", False), ("og", False), ("behandlet", False), ("styrelse", False), ("år", False),
        ("skriftlig", False), ("øvrige", False), ("the", False), ("through", False),
    ],
)  # fmt: skip
def test_the_end_of_a_word_is_told_from_a_word(text: str, expected: bool) -> None:
    assert is_fragment(text) is expected
