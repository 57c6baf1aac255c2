"""Numbers written onto the diagram, and one neuron that stands out, help to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.analysis.frame import Frame
from engine.data.plane import Plane
from engine.network.probing import PassedValues
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.numbers_on_parts import passed_numbers, weight_numbers
from gui.features.diagram.shown_network import ShownNetwork
from gui.toolkit.annotations import NOTHING, Annotations, NeuronKey, PartKey
from gui.toolkit.probe import Probe
from gui.words.network_names import INPUTS


@dataclass(frozen=True, eq=False)
class Asked:
    """All that was asked for at one moment, to be written onto another canvas."""

    labels: str = "none"
    focus: bool = False
    neuron: Target | None = None
    given: Annotations | None = None
    passed: PassedValues | None = None
    dot: tuple[float, float] | None = None
    probe: Probe | None = None


NOTHING_ASKED = Asked()


class ReadingAids:
    """Composes what is written onto a scene and what stands out; `refresh` after anything has changed.

    selection: says which neuron is in focus; None on paper, where `take_up` says it.

    labels: which weights are written out: "none", "neuron" (of the one in focus) or "all". focus: whether all but the
    selected neuron, or failing that the one under the mouse, fades. probe: says what the passed values are of.
    """

    def __init__(self, shown: ShownNetwork, scene: DiagramScene, selection: Selection | None = None) -> None:
        self._shown, self._scene, self._selection = shown, scene, selection
        self._asked_neuron: Target | None = None
        self._given: Annotations | None = None
        self._n_without_room = 0
        self._has_hints = True
        self.labels = "none"
        self.focus = False
        self.probe: Probe | None = None
        self._dot: tuple[float, float] | None = None

    def set_annotations(self, annotations: Annotations | None) -> None:
        """Write these above all that is asked for here; None: no longer."""
        if annotations != self._given:
            self._given = annotations
            self.refresh()

    def take_frame(self, frame: Frame | None) -> None:
        """Show what a frame of the network on screen holds beside the maps; None: it is another network now."""
        shown = self._shown
        shown.passed = None if frame is None else frame.passed
        shown.gradient = None if frame is None else frame.gradient
        shown.health = None if frame is None else frame.health
        self._dot = None if frame is None or frame.plane is None else _share_of(shown.passed, frame.plane.plane)

    def asked(self) -> Asked:
        """What is asked for now."""
        neuron = self.neuron
        target = None if neuron is None else Target("neuron", *neuron)
        return Asked(self.labels, self.focus, target, self._given, self._shown.passed, self._dot, self.probe)

    def take_up(self, asked: Asked) -> None:
        """Ask for the same as elsewhere, on paper: without advice on what to click."""
        self._has_hints = False
        self.labels, self.focus, self._given = asked.labels, asked.focus, asked.given
        self._shown.passed, self._dot, self.probe = asked.passed, asked.dot, asked.probe
        self._asked_neuron = asked.neuron
        self.refresh()

    def refresh(self) -> None:
        """Bring the picture in line."""
        layout = self._shown.layout
        shown = self._composed(layout)
        parts = {part for key in shown.emphasis for part in _part_of(key, layout)}
        if self.focus and self._given is None:
            parts |= set(_surroundings(self.neuron, layout))
        scene = self._scene
        scene.show_annotations(shown, parts, layout, self._dot)
        without_room = 0 if scene.annotations is None else scene.annotations.n_without_room
        if without_room != self._n_without_room:
            self._n_without_room = without_room
            scene.show_annotations(self._composed(layout), parts, layout, self._dot)

    def _composed(self, layout: Layout) -> Annotations:
        shown = self._given or NOTHING
        if self._shown.passed is not None and self._given is None:  # who explains says itself which numbers it is about
            data = self._shown.data
            passed = passed_numbers(self._shown.passed, self.probe, self._shown.notation, data, layout)
            shown = shown.over(self._in_focus(passed, layout))
        if self.labels != "none":
            shown = shown.over(self._weights(layout))
        return shown

    def _in_focus(self, passed: Annotations, layout: Layout) -> Annotations:
        """Without the numbers at neurons that fade."""
        near = {(part.layer, part.unit) for part in _surroundings(self.neuron, layout) if part.kind == "neuron"}
        if not self.focus or not near:
            return passed
        return replace(passed, neurons={key: lines for key, lines in passed.neurons.items() if key in near})

    def _weights(self, layout: Layout) -> Annotations:
        only = self.neuron if self.labels == "neuron" else None
        if self.labels == "neuron" and only is None:
            return NOTHING
        span = self._scene.span or 1.0
        numbers = weight_numbers(self._shown.values, span, self._shown.notation, layout, only)
        crowded = self._has_hints and self.labels == "all" and (self._n_without_room > 0 or not numbers.connections)
        return numbers.over(Annotations(title=_crowded_text())) if crowded else numbers

    @property
    def neuron(self) -> NeuronKey | None:
        """The neuron that focus and labels are about: the selected one, else the one under the mouse."""
        selection = self._selection
        asked = (self._asked_neuron,) if selection is None else (selection.current, selection.hovered)
        for target in asked:
            if target is not None and target.unit is not None:
                return target.layer, target.unit
        return None


def _share_of(passed: PassedValues | None, plane: Plane) -> tuple[float, float] | None:
    """Where an input stands on the plane, from the left and from the bottom, 0 to 1; None without one."""
    if passed is None or len(passed.raw_inputs) != len(plane.fixed):
        return None
    x, y = plane.places(np.array([passed.raw_inputs]))[0]
    low, high = plane.x_range
    across = float((x - low) / (high - low))
    if plane.y_axis is None:
        return across, 0.5
    low, high = plane.y_range
    return across, float((y - low) / (high - low))


def _crowded_text() -> str:
    return QCoreApplication.translate("Diagram", "Not all numbers have room: select a neuron.")


def _part_of(key: PartKey, layout: Layout) -> Iterator[Target]:
    """The drawn neuron or connection that a key names; nothing for what is not drawn."""
    layer, unit = key[0], key[1]
    if not INPUTS <= layer < len(layout.columns) - 1 or unit not in layout.column(layer).shown:
        return
    if len(key) == 2:
        yield Target("neuron", layer, unit)
    elif layer > INPUTS and key[2] in layout.column(layer - 1).shown:
        yield Target("connection", layer, unit, key[2])


def _surroundings(neuron: NeuronKey | None, layout: Layout) -> Iterator[Target]:
    """A neuron, its connections on both sides, and the neurons at their other ends."""
    if neuron is None or not list(_part_of(neuron, layout)):
        return
    layer, unit = neuron
    yield Target("neuron", layer, unit)
    for source in layout.column(layer - 1).shown if layer > INPUTS else ():
        yield Target("neuron", layer - 1, source)
        yield Target("connection", layer, unit, source)
    for follower in layout.column(layer + 1).shown if layer + 1 < len(layout.columns) - 1 else ():
        yield Target("neuron", layer + 1, follower)
        yield Target("connection", layer + 1, follower, unit)
