"""Any number of things on the canvas is selected; keys go on from one of them, and the mouse is over one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from gui.features.diagram.geometry.target import Target


class Selection(QObject):
    """A set of selectable targets and, where there are any, the `current` one, which was selected last.

    hovered: what is under the mouse. `changed` tells of the selection alone.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._targets: frozenset[Target] = frozenset()
        self._current: Target | None = None
        self.hovered: Target | None = None

    @property
    def targets(self) -> frozenset[Target]:
        """Everything that is selected: "layer", "neuron", "bias" and "connection" targets."""
        return self._targets

    @property
    def current(self) -> Target | None:
        """What was selected last; None when nothing is selected."""
        return self._current

    @property
    def current_layer(self) -> int | None:
        """The layer of what was selected last, −1 for the inputs; None when nothing is selected."""
        return None if self._current is None else self._current.layer

    @property
    def layers(self) -> tuple[int, ...]:
        """The layers selected as a whole, from left to right."""
        return tuple(sorted(target.layer for target in self._targets if target.kind == "layer"))

    def of_kind(self, kind: str) -> tuple[Target, ...]:
        """The selected targets of a kind, from left to right and from top to bottom."""
        found = (target for target in self._targets if target.kind == kind)
        return tuple(sorted(found, key=lambda target: (target.layer, target.unit or 0, target.input or 0)))

    def only(self, target: Target | None) -> None:
        """Select `target` alone, or nothing."""
        self.replace(() if target is None else (target,), target)

    def toggle(self, target: Target) -> None:
        """Take `target` in or, where it is selected, out."""
        if target not in self._targets:
            self.replace({*self._targets, target}, target)
            return
        rest = self._targets - {target}
        self.replace(rest, self._current if self._current in rest else None)

    def add(self, targets: Iterable[Target], current: Target | None = None) -> None:
        """Take more targets in."""
        self.replace(self._targets.union(targets), current or self._current)

    def replace(self, targets: Iterable[Target], current: Target | None = None) -> None:
        """Select just these; without `current`, or where it is none of them, the topmost of the leftmost is current."""
        selected = frozenset(target for target in targets if target.is_selectable)
        if current not in selected:
            current = min(selected, key=_reading_order, default=None)
        if (selected, current) != (self._targets, self._current):
            self._targets, self._current = selected, current
            self.changed.emit()


def _reading_order(target: Target) -> tuple[int, int, int, str]:
    return target.layer, -1 if target.unit is None else target.unit, target.input or 0, target.kind
