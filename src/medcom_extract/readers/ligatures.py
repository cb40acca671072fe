"""Letters of ligatures that a program wrote down with their bytes turned round.

Ghostscript gives the letters of "ti" and "fi" in Carlito and Calibri as U+7400 U+6900 and the like:
Chinese characters to any reader, where two letters are seen.
"""

import re

__all__ = ["mend_ligatures"]

_TURNED = re.compile("[" + "".join(chr(ord(c) << 8) for c in "abcdefghijklmnopqrstuvwxyz") + "]+")


def mend_ligatures(text: str) -> str:
    r"""A word with turned letters put right.

    >>> mend_ligatures("prak\u7400\u6900serende")
    'praktiserende'
    """
    if text.isascii() or not _TURNED.search(text):
        return text
    return _TURNED.sub(lambda found: "".join(chr(ord(c) >> 8) for c in found[0]), text)
