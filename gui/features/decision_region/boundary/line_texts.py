"""The status line and tooltips describe a line in sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.spec.activations import ACTIVATIONS
from gui.features.decision_region.boundary.equations import bias_text, can_solve, net_input, solved
from gui.features.decision_region.boundary.unit_lines import UnitLine
from gui.words.notation import Notation
from gui.words.number_text import exact, few_figures
from gui.words.plot_numbers import figures


def strip_texts(line: UnitLine, names: Sequence[str], notation: Notation) -> tuple[str, ...]:
    """The boundary as the strip below the plot writes it, without the unit's name; then as shorter and shorter texts.

    Solved only once, without the bias, and at last with fewer figures.
    """
    if not line.weights.any():
        return (_nowhere(line, notation),)
    if len(names) not in (2, 3):
        return (f"{net_input(line, names)} = {figures(line.level)}",)
    first, coarse = (
        next(text for k in range(len(names)) if (text := solved(line, names, k, write)) is not None)
        for write in (figures, _three_figures)
    )
    forms = [first]
    second = solved(line, names, 1) if len(names) == 2 and not _is_level(line) else None
    if second is not None and second != first:
        forms.append(second)
    own_bias = _own_bias(line, notation)
    return ",  ".join([*forms, *own_bias]), ",  ".join([first, *own_bias]), first, coarse


def full_text(line: UnitLine, name: str, names: Sequence[str], notation: Notation) -> str:
    """The boundary with every digit, and what happens on it."""
    forms = [text for k in range(min(len(names), 3)) if (text := solved(line, names, k, exact)) is not None]
    equation = f"{net_input(line, names, full=True)} = {figures(line.level)}"
    remark = [_scaled_text()] if line.is_scaled else [bias_text(line, notation, full=True)]
    return "\n".join([f"{name}: {equation}", *forms, *remark, on_the_line(line, name), _arrow_text()])


def _arrow_text() -> str:
    return QCoreApplication.translate(
        "BoundaryLines", "The arrow is w in the units of the axes, dashed where its length does not fit the picture."
    )


def on_the_line(line: UnitLine, name: str) -> str:
    """What the unit answers where its net input is that of the boundary."""
    if not ACTIVATIONS[line.activation].has_gradient:
        text = QCoreApplication.translate("BoundaryLines", "On the line net = 0, and {name} fires: {value}.")
        return text.format(name=name, value="+1" if line.activation == "sgn" else "1")
    text = QCoreApplication.translate("BoundaryLines", "On the line net = {level}, and {name} = {value}.")
    at_level = float(ACTIVATIONS[line.activation].function(np.array([line.level]))[0])
    return text.format(level=figures(line.level), name=name, value=figures(at_level))


def hover_sentence(line: UnitLine, name: str, names: Sequence[str], can_turn: bool) -> str:
    """What lies under the mouse and what can be done with it."""
    equation = f"{net_input(line, names)} = {figures(line.level)}"
    if can_turn:
        text = QCoreApplication.translate(
            "BoundaryLines",
            "The line of {name}: {equation}. {firing} Drag to move it, its ends or Shift-drag to turn it, F flips it.",
        )
    else:
        text = QCoreApplication.translate("BoundaryLines", "The line of {name}: {equation}. {firing} Drag to move it.")
    return text.format(name=name, equation=equation, firing=on_the_line(line, name))


def outside_text() -> str:
    """The remark that a line is not in the picture."""
    return QCoreApplication.translate("BoundaryLines", "outside the picture")


def _three_figures(value: float) -> str:
    return few_figures(value, 3)


def _own_bias(line: UnitLine, notation: Notation) -> list[str]:
    """The bias where it is the network's own."""
    return [] if line.is_scaled else [bias_text(line, notation)]


def _scaled_text() -> str:
    return QCoreApplication.translate(
        "BoundaryLines", "In the units of the data; the network's own weights belong to the scaled inputs."
    )


def _nowhere(line: UnitLine, notation: Notation) -> str:
    if line.bias >= line.level:
        text = QCoreApplication.translate("BoundaryLines", "no line: w = 0 and {bias}, so it fires everywhere")
    else:
        text = QCoreApplication.translate("BoundaryLines", "no line: w = 0 and {bias}, so it never fires")
    return text.format(bias=bias_text(line, notation))


def _is_level(line: UnitLine) -> bool:
    """Whether the line cannot be solved for x1."""
    return not can_solve(line, 0)
