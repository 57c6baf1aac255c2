"""This module lets the columns of numbers of a table share one matrix, which the samples can be without a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.data.importing.raw_table import NUMBER, Column

Floats = NDArray[np.float64]


def stand_side_by_side(columns: list[Column]) -> None:
    """Put the columns in which every cell is a number into a matrix, a row a sample; each then is a view of it."""
    places = [place for place, column in enumerate(columns) if column.kind == "number" and _is_whole(column)]
    if len(places) < 2:
        return
    matrix = np.empty((len(columns[places[0]].values), len(places)))
    for at, place in enumerate(places):  # what a column held before is free again before the next is copied
        matrix[:, at] = columns[place].values
        columns[place] = replace(columns[place], values=matrix[:, at])


def matrix_of(columns: Sequence[Floats]) -> Floats | None:
    """The matrix whose columns these are, all of them and in their order; None where there is none."""
    matrix = columns[0].base
    if not isinstance(matrix, np.ndarray) or matrix.shape != (len(columns[0]), len(columns)):
        return None
    ends = [column.__array_interface__["data"][0] for column in columns]
    wanted = [matrix[:, at].__array_interface__["data"][0] for at in range(len(columns))]
    are_all = all(column.base is matrix and column.shape == matrix.shape[:1] for column in columns)
    return matrix if are_all and ends == wanted else None


def _is_whole(column: Column) -> bool:
    return bool((column.codes == NUMBER).all())
