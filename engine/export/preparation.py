"""This module describes, for all exports, what happens to a row before the network and to its answer behind it.

A row is as the user has it: numbers, and words as they are written. A word becomes its code, then the columns become
the network's inputs (`Preprocessing.sources`), then these are scaled; the outputs are brought into the user's units.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.data.preprocessing import Preprocessing, Source
from engine.data.scaling import MIN_MAX, NOT_SCALED, PLUS_MINUS, STANDARDISE, Scaling
from engine.export.formula import python_formula
from engine.export.numbers import quoted, remark

_CODED = '''

def coded(rows):
    """Rows of cells, words as they are written, as lists of numbers: a word becomes its place in WORDS."""
    return [[number(column, cell) for column, cell in enumerate(row)] for row in rows]


def number(column, cell):
    """What stands for a cell of a column."""
    if column not in WORDS:
        return float(cell)
    word, words = str(cell).strip(), WORDS[column]
    alike = [known for known in words if known.casefold() == word.casefold()]
    if word not in words and len(alike) != 1:
        raise ValueError(f"{word!r} is none of the words of {INPUTS[column]}: {', '.join(words)}.")
    return float(words.index(word if word in words else alike[0]))
'''


def preparation(seen: Preprocessing | None) -> Preprocessing | None:
    """`seen`, or None where the network sees the columns as they are."""
    return None if seen is None or seen.is_plain else seen


def answer_scaling(seen: Preprocessing | None) -> Scaling:
    """The scaling of targets that, undone, brings the network's outputs into the user's units."""
    return NOT_SCALED if seen is None else seen.targets


def coding(seen: Preprocessing | None) -> str:
    """In Python: WORDS, and `coded`, which makes numbers of rows; "" where no column holds words."""
    if seen is None or not seen.has_words:
        return ""
    lines = [
        f"    {place}: {quoted(words)},  # {remark(name)}\n"
        for place, (name, words) in enumerate(zip(seen.raw_names, seen.words, strict=True))
        if words
    ]
    return "WORDS = {  # the words of a column, which counts from 0, in their order\n" + "".join(lines) + "}\n" + _CODED


def column_lines(seen: Preprocessing, column: str, is_word: str, functions: Mapping[str, str]) -> list[str]:
    """In Python, a line with a remark for every input of the network, before scaling.

    column: how the values of a column are written, its place at {0}; is_word: where they are the code at {1}, as 0 and
    1. functions: how those of formulas are written.
    """
    parts = (_written(source, column, is_word, functions) for source in seen.sources)
    return [f"{text},  # {remark(name)}" for text, name in zip(parts, seen.feature_names, strict=True)]


def _written(source: Source, column: str, is_word: str, functions: Mapping[str, str]) -> str:
    if source.feature is not None:
        return python_formula(source.feature, column, functions)
    return column.format(source.column) if source.code is None else is_word.format(source.column, source.code)


def source_texts(seen: Preprocessing) -> list[str]:
    """What every input of the network is, before scaling, for tables: a column, a word of one, a formula."""
    kept = [(seen.raw_names[source.column], source) for source in seen.sources if source.column is not None]
    texts = [name if source.code is None else f"{name} = {seen.word_of(source)}" for name, source in kept]
    return [*texts, *seen.features]


def scaling_words(kind: str, what: str = "") -> str:
    """Where the numbers of a scaling come from, as a remark; `what` of the training samples is scaled."""
    numbers = {
        STANDARDISE: "mean and standard deviation",
        MIN_MAX: "minimum and range",
        PLUS_MINUS: "middle and half the range",
    }[kind]
    return f"{numbers} of {what or 'the training samples'}"
