"""This module holds the notation: the lecture's (T, η, V and W, y and o, d) or the textbooks' (b, learning rate …)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def subscript(number: int) -> str:
    """`number` as a subscript."""
    return str(number).translate(_SUBSCRIPTS)


class Notation(QObject):
    """The notation in force. Layers count from 0 (the first after the inputs); indices shown count from 1."""

    changed = Signal()

    def __init__(self, lecture: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lecture = lecture

    @property
    def is_lecture(self) -> bool:
        """Whether the lecture's letters are in force."""
        return self._lecture

    def set_lecture(self, lecture: bool) -> None:
        """Choose the lecture's letters (True) or the textbook's."""
        if lecture != self._lecture:
            self._lecture = lecture
            self.changed.emit()

    def learning_rate(self) -> str:
        """Label of the learning rate."""
        name = QCoreApplication.translate("Notation", "Learning rate")
        return f"{name} η" if self._lecture else name

    def bias(self) -> str:
        """T for the lecture's threshold, b for the textbook's bias."""
        return "T" if self._lecture else "b"

    def bias_value(self, bias: float) -> float:
        """The number shown for a bias: the lecture's threshold is T = −b."""
        return -bias if self._lecture else bias

    def target(self) -> str:
        """Symbol of the desired output."""
        return "d" if self._lecture else "t"

    def neuron(self, layer: int, unit: int, n_layers: int) -> str:
        """Symbol of a neuron's output: x for inputs (layer −1), y for hidden ones, o for outputs."""
        index = subscript(unit + 1)
        if layer < 0:
            return f"x{index}"
        if layer == n_layers - 1:
            return f"o{index}" if self._lecture else f"ŷ{index}"
        if self._lecture:
            return f"y{index}" + ("" if n_layers == 2 else f"⁽{_superscript(layer + 1)}⁾")
        return f"a{index}⁽{_superscript(layer + 1)}⁾"

    def weight(self, layer: int, source: int, unit: int, n_layers: int) -> str:
        """Symbol of a weight: v and w in the lecture's three-layer net, w with its layer otherwise."""
        index = subscript(source + 1) + subscript(unit + 1)
        if self._lecture and n_layers == 1:
            return f"w{index}"
        if self._lecture and n_layers == 2:
            return f"{'v' if layer == 0 else 'w'}{index}"
        return f"w{index}⁽{_superscript(layer + 1)}⁾"


def _superscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
