"""A canvas alone, with frames made as the training session makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from engine.analysis.frame import Frame
from engine.data.datasets.recipe import DatasetSpec
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import LayerSpec, NetworkSpec
from engine.training.history import LossCurve
from engine.training.snapshot import Snapshot
from gui.document.document import Document
from gui.features.diagram.diagram_view import DiagramView
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation

LEFT = Qt.MouseButton.LeftButton
MAP = 32


def project_of(*sizes: int, activation: str = "tanh") -> Project:
    """XOR, or samples that fit `sizes`, and a network of those sizes with sigmoid outputs."""
    if sizes[0] == 2 and sizes[-1] == 1:
        data = DatasetSpec()
    else:
        rows = np.random.default_rng(0).random((8, sizes[0]))
        data = DatasetSpec("custom", inputs=rows, targets=np.eye(sizes[-1])[np.arange(8) % sizes[-1]])
    layers = tuple(LayerSpec(units, activation, id=number) for number, units in enumerate(sizes[1:-1], 1))
    return Project(dataset=data, network=NetworkSpec(sizes[0], (*layers, LayerSpec(sizes[-1], "sigmoid", id=99))))


def answers(network: NetworkSpec, parameters: np.ndarray, inputs: np.ndarray) -> list[np.ndarray]:
    """The activations (n_samples, units) of each layer, worked out apart from the engine's kernels."""
    found, start = [], 0
    for layer, (n_inputs, units) in zip(network.layers, pairwise(network.sizes), strict=True):
        weights = parameters[start : start + n_inputs * units].reshape(n_inputs, units)
        start += (n_inputs + 1) * units
        inputs = np.asarray(
            ACTIVATIONS[layer.activation].function(inputs @ weights + parameters[start - units : start])
        )
        found.append(inputs)
    return found


def frame_of(network: NetworkSpec, parameters: np.ndarray | None = None) -> Frame:
    """A frame of `network`, at given parameters or at some start."""
    if parameters is None:
        parameters = np.random.default_rng(3).uniform(-2.0, 2.0, network.n_parameters)
    plane = Plane(0, 1, (-0.5, 1.5), (-0.5, 1.5), (0.5,) * network.n_inputs)
    layers = answers(network, parameters, plane.inputs(MAP, MAP))
    maps = tuple(np.ascontiguousarray(layer.T).reshape(-1, MAP, MAP) for layer in layers)
    trace = PlaneTrace(plane, layers[-1].reshape(MAP, MAP, -1), maps)
    none = np.empty(0)
    curve = LossCurve(np.empty(0, dtype=np.int64), none, none, none, none, none, none)
    snapshot = Snapshot(1, 0, 0, parameters, 0.1, 0.4, None, None, 4, None, None, 0.5)
    outputs = np.zeros((4, network.n_outputs))
    return Frame(network, snapshot, curve, outputs, outputs[:0], trace)


@dataclass
class Canvas:
    """A shown `DiagramView`, with mouse and keys to use it."""

    qtbot: QtBot
    document: Document
    themes: ThemeManager
    notation: Notation
    view: DiagramView

    @property
    def sizes(self) -> tuple[int, ...]:
        return self.document.project.network.sizes

    def show_start(self, parameters: np.ndarray | None = None) -> Frame:
        """Show a frame of the network on screen."""
        frame = frame_of(self.document.project.network, parameters)
        self.view.show_frame(frame)
        return frame

    def at(self, kind: str, layer: int, unit: int | None = None, input: int | None = None) -> QPoint:
        return self.view.position_of(kind, layer=layer, unit=unit, input=input)

    def clicks(self, kind: str, layer: int, unit: int | None = None, input: int | None = None) -> None:
        self.clicks_at(self.at(kind, layer, unit, input))

    def clicks_at(self, point: QPoint) -> None:
        self.qtbot.mouseMove(self.view.viewport(), point)
        self.qtbot.mouseClick(self.view.viewport(), LEFT, pos=point)

    def double_clicks(self, kind: str, layer: int, unit: int | None = None, input: int | None = None) -> None:
        point = self.at(kind, layer, unit, input)
        self.qtbot.mouseClick(self.view.viewport(), LEFT, pos=point)
        self.qtbot.mouseDClick(self.view.viewport(), LEFT, pos=point)

    def presses(self, *keys: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.qtbot.keyClick(self.view, key, modifier)

    def colour_at(self, point: QPoint) -> QColor:
        """The pixel at a point of the viewport, nothing being hovered."""
        image = self.view.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        return image.pixelColor(round(point.x() * ratio), round(point.y() * ratio))


MakeCanvas = Callable[..., Canvas]
