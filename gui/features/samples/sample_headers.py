"""Headers of the sample table in the notation in force, and what they mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data.dataset import Dataset
from gui.features.samples.sample_columns import SampleColumns
from gui.words.loss_words import loss_of_sample
from gui.words.notation import Notation, subscript


def header_text(dataset: Dataset, columns: SampleColumns, column: int, notation: Notation, n_layers: int) -> str:
    """The short header of a column: x₁, d, o, error …; columns of a table keep their own names."""
    kind, place = columns.kinds[column]
    if kind == "number":
        return "#"
    if kind == "input":
        name = dataset.raw_input_names[place]
        return notation.neuron(-1, place, n_layers) if name == f"x{place + 1}" else name
    if kind == "target":
        return _symbol(notation.target(), place, columns.n_outputs)
    if kind in ("hidden", "output"):
        symbol = notation.neuron(n_layers - (1 if kind == "output" else 2), place, n_layers)
        is_single = kind == "output" and columns.n_outputs == 1
        return symbol.rstrip(subscript(place + 1)) if is_single else symbol
    if kind == "error":
        return QCoreApplication.translate("SampleTable", "error")
    return QCoreApplication.translate("SampleTable", "right?")


def header_tooltip(dataset: Dataset, columns: SampleColumns, column: int, loss: str) -> str:
    """What a column shows, how its cells are edited, and what a click does."""
    translate = QCoreApplication.translate
    lines = [_meaning(dataset, columns, column, loss)]
    if columns.cell(column) is not None:
        lines.append(translate("SampleTable", "Double-click a cell, or type, to change it."))
    lines.append(translate("SampleTable", "Click to sort what you see; the order of training stays as it is."))
    return "\n".join(lines)


def _meaning(dataset: Dataset, columns: SampleColumns, column: int, loss: str) -> str:
    kind, place = columns.kinds[column]
    translate = QCoreApplication.translate
    texts = {
        "number": translate("SampleTable", "Number of the sample, in the order of training; test samples come last"),
        "input": translate("SampleTable", "Input {name}"),
        "target": translate("SampleTable", "Desired output {name}"),
        "hidden": translate("SampleTable", "What unit {name} of the last hidden layer answers now"),
        "output": translate("SampleTable", "What the network answers now"),
        "error": loss_of_sample(loss),
        "right": translate(
            "SampleTable", "Whether the answer lies on the side of the desired output, or its class wins"
        ),
    }
    numbers = tuple(str(unit + 1) for unit in range(columns.n_hidden))
    names = {"input": dataset.raw_input_names, "target": dataset.target_names, "hidden": numbers}.get(kind)
    text = texts[kind].format(name=names[place] if names else "")
    if kind == "error" and not dataset.preprocessing.targets.is_none:
        scaled = translate("SampleTable", "Of the scaled targets, as training counts it.")
        return f"{text} {scaled}"
    return text


def _symbol(letter: str, index: int, count: int) -> str:
    return f"{letter}{subscript(index + 1)}" if count > 1 else letter
