"""Letters of ligatures whose bytes were turned round."""

import pytest

from medcom_extract.readers.ligatures import mend_ligatures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prak\u7400\u6900serende", "praktiserende"),
        ("Dri\u6600\u7400", "Drift"),
        ("drøftelse", "drøftelse"),
        ("plain", "plain"),
        ("\u4e2d\u56fd", "\u4e2d\u56fd"),
    ],
)
def test_turned_letters_are_put_right(text: str, expected: str) -> None:
    assert mend_ligatures(text) == expected
