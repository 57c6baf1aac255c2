"""This module makes inputs of columns of words: which words there are, in which order, and how they are encoded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.importing.conversion.encodings import Numbers, encoding_in_use, only_used
from engine.data.importing.conversion.rows import Rows
from engine.data.importing.raw_table import RawTable
from engine.data.importing.roles.plan import Plan
from engine.data.words import MAX_WORDS, ORDINAL, some_words
from engine.spec.errors import Text

Floats = NDArray[np.float64]


def used_words(table: RawTable, inputs: list[int], kept: Rows, numbers: Mapping[int, Numbers]) -> dict[int, Numbers]:
    """The columns of words without those that the kept rows do not hold. CellError where there are too many."""
    found = {}
    for place in inputs:
        if not numbers[place].words:
            continue
        found[place] = only_used(numbers[place], kept, table.columns[place])
        if len(found[place].words) > MAX_WORDS:
            problem = Text(
                "the column holds {count} different words; up to {limit} can be inputs. Leave it out.",
                count=len(found[place].words),
                limit=MAX_WORDS,
            )
            raise table.error(int(kept[0]), place, problem)
    return found


def words_of_inputs(table: RawTable, plan: Plan, inputs: list[int], numbers: Mapping[int, Numbers]) -> dict[str, Any]:
    """The fields of the recipe about words."""
    words = tuple(numbers[place].words for place in inputs)
    if not any(words):
        return {}
    in_use = [encoding_in_use(table.columns[place], plan.encoding(place)) or ORDINAL for place in inputs]
    encodings = tuple(encoding if listed else "" for encoding, listed in zip(in_use, words, strict=True))
    return {"input_words": words, "encodings": encodings}


def on_order(table: RawTable, plan: Plan, inputs: list[int], numbers: Mapping[int, Numbers]) -> list[Text]:
    """What is said of the order of words that become one number."""
    found = []
    for place in inputs:
        column = table.columns[place]
        if numbers[place].words and encoding_in_use(column, plan.encoding(place)) == ORDINAL:
            named = {"column": column.name, "words": some_words(numbers[place].words)}
            found.append(
                Text("{column} counts 0, 1, … in the order that the file declares: {words}.", **named)
                if column.classes
                else Text("{column} counts 0, 1, … in alphabetical order: {words}. Shape the data changes it.", **named)
            )
    return found
