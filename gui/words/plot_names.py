"""This module names inputs and outputs in plots: the data's own names, else the notation's symbols."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.data.sample_cells import input_text
from gui.words.notation import Notation


def input_name(data: Dataset, column: int, notation: Notation) -> str:
    """Name of an input column of the user."""
    name = data.raw_input_names[column]
    return notation.neuron(-1, column, 1) if name == f"x{column + 1}" else name


def input_names(data: Dataset, notation: Notation) -> tuple[str, ...]:
    """Names of all input columns of the user."""
    return tuple(input_name(data, column, notation) for column in range(data.n_raw_inputs))


def word_at(data: Dataset, column: int, value: float) -> str:
    """The word that a value of an input stands for, or is next to; "" in a column of numbers."""
    return input_text(value, data, column) if data.preprocessing.words_of(column) else ""


def shortened(text: str, letters: int) -> str:
    """A text of at most so many letters; a longer one is cut."""
    return text if len(text) <= letters else text[: letters - 1] + "…"


def axis_words(data: Dataset, plane: Plane, axis: int | None) -> tuple[str, ...]:
    """The words at 0, 1, … of an axis of `plane`; () where numbers stand there."""
    return () if axis is None or plane.oblique is not None else data.preprocessing.words_of(axis)


def axis_name(data: Dataset, plane: Plane, axis: int, notation: Notation) -> str:
    """Name of what `plane` shows along `axis`, one of its two: an input, or a principal component with its share."""
    if plane.oblique is None:
        return input_name(data, axis, notation)
    return component_name(axis, plane.oblique.shares[0 if axis == plane.x_axis else 1])


def component_name(number: int, share: float) -> str:
    """Name of a principal component with its share of the variance, e.g. "PC1 (73 %)"."""
    percent = f"{100 * share:.0f}" if share >= 0.0995 else f"{100 * share:.1f}"
    return QCoreApplication.translate("Plots", "PC{number} ({percent} %)").format(number=number + 1, percent=percent)


def output_name(column: int, n_outputs: int, notation: Notation) -> str:
    """Symbol of an output; a single one has no index."""
    symbol = notation.neuron(0, column, 1)
    return symbol[:-1] if n_outputs == 1 else symbol
