"""What the plots call inputs and outputs: the data's own names, else the symbols of the notation in force."""

from __future__ import annotations

from engine.dataset import Dataset
from gui.notation import Notation


def input_name(data: Dataset, column: int, notation: Notation) -> str:
    """Name of an input column of the user."""
    name = data.raw_input_names[column]
    return notation.neuron(-1, column, 1) if name == f"x{column + 1}" else name


def input_names(data: Dataset, notation: Notation) -> tuple[str, ...]:
    """Names of all input columns of the user."""
    return tuple(input_name(data, column, notation) for column in range(data.n_raw_inputs))


def output_name(column: int, n_outputs: int, notation: Notation) -> str:
    """Symbol of an output; a single one has no index."""
    symbol = notation.neuron(0, column, 1)
    return symbol[:-1] if n_outputs == 1 else symbol
