"""The output units' lines on the hidden plane can be moved like those on the plane of the inputs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.analysis.hidden_plane import has_hidden_plane, output_layer
from engine.data.preprocessing import Preprocessing
from engine.spec.specs import NetworkSpec
from gui.features.decision_region.boundary.boundary_lines import BoundaryLines
from gui.features.decision_region.boundary.unit_lines import has_lines


class HiddenLines(BoundaryLines):
    """Shows the lines of the output layer, whose inputs are the codes of the last hidden layer."""

    prefix = "hidden"
    can_hide = False

    @property
    def is_available(self) -> bool:
        network = self._document.project.network
        return has_hidden_plane(network) and has_lines(self._layers(), self._document.dataset)

    @property
    def is_shown(self) -> bool:
        return self.is_available

    def symbols(self) -> tuple[str, ...]:
        """What the codes are called."""
        count = len(self._document.project.network.layers)
        return tuple(self._notation.neuron(count - 2, unit, count) for unit in range(2))

    def _layers(self) -> NetworkSpec:
        network = self._document.project.network
        return output_layer(network, np.empty(network.n_parameters))[0] if has_hidden_plane(network) else network

    def _offset(self) -> int:
        network = self._document.project.network
        return network.n_parameters - self._layers().n_parameters

    def _seen(self) -> Preprocessing:
        return Preprocessing(self.symbols())

    def _names(self) -> tuple[str, ...]:
        return self.symbols()

    def _numbers(self) -> NDArray[np.float64] | None:
        values = self._live.values
        return None if values is None else values[self._offset() :]
