"""This module holds what is known about a run by a one-layer rule, and writes the sentences about it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.spec.plural import filled
from gui.words.notation import Notation
from gui.words.number_text import grouped

if TYPE_CHECKING:
    from engine.analysis.separability import Separability
    from engine.training.convergence import Cycle


@dataclass(frozen=True)
class Verdict:
    """units: for each output unit whether its two classes can be separated; None while that is being decided.

    bounds: how many corrections a unit needs at most, where a line exists and the bound is known; counts: how many it
    got so far. cycle: where the run has come round; current: the step that it stands at. is_perceptron: by the rule
    that is sure to find a line. is_masked: some weights are locked or cut.
    """

    units: tuple[Separability, ...] | None = None
    bounds: tuple[float | None, ...] = ()
    counts: tuple[int, ...] = ()
    cycle: Cycle | None = None
    current: int = 0
    is_perceptron: bool = True
    is_masked: bool = False
    n_inputs: int = 2

    @property
    def is_hopeless(self) -> bool:
        """Whether a hidden layer is the way out."""
        return self.units is not None and not all(unit.separable for unit in self.units)


def sentence(verdict: Verdict, notation: Notation) -> str:
    """The verdict in words; "" where there is nothing to decide."""
    if verdict.units is None:
        return QCoreApplication.translate("Verdict", "Looking for a line that separates the classes …")
    if not verdict.units:
        return ""
    parts = [_hopeless(verdict, notation) if verdict.is_hopeless else _separable(verdict)]
    if not all(unit.is_exact for unit in verdict.units):
        parts.append(QCoreApplication.translate("Verdict", "(Found with rounding: too many inputs for a proof.)"))
    if verdict.is_masked:
        parts.append(QCoreApplication.translate("Verdict", "(Locked and cut weights are not taken into account.)"))
    return " ".join(parts)


def _separable(verdict: Verdict) -> str:
    existence = _surface_exists(verdict.n_inputs, len(verdict.units or ()))
    if not verdict.is_perceptron:
        return existence
    known = [bound for bound in verdict.bounds if bound is not None]
    if not known or len(known) < len(verdict.bounds):
        return existence + " " + QCoreApplication.translate("Verdict", "The perceptron rule will find one.")
    limits = ", ".join(grouped(math.floor(bound + 1e-9)) for bound in known)
    promise = QCoreApplication.translate(
        "Verdict", "The perceptron rule finds one: from this start after at most {limit} corrections."
    )
    text = existence + " " + filled(promise, limit=limits)
    if verdict.counts:
        counts = ", ".join(grouped(count) for count in verdict.counts)
        text += " " + QCoreApplication.translate("Verdict", "So far: {count}.").format(count=counts)
    return text


def _hopeless(verdict: Verdict, notation: Notation) -> str:
    units, cycle = verdict.units or (), verdict.cycle
    if len(units) == 1:
        text = _nothing_separates(verdict.n_inputs)
    else:
        names = ", ".join(notation.neuron(0, index, 1) for index, unit in enumerate(units) if not unit.separable)
        text = QCoreApplication.translate("Verdict", "Nothing straight separates the classes of {units}.")
        text = text.format(units=names)
    if cycle is None:
        return text + " " + QCoreApplication.translate("Verdict", "So no weights get all samples right.")
    back = QCoreApplication.translate(
        "Verdict", "These weights were here before, at step {step}: the run repeats every {length} steps."
    )
    before = cycle.first + (max(verdict.current, cycle.again) - cycle.first) % cycle.length
    return text + " " + filled(back, step=grouped(before), length=grouped(cycle.length))


def _surface_exists(n_inputs: int, n_units: int) -> str:
    if n_units > 1:
        return QCoreApplication.translate("Verdict", "For each output unit the classes can be separated.")
    return {
        1: QCoreApplication.translate("Verdict", "A point separates the two classes."),
        2: QCoreApplication.translate("Verdict", "A line separates the two classes."),
        3: QCoreApplication.translate("Verdict", "A plane separates the two classes."),
    }.get(n_inputs, QCoreApplication.translate("Verdict", "A hyperplane separates the two classes."))


def _nothing_separates(n_inputs: int) -> str:
    return {
        1: QCoreApplication.translate("Verdict", "No point separates the two classes."),
        2: QCoreApplication.translate("Verdict", "No line separates the two classes."),
        3: QCoreApplication.translate("Verdict", "No plane separates the two classes."),
    }.get(
        n_inputs,
        QCoreApplication.translate("Verdict", "No hyperplane separates the two classes."),
    )
