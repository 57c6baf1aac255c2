"""This module makes the tables of a lab report: samples with outputs, and the weights of every layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.analysis.evaluation import class_names
from engine.analysis.sample_losses import errors_of
from engine.export.lab_report import Findings
from engine.network.network import Network
from engine.spec.activations import ACTIVATIONS
from engine.spec.plural import filled
from gui.features.report.blocks import Block, Heading, Paragraph, Table
from gui.words.notation import Notation, subscript
from gui.words.number_text import four_figures, grouped, table_number, with_minus, without_dust
from gui.words.plot_names import word_at

Floats = NDArray[np.float64]

MOST_SAMPLES = 60
MOST_INPUTS = 8  # columns of a sample table; further ones are left out
MOST_OUTPUTS = 4
MOST_UNITS = 8  # columns of a table of weights
MOST_SOURCES = 24  # and its rows


@dataclass(frozen=True, eq=False)
class _Columns:
    """What stands in the sample table: its header, and the cells of a sample by its place."""

    header: tuple[str, ...]
    cells: Callable[[int], tuple[str, ...]]


def sample_table(findings: Findings, notation: Notation) -> list[Block]:
    """The first samples, training before test, with what the network answers; rows of wrong answers are marked."""
    data, translate = findings.data, QCoreApplication.translate
    total = data.n_samples + data.n_test_samples
    if total == 0:
        return [Paragraph(translate("LabReport", "There are no samples yet."))]
    inputs = np.vstack([data.raw_inputs, data.raw_test_inputs])[:MOST_SAMPLES]
    targets = np.vstack([data.raw_targets, data.raw_test_targets])[:MOST_SAMPLES]
    outputs = np.vstack([findings.outputs, findings.test_outputs])[:MOST_SAMPLES]
    one_hot = ACTIVATIONS[findings.project.network.layers[-1].activation].compares_units
    errors, _ = errors_of(data, outputs, targets, findings.project.training.loss, one_hot)
    answers = (_decisions if data.task == "classes" and data.n_outputs > MOST_OUTPUTS else _outputs)(
        findings, targets, outputs, notation
    )
    rows = tuple(
        (
            _number(index, data.n_samples),
            *(
                word_at(data, column, value) or table_number(value)
                for column, value in enumerate(inputs[index, :MOST_INPUTS])
            ),
            *answers.cells(index),
            four_figures(errors[index]),
        )
        for index in range(len(inputs))
    )
    names = [shown_name(name) for name in data.raw_input_names[:MOST_INPUTS]]
    header = ("#", *names, *answers.header, translate("LabReport", "error"))
    right = data.right(outputs, targets)
    wrong = frozenset() if right is None else frozenset(int(index) for index in np.flatnonzero(~right))
    caption = translate("LabReport", "Rows on red ground are wrong.") if wrong else ""
    return [*_left_out(findings, total), Table(caption, header, rows, texts=1, wrong=wrong)]


def _left_out(findings: Findings, total: int) -> list[Block]:
    data, translate = findings.data, QCoreApplication.translate
    blocks: list[Block] = []
    if total > MOST_SAMPLES:
        text = translate("LabReport", "The first {shown} of {total} samples; the project file holds all of them.")
        blocks.append(_remark(filled(text, shown=MOST_SAMPLES, total=grouped(total))))
    if data.n_raw_inputs > MOST_INPUTS:
        text = translate("LabReport", "Only the first {shown} of {total} inputs have room here.")
        blocks.append(_remark(filled(text, shown=MOST_INPUTS, total=data.n_raw_inputs)))
    if data.n_outputs > MOST_OUTPUTS and data.task != "classes":
        text = translate("LabReport", "Only the first {shown} of {total} outputs have room here.")
        blocks.append(_remark(filled(text, shown=MOST_OUTPUTS, total=data.n_outputs)))
    return blocks


def _outputs(findings: Findings, targets: Floats, outputs: Floats, notation: Notation) -> _Columns:
    """A column for every target and every output."""
    n_outputs = findings.data.n_outputs
    marks = [subscript(index + 1) if n_outputs > 1 else "" for index in range(min(n_outputs, MOST_OUTPUTS))]
    letters = (notation.target(), "o" if notation.is_lecture else "ŷ")

    def cells(index: int) -> tuple[str, ...]:
        return (*map(table_number, targets[index, :MOST_OUTPUTS]), *map(four_figures, outputs[index, :MOST_OUTPUTS]))

    return _Columns(tuple(f"{letter}{mark}" for letter in letters for mark in marks), cells)


def _decisions(findings: Findings, targets: Floats, outputs: Floats, _notation: Notation) -> _Columns:
    """The classes of target and answer by name, and the largest output."""
    translate, names = QCoreApplication.translate, class_names(findings.data)
    wanted, decided = (np.argmax(rows, axis=1) for rows in (targets, outputs))
    header = (translate("LabReport", "target"), translate("LabReport", "answer"), translate("LabReport", "its output"))

    def cells(index: int) -> tuple[str, ...]:
        answer = int(decided[index])
        return names[int(wanted[index])], names[answer], four_figures(float(outputs[index, answer]))

    return _Columns(header, cells)


def _number(index: int, n_training: int) -> str:
    if index < n_training:
        return str(index + 1)
    return QCoreApplication.translate("LabReport", "test {number}").format(number=index + 1 - n_training)


def _remark(text: str) -> Paragraph:
    return Paragraph(text, is_quiet=True, leads=True)


def weight_blocks(findings: Findings, notation: Notation) -> list[Block]:
    """The final weights of every layer, a column a unit; large layers are cut, and it says so."""
    translate = QCoreApplication.translate
    spec = findings.project.network
    network = Network(spec, parameters=np.array(findings.last.parameters))
    text = translate("LabReport", "After epoch {epoch}, with six figures; the project file holds every digit.")
    blocks: list[Block] = [_remark(text.format(epoch=grouped(findings.last.epoch)))]
    for layer, (weights, biases) in enumerate(zip(network.weights, network.biases, strict=True)):
        blocks.append(Heading(_layer_title(layer, len(spec.layers), spec.layers[layer].kind), 2))
        blocks += _layer_table(layer, weights, biases, findings, notation)
    return blocks


def _layer_title(layer: int, n_layers: int, kind: str) -> str:
    translate = QCoreApplication.translate
    if kind == "rbf":
        return translate("LabReport", "RBF layer: centres, and widths σ")
    if layer == n_layers - 1:
        return translate("LabReport", "Output layer")
    return translate("LabReport", "Hidden layer {number}").format(number=layer + 1)


def _layer_table(layer: int, weights: Floats, biases: Floats, findings: Findings, notation: Notation) -> list[Block]:
    spec, translate = findings.project.network, QCoreApplication.translate
    n_layers, (n_sources, n_units) = len(spec.layers), weights.shape
    units = [notation.neuron(layer, unit, n_layers) for unit in range(min(n_units, MOST_UNITS))]
    is_rbf = spec.layers[layer].kind == "rbf"
    last_name = "σ" if is_rbf else notation.bias()
    last = [float(value) if is_rbf else notation.bias_value(float(value)) for value in biases[:MOST_UNITS]]
    rows = [
        (_source(layer, source, findings, notation), *(six_figures(value) for value in weights[source, :MOST_UNITS]))
        for source in range(min(n_sources, MOST_SOURCES))
    ]
    rows.append((last_name, *(six_figures(value) for value in last)))
    blocks: list[Block] = []
    if n_sources > MOST_SOURCES or n_units > MOST_UNITS:
        text = translate(
            "LabReport", "Shown are {units} of {n_units} units and {sources} of {n_sources} of their inputs."
        )
        shown = filled(
            text,
            units=min(n_units, MOST_UNITS),
            n_units=n_units,
            sources=min(n_sources, MOST_SOURCES),
            n_sources=n_sources,
        )
        blocks.append(_remark(shown))
    header = (translate("LabReport", "from \\ to"), *units)
    return [*blocks, Table("", header, tuple(rows), texts=1)]


def _source(layer: int, source: int, findings: Findings, notation: Notation) -> str:
    if layer == 0:
        return shown_name(findings.data.input_names[source])
    return notation.neuron(layer - 1, source, len(findings.project.network.layers))


def shown_name(name: str) -> str:
    """x1 as x₁; other names as they are."""
    return f"x{subscript(int(name[1:]))}" if name[:1] == "x" and name[1:].isdigit() else name


def six_figures(value: float) -> str:
    """`value` with six significant figures, trailing zeros kept."""
    return with_minus(f"{without_dust(value):#.6g}".rstrip("."))
