"""A sentence describes the place under the mouse."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.output_reading import Reading, decided_class
from gui.features.decision_region.slices.plane_choice import all_inputs
from gui.words.class_marks import class_names
from gui.words.notation import Notation
from gui.words.number_text import few_figures
from gui.words.plot_names import axis_name, axis_words, input_name, output_name, word_at
from gui.words.plot_numbers import figures, fixed

MOST_INPUTS = 5
MOST_OUTPUTS = 6  # more would not fit a status bar


def outputs_at(trace: PlaneTrace, x: float, y: float) -> NDArray[np.float64] | None:
    """The outputs of the pixel nearest to (x, y); None outside the plane."""
    rows, columns = trace.region.shape[:2]
    column = _pixel(trace.plane.x_range, columns, x)
    row = 0 if trace.plane.y_axis is None else _pixel(trace.plane.y_range, rows, y)
    if column is None or row is None:
        return None
    return np.asarray(trace.region[row, column])


def place_sentence(
    data: Dataset,
    plane: Plane,
    place: tuple[float, float],
    *,
    trace: PlaneTrace | None,
    reading: Reading,
    notation: Notation,
) -> str:
    """What the network answers at a place of the plane; without `trace` only where that is."""
    text = place_text(data, plane, *place, notation)
    outputs = None if trace is None else outputs_at(trace, *place)
    return text if outputs is None else answer_text(data, reading, outputs, text, notation)


def sample_sentence(data: Dataset, frame: Frame | None, index: int, reading: Reading, notation: Notation) -> str:
    """What the network answers to this very sample, as the table says, wherever the slice lies."""
    text = sample_place(data, index, notation)
    outputs = sample_outputs(data, frame, index)
    return sample_text(data, index, text if outputs is None else answer_text(data, reading, outputs, text, notation))


def place_text(data: Dataset, plane: Plane, x: float, y: float, notation: Notation) -> str:
    """For example "x₁ 0.31, x₂ 0.80"."""
    axes = [(plane.x_axis, x, plane.x_range)]
    if plane.y_axis is not None:
        axes.append((plane.y_axis, y, plane.y_range))
    values = [
        word_at(data, axis, value) if axis_words(data, plane, axis) else coordinate(value, limits)
        for axis, value, limits in axes
    ]
    names = [axis_name(data, plane, axis, notation) for axis, _, _ in axes]
    return ", ".join(f"{name} {value}" for name, value in zip(names, values, strict=True))


def sample_place(data: Dataset, index: int, notation: Notation) -> str:
    """All inputs of a sample, those on no axis too; of many, the first ones."""
    row = all_inputs(data)[index]
    parts = [
        f"{input_name(data, column, notation)} {word_at(data, column, value) or few_figures(value)}"
        for column, value in enumerate(row[:MOST_INPUTS])
    ]
    return ", ".join(parts) if len(row) <= MOST_INPUTS else f"{', '.join(parts)}, …"


def sample_outputs(data: Dataset, frame: Frame | None, index: int) -> NDArray[np.float64] | None:
    """What the network of `frame` answers to a sample; None if `frame` is of other data."""
    if frame is None or frame.outputs.shape != data.targets.shape or len(frame.test_outputs) != data.n_test_samples:
        return None
    row = frame.outputs[index] if index < data.n_samples else frame.test_outputs[index - data.n_samples]
    return np.asarray(row)


def answer_text(data: Dataset, reading: Reading, outputs: NDArray[np.float64], place: str, notation: Notation) -> str:
    """For example "x₁ 0.31, x₂ 0.80 → o 0.94: class 1"."""
    if not np.isfinite(outputs).all():
        text = QCoreApplication.translate("DecisionRegionPlot", "{place} → the outputs are no longer finite numbers")
        return text.format(place=place)
    values = _outputs_text(outputs, notation)
    label = decided_class(data, reading, outputs)
    if label is None:
        text = QCoreApplication.translate("DecisionRegionPlot", "{place} → {outputs}")
        return text.format(place=place, outputs=values)
    name = class_names(data)[label]
    if data.task == "columns":
        text = QCoreApplication.translate("DecisionRegionPlot", "{place} → {outputs}: {output} decides {name}")
        symbol = output_name(reading.column, len(outputs), notation)
        return text.format(place=place, outputs=values, output=symbol, name=name)
    text = QCoreApplication.translate("DecisionRegionPlot", "{place} → {outputs}: class {name}")
    return text.format(place=place, outputs=values, name=name)


def sample_text(data: Dataset, index: int, answer: str) -> str:
    """The sentence for a place where a sample stands: which one, then `answer`."""
    if index < data.n_samples:
        text, number = QCoreApplication.translate("DecisionRegionPlot", "Sample {number}: {answer}"), index + 1
    else:
        text = QCoreApplication.translate("DecisionRegionPlot", "Test sample {number}: {answer}")
        number = index - data.n_samples + 1
    return text.format(number=number, answer=answer)


def _outputs_text(outputs: NDArray[np.float64], notation: Notation) -> str:
    shown = outputs[:MOST_OUTPUTS]
    values = ", ".join(f"{output_name(k, len(outputs), notation)} {fixed(value)}" for k, value in enumerate(shown))
    return values if len(outputs) <= MOST_OUTPUTS else f"{values}, …"


def coordinate(value: float, limits: tuple[float, float]) -> str:
    """A coordinate with decimals enough for the range that is on screen."""
    span = abs(limits[1] - limits[0])
    if span > 1000 or span < 0.001:
        return figures(value, beside=span)
    return fixed(value, 1 if span > 30 else 2 if span > 0.3 else 4)


def _pixel(limits: tuple[float, float], count: int, value: float) -> int | None:
    low, high = limits
    place = int(np.floor((value - low) / (high - low) * count))
    return place if 0 <= place < count else None
