"""This module lists the words of a column in an order that people expect."""

from __future__ import annotations

import numpy as np

from engine.data.cell_numbers import number_text
from engine.data.importing.raw_table import NUMBER, Column
from engine.data.words import natural_order


def words_in(column: Column) -> tuple[str, ...]:
    """The different words of a column: in the order in which the file declares them, then as people sort them."""
    used = set(column.used_texts)
    is_number = column.codes == NUMBER
    if is_number.any():
        used |= {number_text(float(value)) for value in np.unique(column.values[is_number])}
    declared = tuple(dict.fromkeys(column.classes or ()))
    return (*declared, *natural_order(used - set(declared)))
