"""This module probes a network: it passes one input through, and maps one unit over the plane."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.dataset import Dataset
from engine.data.plane import Plane, seen_points
from engine.spec.errors import EngineError

if TYPE_CHECKING:
    from engine.data.preprocessing import Preprocessing
    from engine.network.network import Network

Floats = NDArray[np.float64]

MOST_GRADIENT_WORK = 4_000_000
"""Samples times parameters; the gradient over more is not worth what it would cost a running training."""


@dataclass(frozen=True, eq=False)
class PassedValues:
    """One input on its way through a network.

    inputs (n_inputs,), as the network sees it. net_inputs[l] and activations[l] are (units of layer l,), [0] is the
    first layer. given: the same in the user's units; None where those are the network's.
    """

    inputs: Floats
    net_inputs: tuple[Floats, ...]
    activations: tuple[Floats, ...]
    given: Floats | None = None

    @property
    def raw_inputs(self) -> Floats:
        """The input in the user's units: a point of the plane."""
        return self.inputs if self.given is None else self.given


@dataclass(frozen=True, eq=False)
class UnitMap:
    """The activation of one unit over a plane: values (rows, columns) at `plane.inputs(columns, rows)`.

    Row 0 is the lowest y; with one input there is one row.
    """

    plane: Plane
    layer: int
    unit: int
    values: Floats


def pass_values(network: Network, inputs: ArrayLike, preprocessing: Preprocessing | None = None) -> PassedValues:
    """What every unit of `network` answers to `inputs`, which it sees through `preprocessing`.

    Raises EngineError where it does not see as many inputs as it has.
    """
    given = np.asarray(inputs, dtype=np.float64)[np.newaxis]
    rows = given if preprocessing is None else preprocessing.apply(given)
    trace = network.trace(rows, allow_nan=True)
    return PassedValues(rows[0].copy(), _first(trace.net_inputs), _first(trace.activations), given[0].copy())


def map_unit(
    network: Network, plane: Plane, layer: int, unit: int, pixels: int, *, preprocessing: Preprocessing | None = None
) -> UnitMap:
    """What unit `unit` of layer `layer` answers on `plane`, with `pixels` a side: as `Network.trace` there.

    Only the layers up to that one are computed. Raises EngineError for a unit that the network does not have.
    """
    if not (0 <= layer < len(network.spec.layers) and 0 <= unit < network.spec.layers[layer].units):
        raise EngineError("The network has no unit {unit} in layer {layer}.", unit=unit + 1, layer=layer + 1)
    rows = 1 if plane.y_axis is None else pixels
    inputs = seen_points(plane, pixels, rows, preprocessing)
    if network.spec.layers[layer].kind == "rbf":  # which is no network by itself
        answers = network.trace(inputs, allow_nan=True).activations[layer]
    else:
        answers = up_to(network, layer).predict(inputs, allow_nan=True)
    return UnitMap(plane, layer, unit, np.ascontiguousarray(answers[:, unit]).reshape(rows, pixels))


def up_to(network: Network, layer: int) -> Network:
    """The layers of `network` up to `layer` as a network of its own, with a copy of their parameters."""
    spec = replace(network.spec, layers=network.spec.layers[: layer + 1])
    part = type(network)(spec, parameters=network.parameters[: spec.n_parameters])
    part.connected[:] = network.connected[: spec.n_parameters]
    return part


def set_gradient(network: Network, data: Dataset, loss: str) -> Floats | None:
    """+∂(mean loss over the training set)/∂(parameters), flat.

    None where there is none: units without a gradient, no samples, or too many (see `MOST_GRADIENT_WORK`).
    """
    if not 0 < data.n_samples * network.spec.n_parameters <= MOST_GRADIENT_WORK:
        return None
    try:
        return network.gradient(data.inputs, data.targets, loss)
    except EngineError:
        return None


def _first(rows: list[Floats]) -> tuple[Floats, ...]:
    return tuple(row[0].copy() for row in rows)
