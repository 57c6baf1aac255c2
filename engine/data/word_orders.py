"""This module writes an order of words into the heading of a column, as `size: small < large`, and reads it there.

The sample tables that the program exports have such a column of codes for every column whose words would otherwise
come back in another order or encoding. A word that holds such a mark itself stands in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.words import ONE_HOT, ORDINAL

_BETWEEN = {ORDINAL: " < ", ONE_HOT: " | "}
_ENCODINGS = {mark: encoding for encoding, mark in _BETWEEN.items()}
_MARK = "|".join(map(re.escape, _ENCODINGS))
_NEXT_WORD = re.compile(rf'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>.*?))(?P<mark>{_MARK}|$)', re.DOTALL)


@dataclass(frozen=True)
class WordOrder:
    """The words of the column called `name`, in their order; encoding: how they become inputs."""

    name: str
    words: tuple[str, ...]
    encoding: str

    @property
    def heading(self) -> str:
        """The heading of a column of their codes."""
        return f"{self.name}: {_BETWEEN[self.encoding].join(map(_written, self.words))}"


def order_in(heading: str, names: Sequence[str]) -> WordOrder | None:
    """The order that a heading declares for one of the columns called `names`; None for another heading."""
    name = next((name for name in names if heading.startswith(f"{name}: ")), None)
    if name is None:
        return None
    words, marks = _words_and_marks(heading.removeprefix(f"{name}: "))
    return WordOrder(name, words, _ENCODINGS[marks[0]] if marks else ORDINAL)


def _written(word: str) -> str:
    if word.startswith('"') or re.search(_MARK, word):
        return '"' + word.replace('"', '""') + '"'
    return word


def _words_and_marks(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The words of a heading, without their quotation marks, and what stands between them."""
    words: list[str] = []
    marks: list[str] = []
    place = 0
    while True:
        found = _NEXT_WORD.match(text, place)
        assert found is not None  # any text is a plain word up to its end
        quoted = found["quoted"]
        words.append(found["plain"] if quoted is None else quoted.replace('""', '"'))
        if not found["mark"]:
            return tuple(words), marks
        marks.append(found["mark"])
        place = found.end()
