"""This module makes texts from outside fit for a file."""

from __future__ import annotations


def readable(text: str) -> str:
    """`text` with the sign � in the place of what is half a character (a lone surrogate), which no file can hold.

    Such halves come from names of files in another encoding, and from a clipboard that cuts a character in two.
    """
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
