"""The network that a canvas or a printed page shows, with everything that its picture is drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.unit_health import UnitHealth
from engine.data.dataset import Dataset
from engine.network.plane_trace import PlaneTrace
from engine.network.probing import PassedValues
from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.masks import Masks
from gui.features.diagram.values import Values
from gui.features.diagram.words.descriptions import Describer
from gui.words.notation import Notation
from gui.words.number_text import four_figures


@dataclass(eq=False)
class ShownNetwork:
    """Holds the values of one moment; it has no widget, and its owner keeps it up to date.

    values, trace: the weights and the neurons' maps, None until the first frame of this network.
    passed: the values that pass through the network for the probe. gradient: of the mean error, flat like the
    parameters. health: which units are off or saturated. These are None where no frame holds them.
    """

    notation: Notation
    network: NetworkSpec
    data: Dataset
    layout: Layout
    masks: Masks
    values: Values | None = None
    trace: PlaneTrace | None = None
    passed: PassedValues | None = None
    gradient: NDArray[np.float64] | None = None
    health: UnitHealth | None = None

    def describer(self, number: Callable[[float], str] = four_figures) -> Describer:
        """What says in words what stands on the canvas; `number` writes the values."""
        return Describer(
            self.network,
            self.data,
            self.layout,
            self.notation,
            self.values,
            number,
            masks=self.masks,
            passed=self.passed,
            gradient=self.gradient,
            health=self.health,
        )

    def name(self, target: Target) -> str:
        """The symbol of a neuron, bias or connection."""
        return self.describer().name(target)

    def can_drag(self, target: Target | None) -> bool:
        """Whether there is a number at `target` that follows the mouse."""
        if target is None or target.kind not in ("connection", "bias") or self.values is None:
            return False
        return target.kind == "bias" or not self.masks.is_cut((target,))
