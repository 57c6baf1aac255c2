"""This module defines columns of words: each word has a code, 0, 1, …, which stands in the samples in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError, Text

Floats = NDArray[np.float64]

ONE_HOT, ORDINAL = "one_hot", "ordinal"
WORD_ENCODINGS = (ONE_HOT, ORDINAL)
"""One input for each word, 1 where it stands and else 0; or one input, the place of the word in their order from 0."""

MAX_WORDS = 250
_SHOWN_WORDS = 12
_DIGITS = re.compile(r"(\d+)")

WordLists = tuple[tuple[str, ...], ...]
"""For each column its words in their order, () for a column of numbers; () alone where all hold numbers."""


def natural_order(words: Iterable[str]) -> tuple[str, ...]:
    """Words as people sort them: capital letters like small ones, and 2 before 10."""
    return tuple(sorted(words, key=_natural_key))


def nearest_codes(values: Floats, n_words: int) -> Floats:
    """The code of a word next to each of `values`, which a point of a picture may have between two words."""
    codes = np.rint(values)
    return np.asarray(np.clip(codes, 0, n_words - 1, out=codes))


def most_frequent(codes: Floats) -> float:
    """The code that stands most often, of several the first; 0 where none stands."""
    return float(np.bincount(codes.astype(np.intp)).argmax()) if len(codes) else 0.0


def code_of(text: str, words: Sequence[str]) -> int | None:
    """The code of a word, if need be whatever the case; None for a word that is not there."""
    word = text.strip()
    if word in words:
        return words.index(word)
    alike = [code for code, known in enumerate(words) if known.casefold() == word.casefold()]
    return alike[0] if len(alike) == 1 else None


def unknown_word(text: str, column: str, words: Sequence[str]) -> Text:
    """The sentence about a word that is none of those of a column."""
    return Text("{word} is none of the words of {column}: {words}.", word=text, column=column, words=some_words(words))


def some_words(words: Sequence[str]) -> str:
    """Words in a sentence, the first of many."""
    return ", ".join(words[:_SHOWN_WORDS]) + (", …" if len(words) > _SHOWN_WORDS else "")


def check_words(names: Sequence[str], words: WordLists, encodings: Sequence[str]) -> None:
    """EngineError where words or encodings do not belong to columns called `names`."""
    if words and len(words) != len(names):
        raise EngineError(
            "{count} lists of words are needed for {count} columns; got {got}.", count=len(names), got=len(words)
        )
    for name, listed in zip(names, words, strict=False):
        if len(set(listed)) != len(listed) or len(listed) > MAX_WORDS or "" in listed:
            raise EngineError(
                "The words of {column} must be up to {limit}, all different.", column=name, limit=MAX_WORDS
            )
    wrong = next((encoding for encoding in encodings if encoding not in ("", *WORD_ENCODINGS)), None)
    if wrong is not None:
        raise EngineError(
            "There is no encoding {name!r} of words; choose one of {names}.",
            name=wrong,
            names=", ".join(WORD_ENCODINGS),
        )


def check_codes(values: Floats, names: Sequence[str], words: WordLists) -> None:
    """EngineError where a value of a column of words in `values` (n, columns) stands for no word."""
    for place, listed in enumerate(words):
        if listed and len(values):
            column = values[:, place]
            if not ((column == np.rint(column)) & (column >= 0) & (column < len(listed))).all():
                raise EngineError(
                    "The column {column} holds words; its values must be their codes, 0 to {last}.",
                    column=names[place],
                    last=len(listed) - 1,
                )


def _natural_key(word: str) -> tuple[list[tuple[bool, int, str]], str]:
    parts = [part for part in _DIGITS.split(word.casefold()) if part]
    numbers = [part.lstrip("0") if part.isdecimal() else "" for part in parts]  # of the same length they go by digits
    return [
        (not part.isdecimal(), len(number), number or part) for part, number in zip(parts, numbers, strict=True)
    ], word
