"""Screen readers find the neurons, biases and connections of the canvas as its children, each with its value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView

from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.target import Target
from gui.words.network_names import INPUTS

_SIZE = QSize(12, 12)


class Drawing(Protocol):
    """What is drawn on a view."""

    def drawn_parts(self) -> list[Target]:
        """The neurons, biases and connections that are drawn one by one."""
        ...

    def sentence_of(self, target: Target) -> str:
        """The name and value of a part."""
        ...

    def place_of(self, target: Target) -> QPointF:
        """Where it is in the scene. Raises KeyError for what is not drawn."""
        ...

    def target_at(self, point: QPointF) -> Target | None:
        """What is at a point of the viewport."""
        ...


class AccessibleCanvas(QAccessibleWidget):
    """The canvas as a list of what is drawn one by one, column by column."""

    def __init__(self, view: QGraphicsView, drawing: Drawing) -> None:
        super().__init__(view, QAccessible.Role.Canvas)
        self._view, self._drawing = view, drawing
        self._parts: dict[Target, _Part] = {}
        held = self.__dict__  # Qt keeps interfaces for good: with what they hold, a closed window and its project
        view.destroyed.connect(lambda _gone=None: held.clear())

    def childCount(self) -> int:
        return len(self._drawing.drawn_parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        targets = self._drawing.drawn_parts()
        return self._interface_of(targets[index]) if 0 <= index < len(targets) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        part = child.object()
        targets = self._drawing.drawn_parts()
        return targets.index(part.target) if isinstance(part, _Part) and part.target in targets else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        target = self._drawing.target_at(QPointF(self._view.viewport().mapFromGlobal(QPoint(x, y))))
        return self._interface_of(target) if target in self._drawing.drawn_parts() else None

    def _interface_of(self, target: Target | None) -> QAccessibleInterface | None:
        assert target is not None
        if target not in self._parts:
            self._parts[target] = _Part(self._view, self._drawing, target)
        return QAccessible.queryAccessibleInterface(self._parts[target])


class _Part(QObject):
    """Stands for a neuron, bias or connection of the canvas, for as long as the canvas lives."""

    def __init__(self, view: QGraphicsView, drawing: Drawing, target: Target) -> None:
        super().__init__(view)
        self.view, self.drawing, self.target = view, drawing, target

    def accessible_interface(self) -> QAccessibleInterface:
        """What tells of it."""
        return _AccessiblePart(self)


class _AccessiblePart(QAccessibleObject):
    """Its name is its sentence: the symbol, and its value at this moment."""

    def __init__(self, part: _Part) -> None:
        super().__init__(part)
        self._part = part

    def isValid(self) -> bool:
        return super().isValid() and self._part.target in self._part.drawing.drawn_parts()

    def text(self, kind: QAccessible.Text) -> str:
        part = self._part
        return part.drawing.sentence_of(part.target) if kind == QAccessible.Text.Name and self.isValid() else ""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic

    def state(self) -> QAccessible.State:
        return QAccessible.State()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._part.view)

    def rect(self) -> QRect:
        view = self._part.view
        try:
            centre = view.mapFromScene(self._part.drawing.place_of(self._part.target))
        except KeyError:  # it has gone meanwhile
            return QRect()
        return QRect(view.viewport().mapToGlobal(centre) - QPoint(6, 6), _SIZE)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1


def parts_of(layout: Layout, curves: Sequence[Curves]) -> list[Target]:
    """What is drawn one by one: each column's neurons, then their biases and the connections that lead to them."""
    found: list[Target] = []
    columns = layout.columns
    for before, column in zip((None, *columns), columns, strict=False):
        found += [Target("neuron", column.layer, unit) for unit in column.shown]
        if before is None or column.layer == INPUTS:
            continue
        found += [Target("bias", column.layer, unit) for unit in column.shown]
        if not curves[column.layer].is_bundle:
            found += [Target("connection", column.layer, unit, k) for unit in column.shown for k in before.shown]
    return found
