"""This module holds the probe: the sample or point that the window passes through the network."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Probe(QObject):
    """What is passed through the network, if anything; how the window looks at the project, not part of it.

    sample: the row of the training set that was chosen, None for a point of one's own.
    inputs: the values in the units of the data, None while nothing is passed through.
    targets: the sample's desired outputs, None for a point, which has none.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sample: int | None = None
        self.inputs: tuple[float, ...] | None = None
        self.targets: tuple[float, ...] | None = None

    def set_sample(self, sample: int, inputs: tuple[float, ...], targets: tuple[float, ...]) -> None:
        """Pass row `sample` of the training set through."""
        self._set(sample, inputs, targets)

    def set_point(self, inputs: tuple[float, ...]) -> None:
        """Pass any point through."""
        self._set(None, inputs, None)

    def clear(self) -> None:
        """Pass nothing through."""
        self._set(None, None, None)

    def _set(self, sample: int | None, inputs: tuple[float, ...] | None, targets: tuple[float, ...] | None) -> None:
        if (sample, inputs, targets) != (self.sample, self.inputs, self.targets):
            self.sample, self.inputs, self.targets = sample, inputs, targets
            self.changed.emit()
