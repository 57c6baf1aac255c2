"""A weight or bias follows the mouse up and down; the whole drag is one undoable step."""

from __future__ import annotations

import itertools
import math

from PySide6.QtCore import QElapsedTimer

from gui.document import commands
from gui.document.document import Document
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.shown_network import ShownNetwork
from gui.features.diagram.words import rbf_layer_texts

_PIXELS_A_SPAN = 160.0
"""From 0 to the end of the scale of weights."""
_FINE = 0.1
_LONGEST_WAIT_MS = 1000
_NUDGES_A_SPAN = 20
_gestures = itertools.count()


class ValueDrag:
    """Changes the number at a `target`; nothing happens to the document before the first `move_by`.

    Each change is a new start, whose region takes a moment to compute. So the next change waits until the one before
    has been seen, or for `_LONGEST_WAIT_MS`: otherwise a fast drag would show nothing until it stops.
    """

    def __init__(self, document: Document, shown: ShownNetwork, scene: DiagramScene, target: Target) -> None:
        self._document, self._shown, self._target = document, shown, target
        self._sign = rbf_layer_texts.sign(document.project.network, shown.notation, target)
        self._gesture = next(_gestures)
        self._moved = 0.0
        self._base = shown.values
        self._value = self._wanted = 0.0
        self._span = scene.span or 1.0
        self._has_begun = self._is_waiting = self._has_pushed = False
        self._since = QElapsedTimer()

    def move_by(self, pixels: float, fine: bool) -> None:
        """Follow the mouse, which went up by `pixels`; a tenth as fast for `fine`."""
        if not self._has_begun:
            self._has_begun = True
            self._base = self._shown.values  # in training they go on moving until the first change
            if self._base is not None:
                self._value = self._wanted = self._sign * self._base.get(self._target)
        self._moved += pixels * (_FINE if fine else 1.0) * self._span / _PIXELS_A_SPAN
        self._wanted = rounded(self._value + self._moved, self._span, fine)
        if not self._is_waiting or self._since.elapsed() > _LONGEST_WAIT_MS:
            self._apply()

    @property
    def shown_value(self) -> float:
        """The number that the mouse has reached, in the notation in force."""
        return self._wanted

    def frame_shown(self) -> None:
        """What was changed last is on screen."""
        self._is_waiting = False
        if self._has_begun:
            self._apply()

    def finish(self) -> None:
        """The button was released: the last value counts."""
        if self._has_begun:
            self._apply()

    def cancel(self) -> None:
        """Restore the state before the drag, the run as well."""
        stack = self._document.undo_stack
        if self._has_pushed:
            self._has_pushed = False
            command = stack.command(stack.index() - 1)
            if isinstance(command, commands.EditProjectCommand):
                command.take_back_for_good()

    def _apply(self) -> None:
        base, value = self._base, self._sign * self._wanted
        values = self._shown.values
        if base is None or values is None or values.get(self._target) == value:
            return
        name = self._shown.name(self._target)
        position = base.position(self._target)
        self._is_waiting = True
        self._since.start()
        changed = commands.set_value(self._document, base.parameters, position, value, name, gesture=self._gesture)
        self._has_pushed = self._has_pushed or changed


def nudge(
    document: Document, shown: ShownNetwork, scene: DiagramScene, target: Target, *, up: bool, fine: bool
) -> None:
    """Change the number at `target` by a small step; quick steps are one undoable step."""
    values = shown.values
    if values is None:
        return
    span = scene.span or 1.0
    sign = rbf_layer_texts.sign(document.project.network, shown.notation, target)
    step = span / _NUDGES_A_SPAN * (_FINE if fine else 1.0)
    value = rounded(sign * values.get(target) + (step if up else -step), span, fine)
    position = values.position(target)
    commands.set_value(document, values.parameters, position, sign * value, shown.name(target), is_nudge=True)


def rounded(value: float, span: float, fine: bool) -> float:
    """`value` in the steps of a drag: hundredths where the scale ends between 1 and 10, ten times finer for `fine`."""
    digits = 2 - math.floor(math.log10(span)) + (1 if fine else 0)
    return round(value, digits) + 0.0
